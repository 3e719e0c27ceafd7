"""Reading a raster window by window, as the network is to see it.

Brings pixels to the working grid and into the model's range of values, and tells which of them are
wanted. Does not know where windows lie.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.raster.mask import PolygonMask
from crossearth_engine.raster.matching import Match
from crossearth_engine.raster.source import Pixels, RasterSource, Valid
from crossearth_engine.raster.stretch import Stretch
from crossearth_engine.raster.windows import Window
from crossearth_engine.raster.working_grid import WorkingGrid

# How much is read at once where the working grid is another one, in pixels of the raster.
MAX_PART_PIXELS = 1_000_000


@dataclass(frozen=True)
class View:
    """How a raster is seen.

    Attributes:
        grid: the pixels that it is seen in.
        mask: polygons outside of which nothing is wanted, or None.
        stretch: brings pixels into the model's range of values, unless None.
        match: brings them from there to the values of the training imagery, unless None.
        is_seen_in_working_pixels: whether polygons take pixels of the grid by their centres, and
            not all that any of the raster's pixels in them lies in.
    """

    grid: WorkingGrid
    mask: PolygonMask | None = None
    stretch: Stretch | None = None
    match: Match | None = None
    is_seen_in_working_pixels: bool = False


class RasterReader:
    """Windows of a raster that is open, as it is seen.

    Attributes:
        source, view: as given.
    """

    def __init__(self, source: RasterSource, view: View) -> None:
        self.source = source
        self.view = view

    def read_window(self, window: Window) -> tuple[Pixels, Valid, Valid]:
        """Return pixels, what of them is data, and what is wanted, on the working grid.

        The part of the window that lies on the raster: smaller than asked where the raster is
        smaller than a window. Where nothing is wanted, pixels are not decoded and are zero.

        Returns:
            Pixels (C, H, W), of the file's type where neither grid nor range change them; validity
            (H, W) bool; and (H, W) bool, True where the pixel is valid and lies in the polygons:
            outside them there may be data, which the network should see.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        view = self.view
        grid, mask = view.grid, view.mask
        inside = window.intersection(Window(0, 0, grid.width, grid.height))
        if inside is None:
            raise ValueError(f"{window} lies outside the raster")
        reach = inside if grid.is_source else grid.reach(inside)
        if self.source.is_hole(reach) or not self._touches_polygons(inside):
            nothing = np.zeros((inside.height, inside.width), bool)
            pixels = np.zeros((len(self.source.bands), *nothing.shape), np.float32)
            return pixels, nothing, nothing
        if grid.is_source:
            pixels, valid = self.source.read(inside)
            wanted = valid if mask is None else valid & self._burnt(mask, inside)
        else:
            pixels, valid, wanted = self._read_resampled(inside)
        for change in (view.stretch, view.match):
            if change is not None:
                pixels = change(pixels)
        return pixels, valid, wanted

    def read_mirrored(self, window: Window) -> tuple[Pixels, Valid, Valid]:
        """Return what `read_window` does, of all of a window that may reach beyond the raster.

        There the raster is mirrored at its edges, as often as it takes.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        grid = self.view.grid
        rows = _mirrored(window.row_off, window.height, grid.height)
        cols = _mirrored(window.col_off, window.width, grid.width)
        top, left = int(rows.min()), int(cols.min())
        seen = Window(left, top, int(cols.max()) + 1 - left, int(rows.max()) + 1 - top)
        pixels, valid, wanted = self.read_window(seen)
        if seen == window:
            return pixels, valid, wanted

        def in_mirror(values: NDArray[Any]) -> NDArray[Any]:
            return values.take(rows - top, axis=-2).take(cols - left, axis=-1)

        return in_mirror(pixels), in_mirror(valid), in_mirror(wanted)

    def read_wanted(self, window: Window) -> Valid:
        """Return what is valid and in the polygons, (H, W), of a window of the raster's own grid.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        mask = self.view.mask
        return self.source.read_valid(window, None if mask is None else self._burnt(mask, window))

    def _read_resampled(self, inside: Window) -> tuple[Pixels, Valid, Valid]:
        """Return what `read_window` does, of a window of the working grid, before the stretch.

        A pixel of the working grid is valid, and wanted, if any of the raster's pixels in it is:
        however large it may be, a single wanted pixel in it makes its window worth computing.
        """
        grid, mask = self.view.grid, self.view.mask
        shape = (inside.height, inside.width)
        pixels = np.zeros((len(self.source.bands), *shape))
        valid, wanted = np.zeros(shape, bool), np.zeros(shape, bool)
        for part in self._parts(inside):
            reach, spanned = grid.reach(part), grid.spanned(part)
            own, own_valid = self.source.read(reach)
            rows, cols = part.slices(inside)
            pixels[:, rows, cols] = grid.to_working(own, own_valid, reach, part)
            own_valid = own_valid[spanned.slices(reach)]
            valid[rows, cols] = grid.any_in(own_valid, spanned, part)
            if mask is not None and self.view.is_seen_in_working_pixels:
                to_crs = self.source.transform @ grid.to_source
                wanted[rows, cols] = valid[rows, cols] & mask.rasterize(part, to_crs)
            elif mask is not None:
                own_valid = own_valid & self._burnt(mask, spanned)
                wanted[rows, cols] = grid.any_in(own_valid, spanned, part)
        return pixels, valid, valid if mask is None else wanted

    def _parts(self, inside: Window) -> Iterator[Window]:
        """Yield a window of the working grid in parts, of a bounded number of source pixels."""
        across, down = self.view.grid.scale_xy
        is_tiled = self.source.block_shape[1] < self.source.width
        # Whole strips of a striped raster, squares of a tiled one: blocks are decoded once.
        width = math.sqrt(MAX_PART_PIXELS) / across if is_tiled else inside.width
        width = min(max(int(width), 1), inside.width)
        height = max(int(MAX_PART_PIXELS / (width * across * down)), 1)
        for top in range(inside.row_off, inside.row_off + inside.height, height):
            for left in range(inside.col_off, inside.col_off + inside.width, width):
                part = Window(left, top, width, height).intersection(inside)
                if part is not None:
                    yield part

    def _touches_polygons(self, inside: Window) -> bool:
        mask, grid = self.view.mask, self.view.grid
        if mask is None:
            return True
        return any(self._burnt(mask, grid.spanned(part)).any() for part in self._parts(inside))

    def _burnt(self, mask: PolygonMask, window: Window) -> Valid:
        """Return which pixels of a window of the raster's own grid lie in the polygons, (H, W)."""
        return mask.rasterize(window, self.source.transform)


def _mirrored(start: int, count: int, length: int) -> NDArray[np.intp]:
    """Return where a mirror at both ends of ``[0, length)`` shows these places along an axis."""
    index = np.arange(start, start + count) % (2 * length)
    return np.minimum(index, 2 * length - 1 - index)
