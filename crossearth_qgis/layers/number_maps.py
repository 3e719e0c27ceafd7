"""Maps that tell a number of each pixel, and no class."""

from __future__ import annotations

from osgeo import gdal
from qgis.core import QgsRasterLayer

from ..shared import quantity


def tells_numbers(layer: QgsRasterLayer) -> bool:
    """Whether a layer is a map of ours of numbers."""
    try:
        dataset = gdal.Open(layer.source())
    except RuntimeError:  # where GDAL's exceptions are on
        return False
    return dataset is not None and dataset.GetMetadataItem(quantity.QUANTITY_TAG) is not None
