"""Adds what a run has made to the project: on top, in a group, visible; and knows it again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayerTreeNode,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
)

GROUP_NAME = "CrossEarth"
_IS_RESULT = "crossearth/is_result"


def add_result_layers(
    class_map: QgsRasterLayer, others: Iterable[QgsMapLayer], below_id: str = ""
) -> None:
    """Add the class map, visible, and under it, switched off, what else was made.

    Args:
        class_map: its layer; the style beside the file is used.
        others: layers of what else was made.
        below_id: of a layer that they shall not hide.
    """
    group = _group(below_id)
    for layer in others:
        node = _add(group, layer)
        node.setItemVisibilityChecked(False)
        node.setExpanded(False)
    _show(_add(group, class_map))
    # The tree's view folds a group that was empty when it came, and hears of changes only.
    group.setExpanded(False)
    group.setExpanded(True)


def is_result(layer: QgsMapLayer) -> bool:
    """Return whether a layer was made by a run; also true in a project opened again."""
    mark = layer.customProperty(_IS_RESULT)
    # Another name means that the mark came with a style that was copied.
    return mark is True or mark == "true" or (bool(mark) and mark == _file_name(layer))


def mark_as_result(layer: QgsMapLayer) -> None:
    """Have `is_result` know a layer that a run has made; its copies are known, too."""
    layer.setCustomProperty(_IS_RESULT, _file_name(layer))


def _file_name(layer: QgsMapLayer) -> str:
    return Path(layer.source().partition("|")[0]).name


def _show(node: QgsLayerTreeNode) -> None:
    """Switch a layer on, and the groups that it is in; what they have hidden stays hidden."""
    node.setItemVisibilityChecked(True)
    while (group := node.parent()) is not None:
        if not group.itemVisibilityChecked():
            for other in group.children():
                other.setItemVisibilityChecked(other is node)
            group.setItemVisibilityChecked(True)
        node = group


def _add(group: QgsLayerTreeGroup, layer: QgsMapLayer) -> QgsLayerTreeLayer:
    mark_as_result(layer)
    QgsProject.instance().addMapLayer(layer, False)
    return group.insertLayer(0, layer)


def _group(below_id: str) -> QgsLayerTreeGroup:
    """Return the group, made on top or below a layer; where the user has moved it, it stays.

    Only above that layer it does not: it goes to the place below.
    """
    root = QgsProject.instance().layerTreeRoot()
    group = root.findGroup(GROUP_NAME)
    place = _place_below(root.findLayer(below_id)) if below_id else 0
    if group is None:
        return root.insertGroup(place, GROUP_NAME)
    nodes = root.children()
    if group in nodes and nodes.index(group) < place - 1:
        copy = group.clone()
        root.insertChildNode(place, copy)
        root.removeChildNode(group)
        return copy
    return group


def _place_below(node: QgsLayerTreeNode | None) -> int:
    """Return the index in the root of the layer tree that is below a layer; 0 without one."""
    while node is not None and node.parent() is not None and node.parent().parent() is not None:
        node = node.parent()
    return 0 if node is None else node.parent().children().index(node) + 1
