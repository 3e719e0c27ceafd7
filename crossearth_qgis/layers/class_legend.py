"""The names that a layer's legend gives to the values of a class raster."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer

from .map_files import class_titles


def legend_names(layer: QgsRasterLayer) -> dict[int, str]:
    """Return the names by value; none where the legend has numbers only, or is another one."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return {}
    named = {int(item.value): " ".join(item.label.split()) for item in renderer.classes()}
    return {
        value: name
        for value, name in named.items()
        if name not in ("", str(value)) and name.isprintable()
    }


def renamed_classes(layer: QgsRasterLayer) -> dict[str, str]:
    """Return what the legend calls the classes of a map of ours, by what its file calls them.

    Only those that somebody has renamed.
    """
    names, own = legend_names(layer), class_titles(Path(layer.source()))
    return {own[value]: name for value, name in names.items() if own.get(value, name) != name}


def said_classes(layer: QgsRasterLayer, path: str) -> dict[str, list[str]]:
    """Return the classes of a map as its legend in QGIS calls them, an argument of the engine's.

    Args:
        layer: the map.
        path: of its file; maps of ours say their names themselves, unless somebody has changed
            them in the legend.
    """
    names, own = legend_names(layer), class_titles(Path(path))
    if all(own.get(value) == name for value, name in names.items()):
        return {}
    return {"classes": [f"{value}={name}" for value, name in names.items()]}
