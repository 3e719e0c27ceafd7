"""Paints the pieces of the live preview over the canvas; they are no layers of the project."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QPainter, QPolygonF, QTransform
from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ...layers.preview_piece import PreviewPiece

# The imagery is to be seen under it.
_OPACITY = 0.65
# What pieces may take; of screens there is room for a dozen or more.
_MOST_BYTES = 128 << 20


class PreviewItem(QgsMapCanvasItem):
    """Pieces of a raster, where they lie.

    Args:
        canvas: that shows them.
    """

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._crs = QgsCoordinateReferenceSystem()
        self._pieces: dict[str, PreviewPiece] = {}
        # Their corners in the CRS of the canvas; made when they are painted.
        self._places: dict[str, tuple[QgsPointXY, ...]] = {}
        canvas.destinationCrsChanged.connect(self._places.clear)

    @property
    def names(self) -> list[str]:
        """Of the pieces that there are."""
        return list(self._pieces)

    def clear(self, crs: QgsCoordinateReferenceSystem) -> None:
        """Forget all pieces; those to come are of a raster in this CRS."""
        self._pieces.clear()
        self._places.clear()
        self._crs = crs
        self.update()

    def add(self, piece: PreviewPiece) -> bool:
        """Show a piece; return whether others had to go for it, those that came first."""
        self._pieces[piece.name] = piece
        size = sum(item.image.sizeInBytes() for item in self._pieces.values())
        gone = []
        for name, item in self._pieces.items():
            if size <= _MOST_BYTES:
                break
            size -= item.image.sizeInBytes()
            gone.append(name)
        for name in gone:
            del self._pieces[name]
            self._places.pop(name, None)
        self.update()
        return bool(gone)

    def boundingRect(self) -> QRectF:
        return QRectF(self._canvas.rect())

    def updatePosition(self) -> None:
        self.setPos(0, 0)
        self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem | None = None,
        widget: QWidget | None = None,
    ) -> None:
        shown = self.boundingRect()
        painter.save()
        painter.setOpacity(_OPACITY)
        base = painter.transform()
        for name, piece in self._pieces.items():
            corners = self._place(name)
            if not corners:
                continue
            first, right, below = (self.toCanvasCoordinates(corner) for corner in corners)
            outline = QPolygonF([first, right, right + below - first, below])
            if not outline.boundingRect().intersects(shown):
                continue
            painter.setTransform(_onto(piece, first, right, below) * base)
            painter.drawImage(QPointF(0, 0), piece.image)
        painter.restore()

    def _place(self, name: str) -> tuple[QgsPointXY, ...]:
        if name not in self._places:
            crs = self._canvas.mapSettings().destinationCrs()
            transform = QgsCoordinateTransform(self._crs, crs, QgsProject.instance())
            try:
                self._places[name] = tuple(map(transform.transform, self._pieces[name].corners))
            except QgsCsException:
                self._places[name] = ()
        return self._places[name]


def _onto(piece: PreviewPiece, first: QPointF, right: QPointF, below: QPointF) -> QTransform:
    """Return what takes the pixels of a piece to the canvas, of which it gets three corners."""
    width, height = piece.image.width(), piece.image.height()
    across, down = (right - first) / width, (below - first) / height
    return QTransform(across.x(), across.y(), down.x(), down.y(), first.x(), first.y())
