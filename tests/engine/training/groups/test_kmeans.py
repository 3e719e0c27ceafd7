from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from sklearn.metrics import adjusted_rand_score

from crossearth_engine.errors import (
    EngineError,
    InvalidRequest,
    JobCanceled,
    NoValidPixels,
    OutputIsInput,
    TooFewGroups,
)
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared.model_places import DEFAULT_ID
from crossearth_engine.shared.palette import NODATA
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.groups import sample
from crossearth_engine.training.groups.kmeans import kmeans
from crossearth_engine.training.groups.request import KmeansRequest
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.training.networks import write_network
from tests.engine.training.scenes import make_scene, transform


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def truth(tmp_path: Path) -> np.ndarray:
    return make_scene(tmp_path / "scene.tif")


def group(
    tmp_path: Path, output: str = "map.tif", job: RecordedJob | None = None, **arguments: Any
) -> dict[str, Any]:
    given = {
        "input": str(tmp_path / "scene.tif"),
        "output": str(tmp_path / output),
        "groups": 3,
        "model": "bands",
        **arguments,
    }
    return kmeans(KmeansRequest.from_arguments(given), job or RecordedJob())


def rewrite(source: Path, target: Path, pixels: np.ndarray | None = None, **options: Any) -> None:
    with rasterio.open(source) as dataset:
        profile = {**dataset.profile, **options}
        found = dataset.read() if pixels is None else pixels
    profile |= {"count": len(found), "height": found.shape[1], "width": found.shape[2]}
    with rasterio.open(target, "w", **profile) as dataset:
        dataset.write(found)


def inner(truth: np.ndarray) -> np.ndarray:
    """Return which pixels lie inside the cells of the scene."""
    rows, cols = np.indices(truth.shape) % 80
    return (np.minimum(rows, 79 - rows) > 8) & (np.minimum(cols, 79 - cols) > 8)


@pytest.mark.parametrize("model", ["bands", "network"])
def test_groups_are_the_kinds_of_ground(tmp_path: Path, truth: np.ndarray, model: str) -> None:
    if model == "network":
        model = str(write_network(tmp_path / "network.onnx"))
    result = group(tmp_path, model=model)
    found = read(tmp_path / "map.tif")
    middle = inner(truth)
    assert adjusted_rand_score(truth[middle], found[middle]) > 0.9
    kinds = [int(np.bincount(truth[middle & (found == value)]).argmax()) for value in range(3)]
    assert sorted(kinds) == [0, 1, 2]
    assert kinds[-1] == 0  # fields are the brightest
    assert [item["name"] for item in result["classes"]] == ["group 1", "group 2", "group 3"]


def test_map_says_how_it_was_made(tmp_path: Path, truth: np.ndarray) -> None:
    group(tmp_path, seed=4)
    with rasterio.open(tmp_path / "map.tif") as dataset:
        tags = dataset.tags()
        assert len({dataset.colormap(1)[value] for value in range(3)}) == 3
    assert tags["CROSSEARTH_GROUPS"] == "3"
    assert tags["CROSSEARTH_SEED"] == "4"
    assert tags["CROSSEARTH_FEATURES_OF"] == "bands"
    item = json.loads((tmp_path / "map.json").read_text())
    parameters = item["properties"]["crossearth:processing"]["parameters"]
    assert parameters["groups"] == 3
    assert (tmp_path / "map.qml").exists()


@pytest.mark.parametrize("model", ["bands", "network"])
def test_same_seed_gives_the_same_bytes(tmp_path: Path, truth: np.ndarray, model: str) -> None:
    if model == "network":
        model = str(write_network(tmp_path / "network.onnx"))
    first = group(tmp_path, "first.tif", model=model, groups=7)
    again = group(tmp_path, "again.tif", model=model, groups=7, threads=1)
    assert first["computed_windows"] > 0
    assert again["computed_windows"] == 0  # all from the cache
    pixels = read(tmp_path / "first.tif")
    assert (pixels == read(tmp_path / "again.tif")).all()
    rewrite(
        tmp_path / "scene.tif", tmp_path / "tiled.tif", tiled=True, blockxsize=64, blockysize=64
    )
    for name, more in (
        ("anew.tif", {"threads": 1}),
        ("tiled-map.tif", {"input": str(tmp_path / "tiled.tif"), "threads": 2}),
    ):
        for kept in (tmp_path / "home").rglob("*.npz"):
            kept.unlink()
        result = group(tmp_path, name, model=model, groups=7, **more)
        assert result["computed_windows"] > 0
        assert (pixels == read(tmp_path / name)).all()
    group(tmp_path, "other.tif", model=model, groups=7, seed=1)
    assert (pixels != read(tmp_path / "other.tif")).any()


