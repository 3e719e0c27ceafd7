from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from crossearth_qgis.gui.training.similar_box import SimilarBox
from crossearth_qgis.gui.training.training_panel import TrainingPanel


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
def make(
    use_provider, fake_engine, qtbot, canvas, tiny_model, tmp_path
) -> Iterator[Callable[[str], SimilarBox]]:
    QgsProject.instance().write(str(tmp_path / "project.qgz"))
    panels = []

    def made(behaviour: str = "resemble") -> SimilarBox:
        panel = TrainingPanel(use_provider(fake_engine(behaviour)), canvas)
        panel.follow_project()
        qtbot.addWidget(panel)
        panel.model_picker.set_value("tiny")
        panels.append(panel)
        box = panel.similar_box
        box.panel = panel
        return box

    yield made
    for panel in panels:
        panel.stop()


def click(canvas: QgsMapCanvas, place: QgsPointXY, button=Qt.MouseButton.LeftButton) -> None:
    at = canvas.getCoordinateTransform().transform(place).toQPointF().toPoint()
    QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, at)


@pytest.fixture
def pointed(make, canvas) -> SimilarBox:
    """A box with two objects."""
    box = make()
    box.point_button.click()
    click(canvas, QgsPointXY(500_050, 1_999_950))
    click(canvas, QgsPointXY(500_150, 1_999_850))
    return box


@pytest.fixture
def found(pointed, qtbot) -> SimilarBox:
    pointed.run_button.click()
    qtbot.waitUntil(lambda: not pointed.slider.isHidden(), timeout=10_000)
    return pointed


def runs(fake_engine) -> list[dict]:
    requests = fake_engine.requests()
    return [item["arguments"] for item in requests if item.get("command") == "similar"]


def test_objects_are_clicked_in_the_canvas(pointed, canvas) -> None:
    assert "2" in pointed.point_button.text()
    assert pointed.run_button.isEnabled()
    pointed.undo_button.click()
    assert "1" in pointed.point_button.text()
    pointed.undo_button.click()
    assert not pointed.run_button.isEnabled()
    assert "Click one" in pointed.run_button.toolTip()


def test_a_right_click_gives_the_canvas_back(pointed, canvas, qtbot) -> None:
    click(canvas, QgsPointXY(500_050, 1_999_950), Qt.MouseButton.RightButton)
    qtbot.waitUntil(lambda: isinstance(canvas.mapTool(), QgsMapToolPan), timeout=5_000)
    assert not pointed.point_button.isChecked()
    assert pointed.run_button.isEnabled()  # the objects stay


def test_another_tool_ends_pointing_and_stays(pointed, canvas, qtbot) -> None:
    other = QgsMapToolPan(canvas)
    canvas.setMapTool(other)
    qtbot.waitUntil(lambda: not pointed.point_button.isChecked(), timeout=5_000)
    assert canvas.mapTool() is other


def test_a_click_beside_the_raster_is_told(pointed, canvas) -> None:
    canvas.setExtent(canvas.extent().buffered(500))
    click(canvas, QgsPointXY(499_800, 1_999_950))
    assert "no raster" in pointed.hint.text()
    assert "2" in pointed.point_button.text()


def test_objects_are_told_where_they_were_clicked(make, canvas, fake_engine, qtbot) -> None:
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    box = make()
    box.point_button.click()
    place = box._way_to_canvas(box._raster).transform(QgsPointXY(500_052, 1_999_948))
    canvas.setExtent(box._way_to_canvas(box._raster).transformBoundingBox(box._raster.extent()))
    click(canvas, place)
    box.run_button.click()
    qtbot.waitUntil(lambda: not box.slider.isHidden(), timeout=10_000)
    (asked,) = runs(fake_engine)
    source = ogr.Open(asked["objects"])
    (feature,) = source.GetLayer(0)
    point = feature.GetGeometryRef()
    assert point.GetX() == pytest.approx(500_052, abs=3)
    assert point.GetY() == pytest.approx(1_999_948, abs=3)
    assert Path(asked["output"]).parent.name == "crossearth_maps"
    assert "tiny" in asked["model"]


def test_the_canvas_follows_the_slider(found, qtbot) -> None:
    (layer,) = [
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if isinstance(layer, QgsRasterLayer) and "similar" in layer.name()
    ]
    assert layer.renderer().classificationMin() == 50
    with qtbot.waitSignal(layer.repaintRequested, timeout=5_000):
        found.slider.setValue(80)
    assert layer.renderer().classificationMin() == 80
    assert found.threshold_spin.value() == 80


def test_candidates_go_into_a_layer(found, fake_engine, qtbot, monkeypatch) -> None:
    found.slider.setValue(65)
    found.form_combo.setCurrentIndex(found.form_combo.findData("points"))
    found.candidates_button.click()
    qtbot.waitUntil(lambda: "3 places" in found.hint.text(), timeout=10_000)
    first, asked = runs(fake_engine)
    assert (asked["threshold"], asked["form"]) == (65, "points")
    assert Path(asked["candidates"]).parent == Path(first["output"]).parent
    assert asked["output"] != first["output"]
    names = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert "Candidates from 65 %" in names


def test_without_its_raster_there_is_nothing_to_slide(found) -> None:
    (layer,) = [
        layer for layer in QgsProject.instance().mapLayers().values() if "similar" in layer.name()
    ]
    QgsProject.instance().removeMapLayer(layer.id())
    assert found.slider.isHidden()
    assert found.candidates_button.isHidden()


def test_another_raster_has_other_objects(pointed, raster_factory) -> None:
    other = QgsRasterLayer(str(raster_factory("other.tif")), "Other")
    QgsProject.instance().addMapLayer(other)
    pointed.panel.raster_picker.set_value(other.id())
    assert not pointed.run_button.isEnabled()
    assert not pointed.point_button.isChecked()


def test_what_failed_is_told_in_the_box(make, canvas, qtbot) -> None:
    box = make("fail")
    box.point_button.click()
    click(canvas, QgsPointXY(500_050, 1_999_950))
    box.run_button.click()
    qtbot.waitUntil(lambda: bool(box.hint.text()), timeout=10_000)
    assert box.run_button.isEnabled()
