from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from crossearth_qgis.gui.widgets.fitting_combo import FittingCombo


@pytest.fixture
def layers(project) -> list[QgsVectorLayer]:
    layers = [QgsVectorLayer("Point?crs=EPSG:32643", name, "memory") for name in ("a", "b", "c")]
    QgsProject.instance().addMapLayers(layers)
    return layers


@pytest.mark.parametrize("index", [0, 1, 2])
def test_where_none_may_be_chosen_no_other_takes_the_place_of_one_that_goes(
    layers: list[QgsVectorLayer], qtbot, index: int
) -> None:
    combo = FittingCombo()
    qtbot.addWidget(combo)
    combo.setAllowEmptyLayer(True)
    combo.set_value(layers[index].id())
    others = [layer.id() for layer in layers if layer is not layers[index]]
    QgsProject.instance().removeMapLayer(layers[index].id())
    assert combo.currentLayer() is None
    combo.set_value(others[0])
    QgsProject.instance().removeMapLayer(others[1])
    assert combo.value() == others[0]
