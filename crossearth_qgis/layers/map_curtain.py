"""Keeps maps out of sight while a person says what is there, who is not to be led by them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from . import result_layers
from .sample_points import are_sample_points

if TYPE_CHECKING:
    from qgis.PyQt.QtXml import QDomDocument

_CHECKED = "Qt::Checked"


class MapCurtain(QObject):
    """Switches maps off in the layer tree, and on again; a project is saved as if they were on.

    What runs have made is always among them, in its group or wherever else, and so is what a run
    makes meanwhile. What somebody switches on by hand stays on.

    Args:
        parent: owns it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_closed = False
        self._wanted_ids: Collection[str] = ()
        self._hidden_ids: set[str] = set()
        self._seen_ids: set[str] = set()
        project = QgsProject.instance()
        project.writeProject.connect(self._mend)
        project.cleared.connect(self._forget)
        project.layerTreeRoot().addedChildren.connect(self._hide_new_soon)

    def close(self, layer_ids: Collection[str] = ()) -> None:
        """Hide the maps.

        Args:
            layer_ids: of others that are to be hidden, too.
        """
        self.open()
        self._is_closed = True
        self._wanted_ids = layer_ids
        self._hide_new()
        self._seen_ids |= set(QgsProject.instance().layerTreeRoot().findLayerIds())

    def hide_also(self, layer_ids: Collection[str]) -> None:
        """Hide further maps while the others stay hidden; does nothing unless they are."""
        new = set(layer_ids).difference(self._wanted_ids)
        self._wanted_ids = {*self._wanted_ids, *new}
        # Once: what was hidden before and is seen by now, somebody has switched on.
        self._seen_ids -= new - self._hidden_ids
        self._hide_new()

    def open(self) -> None:
        """Show again what was hidden."""
        for node in QgsProject.instance().layerTreeRoot().findLayers():
            if node.layerId() in self._hidden_ids:
                node.setItemVisibilityChecked(True)
        self._forget()

    def _hide_new_soon(self, *_added: object) -> None:
        # In an event of its own: whoever adds a map says only then that it is one, and shows it.
        QTimer.singleShot(0, self._hide_new)

    def _hide_new(self) -> None:
        """Hide the maps that have come since this was done last."""
        if not self._is_closed:
            return
        root = QgsProject.instance().layerTreeRoot()
        group = root.findGroup(result_layers.GROUP_NAME)
        wanted_ids = {*self._wanted_ids, *(() if group is None else group.findLayerIds())}
        for node in root.findLayers():
            layer, layer_id = node.layer(), node.layerId()
            if layer is None or layer_id in self._seen_ids or not node.itemVisibilityChecked():
                continue
            if layer_id in wanted_ids or _is_of_run(layer):
                node.setItemVisibilityChecked(False)
                self._hidden_ids.add(layer_id)
                self._seen_ids.add(layer_id)

    def _forget(self) -> None:
        self._is_closed = False
        self._hidden_ids = set()
        self._seen_ids = set()

    def _mend(self, document: QDomDocument) -> None:
        # By now the layer tree is in it, as it is while the maps are hidden.
        nodes = document.elementsByTagName("layer-tree-layer")
        for element in (nodes.at(index).toElement() for index in range(nodes.count())):
            if element.attribute("id") in self._hidden_ids:
                element.setAttribute("checked", _CHECKED)


def _is_of_run(layer: QgsMapLayer) -> bool:
    """Return whether a run has made a layer; points tell only those who judge by them."""
    return result_layers.is_result(layer) and not are_sample_points(layer)