def test_another_number_of_groups_computes_no_network(tmp_path: Path, truth: np.ndarray) -> None:
    network = str(write_network(tmp_path / "network.onnx"))
    group(tmp_path, model=network)
    assert group(tmp_path, "five.tif", model=network, groups=5)["computed_windows"] == 0
    # What has changed is not found, under whichever name it lies.
    make_scene(tmp_path / "scene.tif", size=720)
    assert group(tmp_path, "larger.tif", model=network)["computed_windows"] > 0


def test_large_raster_keeps_no_more_than_its_sample(
    tmp_path: Path, truth: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample, "MOST_WINDOWS", 4)
    monkeypatch.setattr(sample, "MOST_KEPT_BYTES", 1)
    expected = group(tmp_path, "first.tif")
    assert expected["features_windows"] > 4
    again = group(tmp_path, "again.tif")
    assert again["computed_windows"] > 0
    assert (read(tmp_path / "first.tif") == read(tmp_path / "again.tif")).all()


def test_model_of_the_groups_maps_other_rasters(tmp_path: Path, truth: np.ndarray) -> None:
    result = group(tmp_path, out=str(tmp_path / "three-groups"))
    assert result["path"] == str(tmp_path / "three-groups")
    model = find_model(result["path"])
    assert [item.name for item in model.classes] == ["group 1", "group 2", "group 3"]
    run(tmp_path / "scene.tif", tmp_path / "by-model.tif", model=result["path"])
    same = read(tmp_path / "map.tif") == read(tmp_path / "by-model.tif")
    assert same.mean() > 0.999  # in single precision
    # Nearness to a centre is no probability.
    with pytest.raises(InvalidRequest, match="not how likely"):
        run(
            tmp_path / "scene.tif",
            tmp_path / "x.tif",
            model=result["path"],
            confidence=str(tmp_path / "c.tif"),
        )
    group(tmp_path, groups=4, out=str(tmp_path / "three-groups"))
    assert len(find_model(result["path"]).classes) == 4


def test_polygons_of_named_groups_are_samples(tmp_path: Path, truth: np.ndarray) -> None:
    drawn = tmp_path / "groups.gpkg"
    group(tmp_path, polygons=str(drawn), min_area=50.0)
    meta, _, wkb, (names,) = pyogrio.raw.read(drawn, layer="groups", columns=["class_name"])
    assert set(names) == {"group 1", "group 2", "group 3"}
    called = {"group 1": "forest", "group 2": "water", "group 3": "field"}
    pyogrio.raw.write(
        drawn,
        wkb,
        [np.array([called[name] for name in names], object)],
        ["class_name"],
        crs=meta["crs"],
        geometry_type=meta["geometry_type"],
    )
    request = {
        "rasters": [str(tmp_path / "scene.tif")],
        "polygons": str(drawn),
        "field": "class_name",
        "model": "bands",
        "out": str(tmp_path / "adapted"),
    }
    result = adapt(FinetuneRequest.from_arguments(request), RecordedJob())
    assert [item["name"] for item in result["classes"]] == ["field", "forest", "water"]
    run(tmp_path / "scene.tif", tmp_path / "adapted.tif", model=str(tmp_path / "adapted"))
    middle = inner(truth)
    same = adjusted_rand_score(truth[middle], read(tmp_path / "adapted.tif")[middle])
    assert same > 0.9


def test_nodata_and_polygons_stay_without_a_group(tmp_path: Path, truth: np.ndarray) -> None:
    with rasterio.open(tmp_path / "scene.tif") as dataset:
        pixels = dataset.read()
    pixels[:, :100] = 0
    rewrite(tmp_path / "scene.tif", tmp_path / "holed.tif", pixels, nodata=0)
    left, top = transform() @ (80, 60)
    box = shapely.box(left, top - 200, left + 200, top)
    pyogrio.raw.write(
        tmp_path / "mask.gpkg",
        [shapely.to_wkb(box)],
        [np.array(["a"])],
        ["name"],
        crs="EPSG:32636",
        geometry_type="Polygon",
    )
    group(tmp_path, input=str(tmp_path / "holed.tif"), mask=str(tmp_path / "mask.gpkg"))
    found = read(tmp_path / "map.tif")
    has_group = np.ones((400, 400), bool)
    has_group[:40] = False
    assert ((found != NODATA) == has_group).all()


