"""The outlines of patches of pixels: rings of corners of pixels, which neighbours share.

Works on whole arrays: a map of noise has thousands of rings in a tile, and an object for each of
them, as of GDAL and GEOS, takes ten times as long. Arrays in, arrays out; no files.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]
Places = NDArray[np.intp]

# Ways along the sides of pixels, each a quarter turn right of the one before: a step in rows and
# columns, and where seen from its start the pixels ahead on its right and on its left are.
_STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0))
_RIGHT = ((0, 0), (0, -1), (-1, -1), (-1, 0))
_LEFT = (*_RIGHT[-1:], *_RIGHT[:-1])


class Rings(NamedTuple):
    """Rings around patches, one after the other.

    Attributes:
        corners: (V, 2), columns and rows of their vertices; the first one is not repeated.
        ring_of: (V,), the ring of each vertex, from 0 on and in order.
        patch_of: (R,), the patch that each ring is an edge of.
        is_hole: (R,), whether the patch lies around it.
        beside: (V,), the patch on the other side of what begins at each vertex; -1 outside.
    """

    corners: Places
    ring_of: Places
    patch_of: Places
    is_hole: NDArray[np.bool_]
    beside: Ids

    def after(self) -> Places:
        """Return which vertex comes after each, (V,)."""
        last = np.flatnonzero(np.diff(self.ring_of, append=-1))
        after = np.arange(1, len(self.ring_of) + 1)
        after[last] = np.append(0, last[:-1] + 1)
        return after

    def of_vertices(self, is_kept: NDArray[np.bool_]) -> Rings:
        """Return the same rings with some of their vertices (V,), at least three of each."""
        kept = self._replace(corners=self.corners[is_kept], ring_of=self.ring_of[is_kept])
        return kept._replace(beside=self.beside[is_kept])


def trace(labels: Ids, is_shared: NDArray[np.bool_]) -> Rings:
    """Return the rings around patches, on whose right the patch lies.

    No ring meets itself: where a patch touches itself at a corner, a hole begins there.

    Args:
        labels: (H, W), the patch of each pixel, of those that share edges.
        is_shared: (H + 1, W + 1), corners of pixels that are vertices of all rings there; the
            others are where a ring turns.
    """
    height, width = labels.shape
    framed = np.full((height + 2, width + 2), -1, np.int32)
    framed[1:-1, 1:-1] = labels

    def seen(offset: tuple[int, int]) -> Ids:
        """Return the pixel (H + 1, W + 1) that lies so beside each corner."""
        row, col = 1 + offset[0], 1 + offset[1]
        return framed[row : row + height + 1, col : col + width + 1]

    # Sides of pixels with a patch on their right and another one on their left, by corner and way.
    right = np.stack([seen(offset) for offset in _RIGHT], axis=-1)
    left = right[..., [3, 0, 1, 2]]
    sides = np.flatnonzero((right != left) & (right >= 0))
    number = np.empty(right.size, np.int32)
    number[sides] = np.arange(len(sides))
    patch = right.ravel()[sides]
    corner, way = sides >> 2, sides & 3
    steps = np.array([row * (width + 1) + col for row, col in _STEPS])
    end = corner + steps[way]
    # At its end: the left pixel ahead is of the patch, too, and else the right one, or neither is.
    ahead = 4 * end + way
    turn = np.where(left.ravel()[ahead] == patch, 3, np.where(right.ravel()[ahead] == patch, 0, 1))
    following: Places = number[4 * end + ((way + turn) & 3)].astype(np.intp)
    first, left_over = _rank(following)

    is_vertex = np.empty(len(sides), bool)
    is_vertex[following] = turn != 0
    is_vertex |= is_shared.ravel()[corner]
    is_first = first == np.arange(len(first))
    ring = (np.cumsum(is_first) - 1)[first]
    ends = np.cumsum(np.bincount(ring))
    order = np.empty_like(first)
    order[ends[ring] - 1 - left_over] = np.arange(len(first))
    order = order[is_vertex[order]]
    rows, cols = np.divmod(corner[order], width + 1)
    corners = np.stack([cols, rows], axis=1)
    # Rings are found by their lowest side, which is an upper or a left one of a pixel: outer rings
    # go right from there, and holes, seen from the patch, up.
    owners, is_hole = patch[is_first].astype(np.intp), way[is_first] != 0
    return Rings(corners, ring[order], owners, is_hole, left.ravel()[sides[order]])


def _rank(following: Places) -> tuple[Places, Places]:
    """Return for each member of rings the lowest one of its ring, and how many come until that.

    Args:
        following: (N,), which comes after each.
    """
    # From each to the one 1, 2, 4, 8, … after it.
    lowest, jump = np.arange(len(following)), following
    while True:
        lower = np.minimum(lowest, lowest[jump])
        if np.array_equal(lower, lowest):
            break
        lowest, jump = lower, jump[jump]
    is_last = following == lowest
    left = np.where(is_last, 0, 1)
    jump = np.where(is_last, np.arange(len(following)), following)
    while (more := left[jump]).any():
        left += more
        jump = jump[jump]
    return lowest, left
