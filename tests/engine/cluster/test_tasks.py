"""Tasks that are handed out, with a scheduler that does them at once."""

from types import SimpleNamespace

import pytest

pytest.importorskip("distributed", reason="dask.distributed is an extra")

from crossearth_engine.cluster.tasks import NEEDLESS, Task, Tasks
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
    assert NEEDLESS in str(ends["f"])
    assert ends["e"] == {"name": "e"}
