"""What GDAL knows of a raster and rasterio does not tell: read in a virtual copy of it."""

from __future__ import annotations

import uuid
from typing import Any

# GDAL's own.
from xml.etree import ElementTree  # nosec B405 - GDAL writes it

import rasterio
import rasterio.shutil

from crossearth_engine.raster.gdal import GDAL_ERRORS

# Names of files may be in another code than UTF-8.
_UNREADABLE: tuple[type[Exception], ...] = (
    *GDAL_ERRORS,
    UnicodeDecodeError,
    LookupError,
    ElementTree.ParseError,
)


def described(dataset: Any) -> ElementTree.Element | None:
    """Return an open raster as GDAL's VRT describes it; None if it cannot. Reads no pixels."""
    copy = f"/vsimem/described-{uuid.uuid4().hex}.vrt"
    try:
        rasterio.shutil.copy(dataset, copy, driver="VRT")
        try:
            with rasterio.open(copy) as virtual:
                text = virtual.tags(ns="xml:VRT")["xml:VRT"]
        finally:
            rasterio.shutil.delete(copy, driver="VRT")
        return ElementTree.fromstring(text)  # GDAL has written it  # noqa: S314  # nosec B314
    except _UNREADABLE:
        return None
