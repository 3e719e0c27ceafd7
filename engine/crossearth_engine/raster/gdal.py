"""What GDAL and PROJ do through rasterio that is not as one expects.

They raise more than rasterio's own errors, and a CRS need not be equal to itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

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


# rasterio tells GDAL where PROJ's tables are, but not what GDAL has within it for GeoTIFFs: that
# looks for units such as kilometres by itself, and complains on stderr. Where rasterio has none of
# its own, all find those of the system.
_PROJ_TABLES = Path(rasterio._err.__file__).with_name("proj_data")
if _PROJ_TABLES.is_dir():
    os.environ.setdefault("PROJ_DATA", str(_PROJ_TABLES))

# What GDAL said that rasterio dropped, while somebody listens.
_dropped: ContextVar[list[UnicodeDecodeError] | None] = ContextVar("dropped", default=None)


def said(error: BaseException) -> str:
    """Return what GDAL said first, which rasterio keeps in the chain below its own words."""
    while error.__cause__ is not None:
        error = error.__cause__
    if isinstance(error, UnicodeDecodeError):
        return f"it holds text that is not UTF-8: {error.object.decode(errors='replace')}"
    if isinstance(error, UnicodeEncodeError):
        return "it is called what is no text in UTF-8."
    return str(error)


@contextmanager
def dropped_errors() -> Iterator[list[UnicodeDecodeError]]:
    """Collect, in this thread, the errors of GDAL that rasterio drops; see `unreadable_told_to`."""
    errors: list[UnicodeDecodeError] = []
    token = _dropped.set(errors)
    try:
        yield errors
    finally:
        _dropped.reset(token)


@contextmanager
def unreadable_told_to(tell: Callable[[str], None]) -> Iterator[None]:
    """Hear what GDAL says with names and texts of files in bytes that are no UTF-8.

    rasterio fails to decode it where nothing can be raised: Python prints a traceback, and an error
    is forgotten. A virtual raster whose source is missing would be read as zeros.
    """
    before, print_before = sys.unraisablehook, sys.excepthook

    def print_others(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        # Cython has it printed first, as Python does at its end with what nobody has caught.
        if not isinstance(error, UnicodeDecodeError):
            print_before(kind, error, trace)

    def hear(unraisable: Any) -> None:
        error, place = unraisable.exc_value, str(unraisable.object)
        if not (isinstance(error, UnicodeDecodeError) and place.startswith("rasterio.")):
            before(unraisable)
            return
        if place.endswith("chaining_error_handler") and (errors := _dropped.get()) is not None:
            errors.append(error)
        tell(error.object.decode(errors="replace"))

    sys.unraisablehook, sys.excepthook = hear, print_others
    try:
        yield
    finally:
        sys.unraisablehook, sys.excepthook = before, print_before


def is_same_crs(crs: CRS | None, other: CRS | None) -> bool:
    """Whether two are the same, or become the same when they are written and read."""
    if crs == other or crs is None or other is None:
        return bool(crs == other)
    texts = [item.to_wkt(version="WKT2_2019") for item in (crs, other)]
    again = [CRS.from_wkt(text) for text in texts]
    return bool(again[0] == again[1]) or texts[0] == again[1].to_wkt(version="WKT2_2019")
