import json
import os
import pickle
import shutil
import sys
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pyogrio
import pytest
from affine import Affine

from crossearth_engine import errors
from crossearth_engine.errors import InvalidRequest, JobCanceled
from crossearth_engine.inference import segment as segment_module
from crossearth_engine.inference.batch import segment_batch
from crossearth_engine.inference.load import WarmLoader
from crossearth_engine.inference.request import BatchRequest, output_stems
from crossearth_engine.job import PARTS
from crossearth_engine.shared.leftovers import LOCK_FILE
from tests.engine.cli.test_command_line import crossearth
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.runs.test_products import Page

OPTIONS = {"window": 16, "overlap": 4, "threads": 1}


class CountingLoader(WarmLoader):
    """Counts how often a network is asked for, and how often it is another one."""

    def __init__(self) -> None:
        super().__init__()
        self.networks = []

    def __call__(self, *options):
        self.networks.append(super().__call__(*options))
        return self.networks[-1]


@pytest.fixture
def case(tmp_path, raster_factory, color_model):
    """Three rasters of different sizes, and a folder for their maps."""
    inputs = [
        str(raster_factory(size=(40 * i, 32), name=f"{name}.tif", seed=i))
        for i, name in enumerate("abc", 1)
    ]
    out_dir = tmp_path / "new" / "maps"
    return {"inputs": inputs, "out_dir": str(out_dir), "model": str(color_model), **OPTIONS}


def start(case, job=None, load=None, **options):
    request = BatchRequest.from_arguments({**case, **options})
    return segment_batch(request, job or RecordedJob(), load)


def statuses(result):
    return [row["status"] for row in result["rasters"]]


def test_all_maps_are_those_of_single_runs_with_one_network(case, tmp_path):
    load = CountingLoader()
    result = start(case, load=load)
    assert statuses(result) == ["done"] * 3
    assert (result["done"], result["skipped"], result["failed"]) == (3, 0, 0)
    assert len(load.networks) == 4
    assert len(set(map(id, load.networks))) == 1
    json.dumps(result)
    for row in result["rasters"]:
        output = Path(row["output"])
        assert output == Path(case["out_dir"], Path(row["input"]).name)
        single = run(row["input"], tmp_path / "single.tif", model=case["model"], **OPTIONS)
        assert np.array_equal(read(output), read(tmp_path / "single.tif"))
        assert row["classes"] == single["classes"]
        assert output.with_suffix(".qml").exists()


def test_sums_are_those_of_all_maps(case):
    result = start(case)
    assert sum(item["pixels"] for item in result["classes"]) == (40 + 80 + 120) * 32
    assert sum(item["area_m2"] for item in result["classes"]) == pytest.approx(240 * 32 * 0.25)
    assert sum(item["percent"] for item in result["classes"]) == pytest.approx(100)
    for index, item in enumerate(result["classes"]):
        rows = [row["classes"][index] for row in result["rasters"]]
        assert {row["name"] for row in rows} == {item["name"]}
        assert item["pixels"] == sum(row["pixels"] for row in rows)


def test_a_raster_that_cannot_be_measured_is_left_out_of_the_sums(case, raster_factory, tmp_path):
    bare, path = str(raster_factory(name="bare.tif", crs=None)), tmp_path / "report.html"
    job, inputs = RecordedJob(), [case["inputs"][0], bare]
    result = start(case, job, inputs=inputs, report=str(path), min_area=25)
    assert any(text.startswith("The sums are without bare.tif") for _, text in job.logs)
    assert result["unmeasured"] == [bare]
    assert result["classes"] == result["rasters"][0]["classes"]
    text = Page(path).text
    assert "Areas of the maps that can be measured" in text
    assert "Without bare.tif" in text
    assert "25 m² or 25 pixels" in text


def test_where_no_raster_can_be_measured_pixels_are_summed(case, raster_factory, tmp_path):
    inputs = [str(raster_factory(name=f"bare{i}.tif", crs=None)) for i in range(2)]
    path = tmp_path / "report.html"
    result = start(case, inputs=inputs, report=str(path), min_area=25)
    assert result["unmeasured"] == inputs
    assert all(item["area_m2"] is None for item in result["classes"])
    assert sum(item["percent"] for item in result["classes"]) == pytest.approx(100)
    text = Page(path).text
    assert "Pixels of all maps together" in text
    assert "25 pixels" in text
    assert "m²" not in text


