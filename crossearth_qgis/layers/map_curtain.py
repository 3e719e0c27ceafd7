"""Keeps maps out of sight while a person says what is there, who is not to be led by them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from qgis.core import QgsLayerTreeLayer, QgsProject
from qgis.PyQt.QtCore import QObject

from . import result_layers

if TYPE_CHECKING:
    from qgis.PyQt.QtXml import QDomDocument

_CHECKED = "Qt::Checked"


class MapCurtain(QObject):
    """Switches maps off in the layer tree, and on again; a project is saved as if they were on.

    What runs have made is always among them, in its group or wherever else.

    Args:
        parent: owns it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._has_group = False
        self._layer_ids: set[str] = set()
        project = QgsProject.instance()
        project.writeProject.connect(self._mend)
        project.cleared.connect(self._forget)

    def close(self, layer_ids: Collection[str] = ()) -> None:
        """Hide the maps.

        Args:
            layer_ids: of others that are to be hidden, too.
        """
        self.open()
        self._has_group = result_layers.is_group_shown()
        shown = [
            node
            for node in QgsProject.instance().layerTreeRoot().findLayers()
            if node.itemVisibilityChecked() and _is_map(node, layer_ids)
        ]
        self._layer_ids = {node.layerId() for node in shown}
        self._set_shown(False)

    def open(self) -> None:
        """Show again what was hidden."""
        self._set_shown(True)
        self._forget()

    def _set_shown(self, is_shown: bool) -> None:
        if self._has_group:
            result_layers.set_group_shown(is_shown)
        for node in QgsProject.instance().layerTreeRoot().findLayers():
            if node.layerId() in self._layer_ids:
                node.setItemVisibilityChecked(is_shown)

    def _forget(self) -> None:
        self._has_group = False
        self._layer_ids = set()

    def _mend(self, document: QDomDocument) -> None:
        # By now the layer tree is in it, as it is while the maps are hidden.
        wanted = {"layer-tree-layer": ("id", self._layer_ids)}
        if self._has_group:
            wanted["layer-tree-group"] = ("name", {result_layers.GROUP_NAME})
        for tag, (attribute, values) in wanted.items():
            nodes = document.elementsByTagName(tag)
            for element in (nodes.at(index).toElement() for index in range(nodes.count())):
                if element.attribute(attribute) in values:
                    element.setAttribute("checked", _CHECKED)


def _is_map(node: QgsLayerTreeLayer, layer_ids: Collection[str]) -> bool:
    layer = node.layer()
    return node.layerId() in layer_ids or (layer is not None and result_layers.is_map(layer))
