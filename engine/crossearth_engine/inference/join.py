"""Joining windows: weighted class scores summed where windows overlap, finished piece by piece.

Arrays in, arrays out; no files. Two joins: ``average`` is the plain mean over windows, the rule of
the official CrossEarth and mmsegmentation code; ``taper`` lets a window fade out towards its edge,
where a network sees least context, so that no seam shows.
"""

from __future__ import annotations

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


class Carry(Protocol):
    """Keeps sums (K + 1, h, w) float32 for the next row of windows, by row and column."""

    def put(self, row: int, slot: int, values: Scores) -> None:
        """Keep what the window in this row and column will need."""
        ...

    def get(self, row: int, slot: int) -> NDArray[Any] | None:
        """Return it, or None if there is nothing."""
        ...


class WindowJoiner:
    """Sum overlapping windows and release each pixel as soon as no window can change it.

    Windows arrive in the grid's order. What a window leaves unfinished below itself is handed to
    ``carry`` until the next row of windows, and only where scores exist: here memory is that of a
    few windows, whatever the raster.

    Args:
        grid: the windows to come.
        weights: weight per pixel of a window, (S, S) float32, positive, S the window size.
        num_classes: K, channels of the scores.
        carry: keeps sums from row to row.
        first_row: of the grid, where a run goes on that has finished the rows before.
    """

    def __init__(
        self,
        grid: WindowGrid,
        weights: Scores,
        num_classes: int,
        carry: Carry,
        first_row: int = 0,
    ) -> None:
        self._grid = grid
        self._weights = weights
        self._num_classes = num_classes
        self._carry = carry
        self._position = first_row * len(grid.cols)
        # Sums over the latest window's square; the extra channel K sums the weights.
        self._sums: Scores | None = None
        # Where the next ones go, in turn: fresh memory for each would cost more than the sums.
        shape = (num_classes + 1, grid.window_size, grid.window_size)
        self._free = [np.empty(shape, np.float32) for _ in range(2)]

    def add(self, scores: Scores | None) -> tuple[Window, Scores | None]:
        """Take the next window and return the piece of the raster that it finishes.

        Args:
            scores: class scores (K, S, S) float32, or None for a window that was skipped.

        Returns:
            The window's piece, which is finished now, and its mean scores (K, height, width), or
            None if every window over the piece was skipped. Pixels that no computed window covers
            have score 0. The array is used again for the window after the next.
        """
        row_index, col_index = divmod(self._position, len(self._grid.cols))
        self._position += 1
        window = self._grid.piece(row_index, col_index)

        sums = self._with_left_neighbour(scores, col_index)
        # Columns right of the piece go on to the next window of this row.
        self._sums = sums if col_index + 1 < len(self._grid.cols) else None

        above = self._carry.get(row_index, col_index)
        if sums is None and above is None:
            return window, None
        size = self._grid.window_size
        if sums is None:
            column = np.zeros((self._num_classes + 1, size, window.width), np.float32)
        else:
            # A view, changed in place: the next window only looks at what is right of it.
            column = sums[:, :, : window.width]
        if above is not None:
            column[:, : above.shape[1]] += above
        if row_index + 1 < len(self._grid.rows) and window.height < size:
            self._carry.put(row_index + 1, col_index, column[:, window.height :])
        weight = column[self._num_classes, : window.height]
        mean = column[: self._num_classes, : window.height]
        # Dividing under a mask takes twice as long, and is needed only beside skipped windows.
        np.divide(mean, weight, out=mean, where=True if weight.all() else weight > 0)
        return window, mean

    def _with_left_neighbour(self, scores: Scores | None, col_index: int) -> Scores | None:
        """Return the sums over the new window's square, (K + 1, S, S); None if nothing is there."""
        shared = None
        if self._sums is not None and col_index > 0:
            step = self._grid.cols[col_index] - self._grid.cols[col_index - 1]
            shared = self._sums[:, :, step:]
            if not shared[self._num_classes].any():
                shared = None
        if scores is None and shared is None:
            return None
        self._free.reverse()
        sums = self._free[0]
        if scores is None:
            sums[:] = 0
        else:
            np.multiply(scores, self._weights, out=sums[: self._num_classes])
            sums[self._num_classes] = self._weights
        if shared is not None:
            sums[:, :, : shared.shape[2]] += shared
        return sums
