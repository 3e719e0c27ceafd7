"""A map is published as a whole, or not at all, and what is in place is what was made."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio

from crossearth_engine import errors
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.shared import leftovers, moves
from tests.engine.conftest import RecordedJob, read, run, save_network

KILLED = """
import json, os, sys
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.job import Job
from crossearth_engine.shared import moves
left, rename = int(sys.argv[2]), moves.rename
def count(source, target):
    global left
    if source.name != moves.RECORD_FILE and source.suffix != ".new":
        if left == 0:
            os._exit(9)
        left -= 1
    rename(source, target)
moves.rename = count
job = Job(lambda *a: None, lambda *a: None)
segment(SegmentRequest.from_arguments(json.loads(sys.argv[1])), job)
"""
FIRST, SECOND = ("lagoon", "forest", "meadow"), ("dunes", "glacier", "harbour")


def network(path, names, sign=1):
    """A network whose class is the brightest band, or the darkest."""
    weights = np.eye(3, dtype=np.float32)[:, :, None, None] * 20 * sign
    return save_network(path, weights, {"class_names": json.dumps(dict(enumerate(names)))})


@pytest.fixture
def case(tmp_path, raster_factory):
    raster = raster_factory(
        data=np.random.default_rng(0).integers(1, 255, (3, 70, 90)).astype("u1")
    )
    network(tmp_path / "A.onnx", FIRST)
    network(tmp_path / "B.onnx", SECOND, -1)
    (tmp_path / "out").mkdir()
    return {
        "input": str(raster),
        "output": str(tmp_path / "out" / "map.tif"),
        "confidence": str(tmp_path / "out" / "confidence.tif"),
        "report": str(tmp_path / "out" / "report.html"),
        "polygons": str(tmp_path / "out" / "map.gpkg"),
        "model": str(tmp_path / "A.onnx"),
        "window": 64,
        "threads": 1,
    }


def start(case, **options):
    arguments = {**case, **options}
    return run(arguments.pop("input"), arguments.pop("output"), **arguments)


def contents(folder):
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in Path(folder).iterdir()
        if path.is_file()
    }


def names_in_all(folder):
    """What map, style, table and item call the classes: one legend, or a mixture."""
    with rasterio.open(folder / "map.tif") as dataset:
        tag = dataset.tags()["CROSSEARTH_CLASSES"]
    item = json.loads((folder / "map.json").read_text())
    texts = [tag, json.dumps(item), (folder / "map.qml").read_text()]
    texts.append((folder / "map.tif.aux.xml").read_text())
    return {
        name
        for name, words in (("A", FIRST), ("B", SECOND))
        if any(word in text for word in words for text in texts)
    }


@pytest.mark.parametrize("locked", ["map.tif", "map.qml", "map.tif.aux.xml", "confidence.tif"])
def test_a_file_that_cannot_be_replaced_leaves_all_as_it_was(case, monkeypatch, tmp_path, locked):
    start(case)
    folder = tmp_path / "out"
    before = contents(folder)
    monkeypatch.setattr(moves, "PAUSE_S", 0)
    replace = Path.replace

    def refuse(source, target):
        if source.name == locked and source.parent == folder:
            raise PermissionError(13, "The file is used by another process", str(source))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(errors.OutputNotWritable, match=f"{locked}.*kept as map_new.tif"):
        start(case, model=str(tmp_path / "B.onnx"))
    after = contents(folder)
    assert {name: after[name] for name in before} == before
    assert names_in_all(folder) == {"A"}
    # What was computed is a whole result, under another name.
    assert set(after) - set(before) == {
        name.replace("map", "map_new", 1) if "map" in name else name.replace(".", "_new.", 1)
        for name in before
    }
    item = json.loads((folder / "map_new.json").read_text())
    assert item["assets"]["classes"]["href"] == "./map_new.tif"
    assert item["assets"]["confidence"]["href"] == "./confidence_new.tif"
    assert (read(folder / "map_new.tif") != read(folder / "map.tif")).mean() > 0.9


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="needs chattr")
def test_a_locked_output_is_told_before_the_first_window(case, tmp_path):
    start(case)
    before = contents(tmp_path / "out")
    if subprocess.run(
        ["chattr", "+i", case["output"]], check=False, capture_output=True
    ).returncode:
        pytest.skip("the file system has no such flag")
    try:
        loaded = []

        def load(*options):
            loaded.append(options)
            raise AssertionError

        request = SegmentRequest.from_arguments({**case, "model": str(tmp_path / "B.onnx")})
        with pytest.raises(errors.OutputNotWritable, match="not permitted"):
            segment(request, RecordedJob(), load)
    finally:
        subprocess.run(["chattr", "-i", case["output"]], check=True)
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize("steps", [1, 4, 8])
def test_a_kill_while_it_publishes_leaves_one_result_for_whoever_looks_next(case, tmp_path, steps):
    start(case)
    other = {**case, "model": str(tmp_path / "B.onnx")}
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, json.dumps(other), str(steps)], check=False
    )
    assert killed.returncode == 9
    assert not Path(case["output"]).exists()
    # A run that fails at once does not lose what is there.
    with pytest.raises(errors.EngineError):
        start(other, overlap=63, extent="0,0,1,1")
    leftovers.settle_output(Path(case["output"]))
    assert names_in_all(tmp_path / "out") == {"B"}
    assert not list((tmp_path / "out").glob("map.tif.partial"))


def test_what_belonged_to_the_old_raster_goes_with_it(case, tmp_path):
    start(case)
    for name in ("map.tif.ovr", "confidence.tif.aux.xml", "confidence.tif.msk"):
        (tmp_path / "out" / name).write_text("of the old one")
    start(case, model=str(tmp_path / "B.onnx"))
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *("map.tif", "map.json", "map.qml", "map.tif.aux.xml", "map.gpkg"),
        *("confidence.tif", "report.html"),
    }
