"""Whether two rasters lie on one grid, in words if they do not, and what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from affine import Affine
from rasterio.crs import CRS

from crossearth_engine.errors import (
    IncompatibleGrids,
    IncompatibleRaster,
    InvalidRequest,
    NoIntersection,
)
from crossearth_engine.raster.gdal import is_same_crs
from crossearth_engine.raster.labelled_polygons import Grid, place_in_crs
from crossearth_engine.raster.opened import OpenRaster
from crossearth_engine.raster.opening import parse_crs, transform_of
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import Finding

# By how much of a pixel two grids may differ: what numbers in files round off.
TOLERANCE_PX = 0.01
# Where it is looked whether rasters of two CRS lie on each other.
_POINTS_OF_EDGE = 100


def grid_of(path: str, crs: str | None) -> Grid:
    """Return the pixels of a raster; reads none.

    Args:
        path: the raster.
        crs: what its coordinates are in, whatever the file says; see `parse_crs`.

    Raises:
        UnreadableRaster: if it is missing or damaged.
        InvalidRequest: if the CRS is not understood.
    """

    def grid() -> Grid:
        dataset = raster.file
        own = dataset.crs if crs is None else parse_crs(crs)
        return Grid(path, own, transform_of(dataset), dataset.width, dataset.height)

    with OpenRaster(path) as raster:
        return raster.ask(grid)


def common_grid(before: Grid, after: Grid, align: str) -> Grid:
    """Return the grid on which two maps are compared.

    Args:
        before: the first map.
        after: the second one.
        align: ``before`` or ``after``: the grid of that map, whatever the other one's. ``none``:
            the common part of two maps whose pixels are the same.

    Raises:
        IncompatibleGrids: if pixels are not the same and ``align`` is ``none``; says what differs.
        IncompatibleRaster: if one map alone has a CRS.
        NoIntersection: if nothing is common.
    """
    if align != "none":
        return before if align == "before" else after
    if (before.crs is None) != (after.crs is None):
        problem = Finding("map-without-crs", {"file": before.path})
        raise IncompatibleRaster(path=after.path, **problem.reason)
    if difference := difference_of(before, after):
        raise IncompatibleGrids(path=after.path, other=before.path, **difference.reason)
    column, row = map(round, ~before.transform @ (after.transform @ (0, 0)))
    whole = Window(0, 0, before.width, before.height)
    common = whole.intersection(Window(column, row, after.width, after.height))
    if common is None:
        raise NoIntersection(area=f"map {before.path}", path=after.path)
    if common == whole:
        return before
    if (common.width, common.height) == (after.width, after.height):
        return after
    corner = before.transform @ Affine.translation(common.col_off, common.row_off)
    return Grid(before.path, before.crs, corner, common.width, common.height)


def is_same_grid(grid: Grid, other: Grid) -> bool:
    """Whether two rasters have the same pixels, and as many."""
    if (grid.width, grid.height) != (other.width, other.height):
        return False
    return is_same_crs(grid.crs, other.crs) and not _misses(grid, other.transform).max() > (
        TOLERANCE_PX
    )


def common_share(grid: Grid, other: Grid) -> float:
    """Return which share of the smaller of two rasters lies on the other one, 0 to 1."""
    if is_same_crs(grid.crs, other.crs):
        one, two = map(outline, (grid, other))
        smaller = min(one.area, two.area)
        return float(one.intersection(two).area / smaller)
    # The edge of what reaches far may have no place in the other CRS, or cross itself there.
    return max(_share_on(grid, other), _share_on(other, grid))


def _share_on(grid: Grid, other: Grid) -> float:
    """Return which share of a raster lies on another one, by points in it."""
    steps = (np.arange(_POINTS_OF_EDGE) + 0.5) / _POINTS_OF_EDGE
    columns, rows = (axis.ravel() for axis in np.meshgrid(steps * grid.width, steps * grid.height))
    to_crs: Any = grid.transform
    points = shapely.points(*(to_crs @ (columns, rows)))
    try:
        placed = place_in_crs(points, grid.crs, other.crs)
    except InvalidRequest:
        return 0.0  # it reaches far beyond where the other CRS is of use
    to_pixels: Any = ~other.transform  # an Affine, whose types know no arrays
    column, row = to_pixels @ shapely.get_coordinates(placed).T
    is_on = (column >= 0) & (column <= other.width) & (row >= 0) & (row <= other.height)
    return float(is_on.sum() / len(points))


def outline(grid: Grid) -> shapely.Polygon:
    """Return the edge of a raster, with points enough to be bent in another CRS."""
    corners = ((0, 0), (grid.width, 0), (grid.width, grid.height), (0, grid.height))
    edge = shapely.Polygon([grid.transform @ corner for corner in corners])
    bent: shapely.Polygon = shapely.segmentize(edge, edge.length / 80)
    return bent


def pixel_ratio(grid: Grid, other: Grid) -> float:
    """Return how many times as long the longer pixel is, of two grids in one CRS; else 1."""
    if not is_same_crs(grid.crs, other.crs):
        return 1.0
    ratio = (abs(grid.transform.determinant) / abs(other.transform.determinant)) ** 0.5
    return float(max(ratio, 1 / ratio))


def difference_of(before: Grid, after: Grid) -> Finding | None:
    """Return in which respect pixels are not the same, wherever they end; None if they are."""
    if not is_same_crs(before.crs, after.crs):
        details = {"own": _name(after.crs), "other": _name(before.crs)}
        return Finding("grids-of-two-crs", details)
    one, other = before.transform, after.transform
    sizes = [_pixel_size(transform) for transform in (one, other)]
    reach = max(before.width, before.height, after.width, after.height)
    if np.abs(np.subtract(sizes[0], sizes[1])).max() * reach > TOLERANCE_PX * min(sizes[0]):
        mine, theirs = (" × ".join(f"{edge:.10g}" for edge in size) for size in sizes)
        return Finding("grids-of-two-sizes", {"own": theirs, "other": mine})
    shift = np.array(~one @ (other @ (0, 0)))
    misses = _misses(before, other, shift=np.round(shift))
    if misses.max() <= TOLERANCE_PX:
        return None
    turned = [np.degrees(np.arctan2(transform.d, transform.a)) for transform in (one, other)]
    if abs(turned[0] - turned[1]) * reach > np.degrees(TOLERANCE_PX):
        details = {"own": f"{turned[1]:.4g}", "other": f"{turned[0]:.4g}"}
        return Finding("grids-turned", details)
    if one.determinant * other.determinant < 0:
        return Finding("grids-mirrored")
    right, down = np.abs(shift - np.round(shift))
    return Finding("grids-shifted", {"right": f"{right:.2f}", "down": f"{down:.2f}"})


def _misses(grid: Grid, transform: Affine, shift: Sequence[float] | Any = (0.0, 0.0)) -> Any:
    """Return by how much pixels' corners miss those of another transform, (4,), pixels of it."""
    corners = [(0, 0), (grid.width, 0), (0, grid.height), (grid.width, grid.height)]
    placed = [~grid.transform @ (transform @ corner) for corner in corners]
    return np.abs(np.array(placed) - np.array(corners) - np.array(shift)).max(axis=1)


def _pixel_size(transform: Affine) -> tuple[float, float]:
    return float(np.hypot(transform.a, transform.d)), float(np.hypot(transform.b, transform.e))


def _name(crs: CRS | None) -> str:
    if crs is None:
        return "no CRS"
    authority = crs.to_authority()
    return ":".join(authority) if authority else "a CRS of its own"
