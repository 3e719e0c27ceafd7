from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsLayerTreeLayer, QgsPointXY, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from crossearth_qgis.gui.training.training_panel import TrainingPanel
from crossearth_qgis.gui.widgets.walk import Place, Walk
from crossearth_qgis.gui.widgets.walk_canvas import WalkCanvas
from crossearth_qgis.layers.result_layers import MapOrigin, add_result_layers
from crossearth_qgis.layers.similar_area import RADIUS, similar_area
from tests.plugin.gui.cut_texts import cut_texts


@pytest.fixture
def canvas(qtbot, scene) -> Iterator[QgsMapCanvas]:
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(300, 300)
    canvas.setDestinationCrs(scene.crs())
    canvas.setCurrentLayer(scene)
    canvas.setExtent(scene.extent())
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    canvas.show()
    yield canvas
    canvas.unsetMapTool(pan)


@pytest.fixture
def panel(
    use_provider, fake_engine, qtbot, canvas, tiny_model, tmp_path
) -> Iterator[TrainingPanel]:
    """A panel with a layer of samples and two classes, Water and Trees."""
    panel = TrainingPanel(use_provider(fake_engine("find-places")), canvas)
    panel.follow_project()
    qtbot.addWidget(panel)
    panel.model_picker.set_value("tiny")
    panel.create_samples(tmp_path / "samples.gpkg")
    yield panel
    panel.stop()


@pytest.fixture
def walking(panel, canvas, qtbot) -> TrainingPanel:
    panel.review_box.walk_button.click()
    qtbot.waitUntil(lambda: panel.review_box.is_walking, timeout=10_000)
    return panel


def samples(panel: TrainingPanel) -> list[str]:
    layer = panel.samples_combo.currentLayer()
    return sorted(feature["class"] for feature in layer.getFeatures())


def press(canvas: QgsMapCanvas, key: str | Qt.Key) -> None:
    QTest.keyClick(canvas, key)


def test_the_places_of_what_the_canvas_shows_are_asked_for(walking, fake_engine) -> None:
    runs = [request for request in fake_engine.requests() if request["type"] == "run"]
    (asked,) = [run["arguments"] for run in runs if run["command"] == "review"]
    assert asked["raster"].endswith("scene.tif")
    assert "tiny" in asked["model"]
    assert asked["extent"] is not None


def test_the_canvas_goes_to_the_first_place(walking, canvas) -> None:
    assert canvas.center().distance(QgsPointXY(500_010, 1_999_990)) < 1
    text = walking.review_box.hint.text()
    assert text == "Place 1 of 2. The model says Water; it leads by 2 %."
    assert "1 Water · 2 Trees" in walking.review_box.keys_label.text()


def test_a_key_draws_a_sample_around_the_place_and_goes_on(walking, canvas) -> None:
    press(canvas, "2")
    assert samples(walking) == ["Trees"]
    (feature,) = walking.samples_combo.currentLayer().getFeatures()
    assert feature.geometry().buffer(1, 1).boundingBox().contains(QgsPointXY(500_010, 1_999_990))
    assert walking.review_box.hint.text().startswith("Place 2 of 2. The model says Trees")
    assert canvas.center().distance(QgsPointXY(500_020, 1_999_990)) < 1


def test_after_the_last_place_adapting_is_offered(walking, canvas, qtbot) -> None:
    before = canvas.mapTool()
    press(canvas, "1")
    press(canvas, "2")
    box = walking.review_box
    assert not box.is_walking
    assert samples(walking) == ["Trees", "Water"]
    assert canvas.mapTool() is not before
    assert isinstance(canvas.mapTool(), QgsMapToolPan)
    assert not box.adapt_button.isHidden()
    assert "All 2 places are done, 2 samples drawn" in box.hint.text()
    with qtbot.waitSignal(box.adapt_requested):
        box.adapt_button.click()


def test_what_has_been_adapted_to_is_not_asked_for_again(walking, canvas, qtbot) -> None:
    box = walking.review_box
    press(canvas, "1")
    press(canvas, "2")
    box.note_learned(box.answers)
    assert box.adapt_button.isHidden()
    assert box.hint.text() == "All 2 places are done, and the model is adapted to the 2 samples."
    box.set_state(box.state())
    assert box.adapt_button.isHidden()
    # Another answer is something to learn.
    box.steps.buttons["undo"].click()
    press(canvas, "1")
    assert not box.adapt_button.isHidden()
    assert "Adapt now" in box.hint.text()


