"""How much room there is on a disk, and how large files are in words."""

from __future__ import annotations

import shutil
from pathlib import Path

from crossearth_engine.errors import NotEnoughSpace


def check_space(folder: Path, needed: int) -> None:
    """Raise NotEnoughSpace unless so many bytes fit on the disk of a folder."""
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise NotEnoughSpace(folder=folder, needed=format_bytes(needed), free=format_bytes(free))


def format_bytes(count: int) -> str:
    """Return a size for people: 512 bytes, 3.4 MB, 1.7 GB."""
    for unit, size in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= size:
            return f"{count / size:.1f} {unit}"
    return f"{count} bytes"
