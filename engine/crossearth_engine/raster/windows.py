"""Window arithmetic: where the network looks, and which part of each look is written.

Plain integers, no pixels and no I/O. Windows are laid on the whole raster, whatever part of it is
asked for: a place is seen by the same windows in every run, and so gets the same class.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    """A rectangle of a raster: offsets and size in pixels."""

    col_off: int
    row_off: int
    width: int
    height: int

    def intersection(self, other: Window) -> Window | None:
        """Return the common part of two windows, or None where they do not overlap."""
        left = max(self.col_off, other.col_off)
        top = max(self.row_off, other.row_off)
        right = min(self.col_off + self.width, other.col_off + other.width)
        bottom = min(self.row_off + self.height, other.row_off + other.height)
        if right <= left or bottom <= top:
            return None
        return Window(left, top, right - left, bottom - top)

    def slices(self, around: Window) -> tuple[slice, slice]:
        """Return where this window lies in an array (H, W) of a window around it."""
        top, left = self.row_off - around.row_off, self.col_off - around.col_off
        return slice(top, top + self.height), slice(left, left + self.width)

    def strips(self, max_pixels: int) -> Iterator[Window]:
        """Yield the window in full-width strips, top to bottom, of about ``max_pixels`` each."""
        rows = max(max_pixels // self.width, 1)
        for top in range(0, self.height, rows):
            height = min(rows, self.height - top)
            yield Window(self.col_off, self.row_off + top, self.width, height)

    def pieces(self, width: int, height: int) -> Iterator[Window]:
        """Yield the window in pieces of this size or less, row by row, each row from the left."""
        for top in range(0, self.height, height):
            for left in range(0, self.width, width):
                yield Window(
                    self.col_off + left,
                    self.row_off + top,
                    min(width, self.width - left),
                    min(height, self.height - top),
                )


def axis_offsets(length: int, window_size: int, stride: int, overhang: int = 0) -> list[int]:
    """Return window offsets that cover ``[0, length)`` along one axis.

    The last window is moved back to end on the edge, so every window is full
    size; a raster shorter than the window gets one window at 0. With an
    overhang, windows begin that far before the raster, and none is moved. What
    lies outside is for the reader to fill.

    Args:
        length: raster height or width, pixels.
        window_size: window edge, pixels.
        stride: step between window origins, pixels; ``1 <= stride <= window_size``.
        overhang: how far windows reach beyond both edges at least, pixels; 0: not at all.

    Returns:
        Increasing offsets, pixels. Never empty.

    Raises:
        ValueError: if ``stride`` would leave gaps or not advance.
    """
    if not 1 <= stride <= window_size:
        raise ValueError(f"stride must be in [1, {window_size}], got {stride}")
    if overhang:
        stop = max(length + overhang - window_size + stride, 1 - overhang)
        return [*range(-overhang, stop, stride)]
    last = max(length - window_size, 0)
    return [*range(0, last, stride), last]


def cheapest_window(
    width: int, height: int, sizes: Collection[int], overlap: int, overhang: int = 0
) -> int:
    """Return that window edge with which the fewest pixels are looked at; of equals the largest.

    As the last window is moved back, it may look at little that no other one has looked at: a
    somewhat larger window does without it, a smaller one looks at less twice.

    Args:
        width: of the raster, pixels.
        height: likewise.
        sizes: edges to choose from, pixels; each more than the overlap, at least one.
        overlap: of neighbouring windows at least, pixels.
        overhang: see `axis_offsets`.
    """

    def looked_at(size: int) -> int:
        rows, cols = (
            len(axis_offsets(length, size, size - overlap, overhang)) for length in (height, width)
        )
        return rows * cols * size**2

    return min(sorted(sizes, reverse=True), key=looked_at)


@dataclass(frozen=True)
class WindowGrid:
    """The windows that a region of a raster needs, row by row from the top left.

    Each window has a piece that is its own: its top left part, up to where the next window
    begins. Pieces tile the grid, and are the same for every region of a raster.

    Attributes:
        window_size: window edge, pixels.
        rows: row offsets of the windows, increasing, pixels.
        cols: column offsets, likewise.
        row_stop: where the last row of pieces ends, pixels.
        col_stop: where the last column of pieces ends, likewise.
    """

    window_size: int
    rows: tuple[int, ...]
    cols: tuple[int, ...]
    row_stop: int
    col_stop: int

    @classmethod
    def over(
        cls,
        width: int,
        height: int,
        window_size: int,
        stride: int,
        region: Window,
        overhang: int = 0,
    ) -> WindowGrid:
        """Return the windows of a ``width`` x ``height`` raster that touch ``region``.

        With an overhang they reach that far beyond the raster, see `axis_offsets`.
        """

        def touching(length: int, start: int, stop: int) -> tuple[tuple[int, ...], int]:
            offsets = axis_offsets(length, window_size, stride, overhang)
            used = tuple(off for off in offsets if off < stop and off + window_size > start)
            following = offsets[offsets.index(used[-1]) + 1 :]
            return used, following[0] if following else used[-1] + window_size

        rows, row_stop = touching(height, region.row_off, region.row_off + region.height)
        cols, col_stop = touching(width, region.col_off, region.col_off + region.width)
        return cls(window_size, rows, cols, row_stop, col_stop)

    def piece(self, row_index: int, col_index: int) -> Window:
        """Return the piece of the window in this row and column of the grid."""
        row_off, col_off = self.rows[row_index], self.cols[col_index]
        is_last_row = row_index + 1 == len(self.rows)
        is_last_col = col_index + 1 == len(self.cols)
        row_end = self.row_stop if is_last_row else self.rows[row_index + 1]
        col_end = self.col_stop if is_last_col else self.cols[col_index + 1]
        return Window(col_off, row_off, col_end - col_off, row_end - row_off)

    def first_reaching(self, row_index: int, above: int = 0) -> int:
        """Return the first row of windows that has a part in what a row of pieces tells.

        Args:
            row_index: of the row of pieces.
            above: how far above its pieces is looked at, too, pixels.
        """
        top = self.rows[row_index] - above
        return next(index for index, row in enumerate(self.rows) if row + self.window_size > top)

    def __len__(self) -> int:
        """Return the number of windows."""
        return len(self.rows) * len(self.cols)

    def __iter__(self) -> Iterator[Window]:
        """Yield the windows, rows from the top, each row from the left."""
        return self.from_row(0)

    def from_row(self, row_index: int) -> Iterator[Window]:
        """Yield the windows of this row of the grid and of those below it."""
        for row_off in self.rows[row_index:]:
            for col_off in self.cols:
                yield Window(col_off, row_off, self.window_size, self.window_size)
