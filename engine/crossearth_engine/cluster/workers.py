"""What runs in a worker of dask: it looks whether it can take part, and has an engine compute.

Imported by the workers, too, which have the same engine installed.
"""

from __future__ import annotations

import asyncio
import os
import time
from typing import Any

from distributed import Worker, WorkerPlugin, get_worker

from crossearth_engine.cluster.engine_process import EngineGone, EngineProcess
from crossearth_engine.cluster.sight import Sight
from crossearth_engine.devices.processor import CORES_VARIABLE
from crossearth_engine.errors import DeviceLost
from crossearth_engine.shared import protocol
from crossearth_engine.shared.findings import Finding

# Of which each worker has one: what is computed at once there, by whomever, has all of its threads
# and its card.
TURN = "crossearth"
# How often a job tells how far it is, seconds.
TELL_S = 0.5


class Engine(WorkerPlugin):  # type: ignore[misc]  # dask has no types
    """The engine of a worker for one run.

    A worker that cannot take part gets nothing to do: it lacks the resource that is called after
    the run, which all tasks ask for.

    Args:
        run: name of the run, and of the topic under which it is told of.
        sights: what the worker has to see.
        cards: how many a computer has that its workers share; 0: each worker has its own.
    """

    def __init__(self, run: str, sights: list[Sight], cards: int = 0) -> None:
        self.name = run
        self._sights = sights
        self._cards = cards

    async def setup(self, worker: Worker) -> None:
        """Look, and be ready."""
        self._worker = worker
        self._keys: set[str] = set()
        environment = {CORES_VARIABLE: str(worker.state.nthreads)}
        if self._cards:
            visible = os.environ.get("CUDA_VISIBLE_DEVICES")
            cards = visible.split(",") if visible else [str(i) for i in range(self._cards)]
            environment["CUDA_VISIBLE_DEVICES"] = cards[int(worker.name) % len(cards)]
        self._engine = EngineProcess(self._sights[0].folder_here, environment)
        objection = await objection_to(self._sights, worker)
        if objection:
            left_out = Finding("worker-left-out", {"worker": worker.address})
            for finding in (objection, left_out):
                worker.log_event(self.name, {"finding": [finding.code, finding.details]})
            return
        turns = worker.state.total_resources.get(TURN, 1)
        await worker.set_resources(**{TURN: turns, self.name: 1})
        worker.log_event(self.name, {"ready": worker.address})

    async def teardown(self, worker: Worker) -> None:
        """Let go of the engine."""
        await asyncio.to_thread(self._engine.close)

    def transition(self, key: str, start: str, finish: str, **_: object) -> None:
        """Stop what nobody waits for any more: it was canceled, or its client is gone."""
        if finish == "cancelled" and key in self._keys:
            self._engine.cancel()

    def run(self, name: str, command: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """Return how a job has ended: what is ``done``, how it ``failed``, or how it was ``lost``.

        The latter is code and details of a finding.

        Args:
            name: of the task, with which it is told of.
            command: name of a command of the engine.
            arguments: of its request.
        """
        arguments = self._sights[0].here(arguments)
        key = get_worker().get_current_task()
        self._keys.add(key)
        self._worker.log_event(self.name, {"task": name, "begun": self._worker.address})
        last = 0.0

        def tell(message: protocol.Message) -> None:
            nonlocal last
            if isinstance(message, protocol.Progress):
                now = time.monotonic()
                if now - last < TELL_S and message.done < message.total:
                    return
                last = now
                news: dict[str, Any] = {"at": [message.stage, message.done, message.total]}
            elif isinstance(message, protocol.Log) and message.code:
                news = {"finding": [message.code, message.details]}
            elif isinstance(message, protocol.Log):
                news = {"log": [message.level, message.text]}
            else:
                return
            self._worker.log_event(self.name, {"task": name, **news})

        try:
            end = self._engine.run(command, arguments, tell)
        except EngineGone as error:
            details = {"status": str(error.status), "words": error.words}
            return self._lost("engine-ended", name, **details)
        finally:
            self._keys.discard(key)
        if isinstance(end, protocol.Done):
            return {"done": end.result}
        if isinstance(end, protocol.Failed) and end.code == DeviceLost.code:
            # To a new process it may be there again, and others have devices of their own.
            return self._lost("device-lost", name, reason=end.message)
        if isinstance(end, protocol.Failed):
            return {"failed": [end.code, end.message, end.details]}
        return self._lost("engine-stopped", name)

    def _lost(self, code: str, task: str, **details: str) -> dict[str, Any]:
        return {"lost": [code, {"task": task, "worker": self._worker.address, **details}]}


def compute(run: str, name: str, command: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Run a command in the engine of this worker; see `Engine.run`."""
    engine: Engine = get_worker().plugins[run]
    return engine.run(name, command, arguments)


async def objection_to(sights: list[Sight], dask_worker: Worker) -> Finding | None:
    """Return why this worker cannot take part; None if it can."""
    for sight in sights:
        if objection := await asyncio.to_thread(sight.objection, dask_worker.address):
            return objection
    return None


async def stop(run: str, dask_worker: Worker) -> None:
    """End the engine of a worker, and wait until it has: nothing is written after that."""
    if run in dask_worker.plugins:
        await dask_worker.plugins[run].teardown(dask_worker)
