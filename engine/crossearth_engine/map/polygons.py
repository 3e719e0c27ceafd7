"""A class raster as polygons without steps, and without gaps or overlaps between neighbours.

Works tile by tile. In a tile the patches of pixels are turned into polygons that share their
vertices, and are simplified together; the edges of the tile stay as they are, so that what they
cut is joined again. A polygon is released as soon as no later tile can add to it, or when it has
more vertices than anybody can use: in memory are one tile, and the polygons that reach on.
Does not write files; see `geopackage`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import astuple, dataclass, field
from functools import partial
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.io import DatasetReader
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.map.outlines import Rings, trace
from crossearth_engine.map.simplify import simplify
from crossearth_engine.map.smoothing import label_patches
from crossearth_engine.raster.area import Sizes, sum_areas
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.palette import NODATA
from crossearth_engine.side_by_side import SideBySide

TILE_SIZE = 512
FEW_PIXELS = 2
"""Patches of no more keep their outlines as they are."""
MAX_VERTICES = 100_000
"""A polygon that has more, such as a background around all else, is cut along the tiles."""

Values = NDArray[np.uint8]
Ids = NDArray[np.int32]


class Patches(NamedTuple):
    """Patches of pixels of one class each, as arrays (N,).

    Attributes:
        outlines: polygons, in pixels of the raster.
        values: their classes.
        pixels: how many each has.
        area_m2: what these measure.
        percent: sum of their confidence.
    """

    outlines: NDArray[np.object_]
    values: Values
    pixels: NDArray[np.int64]
    area_m2: NDArray[np.float64]
    percent: NDArray[np.float64]

    def select(self, which: NDArray[np.bool_]) -> Patches:
        """Return some of them."""
        return Patches._make(array[which] for array in self)


def find_patches(
    classes: DatasetReader,
    confidence: DatasetReader | None,
    sizes: Callable[[Window], float | Sizes],
    tolerance: float,
    advance: Callable[[float], None],
    threads: int,
    *,
    sides: SideLog | None = None,
) -> Iterator[Patches]:
    """Yield every patch of a class raster but those of nodata, some at a time.

    A patch is what hangs together by edges of pixels. Neighbours have the same vertices along
    their common border. A patch of more than `MAX_VERTICES` comes in several parts, which are
    neighbours too.

    Args:
        classes: the class raster.
        confidence: raster with the confidence in percent; without it, ``percent`` is 0.
        sizes: returns the areas of the pixels of a window, as `PixelArea.sizes` does.
        tolerance: how much simpler than their pixels polygons are: a corner goes if the triangle
            it makes is smaller than this squared, in pixels.
        advance: called all the time with the share that is done; raises to stop.
        threads: tiles that are drawn at a time, in a thread each.
        sides: gets those of the tiles whose patches are yielded next. With it patches of nodata are
            yielded, too.
    """
    joiner = _Joiner()
    above = _Edge.of_nothing(classes.width)
    below, left = above, above
    tiles = _read_tiles(classes, confidence, sizes)
    draw = partial(_draw, tolerance=tolerance, sides_of=() if sides is None else sides.values)
    with SideBySide(draw, tiles, threads) as drawn:
        for tile, (patches, labels, of_tile) in drawn:
            if sides is not None:
                sides.found.append(of_tile)
            col_off, row_off, width, height = astuple(tile.place)
            pixels_done = row_off * classes.width + col_off * height
            advance(pixels_done / (classes.width * classes.height))
            if col_off == 0:
                below = _Edge.of_nothing(classes.width)
                left = _Edge.of_nothing(height)
            # Those that end at an edge with another tile beyond it may go on there.
            is_open = np.zeros(len(patches.values), bool)
            edges = {
                "top": (row_off > 0, labels[0]),
                "left": (col_off > 0, labels[:, 0]),
                "bottom": (row_off + height < classes.height, labels[-1]),
                "right": (col_off + width < classes.width, labels[:, -1]),
            }
            for has_neighbour, ids in edges.values():
                is_open[ids] |= has_neighbour
            is_data = (patches.values != NODATA) | (sides is not None)
            yield patches.select(is_data & ~is_open)
            numbers = joiner.add(patches, is_data & is_open)
            here = {
                name: _Edge(patches.values[ids], numbers[ids]) for name, (_, ids) in edges.items()
            }
            cols = slice(col_off, col_off + width)
            joiner.join(above.part(cols), here["top"])
            joiner.join(left, here["left"])
            below.values[cols], below.numbers[cols] = here["bottom"]
            left = here["right"]
            yield from joiner.release_large()
            if col_off + width == classes.width:
                above = below
                yield from joiner.release(set(above.numbers.tolist()))
    yield from joiner.release(set())


class Sides(NamedTuple):
    """Sides of polygons, and what they have cut off, as arrays (S,).

    Attributes:
        starts, ends: (S, 2), columns and rows of the raster.
        cut_off: square pixels between the side and the corners of pixels that were there, from
            the start along the corners and back, with the sign of x times the change of y.
    """

    starts: NDArray[np.intp]
    ends: NDArray[np.intp]
    cut_off: NDArray[np.float64]

    @classmethod
    def none(cls) -> Sides:
        """Return no sides."""
        return cls(np.empty((0, 2), np.intp), np.empty((0, 2), np.intp), np.empty(0))


@dataclass
class SideLog:
    """The sides of polygons of some classes, as they are drawn.

    Attributes:
        values: the classes.
        found: their sides.
    """

    values: Collection[int]
    found: list[Sides] = field(default_factory=list)


class _Edge(NamedTuple):
    """Pixels along an edge of a tile: their class, and the number of their patch if it is open."""

    values: Values
    numbers: NDArray[np.int64]

    @classmethod
    def of_nothing(cls, length: int) -> _Edge:
        return cls(np.full(length, NODATA, np.uint8), np.full(length, -1, np.int64))

    def part(self, where: slice) -> _Edge:
        return _Edge(self.values[where], self.numbers[where])


@dataclass
class _Open:
    """A patch that may go on in tiles to come."""

    value: int
    pieces: list[shapely.Geometry]
    vertices: int
    pixels: int
    area_m2: float
    percent: float


class _Joiner:
    """Joins pieces of patches that go on from tile to tile."""

    def __init__(self) -> None:
        self._count = 0
        self._parents: dict[int, int] = {}
        self._open: dict[int, _Open] = {}

    def add(self, patches: Patches, which: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Take the patches that may go on; return a number for each patch, -1 for the others."""
        places = np.flatnonzero(which)
        numbers = np.full(len(which), -1, np.int64)
        numbers[places] = np.arange(self._count, self._count + len(places))
        self._count += len(places)
        chosen = patches.select(which)
        vertices = shapely.get_num_coordinates(chosen.outlines).tolist()
        figures = [array.tolist() for array in chosen[1:]]
        for number, outline, count, value, pixels, area_m2, percent in zip(
            numbers[places].tolist(), chosen.outlines, vertices, *figures, strict=True
        ):
            self._parents[number] = number
            self._open[number] = _Open(value, [outline], count, pixels, area_m2, percent)
        return numbers

    def join(self, one: _Edge, other: _Edge) -> None:
        """Make patches one that have the same class on both sides of an edge.

        But for those that were released for their size: they end at the edge.
        """
        is_one = (one.values == other.values) & (one.numbers >= 0)
        pairs = np.unique(np.stack([one.numbers[is_one], other.numbers[is_one]]), axis=1)
        for first, second in pairs.T.tolist():
            kept, gone = self._root(first), self._root(second)
            if kept == gone or kept not in self._open or gone not in self._open:
                continue
            # The one with fewer pieces is moved.
            if len(self._open[kept].pieces) < len(self._open[gone].pieces):
                kept, gone = gone, kept
            self._parents[gone] = kept
            patch, part = self._open[kept], self._open.pop(gone)
            patch.pieces += part.pieces
            patch.vertices += part.vertices
            patch.pixels += part.pixels
            patch.area_m2 += part.area_m2
            patch.percent += part.percent

    def release(self, numbers: set[int]) -> Iterator[Patches]:
        """Yield the patches that have none of these numbers: they are complete."""
        roots = {number: self._root(number) for number in numbers if number >= 0}
        kept = set(roots.values())
        self._parents = {**roots, **{root: root for root in kept}}
        yield from self._release([root for root in self._open if root not in kept])

    def release_large(self) -> Iterator[Patches]:
        """Yield what there is of patches with too many vertices; what is to come is another one."""
        large = [root for root, patch in self._open.items() if patch.vertices > MAX_VERTICES]
        yield from self._release(large)

    def _release(self, roots: list[int]) -> Iterator[Patches]:
        if not roots:
            return
        done = [self._open.pop(root) for root in roots]
        outlines = np.empty(len(done), object)
        outlines[:] = [_one_of(patch.pieces) for patch in done]
        yield Patches(
            outlines,
            np.array([patch.value for patch in done], np.uint8),
            np.array([patch.pixels for patch in done], np.int64),
            np.array([patch.area_m2 for patch in done]),
            np.array([patch.percent for patch in done]),
        )

    def _root(self, number: int) -> int:
        root = number
        while (parent := self._parents[root]) != root:
            root = parent
        while (parent := self._parents[number]) != root:
            self._parents[number], number = root, parent
        return root


