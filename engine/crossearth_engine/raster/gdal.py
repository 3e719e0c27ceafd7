"""What GDAL and PROJ raise through rasterio, which is more than rasterio's own errors."""

from __future__ import annotations

import rasterio._err
import rasterio.errors

GDAL_ERRORS: tuple[type[Exception], ...] = (
    rasterio.errors.RasterioError,
    # Not a RasterioError, and public nowhere else.
    rasterio._err.CPLE_BaseError,
    # Cython code that returns an error without having set one.
    SystemError,
)
# numpy and rasterio refuse impossible names and shapes with a ValueError.
READ_ERRORS: tuple[type[Exception], ...] = (*GDAL_ERRORS, ValueError)
WRITE_ERRORS: tuple[type[Exception], ...] = (*GDAL_ERRORS, OSError)
