from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
    QgsTask,
)
from qgis.PyQt.QtCore import QEvent, Qt, QTranslator
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from crossearth_qgis import settings
from crossearth_qgis.gui.segment import segment_panel
from crossearth_qgis.gui.widgets import opening
from crossearth_qgis.processing.segmentation_options import option_rows
from tests.plugin.gui.cut_texts import cut_texts
from tests.plugin.support import write_model


def says_something(sentence: str, _is_problem: bool) -> bool:
    """Wait for news that say something; a run starts with taking the old ones away."""
    return bool(sentence)


def test_the_setup_is_shown_while_there_is_no_engine(make_panel, monkeypatch) -> None:
    panel = make_panel()
    assert panel.pages.currentWidget() is panel.segment_page
    monkeypatch.delenv("CROSSEARTH_ENGINE_PYTHON")
    panel.show_right_page()
    assert panel.pages.currentWidget() is panel.setup_page


def test_the_panel_looks_again_for_the_engine_when_it_is_shown(make_panel, monkeypatch) -> None:
    panel = make_panel()
    monkeypatch.delenv("CROSSEARTH_ENGINE_PYTHON")
    panel.show()
    assert panel.pages.currentWidget() is panel.setup_page


def test_without_a_raster_there_is_advice_and_nothing_to_run(make_panel) -> None:
    panel = make_panel()
    assert not panel.run_button.isEnabled()
    assert "raster" in panel.footer_hint.text()


def test_the_active_raster_is_chosen_until_the_user_chooses_one(
    make_panel, scene, raster_factory
) -> None:
    panel = make_panel()
    other = QgsRasterLayer(str(raster_factory("other.tif")), "Another")
    third = QgsRasterLayer(str(raster_factory("third.tif")), "Third")
    QgsProject.instance().addMapLayers([other, third])

    panel.test_canvas.setCurrentLayer(other)
    assert panel.raster_picker.layer() is other
    panel.test_canvas.setCurrentLayer(third)
    assert panel.raster_picker.layer() is third

    panel.raster_picker.combo.setLayer(scene)
    panel.raster_picker.combo.activated.emit(panel.raster_picker.combo.currentIndex())
    panel.test_canvas.setCurrentLayer(other)
    assert panel.raster_picker.layer() is scene


def test_a_raster_outside_the_project_can_be_chosen(make_panel, scene, raster_factory) -> None:
    panel = make_panel()
    path = str(raster_factory("outside.tif"))
    panel.raster_picker.set_file(path)
    assert panel.raster_picker.layer().source() == path
    assert panel.parameters()["INPUT"] == path
    assert panel.run_button.isEnabled()


def test_the_whole_layer_needs_neither_extent_nor_mask(make_panel, scene, tmp_path) -> None:
    parameters = make_panel().parameters()
    assert parameters == {
        "INPUT": scene.id(),
        "MODEL": "tiny",
        "JOIN": "taper",
        "DEVICE": "auto",
        "OUTPUT": str(tmp_path / "Scene_tiny.tif"),
        "BANDS": [1, 2, 3],
    }


def test_a_cluster_is_offered_once_it_is_set_and_taken_when_chosen(make_panel, scene) -> None:
    panel = make_panel()
    experts = panel.expert_group
    assert experts.cluster_combo.isHidden()
    assert experts.cluster_label.isHidden()
    what = experts.cluster_combo.toolTip()
    settings.set_cluster("tls://gpu-box:8786")
    experts.follow_settings()
    assert not experts.cluster_combo.isHidden()
    # It may be cut in a narrow panel.
    assert "tls://gpu-box:8786" in experts.cluster_combo.toolTip()
    assert what.removeprefix("<span>") in experts.cluster_combo.toolTip()
    tip = experts.cluster_combo.itemData(1, Qt.ItemDataRole.ToolTipRole)
    assert tip == "<span>tls://gpu-box:8786</span>"
    assert "CLUSTER" not in panel.parameters()
    experts.cluster_combo.setCurrentIndex(1)
    experts.follow_settings()
    assert panel.parameters()["CLUSTER"] == "tls://gpu-box:8786"
    assert "DEVICE" not in panel.parameters()
    assert not experts.device_combo.isEnabled()
    settings.set_cluster("")
    experts.follow_settings()
    assert experts.cluster_combo.isHidden()
    assert experts.cluster_combo.toolTip() == what
    assert panel.parameters()["DEVICE"] == "auto"


def test_the_visible_canvas_is_an_extent_with_its_crs(make_panel, scene) -> None:
    panel = make_panel()
    panel.test_canvas.setDestinationCrs(scene.crs())
    panel.test_canvas.setExtent(QgsRectangle(500_000, 1_999_900, 500_100, 2_000_000))
    panel.area_picker.combo.setCurrentIndex(1)
    extent = panel.parameters()["EXTENT"]
    assert extent.contains(QgsRectangle(500_000, 1_999_900, 500_100, 2_000_000))
    assert extent.crs() == scene.crs()