def test_raster_of_16_bits_and_six_bands(tmp_path: Path) -> None:
    truth = make_scene(tmp_path / "scene.tif", bands=6, dtype="int16")
    group(tmp_path)
    middle = inner(truth)
    assert adjusted_rand_score(truth[middle], read(tmp_path / "map.tif")[middle]) > 0.9


def _constant(path: Path) -> np.ndarray:
    return np.full((3, 640, 640), 90, np.uint8)


def _two_values(path: Path) -> np.ndarray:
    return (np.indices((640, 640)).sum(axis=0) % 2 * 200).astype(np.uint8)[None].repeat(3, 0)


def _one_pixel(path: Path) -> np.ndarray:
    return np.full((3, 1, 1), 7, np.uint8)


@pytest.mark.parametrize("pixels", [_constant, _two_values, _one_pixel])
@pytest.mark.parametrize("model", ["bands", "network"])
def test_too_few_different_pixels_are_told(
    tmp_path: Path, truth: np.ndarray, pixels: Any, model: str
) -> None:
    if model == "network":
        model = str(write_network(tmp_path / "network.onnx"))
    rewrite(tmp_path / "scene.tif", tmp_path / "bad.tif", pixels(tmp_path))
    with pytest.raises(TooFewGroups, match="fewer groups"):
        group(tmp_path, input=str(tmp_path / "bad.tif"), model=model)
    assert not list(tmp_path.glob("map*"))


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"groups": 2}, InvalidRequest),
        ({"groups": 300}, InvalidRequest),
        ({"nodata": "0..255"}, NoValidPixels),
        ({"output": "scene.tif"}, OutputIsInput),
        ({"output": "map.png"}, InvalidRequest),
        ({"out": "scene.tif"}, EngineError),
        ({"out": "Not An Id"}, InvalidRequest),
        ({"extent": [0.0, 0.0, 1.0, 1.0]}, EngineError),
        ({"model": "no-such-model"}, EngineError),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_written(
    tmp_path: Path, truth: np.ndarray, arguments: dict[str, Any], error: type[Exception]
) -> None:
    if "out" in arguments:
        arguments = {"out": str(tmp_path / arguments["out"])}
    before = (tmp_path / "scene.tif").read_bytes()
    with pytest.raises(error):
        group(tmp_path, **{"output": "map.tif", **arguments})
    assert not list(tmp_path.glob("map*"))
    assert (tmp_path / "scene.tif").read_bytes() == before


def test_canceled_job_leaves_nothing(tmp_path: Path, truth: np.ndarray) -> None:
    job = RecordedJob()
    job.cancel()
    with pytest.raises(JobCanceled):
        group(tmp_path, job=job, out=str(tmp_path / "kept"))
    assert not list(tmp_path.glob("map*"))
    assert not (tmp_path / "kept").exists()


def test_a_name_keeps_a_model_among_those_of_the_user(
    tmp_path: Path, home: Path, truth: np.ndarray
) -> None:
    result = group(tmp_path, name="My Valley")
    assert Path(result["path"]) == home / "models" / "my-valley"
    assert find_model("my-valley").name == "My Valley"


@pytest.mark.parametrize(("name", "reason"), [("...", "no letter"), ("bands", "is taken")])
def test_names_that_give_no_id_are_refused(
    tmp_path: Path, truth: np.ndarray, name: str, reason: str
) -> None:
    with pytest.raises(InvalidRequest, match=reason):
        group(tmp_path, name=name)
    assert not (tmp_path / "map.tif").exists()


def test_its_own_raster_is_not_too_coarse_for_a_model_of_groups(
    tmp_path: Path, truth: np.ndarray
) -> None:
    job = RecordedJob()
    group(tmp_path, job=job, model=DEFAULT_ID, out=str(tmp_path / "kept"))
    again = run(tmp_path / "scene.tif", tmp_path / "again.tif", model=str(tmp_path / "kept"))
    assert "A pixel of the raster measures" not in " ".join(text for _level, text in job.logs)
    assert "pixels-coarse" not in [item["code"] for item in again["findings"]]
