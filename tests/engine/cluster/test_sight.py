"""What a worker has to see."""

import asyncio
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import onnx
import pytest

from crossearth_engine import __version__
from crossearth_engine.cluster.model_copy import copy_beside, files_of, sent
from crossearth_engine.cluster.places import Places
from crossearth_engine.cluster.sight import Sight, identities
from crossearth_engine.errors import ChecksumMismatch, DeviceLost, UnreadableRaster
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared import protocol
from crossearth_engine.shared.findings import Finding
from tests.engine.conftest import RecordedJob
from tests.engine.runs.test_resume import save_knowing_network

# What a worker is called.
HERE = "tls://here:1"


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
    assert sight.objection(HERE) is None
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
    why, left_out = (Finding(*news["finding"]).sentence for topic, news in blind.events)
    assert {topic for topic, _ in blind.events} == {"run"}
    assert why.startswith("The worker tls://late:1 does not see the folder")
    assert left_out == "The worker tls://late:1 gets nothing to do."
    assert not blind.resources
    assert seeing.resources == {"crossearth": 1, "run": 1}
    assert seeing.events == [("run", {"ready": "tls://late:1"})]


def test_another_raster_model_or_place_is_told(sight, tmp_path, raster_factory):
    assert "has version" in replace(sight, version="0.0.1").objection(HERE).sentence
    assert (
        "does not see the folder" in replace(sight, mark=f"{sight.mark}er").objection(HERE).sentence
    )
    save_knowing_network(tmp_path / "network.onnx", 9)
    assert "has another model network.onnx" in sight.objection(HERE).sentence
    save_knowing_network(tmp_path / "network.onnx", 8)
    raster_factory(seed=1)
    assert "sees another raster raster.tif" in sight.objection(HERE).sentence
    (tmp_path / "raster.tif").unlink()
    assert "raster.tif cannot be read" in sight.objection(HERE).sentence
    (tmp_path / "network.onnx").unlink()
    assert "lacks the model network.onnx" in sight.objection(HERE).sentence


def test_numbers_beside_a_network_and_what_is_said_of_it_are_looked_at(
    sight, tmp_path, monkeypatch
):
    path, asked = tmp_path / "network.onnx", SegmentRequest.from_arguments(sight.arguments)
    options = {"save_as_external_data": True, "location": "weights.bin", "size_threshold": 0}
    onnx.save(onnx.load(path), path, **options)
    sight = replace(sight, model=identities(asked, str(tmp_path))[1])
    assert sight.objection(HERE) is None
    model = find_model(str(path))
    with monkeypatch.context() as patched:
        other = replace(model, mean=tuple(value + 1 for value in model.mean))
        patched.setattr("crossearth_engine.cluster.sight.find_model", lambda name: other)
        assert "has another model network.onnx" in sight.objection(HERE).sentence
    numbers = tmp_path / "weights.bin"
    numbers.write_bytes(bytes(byte ^ 1 for byte in numbers.read_bytes()))
    assert "has another model network.onnx" in sight.objection(HERE).sentence


def test_a_broken_card_is_a_loss_and_no_end(sight):
    pytest.importorskip("distributed", reason="dask.distributed is an extra")
    from crossearth_engine.cluster import workers

    broken = DeviceLost(device="gpu:0", reason="it fell off the bus")
    other = UnreadableRaster(path="a.tif", reason="it is damaged.")
    for error, end in ((broken, "lost"), (other, "failed")):
        failed = protocol.Failed("1", error.code, str(error), error.details)
        engine = workers.Engine("run", [sight])
        engine._engine = SimpleNamespace(run=lambda *_, failed=failed: failed)
        engine._keys = set()
        engine._worker = SimpleNamespace(address="tls://a:1", log_event=lambda *_: None)
        task = SimpleNamespace(get_current_task=lambda: "key")
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(workers, "get_worker", lambda task=task: task)
            assert [*engine.run("a", "segment", sight.arguments)] == [end]


def test_times_that_file_systems_round_are_the_same_and_others_are_not(sight, tmp_path):
    ((name, size, changed, pieces),) = sight.raster["files"]
    for later_ns, is_same in ((10**9, True), (3 * 10**9, False)):
        files = [[name, size, changed + later_ns, pieces]]
        there = replace(sight, raster={**sight.raster, "files": files})
        assert (there.objection(HERE) is None) == is_same
    assert replace(sight, raster={**sight.raster, "bands": [9]}).objection(HERE)


def test_what_has_another_name_here_is_found_by_it(sight, tmp_path):
    folder = r"Z:\imagery"
    moved = replace(sight, folder=folder, place=folder, mark=rf"{folder}\run.new")
    (tmp_path / "run.new").touch()
    moved = replace(moved, arguments={**sight.arguments, "input": rf"{folder}\raster.tif"})
    assert "does not see the folder Z:" in moved.objection(HERE).sentence
    moved = replace(moved, places=Places.parsed([f"{folder}={tmp_path}"]))
    assert moved.objection(HERE) is None
    assert moved.here({"plan": r"Z:\imagery\p.json"}) == {"plan": f"{tmp_path}/p.json"}
    (tmp_path / "run.new").unlink()
    said = moved.objection(HERE).sentence
    assert rf"does not see the folder {tmp_path} (Z:\imagery), where the map is to be" in said


def test_a_model_that_lacks_is_taken_from_where_it_was_sent_to_and_kept(
    sight, tmp_path, monkeypatch
):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    asked = str(tmp_path / "network.onnx")
    files, root = files_of(asked)
    sight = replace(sight, arguments={**sight.arguments, "model": r"C:\network.onnx"}, files=files)
    assert r"lacks the model C:\network.onnx" in sight.objection(HERE).sentence
    with sent(files, root, sight.mark, RecordedJob()):
        copy = copy_beside(Path(sight.mark)) / "network.onnx"
        good = copy.read_bytes()
        copy.write_bytes(good[:-1] + b"?")
        assert "is damaged" in sight.objection(HERE).sentence
        assert not files.kept.exists()
        copy.write_bytes(good)
        assert sight.objection(HERE) is None
    assert not copy.parent.exists()
    assert sight.objection(HERE) is None  # it is kept
    assert sight.here(sight.arguments)["model"] == str(files.kept)
    assert files.kept.read_bytes() == good
    assert {path.name for path in files.kept.parent.parent.iterdir()} == {files.kept.parent.name}
    with pytest.raises(ChecksumMismatch):
        replace(files, files=(("../network.onnx", "0"),)).take(root)


def test_a_network_that_is_a_link_is_sent_under_its_own_name(sight, tmp_path):
    """As in the caches of model hubs, whose files lie elsewhere under their digests."""
    (tmp_path / "blobs").mkdir()
    link, blob = tmp_path / "network.onnx", tmp_path / "blobs" / "5e1f"
    link.rename(blob)
    link.symlink_to(blob)
    files, root = files_of(str(link))
    assert [name for name, _ in files.files] == ["network.onnx"]
    with sent(files, root, sight.mark, RecordedJob()):
        copy = copy_beside(Path(sight.mark)) / "network.onnx"
        assert not copy.is_symlink()
        assert copy.read_bytes() == blob.read_bytes()
