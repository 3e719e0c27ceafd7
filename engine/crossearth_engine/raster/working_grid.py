"""The grid the network works on, where its ground sample distance is not the raster's.

The working grid covers the same ground as the raster, along the same axes, with larger or smaller
pixels. It may differ in x and y: pixels that are not square on the ground, as those in degrees,
become so. Plain arithmetic; the reader resamples by it, and results are taken back by it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from crossearth_engine.raster.windows import Window

# Finer than this many times, interpolation only makes work: nothing is there to be seen.
MAX_ENLARGEMENT = 4.0


@dataclass(frozen=True)
class WorkingGrid:
    """A raster of ``source_width`` x ``source_height`` seen as ``width`` x ``height`` pixels."""

    source_width: int
    source_height: int
    width: int
    height: int

    @classmethod
    def own(cls, width: int, height: int) -> WorkingGrid:
        """Return the grid of a raster itself."""
        return cls(width, height, width, height)

    @classmethod
    def of_gsd(
        cls, source_width: int, source_height: int, gsd_xy_m: tuple[float, float], target_m: float
    ) -> WorkingGrid:
        """Return the grid whose pixels measure about ``target_m``.

        Args:
            source_width: of the raster, pixels.
            source_height: likewise.
            gsd_xy_m: what its pixels measure along rows and columns, metres.
            target_m: ground sample distance wanted, metres.
        """
        across, down = (max(target_m / gsd, 1 / MAX_ENLARGEMENT) for gsd in gsd_xy_m)
        return cls(
            source_width,
            source_height,
            width=max(round(source_width / across), 1),
            height=max(round(source_height / down), 1),
        )

    @property
    def is_source(self) -> bool:
        """Whether it is the raster's own grid."""
        return (self.width, self.height) == (self.source_width, self.source_height)

    @property
    def scale_xy(self) -> tuple[float, float]:
        """Size of a working pixel in pixels of the raster."""
        return self.source_width / self.width, self.source_height / self.height

    @property
    def to_source(self) -> Affine:
        """Working pixel coordinates to those of the raster."""
        return Affine.scale(*self.scale_xy)

    def around(self, source: Window) -> Window:
        """Return the working pixels that touch a window of the raster."""
        across, down = self.scale_xy
        left = math.floor(source.col_off / across)
        top = math.floor(source.row_off / down)
        right = min(math.ceil((source.col_off + source.width) / across), self.width)
        bottom = min(math.ceil((source.row_off + source.height) / down), self.height)
        return Window(left, top, right - left, bottom - top)

    def needed_for(self, source: Window) -> Window:
        """Return the working pixels that `to_raster` needs for a window of the raster."""
        touched = self.around(source)
        if self.is_source:
            return touched
        left, top = max(touched.col_off - 1, 0), max(touched.row_off - 1, 0)
        right = min(touched.col_off + touched.width + 1, self.width)
        bottom = min(touched.row_off + touched.height + 1, self.height)
        return Window(left, top, right - left, bottom - top)

    def owned(self, working: Window) -> Window:
        """Return the raster's pixels whose centres lie in a window of the working grid.

        Windows that tile the working grid own every pixel of the raster once. May be empty.
        """
        right, bottom = working.col_off + working.width, working.row_off + working.height
        return self.owned_between(working.col_off, working.row_off, right, bottom)

    def owned_between(self, left: float, top: float, right: float, bottom: float) -> Window:
        """Return the raster's pixels whose centres lie between coordinates of the working grid."""
        across, down = self.scale_xy
        first_col, end_col = (
            min(max(math.ceil(edge * across - 0.5), 0), self.source_width) for edge in (left, right)
        )
        first_row, end_row = (
            min(max(math.ceil(edge * down - 0.5), 0), self.source_height) for edge in (top, bottom)
        )
        return Window(first_col, first_row, end_col - first_col, end_row - first_row)

    def any_in(
        self, flags: NDArray[np.bool_], source: Window, working: Window
    ) -> NDArray[np.bool_]:
        """Return for each pixel of ``working`` whether any of the raster's in it is set, (h, w).

        Where working pixels are the smaller ones, the value of the one they lie in.

        Args:
            flags: (H, W), of ``source``.
            source: pixels of the raster around ``working``, as `spanned` gives them.
            working: a window of the working grid.
        """
        across, down = self.scale_xy
        rows = _starts(working.row_off, working.height, down, source.row_off, source.height)
        cols = _starts(working.col_off, working.width, across, source.col_off, source.width)
        by_rows: NDArray[np.bool_] = np.logical_or.reduceat(flags, rows, axis=0)
        by_both: NDArray[np.bool_] = np.logical_or.reduceat(by_rows, cols, axis=1)
        return by_both

    def spanned(self, working: Window) -> Window:
        """Return the raster's pixels whose centres lie in ``working``, at least one each way."""
        owned = self.owned(working)
        across, down = self.scale_xy
        left = min(owned.col_off, math.floor((working.col_off + 0.5) * across))
        top = min(owned.row_off, math.floor((working.row_off + 0.5) * down))
        last_col = math.floor((working.col_off + working.width - 0.5) * across)
        last_row = math.floor((working.row_off + working.height - 0.5) * down)
        right = min(max(owned.col_off + owned.width, last_col + 1), self.source_width)
        bottom = min(max(owned.row_off + owned.height, last_row + 1), self.source_height)
        return Window(left, top, right - left, bottom - top)

    def reach(self, working: Window) -> Window:
        """Return the raster's pixels that `to_working` needs for a window of the working grid."""
        across, down = self.scale_xy
        left, right = _reach(working.col_off, working.width, across, self.source_width)
        top, bottom = _reach(working.row_off, working.height, down, self.source_height)
        return Window(left, top, right - left, bottom - top)

    def to_working(
        self, values: NDArray[Any], valid: NDArray[np.bool_], source: Window, working: Window
    ) -> NDArray[np.float64]:
        """Return ``values`` resampled to a window of the working grid, (C, h, w).

        Along an axis where pixels get larger, their mean, weighted by the share of each that lies
        in the larger one; where they get smaller, bilinear between centres. Only valid pixels
        count, and each pixel of the result is the same whatever window it is asked for in.

        Args:
            values: (C, H, W) of ``source``.
            valid: (H, W).
            source: pixels of the raster, as `reach` gives them.
            working: that window.

        Returns:
            (C, h, w); 0 where nothing is valid.
        """
        across, down = self.scale_xy
        rows = (working.row_off, working.height, down, source.row_off)
        cols = (working.col_off, working.width, across, source.col_off)
        if valid.all():
            return _resample(_resample(values.astype(np.float64), 1, *rows), 2, *cols)
        weights = valid[None].astype(np.float64)
        values = np.where(valid, values, np.float64(0))
        sums = _resample(_resample(values, 1, *rows), 2, *cols)
        shares = _resample(_resample(weights, 1, *rows), 2, *cols)
        means: NDArray[np.float64] = np.zeros_like(sums)
        return np.divide(sums, shares, out=means, where=shares > 0)

    def to_raster(
        self, values: NDArray[np.float32], working: Window, source: Window
    ) -> NDArray[np.float32]:
        """Return ``values`` interpolated to pixels of the raster, (K, H, W).

        Bilinear between pixel centres; at the window's edge the outermost value is kept.

        Args:
            values: (K, h, w) of a window of the working grid.
            working: that window.
            source: pixels whose centres lie between those of the window, or at its edges.
        """
        across, down = self.scale_xy
        if self.is_source:
            top, left = source.row_off - working.row_off, source.col_off - working.col_off
            return values[:, top : top + source.height, left : left + source.width]
        above, below, weight = _neighbours(source.row_off, source.height, down, working.row_off,
                                           working.height)  # fmt: skip
        rows = values[:, above] * (1 - weight)[:, None] + values[:, below] * weight[:, None]
        left_of, right_of, weight = _neighbours(source.col_off, source.width, across,
                                                working.col_off, working.width)  # fmt: skip
        result: NDArray[np.float32] = rows[:, :, left_of] * (1 - weight)
        result += rows[:, :, right_of] * weight
        return result


