from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.core import (
    QgsPalettedRasterRenderer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest

from crossearth_qgis.gui.accuracy.accuracy_panel import AccuracyPanel
from crossearth_qgis.gui.widgets.walk_canvas import WalkCanvas
from crossearth_qgis.layers.result_layers import (
    GROUP_NAME,
    MapOrigin,
    add_result_layers,
    mark_as_result,
)
from crossearth_qgis.shared import products
from tests.plugin.gui.cut_texts import cut_texts


@pytest.fixture
def make_map(raster_factory, project) -> Callable[..., QgsRasterLayer]:
    def make(name: str, *classes: str) -> QgsRasterLayer:
        layer = QgsRasterLayer(str(raster_factory(f"{name}.tif", count=1)), name)
        palette = [
            QgsPalettedRasterRenderer.Class(value, QColor(0, 40 * value, 0), label)
            for value, label in enumerate(classes, 1)
        ]
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, palette))
        project.addMapLayer(layer)
        return layer

    return make


@pytest.fixture
def class_map(make_map) -> QgsRasterLayer:
    return make_map("Map", "Water", "Trees")


@pytest.fixture
def canvas(qtbot, class_map) -> Iterator[QgsMapCanvas]:
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(300, 200)
    canvas.setDestinationCrs(class_map.crs())
    canvas.setExtent(class_map.extent())
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    canvas.show()
    yield canvas
    canvas.unsetMapTool(pan)


@pytest.fixture
def panel(use_provider, fake_engine, qtbot, canvas) -> Iterator[AccuracyPanel]:
    panel = AccuracyPanel(use_provider(fake_engine("assess")), canvas)
    panel.follow_project()
    qtbot.addWidget(panel)
    panel.resize(340, 900)
    panel.show()
    yield panel
    panel.stop()


def click(qtbot, panel: AccuracyPanel, button) -> None:
    """Click a button with the mouse, and wait until its run has ended."""
    with qtbot.waitSignal(panel._runner.succeeded, timeout=10_000):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def drawn(panel, qtbot) -> AccuracyPanel:
    click(qtbot, panel, panel.draw_button)
    return panel


@pytest.fixture
def labelling(drawn) -> AccuracyPanel:
    QTest.mouseClick(drawn.label_box.walk_button, Qt.MouseButton.LeftButton)
    return drawn


def press(canvas: QgsMapCanvas, keys: str) -> None:
    for key in keys:
        QTest.keyClick(canvas, key)


def labels(panel: AccuracyPanel) -> list[str]:
    """Return what the file of the points says, whatever the layer does."""
    path = panel.points_combo.currentLayer().source().partition("|")[0]
    layer = QgsVectorLayer(path, "points", "ogr")
    return [feature["reference"] or "" for feature in layer.getFeatures()]


def arguments_of(fake_engine, command: str) -> dict:
    runs = [request for request in fake_engine.requests() if request["type"] == "run"]
    return [run["arguments"] for run in runs if run["command"] == command][-1]


