"""The objects that are sought, on the pixels of a raster: which pixels of a window are theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize

from crossearth_engine.errors import NoIntersection, UnreadablePolygons
from crossearth_engine.raster.labelled_polygons import Geometries, Grid, place_in_crs, unsaid_crs
from crossearth_engine.raster.vector import LAYER_OPTION, NOT_VECTOR, read_layer, reason_of
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import Finding

_KINDS = (
    shapely.GeometryType.POINT,
    shapely.GeometryType.POLYGON,
    shapely.GeometryType.MULTIPOLYGON,
)


@dataclass(frozen=True)
class SoughtObjects:
    """Points and polygons on the pixels of a raster.

    Attributes:
        shapes: (N,) in pixels of the raster: columns and rows.
    """

    shapes: Geometries

    @property
    def tiny(self) -> int:
        """How many polygons cover no more than a pixel."""
        is_polygon = shapely.get_dimensions(self.shapes) == 2
        return int((is_polygon & (shapely.area(self.shapes) <= 1)).sum())

    def touched(self, windows: Sequence[Window]) -> list[int]:
        """Return the places of the windows that objects lie in, among these, in order."""
        boxes = [
            shapely.box(w.col_off, w.row_off, w.col_off + w.width, w.row_off + w.height)
            for w in windows
        ]
        tree = shapely.STRtree(self.shapes)
        return sorted({*tree.query(np.array(boxes, object), predicate="intersects")[0].tolist()})

    def pixels(self, window: Window) -> list[tuple[int, NDArray[np.intp], NDArray[np.intp]]]:
        """Return the number of each object in a window, and rows and columns of its pixels there.

        A point is the pixel that it lies in, a polygon every pixel that it touches.
        """
        found = []
        box = shapely.box(0, 0, window.width, window.height)
        moved = shapely.transform(self.shapes, lambda xy: xy - (window.col_off, window.row_off))
        for number in np.flatnonzero(shapely.intersects(moved, box)):
            shape = moved[number]
            if shapely.get_dimensions(shape) == 0:
                col, row = int(np.floor(shape.x)), int(np.floor(shape.y))
                is_inside = 0 <= row < window.height and 0 <= col < window.width
                rows, cols = (
                    np.array([row] * is_inside, np.intp),
                    np.array([col] * is_inside, np.intp),
                )
            else:
                burnt = rasterize(
                    [shape],
                    (window.height, window.width),
                    transform=Affine.identity(),
                    all_touched=True,
                )
                rows, cols = np.nonzero(burnt)
            if len(rows):
                found.append((int(number), rows, cols))
        return found


def read_objects(path: str, layer: str | None, grid: Grid) -> tuple[SoughtObjects, list[Finding]]:
    """Return the points and polygons of a file on the pixels of a raster, and what was found.

    Args:
        path: any file that GDAL reads.
        layer: of it; its first one unless it is given.
        grid: the raster's pixels.

    Raises:
        UnreadablePolygons: if the file cannot be read, or holds no point and no polygon.
        NoIntersection: if none lies on the raster.
        InvalidRequest: if there is no way from its CRS to that of the raster.
    """
    source = f"{path}{LAYER_OPTION}{layer}" if layer else path
    try:
        geometries, _, own_crs = read_layer(source)
    except NOT_VECTOR as error:
        raise UnreadablePolygons(path=path, reason=reason_of(error, source)) from error
    is_multipoint = shapely.get_type_id(geometries) == shapely.GeometryType.MULTIPOINT
    parts = shapely.get_parts(geometries[is_multipoint])
    geometries = np.concatenate([geometries[~is_multipoint], parts])
    geometries = geometries[np.isin(shapely.get_type_id(geometries), _KINDS)]
    geometries = shapely.make_valid(geometries[~shapely.is_empty(geometries)])
    if not len(geometries):
        reason = "it holds no point and no polygon of what is sought."
        raise UnreadablePolygons(path=path, reason=reason)
    is_point = shapely.get_dimensions(geometries) == 0
    placed = geometries.copy()
    for some in (is_point, ~is_point):  # what has no coordinates there becomes empty, by its kind
        placed[some] = place_in_crs(geometries[some], own_crs, grid.crs)
    back = ~grid.transform
    on_pixels = shapely.transform(placed, lambda xy: np.column_stack(back @ (xy[:, 0], xy[:, 1])))
    is_near = shapely.intersects(on_pixels, shapely.box(0, 0, grid.width, grid.height))
    if not is_near.any():
        raise NoIntersection(area="layer of objects", path=grid.path)
    findings = [*unsaid_crs(own_crs, grid.path, grid.crs)]
    if count := int((~is_near).sum()):
        findings.append(Finding("objects-outside", {"count": str(count)}))
    return SoughtObjects(on_pixels[is_near]), findings
