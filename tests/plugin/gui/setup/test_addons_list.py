from __future__ import annotations

import threading

import pytest
from qgis.PyQt.QtWidgets import QMessageBox

from crossearth_qgis.errors import EngineSetupFailed
from crossearth_qgis.gui.setup import addons_list
from crossearth_qgis.gui.setup.addons_list import AddonsList
from crossearth_qgis.setup import addons, engine_environment, installation
from crossearth_qgis.setup.engine_environment import EngineEnvironment


@pytest.fixture
def computer(home, monkeypatch):
    """Pretend an engine of ours with Python 3.12 on Linux, with or without a card."""
    folder = engine_environment.installed_folder()
    folder.mkdir(parents=True)
    (folder / "pyvenv.cfg").write_text("version = 3.12.1\n")
    ours = EngineEnvironment(engine_environment.venv_python(folder), "installed")
    monkeypatch.setattr(engine_environment, "find", lambda: ours)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("platform.machine", lambda: "x86_64")

    def choose(card: str | None) -> None:
        monkeypatch.setattr(addons_list, "nvidia_card", lambda: card)

    choose(None)
    return choose


@pytest.fixture
def answer(monkeypatch) -> list[str]:
    questions: list[str] = []

    def agree(box: QMessageBox) -> QMessageBox.StandardButton:
        questions.append(box.text())
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "exec", agree)
    return questions


def shown(page: AddonsList) -> dict[str, str]:
    return {name: button.text() for name, button in page.buttons.items() if not button.isHidden()}


def make(qtbot, fake_engine) -> AddonsList:
    page = AddonsList(fake_engine("succeed"))
    qtbot.addWidget(page)
    return page


def test_builds_for_cards_are_offered_where_there_is_a_card(computer, qtbot, fake_engine) -> None:
    page = make(qtbot, fake_engine)
    assert list(shown(page)) == ["openvino", "torch"]
    assert "59" in shown(page)["openvino"]
    assert "204" in shown(page)["torch"].replace("203.6", "204")
    computer("NVIDIA L4")
    page.refresh()
    assert list(shown(page)) == list(addons.ADDONS)
    assert "GB" in shown(page)["torch-cuda"]


def test_nothing_is_offered_without_an_engine_of_ours(computer, qtbot, fake_engine, monkeypatch):
    monkeypatch.setattr(engine_environment, "find", lambda: None)
    page = make(qtbot, fake_engine)
    assert shown(page) == {}
    assert page.isHidden()


def test_it_is_added_and_removed_with_a_click(
    computer, qtbot, fake_engine, monkeypatch, answer
) -> None:
    place = engine_environment.installed_folder() / "addons" / "torch"

    def add(name, on_line, is_canceled, wheels=None) -> None:
        on_line("PyTorch 2.13.0+cpu")
        place.mkdir(parents=True)

    monkeypatch.setattr(installation, "add", add)
    monkeypatch.setattr(installation, "take_away", lambda name: place.rmdir())
    page = make(qtbot, fake_engine)
    with qtbot.waitSignal(page.ended) as ended:
        page.buttons["torch"].click()
    assert ended.args == [True, "PyTorch 2.13.0+cpu"]
    assert "MB" in answer[0]
    assert shown(page)["torch"] == "Remove…"
    with qtbot.waitSignal(page.ended) as ended:
        page.buttons["torch"].click()
    assert ended.args == [True, "PyTorch was removed."]
    assert "Add" in shown(page)["torch"]


def test_what_fails_is_told(computer, qtbot, fake_engine, monkeypatch, answer) -> None:
    def add(*_arguments) -> None:
        raise EngineSetupFailed("No internet.")

    monkeypatch.setattr(installation, "add", add)
    page = make(qtbot, fake_engine)
    with qtbot.waitSignal(page.ended) as ended:
        page.buttons["torch"].click()
    assert ended.args == [False, "No internet."]
    assert page.buttons["torch"].isEnabled()


def test_a_page_that_is_opened_again_knows_of_what_is_being_added(
    computer, qtbot, fake_engine, answer, monkeypatch
) -> None:
    may_end = threading.Event()
    monkeypatch.setattr(installation, "add", lambda *_arguments: may_end.wait(20))
    first = make(qtbot, fake_engine)
    first.buttons["torch"].click()
    page = make(qtbot, fake_engine)
    assert not page.buttons["torch"].isEnabled()
    with qtbot.waitSignal(page.ended):
        may_end.set()
    assert page.buttons["torch"].isEnabled()