def _one_of(pieces: list[shapely.Geometry]) -> shapely.Geometry:
    """Return what pieces make together; they have each other's vertices on the edges of tiles."""
    return pieces[0] if len(pieces) == 1 else shapely.coverage_union_all(pieces)


class _Tile(NamedTuple):
    """A part of the raster, as it was read.

    Attributes:
        place: in the raster.
        values: (H + 2, W + 2), classes of its pixels and of those around it.
        percent: (H, W), confidence; None where it is not asked for.
        sizes: areas of its pixels, (H, W) or one number, square metres.
    """

    place: Window
    values: Values
    percent: Values | None
    sizes: float | Sizes


def _read_tiles(
    classes: DatasetReader,
    confidence: DatasetReader | None,
    sizes: Callable[[Window], float | Sizes],
) -> Iterator[_Tile]:
    """Yield the tiles of a raster, row by row."""
    for row_off in range(0, classes.height, TILE_SIZE):
        for col_off in range(0, classes.width, TILE_SIZE):
            width = min(TILE_SIZE, classes.width - col_off)
            height = min(TILE_SIZE, classes.height - row_off)
            place = Window(col_off, row_off, width, height)
            percent = None
            if confidence is not None:
                percent = confidence.read(1, window=_in_rasterio(place))
            yield _Tile(place, _read_with_border(classes, place), percent, sizes(place))


