from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas

from crossearth_qgis.gui.training.training_panel import TrainingPanel
from tests.plugin.gui.cut_texts import cut_texts


@pytest.fixture
def make(
    use_provider, fake_engine, qtbot, scene, tiny_model, tmp_path
) -> Iterator[Callable[[str], TrainingPanel]]:
    """Return a maker of panels of a project that was saved, whose engine behaves as told."""
    QgsProject.instance().write(str(tmp_path / "project.qgz"))
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.setDestinationCrs(scene.crs())
    canvas.setCurrentLayer(scene)
    canvas.setExtent(scene.extent())
    panels = []

    def made(behaviour: str = "divide") -> TrainingPanel:
        panel = TrainingPanel(use_provider(fake_engine(behaviour)), canvas)
        panel.follow_project()
        qtbot.addWidget(panel)
        panel.model_picker.set_value("tiny")
        panels.append(panel)
        return panel

    yield made
    for panel in panels:
        panel.stop()


@pytest.fixture
def grouped(make, qtbot) -> TrainingPanel:
    """A panel that has found groups."""
    panel = make()
    with qtbot.waitSignal(panel.groups_box.found, timeout=10_000):
        panel.groups_box.run_button.click()
    qtbot.waitUntil(panel.quick_button.isEnabled, timeout=5_000)
    return panel


def names(panel: TrainingPanel) -> list[str]:
    table = panel.class_table
    return [table.item(row, 1).text() for row in range(table.rowCount())]


def samples(panel: TrainingPanel) -> list[str]:
    layer = panel.samples_combo.currentLayer()
    return sorted(feature["class_name"] for feature in layer.getFeatures())


def rename(panel: TrainingPanel, row: int, name: str) -> None:
    panel.class_table.item(row, 1).setText(name)


def test_groups_are_asked_for_without_any_samples(make, fake_engine, qtbot, tmp_path) -> None:
    panel = make()
    box = panel.groups_box
    assert box.run_button.isEnabled()
    box.count_spin.setValue(8)
    with qtbot.waitSignal(box.found, timeout=10_000):
        box.run_button.click()
    (asked,) = [item["arguments"] for item in fake_engine.requests() if item["type"] == "run"]
    assert asked["groups"] == 8
    assert "tiny" in asked["model"]
    assert asked["extent"] is not None
    # Fifty pixels of 10 m; nobody wants to name specks.
    assert asked["min_area"] == pytest.approx(5_000, rel=0.01)
    assert Path(asked["output"]).parent == tmp_path / "crossearth_maps"
    assert Path(asked["polygons"]).parent == tmp_path / "crossearth_maps"


def test_the_whole_raster_can_be_asked_about(make, fake_engine, qtbot) -> None:
    panel = make()
    box = panel.groups_box
    box.area_combo.setCurrentIndex(box.area_combo.findData("all"))
    with qtbot.waitSignal(box.found, timeout=10_000):
        box.run_button.click()
    (asked,) = [item["arguments"] for item in fake_engine.requests() if item["type"] == "run"]
    assert "extent" not in asked


def test_groups_become_samples_that_want_a_name(grouped) -> None:
    assert names(grouped)[:2] == ["group 1", "group 2"]
    assert grouped.field_combo.currentField() == "class_name"
    # In the colours of the map.
    colors = [item.color for item in grouped.class_table.classes()][:2]
    assert colors == ["#0000ff", "#00ff00"]
    assert "2 groups" in grouped.groups_box.hint.text()
    layers = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert sum("12 groups" in name for name in layers) == 2
    assert grouped.parameters("quick")["CLASS_FIELD"] == "class_name"


def test_naming_a_group_names_all_that_is_of_it(grouped) -> None:
    rename(grouped, 0, "water")
    assert samples(grouped) == ["group 2", "water"]


def test_groups_of_one_name_become_one_class_that_can_be_undone(grouped, qtbot) -> None:
    told = []
    grouped.news.connect(lambda text, _is_problem: told.append(text))
    rename(grouped, 0, "water")
    rename(grouped, 1, "water")
    qtbot.waitUntil(lambda: samples(grouped) == ["water", "water"], timeout=5_000)
    assert names(grouped).count("water") == 1
    assert "group 2" not in names(grouped)
    assert told[-1].startswith("“group 2” is now part of “water”")
    qtbot.waitUntil(lambda: grouped.undo_button.isEnabled(), timeout=5_000)
    grouped.undo_button.click()
    qtbot.waitUntil(lambda: samples(grouped) == ["group 2", "water"], timeout=5_000)
    qtbot.waitUntil(lambda: "group 2" in names(grouped), timeout=5_000)


def test_the_chosen_group_alone_can_be_shown(grouped) -> None:
    layer = grouped.samples_combo.currentLayer()

    def shown() -> list[str]:
        return [item.value() for item in layer.renderer().categories() if item.renderState()]

    box = grouped.groups_box
    assert not box.only_box.isHidden()
    grouped.class_table.select_class("group 2")
    box.only_box.setChecked(True)
    assert shown() == ["group 2"]
    grouped.class_table.select_class("group 1")
    assert shown() == ["group 1"]
    # Other samples have no groups, and what was hidden is back.
    other = QgsVectorLayer("Polygon?crs=EPSG:32643&field=class:string", "Mine", "memory")
    QgsProject.instance().addMapLayer(other)
    grouped.samples_combo.pick(other)
    assert box.only_box.isHidden()
    assert shown() == ["group 1", "group 2"]


def test_what_failed_is_told_in_the_box(make, qtbot) -> None:
    panel = make("fail")
    panel.groups_box.run_button.click()
    qtbot.waitUntil(lambda: bool(panel.groups_box.hint.text()), timeout=10_000)
    assert panel.groups_box.run_button.isEnabled()
    assert panel.groups_box.run_progress.isHidden()


def test_a_run_can_be_cancelled(make, qtbot) -> None:
    panel = make("wait-for-cancel")
    box = panel.groups_box
    box.run_button.click()
    assert "Cancel" in box.run_button.text()
    box.run_button.click()
    qtbot.waitUntil(lambda: "Canceled" in box.hint.text(), timeout=10_000)
    assert "Find" in box.run_button.text()


def test_without_a_raster_nothing_can_be_found(make) -> None:
    panel = make()
    QgsProject.instance().removeAllMapLayers()
    assert not panel.groups_box.run_button.isEnabled()
    assert "raster" in panel.groups_box.run_button.toolTip()
    assert not panel.similar_box.point_button.isEnabled()


def test_nothing_is_cut_in_any_language(language, grouped, qtbot) -> None:
    grouped.groups_box.setCollapsed(False)
    grouped.similar_box.setCollapsed(False)
    grouped.resize(300, 1600)
    grouped.show()
    qtbot.waitExposed(grouped)
    assert grouped.scroll_area.widget().minimumSizeHint().width() <= 300
    assert cut_texts(grouped) == []


def test_groups_that_are_removed_are_forgotten(grouped) -> None:
    box = grouped.groups_box
    box.only_box.setChecked(True)
    QgsProject.instance().removeMapLayer(grouped.samples_combo.currentLayer().id())
    assert box.only_box.isHidden()
    assert not box.only_box.isChecked()
