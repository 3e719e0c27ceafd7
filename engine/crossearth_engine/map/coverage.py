"""Polygons that share their vertices, so that what moves one of them moves its neighbours, too.

Arrays in, arrays out: which sides two polygons have in common, which vertices lie where others
begin, and whether anything crosses once vertices have moved.
"""

from __future__ import annotations

import re

import numpy as np
import shapely
from numpy.typing import NDArray

from crossearth_engine.map.polygons import Patches, Sides
from crossearth_engine.shared.palette import NODATA

Places = NDArray[np.intp]
Flags = NDArray[np.bool_]
Points = NDArray[np.float64]

NOBODY, EARLIER = -1, -2
"""Owners of vertices that nobody has moved, and that were moved before."""

_PLACE = re.compile(r"\[(\S+) (\S+)\]")


class Coverage:
    """Polygons, one at least, and the vertices that they share; a side goes from one to the next.

    Attributes:
        patches: the polygons.
        keys: (K,), the vertices, in order: row of the raster times its width plus one, plus column.
        places: (K, 2), where they are now, columns and rows; NaN for those that have gone.
        owner: (K,), the polygon that has moved each, or `NOBODY` or `EARLIER`.
        vertices: (V,), those of all rings, one after the other; the first one is not repeated.
        patch_of: (V,), the polygon of each.
        is_fixed: (V,), sides that lie on the edge of the raster, or with no data beyond.
        is_junction: (K,), vertices where more than two sides meet.
    """

    def __init__(self, patches: Patches, shape_yx: tuple[int, int]) -> None:
        self.patches = patches
        height, width = shape_yx
        self._width, self._size = width, (width, height)
        kind, coordinates, offsets = shapely.to_ragged_array(patches.outlines)
        if kind != shapely.GeometryType.POLYGON:
            raise ValueError("only polygons have rings")
        ring_ends, patch_ends = offsets
        is_vertex = np.ones(len(coordinates), bool)
        is_vertex[ring_ends[1:] - 1] = False
        ring_sizes = np.diff(ring_ends) - 1
        self.ring_of: Places = np.repeat(np.arange(len(ring_sizes)), ring_sizes)
        patch_of_ring = np.repeat(np.arange(len(patches.values)), np.diff(patch_ends))
        self.patch_of: Places = patch_of_ring[self.ring_of]
        self._first: Places = np.searchsorted(self.patch_of, np.arange(len(patches.values) + 1))
        cols, rows = np.rint(coordinates[is_vertex]).astype(np.intp).T
        self.keys, self.vertices = np.unique(rows * (width + 1) + cols, return_inverse=True)
        rows, cols = np.divmod(self.keys, width + 1)
        self.places = self.origin(np.arange(len(self.keys)))
        self.owner: Places = np.full(len(self.keys), NOBODY)
        self._starts = np.append(0, np.cumsum(ring_sizes))[:-1]
        after = np.arange(1, len(self.vertices) + 1)
        after[self._starts + ring_sizes - 1] = self._starts
        ends = np.sort(np.stack([self.vertices, self.vertices[after]]), axis=0)
        sides, self._side_of, counts = np.unique(
            ends[0] * len(self.keys) + ends[1], return_inverse=True, return_counts=True
        )
        self._ends = np.stack(np.divmod(sides, len(self.keys)))
        is_at_edge = np.zeros(len(sides), bool)
        for at, limit in ((cols, width), (rows, height)):
            for edge in (0, limit):
                is_at_edge |= (at[self._ends] == edge).all(axis=0)
        self._is_open = (counts == 1) & ~is_at_edge
        has_nodata = np.zeros(len(sides), bool)
        has_nodata[self._side_of[patches.values[self.patch_of] == NODATA]] = True
        self.is_fixed: Flags = (is_at_edge | has_nodata)[self._side_of]
        self.is_junction: Flags = np.bincount(self._ends.ravel(), minlength=len(self.keys)) > 2

    def cut_off(self, sides: Sides) -> NDArray[np.float64]:
        """Return what each side has cut off, (V,); square pixels, as `Sides` has it."""
        starts, ends = self.find(sides.starts), self.find(sides.ends)
        is_here = (starts >= 0) & (ends >= 0)
        starts, ends = starts[is_here], ends[is_here]
        count = len(self.keys)
        codes = np.minimum(starts, ends) * count + np.maximum(starts, ends)
        own = self._ends[0] * count + self._ends[1]
        of_side = np.zeros(len(own))
        at = np.searchsorted(own, codes).clip(max=len(own) - 1)
        is_own = own[at] == codes
        of_side[at[is_own]] = (
            np.where(starts < ends, 1, -1)[is_own] * sides.cut_off[is_here][is_own]
        )
        is_forward = self.vertices == self._ends[0][self._side_of]
        return np.where(is_forward, 1, -1) * of_side[self._side_of]

    def find(self, corners: Places) -> Places:
        """Return the numbers of corners (N, 2), columns and rows, as vertices, or -1."""
        keys = corners[:, 1] * (self._width + 1) + corners[:, 0]
        at = np.searchsorted(self.keys, keys).clip(max=len(self.keys) - 1)
        return np.where(self.keys[at] == keys, at, -1)

    def open_vertices(self) -> Flags:
        """Return at which vertices a polygon is missing, (K,)."""
        is_open = np.zeros(len(self.keys), bool)
        is_open[self._ends[:, self._is_open]] = True
        return is_open

    def have(self, is_meant: Flags) -> Flags:
        """Return which polygons have one of some vertices (K,), (P,)."""
        found = np.zeros(len(self.patches.values), bool)
        found[self.patch_of[is_meant[self.vertices]]] = True
        return found

    def at(self, is_meant: Flags) -> Flags:
        """Return which vertices some polygons (P,) have, (K,)."""
        found = np.zeros(len(self.keys), bool)
        found[self.vertices[is_meant[self.patch_of]]] = True
        return found

    def of(self, patch: int) -> slice:
        """Return where in ``vertices`` those of a polygon are."""
        return slice(int(self._first[patch]), int(self._first[patch + 1]))

    def move(self, keys: Places, places: Points, owner: int) -> None:
        """Move those of some vertices that are here."""
        at = np.searchsorted(self.keys, keys).clip(max=len(self.keys) - 1)
        is_here = self.keys[at] == keys
        self.places[at[is_here]] = places[is_here]
        self.owner[at[is_here]] = owner

    def give(self, which: Places, places: Points, patch: int) -> None:
        """Move vertices of a polygon, by their places in ``vertices``, that nobody has moved."""
        vertices = self.vertices[which]
        is_free = self.owner[vertices] == NOBODY
        # What lies on the edge of the raster stays there to the last digit.
        origin = self.origin(vertices)
        is_at_edge = (origin == 0) | (origin == self._size)
        places = np.where(is_at_edge, origin, places)
        self.places[vertices[is_free]] = places[is_free]
        self.owner[vertices[is_free]] = patch

    def rings_of(self, patch: int) -> list[Places]:
        """Return the vertices of a polygon's rings that are left, as places in ``vertices``."""
        own = np.arange(self._first[patch], self._first[patch + 1])
        own = own[~np.isnan(self.places[self.vertices[own], 0])]
        return np.split(own, np.flatnonzero(np.diff(self.ring_of[own])) + 1)

    def outlines(self) -> NDArray[np.object_]:
        """Return the polygons as they are now."""
        outlines: NDArray[np.object_] = self.patches.outlines.copy()
        is_touched = self.have(self.owner != NOBODY)
        self._rebuild(outlines, is_touched)
        return outlines

    def _rebuild(self, outlines: NDArray[np.object_], is_meant: Flags) -> None:
        """Make some polygons anew, whose rings have three vertices at least."""
        is_left = is_meant[self.patch_of] & ~np.isnan(self.places[self.vertices, 0])
        if not is_left.any():
            return
        rings, ring_of = np.unique(self.ring_of[is_left], return_inverse=True)
        lines = shapely.linearrings(self.places[self.vertices[is_left]], indices=ring_of)
        patch_of = self.patch_of[self._starts[rings]]
        which, of = np.unique(patch_of, return_inverse=True)
        outlines[which] = shapely.polygons(lines, indices=of)

    def take_back_what_crosses(self, needs: dict[int, set[int]]) -> set[int]:
        """Move vertices back until no polygon crosses itself or lies within another.

        Polygons that were a coverage are one still if none of them crosses itself, and none of
        their rings has turned over.

        Args:
            needs: of a polygon that has moved vertices, those by whose vertices it goes.

        Returns:
            The polygons whose vertices are where they were.
        """
        back: set[int] = set()
        is_meant = self.have(self.owner >= 0)
        while True:
            culprits = self._culprits(is_meant) - back
            if not culprits:
                return back
            while more := {one for one, by in needs.items() if by & culprits} - culprits:
                culprits |= more
            is_back = np.isin(self.owner, list(culprits))
            is_meant = self.have(is_back)
            self.places[is_back] = self.origin(np.flatnonzero(is_back))
            self.owner[is_back] = NOBODY
            back |= culprits

    def _culprits(self, is_meant: Flags) -> set[int]:
        """Return polygons that must move their vertices back, of what is wrong with some others."""
        is_meant = is_meant & self.have(self.owner >= 0)
        own = np.flatnonzero(is_meant[self.patch_of])
        if not len(own):
            return set()
        own_vertices, ring_of = self.vertices[own], self.ring_of[own]
        is_left = ~np.isnan(self.places[own_vertices, 0])
        count = len(self._starts)
        before = _signed_areas(self.origin(own_vertices), ring_of, count)
        now = _signed_areas(self.places[own_vertices[is_left]], ring_of[is_left], count)
        is_bad = (before * now <= 0) & (before != 0)
        culprits = set(self.owner[own_vertices[is_bad[ring_of]]].tolist())
        is_meant[self.patch_of[self._starts[is_bad]]] = False
        outlines = self.patches.outlines.copy()
        self._rebuild(outlines, is_meant)
        invalid = np.flatnonzero(is_meant)[~shapely.is_valid(outlines[is_meant])]
        for patch in invalid.tolist():
            culprits |= self._crossing(patch, outlines[patch])
        return culprits - {NOBODY, EARLIER}

    def _crossing(self, patch: int, outline: shapely.Geometry) -> set[int]:
        """Return which polygons have made another one cross itself, by moving its vertices."""
        ends = []
        for ring in self.rings_of(patch):
            of_ring = self.vertices[ring]
            ends.append(np.stack([of_ring, np.roll(of_ring, -1)], axis=1))
        sides = np.concatenate(ends)
        lines = shapely.linestrings(self.places[sides])
        is_changed = (self.owner[sides] >= 0).any(axis=1)
        one, other = shapely.STRtree(lines).query(lines[is_changed], predicate="intersects")
        pairs = np.concatenate([sides[is_changed][one], sides[other]], axis=1)
        is_apart = (pairs[:, :2, None] != pairs[:, None, 2:]).all(axis=(1, 2))
        owners = self.owner[pairs[is_apart]]
        if not len(owners):
            # A side that runs back on the one before, or a hole that has left its shell.
            moved = np.unique(sides[(self.owner[sides] >= 0)])
            at = np.array(_PLACE.findall(shapely.is_valid_reason(outline))[0], np.float64)
            nearest = np.argmin(((self.places[moved] - at) ** 2).sum(axis=1))
            return {int(self.owner[moved[nearest]])}
        # The smaller one of those that have come too near each other.
        pixels = np.where(owners >= 0, self.patches.pixels[owners], np.iinfo(np.int64).max)
        return set(owners[np.arange(len(owners)), pixels.argmin(axis=1)].tolist())

    def origin(self, vertices: Places) -> Points:
        """Return where vertices were in the raster, (N, 2)."""
        rows, cols = np.divmod(self.keys[vertices], self._width + 1)
        return np.stack([cols, rows], axis=1).astype(np.float64)


def _signed_areas(points: Points, ring_of: Places, count: int) -> NDArray[np.float64]:
    """Return the areas that rings go around, (count,); negative if the other way round.

    Args:
        points: (N, 2), ring after ring.
        ring_of: (N,), the ring of each.
        count: of all rings; those without points have no area.
    """
    areas = np.zeros(count)
    if not len(points):
        return areas
    starts = np.flatnonzero(np.diff(ring_of, prepend=-1))
    sizes = np.diff(np.append(starts, len(points)))
    # From the first of each: of numbers far from zero little would be left.
    near = points - np.repeat(points[starts], sizes, axis=0)
    after = np.arange(1, len(points) + 1)
    after[starts + sizes - 1] = starts
    cross = near[:, 0] * near[after, 1] - near[:, 1] * near[after, 0]
    areas[ring_of[starts]] = np.add.reduceat(cross, starts) / 2
    return areas
