from __future__ import annotations

import json

import pytest
from qgis.core import (
    QgsMapLayerProxyModel,
    QgsMapLayerStyle,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from crossearth_qgis.gui.widgets.layer_combo import LayerCombo
from crossearth_qgis.layers.result_layers import mark_as_result


@pytest.fixture
def combo(qtbot, project) -> LayerCombo:
    combo = LayerCombo()
    combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
    qtbot.addWidget(combo)
    return combo


def add(name: str, is_ours: bool = False) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32643&field=class_id:integer", name, "memory")
    if is_ours:
        mark_as_result(layer)
    QgsProject.instance().addMapLayer(layer)
    return layer


def names(combo: LayerCombo) -> list[str]:
    return [combo.layer(index).name() for index in range(combo.count())]


def test_what_we_have_made_is_offered_only_on_request(combo) -> None:
    add("A map as polygons", is_ours=True)
    assert combo.currentLayer() is None
    fields = add("fields")
    assert names(combo) == ["fields"]
    combo.own_layers_action.trigger()
    assert names(combo) == ["A map as polygons", "fields"]
    assert combo.currentLayer() is fields
    combo.own_layers_action.trigger()
    assert names(combo) == ["fields"]


def test_a_renamed_copy_of_what_we_have_made_is_known(combo, project, raster_layer) -> None:
    combo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
    mark_as_result(raster_layer)
    copy = raster_layer.clone()
    copy.setName("A copy")
    project.addMapLayers([raster_layer, copy])
    assert names(combo) == []


def test_a_layer_that_is_known_as_ours_later_goes_when_the_list_opens(combo) -> None:
    layer = add("A map from the toolbox")
    assert names(combo) == ["A map from the toolbox"]
    mark_as_result(layer)
    combo.leave_out_own()
    assert names(combo) == []


def test_a_new_layer_is_offered_where_one_of_ours_was_before(combo, project) -> None:
    for _ in range(20):
        project.removeMapLayer(add("Ours", is_ours=True).id())
        other = add("Other")
        assert names(combo) == ["Other"]
        project.removeMapLayer(other.id())


def test_the_active_layer_is_chosen_until_the_user_picks_one(combo, project, raster_layer) -> None:
    first, second = add("first"), add("second")
    combo.follow(second)
    assert combo.currentLayer() is second
    project.addMapLayer(raster_layer)
    combo.follow(raster_layer)
    combo.follow(add("Ours", is_ours=True))
    combo.follow(None)
    assert combo.currentLayer() is second
    combo.activated.emit(combo.currentIndex())
    combo.follow(first)
    assert combo.currentLayer() is second
    project.removeMapLayer(second.id())
    combo.follow(first)
    assert combo.currentLayer() is first


def test_whichever_layer_follows_one_that_is_gone_counts_as_picked_by_nobody(
    combo, project
) -> None:
    first = add("first")
    combo.activated.emit(combo.currentIndex())
    second, third = add("second"), add("third")
    assert combo.currentLayer() is first
    project.removeMapLayer(first.id())
    assert combo.is_following
    first = add("first")
    combo.pick(second)
    assert not combo.is_following
    project.removeMapLayer(first.id())
    combo.follow(third)
    assert combo.currentLayer() is second
    project.removeMapLayer(second.id())
    fourth = add("fourth")
    combo.follow(fourth)
    assert combo.currentLayer() is fourth


def test_one_of_ours_can_be_picked(combo) -> None:
    add("fields")
    ours = add("Ours", is_ours=True)
    combo.pick(ours)
    assert combo.currentLayer() is ours


def test_a_layer_that_takes_the_style_of_ours_is_none_of_ours(
    combo, project, raster_factory
) -> None:
    combo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
    ours, other = (QgsRasterLayer(str(raster_factory(f"{name}.tif")), name) for name in "ab")
    mark_as_result(ours)
    project.addMapLayers([ours, other])
    style = QgsMapLayerStyle()
    style.readFromLayer(ours)
    style.writeToLayer(other)
    combo.leave_out_own()
    assert names(combo) == ["b"]


def test_a_map_that_somebody_adds_by_hand_is_known(
    combo, project, raster_factory, tmp_path
) -> None:
    combo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
    names_of_files = ("map.tif", "map_confidence.tif", "map_of_town.tif", "scene.tif")
    for name in names_of_files:
        raster_factory(name)
    assets = {"classes": {"href": "./map.tif"}, "confidence": {"href": "./map_confidence.tif"}}
    item = {"properties": {"crossearth:processing": {}}, "assets": assets}
    (tmp_path / "map.json").write_text(json.dumps(item))
    # That of somebody else.
    (tmp_path / "scene.json").write_text(json.dumps({"properties": {}, "assets": {}}))
    (tmp_path / "map_of_town.json").write_text("[")
    for name in names_of_files:
        project.addMapLayer(QgsRasterLayer(str(tmp_path / name), name))
    assert names(combo) == ["map_of_town.tif", "scene.tif"]


def test_the_mark_is_saved_with_the_project(
    combo, project, raster_factory, tmp_path, qtbot
) -> None:
    layer = QgsRasterLayer(str(raster_factory("a.tif")), "A")
    mark_as_result(layer)
    project.addMapLayers([layer, QgsRasterLayer(str(raster_factory("b.tif")), "B")])
    project.write(str(tmp_path / "project.qgz"))
    project.read(str(tmp_path / "project.qgz"))
    combo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
    qtbot.waitUntil(lambda: names(combo) == ["B"])
