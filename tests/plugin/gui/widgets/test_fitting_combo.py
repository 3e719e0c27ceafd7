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
def test_no_other_takes_the_place_of_one_that_goes(
    layers: list[QgsVectorLayer], qtbot, index: int
) -> None:
    combo = FittingCombo()
    qtbot.addWidget(combo)
    combo.set_value(layers[index].id())
    others = [layer.id() for layer in layers if layer is not layers[index]]
    QgsProject.instance().removeMapLayer(layers[index].id())
    assert combo.currentLayer() is None
    combo.set_value(others[0])
    QgsProject.instance().removeMapLayer(others[1])
    assert combo.value() == others[0]


def test_the_first_that_comes_is_chosen_only_where_there_was_none(project, qtbot) -> None:
    combo = FittingCombo()
    qtbot.addWidget(combo)
    combo.offer(lambda layer: not layer.name().startswith("no"), takes_first=True)
    told = []
    combo.layerChanged.connect(lambda _layer: told.append(combo.value()))
    made = {
        name: QgsVectorLayer("Point?crs=EPSG:32643", name, "memory")
        for name in ("no", "b", "a", "c")
    }
    for layer in list(made.values())[:3]:
        project.addMapLayer(layer)
    assert combo.currentLayer() is made["b"]
    id_of_b = made["b"].id()
    project.removeMapLayer(made.pop("b").id())
    assert combo.currentLayer() is None
    assert combo.offers_some
    assert told[-2:] == [id_of_b, ""]
    project.addMapLayer(made["c"])
    assert combo.currentLayer() is None
    project.removeMapLayers([made.pop("a").id(), made.pop("c").id()])
    assert not combo.offers_some
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:32643", "d", "memory"))
    assert combo.currentLayer().name() == "d"


def test_a_layer_that_a_project_lacks_is_replaced_by_none(layers, qtbot) -> None:
    combo = FittingCombo()
    qtbot.addWidget(combo)
    combo.offer(lambda _layer: True, takes_first=True)
    assert combo.currentLayer() is layers[0]
    combo.set_value("gone")
    assert combo.currentLayer() is None
    combo.set_value(None)
    assert combo.currentLayer() is layers[0]
