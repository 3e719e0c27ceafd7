"""EngineAlgorithm: what every algorithm that hands one job to the engine has in common."""

from __future__ import annotations

import contextlib
import logging
import math
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Union

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon

from .. import paths, settings
from ..bridge.conversation import CANCEL_TIMEOUT_S
from ..bridge.engine import Engine
from ..errors import CrossEarthError, EngineCrashed, JobCanceled, JobFailed, TorchNotAgreed
from ..setup import engine_environment, installation
from ..translation import translate
from .progress_texts import stage_name, stage_text, windows_text

logger = logging.getLogger(__name__)

Outputs = Union[Sequence[str], Callable[[], Sequence[str]]]

_SHORTEST_PAUSE_S = 0.2
_LONGEST_PAUSE_S = 10.0


class MeasuringFeedback(QgsProcessingFeedback):
    """Feedback that also hears the figures of a training while it goes on."""

    measured = pyqtSignal(int, dict)  # step, figure by name


class EngineAlgorithm(QgsProcessingAlgorithm):
    """An algorithm whose work is one job of the engine.

    Attributes:
        group_id: of the group that it is shown in; scripts hold it.
    """

    group_id: str

    def createInstance(self) -> EngineAlgorithm:
        return type(self)()

    def group(self) -> str:
        # Looked up when asked: the classes are there before their language is.
        return {
            "accuracy": translate("CrossEarth", "Accuracy"),
            "landcover": translate("CrossEarth", "Land cover"),
            "models": translate("CrossEarth", "Models"),
        }[self.group_id]

    def groupId(self) -> str:
        return self.group_id

    def icon(self) -> QIcon:
        return paths.icon(self.name())

    def svgIconPath(self) -> str:
        return str(paths.icon_path(self.name()))

    def helpUrl(self) -> str:
        return paths.HELP_URL

    def canExecute(self) -> tuple[bool, str]:
        if engine_environment.find() is None:
            return False, engine_environment.missing_reason()
        return True, ""

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Here, on the main thread: when a task gets its turn the provider may be gone.
        self._engine = self.provider().engine
        return True

    def progress_text(self, done: int, total: int, seconds_left: float | None) -> str:
        """Return one line for what is done and the time left."""
        return windows_text(done, total, seconds_left)

    def canceled_text(self) -> str:
        """Return what a person wants to know of a job that was cancelled."""
        return translate("CrossEarth", "Canceled; nothing was written.")

    def run_job(
        self,
        command: str,
        arguments: dict[str, Any],
        outputs: Outputs,
        feedback: QgsProcessingFeedback,
        engine: Engine | None = None,
        cancel_timeout_s: float = CANCEL_TIMEOUT_S,
        on_turn: Callable[[], None] = lambda: None,
    ) -> dict[str, Any] | None:
        """Let the engine do a job and show its progress; call it in processAlgorithm.

        Args:
            command: name of the engine's command.
            arguments: its arguments.
            outputs: the files it writes, or what returns them once it has ended; what a dead
                engine left of them is removed.
            feedback: shows progress and says when to stop.
            engine: does it; by default the one that all jobs wait for.
            cancel_timeout_s: how long a cancelled job may take to end by itself.
            on_turn: called when no other job is in the way any more.

        Returns:
            The engine's result, or None if the job was cancelled.

        Raises:
            QgsProcessingException: with the sentence for the user; also if the engine was stopped
                from elsewhere.
        """
        progress = _Progress(feedback, self.progress_text)
        # What lies there before this job has its turn is of another run.
        begun: Outputs = []

        def show_log(level: str, text: str) -> None:
            if level == "warning":
                feedback.pushWarning(text)
            else:
                feedback.pushInfo(text)

        def show_measured(step: int, values: dict[str, float]) -> None:
            if isinstance(feedback, MeasuringFeedback):
                feedback.measured.emit(step, values)

        def begin() -> None:
            nonlocal begun
            begun = outputs
            on_turn()
            feedback.setProgressText(translate("CrossEarth", "Starting the engine…"))

        def run() -> dict[str, Any]:
            if (engine or self._engine).is_busy:
                text = translate("CrossEarth", "Waiting for another run to end…")
                feedback.setProgressText(text)
            return (engine or self._engine).run(
                command,
                arguments,
                on_progress=progress.show,
                on_log=show_log,
                is_canceled=feedback.isCanceled,
                on_measure=show_measured,
                on_turn=begin,
                cancel_timeout_s=cancel_timeout_s,
            )

        try:
            try:
                return run()
            except JobFailed as error:
                missing = _missing_packages(error)
                if not missing:
                    raise
                begun = []
                if missing <= engine_environment.ADAPT_PACKAGES:
                    installation.add_adapt(feedback.pushInfo, feedback.isCanceled)
                elif settings.torch_is_agreed():
                    installation.add_torch(feedback.pushInfo, feedback.isCanceled)
                else:
                    raise TorchNotAgreed from error
                return run()
        except JobCanceled:
            _remove_partial(begun)
            if not feedback.isCanceled():
                # An empty result would pass for a success in scripts and batches.
                raise QgsProcessingException(
                    translate("CrossEarth", "The engine was stopped. Nothing was written.")
                ) from None
            feedback.pushInfo(self.canceled_text())
            return None
        except EngineCrashed as error:
            if not _has_journal(begun):
                _remove_partial(begun)
            if error.stderr_tail:
                feedback.pushConsoleInfo(error.stderr_tail)
            raise QgsProcessingException(str(error)) from error
        except CrossEarthError as error:
            if not _has_journal(begun):
                _remove_partial(begun)
            raise QgsProcessingException(str(error)) from error


