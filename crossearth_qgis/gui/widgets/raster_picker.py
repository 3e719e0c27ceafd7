"""Choice of the raster to work on: one of the project's, or a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QWidget

from ...translation import translate
from ..project_state import local, portable
from .dates_button import DatesButton
from .layer_combo import LayerCombo


class RasterPicker(QWidget):
    """Combo of raster layers, with a button for a file outside the project."""

    raster_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: QgsRasterLayer | None = None
        self.combo = LayerCombo(self)
        self.combo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.combo.explain(
            translate(
                "CrossEarth",
                "The raster to classify. Follows the active layer until you choose one.",
            )
        )
        self.combo.setAccessibleName(translate("CrossEarth", "Input raster"))
        self.file_button = QToolButton(self)
        self.file_button.setText("…")
        self.file_button.setToolTip(
            translate("CrossEarth", "Choose a raster file that is not in the project")
        )
        self.file_button.setAccessibleName(translate("CrossEarth", "Choose a raster file"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.combo, 1)
        layout.addWidget(self.file_button)
        self.dates_button = DatesButton(self)
        layout.addWidget(self.dates_button)
        self.setFocusProxy(self.combo)
        self.combo.layerChanged.connect(self._show_dates)
        self.combo.layerChanged.connect(self.raster_changed)
        self.dates_button.changed.connect(self.raster_changed)
        self._show_dates()
        self.file_button.clicked.connect(self._pick_file)

    def layer(self) -> QgsRasterLayer | None:
        """Return the chosen raster, in the project or not."""
        layer = self.combo.currentLayer()
        return layer if isinstance(layer, QgsRasterLayer) else None

    def value(self) -> str:
        """Return the id of a layer of the project, or the path of a file, for the algorithm."""
        layer = self.layer()
        if layer is None:
            return ""
        # By its id a layer keeps what was corrected in the project, such as its CRS.
        is_in_project = QgsProject.instance().mapLayer(layer.id()) is not None
        return layer.id() if is_in_project else layer.source()

    def parameters_of_dates(self) -> dict[str, Any]:
        """Return the other dates of the raster as parameters of the algorithms; none: nothing."""
        return self.dates_button.parameters()

    def _show_dates(self) -> None:
        self.dates_button.set_layer(self.layer())

    def set_value(self, id_or_path: str) -> bool:
        """Choose a raster as `value` names it; return whether it is there."""
        layer = QgsProject.instance().mapLayer(id_or_path)
        if layer is not None:
            self.combo.pick(layer)
        elif Path(id_or_path).is_file():
            self.set_file(id_or_path)
        else:
            return False
        return True

    def set_file(self, path: str) -> None:
        """Offer a raster that is not in the project, and choose it."""
        file = QgsRasterLayer(path, Path(path).stem)
        self.combo.setAdditionalLayers([file])
        # Kept here: the combo holds no reference. The one before goes when it is offered no more.
        self._file = file
        self.combo.pick(file)

    def state(self) -> dict[str, Any]:
        """Return what `set_state` brings back in the same project."""
        return {**self.combo.state(), "layer": portable(self.value())}

    def set_state(self, values: Mapping[str, Any]) -> None:
        """Choose the raster that was chosen before; none: follow the active layer."""
        self.combo.setAdditionalLayers([])
        self._file = None
        self.combo.set_state(values)
        path = Path(local(str(values.get("layer") or "")))
        if path.is_absolute() and path.is_file():
            self.set_file(str(path))

    def _pick_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(
            self,
            translate("CrossEarth", "Choose a Raster File"),
            QgsProject.instance().homePath(),
            translate("CrossEarth", "Rasters (*.tif *.tiff *.vrt *.jp2 *.img);;All files (*)"),
        )
        if path:
            self.set_file(path)