def test_a_map_is_judged_from_planning_to_report_by_keys_and_mouse(
    panel, canvas, qtbot, fake_engine, class_map
) -> None:
    panel.margin_spin.setValue(4)
    click(qtbot, panel, panel.plan_button)
    asked = arguments_of(fake_engine, "plan-sample")
    assert (asked["margin"], asked["expected"]) == (0.04, [0.85])
    assert (panel.count_spin.value(), panel.least_spin.value()) == (120, 60)
    assert panel.plan_hint.text().startswith("120 points tell the overall accuracy to ± 4.9")
    click(qtbot, panel, panel.draw_button)
    assert arguments_of(fake_engine, "sample-points")["count"] == 120
    assert panel.footer_hint.text() == "Label the points first."
    assert not panel.measure_button.isEnabled()
    QTest.mouseClick(panel.label_box.walk_button, Qt.MouseButton.LeftButton)
    press(canvas, "12")
    keys = panel.label_box.class_keys
    place = keys.visualItemRect(keys.item(1)).center()
    QTest.mouseClick(keys.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    press(canvas, "s")
    assert labels(panel) == ["Water", "Trees", "Trees", ""]
    assert not panel.label_box.is_walking
    assert panel.label_box.hint.text() == "3 of 4 points are labelled, 1 skipped."
    click(qtbot, panel, panel.measure_button)
    asked = arguments_of(fake_engine, "evaluate")
    assert asked["map"] == class_map.source()
    assert "against" not in asked
    text = panel.result_label.text().replace("\u00a0", " ")
    assert text.startswith("Overall accuracy 90.0 %, 85.0 to 93.0 % (95 %)")
    table = panel.estimates_table
    assert table.item(0, 0).text() == "Water"
    cells = [table.item(1, column).text() for column in range(table.columnCount())]
    assert cells == ["90.0 %\n80.0–95.0", "–", "2.50\n2.00–4.10"]
    assert not panel.report_button.isHidden()
    assert panel._report.endswith("Map_accuracy.html")


def test_the_canvas_is_at_each_point_as_near_as_at_all_others(labelling, canvas) -> None:
    assert canvas.center().distance(QgsPointXY(500_025, 1_999_985)) < 1
    assert canvas.extent().width() == pytest.approx(400, rel=0.01)
    canvas.zoomByFactor(7)
    press(canvas, "1")
    assert canvas.center().distance(QgsPointXY(500_045, 1_999_985)) < 1
    assert canvas.extent().width() == pytest.approx(400, rel=0.01)
    labelling.label_box.stop()
    labelling.label_box.view_spin.setValue(120)
    labelling.label_box.walk_button.click()
    assert canvas.extent().width() == pytest.approx(120, rel=0.01)


def test_whoever_labels_sees_no_map(drawn, canvas, make_map, tmp_path) -> None:
    project = QgsProject.instance()
    root = project.layerTreeRoot()
    other, elsewhere = make_map("Other", "Rocks"), make_map("Elsewhere")
    mark_as_result(elsewhere)
    drawn.against_combo.set_value(other.id())
    in_group = make_map("In the group")
    root.addGroup(GROUP_NAME).addChildNode(root.findLayer(in_group).clone())
    root.removeLayer(in_group)
    drawn.label_box.walk_button.click()
    judged = drawn.map_combo.currentLayer()
    maps = [root.findLayer(layer) for layer in (judged, other, elsewhere, in_group)]
    assert not any(node.isVisible() for node in maps)
    press(canvas, "m")
    assert not any(node.isVisible() for node in maps)
    assert root.findLayer(drawn.points_combo.currentLayer()).isVisible()
    path = str(tmp_path / "project.qgs")
    assert project.write(path)
    saved = QgsProject()
    assert saved.read(path)
    assert all(node.itemVisibilityChecked() for node in saved.layerTreeRoot().findLayers())
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert all(node.isVisible() for node in maps)
    # Nothing of a map is told while one labels: neither its class nor what a point was drawn from.
    assert "Water" not in drawn.label_box.hint.text()


def test_a_map_that_is_ready_while_somebody_labels_is_shown_afterwards(
    labelling, canvas, raster_factory, qtbot
) -> None:
    root = QgsProject.instance().layerTreeRoot()
    new = QgsRasterLayer(str(raster_factory("new.tif", count=1)), "New")
    add_result_layers(new, [], MapOrigin("Scene", "", "Model"))
    node = root.findLayer(new)
    qtbot.waitUntil(lambda: not node.isVisible())
    # Who wants to see it all the same, may.
    node.setItemVisibilityChecked(True)
    press(canvas, "1")
    assert node.isVisible()
    node.setItemVisibilityChecked(False)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert node.isVisible()


def test_all_classes_that_maps_and_points_know_are_on_offer(drawn, canvas, make_map) -> None:
    drawn.against_combo.set_value(make_map("Other", "trees", "Rocks").id())
    layer = drawn.points_combo.currentLayer()
    assert layer.startEditing()
    assert layer.changeAttributeValue(4, layer.fields().lookupField("reference"), "Snow")
    assert layer.commitChanges()
    drawn.label_box.walk_button.click()
    keys = drawn.label_box.class_keys
    texts = [keys.item(row).text() for row in range(keys.count())]
    assert texts == ["1  Water", "2  Trees", "3  Rocks", "4  Snow"]
    assert drawn.label_box.hint.text() == "Point 1 of 4, 1 done."


def test_the_tenth_class_and_those_after_it_have_letters(drawn, canvas, make_map) -> None:
    drawn.against_combo.set_value(make_map("Many", *"jklopqrst").id())
    drawn.label_box.walk_button.click()
    keys = drawn.label_box.class_keys
    assert [keys.item(row).text() for row in (8, 9, 10)] == ["9  r", "A  s", "C  t"]
    press(canvas, "a9c")
    assert labels(drawn) == ["s", "r", "t", ""]


def test_undo_takes_the_last_label_back_and_back_replaces_one(labelling, canvas) -> None:
    box = labelling.label_box
    press(canvas, "12")
    press(canvas, "u")
    assert labels(labelling) == ["Water", "", "", ""]
    assert box.hint.text() == "Point 2 of 4, 1 done."
    press(canvas, "b")
    assert box.hint.text() == "Point 1 of 4, 1 done. You have said Water."
    press(canvas, "2")
    assert labels(labelling) == ["Trees", "", "", ""]
    press(canvas, "sun")
    assert box.hint.text() == "Point 3 of 4, 1 done."
    press(canvas, "u")
    press(canvas, "u")  # of nothing
    assert labels(labelling) == ["", "", "", ""]


def test_the_last_label_can_be_taken_back_when_all_are_given(labelling, canvas) -> None:
    press(canvas, "1212")
    box = labelling.label_box
    assert not box.is_walking
    undo = box.steps.buttons["undo"]
    assert undo.isVisible()
    undo.click()
    assert labels(labelling) == ["Water", "Trees", "Water", ""]
    assert box.is_walking


def test_labels_can_be_looked_at_again_when_all_are_given(labelling, canvas) -> None:
    press(canvas, "121s")
    box = labelling.label_box
    assert box.walk_button.text() == "Look Again"
    QTest.mouseClick(box.walk_button, Qt.MouseButton.LeftButton)
    assert box.hint.text() == "Point 4 of 4, 4 done. Skipped."
    press(canvas, "2b2")
    assert labels(labelling) == ["Water", "Trees", "Water", "Trees"]
    assert box.hint.text() == "Point 1 of 4, 4 done. You have said Water."
    press(canvas, "2")
    assert labels(labelling) == ["Trees", "Trees", "Water", "Trees"]
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert box.hint.text() == "4 of 4 points are labelled."


def test_labelling_goes_on_in_a_project_that_is_opened_again(
    labelling, canvas, tmp_path, qtbot
) -> None:
    press(canvas, "1s")
    project, path = QgsProject.instance(), str(tmp_path / "project.qgz")
    assert project.write(path)
    project.clear()
    assert not labelling.label_box.is_walking
    qtbot.waitUntil(lambda: labelling.points_combo.currentLayer() is None)
    assert project.read(path)
    qtbot.waitUntil(lambda: labelling.points_combo.currentLayer() is not None)
    box = labelling.label_box
    assert labels(labelling) == ["Water", "", "", ""]
    assert box.hint.text() == "1 of 4 points are labelled, 1 skipped."
    box.walk_button.click()
    assert box.hint.text() == "Point 3 of 4, 2 done."


def test_another_tool_keeps_the_point_and_the_maps_hidden(
    labelling, canvas, class_map, qtbot
) -> None:
    box = labelling.label_box
    node = QgsProject.instance().layerTreeRoot().findLayer(class_map)
    press(canvas, "1")
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    qtbot.waitUntil(box.end_button.isVisible)
    assert not node.isVisible()
    assert box.hint.text() == (
        "Point 2 of 4, 1 done. Another tool is chosen; the maps stay hidden. Press Go On for the "
        "keys."
    )
    press(canvas, "1")
    assert labels(labelling) == ["Water", "", "", ""]
    assert box.walk_button.text() == "Go On"
    canvas.zoomByFactor(3)
    QTest.mouseClick(box.walk_button, Qt.MouseButton.LeftButton)
    assert box.hint.text() == "Point 2 of 4, 1 done."
    assert not box.end_button.isVisible()
    assert canvas.extent().width() == pytest.approx(400, rel=0.01)
    press(canvas, "2")
    # A click on the class is an answer, too, whatever the tool is.
    canvas.setMapTool(pan)
    qtbot.waitUntil(box.end_button.isVisible)
    keys = box.class_keys
    place = keys.visualItemRect(keys.item(0)).center()
    QTest.mouseClick(keys.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    press(canvas, "1")
    assert labels(labelling) == ["Water", "Trees", "Water", "Water"]
    assert canvas.mapTool() is pan
    assert node.isVisible()


def test_whoever_has_chosen_another_tool_can_end(labelling, canvas, class_map, qtbot) -> None:
    box = labelling.label_box
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    qtbot.waitUntil(box.end_button.isVisible)
    QTest.mouseClick(box.end_button, Qt.MouseButton.LeftButton)
    assert not box.is_walking
    assert canvas.mapTool() is pan
    assert QgsProject.instance().layerTreeRoot().findLayer(class_map).isVisible()
    assert not box.end_button.isVisible()


def test_who_ends_sees_the_maps_where_the_canvas_was_before(labelling, canvas) -> None:
    press(canvas, "1")
    assert canvas.extent().width() == pytest.approx(400, rel=0.01)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.extent().width() == pytest.approx(300, rel=0.01)
    box = labelling.label_box
    assert box.hint.text() == "1 of 4 points are labelled. The maps are shown again."
    box.walk_button.click()
    assert box.hint.text() == "Point 2 of 4, 1 done."


def test_a_class_that_was_renamed_has_one_key(drawn, canvas, class_map) -> None:
    path = Path(class_map.source())
    classes = [{"value": 1, "name": "Water"}, {"value": 2, "name": "Trees"}]
    asset = {"href": f"./{path.name}", "classification:classes": classes}
    item = {"properties": {products.PROCESSING_FIELD: {}}, "assets": {"classes": asset}}
    path.with_suffix(".json").write_text(json.dumps(item))
    box = drawn.label_box

    def offered() -> list[str]:
        return [box.class_keys.item(row).text() for row in range(box.class_keys.count())]

    box.walk_button.click()
    press(canvas, "2")
    assert offered() == ["1  Water", "2  Trees"]
    box.stop()
    renamed = class_map.renderer().clone()
    renamed.setLabel(2, "Wald")
    class_map.setRenderer(renamed)
    box.walk_button.click()
    # The point that was labelled has the old name still.
    assert offered() == ["1  Water", "2  Wald"]
    press(canvas, "2")
    assert labels(drawn) == ["Trees", "Wald", "", ""]


def test_another_map_is_hidden_like_the_first(labelling, canvas, class_map, make_map) -> None:
    root = QgsProject.instance().layerTreeRoot()
    other = make_map("Other", "Rocks")
    press(canvas, "1")
    width = canvas.extent().width()
    labelling.map_combo.set_value(other.id())
    box = labelling.label_box
    assert box.is_walking
    assert not any(root.findLayer(layer).isVisible() for layer in (class_map, other))
    assert box.hint.text() == "Point 2 of 4, 1 done."
    texts = [box.class_keys.item(row).text() for row in range(box.class_keys.count())]
    assert texts == ["1  Water", "2  Trees", "3  Rocks"]
    # A map that goes takes nothing along.
    QgsProject.instance().removeMapLayers([other.id(), class_map.id()])
    press(canvas, "3")
    assert labels(labelling) == ["Water", "Rocks", "", ""]
    assert canvas.extent().width() == pytest.approx(width)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not box.is_walking


def test_another_walk_ends_this_one_also_while_another_tool_is_chosen(
    labelling, canvas, class_map, qtbot
) -> None:
    box = labelling.label_box
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    qtbot.waitUntil(box.end_button.isVisible)
    node = QgsProject.instance().layerTreeRoot().findLayer(class_map)
    other = WalkCanvas(canvas, canvas)
    other.take([class_map.id()])
    assert not box.is_walking
    assert not node.isVisible()
    other.toggle_maps()
    assert node.isVisible()
    other.give_back()
    assert canvas.mapTool() is pan


@pytest.fixture
def points(drawn) -> QgsVectorLayer:
    return drawn.points_combo.currentLayer()


def say(layer: QgsVectorLayer, feature_id: int, name: str) -> None:
    """Label a point as the layer's table does."""
    index = layer.fields().lookupField("reference")
    assert layer.isEditable() or layer.startEditing()
    assert layer.changeAttributeValue(feature_id, index, name)


def test_labels_that_the_table_gives_count_at_once(drawn, points, qtbot) -> None:
    assert not drawn.measure_button.isEnabled()
    for feature_id in (1, 2, 3):
        say(points, feature_id, "Trees")
    qtbot.waitUntil(drawn.measure_button.isEnabled)
    box = drawn.label_box
    assert box.hint.text() == "3 of 4 points are labelled."
    assert points.rollBack()
    qtbot.waitUntil(lambda: box.hint.text() == "0 of 4 points are labelled.")
    assert not drawn.measure_button.isEnabled()
    say(points, 1, "Water")
    assert points.commitChanges()
    qtbot.waitUntil(lambda: box.hint.text() == "1 of 4 points are labelled.")
    say(points, 2, "Water")
    qtbot.waitUntil(lambda: box.hint.text() == "2 of 4 points are labelled.")
    points.undoStack().undo()
    qtbot.waitUntil(lambda: box.hint.text() == "1 of 4 points are labelled.")


def test_labelling_begins_at_a_point_that_the_table_says_nothing_of(drawn, points, qtbot) -> None:
    for feature_id in (1, 2, 4):
        say(points, feature_id, "Trees")
    box = drawn.label_box
    qtbot.waitUntil(lambda: box.hint.text() == "3 of 4 points are labelled.")
    QTest.mouseClick(box.walk_button, Qt.MouseButton.LeftButton)
    assert box.hint.text() == "Point 3 of 4, 3 done."


def test_points_that_come_and_go_while_one_labels_change_the_walk(
    labelling, points, canvas, qtbot
) -> None:
    box = labelling.label_box
    press(canvas, "1s")
    assert points.startEditing()
    assert points.deleteFeature(1)
    qtbot.waitUntil(lambda: box.hint.text() == "Point 2 of 3, 1 done.")
    # The point that is looked at goes: the next one comes.
    assert points.deleteFeature(3)
    qtbot.waitUntil(lambda: box.hint.text() == "Point 2 of 2, 1 done.")
    assert canvas.center().distance(points.getFeature(4).geometry().asPoint()) < 1
    press(canvas, "2")
    assert points.getFeature(4)["reference"] == "Trees"
    assert not box.is_walking
    assert points.rollBack()
    qtbot.waitUntil(lambda: box.hint.text() == "1 of 4 points are labelled, 1 skipped.")
    assert points.startEditing()
    assert points.deleteFeatures([1, 2, 3, 4])
    qtbot.waitUntil(lambda: box.hint.text() == "")
    assert not box.walk_button.isEnabled()


def test_labelling_ends_where_no_point_is_left(labelling, points, qtbot) -> None:
    assert points.startEditing()
    assert points.deleteFeatures([1, 2, 3, 4])
    qtbot.waitUntil(lambda: not labelling.label_box.is_walking)


def test_a_class_that_the_table_names_while_one_labels_gets_a_key(labelling, points, qtbot) -> None:
    say(points, 4, "Snow")
    keys = labelling.label_box.class_keys
    qtbot.waitUntil(lambda: keys.count() == 3)
    assert keys.item(2).text() == "3  Snow"
    assert labelling.label_box.hint.text() == "Point 1 of 4, 1 done."


def test_a_filter_of_the_layer_counts(drawn, points, qtbot) -> None:
    assert points.setSubsetString("fid < 3")
    qtbot.waitUntil(lambda: drawn.label_box.hint.text() == "0 of 2 points are labelled.")


def test_points_without_their_field_are_not_labelled(labelling, points, qtbot) -> None:
    assert points.startEditing()
    assert points.renameAttribute(points.fields().lookupField("reference"), "was")
    box = labelling.label_box
    qtbot.waitUntil(lambda: not box.is_walking)
    sentence = "The points have no field “reference” any more. Undo that, or choose other points."
    assert box.hint.text() == sentence
    assert labelling.footer_hint.text() == sentence
    points.undoStack().undo()
    qtbot.waitUntil(lambda: box.hint.text() == "0 of 4 points are labelled.")


def test_a_point_that_is_gone_is_told_as_such(labelling, points, canvas) -> None:
    other = QgsVectorLayer(points.source().partition("|")[0], "other", "ogr")
    assert other.dataProvider().deleteFeatures([1])
    press(canvas, "1")
    box = labelling.label_box
    assert box.hint.text() == f"The point is not in the layer “{points.name()}” any more."
    press(canvas, "2")
    assert labels(labelling) == ["Trees", "", ""]


def test_the_same_points_serve_the_next_map(labelling, canvas, make_map, qtbot, fake_engine):
    press(canvas, "1212")
    click(qtbot, labelling, labelling.measure_button)
    later = make_map("Later", "Water", "Trees")
    labelling.against_combo.set_value(labelling.map_combo.value())
    labelling.map_combo.set_value(later.id())
    assert labelling.result_group.isHidden()
    assert labelling.label_box.labelled == 4
    click(qtbot, labelling, labelling.measure_button)
    asked = arguments_of(fake_engine, "evaluate")
    assert asked["map"] == later.source()
    assert Path(asked["against"]).name == "Map.tif"
    assert "The map is better than the other one" in labelling.result_label.text()


def test_a_result_says_that_its_points_have_changed(labelling, canvas, qtbot, points) -> None:
    press(canvas, "121s")
    click(qtbot, labelling, labelling.measure_button)
    hint = labelling.stale_hint
    assert hint.text() == ""
    labelling.label_box.walk_button.click()
    press(canvas, "n")
    assert hint.text() == ""  # nothing is said yet
    press(canvas, "2")
    text = "The points have changed since. Measure again for what they say now."
    assert hint.isVisible()
    assert hint.text() == text
    for widget in (labelling.result_label, labelling.estimates_table):
        assert not widget.isEnabled()
    assert labelling.report_button.isEnabled()
    press(canvas, "b1")
    assert hint.text() == ""
    assert labelling.result_label.isEnabled()
    labelling.label_box.stop()
    # Elsewhere, too: labels of the table, points that go or are moved.
    say(points, 4, "Snow")
    qtbot.waitUntil(hint.isVisible)
    assert points.rollBack()
    qtbot.waitUntil(lambda: not hint.isVisible())
    assert points.startEditing()
    assert points.deleteFeature(4)
    qtbot.waitUntil(hint.isVisible)
    points.undoStack().undo()
    qtbot.waitUntil(lambda: not hint.isVisible())
    assert points.changeGeometry(1, points.getFeature(2).geometry())
    qtbot.waitUntil(hint.isVisible)
    click(qtbot, labelling, labelling.measure_button)
    assert not hint.isVisible()


def test_a_result_says_that_a_legend_has_changed(labelling, canvas, make_map, qtbot) -> None:
    press(canvas, "121s")
    click(qtbot, labelling, labelling.measure_button)
    hint, layer = labelling.stale_hint, labelling.map_combo.currentLayer()

    def call(name: str) -> None:
        renderer = layer.renderer().clone()
        renderer.setLabel(1, name)
        layer.setRenderer(renderer)

    call("Wald")
    assert "The legend of a map has changed since" in hint.text()
    assert not labelling.estimates_table.isEnabled()
    call("Water")
    assert hint.text() == ""
    call("Wald")
    click(qtbot, labelling, labelling.measure_button)
    assert hint.text() == ""
    # Of a map that is not looked at any more nothing is said, and none that is gone is asked.
    other = make_map("Another", "Rocks")
    labelling.map_combo.set_value(other.id())
    call("Water")
    QgsProject.instance().removeMapLayer(other.id())
    assert labelling.result_group.isHidden()


def test_labels_given_while_it_is_measured_are_told(labelling, canvas, qtbot, points) -> None:
    press(canvas, "121s")
    with qtbot.waitSignal(labelling._runner.succeeded, timeout=10_000):
        QTest.mouseClick(labelling.measure_button, Qt.MouseButton.LeftButton)
        say(points, 4, "Trees")
    qtbot.waitUntil(labelling.stale_hint.isVisible)


def test_no_other_map_is_judged_where_one_is_removed(labelling, canvas, make_map, qtbot) -> None:
    make_map("Another", "Rocks")
    press(canvas, "1212")
    click(qtbot, labelling, labelling.measure_button)
    project = QgsProject.instance()
    project.removeMapLayer(labelling.map_combo.value())
    assert labelling.map_combo.currentLayer() is None
    assert labelling.footer_hint.text() == "Choose the map to judge."
    assert not labelling.measure_button.isEnabled()
    assert not labelling.draw_button.isEnabled()
    assert labelling.result_group.isHidden()


def test_why_a_map_could_not_be_judged_is_told_of_that_map_only(labelling, make_map) -> None:
    labelling._on_failed("The raster cannot be read.")
    assert labelling.footer_hint.text() == "The raster cannot be read."
    labelling.map_combo.set_value(make_map("Another", "Rocks").id())
    assert labelling.footer_hint.text() == "Label the points first."


def test_a_map_that_is_gone_when_its_project_is_opened_is_replaced_by_none(
    labelling, make_map, tmp_path, qtbot
) -> None:
    another = make_map("Another", "Rocks")
    values = labelling.state()
    QgsProject.instance().removeMapLayer(values["map"])
    labelling.set_state(values)
    assert labelling.map_combo.currentLayer() is None
    labelling.set_state({})
    assert labelling.map_combo.currentLayer() is another


def test_a_layer_that_cannot_be_changed_keeps_the_point_open(labelling, canvas) -> None:
    layer = labelling.points_combo.currentLayer()
    layer.setReadOnly(True)
    press(canvas, "1")
    assert "cannot be changed" in labelling.label_box.hint.text()
    assert labels(labelling) == ["", "", "", ""]
    layer.setReadOnly(False)
    press(canvas, "1")
    assert labels(labelling) == ["Water", "", "", ""]


def test_points_that_are_removed_end_the_labelling(labelling, canvas, qtbot) -> None:
    QgsProject.instance().removeMapLayer(labelling.points_combo.currentLayer().id())
    assert not labelling.label_box.is_walking
    assert labelling.label_box.isHidden()
    assert labelling.footer_hint.text().startswith("Draw sample points")


def test_only_maps_and_sample_points_are_offered(panel, scene, polygons, make_map) -> None:
    beside = make_map("Confidence")
    mark_as_result(beside)
    panel.map_combo.showPopup()
    panel.map_combo.hidePopup()
    names = [panel.map_combo.itemText(index) for index in range(panel.map_combo.count())]
    assert names == ["", "Map"]
    assert panel.map_combo.currentLayer().name() == "Map"
    assert panel.points_combo.currentLayer() is None
    panel.against_combo.set_value(panel.map_combo.value())
    assert panel.footer_hint.text() == "Choose two different maps."


def unreadable(panel: AccuracyPanel) -> list[str]:
    """Return the texts that are cut; names of layers may be of any length."""
    names = {layer.name() for layer in QgsProject.instance().mapLayers().values()}
    return [text for text in cut_texts(panel) if text not in names]


@pytest.mark.parametrize("width", [300, 480])
def test_every_text_can_be_read(language, labelling, canvas, qtbot, width, make_map) -> None:
    labelling.resize(width, 1200)
    labelling.plan_group.setCollapsed(False)
    qtbot.wait(10)
    assert labelling.width() == width
    assert unreadable(labelling) == []
    canvas.setMapTool(pan := QgsMapToolPan(canvas))
    qtbot.waitUntil(labelling.label_box.end_button.isVisible)
    qtbot.wait(10)
    area = labelling.scroll_area
    assert area.widget().minimumSizeHint().width() <= min(width, area.viewport().width())
    assert unreadable(labelling) == []
    labelling.label_box.walk_button.click()
    canvas.unsetMapTool(pan)
    press(canvas, "1212")
    click(qtbot, labelling, labelling.measure_button)
    labelling.resize(width, 1200)
    qtbot.wait(10)
    assert labelling.width() == width
    assert unreadable(labelling) == []
    area = labelling.scroll_area
    assert area.widget().minimumSizeHint().width() <= min(width, area.viewport().width())
    table = labelling.estimates_table
    header = table.horizontalHeader()
    assert header.length() <= table.viewport().width()
    for column in range(table.columnCount()):
        assert header.sectionSizeHint(column) <= header.sectionSize(column)
        assert table.sizeHintForColumn(column) <= header.sectionSize(column)
