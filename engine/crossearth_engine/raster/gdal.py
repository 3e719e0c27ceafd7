"""What GDAL and PROJ do through rasterio that is not as one expects.

They raise more than rasterio's own errors, and a CRS need not be equal to itself.
"""

from __future__ import annotations

import rasterio._err
import rasterio.errors
from rasterio.crs import CRS

GDAL_ERRORS: tuple[type[Exception], ...] = (
    rasterio.errors.RasterioError,
    # Not a RasterioError, and public nowhere else: rasterio/rasterio#1193.
    rasterio._err.CPLE_BaseError,
    # From Cython code, where GDAL fails without saying why: rasterio/rasterio#2492.
    SystemError,
)
# numpy and rasterio refuse impossible names and shapes with a ValueError.
READ_ERRORS: tuple[type[Exception], ...] = (*GDAL_ERRORS, ValueError)
# GDAL takes no name that is not text.
WRITE_ERRORS: tuple[type[Exception], ...] = (*GDAL_ERRORS, OSError, UnicodeError)


def said(error: BaseException) -> str:
    """Return what GDAL said first, which rasterio keeps in the chain below its own words."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error)


def is_same_crs(crs: CRS | None, other: CRS | None) -> bool:
    """Whether two are the same, or become the same when they are written and read."""
    if crs == other or crs is None or other is None:
        return bool(crs == other)
    texts = [item.to_wkt(version="WKT2_2019") for item in (crs, other)]
    again = [CRS.from_wkt(text) for text in texts]
    return bool(again[0] == again[1]) or texts[0] == again[1].to_wkt(version="WKT2_2019")
