"""The functions for files of the GDAL that rasterio has with it, which rasterio does not offer."""

from __future__ import annotations

import ctypes
import functools
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, c_char_p, c_int, c_size_t, c_uint64, c_void_p
from pathlib import Path
from typing import Any

import rasterio._env

from crossearth_engine.errors import MissingPackage

_Handler = ctypes.CFUNCTYPE(None, c_int, c_int, c_char_p)


class _Entry(ctypes.Structure):
    """Of a list: what it begins with."""

    _fields_ = (("name", c_char_p),)


# What each function takes, and what it gives; by pointers that are freed where it is void.
_FUNCTIONS: dict[str, tuple[Any, ...]] = {
    "CPLGetThreadLocalConfigOption": (c_char_p, c_char_p, c_char_p),
    "CPLSetThreadLocalConfigOption": (None, c_char_p, c_char_p),
    "CPLGetConfigOption": (c_char_p, c_char_p, c_char_p),
    "CPLSetConfigOption": (None, c_char_p, c_char_p),
    "CPLPushErrorHandler": (None, _Handler),
    "CPLPopErrorHandler": (None,),
    "CPLErrorReset": (None,),
    "VSIErrorReset": (None,),
    "VSIGetLastErrorMsg": (c_char_p,),
    "VSICurlPartialClearCache": (None, c_char_p),
    "VSIFOpenL": (c_void_p, c_char_p, c_char_p),
    "VSIFReadL": (c_size_t, c_char_p, c_size_t, c_size_t, c_void_p),
    "VSIFWriteL": (c_size_t, c_char_p, c_size_t, c_size_t, c_void_p),
    "VSIFCloseL": (c_int, c_void_p),
    "VSIUnlink": (c_int, c_char_p),
    "VSIOpenDir": (c_void_p, c_char_p, c_int, POINTER(c_char_p)),
    "VSIGetNextDirEntry": (POINTER(_Entry), c_void_p),
    "VSICloseDir": (None, c_void_p),
    "VSIGetFileMetadata": (POINTER(c_char_p), c_char_p, c_char_p, c_void_p),
    "CSLDestroy": (None, POINTER(c_char_p)),
    "VSIFree": (None, c_void_p),
    "VSIMultipartUploadStart": (c_void_p, c_char_p, c_void_p),
    "VSIMultipartUploadAddPart": (
        *(c_void_p, c_char_p, c_char_p, c_int, c_uint64, c_char_p, c_size_t, c_void_p),
    ),
    "VSIMultipartUploadEnd": (
        *(c_int, c_char_p, c_char_p, c_size_t, POINTER(c_char_p), c_uint64, c_void_p),
    ),
    "VSIMultipartUploadAbort": (c_int, c_char_p, c_char_p, c_void_p),
}


@functools.cache
def library() -> Any:
    """Return GDAL, with functions by their names in C.

    Raises:
        MissingPackage: if it is older than 3.10, or cannot be found.
    """
    place = Path(rasterio._env.__file__)
    # What a module of rasterio was linked to is found through it; Windows has to be told the file.
    found = [place]
    if sys.platform == "win32":
        found = sorted(place.parents[1].glob("rasterio.libs/gdal*.dll")) or [Path("gdal.dll")]
    try:
        gdal = ctypes.CDLL(str(found[0]))
        for name, (result, *arguments) in _FUNCTIONS.items():
            function = getattr(gdal, name)
            function.restype, function.argtypes = result, arguments
    except (OSError, AttributeError) as error:
        raise MissingPackage(package="GDAL 3.10", requirement="rasterio>=1.4.4") from error
    # Where it wants no errors to be told it writes on stderr what it tells those who debug it:
    # addresses with their signatures, too.
    if gdal.CPLGetConfigOption(b"CPL_LOG", None) is None:
        gdal.CPLSetConfigOption(b"CPL_LOG", os.fsencode(os.devnull))
    return gdal


@contextmanager
def asking(**settings: str | int | float) -> Iterator[list[str]]:
    """Have GDAL's settings be these in this thread, and yield what it says meanwhile."""
    gdal, told = library(), []

    def hear(_kind: int, _number: int, text: bytes | None) -> None:
        told.append((text or b"").decode(errors="replace"))

    handler = _Handler(hear)
    with in_thread(**settings):
        gdal.CPLPushErrorHandler(handler)
        try:
            gdal.CPLErrorReset()
            gdal.VSIErrorReset()
            yield told
            told.append((gdal.VSIGetLastErrorMsg() or b"").decode(errors="replace"))
        finally:
            gdal.CPLPopErrorHandler()
            gdal.CPLErrorReset()
            gdal.VSIErrorReset()


@contextmanager
def in_thread(**settings: str | int | float) -> Iterator[None]:
    """Have GDAL's settings be these in this thread; rasterio's are those of all, in the first."""
    gdal = library()
    before = {name: gdal.CPLGetThreadLocalConfigOption(name.encode(), None) for name in settings}
    try:
        for name, value in settings.items():
            gdal.CPLSetThreadLocalConfigOption(name.encode(), os.fsencode(str(value)))
        yield
    finally:
        for name, value in before.items():
            gdal.CPLSetThreadLocalConfigOption(name.encode(), value)


def text_of(pointer: int | None) -> bytes | None:
    """Return the text that GDAL has made, and free it; None if it made none."""
    if not pointer:
        return None
    text = ctypes.string_at(pointer)
    library().VSIFree(pointer)
    return text


def texts_of(pointer: Any) -> list[str]:
    """Return the list of texts that GDAL has made, and free it."""
    texts: list[bytes] = []
    while pointer and pointer[len(texts)] is not None:
        texts.append(pointer[len(texts)])
    if pointer:
        library().CSLDestroy(pointer)
    return [text.decode(errors="replace") for text in texts]
