"""Tasks, handed out until all are done: a few at a time, and lost ones again."""

from __future__ import annotations

import itertools
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from distributed import Client, Future

from crossearth_engine.cluster.workers import TURN, compute
from crossearth_engine.errors import ClusterLost, EngineError, error_of
from crossearth_engine.job import Job

# Tasks of each worker that dask knows of: one that is computed, and one that comes next.
AT_ONCE = 2
# How often a task may be lost until it is taken for the reason of that.
MOST_LOSSES = 4
# How often it is looked whether the job is to stop, and how long until a task is tried again that
# another process has, seconds.
GLANCE_S, AGAIN_S = 0.2, 2.0
# How often workers are counted, seconds.
COUNT_S = 5.0


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
        self._out: dict[str, Future] = {}
        self._has_come = threading.Event()
        self._ended: queue.Queue[tuple[str, Future]] = queue.Queue()

    def one(self, name: str, command: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """Return the result of one command."""
        results: list[dict[str, Any]] = []
        self.all(command, {name: arguments}, lambda _, result: results.append(result))
        return results[0]

    def all(
        self,
        command: str,
        tasks: Mapping[str, dict[str, Any]],
        done: Callable[[str, dict[str, Any]], None],
    ) -> None:
        """Have a command run with each of several arguments.

        Args:
            command: its name.
            tasks: arguments by the name of the task, as it is told of.
            done: called with the name of a task and its result.

        Raises:
            EngineError: as the command says.
            ClusterLost: if the scheduler is gone.
            JobCanceled: on request.
        """
        waiting, out = deque(tasks), self._out
        losses = dict.fromkeys(tasks, 0)
        self._has_come.clear()
        try:
            while waiting or out:
                while waiting and len(out) < AT_ONCE * max(self.workers, 1):
                    name = waiting.popleft()
                    out[name] = self._submit(name, command, tasks[name])
                if self._has_come.is_set():
                    self._has_come.clear()
                    for name in self._not_begun():
                        self._client.cancel([out[name]])
                        out[name] = self._submit(name, command, tasks[name])
                name, future = self._next()
                if future is None or out.get(name) is not future:
                    continue  # it was handed out anew
                del out[name]
                self._begun.pop(name, None)
                end = self._end_of(future)
                if "done" in end:
                    done(name, end["done"])
                elif "failed" in end:
                    self._try_again_or_raise(name, end["failed"])
                    waiting.append(name)
                else:
                    losses[name] += 1
                    if losses[name] == MOST_LOSSES:
                        reason = f"{name} was lost {MOST_LOSSES} times; the last time {end['lost']}"
                        raise EngineError(reason=f"{reason}.")
                    self._job.log("warning", f"{name} was lost, and is tried again: {end['lost']}.")
                    waiting.append(name)
        finally:
            self._client.cancel(list(out.values()))
            out.clear()

    def note_begun(self, name: str, worker: str) -> None:
        """Take note that a worker has begun with a task."""
        self._begun[name] = worker

    def note_ready(self) -> None:
        """Take note that a worker has come.

        dask would not give it what nobody could do before: when it came it had not looked yet
        whether it can take part.
        """
        self._has_come.set()

    def _not_begun(self) -> list[str]:
        """Return the tasks that are out and that no worker is at."""
        there = self._client.scheduler_info(n_workers=-1)["workers"]
        return [name for name in self._out if self._begun.get(name) not in there]

    @property
    def workers(self) -> int:
        """How many there are, known some seconds ago: the scheduler is asked, and lists them."""
        now = time.monotonic()
        if self._counted is None or now - self._counted[1] > COUNT_S:
            found = self._client.scheduler_info(n_workers=-1)["workers"]
            self._counted = (len(found), now)
        return self._counted[0]

    def _submit(self, name: str, command: str, arguments: dict[str, Any]) -> Future:
        future = self._client.submit(
            compute,
            self._run,
            name,
            command,
            arguments,
            key=f"{self._run}-{next(self._numbers)}",
            resources={TURN: 1, self._run: 1},
            pure=False,
        )
        future.add_done_callback(lambda ended: self._ended.put((name, ended)))
        return future

    def _next(self) -> tuple[str, Future | None]:
        """Return a task that has ended; or nothing, so that who has come gets something to do."""
        while not self._has_come.is_set():
            self._job.check()
            try:
                return self._ended.get(timeout=GLANCE_S)
            except queue.Empty:
                continue
        return "", None

    def _end_of(self, future: Future) -> dict[str, Any]:
        if future.status == "finished":
            end: dict[str, Any] = future.result()
            return end
        if future.status == "error":
            return {"lost": str(future.exception()).splitlines()[0].rstrip(".")}
        raise ClusterLost(address=self._address)

    def _try_again_or_raise(self, name: str, failed: list[Any]) -> None:
        code, message, details = failed
        if "holder" not in details:
            raise error_of(code, message, details)
        # A worker that was lost may not be dead yet, or not known to be.
        self._job.sleep(AGAIN_S)
