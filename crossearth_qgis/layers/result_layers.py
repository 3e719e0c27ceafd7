"""Adds what a run has made to the project: on top, in a group, visible; and knows it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayerTreeNode,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
)

from ..translation import translate
from .map_files import is_of_map
from .sample_points import are_sample_points

GROUP_NAME = "CrossEarth"
_PREFIX = "crossearth/"
_IS_RESULT = _PREFIX + "is_result"
_NAME = _PREFIX + "name"
_IS_CHANGE = _PREFIX + "is_change"


@dataclass(frozen=True)
class MapOrigin:
    """What a map is of; its layers keep it as custom properties, ``crossearth/model`` and so on.

    Attributes:
        raster: name of the raster's layer.
        raster_id: id or path of the raster.
        model: name of the model.
        area: what of the raster was mapped, in words; empty: all.
        round: of a model that was adapted more than once; 0 of others.
        preview: path of a map that the next one of the same raster replaces; empty for others.
    """

    raster: str
    raster_id: str
    model: str
    area: str = ""
    round: int = 0
    preview: str = ""

    @property
    def name(self) -> str:
        """What people call the map; no other layer of the project has or had that name."""
        name = f"{self.raster} – {self.model}"
        if self.round:
            number = translate("CrossEarth", "round {number}").format(number=self.round)
            name = f"{name}, {number}"
        if self.area:
            name = f"{name} ({self.area})"
        taken: set[str] = set()
        for layer in QgsProject.instance().mapLayers().values():
            # What lies beside a map that was given another name still has the first one.
            taken |= {layer.name(), layer.customProperty(_NAME, "")}
        numbered = (name if number == 1 else f"{name} ({number})" for number in count(1))
        return next(text for text in numbered if text not in taken)


def add_result_layers(
    class_map: QgsRasterLayer,
    others: Iterable[QgsMapLayer],
    origin: MapOrigin,
    below_id: str = "",
) -> None:
    """Add the class map, visible, and under it, switched off, what else was made.

    Args:
        class_map: its layer; the style beside the file is used.
        others: layers of what else was made.
        origin: what they are of.
        below_id: of a layer that they shall not hide.
    """
    group = _group(below_id, origin.raster_id)
    for layer in others:
        node = _add(group, layer, origin)
        node.setItemVisibilityChecked(False)
        node.setExpanded(False)
    _show(_add(group, class_map, origin))
    # The tree's view folds a group that was empty when it came, and hears of changes only.
    group.setExpanded(False)
    group.setExpanded(True)


def raise_layer(path: str) -> None:
    """Show the layer of a file above all others: QGIS puts it above whichever is active.

    Args:
        path: of a result that is in the project; nothing happens if it is not.
    """
    root = QgsProject.instance().layerTreeRoot()
    for node in root.findLayers():
        if node.layer() is not None and _path(node.layer()) == Path(path):
            root.insertChildNode(0, node.clone())
            node.parent().removeChildNode(node)
            return


def is_result(layer: QgsMapLayer) -> bool:
    """Return whether a layer was made by a run; also true in a project opened again."""
    mark = layer.customProperty(_IS_RESULT)
    # Another name means that the mark came with a style that was copied.
    return mark is True or mark == "true" or (bool(mark) and mark == _file_name(layer))


def is_map(layer: QgsMapLayer) -> bool:
    """Return whether a layer is a raster that a run has made."""
    return isinstance(layer, QgsRasterLayer) and is_result(layer)


def maps_of(raster_id: str) -> list[QgsRasterLayer]:
    """Return the layers of what was made of a raster, from top to bottom; no polygons."""
    return [
        layer
        for layer in QgsProject.instance().layerTreeRoot().layerOrder()
        if is_map(layer) and layer.customProperty(_PREFIX + "raster_id") == raster_id
    ]


def recognize(layer: QgsMapLayer) -> None:
    """Have `is_result` know a layer whose file a run has made, whoever has added it."""
    # Points that judge maps are known by their fields.
    if not is_result(layer) and (is_of_map(_path(layer)) or are_sample_points(layer)):
        mark_as_result(layer)


def mark_as_result(layer: QgsMapLayer) -> None:
    """Have `is_result` know a layer that a run has made; its copies are known, too."""
    layer.setCustomProperty(_IS_RESULT, _file_name(layer))


def mark_as_change(layer: QgsMapLayer) -> None:
    """Have `is_change` know a map of what has changed between two others."""
    layer.setCustomProperty(_IS_CHANGE, True)


def is_change(layer: QgsMapLayer) -> bool:
    """Return whether a layer shows what has changed; also true in a project opened again."""
    return layer.customProperty(_IS_CHANGE) in (True, "true")


def _path(layer: QgsMapLayer) -> Path:
    return Path(layer.source().partition("|")[0])


def _file_name(layer: QgsMapLayer) -> str:
    return _path(layer).name


def take_previews(raster_id: str) -> set[Path]:
    """Take previews out of the project, and return the maps that they were of.

    Those stay of which a layer was given another name, or is being edited: somebody wants to keep
    them.

    Args:
        raster_id: of the raster that they are of.
    """
    runs: dict[str, list[QgsMapLayer]] = {}
    for layer in QgsProject.instance().mapLayers().values():
        preview = layer.customProperty(_PREFIX + "preview")
        if preview and layer.customProperty(_PREFIX + "raster_id") == raster_id:
            runs.setdefault(preview, []).append(layer)
    taken = set()
    for preview, layers in runs.items():
        is_wanted = any(
            layer.name() != layer.customProperty(_NAME) or layer.isEditable() for layer in layers
        )
        if not is_wanted:
            # Not as it was noted: the folder of a project may have been moved or copied since.
            taken |= {_path(layer) for layer in layers if _file_name(layer) == Path(preview).name}
            QgsProject.instance().removeMapLayers([layer.id() for layer in layers])
    return taken


def keep_preview(preview: str) -> None:
    """Have a preview stay when the next one comes."""
    for layer in QgsProject.instance().mapLayers().values():
        if layer.customProperty(_PREFIX + "preview") == preview:
            layer.removeCustomProperty(_PREFIX + "preview")


def move_layers(moved: Mapping[Path, Path]) -> None:
    """Have the layers of files that were moved or copied show the new ones."""
    for layer in QgsProject.instance().mapLayers().values():
        source, bar, rest = layer.source().partition("|")
        if Path(source) in moved:
            new = f"{moved[Path(source)]}{bar}{rest}"
            layer.setDataSource(new, layer.name(), layer.providerType())
            mark_as_result(layer)


def _show(node: QgsLayerTreeNode) -> None:
    """Switch a layer on, and the groups that it is in; what they have hidden stays hidden."""
    node.setItemVisibilityChecked(True)
    while (group := node.parent()) is not None:
        if not group.itemVisibilityChecked():
            for other in group.children():
                other.setItemVisibilityChecked(other is node)
            group.setItemVisibilityChecked(True)
        node = group


def _add(group: QgsLayerTreeGroup, layer: QgsMapLayer, origin: MapOrigin) -> QgsLayerTreeLayer:
    mark_as_result(layer)
    for key, value in {**asdict(origin), "name": layer.name()}.items():
        layer.setCustomProperty(_PREFIX + key, value)
    QgsProject.instance().addMapLayer(layer, False)
    return group.insertLayer(0, layer)


def _group(below_id: str, above_id: str) -> QgsLayerTreeGroup:
    """Return the group, made on top or below a layer; where the user has moved it, it stays.

    Only where it would hide that layer, or the raster would hide it, it is moved.

    Args:
        below_id: of a layer that it shall not hide.
        above_id: of the raster, if that is a layer of the project.
    """
    root = QgsProject.instance().layerTreeRoot()
    group = root.findGroup(GROUP_NAME)
    lowest = _top_index(root.findLayer(above_id)) if above_id else None
    highest = _top_index(root.findLayer(below_id)) if below_id else None
    place = 0 if highest is None else highest + 1
    if lowest is not None:
        place = min(place, lowest)
    if group is None:
        return root.insertGroup(place, GROUP_NAME)
    nodes = root.children()
    is_hiding = group in nodes and nodes.index(group) < place - 1
    is_hidden = group in nodes and lowest is not None and nodes.index(group) > lowest
    if is_hiding or is_hidden:
        copy = group.clone()
        root.insertChildNode(place if is_hiding else lowest, copy)
        root.removeChildNode(group)
        return copy
    return group


def _top_index(node: QgsLayerTreeNode | None) -> int | None:
    """Return the index in the root of the layer tree that a layer is at; None without one."""
    while node is not None and node.parent() is not None and node.parent().parent() is not None:
        node = node.parent()
    return None if node is None else node.parent().children().index(node)
