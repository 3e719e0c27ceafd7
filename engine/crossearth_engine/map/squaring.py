"""Polygons of a class map with right angles where they are asked for, neighbours in step.

A polygon is squared as soon as all that touch it are known, and its neighbours follow vertex by
vertex: they share afterwards what they shared before. One that would make a neighbour cross
itself, or go too far from what it was, stays as it is. Polygons come in, and go out in the same
order; in memory are those that wait for a neighbour.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from crossearth_engine.map.coverage import EARLIER, NOBODY, Coverage, Places
from crossearth_engine.map.polygons import FEW_PIXELS, Patches, SideLog, Sides
from crossearth_engine.map.right_angles import Move, Ring, direction_of, square
from crossearth_engine.shared.palette import NODATA

VERTICES_AT_ONCE = 500_000
"""So many are gathered before any polygon is squared."""
LEAST_OVERLAP = 0.8
"""What a squared polygon and its outline have in common at least, of what both have together."""
FARTHEST = 3.0
"""How far a corner goes at most, in tolerances."""
LARGEST = 10_000
"""A polygon with more vertices is no building."""

Axes = Callable[[float, float], NDArray[np.float64]]


@dataclass
class Tally:
    """How many polygons were to get right angles, and how many have them."""

    asked: int = 0
    squared: int = 0


def with_right_angles(
    patches: Iterable[Patches],
    sides: SideLog,
    shape_yx: tuple[int, int],
    axes: Axes,
    tolerance: float,
    tally: Tally,
) -> Iterator[Patches]:
    """Yield polygons, those of some classes with right angles.

    Args:
        patches: all of a raster, as `find_patches` returns them.
        sides: what it was given to log, of the classes whose polygons get right angles.
        shape_yx: of the raster.
        axes: what a step to the next column and one to the next row are on the ground around a
            column and row, as columns of a matrix; in any unit.
        tolerance: steps that are shorter are none of a building, pixels.
        tally: is told what came of it.
    """
    squarer = _Squarer(sides, shape_yx, axes, tolerance, tally)
    waiting: list[Patches] = []
    vertices, enough = 0, VERTICES_AT_ONCE
    for some in patches:
        waiting.append(some)
        vertices += int(shapely.get_num_coordinates(some.outlines).sum())
        if vertices >= enough:
            done, left = squarer.settle(_together(waiting), is_all=False)
            yield done
            waiting = [left]
            vertices = int(shapely.get_num_coordinates(left.outlines).sum())
            enough = max(VERTICES_AT_ONCE, 2 * vertices)
    if waiting:
        done, _ = squarer.settle(_together(waiting), is_all=True)
        yield done


def _together(items: list[Patches]) -> Patches:
    return Patches._make(np.concatenate(arrays) for arrays in zip(*items, strict=True))


class _Left(NamedTuple):
    """What is still to be known when more polygons have come.

    Attributes:
        keys, places: vertices that have moved, and where to.
        complete: vertices at which no polygon is missing.
        is_settled: of the polygons that wait, which can move no more by themselves.
    """

    keys: Places
    places: NDArray[np.float64]
    complete: Places
    is_settled: NDArray[np.bool_]

    @classmethod
    def of_nothing(cls) -> _Left:
        nobody = np.empty(0, np.intp)
        return cls(nobody, np.empty((0, 2)), nobody, np.empty(0, bool))


class _Squarer:
    """Squares what is complete of the polygons that wait."""

    def __init__(
        self,
        sides: SideLog,
        shape_yx: tuple[int, int],
        axes: Axes,
        tolerance: float,
        tally: Tally,
    ) -> None:
        self._sides = sides
        self._shape_yx = shape_yx
        self._axes = axes
        self._tolerance = tolerance
        self._tally = tally
        self._left = _Left.of_nothing()

    def settle(self, patches: Patches, *, is_all: bool) -> tuple[Patches, Patches]:
        """Return the polygons that nothing can change any more, and those that wait on.

        Args:
            patches: those that wait, first those that have waited before.
            is_all: whether no other one comes.
        """
        if not len(patches.values):
            return patches, patches
        coverage = Coverage(patches, self._shape_yx)
        coverage.move(self._left.keys, self._left.places, EARLIER)
        is_open = coverage.open_vertices() & ~np.isin(coverage.keys, self._left.complete)
        if is_all:
            is_open[:] = False
        is_settled = np.zeros(len(patches.values), bool)
        is_settled[: len(self._left.is_settled)] = self._left.is_settled
        is_chosen = np.isin(patches.values, list(self._sides.values)) & ~is_settled
        is_ready = is_chosen & ~coverage.have(is_open)
        self._tally.asked += int(is_ready.sum())
        sides = Sides._make(map(np.concatenate, zip(Sides.none(), *self._sides.found, strict=True)))
        self._tally.squared += self._square(coverage, np.flatnonzero(is_ready), sides)
        # What lies beside one that waits may change with it.
        is_near = coverage.at(is_chosen & ~is_ready)
        stays = coverage.have(is_open | is_near)
        is_kept = coverage.at(stays)
        is_moved = is_kept & (coverage.owner != NOBODY)
        self._left = _Left(
            coverage.keys[is_moved],
            coverage.places[is_moved],
            coverage.keys[is_kept & ~is_open],
            (is_settled | is_ready)[stays],
        )
        # Those of polygons that are still to come stay, too.
        starts = coverage.find(sides.starts)
        is_over = (starts >= 0) & ~is_kept[starts]
        self._sides.found[:] = [Sides._make(some[~is_over] for some in sides)]
        done = patches._replace(outlines=coverage.outlines())
        return done.select(~stays & (patches.values != NODATA)), patches.select(stays)

    def _square(self, coverage: Coverage, chosen: Places, sides: Sides) -> int:
        """Move the vertices of polygons; return of how many they stay moved."""
        cut_off = coverage.cut_off(sides)
        largest_first = chosen[np.argsort(-coverage.patches.pixels[chosen], kind="stable")]
        needs: dict[int, set[int]] = {}
        for patch in largest_first.tolist():
            by = coverage.owner[coverage.vertices[coverage.of(patch)]]
            if self._square_one(coverage, patch, cut_off):
                needs[patch] = set(by[by >= 0].tolist())
        return len(needs) - len(coverage.take_back_what_crosses(needs))

    def _square_one(self, coverage: Coverage, patch: int, cut_off: NDArray[np.float64]) -> bool:
        """Move the vertices of a polygon where it has right angles to be found."""
        sides = coverage.of(patch)
        if coverage.patches.pixels[patch] <= FEW_PIXELS or sides.stop - sides.start > LARGEST:
            return False
        axes = self._axes(*coverage.origin(coverage.vertices[[sides.start]])[0].tolist())
        # Of the size of a pixel, so that tolerances are.
        axes = axes / np.sqrt(abs(np.linalg.det(axes)))
        own = coverage.rings_of(patch)
        rings = [_ring(coverage, vertices, axes, cut_off) for vertices in own]
        direction = direction_of(rings, self._tolerance)
        if direction is None:
            return False
        moves = [square(ring, direction, self._tolerance) for ring in rings]
        for i, ring in enumerate(rings):
            if _farthest(ring, moves[i]) > FARTHEST * self._tolerance:
                moves[i] = None
        if moves[0] is None or not _is_alike(rings, moves):
            return False
        back = np.linalg.inv(axes)
        for vertices, ring_moves in zip(own, moves, strict=True):
            if ring_moves is not None:
                there = np.array([math.nan if move is None else move for move in ring_moves])
                places = np.stack([there.real, there.imag], axis=1) @ back.T
                coverage.give(vertices, places, patch)
        return True


def _ring(
    coverage: Coverage, vertices: Places, axes: NDArray[np.float64], cut_off: NDArray[np.float64]
) -> Ring:
    """Return a ring of a polygon on the ground."""
    of_coverage = coverage.vertices[vertices]
    x, y = axes @ coverage.places[of_coverage].T
    is_pinned = coverage.owner[of_coverage] != NOBODY
    is_another = is_pinned & np.roll(is_pinned, -1)
    is_as_drawn = ~(is_pinned | np.roll(is_pinned, -1))
    return Ring(
        (x + 1j * y).tolist(),
        (cut_off[vertices] * is_as_drawn * np.linalg.det(axes)).tolist(),
        (coverage.is_fixed[vertices] | is_another).tolist(),
        is_pinned.tolist(),
        coverage.is_junction[of_coverage].tolist(),
    )


def _farthest(ring: Ring, moves: Sequence[Move] | None) -> float:
    """Return how far a vertex goes at most."""
    if moves is None:
        return 0.0
    pairs = zip(ring.places, moves, strict=True)
    return max(0.0 if move is None else abs(move - place) for place, move in pairs)


def _is_alike(rings: Sequence[Ring], moves: Sequence[Sequence[Move] | None]) -> bool:
    """Whether a squared outline is one, and covers what it did but for a little."""
    was = [ring.places for ring in rings]
    now = [
        ring.places if some is None else [move for move in some if move is not None]
        for ring, some in zip(rings, moves, strict=True)
    ]
    if min(map(len, now)) < 3:
        return False
    before, after = (_polygon(places) for places in (was, now))
    if not (before.is_valid and after.is_valid):
        return False
    common = after.intersection(before).area
    is_alike: bool = common >= LEAST_OVERLAP * (after.area + before.area - common)
    return is_alike


def _polygon(rings: Sequence[Sequence[complex]]) -> shapely.Polygon:
    shell, *holes = ([(place.real, place.imag) for place in ring] for ring in rings)
    return shapely.Polygon(shell, holes)