def test_an_adaptation_is_to_the_answers_that_there_were_when_it_began(
    walking, canvas, qtbot
) -> None:
    box = walking.review_box
    press(canvas, "1")
    begun = box.answers
    press(canvas, "2")
    box.note_learned(begun)
    assert not box.adapt_button.isHidden()


def test_the_last_answer_can_be_taken_back_when_all_are_given(walking, canvas) -> None:
    box = walking.review_box
    press(canvas, "1")
    press(canvas, "2")
    undo = box.steps.buttons["undo"]
    assert not undo.isHidden()
    undo.click()
    assert samples(walking) == ["Water"]
    assert box.is_walking
    assert box.hint.text().startswith("Place 2 of 2")


@pytest.fixture
def map_node(walking, canvas, raster_factory) -> QgsLayerTreeLayer:
    """A map in the layer tree, hidden by a review that has begun."""
    press(canvas, Qt.Key.Key_Escape)
    layer = QgsRasterLayer(str(raster_factory("map.tif", count=1)), "Map")
    add_result_layers(layer, [], MapOrigin("Scene", "", "Tiny"))
    walking.review_box.walk_button.click()
    return QgsProject.instance().layerTreeRoot().findLayer(layer)


def test_the_map_is_hidden_while_it_lasts(map_node, canvas) -> None:
    assert not map_node.isVisible()
    press(canvas, "m")
    assert map_node.isVisible()
    press(canvas, "m")
    assert not map_node.isVisible()
    press(canvas, Qt.Key.Key_Escape)
    assert map_node.isVisible()


def test_the_map_stays_hidden_where_one_walk_follows_another(map_node, canvas, qtbot) -> None:
    other = WalkCanvas(canvas, canvas)
    other.take()
    qtbot.wait(1)
    assert not map_node.isVisible()
    other.give_back()
    assert map_node.isVisible()
    assert isinstance(canvas.mapTool(), QgsMapToolPan)


def test_a_project_that_is_saved_meanwhile_has_the_map_switched_on(map_node, tmp_path) -> None:
    project = QgsProject.instance()
    off = project.layerTreeRoot().findLayers()[-1]
    assert off is not map_node
    off.setItemVisibilityChecked(False)
    path = str(tmp_path / "project.qgs")
    assert project.write(path)
    assert not map_node.isVisible()
    saved = QgsProject()
    assert saved.read(path)
    assert saved.layerTreeRoot().findLayer(map_node.layerId()).itemVisibilityChecked()
    assert not saved.layerTreeRoot().findLayer(off.layerId()).itemVisibilityChecked()


def test_off_the_raster_a_key_says_nothing(walking, canvas) -> None:
    walking.review_box._point(QgsPointXY(400_000, 1_999_990))
    press(canvas, "1")
    assert samples(walking) == []
    assert walking.review_box.hint.text().startswith("Place 1 of 2")


def test_another_raster_ends_it(walking, raster_factory) -> None:
    other = QgsRasterLayer(str(raster_factory("other.tif")), "other")
    QgsProject.instance().addMapLayer(other)
    walking.raster_picker.combo.pick(other)
    assert not walking.review_box.is_walking


def test_places_belong_to_their_raster(walking, canvas, scene, raster_factory, qtbot) -> None:
    box = walking.review_box
    press(canvas, "1")
    other = QgsRasterLayer(str(raster_factory("other.tif")), "other")
    QgsProject.instance().addMapLayer(other)
    walking.raster_picker.combo.pick(other)
    name = scene.name()
    assert box.hint.text() == (
        f"1 of 2 places are done, of the raster {name}. Choose it to go on there."
    )
    assert box.walk_button.text() == "Re&view"
    values = walking.state()
    walking.set_state({})
    walking.set_state(values)
    assert box.walk_button.text() == "Re&view"
    walking.raster_picker.combo.pick(scene)
    assert box.hint.text() == "1 of 2 places are done."
    box.walk_button.click()
    assert box.hint.text().startswith("Place 2 of 2")
    press(canvas, "1")
    assert not box.adapt_button.isHidden()
    walking.raster_picker.combo.pick(other)
    assert box.adapt_button.isHidden()
    assert box.steps.buttons["undo"].isHidden()
    # There it begins with places of its own.
    box.walk_button.click()
    qtbot.waitUntil(lambda: box.is_walking, timeout=10_000)
    assert box.hint.text().startswith("Place 1 of 2")


