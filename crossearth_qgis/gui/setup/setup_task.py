"""The background tasks that create and remove the engine's environment."""

from __future__ import annotations

import logging
from pathlib import Path

from osgeo import gdal, osr
from qgis.core import QgsProcessingUtils, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...bridge.engine import Engine
from ...errors import CrossEarthError, JobCanceled
from ...setup import installation
from ...translation import translate

logger = logging.getLogger(__name__)

_PROOF_EDGE = 256  # pixels


class SetupTask(QgsTask):
    """Creates the environment; `ended` comes in the GUI thread, exactly once."""

    line_added = pyqtSignal(str)
    ended = pyqtSignal(bool, str)  # success; why not, empty when canceled

    def __init__(self) -> None:
        super().__init__(
            translate("CrossEarth", "Setting up the CrossEarth engine"), QgsTask.Flag.CanCancel
        )
        self._reason = ""

    def run(self) -> bool:
        try:
            installation.create(self.line_added.emit, self.isCanceled)
        except JobCanceled:
            return False
        except CrossEarthError as error:
            self._reason = str(error)
            return False
        except Exception as error:  # a task that raises would end without a word
            logger.exception("The engine could not be set up")
            self._reason = translate(
                "CrossEarth", "The engine could not be set up: {reason}"
            ).format(reason=error)
            return False
        return True

    def finished(self, result: bool) -> None:
        self.ended.emit(result, self._reason)


class RemovalTask(QgsTask):
    """Stops the engine and deletes its environment; `ended` comes in the GUI thread, once."""

    ended = pyqtSignal(bool, str)  # success; why not

    def __init__(self, engine: Engine) -> None:
        super().__init__(translate("CrossEarth", "Removing the CrossEarth engine"), QgsTask.Flag(0))
        self._engine = engine
        self._reason = ""

    def run(self) -> bool:
        try:
            # A running engine keeps its files open on Windows.
            self._engine.stop()
            installation.remove()
        except CrossEarthError as error:
            self._reason = str(error)
            return False
        return True

    def finished(self, result: bool) -> None:
        self.ended.emit(result, self._reason)


def make_proof_raster() -> Path:
    """Write a small made-up RGB raster to try the engine on, in QGIS's temporary folder."""
    path = Path(QgsProcessingUtils.generateTempFilename("proof.tif"))
    raster = gdal.GetDriverByName("GTiff").Create(
        str(path), _PROOF_EDGE, _PROOF_EDGE, 3, gdal.GDT_Byte
    )
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    raster.SetProjection(crs.ExportToWkt())
    raster.SetGeoTransform((500000, 0.5, 0, 5400000, 0, -0.5))
    ramp = bytes(range(256)) * _PROOF_EDGE
    for band, values in enumerate((ramp, ramp[::-1], bytes(128) * (2 * _PROOF_EDGE)), start=1):
        raster.GetRasterBand(band).WriteRaster(0, 0, _PROOF_EDGE, _PROOF_EDGE, values)
    raster.FlushCache()
    return path
