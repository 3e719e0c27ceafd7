"""Looking at a whole raster cheaply: percentiles of its values, and whether it has a bare border.

However large the raster, a hundred blocks or two are decoded and a million pixels kept. Percentiles
depend on the raster alone, not on what part of it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window

# Blocks that are decoded, and pixels that are kept of them.
MAX_BLOCKS, MAX_PIXELS = 144, 1 << 20
# Fewer valid pixels say too little: then all blocks are looked at.
MIN_VALID_PIXELS = 1 << 12
# Pieces of each edge that are looked at, their length, and the share that makes a border.
BORDER_POSITIONS, BORDER_LENGTH = 8, 64
BORDER_SHARE = 0.3


def percentiles(source: RasterSource, shares: Sequence[float]) -> tuple[tuple[float, ...], ...]:
    """Return percentiles of the valid pixels of each band, measured over the whole raster.

    Args:
        source: the raster.
        shares: 0 to 100.

    Returns:
        As many for each band; zeros without a valid pixel.

    Raises:
        UnreadableRaster: if blocks are missing or damaged.
    """
    values = _valid_values(source)
    if not values.shape[1]:
        return ((0.0,) * len(shares),) * len(values)
    return tuple(tuple(map(float, np.percentile(band, shares))) for band in values)


def percentile_limits(
    source: RasterSource, low: float, high: float
) -> tuple[tuple[float, float], ...]:
    """Return two percentiles of the valid pixels of each band, measured over the whole raster.

    Where the two are the same, as in a band that is zero nearly everywhere, smallest and largest
    value stand for them. Without a valid pixel (0, 0).

    Raises:
        UnreadableRaster: if blocks are missing or damaged.
    """
    return tuple(
        (low_value, high_value) if low_value != high_value else (least, most)
        for least, low_value, high_value, most in percentiles(source, (0, low, high, 100))
    )


def bare_border(reader: RasterReader, region: Window) -> tuple[float, float] | None:
    """Return the value that an unmarked border seems to have, and its share, or None.

    Only where the border is asked for: in the region, and in the polygons that limit the view.

    The value, the same in all bands, is 0 or the largest of an unsigned 8- or 16-bit type; the
    share is of the valid pixels along the raster's four edges.
    """
    source = reader.source
    candidates = [0.0]
    if source.dtype.kind == "u" and source.dtype.itemsize <= 2:
        candidates.append(float(np.iinfo(source.dtype).max))
    width, height = min(source.width, BORDER_LENGTH), min(source.height, BORDER_LENGTH)
    cols = _spread(source.width - width + 1, BORDER_POSITIONS)
    rows = _spread(source.height - height + 1, BORDER_POSITIONS)
    edges = [
        *(Window(col, row, width, 1) for row in (0, source.height - 1) for col in cols),
        *(Window(col, row, 1, height) for col in (0, source.width - 1) for row in rows),
    ]
    asked = [part for window in edges if (part := window.intersection(region)) is not None]
    if not asked:
        return None
    values = np.concatenate(
        [source.read(part)[0][:, reader.read_wanted(part)] for part in asked], axis=1
    )
    if not values.shape[1]:
        return None
    for candidate in candidates:
        share = float((values == candidate).all(axis=0).mean())
        if share >= BORDER_SHARE:
            return candidate, share
    return None


def _valid_values(source: RasterSource) -> NDArray[Any]:
    """Return valid pixels from all over the raster, (C, N)."""
    height, width = source.block_shape
    down, across = -(-source.height // height), -(-source.width // width)
    if source.width * source.height > MAX_PIXELS:
        cols = _spread(across, max(round(MAX_BLOCKS**0.5), MAX_BLOCKS // down))
        rows = _spread(down, MAX_BLOCKS // len(cols))
        values = _from_blocks(source, rows, cols)
        if values.shape[1] >= MIN_VALID_PIXELS:
            return values
    # A small one, or a mosaic of which little is there.
    return _from_blocks(source, range(down), range(across))


def _from_blocks(source: RasterSource, rows: Sequence[int], cols: Sequence[int]) -> NDArray[Any]:
    """Return valid pixels of some blocks, thinned evenly to at most twice ``MAX_PIXELS``."""
    height, width = source.block_shape
    raster = Window(0, 0, source.width, source.height)
    kept = np.empty((len(source.bands), 0), source.dtype)
    found: list[NDArray[Any]] = []
    count, step = 0, 1
    for row in rows:
        for col in cols:
            block = Window(col * width, row * height, width, height).intersection(raster)
            for part in block.strips(MAX_PIXELS) if block else ():
                found.append(_valid_in(source, part)[:, ::step])
                count += found[-1].shape[1]
                if count > 2 * MAX_PIXELS:
                    kept = np.concatenate([kept, *found], axis=1)[:, ::2]
                    found, count, step = [], kept.shape[1], 2 * step
    return np.concatenate([kept, *found], axis=1)


def _valid_in(source: RasterSource, window: Window) -> NDArray[Any]:
    pixels, valid = source.read(window)
    values: NDArray[Any] = pixels[:, valid]
    return values


def _spread(count: int, most: int) -> list[int]:
    """Return up to ``most`` of the numbers below ``count``, evenly spread, both ends among them."""
    return sorted({int(i) for i in np.linspace(0, count - 1, min(count, most)).round()})
