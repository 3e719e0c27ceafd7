"""A choice among the project's layers: the active one is offered, the plugin's own maps are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qgis.core import QgsMapLayer, QgsProject
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QMenu, QSizePolicy, QWidget

from ...layers.result_layers import is_result, recognize
from ...translation import translate
from ..project_opening import ProjectOpening
from .eliding import Eliding
from .plain_text import as_markup


class LayerCombo(Eliding, QgsMapLayerComboBox):
    """Follows the active layer until the user picks one, and again when that is gone.

    A map that a run has made is looked at, and neither classified again nor drawn on: it is only
    offered when the context menu asks for it.

    Attributes:
        own_layers_action: of the context menu, on while the plugin's own layers are offered, too.
        is_following: whether the layer that becomes active is chosen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_following = True
        self._told_id = ""
        self.setMinimumWidth(80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.own_layers_action = QMenu(self).addAction(
            translate("CrossEarth", "Offer Layers Made by CrossEarth, Too")
        )
        self.own_layers_action.setCheckable(True)
        self.own_layers_action.toggled.connect(self.leave_out_own)
        self.addAction(self.own_layers_action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.activated.connect(self._on_picked)
        self.layerChanged.connect(self._on_changed)
        # While a project is being opened QGIS adds its layers one by one: they are looked at once.
        self._opening = ProjectOpening(self)
        self._opening.ended.connect(self._look_at_all)
        project = QgsProject.instance()
        project.layersAdded.connect(self._on_added)
        project.layersRemoved.connect(self._on_removed)
        self._look_at_all()

    def leave_out_own(self, *_signal: object) -> None:
        """Look again which layers of the project the plugin has made."""
        own = [layer for layer in QgsProject.instance().mapLayers().values() if is_result(layer)]
        self.setExceptedLayerList([] if self.own_layers_action.isChecked() else own)

    def explain(self, text: str) -> None:
        """Set the tooltip: what the layer is for, and which layers are not offered."""
        left_out = translate(
            "CrossEarth", "Layers made by CrossEarth are left out; a right click offers them, too."
        )
        self.setToolTip(as_markup(f"{text}\n{left_out}"))

    def follow(self, layer: QgsMapLayer | None) -> None:
        """Choose the layer that has become active, unless the user has picked another one."""
        if not self.is_following or layer is None or self._opening.is_active or is_result(layer):
            return
        # One of another kind is not among those to choose from.
        if layer in [self.layer(index) for index in range(self.count())]:
            self.setLayer(layer)

    def pick(self, layer: QgsMapLayer) -> None:
        """Choose a layer as if the user had picked it, the plugin's own, too."""
        if is_result(layer):
            self.own_layers_action.setChecked(True)
        self.setLayer(layer)
        self._on_picked()

    def state(self) -> dict[str, Any]:
        """Return what `set_state` brings back in the same project."""
        layer = self.currentLayer()
        return {"layer": "" if layer is None else layer.id(), "picked": not self.is_following}

    def set_state(self, values: Mapping[str, Any]) -> None:
        """Choose the layer of the project that was chosen before; none: follow the active one."""
        if self._opening.is_active:
            self._look_at_all()
        self.is_following = True
        self.own_layers_action.setChecked(False)
        layer = QgsProject.instance().mapLayer(str(values.get("layer") or ""))
        if layer is not None and values.get("picked"):
            self.pick(layer)
        else:
            self.follow(layer)

    def showPopup(self) -> None:
        # Processing may have said of a layer only after it was added that it is ours.
        self.leave_out_own()
        super().showPopup()

    def _on_picked(self) -> None:
        self.is_following = False
        layer = self.currentLayer()
        self._told_id = "" if layer is None else layer.id()

    def _on_changed(self) -> None:
        layer = self.currentLayer()
        before, self._told_id = self._told_id, "" if layer is None else layer.id()
        offered = (self.layer(index) for index in range(self.count()))
        is_gone = bool(before) and before not in [item.id() for item in offered if item is not None]
        if layer is None or is_gone:
            self.is_following = True  # if QGIS has chosen the next one, nobody has asked for it

    def _look_at_all(self) -> None:
        self._opening.stop()
        self._on_added(QgsProject.instance().mapLayers().values())

    def _on_added(self, layers: Iterable[QgsMapLayer]) -> None:
        if self._opening.is_active:
            return
        for layer in layers:
            recognize(layer)
        self.leave_out_own()

    def _on_removed(self) -> None:
        # The layers to leave out are known by their addresses, which new ones may get.
        self.leave_out_own()
        layer = self.currentLayer()
        # Of the last one in the list QGIS tells that it goes while it is still the current one.
        if self._told_id != ("" if layer is None else layer.id()):
            self.layerChanged.emit(layer)
