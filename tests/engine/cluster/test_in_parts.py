"""The folder of the parts of a map, while the workers of a cluster are at it."""

import json

import pytest

pytest.importorskip("distributed", reason="dask.distributed is an extra")

from crossearth_engine.cluster.in_parts import folder_of_parts
from crossearth_engine.errors import JobCanceled
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
