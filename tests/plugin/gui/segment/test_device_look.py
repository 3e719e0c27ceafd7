from __future__ import annotations

import contextlib
import threading
from types import SimpleNamespace

import pytest
from qgis.PyQt.QtCore import QObject

from crossearth_qgis.errors import EngineStartFailed, JobCanceled
from crossearth_qgis.gui import background
from crossearth_qgis.gui.segment.device_look import DeviceLook
from crossearth_qgis.setup import addons, engine_environment


class FakeEngine:
    """Answers from a sibling, as the engine does; its own runs are the maps'."""

    def __init__(self, answer=lambda listener: {}) -> None:
        self.asked: list[str] = []
        self._answer = answer

    @contextlib.contextmanager
    def sibling(self):
        yield self

    def run(self, command, arguments, listener):
        self.asked.append(command)
        return self._answer(listener)


@pytest.fixture
def make_look(monkeypatch, qapp):
    owner = QObject()
    monkeypatch.setattr(engine_environment, "find", lambda: SimpleNamespace(python="python"))

    def make(engine: FakeEngine) -> DeviceLook:
        return DeviceLook(engine, owner)

    yield make
    owner.deleteLater()


def test_the_engine_is_asked_once_and_again_when_it_has_changed(
    make_look, monkeypatch, qtbot
) -> None:
    engine = FakeEngine()
    look = make_look(engine)
    for added in ((), ("torch-cuda",)):
        monkeypatch.setattr(addons, "added", lambda folder, added=added: added)
        with qtbot.waitSignal(look.ended, timeout=10_000):
            look.ask()
        look.ask()
    assert engine.asked == ["devices", "devices"]


def test_without_an_engine_nothing_is_asked_and_later_it_is(make_look, monkeypatch, qtbot) -> None:
    engine = FakeEngine()
    look = make_look(engine)
    monkeypatch.setattr(engine_environment, "find", lambda: None)
    look.ask()
    assert engine.asked == []
    monkeypatch.setattr(engine_environment, "find", lambda: SimpleNamespace(python="python"))
    with qtbot.waitSignal(look.ended, timeout=10_000):
        look.ask()


def test_an_engine_that_does_not_start_changes_nothing(make_look, qtbot) -> None:
    tried = threading.Event()

    def fail(listener):
        tried.set()
        raise EngineStartFailed("It does not.")

    look = make_look(FakeEngine(fail))
    with qtbot.assertNotEmitted(look.ended, wait=300):
        look.ask()
        qtbot.waitUntil(tried.is_set, timeout=10_000)


def test_closing_the_panel_ends_the_look(make_look, qtbot) -> None:
    begun, ended = threading.Event(), threading.Event()

    def wait(listener):
        begun.set()
        while not listener.is_canceled():
            pass
        ended.set()
        raise JobCanceled

    look = make_look(FakeEngine(wait))
    look.ask()
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    look.stop()
    qtbot.waitUntil(ended.is_set, timeout=20_000)


def test_a_look_that_has_ended_can_be_stopped(make_look, monkeypatch, qtbot) -> None:
    look = make_look(FakeEngine())
    with qtbot.waitSignal(look.ended, timeout=20_000):
        look.ask()
    # QGIS deletes a task some time after it has ended.
    qtbot.waitUntil(lambda: not background._kept, timeout=20_000)
    look.stop()
