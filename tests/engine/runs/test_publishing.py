"""A map is published as a whole, or not at all, and what is in place is what was made."""

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from crossearth_engine import errors, publishing
from crossearth_engine.inference.batch import segment_batch
from crossearth_engine.inference.request import BatchRequest, SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.map import class_map, geopackage, map_item
from crossearth_engine.map.pyramid import Pyramid
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared import leftovers, moves
from tests.engine.conftest import RecordedJob, read, run, save_network

KILLED = """
import json, os, sys
from crossearth_engine.inference.batch import segment_batch
from crossearth_engine.inference.request import BatchRequest, SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.map import class_map, geopackage
from crossearth_engine.map.pyramid import Pyramid
from crossearth_engine.raster.windows import Window
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


ANYHOW = {"IGNORE_COG_LAYOUT_BREAK": "YES"}


def change_pixels(folder):
    with rasterio.open(folder / "final.tif", "r+", **ANYHOW) as dataset:
        pixels = dataset.read(1)
        pixels[-1] = 0
        dataset.write(pixels, 1)


def lose_tags(folder):
    with rasterio.open(folder / "final.tif", "r+", **ANYHOW) as dataset:
        dataset.update_tags(CROSSEARTH_MODEL_SHA256="0")


def lose_colors(folder):
    with rasterio.open(folder / "final.tif", "r+", **ANYHOW) as dataset:
        dataset.write_colormap(1, {0: (1, 2, 3, 255)})


def move_place(folder):
    with rasterio.open(folder / "final.tif", "r+", **ANYHOW) as dataset:
        dataset.transform = dataset.transform @ dataset.transform.translation(1, 0)


def forget_place(folder):
    with rasterio.open(folder / "final.tif", "r+", **ANYHOW) as dataset:
        dataset.crs = "EPSG:32637"


def cut(folder):
    os.truncate(folder / "final.tif", (folder / "final.tif").stat().st_size // 2)


def empty(folder):
    os.truncate(folder / "final.tif", 0)


def test_rasters_are_finished_and_read_back_side_by_side(case, monkeypatch):
    monkeypatch.setattr(class_map, "usable_cores", lambda: 2)
    for name in ("finish", "check"):
        # Nobody passes alone.
        together, on_its_own = threading.Barrier(2, timeout=20), getattr(Pyramid, name)

        def with_another(*what, wait=together.wait, go_on=on_its_own):
            wait()
            return go_on(*what)

        monkeypatch.setattr(Pyramid, name, with_another)
    start(case)


@pytest.mark.parametrize("product", ["map", "confidence"])
@pytest.mark.parametrize(
    "damage", [change_pixels, lose_tags, lose_colors, move_place, forget_place, cut, empty]
)
def test_a_raster_that_is_not_what_was_written_is_not_published(
    case, tmp_path, monkeypatch, product, damage
):
    if product == "confidence" and damage is lose_colors:
        pytest.skip("a raster of confidence has no colour table")
    start(case)
    before = contents(tmp_path / "out")
    write_style = class_map.write_qml

    def write(path, classes):
        damage(tmp_path / "out" / f"{product}.tif.partial")
        write_style(path, classes)

    monkeypatch.setattr(class_map, "write_qml", write)
    with pytest.raises(errors.DamagedOutput, match=f"{product}.tif"):
        start(case, model=str(tmp_path / "B.onnx"))
    assert contents(tmp_path / "out") == before
    assert not list((tmp_path / "out").glob("*.partial"))


@pytest.mark.parametrize("name", ["final.qml", "final.tif.aux.xml", "final.json"])
@pytest.mark.parametrize("content", ["", "<", "<a/>", "{}", "of the other"])
def test_a_sidecar_of_another_map_is_not_published(case, tmp_path, monkeypatch, name, content):
    start(case)
    folder = tmp_path / "out"
    old = name.replace("final", "map")
    text = (folder / old).read_text() if content == "of the other" else content
    before = contents(folder)
    write_item = map_item.write_stac_item

    def write(*arguments):
        write_item(*arguments)
        (folder / "map.tif.partial" / name).write_text(text)

    monkeypatch.setattr(map_item, "write_stac_item", write)
    with pytest.raises(errors.DamagedOutput, match=r"map\.tif"):
        start(case, model=str(tmp_path / "B.onnx"))
    assert contents(folder) == before


def test_polygons_that_are_not_what_was_written_are_not_published(case, tmp_path, monkeypatch):
    start(case)
    before = contents(tmp_path / "out")
    add_style = geopackage.add_style

    def lose_one(path, layer, classes, rest=""):
        add_style(path, layer, classes, rest)
        with contextlib.closing(sqlite3.connect(path)) as database, database:
            database.execute(f'DELETE FROM "{layer}" WHERE fid = 3')

    monkeypatch.setattr(geopackage, "add_style", lose_one)
    with pytest.raises(errors.DamagedOutput, match="polygons, and not"):
        start(case)
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize("block", [0, 5, 9])
def test_a_block_of_each_row_is_read_back(tmp_path, block):
    """Of a raster of many tiles, in all of its overviews."""
    raster = Pyramid(
        tmp_path, 3000, 5000, "EPSG:32636", Affine(1, 0, 5, 0, -1, 7), {1: (9, 9, 9, 255)}
    )
    rng = np.random.default_rng(0)
    for top in range(0, 5000, 500):
        for left in range(0, 3000, 500):
            raster.write(
                rng.integers(0, 3, (500, 500)).astype(np.uint8), Window(left, top, 500, 500)
            )
            raster.flush(left + 500, top + 500)
    path = tmp_path / "result.tif"
    raster.finish(path, {"A": "b"}, ["class"])
    raster.check(path, {"A": "b"}, ["class"])
    with rasterio.open(path, "r+", **ANYHOW) as dataset:
        window = rasterio.windows.Window(0, 512 * block, 3000, 2)
        dataset.write(255 - dataset.read(1, window=window), 1, window=window)
    with pytest.raises(ValueError, match=f"row {512 * block}"):
        raster.check(path, {"A": "b"}, ["class"])


def batch(case, **options):
    names = ("window", "threads", "model")
    arguments = {name: case[name] for name in names} | {"confidence": True, **options}
    folder = Path(case["output"]).parent
    request = BatchRequest.from_arguments(
        {"inputs": [case["input"]], "out_dir": str(folder), **arguments}
    )
    return [row["status"] for row in segment_batch(request, RecordedJob())["rasters"]]


def exchange(ending):
    """Put a file of another model's map in the place of this one's."""

    def meddle(folder, other):
        shutil.copy(other / f"raster{ending}", folder / f"raster{ending}")

    meddle.__name__ = f"exchange{ending}"
    return meddle


def restyle(folder, _other):
    style = folder / "raster.qml"
    style.write_text(style.read_text().replace('color="#', 'color="#f', 1).replace("f#", "#"))


def show_in_qgis(folder, _other):
    table = folder / "raster.tif.aux.xml"
    statistics = '<Metadata><MDI key="STATISTICS_MAXIMUM">2</MDI></Metadata></PAMRasterBand>'
    table.write_text(table.read_text().replace("</PAMRasterBand>", statistics))


@pytest.mark.parametrize(
    ("meddle", "status"),
    [
        (exchange(".tif"), "done"),
        (exchange(".json"), "done"),
        (exchange(".qml"), "done"),
        (exchange(".tif.aux.xml"), "done"),
        (exchange("_confidence.tif"), "done"),
        (restyle, "skipped"),
        (show_in_qgis, "skipped"),
    ],
)
def test_a_finished_map_is_one_whose_files_belong_together(case, tmp_path, meddle, status):
    folder = tmp_path / "out"
    assert batch(case, model=str(tmp_path / "B.onnx")) == ["done"]
    shutil.copytree(folder, tmp_path / "other")
    assert batch(case) == ["done"]
    assert batch(case, resume=True) == ["skipped"]
    meddle(folder, tmp_path / "other")
    assert batch(case, resume=True) == [status]
    with rasterio.open(folder / "raster.tif") as dataset:
        assert "forest" in dataset.tags()["CROSSEARTH_CLASSES"]
    assert "glacier" not in (folder / "raster.qml").read_text()


def test_a_batch_goes_on_from_what_was_killed_while_it_was_published(case, tmp_path):
    other = {**case, "output": str(tmp_path / "out" / "raster.tif")}
    del other["report"], other["polygons"]
    other["confidence"] = str(tmp_path / "out" / "raster_confidence.tif")
    assert batch(case, model=str(tmp_path / "B.onnx")) == ["done"]
    killed = subprocess.run([sys.executable, "-c", KILLED, json.dumps(other), "3"], check=False)
    assert killed.returncode == 9
    batch(case, resume=True)
    with rasterio.open(tmp_path / "out" / "raster.tif") as dataset:
        assert "forest" in dataset.tags()["CROSSEARTH_CLASSES"]
    assert "forest" in (tmp_path / "out" / "raster.qml").read_text()
    assert not list((tmp_path / "out").glob("*.partial"))


@pytest.mark.parametrize("name", ["map.gpkg", "report.html", "map.tif"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_disk_that_fails_while_it_publishes_leaves_all_as_it_was(
    case, tmp_path, monkeypatch, name, is_first
):
    if not is_first:
        start(case)
    before = contents(tmp_path / "out")
    sync = publishing.sync_file

    def fail(path):
        if path.parent.name == f"{name}.partial":
            raise OSError(5, "Input/output error", str(path))
        sync(path)

    monkeypatch.setattr(publishing, "sync_file", fail)
    with pytest.raises(errors.OutputNotWritable, match="Input/output error"):
        start(case, model=str(tmp_path / "B.onnx"))
    assert contents(tmp_path / "out") == before
    assert not list((tmp_path / "out").glob("*.partial"))
