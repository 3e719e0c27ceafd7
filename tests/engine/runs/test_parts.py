"""One raster by several processes: the same bytes as by one, whoever made what and was killed."""

import hashlib
import json
import os
import random
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.env import getenv
from rasterio.windows import Window

from crossearth_engine import errors
from crossearth_engine.inference import assemble as assembling
from crossearth_engine.inference import parts, sliding
from crossearth_engine.inference.assemble import AssembleRequest, assemble
from crossearth_engine.inference.parts import open_parts_folder, parts_folder, segment_raster
from crossearth_engine.inference.request import SegmentRequest, parse_part
from crossearth_engine.map import claim
from crossearth_engine.map.claim import Claim
from crossearth_engine.map.class_map import ClassMap
from crossearth_engine.raster import sample
from crossearth_engine.raster.source import MIN_CACHE_BYTES
from crossearth_engine.shared.products import PROCESSING_FIELD, PRODUCTS
from tests.engine.conftest import SHARES, RecordedJob, read, save_network
from tests.engine.runs.test_resume import OPTIONS, save_knowing_network

SIZE = (420, 640)

SCRIPT = """
import json, sys
from crossearth_engine.inference import sliding
from crossearth_engine.inference.parts import segment_raster
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.job import Job
sliding.JOURNAL_INTERVAL_S, sliding.JOURNAL_SHARE = 0, 1e9
def show(done, total, left):
    print(done, flush=True)
job = Job(show, lambda *a: None)
segment_raster(SegmentRequest.from_arguments(json.loads(sys.argv[1])), job)
"""


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """Let no test wait for long until somebody else is taken for dead."""
    monkeypatch.setattr(claim, "BEAT_S", 0.05)
    monkeypatch.setattr(claim, "PATIENCE_S", 0.4)
    monkeypatch.setattr(claim, "GLANCE_S", 0.02)


