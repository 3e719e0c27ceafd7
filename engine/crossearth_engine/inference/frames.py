"""Pieces with the outermost scores of their neighbours: what interpolation across borders needs.

Between the last pixel centre of one piece and the first of the next lies a pixel's width that
neither can interpolate alone. Here a piece is given the last column of the piece before it and the
last row of the one above, and the ground between those centres with them: so how a raster's pixels
are interpolated does not depend on where windows lie. Arrays in, arrays out; no files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.inference.join import Scores
from crossearth_engine.raster.windows import Window, WindowGrid


class Edges(Protocol):
    """Keeps the last rows (K, width) of pieces, by row and column."""

    def put(self, row: int, slot: int, values: Scores) -> None:
        """Keep what the piece in this row and column will need."""
        ...

    def get(self, row: int, slot: int) -> NDArray[Any] | None:
        """Return it, or None if there is nothing."""
        ...


@dataclass(frozen=True)
class Frame:
    """A piece with what its neighbours lend it.

    Attributes:
        window: the piece, and a column before and a row above it where there is a neighbour.
        scores: (K, height, width) of the window; None where nothing of it was computed.
        ground: left, top, right and bottom of what is its own, in coordinates of the working grid:
            from centre to centre, up to the edge where there is no neighbour.
    """

    window: Window
    scores: Scores | None
    ground: tuple[float, float, float, float]


class PieceFramer:
    """Take pieces in the grid's order and return their frames.

    A skipped window has no scores: beside it the nearest ones count instead, as at the edges of the
    grid.

    Args:
        grid: the windows whose pieces come.
        carry: keeps the last rows of pieces.
        first_row: of the grid, where a run goes on that has finished the rows before.
    """

    def __init__(self, grid: WindowGrid, carry: Edges, first_row: int = 0) -> None:
        self._grid = grid
        self._carry = carry
        self._position = first_row * len(grid.cols)
        # The last column (K, height) of the piece before, and the last score (K,) of the one above.
        self._left: Scores | None = None
        self._corner: Scores | None = None

    def add(self, scores: Scores | None) -> Frame:
        """Take the next piece.

        Args:
            scores: (K, height, width) of the piece, or None if its window was skipped.
        """
        row, col = divmod(self._position, len(self._grid.cols))
        self._position += 1
        piece = self._grid.piece(row, col)
        if col == 0:
            self._left = self._corner = None
        left, corner, above = self._left, self._corner, self._carry.get(row, col)

        self._corner = None if above is None else above[:, -1]
        # Copies: the joiner uses its arrays again.
        self._left = None if scores is None else scores[:, :, -1].copy()
        if scores is not None and row + 1 < len(self._grid.rows):
            self._carry.put(row + 1, col, scores[:, -1])

        has_left, has_above = col > 0, row > 0
        framed = None
        known = [part for part in (scores, left, above, corner) if part is not None]
        if known:
            framed = np.zeros((len(known[0]), piece.height + 1, piece.width + 1), np.float32)
            _fill(framed, scores, left, above, corner)
            framed = framed[:, not has_above :, not has_left :]
        right, bottom = piece.col_off + piece.width, piece.row_off + piece.height
        return Frame(
            Window(
                piece.col_off - has_left,
                piece.row_off - has_above,
                piece.width + has_left,
                piece.height + has_above,
            ),
            framed,
            (
                piece.col_off - 0.5 * has_left,
                piece.row_off - 0.5 * has_above,
                right if col + 1 == len(self._grid.cols) else right - 0.5,
                bottom if row + 1 == len(self._grid.rows) else bottom - 0.5,
            ),
        )


def _fill(
    framed: Scores,
    inside: Scores | None,
    left: Scores | None,
    above: Scores | None,
    corner: Scores | None,
) -> None:
    """Put the parts that are known in place, and beside them the nearest ones; one is known.

    Without ``inside`` only what lies up to half a pixel from the neighbours is asked for: of the
    piece itself the first row and column, which take the neighbours' scores.
    """
    point = None if corner is None else corner[:, None]
    start_of_left = None if left is None else left[:, :1]
    start_of_above = None if above is None else above[:, :1]
    if inside is None:
        framed[:, 1, 1:] = _first(above, start_of_left, point)
        framed[:, 1:, 1] = _first(left, start_of_above, point)
        framed[:, 0, 1:] = _first(above, point, start_of_left)
        framed[:, 1:, 0] = _first(left, point, start_of_above)
        framed[:, :1, 0] = _first(point, start_of_above, start_of_left)
    else:
        framed[:, 1:, 1:] = inside
        framed[:, 0, 1:] = inside[:, 0] if above is None else above
        framed[:, 1:, 0] = inside[:, :, 0] if left is None else left
        framed[:, :1, 0] = _first(point, start_of_above, start_of_left, inside[:, 0, :1])


def _first(*parts: Scores | None) -> Scores:
    return next(part for part in parts if part is not None)
