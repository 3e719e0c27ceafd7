"""How large pixels are on the ground.

Measured on the ellipsoid: map units may be degrees, and metres of Web Mercator are not metres.
"""

from __future__ import annotations

import math

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsPointXY,
)


def pixel_size_m(
    crs: QgsCoordinateReferenceSystem,
    place: QgsPointXY,
    size: tuple[float, float],
    transform_context: QgsCoordinateTransformContext,
) -> float | None:
    """Return the edge of a pixel in metres, as of a square with the same area.

    Args:
        crs: of the raster.
        place: where to measure.
        size: width and height of the pixel, map units.
        transform_context: of the project.

    Returns:
        None without a CRS, or where it does not reach.
    """
    if not crs.isValid():
        return None
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, transform_context)
    measure.setEllipsoid(crs.ellipsoidAcronym() or "EPSG:7030")
    right = QgsPointXY(place.x() + size[0], place.y())
    above = QgsPointXY(place.x(), place.y() + size[1])
    area_m2 = measure.measureLine(place, right) * measure.measureLine(place, above)
    return math.sqrt(area_m2) if math.isfinite(area_m2) and area_m2 > 0 else None
