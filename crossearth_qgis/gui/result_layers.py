"""Adds what a run has made to the project: on top, in a group, styled; and knows it again."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..translation import translate

GROUP_NAME = "CrossEarth"
_IS_RESULT = "crossearth/is_result"


def add_result_layers(results: dict[str, Any], name: str) -> QgsRasterLayer:
    """Add the class map, and under it, switched off, what else was made.

    Args:
        results: the outputs of ``crossearth:segment``; the styles beside the files are used.
        name: of the class map's layer.

    Returns:
        The layer of the class map.
    """
    # What differs comes first: names are long, and the panel of layers cuts their ends off.
    others = (
        ("CONFIDENCE", QgsRasterLayer, translate("CrossEarth", "Confidence – {name}")),
        ("PROBABILITIES", QgsRasterLayer, translate("CrossEarth", "Probabilities – {name}")),
        ("POLYGONS", QgsVectorLayer, translate("CrossEarth", "Polygons – {name}")),
    )
    group = _group()
    for output, kind, title in others:
        if results.get(output):
            node = _add(group, kind(results[output], title.format(name=name)))
            node.setItemVisibilityChecked(False)
            node.setExpanded(False)
    layer = QgsRasterLayer(results["OUTPUT"], name)
    _add(group, layer)
    # The tree's view folds a group that was empty when it came, and hears of changes only.
    group.setExpanded(False)
    group.setExpanded(True)
    return layer


def is_result(layer: QgsMapLayer) -> bool:
    """Return whether a layer was made by a run; also true in a project opened again."""
    return bool(layer.customProperty(_IS_RESULT))


def _add(group: QgsLayerTreeGroup, layer: QgsMapLayer) -> QgsLayerTreeLayer:
    layer.setCustomProperty(_IS_RESULT, True)
    QgsProject.instance().addMapLayer(layer, False)
    return group.insertLayer(0, layer)


def _group() -> QgsLayerTreeGroup:
    root = QgsProject.instance().layerTreeRoot()
    # Where the user has moved it, it stays.
    return root.findGroup(GROUP_NAME) or root.insertGroup(0, GROUP_NAME)
