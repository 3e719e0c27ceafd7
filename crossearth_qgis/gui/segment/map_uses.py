"""What finished maps are good for: what has changed between two, and a class for each object.

The algorithms' own dialogs, filled with the maps at hand; what has changed is told here afterwards.
"""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...layers.result_layers import is_change, raise_layer
from ...processing.change import changed_text
from ...translation import translate
from ..algorithm_dialog import open_dialog
from ..widgets.hint import SUCCESS, Hint
from ..widgets.opening import open_outside


class MapUses(QWidget):
    """Two buttons, and once maps were compared, how much has changed and the way to the report."""

    told = pyqtSignal(str)
    """A sentence for the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas: QgsMapCanvas | None = None
        self._report = ""
        self.change_button = QPushButton(translate("CrossEarth", "What Changed…"), self)
        self.change_button.setToolTip(
            translate("CrossEarth", "Compare two maps: what has become of what, and how much")
        )
        self.change_button.clicked.connect(self._compare)
        self.objects_button = QPushButton(translate("CrossEarth", "Classify Objects…"), self)
        self.objects_button.setToolTip(
            translate(
                "CrossEarth", "Give each parcel or building of a layer the class it has on a map"
            )
        )
        self.objects_button.clicked.connect(self._classify_objects)
        self.hint = Hint(self)
        self.report_button = QPushButton(translate("CrossEarth", "Open Report"), self)
        self.report_button.setToolTip(
            translate("CrossEarth", "Show what has become of what in the web browser")
        )
        self.report_button.clicked.connect(self._open_report)
        buttons, below = QHBoxLayout(), QHBoxLayout()
        buttons.addWidget(self.change_button)
        buttons.addWidget(self.objects_button)
        below.addStretch(1)
        below.addWidget(self.report_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(buttons)
        layout.addWidget(self.hint)
        layout.addLayout(below)
        self.forget()

    def set_up(self, canvas: QgsMapCanvas) -> None:
        """Tell which canvas knows the active layer; called once."""
        self._canvas = canvas

    def forget(self) -> None:
        """Show no result any more."""
        self._report = ""
        self.hint.set_text("")
        self.report_button.hide()

    def _compare(self) -> None:
        maps = self._maps()
        # The one on top, or chosen, is usually the later one.
        layers = dict(zip(("AFTER", "BEFORE"), maps))
        parameters = {name: layer.id() for name, layer in layers.items()}
        parameters["REPORT"] = QgsProcessing.TEMPORARY_OUTPUT
        dialog = open_dialog("crossearth:change", parameters)
        dialog.algorithmFinished.connect(self._on_finished)

    def _on_finished(self, is_successful: bool, results: dict[str, Any]) -> None:
        if not is_successful or "OUTPUT" not in results:
            return
        raise_layer(results["OUTPUT"])
        if "CHANGED" not in results:
            return
        self.hint.set_text(changed_text(results["CHANGED"]), SUCCESS)
        self._report = results.get("REPORT") or ""
        self.report_button.setVisible(bool(self._report))

    def _classify_objects(self) -> None:
        maps, active = self._maps(), self._active()
        parameters = {"MAP": maps[0].id()} if maps else {}
        if isinstance(active, QgsVectorLayer) and active.geometryType() == _POLYGONS:
            parameters["OBJECTS"] = active.id()
        dialog = open_dialog("crossearth:zonal", parameters)
        dialog.algorithmFinished.connect(self._on_finished)

    def _maps(self) -> list[QgsRasterLayer]:
        """Return the class rasters of the project, the active one first, then from top to bottom.

        Of any program: what is drawn with a colour for each value.
        """
        layers = [self._active(), *QgsProject.instance().layerTreeRoot().layerOrder()]
        maps = {
            layer.id(): layer
            for layer in layers
            if isinstance(layer, QgsRasterLayer)
            and not is_change(layer)
            and layer.renderer() is not None
            and layer.renderer().type() == "paletted"
        }
        return list(maps.values())

    def _active(self) -> QgsMapLayer | None:
        return None if self._canvas is None else self._canvas.currentLayer()

    def _open_report(self) -> None:
        problem = open_outside(QUrl.fromLocalFile(self._report))
        if problem:
            self.told.emit(problem)


_POLYGONS = QgsWkbTypes.GeometryType.PolygonGeometry