def test_samples_that_are_taken_back_elsewhere_count_no_more(walking, canvas, qtbot) -> None:
    box = walking.review_box
    layer = walking.samples_combo.currentLayer()
    press(canvas, "1")
    assert layer.commitChanges()
    press(canvas, "2")
    assert not box.adapt_button.isHidden()
    assert layer.rollBack()
    qtbot.waitUntil(lambda: box.hint.text() == "1 of 2 places are done.")
    assert box.adapt_button.isHidden()
    assert box.walk_button.text() == "Go On"
    box.walk_button.click()
    assert box.hint.text().startswith("Place 2 of 2")
    press(canvas, "2")
    layer.undoStack().undo()
    qtbot.waitUntil(lambda: box.hint.text() == "1 of 2 places are done.")
    # And count again when they are back.
    layer.undoStack().redo()
    qtbot.waitUntil(lambda: not box.adapt_button.isHidden())
    box.steps.buttons["undo"].click()
    assert box.hint.text().startswith("Place 2 of 2")
    layer.undoStack().undo()
    qtbot.waitUntil(lambda: "You have said Trees." in box.hint.text())
    assert samples(walking) == ["Trees", "Water"]


def test_a_place_that_is_open_again_is_the_one_to_go_on_at(walking, canvas, qtbot) -> None:
    box = walking.review_box
    layer = walking.samples_combo.currentLayer()
    press(canvas, "1")
    press(canvas, "2")
    first = min(layer.getFeatures(), key=lambda feature: str(feature["class"]) != "Water")
    assert layer.deleteFeature(first.id())
    qtbot.waitUntil(lambda: box.hint.text() == "1 of 2 places are done.")
    box.walk_button.click()
    assert box.hint.text().startswith("Place 1 of 2")
    press(canvas, "1")
    assert samples(walking) == ["Trees", "Water"]


def test_a_sample_that_somebody_mends_counts_as_before(walking, canvas, qtbot) -> None:
    box = walking.review_box
    layer = walking.samples_combo.currentLayer()
    press(canvas, "1")
    press(canvas, "2")
    first, second = layer.getFeatures()
    larger = first.geometry().buffer(1, 2)
    assert layer.changeGeometry(first.id(), larger)
    assert layer.changeAttributeValue(second.id(), layer.fields().lookupField("class"), "Water")
    with qtbot.waitSignal(walking._samples.changed):
        pass
    assert "All 2 places are done, 2 samples drawn" in box.hint.text()


def test_undo_takes_the_last_sample_back_and_returns_to_its_place(walking, canvas) -> None:
    press(canvas, "1")
    press(canvas, "u")
    assert samples(walking) == []
    assert walking.review_box.hint.text().startswith("Place 1 of 2")
    press(canvas, "u")  # of nothing
    assert samples(walking) == []


def test_undo_finds_a_sample_that_was_saved_meanwhile(walking, canvas) -> None:
    press(canvas, "1")
    layer = walking.samples_combo.currentLayer()
    assert layer.commitChanges(), layer.commitErrors()
    assert samples(walking) == ["Water"]
    press(canvas, Qt.Key.Key_Backspace)
    assert samples(walking) == []


def test_another_key_at_a_place_replaces_its_sample(walking, canvas) -> None:
    press(canvas, "1")
    press(canvas, "b")
    assert "You have said Water." in walking.review_box.hint.text()
    press(canvas, "2")
    assert samples(walking) == ["Trees"]


def test_next_and_back_leave_a_place_open_and_skip_does_not(walking, canvas) -> None:
    box = walking.review_box
    press(canvas, "n")
    assert box.hint.text().startswith("Place 2 of 2")
    press(canvas, "b")
    assert box.hint.text().startswith("Place 1 of 2")
    press(canvas, "s")
    assert box.hint.text().startswith("Place 2 of 2")
    press(canvas, "s")
    assert not box.is_walking
    assert samples(walking) == []


def test_a_key_without_a_class_does_nothing(walking, canvas) -> None:
    press(canvas, "9")
    assert samples(walking) == []
    assert walking.review_box.hint.text().startswith("Place 1 of 2")


def test_escape_ends_and_the_walk_goes_on_where_it_was(walking, canvas) -> None:
    box = walking.review_box
    press(canvas, "1")
    press(canvas, Qt.Key.Key_Escape)
    assert not box.is_walking
    assert box.hint.text() == "1 of 2 places are done."
    assert box.walk_button.text() == "Go On"
    box.walk_button.click()
    assert box.is_walking
    assert box.hint.text().startswith("Place 2 of 2")


