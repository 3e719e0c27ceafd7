"""Polygons with a class, as samples of the pixels of rasters.

Reads any vector file, brings its polygons to the rasters, says what is wrong with them before
anything is computed, and divides them by place, so that accuracy is measured where nothing was
learned. Reads no pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from crossearth_engine.raster.vector import LAYER_OPTION, NOT_VECTOR, read_layer, reason_of
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.palette import NODATA, ClassInfo, conventional_color, distinct_color

IGNORE_INDEX = 255
"""Label of pixels that no polygon speaks of, or that polygons contradict each other about."""

MAX_CLASSES = 254
FOLDS = 5
MIN_PIXELS = 100
"""Pixels, on the grid that the network sees, below which a class is called small."""

Geometries = NDArray[np.object_]


@dataclass(frozen=True)
class PolygonTable:
    """What was read from a vector file.

    Attributes:
        geometries: (N,) valid shapely polygons, in ``crs``.
        classes: (N,) name of the class of each.
        crs: None where the file does not say.
        notices: (level, sentence) about what was found and what was done about it.
    """

    geometries: Geometries
    classes: NDArray[np.str_]
    crs: CRS | None
    notices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Grid:
    """The pixels of a raster that samples are taken from, as the network sees them."""

    path: str
    crs: CRS | None
    transform: Affine
    width: int
    height: int


class Samples:
    """Polygons on the grids of rasters.

    Attributes:
        classes: the classes; labels are indexes into them.
        class_indexes: (N,) class of each polygon.
        folds: (N,) part of the validation that each polygon is held out in; -1: in none.
        num_folds: how many parts there are; 0 where nothing can be held out.
        notices: (level, sentence) for the person, from reading on.
    """

    def __init__(
        self,
        table: PolygonTable,
        classes: tuple[ClassInfo, ...],
        grids: Sequence[Grid],
    ) -> None:
        names = [item.name for item in classes]
        self.classes = classes
        self.class_indexes = np.array([names.index(name) for name in table.classes], np.intp)
        self.grids = tuple(grids)
        self._placed = [_polygons_in_crs(table.geometries, table.crs, grid.crs) for grid in grids]
        self._trees = [shapely.STRtree(placed) for placed in self._placed]
        self._conflicts = [
            _conflicts(placed, tree, self.class_indexes)
            for placed, tree in zip(self._placed, self._trees, strict=True)
        ]
        is_used = self._is_used()
        self.folds = np.full(len(table.geometries), -1, np.intp)
        self.folds[is_used], self.num_folds = _divide(
            table.geometries[is_used], self.class_indexes[is_used]
        )
        self.notices = [*table.notices, *self._check(table.crs, is_used)]

    def windows_of(self, raster: int, windows: Sequence[Window]) -> list[Window]:
        """Return those of ``windows`` that a polygon touches."""
        grid = self.grids[raster]
        outlines = shapely.polygons([_corners(window, grid.transform) for window in windows])
        hits = self._trees[raster].query(outlines, predicate="intersects")[0]
        return [windows[i] for i in np.unique(hits)]

    def polygon_indexes(self, raster: int, window: Window) -> NDArray[np.int32]:
        """Return for each pixel the polygon that its centre lies in, (H, W); -1: in none.

        Where polygons of the same class overlap, one of them; of different classes, none.
        """
        grid = self.grids[raster]
        transform = grid.transform @ Affine.translation(window.col_off, window.row_off)
        outline = shapely.Polygon(_corners(window, grid.transform))
        indexes = np.full((window.height, window.width), -1, np.int32)
        near = np.sort(self._trees[raster].query(outline))
        if len(near) > 0:
            shapes = ((self._placed[raster][i], int(i)) for i in near)
            rasterize(shapes, out=indexes, transform=transform)
        conflicts = [shape for shape in self._conflicts[raster] if shape.intersects(outline)]
        if conflicts:
            rasterize(((shape, -1) for shape in conflicts), out=indexes, transform=transform)
        return indexes

    def labels(self, raster: int, window: Window, folds: Sequence[int] | None = None) -> Any:
        """Return the class index of each pixel, (H, W) uint8, or `IGNORE_INDEX`.

        Args:
            raster: index into ``grids``.
            window: pixels of that grid; may reach beyond it.
            folds: only polygons of these folds count; None takes all.
        """
        indexes = self.polygon_indexes(raster, window)
        counts = np.append(self.class_indexes, IGNORE_INDEX).astype(np.uint8)  # -1: the last
        if folds is not None:
            counts[:-1][~np.isin(self.folds, folds)] = IGNORE_INDEX
        return counts[indexes]

    def split_sentence(self) -> str:
        """Say how the accuracy is measured."""
        if self.num_folds == 0:
            return (
                "No accuracy was measured: it needs two polygons, apart from each other, of at "
                "least two classes."
            )
        left_out = sorted({self.classes[i].name for i in self.class_indexes[self.folds < 0]})
        text = (
            f"Whole polygons were held out, never single pixels: they were divided by their place "
            f"into {self.num_folds} parts, and each part was mapped by a model fitted to the "
            "others. Polygons that touch stay together."
        )
        if left_out:
            text += f" Not measured, for lack of a second polygon: {', '.join(left_out)}."
        return text

    def _is_used(self) -> NDArray[np.bool_]:
        is_used = np.zeros(len(self.class_indexes), bool)
        for grid, tree in zip(self.grids, self._trees, strict=True):
            whole = Window(0, 0, grid.width, grid.height)
            outline = shapely.Polygon(_corners(whole, grid.transform))
            is_used[tree.query(outline, predicate="intersects")] = True
        if not is_used.any():
            raise NoIntersection(area="set of polygons", path=self.grids[0].path)
        return is_used

    def _check(self, crs: CRS | None, is_used: NDArray[np.bool_]) -> Iterator[tuple[str, str]]:
        for grid in self.grids:
            if grid.crs is not None and crs is not None and grid.crs != crs:
                yield (
                    "info",
                    f"The polygons are in {_name(crs)} and {Path(grid.path).name} in "
                    f"{_name(grid.crs)}: they are reprojected.",
                )
        if count := int((~is_used).sum()):
            where = "raster" if len(self.grids) == 1 else "rasters"
            text = f"{_polygons(count)} outside the {where} and {_is(count)} left out."
            yield "warning", text
        if count := sum(map(len, self._conflicts)):
            places = "place" if count == 1 else "places"
            yield (
                "warning",
                f"Polygons of different classes overlap in {count} {places}: what they share is "
                "left out.",
            )


def read_polygons(path: str | Path, field: str, layer: str | None = None) -> PolygonTable:
    """Read polygons and their classes from a vector file.

    Self-crossing polygons are repaired; what has no class or no area is left out, with a notice.

    Raises:
        UnreadablePolygons: if the file cannot be read, lacks the field or holds no usable polygon.
    """
    geometries, values, crs = read_classes(path, field, layer)
    return _cleaned(path, geometries, values, crs)


def read_classes(
    path: str | Path, field: str, layer: str | None = None
) -> tuple[Geometries, NDArray[np.str_], CRS | None]:
    """Read geometries of any kind and the names of their classes, empty where there is none.

    Raises:
        UnreadablePolygons: if the file cannot be read or lacks the field.
    """
    source = f"{path}{LAYER_OPTION}{layer}" if layer else str(path)
    try:
        geometries, values, crs = read_layer(source, field)
    except KeyError as error:
        reason = f"it has no field {field}. Its fields are: {error.args[0] or 'none'}."
        raise UnreadablePolygons(path=path, reason=reason) from error
    except NOT_VECTOR as error:
        raise UnreadablePolygons(path=path, reason=reason_of(error, source)) from error
    return geometries, np.array([_class_name(value) for value in values], np.str_), crs


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


def class_infos(
    names: Sequence[str],
    known: tuple[ClassInfo, ...] = (),
    colors: Mapping[str, str] | None = None,
) -> tuple[ClassInfo, ...]:
    """Return a palette for class names, in their order.

    Names that are numbers, all of them, become the values of the classes; others are numbered from
    1. Colours are those asked for, else of the class of the same name in ``known``, else those that
    maps commonly have, each for one class, else distinct.
    """
    wanted = {item.name.lower(): item.color for item in known}
    wanted |= {name.lower(): color.lower() for name, color in (colors or {}).items()}
    numbers = [int(name) if name.isascii() and name.isdigit() else -1 for name in names]
    are_values = all(0 <= number < NODATA for number in numbers)
    values = numbers if are_values else range(1, len(names) + 1)
    classes: list[ClassInfo] = []
    taken = set(wanted.values())
    for i, (value, name) in enumerate(zip(values, names, strict=True)):
        color = wanted.get(name.lower()) or conventional_color(name)
        if color is None or (name.lower() not in wanted and color in taken):
            color = distinct_color(i, len(names))
        taken.add(color)
        classes.append(ClassInfo(value, name, color))
    return tuple(classes)


def class_names(table: PolygonTable) -> list[str]:
    """Return the names of the classes, sorted, numbers by their value.

    Raises:
        InvalidRequest: if there is only one, or there are too many.
    """
    names = sorted(set(table.classes.tolist()), key=lambda name: (_number(name), name))
    if len(names) < 2:
        reason = (
            f"All polygons are of the class {names[0]}. Draw some of what is something else: a "
            "model learns to tell classes apart."
        )
        raise InvalidRequest(reason=reason)
    if len(names) > MAX_CLASSES:
        reason = (
            f"The field has {len(names)} different values; {MAX_CLASSES} classes are the most. Is "
            "it the field that holds the class?"
        )
        raise InvalidRequest(reason=reason)
    return names


def small_class_warnings(
    classes: tuple[ClassInfo, ...], pixels: NDArray[np.int64], polygons: NDArray[np.int64]
) -> list[str]:
    """Return a sentence for each class that is too small to be learned well.

    Args:
        classes: (K,) the classes.
        pixels: (K,) labelled pixels of each, on the grid that the network sees.
        polygons: (K,) polygons of each.
    """
    sentences = []
    for item, count, drawn in zip(classes, pixels, polygons, strict=True):
        if count == 0:
            sentences.append(
                f"The class {item.name} has no pixel whose centre lies in one of its polygons and "
                "is valid: it is left out. Draw larger polygons."
            )
        elif count < MIN_PIXELS:
            sentences.append(
                f"The class {item.name} has only {count} pixels; draw more of it, {MIN_PIXELS} are "
                "a small start."
            )
        elif drawn < 2:
            sentences.append(
                f"The class {item.name} has only one polygon: its accuracy cannot be measured. "
                "Draw another one elsewhere."
            )
    return sentences


def _cleaned(
    path: str | Path, geometries: Geometries, values: NDArray[np.str_], crs: CRS | None
) -> PolygonTable:
    notices: list[tuple[str, str]] = []

    def leave_out(keep: NDArray[np.bool_], why: str) -> None:
        nonlocal geometries, values
        if count := int((~keep).sum()):
            notices.append(("warning", f"{_polygons(count)} {why} and {_is(count)} left out."))
        geometries, values = geometries[keep], values[keep]

    kinds = shapely.get_type_id(geometries)
    is_polygon = np.isin(kinds, (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON))
    if len(geometries) and not is_polygon.any():
        raise UnreadablePolygons(path=path, reason="it holds no polygons.")
    if count := int((~is_polygon).sum()):
        what = "1 feature is no polygon" if count == 1 else f"{count} features are no polygons"
        notices.append(("warning", f"{what} and {_is(count)} left out."))
    geometries, values = geometries[is_polygon], values[is_polygon]
    is_valid = shapely.is_valid(geometries)
    if count := int((~is_valid).sum()):
        notices.append(("warning", f"{_polygons(count)} self-crossing and {_is(count)} repaired."))
        geometries = geometries.copy()
        geometries[~is_valid] = [_areas_of(shape) for shape in geometries[~is_valid]]
    is_finite = np.isfinite(shapely.bounds(geometries)).all(axis=1)
    leave_out(is_finite & (shapely.area(geometries) > 0), "without an area")
    leave_out(values != "", "without a class")
    if len(geometries) == 0:
        raise UnreadablePolygons(path=path, reason="it holds no polygon with an area and a class.")
    return PolygonTable(geometries, values, crs, tuple(notices))


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


def _number(name: str) -> int:
    return int(name) if name.isascii() and name.isdigit() else NODATA


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


def _divide(
    geometries: Geometries, class_indexes: NDArray[np.intp]
) -> tuple[NDArray[np.intp], int]:
    """Return the fold of each polygon, and how many folds there are.

    Along the line on which the polygons spread most, each class is cut into strips of equally many
    groups of polygons that touch: folds are places, and each class is in as many of them as it has
    groups.
    """
    folds = np.full(len(geometries), -1, np.intp)
    groups = _touching(geometries)
    places = shapely.get_coordinates(shapely.centroid(geometries))
    places -= places.mean(axis=0)
    _, _, axes = np.linalg.svd(places, full_matrices=False)
    order = np.argsort(places @ axes[0], kind="stable")
    along = list(dict.fromkeys(groups[order].tolist()))
    # A group is of the class that most of its polygons are of.
    classes = {group: np.bincount(class_indexes[groups == group]).argmax() for group in along}
    for index in np.unique(class_indexes):
        members = [group for group in along if classes[group] == index]
        for rank, group in enumerate(members if len(members) > 1 else []):
            folds[groups == group] = rank * FOLDS // len(members)
    if len(np.unique(class_indexes[folds >= 0])) < 2:
        return np.full_like(folds, -1), 0
    used = np.unique(folds[folds >= 0])
    return np.where(folds >= 0, np.searchsorted(used, folds), -1), len(used)


def _touching(geometries: Geometries) -> NDArray[np.intp]:
    """Return a group number for each polygon: those that touch are in one group."""
    first, second = shapely.STRtree(geometries).query(geometries, predicate="intersects")
    groups = np.arange(len(geometries))
    while True:
        lowest = groups.copy()
        np.minimum.at(lowest, first, groups[second])
        if (lowest == groups).all():
            return groups
        groups = lowest


def _corners(window: Window, transform: Affine) -> list[tuple[float, float]]:
    left, top = window.col_off, window.row_off
    right, bottom = left + window.width, top + window.height
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return [transform @ corner for corner in corners]


def _name(crs: CRS) -> str:
    authority = crs.to_authority()
    return ":".join(authority) if authority else "a CRS of its own"


def _polygons(count: int) -> str:
    return "1 polygon is" if count == 1 else f"{count} polygons are"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
