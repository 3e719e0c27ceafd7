from __future__ import annotations

import gc
import json

import pytest
from qgis.core import QgsLayerTree, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QWidget

from crossearth_qgis.gui import background
from crossearth_qgis.gui.dock import CrossEarthDock
from crossearth_qgis.gui.segment.segment_panel import SegmentPanel
from crossearth_qgis.gui.training.training_panel import TrainingPanel
from crossearth_qgis.gui.widgets.help_window import HelpWindow


@pytest.fixture
def canvas(qtbot, raster_layer) -> QgsMapCanvas:
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.setDestinationCrs(raster_layer.crs())
    canvas.setExtent(raster_layer.extent())
    return canvas


@pytest.fixture
def dock(use_provider, fake_engine, qtbot, project, canvas) -> CrossEarthDock:
    provider = use_provider(fake_engine("succeed"))
    dock = CrossEarthDock(lambda: provider, canvas)
    qtbot.addWidget(dock)
    return dock


def test_each_page_is_made_when_it_is_first_shown(dock, qtbot) -> None:
    assert dock.findChildren((SegmentPanel, TrainingPanel)) == []
    dock.show()
    qtbot.waitUntil(lambda: len(dock.findChildren(SegmentPanel)) == 1)
    qtbot.waitUntil(dock.panel.isVisible)
    assert dock.findChildren(TrainingPanel) == []
    dock.widget().setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(dock.findChildren(TrainingPanel)) == 1)
    qtbot.waitUntil(dock.training_panel.isVisible)
    assert not dock.panel.isVisible()


def test_a_dock_that_was_stopped_before_it_was_up_makes_nothing(dock, qtbot) -> None:
    dock.show()
    dock.stop()
    qtbot.wait(100)
    assert dock.findChildren(SegmentPanel) == []


@pytest.fixture
def take_steps(dock):
    """Show the dock, and return a function that takes some of the steps that make its page."""
    dock._timer.timeout.disconnect()

    def take(count: int) -> None:
        for _ in range(count):
            dock._take_step()
            QCoreApplication.processEvents()

    dock.show()
    return take


def test_closing_the_panel_gives_the_canvas_back(dock, canvas, qtbot) -> None:
    dock.show()
    boxes = dock.training_panel.review_box, dock.accuracy_panel.label_box
    for box in boxes:
        dock.show()
        box._view.take()
        # Another dock lies over this one.
        dock.widget().hide()
        assert box.is_walking
        box._let_go = lambda: None
        dock.close()
        assert not box.is_walking
        dock.widget().show()


# Steps after which the page is made, but neither seen nor showing the project.
HALF_MADE = 2
MORE_THAN_ENOUGH = 10


def page_of(dock) -> QWidget:
    (page,) = dock.findChildren((SegmentPanel, TrainingPanel))
    return page


def test_a_page_is_made_in_steps_and_seen_when_it_is_complete(dock, take_steps, scene) -> None:
    take_steps(HALF_MADE)
    page = page_of(dock)
    assert not page.isVisible()
    take_steps(1)
    assert not page.isVisible()
    assert page.run_button.isEnabled()
    take_steps(1)
    assert page.isVisible()


def test_a_page_that_is_half_made_is_complete_for_whoever_asks_for_it(
    dock, take_steps, scene
) -> None:
    take_steps(HALF_MADE)
    assert dock.panel.run_button.isEnabled()
    assert dock.panel.isVisible()


def test_a_dock_that_is_closed_while_its_page_is_made_goes_on_when_it_is_opened(
    dock, take_steps
) -> None:
    take_steps(HALF_MADE)
    dock.hide()
    take_steps(MORE_THAN_ENOUGH)
    dock.show()
    assert not page_of(dock).isVisible()
    assert dock._timer.isActive()
    take_steps(MORE_THAN_ENOUGH)
    assert page_of(dock).isVisible()


def test_a_dock_may_go_while_its_page_is_made(dock, take_steps) -> None:
    take_steps(HALF_MADE)
    dock.stop()
    assert not dock._timer.isActive()


