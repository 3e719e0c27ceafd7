"""Blocks that a sparse GeoTIFF leaves out, so that large empty parts need not be read at all."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.raster.windows import Window

# Asking for more blocks takes longer than it can save.
MAX_BLOCKS = 200_000


class Blocks:
    """Which blocks of a raster are in its file.

    Args:
        shape_yx: height and width of a block.
        is_stored: (rows, columns), True for those that are.
    """

    def __init__(self, shape_yx: tuple[int, int], is_stored: NDArray[np.bool_]) -> None:
        self._height, self._width = shape_yx
        self._is_stored = is_stored

    @classmethod
    def of(cls, dataset: Any, bands: list[int]) -> Blocks | None:
        """Return the blocks of these bands, or None if all are stored or nobody can tell."""
        height, width = dataset.block_shapes[0]
        shape = (-(-dataset.height // height), -(-dataset.width // width))
        if dataset.driver != "GTiff" or not 1 < shape[0] * shape[1] <= MAX_BLOCKS:
            return None
        is_interleaved = dataset.profile.get("interleave") == "pixel"
        is_stored = np.zeros(shape, bool)
        for row in range(shape[0]):
            for col in range(shape[1]):
                name = f"BLOCK_OFFSET_{col}_{row}"
                is_stored[row, col] = any(
                    dataset.get_tag_item(name, "TIFF", bidx=band)
                    for band in (bands[:1] if is_interleaved else bands)
                )
        return None if is_stored.all() else cls((height, width), is_stored)

    @property
    def stored_share(self) -> float:
        """Share of the blocks that are stored."""
        return float(self._is_stored.mean())

    def touch(self, window: Window) -> bool:
        """Return whether a stored block touches the window, which lies on the raster."""
        top, bottom = window.row_off, window.row_off + window.height
        left, right = window.col_off, window.col_off + window.width
        rows = slice(top // self._height, -(-bottom // self._height))
        cols = slice(left // self._width, -(-right // self._width))
        return bool(self._is_stored[rows, cols].any())
