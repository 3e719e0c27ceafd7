"""Bands that hold no data anywhere, such as those that a sensor has lost."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window

# Places that are looked at first, along each edge of the raster.
FIRST_PLACES = 4
# What is decoded at once, pixels.
MAX_PIXELS = 1 << 20


def leave_out_dead_bands(source: RasterSource) -> None:
    """Have bands that hold no data anywhere not decide where there is some.

    Without one pixel that has data in all bands, the whole raster would have none. Where there is
    one, which is nearly always in the first place that is looked at, no band is dead. Else all of
    the raster is read once, but of one on a server a few blocks only.
    """
    if not source.can_lack_bands:
        return
    has_data = np.zeros(len(source.bands), bool)
    for window in _places(source):
        valid = source.read_band_valid(window)
        if valid.all(axis=0).any():
            return
        has_data |= valid.any(axis=(1, 2))
        if has_data.all():
            return
    if has_data.any():
        source.leave_out([int(place) for place in np.flatnonzero(~has_data)])


def _places(source: RasterSource) -> Iterator[Window]:
    """Yield blocks spread over the raster first, from the middle on; then the others."""
    height, width = source.block_shape
    down, across = -(-source.height // height), -(-source.width // width)
    raster = Window(0, 0, source.width, source.height)
    rows, cols = (
        sorted({int(i) for i in np.linspace(0, count - 1, FIRST_PLACES).round()})
        for count in (down, across)
    )
    first = sorted(
        ((row, col) for row in rows for col in cols),
        key=lambda place: (place[0] - down / 2) ** 2 + (place[1] - across / 2) ** 2,
    )
    rest = (
        (row, col) for row in range(down) for col in range(across) if (row, col) not in set(first)
    )
    for row, col in (*first, *(() if source.is_remote else rest)):
        block = Window(col * width, row * height, width, height).intersection(raster)
        yield from block.strips(MAX_PIXELS) if block is not None else ()
