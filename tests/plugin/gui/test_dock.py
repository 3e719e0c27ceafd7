from __future__ import annotations

import gc

import pytest
from qgis.gui import QgsMapCanvas

from crossearth_qgis.gui import background
from crossearth_qgis.gui.dock import SegmentDock


@pytest.fixture
def dock(use_provider, fake_engine, qtbot, project) -> SegmentDock:
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    dock = SegmentDock(use_provider(fake_engine("succeed")), canvas)
    qtbot.addWidget(dock)
    return dock


def test_the_content_is_made_when_the_dock_is_first_shown(dock) -> None:
    assert dock.widget() is None
    dock.show()
    assert dock.widget() is dock.panel
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
    dock = SegmentDock(use_provider(fake_engine("wait-for-cancel")), canvas)
    with qtbot.waitSignal(dock.panel._runner.progress_changed, timeout=10_000):
        dock.panel.run_button.click()
    dock.stop()
    dock.deleteLater()
    del dock
    qtbot.waitUntil(lambda: gc.collect() >= 0 and not background._kept, timeout=10_000)
