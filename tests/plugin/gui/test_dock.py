from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import Qt, QTranslator
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)

from crossearth_qgis.gui.dock import SegmentDock
from tests.plugin.support import write_model


def test_the_setup_is_shown_while_there_is_no_engine(make_dock, monkeypatch) -> None:
    dock = make_dock()
    assert dock.pages.currentWidget() is dock.segment_page
    monkeypatch.delenv("CROSSEARTH_ENGINE_PYTHON")
    dock.show_right_page()
    assert dock.pages.currentWidget() is dock.setup_page


def test_the_panel_looks_again_for_the_engine_when_it_is_shown(make_dock, monkeypatch) -> None:
    dock = make_dock()
    monkeypatch.delenv("CROSSEARTH_ENGINE_PYTHON")
    dock.show()
    assert dock.pages.currentWidget() is dock.setup_page


def test_without_a_raster_there_is_advice_and_nothing_to_run(make_dock) -> None:
    dock = make_dock()
    assert not dock.run_button.isEnabled()
    assert "raster" in dock.footer_hint.text()


def test_the_active_raster_is_chosen_until_the_user_chooses_one(
    make_dock, scene, raster_factory
) -> None:
    dock = make_dock()
    other = QgsRasterLayer(str(raster_factory("other.tif")), "Another")
    third = QgsRasterLayer(str(raster_factory("third.tif")), "Third")
    QgsProject.instance().addMapLayers([other, third])

    dock.test_canvas.setCurrentLayer(other)
    assert dock.raster_picker.layer() is other
    dock.test_canvas.setCurrentLayer(third)
    assert dock.raster_picker.layer() is third

    dock.raster_picker.combo.setLayer(scene)
    dock.raster_picker.combo.activated.emit(dock.raster_picker.combo.currentIndex())
    dock.test_canvas.setCurrentLayer(other)
    assert dock.raster_picker.layer() is scene


def test_a_raster_outside_the_project_can_be_chosen(make_dock, scene, raster_factory) -> None:
    dock = make_dock()
    path = str(raster_factory("outside.tif"))
    dock.raster_picker.set_file(path)
    assert dock.raster_picker.layer().source() == path
    assert dock.parameters()["INPUT"] == path
    assert dock.run_button.isEnabled()


def test_the_whole_layer_needs_neither_extent_nor_mask(make_dock, scene) -> None:
    parameters = make_dock().parameters()
    assert parameters == {
        "INPUT": scene.id(),
        "MODEL": "tiny",
        "JOIN": "taper",
        "DEVICE": "auto",
        "OUTPUT": "TEMPORARY_OUTPUT",
        "BANDS": [1, 2, 3],
        "WINDOW_SIZE": 64,
        "OVERLAP": 16,
    }


def test_the_visible_canvas_is_an_extent_with_its_crs(make_dock, scene) -> None:
    dock = make_dock()
    dock.test_canvas.setDestinationCrs(scene.crs())
    dock.test_canvas.setExtent(QgsRectangle(500_000, 1_999_900, 500_100, 2_000_000))
    dock.area_picker.combo.setCurrentIndex(1)
    extent = dock.parameters()["EXTENT"]
    assert extent.contains(QgsRectangle(500_000, 1_999_900, 500_100, 2_000_000))
    assert extent.crs() == scene.crs()


def test_polygons_are_a_mask_and_may_be_only_the_selected(make_dock, scene, polygons) -> None:
    dock = make_dock()
    dock.area_picker.combo.setCurrentIndex(2)
    assert not dock.area_picker.polygon_combo.isHidden()
    assert dock.parameters()["MASK"].source.staticValue() == polygons.id()
    assert not dock.parameters()["MASK"].selectedFeaturesOnly

    dock.area_picker.selected_only_box.setChecked(True)
    assert not dock.run_button.isEnabled()
    assert "Fields" in dock.footer_hint.text()
    polygons.selectByIds([1])
    assert dock.run_button.isEnabled()
    assert dock.parameters()["MASK"].selectedFeaturesOnly


def test_polygons_without_a_polygon_layer_cannot_run(make_dock, scene) -> None:
    dock = make_dock()
    dock.area_picker.combo.setCurrentIndex(2)
    assert not dock.run_button.isEnabled()
    assert "polygon" in dock.footer_hint.text()


