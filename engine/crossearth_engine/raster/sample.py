"""Pixels from all over a raster, cheaply: what its values are like, and where they are bare.

However large the raster, a hundred blocks or two are decoded and a million pixels kept; of one on a
server a few blocks only, where no more are asked for.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from queue import SimpleQueue
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray

from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.source import Pixels, RasterSource, Valid
from crossearth_engine.raster.windows import Window
from crossearth_engine.side_by_side import SideBySide

# Blocks that are decoded, and pixels that are kept of them.
MAX_BLOCKS, MAX_PIXELS = 144, 1 << 20
# Of more than 32 bands fewer pixels are kept: hundreds of thousands say enough of each.
MAX_NUMBERS = 1 << 25
# Blocks that a server is asked for where somebody only has a look; and how many of a file's are
# looked at then: a quarter, so that it costs little beside a run, but not fewer than these.
MAX_REMOTE_BLOCKS, MIN_LOOKED_BLOCKS, LOOKED_SHARE = 16, 32, 0.25
# So many blocks are fetched from a server at a time.
REMOTE_READERS = 6
# Fewer valid pixels say too little: then all blocks are looked at.
MIN_VALID_PIXELS = 1 << 12
# Edge of a patch that is bare all over, pixels; in strips of a row or two, as many in a row.
PATCH = 8

# Pixels of a block, where they are valid, and where they are translucent.
Look = tuple[Pixels, Valid, "Valid | None"]


@dataclass(frozen=True)
class Sample:
    """What was seen.

    Attributes:
        values: valid pixels, evenly thinned, (C, N).
        bare: share of the valid pixels that lie in patches of 0: of each band, (C,).
        all_bare: the same where all bands are 0.
        translucent: share of alpha that is neither 0 nor its largest value; 0 without alpha.
    """

    values: NDArray[Any]
    bare: NDArray[np.float64]
    all_bare: float
    translucent: float

    def percentiles(self, shares: Sequence[float]) -> tuple[tuple[float, ...], ...]:
        """Return percentiles (0 to 100) for each band; zeros without a valid pixel."""
        if not self.values.shape[1]:
            return ((0.0,) * len(shares),) * len(self.values)
        # Differences of whole numbers may be none of their type.
        return tuple(
            tuple(map(float, np.percentile(np.float64(band), shares))) for band in self.values
        )


class Sampler:
    """Looks at a raster once, however often it is asked.

    Args:
        source: the raster.
    """

    def __init__(self, source: RasterSource) -> None:
        self._source = source

    @cached_property
    def whole(self) -> Sample:
        """Of the whole raster."""
        return _sample_of(self._source, None, None, MAX_BLOCKS)

    def percentiles(self, shares: Sequence[float]) -> tuple[tuple[float, ...], ...]:
        """Return percentiles (0 to 100) for each band, measured over the whole raster.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        return self.whole.percentiles(shares)

    def extremes(self) -> tuple[tuple[float, float], ...]:
        """Return the smallest and the largest valid value of each band; zeros without any.

        Of all pixels: the whole raster is read.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        source = self._source
        whole = Window(0, 0, source.width, source.height)
        height, width = source.block_shape
        rows, cols = range(-(-source.height // height)), range(-(-source.width // width))
        low, high = (np.full(len(source.bands), end) for end in (np.inf, -np.inf))
        with (
            rasterio.Env(GDAL_CACHEMAX=source.cache_bytes(height)),
            _looks(source, None, _blocks(source, whole, rows, cols)) as looks,
        ):
            for pixels, valid, _ in looks:
                if valid.any():
                    values = pixels[:, valid]
                    low = np.minimum(low, values.min(axis=1))
                    high = np.maximum(high, values.max(axis=1))
        ends = np.where(low <= high, [low, high], 0.0).T
        return tuple((float(least), float(most)) for least, most in ends)

    def seen(self, reader: RasterReader, region: Window) -> list[Sample]:
        """Return what there is to judge of the part that is asked for.

        And of the whole raster, where that was measured: by it the values were stretched.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        source = reader.source
        is_measured = "whole" in vars(self)
        is_whole = region == Window(0, 0, source.width, source.height)
        if is_whole and reader.view.mask is None and is_measured:
            return [self.whole]
        blocks = region.width * region.height / math.prod(source.block_shape)
        most = min(max(round(LOOKED_SHARE * blocks), MIN_LOOKED_BLOCKS), MAX_BLOCKS)
        if source.is_remote:
            most = MAX_REMOTE_BLOCKS
        part = _sample_of(source, region, reader, most)
        return [part, self.whole] if is_measured else [part]


def spread(count: int, most: int) -> list[int]:
    """Return up to ``most`` of the numbers below ``count``, evenly spread, both ends among them."""
    return sorted({int(i) for i in np.linspace(0, count - 1, min(count, most)).round()})


