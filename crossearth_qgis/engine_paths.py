"""Paths of QGIS as the engine takes them."""

from __future__ import annotations

from pathlib import Path

from .shared import addresses


def for_engine(path: str | Path) -> str:
    """Return a path as the engine finds it: its working folder is the one of its own start.

    What lies on a server keeps its name, as GDAL has it.
    """
    name = addresses.gdal_name(str(path))
    return name if addresses.is_remote(name) else str(Path(path).absolute())