def _neighbours(
    start: int, count: int, scale: float, working_start: int, working_count: int
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """Return the two working pixels around each pixel along an axis, and the weight of the second.

    Indexes count from ``working_start``.
    """
    position = (np.arange(start, start + count) + 0.5) / scale - 0.5 - working_start
    first = np.floor(position)
    weight = (position - first).astype(np.float32)
    last = working_count - 1
    below = np.clip(first, 0, last).astype(np.intp)
    above = np.clip(first + 1, 0, last).astype(np.intp)
    return below, above, weight


def _reach(start: int, count: int, scale: float, length: int) -> tuple[int, int]:
    """Return the first and the end of the raster's pixels behind working pixels along an axis."""
    if scale > 1:
        first, end = math.floor(start * scale), math.ceil((start + count) * scale)
    else:
        # The pixels whose centres lie around the outermost centres.
        first = math.floor((start + 0.5) * scale - 0.5)
        end = math.floor((start + count - 0.5) * scale - 0.5) + 2
    return max(first, 0), min(end, length)


def _resample(
    values: NDArray[np.float64], axis: int, start: int, count: int, scale: float, source_start: int
) -> NDArray[np.float64]:
    """Return ``values`` (C, H, W) with one axis taken to ``count`` pixels from ``start`` on."""
    length = values.shape[axis]
    if scale > 1:
        edges = np.arange(start, start + count + 1) * scale
        first = np.floor(edges)
        # What of the pixel that an edge runs through lies before it.
        before = _along(edges - first, axis)
        index = first.astype(np.intp) - source_start
        sums: NDArray[np.float64] = np.add.reduceat(
            values[_part(axis, 0, index[-1])], index[:-1], axis=axis
        )
        # An edge at the raster's end, but for rounding, runs through nothing.
        cut = values.take(np.minimum(index, length - 1), axis=axis) * before
        sums += cut[_part(axis, 1, None)]
        sums -= cut[_part(axis, 0, -1)]
        sums /= scale
        return sums
    if scale == 1:
        return values[_part(axis, start - source_start, start - source_start + count)]
    position = (np.arange(start, start + count) + 0.5) * scale - 0.5
    first = np.floor(position)
    after = _along(position - first, axis)
    index = first.astype(np.intp) - source_start
    result: NDArray[np.float64] = values.take(np.clip(index, 0, length - 1), axis=axis) * (
        1 - after
    )
    result += values.take(np.clip(index + 1, 0, length - 1), axis=axis) * after
    return result


def _along(weights: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    """Return weights along one axis, ready to multiply (C, H, W) by."""
    return weights[:, None] if axis == 1 else weights


def _part(axis: int, start: int, stop: int | None) -> tuple[slice, ...]:
    return (slice(None),) * axis + (slice(start, stop),)


def _starts(
    start: int, count: int, scale: float, source_start: int, source_count: int
) -> NDArray[np.intp]:
    """Return for each working pixel along an axis the first of the raster's pixels in it.

    Indexes count from ``source_start``. A pixel that owns none takes the one it lies in.
    """
    edges = np.arange(start, start + count + 1) * scale
    first = np.ceil(edges - 0.5)
    middle = np.floor((np.arange(start, start + count) + 0.5) * scale)
    owns_none = first[1:] <= first[:-1]
    chosen = np.where(owns_none, middle, first[:-1]) - source_start
    starts: NDArray[np.intp] = np.clip(chosen, 0, source_count - 1).astype(np.intp)
    return starts