def test_polygons_are_a_mask_and_may_be_only_the_selected(make_panel, scene, polygons) -> None:
    panel = make_panel()
    panel.area_picker.combo.setCurrentIndex(2)
    assert not panel.area_picker.polygon_combo.isHidden()
    assert panel.parameters()["MASK"].source.staticValue() == polygons.id()
    assert not panel.parameters()["MASK"].selectedFeaturesOnly

    panel.area_picker.selected_only_box.setChecked(True)
    assert not panel.run_button.isEnabled()
    assert "Fields" in panel.footer_hint.text()
    polygons.selectByIds([1])
    assert panel.run_button.isEnabled()
    assert panel.parameters()["MASK"].selectedFeaturesOnly


def test_polygons_without_a_polygon_layer_cannot_run(make_panel, scene) -> None:
    panel = make_panel()
    panel.area_picker.combo.setCurrentIndex(2)
    assert not panel.run_button.isEnabled()
    assert "polygon" in panel.footer_hint.text()


def test_a_polygon_layer_may_be_removed_while_it_is_chosen(make_panel, scene, polygons) -> None:
    panel = make_panel()
    panel.area_picker.combo.setCurrentIndex(2)
    QgsProject.instance().removeMapLayer(polygons)
    assert not panel.run_button.isEnabled()


def test_the_model_fills_the_expert_options_and_reset_brings_them_back(make_panel, scene) -> None:
    panel = make_panel()
    assert (panel.expert_group.window_box.value(), panel.expert_group.overlap_box.value()) == (
        64,
        16,
    )
    panel.expert_group.window_box.setValue(128)
    panel.expert_group.overlap_box.setValue(100)
    panel.expert_group.join_combo.setCurrentIndex(1)
    panel.expert_group.gsd_box.setValue(0.5)
    panel.expert_group.band_mapping.combos()[0].setBand(3)
    panel.expert_group.device_combo.setEditText("cuda:1")
    changed = panel.parameters()
    assert (changed["WINDOW_SIZE"], changed["OVERLAP"]) == (128, 100)
    assert (changed["JOIN"], changed["DEVICE"]) == ("average", "cuda:1")
    assert changed["BANDS"] == [3, 2, 3]
    assert changed["GSD"] == 0.5

    panel.expert_group.reset_button.click()
    restored = panel.parameters()
    assert not {"WINDOW_SIZE", "OVERLAP"} & set(restored)
    assert (restored["JOIN"], restored["DEVICE"]) == ("taper", "auto")
    assert restored["BANDS"] == [1, 2, 3]
    assert "GSD" not in restored


def test_a_device_of_the_options_is_offered_unless_another_was_chosen(make_panel, scene) -> None:
    panel = make_panel()
    settings.set_device("cpu")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.WindowActivate))
    assert panel.parameters()["DEVICE"] == "cpu"
    panel.expert_group.device_combo.setCurrentText("gpu:1")
    settings.set_device("auto")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.WindowActivate))
    assert panel.parameters()["DEVICE"] == "gpu:1"


def test_what_was_set_for_a_model_stays_when_there_are_other_models(
    make_panel, scene, home
) -> None:
    panel = make_panel()
    panel.expert_group.gsd_box.setValue(0.5)
    panel.expert_group.tta_box.setChecked(True)
    table = panel.map_options.class_table
    table.item(0, 1).setText("mine")
    before = panel.parameters()
    write_model(home / "models" / "zebra", **{"mlm:name": "Zebra"})
    panel.model_picker.reload()
    assert panel.parameters() == before
    panel.model_picker.set_value("zebra")
    assert "TTA" not in panel.parameters()
    assert table.item(0, 1).text() != "mine"


def test_further_expert_options_are_said_when_they_are_set(make_panel, scene) -> None:
    panel = make_panel()
    experts = panel.expert_group
    unset = set(panel.parameters())
    experts.grid_combo.setCurrentIndex(1)
    experts.precision_combo.setCurrentIndex(experts.precision_combo.findData("bf16"))
    experts.stretch_edit.setText("2%,98%")
    experts.nodata_edit.setText("0")
    experts.scales_edit.setText("0.75,1")
    switches = (experts.tta_box, experts.resume_box, experts.keep_partial_box)
    for box in (experts.match_box, *switches):
        box.setChecked(True)
    changed = panel.parameters()
    assert {name: changed[name] for name in set(changed) - unset} == {
        "GRID": "model",
        "PRECISION": "bf16",
        "STRETCH": "2%,98%",
        "NODATA": "0",
        "SCALES": "0.75,1",
        "MATCH": True,
        "TTA": True,
        "RESUME": True,
        "KEEP_PARTIAL": True,
    }
    experts.reset_button.click()
    assert set(panel.parameters()) == unset


def test_the_pixel_size_may_be_said_where_no_crs_tells(make_panel, scene) -> None:
    panel = make_panel()
    experts = panel.expert_group
    assert not experts.pixel_size_box.isEnabled()
    assert experts.pixel_size_box.text() == "By its CRS"
    scene.setCrs(QgsCoordinateReferenceSystem())
    experts.set_layer(scene)
    assert experts.pixel_size_box.isEnabled()
    assert "PIXEL_SIZE" not in panel.parameters()
    experts.pixel_size_box.setValue(0.05)
    assert panel.parameters()["PIXEL_SIZE"] == 0.05
    experts.reset_button.click()
    assert "PIXEL_SIZE" not in panel.parameters()


