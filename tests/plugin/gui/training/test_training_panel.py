from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsGeometry,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QLabel

from crossearth_qgis import paths, settings
from crossearth_qgis.gui.models import model_download
from crossearth_qgis.gui.training import rounds
from crossearth_qgis.gui.training.training_panel import TrainingPanel
from crossearth_qgis.layers import training_samples
from crossearth_qgis.layers.map_files import map_folder
from crossearth_qgis.layers.result_layers import MapOrigin, add_result_layers
from crossearth_qgis.shared import model_rounds
from tests.plugin.gui.cut_texts import cut_texts
from tests.plugin.support import write_model

BUNDLED = paths.BUNDLED_MODELS


@pytest.fixture
def make_training_panel(
    use_provider, fake_engine, qtbot, scene, tiny_model
) -> Iterator[Callable[[str], TrainingPanel]]:
    """Return a maker of panels whose engine behaves as told."""
    panels = []
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.setCurrentLayer(scene)

    def make(behaviour: str = "learn") -> TrainingPanel:
        panel = TrainingPanel(use_provider(fake_engine(behaviour)), canvas)
        panel.follow_project()
        qtbot.addWidget(panel)
        panels.append(panel)
        return panel

    yield make
    for panel in panels:
        panel.stop()


def draw(layer: QgsVectorLayer, name: str | int, west: float) -> None:
    feature = QgsFeature(layer.fields())
    feature["class"] = name
    east, north, south = west + 20, 2_000_000, 1_999_980
    feature.setGeometry(
        QgsGeometry.fromWkt(
            f"POLYGON(({west} {north},{east} {north},{east} {south},{west} {south},{west} {north}))"
        )
    )
    layer.addFeature(feature)


def draw_two_classes(panel: TrainingPanel, qtbot, folder: Path) -> None:
    layer = panel.create_samples(folder / "samples.gpkg")
    layer.startEditing()
    draw(layer, "Water", 500_000)
    draw(layer, "Trees", 500_100)
    qtbot.waitUntil(panel.quick_button.isEnabled, timeout=5_000)


@pytest.fixture
def drawn(make_training_panel, qtbot, tmp_path) -> TrainingPanel:
    """Return a panel with two classes drawn and not saved yet."""
    panel = make_training_panel()
    draw_two_classes(panel, qtbot, tmp_path)
    return panel


def texts(panel: TrainingPanel, column: int) -> list[str]:
    table = panel.class_table
    return [table.item(row, column).text() for row in range(table.rowCount())]


def test_without_samples_the_panel_says_how_to_begin(make_training_panel) -> None:
    panel = make_training_panel()
    assert not panel.quick_button.isEnabled()
    assert "create one" in panel.footer_hint.text()
    assert panel.class_table.isHidden()


def test_a_new_layer_offers_the_classes_of_the_model(make_training_panel, tmp_path) -> None:
    panel = make_training_panel()
    layer = panel.create_samples(tmp_path / "samples.gpkg")
    assert QgsProject.instance().mapLayer(layer.id()) is layer
    assert panel.samples_combo.currentLayer() is layer
    assert texts(panel, 1) == ["Water", "Trees"]
    assert panel.name_edit.placeholderText() == f"Scene {date.today().isoformat()}"
    assert "at least two classes" in panel.footer_hint.text()


def test_what_is_drawn_is_counted_while_it_is_not_saved(drawn) -> None:
    assert texts(drawn, 2) == ["1", "1"]
    assert texts(drawn, 3) == ["4", "4"]
    assert "Few samples" in drawn.samples_hint.text()


def test_drawing_puts_the_layer_in_editing_with_the_class_chosen(drawn, qtbot) -> None:
    layer = drawn.samples_combo.currentLayer()
    drawn.class_table.select_class("Trees")
    with qtbot.waitSignal(drawn.draw_requested) as request:
        drawn.draw_button.click()
    assert request.args == [layer]
    assert layer.isEditable()
    index = layer.fields().lookupField("class")
    assert layer.defaultValue(index) == "Trees"
    drawn.class_table.select_class("Water")
    assert layer.defaultValue(index) == "Water"


def test_classes_are_added_renamed_and_removed(drawn) -> None:
    drawn.add_class("Rocks")
    assert texts(drawn, 1) == ["Water", "Trees", "Rocks"]
    drawn.class_table.item(2, 1).setText("Stones")
    assert texts(drawn, 1) == ["Water", "Trees", "Stones"]
    drawn.class_table.select_class("Stones")
    drawn.remove_class_button.click()
    assert texts(drawn, 1) == ["Water", "Trees"]


def test_a_class_with_polygons_stays(drawn) -> None:
    drawn.class_table.select_class("Water")
    drawn.remove_class_button.click()
    assert texts(drawn, 1) == ["Water", "Trees"]
    assert "samples" in drawn.footer_hint.text()