def test_a_project_that_is_opened_while_the_page_is_made_is_shown(
    dock, take_steps, project, scene, tmp_path
) -> None:
    box = "CONFIDENCE"
    project.writeEntry("CrossEarth", "map", json.dumps({"outputs": {"wanted": {box: True}}}))
    project.write(str(tmp_path / "project.qgz"))
    project.clear()
    take_steps(HALF_MADE)
    project.read(str(tmp_path / "project.qgz"))
    take_steps(MORE_THAN_ENOUGH)
    assert dock.panel.output_choice.boxes[box].isChecked()
    assert dock.panel.raster_picker.layer().name() == "Scene"


def test_a_project_that_is_saved_while_the_page_is_made_keeps_what_it_says(
    dock, take_steps, project, tmp_path
) -> None:
    entry = json.dumps({"outputs": {"wanted": {"CONFIDENCE": True}}})
    project.writeEntry("CrossEarth", "map", entry)
    take_steps(HALF_MADE)
    project.write(str(tmp_path / "project.qgz"))
    assert project.readEntry("CrossEarth", "map") == (entry, True)


def test_a_layer_that_is_removed_while_the_page_is_made_is_not_offered(
    dock, take_steps, project, scene
) -> None:
    take_steps(HALF_MADE)
    project.removeMapLayer(scene.id())
    take_steps(MORE_THAN_ENOUGH)
    assert dock.panel.raster_picker.layer() is None
    assert not dock.panel.run_button.isEnabled()


def test_the_other_page_may_be_chosen_while_one_is_made(dock, take_steps, scene) -> None:
    take_steps(HALF_MADE)
    dock.widget().setCurrentIndex(1)
    take_steps(MORE_THAN_ENOUGH)
    assert dock.findChild(TrainingPanel).isVisible()
    dock.widget().setCurrentIndex(0)
    assert dock.findChild(SegmentPanel).isVisible()
    assert dock.panel.run_button.isEnabled()


def test_a_page_that_comes_leaves_the_keyboard_where_it_is(dock, take_steps, qtbot) -> None:
    dock.activateWindow()
    bar = dock.widget().tabBar()
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus)
    take_steps(MORE_THAN_ENOUGH)
    assert bar.hasFocus()
    assert page_of(dock).isVisible()


def test_news_of_the_panel_is_news_of_the_dock(dock, qtbot) -> None:
    with qtbot.waitSignal(dock.news) as news:
        dock.panel.news.emit("It rains.", True)
    assert news.args == ["It rains.", True]


def test_help_shows_the_page_of_what_is_shown(dock) -> None:
    tabs = dock.widget()
    help_button = tabs.cornerWidget()
    shown = []

    def ask() -> None:
        help_button.click()
        (window,) = dock.findChildren(HelpWindow)
        shown.append(window.browser.source().fileName())
        assert window.isVisible()

    ask()
    dock.panel.pages.setCurrentWidget(dock.panel.setup_page)
    ask()
    for index in (1, 2):
        tabs.setCurrentIndex(index)
        ask()
    assert shown == ["dock.md", "setup.md", "adapt.md", "accuracy.md"]


def test_stopping_a_dock_that_was_never_shown_makes_nothing(dock) -> None:
    dock.stop()
    assert dock.findChildren(SegmentPanel) == []


def test_the_dock_may_go_during_a_run(use_provider, fake_engine, qtbot, scene) -> None:
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    provider = use_provider(fake_engine("wait-for-cancel"))
    dock = CrossEarthDock(lambda: provider, canvas)
    with qtbot.waitSignal(dock.panel._runner.progress_changed, timeout=10_000):
        dock.panel.run_button.click()
    dock.stop()
    dock.deleteLater()
    del dock
    qtbot.waitUntil(lambda: gc.collect() >= 0 and not background._kept, timeout=10_000)