def test_one_that_fails_does_not_stop_the_others(case, tmp_path, monkeypatch):
    broken, missing = tmp_path / "broken.tif", str(tmp_path / "missing.tif")
    broken.write_bytes(b"no raster")
    job = RecordedJob()
    a, b, c = case["inputs"]
    whole = segment_module.check_free_space

    def fail(needed):
        if any(path.name == "c.tif" for path in needed):
            raise RuntimeError("not one of ours")
        whole(needed)

    monkeypatch.setattr(segment_module, "check_free_space", fail)
    result = start(case, job, inputs=[a, str(broken), missing, c, b])
    assert statuses(result) == ["done", "failed", "failed", "failed", "done"]
    unreadable, absent, crashed = result["rasters"][1:4]
    assert unreadable["code"] == absent["code"] == "unreadable-raster"
    assert str(broken) in unreadable["error"]
    assert missing in absent["error"]
    assert (crashed["code"], crashed["fault"]) == ("internal", "computer")
    told = [text for level, text in job.logs if level == "error"]
    for text, row in zip(told, (unreadable, absent, crashed), strict=True):
        assert text.endswith(row["error"])
    assert {path.name for path in Path(case["out_dir"]).glob("*.tif*")} == {
        "a.tif", "a.tif.aux.xml", "b.tif", "b.tif.aux.xml",
    }  # fmt: skip
    assert sum(item["pixels"] for item in result["classes"]) == (40 + 80) * 32


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"model": "nothing"}, errors.ModelNotFound),
        ({"device": "cuda:9"}, errors.DeviceUnavailable),
        ({"overlap": 16}, InvalidRequest),
        ({"merge": {"a": ["b"]}}, InvalidRequest),
        ({"majority": 2}, InvalidRequest),
    ],
)
def test_what_would_fail_everywhere_fails_once(case, change, error):
    job = RecordedJob()
    with pytest.raises(error):
        start(case, job, **change)
    assert not job.progresses


def test_a_folder_that_cannot_be_is_told(case, tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(errors.OutputNotWritable, match="maps"):
        start(case, out_dir=str(file / "maps"))


@pytest.mark.parametrize(
    "change",
    [
        {"inputs": []},
        {"inputs": "a.tif"},
        {"inputs": [1]},
        {"out_dir": None},
        {"confidence": "a.tif"},
        {"report": 3},
        {"windows": 3},
        {"tta": "yes"},
    ],
)
def test_requests_that_make_no_sense_are_refused(case, change):
    with pytest.raises(InvalidRequest):
        BatchRequest.from_arguments({**case, **change}).check()


def test_what_is_asked_for_is_made_of_each(case):
    result = start(case, confidence=True, probabilities=True, polygons=True)
    folder = Path(case["out_dir"])
    for row, name in zip(result["rasters"], "abc", strict=True):
        assert row["confidence"] == str(folder / f"{name}_confidence.tif")
        assert row["probabilities"] == str(folder / f"{name}_probabilities.tif")
        assert row["polygons"] == str(folder / f"{name}.gpkg")
        assert all(Path(row[key]).exists() for key in ("confidence", "probabilities", "polygons"))


def names(inputs, folder, endings=(".tif",)):
    return list(output_stems([str(path) for path in inputs], folder, endings, {}))


def test_rasters_of_one_name_get_maps_of_their_own(tmp_path):
    inputs = ["x/a.tif", "y/a.jp2", "z/A.tif", "z/a_2.tif"]
    assert names(inputs, tmp_path) == ["a", "a_2", "A_3", "a_2_2"]
    both = (".tif", "_confidence.tif")
    assert names(["x/a.tif", "x/a_confidence.tif"], tmp_path, both) == ["a", "a_confidence_2"]
    parts = ['NETCDF:"/x/scene.nc":red', 'NETCDF:"/x/scene.nc":blue', "NETCDF:a|b?"]
    assert names(parts, tmp_path) == ["scene", "scene_2", "NETCDF_a_b_"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("a\nb", "a_b"),
        ("a\tb", "a_b"),
        ("bell\x07", "bell_"),
        ("esc\x1b[31m", "esc_[31m"),
        ("-dash", "-dash"),
        ("(1)", "(1)"),
        ("#a b", "#a b"),
        ("it's", "it's"),
        ("gpkg", "gpkg"),
        ("layer_styles", "layer_styles"),
        ("umlaut ü", "umlaut ü"),
    ],
)
def test_a_raster_of_any_name_gets_all_products(case, raster_factory, tmp_path, name, called):
    raster = str(raster_factory(name=f"{name}.tif"))
    files = {kind: str(tmp_path / f"all.{kind}") for kind in ("html", "vrt", "json")}
    of_all = {"report": files["html"], "mosaic": files["vrt"], "collection": files["json"]}
    job = RecordedJob()
    result = start(
        case, job, inputs=[raster], polygons=True, confidence=True, probabilities=True, **of_all
    )
    (row,) = result["rasters"]
    assert (row["status"], result["unmade"], row.get("error")) == ("done", {}, None)
    folder = Path(case["out_dir"])
    assert row["output"] == str(folder / f"{called}.tif")
    layers = dict(pyogrio.list_layers(folder / f"{called}.gpkg"))
    assert [kind for kind in layers.values() if kind is not None] == ["Polygon"]
    for path in folder.iterdir():
        assert "\n" not in path.name
    asked = {"polygons": True, "confidence": True, "probabilities": True}
    assert statuses(start(case, inputs=[raster], resume=True, **asked)) == ["skipped"]


