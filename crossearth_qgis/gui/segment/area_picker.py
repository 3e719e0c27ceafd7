"""Choice of the part of a raster to work on: all of it, what the canvas shows, or polygons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsMapLayerProxyModel,
    QgsProcessingFeatureSourceDefinition,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from ...translation import translate
from ..widgets.layer_combo import LayerCombo
from ..widgets.visible_extent import visible_extent

_WHOLE_LAYER, _VISIBLE_CANVAS, _POLYGONS = range(3)
# In the state that projects keep, in the same order.
_CHOICES = ("whole", "canvas", "polygons")


class AreaPicker(QWidget):
    """Combo of three choices; the third opens a combo of polygon layers."""

    area_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watched: QgsVectorLayer | None = None
        self.combo = QComboBox(self)
        self.combo.addItems(
            [
                translate("CrossEarth", "Whole layer"),
                translate("CrossEarth", "Visible canvas"),
                translate("CrossEarth", "Polygons of a layer"),
            ]
        )
        self.combo.setToolTip(translate("CrossEarth", "Which part of the raster to classify"))
        self.combo.setAccessibleName(translate("CrossEarth", "Area to classify"))
        self.combo.setMinimumWidth(80)
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.polygon_combo = LayerCombo(self)
        self.polygon_combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.polygon_combo.explain(
            translate(
                "CrossEarth",
                "Only pixels inside these polygons are classified; everything else is skipped, "
                "which also saves time.",
            )
        )
        self.polygon_combo.setAccessibleName(translate("CrossEarth", "Polygon layer"))
        self.selected_only_box = QCheckBox(translate("CrossEarth", "Selected &features only"), self)
        self.selected_only_box.setToolTip(
            translate("CrossEarth", "Use the selected polygons and leave the others out")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.combo)
        layout.addWidget(self.polygon_combo)
        layout.addWidget(self.selected_only_box)
        self.setFocusProxy(self.combo)
        self.combo.currentIndexChanged.connect(self._on_choice_changed)
        self.polygon_combo.layerChanged.connect(self._on_polygons_changed)
        self.selected_only_box.toggled.connect(lambda _checked: self.area_changed.emit())
        self._on_choice_changed()

    @property
    def is_whole_layer(self) -> bool:
        """True while nothing limits the run."""
        return self.combo.currentIndex() == _WHOLE_LAYER

    def parameters(self, layer: QgsRasterLayer, canvas: QgsMapCanvas) -> dict[str, Any]:
        """Return the parameters of the algorithm that limit a run to the area; none: all of it.

        Args:
            layer: the raster.
            canvas: shows the visible extent.
        """
        if self.combo.currentIndex() == _VISIBLE_CANVAS:
            return {"EXTENT": visible_extent(layer, canvas)}
        if self.combo.currentIndex() == _POLYGONS:
            return {
                "MASK": QgsProcessingFeatureSourceDefinition(
                    self.polygon_combo.currentLayer().id(), self.selected_only_box.isChecked()
                )
            }
        return {}

    def text(self) -> str:
        """Return what maps of the area say of it; nothing of a whole layer."""
        if self.combo.currentIndex() == _VISIBLE_CANVAS:
            return translate("CrossEarth", "canvas")
        if self.combo.currentIndex() != _POLYGONS:
            return ""
        text = "{layer}"
        if self.selected_only_box.isChecked():
            text = translate("CrossEarth", "selected of {layer}")
        return text.format(layer=self.polygon_combo.currentLayer().name())

    def choose_visible_canvas(self) -> None:
        """Limit the next run to what the canvas shows."""
        self.combo.setCurrentIndex(_VISIBLE_CANVAS)

    def state(self) -> dict[str, Any]:
        """Return what `set_state` brings back in the same project."""
        return {
            "choice": _CHOICES[self.combo.currentIndex()],
            "polygons": self.polygon_combo.state(),
            "selected_only": self.selected_only_box.isChecked(),
        }

    def set_state(self, values: Mapping[str, Any]) -> None:
        """Choose the area that was chosen before; none: the whole layer."""
        choice = values.get("choice")
        self.combo.setCurrentIndex(_CHOICES.index(choice) if choice in _CHOICES else _WHOLE_LAYER)
        self.polygon_combo.set_state(values.get("polygons") or {})
        self.selected_only_box.setChecked(bool(values.get("selected_only")))

    def problem(self) -> str:
        """Return what is still missing, or an empty string."""
        if self.combo.currentIndex() != _POLYGONS:
            return ""
        polygons = self.polygon_combo.currentLayer()
        if polygons is None:
            return translate("CrossEarth", "Add a polygon layer to the project.")
        if self.selected_only_box.isChecked() and not polygons.selectedFeatureCount():
            return translate("CrossEarth", "Select at least one polygon of {layer}.").format(
                layer=polygons.name()
            )
        return ""

    def _on_choice_changed(self) -> None:
        is_polygons = self.combo.currentIndex() == _POLYGONS
        self.polygon_combo.setVisible(is_polygons)
        self.selected_only_box.setVisible(is_polygons)
        self._on_polygons_changed()

    def _on_polygons_changed(self) -> None:
        if self._watched is not None:
            self._watched.selectionChanged.disconnect(self.area_changed)
            self._watched.willBeDeleted.disconnect(self._forget)
        self._watched = self.polygon_combo.currentLayer()
        if self._watched is not None:
            self._watched.selectionChanged.connect(self.area_changed)
            self._watched.willBeDeleted.connect(self._forget)
        self.area_changed.emit()

    def _forget(self) -> None:
        self._watched = None