def test_small_patches_and_classes_can_be_merged_away(make_panel, scene) -> None:
    panel = make_panel()
    options = panel.map_options
    assert [options.class_table.item(row, 0).text() for row in range(2)] == ["Water", "Trees"]
    options.area_box.setValue(25.5)
    options.majority_box.setValue(4)
    options.majority_box.editingFinished.emit()
    options.class_table.item(0, 1).setText("Blue, wet")
    assert {"MIN_AREA": 25.5, "MAJORITY": 3, "MERGE": '"Blue, wet"=Water'}.items() <= (
        panel.parameters().items()
    )
    options.class_table.item(1, 1).setText("Blue, wet")
    assert panel.parameters()["MERGE"] == '"Blue, wet"=Water,Trees'
    for row, name in enumerate(("Water", "  ")):
        options.class_table.item(row, 1).setText(name)
    assert "MERGE" not in panel.parameters()


def test_polygons_may_get_right_angles(make_panel, scene) -> None:
    panel = make_panel()
    options, wanted = panel.map_options, panel.output_choice.boxes["POLYGONS"]
    assert not options.simplify_box.isEnabled()
    assert options.class_table.isColumnHidden(2)
    wanted.setChecked(True)
    assert options.simplify_box.isEnabled()
    assert not options.class_table.isColumnHidden(2)
    assert not {"SIMPLIFY", "RIGHT_ANGLES"} & set(panel.parameters())
    options.simplify_box.setValue(0)
    options.class_table.item(0, 1).setText("Blue, wet")
    for row in range(2):
        options.class_table.item(row, 2).setCheckState(Qt.CheckState.Checked)
    assert panel.parameters()["SIMPLIFY"] == 0
    assert panel.parameters()["RIGHT_ANGLES"] == '"Blue, wet",Trees'
    kept = panel.state()
    wanted.setChecked(False)
    assert not {"SIMPLIFY", "RIGHT_ANGLES"} & set(panel.parameters())
    panel.set_state({})
    assert options.state()["right_angles"] == []
    panel.set_state(kept)
    assert panel.parameters()["RIGHT_ANGLES"] == '"Blue, wet",Trees'


def test_windows_are_left_to_the_run_where_the_model_states_several(
    make_panel, scene, tiny_model
) -> None:
    item = json.loads((tiny_model / "model.json").read_text())
    item["properties"]["crossearth:window_sizes"] = [48, 64, 80]
    (tiny_model / "model.json").write_text(json.dumps(item))
    panel = make_panel()
    options = panel.expert_group
    assert options.window_box.text() == "By the raster"
    assert not {"WINDOW_SIZE", "OVERLAP"} & set(panel.parameters())
    options.overlap_box.setValue(40)
    assert panel.parameters()["OVERLAP"] == 40
    assert "WINDOW_SIZE" not in panel.parameters()
    options.window_box.setValue(64)
    assert (panel.parameters()["WINDOW_SIZE"], panel.parameters()["OVERLAP"]) == (64, 40)
    options.reset_button.click()
    assert options.window_box.text() == "By the raster"
    assert options.overlap_box.value() == 16


def test_the_overlap_stays_below_the_window(make_panel, scene) -> None:
    panel = make_panel()
    panel.expert_group.overlap_box.setValue(60)
    panel.expert_group.window_box.setValue(48)
    assert panel.expert_group.overlap_box.value() == 47


def test_a_model_that_only_the_engine_can_read_keeps_its_own_values(
    make_panel, scene, tmp_path
) -> None:
    panel = make_panel()
    weights = tmp_path / "foreign.onnx"
    weights.write_bytes(b"not a network")
    panel.model_picker.set_value(str(weights))
    assert panel.parameters()["MODEL"] == str(weights)
    assert not {"BANDS", "WINDOW_SIZE", "OVERLAP"} & set(panel.parameters())
    assert not panel.expert_group.window_box.isEnabled()


def test_the_confidence_lies_beside_the_output(make_panel, scene, tmp_path) -> None:
    panel = make_panel()
    panel.output_choice.boxes["CONFIDENCE"].setChecked(True)
    panel.output_choice.temporary_box.setChecked(True)
    assert panel.parameters()["CONFIDENCE"] == "TEMPORARY_OUTPUT"
    panel.output_choice.temporary_box.setChecked(False)
    panel.output_choice.file_widget.setFilePath(str(tmp_path / "map.tif"))
    assert Path(panel.parameters()["CONFIDENCE"]) == tmp_path / "map_confidence.tif"


def test_everything_else_lies_beside_the_output_too(make_panel, scene, tmp_path) -> None:
    panel = make_panel()
    choice = panel.output_choice
    for box in (choice.boxes["PROBABILITIES"], choice.boxes["POLYGONS"], choice.boxes["REPORT"]):
        box.setChecked(True)
    names = ("PROBABILITIES", "POLYGONS", "REPORT")
    choice.file_widget.setFilePath(str(tmp_path / "map.tif"))
    assert [Path(panel.parameters()[name]).name for name in names] == [
        "map_probabilities.tif",
        "map_polygons.gpkg",
        "map_report.html",
    ]


@pytest.mark.parametrize("name", ["map", "scene 2020.5", "v1.final", "Map.TIF", "map.tiff"])
def test_an_output_without_a_suffix_becomes_a_geotiff(name, make_panel, scene, tmp_path) -> None:
    panel = make_panel()
    panel.output_choice.file_widget.setFilePath(str(tmp_path / name))
    expected = name if name.lower().endswith(("tif", "tiff")) else f"{name}.tif"
    assert Path(panel.parameters()["OUTPUT"]) == tmp_path / expected


