from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import rasterio
from onnx import TensorProto, helper, numpy_helper

from crossearth_engine.errors import IncompatibleModel, WrongBandCount
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.inference.plan import look
from crossearth_engine.inference.request import LookRequest
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.stac_item import write_stac_item
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.quick.lacking_bands import seeing_bands
from crossearth_engine.training.quick.onnx_encoder import Encoder
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.training.scenes import GSD_M, draw_polygons, make_scene

SIZE = 64
BANDS = ("B10", "B2", "B3", "B4")
MEAN, STD = (0.002, 0.2, 0.2, 0.2), (0.005, 0.1, 0.1, 0.1)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def encoder(tmp_path: Path) -> ModelInfo:
    """Two maps of an image of four bands, an eighth of its size, as those of an import."""
    rng = np.random.default_rng(0)
    kernel = rng.normal(0, 0.1, (6, 4, 8, 8)).astype(np.float32)
    graph = helper.make_graph(
        [
            helper.make_node("Conv", ["input", "kernel"], ["map0"], strides=[8, 8]),
            helper.make_node("Tanh", ["map0"], ["map1"]),
        ],
        "encoder",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["B", 4, SIZE, SIZE])],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, ["B", 6, 8, 8])
            for name in ("map0", "map1")
        ],
        [numpy_helper.from_array(kernel, "kernel")],
    )
    folder = tmp_path / "encoder"
    folder.mkdir()
    opset = [helper.make_opsetid("", 18)]
    proto = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.save(proto, folder / "model.onnx")
    model = ModelInfo(
        id="encoder",
        name="Encoder",
        description="",
        license="CC0-1.0",
        trained_on="",
        weights=folder / "model.onnx",
        architecture="",
        bands=BANDS,
        mean=MEAN,
        std=STD,
        unit="reflectance",
        value_range=(0.0, 1.0),
        window_size=SIZE,
        overlap=16,
        gsd_m=10.0,
        gsd_range_m=None,
        classes=(),
        scores="features",
    )
    write_stac_item(model, folder / "model.json")
    return find_model(str(folder))


def fit(tmp_path: Path, job: RecordedJob, **arguments: Any) -> dict[str, Any]:
    given = {
        "rasters": [str(tmp_path / "scene.tif")],
        "polygons": str(tmp_path / "samples.gpkg"),
        "field": "class",
        "model": str(tmp_path / "encoder"),
        "out": str(tmp_path / "fitted"),
        "threads": 1,
    }
    return adapt(FinetuneRequest.from_arguments({**given, **arguments}), job)


def named_scene(tmp_path: Path, *names: str) -> np.ndarray:
    truth = make_scene(tmp_path / "scene.tif", 320, bands=3, dtype="int16")
    with rasterio.open(tmp_path / "scene.tif", "r+") as scene:
        scene.descriptions = names
    draw_polygons(tmp_path / "samples.gpkg", truth)
    return truth


def warnings(job: RecordedJob) -> list[str]:
    return [text for level, text in job.logs if level == "warning"]


def test_bands_that_are_not_there_are_seen_at_their_mean(encoder: ModelInfo) -> None:
    whole = Encoder.read(encoder.weights, SIZE, is_encoder=True)
    (maps,) = whole.maps.values()
    assert [(item.name, item.stride, item.channels) for item in maps] == [
        ("map0", 8, 6),
        ("map1", 8, 6),
    ]
    image = np.random.default_rng(1).normal(size=(2, 4, SIZE, SIZE)).astype(np.float32)
    image[:, [0, 2]] = 0  # the mean, once it is subtracted
    expected = OnnxMaps(encoder.weights, whole.exposing(maps), "cpu", 1).run(image)
    some = seeing_bands(whole, [1, 3])
    found = OnnxMaps(encoder.weights, some.exposing(maps), "cpu", 1).run(image[:, [1, 3]])
    for actual, wanted in zip(found, expected, strict=True):
        np.testing.assert_allclose(actual, wanted, atol=1e-6)


def test_what_the_raster_lacks_is_told_by_name_and_no_band_of_the_model(
    encoder: ModelInfo, tmp_path: Path
) -> None:
    # In another order than the encoder's.
    truth = named_scene(tmp_path, "B4", "B3", "B2")
    job = RecordedJob()
    fit(tmp_path, job)
    assert "named as B10, of the 4 bands that Encoder was trained on" in " ".join(warnings(job))
    model = find_model(str(tmp_path / "fitted"))
    assert (model.bands, model.mean) == (("B2", "B3", "B4"), MEAN[1:])
    run(tmp_path / "scene.tif", tmp_path / "map.tif", model=str(tmp_path / "fitted"))
    assert np.mean(read(tmp_path / "map.tif") == truth + 1) > 0.9


def test_a_look_before_tells_what_the_raster_lacks(encoder: ModelInfo, tmp_path: Path) -> None:
    named_scene(tmp_path, "B4", "B3", "B2")
    folder = str(tmp_path / "encoder")
    found = look(LookRequest(str(tmp_path / "scene.tif"), model=folder), RecordedJob())
    told = {item["code"]: item["details"] for item in found["findings"]}
    assert told["bands-lacking"]["names"] == "B10"


@pytest.mark.parametrize("order", [1, -1])
def test_a_band_that_one_of_several_rasters_lacks_is_seen_at_its_mean_in_all(
    encoder: ModelInfo, tmp_path: Path, order: int
) -> None:
    whole = tmp_path / "whole.tif"
    make_scene(whole, 320, bands=4, dtype="int16")
    with rasterio.open(whole, "r+") as scene:
        scene.descriptions = ("B4", "B3", "B2", "B10")
    named_scene(tmp_path, "B4", "B3", "B2")
    job = RecordedJob()
    fit(tmp_path, job, rasters=[str(whole), str(tmp_path / "scene.tif")][::order])
    assert find_model(str(tmp_path / "fitted")).bands == ("B2", "B3", "B4")
    assert "named as B10, of the 4 bands" in " ".join(warnings(job))


def test_nothing_is_guessed_of_bands_without_names(encoder: ModelInfo, tmp_path: Path) -> None:
    named_scene(tmp_path, "", "", "")
    with rasterio.open(tmp_path / "scene.tif", "r+") as scene:
        scene.colorinterp = [rasterio.enums.ColorInterp.undefined] * 3
    with pytest.raises(WrongBandCount):
        fit(tmp_path, RecordedJob())


def test_the_first_of_many_bands_are_told(encoder: ModelInfo, tmp_path: Path) -> None:
    truth = make_scene(tmp_path / "scene.tif", 320, bands=40, dtype="int16")
    with rasterio.open(tmp_path / "scene.tif", "r+") as scene:
        scene.colorinterp = [rasterio.enums.ColorInterp.undefined] * 40
    draw_polygons(tmp_path / "samples.gpkg", truth)
    job = RecordedJob()
    fit(tmp_path, job)
    assert any(text.startswith("Nothing tells which of the 40 bands") for text in warnings(job))


def test_the_recipe_full_trains_no_encoder(encoder: ModelInfo, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="torch is an extra")
    named_scene(tmp_path, "B4", "B3", "B2")
    with pytest.raises(IncompatibleModel, match="Use the recipe quick"):
        fit(tmp_path, RecordedJob(), recipe="full")


def test_pixels_unlike_those_of_the_encoder_are_told(encoder: ModelInfo, tmp_path: Path) -> None:
    named_scene(tmp_path, "B4", "B3", "B2")
    job = RecordedJob()
    fit(tmp_path, job)
    assert any(f"{GSD_M:g} m" in text and "10 m" in text for text in warnings(job))
