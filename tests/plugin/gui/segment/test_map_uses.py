"""The dialog that open from the panel for finished maps, and what is told afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from crossearth_qgis.gui.segment import map_uses
from crossearth_qgis.layers.result_layers import mark_as_change


class Dialog(QObject):
    algorithmFinished = pyqtSignal(bool, dict)  # noqa: N815 - QGIS's name


@pytest.fixture
def dialog(monkeypatch) -> Dialog:
    """Return the dialog that is opened; ``asked`` has what it was opened with."""
    dialog = Dialog()
    dialog.asked = []
    monkeypatch.setattr(
        map_uses, "open_dialog", lambda *asked: dialog.asked.append(asked) or dialog
    )
    return dialog


@pytest.fixture
def add_map(raster_factory, project):
    def add(name: str) -> QgsRasterLayer:
        layer = QgsRasterLayer(str(raster_factory(f"{name}.tif", count=1)), name)
        entry = QgsPalettedRasterRenderer.Class(1, QColor("green"), "forest")
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, [entry]))
        project.addMapLayer(layer)
        return layer

    return add


def test_the_maps_at_hand_are_compared_the_active_one_as_the_later(
    make_panel, scene, add_map, dialog
) -> None:
    panel = make_panel()
    older, newer = add_map("2014"), add_map("2018")
    mark_as_change(add_map("what has changed"))
    for active, expected in (
        (None, (newer, older)),
        (scene, (newer, older)),
        (older, (older, newer)),
    ):
        panel.test_canvas.setCurrentLayer(active)
        panel.map_uses.change_button.click()
        name, parameters = dialog.asked[-1]
        assert name == "crossearth:change"
        assert (parameters["AFTER"], parameters["BEFORE"]) == tuple(
            map(QgsRasterLayer.id, expected)
        )
        assert parameters["REPORT"] == "TEMPORARY_OUTPUT"


def test_without_maps_the_dialog_asks_for_them(make_panel, scene, dialog) -> None:
    panel = make_panel()
    panel.map_uses.change_button.click()
    panel.map_uses.objects_button.click()
    assert [set(parameters) for _, parameters in dialog.asked] == [{"REPORT"}, set()]


def test_objects_are_the_active_polygons(make_panel, polygons, add_map, dialog) -> None:
    panel, land_cover = make_panel(), add_map("map")
    panel.map_uses.objects_button.click()
    panel.test_canvas.setCurrentLayer(polygons)
    panel.map_uses.objects_button.click()
    assert dialog.asked == [
        ("crossearth:zonal", {"MAP": land_cover.id()}),
        ("crossearth:zonal", {"MAP": land_cover.id(), "OBJECTS": polygons.id()}),
    ]


def test_what_was_made_lies_above_the_maps(make_panel, scene, add_map, dialog) -> None:
    uses, made, _newer = make_panel().map_uses, add_map("change"), add_map("2018")
    root = QgsProject.instance().layerTreeRoot()
    assert root.layerOrder()[0].name() == "2018"
    uses.objects_button.click()
    dialog.algorithmFinished.emit(True, {"OUTPUT": made.source()})
    assert [layer.name() for layer in root.layerOrder()] == ["change", "2018", "Scene"]


def test_how_much_has_changed_is_told_until_another_project_comes(
    make_panel, dialog, tmp_path: Path, monkeypatch
) -> None:
    uses = make_panel().map_uses
    uses.change_button.click()
    dialog.algorithmFinished.emit(False, {})
    assert (uses.hint.text(), uses.report_button.isHidden()) == ("", True)
    report = str(tmp_path / "report.html")
    dialog.algorithmFinished.emit(True, {"OUTPUT": "", "CHANGED": 0.25, "REPORT": report})
    assert "25.00 %" in uses.hint.text()
    opened = []
    monkeypatch.setattr(map_uses, "open_outside", lambda url: opened.append(url.toLocalFile()))
    uses.report_button.click()
    assert opened == [report]
    QgsProject.instance().clear()
    assert (uses.hint.text(), uses.report_button.isHidden()) == ("", True)
