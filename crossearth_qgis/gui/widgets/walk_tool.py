"""The map tool of a walk: shows the place and the outline, and hears the keys."""

from __future__ import annotations

from string import ascii_uppercase

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

CLASS_KEYS = "123456789" + "".join(key for key in ascii_uppercase if key not in "BMNSU")
"""What the keys of the classes say: digits, then those letters that are no command."""

_COLOR = QColor(255, 0, 255)
# Of keys of letters and digits the code is that of the character.
_NUMBERS = {ord(character): number for number, character in enumerate(CLASS_KEYS)}
_COMMANDS = {
    Qt.Key.Key_N: "next",
    Qt.Key.Key_B: "back",
    Qt.Key.Key_S: "skip",
    Qt.Key.Key_U: "undo",
    Qt.Key.Key_Backspace: "undo",
    Qt.Key.Key_M: "map",
    Qt.Key.Key_Escape: "end",
}


class WalkTool(QgsMapTool):
    """Keys are its own while it is the canvas's tool, whatever shortcuts QGIS has for them.

    Place and outline are shown from when it is the canvas's tool first until `clear`.

    Args:
        canvas: where places are looked at.
    """

    class_chosen = pyqtSignal(int)
    """Which of the classes, from 0."""
    commanded = pyqtSignal(str)
    """``next``, ``back``, ``skip``, ``undo``, ``map`` or ``end``."""
    pointed = pyqtSignal(QgsPointXY)
    """The mouse points to another place of the map, in the CRS of the canvas."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._outline: QgsRubberBand | None = None
        self._marker: QgsVertexMarker | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def activate(self) -> None:
        super().activate()
        self._canvas.installEventFilter(self)
        self._canvas.setFocus()
        if self._outline is not None:
            return
        self._outline = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._outline.setStrokeColor(_COLOR)
        self._outline.setFillColor(QColor(255, 0, 255, 30))
        self._outline.setWidth(2)
        self._marker = QgsVertexMarker(self._canvas)
        self._marker.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
        self._marker.setColor(_COLOR)
        self._marker.setIconSize(14)
        self._marker.setPenWidth(2)

    def deactivate(self) -> None:
        self._canvas.removeEventFilter(self)
        super().deactivate()

    def clear(self) -> None:
        """Show nothing any more."""
        for item in (self._outline, self._marker):
            if item is not None:
                self._canvas.scene().removeItem(item)
        self._outline = self._marker = None

    def show_place(self, place: QgsPointXY) -> None:
        """Mark a place, in the CRS of the canvas."""
        if self._marker is not None:
            self._marker.setCenter(place)

    def show_outline(self, outline: QgsGeometry) -> None:
        """Show what a key would be about, in the CRS of the canvas."""
        if self._outline is not None:
            self._outline.setToGeometry(outline, None)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton:
            self.pointed.emit(event.mapPoint())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        self.pointed.emit(event.mapPoint())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Asked first, before a shortcut of QGIS or another plugin takes the key.
        if event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_ours(event):
            event.ignore()
            return
        event.accept()
        if event.key() in _COMMANDS:
            self.commanded.emit(_COMMANDS[event.key()])
        else:
            self.class_chosen.emit(_NUMBERS[event.key()])


def _is_ours(event: QKeyEvent) -> bool:
    # Digits of the block beside the letters have a modifier of their own.
    others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_key = event.key() in _COMMANDS or event.key() in _NUMBERS
    return is_key and others == Qt.KeyboardModifier.NoModifier
