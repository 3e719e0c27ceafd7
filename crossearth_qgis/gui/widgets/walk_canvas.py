"""The canvas while one walks from place to place: its keys are the walk's, and maps are hidden."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

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
    """Another tool was chosen: the walk may take the keys again, or give the canvas back."""
    canvas_wanted = pyqtSignal()
    """Another walk begins: this one is to give the canvas back before its slot returns."""

    _taken_by: ClassVar[WalkCanvas | None] = None

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
        """Whether the canvas is the walk's, and the maps are hidden."""
        return self._tool is not None

    @property
    def has_keys(self) -> bool:
        """Whether the keys of the canvas are the walk's, and not those of a tool chosen since."""
        return self._tool is not None and self._canvas.mapTool() is self._tool

    @property
    def is_hiding(self) -> bool:
        """Whether the maps are hidden by the walk."""
        return self._is_hiding

    @property
    def is_taken_by_another(self) -> bool:
        """Whether another walk has the canvas."""
        return WalkCanvas._taken_by not in (None, self)

    def take(self, hidden_ids: Collection[str] = ()) -> None:
        """Make the keys the walk's, also those that another tool has got since, and hide the maps.

        What is there is for the person to say, and not for the map that may be wrong.

        Args:
            hidden_ids: of layers that are hidden beside what runs have made.
        """
        if self.has_keys:
            return
        if self._tool is not None:
            self._tool_before = self._canvas.mapTool()
            self._canvas.setMapTool(self._tool)
            return
        if WalkCanvas._taken_by is not None:
            WalkCanvas._taken_by.canvas_wanted.emit()
        WalkCanvas._taken_by = self
        self._tool_before = self._canvas.mapTool()
        self._tool = WalkTool(self._canvas)
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
        WalkCanvas._taken_by = None
        tool.deactivated.disconnect(self._on_tool_left)
        if self._canvas.mapTool() is tool:
            self._canvas.unsetMapTool(tool)
            if self._tool_before is not None:
                self._canvas.setMapTool(self._tool_before)
        self._tool_before = None
        self._curtain.open()
        self._is_hiding = False
        tool.clear()
        tool.deleteLater()

    def hide_also(self, layer_ids: Collection[str]) -> None:
        """Hide further maps while the canvas is the walk's."""
        if self._tool is not None:
            self._hidden_ids = {*self._hidden_ids, *layer_ids}
            self._curtain.hide_also(layer_ids)

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
        # In an event of its own: the canvas is in the middle of changing its tools.
        QTimer.singleShot(0, self.tool_left)
