"""A choice among those layers of the project that are of a kind, the plugin's own among them."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsMapLayer, QgsProject
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QWidget

from ..project_opening import ProjectOpening
from .eliding import Eliding


class FittingCombo(Eliding, QgsMapLayerComboBox):
    """Offers what fits; `offer` says what does. Until then all layers do.

    None is chosen unless somebody chooses it, and none takes the place of one that is removed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fits: Callable[[QgsMapLayer], bool] = lambda _layer: True
        self._takes_first = False
        self._offers_some = False
        self._told_id = ""
        self.setAllowEmptyLayer(True)
        self.setMinimumWidth(80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.layerChanged.connect(self._on_changed)
        # While a project is being opened QGIS adds its layers one by one: they are looked at once.
        self._opening = ProjectOpening(self)
        self._opening.ended.connect(self._look)
        QgsProject.instance().layersAdded.connect(self._on_added)
        QgsProject.instance().layersRemoved.connect(self._on_removed)

    def offer(self, fits: Callable[[QgsMapLayer], bool], *, takes_first: bool = False) -> None:
        """Offer those layers for which this is true.

        Args:
            fits: tells of a layer.
            takes_first: whether the first one is chosen where there was none to choose from.
        """
        self._fits, self._takes_first = fits, takes_first
        self._look()

    def value(self) -> str:
        """Return the id of the layer; empty without one."""
        layer = self.currentLayer()
        return "" if layer is None else str(layer.id())

    def set_value(self, layer_id: str | None) -> None:
        """Choose a layer by its id; none where that is gone or does not fit.

        Args:
            layer_id: None if nobody has ever chosen: as where the layers come into the project.
        """
        self._look()
        layer = QgsProject.instance().mapLayer(layer_id or "")
        if layer_id is None and self._takes_first:
            layer = self.layer(1)
        self.setLayer(layer if layer is not None and self._fits(layer) else None)
        self._told_id = self.value()  # nothing is told of one that is chosen already

    def showPopup(self) -> None:
        # Another style may have made a map of a layer, or what is ours may be known by now.
        self._look()
        super().showPopup()

    @property
    def offers_some(self) -> bool:
        """Whether there are layers to choose from."""
        return self._offers_some

    def _look(self) -> None:
        self._opening.stop()
        layers = QgsProject.instance().mapLayers().values()
        self.setExceptedLayerList([layer for layer in layers if not self._fits(layer)])
        offered_some, self._offers_some = self._offers_some, self.count() > 1
        if self._takes_first and self._offers_some and not offered_some:
            self.setLayer(self.layer(1))

    def _on_added(self, *_signal: object) -> None:
        if not self._opening.is_active:
            self._look()

    def _on_changed(self) -> None:
        before, self._told_id = self._told_id, self.value()
        offered = (self.layer(index) for index in range(self.count()))
        is_gone = before not in [layer.id() for layer in offered if layer is not None]
        if before and self._told_id and is_gone:
            # QGIS chooses the next one then, which nobody has asked for.
            self.setCurrentIndex(0)
            self._told_id = ""

    def _on_removed(self, *_signal: object) -> None:
        self._on_added()
        # Of the last one in the list QGIS tells that it goes while it is still the current one.
        if self._told_id != self.value():
            self.layerChanged.emit(self.currentLayer())