def _in_rasterio(window: Window) -> RasterioWindow:
    return RasterioWindow(window.col_off, window.row_off, window.width, window.height)


def _read_with_border(classes: DatasetReader, tile: Window) -> Values:
    """Return the class values of a tile and of one pixel around it, (H + 2, W + 2)."""
    around = Window(tile.col_off - 1, tile.row_off - 1, tile.width + 2, tile.height + 2)
    inside = around.intersection(Window(0, 0, classes.width, classes.height))
    if inside is None:
        raise ValueError(f"{tile} lies outside the raster")
    top, left = inside.row_off - around.row_off, inside.col_off - around.col_off
    values = np.full((around.height, around.width), NODATA, np.uint8)
    rows, cols = slice(top, top + inside.height), slice(left, left + inside.width)
    values[rows, cols] = classes.read(1, window=_in_rasterio(inside))
    return values


def _draw(
    tile: _Tile, tolerance: float, sides_of: Collection[int] = ()
) -> tuple[Patches, Ids, Sides]:
    """Return the patches of a tile, those of nodata too; and (H, W) which one each pixel is of.

    Also what some of their sides have cut off.

    Args:
        tile: is drawn.
        tolerance: as for `find_patches`.
        sides_of: classes whose sides are returned.
    """
    labels = label_patches(tile.values[1:-1, 1:-1])
    pixels = np.bincount(labels.ravel())
    classes = np.empty(len(pixels), np.uint8)
    classes[labels] = tile.values[1:-1, 1:-1]
    sums = np.zeros(len(pixels))
    if tile.percent is not None:
        sums += np.bincount(labels.ravel(), tile.percent.ravel())
    is_shared = _shared_corners(tile.values)
    rings = trace(labels, is_shared)
    # What is too small to have a shape but that of its pixels keeps it.
    is_kept = (pixels <= FEW_PIXELS)[rings.patch_of[rings.ring_of]]
    cols, rows = rings.corners[is_kept].T
    is_fixed = is_shared.copy()
    is_fixed[rows, cols] = True
    simple = simplify(rings, is_fixed, tolerance)
    outlines = _polygons(simple, tile.place)
    area_m2 = sum_areas(labels, pixels, tile.sizes)
    patches = Patches(outlines, classes, pixels, area_m2, sums)
    if not sides_of:
        return patches, labels, Sides.none()
    is_meant = np.append(np.isin(classes, list(sides_of)), False)
    is_meant = is_meant[rings.patch_of[rings.ring_of]] | is_meant[rings.beside]
    return patches, labels, _sides(rings, simple, tile.place, is_meant)