def _missing_packages(error: JobFailed) -> set[str]:
    """Return what a job lacked in an environment that is ours to change and that we know."""
    environment = engine_environment.find()
    if environment is None or environment.origin != "installed" or error.code != "missing-package":
        return set()
    missing = set(str(error.details.get("requirement", "")).split())
    return missing if missing <= engine_environment.LATER_PACKAGES else set()


class _Progress:
    """Shows what is done as percent, and now and then as text.

    QGIS's dialogs keep every text as a line of their log, and a run may have 100,000 windows.
    """

    def __init__(
        self,
        feedback: QgsProcessingFeedback,
        text: Callable[[int, int, float | None], str],
    ) -> None:
        self._feedback = feedback
        self._text = text
        self._last_text_at = -math.inf
        self._last_text_percent = 0.0
        self._last_stage = ""

    def show(self, message: Any) -> None:
        """Show a message `Progress` of the engine."""
        done, total = message.done, message.total
        percent = 100.0 * message.share
        self._feedback.setProgress(percent)
        waited_s = time.monotonic() - self._last_text_at
        is_news = percent >= self._last_text_percent + 1 or message.stage != self._last_stage
        is_due = waited_s >= _LONGEST_PAUSE_S or (waited_s >= _SHORTEST_PAUSE_S and is_news)
        stage = stage_name(message.stage)
        if not (is_due or (done == total and not stage)):
            return
        self._last_text_at = time.monotonic()
        self._last_text_percent = percent
        self._last_stage = message.stage
        if stage:
            self._feedback.setProgressText(stage_text(stage, message.seconds_left))
        else:
            self._feedback.setProgressText(self._text(done, total, message.seconds_left))


def _partial_folders(outputs: Outputs) -> list[Path]:
    """Return where outputs grow until they are complete."""
    paths = outputs() if callable(outputs) else outputs
    return [Path(f"{path}.partial") for path in paths]


def _remove_partial(outputs: Outputs) -> None:
    """Remove what an engine that was killed left beside its outputs; it writes nowhere else."""
    for folder in _partial_folders(outputs):
        if folder.is_dir() and not _is_held(folder / "crossearth.lock"):
            shutil.rmtree(folder, ignore_errors=True)
            logger.info("Removed %s", folder)


def _has_journal(outputs: Outputs) -> bool:
    """Tell whether a run that failed can be resumed."""
    return any((folder / "journal.json").is_file() for folder in _partial_folders(outputs))


def _is_held(lock: Path) -> bool:
    """Tell whether a living engine holds the folder: another run to the same output."""
    try:
        import fcntl
    except ImportError:
        # Windows lets nobody remove a file that is open.
        with contextlib.suppress(FileNotFoundError):
            try:
                lock.unlink()
            except PermissionError:
                return True
        return False
    try:
        with lock.open("a") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
