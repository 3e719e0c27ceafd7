"""Polygons and points with a class, and which pixels of rasters lie in them.

A point, and a polygon too small to hold the centre of a pixel, speaks of the pixel that it lies in.
Reads any vector file, brings its polygons to the rasters, and says what is wrong with them before
anything is computed. Reads no pixels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.features import rasterize
from rasterio.warp import transform as transform_coordinates

from crossearth_engine.errors import InvalidRequest, NoIntersection, UnreadablePolygons
from crossearth_engine.raster.gdal import GDAL_ERRORS
from crossearth_engine.raster.vector import (
    LAYER_OPTION,
    NOT_VECTOR,
    field_types,
    read_layer,
    reason_of,
)
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.shared.quantity import NO_NUMBER

IGNORE_INDEX = 255
"""Label of pixels that no polygon speaks of, or that polygons contradict each other about."""

NOTHING = frozenset(
    {
        *("NULL", "Null", "null", "<NULL>", "<Null>", "<null>", "(null)", "\\N"),  # databases, GIS
        *("None", "nan", "NaN", "<NA>", "NaT"),  # Python, pandas
        *("NA", "N/A", "#N/A"),  # R, spreadsheets
    }
)
"""What programs write as a text where there is no class; exactly so."""

Geometries = NDArray[np.object_]

# Pixels on a side, below which a polygon is looked at for the centre of a pixel.
_TINY = 2
# No number of anything on the ground: what raster formats have for none is larger.
_MOST = 1e30
_POLYGONS = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)


@dataclass(frozen=True)
class PolygonTable:
    """What was read from a vector file.

    Attributes:
        geometries: (N,) valid shapely polygons or points, in ``crs``.
        classes: (N,) name of the class of each.
        crs: None where the file does not say.
        findings: what was found and what was done about it.
        numbers: (N,) what each says in place of a class, finite; None where it says a class. All
            are of one class then, named after the field.
    """

    geometries: Geometries
    classes: NDArray[np.str_]
    crs: CRS | None
    findings: tuple[Finding, ...]
    numbers: NDArray[np.float64] | None = None

    @property
    def are_whole(self) -> bool:
        """Whether there are numbers, and none has a fraction."""
        return self.numbers is not None and bool((self.numbers == np.rint(self.numbers)).all())


@dataclass(frozen=True)
class Grid:
    """The pixels of a raster, as the network sees them, that polygons are laid over."""

    path: str
    crs: CRS | None
    transform: Affine
    width: int
    height: int


class LabelledPolygons:
    """Polygons on the grids of rasters.

    Attributes:
        classes: the classes; labels are indexes into them.
        class_indexes: (N,) class of each polygon.
        numbers: (N,) the number that each tells, of points of one pixel their mean; None: classes.
        is_inside: (N,) whether it touches any of the grids.
        findings: for the person, from reading on.
    """

    def __init__(
        self,
        table: PolygonTable,
        classes: tuple[ClassInfo, ...],
        grids: Sequence[Grid],
    ) -> None:
        index_of = {item.name: index for index, item in enumerate(classes)}
        self.classes = classes
        self.class_indexes = np.array([index_of[name] for name in table.classes], np.intp)
        self.numbers = table.numbers
        # What polygons tell; where they tell different things they contradict each other.
        self._told = self.class_indexes
        if table.numbers is not None:
            self._told = np.unique(table.numbers, return_inverse=True)[1].astype(np.intp)
        self.grids = tuple(grids)
        self._placed = [_polygons_in_crs(table.geometries, table.crs, grid.crs) for grid in grids]
        self._trees = [shapely.STRtree(placed) for placed in self._placed]
        self._conflicts = [
            _conflicts(placed, tree, self._told)
            for placed, tree in zip(self._placed, self._trees, strict=True)
        ]
        self._spots = [
            _spots(placed, grid) for placed, grid in zip(self._placed, self.grids, strict=True)
        ]
        self.is_inside = self._find_inside()
        self.findings = [*table.findings, *self._check(table.crs)]
        if table.numbers is not None:
            self.findings += self._average_spots(table.numbers)

    def windows_of(self, raster: int, windows: Sequence[Window]) -> list[Window]:
        """Return those of ``windows`` that a polygon touches."""
        grid = self.grids[raster]
        outlines = shapely.polygons([_corners(window, grid.transform) for window in windows])
        hits = self._trees[raster].query(outlines, predicate="intersects")[0]
        return [windows[i] for i in np.unique(hits)]

    def polygon_indexes(self, raster: int, window: Window) -> NDArray[np.int32]:
        """Return for each pixel the polygon that its centre lies in, (H, W); -1: in none.

        Where polygons of the same class overlap, one of them; of different classes, -2. So it is
        of numbers, but for points.
        """
        grid = self.grids[raster]
        transform = grid.transform @ Affine.translation(window.col_off, window.row_off)
        outline = shapely.Polygon(_corners(window, grid.transform))
        indexes = np.full((window.height, window.width), -1, np.int32)
        near = np.sort(self._trees[raster].query(outline))
        is_spot = self._spots[raster][near, 0] >= 0
        if not is_spot.all():
            shapes = ((self._placed[raster][i], int(i)) for i in near[~is_spot])
            rasterize(shapes, out=indexes, transform=transform)
        conflicts = [shape for shape in self._conflicts[raster] if shape.intersects(outline)]
        if conflicts:
            rasterize(((shape, -2) for shape in conflicts), out=indexes, transform=transform)
        for i in near[is_spot]:
            row, col = self._spots[raster][i] - (window.row_off, window.col_off)
            if 0 <= row < window.height and 0 <= col < window.width:
                there = indexes[row, col]
                is_alike = there < 0 or self._are_alike(raster, there, i)
                indexes[row, col] = i if is_alike and there != -2 else -2
        return indexes

    def labels(
        self,
        raster: int,
        window: Window,
        counted: NDArray[np.bool_] | None = None,
        outside: int = IGNORE_INDEX,
    ) -> NDArray[np.uint8]:
        """Return the class index of each pixel, (H, W), or `IGNORE_INDEX`.

        Args:
            raster: index into ``grids``.
            window: pixels of that grid; may reach beyond it.
            counted: (N,) which polygons count; None takes all.
            outside: label of pixels in no polygon.
        """
        # -1, in none, is the last; -2, in several that contradict each other, the one before.
        class_of = np.append(self.class_indexes, [IGNORE_INDEX, outside]).astype(np.uint8)
        if counted is not None:
            class_of[:-2][~counted] = IGNORE_INDEX
        return class_of[self.polygon_indexes(raster, window)]

    def placed(self, raster: int) -> Geometries:
        """Return the polygons in the CRS of a raster."""
        return self._placed[raster]

    def _find_inside(self) -> NDArray[np.bool_]:
        is_inside = np.zeros(len(self.class_indexes), bool)
        for grid, tree in zip(self.grids, self._trees, strict=True):
            whole = Window(0, 0, grid.width, grid.height)
            outline = shapely.Polygon(_corners(whole, grid.transform))
            is_inside[tree.query(outline, predicate="intersects")] = True
        if not is_inside.any():
            raise NoIntersection(area="set of polygons", path=self.grids[0].path)
        return is_inside

    def _are_alike(self, raster: int, one: int, other: int) -> bool:
        """Whether what two tell of the same pixel goes together; two points have a mean."""
        are_spots = (self._spots[raster][[one, other], 0] >= 0).all()
        if self.numbers is not None and are_spots:
            return True
        return bool(self._told[one] == self._told[other])

    def _average_spots(self, numbers: NDArray[np.float64]) -> Iterator[Finding]:
        """Give points of one pixel, of the first raster that has it, the mean of their numbers."""
        averaged = numbers.copy()
        is_left, count = np.ones(len(numbers), bool), 0
        for spots, grid in zip(self._spots, self.grids, strict=True):
            is_here = (spots >= 0).all(axis=1) & (spots < (grid.height, grid.width)).all(axis=1)
            members = np.flatnonzero(is_here & is_left)
            _, pixels, points = np.unique(
                spots[members], axis=0, return_inverse=True, return_counts=True
            )
            sums = np.bincount(pixels.ravel(), numbers[members], len(points))
            averaged[members] = (sums / np.maximum(points, 1))[pixels.ravel()]
            is_left[members] = False
            count += int((points > 1).sum())
        self.numbers = averaged
        if count:
            yield Finding("numbers-averaged", {"count": str(count)})

    def _contradictions(self, spots: NDArray[np.int64]) -> int:
        """Return how many pixels hold points of different classes."""
        is_spot = spots[:, 0] >= 0
        told = np.unique(np.column_stack([spots, self.class_indexes])[is_spot], axis=0)
        return len(told) - len(np.unique(told[:, :2], axis=0))

    def _check(self, crs: CRS | None) -> Iterator[Finding]:
        for grid in self.grids:
            if grid.crs is not None and crs is not None and grid.crs != crs:
                details = {"own": _name(crs), "other": _name(grid.crs)}
                yield Finding("polygons-reprojected", {**details, "file": Path(grid.path).name})
            yield from unsaid_crs(crs, grid.path, grid.crs)
        if count := int((~self.is_inside).sum()):
            yield Finding("polygons-outside", {"count": str(count)})
        if self.numbers is not None:
            if count := sum(map(len, self._conflicts)):
                yield Finding("numbers-overlap", {"count": str(count)})
        elif count := sum(map(len, self._conflicts)) + sum(map(self._contradictions, self._spots)):
            yield Finding("polygons-overlap", {"count": str(count)})


def read_polygons(
    path: str | Path, field: str, layer: str | None = None, known: Collection[str] = ()
) -> PolygonTable:
    """Read polygons and their classes from a vector file.

    Self-crossing polygons are repaired; what has no class or no area is left out, with a notice.

    Args:
        path: the vector file.
        field: that holds the class.
        layer: of the file; its first one with geometries unless it is given.
        known: see `read_classes`.

    Raises:
        UnreadablePolygons: if the file cannot be read, lacks the field or holds no usable polygon.
    """
    geometries, values, crs, findings = read_classes(path, field, layer, known)
    geometries, values, further = _cleaned(path, geometries, values, _POLYGONS)
    return PolygonTable(geometries, values, crs, (*findings, *further))


def read_samples(path: str | Path, field: str, layer: str | None = None) -> PolygonTable:
    """Read polygons and points, as `read_polygons` does polygons; of multipoints, each point."""
    geometries, values, crs, findings = read_classes(path, field, layer)
    geometries, values, further = _samples(path, geometries, values)
    return PolygonTable(geometries, values, crs, (*findings, *further))


def read_numbers(path: str | Path, field: str, layer: str | None = None) -> PolygonTable:
    """Read polygons and points as `read_samples` does, with a number each.

    What has none, or infinity, or what stands for none in rasters, is left out, with a notice.

    Raises:
        UnreadablePolygons: if the file cannot be read, the field is missing or holds no numbers, or
            there is nothing usable.
    """
    geometries, values, crs = read_number_column(path, field, layer)
    geometries, values, findings = _samples(path, geometries, values)
    return PolygonTable(geometries, np.full(len(values), field), crs, findings, values)


def read_number_column(
    path: str | Path, field: str, layer: str | None = None
) -> tuple[Geometries, NDArray[np.float64], CRS | None]:
    """Read geometries of any kind and the number of each, NaN where there is none.

    Raises:
        UnreadablePolygons: if the file cannot be read, or the field is missing or holds no numbers.
    """
    geometries, column, crs = _read(path, field, layer)
    if column.dtype.kind not in "iuf":
        fields = ", ".join(numeric_fields(path, layer)) or "none"
        what = "true and false" if column.dtype.kind == "b" else "no numbers"
        reason = (
            f"its field {field} holds {what}. Numbers that are text become such by to_real() in "
            f"the field calculator. Its fields with numbers are: {fields}."
        )
        raise UnreadablePolygons(path=path, reason=reason)
    values = column.astype(np.float64)
    values[(np.abs(values) > _MOST) | (values == NO_NUMBER)] = np.nan
    return geometries, values, crs


def numeric_fields(path: str | Path, layer: str | None = None) -> list[str]:
    """Return the names of the fields that hold numbers."""
    return [name for name, kind in field_types(str(path), layer).items() if kind in "iuf"]


def _samples(
    path: str | Path, geometries: Geometries, values: NDArray[Any]
) -> tuple[Geometries, NDArray[Any], tuple[Finding, ...]]:
    """Return polygons and points with what they tell, of multipoints each point."""
    is_multipoint = shapely.get_type_id(geometries) == shapely.GeometryType.MULTIPOINT
    points, owners = shapely.get_parts(geometries[is_multipoint], return_index=True)
    geometries = np.concatenate([geometries[~is_multipoint], points])
    values = np.concatenate([values[~is_multipoint], values[is_multipoint][owners]])
    return _cleaned(path, geometries, values, (*_POLYGONS, shapely.GeometryType.POINT))


def read_classes(
    path: str | Path, field: str, layer: str | None = None, known: Collection[str] = ()
) -> tuple[Geometries, NDArray[np.str_], CRS | None, list[Finding]]:
    """Read geometries of any kind and the names of their classes, empty where there is none.

    Args:
        path: the vector file.
        field: that holds the class.
        layer: of the file; its first one with geometries unless it is given.
        known: names of classes that there are, case-folded: not `NOTHING`, though they look so.

    Raises:
        UnreadablePolygons: if the file cannot be read or lacks the field.
    """
    geometries, values, crs = _read(path, field, layer)
    names = [_class_name(value) for value in values]
    is_nothing = [name in NOTHING and name.casefold() not in known for name in names]
    findings = []
    if any(is_nothing):
        texts = sorted({name for name, is_so in zip(names, is_nothing, strict=True) if is_so})
        details = {"texts": ", ".join(texts), "count": str(sum(is_nothing)), "field": field}
        findings.append(Finding("class-written-as-none", details))
    told = ["" if is_so else name for name, is_so in zip(names, is_nothing, strict=True)]
    return geometries, np.array(told, np.str_), crs, findings


def _read(
    path: str | Path, field: str, layer: str | None
) -> tuple[Geometries, NDArray[Any], CRS | None]:
    source = f"{path}{LAYER_OPTION}{layer}" if layer else str(path)
    try:
        geometries, values, crs = read_layer(source, field)
    except KeyError as error:
        details = {"field": str(field), "fields": str(error.args[0] or "–")}
        problem = Finding("layer-without-field", details)
        raise UnreadablePolygons(path=path, **problem.reason) from error
    except NOT_VECTOR as error:
        raise UnreadablePolygons(path=path, reason=reason_of(error, source)) from error
    return geometries, values, crs


def unsaid_crs(own: CRS | None, path: str, crs: CRS | None) -> Iterator[Finding]:
    """Yield a finding where a layer or a raster says no CRS, and is taken as it is.

    Args:
        own: of the layer.
        path: of the raster.
        crs: of the raster.
    """
    file = Path(path).name
    if own is None and crs is not None:
        yield Finding("layer-without-crs", {"crs": _name(crs), "file": file})
    if own is not None and crs is None:
        yield Finding("raster-without-crs", {"crs": _name(own), "file": file})


def place_in_crs(geometries: Geometries, source: CRS | None, target: CRS | None) -> Geometries:
    """Return geometries in another CRS; as they are where either has none.

    What has no coordinates there becomes empty.

    Raises:
        InvalidRequest: if there is no way from one to the other.
    """
    if source is None or target is None or source == target:
        return geometries

    def project(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(transform_coordinates(source, target, points[:, 0], points[:, 1]))

    try:
        placed: Geometries = shapely.transform(geometries, project)
    except GDAL_ERRORS as error:
        reason = f"Coordinates cannot be brought into the CRS of the raster: {error}."
        raise InvalidRequest(reason=reason) from error
    is_finite = np.isfinite(shapely.bounds(placed)).all(axis=1)
    placed[~is_finite] = shapely.Point() if _are_points(geometries) else shapely.Polygon()
    return placed


def _are_points(geometries: Geometries) -> bool:
    return bool((shapely.get_dimensions(geometries) == 0).all())


def _cleaned(
    path: str | Path,
    geometries: Geometries,
    values: NDArray[Any],
    kinds: tuple[shapely.GeometryType, ...],
) -> tuple[Geometries, NDArray[Any], tuple[Finding, ...]]:
    """Return what is usable of geometries and what they tell: names of classes, or numbers."""
    findings: list[Finding] = []
    takes_points = shapely.GeometryType.POINT in kinds
    others = "features-no-samples" if takes_points else "features-no-polygons"

    def leave_out(keep: NDArray[np.bool_], code: str) -> None:
        nonlocal geometries, values
        if count := int((~keep).sum()):
            findings.append(Finding(code, {"count": str(count)}))
        geometries, values = geometries[keep], values[keep]

    is_taken = np.isin(shapely.get_type_id(geometries), kinds)
    if len(geometries) and not is_taken.any():
        problem = Finding("layer-without-samples" if takes_points else "layer-without-polygons")
        if (shapely.get_dimensions(geometries) == 1).any():
            problem = Finding("layer-of-lines")
        raise UnreadablePolygons(path=path, **problem.reason)
    if count := int((~is_taken).sum()):
        findings.append(Finding(others, {"count": str(count)}))
    geometries, values = geometries[is_taken], values[is_taken]
    is_valid = shapely.is_valid(geometries)
    if count := int((~is_valid).sum()):
        findings.append(Finding("polygons-crossing", {"count": str(count)}))
        geometries = geometries.copy()
        geometries[~is_valid] = [_areas_of(shape) for shape in geometries[~is_valid]]
    is_finite = np.isfinite(shapely.bounds(geometries)).all(axis=1)
    is_point = shapely.get_dimensions(geometries) == 0
    leave_out(is_finite & (is_point | (shapely.area(geometries) > 0)), "polygons-without-area")
    if values.dtype.kind == "f":
        leave_out(np.isfinite(values), "samples-without-number")
    else:
        leave_out(values != "", "polygons-without-class")
    if len(geometries) == 0:
        problem = Finding("no-sample-with-class" if takes_points else "no-polygon-with-class")
        if values.dtype.kind == "f":
            problem = Finding("no-sample-with-number")
        raise UnreadablePolygons(path=path, **problem.reason)
    return geometries, values, tuple(findings)


def _areas_of(shape: Any) -> Any:
    """Return the repaired polygon without the lines and points that repairing may leave."""
    parts = shapely.get_parts(shapely.make_valid(shape))
    return shapely.union_all(parts[shapely.get_dimensions(parts) == 2])


def _class_name(value: Any) -> str:
    if value is None or (isinstance(value, (float, np.floating)) and not np.isfinite(value)):
        return ""
    if isinstance(value, (float, np.floating)) and value == int(value):
        return str(int(value))  # integers with nulls among them are read as floats
    return " ".join(str(value).split())


def _polygons_in_crs(geometries: Geometries, source: CRS | None, target: CRS | None) -> Geometries:
    placed = place_in_crs(geometries, source, target)
    repaired: Geometries = shapely.make_valid(placed)
    return repaired


def _conflicts(placed: Geometries, tree: shapely.STRtree, class_indexes: Any) -> list[Any]:
    """Return what polygons of different classes share."""
    first, second = tree.query(placed, predicate="intersects")
    differ = (first < second) & (class_indexes[first] != class_indexes[second])
    shared = shapely.intersection(placed[first[differ]], placed[second[differ]])
    # Neighbours share a line, or a sliver where somebody snapped with a tired hand.
    return [shape for shape in shared if shape.area > 0]


def _spots(placed: Geometries, grid: Grid) -> NDArray[np.int64]:
    """Return row and column of the pixel that each point and tiny polygon lies in, (N, 2).

    -1 for polygons that the centre of a pixel lies in, or may lie in: they are no spots.
    """
    spots = np.full((len(placed), 2), -1, np.int64)
    if len(placed) == 0:
        return spots
    to_pixels = ~grid.transform

    def project(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(to_pixels @ (points[:, 0], points[:, 1]))

    shapes = shapely.transform(placed, project)
    left, top, right, bottom = shapely.bounds(shapes).T
    is_tiny = (right - left < _TINY) & (bottom - top < _TINY)
    for down, across in np.ndindex(_TINY + 1, _TINY + 1):
        cols, rows = np.floor(left) + across + 0.5, np.floor(top) + down + 0.5
        is_tiny[is_tiny] = ~shapely.contains_xy(shapes[is_tiny], cols[is_tiny], rows[is_tiny])
    is_tiny |= (shapely.get_dimensions(shapes) == 0) & ~shapely.is_empty(shapes)
    inner = shapely.get_coordinates(shapely.point_on_surface(shapes[is_tiny]))
    spots[is_tiny] = np.floor(inner[:, ::-1]).astype(np.int64)
    return spots


def _corners(window: Window, transform: Affine) -> list[tuple[float, float]]:
    left, top = window.col_off, window.row_off
    right, bottom = left + window.width, top + window.height
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return [transform @ corner for corner in corners]


def _name(crs: CRS) -> str:
    authority = crs.to_authority()
    return ":".join(authority) if authority else "a CRS of its own"
