"""A small made-up raster, which shows whether the engine makes maps."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal, osr

_EDGE = 256  # pixels


def make_proof_raster(path: Path) -> Path:
    """Write an RGB raster to try the engine on, and return its path."""
    raster = gdal.GetDriverByName("GTiff").Create(str(path), _EDGE, _EDGE, 3, gdal.GDT_Byte)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    raster.SetProjection(crs.ExportToWkt())
    raster.SetGeoTransform((500000, 0.5, 0, 5400000, 0, -0.5))
    ramp = bytes(range(256)) * _EDGE
    stripes = bytes(range(0, 256, 2)) * (2 * _EDGE)
    for band, values in enumerate((ramp, ramp[::-1], stripes), start=1):
        raster.GetRasterBand(band).WriteRaster(0, 0, _EDGE, _EDGE, values)
    raster.FlushCache()
    return path
