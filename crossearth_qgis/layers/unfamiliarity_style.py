"""How a raster of unfamiliarity is shown: the more unlike the training imagery, the redder."""

from __future__ import annotations

import math

from qgis.core import (
    QgsColorRampShader,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from ..shared import products
from ..translation import translate

_HALF_A_STEP = 0.005  # values are whole percent


def show_unfamiliarity(layer: QgsRasterLayer) -> None:
    """Have a layer show where imagery is unlike that of the training, and the rest see-through."""
    unlike = translate("CrossEarth", "unlike the training imagery")
    colors = {
        0.5: QColor(255, 255, 255, 0),
        0.8: QColor(254, 224, 139, 110),
        products.UNFAMILIAR: QColor(253, 174, 97, 150),
    }
    items = [
        QgsColorRampShader.ColorRampItem(end - _HALF_A_STEP, color, f"< {100 * end:.0f} %")
        for end, color in colors.items()
    ]
    most = QgsColorRampShader.ColorRampItem(math.inf, QColor(215, 48, 39, 190), unlike)
    ramp = QgsColorRampShader(0, 1, None, QgsColorRampShader.Type.Discrete)
    ramp.setColorRampItemList([*items, most])
    shader = QgsRasterShader(0, 1)
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(0)
    renderer.setClassificationMax(1)
    layer.setRenderer(renderer)
