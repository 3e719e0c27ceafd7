"""The canvas while one walks from place to place: its keys are the walk's, and maps are hidden."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...layers.map_curtain import MapCurtain
from .walk_tool import WalkTool


class WalkCanvas(QObject):
    """Takes the canvas for a walk, and gives it back as it was.

    Args:
        canvas: where places are looked at.
        parent: owns it.
    """

    class_chosen = pyqtSignal(int)
    """Which of the classes, from 0."""
    commanded = pyqtSignal(str)
    """As `WalkTool` tells."""
    pointed = pyqtSignal(QgsPointXY)
    """The mouse points to another place of the map, in the CRS of the canvas."""
    tool_left = pyqtSignal()
    """Another tool was chosen: the walk is to give the canvas back."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._tool: WalkTool | None = None
        self._tool_before: QgsMapTool | None = None
        self._curtain = MapCurtain(self)
        self._hidden_ids: Collection[str] = ()
        self._is_hiding = False

    @property
    def is_taken(self) -> bool:
        """Whether the keys of the canvas are the walk's."""
        return self._tool is not None

    def take(self, hidden_ids: Collection[str] = ()) -> None:
        """Make the keys the walk's, and hide the maps.

        What is there is for the person to say, and not for the map that may be wrong.

        Args:
            hidden_ids: of layers that are hidden beside what runs have made.
        """
        if self._tool is not None:
            return
        before = self._canvas.mapTool()
        # The tool of another walk ends with that walk, which is now.
        self._tool_before = before.before if isinstance(before, WalkTool) else before
        self._tool = WalkTool(self._canvas, self._tool_before)
        self._tool.class_chosen.connect(self.class_chosen)
        self._tool.commanded.connect(self.commanded)
        self._tool.pointed.connect(self.pointed)
        self._canvas.setMapTool(self._tool)
        self._tool.deactivated.connect(self._on_tool_left)
        self._hidden_ids = hidden_ids
        self._hide()

    def give_back(self) -> None:
        """Have the canvas be as it was; does nothing unless it is taken."""
        tool, self._tool = self._tool, None
        if tool is None:
            return
        tool.deactivated.disconnect(self._on_tool_left)
        if self._canvas.mapTool() is tool:
            self._canvas.unsetMapTool(tool)
            if self._tool_before is not None:
                self._canvas.setMapTool(self._tool_before)
        self._tool_before = None
        self._curtain.open()
        tool.deleteLater()

    def toggle_maps(self) -> None:
        """Show the maps for a look, or hide them again."""
        if self._is_hiding:
            self._curtain.open()
            self._is_hiding = False
        else:
            self._hide()

    def to_canvas(self, place: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> QgsPointXY:
        """Return a place in the CRS of the canvas; as it is where there is no way."""
        try:
            return self.transform(crs).transform(place)
        except QgsCsException:
            return place

    def transform(self, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
        """Return the way from a CRS to that of the canvas."""
        canvas_crs = self._canvas.mapSettings().destinationCrs()
        return QgsCoordinateTransform(crs, canvas_crs, QgsProject.instance())

    def show_place(self, at: QgsPointXY) -> None:
        """Go to a place, in the CRS of the canvas, and mark it."""
        self._canvas.setCenter(at)
        self._canvas.refresh()
        if self._tool is not None:
            self._tool.show_place(at)

    def show_outline(self, outline: QgsGeometry) -> None:
        """Show what a key would be about, in the CRS of the canvas."""
        if self._tool is not None:
            self._tool.show_outline(outline)

    def _hide(self) -> None:
        self._curtain.close(self._hidden_ids)
        self._is_hiding = True

    def _on_tool_left(self) -> None:
        # At once: the other tool may be that of another walk, which hides the maps for itself.
        self._curtain.open()
        # In an event of its own: the canvas is in the middle of changing its tools.
        QTimer.singleShot(0, self.tool_left)