@pytest.fixture
def case(tmp_path, raster_factory):
    """A raster with an empty part, a network that looks around, and what to run."""
    rng = np.random.default_rng(1)
    cells = rng.integers(20, 235, (3, SIZE[1] // 20, SIZE[0] // 20)).repeat(20, 1).repeat(20, 2)
    data = (cells + rng.integers(-19, 20, cells.shape)).astype(np.uint8)
    data[:, 200:420, 100:400] = 0
    raster = raster_factory(data=data, nodata=0)
    model = save_knowing_network(tmp_path / "network.onnx", 8)
    return {"input": str(raster), "model": str(model), "threads": 1, **OPTIONS}


def ask(case, folder, job=None, **options):
    """Run in a folder of its own, which is the same for all that are to be of one map."""
    folder.mkdir(exist_ok=True)
    asked = {"output": str(folder / "map.tif"), **case, **options}
    for name in PRODUCTS:
        if asked.get(name) is True:
            asked[name] = str(folder / f"{name}{PRODUCTS[name].format.suffixes[0]}")
    return segment_raster(SegmentRequest.from_arguments(asked), job or RecordedJob())


def join(folder, job=None):
    return assemble(AssembleRequest(str(folder / "map.tif")), job or RecordedJob())


def names_in(folder):
    return [path.name for path in folder.iterdir()]


def contents(folder):
    """Return all that a run has written, without what differs from run to run."""
    found = {}
    for path in sorted(folder.iterdir()):
        assert path.is_file(), path
        if path.suffix == ".gpkg":
            with sqlite3.connect(path) as base:
                found[path.name] = _rows(base)
        elif path.suffix == ".json":
            item = json.loads(path.read_text())
            told = item["properties"][PROCESSING_FIELD]
            for name in ("wall_s", "inference_s", "peak_rss_mb", "request"):
                del told[name]
            told.pop("computers", None)  # of parts only
            for name in ("datetime", "created", "updated", "processing:datetime"):
                item["properties"].pop(name, None)
            found[path.name] = json.dumps(item, sort_keys=True).replace(str(folder), "FOLDER")
        elif path.suffix == ".html":
            text = path.read_text().replace(str(folder), "FOLDER")
            found[path.name] = re.sub(r"\b\d+(\.\d+)? s\b|\d+:\d\d(:\d\d)?|[\d,.]+ MB", "", text)
        else:
            found[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def _rows(base):
    asked = "SELECT table_name FROM gpkg_contents WHERE data_type = 'features'"
    (table,) = base.execute(asked).fetchone()
    return list(base.execute(f'SELECT * FROM "{table}"'))


def both(tmp_path, case, count, order=None, **options):
    """Return what one process writes, and what as many parts make, done in any order."""
    ask(case, tmp_path / "whole", **options)
    numbers = list(range(1, count + 1))
    random.Random(count).shuffle(numbers)
    told = [ask(case, tmp_path / "parts", part=f"{n}/{count}", **options) for n in numbers]
    result = join(tmp_path / "parts")
    assert sum(part["windows"] for part in told) == result["windows"] == result["planned_windows"]
    return contents(tmp_path / "whole"), contents(tmp_path / "parts")


VARIANTS = {
    "products": dict.fromkeys(PRODUCTS, True),
    "average": {"join": "average", "overlap": 100, "confidence": True},
    "gsd": {"gsd": 0.45, "confidence": True, "unfamiliarity": True},
    "model-grid": {"gsd": 0.7, "grid": "model", "lead": True},
    "no-overlap": {"overlap": 0, "gsd": 0.6},
    "turns": {"tta": True, "probabilities": True, "window": 128},
    "groups": {"batch": 3, "confidence": True, "window": 96},
    "revised": {"majority": 3, "min_area": 4, "polygons": True},
    "extent": {"extent": (500_030, 3_999_750, 500_150, 3_999_900), "confidence": True},
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_parts_make_the_same_bytes_as_one_process(tmp_path, case, variant):
    whole, joined = both(tmp_path, case, 5, **VARIANTS[variant])
    assert joined == whole


@pytest.mark.parametrize("count", [2, 16])
def test_there_may_be_few_parts_and_more_than_rows(tmp_path, case, count):
    whole, joined = both(tmp_path, case, count, confidence=True)
    assert joined == whole


def test_what_was_computed_where_is_told(tmp_path, case):
    told = [ask(case, tmp_path / "parts", part=f"{n}/3") for n in (1, 2, 3)]
    result = join(tmp_path / "parts")
    (computer,) = result["computers"]
    assert (computer["name"], computer["device"]) == (socket.gethostname(), "cpu")
    computed = result["windows"] - result["skipped_windows"] + result["halo_windows"]
    assert computer["windows"] == computed > sum(part["halo_windows"] for part in told) > 0
    item = json.loads((tmp_path / "parts" / "map.json").read_text())
    assert item["properties"][PROCESSING_FIELD]["computers"] == [computer]


def test_parts_may_be_unequal_and_done_twice_over(tmp_path, case):
    ask(case, tmp_path / "whole")
    for part in ("3/4", "1/2", "2/4", "4/4"):
        ask(case, tmp_path / "parts", part=part)
    join(tmp_path / "parts")
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")


def test_a_mask_and_a_stretch_are_the_same_for_all_parts(tmp_path, case, raster_factory):
    rng = np.random.default_rng(3)
    data = rng.gamma(3, 500, (3, SIZE[1], SIZE[0])).astype(np.uint16)
    case["input"] = str(raster_factory(data=data, nodata=0, name="sixteen.tif"))
    corners = [[500_020, 3_999_960], [500_190, 3_999_900], [500_120, 3_999_700]]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32636"}}
    area = {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}
    feature = {"type": "Feature", "properties": {}, "geometry": area}
    mask = tmp_path / "area.geojson"
    mask.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}))
    whole, joined = both(tmp_path, case, 5, mask=str(mask), confidence=True)
    assert joined == whole


@pytest.mark.parametrize("count", [5, 16])
def test_parts_of_a_sparse_raster_may_be_empty(tmp_path, case, count):
    rng = np.random.default_rng(4)
    path = tmp_path / "sparse.tif"
    with rasterio.open(case["input"]) as whole:
        shape = {**whole.profile, "tiled": True, "blockxsize": 64, "blockysize": 64, "nodata": 0}
    with rasterio.open(path, "w", **{**shape, "sparse_ok": True}) as dataset:
        for row, column in ((128, 64), (192, 192), (512, 320)):
            island = rng.integers(1, 255, (3, 64, 64)).astype(np.uint8)
            dataset.write(island, window=Window(column, row, 64, 64))
    whole, joined = both(tmp_path, {**case, "input": str(path)}, count, lead=True)
    assert joined == whole


def test_scores_of_an_unknown_kind_are_looked_at_once(tmp_path, case):
    # What a sigmoid makes of each class by itself, which nothing tells from scores.
    weights = (np.random.default_rng(5).normal(size=(4, 3, 5, 5)) / 10).astype(np.float32)
    save_network(tmp_path / "network.onnx", weights, SHARES, activation="Sigmoid")
    whole, joined = both(tmp_path, case, 5, confidence=True)
    assert joined == whole
    assert "do not sum to one" in whole["map.json"]


def test_a_join_that_was_killed_while_it_removed_the_parts_is_done(tmp_path, case, monkeypatch):
    for part in ("1/3", "2/3", "3/3"):
        ask(case, tmp_path / "parts", part=part)
    folder = tmp_path / "parts" / "map.tif.parts"
    with monkeypatch.context() as patch:
        patch.setattr(assembling, "remove_folder", lambda it: shutil.rmtree(it / "1-of-3"))
        made = join(tmp_path / "parts")
    shutil.copytree(folder, tmp_path / "copy")
    again = join(tmp_path / "parts")
    assert not folder.exists()
    assert again["classes"] == made["classes"]
    # Parts that are computed anew are of no map that is there.
    shutil.copytree(tmp_path / "copy", folder)
    shutil.rmtree(folder / "2-of-3")
    ask(case, tmp_path / "parts", part="1/3")
    with pytest.raises(errors.InvalidRequest, match="Part 2/3 is missing"):
        join(tmp_path / "parts")
    shutil.rmtree(folder)
    # A map that is not whole counts for none.
    shutil.copytree(tmp_path / "copy", folder)
    (tmp_path / "parts" / "map.qml").unlink()
    with pytest.raises(errors.InvalidRequest, match="Part 1/3 is missing"):
        join(tmp_path / "parts")


def test_an_earlier_map_does_not_stand_for_parts_that_are_missing(tmp_path, case):
    place = tmp_path / "parts"
    ask(case, place)
    ask(case, place, part="1/2")
    with pytest.raises(errors.InvalidRequest, match="Part 2/2 is missing"):
        join(place)
    ask(case, place, part="2/2")
    assert join(place)["parts"] == 2


def test_a_join_that_is_stopped_keeps_the_parts(tmp_path, case):
    class Stopped(RecordedJob):
        def _record(self, done, total, left):
            super()._record(done, total, left)
            self.cancel()

    for part in ("1/2", "2/2"):
        ask(case, tmp_path / "parts", part=part)
    with pytest.raises(errors.JobCanceled):
        join(tmp_path / "parts", Stopped())
    assert join(tmp_path / "parts")["parts"] == 2


def test_a_killed_part_goes_on(tmp_path, case):
    ask(case, tmp_path / "whole", confidence=True)
    folder = tmp_path / "parts"
    ask(case, folder, part="1/2", confidence=True)
    asked = {**case, "output": str(folder / "map.tif"), "part": "2/2"}
    asked |= {"confidence": str(folder / "confidence.tif"), "resume": True}
    command = [sys.executable, "-c", SCRIPT, json.dumps(asked)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if int(line) >= 13:
                process.kill()
                break
    job = RecordedJob()
    ask(case, folder, job, part="2/2", confidence=True, resume=True)
    assert any("Going on after window" in text for _, text in job.logs)
    join(folder)
    assert contents(folder) == contents(tmp_path / "whole")


def test_a_part_that_is_there_is_not_computed_again(tmp_path, case):
    first = ask(case, tmp_path / "parts", part="2/3")
    job = RecordedJob()
    again = ask(case, tmp_path / "parts", job, part="2/3")
    assert not job.progresses
    assert again == first


def test_a_canceled_part_leaves_nothing_unless_it_is_to_go_on(tmp_path, case, monkeypatch):
    monkeypatch.setattr(sliding, "JOURNAL_INTERVAL_S", 0)
    monkeypatch.setattr(sliding, "JOURNAL_SHARE", 1e9)
    folder = tmp_path / "parts"
    for resume in (False, True):
        with pytest.raises(errors.JobCanceled):
            ask(case, folder, RecordedJob(cancel_at=18), part="1/1", resume=resume)
        assert (folder / "map.tif.parts" / "1-of-1").exists() == resume


def test_missing_parts_are_named_and_nothing_is_written(tmp_path, case):
    folder = tmp_path / "parts"
    folder.mkdir()
    with pytest.raises(errors.InvalidRequest, match="There are no parts"):
        join(folder)
    for part in ("1/4", "3/4"):
        ask(case, folder, part=part)
    with pytest.raises(errors.InvalidRequest, match="Parts 2/4, 4/4 are missing"):
        join(folder)
    assert names_in(folder) == ["map.tif.parts"]
    ask(case, folder, part="2/4")
    with pytest.raises(errors.InvalidRequest, match="Part 4/4 is missing"):
        join(folder)


def test_what_gdal_keeps_while_parts_are_joined_is_no_share_of_the_memory(
    tmp_path, case, monkeypatch
):
    ask(case, tmp_path / "parts", part="1/1")
    kept, include = [], ClassMap.include

    def note(*arguments):
        kept.append(getenv().get("GDAL_CACHEMAX"))
        include(*arguments)

    monkeypatch.setattr(ClassMap, "include", note)
    with rasterio.Env():
        join(tmp_path / "parts")
    assert kept == [MIN_CACHE_BYTES]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path, case):
    folder = tmp_path / "parts"
    other = folder / "map.tif.parts" / "notes.txt"
    other.parent.mkdir(parents=True)
    other.write_text("")
    with pytest.raises(errors.OutputNotWritable, match="is in the way"):
        ask(case, folder, part="1/1")
    other.unlink()
    ask(case, folder, part="1/1")
    other.write_text("")
    join(folder)
    assert names_in(other.parent) == ["notes.txt"]


def test_parts_that_were_renamed_are_told_of(tmp_path, case):
    folder = tmp_path / "parts"
    ask(case, folder, part="1/1")
    (folder / "map.tif.parts").rename(folder / "other.tif.parts")
    with pytest.raises(errors.InvalidRequest, match=r"are of .*map\.tif: call their folder"):
        assemble(AssembleRequest(str(folder / "other.tif")), RecordedJob())
    assert names_in(folder) == ["other.tif.parts"]


def test_each_computer_may_see_raster_and_map_under_folders_of_its_own(tmp_path, case):
    ask(case, tmp_path / "whole", confidence=True)
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    for name in ("input", "model"):
        shutil.copy2(case[name], one)
        case[name] = str(one / Path(case[name]).name)
    ask(case, one / "maps", part="1/2", confidence=True)
    one.rename(two)
    for name in ("input", "model"):
        case[name] = str(two / Path(case[name]).name)
    told = ask(case, two / "maps", part="2/2", confidence=True)
    assert told["folder"] == str(two / "maps" / "map.tif.parts")
    join(two / "maps")
    whole, joined = contents(tmp_path / "whole"), contents(two / "maps")
    # What says where the raster was when it was looked at.
    for found in (whole, joined):
        del found["map.json"]
    assert read(two / "maps" / "map.tif").tobytes() == read(tmp_path / "whole/map.tif").tobytes()
    assert whole.keys() == joined.keys()


def test_a_copy_that_keeps_its_time_is_the_same_raster(tmp_path, case):
    ask(case, tmp_path / "parts", part="1/2")
    copy = tmp_path / "elsewhere" / Path(case["input"]).name
    copy.parent.mkdir()
    shutil.copy2(case["input"], copy)
    ask({**case, "input": str(copy)}, tmp_path / "parts", part="2/2")
    with copy.open("r+b") as stream:  # as some programs write: in place, with the time set back
        stream.seek(-9, os.SEEK_END)
        stream.write(b"\1\2\3")
    shutil.copystat(case["input"], copy)
    with pytest.raises(errors.InvalidRequest, match="is not the file that the plan was made of"):
        ask({**case, "input": str(copy)}, tmp_path / "parts", part="3/3")
    shutil.copy(case["input"], copy)
    os.utime(copy, (0, 0))
    with pytest.raises(errors.InvalidRequest, match=r"not kept its time \(cp -p, rsync -a\)"):
        ask({**case, "input": str(copy)}, tmp_path / "parts", part="3/3")


@pytest.mark.parametrize("change", [{"join": "average"}, {"overlap": 40}, {"tta": True}])
def test_a_part_of_another_plan_is_refused(tmp_path, case, change):
    ask(case, tmp_path / "parts", part="1/2")
    (name,) = change
    with pytest.raises(errors.InvalidRequest, match=f"--{name}"):
        ask(case, tmp_path / "parts", part="2/2", **change)


def test_a_raster_that_has_changed_is_refused(tmp_path, case):
    folder = tmp_path / "parts"
    ask(case, folder, part="1/2")
    os.utime(case["input"], (0, 0))
    with pytest.raises(errors.InvalidRequest, match="is not the file that the plan was made of"):
        ask(case, folder, part="2/2")
    with pytest.raises(errors.InvalidRequest, match="is not the file that the plan was made of"):
        join(folder)


def test_a_raster_whose_time_another_computer_sees_rounded_is_the_same(tmp_path, case):
    ask(case, tmp_path / "whole")
    ask(case, tmp_path / "parts", part="1/2")
    changed = Path(case["input"]).stat().st_mtime_ns
    os.utime(case["input"], ns=(changed, changed + 10**9))
    ask(case, tmp_path / "parts", part="2/2")
    join(tmp_path / "parts")
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")


def test_a_model_that_has_changed_is_refused(tmp_path, case):
    ask(case, tmp_path / "parts", part="1/2")
    save_knowing_network(tmp_path / "network.onnx", 9)
    with pytest.raises(errors.InvalidRequest, match="made with model sha256"):
        ask(case, tmp_path / "parts", part="2/2")


def test_a_damaged_part_is_named_and_computed_again(tmp_path, case):
    folder = tmp_path / "parts"
    ask(case, tmp_path / "whole")
    for part in ("1/2", "2/2"):
        ask(case, folder, part=part)
    tiles = folder / "map.tif.parts" / "2-of-2" / "classes" / "level-0-0.tif"
    content = bytearray(tiles.read_bytes())
    content[len(content) // 2] ^= 1
    tiles.write_bytes(content)
    with pytest.raises(errors.InvalidRequest, match=r"Part 2/2 .* is not what was written"):
        join(folder)
    assert names_in(folder) == ["map.tif.parts"]
    ask(case, folder, part="2/2")
    join(folder)
    assert contents(folder) == contents(tmp_path / "whole")


def test_a_part_is_done_by_one_process_at_a_time(tmp_path, case):
    folder = tmp_path / "parts"
    ask(case, folder, part="1/2")
    other = Claim(parts_folder(folder / "map.tif"), "2-of-2")
    assert other.take(RecordedJob())
    with other, pytest.raises(errors.OutputNotWritable, match="2/2 is being computed at this"):
        ask(case, folder, part="2/2")
    ask(case, folder, part="2/2")
    joining = Claim(parts_folder(folder / "map.tif"), "assemble")
    assert joining.take(RecordedJob())
    with joining, pytest.raises(errors.OutputNotWritable, match="being joined"):
        join(folder)
    join(folder)


def test_a_plan_is_measured_once_and_says_all_options(tmp_path, case, monkeypatch):
    options = {"join": "average", "stretch": "1%,90%", "confidence": True}
    ask(case, tmp_path / "whole", **options)
    folder = tmp_path / "parts"
    plan = tmp_path / "plan.json"
    told = ask(case, folder, plan=str(plan), **options)
    assert (told["rows"], told["plan"]) == (6, str(plan))
    assert not names_in(folder)

    def fail(*_):
        raise AssertionError

    monkeypatch.setattr(sample, "_sample_of", fail)
    monkeypatch.chdir(folder)
    named = {"input": case["input"], "plan": str(plan)}
    for part in ("1/2", "2/2"):
        ask(named, folder, part=part)
    with pytest.raises(errors.InvalidRequest, match="--overlap"):
        ask(named, folder, part="2/2", overlap=40)
    join(folder)
    assert contents(folder) == contents(tmp_path / "whole")


def test_one_part_makes_the_plan_and_the_others_wait_for_it(tmp_path, case, monkeypatch):
    ask(case, tmp_path / "whole")
    make, made = parts.make_plan, []

    def make_slowly(*arguments):
        made.append(arguments)
        time.sleep(0.3)
        return make(*arguments)

    monkeypatch.setattr(parts, "make_plan", make_slowly)
    folder = tmp_path / "parts"
    folder.mkdir()
    with ThreadPoolExecutor(3) as executor:
        list(executor.map(lambda number: ask(case, folder, part=f"{number}/3"), (1, 2, 3)))
    assert len(made) == 1
    join(folder)
    assert contents(folder) == contents(tmp_path / "whole")


def test_who_cannot_make_the_plan_leaves_nothing_and_the_next_one_makes_it(
    tmp_path, case, monkeypatch
):
    folder = tmp_path / "maps"
    with pytest.raises(errors.ModelNotFound):
        ask({**case, "model": "nothing"}, folder, part="1/2")
    assert not [*folder.iterdir()]
    make_plan, calls = parts.make_plan, []

    def fail_once(*arguments):
        calls.append(arguments)
        if len(calls) == 1:
            time.sleep(0.2)
            raise errors.NotEnoughMemory
        return make_plan(*arguments)

    monkeypatch.setattr(parts, "make_plan", fail_once)
    with ThreadPoolExecutor() as pool:
        runs = [pool.submit(ask, case, folder, part=f"{number}/2") for number in (1, 2)]
        failed = [run.exception() for run in runs]
    assert [type(error) for error in failed if error] == [errors.NotEnoughMemory]
    assert (parts_folder(folder / "map.tif") / "plan.json").is_file()


def test_parts_of_two_plans_are_told_apart(tmp_path, case):
    folder = tmp_path / "parts"
    plan = tmp_path / "plan.json"
    ask(case, folder, plan=str(plan), join="average")
    ask(case, folder, part="1/2")
    with pytest.raises(errors.InvalidRequest, match="of another plan"):
        ask(case, folder, part="2/2", plan=str(plan), join="average")


def test_what_is_no_plan_is_neither_read_nor_replaced(tmp_path, case):
    other = tmp_path / "notes.json"
    other.write_text("{}")
    for options in ({}, {"part": "1/2"}):
        with pytest.raises(errors.InvalidRequest, match="is no plan"):
            ask(case, tmp_path / "parts", plan=str(other), **options)
    assert other.read_text() == "{}"
    with pytest.raises(errors.InvalidRequest, match="cannot be read"):
        ask(case, tmp_path / "parts", plan=str(tmp_path / "none.json"), part="1/2")


def test_a_raster_without_data_is_told_when_it_is_joined(tmp_path, case, raster_factory):
    empty = np.zeros((3, SIZE[1], SIZE[0]), np.uint8)
    case["input"] = str(raster_factory(data=empty, nodata=0, name="empty.tif"))
    for part in ("1/2", "2/2"):
        assert ask(case, tmp_path / "parts", part=part)["skipped_windows"] == 12
    with pytest.raises(errors.NoValidPixels):
        join(tmp_path / "parts")


@pytest.mark.parametrize("text", ["0/4", "5/4", "1", "a/b", "1/2/3", "-1/2", "1/0"])
def test_what_is_no_part_is_refused(text):
    with pytest.raises(errors.InvalidRequest, match="must be K/N"):
        parse_part(text)


def test_the_folder_of_the_parts_may_go_with_a_first_part_that_could_not_begin(
    tmp_path, monkeypatch
):
    folder, entries, gone = parts_folder(tmp_path / "map.tif"), Path.iterdir, []

    def removed_first(path):
        if path == folder and not gone:
            gone.append(folder.rmdir())
        return entries(path)

    monkeypatch.setattr(Path, "iterdir", removed_first)
    assert open_parts_folder(tmp_path / "map.tif") == folder
    assert gone
    assert folder.is_dir()
