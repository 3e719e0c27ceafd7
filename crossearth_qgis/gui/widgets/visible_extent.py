"""What the canvas shows, as algorithms take it."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRasterLayer,
    QgsReferencedRectangle,
)
from qgis.gui import QgsMapCanvas


def visible_extent(layer: QgsRasterLayer, canvas: QgsMapCanvas) -> QgsReferencedRectangle:
    """Return the visible extent, in a CRS that a command can name, or else that of a layer."""
    extent, crs = canvas.mapSettings().visibleExtent(), canvas.mapSettings().destinationCrs()
    if layer.crs().isValid() and crs.isValid() and not crs.authid():
        # A CRS without a code cannot be written in a command; the layer's own needs no code.
        transform = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance())
        try:
            return QgsReferencedRectangle(transform.transformBoundingBox(extent), layer.crs())
        except QgsCsException:
            return QgsReferencedRectangle(extent, crs)
    return QgsReferencedRectangle(extent, crs)