def test_another_tool_keeps_the_place_and_the_maps_hidden(map_node, walking, canvas, qtbot) -> None:
    box = walking.review_box
    press(canvas, "1")
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    qtbot.waitUntil(lambda: not box.end_button.isHidden())
    assert not map_node.isVisible()
    place = "Place 2 of 2. The model says Trees; it is 40 % sure."
    assert box.hint.text() == (
        f"{place} Another tool is chosen; the maps stay hidden. Press Go On for the keys."
    )
    press(canvas, "2")
    assert samples(walking) == ["Water"]
    # A look at the map leaves the other tool alone.
    box.steps.buttons["map"].click()
    assert map_node.isVisible()
    assert canvas.mapTool() is pan
    assert box.hint.text() == f"{place} Another tool is chosen. Press Go On for the keys."
    box.steps.buttons["map"].click()
    assert box.walk_button.text() == "Go On"
    canvas.setCenter(QgsPointXY(500_050, 1_999_950))
    box.walk_button.click()
    assert canvas.center().distance(QgsPointXY(500_020, 1_999_990)) < 1
    assert box.end_button.isHidden()
    press(canvas, "2")
    assert samples(walking) == ["Trees", "Water"]
    assert canvas.mapTool() is pan
    assert map_node.isVisible()


def test_samples_can_be_drawn_by_hand_meanwhile(walking, canvas, qtbot) -> None:
    box = walking.review_box
    press(canvas, "1")
    draw = QgsMapToolPan(canvas)
    walking.draw_requested.connect(lambda _layer: canvas.setMapTool(draw))
    walking.draw()
    qtbot.waitUntil(lambda: not box.end_button.isHidden())
    walking.add_class("Rocks")
    assert box.hint.text().startswith("Place 2 of 2")
    box.walk_button.click()
    press(canvas, "3")
    assert samples(walking) == ["Rocks", "Water"]


@pytest.mark.parametrize("width", [300, 480])
def test_every_text_of_a_paused_review_can_be_read(language, walking, canvas, qtbot, width) -> None:
    walking.resize(width, 1200)
    walking.show()
    canvas.setMapTool(pan := QgsMapToolPan(canvas))
    qtbot.waitUntil(walking.review_box.end_button.isVisible)
    qtbot.wait(10)
    area = walking.scroll_area
    assert walking.width() == width
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    assert cut_texts(walking.review_box) == []
    canvas.unsetMapTool(pan)


def test_whoever_has_chosen_another_tool_can_end(walking, canvas, qtbot) -> None:
    box = walking.review_box
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    qtbot.waitUntil(lambda: not box.end_button.isHidden())
    box.end_button.click()
    assert not box.is_walking
    assert canvas.mapTool() is pan
    assert box.end_button.isHidden()
    assert box.hint.text() == "0 of 2 places are done."


def test_places_that_are_found_while_another_walk_lasts_wait(panel, canvas, qtbot) -> None:
    other = WalkCanvas(canvas, canvas)
    other.take()
    box = panel.review_box
    with qtbot.waitSignal(box._runner.succeeded, timeout=10_000):
        box.walk_button.click()
    assert other.has_keys
    assert not box.is_walking
    assert box.hint.text() == "0 of 2 places are done."
    other.give_back()
    box.walk_button.click()
    assert box.hint.text().startswith("Place 1 of 2")


