"""Rings around patches made simpler, so that neighbours still share what they shared.

Corners go or stay for all rings that have them. Works on whole arrays; see `outlines`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.map.outlines import Places, Rings

Flags = NDArray[np.bool_]

_NEVER = np.iinfo(np.int64).max
# Spreads whole numbers over 32 bits, as chance would, and the same way each time (Knuth, 1973).
_SPREAD = 2_654_435_761


def simplify(rings: Rings, is_fixed: Flags, tolerance: float) -> Rings:
    """Return the rings without corners whose absence changes little.

    The corner with the smallest triangle goes first (Visvalingam and Whyatt, 1993), as long as
    nothing else touches that triangle, and its base is no edge already: so rings meet where they
    met before and nowhere else, and none vanishes.

    Args:
        rings: of all patches of an area, as `outlines.trace` returns them.
        is_fixed: (H + 1, W + 1), corners of pixels that stay. Those stay, too, in which more than
            two rings meet.
        tolerance: a corner goes if its triangle is smaller than this squared, in pixels.
    """
    if not len(rings.corners):
        return rings
    chains = _Chains(rings, is_fixed)
    # What goes next: the smallest triangle. Of equal ones those on one side of the border, so that
    # stairs become a slope; and of these as chance would have it, so that many go at once.
    rank = np.full(is_fixed.size, _NEVER)
    changed = np.flatnonzero(chains.is_movable)
    while True:
        size = chains.doubled_area(changed)
        is_small = size < 2 * tolerance**2
        rank[changed] = np.where(is_small, (size << 33) + chains.order[changed], _NEVER)
        candidates = np.flatnonzero(rank < _NEVER)
        if not len(candidates):
            break
        own = rank[candidates]
        is_next = own < rank[chains.before[candidates]]
        is_next &= own < rank[chains.after[candidates]]
        # Where it may not go it stays, unless a neighbour goes.
        chosen = candidates[is_next]
        rank[chosen] = _NEVER
        changed = chains.remove(chosen[chains.can_go(chosen)])
    return rings.of_vertices(chains.is_vertex[chains.corners])


class _Chains:
    """Corners with those next to them, by their number in the area: row times width, plus column.

    Attributes:
        corners: of the rings, (V,).
        is_vertex: which corners are one, still.
        is_movable: those that may go.
        before, after: the ones next to each of these, in the direction of one of its two rings.
        order: of those with equal triangles, which goes first.
    """

    def __init__(self, rings: Rings, is_fixed: Flags) -> None:
        self._shape = is_fixed.shape
        self._width = is_fixed.shape[1]
        self.corners: Places = rings.corners[:, 1] * self._width + rings.corners[:, 0]
        self.is_vertex = np.zeros(is_fixed.size, bool)
        self.is_vertex[self.corners] = True
        is_border = np.ones(self._shape, bool)
        is_border[1:-1, 1:-1] = False
        rings_there = np.bincount(self.corners, minlength=is_fixed.size)
        self.is_movable = (rings_there == 2) & ~(is_fixed | is_border).ravel()

        last = np.flatnonzero(np.diff(rings.ring_of, append=-1))
        first = np.append(0, last[:-1] + 1)
        after, before = np.roll(self.corners, -1), np.roll(self.corners, 1)
        after[last], before[first] = self.corners[first], self.corners[last]
        # Of the two rings the one around the patch with the lower number: all along a border it is
        # the same.
        is_first = self.is_movable[self.corners] & (rings.patch_of[rings.ring_of] < rings.beside)
        own = self.corners[is_first]
        self.before, self.after = np.zeros_like(rings_there), np.zeros_like(rings_there)
        self.before[own], self.after[own] = before[is_first], after[is_first]
        self.order = np.zeros_like(rings_there)
        is_left = self._cross(own) > 0
        self.order[own] = (is_left.astype(np.int64) << 32) + (own * _SPREAD & 0xFFFFFFFF)
        # Edges between corners that stay, in order.
        is_edge = ~(self.is_movable[self.corners] | self.is_movable[after])
        self._edges = np.sort(self._pairs(self.corners[is_edge], after[is_edge]))

    def doubled_area(self, corners: Places) -> Places:
        """Return twice the areas of the triangles that corners make with those next to them."""
        return np.abs(self._cross(corners))

    def can_go(self, corners: Places) -> Flags:
        """Return which of some corners, no two of them next to each other, may go together."""
        before, after = self.before[corners], self.after[corners]
        pairs = self._pairs(before, after)
        is_edge = ~(self.is_movable[before] | self.is_movable[after])
        is_edge[is_edge] = _is_among(self._edges, pairs[is_edge])
        for one, other in ((before, after), (after, before)):
            is_next = (self.before[one] == other) | (self.after[one] == other)
            is_edge |= self.is_movable[one] & is_next
        # Of two with the same base one is enough.
        is_free = np.zeros(len(corners), bool)
        is_free[np.unique(pairs, return_index=True)[1]] = True
        is_free &= ~is_edge
        # In a triangle of half a pixel there is no room for another corner of pixels.
        doubtful = np.flatnonzero(is_free & (self.doubled_area(corners) > 1))
        is_free[doubtful] = self._touch_nothing(corners[doubtful])
        return is_free

    def remove(self, corners: Places) -> Places:
        """Take corners away, no two next to each other; return those with another triangle."""
        before, after = self.before[corners], self.after[corners]
        self.is_vertex[corners] = False
        for one, other in ((before, after), (after, before)):
            is_after = self.after[one] == corners
            self.after[one[is_after]] = other[is_after]
            self.before[one[~is_after]] = other[~is_after]
        is_edge = ~(self.is_movable[before] | self.is_movable[after])
        if is_edge.any():
            new = self._pairs(before[is_edge], after[is_edge])
            self._edges = np.sort(np.concatenate([self._edges, new]))
        near = np.concatenate([before, after])
        changed: Places = near[self.is_movable[near]]
        return changed

    def _places(self, corners: Places) -> tuple[Places, Places]:
        return np.divmod(corners, self._width)

    def _cross(self, corners: Places) -> Places:
        rows, cols = self._places(corners)
        rows_before, cols_before = self._places(self.before[corners])
        rows_after, cols_after = self._places(self.after[corners])
        down = (rows_before - rows) * (cols_after - cols)
        result: Places = (cols_before - cols) * (rows_after - rows) - down
        return result

    def _pairs(self, one: Places, other: Places) -> Places:
        """Return a number for each pair of corners, whichever of them comes first."""
        result: Places = np.minimum(one, other) * self.is_vertex.size + np.maximum(one, other)
        return result

    def _touch_nothing(self, corners: Places) -> Flags:
        """Return which triangles have no other vertex inside or on their edges."""
        three = np.stack([self.before[corners], corners, self.after[corners]])
        rows, cols = self._places(three)
        by_col = np.argsort(cols, axis=0, kind="stable")
        rows, cols = np.take_along_axis(rows, by_col, 0), np.take_along_axis(cols, by_col, 0)
        # Column by column: where the long side of the triangle is, and one of the short ones.
        lengths = cols[2] - cols[0] + 1
        of = np.repeat(np.arange(len(corners)), lengths)
        col = np.arange(len(of)) - np.repeat(np.cumsum(lengths) - lengths - cols[0], lengths)
        (x0, x1, x2), (y0, y1, y2) = cols[:, of], rows[:, of]
        is_second = (col > x1) | (x0 == x1)
        start_x, start_y = np.where(is_second, x1, x0), np.where(is_second, y1, y0)
        stop_x, stop_y = np.where(is_second, x2, x1), np.where(is_second, y2, y1)
        long_side = y0 + (y2 - y0) * (col - x0) / np.maximum(x2 - x0, 1)
        slope = (stop_y - start_y) / np.maximum(stop_x - start_x, 1)
        short_side = start_y + slope * (col - start_x)
        # All corners have whole coordinates: a little more or less does not matter.
        top = np.ceil(np.minimum(long_side, short_side) - 1e-6).astype(np.intp)
        bottom = np.floor(np.maximum(long_side, short_side) + 1e-6).astype(np.intp)
        above = np.zeros((self._shape[0] + 1, self._width), np.int32)
        np.cumsum(self.is_vertex.reshape(self._shape), axis=0, out=above[1:])
        found = np.bincount(of, above[bottom + 1, col] - above[top, col], len(corners))
        is_alone: Flags = found == 3
        return is_alone


def _is_among(numbers: Places, sought: Places) -> Flags:
    """Return which of some numbers are among others, which are in order."""
    if not len(numbers):
        return np.zeros(len(sought), bool)
    found: Flags = numbers.take(np.searchsorted(numbers, sought), mode="clip") == sought
    return found
