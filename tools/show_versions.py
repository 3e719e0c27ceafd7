"""Print the versions of QGIS and of what it brings, in QGIS's Python."""

import platform

from osgeo import gdal
from qgis.core import Qgis
from qgis.PyQt.QtCore import qVersion

print(
    f"QGIS {Qgis.QGIS_VERSION}, Qt {qVersion()}, Python {platform.python_version()}, "
    f"GDAL {gdal.VersionInfo('RELEASE_NAME')}"
)
