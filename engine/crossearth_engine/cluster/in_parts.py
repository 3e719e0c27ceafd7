"""One raster in parts, as by hand: one worker plans, all compute parts, and one joins them."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crossearth_engine.cluster.crew import arguments_of
from crossearth_engine.cluster.sight import HIDDEN_S
from crossearth_engine.cluster.tasks import NamedTasks, Task
from crossearth_engine.errors import ClusterLost, EngineError, InvalidRequest
from crossearth_engine.inference.assemble import begun_parts, remove_folder, remove_parts
from crossearth_engine.inference.finished import finished
from crossearth_engine.inference.part_plan import PartPlan, read_plan
from crossearth_engine.inference.parts import (
    MODEL_COPY_SUFFIX,
    PLAN_FILE,
    at_work,
    open_parts_folder,
    parts_folder,
)
from crossearth_engine.inference.request import IN_PARTS, SegmentRequest
from crossearth_engine.job import Job
from crossearth_engine.map.claim import Claim
from crossearth_engine.models.catalog import find_model
from crossearth_engine.publishing import writing
from crossearth_engine.shared.options import ASSEMBLE
from crossearth_engine.shared.products import CLASSES

# Parts for each worker, so that the quick ones take more of them; and rows of windows of a part, at
# least, as long as there is one for each worker: each part computes a row twice.
PARTS_OF_EACH, LEAST_ROWS = 4, 32
# How often it is looked whether a file is seen, seconds.
GLANCE_S = 0.5
MARK_SUFFIX = ".new"


@contextmanager
def folder_of_parts(request: SegmentRequest, run: str, job: Job) -> Iterator[Path]:
    """Return a context with a file by which workers know the folder; parts may be left in it.

    Those of a run that was killed, or lost its scheduler, are; and with --resume all.

    Args:
        request: says of which map.
        run: name of the run.
        job: may be canceled.

    Raises:
        OutputNotWritable: if another run is at it, or it cannot be made.
    """
    output = request.outputs[CLASSES.name]
    folder = open_parts_folder(output)
    claim = Claim(folder, "run")
    if not claim.take(job):
        raise at_work(output, "it is being made", claim)
    with claim:
        if not request.resume:
            remove_parts(folder)
        for old in folder.glob(f"*{MARK_SUFFIX}"):
            old.unlink(missing_ok=True)
        for old in folder.glob(f"*{MODEL_COPY_SUFFIX}"):  # of a run that was killed as it sent it
            shutil.rmtree(old, ignore_errors=True)
        mark = folder / f"{run}{MARK_SUFFIX}"
        with writing(output):
            mark.touch()
        is_kept = request.resume
        try:
            yield mark
        except ClusterLost:
            is_kept = True
            raise
        finally:
            mark.unlink(missing_ok=True)
            if claim.is_lost:  # it went with the parts that are joined, or another run is here
                with contextlib.suppress(OSError):
                    folder.rmdir()
            elif not (is_kept and (folder / PLAN_FILE).exists()):
                remove_folder(folder)


class InParts:
    """A raster on its way: tasks that follow from each other, until there is a map.

    Args:
        request: says which, and what is to be made.
        workers: how many parts there are at least, where there are as many rows.
        most: and at most.
        called: what follows the names of its tasks.
        planned: is given the plan, once it is known.

    Attributes:
        result: as `assemble` tells; None until there is one.
        total: windows of the raster; 0 until there is a plan.
    """

    def __init__(
        self,
        request: SegmentRequest,
        workers: int,
        most: int,
        called: str = "",
        planned: Callable[[PartPlan], None] = lambda plan: None,
    ) -> None:
        self._request = request
        self._output = request.outputs[CLASSES.name]
        self._folder = parts_folder(self._output)
        self._arguments = arguments_of(request, IN_PARTS)
        self._workers, self._most = workers, most
        self._called = called
        self._planned = planned
        self.result: dict[str, Any] | None = None
        # Windows of each part, and those that are done.
        self._windows_of: dict[str, int] = {}
        self._done_of: dict[str, float] = {}
        self._left: set[str] = set()
        self.total = 0

    @property
    def done(self) -> int:
        """How many windows of its parts are done."""
        return round(sum(self._done_of.values()))

    def is_part(self, name: object) -> bool:
        """Whether a task is one of its parts."""
        return name in self._windows_of

    def begin(self) -> NamedTasks:
        """Return the first tasks."""
        path = self._folder / PLAN_FILE
        if path.exists():
            return self._parts()
        return [(self._named("plan"), Task("segment", {**self._arguments, "plan": str(path)}))]

    def go_on(self, name: str, end: dict[str, Any] | EngineError) -> NamedTasks:
        """Return the tasks that follow from the end of one.

        Raises:
            EngineError: that it has ended with.
        """
        if isinstance(end, EngineError):
            # Who has joined the parts may have been lost before it could say so.
            is_joining = name == self._named("assemble") and isinstance(end, InvalidRequest)
            self.result = self._finished() if is_joining else None
            if self.result is None:
                raise end
            return []
        if name == self._named("plan"):
            return self._parts()
        if not self.is_part(name):
            self.result = end
            return []
        self.note(name, 1.0)
        self._left.discard(name)
        return [] if self._left else [self._joining()]

    def note(self, name: str, share: float) -> None:
        """Take note of how much of a part is done."""
        self._done_of[name] = max(self._done_of[name], share * self._windows_of[name])

    def _finished(self) -> dict[str, Any] | None:
        return finished(self._request, find_model(self._request.model))

    def _parts(self) -> NamedTasks:
        settled = self._plan()
        count = self._count(settled)
        rows_of = {n: len(settled.rows_of(n, count)) for n in range(1, count + 1)}
        numbers = {self._named(f"part {n}/{count}"): n for n, rows in rows_of.items() if rows}
        self._windows_of = {name: rows_of[n] * settled.columns for name, n in numbers.items()}
        self._done_of = dict.fromkeys(numbers, 0.0)
        self._left = set(numbers)
        self.total = settled.rows * settled.columns
        self._planned(settled)
        # A part that is lost goes on where its worker was.
        asked = {**self._arguments, "resume": True}
        return [
            (name, Task("segment", {**asked, "part": f"{n}/{count}"}))
            for name, n in numbers.items()
        ]

    def _plan(self) -> PartPlan:
        path, until = self._folder / PLAN_FILE, time.monotonic() + HIDDEN_S
        while not path.exists() and time.monotonic() < until:
            time.sleep(GLANCE_S)
        return read_plan(path)

    def _count(self, settled: PartPlan) -> int:
        """Return into how many parts the raster goes."""
        begun = [count for _, count in begun_parts(self._folder)]
        if begun:
            return max(begun)
        units = -(-settled.rows // settled.unit)
        most = min(self._most, settled.rows // LEAST_ROWS)
        # As many for each worker: all would wait for who has one more.
        return min(units, max(self._workers, most - most % self._workers))

    def _joining(self) -> tuple[str, Task]:
        given = {n: self._arguments[n] for n in ASSEMBLE if n != "output"}
        return self._named("assemble"), Task("assemble", {**given, "output": str(self._output)})

    def _named(self, task: str) -> str:
        return f"{task}{self._called}"
