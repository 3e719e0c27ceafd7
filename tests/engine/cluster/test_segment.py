"""One raster by the workers of a cluster: the same bytes as by one process, whatever is lost."""

import numpy as np
import psutil
import pytest

from crossearth_engine import errors
from crossearth_engine.cluster.engine_process import EngineGone, EngineProcess
from crossearth_engine.cluster.segment import segment_anywhere
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.shared.protocol import Done
from tests.engine.conftest import RecordedJob
from tests.engine.runs.test_parts import contents
from tests.engine.runs.test_resume import OPTIONS, save_knowing_network

pytest.importorskip("distributed", reason="dask.distributed is an extra")

import dask.config

from crossearth_engine.cluster.address import parse_address
from crossearth_engine.cluster.connection import connected

SIZE = (300, 1500)


class WatchedJob(RecordedJob):
    """A job that does something when so many windows are done."""

    def __init__(self, at=0, do=lambda: None):
        self._at, self._do = at, do
        super().__init__()

    def _record(self, done, total, left):
        super()._record(done, total, left)
        if self.stage == "windows" and done >= self._at:
            do, self._do = self._do, lambda: None
            do()


@pytest.fixture
def case(tmp_path, raster_factory, monkeypatch):
    monkeypatch.setattr("crossearth_engine.cluster.in_parts.LEAST_ROWS", 1)
    rng = np.random.default_rng(1)
    cells = rng.integers(20, 235, (3, SIZE[1] // 20, SIZE[0] // 20)).repeat(20, 1).repeat(20, 2)
    raster = raster_factory(data=cells.astype(np.uint8))
    model = save_knowing_network(tmp_path / "network.onnx", 8)
    return {"input": str(raster), "model": str(model), "confidence": True, **OPTIONS}


def ask(case, folder, job=None, **options):
    folder.mkdir(exist_ok=True)
    asked = {**case, "output": str(folder / "map.tif"), **options}
    asked["confidence"] = str(folder / "confidence.tif")
    return segment_anywhere(SegmentRequest.from_arguments(asked), job or RecordedJob())


def engines():
    """Return the engines that workers in this process have started."""
    found = psutil.Process().children()  # what an engine starts is called as it is for a moment
    return [child for child in found if child.cmdline()[-1:] == ["worker"]]


def kill_an_engine():
    engines()[0].kill()


def test_workers_here_make_the_same_bytes_and_listen_nowhere(tmp_path, case):
    ask(case, tmp_path / "whole")
    seen = []

    def look():
        processes = [psutil.Process(), *engines()]
        seen.append(len(processes))
        seen.extend(c for process in processes for c in process.net_connections("inet"))

    job = WatchedJob(2, look)
    result = ask(case, tmp_path / "spread", job, cluster="local:2")
    assert contents(tmp_path / "spread") == contents(tmp_path / "whole")
    assert seen == [3]  # two engines, no port
    assert not engines()
    assert result["parts"] == 8
    told = zip(job.progresses, job.stages, strict=True)
    windows = [done for (done, _, _), (stage, _) in told if stage == "windows"]
    assert windows == sorted(windows)
    assert windows[-1] == result["windows"]
    assert [stage for stage, _ in job.stages][-1] == "files"


def test_workers_here_are_not_watched_for_pages_that_nobody_sees():
    with connected(parse_address("local:2", without_tls=False), 0) as client:
        for worker in client.cluster.workers.values():
            assert "profile" not in worker.periodic_callbacks
            assert worker.periodic_callbacks["tick"].callback_time >= 500
    assert dask.config.get("distributed.worker.profile.enabled", True)


def test_an_engine_that_is_killed_costs_its_part_only(tmp_path, case, monkeypatch):
    ask(case, tmp_path / "whole")
    run, joins = EngineProcess.run, []

    def lose_the_first_map(engine, command, *rest):
        end = run(engine, command, *rest)
        if command == "assemble" and not joins:
            joins.append(end)
            raise EngineGone(1, "it had made the map")
        return end

    monkeypatch.setattr(EngineProcess, "run", lose_the_first_map)
    job = WatchedJob(2, kill_an_engine)
    ask(case, tmp_path / "spread", job, cluster="local:3")
    told = [text for _, text in job.logs if "is tried again" in text]
    assert [text.split()[0] for text in told] == ["part", "assemble"]
    assert any("status 1. The last it said: it had made the map" in text for _, text in job.logs)
    assert isinstance(joins[0], Done)
    assert contents(tmp_path / "spread") == contents(tmp_path / "whole")


def test_a_canceled_run_leaves_nothing_unless_it_is_to_go_on(tmp_path, case):
    jobs = []
    for resume in (False, True):
        job = WatchedJob(4, lambda: jobs[-1].cancel())
        jobs.append(job)
        with pytest.raises(errors.JobCanceled):
            ask(case, tmp_path / "spread", job, cluster="local:1", resume=resume)
        assert (tmp_path / "spread" / "map.tif.parts").exists() == resume
        assert not engines()
    job = RecordedJob()
    ask(case, tmp_path / "spread", job, cluster="local:1", resume=True)
    assert next(done for done, _, _ in job.progresses if done) >= 4
    ask(case, tmp_path / "whole")
    assert contents(tmp_path / "spread") == contents(tmp_path / "whole")


def test_what_a_worker_finds_wrong_is_said_as_at_home(tmp_path, case):
    with pytest.raises(errors.InvalidRequest) as at_home:
        ask(case, tmp_path / "whole", overlap=4000)
    with pytest.raises(errors.InvalidRequest) as spread:
        ask(case, tmp_path / "spread", cluster="local:1", overlap=4000)
    assert str(spread.value) == str(at_home.value)
    assert not list((tmp_path / "spread").iterdir())


def test_a_worker_that_sees_something_else_is_named_before_anything_starts(
    tmp_path, case, monkeypatch
):
    """The workers in this process see what it sees, but for what is changed here."""
    monkeypatch.setattr("crossearth_engine.cluster.crew.__version__", "0.0.9")
    with pytest.raises(errors.InvalidRequest, match=r"worker inproc.* has version .*not 0\.0\.9"):
        ask(case, tmp_path / "spread", cluster="local:1")
    assert not list((tmp_path / "spread").iterdir())
    assert not engines()