def drawn_classes(layer: QgsVectorLayer) -> list[str]:
    return [category.value() for category in layer.renderer().categories()]


def test_a_class_that_a_script_adds_is_drawn_too(drawn, qtbot) -> None:
    layer = drawn.samples_combo.currentLayer()
    drawn.class_table.set_color(0, "#123456")
    draw(layer, "Rocks", 500_050)
    qtbot.waitUntil(lambda: texts(drawn, 1) == ["Water", "Trees", "Rocks"], timeout=5_000)
    assert drawn_classes(layer) == ["Water", "Trees", "Rocks"]
    colors = [category.symbol().color().name() for category in layer.renderer().categories()]
    assert colors == [item.color for item in drawn.class_table.classes()]
    assert colors[0] == "#123456"
    setup = layer.editorWidgetSetup(layer.fields().lookupField("class"))
    assert {"Rocks": "Rocks"} in setup.config()["map"]


def test_classes_that_came_while_the_layer_was_not_chosen_are_drawn(
    make_training_panel, tmp_path, polygons
) -> None:
    panel = make_training_panel()
    layer = panel.create_samples(tmp_path / "samples.gpkg")
    panel.samples_combo.setLayer(polygons)
    feature = QgsFeature(layer.fields())
    feature["class"] = "Rocks"
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0,1 0,1 1,0 0))"))
    layer.dataProvider().addFeature(feature)
    panel.samples_combo.setLayer(layer)
    assert drawn_classes(layer) == ["Water", "Trees", "Rocks"]


def test_the_style_of_another_layer_stays(make_training_panel, polygons) -> None:
    renderer = polygons.renderer().dump()
    make_training_panel().samples_combo.setLayer(polygons)
    assert polygons.renderer().dump() == renderer


def test_new_samples_lie_on_top(make_training_panel, polygons, tmp_path) -> None:
    layer = make_training_panel().create_samples(tmp_path / "samples.gpkg")
    assert QgsProject.instance().layerTreeRoot().layerOrder()[0] is layer


def test_renaming_a_class_renames_what_was_drawn(drawn) -> None:
    drawn.class_table.item(0, 1).setText("Lake")
    layer = drawn.samples_combo.currentLayer()
    assert {feature["class"] for feature in layer.getFeatures()} == {"Lake", "Trees"}
    assert texts(drawn, 2) == ["1", "1"]


def test_a_field_of_numbers_keeps_them_when_a_class_gets_a_name(
    make_training_panel, project
) -> None:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32643&field=class:int", "Fields", "memory")
    layer.startEditing()
    for number in (1, 2):
        draw(layer, number, 500_000 + 50 * number)
    layer.commitChanges()
    project.addMapLayer(layer)
    panel = make_training_panel()
    panel.samples_combo.pick(layer)
    assert texts(panel, 1)[:2] == ["1", "2"]
    panel.class_table.item(0, 1).setText("water")
    assert "cannot hold the class “water”" in panel.footer_hint.text()
    assert texts(panel, 1)[:2] == ["1", "2"]
    assert [feature["class"] for feature in layer.getFeatures()] == [1, 2]


