"""Tasks that are handed out, with a scheduler that does them at once."""

import threading
import time
from types import SimpleNamespace

import pytest

pytest.importorskip("distributed", reason="dask.distributed is an extra")

from crossearth_engine.cluster.tasks import GLANCE_S, Task, Tasks
from crossearth_engine.errors import EngineError
from tests.engine.conftest import RecordedJob


class Client:
    """What of a client of dask is asked; all it is given is done."""

    scheduler = SimpleNamespace(address="inproc://here")

    def __init__(self):
        self.done = []

    def scheduler_info(self, n_workers):
        return {"workers": {"one": {}}}

    def submit(self, function, run, name, *task, **options):
        self.done.append(name)
        future = SimpleNamespace(status="finished", result=lambda: {"done": {"name": name}})
        future.add_done_callback = lambda call: call(future)
        return future

    def cancel(self, futures):
        pass


def test_what_is_not_needed_any_more_ends_without_being_done():
    client, ends = Client(), {}
    failed = set()

    def ended(name, end):
        ends[name] = end
        if name == "b":
            failed.update("df")
        return []

    tasks = ((name, Task("segment", {})) for name in "abcdef")
    Tasks(client, "run", RecordedJob()).all(tasks, ended, failed.__contains__)
    assert client.done == ["a", "b", "c", "e"]
    assert isinstance(ends["d"], EngineError)
    assert "f is not needed" in str(ends["f"])
    assert ends["e"] == {"name": "e"}


class Scheduler(Client):
    """One that does nothing until it is told to, and knows what was taken back."""

    def __init__(self):
        super().__init__()
        self.workers = ["one"]
        self.out, self.taken_back = {}, []

    def scheduler_info(self, n_workers):
        return {"workers": {worker: {} for worker in self.workers}}

    def submit(self, function, run, name, *task, **options):
        future = SimpleNamespace(status="finished", result=lambda: {"done": {"name": name}})
        future.name = name
        future.add_done_callback = lambda call: self.out.update({name: lambda: call(future)})
        return future

    def cancel(self, futures):
        self.taken_back += [future.name for future in futures]


@pytest.mark.parametrize(("ready", "taken_back"), [("one", []), ("two", ["a", "b"])])
def test_only_for_a_worker_that_has_come_late_tasks_are_handed_out_anew(ready, taken_back):
    scheduler = Scheduler()
    tasks = Tasks(scheduler, "run", RecordedJob())

    def play():
        while len(scheduler.out) < 2:
            time.sleep(0.01)
        scheduler.workers.append("two")
        tasks.note_ready(ready)
        time.sleep(3 * GLANCE_S)
        for end in list(scheduler.out.values()):
            end()

    player = threading.Thread(target=play)
    player.start()
    tasks.all([(name, Task("segment", {})) for name in "ab"], lambda name, end: [])
    player.join()
    assert scheduler.taken_back == taken_back
