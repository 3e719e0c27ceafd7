"""The folder of the parts of a map, while the workers of a cluster are at it."""

import json
from itertools import chain
from types import SimpleNamespace

import pytest

pytest.importorskip("distributed", reason="dask.distributed is an extra")

from crossearth_engine.cluster.in_parts import InParts, folder_of_parts
from crossearth_engine.errors import JobCanceled
from crossearth_engine.inference.part_plan import PartPlan
from crossearth_engine.inference.parts import PLAN_FILE
from crossearth_engine.inference.request import SegmentRequest
from tests.engine.conftest import RecordedJob


@pytest.fixture
def request_(tmp_path):
    return SegmentRequest("raster.tif", str(tmp_path / "map.tif"))


def test_a_run_that_stood_still_leaves_the_parts_of_the_one_that_took_over(request_, tmp_path):
    folder = tmp_path / "map.tif.parts"

    def lose_it():
        with folder_of_parts(request_, "slow", RecordedJob()):
            (claim,) = folder.glob("run-*.claim")
            claim.unlink()
            (folder / "run-2.claim").write_text(json.dumps({"mark": "another", "process": 1}))
            (folder / PLAN_FILE).write_text("{}")
            raise JobCanceled

    with pytest.raises(JobCanceled):
        lose_it()
    assert {path.name for path in folder.iterdir()} == {"run-2.claim", PLAN_FILE}


def test_a_run_that_ends_badly_leaves_nothing(request_, tmp_path):
    def fail():
        with folder_of_parts(request_, "run", RecordedJob()):
            (tmp_path / "map.tif.parts" / PLAN_FILE).write_text("{}")
            raise JobCanceled

    with pytest.raises(JobCanceled):
        fail()
    assert not [*tmp_path.iterdir()]


def test_a_model_that_was_being_sent_is_not_in_the_way(request_, tmp_path):
    copy = tmp_path / "map.tif.parts" / "killed.model"
    copy.mkdir(parents=True)
    (copy / "network.onnx").write_bytes(b"half")
    with folder_of_parts(request_, "run", RecordedJob()) as mark:
        assert not copy.exists()
        assert mark.exists()
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("workers", [2, 3, 5])
@pytest.mark.parametrize("rows", [65, 96, 129, 300])
def test_no_worker_is_waited_for_that_has_a_part_more_than_others(tmp_path, workers, rows):
    plan = SimpleNamespace(rows=rows, unit=1)
    count = InParts(SegmentRequest("raster.tif", str(tmp_path / "a.tif")), workers, 99)._count(plan)
    parts = [PartPlan.rows_of(plan, n + 1, count) for n in range(count)]
    assert [*chain(*parts)] == [*range(rows)]
    # Each but the first computes a row of the one before.
    computed = [len(part) + (part.start > 0) for part in parts]
    of_each = count // workers
    assert of_each * workers == count
    assert of_each * max(computed) <= -(-rows // workers) + 2 * of_each
    if count == workers == 2 and rows % 2:
        assert computed[0] == computed[1]