def test_an_adapted_model_maps_what_the_canvas_shows(dock, fake_engine, qtbot, scene) -> None:
    with qtbot.waitSignal(dock.panel._runner.succeeded, timeout=10_000):
        dock.training_panel.adapted.emit("tiny", scene.id(), "", True)
    segment = next(m for m in fake_engine.requests() if m.get("command") == "segment")
    assert segment["arguments"]["model"].endswith("tiny")
    assert segment["arguments"]["extent"] is not None


def tree_text(node: QgsLayerTree) -> str:
    """Return what is in the layer tree, from top to bottom."""
    return " ".join(
        f"{child.name()}({tree_text(child)})" if child.children() else child.name()
        for child in node.children()
    )


def map_for(dock, qtbot, scene, samples_id: str) -> str:
    with qtbot.waitSignal(dock.panel._runner.succeeded, timeout=10_000):
        dock.training_panel.adapted.emit("tiny", scene.id(), samples_id, True)
    return tree_text(QgsProject.instance().layerTreeRoot())


def test_no_map_is_made_on_a_raster_that_was_removed_meanwhile(dock, qtbot, scene) -> None:
    raster_id = scene.id()
    dock.training_panel  # noqa: B018 - made at first use
    QgsProject.instance().removeMapLayer(raster_id)
    with qtbot.waitSignal(dock.news, check_params_cb=lambda text, _bad: bool(text)) as news:
        dock.training_panel.adapted.emit("tiny", raster_id, "", True)
    assert "not in the project any more" in news.args[0]
    assert not dock.panel._runner.is_running
    offered = dock.panel.raster_picker.combo
    assert raster_id not in [offered.itemText(index) for index in range(offered.count())]


def test_the_map_of_an_adapted_model_hides_no_samples(dock, qtbot, scene, polygons) -> None:
    tree = map_for(dock, qtbot, scene, polygons.id())
    assert tree == "Fields CrossEarth(Scene – Tiny (canvas)) Scene"


def test_maps_that_would_hide_the_samples_go_below_them(dock, qtbot, scene, polygons) -> None:
    dock.training_panel.samples_combo.setLayer(None)
    assert map_for(dock, qtbot, scene, "") == "CrossEarth(Scene – Tiny (canvas)) Fields Scene"
    tree = map_for(dock, qtbot, scene, polygons.id())
    assert tree == "Fields CrossEarth(Scene – Tiny (canvas)) Scene"
    qtbot.wait(50)  # in which layers that have lost their place would go
    assert len(QgsProject.instance().mapLayers()) == 3


def test_no_map_of_the_raster_hides_samples_that_are_drawn_on_it(
    dock, qtbot, scene, polygons
) -> None:
    page = dock.training_panel
    page.raster_picker.set_value(scene.id())
    page.samples_combo.setLayer(polygons)
    with qtbot.waitSignal(dock.panel._runner.succeeded, timeout=10_000):
        dock.panel.run()
    tree = tree_text(QgsProject.instance().layerTreeRoot())
    assert tree.startswith("Fields CrossEarth(")
    assert tree.endswith(") Scene")


def test_samples_in_a_group_are_not_hidden_either(dock, qtbot, scene, polygons) -> None:
    root = QgsProject.instance().layerTreeRoot()
    node = root.findLayer(polygons.id())
    root.insertGroup(0, "Mine").addLayer(polygons)
    root.removeChildNode(node)
    tree = map_for(dock, qtbot, scene, polygons.id())
    assert tree == "Mine(Fields) CrossEarth(Scene – Tiny (canvas)) Scene"


def test_the_page_to_adapt_shows_that_the_map_is_being_made(
    use_provider, fake_engine, qtbot, canvas, scene, polygons
) -> None:
    provider = use_provider(fake_engine("wait-for-cancel"))
    dock = CrossEarthDock(lambda: provider, canvas)
    qtbot.addWidget(dock)
    progress = dock.training_panel.map_progress
    assert progress.isHidden()
    dock.training_panel.adapted.emit("tiny", scene.id(), polygons.id(), True)
    qtbot.waitUntil(lambda: not progress.isHidden())
    qtbot.waitUntil(lambda: progress.label.text().startswith("Map of the new model: Window 1 of 4"))
    with qtbot.waitSignal(dock.panel._runner.canceled, timeout=10_000):
        dock.panel.stop()
    assert progress.isHidden()
    dock.training_panel.adapted.emit("tiny", scene.id(), polygons.id(), False)
    QCoreApplication.processEvents()
    assert progress.isHidden()


