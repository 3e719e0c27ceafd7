from __future__ import annotations

import shutil
import threading

import pytest
from qgis.PyQt.QtWidgets import QDialog, QInputDialog

from crossearth_qgis.gui import background
from crossearth_qgis.gui.models import model_manager
from crossearth_qgis.gui.models.model_manager import ModelManager
from crossearth_qgis.gui.models.model_picker import ModelPicker
from tests.plugin.support import write_model


@pytest.fixture
def manager(qtbot, home, tiny_model) -> ModelManager:
    write_model(home / "models" / "zebra", **{"mlm:name": "Zebra"})
    manager = ModelManager()
    qtbot.addWidget(manager)
    return manager


def names(manager: ModelManager) -> list[str]:
    return [manager.table.item(row, 0).text() for row in range(manager.table.rowCount())]


def answer(monkeypatch: pytest.MonkeyPatch, text: str, *, is_given: bool = True) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_arguments: (text, is_given))


def test_nothing_can_be_done_before_a_model_is_chosen(manager) -> None:
    assert names(manager) == ["Tiny", "Zebra"]
    assert not manager.delete_button.isEnabled()
    manager.choose("zebra")
    assert manager.delete_button.isEnabled()


def test_a_model_is_renamed_and_copied(manager, monkeypatch, qtbot) -> None:
    manager.choose("zebra")
    answer(monkeypatch, "  Horse ")
    with qtbot.waitSignal(manager.changed):
        manager.rename_button.click()
    assert names(manager) == ["Tiny", "Horse"]
    answer(monkeypatch, "Horse copy")
    with qtbot.waitSignal(manager.changed):
        manager.duplicate_button.click()
        assert not manager.delete_button.isEnabled()
    assert sorted(names(manager)) == ["Horse", "Horse copy", "Tiny"]
    answer(monkeypatch, "Nobody", is_given=False)
    manager.rename_button.click()
    assert sorted(names(manager)) == ["Horse", "Horse copy", "Tiny"]


def test_a_model_goes_only_when_that_is_confirmed(manager, monkeypatch, home, qtbot) -> None:
    manager.choose("zebra")
    asked = []

    def refuse(_parent, _title, question: str) -> bool:
        asked.append(question)
        return len(asked) > 1

    monkeypatch.setattr(model_manager, "is_agreed", refuse)
    manager.delete_button.click()
    assert names(manager) == ["Tiny", "Zebra"]
    assert "Zebra" in asked[0]
    with qtbot.waitSignal(manager.changed):
        manager.delete_button.click()
    assert names(manager) == ["Tiny"]
    assert not (home / "models" / "zebra").exists()


def test_what_does_not_work_is_told(manager, monkeypatch, home) -> None:
    manager.choose("zebra")
    shutil.rmtree(home / "models" / "zebra")
    answer(monkeypatch, "Horse")
    manager.rename_button.click()
    assert "did not work" in manager.hint.text()
    assert names(manager) == ["Tiny"]


@pytest.mark.parametrize("name", ["duplicate", "delete"])
def test_qgis_goes_on_while_the_files_of_a_model_are_copied_or_deleted(
    manager, monkeypatch, qtbot, name
) -> None:
    threads = []

    def fail(*_arguments: str) -> None:
        threads.append(threading.current_thread())
        raise OSError("The share is gone")

    monkeypatch.setattr(model_manager.installed, name, fail)
    monkeypatch.setattr(model_manager, "is_agreed", lambda *_arguments: True)
    answer(monkeypatch, "Horse copy")
    manager.choose("zebra")
    with qtbot.waitSignal(manager.changed):
        getattr(manager, f"{name}_button").click()
        assert "Zebra" in manager.hint.text()
    assert threads[0] is not threading.main_thread()
    assert "The share is gone" in manager.hint.text()
    assert manager.delete_button.isEnabled()


def test_another_manager_waits_for_what_the_one_before_has_begun(
    manager, monkeypatch, qtbot, home
) -> None:
    goes_on = threading.Event()
    monkeypatch.setattr(model_manager.installed, "duplicate", lambda *_arguments: goes_on.wait(10))
    answer(monkeypatch, "Horse")
    manager.choose("zebra")
    manager.duplicate_button.click()
    other = ModelManager()
    qtbot.addWidget(other)
    other.choose("zebra")
    assert not other.delete_button.isEnabled()
    goes_on.set()
    with qtbot.waitSignal(other.changed):
        pass
    assert other.delete_button.isEnabled()


def test_a_manager_may_be_closed_while_a_model_is_copied(monkeypatch, qtbot, home) -> None:
    write_model(home / "models" / "zebra", **{"mlm:name": "Zebra"})
    manager = ModelManager()
    manager.choose("zebra")
    answer(monkeypatch, "Horse")
    manager.duplicate_button.click()
    manager.deleteLater()
    copy = home / "models" / "horse" / "model.json"
    qtbot.waitUntil(lambda: copy.exists() and not background._kept)


def test_the_picker_opens_it_and_shows_what_has_changed(manager, qtbot, monkeypatch, home) -> None:
    picker = ModelPicker()
    qtbot.addWidget(picker)
    picker.set_value("zebra")

    def work(dialog: ModelManager) -> int:
        answer(monkeypatch, "Horse")
        dialog.rename_button.click()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ModelManager, "exec", work)
    picker.file_button.menu().actions()[-1].trigger()
    assert picker.combo.currentText() == "Horse"
    assert picker.value() == "zebra"


def test_the_picker_shows_a_copy_that_is_ready_when_the_manager_is_closed(
    qtbot, monkeypatch, home
) -> None:
    write_model(home / "models" / "zebra", **{"mlm:name": "Zebra"})
    picker = ModelPicker()
    qtbot.addWidget(picker)
    picker.set_value("zebra")
    goes_on = threading.Event()
    duplicate = model_manager.installed.duplicate

    def wait_and_duplicate(*arguments: str) -> str:
        goes_on.wait(10)
        return duplicate(*arguments)

    def work(dialog: ModelManager) -> int:
        answer(monkeypatch, "Horse")
        dialog.duplicate_button.click()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(model_manager.installed, "duplicate", wait_and_duplicate)
    monkeypatch.setattr(ModelManager, "exec", work)
    picker.file_button.menu().actions()[-1].trigger()
    assert picker.combo.findText("Horse") == -1
    goes_on.set()
    qtbot.waitUntil(lambda: picker.combo.findText("Horse") >= 0)
    assert picker.value() == "zebra"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (shutil.Error([("a", "b", "[Errno 28] No space left on device: 'b'")]), "[Errno 28] No sp"),
        (RuntimeError("odd"), "odd"),
        (KeyError(), "KeyError"),
    ],
)
def test_why_files_could_not_be_changed_is_told_whatever_it_was(
    manager, monkeypatch, qtbot, error, told
) -> None:
    def fail(*_arguments: str) -> None:
        raise error

    monkeypatch.setattr(model_manager.installed, "duplicate", fail)
    answer(monkeypatch, "Horse")
    manager.choose("zebra")
    with qtbot.waitSignal(manager.changed):
        manager.duplicate_button.click()
    assert f"did not work: {told}" in manager.hint.text()
