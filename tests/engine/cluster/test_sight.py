"""What a worker has to see."""

import asyncio
import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from crossearth_engine import __version__
from crossearth_engine.cluster.sight import Sight, identities
from crossearth_engine.inference.request import SegmentRequest
from tests.engine.runs.test_resume import save_knowing_network


@pytest.fixture
def sight(tmp_path, raster_factory):
    raster_factory()
    save_knowing_network(tmp_path / "network.onnx", 8)
    (tmp_path / "map.tif.parts").mkdir()
    mark = tmp_path / "map.tif.parts" / "run.new"
    mark.touch()
    asked = {"input": "raster.tif", "output": "map.tif", "model": "network.onnx"}
    raster, model = identities(SegmentRequest.from_arguments(asked), str(tmp_path))
    return Sight(__version__, str(tmp_path), asked, raster, model, str(mark.parent), str(mark))


def test_who_sees_the_same_takes_part_and_leaves_no_file(sight, tmp_path):
    assert sight.objection() == ""
    assert [path.name for path in (tmp_path / "map.tif.parts").iterdir()] == ["run.new"]


def test_a_late_worker_that_does_not_see_it_gets_nothing_to_do_and_says_so(sight):
    pytest.importorskip("distributed", reason="dask.distributed is an extra")
    from crossearth_engine.cluster.workers import Engine

    class Worker:
        """What of a worker of dask is asked."""

        address, name = "tls://late:1", 0
        state = SimpleNamespace(total_resources={}, nthreads=1)

        def __init__(self):
            self.events, self.resources = [], {}

        def log_event(self, topic, news):
            self.events.append((topic, news))

        async def set_resources(self, **resources):
            self.resources |= resources

    blind, seeing = Worker(), Worker()
    asyncio.run(Engine("run", [sight, replace(sight, mark="/nowhere")]).setup(blind))
    asyncio.run(Engine("run", [sight]).setup(seeing))
    ((topic, news),) = blind.events
    assert topic == "run"
    assert re.match("The worker tls://late:1 takes no part: it does not see", news["log"][1])
    assert not blind.resources
    assert seeing.resources == {"crossearth": 1, "run": 1}
    assert seeing.events == [("run", {"ready": "tls://late:1"})]


def test_another_raster_model_or_place_is_told(sight, tmp_path, raster_factory):
    assert "has version" in replace(sight, version="0.0.1").objection()
    assert "does not see the folder" in replace(sight, mark=f"{sight.mark}er").objection()
    save_knowing_network(tmp_path / "network.onnx", 9)
    assert "has another model network.onnx" in sight.objection()
    save_knowing_network(tmp_path / "network.onnx", 8)
    raster_factory(seed=1)
    assert "sees another raster raster.tif" in sight.objection()
    (tmp_path / "raster.tif").unlink()
    assert "raster.tif cannot be read" in sight.objection()
    (tmp_path / "network.onnx").unlink()
    assert "There is no model" in sight.objection()
