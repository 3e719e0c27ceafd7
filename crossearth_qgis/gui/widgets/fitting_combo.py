"""A choice among those layers of the project that are of a kind, the plugin's own among them."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsMapLayer, QgsProject
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QWidget

from ..project_opening import ProjectOpening
from .eliding import Eliding


class FittingCombo(Eliding, QgsMapLayerComboBox):
    """Offers what fits; `offer` says what does. Until then all layers do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fits: Callable[[QgsMapLayer], bool] = lambda _layer: True
        self._told_id = ""
        self.setMinimumWidth(80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.layerChanged.connect(self._on_changed)
        # While a project is being opened QGIS adds its layers one by one: they are looked at once.
        self._opening = ProjectOpening(self)
        self._opening.ended.connect(self._look)
        QgsProject.instance().layersAdded.connect(self._on_added)
        QgsProject.instance().layersRemoved.connect(self._on_removed)

    def offer(self, fits: Callable[[QgsMapLayer], bool]) -> None:
        """Offer those layers for which this is true."""
        self._fits = fits
        self._look()

    def value(self) -> str:
        """Return the id of the layer; empty without one."""
        layer = self.currentLayer()
        return "" if layer is None else str(layer.id())

    def set_value(self, layer_id: str) -> None:
        """Choose a layer by its id; one that is gone or does not fit leaves the choice as it is."""
        if self._opening.is_active:
            self._look()
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is not None and self._fits(layer):
            self._look()
            self.setLayer(layer)
            self._told_id = self.value()  # nothing is told of one that is chosen already

    def showPopup(self) -> None:
        # Another style may have made a map of a layer, or what is ours may be known by now.
        self._look()
        super().showPopup()

    def _look(self) -> None:
        self._opening.stop()
        layers = QgsProject.instance().mapLayers().values()
        self.setExceptedLayerList([layer for layer in layers if not self._fits(layer)])

    def _on_added(self, *_signal: object) -> None:
        if not self._opening.is_active:
            self._look()

    def _on_changed(self) -> None:
        before, self._told_id = self._told_id, self.value()
        offered = (self.layer(index) for index in range(self.count()))
        is_gone = before not in [layer.id() for layer in offered if layer is not None]
        if before and self._told_id and is_gone and self.allowEmptyLayer():
            # QGIS chooses the next one then, which nobody has asked for.
            self.setCurrentIndex(0)

    def _on_removed(self, *_signal: object) -> None:
        self._on_added()
        # Of the last one in the list QGIS tells that it goes while it is still the current one.
        if self._told_id != self.value():
            self.layerChanged.emit(self.currentLayer())