def test_the_keys_are_kept_from_shortcuts_only_while_it_lasts(walking, canvas, qtbot) -> None:
    from qgis.PyQt.QtCore import QEvent
    from qgis.PyQt.QtGui import QKeyEvent
    from qgis.PyQt.QtWidgets import QApplication

    def is_kept(key: Qt.Key, modifier: Qt.KeyboardModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        event.ignore()
        QApplication.sendEvent(canvas, event)
        return event.isAccepted()

    plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    assert is_kept(Qt.Key.Key_1, plain)
    assert is_kept(Qt.Key.Key_S, plain)
    assert not is_kept(Qt.Key.Key_S, control)
    assert is_kept(Qt.Key.Key_X, plain)
    assert not is_kept(Qt.Key.Key_F5, plain)
    assert not is_kept(Qt.Key.Key_0, plain)
    press(canvas, Qt.Key.Key_Escape)
    assert not is_kept(Qt.Key.Key_1, plain)


def test_the_walk_belongs_to_the_project(walking, canvas) -> None:
    press(canvas, "2")
    values = walking.state()
    walking.set_state({})
    assert not walking.review_box.is_walking
    assert walking.review_box.hint.text() == ""
    walking.set_state(values)
    assert walking.review_box.hint.text() == "1 of 2 places are done."
    walking.review_box.walk_button.click()
    press(canvas, "u")
    assert samples(walking) == []


def test_points_that_judge_maps_are_not_taken_for_samples(panel, scene, tmp_path) -> None:
    before = panel.samples_combo.currentLayer()
    QgsProject.instance().removeMapLayer(before.id())
    fields = "field=reference:string&field=stratum:string"
    points = QgsVectorLayer(f"Point?crs={scene.crs().authid()}&{fields}", "Points", "memory")
    QgsProject.instance().addMapLayer(points)
    panel._canvas.setCurrentLayer(points)
    assert panel.samples_combo.currentLayer() is None
    # Whoever asks for them is told.
    panel.samples_combo.pick(points)
    assert panel.samples_combo.currentLayer() is points
    assert panel.samples_hint.text().startswith("These points are there to judge maps")


def test_without_a_layer_of_samples_there_is_no_review(
    use_provider, fake_engine, qtbot, canvas
) -> None:
    panel = TrainingPanel(use_provider(fake_engine("find-places")), canvas)
    panel.follow_project()
    qtbot.addWidget(panel)
    assert panel.review_box.isHidden()


def test_samples_that_are_points_get_a_point(walking, canvas, tmp_path, qtbot) -> None:
    press(canvas, Qt.Key.Key_Escape)
    layer = walking.create_samples(tmp_path / "points.gpkg", are_points=True)
    walking.review_box.walk_button.click()
    press(canvas, "1")
    assert samples(walking) == ["Water"]
    press(canvas, "u")
    assert layer.featureCount() == 0


def test_keys_stay_those_of_their_classes(walking, canvas) -> None:
    press(canvas, "2")
    assert "1 Water · 2 Trees" in walking.review_box.keys_label.text()
    walking.add_class("Rocks")
    assert "1 Water · 2 Trees · 3 Rocks" in walking.review_box.keys_label.text()


def test_an_outline_is_what_looks_like_the_place(raster_factory) -> None:
    from osgeo import gdal

    path = raster_factory("field.tif", size=60)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    for band in range(1, 4):
        dataset.GetRasterBand(band).WriteRaster(0, 0, 30, 60, bytes([200]) * 1800)
    dataset = None
    layer = QgsRasterLayer(str(path), "field")
    # Four pixels left of where another colour begins.
    outline = similar_area(layer, QgsPointXY(500_265, 1_999_695), 10)
    box = outline.boundingBox()
    assert outline.isGeosValid()
    assert box.xMaximum() == pytest.approx(500_300, abs=10)
    assert box.xMinimum() >= 500_265 - 10 * (RADIUS + 1)
    assert outline.area() > 100 * 100
    assert outline.contains(QgsPointXY(500_265, 1_999_695))
    # At the edge of the raster it ends there.
    edge = similar_area(layer, QgsPointXY(500_005, 1_999_995), 10).boundingBox()
    assert layer.extent().contains(edge)


def test_a_walk_that_is_not_understood_is_none() -> None:
    place = {"x": 1, "y": 2, "reason": "lead", "value": 3, "class_name": "Water"}
    walk = Walk.from_state({"places": [place], "order": [0], "skipped": [0]})
    assert walk.is_over
    assert Walk.from_state(walk.state()).state() == walk.state()
    with pytest.raises(ValueError, match="no place"):
        Walk.from_state({"places": [place], "order": [1]})
    with pytest.raises(TypeError):
        Walk.from_state({"places": [{"wrong": 1}]})


def test_answering_goes_to_the_next_open_place() -> None:
    walk = Walk([Place(i, i, "lead", 1, "Water") for i in range(3)])
    walk.go(1)
    walk.answer("Water", "a")
    assert walk.index == 2
    walk.skip()
    assert walk.index == 0
    walk.answer("Trees", "b")
    assert walk.is_over
    assert walk.undo() == ("Trees", "b")
    assert walk.undo() is None
    assert walk.index == 2


def test_of_several_dates_the_map_is_looked_at(panel, raster_factory) -> None:
    assert panel.review_box.walk_button.isEnabled()
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(raster_factory("july.tif")), "july"))
    menu = panel.raster_picker.dates_button.menu()
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert not panel.review_box.walk_button.isEnabled()
    assert panel.parameters("quick")["DATES"]
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert panel.review_box.walk_button.isEnabled()
