"""Files that end before their pixels do, in the formats of which GDAL reads the rest as zeros.

A copy or a download that stopped leaves such files. Of most formats GDAL says so when the missing
pixels are read; of these it says nothing, and half of a map would be of imagery that is not there.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np

# Writers may add a little behind the last chunk.
_PNG_TAIL = 4096

_PCIDSK_BLOCK = 512


def is_cut_off(dataset: Any, path: str) -> bool:
    """Return whether a raster's file is shorter than it says itself.

    Args:
        dataset: the raster, opened by rasterio.
        path: its file; what is none on this computer is taken to be complete.

    Raises:
        OSError: if the file cannot be read.
    """
    check = _CHECKS.get(dataset.driver)
    file = Path(path)
    return check is not None and file.is_file() and check(dataset, file)


def _envi(dataset: Any, file: Path) -> bool:
    header = _envi_header(dataset)
    if int(header.get("file compression", "0")) != 0:
        return False
    pixels = dataset.width * dataset.height * dataset.count
    size = int(pixels * np.dtype(dataset.dtypes[0]).itemsize)
    return file.stat().st_size < int(header.get("header offset", "0")) + size


def _envi_header(dataset: Any) -> dict[str, str]:
    # Of the file, not of GDAL: an .aux.xml may hold what an older header said.
    for name in dataset.files:
        if name.lower().endswith(".hdr"):
            text = Path(name).read_text(encoding="latin-1")
            return dict(re.findall(r"^(\w[\w ]*?)\s*=\s*(\d+)\s*$", text, re.MULTILINE))
    return {}


def _pcidsk(_dataset: Any, file: Path) -> bool:
    with file.open("rb") as opened:
        header = opened.read(32)
    # The second field of the header is how many blocks the file has.
    return file.stat().st_size < int(header[16:32]) * _PCIDSK_BLOCK


def _png(_dataset: Any, file: Path) -> bool:
    with file.open("rb") as opened:
        opened.seek(max(0, file.stat().st_size - _PNG_TAIL))
        return b"IEND" not in opened.read()


_CHECKS = {"ENVI": _envi, "PCIDSK": _pcidsk, "PNG": _png}