def own_layer(project, renderer: QgsFeatureRenderer) -> QgsVectorLayer:
    """Return somebody's layer of fields, with their own look."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32643&field=class:string", "Mine", "memory")
    layer.startEditing()
    for name, west in (("Wheat", 500_000), ("Maize", 500_100)):
        draw(layer, name, west)
    assert layer.commitChanges()
    layer.setRenderer(renderer)
    project.addMapLayer(layer)
    return layer


def test_renaming_and_recolouring_leave_the_look_of_another_layer(
    make_training_panel, project
) -> None:
    hatched = QgsFillSymbol.createSimple({"style": "b_diagonal", "color": "#aa0000"})
    layer = own_layer(project, QgsSingleSymbolRenderer(hatched))
    panel = make_training_panel()
    panel.samples_combo.pick(layer)
    panel.field_combo.setField("class")
    row = [item.name for item in panel.class_table.classes()].index("Wheat")
    panel.class_table.set_color(row, "#123456")
    panel.class_table.item(row, 1).setText("Barley")
    assert isinstance(layer.renderer(), QgsSingleSymbolRenderer)
    assert layer.renderer().symbol().color().name() == "#aa0000"
    assert {feature["class"] for feature in layer.getFeatures()} == {"Barley", "Maize"}
    # Another panel, another day.
    classes = {item.name: item.color for item in training_samples.read_classes(layer, "class")}
    assert classes["Barley"] == "#123456"
    assert "Wheat" not in classes


def test_symbols_of_classes_stay_when_these_get_another_name_or_colour(
    make_training_panel, project
) -> None:
    def hatched(color: str) -> QgsFillSymbol:
        return QgsFillSymbol.createSimple({"style": "b_diagonal", "color": color})

    categories = [
        QgsRendererCategory("Wheat", hatched("#aa0000"), "Winter wheat"),
        QgsRendererCategory("Maize", hatched("#00aa00"), "Maize"),
        QgsRendererCategory("", hatched("#0000aa"), "all others"),
    ]
    layer = own_layer(project, QgsCategorizedSymbolRenderer("class", categories))
    panel = make_training_panel()
    panel.samples_combo.pick(layer)
    panel.field_combo.setField("class")
    names = [item.name for item in panel.class_table.classes()]
    panel.class_table.set_color(names.index("Wheat"), "#123456")
    panel.class_table.item(names.index("Maize"), 1).setText("Corn")
    drawn = {
        str(item.value()): (item.label(), item.symbol().color().name(), hatch(item))
        for item in layer.renderer().categories()
    }
    assert drawn["Wheat"] == ("Winter wheat", "#123456", "b_diagonal")
    assert drawn["Corn"] == ("Corn", "#00aa00", "b_diagonal")
    assert drawn[""] == ("all others", "#0000aa", "b_diagonal")
    assert "Maize" not in drawn


def hatch(category: QgsRendererCategory) -> str:
    return category.symbol().symbolLayer(0).properties()["style"]


def test_two_classes_of_one_name_are_refused(drawn) -> None:
    drawn.class_table.item(0, 1).setText("Trees")
    assert texts(drawn, 1) == ["Water", "Trees"]


def test_another_colour_goes_into_the_style(drawn) -> None:
    drawn.class_table.set_color(0, "#123456")
    category = drawn.samples_combo.currentLayer().renderer().categories()[0]
    assert category.symbol().color().name() == "#123456"


def test_a_quick_adaptation_shows_accuracy_and_offers_the_model(
    drawn, fake_engine, qtbot, home
) -> None:
    write_model(home / "models" / "mine")
    with qtbot.waitSignal(drawn.adapted, timeout=10_000) as adapted:
        drawn.quick_button.click()
        assert drawn.stop_button.isVisibleTo(drawn)
    samples_id = drawn.samples_combo.currentLayer().id()
    assert adapted.args == ["mine", drawn.raster_picker.value(), samples_id, True]
    assert drawn.footer_hint.text() == "The model “mine” is ready."
    assert drawn.result_label.text().endswith("it is 83 % sure and 64 % right.")
    assert drawn.warning_hint.text() == "Only 3 pixels are Trees."
    arguments = next(m for m in fake_engine.requests() if m["type"] == "run")["arguments"]
    assert arguments["name"] == f"Scene {date.today().isoformat()}"
    assert "recipe" not in arguments  # the engine's own, which is quick
    assert arguments["colors"] == {"Water": "#0000ff", "Trees": "#00ff00"}
    samples = QgsVectorLayer(arguments["polygons"], "Sent", "ogr")
    assert {feature["class"] for feature in samples.getFeatures()} == {"Water", "Trees"}
    assert drawn.accuracy_table.item(0, 3).text() == "0.75"
    assert drawn.accuracy_table.item(1, 3).text() == "–"
    assert "0.500" in drawn.curves.accessibleDescription()
    assert drawn.quick_button.isVisibleTo(drawn)
    assert drawn.report_button.isVisibleTo(drawn)


def test_a_model_of_bands_alone_can_be_the_start(drawn) -> None:
    drawn.model_picker.set_value("bands")
    assert drawn.parameters("quick")["MODEL"] == "bands"
    assert drawn.quick_button.isEnabled()
    drawn.model_picker.reload()
    assert drawn.model_picker.value() == "bands"


def test_training_passes_its_options_on(drawn, fake_engine, qtbot) -> None:
    settings.agree_to_torch()
    drawn.steps_spin.setValue(40)
    drawn.seed_spin.setValue(7)
    drawn.resume_box.setChecked(True)
    drawn.name_edit.setText("My model")
    with qtbot.waitSignal(drawn.adapted, timeout=10_000):
        drawn.train_button.click()
    arguments = next(m for m in fake_engine.requests() if m["type"] == "run")["arguments"]
    expected = {"recipe": "full", "steps": 40, "seed": 7, "resume": True, "name": "My model"}
    assert {name: arguments[name] for name in expected} == expected


def test_stopping_brings_the_buttons_back(make_training_panel, qtbot, tmp_path) -> None:
    panel = make_training_panel("wait-for-cancel")
    draw_two_classes(panel, qtbot, tmp_path)
    with qtbot.waitSignal(panel._runner.progress_changed, timeout=10_000):
        panel.quick_button.click()
    assert panel.run_progress.isVisibleTo(panel)
    assert not panel.quick_button.isVisibleTo(panel)
    assert not panel.rounds.isEnabled()
    with qtbot.waitSignal(panel._runner.canceled, timeout=10_000):
        panel.stop_button.click()
        assert not panel.stop_button.isEnabled()
    assert panel.rounds.isEnabled()
    assert not panel.run_progress.isVisibleTo(panel)
    assert not panel.stop_button.isVisibleTo(panel)
    assert panel.quick_button.isEnabled()
    assert "stopped" in panel.footer_hint.text()


def test_a_failure_is_told_and_the_panel_is_usable_again(
    make_training_panel, qtbot, tmp_path
) -> None:
    panel = make_training_panel("fail")
    draw_two_classes(panel, qtbot, tmp_path)
    with qtbot.waitSignal(panel._runner.failed, timeout=10_000):
        panel.quick_button.click()
    assert "truncated" in panel.footer_hint.text()
    assert panel.quick_button.isEnabled()
    panel.seed_spin.setValue(7)
    panel._check()
    assert "truncated" in panel.footer_hint.text()


def test_a_layer_that_is_removed_is_forgotten(drawn, qtbot) -> None:
    QgsProject.instance().removeMapLayer(drawn.samples_combo.currentLayer().id())
    qtbot.wait(400)
    assert not drawn.quick_button.isEnabled()


def test_the_form_fits_a_narrow_column(language, drawn) -> None:
    assert drawn.minimumSizeHint().width() <= 280
    drawn.show()
    drawn.resize(280, 900)
    form = drawn.scroll_area.widget()
    assert form.minimumSizeHint().width() <= drawn.scroll_area.width()


@pytest.mark.parametrize("width", [300, 340])
def test_nothing_is_cut(width, language, drawn) -> None:
    drawn.options_group.setCollapsed(False)
    drawn.map_progress.start()
    drawn.accuracy_table.set_classes([{"name": "Water", "precision": 1.0, "recall": 0.5}])
    drawn.accuracy_table.show()
    drawn.result_group.show()
    drawn.resize(width, 1200)
    drawn.show()
    QApplication.processEvents()
    assert cut_texts(drawn) == []
    table = drawn.accuracy_table
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance("Water")


@pytest.mark.parametrize("gone", ["ab", "bz", "z", "a"])
def test_the_form_is_of_the_layer_that_takes_the_place_of_removed_ones(
    make_training_panel, qtbot, tmp_path, gone
) -> None:
    project, context = QgsProject.instance(), QgsProject.instance().transformContext()
    crs = QgsCoordinateReferenceSystem("EPSG:32643")
    for name in ("a", "b", "z"):
        layer = training_samples.create_layer(tmp_path / f"{name}.gpkg", crs, [], context)
        project.addMapLayer(layer)
    project.write(str(tmp_path / "project.qgz"))
    project.clear()
    for name in gone:
        (tmp_path / f"{name}.gpkg").unlink()
    panel = make_training_panel()
    project.read(str(tmp_path / "project.qgz"))
    qtbot.waitUntil(lambda: not panel._project_state.is_waiting)
    panel.samples_combo.setLayer(project.mapLayersByName(gone[-1])[0])
    project.removeMapLayers([project.mapLayersByName(name)[0].id() for name in gone])
    left = panel.samples_combo.currentLayer()
    assert left.isValid()
    assert panel.field_combo.currentField() == "class"
    assert "Choose a layer" not in panel.footer_hint.text()


def test_every_mnemonic_leads_somewhere(make_training_panel) -> None:
    panel = make_training_panel()
    for label in panel.findChildren(QLabel):
        if "&" in label.text():
            assert label.buddy() is not None, label.text()


def write_round(home: Path, name: str, number: int, weights: bytes) -> Path:
    """Do with the models what an adaptation does."""
    folder = home / "models" / name
    model_rounds.keep_round(folder)
    shutil.rmtree(folder, ignore_errors=True)
    write_model(folder, **{"crossearth:origin": {"round": number}})
    (folder / "model.onnx").write_bytes(weights)
    return folder


def test_a_model_of_another_project_keeps_its_name(make_training_panel, home) -> None:
    day = date.today().isoformat()
    write_round(home, f"scene-{day}", 1, b"of another project")
    panel = make_training_panel()
    assert panel.name_edit.placeholderText() == f"Scene {day} 2"
    assert panel.rounds.isHidden()


def test_a_model_stays_the_same_over_days_of_a_project(drawn, qtbot, tmp_path, monkeypatch) -> None:
    name = drawn.name_edit.placeholderText()
    with qtbot.waitSignal(drawn.adapted, timeout=10_000):
        drawn.quick_button.click()
    drawn.samples_combo.currentLayer().commitChanges()
    QgsProject.instance().write(str(tmp_path / "project.qgz"))
    QgsProject.instance().clear()
    assert drawn.name_edit.placeholderText() == ""
    monkeypatch.setattr(rounds, "fresh_name", lambda raster: f"{raster} tomorrow")
    QgsProject.instance().read(str(tmp_path / "project.qgz"))
    qtbot.waitUntil(lambda: drawn.name_edit.placeholderText() == name)


def test_the_panel_goes_back_to_an_earlier_round(make_training_panel, home, qtbot) -> None:
    for number, weights in enumerate((b"one", b"two", b"three"), 1):
        folder = write_round(home, "mine", number, weights)
    panel = make_training_panel()
    panel.name_edit.setText("Mine")
    assert not panel.rounds.isHidden()
    assert "round 3" in panel.rounds.label.text()
    assert "of 1 GB" in panel.rounds.label.text()
    actions = panel.rounds.menu.actions()
    assert [action.text() for action in actions] == ["Back to Round 2", "Back to Round 1"]
    with qtbot.waitSignal(panel.adapted) as adapted:
        actions[0].trigger()
    assert adapted.args[0] == "mine"
    assert panel.footer_hint.text() == "Round 2 is the model “mine” again."
    assert (folder / "model.onnx").read_bytes() == b"two"
    assert [action.text() for action in panel.rounds.menu.actions()] == [
        "Back to Round 3",
        "Back to Round 1",
    ]


def test_qgis_goes_on_while_a_round_is_brought_back(
    make_training_panel, home, qtbot, monkeypatch
) -> None:
    threads = []
    monkeypatch.setattr(
        model_rounds, "go_back", lambda *_arguments: threads.append(threading.current_thread())
    )
    for number in (1, 2):
        write_round(home, "mine", number, b"x")
    panel = make_training_panel()
    panel.name_edit.setText("mine")
    with qtbot.waitSignal(panel.rounds.went_back):
        panel.rounds.menu.actions()[0].trigger()
        assert not panel.rounds.back_button.isEnabled()
        panel.rounds.go_back(1)
    assert panel.rounds.back_button.isEnabled()
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


def test_nothing_is_adapted_nor_mapped_for_somebody_else_while_a_round_comes_back(
    make_training_panel, home, qtbot, monkeypatch
) -> None:
    goes_on = threading.Event()
    monkeypatch.setattr(model_rounds, "go_back", lambda *_arguments: goes_on.wait(10))
    for name in ("mine", "other"):
        for number in (1, 2):
            write_round(home, name, number, b"x")
    panel = make_training_panel()
    panel.name_edit.setText("mine")
    maps = []
    panel.adapted.connect(lambda model_id, *_rest: maps.append(model_id))
    panel.rounds.go_back(1)
    assert "being brought back" in panel.footer_hint.text()
    assert not panel.quick_button.isEnabled()
    panel.name_edit.setText("other")
    goes_on.set()
    with qtbot.waitSignal(panel.rounds.busy_changed):
        pass
    assert "being brought back" not in panel.footer_hint.text()
    assert maps == []
    with qtbot.waitSignal(panel.rounds.went_back):
        panel.rounds.go_back(1)
    assert maps == ["other"]


def test_a_round_that_cannot_be_brought_back_is_told(make_training_panel, home, qtbot) -> None:
    for number in (1, 2):
        folder = write_round(home, "mine", number, b"x")
    panel = make_training_panel()
    panel.name_edit.setText("mine")
    shutil.rmtree(model_rounds.rounds_folder(folder))
    with qtbot.waitSignal(panel.rounds.failed):
        panel.rounds.menu.actions()[0].trigger()
    assert "Round 1 cannot be brought back" in panel.footer_hint.text()


def map_of(scene: QgsRasterLayer, labels: list[str]) -> QgsRasterLayer:
    """Add a class map of a scene to the project, as a run does."""
    layer = QgsRasterLayer(scene.source(), "A map")
    palette = [
        QgsPalettedRasterRenderer.Class(value, QColor("#112233"), label)
        for value, label in enumerate(labels, 1)
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, palette))
    add_result_layers(layer, [], MapOrigin("Scene", scene.id(), "Tiny"))
    return layer


def test_classes_of_field_model_and_map_are_listed_together(
    make_training_panel, scene, polygons, tmp_path, home
) -> None:
    map_of(scene, ["Old map"])
    map_of(scene, ["Road", "water"])
    panel = make_training_panel()
    layer = QgsVectorLayer("Polygon?crs=EPSG:32643&field=class:string", "Field work", "memory")
    feature = QgsFeature(layer.fields())
    feature["class"] = "Pond"
    feature.setGeometry(
        QgsGeometry.fromWkt(
            "POLYGON((500000 1999980,500020 1999980,500020 2000000,500000 1999980))"
        )
    )
    layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    look = layer.renderer().dump()
    panel.samples_combo.pick(layer)
    panel.field_combo.setField("class")
    assert texts(panel, 1) == ["Pond", "Water", "Trees", "Road"]
    assert texts(panel, 2) == ["1", "0", "0", "0"]
    assert layer.renderer().dump() == look
    panel.model_picker.set_value("bands")
    assert texts(panel, 1) == ["Pond", "Road", "water"]


def test_a_suggested_class_that_is_drawn_becomes_one_of_the_samples(
    make_training_panel, scene, tmp_path, qtbot
) -> None:
    panel = make_training_panel()
    layer = panel.create_samples(tmp_path / "samples.gpkg")
    map_of(scene, ["Road", "Rock"])
    panel.model_picker.model_changed.emit()
    assert texts(panel, 1) == ["Water", "Trees", "Road", "Rock"]
    assert drawn_classes(layer) == ["Water", "Trees"]
    panel.class_table.select_class("Road")
    panel.draw()
    assert drawn_classes(layer) == ["Water", "Trees", "Road"]
    assert layer.defaultValue(layer.fields().lookupField("class")) == "Road"
    draw(layer, "Rock", 500_000)
    qtbot.waitUntil(lambda: drawn_classes(layer)[-1] == "Rock", timeout=5_000)
    assert texts(panel, 2)[-1] == "1"


def test_a_suggestion_that_was_removed_stays_away(make_training_panel, scene, tmp_path) -> None:
    map_of(scene, ["Road", "Rock"])
    panel = make_training_panel()
    panel.create_samples(tmp_path / "samples.gpkg")
    for name in ("Road", "Water"):
        panel.class_table.select_class(name)
        panel.remove_class_button.click()
    panel.model_picker.model_changed.emit()
    assert texts(panel, 1) == ["Trees", "Rock"]


def test_what_was_drawn_last_can_be_taken_back(drawn, qtbot) -> None:
    layer = drawn.samples_combo.currentLayer()
    assert drawn.undo_button.isEnabled()
    drawn.undo_button.click()
    qtbot.waitUntil(lambda: texts(drawn, 2) == ["1", "0"], timeout=5_000)
    drawn.undo_button.click()
    qtbot.waitUntil(lambda: not drawn.undo_button.isEnabled(), timeout=5_000)
    assert layer.featureCount() == 0
    drawn.undo_button.click()
    assert layer.featureCount() == 0


def test_points_are_samples_too(make_training_panel, qtbot, tmp_path) -> None:
    layer = QgsVectorLayer("Point?crs=EPSG:32643&field=class:string", "Field work", "memory")
    QgsProject.instance().addMapLayer(layer)
    panel = make_training_panel()
    panel.samples_combo.pick(layer)
    panel.field_combo.setField("class")
    panel.add_class("Pond")
    assert "Pond" in [item.name for item in panel.class_table.classes()]
    panel.draw()
    assert "where there is a Pond" in panel.footer_hint.text()
    for name, east in (("Pond", 500_005), ("Pond", 500_015), ("Road", 500_055)):
        feature = QgsFeature(layer.fields())
        feature["class"] = name
        feature.setGeometry(QgsGeometry.fromWkt(f"POINT({east} 1999995)"))
        layer.addFeature(feature)
    qtbot.waitUntil(panel.quick_button.isEnabled, timeout=5_000)
    rows = dict(zip(texts(panel, 1), zip(texts(panel, 2), texts(panel, 3))))
    assert rows["Pond"] == ("2", "2")
    assert rows["Road"] == ("1", "1")


def test_samples_that_are_there_are_not_written_over(
    make_training_panel, tmp_path, monkeypatch
) -> None:
    panel = make_training_panel()
    layer = panel.create_samples(tmp_path / "samples.gpkg")
    layer.startEditing()
    draw(layer, "Water", 500_000)
    layer.commitChanges()
    offered = []

    def choose(_parent, _title, path: str, *_rest, **_options) -> tuple[str, str]:
        offered.append(Path(path).name)
        return str(tmp_path / "samples.gpkg"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    QgsProject.instance().write(str(tmp_path / "town.qgz"))
    panel.new_polygons_action.trigger()
    assert offered == ["samples_2.gpkg"]
    assert "is there already" in panel.footer_hint.text()
    assert layer.featureCount() == 1
    assert len(QgsProject.instance().mapLayersByName("samples")) == 1


def test_the_raster_that_is_drawn_on_stays_chosen(drawn, raster_factory) -> None:
    scene = drawn.raster_picker.layer()
    other = QgsRasterLayer(str(raster_factory("other.tif")), "Other")
    QgsProject.instance().addMapLayer(other)
    drawn.class_table.select_class("Water")
    drawn.draw()
    drawn._canvas.setCurrentLayer(other)
    assert drawn.raster_picker.layer() is scene


def test_a_layer_of_points_can_be_made(make_training_panel, tmp_path, monkeypatch, qtbot) -> None:
    panel = make_training_panel()
    path = tmp_path / "places.gpkg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    panel.new_points_action.trigger()
    layer = panel.samples_combo.currentLayer()
    assert layer.name() == "places"
    assert training_samples.has_points(layer)
    assert texts(panel, 1) == ["Water", "Trees"]
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature["class"] = "Water"
    feature.setGeometry(QgsGeometry.fromWkt("POINT(500005 1999995)"))
    assert layer.addFeature(feature)
    assert layer.commitChanges()
    again = QgsVectorLayer(str(path), "again", "ogr")
    symbols = [item.symbol().type() for item in again.renderer().categories()]
    assert symbols == [QgsSymbol.SymbolType.Marker] * 2


@pytest.fixture
def published_models(tmp_path, monkeypatch) -> None:
    """Offer the published models."""
    (tmp_path / "shipped").mkdir()
    shutil.copy(BUNDLED / "catalog.json", tmp_path / "shipped")
    monkeypatch.setattr(paths, "BUNDLED_MODELS", tmp_path / "shipped")


def test_what_fits_the_bands_of_a_raster_is_proposed(
    make_training_panel, published_models, qtbot, tmp_path
) -> None:
    panel = make_training_panel()
    assert panel.model_proposal.isHidden()
    names = ["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B8A", "B9", "B11", "B12"]
    for name, bands in (("named", names), ("unnamed", [""] * 12)):
        path = tmp_path / f"{name}.tif"
        raster = gdal.GetDriverByName("GTiff").Create(str(path), 8, 8, len(bands), gdal.GDT_UInt16)
        raster.SetProjection(QgsCoordinateReferenceSystem("EPSG:32633").toWkt())
        raster.SetGeoTransform((500_000, 10, 0, 5_000_000, 0, -10))
        for index, band in enumerate(bands, 1):
            raster.GetRasterBand(index).SetDescription(band)
        del raster
        panel.raster_picker.set_file(str(path))
        if name == "named":
            text = panel.model_proposal.hint.text()
            assert text.startswith("“TerraMind 1.0 tiny, Sentinel-2 Level-2A” knows 12 of its 12")
            assert "was made for pixels of 10 m; these are of 10 m." in text
            assert re.search(r"It has to be downloaded first, .*MB\.$", text)
    assert "these 12 bands" in panel.model_proposal.hint.text()
    qtbot.mouseClick(panel.model_proposal.button, Qt.MouseButton.LeftButton)
    assert panel.model_picker.value() == "bands"
    assert panel.model_proposal.isHidden()


def test_a_network_to_start_from_is_downloaded_where_it_is_chosen(
    make_training_panel, published_models, home, qtbot, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(model_download, "may_use_torch", lambda _: True)
    panel = make_training_panel("install")
    draw_two_classes(panel, qtbot, tmp_path)
    assert panel.model_download.isHidden()
    panel.model_picker.set_value("terramind-tiny")
    assert not panel.quick_button.isEnabled()
    assert not panel.model_download.isHidden()
    # What the real engine leaves behind.
    write_model(home / "models" / "terramind-tiny", **{"mlm:name": "TerraMind"})
    with qtbot.waitSignal(panel.news, check_params_cb=lambda text, _: bool(text)) as news:
        panel.model_download.button.click()
    assert news.args == ["The model “TerraMind” is ready.", False]
    assert panel.model_download.isHidden()
    assert panel.model_picker.value() == "terramind-tiny"
    assert panel.quick_button.isEnabled()


def test_what_is_not_trained_itself_can_be_adapted_only(
    make_training_panel, home, qtbot, tmp_path
) -> None:
    """Nobody has to install PyTorch to be told so."""
    write_model(
        home / "models" / "encoder",
        **{"mlm:output": [{"name": "features"}], "crossearth:scores": "features"},
    )
    panel = make_training_panel()
    draw_two_classes(panel, qtbot, tmp_path)
    for value in ("bands", "encoder"):
        panel.model_picker.set_value(value)
        assert panel.model_picker.value() == value
        assert panel.quick_button.isEnabled()
        assert not panel.train_button.isEnabled()
        assert "use “Quick adapt”" in panel.train_button.toolTip()
    panel.model_picker.set_value("tiny")
    assert panel.train_button.isEnabled()
    assert panel.train_button.toolTip().startswith("Trains the model itself")


def test_a_model_is_not_downloaded_twice_at_a_time(
    make_training_panel, published_models, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(model_download, "may_use_torch", lambda _: True)
    panel = make_training_panel("wait-for-cancel")
    other = model_download.ModelDownload(panel)
    other.set_provider(panel._provider)
    panel.model_picker.set_value("terramind-tiny")
    other.set_model(panel.model_picker.model())
    other.button.click()
    panel.model_download.button.click()
    assert "already" in panel.model_download.hint.text()
    assert [other.is_running, panel.model_download.is_running] == [True, False]
    with qtbot.waitSignal(other._runner.canceled, timeout=10_000):
        other.stop()


def test_a_model_that_came_from_elsewhere_is_seen_when_the_page_is(
    make_training_panel, published_models, home, qtbot
) -> None:
    panel = make_training_panel()
    panel.model_picker.set_value("terramind-tiny")
    assert not panel.model_picker.model().is_on_disk
    write_model(home / "models" / "terramind-tiny")
    panel.show()
    assert panel.model_picker.model().is_on_disk
    assert panel.model_download.isHidden()


# A cluster


def test_a_cluster_is_offered_once_it_is_set_and_helps_to_adapt_quickly(
    drawn, qtbot, fake_engine, tmp_path
) -> None:
    assert drawn.cluster_combo.isHidden()
    settings.set_cluster("tls://gpu-box:8786")
    settings.set_cluster_tls("/home/me/tls")
    QApplication.sendEvent(drawn, QEvent(QEvent.Type.WindowActivate))
    assert not drawn.cluster_combo.isHidden()
    assert "CLUSTER" not in drawn.parameters("quick")
    drawn.cluster_combo.setCurrentIndex(1)
    # Training itself is not for others, and that is said before it is pressed.
    assert drawn.quick_button.isEnabled()
    assert not drawn.train_button.isEnabled()
    assert "recipe full trains on this computer" in drawn.footer_hint.text()
    assert "CLUSTER" not in drawn.parameters("full")
    drawn.run("full")
    drawn.model_picker.set_value("bands")
    assert not drawn.quick_button.isEnabled()
    assert "bands alone" in drawn.footer_hint.text()
    drawn.run("quick")
    assert not [request for request in fake_engine.requests() if request["type"] == "run"]
    drawn.model_picker.set_value("tiny")
    with qtbot.waitSignal(drawn.adapted, timeout=20_000):
        drawn.run("quick")
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    told = run["arguments"]
    assert (told["cluster"], told["tls"]) == ("tls://gpu-box:8786", "/home/me/tls")
    assert Path(told["scratch"]) == map_folder(drawn.raster_picker.layer()).path


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"RECIPE": "full"}, "recipe full trains on this computer"),
        ({"MODEL": "bands"}, "bands alone"),
        ({"MODEL": "tiny,tiny"}, "several models at once"),
        ({"SCRATCH": ""}, "Name a folder"),
    ],
)
def test_what_a_cluster_does_not_adapt_is_said_at_once(
    drawn, change: dict[str, str], words: str
) -> None:
    parameters = drawn.parameters("quick") | {"CLUSTER": "tls://gpu-box:8786", "SCRATCH": "/data"}
    algorithm, context = drawn._algorithm(), QgsProcessingContext()
    context.setProject(QgsProject.instance())
    assert algorithm.checkParameterValues(parameters, context)[0]
    is_good, problem = algorithm.checkParameterValues({**parameters, **change}, context)
    assert not is_good
    assert words in problem
    alone = {**parameters, **change, "CLUSTER": ""}
    assert algorithm.checkParameterValues(alone, context)[0]


def test_numbers_are_learned_of_a_numeric_field(make_training_panel, project) -> None:
    panel = make_training_panel()
    plots = QgsVectorLayer(
        "Point?crs=EPSG:32633&field=height:double&field=note:string", "plots", "memory"
    )
    symbols = plots.renderer().dump()
    project.addMapLayer(plots)
    panel.samples_combo.pick(plots)
    panel.kind_combo.setCurrentIndex(1)
    offered = [panel.field_combo.itemText(i) for i in range(panel.field_combo.count())]
    assert offered == ["height"]
    assert panel.quick_button.isEnabled()
    assert not panel.train_button.isEnabled()
    assert panel.class_table.isHidden()
    parameters = panel.parameters("quick")
    assert (parameters["CLASS_FIELD"], parameters["NUMBERS"]) == ("height", True)
    assert "COLORS" not in parameters
    assert plots.renderer().dump() == symbols
    state = panel.state()
    panel.set_state({})
    assert "NUMBERS" not in panel.parameters("quick")
    panel.set_state(state)
    assert panel.parameters("quick")["CLASS_FIELD"] == "height"
