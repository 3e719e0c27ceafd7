"""Many rasters by the workers of a cluster: what one process makes of them, whatever is lost."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from crossearth_engine import errors
from crossearth_engine.cluster.batch import batch_anywhere
from crossearth_engine.inference.request import BatchRequest
from crossearth_engine.map.claim import Claim
from tests.engine.cluster.test_segment import engines
from tests.engine.conftest import RecordedJob
from tests.engine.runs.test_parts import contents
from tests.engine.runs.test_resume import OPTIONS, save_knowing_network
from tests.engine.runs.test_sharing import of_all, pages, without

pytest.importorskip("distributed", reason="dask.distributed is an extra")


class WatchedJob(RecordedJob):
    """A job that does something when so much of it is done."""

    def __init__(self, share, do):
        self._at, self._do = share, do
        super().__init__()

    def _record(self, done, total, left):
        super()._record(done, total, left)
        if done >= self._at * total:
            do, self._do = self._do, lambda: None
            do()


@pytest.fixture
def case(tmp_path, raster_factory, monkeypatch):
    """A raster that goes in parts, three that do not, one damaged and one without data."""
    monkeypatch.setattr("crossearth_engine.cluster.in_parts.LEAST_ROWS", 2)
    monkeypatch.setattr("crossearth_engine.cluster.batch.LEAST_PIXELS", 200_000)
    rng = np.random.default_rng(2)

    def raster(name, width, height):
        cells = rng.integers(20, 235, (3, height // 20, width // 20)).astype(np.uint8)
        return str(raster_factory(data=cells.repeat(20, 1).repeat(20, 2), name=name))

    inputs = [raster(f"{name}.tif", 200, 240) for name in "abc"]
    inputs.insert(1, raster("long.tif", 300, 1500))
    inputs.insert(2, str(raster_factory(data=np.zeros((3, 40, 40), np.uint8), nodata=0)))
    (tmp_path / "broken.tif").write_bytes(b"no raster")
    inputs.append(str(tmp_path / "broken.tif"))
    model = save_knowing_network(tmp_path / "network.onnx", 8)
    return {"inputs": inputs, "model": str(model), "confidence": True, **OPTIONS}


def kill_the_engines():
    """Kill all of them: one alone may be waiting for a raster just then."""
    for engine in engines():
        engine.kill()


def start(case, folder, job=None, **options):
    folder.mkdir(parents=True, exist_ok=True)
    asked = {**case, **of_all(folder.parent), "out_dir": str(folder), **options}
    return batch_anywhere(BatchRequest.from_arguments(asked), job or RecordedJob())


def test_workers_make_what_one_process_makes_though_they_are_killed(tmp_path, case):
    one, two = tmp_path / "one" / "all" / "maps", tmp_path / "two" / "all" / "maps"
    alone = start(case, one)
    job = WatchedJob(0.2, kill_the_engines)
    spread = start(case, two, job, cluster="local:2")
    assert without(spread["rasters"], two) == without(alone["rasters"], one)
    assert contents(two) == contents(one)
    assert pages(two.parent) == pages(one.parent)
    assert any("is tried again" in text for _, text in job.logs)
    assert not engines()
    shares = [done for done, _, _ in job.progresses]
    assert shares == sorted(shares)
    assert job.progresses[-1][0] == job.progresses[-1][1]
    for name in ("done", "failed", "windows", "classes", "unmade"):
        assert spread[name] == alone[name], name


def test_a_stopped_batch_leaves_whole_maps_alone_and_goes_on(tmp_path, case):
    folder = tmp_path / "two" / "all" / "maps"
    job = WatchedJob(0.5, lambda: job.cancel())
    with pytest.raises(errors.JobCanceled):
        start(case, folder, job, cluster="local:2", resume=True)
    left = {path.name for path in folder.iterdir()}
    assert not any(name.endswith(".partial") or name.startswith(".") for name in left), left
    assert not engines()
    whole = {name for name in left if name.endswith(".json")}
    result = start(case, folder, cluster="local:2", resume=True)
    assert result["skipped"] == len(whole)
    assert not [path for path in folder.iterdir() if path.is_dir()]
    start(case, tmp_path / "one" / "all" / "maps")
    assert pages(folder.parent) == pages(tmp_path / "one" / "all")
    assert contents(folder) == contents(tmp_path / "one" / "all" / "maps")


def test_where_no_raster_can_be_read_each_says_why(tmp_path, case):
    inputs = [path for path in case["inputs"] if Path(path).name == "broken.tif"]
    alone = start({**case, "inputs": inputs}, tmp_path / "one" / "all" / "maps")
    spread = start({**case, "inputs": inputs}, tmp_path / "two" / "all" / "maps", cluster="local:1")
    told = [row["error"] for row in alone["rasters"]]
    assert [row["error"] for row in spread["rasters"]] == told
    assert not (tmp_path / "two" / "all" / "maps" / ".crossearth-batch").exists()


def test_what_a_killed_run_has_left_is_removed_and_that_of_a_living_one_is_not(tmp_path, case):
    case["inputs"] = [path for path in case["inputs"] if Path(path).name == "broken.tif"]
    folder = tmp_path / "all" / "maps"
    kept = folder / ".crossearth-batch"
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    for run, process in (("crossearth-killed", dead.pid), ("crossearth-living", os.getpid())):
        claim = Claim(kept, run)
        assert claim.try_take()
        (path,) = kept.glob(f"{run}-*")
        path.write_text(path.read_text().replace(str(os.getpid()), str(process)))
        (kept / f"{run}.new").touch()
        (kept / f"{run}.model" / "network").mkdir(parents=True)
    start(case, folder, cluster="local:1")
    left = sorted(path.name for path in kept.iterdir())
    living = ["crossearth-living-1.claim", "crossearth-living.model", "crossearth-living.new"]
    assert left == living


@pytest.mark.parametrize("more", [{"share": True}, {"part": "1/2"}, {"keep_partial": True}])
def test_what_does_not_go_with_a_cluster_is_said(case, tmp_path, more):
    asked = {**case, "out_dir": str(tmp_path), "cluster": "local:1", **more}
    with pytest.raises(errors.InvalidRequest, match="leave out --"):
        batch_anywhere(BatchRequest.from_arguments(asked), RecordedJob())
