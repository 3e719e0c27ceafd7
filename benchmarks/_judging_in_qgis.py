"""What ``_panel_in_qgis.py`` does with the part *judge*: a map is judged by labelled points.

With mouse and keys, as a person would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QTabWidget, QWidget
from qgis.utils import iface
from story_in_qgis import dock, is_drawn, shoot, ticks

POINTS = 500
LABELLED = 40


def judge_map(watchdog: Any) -> Iterator[Callable[[], bool]]:
    """Map the active raster; plan and draw points on the map, label some of them, and measure.

    Args:
        watchdog: measures.
    """
    panel, canvas = dock().panel, iface.mapCanvas()
    yield lambda: panel.run_button.isEnabled()
    _click(panel.run_button)
    yield lambda: not panel._runner.is_running
    yield ticks(20)
    watchdog.begin("the page to judge a map is opened")
    dock().findChild(QTabWidget).setCurrentIndex(2)
    yield ticks(20)
    page = dock().accuracy_panel
    yield lambda: page.plan_button.isEnabled()
    watchdog.begin("sample points are planned")
    _click(page.plan_button)
    yield lambda: not page._runner.is_running
    page.count_spin.setValue(POINTS)
    yield ticks(5)
    watchdog.begin(f"{POINTS} sample points are drawn")
    _click(page.draw_button)
    yield lambda: not page._runner.is_running
    yield ticks(10)
    yield is_drawn
    if page.points_combo.currentLayer() is None:
        raise RuntimeError(page.footer_hint.text())
    watchdog.begin(f"{LABELLED} of {POINTS} points are labelled by keys")
    _click(page.label_box.walk_button)
    yield ticks(5)
    yield is_drawn
    for number in range(LABELLED):
        if number == 10:
            for key in "ubn":
                QTest.keyClick(canvas, key)
                yield ticks(2)
        QTest.keyClick(canvas, "s" if number % 10 == 9 else str(1 + number % 2))
        yield ticks(2)
        yield is_drawn
    with watchdog.pausing():
        shoot("judge-1-labelling")
    if page.label_box.labelled < LABELLED / 2:
        raise RuntimeError(page.label_box.hint.text())
    watchdog.begin("labelling is ended, and the map measured")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    yield ticks(3)
    _click(page.measure_button)
    yield lambda: not page._runner.is_running
    yield ticks(10)
    with watchdog.pausing():
        shoot("judge-2-measured")
    watchdog.begin("")
    if not page.result_group.isVisible():
        raise RuntimeError(page.footer_hint.text())


def _click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
