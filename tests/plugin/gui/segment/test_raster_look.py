from __future__ import annotations

from threading import Event
from typing import Any

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from crossearth_qgis.errors import EngineStartFailed
from crossearth_qgis.gui import background
from crossearth_qgis.gui.segment.raster_look import RasterLook


class FailingEngine:
    """Looks at nothing; counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def run(self, command: str, arguments: dict[str, Any], listener: object) -> dict[str, Any]:
        self.asked += 1
        raise EngineStartFailed("It does not.")


class WaitingEngine:
    """Has an answer when it may."""

    def __init__(self) -> None:
        self.is_asked, self.may_answer = Event(), Event()

    def run(self, command: str, arguments: dict[str, Any], listener: object) -> dict[str, Any]:
        self.is_asked.set()
        self.may_answer.wait(20)
        return {}


def test_a_look_that_ends_when_the_panel_is_gone_says_nothing(qapp, qtbot) -> None:
    owner, engine = QObject(), WaitingEngine()
    look = RasterLook(engine, owner)
    look.ask({"input": "a.tif", "model": "model"})
    qtbot.waitUntil(engine.is_asked.is_set, timeout=20_000)
    sip.delete(look)
    with qtbot.captureExceptions() as exceptions:
        engine.may_answer.set()
        qtbot.waitUntil(lambda: not background._kept, timeout=20_000)
    assert not exceptions


def test_after_a_look_that_failed_another_one_can_be_asked_for(qapp, qtbot) -> None:
    owner, engine = QObject(), FailingEngine()
    look = RasterLook(engine, owner)
    for number in (1, 2):
        look.ask({"input": f"{number}.tif", "model": "model"})
        qtbot.waitUntil(lambda number=number: engine.asked == number, timeout=20_000)
        # QGIS deletes a task some time after it has ended.
        qtbot.waitUntil(lambda: not background._kept, timeout=20_000)
    look.stop()
    owner.deleteLater()
