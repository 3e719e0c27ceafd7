"""Polygons of QGIS -> a GeoJSON file, in the raster's CRS, that the engine takes as a mask."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsWkbTypes,
)

from ..errors import JobCanceled, UnsupportedLayer
from ..translation import translate
from .raster_source import RasterSource
from .stated import crs_text

_PRECISION = 12
"""Decimals of the coordinates: enough for degrees at centimetres, and then some."""


def write_mask(
    features: Iterable[QgsFeature],
    polygon_crs: QgsCoordinateReferenceSystem,
    raster: RasterSource,
    transform_context: QgsCoordinateTransformContext,
    path: Path,
    is_canceled: Callable[[], bool] = lambda: False,
) -> None:
    """Write the polygons of the features to ``path``; may be called in any thread.

    Curves are turned into line strings and self-crossings are repaired. Without a CRS on either
    side the coordinates are taken as they are.

    Raises:
        JobCanceled: on request, asked for every feature.
        UnsupportedLayer: there is no polygon, or one cannot be brought into the raster's CRS.
    """
    transform = None
    if polygon_crs.isValid() and raster.crs.isValid():
        transform = QgsCoordinateTransform(polygon_crs, raster.crs, transform_context)
    rows = []
    for feature in features:
        if is_canceled():
            raise JobCanceled
        geometry = _as_valid_polygons(feature.geometry(), transform)
        if not geometry.isEmpty():
            body = json.loads(geometry.asJson(_PRECISION))
            rows.append({"type": "Feature", "properties": {}, "geometry": body})
    if not rows:
        raise UnsupportedLayer(
            translate(
                "CrossEarth",
                "There are no polygons to limit the run to: the layer, or the selection in it, is "
                "empty.",
            )
        )
    collection: dict[str, Any] = {"type": "FeatureCollection", "features": rows}
    if raster.crs.isValid():
        # The very text that the engine gets for the raster, where it is told.
        name = crs_text(raster.crs)
        collection["crs"] = {"type": "name", "properties": {"name": name}}
    path.write_text(json.dumps(collection), encoding="utf-8")


def no_way_into(crs: QgsCoordinateReferenceSystem) -> UnsupportedLayer:
    """Return the refusal of polygons that have no coordinates in the raster's CRS."""
    return UnsupportedLayer(
        translate(
            "CrossEarth",
            "The polygons cannot be brought into the raster's CRS {crs}. Check the CRS of both "
            "layers.",
        ).format(crs=crs.userFriendlyIdentifier())
    )


def _as_valid_polygons(
    geometry: QgsGeometry, transform: QgsCoordinateTransform | None
) -> QgsGeometry:
    """Return the areas of a geometry as straight, valid polygons; empty where there are none."""
    if geometry.isEmpty() or geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
        return QgsGeometry()
    polygons = QgsGeometry(geometry)
    polygons.convertToStraightSegment()
    polygons.get().dropZValue()
    polygons.get().dropMValue()
    if transform is not None:
        _transform(polygons, transform)
    if not polygons.isGeosValid():
        polygons = polygons.makeValid()
        # A repaired bow tie may come with the lines that were left over.
        polygons.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
    return polygons


def _transform(polygons: QgsGeometry, transform: QgsCoordinateTransform) -> None:
    # Some impossible coordinates raise, others become infinite.
    with contextlib.suppress(QgsCsException):
        polygons.transform(transform)
        if polygons.boundingBox().isFinite():
            return
    raise no_way_into(transform.destinationCrs())
