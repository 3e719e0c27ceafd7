"""Joining windows: weighted class scores summed where windows overlap, finished piece by piece.

Arrays in, arrays out; no files. Two joins: ``average`` is the plain mean over windows, the rule of
the official CrossEarth and mmsegmentation code; ``taper`` lets a window fade out towards its edge,
where a network sees least context, so that no seam shows.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.raster.windows import Window, WindowGrid

Scores = NDArray[np.float32]


def join_weights(window_size: int, overlap: int, join: str) -> Scores:
    """Return the weight of each pixel of a window, (window_size, window_size) float32, in (0, 1].

    Args:
        window_size: window edge, pixels.
        overlap: pixels shared by neighbouring windows; ``taper`` falls off over this distance,
            by a raised cosine that sums to one with the neighbour's.
        join: ``average`` or ``taper``.

    Raises:
        ValueError: if ``join`` is neither.
    """
    if join not in ("average", "taper"):
        raise ValueError(f"join must be average or taper, got {join!r}")
    axis = np.ones(window_size)
    if join == "taper" and overlap > 0:
        # A ramp longer than half the window would meet the one from the other side.
        ramp_length = min(overlap, window_size // 2)
        ramp = np.sin(0.5 * np.pi * (np.arange(ramp_length) + 0.5) / max(ramp_length, 1)) ** 2
        axis[:ramp_length] = ramp
        axis[window_size - ramp_length :] = ramp[::-1]
    return np.outer(axis, axis).astype(np.float32)


class Planes(Protocol):
    """Sums (K + 1, h, w) float32, channel by channel: an array, or what is on a disk."""

    @property
    def shape(self) -> tuple[int, ...]: ...  # noqa: D102 - see above

    def __getitem__(self, channel: int) -> NDArray[Any]: ...

    def __setitem__(self, channel: int, plane: NDArray[Any]) -> None: ...


class Carry(Protocol):
    """Keeps sums for what comes later, by row and column."""

    def reserve(self, row: int, slot: int, shape: tuple[int, ...]) -> Planes:
        """Return room for what the window in this row and column will need."""
        ...

    def kept(self, row: int, slot: int) -> Planes | None:
        """Return it, or None if there is nothing."""
        ...


class WindowJoiner:
    """Sum overlapping windows and release each pixel as soon as no window can change it.

    Windows arrive in the grid's order. What a window leaves unfinished on its right is kept until
    the next one, and what it leaves below itself is handed to ``carry`` until the next row of
    windows, and only where scores exist: here memory is that of a part of a window, whatever the
    raster.

    Args:
        grid: the windows to come.
        weights: weight per pixel of a window, (S, S) float32, positive, S the window size.
        num_classes: K, channels of the scores.
        carry: keeps sums from row to row.
        first_row: of the grid, where a run goes on that has finished the rows before.
        threads: that sum, each its channels.
        beside: keeps what goes on to the next window, by number; None: in memory.
    """

    def __init__(
        self,
        grid: WindowGrid,
        weights: Scores,
        num_classes: int,
        carry: Carry,
        first_row: int = 0,
        threads: int = 1,
        beside: Carry | None = None,
    ) -> None:
        self._grid = grid
        self._weights = weights
        self._num_classes = num_classes
        self._carry = carry
        self._beside = beside
        self._threads = threads
        self._position = first_row * len(grid.cols)
        # Sums (K + 1, S, w) right of the piece before; the extra channel K sums the weights.
        self._left: Planes | None = None

    def add(self, scores: Scores | None) -> tuple[Window, Scores | None]:
        """Take the next window and return the piece of the raster that it finishes.

        Args:
            scores: class scores (K, S, S) float32, or None for a window that was skipped. They are
                summed where they are: many classes of a window are too large to be there twice.

        Returns:
            The window's piece, which is finished now, and its mean scores (K, height, width), or
            None if every window over the piece was skipped. Pixels that no computed window covers
            have score 0.
        """
        row_index, col_index = divmod(self._position, len(self._grid.cols))
        self._position += 1
        piece = self._grid.piece(row_index, col_index)
        left, above = self._left, self._carry.kept(row_index, col_index)
        self._left = None
        if scores is None and left is None and above is None:
            return piece, None

        size, count = self._grid.window_size, self._num_classes
        if scores is None:
            sums, weight = np.zeros((count, size, size), np.float32), np.zeros_like(self._weights)
        else:
            sums, weight = scores, self._weights.copy()

        def complete(plane: Scores, channel: int) -> None:
            if left is not None:
                plane[:, : left.shape[2]] += left[channel]
            if above is not None:
                plane[: above.shape[1], : piece.width] += above[channel]

        def keep(plane: Scores, channel: int) -> None:
            if right is not None:
                right[channel] = plane[:, piece.width :]
            if below is not None:
                below[channel] = plane[piece.height :, : piece.width]

        complete(weight, count)
        right = below = None
        if col_index + 1 < len(self._grid.cols) and weight[:, piece.width :].any():
            right = self._reserve_right(left, (count + 1, size, size - piece.width))
        if row_index + 1 < len(self._grid.rows) and weight[piece.height :, : piece.width].any():
            shape = (count + 1, size - piece.height, piece.width)
            below = self._carry.reserve(row_index + 1, col_index, shape)
        keep(weight, count)
        inside = slice(piece.height), slice(piece.width)
        divisor = weight[inside]
        # Dividing under a mask takes twice as long, and is needed only beside skipped windows.
        is_told = True if divisor.all() else divisor > 0

        # In the same memory: of each channel what comes in is added before what goes on is kept.
        def finish(channel: int) -> None:
            plane = sums[channel]
            if scores is not None:
                plane *= self._weights
            complete(plane, channel)
            keep(plane, channel)
            np.divide(plane[inside], divisor, out=plane[inside], where=is_told)

        # Channel by channel: each of them stays in a processor's cache.
        if self._threads == 1:
            for channel in range(count):
                finish(channel)
        else:
            with ThreadPoolExecutor(self._threads) as executor:
                list(executor.map(finish, range(count)))
        self._left = right
        return piece, sums[:, : piece.height, : piece.width]

    def _reserve_right(self, left: Planes | None, shape: tuple[int, ...]) -> Planes:
        """Return room for what goes on to the next window; in memory in that of the last one."""
        if self._beside is not None:
            return self._beside.reserve(self._position, 0, shape)
        if left is not None and left.shape == shape:
            return left
        return np.empty(shape, np.float32)