def test_a_polygon_layer_may_be_removed_while_it_is_chosen(make_dock, scene, polygons) -> None:
    dock = make_dock()
    dock.area_picker.combo.setCurrentIndex(2)
    QgsProject.instance().removeMapLayer(polygons)
    assert not dock.run_button.isEnabled()


def test_the_model_fills_the_expert_options_and_reset_brings_them_back(make_dock, scene) -> None:
    dock = make_dock()
    assert (dock.expert_group.window_box.value(), dock.expert_group.overlap_box.value()) == (64, 16)
    dock.expert_group.window_box.setValue(128)
    dock.expert_group.overlap_box.setValue(100)
    dock.expert_group.join_combo.setCurrentIndex(1)
    dock.expert_group.band_mapping.combos()[0].setBand(3)
    dock.expert_group.device_combo.setEditText("cuda:1")
    changed = dock.parameters()
    assert (changed["WINDOW_SIZE"], changed["OVERLAP"]) == (128, 100)
    assert (changed["JOIN"], changed["DEVICE"]) == ("average", "cuda:1")
    assert changed["BANDS"] == [3, 2, 3]

    dock.expert_group.reset_button.click()
    restored = dock.parameters()
    assert (restored["WINDOW_SIZE"], restored["OVERLAP"]) == (64, 16)
    assert (restored["JOIN"], restored["DEVICE"]) == ("taper", "auto")
    assert restored["BANDS"] == [1, 2, 3]


def test_the_overlap_stays_below_the_window(make_dock, scene) -> None:
    dock = make_dock()
    dock.expert_group.overlap_box.setValue(60)
    dock.expert_group.window_box.setValue(48)
    assert dock.expert_group.overlap_box.value() == 47


def test_a_model_that_only_the_engine_can_read_keeps_its_own_values(
    make_dock, scene, tmp_path
) -> None:
    dock = make_dock()
    weights = tmp_path / "foreign.onnx"
    weights.write_bytes(b"not a network")
    dock.model_picker.set_value(str(weights))
    assert dock.parameters()["MODEL"] == str(weights)
    assert not {"BANDS", "WINDOW_SIZE", "OVERLAP"} & set(dock.parameters())
    assert not dock.expert_group.window_box.isEnabled()


def test_the_confidence_lies_beside_the_output(make_dock, scene, tmp_path) -> None:
    dock = make_dock()
    dock.confidence_box.setChecked(True)
    assert dock.parameters()["CONFIDENCE"] == "TEMPORARY_OUTPUT"
    dock.output_widget.setFilePath(str(tmp_path / "map.tif"))
    assert Path(dock.parameters()["CONFIDENCE"]) == tmp_path / "map_confidence.tif"


def test_an_output_without_a_suffix_becomes_a_geotiff(make_dock, scene, tmp_path) -> None:
    dock = make_dock()
    dock.output_widget.setFilePath(str(tmp_path / "map"))
    assert Path(dock.parameters()["OUTPUT"]) == tmp_path / "map.tif"


def test_a_model_without_its_files_cannot_run(make_dock, scene, tiny_model) -> None:
    (tiny_model / "model.onnx").unlink()
    dock = make_dock()
    assert not dock.run_button.isEnabled()
    assert "not on disk" in dock.footer_hint.text()


def test_pixels_that_the_model_is_not_made_for_give_a_hint(make_dock, scene) -> None:
    hint = make_dock().raster_hint.text()
    assert re.search(r"\b10 m\b", hint)
    assert "0.2 to 1 m" in hint


