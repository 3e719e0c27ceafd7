"""Adds the rasters of a run to the project: on top, in a group, styled; and knows them again."""

from __future__ import annotations

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsMapLayer, QgsProject, QgsRasterLayer

from ..translation import translate

GROUP_NAME = "CrossEarth"
_IS_RESULT = "crossearth/is_result"


def add_result_layers(class_path: str, confidence_path: str | None, name: str) -> QgsRasterLayer:
    """Add the class map, and the confidence under it, switched off.

    Args:
        class_path: the class raster; the style beside it is used.
        confidence_path: the confidence raster, if one was made.
        name: of the class map's layer.

    Returns:
        The layer of the class map.
    """
    group = _group()
    if confidence_path:
        confidence_name = translate("CrossEarth", "{name} (confidence)").format(name=name)
        node = _add(group, QgsRasterLayer(confidence_path, confidence_name))
        node.setItemVisibilityChecked(False)
        node.setExpanded(False)
    layer = QgsRasterLayer(class_path, name)
    _add(group, layer)
    # The tree's view folds a group that was empty when it came, and hears of changes only.
    group.setExpanded(False)
    group.setExpanded(True)
    return layer


def is_result(layer: QgsMapLayer) -> bool:
    """Return whether a layer was made by a run; also true in a project opened again."""
    return bool(layer.customProperty(_IS_RESULT))


def _add(group: QgsLayerTreeGroup, layer: QgsRasterLayer) -> QgsLayerTreeLayer:
    layer.setCustomProperty(_IS_RESULT, True)
    QgsProject.instance().addMapLayer(layer, False)
    return group.insertLayer(0, layer)


def _group() -> QgsLayerTreeGroup:
    root = QgsProject.instance().layerTreeRoot()
    # Where the user has moved it, it stays.
    return root.findGroup(GROUP_NAME) or root.insertGroup(0, GROUP_NAME)
