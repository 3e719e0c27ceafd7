"""A running job as its command sees it: where progress and news go, and whether to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from crossearth_engine.errors import JobCanceled
from crossearth_engine.shared.addresses import without_secrets
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.protocol import STAGES

ProgressCallback = Callable[[int, int, "float | None"], None]
LogCallback = Callable[[str, str], None]
FindingCallback = Callable[[Finding], None]
MeasureCallback = Callable[[int, "dict[str, float]"], None]

# In which a stage or a job is counted that knows no more than which share of it is done.
PARTS = 10_000


class Job:
    """One job. Its methods may be called from any thread.

    Args:
        on_progress: called with what is done and what there is in all, windows or bytes, and
            seconds left or None.
        on_log: called with a level (``info``, ``warning``, ``error``) and a sentence for the
            person.
        on_measure: called with a step of training and finite figures by name, for curves.
        on_finding: called with what there is to know of the result; by default its sentence goes
            into the log, as a warning if the result is doubtful.

    Attributes:
        stage: what goes on, by its name in the `plan`; empty where the job is all one.
        share: how much of the whole job is done, from 0 to 1; never less than before.
    """

    def __init__(
        self,
        on_progress: ProgressCallback,
        on_log: LogCallback,
        on_measure: MeasureCallback = lambda step, values: None,
        on_finding: FindingCallback | None = None,
    ) -> None:
        self._on_progress = on_progress
        self.log: LogCallback = lambda level, text: on_log(level, without_secrets(text))
        self.measure = on_measure
        self.warn = on_finding or (lambda finding: self.log(finding.level, finding.sentence))
        self.stage = ""
        self.share = 0.0
        self._canceled = threading.Event()
        self._interrupts: list[Callable[[], None]] = []
        self._is_deaf = False
        self._started: tuple[float, int] | None = None
        self._plan: dict[str, float] = {}
        self._later_s = 0.0
        self._share_before = 0.0

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
        if self._canceled.is_set() and not self._is_deaf:
            raise JobCanceled

    def ignore_cancel(self) -> None:
        """From now on let nothing stop the job: it ends with what it has, and not before."""
        self._is_deaf = True

    def sleep(self, seconds: float) -> None:
        """Wait; raise JobCanceled as soon as the job is to stop."""
        if self._canceled.wait(seconds):
            raise JobCanceled

    def plan(self, stages: Mapping[str, float]) -> None:
        """Divide what is to do into stages, in this order; what is planned already comes after.

        Args:
            stages: names, and roughly how long each takes, seconds: that counts while an earlier
                one goes on. The stage itself is measured.

        Raises:
            ValueError: if one is none of the protocol's.
        """
        if not stages.keys() <= set(STAGES):
            raise ValueError(f"QGIS has no words for a stage of {list(stages)}")
        self._plan = {**stages, **self._plan}

    def start(self, stage: str) -> None:
        """Start a stage of the plan: what is done is counted anew."""
        names = list(self._plan)
        later = names[names.index(stage) + 1 :]
        self.stage = stage
        self._later_s = sum(self._plan[name] for name in later)
        self._share_before = self.share
        self._started = None

    @contextmanager
    def doing(self, stage: str) -> Iterator[None]:
        """Start a stage that tells how far it is by `advance`, and end it with the context."""
        self.start(stage)
        self.advance(0.0)
        yield
        self.report(PARTS, PARTS)  # what has come to its end is not stopped any more

    def advance(self, share: float) -> None:
        """Report how much of the stage is done, from 0 to 1."""
        self.progress(round(PARTS * share), PARTS)

    def progress(self, done: int, total: int) -> None:
        """Report windows or bytes done.

        The first call of a stage starts the clock for the time left, which counts from what was
        done then.

        Raises:
            JobCanceled: if the job is to stop.
        """
        self.check()
        self.report(done, total)

    def report(self, done: int, total: int) -> None:
        """Report windows or bytes done, and do not ask whether to stop."""
        now = time.monotonic()
        if self._started is None:
            self._started = (now, done)
        started, done_before = self._started
        pace_s, seconds_left = 0.0, None
        if done > done_before:
            pace_s = (now - started) / (done - done_before)
            seconds_left = pace_s * (total - done) + self._later_s
        if self._later_s:
            # By time: the share of this stage is known as soon as its pace is.
            part = pace_s * done / (pace_s * total + self._later_s)
        else:
            part = done / max(total, 1)
        self.share = max(self.share, self._share_before + (1 - self._share_before) * part)
        self._on_progress(done, total, seconds_left)


def duration_text(seconds: float) -> str:
    """Return a duration as people say it: 0.4 s, 40 s, 3 min 20 s, 2 h 5 min."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes_rest = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes_rest} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
