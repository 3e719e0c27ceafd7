"""Polygons that limit a run: read from any vector file, reprojected, burnt window by window."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.features import bounds as geometry_bounds
from rasterio.features import geometry_mask, is_valid_geom
from rasterio.warp import transform as transform_coordinates
from rasterio.warp import transform_bounds

from crossearth_engine.errors import UnreadableMask
from crossearth_engine.raster.vector import LAYER_OPTION, NOT_VECTOR, read_layer, reason_of
from crossearth_engine.raster.windows import Window

Geometry = dict[str, Any]
Bounds = tuple[float, float, float, float]

# Longest straight line that is brought into another CRS as one: bent by less than a pixel there.
MAX_EDGE_M, MAX_EDGE_DEGREES = 1000.0, 0.01


class PolygonMask:
    """Polygons in a raster's CRS. A pixel is inside when its centre is.

    Attributes:
        bounds: (left, bottom, right, top) of all polygons, in CRS units.
    """

    def __init__(self, geometries: list[Geometry]) -> None:
        """Take polygons.

        Raises:
            ValueError: if one has no area, or a coordinate is not a number.
        """
        if not all(is_valid_geom(geometry) for geometry in geometries):
            raise ValueError("a polygon has no area")
        self._geometries = geometries
        self._boxes = np.array([geometry_bounds(geometry) for geometry in geometries])
        if not np.isfinite(self._boxes).all():
            raise ValueError("a coordinate is not a number")
        left, bottom = self._boxes[:, :2].min(axis=0)
        right, top = self._boxes[:, 2:].max(axis=0)
        self.bounds = (float(left), float(bottom), float(right), float(top))

    @classmethod
    def read(cls, path: str, crs: CRS | None, near: Bounds | None = None) -> PolygonMask | None:
        """Read polygons from a vector file and bring them into ``crs``.

        Self-crossing polygons are repaired, and straight lines stay straight on the ground: long
        ones get points between before they are reprojected. Where either side has no CRS,
        coordinates are taken as they are.

        Args:
            path: any file that GDAL reads, with ``|layername=…`` for other than its first layer.
            crs: of the raster, or None.
            near: bounds of the raster in ``crs``; what lies elsewhere is left out, as it may have
                no coordinates there.

        Returns:
            The polygons, or None if none is near.

        Raises:
            UnreadableMask: if the file cannot be read, or holds no polygon.
        """
        # With a large vector library each; a run without polygons does without them.
        import shapely

        try:
            geometries, _, source = read_layer(path)
            shapes = shapely.get_parts([_areas_of(shape) for shape in geometries])
            if not len(shapes):
                raise UnreadableMask(path=path, reason="it holds no polygon.")
            if crs is not None and source is not None and source != crs:
                shapes = _reprojected(shapes, source, crs, near)
            if near is not None:
                shapes = shapes[shapely.intersects(shapes, shapely.box(*near))]
            if not len(shapes):
                return None
            return cls([shapely.geometry.mapping(shape) for shape in shapes])
        except UnreadableMask:
            raise
        except NOT_VECTOR as error:
            raise UnreadableMask(path=path, reason=reason_of(error, path)) from error

    def rasterize(self, window: Window, transform: Affine) -> NDArray[np.bool_]:
        """Return True for the pixels of a window that lie in a polygon, (H, W).

        Args:
            window: pixels of some grid.
            transform: from the pixels of that grid to the polygons' CRS.
        """
        transform = transform @ Affine.translation(window.col_off, window.row_off)
        xs, ys = zip(
            *(
                transform @ corner
                for corner in (
                    (0, 0),
                    (window.width, 0),
                    (0, window.height),
                    (window.width, window.height),
                )
            ),
            strict=True,
        )
        near = (
            (self._boxes[:, 0] <= max(xs))
            & (self._boxes[:, 2] >= min(xs))
            & (self._boxes[:, 1] <= max(ys))
            & (self._boxes[:, 3] >= min(ys))
        )
        shape_yx = (window.height, window.width)
        geometries = [self._geometries[i] for i in np.flatnonzero(near)]
        if not geometries:
            return np.zeros(shape_yx, bool)
        inside: NDArray[np.bool_] = geometry_mask(geometries, shape_yx, transform, invert=True)
        return inside


def mask_file(path: str) -> str:
    """Return the file of a mask that may name a layer in it."""
    return path.partition(LAYER_OPTION)[0]


def _areas_of(shape: Any) -> Any:
    """Return the valid areas of a geometry as one multipolygon, without lines and points."""
    import shapely

    parts = [part for part in _parts(shape) if shapely.get_dimensions(part) == 2]
    valid = [part for whole in parts for part in _parts(shapely.make_valid(whole))]
    return shapely.MultiPolygon([part for part in valid if shapely.area(part) > 0])


def _parts(shape: Any) -> Iterator[Any]:
    """Yield the single geometries of whatever collection."""
    import shapely

    for part in shapely.get_parts(shape) if shape is not None else ():
        if hasattr(part, "geoms"):
            yield from _parts(part)
        else:
            yield part


def _reprojected(
    shapes: NDArray[Any], source: CRS, target: CRS, near: Bounds | None
) -> NDArray[Any]:
    """Return polygons in another CRS, those that may be near only."""
    import shapely

    def project(points: NDArray[np.float64]) -> NDArray[np.float64]:
        xs, ys = transform_coordinates(source, target, points[:, 0], points[:, 1])
        return np.column_stack([xs, ys])

    if near is not None:
        left, bottom, right, top = transform_bounds(target, source, *near, densify_pts=21)
        # The antimeridian or a pole in the raster: then nothing is cut off.
        if left < right and bottom < top and math.isfinite(left + bottom + right + top):
            width, height = right - left, top - bottom
            around = shapely.box(left - width, bottom - height, right + width, top + height)
            shapes = shapes[shapely.intersects(shapes, around)]
            is_inside = shapely.contains_properly(around, shapes)
            cut = [_areas_of(shape) for shape in shapely.intersection(shapes[~is_inside], around)]
            shapes = np.concatenate([shapes[is_inside], shapely.get_parts(cut)])
    if source.is_geographic:
        longest = MAX_EDGE_DEGREES
    else:
        longest = MAX_EDGE_M / (source.linear_units_factor[1] or 1)
    projected = shapely.transform(shapely.segmentize(shapes, longest), project)
    result: NDArray[Any] = shapely.get_parts([_areas_of(shape) for shape in projected])
    return result
