"""How a raster of similarity is shown: what is not similar enough is see-through."""

from __future__ import annotations

from qgis.core import (
    QgsColorRampShader,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

_MOST = 100.0


def show_similarity(layer: QgsRasterLayer, threshold: float) -> None:
    """Have a layer show where it is at least so similar, percent, the more the redder.

    The threshold is the least value of the layer's colours: it can be moved in QGIS's styling.
    """
    low = min(threshold, _MOST - 1)
    colors = {
        low: QColor(254, 224, 139, 150),
        (low + _MOST) / 2: QColor(252, 141, 89, 200),
        _MOST: QColor(189, 0, 38, 230),
    }
    items = [
        QgsColorRampShader.ColorRampItem(value, color, f"{value:.0f} %")
        for value, color in colors.items()
    ]
    ramp = QgsColorRampShader(low, _MOST, None, QgsColorRampShader.Type.Interpolated)
    ramp.setColorRampItemList(items)
    ramp.setClip(True)  # below the threshold nothing is shown
    shader = QgsRasterShader(low, _MOST)
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(_MOST)
    layer.setRenderer(renderer)
