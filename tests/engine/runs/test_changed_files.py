"""What a run reads, and what it keeps to go on from, is what it was, or the run says so."""

import json
import os
import random
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest
import rasterio

from crossearth_engine import errors
from crossearth_engine.accuracy.evaluate import EvaluateRequest, evaluate
from crossearth_engine.inference import sliding
from crossearth_engine.inference.batch import segment_batch
from crossearth_engine.inference.request import BatchRequest
from crossearth_engine.inputs import Inputs
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.conftest import RecordedJob, run, save_network

# More than a row of tiles, and a row of windows after it.
SIZE = (330, 1060)


@pytest.fixture
def case(tmp_path, raster_factory, monkeypatch):
    monkeypatch.setattr(sliding, "JOURNAL_INTERVAL_S", 0)
    monkeypatch.setattr(sliding, "JOURNAL_SHARE", 1e9)
    pixels = np.random.default_rng(1).integers(1, 255, (3, SIZE[1], SIZE[0])).astype(np.uint8)
    weights = (np.random.default_rng(8).normal(size=(3, 3, 5, 5)) / 40).astype(np.float32)
    polygons = tmp_path / "area.geojson"
    with rasterio.open(raster_factory(data=pixels)) as dataset:
        left, bottom, right, top = dataset.bounds
    ring = [[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]
    polygons.write_text(
        '{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": '
        f'"{dataset.crs.to_string()}"}}}}, "features": [{{"type": "Feature", "properties": {{}}, '
        f'"geometry": {{"type": "Polygon", "coordinates": [{ring}]}}}}]}}'
    )
    return {
        "input": dataset.name,
        "output": str(tmp_path / "out" / "map.tif"),
        "confidence": str(tmp_path / "out" / "confidence.tif"),
        "model": str(save_network(tmp_path / "network.onnx", weights)),
        "mask": str(polygons),
        "window": 160,
        "overlap": 48,
        "batch": 1,
        "threads": 1,
    }


def start(case, job=None, **options):
    arguments = {**case, **options}
    Path(case["output"]).parent.mkdir(exist_ok=True)
    return run(arguments.pop("input"), arguments.pop("output"), job, **arguments)


class Meddler(RecordedJob):
    """A job at whose tenth window, or another, something happens."""

    def __init__(self, meddle, at=10):
        super().__init__()
        self._meddle, self._at = meddle, at

    def _record(self, done, total, left):
        super()._record(done, total, left)
        if done >= self._at and self._meddle:
            meddle, self._meddle = self._meddle, None
            meddle()


def overwrite(path):
    """Write other content into a file, of the same size and time, as some programs do."""
    before = path.stat()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 3] + bytes(reversed(content[len(content) // 3 :])))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace(path):
    fresh = path.with_name("fresh")
    fresh.write_bytes(path.read_bytes())
    fresh.replace(path)


def write_on(path):
    with path.open("ab") as stream:
        stream.write(b" ")


@pytest.mark.parametrize("change", [overwrite, replace, write_on, Path.unlink])
@pytest.mark.parametrize("name", ["input", "mask", "model"])
def test_an_input_that_changes_ends_the_run(case, name, change):
    job = Meddler(lambda: change(Path(case[name])))
    with pytest.raises(errors.InputChanged, match=Path(case[name]).name):
        start(case, job, resume=True)
    assert not list(Path(case["output"]).parent.iterdir())


def test_what_is_finished_of_two_images_is_no_partial_map(case):
    job = Meddler(lambda: (overwrite(Path(case["input"])), job.cancel()))
    with pytest.raises(errors.InputChanged):
        start(case, job, keep_partial=True)
    assert not list(Path(case["output"]).parent.iterdir())


def test_weights_beside_the_network_are_looked_at_too(case, tmp_path):
    import onnx

    model = onnx.load(case["model"])
    options = {"save_as_external_data": True, "location": "weights.bin", "size_threshold": 0}
    onnx.save(model, case["model"], **options)
    job = Meddler(lambda: overwrite(tmp_path / "weights.bin"))
    with pytest.raises(errors.InputChanged, match=r"weights\.bin"):
        start(case, job)


def test_statistics_that_qgis_writes_do_not_end_a_run(case):
    aux = Path(case["input"] + ".aux.xml")
    aux.write_text("<PAMDataset/>")
    assert start(case, Meddler(lambda: aux.write_text("<PAMDataset></PAMDataset>")))["windows"]


def batch(case, **options):
    arguments = {**case, "inputs": [case["input"]], "out_dir": str(Path(case["output"]).parent)}
    for name in ("input", "output", "confidence", "mask"):
        del arguments[name]
    request = BatchRequest.from_arguments({**arguments, **options})
    return [row["status"] for row in segment_batch(request, RecordedJob())["rasters"]]


def test_a_map_of_what_was_there_before_is_not_taken_for_one_of_what_is_there_now(case, tmp_path):
    archive = tmp_path / "scene.zip"

    def pack():
        with zipfile.ZipFile(archive, "w") as packed:
            packed.write(case["input"], "scene.tif")

    pack()
    zipped = {**case, "input": f"/vsizip/{archive}/scene.tif"}
    assert batch(zipped) == ["done"]
    assert batch(zipped, resume=True) == ["skipped"]
    overwrite(Path(case["input"]))
    pack()
    assert batch(zipped, resume=True) == ["done"]


def test_a_source_of_a_virtual_raster_is_an_input(case, tmp_path):
    virtual = tmp_path / "scene.vrt"
    rasterio.shutil.copy(case["input"], virtual, driver="VRT")
    job = Meddler(lambda: write_on(Path(case["input"])))
    with pytest.raises(errors.InputChanged, match=Path(case["input"]).name):
        start({**case, "input": str(virtual)}, job)


def test_addresses_and_folders_are_left_alone(tmp_path):
    inputs = Inputs(["https://example.com/a.tif", "/vsicurl/https://example.com/b.tif", tmp_path])
    inputs.check()


def flip(path):
    content = bytearray(path.read_bytes())
    place = random.Random(len(content)).randrange(len(content))
    content[place] ^= 1 << random.Random(place).randrange(8)
    path.write_bytes(content)


def cut(path):
    os.truncate(path, path.stat().st_size - 1)


def zero(path):
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2].ljust(len(content), b"\0"))


@pytest.fixture
def interrupted(case, tmp_path):
    """What an interrupted run left, and the bytes that it would have given."""
    start(case)
    whole = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.tif")}
    shutil.rmtree(tmp_path / "out")
    with pytest.raises(errors.JobCanceled):
        start(case, RecordedJob(cancel_at=29), resume=True)
    (tmp_path / "out").rename(tmp_path / "left")
    return tmp_path / "left", whole


def resume(case, left, whole, damage=lambda _: None, path="."):
    folder = Path(case["output"]).parent
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(left, folder)
    damage(folder / path)
    job = RecordedJob()
    start(case, job, resume=True)
    assert {path.name: path.read_bytes() for path in folder.glob("*.tif")} == whole
    words = " ".join(message for _, message in job.logs)
    return "Going on" in words, "starts anew" in words


def test_what_an_interrupted_run_left_is_checked_before_it_is_gone_on_with(case, interrupted):
    left, whole = interrupted
    assert resume(case, left, whole) == (True, False)
    files = [path.relative_to(left) for path in left.rglob("*") if path.stat().st_size]
    files = [path for path in files if (left / path).is_file()]
    # Of each file that there is another one of, one harm will do; of each kind, all are done.
    kinds = {path.name.rstrip("-.0123456789abcdefijnst"): path for path in files}
    assert len(kinds) >= 3
    harms = [(path, flip) for path in files]
    harms += [(path, harm) for path in kinds.values() for harm in (cut, zero, Path.unlink)]
    told = 0
    for path, damage in harms:
        has_gone_on, is_told = resume(case, left, whole, damage, path)
        assert has_gone_on != is_told, (path, damage)
        told += is_told
    # Files of the row before are there too, which nothing goes on from.
    assert told >= 15


def test_a_raster_that_changes_makes_no_model(case, tmp_path):
    with rasterio.open(case["input"]) as dataset:
        transform, crs = dataset.transform, dataset.crs.to_string()
    features = []
    for index in range(8):
        left, top = transform @ (40 + 60 * (index % 4), 60 + 400 * (index // 4))
        ring = [[left, top], [left + 20, top], [left + 20, top - 20], [left, top - 20], [left, top]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        properties = {"class": "ab"[index % 2]}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    samples = {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": crs}}}
    polygons = tmp_path / "samples.geojson"
    polygons.write_text(json.dumps({**samples, "features": features}))
    request = FinetuneRequest.from_arguments(
        {
            "rasters": [case["input"]],
            "polygons": str(polygons),
            "field": "class",
            "model": "bands",
            "out": str(tmp_path / "model"),
            "threads": 1,
        }
    )
    adapt(request, RecordedJob())
    made = (tmp_path / "model" / "model.json").read_bytes()
    job = Meddler(lambda: write_on(Path(case["input"])), at=1)
    with pytest.raises(errors.InputChanged):
        adapt(request, job)
    assert (tmp_path / "model" / "model.json").read_bytes() == made


def test_a_map_that_changes_is_not_judged(case, tmp_path):
    start(case)
    reference = tmp_path / "reference.tif"
    shutil.copy(case["output"], reference)
    report = tmp_path / "report.html"
    arguments = {"map": case["output"], "reference": str(reference), "report": str(report)}
    request = EvaluateRequest.from_arguments(arguments)
    evaluate(request, RecordedJob())
    before = report.read_bytes()
    assert not list(tmp_path.glob("*.partial"))
    with pytest.raises(errors.InputChanged, match="map"):
        evaluate(request, Meddler(lambda: write_on(Path(case["output"])), at=1))
    assert report.read_bytes() == before
