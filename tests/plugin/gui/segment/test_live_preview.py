from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtGui import QColor

from crossearth_qgis.gui.segment.segment_panel import SegmentPanel
from crossearth_qgis.layers.result_layers import mark_as_result


@pytest.fixture
def previewing(make_panel, scene, qtbot):
    """Return a maker of panels that are shown, with the preview on and the left half in view."""

    def make(behaviour: str = "preview") -> SegmentPanel:
        panel = make_panel(behaviour)
        canvas = panel.test_canvas
        canvas.resize(200, 200)
        canvas.setDestinationCrs(scene.crs())
        canvas.setExtent(QgsRectangle(500_010, 1_999_820, 500_090, 1_999_990))
        canvas.show()
        panel.raster_picker.combo.pick(scene)
        panel.model_picker.set_value("tiny")
        panel.show()
        panel.live_preview.switch.setChecked(True)
        return panel

    return make


def pieces(panel: SegmentPanel) -> set[str]:
    item = panel.live_preview._item
    return set() if item is None else set(item.names)


def asked(fake_engine, kind: str = "run") -> list[dict[str, Any]]:
    requests = [request for request in fake_engine.requests() if request["type"] == kind]
    return [request for request in requests if request.get("command", "preview") == "preview"]


def test_what_the_canvas_shows_is_mapped(previewing, fake_engine, qtbot) -> None:
    panel = previewing()
    qtbot.waitUntil(lambda: len(pieces(panel)) == 2, timeout=10_000)
    (arguments,) = [request["arguments"] for request in asked(fake_engine)]
    left, _, right, _ = arguments["extent"]
    assert left >= 500_000
    assert right < 500_200
    assert arguments["input"].endswith("scene.tif")
    assert "tiny" in arguments["model"]
    assert "output" not in arguments
    # Nothing has come into the project.
    assert len(QgsProject.instance().mapLayers()) == 1


def test_the_pieces_lie_where_they_belong(previewing, qtbot) -> None:
    panel = previewing()
    canvas = panel.test_canvas
    qtbot.waitUntil(lambda: len(pieces(panel)) == 2, timeout=10_000)
    canvas.setExtent(QgsRectangle(499_900, 1_999_700, 500_300, 2_000_100))
    canvas.setCanvasColor(QColor("white"))

    def is_blue(x: float, y: float) -> bool:
        at = canvas.getCoordinateTransform().transform(x, y)
        color = canvas.grab().toImage().pixelColor(round(at.x()), round(at.y()))
        return color.blue() > color.red() + 100

    qtbot.waitUntil(lambda: is_blue(500_150, 1_999_900), timeout=5_000)
    assert is_blue(500_050, 1_999_900)
    # Above, the pieces have no data; and beside the raster there are none.
    assert not is_blue(500_050, 1_999_990)
    assert not is_blue(500_250, 1_999_900)


def test_places_that_were_seen_are_kept(previewing, fake_engine, qtbot) -> None:
    panel = previewing()
    canvas, preview = panel.test_canvas, panel.live_preview
    qtbot.waitUntil(lambda: bool(preview._complete), timeout=10_000)
    canvas.setExtent(QgsRectangle(500_020, 1_999_850, 500_060, 1_999_890))
    qtbot.waitUntil(lambda: not preview._timer.isActive())
    assert len(asked(fake_engine)) == 1
    canvas.setExtent(QgsRectangle(500_100, 1_999_850, 500_190, 1_999_890))
    qtbot.waitUntil(lambda: len(asked(fake_engine)) == 2, timeout=10_000)
    assert sorted(asked(fake_engine)[1]["arguments"]["known"]) == ["0-0", "0-10"]


def test_the_last_request_wins(previewing, fake_engine, qtbot) -> None:
    panel = previewing("preview-until-cancel")
    canvas = panel.test_canvas
    for number in range(3):
        qtbot.waitUntil(lambda number=number: len(asked(fake_engine)) == number + 1, timeout=10_000)
        left = 500_100 + number * 10
        canvas.setExtent(QgsRectangle(left, 1_999_850, left + 50, 1_999_890))
    qtbot.waitUntil(lambda: len(asked(fake_engine)) == 4, timeout=10_000)
    assert len(asked(fake_engine, "cancel")) == 3


def test_a_run_goes_first_and_the_preview_goes_on(previewing, fake_engine, qtbot) -> None:
    panel = previewing("preview-until-cancel")
    qtbot.waitUntil(lambda: len(asked(fake_engine)) == 1, timeout=10_000)
    with qtbot.waitSignal(panel._runner.succeeded, timeout=10_000):
        panel.run()
    # The map that has come is to be seen.
    qtbot.waitUntil(lambda: not panel.live_preview.switch.isChecked(), timeout=10_000)
    panel.live_preview.switch.setChecked(True)
    qtbot.waitUntil(lambda: len(asked(fake_engine)) == 2, timeout=10_000)


def test_with_another_model_or_option_it_begins_anew(previewing, fake_engine, qtbot) -> None:
    panel = previewing()
    qtbot.waitUntil(lambda: bool(panel.live_preview._complete), timeout=10_000)
    panel.expert_group.gsd_box.setValue(3)
    qtbot.waitUntil(lambda: len(asked(fake_engine)) == 2, timeout=10_000)
    arguments = asked(fake_engine)[1]["arguments"]
    assert arguments["gsd"] == 3
    assert arguments["known"] is None


def test_off_or_on_another_page_there_is_none(previewing, fake_engine, qtbot) -> None:
    panel = previewing()
    item = panel.live_preview._item
    qtbot.waitUntil(lambda: bool(panel.live_preview._complete), timeout=10_000)
    item = panel.live_preview._item
    panel.hide()
    qtbot.waitUntil(lambda: not item.isVisible())
    panel.show()
    qtbot.waitUntil(item.isVisible)
    panel.live_preview.switch.setChecked(False)
    qtbot.waitUntil(lambda: not item.isVisible())
    assert len(asked(fake_engine)) == 1
    QgsProject.instance().clear()
    assert not panel.live_preview.switch.isChecked()


def test_a_new_map_is_not_hidden_by_the_preview(previewing, raster_factory, qtbot) -> None:
    panel = previewing()
    qtbot.waitUntil(lambda: len(pieces(panel)) == 2, timeout=10_000)
    other = QgsRasterLayer(str(raster_factory("other.tif")), "Other")
    QgsProject.instance().addMapLayer(other)
    qtbot.wait(10)
    assert panel.live_preview.switch.isChecked()
    layer = QgsRasterLayer(str(raster_factory("map.tif", count=1)), "Map")
    QgsProject.instance().addMapLayer(layer)
    mark_as_result(layer)
    qtbot.waitUntil(lambda: not panel.live_preview.switch.isChecked())
    assert not panel.live_preview._item.isVisible()
    qtbot.wait(200)
    text = "The live preview is off: it would hide the map Map."
    assert panel.live_preview.hint.text() == text
    panel.live_preview.switch.setChecked(True)
    qtbot.waitUntil(panel.live_preview._item.isVisible)


def test_why_there_is_none_is_said(previewing, qtbot) -> None:
    panel = previewing("fail")
    hint = panel.live_preview.hint
    qtbot.waitUntil(lambda: "it is truncated" in hint.text(), timeout=10_000)
    panel.test_canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    qtbot.waitUntil(lambda: hint.text() == "The raster is out of view.", timeout=5_000)
