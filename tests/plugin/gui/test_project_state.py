"""What the panel remembers with a project, and forgets with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytest_qgis.utils import process_events
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication

from crossearth_qgis.gui.dock import CrossEarthDock
from crossearth_qgis.layers import training_samples
from crossearth_qgis.layers.result_layers import mark_as_result
from tests.plugin.support import write_model


@pytest.fixture
def make_dock(use_provider, fake_engine, qtbot, project):
    """Return a maker of docks, as another start of QGIS would make them."""
    provider = use_provider(fake_engine("succeed"))
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)

    def make() -> CrossEarthDock:
        dock = CrossEarthDock(lambda: provider, canvas)
        qtbot.addWidget(dock)
        assert dock.panel
        return dock

    return make


@pytest.fixture
def folder(tmp_path) -> Path:
    """Return a folder for a project and what belongs to it."""
    (tmp_path / "work").mkdir()
    return tmp_path / "work"


@pytest.fixture
def rasters(project, raster_factory, folder) -> dict[str, QgsRasterLayer]:
    """Return two rasters and, first in the alphabet, a map that we have made."""
    layers = {name: QgsRasterLayer(str(raster_factory(f"work/{name}.tif")), name) for name in "Abc"}
    mark_as_result(layers["A"])
    project.addMapLayers(list(layers.values()))
    return layers


@pytest.fixture
def sample_layers(project, folder) -> dict[str, QgsVectorLayer]:
    crs = QgsCoordinateReferenceSystem("EPSG:32643")
    layers = {
        name: training_samples.create_layer(
            folder / f"{name}.gpkg", crs, [], project.transformContext()
        )
        for name in ("areas", "samples")
    }
    project.addMapLayers(list(layers.values()))
    return layers


def catch_up() -> None:
    """Have the pages show the project, each in an event of its own."""
    for _ in range(3):
        QCoreApplication.processEvents()


def save_and_reopen(project, folder: Path) -> None:
    project.write(str(folder / "project.qgz"))
    project.clear()
    project.read(str(folder / "project.qgz"))
    catch_up()


def set_everything(dock, rasters, sample_layers) -> None:
    panel, training = dock.panel, dock.training_panel
    panel.raster_picker.combo.pick(rasters["c"])
    panel.area_picker.combo.setCurrentIndex(2)
    panel.area_picker.polygon_combo.pick(sample_layers["samples"])
    panel.area_picker.selected_only_box.setChecked(True)
    panel.model_picker.set_value("zebra")
    panel.map_options.area_box.setValue(25)
    panel.map_options.class_table.item(0, 1).setText("Lake")
    panel.expert_group.window_box.setValue(48)
    panel.expert_group.join_combo.setCurrentIndex(1)
    panel.expert_group.stretch_edit.setText("2%,98%")
    panel.expert_group.tta_box.setChecked(True)
    panel.expert_group.band_mapping.combos()[0].setBand(3)
    panel.output_choice.boxes["CONFIDENCE"].setChecked(True)
    training.raster_picker.combo.pick(rasters["c"])
    training.samples_combo.pick(sample_layers["samples"])
    training.model_picker.set_value("bands")
    training.name_edit.setText("Mine")
    training.seed_spin.setValue(7)
    training.map_box.setChecked(False)


@pytest.fixture
def zebra(home) -> Path:
    return write_model(home / "models" / "zebra", **{"mlm:name": "Zebra"})


def states(dock) -> list[dict]:
    return [dock.panel.state(), dock.training_panel.state()]


def test_a_project_that_is_saved_as_soon_as_it_is_open_keeps_what_was_set(
    make_dock, project, rasters, sample_layers, zebra, folder
) -> None:
    dock = make_dock()
    set_everything(dock, rasters, sample_layers)
    before = states(dock)
    project.write(str(folder / "project.qgz"))
    project.clear()
    project.read(str(folder / "project.qgz"))
    project.write(str(folder / "again.qgz"))
    project.clear()
    project.read(str(folder / "again.qgz"))
    catch_up()
    assert states(dock) == before


def test_what_was_set_comes_back_with_the_project_and_with_no_other(
    make_dock, project, rasters, sample_layers, zebra, folder
) -> None:
    dock = make_dock()
    defaults = states(dock)
    assert defaults[0]["input"]["layer"] == rasters["b"].id()
    set_everything(dock, rasters, sample_layers)
    before = states(dock)
    project.write(str(folder / "project.qgz"))
    project.clear()
    catch_up()
    empty = states(dock)
    assert empty[0]["area"]["choice"] == "whole"
    assert empty[1]["name"] == ""
    project.read(str(folder / "project.qgz"))
    catch_up()
    assert states(dock) == before
    assert dock.panel.raster_picker.layer().name() == "c"
    parameters = dock.panel.parameters()
    assert parameters["BANDS"] == [3, 2, 3]
    assert parameters["MERGE"] == "Lake=Water"
    assert (parameters["WINDOW_SIZE"], parameters["JOIN"]) == (48, "average")
    # In another window, too, also where the panel is opened after the project.
    assert states(make_dock()) == before


def test_a_project_that_knows_nothing_of_the_panel_gets_the_defaults(
    make_dock, project, rasters, sample_layers, zebra, folder
) -> None:
    project.write(str(folder / "plain.qgz"))
    dock = make_dock()
    defaults = states(dock)
    set_everything(dock, rasters, sample_layers)
    project.write(str(folder / "set.qgz"))
    project.clear()
    project.read(str(folder / "plain.qgz"))
    catch_up()
    assert states(dock) == defaults


def test_a_model_of_the_project_that_is_gone_is_told(
    make_dock, qtbot, project, rasters, folder, home
) -> None:
    model = write_model(home / "models" / "zebra")
    dock = make_dock()
    usual = dock.panel.model_picker.value()
    dock.panel.model_picker.reload()
    dock.panel.model_picker.set_value("zebra")
    project.write(str(folder / "project.qgz"))
    project.clear()
    shutil.rmtree(model)
    with qtbot.waitSignal(dock.news, check_params_cb=lambda text, _is_problem: "zebra" in text):
        project.read(str(folder / "project.qgz"))
    assert dock.panel.model_picker.value() == usual


def test_a_look_at_the_panel_changes_no_project(make_dock, project, rasters, folder) -> None:
    project.write(str(folder / "project.qgz"))
    project.setDirty(False)
    dock = make_dock()
    dock.panel.area_picker.combo.setCurrentIndex(1)
    assert not project.isDirty()


def test_a_project_that_was_moved_finds_its_files(
    make_dock, project, raster_factory, folder, tmp_path
) -> None:
    outside = raster_factory("work/outside.tif")
    dock = make_dock()
    dock.panel.raster_picker.set_file(str(outside))
    project.write(str(folder / "project.qgz"))
    project.clear()
    shutil.move(folder, tmp_path / "elsewhere")
    project.read(str(tmp_path / "elsewhere" / "project.qgz"))
    catch_up()
    assert dock.panel.parameters()["INPUT"] == str(tmp_path / "elsewhere" / "outside.tif")


def test_the_active_layer_comes_first_unless_another_was_picked(
    make_dock, project, rasters, folder
) -> None:
    dock = make_dock()
    combo = dock.panel.raster_picker.combo
    dock._canvas.setCurrentLayer(rasters["c"])
    assert combo.currentLayer() is rasters["c"]
    save_and_reopen(project, folder)
    assert combo.currentLayer().name() == "c"
    dock._canvas.setCurrentLayer(project.mapLayersByName("b")[0])
    assert combo.currentLayer().name() == "b"


@pytest.mark.parametrize(
    "entry",
    [
        "no JSON",
        "[]",
        '{"input": 7}',
        '{"area": {"choice": "moon", "polygons": []}, "outputs": {"wanted": {"CONFIDENCE": "x"}}}',
        '{"model": "gone", "input": {"layer": "gone", "picked": true}}',
        '{"expert": {"window": "wide", "overlap": 1e300, "join": 9, "bands": [9, "x"]}}',
        '{"map": {"area": null, "names": {"Water": null}}}',
    ],
)
def test_an_entry_that_is_not_understood_leaves_the_defaults(
    make_dock, project, rasters, entry
) -> None:
    dock = make_dock()
    defaults = states(dock)
    project.writeEntry("CrossEarth", "map", entry)
    assert states(make_dock()) == defaults


def run(dock, qtbot) -> None:
    with qtbot.waitSignal(dock.panel._runner.succeeded, timeout=10_000):
        dock.panel.run_button.click()


def test_a_result_goes_with_its_input_and_its_project(make_dock, qtbot, project, rasters) -> None:
    dock = make_dock()
    panel = dock.panel
    run(dock, qtbot)
    assert not panel.result_view.isHidden()
    assert panel.log_pane.text()
    with qtbot.waitSignal(panel.news) as news:
        panel.raster_picker.combo.setLayer(rasters["c"])
    assert news.args == ["", False]
    assert panel.result_view.isHidden()
    run(dock, qtbot)
    assert not panel.result_view.isHidden()
    project.clear()
    catch_up()
    assert panel.result_view.isHidden()
    assert panel.log_pane.text() == ""


def test_an_error_of_another_project_goes(
    use_provider, fake_engine, qtbot, project, rasters
) -> None:
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    provider = use_provider(fake_engine("fail"))
    dock = CrossEarthDock(lambda: provider, canvas)
    qtbot.addWidget(dock)
    with qtbot.waitSignal(dock.panel._runner.failed, timeout=10_000):
        dock.panel.run_button.click()
    assert "truncated" in dock.panel.footer_hint.text()
    with qtbot.waitSignal(dock.news) as news:
        project.clear()
    assert news.args == ["", False]
    assert "truncated" not in dock.panel.footer_hint.text()


@pytest.fixture(params=["one event", "several events"])
def opened_in(request, project):
    """Have QGIS open a project in one event, or let others pass meanwhile as from QGIS 3.32 on."""
    if request.param == "several events":  # pytest-qgis does, with each layer
        yield
        return
    project.legendLayersAdded.disconnect(process_events)
    yield
    project.legendLayersAdded.connect(process_events)


def test_while_a_project_is_opened_the_pages_rest_then_each_is_filled_in_an_event_of_its_own(
    make_dock, project, rasters, sample_layers, folder, monkeypatch, opened_in
) -> None:
    project.write(str(folder / "project.qgz"))
    project.clear()
    dock = make_dock()
    pages = [dock.panel, dock.training_panel]
    dock.show()
    catch_up()
    told = []
    for module, name in (
        ("segment.segment_panel.SegmentPanel", "_show_raster"),
        ("training.samples.Samples", "refresh"),
        ("widgets.layer_combo", "recognize"),
    ):
        target = f"crossearth_qgis.gui.{module}.{name}"
        monkeypatch.setattr(target, lambda _self, name=name: told.append(name))
    project.read(str(folder / "project.qgz"))
    assert told == []
    waiting = []
    for _ in range(3):
        QCoreApplication.processEvents()
        waiting.append([page._project_state.is_waiting for page in pages])
    assert waiting == [[False, True], [False, False], [False, False]]
    assert {"_show_raster", "refresh", "recognize"} == set(told)
