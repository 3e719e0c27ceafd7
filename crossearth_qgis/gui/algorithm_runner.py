"""Runs a Processing algorithm in the background and says how it goes, in signals.

Knows nothing of widgets. The work happens in QGIS's task manager, so it also shows in QGIS's task
bar; every signal arrives in the thread of the runner.
"""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
    QgsTask,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..processing.feedback_listener import MeasuringFeedback
from ..translation import translate
from .background import start_task

_CAN_BE_SILENT = hasattr(QgsTask.Flag, "Silent")  # QGIS 3.26


class SignallingFeedback(MeasuringFeedback):
    """Feedback that is heard in the GUI thread, whichever thread it is given from."""

    text_changed = pyqtSignal(str)
    line_added = pyqtSignal(str, bool)  # text, is it a problem

    def __init__(self) -> None:
        super().__init__(False)
        self.first_error = ""

    def setProgressText(self, text: str) -> None:
        super().setProgressText(text)
        self.text_changed.emit(text)

    def pushInfo(self, info: str) -> None:
        super().pushInfo(info)
        self.line_added.emit(info, False)

    def pushCommandInfo(self, info: str) -> None:
        super().pushCommandInfo(info)
        self.line_added.emit(info, False)

    def pushDebugInfo(self, info: str) -> None:
        super().pushDebugInfo(info)
        self.line_added.emit(info, False)

    def pushConsoleInfo(self, info: str) -> None:
        super().pushConsoleInfo(info)
        self.line_added.emit(info, False)

    def pushWarning(self, warning: str) -> None:
        super().pushWarning(warning)
        self.line_added.emit(warning, True)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803 - QGIS's name
        super().reportError(error, fatalError)
        self.first_error = self.first_error or error
        self.line_added.emit(error, True)


class _RunTask(QgsProcessingAlgRunnerTask):
    """A run that QGIS's task bar and messages call what the person calls it."""

    def __init__(
        self,
        title: str,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: SignallingFeedback,
    ) -> None:
        # What became of the run is told by whoever started it; QGIS would say it a second time.
        silent = [QgsTask.Flag.CanCancel | QgsTask.Flag.Silent] if _CAN_BE_SILENT else []
        super().__init__(algorithm, parameters, context, feedback, *silent)
        self._title = title
        self.setDescription(title)

    def cancel(self) -> None:
        # Of a task that was canceled QGIS says that it has failed.
        text = translate("CrossEarth", "{title}, canceled as you wished")
        self.setDescription(text.format(title=self._title))
        super().cancel()


class AlgorithmRunner(QObject):
    """One run at a time: `start`, then exactly one of `succeeded`, `failed`, `canceled`."""

    progress_changed = pyqtSignal(float)  # percent
    text_changed = pyqtSignal(str)
    line_added = pyqtSignal(str, bool)  # text, is it a problem
    measured = pyqtSignal(int, dict)  # step, figure by name
    time_left = pyqtSignal(float)  # seconds
    succeeded = pyqtSignal(dict)  # the algorithm's outputs
    failed = pyqtSignal(str)  # a sentence
    canceled = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feedback = SignallingFeedback()
        self._context: QgsProcessingContext | None = None
        self._task: _RunTask | None = None
        self.is_project_open = True
        """False as soon as the project that was open at the start is not any more."""

    @property
    def is_running(self) -> bool:
        """True from `start` until the end has been told."""
        return self._task is not None

    def start(
        self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], title: str = ""
    ) -> None:
        """Run the algorithm in the background.

        Args:
            algorithm: to run.
            parameters: of the algorithm.
            title: what QGIS calls the run; the name of the algorithm unless it is given.

        Raises:
            RuntimeError: if a run is in progress.
        """
        if self.is_running:
            raise RuntimeError("A run is in progress")
        self.is_project_open = True
        self._feedback = SignallingFeedback()
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._context.setFeedback(self._feedback)
        self._feedback.progressChanged.connect(self.progress_changed)
        self._feedback.text_changed.connect(self.text_changed)
        self._feedback.line_added.connect(self.line_added)
        self._feedback.measured.connect(self.measured)
        self._feedback.time_left.connect(self.time_left)

        is_executable, reason = algorithm.canExecute()
        if is_executable:
            is_executable, reason = algorithm.checkParameterValues(parameters, self._context)
        if not is_executable:
            self._feedback.reportError(reason, True)
            self._fail()
            return
        self._task = _RunTask(
            title or algorithm.displayName(), algorithm, parameters, self._context, self._feedback
        )
        if self._task.isCanceled():
            # The preparation failed, in the constructor; such a task is never started.
            self._task = None
            self._fail()
            return
        self._task.executed.connect(self._end)
        QgsProject.instance().cleared.connect(self._on_project_cleared)
        # The task has bare pointers to context and feedback.
        start_task(self._task, self._context, self._feedback)

    def cancel(self) -> None:
        """Ask the run to stop; `canceled` follows when it has."""
        self._feedback.cancel()
        if self._task is not None:
            # One that still waits for its turn asks no feedback.
            self._task.cancel()

    def _on_project_cleared(self) -> None:
        self.is_project_open = False

    def _end(self, is_successful: bool, results: dict[str, Any]) -> None:
        self._task = None
        QgsProject.instance().cleared.disconnect(self._on_project_cleared)
        # A run that is to keep its part when it is canceled has results too.
        if results and (is_successful or self._feedback.isCanceled()):
            self.succeeded.emit(results)
        elif self._feedback.isCanceled():
            self.canceled.emit()
        else:
            self._fail()

    def _fail(self) -> None:
        self.failed.emit(
            self._feedback.first_error
            or translate("CrossEarth", "The run failed. The log has the details.")
        )
