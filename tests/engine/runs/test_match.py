"""A raster whose bands have moved: told before the run, and brought back by it."""

import json
import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
from affine import Affine

from crossearth_engine.commands import run as run_command
from crossearth_engine.digests import digest_of
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import identity_of
from crossearth_engine.models.metadata import read_item, read_stac_item
from crossearth_engine.raster.matching import Match
from crossearth_engine.shared.band_quantiles import BandQuantiles
from tests.engine.conftest import RecordedJob, read, run

SIZE = 96
BANDS = (1, 2, 3, 4)
# Of four bands and four classes.
COLORS = np.array(
    [[300, 500, 250, 3000], [350, 600, 400, 3600], [900, 1100, 1300, 2200], [250, 300, 160, 300]]
)
NODATA = -9999
ROOT = Path(__file__).parents[3]
DATA = Path(os.environ.get("CROSSEARTH_DATA_DIR", ROOT.parent / "shared" / "data"))


def scene(seed=0, shares=(0.35, 0.35, 0.25, 0.05)):
    """Patches of four classes in four bands, and which class each pixel has."""
    rng = np.random.default_rng(seed)
    patches = rng.choice(4, (SIZE // 8, SIZE // 8), p=shares)
    labels = np.kron(patches, np.ones((8, 8), int))
    pixels = COLORS[labels].transpose(2, 0, 1) + rng.normal(0, 25, (4, SIZE, SIZE))
    return pixels, labels


def write(path, pixels, dtype="int16", **profile):
    pixels = pixels if dtype == "float32" else pixels.round()
    profile = {"crs": "EPSG:32636", "transform": Affine(30, 0, 5e5, 0, -30, 4e6), **profile}
    with rasterio.open(
        *(path, "w"), driver="GTiff", count=len(pixels), width=pixels.shape[2],
        height=pixels.shape[1], dtype=dtype, nodata=NODATA if dtype == "int16" else None,
        tiled=True, blockxsize=32, blockysize=32, **profile,
    ) as dataset:  # fmt: skip
        dataset.write(pixels.astype(dtype))
    return path


def another_day(pixels):
    """Another sun, another curve in the near infrared, and a cloud over 10 %."""
    moved = pixels * np.array([3.0, 0.8, 1.3, 1.0])[:, None, None] + 200
    moved[3] = 5000 * (pixels[3] / 5000) ** 0.3
    moved[:, :10, :] = 9500
    return moved


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """Return a folder with a raster, a model that was adapted to it, and the classes."""
    import pyogrio
    import shapely

    folder = tmp_path_factory.mktemp("trained")
    pixels, labels = scene()
    raster = write(folder / "trained.tif", pixels)
    starts = [(row, col) for row in range(0, SIZE, 8) for col in range(0, SIZE, 8)]
    boxes = [
        shapely.box(5e5 + 30 * col, 4e6 - 30 * (row + 8), 5e5 + 30 * (col + 8), 4e6 - 30 * row)
        for row, col in starts
    ]
    pyogrio.raw.write(
        *(folder / "polygons.gpkg", np.array([box.wkb for box in boxes], object)),
        [np.array([f"class {labels[start]}" for start in starts], object)],
        *(["class"],),
        **{"geometry_type": "Polygon", "crs": "EPSG:32636", "driver": "GPKG"},
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSEARTH_HOME", str(folder / "home"))
        arguments = {
            **{"rasters": [str(raster)], "polygons": str(folder / "polygons.gpkg")},
            **{"field": "class", "model": "bands", "bands": list(BANDS), "threads": 1},
            "out": str(folder / "model"),
        }
        run_command("finetune", arguments, RecordedJob())
    return folder


@pytest.fixture
def model(trained, tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    return str(trained / "model")


def look(raster, model, **options):
    return run_command("look", {"input": str(raster), "model": model, **options}, RecordedJob())


def right(path, labels, model):
    """Return the share of pixels below the cloud that are right."""
    names = {item.value: item.name for item in read_stac_item(Path(model) / "model.json").classes}
    found = np.vectorize(lambda value: names.get(value, ""))(read(path))
    return (found == np.vectorize("class {}".format)(labels))[16:].mean()


def test_an_adapted_model_keeps_the_quantiles_of_its_rasters(trained):
    quantiles = read_stac_item(trained / "model" / "model.json").quantiles
    pixels, _ = scene()
    for percent in (5, 50, 95):
        expected = np.percentile(pixels.reshape(4, -1), percent, axis=1)
        assert np.allclose(quantiles.at(percent), expected, rtol=0.05)
    stored = read_item(trained / "model" / "model.json")["properties"]["crossearth:band_quantiles"]
    assert stored["version"] == 1


def test_quantiles_go_with_the_model_as_a_folder_and_as_a_file_alone(trained, model, tmp_path):
    quantiles = read_stac_item(trained / "model" / "model.json").quantiles
    job = RecordedJob()
    run_command("export-model", {"model": model, "folder": str(tmp_path / "out")}, job)
    alone = tmp_path / "alone.onnx"
    shutil.copy(tmp_path / "out" / "model.onnx", alone)
    for source in (tmp_path / "out", alone):
        told = run_command("import-model", {"file": str(source), "id": source.stem}, job)
        assert told["band_quantiles"] == quantiles.to_dict(), source.name


def test_the_training_raster_and_others_like_it_are_not_told(trained, model, tmp_path):
    assert not look(trained / "trained.tif", model)["findings"]
    other, _ = scene(seed=9, shares=(0.3, 0.45, 0.2, 0.05))
    assert not look(write(tmp_path / "other.tif", other), model)["findings"]


def test_a_raster_that_has_moved_is_told_and_brought_back(model, tmp_path):
    pixels, labels = scene(seed=9, shares=(0.3, 0.45, 0.2, 0.05))
    raster = write(tmp_path / "moved.tif", another_day(pixels))
    (finding,) = look(raster, model)["findings"]
    assert finding["code"] == "bands-moved"
    assert "--match" in finding["sentence"]
    assert not look(raster, model, match=True)["findings"]
    run(write(tmp_path / "same.tif", pixels), tmp_path / "best.tif", model=model)
    told = run(raster, tmp_path / "plain.tif", model=model)
    assert [item["code"] for item in told["findings"]] == ["bands-moved"]
    result = run(raster, tmp_path / "matched.tif", model=model, match=True)
    assert not result["findings"]
    best, plain, matched = (
        right(tmp_path / f"{name}.tif", labels, model) for name in ("best", "plain", "matched")
    )
    assert best > 0.95
    assert plain < 0.7
    assert best - matched < 0.3 * (best - plain)


def test_what_was_done_is_in_log_item_report_and_raster(model, tmp_path):
    pixels, _ = scene(seed=9)
    raster, job = write(tmp_path / "moved.tif", another_day(pixels)), RecordedJob()
    result = run(
        raster, tmp_path / "map.tif", job, model=model, match=True, report=str(tmp_path / "r.html")
    )
    own, trained = result["parameters"]["matched"][3]
    assert own == pytest.approx(np.median(another_day(pixels)[3]), rel=0.05)
    assert trained == pytest.approx(3000, rel=0.15)
    item = json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))
    assert '"match": true' in json.dumps(item)
    assert '"matched": [[' in json.dumps(item)
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.tags()["CROSSEARTH_MATCH"] == "True"
        assert dataset.tags()["CROSSEARTH_MATCHED"].startswith("[[")
    assert "Matched to the training imagery" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert any("half of each band lies below" in text for _, text in job.logs)


def test_where_nothing_has_moved_the_map_is_the_same(trained, model, tmp_path):
    run(trained / "trained.tif", tmp_path / "plain.tif", model=model)
    job, page = RecordedJob(), tmp_path / "r.html"
    asked = {"model": model, "match": True, "report": str(page)}
    result = run(trained / "trained.tif", tmp_path / "matched.tif", job, **asked)
    assert "asked for, but bands have hardly moved" in page.read_text(encoding="utf-8")
    assert np.array_equal(read(tmp_path / "plain.tif"), read(tmp_path / "matched.tif"))
    assert result["parameters"]["matched"] == []
    assert any("have hardly moved" in text and "or too few" in text for _, text in job.logs)
    unasked = run(trained / "trained.tif", tmp_path / "unasked.tif", model=model)
    assert unasked["parameters"]["matched"] is None


def test_a_part_is_mapped_as_in_the_whole(model, tmp_path):
    pixels, _ = scene(seed=9)
    raster = write(tmp_path / "moved.tif", another_day(pixels))
    run(raster, tmp_path / "whole.tif", model=model, match=True)
    extent = (5e5 + 30 * 32, 4e6 - 30 * 64, 5e5 + 30 * 64, 4e6 - 30 * 32)
    run(raster, tmp_path / "part.tif", model=model, match=True, extent=extent)
    whole, part = read(tmp_path / "whole.tif"), read(tmp_path / "part.tif")
    assert np.array_equal(whole[32:64, 32:64], part)


def test_a_run_goes_on_with_the_same_matching_only(trained):
    request = SegmentRequest("raster.tif", "map.tif")
    origin = {"device": "cpu", "libraries": {"onnxruntime": "1"}, "parameters": {}}

    model = read_stac_item(trained / "model" / "model.json")

    def digest(match):
        plan = SimpleNamespace(
            request=request, view=SimpleNamespace(match=match), model=model, known_as="scene.tif"
        )
        return digest_of(identity_of(origin, plan, SimpleNamespace(identity={}, files=[])))

    quantiles = model.quantiles
    other = BandQuantiles(tuple(tuple(2 * value for value in band) for band in quantiles.values))
    digests = [digest(None), *(digest(Match(other, to)) for to in (quantiles, other))]
    assert len({*digests}) == 3
    assert digest(Match(other, quantiles)) == digests[1]


def test_no_data_stays_none(model, tmp_path):
    pixels, _ = scene(seed=9)
    moved = another_day(pixels)
    moved[:, 40:60, 30:50] = NODATA
    run(write(tmp_path / "moved.tif", moved), tmp_path / "map.tif", model=model, match=True)
    with rasterio.open(tmp_path / "map.tif") as dataset:
        values, nodata = dataset.read(1), dataset.nodata
    assert (values[40:60, 30:50] == nodata).all()
    assert (values == nodata).sum() == 400


def test_numbers_of_another_type_are_matched_alike(model, tmp_path):
    pixels, _ = scene(seed=9)
    run(
        write(tmp_path / "a.tif", another_day(pixels)),
        tmp_path / "a-map.tif",
        model=model,
        match=True,
    )
    for dtype, factor in (("uint16", 6), ("float32", 1e-4)):
        moved = another_day(pixels) * factor
        raster = write(tmp_path / f"{dtype}.tif", moved, dtype)
        run(raster, tmp_path / "map.tif", model=model, match=True)
        assert (read(tmp_path / "map.tif") == read(tmp_path / "a-map.tif")).mean() > 0.99


def test_a_small_part_that_is_unlike_the_rest_is_not_told(model, tmp_path):
    pixels, _ = scene(seed=9)
    pixels[:, :32, :32] = COLORS[3][:, None, None] + np.random.default_rng(0).normal(
        0, 20, (4, 32, 32)
    )
    raster = write(tmp_path / "lake.tif", pixels)
    extent = (5e5, 4e6 - 30 * 32, 5e5 + 30 * 32, 4e6)
    assert not look(raster, model, extent=extent)["findings"]


def test_a_model_without_quantiles_says_so(trained, model, tmp_path):
    bare = tmp_path / "bare"
    shutil.copytree(trained / "model", bare)
    item = json.loads((bare / "model.json").read_text())
    item["properties"]["crossearth:band_quantiles"]["version"] = 99
    (bare / "model.json").write_text(json.dumps(item))
    pixels, _ = scene(seed=9)
    raster = write(tmp_path / "moved.tif", another_day(pixels))
    assert not look(raster, str(bare))["findings"]
    with pytest.raises(InvalidRequest, match="which values it was trained on"):
        run(raster, tmp_path / "map.tif", model=str(bare), match=True)
    assert not (tmp_path / "map.tif").exists()


def test_an_exported_model_keeps_them(model, tmp_path):
    run_command("export-model", {"model": model, "folder": str(tmp_path / "out")}, RecordedJob())
    exported = read_stac_item(tmp_path / "out" / "model.json")
    assert exported.quantiles == read_stac_item(Path(model) / "model.json").quantiles


def test_a_batch_matches_each_raster_by_itself(model, tmp_path):
    pixels, labels = scene(seed=9)
    rasters = [
        write(tmp_path / "moved.tif", another_day(pixels)), write(tmp_path / "same.tif", pixels)
    ]  # fmt: skip
    result = run_command(
        "segment-batch",
        {"inputs": list(map(str, rasters)), "out_dir": str(tmp_path / "maps"), "model": model,
         "match": True, "threads": 1},
        RecordedJob(),
    )  # fmt: skip
    assert (result["done"], result["doubtful"]) == (2, 0)
    maps = sorted((tmp_path / "maps").glob("*.tif"))
    assert all(right(path, labels, model) > 0.9 for path in maps)


@pytest.mark.skipif(not DATA.is_dir(), reason="needs imagery that is not part of the project")
@pytest.mark.parametrize(
    ("tile", "gain", "stretch", "is_told"),
    [
        ("tile1_006", 1, None, False),
        ("tile1_006", 0.12, None, True),
        ("tile1_006", 0.12, "2%,98%", False),  # that brings it back, too
        ("tile3_004", 1, None, False),  # nearly all of it dark
    ],
)
def test_dark_bytes_are_told_that_matching_helps(tmp_path, tile, gain, stretch, is_told):
    with rasterio.open(DATA / "dubai_mbrsc" / "images" / "val" / f"{tile}.jpg") as dataset:
        pixels = dataset.read()[:, :512, :512]
    raster = tmp_path / "dark.tif"
    write(raster, gain * pixels, "uint8", transform=Affine(1, 0, 5e5, 0, -1, 2.8e6))
    told = look(raster, "crossearth-base-rgb", stretch=stretch, threads=1)
    codes = [item["code"] for item in told["findings"]]
    assert ("bands-moved" in codes) == is_told
    assert any("--match" in text for text in told["warnings"]) == is_told
