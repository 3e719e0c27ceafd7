from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QVBoxLayout, QWidget

from crossearth_qgis.gui.algorithm_runner import AlgorithmRunner
from crossearth_qgis.gui.widgets.run_progress import RunProgress


@pytest.fixture
def runner() -> AlgorithmRunner:
    return AlgorithmRunner()


@pytest.fixture
def progress(qtbot, runner) -> RunProgress:
    widget = RunProgress()
    qtbot.addWidget(widget)
    widget.follow(runner)
    return widget


def test_it_is_busy_until_the_run_says_how_far_it_is(progress, runner) -> None:
    assert progress.isHidden()
    progress.start()
    assert not progress.isHidden()
    assert (progress.label.text(), progress.bar.maximum()) == ("Starting…", 0)
    runner.progress_changed.emit(42.5)
    assert (progress.bar.value(), progress.bar.maximum()) == (42, 100)
    progress.start()
    assert progress.bar.maximum() == 0


def test_what_is_said_of_the_end_stays_until_the_next_run(progress, runner) -> None:
    progress.start()
    progress.end_with("Canceling…")
    runner.text_changed.emit("Window 3 of 4")
    assert progress.label.text() == "Canceling…"
    progress.start()
    runner.text_changed.emit("Window 1 of 4")
    assert progress.label.text() == "Window 1 of 4"


@pytest.mark.parametrize(
    ("end", "values"), [("succeeded", [{}]), ("failed", ["A sentence."]), ("canceled", [])]
)
def test_it_goes_whichever_way_the_run_ends(progress, runner, end: str, values: list) -> None:
    progress.start()
    getattr(runner, end).emit(*values)
    assert progress.isHidden()


def test_names_are_not_taken_for_markup(progress, runner) -> None:
    runner.text_changed.emit("Waiting for <b>other</b>")
    assert progress.label.text() == "Waiting for <b>other</b>"
    assert progress.label.textFormat() == Qt.TextFormat.PlainText


def test_a_long_line_is_read_to_its_end_in_a_narrow_panel(progress, runner, qtbot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    layout = QVBoxLayout(panel)
    layout.addStretch(1)
    layout.addWidget(progress)
    panel.resize(280, 300)
    panel.show()
    progress.start("Map of the new model: {text}")
    runner.text_changed.emit("Window 1024 of 2048, 2 h 15 min left")
    QApplication.processEvents()
    metrics, label = progress.label.fontMetrics(), progress.label
    assert metrics.horizontalAdvance(label.text()) > label.width()
    needed = metrics.boundingRect(label.rect(), Qt.TextFlag.TextWordWrap, label.text())
    qtbot.waitUntil(lambda: needed.height() <= label.height(), timeout=2_000)
    progress.setParent(None)  # it goes by itself
