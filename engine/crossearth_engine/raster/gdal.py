"""What GDAL and PROJ raise through rasterio, which is more than rasterio's own errors."""

from __future__ import annotations

import rasterio._err
import rasterio.errors

GDAL_ERRORS: tuple[type[Exception], ...] = (
    rasterio.errors.RasterioError,
    # Not a RasterioError, and public nowhere else: rasterio/rasterio#1193.
    rasterio._err.CPLE_BaseError,
    # From Cython code, where GDAL fails without saying why: rasterio/rasterio#2492.
    SystemError,
)
# numpy and rasterio refuse impossible names and shapes with a ValueError.
READ_ERRORS: tuple[type[Exception], ...] = (*GDAL_ERRORS, ValueError)
WRITE_ERRORS: tuple[type[Exception], ...] = (*GDAL_ERRORS, OSError)
