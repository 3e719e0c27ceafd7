from __future__ import annotations

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QThread

from crossearth_qgis.gui.algorithm_runner import AlgorithmRunner


@pytest.fixture
def start(use_provider, fake_engine, raster_factory, tmp_path, qtbot):
    """Return a function that starts a run with an engine that behaves as told."""
    runners: list[AlgorithmRunner] = []

    def begin(behaviour: str, **parameters: object) -> AlgorithmRunner:
        algorithm = use_provider(fake_engine(behaviour)).algorithm("segment")
        runner = AlgorithmRunner()
        runners.append(runner)
        runner.told = []
        runner.succeeded.connect(lambda results: runner.told.append(("succeeded", results)))
        runner.failed.connect(lambda sentence: runner.told.append(("failed", sentence)))
        runner.canceled.connect(lambda: runner.told.append(("canceled", None)))
        everything = {
            "INPUT": str(raster_factory()),
            "MODEL": "tiny",
            "OUTPUT": str(tmp_path / "map.tif"),
            **parameters,
        }
        runner.start(algorithm, everything)
        return runner

    yield begin
    for runner in runners:
        runner.cancel()
        qtbot.waitUntil(lambda runner=runner: not runner.is_running, timeout=10_000)


def test_success_is_told_once_with_the_outputs(start, qtbot, tmp_path) -> None:
    runner = start("succeed")
    qtbot.waitUntil(lambda: bool(runner.told))
    ((end, results),) = runner.told
    assert end == "succeeded"
    assert results["OUTPUT"] == str(tmp_path / "map.tif")
    assert not runner.is_running


def test_signals_arrive_in_the_thread_of_the_window(start, qtbot) -> None:
    threads: list[QThread] = []
    runner = start("succeed")
    runner.line_added.connect(lambda _line, _problem: threads.append(QThread.currentThread()))
    qtbot.waitUntil(lambda: bool(runner.told))
    assert threads
    assert set(threads) == {QThread.currentThread()}


def test_warnings_stand_out(start, qtbot) -> None:
    lines: list[tuple[str, bool]] = []
    runner = start("succeed")
    runner.line_added.connect(lambda line, problem: lines.append((line, problem)))
    qtbot.waitUntil(lambda: bool(runner.told))
    assert ("An info from the engine.", False) in lines
    assert ("A warning from the engine.", True) in lines


def test_failure_is_told_with_its_sentence(start, qtbot) -> None:
    runner = start("fail")
    qtbot.waitUntil(lambda: bool(runner.told))
    ((end, sentence),) = runner.told
    assert end == "failed"
    assert "it is truncated" in sentence


def test_parameters_that_do_not_fit_fail_at_once(start) -> None:
    runner = start("succeed", WINDOW_SIZE=64, OVERLAP=64)
    ((end, sentence),) = runner.told
    assert end == "failed"
    assert "overlap" in sentence
    assert not runner.is_running


def test_cancel_is_told_and_is_no_failure(start, qtbot) -> None:
    runner = start("wait-for-cancel")
    with qtbot.waitSignal(runner.progress_changed, timeout=10_000):
        pass
    runner.cancel()
    qtbot.waitUntil(lambda: bool(runner.told))
    assert runner.told == [("canceled", None)]


def test_cancel_in_the_task_bar_cancels_too(start, qtbot) -> None:
    runner = start("wait-for-cancel")
    with qtbot.waitSignal(runner.progress_changed, timeout=10_000):
        pass
    QgsApplication.taskManager().activeTasks()[0].cancel()
    qtbot.waitUntil(lambda: bool(runner.told))
    assert runner.told == [("canceled", None)]


def test_an_engine_stopped_from_elsewhere_is_told(start, qtbot) -> None:
    runner = start("wait-for-cancel")
    with qtbot.waitSignal(runner.progress_changed, timeout=10_000):
        pass
    QgsApplication.processingRegistry().providerById("crossearth").engine.stop()
    qtbot.waitUntil(lambda: bool(runner.told))
    assert runner.told == [("failed", "The engine was stopped. Nothing was written.")]


def test_a_second_run_has_to_wait(start) -> None:
    runner = start("wait-for-cancel")
    with pytest.raises(RuntimeError):
        runner.start(None, {})
