"""A box of the panel that has one algorithm run: a button that starts and cancels, what is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsRasterLayer
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...layers.map_files import free_path, map_folder, map_stem
from ...translation import translate
from ..algorithm_runner import AlgorithmRunner
from ..option_labels import with_labels
from .hint import INFO, WARNING, Hint
from .plain_text import as_markup
from .run_progress import RunProgress

_NARROWEST = 80


def narrow(combo: QComboBox) -> None:
    """Have a combo make no panel wider than it is."""
    combo.setMinimumWidth(_NARROWEST)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)


class RunBox(QgsCollapsibleGroupBox):
    """Folded at first; which parameters there are, and what becomes of results, it does not know.

    Attributes:
        run_button: starts, and cancels while it runs.
        hint: what is missing, or what came of it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = self._run_text = ""
        self._algorithm: QgsProcessingAlgorithm | None = None
        self._warnings: list[str] = []
        self._runner = AlgorithmRunner(self)
        self.setSaveCollapsedState(False)
        self.setCollapsed(True)
        self.run_button = QPushButton(self)
        self.hint = Hint(self)
        self.run_progress = RunProgress(self)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.run_button)
        self._column = QVBoxLayout(self)
        self.run_progress.follow(self._runner)
        self.run_button.clicked.connect(self._start_or_cancel)
        self._runner.line_added.connect(self._note_warning)
        self._runner.succeeded.connect(self._end)
        self._runner.failed.connect(self._fail)
        self._runner.canceled.connect(self._cancel)

    def set_problem(self, problem: str) -> None:
        """Tell what keeps a run from starting; empty if nothing does."""
        self._problem = problem
        self._show()

    def stop(self) -> None:
        """Cancel what is in progress."""
        self._runner.cancel()

    def _run(
        self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], title: str
    ) -> None:
        """Run an algorithm; `_take` gets its results."""
        self._algorithm, self._warnings = algorithm, []
        self.hint.set_text("")
        self.run_progress.start()
        self._runner.start(algorithm, parameters, title)
        self._show()

    def _new_file(self, raster: QgsRasterLayer, what: str) -> Path | None:
        """Return where a map goes that is about a raster; None, which is told, if it cannot.

        Args:
            raster: its layer.
            what: the map is, for its name.
        """
        folder = map_folder(raster).path
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.hint.set_text(str(error), WARNING)
            return None
        return free_path(folder / f"{map_stem(raster.name(), what)}.tif")

    def _start_or_cancel(self) -> None:
        if self._runner.is_running:
            self._runner.cancel()
        elif not self._problem:
            self._begin()

    def _note_warning(self, text: str, is_warning: bool) -> None:
        text = with_labels(text, self._algorithm) if is_warning and self._algorithm else ""
        if text and text not in self._warnings:
            self._warnings.append(text)

    def _end(self, results: dict[str, Any]) -> None:
        if self._runner.is_project_open:
            self._take(results)
        self._show()

    def _fail(self, sentence: str) -> None:
        self.run_progress.hide()
        self._show()
        told = with_labels(sentence, self._algorithm) if self._algorithm else sentence
        self.hint.set_text(told, WARNING)

    def _cancel(self) -> None:
        self._show()
        self.hint.set_text(translate("CrossEarth", "Canceled; nothing was written."), INFO)

    def _tell(self, text: str, icon: str = INFO) -> None:
        """Show what came of a run, after what it has warned of."""
        self.hint.set_text("\n".join([*self._warnings, text]), WARNING if self._warnings else icon)

    def _show(self) -> None:
        """Show what can be done."""
        is_running = self._runner.is_running
        self.run_button.setText(translate("CrossEarth", "Cancel") if is_running else self._run_text)
        self.run_button.setEnabled(is_running or not self._problem)
        self.run_button.setToolTip(as_markup(self._problem))

    def _begin(self) -> None:
        """Start the run, by `_run`."""
        raise NotImplementedError  # sip's classes cannot be abstract ones of Python

    def _take(self, results: dict[str, Any]) -> None:
        """Show what a run has made; the project is the one in which it was started."""
        raise NotImplementedError  # sip's classes cannot be abstract ones of Python
