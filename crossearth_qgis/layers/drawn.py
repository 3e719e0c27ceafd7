"""What of how a layer is drawn looks like no data, and is none: the map shows it all the same."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsRasterLayer

from ..translation import translate


def hiding_advice(layer: QgsRasterLayer) -> str:
    """Return what is worth knowing where the layer hides pixels that will be mapped, or nothing."""
    renderer = layer.renderer()
    if renderer is None or not (_hides_colors(renderer) or _hides_by_a_band(layer, renderer)):
        return ""
    return translate(
        "CrossEarth",
        "The layer “{layer}” hides pixels in how it is drawn (Properties ▸ Transparency: colours, "
        "or a transparency band). They are mapped all the same. Values that are no data belong "
        "into “Additional no data value” there.",
    ).format(layer=layer.name())


def _hides_colors(renderer: Any) -> bool:
    transparency = renderer.rasterTransparency()
    if transparency is None:
        return False
    pixels = [
        *transparency.transparentSingleValuePixelList(),
        *transparency.transparentThreeValuePixelList(),
    ]
    return any(map(_is_invisible, pixels))


def _is_invisible(pixel: Any) -> bool:
    # QGIS 3.38 has made it an opacity.
    if hasattr(pixel, "opacity"):
        return bool(pixel.opacity == 0)
    return bool(pixel.percentTransparent == 100)


def _hides_by_a_band(layer: QgsRasterLayer, renderer: Any) -> bool:
    band = renderer.alphaBand()
    if not 1 <= band <= layer.bandCount():
        return False
    # Alpha of the file itself marks what has no data for the engine, too.
    return bool(layer.dataProvider().colorInterpretationName(band) != "Alpha")
