from __future__ import annotations

from pathlib import Path

import processing
import pytest
from qgis.core import QgsApplication, QgsProcessingException, QgsProcessingFeedback

from crossearth_qgis.errors import EngineSetupFailed, JobCanceled
from crossearth_qgis.setup import engine_environment, installation
from crossearth_qgis.setup.engine_environment import EngineEnvironment
from crossearth_qgis.setup.python_choice import PythonChoice

ID = "crossearth:setupengine"


@pytest.fixture(autouse=True)
def _provider(use_provider, fake_engine, monkeypatch) -> None:
    use_provider(fake_engine("succeed"))
    monkeypatch.delenv("CROSSEARTH_ENGINE_PYTHON")


def answer_with(monkeypatch, outcome) -> None:
    """Let the creation of the environment end in a certain way."""

    def create(on_line, is_canceled, choice=None) -> EngineEnvironment:
        on_line("Installing…")
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(installation, "create", create)


def test_it_is_explained_and_can_be_executed_without_an_engine() -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ID)
    assert algorithm.canExecute()[0]
    assert algorithm.shortHelpString()
    assert algorithm.shortDescription()
    assert algorithm.tags()
    assert algorithm.group()


def test_environment_is_created_and_named(monkeypatch) -> None:
    answer_with(monkeypatch, EngineEnvironment(Path("/engine/bin/python"), "installed"))
    assert processing.run(ID, {}) == {"PYTHON": str(Path("/engine/bin/python"))}


def test_folder_python_and_consent_are_handed_on(monkeypatch, tmp_path) -> None:
    choices: list[PythonChoice] = []

    def create(on_line, is_canceled, choice) -> EngineEnvironment:
        choices.append(choice)
        return EngineEnvironment(Path("/engine/bin/python"), "installed")

    monkeypatch.setattr(installation, "create", create)
    python = tmp_path / "my python"
    python.touch()
    processing.run(ID, {})
    processing.run(ID, {"PACKAGES": str(tmp_path), "BASE_PYTHON": str(python)})
    processing.run(ID, {"DOWNLOAD_PYTHON": True})
    assert choices == [
        PythonChoice(),
        PythonChoice(named=python, packages=tmp_path),
        PythonChoice(is_download_agreed=True),
    ]


def test_complete_environment_is_left_as_it_is(monkeypatch) -> None:
    answer_with(monkeypatch, AssertionError("nothing to create"))
    there = EngineEnvironment(Path("/there/python"), "setting")
    monkeypatch.setattr(engine_environment, "find", lambda: there)
    assert processing.run(ID, {}) == {"PYTHON": str(Path("/there/python"))}


def test_failure_is_its_sentence(monkeypatch) -> None:
    answer_with(monkeypatch, EngineSetupFailed("No Python was found."))
    with pytest.raises(QgsProcessingException, match="No Python was found"):
        processing.run(ID, {})


def test_cancel_returns_nothing(monkeypatch) -> None:
    answer_with(monkeypatch, JobCanceled())
    assert processing.run(ID, {}, feedback=QgsProcessingFeedback(False)) == {}


@pytest.fixture
def changes(monkeypatch) -> list[str]:
    """Note what would be added and removed."""
    noted: list[str] = []

    def add(name, on_line, is_canceled, wheels=None) -> None:
        noted.append(f"+{name} {wheels.name if wheels else ''}".rstrip())

    monkeypatch.setattr(installation, "add", add)
    monkeypatch.setattr(installation, "take_away", lambda name: noted.append(f"-{name}"))
    return noted


def test_torch_comes_on_request(monkeypatch, changes) -> None:
    answer_with(monkeypatch, EngineEnvironment(Path("/engine/bin/python"), "installed"))
    processing.run(ID, {})
    assert changes == []
    processing.run(ID, {"TORCH": True})
    assert changes == ["+torch"]


def test_more_is_added_and_removed_on_request(monkeypatch, changes, tmp_path) -> None:
    answer_with(monkeypatch, EngineEnvironment(Path("/engine/bin/python"), "installed"))
    wished = {"REMOVE": ["torch"], "ADD": ["torch-cuda", "onnxruntime-gpu"]}
    processing.run(ID, {**wished, "PACKAGES": str(tmp_path)})
    assert changes == [
        "-torch",
        f"+torch-cuda {tmp_path.name}",
        f"+onnxruntime-gpu {tmp_path.name}",
    ]


def test_what_is_there_is_not_fetched_again(monkeypatch, changes) -> None:
    answer_with(monkeypatch, EngineEnvironment(Path("/engine/bin/python"), "installed"))
    (engine_environment.installed_folder() / "addons" / "torch").mkdir(parents=True)
    processing.run(ID, {"TORCH": True})
    assert changes == []


def test_a_python_of_the_user_is_not_changed(monkeypatch, changes) -> None:
    there = EngineEnvironment(Path("/there/python"), "setting")
    monkeypatch.setattr(engine_environment, "find", lambda: there)
    result = processing.run(ID, {"TORCH": True, "REMOVE": ["onnxruntime-gpu"]})
    assert result == {"PYTHON": str(Path("/there/python"))}
    assert changes == []