def run(dock, qtbot) -> None:
    with qtbot.waitSignal(dock.panel._runner.succeeded, timeout=10_000):
        dock.panel.run_button.click()


def test_a_map_and_its_polygons_are_neither_input_nor_samples_nor_area(
    dock, qtbot, scene, polygons
) -> None:
    dock.panel.output_choice.boxes["CONFIDENCE"].setChecked(True)
    dock.panel.output_choice.boxes["POLYGONS"].setChecked(True)
    run(dock, qtbot)
    assert len(QgsProject.instance().mapLayers()) == 5
    training = dock.training_panel
    for combo in (dock.panel.raster_picker.combo, training.raster_picker.combo):
        assert [combo.layer(index) for index in range(combo.count())] == [scene]
    for combo in (dock.panel.area_picker.polygon_combo, training.samples_combo):
        assert [combo.layer(index) for index in range(combo.count())] == [polygons]


def test_the_active_polygons_are_those_offered_as_samples_and_area(
    dock, canvas, scene, polygons
) -> None:
    other = QgsVectorLayer("Polygon?crs=EPSG:32643&field=class:string", "Zebra crossings", "memory")
    QgsProject.instance().addMapLayer(other)
    combos = (dock.panel.area_picker.polygon_combo, dock.training_panel.samples_combo)
    for layer in (other, polygons, other):
        canvas.setCurrentLayer(layer)
        assert [combo.currentLayer() for combo in combos] == [layer, layer]


def test_a_map_that_is_ready_is_visible_and_what_was_hidden_stays_hidden(
    dock, qtbot, scene
) -> None:
    root = QgsProject.instance().layerTreeRoot()
    run(dock, qtbot)
    group = root.findGroup("CrossEarth")
    first = group.children()[0]
    group.setItemVisibilityChecked(False)
    run(dock, qtbot)
    newest = root.findGroup("CrossEarth").children()[0]
    assert newest is not first
    assert newest.isVisible()
    assert not first.isVisible()


def test_a_map_is_visible_in_groups_of_the_user_too(dock, qtbot, scene) -> None:
    root = QgsProject.instance().layerTreeRoot()
    outer = root.insertGroup(0, "Mine")
    outer.addGroup("CrossEarth")
    other = outer.addGroup("Other")
    outer.setItemVisibilityChecked(False)
    run(dock, qtbot)
    assert root.findGroup("CrossEarth").children()[0].isVisible()
    assert not other.isVisible()


def test_a_raster_that_was_added_on_top_does_not_hide_its_map(
    dock, qtbot, scene, polygons, raster_factory
) -> None:
    root = QgsProject.instance().layerTreeRoot()
    run(dock, qtbot)
    other = QgsRasterLayer(str(raster_factory("other.tif")), "Other")
    QgsProject.instance().addMapLayer(other)
    assert tree_text(root) == "Other CrossEarth(Scene – Tiny) Fields Scene"
    dock.panel.raster_picker.combo.pick(other)
    run(dock, qtbot)
    assert tree_text(root) == "CrossEarth(Other – Tiny Scene – Tiny) Other Fields Scene"


def test_a_map_that_is_not_in_view_says_so(dock, qtbot, canvas, scene) -> None:
    told = []
    dock.news.connect(lambda text, _is_problem: told.append(text))
    run(dock, qtbot)
    assert told[-1] == "The map “Scene – Tiny” is ready."
    extent = scene.extent()
    canvas.setExtent(QgsRectangle(extent.xMaximum() + 500, 0, extent.xMaximum() + 900, 300))
    run(dock, qtbot)
    assert "out of view" in told[-1]
