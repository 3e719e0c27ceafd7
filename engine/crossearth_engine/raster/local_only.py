"""Files of strangers, such as uploads to a server: nothing is read but them and their folder.

GDAL follows what a file names: the sources of a virtual raster, addresses, overviews elsewhere.
Where this is on, only formats are opened that name nothing, and no address, archive or link.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

# How files of GDAL's formats begin that hold a raster and no name of another file.
_RASTER_HEADS = {
    **dict.fromkeys((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), "GTiff"),
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\0\0\0\x0cjP  ": "JP2OpenJPEG",
    b"RIFF": "WEBP",
    b"BM": "BMP",
    b"GIF8": "GIF",
}
# What GDAL opens as a raster of its own, in any format, when it lies beside one.
_BESIDE = (".ovr", ".msk", ".aux")
# Metadata by which a raster makes GDAL open another one.
_NAMING = ("OVERVIEWS", "GEOLOCATION")
_VECTOR_HEADS = {
    ".gpkg": b"SQLite format 3\0",
    ".shp": b"\x00\x00\x27\x0a",
    ".geojson": b"{",
    ".json": b"{",
}
# As the index of a layer is made; another virtual table may be of any file.
_VIRTUAL = re.compile(r"virtual\s+table(?!.*using\s+rtree\b)", re.IGNORECASE | re.DOTALL)

_is_on: ContextVar[bool] = ContextVar("local_only", default=False)


class NotLocalOnly(ValueError):
    """A file reaches beyond its folder, or might. Says how, as the end of a sentence."""


@contextmanager
def reading_local_only(is_on: bool) -> Iterator[None]:
    """Have every raster and vector file that is opened meanwhile, in this thread, be checked."""
    token = _is_on.set(is_on)
    try:
        yield
    finally:
        _is_on.reset(token)


def is_on() -> bool:
    """Whether nothing is to be read but what is given."""
    return _is_on.get()


def driver_for(path: str) -> str | None:
    """Return the one driver of GDAL that may open a raster; None: any.

    Raises:
        NotLocalOnly: if it is no file that stands alone.
    """
    if not is_on():
        return None
    file = _checked(path)
    for ending in _BESIDE:
        for name in (f"{file.name}{ending}", f"{file.stem}{ending}"):
            if os.path.lexists(file.with_name(name)):
                raise NotLocalOnly(f"beside it lies {name}, which may name other files")
    with file.open("rb") as stream:
        start = stream.read(16)
    for head, driver in _RASTER_HEADS.items():
        if start.startswith(head):
            return driver
    formats = ", ".join(dict.fromkeys(_RASTER_HEADS.values()))
    raise NotLocalOnly(f"its format may name other files; none of {formats} does")


def check_opened(dataset: Any) -> None:
    """Raise NotLocalOnly, before it is read, if an open raster names others."""
    if is_on():
        for domain in _NAMING:
            if dataset.tags(ns=domain):
                raise NotLocalOnly("it names other files in its metadata")


def check_vector(path: str) -> None:
    """Raise NotLocalOnly, before it is opened, if a vector file is of a form that may name others.

    GDAL knows the forms by their content: those that name files begin otherwise.
    """
    if not is_on():
        return
    file = _checked(path)
    head = _VECTOR_HEADS.get(file.suffix.lower())
    with file.open("rb") as stream:
        start = stream.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()
    if head is None or not start.startswith(head.lstrip()):
        raise NotLocalOnly(f"only {', '.join(_VECTOR_HEADS)} are read then")
    if file.suffix.lower() == ".gpkg":
        import sqlite3  # the one use that a run may have of it

        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as tables:
            for (text,) in tables.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"):
                if _VIRTUAL.search(str(text)):
                    raise NotLocalOnly("a table in it may be of another file")


def _checked(path: str) -> Path:
    """Return a path that is a file of a folder without links that lead out of it."""
    file = Path(path)
    if path.startswith(("/vsi", "\\\\", "//")) or not file.is_file():
        raise NotLocalOnly("it is no file of its own, or an address")
    folder = file.parent.resolve()
    if file.resolve().parent != folder:
        raise NotLocalOnly("it is a link to another folder")
    for other in folder.iterdir():
        if other.is_symlink() and not other.resolve().is_relative_to(folder):
            raise NotLocalOnly(f"in its folder {other.name} is a link to another one")
    return file
