from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from osgeo import gdal
from qgis.PyQt.QtCore import QThread
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMessageBox

from crossearth_qgis import settings
from crossearth_qgis.errors import EngineSetupFailed, JobCanceled, PythonNotAgreed
from crossearth_qgis.gui.setup import setup_page
from crossearth_qgis.gui.setup.setup_page import SetupPage
from crossearth_qgis.setup import engine_environment, installation
from crossearth_qgis.setup.engine_environment import EngineEnvironment
from crossearth_qgis.setup.proof import make_proof_raster
from crossearth_qgis.setup.python_choice import PythonChoice


@pytest.fixture
def make_page(use_provider, fake_engine, qtbot, qgis_new_project):
    """Return a maker of pages, with an engine that behaves as told in the proof."""
    pages: list[SetupPage] = []

    def make(behaviour: str = "succeed") -> SetupPage:
        page = SetupPage(use_provider(fake_engine(behaviour)))
        qtbot.addWidget(page)
        pages.append(page)
        return page

    yield make
    for page in pages:
        if page.is_running:
            page.cancel()
        qtbot.waitUntil(lambda page=page: not page.is_running, timeout=10_000)


@pytest.fixture
def set_up(monkeypatch) -> Callable[[Callable], None]:
    """Return a function that puts a stand-in in the place of the real setup."""

    def replace(create: Callable) -> None:
        monkeypatch.setattr(installation, "create", create)

    return replace


def succeed(on_line, is_canceled, choice=None) -> EngineEnvironment:
    on_line("Installing the packages of the engine…")
    return engine_environment.find()


def fail(on_line, is_canceled, choice=None) -> EngineEnvironment:
    on_line("ERROR: Could not connect")
    raise EngineSetupFailed("The packages could not be downloaded.")


def wait(on_line, is_canceled, choice=None) -> EngineEnvironment:
    on_line("Waiting")
    for _ in range(1000):
        if is_canceled():
            raise JobCanceled
        threading.Event().wait(0.01)
    raise EngineSetupFailed("Nobody canceled.")


def test_the_page_says_how_much_comes_and_where_it_goes(make_page) -> None:
    text = make_page().facts_card.text()
    assert str(engine_environment.installed_folder()) in text
    assert "onnxruntime" in text
    assert "MB" in text


def test_a_card_that_is_found_is_named_with_what_it_can_get(make_page, monkeypatch) -> None:
    page = make_page()
    assert "builds for it" not in page.facts_card.text()
    monkeypatch.setattr(setup_page, "nvidia_card", lambda: "NVIDIA L4")
    page.refresh()
    assert "NVIDIA L4: builds for it" in page.facts_card.text()


def test_the_page_fits_into_a_narrow_dock(make_page) -> None:
    assert make_page().form_layout.minimumSize().width() <= 320


def test_a_first_start_is_no_problem(make_page, monkeypatch) -> None:
    monkeypatch.delenv("CROSSEARTH_ENGINE_PYTHON")
    page = make_page()
    page.refresh()
    assert page.problem_hint.text() == ""


def test_a_chosen_python_that_is_gone_is_named(make_page, monkeypatch) -> None:
    monkeypatch.delenv("CROSSEARTH_ENGINE_PYTHON")
    settings.set_engine_python("/nowhere/python")
    page = make_page()
    page.refresh()
    assert "/nowhere/python" in page.problem_hint.text()


def test_setup_ends_with_a_proof(make_page, set_up, qtbot) -> None:
    set_up(succeed)
    page = make_page()
    with qtbot.waitSignal(page.ready, timeout=10_000):
        page.setup_button.click()
        assert page.setup_button.text() == "Cancel"
        assert not page.progress_bar.isHidden()
        assert not page.log_group.isHidden()
    assert "Installing the packages" in page.log_pane.text()
    assert "An info from the engine." in page.log_pane.text()
    assert page.log_pane.text().endswith("The engine works.")
    assert page.progress_bar.isHidden()


def test_setup_can_be_canceled_before_its_proof(make_page, set_up, qtbot) -> None:
    set_up(succeed)
    page = make_page()
    # Slots are called in the order of their connection: this one when the page knows of the end.
    page.setup_button.click()
    page._task.ended.connect(page.cancel)
    qtbot.waitUntil(lambda: page.log_pane.text().endswith("Canceled."))
    assert not page.is_running
    assert page.setup_button.text() == "&Try Again"
    assert "An info from the engine." not in page.log_pane.text()


