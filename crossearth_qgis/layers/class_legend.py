"""The names that a layer's legend gives to the values of a class raster."""

from __future__ import annotations

from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer


def legend_names(layer: QgsRasterLayer) -> dict[int, str]:
    """Return the names by value; none where the legend has numbers only, or is another one."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return {}
    named = {int(item.value): " ".join(item.label.split()) for item in renderer.classes()}
    return {value: name for value, name in named.items() if name not in ("", str(value))}