def _sample_of(
    source: RasterSource, region: Window | None, reader: RasterReader | None, most: int
) -> Sample:
    """Return a sample of a region, and of the polygons of a reader, from at most so many blocks."""
    region = region or Window(0, 0, source.width, source.height)
    height, width = source.block_shape
    rows = range(region.row_off // height, -(-(region.row_off + region.height) // height))
    cols = range(region.col_off // width, -(-(region.col_off + region.width) // width))
    if region.width * region.height > MAX_PIXELS or source.is_remote:
        some_cols = spread(len(cols), max(round(most**0.5), most // len(rows)))
        some_rows = spread(len(rows), max(most // len(some_cols), 1))
        blocks = _blocks(source, region, [rows[i] for i in some_rows], [cols[i] for i in some_cols])
        sample = _of_blocks(source, reader, blocks)
        if sample.values.shape[1] >= MIN_VALID_PIXELS or source.is_remote:
            return sample
    # A small one, or a mosaic of which little is there.
    return _of_blocks(source, reader, _blocks(source, region, rows, cols))


def _blocks(
    source: RasterSource, region: Window, rows: Sequence[int], cols: Sequence[int]
) -> Iterator[Window]:
    height, width = source.block_shape
    for row in rows:
        for col in cols:
            block = Window(col * width, row * height, width, height).intersection(region)
            yield from block.strips(MAX_PIXELS) if block else ()


def _of_blocks(
    source: RasterSource, reader: RasterReader | None, blocks: Iterator[Window]
) -> Sample:
    """Return what is in some blocks, thinned evenly to at most twice what is to be kept."""
    # Each is decoded once: kept by GDAL, they would take the memory of a whole run.
    with (
        rasterio.Env(GDAL_CACHEMAX=source.cache_bytes(source.block_shape[0])),
        _looks(source, reader, blocks) as found,
    ):
        return _thinned(source, found)


@contextmanager
def _looks(
    source: RasterSource, reader: RasterReader | None, blocks: Iterator[Window]
) -> Iterator[Iterator[Look]]:
    """Return a context with what is in the blocks, in order, but for those that hold nothing.

    Several of a server at a time: its answer is what one waits for.
    """
    filled = [block for block in blocks if not source.is_hole(block)]
    # While polygons are burnt no other thread may be in GDAL: rasterio keeps Python's lock then.
    if not source.is_remote or (reader is not None and reader.view.mask is not None):
        yield (_look(source, reader, block) for block in filled)
        return
    with ExitStack() as stack:
        # For the same reason all are open before the first one reads.
        twins: SimpleQueue[RasterSource] = SimpleQueue()
        readers = max(min(REMOTE_READERS, len(filled)), 1)
        for _ in range(readers):
            twins.put(stack.enter_context(source.reopen()))

        def look(block: Window) -> Look:
            twin = twins.get()
            try:
                return _look(twin, None, block)
            finally:
                twins.put(twin)

        looks = stack.enter_context(SideBySide(look, filled, readers))
        yield (found for _, found in looks)


def _look(source: RasterSource, reader: RasterReader | None, block: Window) -> Look:
    pixels, valid = source.read(block)
    if reader is not None and reader.view.mask is not None:
        valid = reader.read_wanted(block)
    return pixels, valid, source.read_translucent(block)


def _thinned(source: RasterSource, looks: Iterator[Look]) -> Sample:
    kept = np.empty((len(source.bands), 0), source.dtype)
    found: list[NDArray[Any]] = []
    count, step, seen, all_bare = 0, 1, 0, 0
    bare = np.zeros(len(source.bands))
    alpha, translucent = 0, 0
    most = min(MAX_PIXELS, MAX_NUMBERS // len(source.bands))
    for pixels, valid, between in looks:
        is_zero = (pixels == 0) & valid
        bare += [_in_patches(band) for band in is_zero]
        all_bare += _in_patches(is_zero.all(axis=0)) if len(is_zero) > 1 else int(bare[0])
        seen += int(valid.sum())
        if between is not None:
            alpha += between.size
            translucent += int(between.sum())
        # Thinned first: to pick all that are valid would take as long as to decode them.
        flat = pixels.reshape(len(pixels), -1)
        if valid.all():
            found.append(flat[:, ::step].copy())
        else:
            found.append(flat.take(np.flatnonzero(valid)[::step], axis=1))
        count += found[-1].shape[1]
        if count > 2 * most:
            kept = np.concatenate([kept, *found], axis=1)[:, ::2]
            found, count, step = [], kept.shape[1], 2 * step
    values = np.concatenate([kept, *found], axis=1)
    return Sample(values, bare / max(seen, 1), all_bare / max(seen, 1), translucent / max(alpha, 1))


def _in_patches(is_value: Valid) -> int:
    """Return how many pixels (H, W) lie in square patches that are such all over."""
    rows, cols = is_value.shape
    height = min(PATCH, rows)
    width = PATCH * PATCH // height
    if cols < width or not is_value.any():
        return 0
    whole = is_value[: rows // height * height, : cols // width * width]
    patches = whole.reshape(rows // height, height, cols // width, width)
    return int(patches.all(axis=(1, 3)).sum()) * int(height * width)


def squares(region: Window, positions: int, length: int) -> Iterator[Window]:
    """Yield small windows all over a region, its corners among them.

    Args:
        region: pixels.
        positions: along each side.
        length: of their edges, pixels.
    """
    width, height = min(region.width, length), min(region.height, length)
    for row in spread(region.height - height + 1, positions):
        for col in spread(region.width - width + 1, positions):
            yield Window(region.col_off + col, region.row_off + row, width, height)


def edge_pixels(
    reader: RasterReader, region: Window, positions: int, length: int
) -> NDArray[Any] | None:
    """Return valid pixels (C, N) along the edges of a raster, as far as that is asked for.

    Args:
        reader: the raster, with the polygons that limit a run.
        region: the part that is asked for.
        positions: pieces of each edge.
        length: of a piece, pixels.

    Returns:
        None where no edge is asked for.
    """
    source = reader.source
    width, height = min(source.width, length), min(source.height, length)
    cols = spread(source.width - width + 1, positions)
    rows = spread(source.height - height + 1, positions)
    edges = [
        *(Window(col, row, width, 1) for row in (0, source.height - 1) for col in cols),
        *(Window(col, row, 1, height) for col in (0, source.width - 1) for row in rows),
    ]
    asked = [part for window in edges if (part := window.intersection(region)) is not None]
    if not asked:
        return None
    pixels: Pixels = np.concatenate(
        [source.read(part)[0][:, reader.read_wanted(part)] for part in asked], axis=1
    )
    return pixels if pixels.shape[1] else None
