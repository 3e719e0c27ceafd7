"""A running job as its command sees it: where progress and news go, and whether to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from crossearth_engine.errors import JobCanceled

ProgressCallback = Callable[[int, int, "float | None"], None]
LogCallback = Callable[[str, str], None]
MeasureCallback = Callable[[int, "dict[str, float]"], None]


class Job:
    """One job. Its methods may be called from any thread.

    Args:
        on_progress: called with what is done and what there is in all, windows or bytes, and
            seconds left or None.
        on_log: called with a level (``info``, ``warning``) and a sentence for the person.
        on_measure: called with a step of training and finite figures by name, for curves.
    """

    def __init__(
        self,
        on_progress: ProgressCallback,
        on_log: LogCallback,
        on_measure: MeasureCallback = lambda step, values: None,
    ) -> None:
        self._on_progress = on_progress
        self.log = on_log
        self.measure = on_measure
        self._canceled = threading.Event()
        self._interrupts: list[Callable[[], None]] = []
        self._started: tuple[float, int] | None = None

    def cancel(self) -> None:
        """Ask the job to stop: at its next check, or at once where it is in the network."""
        self._canceled.set()
        for interrupt in tuple(self._interrupts):
            interrupt()

    def on_cancel(self, interrupt: Callable[[], None]) -> None:
        """Have ``interrupt`` called when the job is canceled, from the thread that cancels."""
        self._interrupts.append(interrupt)
        if self._canceled.is_set():
            interrupt()

    def forget(self, interrupt: Callable[[], None]) -> None:
        """Undo `on_cancel`: what it would have ended has ended."""
        self._interrupts.remove(interrupt)

    @property
    def is_canceled(self) -> bool:
        """True when the job is to stop; for those that end well with what they have."""
        return self._canceled.is_set()

    def check(self) -> None:
        """Raise JobCanceled if the job is to stop."""
        if self._canceled.is_set():
            raise JobCanceled

    def sleep(self, seconds: float) -> None:
        """Wait; raise JobCanceled as soon as the job is to stop."""
        if self._canceled.wait(seconds):
            raise JobCanceled

    def progress(self, done: int, total: int) -> None:
        """Report windows or bytes done.

        The first call starts the clock for the time left, which counts from what was done then.
        """
        self.check()
        now = time.monotonic()
        if self._started is None:
            self._started = (now, done)
        started, done_before = self._started
        seconds_left = None
        if done > done_before:
            seconds_left = (now - started) * (total - done) / (done - done_before)
        self._on_progress(done, total, seconds_left)
