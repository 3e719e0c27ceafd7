"""The right angles of a building, found again in its outline.

Walls of most buildings run in two directions. The one that the sides of an outline have most is
taken, each side goes to the nearer of it and the one across, what follows each other in the same
direction is one wall, which lies so that the area stays what it was, and corners are where walls
meet. Vertices are moved or left out, none is added: whatever else has them follows.

Places are complex numbers on the ground, in units of a pixel. Works on one outline, and knows none
of its neighbours; see `squaring`.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from dataclasses import dataclass

LEAST_AGREEMENT = 0.6
"""How much the directions of an outline agree at least, of 1 for a rectangle; a circle has 0."""
_FLATTEST = 0.3
"""Sine of the smallest angle at which a wall meets what stays as it is."""
_CUT = 0.4
"""How much a side goes across its wall, for each step along it, where a corner was cut off."""
_NOTHING = 1e-6

# What becomes of a vertex: its place, or None if it goes.
Move = complex | None


@dataclass(frozen=True)
class Ring:
    """A ring of an outline; its first vertex is not repeated.

    Attributes:
        places: of its vertices.
        cut_off: of each side, from its vertex to the next, the area between it and the corners of
            pixels that were there; positive where these lie on its right.
        is_fixed: of each side, whether it stays on its line: it is no wall, but where the data end,
            or another's wall already.
        is_pinned: of each vertex, whether it stays where it is.
        is_kept: of each vertex, whether something else begins there, so that it cannot go.
    """

    places: Sequence[complex]
    cut_off: Sequence[float]
    is_fixed: Sequence[bool]
    is_pinned: Sequence[bool]
    is_kept: Sequence[bool]

    def sides(self) -> list[complex]:
        """Return the way from each vertex to the next."""
        places = self.places
        return [places[i + 1 - len(places)] - place for i, place in enumerate(places)]


def direction_of(rings: Sequence[Ring], shortest: float) -> complex | None:
    """Return the direction of the walls, of length 1; None where there is no such.

    The fourth powers of sides along and across are the same: their sum has the mean direction
    (directional statistics of axes, Mardia and Jupp 2000, 9.1). Long ones tell it best; walls
    tell it better than the sides that they were drawn with.

    Args:
        rings: of an outline.
        shortest: as for `square`.
    """
    sides = [
        side
        for ring in rings
        for side, is_fixed in zip(ring.sides(), ring.is_fixed, strict=True)
        if not is_fixed and side
    ]
    agreeing = abs(sum(side**4 / abs(side) ** 2 for side in sides))
    if agreeing < LEAST_AGREEMENT * sum(abs(side) ** 2 for side in sides) or not sides:
        return None
    direction = _mean_direction(sides)
    for _ in range(2):
        direction = _mean_direction(
            [
                _chord(ring.sides(), wall, direction)
                for ring in rings
                for wall in _walls(ring, ring.sides(), direction, shortest)
                if wall.way >= 0
            ]
        )
    return direction


def _chord(sides: Sequence[complex], wall: _Wall, direction: complex) -> complex:
    """Return how far a wall goes, without the corners that are cut off at its ends."""
    turned = (direction * 1j if wall.way else direction).conjugate()
    own = list(wall.sides)
    while len(own) > 1 and _slope(sides[own[0]] * turned) > _CUT:
        del own[0]
    while len(own) > 1 and _slope(sides[own[-1]] * turned) > _CUT:
        del own[-1]
    return sum(sides[i] for i in own)


def _slope(side: complex) -> float:
    return abs(side.imag) / abs(side.real) if side.real else math.inf


def _mean_direction(sides: Sequence[complex]) -> complex:
    squared = sum(side**4 / abs(side) ** 2 for side in sides if side)
    return cmath.rect(1, cmath.phase(squared) / 4)


def square(ring: Ring, direction: complex, shortest: float) -> list[Move] | None:
    """Return where the vertices of a ring go; None if it has no right angles to be found.

    Args:
        ring: of an outline.
        direction: of its walls.
        shortest: a wall between two in the same direction is none if it is shorter.
    """
    sides = ring.sides()
    walls = _walls(ring, sides, direction, shortest)
    if len(walls) < 4:
        return None
    of_side = [walls[0]] * len(sides)
    for wall in walls:
        wall.lay(ring, sides, direction)
        for side in wall.sides:
            of_side[side] = wall
    moves: list[Move] = []
    for i, place in enumerate(ring.places):
        before, after = of_side[i - 1], of_side[i]
        move: Move = place
        if before is after:
            move = after.nearest(place) if ring.is_kept[i] or ring.is_pinned[i] else None
        elif before.way >= 0 or after.way >= 0:
            move = before.meets(after)
            if move is None:
                return None
        if ring.is_pinned[i]:
            if move is None or abs(move - place) > _NOTHING:
                return None
            move = place
        moves.append(move)
    return moves


@dataclass
class _Wall:
    """Sides that follow each other and become one line.

    Attributes:
        sides: their numbers.
        way: 0 along the direction of the outline, 1 across, -1 a fixed side as it is.
        place, direction: of the line, once it is laid.
    """

    sides: list[int]
    way: int
    place: complex = 0
    direction: complex = 0

    def lay(self, ring: Ring, sides: Sequence[complex], direction: complex) -> None:
        """Lay the line: through what is pinned, or where the sides are in the mean."""
        places = ring.places
        if self.way < 0:
            (side,) = self.sides
            self.place, self.direction = places[side], sides[side] / abs(sides[side])
            return
        self.direction = direction * 1j if self.way else direction
        ends = [*self.sides, self.sides[-1] + 1 - len(places)]
        pinned = [i for i in ends if ring.is_pinned[i]]
        if pinned:
            self.place = places[pinned[0]]
            return
        # Where as many pixels of the outline lie on its one side as of others on the other.
        integral = length = 0.0
        for i in self.sides:
            turned = self.direction.conjugate()
            along, across = (sides[i] * turned).real, (places[i] + sides[i] / 2) * turned
            integral += along * across.imag - ring.cut_off[i]
            length += along
        self.place = self.direction * 1j * (integral / length if length else across.imag)

    def nearest(self, place: complex) -> complex:
        """Return the place on the line that is nearest to another."""
        along = ((place - self.place) * self.direction.conjugate()).real
        return self.place + along * self.direction

    def meets(self, other: _Wall) -> complex | None:
        """Return where the lines meet; None where they hardly do."""
        sine = (other.direction.conjugate() * self.direction).imag
        if abs(sine) < _FLATTEST:
            return None
        apart = (other.direction.conjugate() * (self.place - other.place)).imag
        return self.place - self.direction * (apart / sine)


def _walls(
    ring: Ring, sides: Sequence[complex], direction: complex, shortest: float
) -> list[_Wall]:
    walls: list[_Wall] = []
    for i, side in enumerate(sides):
        along = side * direction.conjugate()
        way = -1 if ring.is_fixed[i] and side else int(abs(along.imag) > abs(along.real))
        if walls and walls[-1].way == way >= 0:
            walls[-1].sides.append(i)
        else:
            walls.append(_Wall([i], way))
    if len(walls) > 1 and walls[0].way == walls[-1].way >= 0:
        walls[0].sides[:0] = walls.pop().sides
    while len(walls) > 4:
        # A step of pixels, or a corner that is cut off, is no wall.
        lengths = [_length(walls, i, sides, direction) for i in range(len(walls))]
        least = min(range(len(walls)), key=lengths.__getitem__)
        if lengths[least] >= shortest:
            break
        walls = walls[least - 1 :] + walls[: least - 1]
        before, short, after = walls[:3]
        joined = _Wall(before.sides + short.sides + after.sides, before.way)
        walls = [joined, *walls[3:]]
    return walls


def _length(walls: Sequence[_Wall], i: int, sides: Sequence[complex], direction: complex) -> float:
    """Return how long a wall is that may go, and infinity of one that may not."""
    wall = walls[i]
    if min(wall.way, walls[i - 1].way, walls[i + 1 - len(walls)].way) < 0:
        return math.inf
    along = sum(sides[side] for side in wall.sides) * direction.conjugate()
    return abs(along.imag if wall.way else along.real)
