"""What workers tell while they compute, told on where the command was given."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from crossearth_engine.cluster.crew import News
from crossearth_engine.cluster.tasks import Tasks
from crossearth_engine.errors import EngineError
from crossearth_engine.job import Job
from crossearth_engine.shared.findings import Finding


class Listener:
    """Tells a job what there is to know of its tasks, each thing once.

    Args:
        tasks: is told who has come, and what has begun.
        job: is told findings and sentences.
        at: called with the name of a task, its stage, and how much of how much is done.
        tells_all: whether also what is no warning is told of a task.
    """

    def __init__(
        self,
        tasks: Tasks,
        job: Job,
        at: Callable[[str, str, int, int], None],
        tells_all: Callable[[str | None], bool] = lambda task: False,
    ) -> None:
        self._tasks = tasks
        self._job = job
        self._at = at
        self._tells_all = tells_all
        self._told: set[str] = set()

    def hear(self, news: News) -> None:
        """Tell what a worker tells; called from a thread of dask."""
        task = news.get("task")
        with contextlib.suppress(EngineError):  # a cancel is noticed where tasks are waited for
            if "ready" in news:
                self._tasks.note_ready()
            elif "begun" in news:
                self._tasks.note_begun(news["task"], news["begun"])
            elif "finding" in news:
                finding = Finding(*news["finding"])
                self._once(finding.code, lambda: self._job.warn(finding))
            elif "log" in news:
                level, text = news["log"]
                if level != "info" or self._tells_all(task):
                    self._once(text, lambda: self._job.log(level, text))
            else:
                self._at(news["task"], *news["at"])

    def _once(self, what: str, tell: Callable[[], None]) -> None:
        if what not in self._told:
            self._told.add(what)
            tell()