def test_a_name_alone_goes_where_maps_go(make_panel, scene, tmp_path) -> None:
    panel = make_panel()
    choice = panel.output_choice
    choice.file_widget.setFilePath("foo")
    assert Path(panel.parameters()["OUTPUT"]) == tmp_path / "foo.tif"
    assert choice.place_hint.text() == f"This map goes to {tmp_path}."
    choice.file_widget.setFilePath("maps/foo")
    assert Path(panel.parameters()["OUTPUT"]) == tmp_path / "maps" / "foo.tif"
    assert choice.place_hint.text() == f"The folder {tmp_path / 'maps'} will be made."
    choice.file_widget.setFilePath(str(tmp_path / "bar.tif"))
    assert choice.place_hint.text() == ""


def test_a_map_of_an_adapted_model_leaves_the_choices_of_the_person(
    make_panel, scene, raster_factory, qtbot
) -> None:
    panel = make_panel()
    other = QgsRasterLayer(str(raster_factory("other.tif")), "Another")
    QgsProject.instance().addMapLayer(other)
    panel.test_canvas.setDestinationCrs(scene.crs())
    panel.test_canvas.setExtent(QgsRectangle(500_000, 1_999_900, 500_100, 2_000_000))
    panel.test_canvas.setCurrentLayer(other)
    with qtbot.waitSignal(panel.news, check_params_cb=says_something, timeout=10_000):
        panel.map_with("tiny", scene.id(), "", True)
        assert "EXTENT" in panel.log_pane.text()
    assert panel.raster_picker.layer() is scene
    assert panel.area_picker.is_whole_layer
    panel.test_canvas.setCurrentLayer(scene)
    panel.test_canvas.setCurrentLayer(other)
    assert panel.raster_picker.layer() is other


def test_a_model_without_its_files_cannot_run(make_panel, scene, tiny_model) -> None:
    (tiny_model / "model.onnx").unlink()
    panel = make_panel()
    assert not panel.run_button.isEnabled()
    assert "not on disk" in panel.footer_hint.text()


def test_pixels_that_the_model_is_not_made_for_give_a_hint(make_panel, scene) -> None:
    hint = make_panel().raster_hint.text()
    assert "10 m are coarser than the 0.2 to 1 m" in hint


def test_what_the_engine_sees_is_told_before_a_run(make_panel, scene, qtbot) -> None:
    panel = make_panel()
    panel.show()
    qtbot.waitUntil(lambda: "A warning from the engine." in panel.raster_hint.text(), timeout=9000)
    assert panel.run_button.isEnabled()
    # Known by now: asked again, it is there at once.
    panel.expert_group.nodata_edit.setText("7")
    panel.expert_group.nodata_edit.editingFinished.emit()
    qtbot.waitUntil(lambda: "A warning" not in panel.raster_hint.text())
    panel.expert_group.nodata_edit.setText("")
    panel.expert_group.nodata_edit.editingFinished.emit()
    qtbot.waitUntil(lambda: "A warning from the engine." in panel.raster_hint.text())


def test_closing_qgis_asks_nothing_about_a_look(make_panel, scene, qtbot) -> None:
    panel = make_panel("wait-for-cancel")
    panel.show()
    qtbot.waitUntil(lambda: panel._look._task is not None, timeout=9000)
    assert panel._look._task.flags() & QgsTask.Flag.CancelWithoutPrompt


