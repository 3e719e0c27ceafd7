"""What GDAL and PROJ raise through rasterio, which is more than rasterio's own errors."""

from __future__ import annotations

import rasterio.errors
from rasterio._err import CPLE_BaseError  # not a RasterioError, and public nowhere else

GDAL_ERRORS: tuple[type[Exception], ...] = (
    rasterio.errors.RasterioError,
    CPLE_BaseError,
    # Cython code that returns an error without having set one.
    SystemError,
)
