"""Polygons that limit a run: read from GeoJSON, brought into the raster's CRS, burnt per window."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.features import bounds as geometry_bounds
from rasterio.features import geometry_mask, is_valid_geom
from rasterio.warp import transform_geom

from crossearth_engine.errors import UnreadableMask
from crossearth_engine.raster.gdal import GDAL_ERRORS
from crossearth_engine.raster.windows import Window

Geometry = dict[str, Any]

# What comes of reading as GeoJSON what is none, or has coordinates that no projection takes.
NOT_GEOJSON: tuple[type[Exception], ...] = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    *GDAL_ERRORS,
)


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
    def read(cls, path: str | Path, crs: CRS | None) -> PolygonMask:
        """Read polygons from a GeoJSON file and bring them into ``crs``.

        Coordinates are longitude and latitude (RFC 7946) unless the file has the older ``crs``
        member; its name may be an authority code or WKT. A raster without CRS takes them as they
        are.

        Raises:
            UnreadableMask: if the file cannot be read, or holds no polygon.
        """
        try:
            content = json.loads(Path(path).read_text(encoding="utf-8-sig"))
            polygons = list(_polygons(content))
            if not polygons:
                raise UnreadableMask(path=path, reason="it holds no polygon.")
            if crs is not None:
                source = CRS.from_user_input(_crs_name(content))
                if source != crs:
                    polygons = transform_geom(source, crs, polygons)
            return cls(polygons)
        except UnreadableMask:
            raise
        except OSError as error:
            raise UnreadableMask(path=path, reason=f"{error.strerror}.") from error
        except NOT_GEOJSON as error:
            raise UnreadableMask(
                path=path, reason=f"it is not usable GeoJSON ({error})."
            ) from error

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


def _polygons(node: dict[str, Any]) -> Iterator[Geometry]:
    """Yield every polygon and multipolygon of a GeoJSON object, whatever it is wrapped in."""
    kind = node["type"]
    if kind == "FeatureCollection":
        for feature in node["features"]:
            yield from _polygons(feature)
    elif kind == "Feature":
        if node["geometry"] is not None:
            yield from _polygons(node["geometry"])
    elif kind == "GeometryCollection":
        for geometry in node["geometries"]:
            yield from _polygons(geometry)
    elif kind in ("Polygon", "MultiPolygon") and node["coordinates"]:
        yield node


def _crs_name(content: dict[str, Any]) -> str:
    crs = content.get("crs")
    return str(crs["properties"]["name"]) if crs else "OGC:CRS84"
