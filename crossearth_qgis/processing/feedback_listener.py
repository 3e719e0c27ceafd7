"""FeedbackListener: what the engine says of a job, shown by QGIS's feedback."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import pyqtSignal

from ..bridge.job_listener import JobListener
from ..translation import translate
from .leftovers import Leftovers
from .progress_texts import stage_name, stage_text

_SHORTEST_PAUSE_S = 0.2
_LONGEST_PAUSE_S = 10.0


class MeasuringFeedback(QgsProcessingFeedback):
    """Feedback that also hears the figures of a training, and how long a job still takes."""

    measured = pyqtSignal(int, dict)  # step, figure by name
    time_left = pyqtSignal(float)  # seconds, now and then


class FeedbackListener(JobListener):
    """Shows what is done as percent, and now and then as text; cancels when a person does.

    QGIS's dialogs keep every text as a line of their log, and a run may have 100,000 windows.

    Args:
        feedback: of the algorithm.
        progress_text: returns one line for what is done, all there is, and the seconds left.
        leftovers: the job's, as soon as it has its turn.
    """

    def __init__(
        self,
        feedback: QgsProcessingFeedback,
        progress_text: Callable[[int, int, float | None], str],
        leftovers: Leftovers,
    ) -> None:
        self._feedback = feedback
        self._progress_text = progress_text
        self._leftovers = leftovers
        self._last_text_at = -math.inf
        self._last_text_percent = 0.0
        self._last_stage = ""

    def on_turn(self) -> None:
        self._leftovers.claim()

    def on_start(self) -> None:
        self._feedback.setProgressText(translate("CrossEarth", "Starting the engine…"))

    def on_begin(self) -> None:
        self._feedback.setProgressText(translate("CrossEarth", "Preparing…"))

    def on_progress(self, message: Any) -> None:
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
        if message.seconds_left is not None and isinstance(self._feedback, MeasuringFeedback):
            self._feedback.time_left.emit(float(message.seconds_left))
        if stage:
            self._feedback.setProgressText(stage_text(stage, message.seconds_left))
        else:
            self._feedback.setProgressText(self._progress_text(done, total, message.seconds_left))

    def on_log(self, level: str, text: str) -> None:
        if level == "info":
            self._feedback.pushInfo(text)
        else:
            self._feedback.pushWarning(text)

    def on_measured(self, step: int, values: dict[str, float]) -> None:
        if isinstance(self._feedback, MeasuringFeedback):
            self._feedback.measured.emit(step, values)

    def is_canceled(self) -> bool:
        return bool(self._feedback.isCanceled())
