"""Marks by which polygons are known again, in a copy, another file or another CRS.

A mark is a digest of where the corners of a polygon lie on average. It tells whether two polygons
are the same, and not where they are: a model is handed on, and its places are nobody's business.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.crs import CRS

from crossearth_engine.raster.labelled_polygons import Geometries, place_in_crs

MOST_MARKS = 2000
"""Marks that are kept of a set of polygons: enough to know it again."""

_DEGREES = CRS.from_epsg(4326)
# Steps in which places are told: 0.1 m; more than what files and transformations round.
_STEP_DEGREES, _STEP_WITHOUT_CRS = 1e-6, 1e-2
_DIGITS = 16


def marks_of(geometries: Geometries, crs: CRS | None) -> set[str]:
    """Return the marks of polygons; each part of a multipolygon has its own."""
    places, _ = _places(geometries, crs)
    return {_mark(int(x), int(y)) for x, y in places}


def kept_marks(marks: Iterable[str]) -> list[str]:
    """Return those that are kept, in order: the same of the same polygons, whatever their order."""
    return sorted(set(marks))[:MOST_MARKS]


def are_known(geometries: Geometries, crs: CRS | None, marks: Collection[str]) -> NDArray[np.bool_]:
    """Return which polygons (N,) have a part that one of the marks is of."""
    known = set(marks)
    result = np.zeros(len(geometries), bool)
    places, owners = _places(geometries, crs)
    for (x, y), owner in zip(places.tolist(), owners.tolist(), strict=True):
        # What was rounded may lie one step away.
        near = (_mark(x + dx, y + dy) for dx in (0, -1, 1) for dy in (0, -1, 1))
        result[owner] |= not known.isdisjoint(near)
    return result


def _places(geometries: Geometries, crs: CRS | None) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
    """Return the mean corner of each part in steps (P, 2), and which polygon it is of (P,)."""
    parts, owners = shapely.get_parts(geometries, return_index=True)
    parts = place_in_crs(parts, crs, _DEGREES)
    kinds = shapely.get_type_id(parts)
    is_used = np.isin(kinds, (shapely.GeometryType.POLYGON, shapely.GeometryType.POINT))
    is_used &= ~shapely.is_empty(parts)
    parts, owners = parts[is_used], owners[is_used]
    is_point = kinds[is_used] == shapely.GeometryType.POINT
    outlines = np.where(is_point, parts, shapely.get_exterior_ring(parts))
    corners, of_part = shapely.get_coordinates(outlines, return_index=True)
    # The last corner of a ring is the first once more, wherever a program begins.
    is_last = np.append(of_part[1:] != of_part[:-1], True) if len(of_part) else np.zeros(0, bool)
    is_last &= ~is_point[of_part]
    corners, of_part = corners[~is_last], of_part[~is_last]
    counts = np.bincount(of_part, minlength=len(parts))[:, None]
    sums = np.zeros((len(parts), 2))
    np.add.at(sums, of_part, corners)
    step = _STEP_WITHOUT_CRS if crs is None else _STEP_DEGREES
    return np.floor(sums / counts / step).astype(np.int64), owners


def _mark(x: int, y: int) -> str:
    return hashlib.sha256(f"{x},{y}".encode()).hexdigest()[:_DIGITS]
