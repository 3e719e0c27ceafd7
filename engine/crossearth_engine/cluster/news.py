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
        begun: called with the name of a task when a worker begins with it.
        tells_all: whether also what is no warning is told of a task.
        file_of: which file of many a task is of, by its name; nothing where there is one only.
    """

    def __init__(
        self,
        tasks: Tasks,
        job: Job,
        at: Callable[[str, str, int, int], None],
        begun: Callable[[str], None] = lambda task: None,
        tells_all: Callable[[str | None], bool] = lambda task: False,
        file_of: Callable[[str | None], str] = lambda task: "",
    ) -> None:
        self._tasks = tasks
        self._job = job
        self._at = at
        self._begun = begun
        self._tells_all = tells_all
        self._file_of = file_of
        # By file, what was told of it.
        self._told: dict[str, set[object]] = {}

    def hear(self, news: News) -> None:
        """Tell what a worker tells; called from a thread of dask."""
        task = news.get("task")
        with contextlib.suppress(EngineError):  # a cancel is noticed where tasks are waited for
            if "ready" in news:
                self._tasks.note_ready(news["ready"])
            elif "begun" in news:
                self._tasks.note_begun(news["task"], news["begun"])
                self._begun(news["task"])
            elif "finding" in news:
                self._tell(self._file_of(task), Finding(*news["finding"]))
            elif "log" in news:
                level, text = news["log"]
                if level != "info" or self._tells_all(task):
                    self._log(self._file_of(task), level, text)
            else:
                self._at(news["task"], *news["at"])

    def forget(self, file: str) -> None:
        """Let go of what was told of a file, of which there is nothing more to tell."""
        self._told.pop(file, None)

    def _tell(self, file: str, finding: Finding) -> None:
        # Others with the same code may be of another raster, or another worker.
        if self._is_new(file, (finding.code, *sorted(finding.details.items()))):
            self._job.warn(finding.of_file(file) if file else finding)

    def _log(self, file: str, level: str, text: str) -> None:
        if self._is_new(file, text):
            self._job.log(level, f"{file}: {text}" if file else text)

    def _is_new(self, file: str, what: object) -> bool:
        told = self._told.setdefault(file, set())
        is_new = what not in told
        told.add(what)
        return is_new
