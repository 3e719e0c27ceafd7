"""Encoders beside each other and the bands: which are kept, and what each of them sees."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pyogrio
import pytest
import rasterio
import shapely
from onnx import TensorProto, helper, numpy_helper

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.stac_item import write_stac_item
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.quick import class_search
from crossearth_engine.training.quick.onnx_encoder import Encoder
from crossearth_engine.training.quick.side_by_side import Placed, joined
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.training.scenes import transform

SIZE, CELL = 64, 32
# From pixel to pixel, along rows: it sees stripes that are upright.
ACROSS = np.array([[[[1.0, -1.0]], [[0.0, 0.0]]]], np.float32)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def encoder(
    home: Path, name: str, bands: tuple[str, str], kernel: np.ndarray, **told: Any
) -> ModelInfo:
    """Install an encoder that gives the mean of what a kernel sees, without its sign."""
    nodes = [
        helper.make_node("Conv", ["input", "kernel"], ["seen"], pads=[0, 0, 0, 1]),
        helper.make_node("Abs", ["seen"], ["sizes"]),
        helper.make_node("AveragePool", ["sizes"], ["map0"], kernel_shape=[8, 8], strides=[8, 8]),
    ]
    graph = helper.make_graph(
        nodes,
        "encoder",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["B", 2, SIZE, SIZE])],
        [helper.make_tensor_value_info("map0", TensorProto.FLOAT, ["B", len(kernel), 8, 8])],
        [numpy_helper.from_array(kernel, "kernel")],
    )
    folder = home / "models" / name
    folder.mkdir(parents=True)
    opset = [helper.make_opsetid("", 18)]
    proto = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.save(proto, folder / "model.onnx")
    described = {
        **{"mean": (0.2, 0.2), "std": (0.1, 0.1), "unit": "reflectance", "gsd_m": 0.5},
        **{"value_range": (0.0, 1.0), "window_size": SIZE, "overlap": 16, "gsd_range_m": None},
        **told,
    }
    model = ModelInfo(
        id=name,
        name=name.title(),
        description="",
        license="Apache-2.0",
        trained_on="",
        weights=folder / "model.onnx",
        architecture="tiny",
        bands=bands,
        classes=(),
        scores="features",
        **described,
    )
    write_stac_item(model, folder / "model.json")
    return find_model(name)


@pytest.fixture
def truth(tmp_path: Path) -> np.ndarray:
    """Stripes, upright and lying: colours and their spread are the same."""
    edge = 5 * CELL
    rows, cols = np.mgrid[:edge, :edge]
    truth = (rows // CELL + cols // CELL) % 2
    stripes = np.where(truth == 0, cols, rows) // 2 % 2
    rng = np.random.default_rng(0)
    pixels = 1500 + 1000 * stripes + rng.normal(0, 60, (3, edge, edge))
    with rasterio.open(
        tmp_path / "scene.tif",
        "w",
        **{"driver": "GTiff", "width": edge, "height": edge, "count": 3, "dtype": "int16"},
        **{"crs": "EPSG:32636", "transform": transform()},
    ) as dataset:
        dataset.write(pixels.astype(np.int16))
        dataset.descriptions = ("B2", "B3", "B8")
    boxes = [
        shapely.box(*(transform() @ (x + 8, y + 24)), *(transform() @ (x + 24, y + 8)))
        for y in range(0, edge, CELL)
        for x in range(0, edge, CELL)
    ]
    names = [("upright", "lying")[n] for n in truth[::CELL, ::CELL].ravel()]
    pyogrio.raw.write(
        tmp_path / "samples.gpkg",
        shapely.to_wkb(np.array(boxes, object)),
        [np.array(names, object)],
        ["class"],
        crs="EPSG:32636",
        geometry_type="Polygon",
    )
    return truth


def fit(tmp_path: Path, model: str, **arguments: Any) -> tuple[dict[str, Any], RecordedJob]:
    job = RecordedJob()
    request = {
        "rasters": [str(tmp_path / "scene.tif")],
        "polygons": str(tmp_path / "samples.gpkg"),
        **{"field": "class", "model": model, "out": str(tmp_path / "fitted"), "threads": 1},
        **arguments,
    }
    return adapt(FinetuneRequest.from_arguments(request), job), job


def test_each_of_several_encoders_sees_what_it_would_see_alone(home: Path) -> None:
    kernel = np.random.default_rng(1).normal(size=(3, 2, 1, 2)).astype(np.float32)
    first = encoder(home, "first", ("B2", "B8"), ACROSS)
    other = {"mean": (0.3, 0.1), "std": (0.2, 0.05)}
    second = encoder(home, "second", ("B8", "B3"), kernel, **other)
    parts = [
        Placed(model, Encoder.read(model.weights, SIZE, is_encoder=True), bands)
        for model, bands in ((first, (1, 3)), (second, (3, 2)))
    ]
    model, both = joined(parts)
    assert model.bands == ("B2", "B3", "B8")
    assert list(both.maps) == ["first", "second", "first, second"]
    pixels = np.random.default_rng(0).uniform(0, 0.5, (1, 3, SIZE, SIZE)).astype(np.float32)

    def scaled(info: ModelInfo, bands: list[int]) -> np.ndarray:
        mean, std = (np.array(v, np.float32)[:, None, None] for v in (info.mean, info.std))
        return (pixels[:, bands] - mean) / std

    whole = OnnxMaps(model.weights, both.exposing(both.maps["first, second"]), "cpu", 1)
    found = whole.run(scaled(model, [0, 1, 2]))
    for info, bands, actual in zip((first, second), ([0, 2], [2, 1]), found, strict=True):
        (expected,) = OnnxMaps(info.weights, None, "cpu", 1).run(scaled(info, bands))
        np.testing.assert_allclose(actual, expected, atol=1e-4)


def test_what_does_not_help_is_left_out(tmp_path: Path, truth: np.ndarray, home: Path) -> None:
    encoder(home, "stripes", ("B2", "B8"), ACROSS)
    encoder(home, "blind", ("B3", "B8"), np.zeros((2, 2, 1, 2), np.float32))
    result, job = fit(tmp_path, "stripes,blind")
    assert result["choice"]["maps"] == "stripes"
    assert any("stripes and the bands are taken" in text for _, text in job.logs)
    model = find_model(str(tmp_path / "fitted"))
    assert (model.bands, model.license) == (("B2", "B3", "B8"), "Apache-2.0")
    weights = {tensor.name for tensor in onnx.load(model.weights).graph.initializer}
    assert "0.kernel" in weights
    assert "1.kernel" not in weights
    run(tmp_path / "scene.tif", tmp_path / "map.tif", model=str(tmp_path / "fitted"))
    # Lying is the first of the classes.
    assert np.mean(read(tmp_path / "map.tif") == 2 - truth) > 0.9
    tried = json.loads((tmp_path / "fitted" / "accuracy.json").read_text())["trials"]
    assert {item["maps"] for item in tried} == {"bands", "stripes", "blind", "stripes, blind"}


def test_an_encoder_that_does_not_help_leaves_the_bands(
    tmp_path: Path, truth: np.ndarray, home: Path
) -> None:
    encoder(home, "blind", ("B3", "B8"), np.zeros((2, 2, 1, 2), np.float32))
    result, job = fit(tmp_path, "blind")
    assert result["choice"]["maps"] == "bands"
    assert any(text.startswith("The bands alone are taken") for _, text in job.logs)
    assert find_model(str(tmp_path / "fitted")).license == "CC0-1.0"


def test_an_encoder_that_is_better_and_floods_the_map_is_left_out_and_why(
    tmp_path: Path, truth: np.ndarray, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Here whoever helps takes more of the map for one of the two classes.
    monkeypatch.setattr(class_search, "MIN_PIXELS", 10**9)
    monkeypatch.setattr(class_search, "_FLOOD", 1.0)
    monkeypatch.setattr(class_search, "_LEAST_FLOOD", 0.0)
    encoder(home, "stripes", ("B2", "B8"), ACROSS)
    result, job = fit(tmp_path, "stripes")
    assert result["choice"]["maps"] == "bands"
    (why,) = [item for item in result["findings"] if item["code"] == "network-would-flood"]
    assert why["details"]["model"] == "Stripes"
    assert float(why["details"]["all"]) > float(why["details"]["taken"])
    assert ("warning", why["sentence"]) in job.logs
    assert not any("has to bring" in text for _, text in job.logs)


def test_an_encoder_of_which_nothing_is_known_here_leaves_the_bands(
    tmp_path: Path, truth: np.ndarray, home: Path
) -> None:
    meta, _, wkb, (names,) = pyogrio.raw.read(tmp_path / "samples.gpkg")
    kept = [list(names).index("upright"), list(names).index("lying")]
    path = tmp_path / "few.gpkg"
    options = {"crs": meta["crs"], "geometry_type": "Polygon"}
    pyogrio.raw.write(path, wkb[kept], [names[kept]], ["class"], **options)
    encoder(home, "stripes", ("B2", "B8"), ACROSS)
    result, _ = fit(tmp_path, "stripes", polygons=str(path))
    assert result["choice"]["maps"] == "bands"
    # As by `--model bands`: what holds thousands of features of a network in check leaves so few
    # no say.
    assert result["choice"]["head"] == "linear, 1"
    assert any("nothing shows that Stripes helps here" in text for text in result["warnings"])


def test_encoders_that_do_not_go_together_are_told(tmp_path: Path, truth, home: Path) -> None:
    encoder(home, "a", ("B2", "B8"), ACROSS)
    encoder(home, "radar", ("VV", "VH"), ACROSS, unit="dB", value_range=None)
    encoder(home, "large", ("B2", "B8"), ACROSS, window_size=128)
    for models, options, told in (
        ("a,radar", {}, "do not take the same values"),
        ("a,large", {}, "see windows of 64 and 128 pixels"),
        ("a,a", {}, "each of them once"),
        ("a,large,radar,a", {}, "up to 3 encoders"),
        ("a,large", {"bands": [1, 2]}, "cannot be said for several encoders"),
    ):
        with pytest.raises(InvalidRequest, match=told):
            fit(tmp_path, models, **options)
    encoder(home, "infrared", ("B11", "B12"), ACROSS)
    with pytest.raises(InvalidRequest, match=r"Nothing tells which of the bands of scene\.tif"):
        fit(tmp_path, "a,infrared")
