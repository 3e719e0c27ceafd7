from __future__ import annotations

import gc

import pytest
from qgis.gui import QgsMapCanvas

from crossearth_qgis.gui import background
from crossearth_qgis.gui.dock import CrossEarthDock


@pytest.fixture
def dock(use_provider, fake_engine, qtbot, project) -> CrossEarthDock:
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    dock = CrossEarthDock(use_provider(fake_engine("succeed")), canvas)
    qtbot.addWidget(dock)
    return dock


def test_the_content_is_made_when_the_dock_is_first_shown(dock) -> None:
    assert dock.widget() is None
    dock.show()
    assert [dock.widget().widget(i) for i in range(2)] == [dock.panel, dock.training_panel]
    assert dock.panel.isVisible()


def test_news_of_the_panel_is_news_of_the_dock(dock, qtbot) -> None:
    with qtbot.waitSignal(dock.news) as news:
        dock.panel.news.emit("It rains.", True)
    assert news.args == ["It rains.", True]


def test_stopping_a_dock_that_was_never_shown_makes_nothing(dock) -> None:
    dock.stop()
    assert dock.widget() is None


def test_the_dock_may_go_during_a_run(use_provider, fake_engine, qtbot, scene) -> None:
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    dock = CrossEarthDock(use_provider(fake_engine("wait-for-cancel")), canvas)
    with qtbot.waitSignal(dock.panel._runner.progress_changed, timeout=10_000):
        dock.panel.run_button.click()
    dock.stop()
    dock.deleteLater()
    del dock
    qtbot.waitUntil(lambda: gc.collect() >= 0 and not background._kept, timeout=10_000)


def test_an_adapted_model_maps_what_the_canvas_shows(use_provider, fake_engine, qtbot, scene):
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.setDestinationCrs(scene.crs())
    canvas.setExtent(scene.extent())
    dock = CrossEarthDock(use_provider(fake_engine("succeed")), canvas)
    qtbot.addWidget(dock)
    with qtbot.waitSignal(dock.panel._runner.succeeded, timeout=10_000):
        dock.training_panel.adapted.emit("tiny", scene.id(), True)
    segment = next(m for m in fake_engine.requests() if m.get("command") == "segment")
    assert segment["arguments"]["model"].endswith("tiny")
    assert segment["arguments"]["extent"] is not None
    dock.stop()
