"""Tasks, handed out until all are done: a few at a time, and lost ones again."""

from __future__ import annotations

import itertools
import queue
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from distributed import Client, Future

from crossearth_engine.cluster.workers import TURN, compute
from crossearth_engine.errors import ClusterLost, EngineError, error_of
from crossearth_engine.job import Job
from crossearth_engine.shared.findings import Finding

# Tasks of each worker that dask knows of: one that is computed, and one that comes next.
AT_ONCE = 2
# How often a task may be lost until it is taken for the reason of that.
MOST_LOSSES = 4
# How often it is looked whether the job is to stop, and how long until a task is tried again that
# another process has, seconds.
GLANCE_S, AGAIN_S = 0.2, 2.0
# How often workers are counted, seconds.
COUNT_S = 5.0


class Task(NamedTuple):
    """A command of the engine, and the arguments of its request."""

    command: str
    arguments: dict[str, Any]


NamedTasks = Iterable[tuple[str, Task]]
"""Tasks, each with the name by which it is told of, and by which it is known until it has ended."""


class Tasks:
    """Hands out commands of the engine.

    Args:
        client: of the scheduler.
        run: name of the run.
        job: may be canceled, and is told of what is lost.
    """

    def __init__(self, client: Client, run: str, job: Job) -> None:
        self._client = client
        self._run = run
        self._job = job
        self._address = client.scheduler.address
        self._counted: tuple[int, float] | None = None
        self._numbers = itertools.count(1)
        # The worker that has begun with a task, by its name.
        self._begun: dict[str, str] = {}
        # Those that dask knows of, and those that are to be tried again, from when on.
        self._out: dict[str, tuple[Task, Future]] = {}
        self._again: deque[tuple[float, str, Task]] = deque()
        self._losses: Counter[str] = Counter()
        # Those that are there from the beginning will say so, too, at some time.
        self._expected = set(self._there())
        self._has_come = threading.Event()
        self._ended: queue.Queue[tuple[str, Future]] = queue.Queue()

    def all(
        self,
        tasks: NamedTasks,
        ended: Callable[[str, dict[str, Any] | EngineError], NamedTasks],
        is_needless: Callable[[str], bool] = lambda name: False,
    ) -> None:
        """Have tasks done, and those that follow from their ends, before others begin.

        Args:
            tasks: asked for the next one when somebody can take it.
            ended: called with the name of a task and its result, or why there is none; what it
                raises ends all.
            is_needless: whether a task is to end without being done, when its turn has come.

        Raises:
            ClusterLost: if the scheduler is gone.
            JobCanceled: on request.
        """
        coming, next_ones, out = iter(tasks), deque[tuple[str, Task]](), self._out
        self._has_come.clear()
        try:
            while True:
                while len(out) < AT_ONCE * max(self.workers, 1):
                    found = next_ones.popleft() if next_ones else next(coming, None)
                    if found is None:
                        break  # more may follow from what is out
                    if is_needless(found[0]):
                        needless = EngineError(reason=Finding("task-needless", {"task": found[0]}))
                        next_ones.extend(ended(found[0], needless))
                    else:
                        self._submit(*found)
                if not out and not self._again:
                    return
                if self._has_come.is_set():
                    self._has_come.clear()
                    self._hand_out_anew()
                name, future = self._next()
                if future is not None and name in out and out[name][1] is future:
                    task, _ = out.pop(name)
                    end = self._end_of(name, task, future)
                    if end is not None:
                        next_ones.extend(ended(name, end))
                while self._again and self._again[0][0] <= time.monotonic():
                    next_ones.append(self._again.popleft()[1:])
        finally:
            self._client.cancel([future for _, future in out.values()])
            out.clear()
            self._again.clear()

    def note_begun(self, name: str, worker: str) -> None:
        """Take note that a worker has begun with a task."""
        self._begun[name] = worker

    def note_ready(self, worker: str) -> None:
        """Take note that a worker can take part, which may have come late.

        dask would not give it what nobody could do before: when it came it had not looked yet
        whether it can take part.
        """
        if worker in self._expected:
            # It had looked before the first task. Its word comes when others have begun perhaps
            # and have not been heard: their tasks would be taken from them.
            self._expected.discard(worker)
        else:
            self._has_come.set()

    def _hand_out_anew(self) -> None:
        """Take back what no worker is at, and hand it out again, to who has come too."""
        there = self._there()
        waiting = [name for name in self._out if self._begun.get(name) not in there]
        for name in waiting:
            task, future = self._out[name]
            self._client.cancel([future])
            self._submit(name, task)

    @property
    def workers(self) -> int:
        """How many there are, known some seconds ago: the scheduler is asked, and lists them."""
        now = time.monotonic()
        if self._counted is None or now - self._counted[1] > COUNT_S:
            self._counted = (len(self._there()), now)
        return self._counted[0]

    def _there(self) -> dict[str, Any]:
        """Return what the scheduler knows of each worker, by its address."""
        workers: dict[str, Any] = self._client.scheduler_info(n_workers=-1)["workers"]
        return workers

    def _submit(self, name: str, task: Task) -> None:
        future = self._client.submit(
            compute,
            self._run,
            name,
            *task,
            key=f"{self._run}-{next(self._numbers)}",
            resources={TURN: 1, self._run: 1},
            pure=False,
        )
        self._out[name] = (task, future)
        future.add_done_callback(lambda ended: self._ended.put((name, ended)))

    def _next(self) -> tuple[str, Future | None]:
        """Return a task that has ended; or nothing, so that others are handed out."""
        while not self._has_come.is_set():
            self._job.check()
            if self._again and self._again[0][0] <= time.monotonic():
                break
            try:
                return self._ended.get(timeout=GLANCE_S)
            except queue.Empty:
                continue
        return "", None

    def _end_of(self, name: str, task: Task, future: Future) -> dict[str, Any] | EngineError | None:
        """Return the result of a task, or its error; None if it is tried again."""
        self._begun.pop(name, None)
        if future.status == "finished":
            end: dict[str, Any] = future.result()
        elif future.status == "error":
            said = str(future.exception()).splitlines()[0].rstrip(".")
            end = {"lost": ["worker-lost", {"task": name, "reason": said}]}
        else:
            raise ClusterLost(address=self._address)
        if "lost" in end:
            self._losses[name] += 1
            if self._losses[name] == MOST_LOSSES:
                given_up = Finding("task-given-up", {"task": name, "count": str(MOST_LOSSES)})
                return EngineError(reason=[given_up, Finding(*end["lost"])])
            self._job.warn(Finding(*end["lost"]))
            self._job.warn(Finding("task-again", {"task": name}))
            self._again.appendleft((0.0, name, task))
        elif "failed" in end:
            code, message, details = end["failed"]
            if "holder" not in details:
                return error_of(code, message, details)
            # A worker that was lost may not be dead yet, or not known to be.
            self._again.append((time.monotonic() + AGAIN_S, name, task))
        else:
            self._losses.pop(name, None)
            result: dict[str, Any] = end["done"]
            return result
        return None