def test_a_run_ends_as_a_styled_layer_on_top_and_a_table(make_panel, scene, qtbot) -> None:
    panel = make_panel()
    panel.output_choice.boxes["CONFIDENCE"].setChecked(True)
    with qtbot.waitSignal(panel.news, timeout=10_000, check_params_cb=says_something) as news:
        panel.run_button.click()
    assert news.args == ["The map “Scene – Tiny” is ready.", False]

    group = QgsProject.instance().layerTreeRoot().children()[0]
    assert group.name() == "CrossEarth"
    classes, confidence = group.children()
    assert classes.name() == "Scene – Tiny"
    assert classes.isVisible()
    assert confidence.name() == "Confidence – Scene – Tiny"
    assert not confidence.itemVisibilityChecked()

    assert not panel.result_view.isHidden()
    assert "12 s" in panel.result_view.result_label.text()
    table = panel.result_view.class_table
    texts = [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
    assert texts == [["Water", "3.00", "75.0"], ["Trees", "1.00", "25.0"]]
    assert panel.run_button.text().replace("&", "") == "Run"
    assert "An info from the engine." in panel.log_pane.text()


def test_the_result_says_what_to_know_and_opens_its_report(
    make_panel, scene, qtbot, monkeypatch, tmp_path
) -> None:
    opened = []
    is_opened = [True, False]
    monkeypatch.setattr(
        opening.QDesktopServices, "openUrl", lambda url: opened.append(url) or is_opened.pop(0)
    )
    panel = make_panel()
    panel.output_choice.boxes["REPORT"].setChecked(True)
    panel.output_choice.file_widget.setFilePath(str(tmp_path / "map.tif"))
    with qtbot.waitSignal(panel.news, timeout=10_000, check_params_cb=says_something):
        panel.run_button.click()
    view = panel.result_view
    assert view.warning_hint.text() == "A warning from the engine."
    assert not view.report_button.isHidden()
    view.report_button.click()
    assert Path(opened[0].toLocalFile()) == tmp_path / "map_report.html"
    assert "No program" not in panel.footer_hint.text()
    view.report_button.click()
    assert "map_report.html" in panel.footer_hint.text()
    assert QApplication.clipboard().text() == opened[0].toLocalFile()


def test_without_a_report_there_is_none_to_open(make_panel, scene, qtbot) -> None:
    panel = make_panel()
    with qtbot.waitSignal(panel.news, timeout=10_000, check_params_cb=says_something):
        panel.run_button.click()
    assert panel.result_view.report_button.isHidden()


def test_the_result_of_a_project_that_was_closed_is_not_added_to_another(
    make_panel, project, raster_factory, qtbot, tmp_path
) -> None:
    panel = make_panel("slow")
    panel.raster_picker.set_file(str(raster_factory("outside.tif")))
    panel.output_choice.file_widget.setFilePath(str(tmp_path / "map.tif"))
    with qtbot.waitSignal(panel._runner.progress_changed, timeout=10_000):
        panel.run_button.click()
    project.clear()
    with qtbot.waitSignal(panel.news, timeout=10_000, check_params_cb=says_something) as news:
        pass
    sentence, is_problem = news.args
    assert not is_problem
    assert str(tmp_path / "map.tif") in sentence
    assert "not open any more" in sentence
    assert project.mapLayers() == {}
    assert panel.result_view.isHidden()


def test_what_was_kept_of_a_canceled_run_is_a_result(make_panel, scene, qtbot) -> None:
    panel = make_panel("keep-what-is-done")
    panel.expert_group.keep_partial_box.setChecked(True)
    with qtbot.waitSignal(panel._runner.progress_changed, timeout=10_000):
        panel.run_button.click()
    with qtbot.waitSignal(panel.news, timeout=10_000, check_params_cb=says_something):
        panel.run_button.click()
    assert "canceled" in panel.result_view.result_label.text()
    assert len(QgsProject.instance().mapLayers()) == 2


def test_a_run_takes_the_last_news_away(make_panel, scene, qtbot) -> None:
    panel = make_panel()
    told: list[str] = []
    panel.news.connect(lambda sentence, _is_problem: told.append(sentence))
    with qtbot.waitSignal(panel.news, timeout=10_000, check_params_cb=says_something):
        panel.run_button.click()
    assert told == ["", "The map “Scene – Tiny” is ready."]


def test_a_result_that_becomes_active_is_not_the_next_input(make_panel, scene, qtbot) -> None:
    panel = make_panel()
    with qtbot.waitSignal(panel.news, timeout=10_000, check_params_cb=says_something):
        panel.run_button.click()
    result = QgsProject.instance().mapLayersByName("Scene – Tiny")[0]
    panel.test_canvas.setCurrentLayer(result)
    assert panel.raster_picker.layer() is scene


def test_two_results_share_the_group(make_panel, scene, qtbot) -> None:
    panel = make_panel()
    for _ in range(2):
        with qtbot.waitSignal(panel.news, timeout=10_000, check_params_cb=says_something):
            panel.run_button.click()
    groups = QgsProject.instance().layerTreeRoot().findGroups()
    assert [group.name() for group in groups] == ["CrossEarth"]
    assert len(groups[0].children()) == 2


def test_run_becomes_cancel_and_cancel_leaves_nothing(make_panel, scene, qtbot) -> None:
    panel = make_panel("wait-for-cancel")
    with qtbot.waitSignal(panel._runner.progress_changed, timeout=10_000):
        panel.run_button.click()
    assert panel.run_button.text() == "Cancel"
    assert not panel.run_progress.isHidden()
    qtbot.waitUntil(lambda: panel.run_progress.label.text().startswith("Window 1 of 4"))
    with qtbot.waitSignal(panel._runner.canceled, timeout=10_000):
        panel.run_button.click()
        assert not panel.run_button.isEnabled()
    assert panel.run_button.isEnabled()
    assert panel.run_progress.isHidden()
    assert len(QgsProject.instance().mapLayers()) == 1
    assert "Canceled" in panel.footer_hint.text()


def test_qgis_calls_a_run_what_it_is(make_panel, scene, qtbot) -> None:
    panel = make_panel("wait-for-cancel")
    with qtbot.waitSignal(panel._runner.progress_changed, timeout=10_000):
        panel.run_button.click()
    task = panel._runner._task
    assert task.description() == "Map of Scene – Tiny"
    with qtbot.waitSignal(panel._runner.canceled, timeout=10_000):
        panel.run_button.click()
        assert task.description() == "Map of Scene – Tiny, canceled as you wished"


def test_a_canceled_run_that_can_be_resumed_does_not_say_that_nothing_is_left(
    make_panel, scene, qtbot
) -> None:
    panel = make_panel("wait-for-cancel")
    panel.expert_group.resume_box.setChecked(True)
    with qtbot.waitSignal(panel._runner.progress_changed, timeout=10_000):
        panel.run_button.click()
    panel.expert_group.resume_box.setChecked(False)
    with qtbot.waitSignal(panel._runner.canceled, timeout=10_000):
        panel.run_button.click()
    assert "kept" in panel.footer_hint.text()


def test_canceling_is_said_until_the_run_has_ended(make_panel, scene, qtbot) -> None:
    panel = make_panel("wait-for-cancel")
    with qtbot.waitSignal(panel._runner.progress_changed, timeout=10_000):
        panel.run_button.click()
    with qtbot.waitSignal(panel._runner.canceled, timeout=10_000):
        panel.run_button.click()
        panel._runner.text_changed.emit("Window 2 of 4")
        assert panel.run_progress.label.text() == "Canceling…"


def test_the_last_result_stays_until_there_is_another(make_panel, scene, qtbot) -> None:
    panel = make_panel("wait-for-cancel")
    water = {"name": "Water", "color": "#0000ff", "pixels": 3, "area_m2": 30.0, "percent": 100.0}
    results = {"SUMMARY": "{}", "DURATION": 12.5, "AREAS": json.dumps([water])}
    panel.result_view.show_results("Scene – Tiny", results, panel._algorithm())
    with qtbot.waitSignal(panel._runner.progress_changed, timeout=10_000):
        panel.run_button.click()
    assert not panel.result_view.isHidden()
    with qtbot.waitSignal(panel._runner.canceled, timeout=10_000):
        panel.run_button.click()
    assert not panel.result_view.isHidden()
    assert panel.result_view.class_table.item(0, 0).text() == "Water"


def test_a_failure_is_a_sentence_and_opens_the_log(make_panel, scene, qtbot) -> None:
    panel = make_panel("fail")
    with qtbot.waitSignal(panel.news, timeout=10_000, check_params_cb=says_something) as news:
        panel.run_button.click()
    sentence, is_problem = news.args
    assert is_problem
    assert "it is truncated" in sentence
    assert panel.footer_hint.text() == sentence
    assert not panel.log_group.isCollapsed()
    assert sentence in panel.log_pane.text()
    assert panel.run_button.isEnabled()


def test_an_error_is_told_once_and_stays_until_the_next_run(make_panel, scene, qtbot) -> None:
    panel, told = make_panel("fail"), []
    panel.news.connect(lambda sentence, _is_problem: told.append(sentence))
    panel.show()
    with qtbot.waitSignal(panel._runner.failed, timeout=10_000):
        panel.run_button.click()
    sentence = panel.footer_hint.text()
    assert "it is truncated" in sentence
    assert not any(told)
    # A look at another window, and back.
    QApplication.sendEvent(panel, QEvent(QEvent.Type.WindowActivate))
    assert panel.footer_hint.text() == sentence
    panel.run_button.click()
    assert panel.footer_hint.text() == ""
    with qtbot.waitSignal(panel._runner.failed, timeout=10_000):
        pass
    assert panel.footer_hint.text() == sentence
    panel.raster_picker.set_file(scene.source())
    assert "truncated" not in panel.footer_hint.text()


def test_a_crash_of_the_engine_leaves_the_panel_usable(make_panel, scene, qtbot) -> None:
    panel = make_panel("crash")
    with qtbot.waitSignal(panel.news, timeout=10_000, check_params_cb=says_something) as news:
        panel.run_button.click()
    assert news.args[1]
    assert "Fatal: the reason of the crash" in panel.log_pane.text()
    assert panel.run_button.isEnabled()


def test_the_raster_may_be_removed_while_it_is_chosen(make_panel, scene) -> None:
    panel = make_panel()
    panel.show()
    QgsProject.instance().removeMapLayer(scene)
    assert panel.raster_picker.layer() is None
    assert not panel.run_button.isEnabled()
    panel.expert_group.reset()
    assert panel.expert_group.band_mapping.combos() == []


def test_the_project_may_be_closed_during_a_run(make_panel, scene, qtbot) -> None:
    panel = make_panel("wait-for-cancel")
    with qtbot.waitSignal(panel._runner.progress_changed, timeout=10_000):
        panel.run_button.click()
    QgsProject.instance().clear()
    with qtbot.waitSignal(panel._runner.canceled, timeout=10_000):
        panel.run_button.click()
    assert not panel.run_button.isEnabled()


def test_an_unusable_layer_says_why(make_panel, project, raster_factory) -> None:
    panel = make_panel()
    layer = QgsRasterLayer("/nowhere/missing.tif", "Missing")
    project.addMapLayer(layer)
    panel.raster_picker.combo.setLayer(layer)
    assert not panel.run_button.isEnabled()
    assert "Missing" in panel.footer_hint.text()


def test_a_web_map_needs_an_area_and_has_no_bands_to_choose(make_panel, project) -> None:
    uri = "type=xyz&url=https://example.org/{z}/{x}/{y}.png&zmax=19&zmin=0"
    layer = QgsRasterLayer(uri, "Tiles", "wms")
    project.addMapLayer(layer)
    panel = make_panel()
    panel.raster_picker.combo.setLayer(layer)
    assert not panel.run_button.isEnabled()
    assert "Limit the run to an extent" in panel.footer_hint.text()
    panel.area_picker.combo.setCurrentIndex(1)
    assert panel.run_button.isEnabled()
    assert "BANDS" not in panel.parameters()
    panel.area_picker.combo.setCurrentIndex(0)
    panel.expert_group.gsd_box.setValue(1000)
    assert not panel.run_button.isEnabled()


@pytest.mark.parametrize(("count", "bands"), [(1, [1, 1, 1]), (2, None), (4, [1, 2, 3])])
def test_bands_are_said_only_where_there_is_one_for_each_of_the_model(
    make_panel, project, raster_factory, count, bands
) -> None:
    layer = QgsRasterLayer(str(raster_factory("few.tif", count=count, colors=())), "Few")
    project.addMapLayer(layer)
    panel = make_panel()
    panel.raster_picker.combo.setLayer(layer)
    assert panel.run_button.isEnabled()
    assert panel.parameters().get("BANDS") == bands
    assert ("fewer bands" in panel.raster_hint.text()) == (count < 3)


def test_a_copied_command_says_what_was_set_on_the_layer(make_panel, scene) -> None:
    panel = make_panel()
    panel.advanced_button.menu().actions()[0].trigger()
    assert "--CRS" not in QgsApplication.clipboard().text()
    scene.setCrs(QgsCoordinateReferenceSystem("EPSG:32644"))
    for band in (1, 2, 3):
        scene.dataProvider().setUserNoDataValue(band, [QgsRasterRange(7, 7)])
    panel.advanced_button.menu().actions()[0].trigger()
    command = QgsApplication.clipboard().text()
    assert "--CRS=EPSG:32644" in command
    assert "--NODATA=7" in command


def test_the_model_used_last_is_offered_again(make_panel, scene, qtbot, home) -> None:
    write_model(home / "models" / "zebra", **{"mlm:name": "Zebra"})
    panel = make_panel()
    assert panel.model_picker.value() == "tiny"
    panel.model_picker.set_value("zebra")
    with qtbot.waitSignal(panel.news, timeout=10_000, check_params_cb=says_something):
        panel.run_button.click()
    assert make_panel().model_picker.value() == "zebra"


def test_ctrl_return_runs_and_escape_cancels(make_panel, scene, qtbot) -> None:
    panel = make_panel("wait-for-cancel")
    panel.show()
    with qtbot.waitSignal(panel._runner.progress_changed, timeout=10_000):
        qtbot.keyClick(
            panel.area_picker.combo, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    with qtbot.waitSignal(panel._runner.canceled, timeout=10_000):
        qtbot.keyClick(panel.area_picker.combo, Qt.Key.Key_Escape)


def test_the_command_can_be_copied(make_panel, scene) -> None:
    panel = make_panel()
    command, python = panel.advanced_button.menu().actions()
    command.trigger()
    text = QApplication.clipboard().text()
    assert re.match(
        r"(QT_QPA_PLATFORM=offscreen )?qgis_process(\.bin)? run crossearth:segment ", text
    )
    assert f"--INPUT={scene.source()}" in text
    python.trigger()
    assert QApplication.clipboard().text().startswith('processing.run("crossearth:segment"')
    assert "PowerShell" not in panel.footer_hint.text()


def test_on_windows_it_is_said_which_terminal_a_command_is_for(
    make_panel, scene, monkeypatch
) -> None:
    panel = make_panel()
    monkeypatch.setattr(segment_panel, "sys", SimpleNamespace(platform="win32"))
    panel.advanced_button.menu().actions()[0].trigger()
    assert "(cmd), not for PowerShell" in panel.footer_hint.text()


def test_layers_in_memory_cannot_be_copied_as_a_command(make_panel, scene, polygons) -> None:
    panel = make_panel()
    panel.area_picker.combo.setCurrentIndex(2)
    QApplication.clipboard().setText("before")
    panel.advanced_button.menu().actions()[0].trigger()
    assert QApplication.clipboard().text() == "before"
    assert "Fields" in panel.footer_hint.text()


def test_the_panel_fits_a_narrow_column(language, make_panel, scene, qtbot) -> None:
    panel = make_panel()
    panel.expert_group.setCollapsed(False)
    panel.map_options.setCollapsed(False)
    panel.result_view.show()
    panel.show()
    panel.resize(280, 700)
    assert panel.width() == 280
    assert panel.scroll_area.widget().minimumSizeHint().width() <= panel.scroll_area.width()


@pytest.mark.parametrize("width", [300, 340])
def test_nothing_is_cut(width, language, make_panel, scene, qtbot) -> None:
    panel = make_panel()
    panel.expert_group.setCollapsed(False)
    panel.map_options.setCollapsed(False)
    panel.result_view.keep_button.show()
    panel.result_view.show()
    panel.resize(width, 2000)
    panel.show()
    QApplication.processEvents()
    assert cut_texts(panel) == []
    group = panel.expert_group
    for name, field in group._fields().items():
        label = getattr(group, f"{name}_label", field)
        assert abs(label.geometry().center().y() - field.geometry().center().y()) < 4, name


def test_a_field_is_called_what_the_toolbox_calls_its_parameter(
    language, make_panel, scene
) -> None:
    panel, rows = make_panel(), {row.argument: row for row in option_rows()}
    fields = panel.expert_group._fields()
    assert len(fields) > 10
    for name, field in fields.items():
        label = getattr(panel.expert_group, f"{name}_label", field)
        assert label.text() == rows[name].label == field.accessibleName()
    assert panel.map_options.area_label.text() == rows["min_area"].label
    definition = panel._algorithm().parameterDefinition
    assert definition("GRID").description() == panel.expert_group.grid_label.text()
    assert definition("MIN_AREA").description() == f"{panel.map_options.area_label.text()} (m²)"


INTERACTIVE = (QComboBox, QAbstractSpinBox, QAbstractButton, QLineEdit)


def test_every_field_explains_itself(make_panel, scene) -> None:
    panel = make_panel()
    silent = [
        widget
        for widget in panel.findChildren(INTERACTIVE)
        # What a field consists of is explained with it.
        if not widget.toolTip() and not widget.parent().toolTip()
    ]
    # These need none: all there is to say stands on them, or they are QGIS's own.
    plain = [panel.model_download.button, panel.findChild(QAbstractButton, "setup_button")]
    others = {widget.objectName() for widget in silent if widget not in plain}
    assert others == {"collapseButton"}


def test_every_label_leads_to_its_field(make_panel, scene) -> None:
    panel = make_panel()
    labels = [
        label
        for piece in (panel, panel.map_options, panel.expert_group, panel.result_view)
        for name, label in vars(piece).items()
        if isinstance(label, QLabel) and name.endswith("_label")
    ]
    lonely = {label.objectName() for label in labels if label.buddy() is None}
    assert lonely == {"result_label"}


# The letters of QGIS's own menus, which are in the same window.
MENU_LETTERS = set("jelsporvdwmch")


def test_mnemonics_differ_from_each_other_and_from_the_menus(make_panel) -> None:
    panel = make_panel()
    texts = [
        widget.text()
        for widget in panel.segment_page.findChildren(QWidget)
        if isinstance(widget, (QLabel, QAbstractButton))
    ]
    letters = [match.group(1).lower() for text in texts if (match := re.search(r"&(\w)", text))]
    assert len(letters) >= 5
    assert len(letters) == len(set(letters))
    assert not set(letters) & MENU_LETTERS


def test_tab_goes_through_the_form_from_top_to_bottom(make_panel, scene) -> None:
    panel = make_panel()
    panel.expert_group.setCollapsed(False)
    expected = [
        panel.raster_picker.combo,
        panel.raster_picker.file_button,
        panel.area_picker.combo,
        panel.model_picker.combo,
        panel.model_picker.file_button,
        panel.map_options.area_box,
        panel.map_options.majority_box,
        panel.map_options.class_table,
        *panel.expert_group.band_mapping.combos(),
        panel.expert_group.gsd_box,
        panel.expert_group.pixel_size_box,
        panel.expert_group.grid_combo,
        panel.expert_group.window_box,
        panel.expert_group.overlap_box,
        panel.expert_group.join_combo,
        panel.expert_group.stretch_edit,
        panel.expert_group.nodata_edit,
        panel.expert_group.scales_edit,
        panel.expert_group.precision_combo,
        panel.expert_group.device_combo,
        panel.expert_group.match_box,
        panel.expert_group.tta_box,
        panel.expert_group.resume_box,
        panel.expert_group.keep_partial_box,
        panel.expert_group.reset_button,
        panel.output_choice.boxes["CONFIDENCE"],
        panel.output_choice.boxes["PROBABILITIES"],
        panel.output_choice.boxes["POLYGONS"],
        panel.output_choice.boxes["REPORT"],
        panel.advanced_button,
        panel.run_button,
    ]
    order: list[QWidget] = []
    widget = panel.raster_picker.combo
    for _ in range(500):
        if widget in expected:
            order.append(widget)
        widget = widget.nextInFocusChain()
        if widget is panel.raster_picker.combo:
            break
    assert [item.objectName() for item in order] == [item.objectName() for item in expected]
    assert order == expected


def test_every_text_is_looked_up_in_one_context(make_panel, scene, qapp) -> None:
    class Listener(QTranslator):
        """Translates nothing and remembers what it was asked."""

        def __init__(self) -> None:
            super().__init__()
            self.asked: dict[str, set[str]] = {}

        def isEmpty(self) -> bool:
            return False

        def translate(self, context, text, disambiguation=None, n=-1) -> str:
            self.asked.setdefault(context, set()).add(text)
            return ""

    listener = Listener()
    qapp.installTranslator(listener)
    try:
        assert make_panel().setup_page
    finally:
        qapp.removeTranslator(listener)
    ours = listener.asked["CrossEarth"]
    assert {"&Input", "Advanced parameters", "Whole layer", "Set Up the Engine"} <= ours
    others = {context for context in listener.asked if not context.startswith(("Q", "CrossEarth"))}
    assert not [text for context in others for text in listener.asked[context] & ours]
    assert not {"SegmentPanel", "SetupPage", "ExpertOptions"} & others


def test_another_model_opens_nothing_that_is_collapsed(make_panel, scene) -> None:
    panel = make_panel()
    group = panel.map_options
    assert group.isCollapsed()
    group.set_model(panel.model_picker.model())
    panel.show()
    assert not group.class_table.isVisibleTo(group)
    group.setCollapsed(False)
    assert group.class_table.isVisibleTo(group)


def test_every_box_of_the_outputs_is_to_be_seen(make_panel, scene) -> None:
    panel = make_panel()
    panel.resize(340, 900)
    panel.show()
    QApplication.processEvents()
    boxes = panel.output_choice.boxes
    cut = [name for name, box in boxes.items() if box.width() < box.sizeHint().width()]
    assert cut == []