def test_a_run_ends_as_a_styled_layer_on_top_and_a_table(make_dock, scene, qtbot) -> None:
    dock = make_dock()
    dock.confidence_box.setChecked(True)
    with qtbot.waitSignal(dock.news, timeout=10_000) as news:
        dock.run_button.click()
    assert news.args == ["Scene – Tiny is ready.", False]

    group = QgsProject.instance().layerTreeRoot().children()[0]
    assert group.name() == "CrossEarth"
    classes, confidence = group.children()
    assert classes.name() == "Scene – Tiny"
    assert classes.isVisible()
    assert not confidence.itemVisibilityChecked()

    assert not dock.result_group.isHidden()
    assert "12 s" in dock.result_label.text()
    table = dock.class_table
    texts = [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
    assert texts == [["Water", "3.00", "75.0"], ["Trees", "1.00", "25.0"]]
    assert dock.run_button.text().replace("&", "") == "Run"
    assert "An info from the engine." in dock.log_pane.text()


def test_a_result_that_becomes_active_is_not_the_next_input(make_dock, scene, qtbot) -> None:
    dock = make_dock()
    with qtbot.waitSignal(dock.news, timeout=10_000):
        dock.run_button.click()
    result = QgsProject.instance().mapLayersByName("Scene – Tiny")[0]
    dock.test_canvas.setCurrentLayer(result)
    assert dock.raster_picker.layer() is scene


def test_two_results_share_the_group(make_dock, scene, qtbot) -> None:
    dock = make_dock()
    for _ in range(2):
        with qtbot.waitSignal(dock.news, timeout=10_000):
            dock.run_button.click()
    groups = QgsProject.instance().layerTreeRoot().findGroups()
    assert [group.name() for group in groups] == ["CrossEarth"]
    assert len(groups[0].children()) == 2


def test_run_becomes_cancel_and_cancel_leaves_nothing(make_dock, scene, qtbot) -> None:
    dock = make_dock("wait-for-cancel")
    with qtbot.waitSignal(dock._runner.progress_changed, timeout=10_000):
        dock.run_button.click()
    assert dock.run_button.text() == "Cancel"
    assert not dock.progress_bar.isHidden()
    qtbot.waitUntil(lambda: dock.progress_label.text().startswith("Window 1 of 4"))
    with qtbot.waitSignal(dock._runner.canceled, timeout=10_000):
        dock.run_button.click()
        assert not dock.run_button.isEnabled()
    assert dock.run_button.isEnabled()
    assert dock.progress_bar.isHidden()
    assert len(QgsProject.instance().mapLayers()) == 1
    assert "Canceled" in dock.footer_hint.text()


def test_a_failure_is_a_sentence_and_opens_the_log(make_dock, scene, qtbot) -> None:
    dock = make_dock("fail")
    with qtbot.waitSignal(dock.news, timeout=10_000) as news:
        dock.run_button.click()
    sentence, is_problem = news.args
    assert is_problem
    assert "it is truncated" in sentence
    assert dock.footer_hint.text() == sentence
    assert not dock.log_group.isCollapsed()
    assert sentence in dock.log_pane.text()
    assert dock.run_button.isEnabled()


def test_a_crash_of_the_engine_leaves_the_panel_usable(make_dock, scene, qtbot) -> None:
    dock = make_dock("crash")
    with qtbot.waitSignal(dock.news, timeout=10_000) as news:
        dock.run_button.click()
    assert news.args[1]
    assert "Fatal: the reason of the crash" in dock.log_pane.text()
    assert dock.run_button.isEnabled()


def test_an_unusable_layer_says_why(make_dock, project, raster_factory) -> None:
    dock = make_dock()
    layer = QgsRasterLayer("/nowhere/missing.tif", "Missing")
    project.addMapLayer(layer)
    dock.raster_picker.combo.setLayer(layer)
    assert not dock.run_button.isEnabled()
    assert "Missing" in dock.footer_hint.text()


def test_the_model_used_last_is_offered_again(make_dock, scene, qtbot, home) -> None:
    write_model(home / "models" / "zebra", **{"mlm:name": "Zebra"})
    dock = make_dock()
    assert dock.model_picker.value() == "tiny"
    dock.model_picker.set_value("zebra")
    with qtbot.waitSignal(dock.news, timeout=10_000):
        dock.run_button.click()
    assert make_dock().model_picker.value() == "zebra"


def test_ctrl_return_runs_and_escape_cancels(make_dock, scene, qtbot) -> None:
    dock = make_dock("wait-for-cancel")
    dock.show()
    with qtbot.waitSignal(dock._runner.progress_changed, timeout=10_000):
        qtbot.keyClick(
            dock.area_picker.combo, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    with qtbot.waitSignal(dock._runner.canceled, timeout=10_000):
        qtbot.keyClick(dock.area_picker.combo, Qt.Key.Key_Escape)


def test_the_command_can_be_copied(make_dock, scene) -> None:
    dock = make_dock()
    command, python = dock.advanced_button.menu().actions()
    command.trigger()
    text = QApplication.clipboard().text()
    assert text.startswith("qgis_process run crossearth:segment ")
    assert f"--INPUT={scene.source()}" in text
    python.trigger()
    assert QApplication.clipboard().text().startswith('processing.run("crossearth:segment"')


def test_layers_in_memory_cannot_be_copied_as_a_command(make_dock, scene, polygons) -> None:
    dock = make_dock()
    dock.area_picker.combo.setCurrentIndex(2)
    QApplication.clipboard().setText("before")
    dock.advanced_button.menu().actions()[0].trigger()
    assert QApplication.clipboard().text() == "before"
    assert "Fields" in dock.footer_hint.text()


def test_the_panel_fits_a_narrow_column(make_dock, scene, qtbot) -> None:
    dock = make_dock()
    dock.expert_group.setCollapsed(False)
    dock.result_group.show()
    dock.show()
    dock.resize(280, 700)
    assert dock.width() == 280
    assert dock.scroll_area.widget().minimumSizeHint().width() <= dock.scroll_area.width()


INTERACTIVE = (QComboBox, QAbstractSpinBox, QAbstractButton)


def own_fields(dock: SegmentDock) -> list[QWidget]:
    pieces = (dock, dock.raster_picker, dock.area_picker, dock.model_picker, dock.expert_group)
    return [
        widget
        for piece in pieces
        for widget in vars(piece).values()
        if isinstance(widget, INTERACTIVE)
    ]


def test_every_field_explains_itself(make_dock, scene) -> None:
    dock = make_dock()
    fields = [*own_fields(dock), *dock.expert_group.band_mapping.combos()]
    assert len(fields) == 18
    silent = [field.objectName() for field in fields if not field.toolTip()]
    assert silent == []


def test_every_label_leads_to_its_field(make_dock, scene) -> None:
    dock = make_dock()
    labels = [
        label
        for piece in (dock, dock.expert_group)
        for name, label in vars(piece).items()
        if isinstance(label, QLabel) and name.endswith("_label")
    ]
    lonely = {label.objectName() for label in labels if label.buddy() is None}
    assert lonely == {"result_label", "progress_label"}


# The letters of QGIS's own menus, which are in the same window.
MENU_LETTERS = set("jelsporvdwmch")


def test_mnemonics_differ_from_each_other_and_from_the_menus(make_dock) -> None:
    dock = make_dock()
    texts = [
        widget.text()
        for widget in dock.segment_page.findChildren(QWidget)
        if isinstance(widget, (QLabel, QAbstractButton))
    ]
    letters = [match.group(1).lower() for text in texts if (match := re.search(r"&(\w)", text))]
    assert len(letters) >= 6
    assert len(letters) == len(set(letters))
    assert not set(letters) & MENU_LETTERS


def test_tab_goes_through_the_form_from_top_to_bottom(make_dock, scene) -> None:
    dock = make_dock()
    dock.expert_group.setCollapsed(False)
    expected = [
        dock.raster_picker.combo,
        dock.raster_picker.file_button,
        dock.area_picker.combo,
        dock.model_picker.combo,
        dock.model_picker.file_button,
        *dock.expert_group.band_mapping.combos(),
        dock.expert_group.window_box,
        dock.expert_group.overlap_box,
        dock.expert_group.join_combo,
        dock.expert_group.device_combo,
        dock.expert_group.reset_button,
        dock.confidence_box,
        dock.advanced_button,
        dock.run_button,
    ]
    order: list[QWidget] = []
    widget = dock.raster_picker.combo
    for _ in range(500):
        if widget in expected:
            order.append(widget)
        widget = widget.nextInFocusChain()
        if widget is dock.raster_picker.combo:
            break
    assert [item.objectName() for item in order] == [item.objectName() for item in expected]
    assert order == expected


def test_every_text_is_looked_up_in_one_context(make_dock, scene, qapp) -> None:
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
        make_dock()
    finally:
        qapp.removeTranslator(listener)
    ours = listener.asked["CrossEarth"]
    assert {"&Input", "Expert options", "Whole layer", "Set Up the Engine"} <= ours
    others = {context for context in listener.asked if not context.startswith(("Q", "CrossEarth"))}
    assert not [text for context in others for text in listener.asked[context] & ours]
    assert not {"SegmentDock", "CrossEarthDock", "SetupPage", "ExpertOptions"} & others
