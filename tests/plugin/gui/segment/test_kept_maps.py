"""Maps that stay: no map takes the place of another, and every layer says what it is of."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from qgis.core import QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtWidgets import QFileDialog

from crossearth_qgis.layers import map_files
from crossearth_qgis.layers.map_files import copy_map
from crossearth_qgis.layers.result_layers import is_result
from tests.plugin.support import wait_until


@pytest.fixture
def other(project, raster_factory) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(raster_factory("other.tif", size=30)), "Other")
    project.addMapLayer(layer)
    return layer


def run(panel, qtbot, **options: bool) -> Path:
    with qtbot.waitSignal(panel._runner.succeeded, timeout=10_000) as signal:
        panel.run(**options)
    return Path(signal.args[0]["OUTPUT"])


def keep(panel, qtbot) -> None:
    panel.result_view.keep_button.click()
    qtbot.waitUntil(lambda: panel._keeping is None)


def maps(project) -> dict[str, Path]:
    layers = [layer for layer in project.mapLayers().values() if is_result(layer)]
    return {layer.name(): Path(layer.source().partition("|")[0]) for layer in layers}


def test_the_next_raster_does_not_take_the_file_of_the_last(
    make_panel, scene, other, qtbot, tmp_path
) -> None:
    panel = make_panel()
    panel.raster_picker.combo.setLayer(scene)
    chosen = tmp_path / "k_samples.tif"
    panel.output_choice.file_widget.setFilePath(str(chosen))
    assert run(panel, qtbot) == chosen
    first = chosen.read_bytes()
    panel.raster_picker.combo.setLayer(other)
    assert panel.output_choice.file_widget.filePath() == ""
    panel.output_choice.file_widget.setFilePath(str(chosen))
    assert panel.output_choice.place_hint.text() == (
        "k_samples.tif is there already: this map goes to k_samples_2.tif."
    )
    assert run(panel, qtbot).name == "k_samples_2.tif"
    assert chosen.read_bytes() == first
    assert QgsRasterLayer(str(tmp_path / "k_samples_2.tif"), "").width() == 30


def test_many_runs_make_as_many_maps_with_names_of_their_own(
    make_panel, project, scene, polygons, qtbot, tmp_path
) -> None:
    project.write(str(tmp_path / "town.qgz"))
    panel = make_panel()
    panel.test_canvas.setDestinationCrs(scene.crs())
    panel.test_canvas.setExtent(scene.extent())
    panel.output_choice.boxes["CONFIDENCE"].setChecked(True)
    for choice in (0, 0, 1, 2):
        panel.area_picker.combo.setCurrentIndex(choice)
        assert run(panel, qtbot).parent == tmp_path / "crossearth_maps"
    polygons.selectByIds([1])
    panel.area_picker.selected_only_box.setChecked(True)
    run(panel, qtbot)
    found = maps(project)
    assert set(found) == {
        text
        for name in (
            "Scene – Tiny",
            "Scene – Tiny (2)",
            "Scene – Tiny (canvas)",
            "Scene – Tiny (Fields)",
            "Scene – Tiny (selected of Fields)",
        )
        for text in (name, f"Confidence – {name}")
    }
    assert len(set(found.values())) == 10
    assert all(path.is_file() for path in found.values())
    layer = project.mapLayersByName("Scene – Tiny (Fields)")[0]
    assert layer.customProperty("crossearth/raster") == "Scene"
    assert layer.customProperty("crossearth/model") == "Tiny"
    assert layer.customProperty("crossearth/area") == "Fields"


def test_maps_of_a_saved_project_are_there_when_it_is_opened_again(
    make_panel, project, scene, qtbot, tmp_path
) -> None:
    project.write(str(tmp_path / "town.qgz"))
    panel = make_panel()
    run(panel, qtbot)
    project.write()
    project.clear()
    project.read(str(tmp_path / "town.qgz"))
    qtbot.waitUntil(lambda: not panel._project_state.is_waiting)
    (layer,) = project.mapLayersByName("Scene – Tiny")
    assert layer.isValid()
    assert is_result(layer)
    assert panel.raster_picker.layer().name() == "Scene"


def test_where_a_map_goes_is_said_before_it_is_made(make_panel, project, scene, tmp_path) -> None:
    panel = make_panel()
    hint, line = panel.output_choice.place_hint, panel.output_choice.file_widget.lineEdit()
    assert "not been saved" in hint.text()
    assert line.placeholderText() == "Scene_tiny.tif"
    project.write(str(tmp_path / "town.qgz"))
    assert hint.text() == ""
    panel.output_choice.temporary_box.setChecked(True)
    assert line.placeholderText() == "[Temporary file]"


def test_a_temporary_map_can_be_kept_with_all_that_belongs_to_it(
    make_panel, project, scene, qtbot, tmp_path, monkeypatch
) -> None:
    panel = make_panel()
    panel.output_choice.temporary_box.setChecked(True)
    panel.output_choice.boxes["POLYGONS"].setChecked(True)
    temporary = run(panel, qtbot)
    assert tmp_path not in temporary.parents
    assert not panel.result_view.keep_button.isHidden()
    target = tmp_path / "kept" / "town.tif"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    keep(panel, qtbot)
    assert target.is_file()
    assert maps(project) == {
        "Scene – Tiny": target,
        "Polygons – Scene – Tiny": target.with_name("town_polygons.gpkg"),
    }
    assert str(target) in panel.footer_hint.text()
    assert panel.result_view.keep_button.isHidden()


def test_the_map_that_is_shown_is_kept_while_another_one_is_made(
    make_panel, project, scene, qtbot, tmp_path, monkeypatch
) -> None:
    panel = make_panel()
    panel.output_choice.temporary_box.setChecked(True)
    shown = run(panel, qtbot).read_bytes()
    target = tmp_path / "town.tif"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    with qtbot.waitSignal(panel._runner.succeeded, timeout=10_000):
        panel.run()
        panel.result_view.keep_button.click()
    qtbot.waitUntil(lambda: panel._keeping is None)
    assert target.read_bytes() == shown
    assert maps(project)["Scene – Tiny"] == target


def test_a_map_that_is_gone_is_not_kept(make_panel, scene, qtbot, tmp_path, monkeypatch) -> None:
    panel = make_panel()
    panel.output_choice.temporary_box.setChecked(True)
    run(panel, qtbot).unlink()
    target = tmp_path / "town.tif"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    keep(panel, qtbot)
    assert "cannot be kept" in panel.footer_hint.text()
    assert list(tmp_path.glob("town*")) == []


@pytest.mark.parametrize("whole_panel", [False, True])
def test_a_map_is_copied_while_qgis_goes_on_and_that_can_be_canceled(
    make_panel, project, scene, qtbot, tmp_path, monkeypatch, whole_panel
) -> None:
    panel = make_panel()
    panel.output_choice.temporary_box.setChecked(True)
    temporary = run(panel, qtbot)
    target = tmp_path / "town.tif"
    threads = []

    def copy(path, target, is_canceled):
        threads.append(threading.get_ident())
        return copy_map(path, target, lambda: wait_until(is_canceled, 10))

    monkeypatch.setattr(map_files, "copy_map", copy)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    panel.result_view.keep_button.click()
    qtbot.waitUntil(lambda: len(threads) == 1)
    assert "being copied" in panel.footer_hint.text()
    assert not panel.result_view.keep_button.isEnabled()
    panel.stop() if whole_panel else panel._keeping.cancel()
    qtbot.waitUntil(lambda: panel._keeping is None)
    assert threading.get_ident() not in threads
    assert list(tmp_path.glob("town*")) == []
    assert "Canceled" in panel.footer_hint.text()
    assert maps(project)["Scene – Tiny"] == temporary
    assert panel.result_view.keep_button.isEnabled()
    assert not panel.result_view.keep_button.isHidden()


def test_a_preview_in_a_copy_of_a_project_leaves_that_of_the_first(
    make_panel, project, scene, qtbot, tmp_path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    project.write(str(first / "town.qgz"))
    panel = make_panel()
    preview = run(panel, qtbot, is_preview=True)
    assert preview.is_relative_to(first)
    project.write()
    shutil.copytree(first, second)
    project.read(str(second / "town.qgz"))
    qtbot.waitUntil(lambda: not panel._project_state.is_waiting)
    copy = second / preview.relative_to(first)
    assert copy in maps(project).values()
    run(panel, qtbot, is_preview=True)
    assert preview.is_file()
    assert not copy.exists()


def test_a_map_that_cannot_be_kept_says_why(
    make_panel, scene, qtbot, tmp_path, monkeypatch
) -> None:
    panel = make_panel()
    panel.output_choice.temporary_box.setChecked(True)
    run(panel, qtbot)
    (tmp_path / "file").write_text("no folder")
    target = tmp_path / "file" / "town.tif"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    keep(panel, qtbot)
    assert "cannot be kept" in panel.footer_hint.text()
    assert not panel.result_view.keep_button.isHidden()


def test_a_map_that_stays_needs_no_button_to_keep_it(make_panel, scene, qtbot) -> None:
    panel = make_panel()
    run(panel, qtbot)
    assert panel.result_view.keep_button.isHidden()


def test_a_preview_takes_the_place_of_the_last_one(
    make_panel, project, scene, other, qtbot
) -> None:
    panel = make_panel()
    panel.raster_picker.combo.setLayer(scene)
    panel.output_choice.boxes["CONFIDENCE"].setChecked(True)
    stays = run(panel, qtbot)
    previews = [run(panel, qtbot, is_preview=True) for _ in range(3)]
    assert [path for path in set(previews) if path.exists()] == [previews[2]]
    found = maps(project)
    assert len(found) == 4
    assert stays in found.values()
    assert previews[2] in found.values()
    assert all(path.is_file() for path in found.values())
    # That of another raster is another preview.
    panel.raster_picker.combo.setLayer(other)
    run(panel, qtbot, is_preview=True)
    assert len(maps(project)) == 6


def test_a_preview_that_was_kept_or_renamed_stays(make_panel, project, scene, qtbot) -> None:
    panel = make_panel()
    panel.output_choice.boxes["CONFIDENCE"].setChecked(True)
    kept = run(panel, qtbot, is_preview=True)
    panel.result_view.keep_button.click()
    renamed = run(panel, qtbot, is_preview=True)
    for layer in project.mapLayers().values():
        if Path(layer.source()) == renamed:
            layer.setName("The best so far")
    run(panel, qtbot, is_preview=True)
    found = maps(project)
    assert {kept, renamed} <= set(found.values())
    assert len(found) == 6
    assert all(path.is_file() for path in found.values())


def test_a_preview_whose_polygons_are_being_edited_stays(make_panel, project, scene, qtbot) -> None:
    panel = make_panel()
    edited = run(panel, qtbot, is_preview=True)
    (class_map,) = project.mapLayersByName("Scene – Tiny")
    polygons = QgsVectorLayer("Polygon?crs=EPSG:32643", class_map.name(), "memory")
    polygons.setCustomProperties(class_map.customProperties())
    project.addMapLayer(polygons)
    polygons.startEditing()
    run(panel, qtbot, is_preview=True)
    assert edited.is_file()
    assert polygons.isEditable()
    polygons.rollBack()
    run(panel, qtbot, is_preview=True)
    assert not edited.is_file()


def test_a_folder_that_cannot_be_made_is_told(make_panel, scene, qtbot, tmp_path) -> None:
    panel = make_panel()
    (tmp_path / "file").write_text("no folder")
    panel.output_choice.file_widget.setFilePath(str(tmp_path / "file" / "map.tif"))
    with qtbot.waitSignal(panel.news, check_params_cb=lambda text, _is_problem: bool(text)):
        panel.run_button.click()
    assert "no place for the map" in panel.footer_hint.text()
    assert panel.run_button.isEnabled()


def test_a_preview_does_not_take_the_file_that_was_chosen(
    make_panel, project, scene, qtbot, tmp_path
) -> None:
    panel = make_panel()
    chosen = tmp_path / "mine.tif"
    panel.output_choice.file_widget.setFilePath(str(chosen))
    for _ in range(2):
        assert run(panel, qtbot, is_preview=True).name.startswith("Scene_tiny")
    assert run(panel, qtbot) == chosen
    run(panel, qtbot, is_preview=True)
    assert chosen.is_file()
    assert chosen in maps(project).values()