def test_no_raster_is_written_over(case, tmp_path):
    # The second lies where the map of the first would.
    folder = Path(case["inputs"][0]).parent
    other = tmp_path / "other" / "a.tif"
    other.parent.mkdir()
    shutil.copy(case["inputs"][1], other)
    inputs = [str(other), case["inputs"][0]]
    before = [Path(path).read_bytes() for path in inputs]
    result = start(case, inputs=inputs, out_dir=str(folder))
    assert statuses(result) == ["done", "done"]
    assert [Path(row["output"]).name for row in result["rasters"]] == ["a_2.tif", "a_3.tif"]
    assert [Path(path).read_bytes() for path in inputs] == before


def test_the_same_raster_twice_is_one_by_whichever_names(case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    raster = Path(case["inputs"][0])
    Path("link.tif").symlink_to(raster)
    Path("folder").mkdir()
    names = [raster, raster, raster.name, f"./{raster.name}", f"folder/../{raster.name}"]
    result = start(case, inputs=[*map(str, names), "link.tif"])
    assert statuses(result) == ["done"]
    assert result["rasters"][0]["input"] == str(raster)


def write_mask(path):
    ring = [[500_000, 4_000_000], [500_005, 4_000_000], [500_005, 3_999_995], [500_000, 4_000_000]]
    crs = {"type": "name", "properties": {"name": "EPSG:32636"}}
    geometry = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": {}, "geometry": geometry}
    content = {"type": "FeatureCollection", "crs": crs, "features": [feature]}
    path.write_text(json.dumps(content))
    return path


def test_extent_and_polygons_hold_for_each(case, raster_factory, tmp_path):
    far = raster_factory(name="far.tif", transform=Affine(1, 0, 9, 0, -1, 9))
    mask = write_mask(tmp_path / "mask.geojson")
    inputs = [case["inputs"][0], str(far)]
    for option in ({"mask": str(mask)}, {"extent": [500_000, 3_999_995, 500_005, 4_000_000]}):
        result = start(case, inputs=inputs, **option)
        assert statuses(result) == ["done", "failed"]
        assert result["rasters"][1]["code"] == "no-intersection"
    # The polygons count and not the file they are in.
    copy = tmp_path / "copy.geojson"
    start(case, inputs=inputs, mask=str(mask))
    shutil.copy(mask, copy)
    result = start(case, inputs=inputs, mask=str(copy), resume=True)
    assert statuses(result) == ["skipped", "failed"]


def test_progress_is_that_of_all_by_size(case):
    job = RecordedJob()
    start(case, job)
    done = [progress[0] for progress in job.progresses]
    assert done == sorted(done)
    assert {progress[1] for progress in job.progresses} == {PARTS}
    assert done.index(PARTS) == len(done) - 1
    # The ends of the rasters, which are 1, 2 and 3 sixths of all.
    assert {round(PARTS / 6), PARTS // 2} <= set(done)


def test_progress_is_a_share_of_all_and_not_of_a_stage(case):
    job = RecordedJob()
    start(case, job)
    assert {stage for stage, _ in job.stages} == {""}
    assert [share for _, share in job.stages] == [done / PARTS for done, *_ in job.progresses]


def test_finished_runs_are_let_go(case):
    job = RecordedJob()
    start(case, job)
    assert job._interrupts == []


class CanceledInRaster(RecordedJob):
    """Is canceled after some windows of one of the rasters."""

    def __init__(self, number: int, windows: int = 4) -> None:
        super().__init__()
        self._number = number
        self._windows = windows

    def _record(self, done, total, left):
        super()._record(done, total, left)
        is_there = any(text.startswith(f"Raster {self._number} ") for _, text in self.logs)
        if is_there:
            self._windows -= 1
            if self._windows == 0:
                self.cancel()


def test_no_more_is_kept_of_a_raster_than_is_used(tmp_path, raster_factory, color_model):
    """Of thousands that are mapped elsewhere, each is told of in texts of its own."""
    rasters = [str(raster_factory(size=(20, 20), name=f"{i}.tif")) for i in range(60)]
    case = {"inputs": rasters, "out_dir": str(tmp_path / "maps"), "model": str(color_model)}
    taken = []

    def hand_out(requests, sizes, job, at, ended):
        told = pickle.dumps(segment_module.segment(requests[0], RecordedJob()))
        for place in range(len(requests)):
            if place == 10:
                tracemalloc.start()
            ended(place, pickle.loads(told))
        taken.append(tracemalloc.get_traced_memory()[0] / (len(requests) - 10))
        tracemalloc.stop()

    request = BatchRequest.from_arguments({**case, **OPTIONS})
    result = segment_batch(request, RecordedJob(), hand_out=hand_out)
    assert result["done"] == len(rasters)
    assert taken[0] < 5000


def test_finished_maps_stay_on_cancel_and_are_skipped_later(case):
    with pytest.raises(JobCanceled):
        start(case, CanceledInRaster(3))
    folder = Path(case["out_dir"])
    assert {path.name for path in folder.glob("*.tif*")} == {
        f"{name}.tif{end}" for name in "ab" for end in ("", ".aux.xml")
    }
    times = [(folder / f"{name}.tif").stat().st_mtime_ns for name in "ab"]
    result = start(case, resume=True)
    assert statuses(result) == ["skipped", "skipped", "done"]
    assert [(folder / f"{name}.tif").stat().st_mtime_ns for name in "ab"] == times
    # Skipped ones count in the sums, and are told like the others.
    assert sum(item["pixels"] for item in result["classes"]) == (40 + 80 + 120) * 32
    again = start(case)
    for row, other in zip(result["rasters"], again["rasters"], strict=True):
        assert row["classes"] == other["classes"]


def test_a_partial_map_ends_the_batch_and_is_no_finished_one(case):
    with pytest.raises(JobCanceled):
        start(case, CanceledInRaster(2), keep_partial=True)
    folder = Path(case["out_dir"])
    assert (folder / "b.tif").exists()
    assert not (folder / "c.tif").exists()
    assert statuses(start(case, resume=True)) == ["skipped", "done", "done"]


def test_when_all_is_finished_no_network_is_loaded(case):
    start(case)
    load = CountingLoader()
    result = start(case, load=load, resume=True)
    assert statuses(result) == ["skipped"] * 3
    assert load.networks == []


def test_a_time_that_another_computer_rounds_makes_no_other_raster(case):
    start(case)
    for path in case["inputs"]:
        changed = Path(path).stat().st_mtime_ns
        os.utime(path, ns=(changed, changed - changed % 2_000_000_000))  # as of FAT
    assert statuses(start(case, resume=True)) == ["skipped"] * 3


def change_raster(case):
    os.utime(case["inputs"][0], ns=(1, 1))
    return {}


def lose_map(case):
    Path(case["out_dir"], "a.tif").unlink()
    return {}


def forget_request(case):
    item = Path(case["out_dir"], "a.json")
    item.write_text(item.read_text().replace('"request"', '"other"'))
    return {}


def leave_moving(case):
    folder = Path(case["out_dir"], "a.tif.partial")
    folder.mkdir()
    (folder / LOCK_FILE).touch()
    return {}


@pytest.mark.parametrize("change", [change_raster, lose_map, forget_request, leave_moving])
def test_a_map_is_made_anew_when_it_is_not_of_this_raster(case, change):
    start(case)
    change(case)
    assert statuses(start(case, resume=True)) == ["done", "skipped", "skipped"]


@pytest.mark.parametrize("change", [{"overlap": 8}, {"majority": 3}, {"confidence": True}])
def test_other_options_make_all_maps_anew(case, change):
    start(case)
    assert statuses(start(case, resume=True, **change)) == ["done"] * 3


def test_maps_that_moved_with_their_rasters_are_known_again(case, tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    inputs = [shutil.copy2(path, one) for path in case["inputs"]]
    start(case, inputs=inputs, out_dir=str(one / "maps"), confidence=True)
    one.rename(two)
    inputs = [str(two / Path(path).name) for path in inputs]
    asked = {"inputs": inputs, "out_dir": str(two / "maps"), "confidence": True, "resume": True}
    assert statuses(start(case, **asked)) == ["skipped"] * 3
    # Not what only has the name, the size and the time.
    times = Path(inputs[1]).stat()
    content = bytearray(Path(inputs[1]).read_bytes())
    content[-5] ^= 1
    Path(inputs[1]).write_bytes(content)
    os.utime(inputs[1], ns=(times.st_atime_ns, times.st_mtime_ns))
    assert statuses(start(case, **asked)) == ["skipped", "done", "skipped"]


def test_another_model_makes_all_maps_anew(case):
    start(case)
    model = Path(case["model"])
    model.write_bytes(model.read_bytes() + b"\x72\x00")  # an empty field more
    assert "skipped" not in statuses(start(case, resume=True))


def test_the_command_line_lists_maps_and_sums(case):
    options = ["--model", case["model"], "--window", 16, "--overlap", 4, "--out-dir"]
    done = crossearth("batch", *case["inputs"], *options, case["out_dir"], "--confidence")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == f"done     {Path(case['out_dir'], 'a.tif')}"
    assert len(lines) == 3 + 4
    assert Path(case["out_dir"], "c_confidence.tif").exists()
    done = crossearth(
        "batch", *case["inputs"], *options, case["out_dir"], "--confidence", "--resume", "--json"
    )
    assert json.loads(done.stdout.splitlines()[-1])["skipped"] == 3


def test_one_raster_is_told_as_one(case):
    job = RecordedJob()
    start(case, job, inputs=case["inputs"][:1])
    assert ("info", "1 raster to segment; 0 finished before.") in job.logs


def test_the_exit_status_is_that_of_the_worst(case, tmp_path):
    missing = tmp_path / "missing.tif"
    options = ["--model", case["model"], "--out-dir", case["out_dir"]]
    done = crossearth("batch", case["inputs"][0], missing, *options)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith(" crossearth: 1 of 2 rasters failed.")
    assert f"failed   The raster {missing} cannot be read" in done.stdout
    assert crossearth("batch", *options).returncode == 2


def test_the_shared_options_are_all_there():
    of_one, of_many = (crossearth(name, "--help").stdout for name in ("segment", "batch"))
    for option in ("--bands", "--stretch", "--min-area", "--resume", "--merge", "--precision"):
        assert option in of_one
        assert option in of_many


def test_one_report_shows_all_maps_and_their_sums(case, tmp_path):
    (tmp_path / "b.tif").write_bytes(b"no raster")
    path = tmp_path / "report.html"
    name = "<script>alert(1)</script>"
    result = start(case, report=str(path), merge={name: ["class 1"]})
    assert result["report"] == str(path)
    page = Page(path)
    assert "script" not in page.tags
    assert len(page.sources) == 2
    assert all(source.startswith("data:image/png") for source in page.sources)
    for text in (name, "a.tif", "c.tif", "b.tif", result["rasters"][1]["error"]):
        assert text in page.text
    total = sum(item["area_m2"] for item in result["classes"])
    assert f"{total:,.0f} m²".replace(",", " ") in page.text
    again = start(case, report=str(path), merge={name: ["class 1"]}, resume=True)
    assert statuses(again) == ["skipped", "failed", "skipped"]
    assert len(Page(path).sources) == 2


@pytest.mark.parametrize(
    ("report", "error"),
    [
        ("report.pdf", InvalidRequest),
        ("no/such/report.html", errors.OutputNotWritable),
    ],
)
def test_a_report_that_cannot_be_written_is_told_before_the_start(case, tmp_path, report, error):
    job = RecordedJob()
    with pytest.raises(error):
        start(case, job, report=str(tmp_path / report))
    assert not job.progresses


def test_statistics_of_qgis_make_no_other_raster(case):
    start(case)
    auxiliary = '<PAMDataset><PAMRasterBand band="1">{}</PAMRasterBand></PAMDataset>'
    statistics = '<Metadata><MDI key="STATISTICS_MEAN">9</MDI></Metadata>'
    beside = Path(case["inputs"][0] + ".aux.xml")
    beside.write_text(auxiliary.format(statistics))
    assert statuses(start(case, resume=True)) == ["skipped"] * 3
    beside.write_text(auxiliary.format("<NoDataValue>9</NoDataValue>"))
    assert statuses(start(case, resume=True)) == ["done", "skipped", "skipped"]


def test_polygons_in_an_archive_are_known_again(case, tmp_path):
    mask = write_mask(tmp_path / "mask.geojson")
    with zipfile.ZipFile(tmp_path / "mask.zip", "w") as archive:
        archive.write(mask, "mask.geojson")
    options = {"mask": f"/vsizip/{tmp_path}/mask.zip/mask.geojson"}
    start(case, **options)
    assert statuses(start(case, resume=True, **options)) == ["skipped"] * 3


@pytest.fixture
def doubtful_case(case, raster_factory):
    """The same rasters, the second of them in a white frame that nothing marks."""
    data = np.full((3, 64, 80), 255, np.uint8)
    data[:, 8:-8, 8:-8] = np.random.default_rng(2).integers(1, 250, (3, 48, 64))
    raster_factory(data=data, name="b.tif")
    return case


def test_doubtful_maps_are_made_and_left_out_of_the_sums(doubtful_case, tmp_path):
    page = tmp_path / "report.html"
    job = RecordedJob()
    result = start(doubtful_case, job, report=str(page))
    assert statuses(result) == ["done", "doubtful", "done"]
    assert (result["done"], result["doubtful"], result["failed"]) == (2, 1, 0)
    assert sum(item["pixels"] for item in result["classes"]) == 32 * (40 + 120)
    doubtful = result["rasters"][1]
    assert read(Path(doubtful["output"])).shape == (64, 80)
    assert "--nodata 255" in doubtful["warnings"][0]
    assert any("The sums are without b.tif" in text for _, text in job.logs)
    text = page.read_text(encoding="utf-8")
    assert "Without b.tif" in text
    assert "Doubtful, not in the sums" in text
    # Found again, it is as doubtful as before.
    again = start(doubtful_case, resume=True)
    assert statuses(again) == ["skipped", "doubtful", "skipped"]
    assert again["classes"] == result["classes"]
    assert again["windows"] == 0


def test_with_strict_no_doubtful_map_is_made(doubtful_case):
    folder = Path(doubtful_case["out_dir"])
    result = start(doubtful_case, strict=True)
    assert statuses(result) == ["done", "doubtful", "done"]
    assert sorted(path.name for path in folder.glob("b*")) == []
    assert "would be doubtful" in result["rasters"][1]["error"]
    assert result["rasters"][1]["code"] == "doubtful-raster"


def test_the_exit_status_tells_of_doubtful_maps_with_strict_only(doubtful_case):
    files, model = doubtful_case["inputs"], doubtful_case["model"]
    command = ["batch", *files, "--model", model, "--out-dir", doubtful_case["out_dir"]]
    done = crossearth(*command)
    assert done.returncode == 0, done.stderr
    assert "doubtful " in done.stdout
    done = crossearth(*command, "--strict")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith(" crossearth: 1 of 3 rasters are doubtful.")


def test_a_lost_device_ends_the_run_for_no_other_raster_would_fare_better(case):
    calls = []

    class Losing(CountingLoader):
        def __call__(self, *options):
            backend = super().__call__(*options)
            backend.run = self._run
            return backend

        def _run(self, batch, **_):
            calls.append(1)
            raise errors.DeviceLost(device="cuda:0", reason="an illegal memory access")

    with pytest.raises(errors.DeviceLost):
        start(case, load=Losing())
    assert calls == [1]