def test_setup_happens_off_the_thread_of_the_window(make_page, set_up, qtbot) -> None:
    threads: list[QThread] = []

    def remember(on_line, is_canceled, choice=None) -> EngineEnvironment:
        threads.append(QThread.currentThread())
        return succeed(on_line, is_canceled)

    set_up(remember)
    page = make_page()
    with qtbot.waitSignal(page.ready, timeout=10_000):
        page.setup_button.click()
    assert threads
    assert threads[0] is not QThread.currentThread()


def test_failed_setup_says_why_and_can_be_tried_again(make_page, set_up, qtbot) -> None:
    set_up(fail)
    page = make_page()
    page.setup_button.click()
    qtbot.waitUntil(lambda: not page.is_running)
    assert page.problem_hint.text() == "The packages could not be downloaded."
    assert page.setup_button.text() == "&Try Again"
    page.log_pane.copy()
    assert "ERROR: Could not connect" in QApplication.clipboard().text()

    set_up(succeed)
    with qtbot.waitSignal(page.ready, timeout=10_000):
        page.setup_button.click()
    assert page.problem_hint.text() == ""


def test_an_engine_that_does_not_work_is_not_ready(make_page, set_up, qtbot) -> None:
    set_up(succeed)
    page = make_page("fail")
    page.ready.connect(lambda: pytest.fail("not ready"))
    page.setup_button.click()
    qtbot.waitUntil(lambda: not page.is_running)
    qtbot.waitUntil(lambda: bool(page.problem_hint.text()))
    assert "it is truncated" in page.problem_hint.text()


def test_setup_can_be_canceled(make_page, set_up, qtbot) -> None:
    set_up(wait)
    page = make_page()
    page.setup_button.click()
    qtbot.waitUntil(lambda: "Waiting" in page.log_pane.text())
    page.setup_button.click()
    assert not page.setup_button.isEnabled()
    qtbot.waitUntil(lambda: not page.is_running)
    assert page.problem_hint.text() == ""
    assert page.setup_button.isEnabled()


def test_an_unforeseen_error_is_told(make_page, set_up, qtbot) -> None:
    def break_down(on_line, is_canceled, choice=None) -> EngineEnvironment:
        raise ZeroDivisionError("unforeseen")

    set_up(break_down)
    page = make_page()
    page.setup_button.click()
    qtbot.waitUntil(lambda: not page.is_running)
    assert "unforeseen" in page.problem_hint.text()


@pytest.mark.parametrize(
    ("size", "said"), [(31_400_000, "31 MB"), (None, "size that the server does not say")]
)
def test_a_python_is_downloaded_after_a_question_with_its_size(
    make_page, set_up, qtbot, monkeypatch, size, said
) -> None:
    agreed: list[bool] = []

    def need_python(on_line, is_canceled, choice) -> EngineEnvironment:
        agreed.append(choice.is_download_agreed)
        if not choice.is_download_agreed:
            raise PythonNotAgreed("No Python was found.", "3.12.9", "mirror.example", size)
        return succeed(on_line, is_canceled)

    set_up(need_python)
    page = make_page()
    questions: list[str] = []
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]

    def answer(box: QMessageBox) -> QMessageBox.StandardButton:
        questions.append(box.text())
        return answers[len(questions) - 1]

    monkeypatch.setattr(QMessageBox, "exec", answer)
    page.setup_button.click()
    qtbot.waitUntil(lambda: not page.is_running)
    assert "No Python was found." in page.problem_hint.text()
    assert page.setup_button.text() == "&Try Again"
    with qtbot.waitSignal(page.ready, timeout=10_000):
        page.setup_button.click()
    assert agreed == [False, False, True]
    for part in ("Python 3.12.9", "mirror.example", said, str(engine_environment.engines_folder())):
        assert part in questions[0].replace("\xa0", " ")
    assert page.problem_hint.text() == ""


def test_the_proof_is_a_raster_of_three_bands_in_metres(tmp_path) -> None:
    raster = gdal.Open(str(make_proof_raster(tmp_path / "proof.tif")))
    assert raster.RasterCount == 3
    assert raster.GetSpatialRef().GetLinearUnitsName() == "metre"
    assert raster.GetRasterBand(1).ComputeRasterMinMax() == (0, 255)


def test_packages_come_from_a_folder_without_a_network(
    make_page, set_up, qtbot, monkeypatch, tmp_path
) -> None:
    choices: list[PythonChoice] = []

    def remember(on_line, is_canceled, choice=None) -> EngineEnvironment:
        choices.append(choice)
        return succeed(on_line, is_canceled)

    set_up(remember)
    page = make_page()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.folder_button.click()
    assert not page.is_running
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with qtbot.waitSignal(page.ready, timeout=20_000):
        page.folder_button.click()
        assert page.folder_button.isHidden()
    assert choices == [PythonChoice(packages=tmp_path)]
    assert not page.folder_button.isHidden()
