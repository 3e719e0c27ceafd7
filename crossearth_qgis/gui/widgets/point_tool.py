"""A map tool that takes clicks, and marks where they were."""

from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

_COLOR = QColor(255, 0, 255)


class PointTool(QgsMapTool):
    """Left clicks point; a right click, or Esc, ends.

    Args:
        canvas: that is clicked.
    """

    pointed = pyqtSignal(QgsPointXY)
    """In the CRS of the canvas."""
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._markers: list[QgsVertexMarker] = []
        self.setCursor(Qt.CursorShape.CrossCursor)

    def mark(self, places: list[QgsPointXY]) -> None:
        """Mark these places, in the CRS of the canvas, and no others."""
        for marker in self._markers:
            self._canvas.scene().removeItem(marker)
        self._markers = []
        for place in places:
            marker = QgsVertexMarker(self._canvas)
            marker.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
            marker.setColor(_COLOR)
            marker.setIconSize(14)
            marker.setPenWidth(2)
            marker.setCenter(place)
            self._markers.append(marker)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pointed.emit(event.mapPoint())
        elif event.button() == Qt.MouseButton.RightButton:
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.ended.emit()
        else:
            event.ignore()
