from __future__ import annotations

import threading

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QMessageBox

from crossearth_qgis import settings
from crossearth_qgis.errors import EngineSetupFailed
from crossearth_qgis.gui.options_page import OptionsPage
from crossearth_qgis.gui.widgets.plain_text import as_markup
from crossearth_qgis.setup import engine_environment, installation


class StoppableEngine:
    """Remembers that it was stopped."""

    is_stopped = False

    def stop(self) -> None:
        self.is_stopped = True


@pytest.fixture
def engine() -> StoppableEngine:
    return StoppableEngine()


@pytest.fixture
def make_page(engine, qtbot):
    def make() -> OptionsPage:
        page = OptionsPage(engine)
        qtbot.addWidget(page)
        return page

    return make


@pytest.fixture
def installed(home):
    """Leave the traces of an engine."""
    folder = engine_environment.installed_folder()
    folder.mkdir(parents=True)
    (folder / "pyvenv.cfg").write_text("", encoding="utf-8")
    return folder


def answer(monkeypatch, button) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: button)


def test_settings_are_shown(make_page) -> None:
    settings.set_device("cuda:1")
    settings.set_threads(3)
    settings.set_idle_timeout_s(600)
    settings.set_engine_python("/opt/python")
    settings.set_models_address("https://mirror.example/models")
    page = make_page()
    assert page.device_combo.currentText() == "cuda:1"
    assert page.threads_box.value() == 3
    assert page.idle_box.value() == 10
    assert page.python_widget.filePath() == "/opt/python"
    assert page.models_widget.filePath() == "https://mirror.example/models"


def test_nothing_is_stored_before_the_dialog_is_accepted(make_page) -> None:
    page = make_page()
    page.threads_box.setValue(2)
    assert settings.threads() == 0


def test_accepting_stores_everything(make_page) -> None:
    page = make_page()
    page.device_combo.setCurrentIndex(1)
    page.threads_box.setValue(2)
    page.idle_box.setValue(1)
    page.python_widget.setFilePath("/opt/python")
    page.models_widget.setFilePath(" /srv/models ")
    page.cluster_widget.setFilePath("tls://gpu-box:8786 ")
    page.tls_widget.setFilePath("/home/me/tls")
    page.places_edit.setPlainText("/mnt/imagery=/data/imagery\n\n")
    page.apply()
    assert settings.device() == "cpu"
    assert settings.threads() == 2
    assert settings.idle_timeout_s() == 60
    assert settings.engine_python() == "/opt/python"
    assert settings.models_address() == "/srv/models"
    assert settings.cluster() == "tls://gpu-box:8786"
    assert settings.cluster_tls() == "/home/me/tls"
    assert settings.cluster_places() == ["/mnt/imagery=/data/imagery"]
    assert make_page().places_edit.toPlainText() == "/mnt/imagery=/data/imagery"


def test_the_data_folder_is_shown(make_page, home) -> None:
    assert make_page().folder_label.text() == str(home)


def test_without_an_environment_there_is_nothing_to_remove(make_page) -> None:
    assert not make_page().remove_button.isEnabled()


def test_removing_stops_the_engine_and_deletes_the_environment(
    make_page, engine, installed, qtbot, monkeypatch
) -> None:
    answer(monkeypatch, QMessageBox.StandardButton.Yes)
    page = make_page()
    page.remove_button.click()
    assert not page.remove_button.isEnabled()
    qtbot.waitUntil(lambda: not installed.exists())
    qtbot.waitUntil(lambda: page.message_bar.currentItem() is not None)
    assert engine.is_stopped
    assert not page.remove_button.isEnabled()


def test_no_means_no(make_page, installed, monkeypatch) -> None:
    answer(monkeypatch, QMessageBox.StandardButton.No)
    page = make_page()
    page.remove_button.click()
    assert installed.exists()


def test_a_removal_that_fails_says_why(make_page, installed, qtbot, monkeypatch) -> None:
    def refuse() -> None:
        raise EngineSetupFailed("Files are in use.")

    answer(monkeypatch, QMessageBox.StandardButton.Yes)
    monkeypatch.setattr(installation, "remove", refuse)
    page = make_page()
    page.remove_button.click()
    qtbot.waitUntil(lambda: page.message_bar.currentItem() is not None)
    assert page.message_bar.currentItem().text() == as_markup("Files are in use.")
    assert page.remove_button.isEnabled()


def test_a_page_that_is_opened_again_knows_of_the_removal_in_progress(
    engine, make_page, installed, qtbot, monkeypatch
) -> None:
    may_end = threading.Event()
    answer(monkeypatch, QMessageBox.StandardButton.Yes)
    monkeypatch.setattr(installation, "remove", lambda: may_end.wait(20))
    first = make_page()
    first.remove_button.click()
    page = make_page()
    assert not page.remove_button.isEnabled()
    may_end.set()
    qtbot.waitUntil(lambda: page.message_bar.currentItem() is not None)
    assert page.remove_button.isEnabled()
    third = make_page()
    assert third.remove_button.isEnabled()


def test_the_dialog_may_be_closed_during_a_removal(engine, installed, qtbot, monkeypatch) -> None:
    answer(monkeypatch, QMessageBox.StandardButton.Yes)
    page = OptionsPage(engine)
    page.remove_button.click()
    page.deleteLater()
    del page
    qtbot.waitUntil(lambda: not installed.exists())
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0)


def test_who_reads_a_translation_is_told_who_made_it(language, make_page) -> None:
    is_english = QgsApplication.instance().translation() == "en"
    assert make_page().translation_label.isHidden() == is_english
