"""What a worker has to see."""

from dataclasses import replace

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
