"""What ``_panel_in_qgis.py`` does with the part *look*: a live preview is panned, places reviewed.

With mouse and keys, as a person would.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QTabWidget
from qgis.utils import iface
from story_in_qgis import SHOTS, dock, is_drawn, shoot, ticks

PLACES = 20
MOVES = 12


class Requests:
    """What became of the requests of a live preview.

    Attributes:
        made, dropped: how many, and how many of them ended before they were answered.
        first_s: of each move that needed new pixels, how long the first ones took.
    """

    def __init__(self, preview: Any) -> None:
        from crossearth_qgis.gui.segment import live_preview

        self.made, self.dropped, self.first_s = 0, 0, []
        self._moved: float | None = None
        start = live_preview.start_task

        def started(task: Any) -> None:
            self.made += 1
            task.came.connect(self._on_came)
            task.ended.connect(self._on_ended)
            start(task)

        live_preview.start_task = started

    def move(self) -> None:
        """Begin to wait for the first pixels."""
        self._moved = time.perf_counter()

    def _on_came(self, _key: str, _piece: object) -> None:
        if self._moved is not None:
            self.first_s.append(time.perf_counter() - self._moved)
            self._moved = None

    def _on_ended(self, task: Any) -> None:
        self.dropped += task.left is None and not task.problem


def look_around(watchdog: Any, raster: QgsRasterLayer) -> Iterator[Callable[[], bool]]:
    """Preview a large scene while it is panned and zoomed; then review it.

    Args:
        watchdog: measures.
        raster: of the project, and active.
    """
    panel, canvas = dock().panel, iface.mapCanvas()
    preview = panel.live_preview
    canvas.setCenter(raster.extent().center())
    canvas.zoomByFactor(raster.rasterUnitsPerPixelX() / canvas.mapUnitsPerPixel())
    yield ticks(20)
    yield is_drawn
    yield lambda: panel.run_button.isEnabled()
    requests = Requests(preview)
    watchdog.begin("the live preview is switched on, the engine not yet started")
    requests.move()
    QTest.mouseClick(preview.switch, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    yield from _come_to_rest(preview)
    _shoot(watchdog, "look-1-on")
    cold_s = requests.first_s.pop()
    watchdog.begin("the map is panned by mouse, with a live preview")
    iface.actionPan().trigger()
    for number in range(MOVES):
        yield from _drag(requests, (-260, 140) if number % 3 else (320, -60))
        # Now and then one does not wait for all of it.
        yield from (_come_to_rest(preview) if number % 3 == 2 else _rest(6))
    yield from _come_to_rest(preview)
    _shoot(watchdog, "look-2-panned")
    watchdog.begin("the map is zoomed by wheel, with a live preview")
    for turns in (-1, -1, -1, 1, 1, 1, 1):
        requests.move()
        _turn_wheel(turns)
        yield ticks(8)
    yield from _come_to_rest(preview)
    _shoot(watchdog, "look-3-zoomed")
    watchdog.phases["the map is panned by mouse, with a live preview"]["told"] = {
        "first pixels, engine not started, s": round(cold_s, 2),
        "first pixels, s": [round(s, 2) for s in requests.first_s],
        "requests": requests.made,
        "dropped": requests.dropped,
    }
    watchdog.begin("the live preview is switched off")
    preview.switch.click()
    yield ticks(10)
    watchdog.begin("")
    yield from _review(watchdog)


def _review(watchdog: Any) -> Iterator[Callable[[], bool]]:
    """Walk through twenty places by keys, and adapt to what was said."""
    training, canvas = dock().training_panel, iface.mapCanvas()
    dock().findChild(QTabWidget).setCurrentIndex(1)
    yield ticks(20)
    training.create_samples(SHOTS / "review.gpkg")
    yield ticks(20)
    box = training.review_box
    yield lambda: box.walk_button.isEnabled()
    watchdog.begin("places to review are looked for")
    box.walk_button.click()
    yield lambda: box.is_walking or not box._runner.is_running
    if not box.is_walking:
        raise RuntimeError(box.hint.text())
    yield ticks(5)
    yield is_drawn
    watchdog.begin(f"{PLACES} places are reviewed by keys")
    _shoot(watchdog, "review-1-first")
    QTest.keyClick(canvas, "s")
    QTest.keyClick(canvas, "u")
    for number in range(PLACES):
        place = box._walk.current
        key = 1 + box._walk.keys.index(place.class_name)
        if number % 4 == 3:
            # What the mouse points to instead, beside the place.
            middle = canvas.viewport().rect().center()
            QTest.mouseMove(canvas.viewport(), middle + QPoint(40 + number, 25))
            yield ticks(3)
            key = key % len(box._walk.keys) + 1
        if number == 10:
            _shoot(watchdog, "review-2-half")
        if number == 12:
            QTest.keyClick(canvas, "u")
            yield ticks(2)
            QTest.keyClick(canvas, "n")
            QTest.keyClick(canvas, "b")
        QTest.keyClick(canvas, str(key))
        yield ticks(3)
        yield is_drawn
    if box.is_walking:
        QTest.keyClick(canvas, "1")  # the one that was taken back
        yield ticks(5)
    _shoot(watchdog, "review-3-done")
    if box.is_walking or len(box._walk.samples) != PLACES:
        raise RuntimeError(f"Not all places are done: {box.hint.text()}")
    watchdog.begin("the model is adapted to what was said in the review")
    box.adapt_button.click()
    yield lambda: not training._runner.is_running
    yield ticks(5)
    yield lambda: not dock().panel._runner.is_running
    yield ticks(20)
    yield is_drawn
    _shoot(watchdog, "review-4-adapted")
    watchdog.begin("")
    if not training.result_label.text():
        raise RuntimeError(training.footer_hint.text())
    training.samples_combo.currentLayer().commitChanges()


def _shoot(watchdog: Any, name: str) -> None:
    with watchdog.pausing():
        shoot(name)


def _rest(count: int) -> Iterator[Callable[[], bool]]:
    yield ticks(count)


def _come_to_rest(preview: Any) -> Iterator[Callable[[], bool]]:
    """Wait until all that is seen is mapped, or as much as is going to be."""
    yield ticks(3)
    yield lambda: preview._task is None and not preview._timer.isActive()
    yield is_drawn
    if preview.hint.text() and "middle" not in preview.hint.text():
        raise RuntimeError(preview.hint.text())


def _drag(requests: Requests, by: tuple[int, int]) -> Iterator[Callable[[], bool]]:
    """Drag the map by some pixels."""
    port = iface.mapCanvas().viewport()
    start = port.rect().center()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(port, start + QPoint(by[0] * step // 5, by[1] * step // 5))
        QApplication.processEvents()
    requests.move()
    QTest.mouseRelease(port, left, pos=start + QPoint(*by))
    yield ticks(1)


def _turn_wheel(turns: int) -> None:
    """Turn the wheel over the middle of the map; a positive turn goes nearer."""
    port = iface.mapCanvas().viewport()
    at = port.rect().center()
    event = QWheelEvent(
        QPointF(at),
        QPointF(port.mapToGlobal(at)),
        QPoint(0, 0),
        QPoint(0, 120 * turns),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)