def _sides(rings: Rings, simple: Rings, tile: Window, is_meant: NDArray[np.bool_]) -> Sides:
    """Return the sides of simplified rings that have cut something off.

    Args:
        rings: as they were.
        simple: the same with fewer vertices.
        tile: where they are.
        is_meant: of the vertices of the first, whether the side that begins there is returned.
    """
    corners, after = rings.corners, rings.after()
    crossed = np.append(0, np.cumsum(_cross(corners, corners[after])))
    # No ring has a corner twice.
    size = int(corners.max()) + 1
    numbers, kept = (
        (some.ring_of.astype(np.int64) * size + some.corners[:, 0]) * size + some.corners[:, 1]
        for some in (rings, simple)
    )
    start = np.flatnonzero(np.isin(numbers, kept))
    end = start[simple.after()]
    along = crossed[end] - crossed[start]
    is_round = end <= start
    last = np.searchsorted(rings.ring_of, rings.ring_of[start], side="right")
    first = np.searchsorted(rings.ring_of, rings.ring_of[start])
    along[is_round] += (crossed[last] - crossed[first])[is_round]
    cut_off = (along - _cross(corners[start], corners[end])) / 2
    # Of two rings along a side one is enough.
    is_told = is_meant[start] & (cut_off != 0)
    is_told &= rings.patch_of[rings.ring_of[start]] < rings.beside[start]
    offset = np.array([tile.col_off, tile.row_off])
    start, end = corners[start[is_told]] + offset, corners[end[is_told]] + offset
    return Sides(start, end, cut_off[is_told])


def _cross(one: NDArray[np.intp], other: NDArray[np.intp]) -> NDArray[np.intp]:
    crossed: NDArray[np.intp] = one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
    return crossed


def _polygons(rings: Rings, tile: Window) -> NDArray[np.object_]:
    """Return the polygon of each patch of a tile, in pixels of the raster."""
    corners = rings.corners + np.array([tile.col_off, tile.row_off], np.float64)
    lines = shapely.linearrings(corners, indices=rings.ring_of)
    # Of each patch its outer ring first.
    order = np.lexsort((rings.is_hole, rings.patch_of))
    polygons: NDArray[np.object_] = shapely.polygons(lines[order], indices=rings.patch_of[order])
    return polygons


def _shared_corners(values: Values) -> NDArray[np.bool_]:
    """Return which corners of pixels have to be vertices of all polygons there, (H + 1, W + 1).

    Those where three patches meet; and those on the edges of the tile where on either side of the
    edge one ends.

    Args:
        values: (H + 2, W + 2), classes of a tile and of one pixel around it.
    """
    upper_left, upper_right = values[:-1, :-1], values[:-1, 1:]
    lower_left, lower_right = values[1:, :-1], values[1:, 1:]
    changes_above, changes_below = upper_left != upper_right, lower_left != lower_right
    changes_left, changes_right = upper_left != lower_left, upper_right != lower_right
    different = (
        1
        + changes_above.astype(np.uint8)
        + (changes_left & (lower_left != upper_right))
        + (changes_right & changes_below & (lower_right != upper_left))
    )
    is_shared: NDArray[np.bool_] = different >= 3
    is_shared[[0, -1]] |= (changes_above | changes_below)[[0, -1]]
    is_shared[:, [0, -1]] |= (changes_left | changes_right)[:, [0, -1]]
    return is_shared
