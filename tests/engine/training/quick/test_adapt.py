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
from onnx import helper, numpy_helper

from crossearth_engine.devices import choice, onnx_cards
from crossearth_engine.errors import (
    DeviceFailed,
    IncompatibleModel,
    InputChanged,
    InvalidRequest,
    JobCanceled,
    UnreadableModel,
)
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.model_rounds import go_back
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.quick.features import (
    FeatureCache,
    at_pixels,
    in_half_precision,
    tiles_over,
)
from crossearth_engine.training.quick.half_size import with_half_size
from crossearth_engine.training.quick.head import PixelTable, fit_trees, fold_in
from crossearth_engine.training.quick.onnx_encoder import Encoder, Head, PixelHead
from crossearth_engine.training.quick.texture import with_texture
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.devices.test_choice import EP_FAIL, GTX, FakeSessions
from tests.engine.training.networks import SIZE, write_network, write_transformer
from tests.engine.training.scenes import CLASSES, draw_polygons, make_scene, transform


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def network(tmp_path: Path) -> Path:
    return write_network(tmp_path / "network.onnx")


def fit(tmp_path: Path, job: RecordedJob | None = None, **arguments: Any) -> dict[str, Any]:
    given = {
        "rasters": [str(tmp_path / "scene.tif")],
        "polygons": str(tmp_path / "samples.gpkg"),
        "field": "class",
        "out": str(tmp_path / "fitted"),
        "threads": 1,
    }
    return adapt(FinetuneRequest.from_arguments({**given, **arguments}), job or RecordedJob())


@pytest.fixture
def truth(tmp_path: Path) -> np.ndarray:
    truth = make_scene(tmp_path / "scene.tif")
    draw_polygons(tmp_path / "samples.gpkg", truth)
    return truth


def test_inner_maps_are_found(network: Path) -> None:
    encoder = Encoder.read(network, SIZE)
    assert {name: [(m.name, m.stride) for m in maps] for name, maps in encoder.maps.items()} == {
        "all": [("quarter", 4), ("merged", 4)],
    }


def test_inner_maps_are_found_of_blocks_with_gates(network: Path) -> None:
    """As in EfficientNet: each block looks twice at what it grows, and weighs its channels."""
    model = onnx.load(network)
    graph = model.graph
    (relu,) = (node for node in graph.node if node.output[0] == "quarter")
    (down,) = (node for node in graph.node if node.input[0] == "quarter")
    graph.node.remove(relu)
    weights = np.ones((8, 8, 1, 1), np.float32)
    graph.initializer.append(numpy_helper.from_array(weights, "weights"))
    nodes = [
        helper.make_node("Sigmoid", ["a"], ["a.gate"]),
        helper.make_node("Mul", ["a", "a.gate"], ["active"]),
        helper.make_node("GlobalAveragePool", ["active"], ["pooled"]),
        helper.make_node("Sigmoid", ["pooled"], ["weights.of.channels"]),
        helper.make_node("Mul", ["weights.of.channels", "active"], ["quarter"]),
        helper.make_node("Conv", ["quarter", "weights"], ["grown"]),
        helper.make_node("Sigmoid", ["grown"], ["grown.gate"]),
        helper.make_node("Mul", ["grown.gate", "grown"], ["grown.active"]),
    ]
    down.input[0] = "grown.active"
    rest = [*graph.node]
    del graph.node[:]
    graph.node.extend([rest[0], *nodes, *rest[1:]])
    onnx.save(model, network)
    maps = Encoder.read(network, SIZE).maps["all"]
    assert [(m.name, m.stride) for m in maps] == [("quarter", 4), ("merged", 4)]


def test_what_a_look_finds_is_told_of_an_adaptation_too(
    network: Path, tmp_path: Path, truth: np.ndarray
) -> None:
    """What is wrong with the raster would be learned as well."""
    with rasterio.open(tmp_path / "scene.tif", "r+") as scene:
        pixels = scene.read()
        pixels[:, :40] = pixels[:, -40:] = 255
        scene.write(pixels)
    job = RecordedJob()
    fit(tmp_path, job, model=str(network))
    (text,) = (text for level, text in job.logs if "255 in all bands" in text)
    assert "If that is no data, say so (--nodata 255)" in text


def test_transformer_with_a_decoder_is_adapted(tmp_path: Path) -> None:
    """By the maps that its decoder gets of its tokens, and what its own classifier looks at."""
    network = write_transformer(tmp_path / "network.onnx")
    maps = Encoder.read(network, SIZE).maps["all"]
    found = [(item.name, item.stride, item.channels, item.is_last) for item in maps]
    assert found == [
        ("first_map", 16, 32, False),
        ("second_map", 16, 32, False),
        ("last_active", 4, 8, True),
    ]
    truth = make_scene(tmp_path / "scene.tif", 320, bands=6)
    draw_polygons(tmp_path / "samples.gpkg", truth)
    fit(tmp_path, model=str(network))
    run(tmp_path / "scene.tif", tmp_path / "map.tif", model=str(tmp_path / "fitted"), device="cpu")
    assert np.mean(read(tmp_path / "map.tif") == truth + 1) > 0.9


def test_network_that_computes_in_half_precision_gets_a_head(network: Path, tmp_path: Path) -> None:
    model = onnx.load(network)
    graph = model.graph
    for tensor in graph.initializer:
        if tensor.name.endswith(".w"):
            values = numpy_helper.to_array(tensor).astype(np.float16)
            tensor.CopyFrom(numpy_helper.from_array(values, tensor.name))
    nodes = [*graph.node]
    nodes[0].input[0], nodes[-1].output[0] = "x.half", "y.half"
    first = helper.make_node("Cast", ["x"], ["x.half"], to=onnx.TensorProto.FLOAT16)
    last = helper.make_node("Cast", ["y.half"], ["y"], to=onnx.TensorProto.FLOAT)
    del graph.node[:]
    graph.node.extend([first, *nodes, last])
    onnx.save(model, network)
    encoder = Encoder.read(network, SIZE)
    maps = encoder.maps["all"]
    width = sum(item.channels for item in maps)
    head = Head(PixelHead(np.ones((width, 2), np.float32), np.zeros(2, np.float32)))
    content = encoder.with_head(maps, head, {})
    image = np.zeros((1, 3, SIZE, SIZE), np.float32)
    (scores,) = OnnxMaps(network, content, "cpu", 1).run(image)
    assert scores.shape == (1, 2, SIZE, SIZE)


def test_second_look_is_that_at_half_the_size(network: Path) -> None:
    encoder = with_half_size(Encoder.read(network, SIZE), SIZE)
    assert [(m.name, m.stride) for m in encoder.maps["all"]] == [
        ("quarter", 4),
        ("merged", 4),
        ("half.quarter", 8),
        ("half.merged", 8),
    ]
    image = np.random.default_rng(1).normal(size=(1, 3, SIZE, SIZE)).astype(np.float32)
    small = image.reshape(1, 3, SIZE // 2, 2, SIZE // 2, 2).mean(axis=(3, 5))
    maps = encoder.maps["all"]
    both = OnnxMaps(network, encoder.exposing(maps), "cpu", 1).run(image)
    alone = OnnxMaps(network, encoder.exposing(maps[:2]), "cpu", 1).run(small)
    for seen, expected in zip(both[2:], alone, strict=True):
        np.testing.assert_allclose(seen, expected, atol=1e-5)


def test_network_of_one_size_looks_once(network: Path) -> None:
    model = onnx.load(network)
    for axis, size in zip(
        model.graph.input[0].type.tensor_type.shape.dim, (1, 3, SIZE, SIZE), strict=True
    ):
        axis.dim_value = size
    node = next(node for node in model.graph.node if node.op_type == "Resize")
    node.input[2] = ""
    node.input.append("sizes")
    sizes = np.array([1, 8, SIZE // 4, SIZE // 4], np.int64)
    model.graph.initializer.append(numpy_helper.from_array(sizes, "sizes"))
    onnx.save(model, network)
    encoder = Encoder.read(network, SIZE)
    assert with_half_size(encoder, SIZE).maps == encoder.maps


def test_texture_is_the_mean_and_deviation_around_a_pixel(network: Path) -> None:
    encoder = with_texture(Encoder.read(network, SIZE), 3)
    maps = encoder.maps["all"][2:]
    image = np.random.default_rng(1).normal(5, 2, size=(1, 3, SIZE, SIZE)).astype(np.float32)
    found = OnnxMaps(network, encoder.exposing(maps), "cpu", 1).run(image)
    around = image[0, :, 16:25, 26:35]
    np.testing.assert_allclose(found[0][0], image[0])
    np.testing.assert_allclose(found[3][0, :, 20, 30], around.mean(axis=(1, 2)), rtol=1e-4)
    np.testing.assert_allclose(found[4][0, :, 20, 30], around.std(axis=(1, 2)), rtol=1e-3)


@pytest.mark.parametrize("has_trees", [False, True])
def test_new_network_computes_what_the_head_was_fitted_to(network: Path, has_trees: bool) -> None:
    encoder = with_texture(Encoder.read(network, SIZE), 3)
    maps = encoder.maps["all"]
    width = sum(item.channels for item in maps)
    rng = np.random.default_rng(1)
    weights = rng.normal(size=(width, 3)).astype(np.float32)
    pixel = PixelHead(weights, rng.normal(size=3).astype(np.float32))
    image = rng.normal(size=(1, 3, SIZE, SIZE)).astype(np.float32)
    inner = [x[0] for x in OnnxMaps(network, encoder.exposing(maps), "cpu", 1).run(image)]
    rows, cols = np.mgrid[0:SIZE:5, 0:SIZE:7].reshape(2, -1)
    features = at_pixels(inner, SIZE, rows, cols)
    head = Head(pixel)
    if has_trees:
        # The third class is not among the pixels.
        labels = (features[:, 16] > 0).astype(np.intp)
        head = Head(pixel, fit_trees(pixel_table(features, labels), 0, 1000))
    # At home and in units of its own.
    mean, deviation = features.mean(axis=0) + 1, features.std(axis=0) + 1
    expected = head.scores((features - mean) / deviation)
    content = encoder.with_head(maps, fold_in(head, mean, deviation), {"model_type": '"Segmentor"'})
    (scores,) = OnnxMaps(network, content, "cpu", 1).run(image)
    assert scores.shape == (1, 3, SIZE, SIZE)
    difference = np.abs(scores[0][:, rows, cols].T - expected)
    # A value at a threshold of a tree may fall on its other side by rounding.
    assert np.mean(difference < 2e-3) > 0.99
    if has_trees:
        shares = np.exp(scores[0].reshape(3, -1))
        np.testing.assert_allclose(shares.sum(axis=0), 1, atol=1e-4)


def pixel_table(features: np.ndarray, labels: np.ndarray, num_classes: int = 3) -> PixelTable:
    count = len(labels)
    return PixelTable(
        features,
        labels,
        np.arange(count) % 5,
        np.zeros(count, np.uint8),
        np.arange(count),
        np.ones(count),
        num_classes,
        (slice(0, 16), slice(16, features.shape[1])),
    )


def test_middles_of_windows_cover_every_pixel_once() -> None:
    seen = np.zeros((150, 210), int)
    for tile in tiles_over(210, 150, 64, 16):
        middle = tile.middle
        seen[middle.slices(Window(0, 0, 210, 150))] += 1
        assert middle.intersection(tile.window) == middle
    assert (seen == 1).all()
    assert len(tiles_over(40, 30, 64, 16)) == 1


def test_fitted_model_maps_the_scene(tmp_path: Path, network: Path, truth: np.ndarray) -> None:
    job = RecordedJob()
    result = fit(tmp_path, job, model=str(network), name="Three kinds")
    assert result["id"] == "fitted"
    assert result["name"] == "Three kinds"
    assert [item["name"] for item in result["classes"]] == list(CLASSES)
    assert job.progresses[-1][0] == job.progresses[-1][1]
    run(tmp_path / "scene.tif", tmp_path / "map.tif", model=result["path"])
    with rasterio.open(tmp_path / "map.tif") as dataset:
        agreement = (dataset.read(1) == truth + 1).mean()
    assert agreement > 0.93
    # What was promised by polygons held out: no more than that the next one of each may be wrong.
    told = result["accuracy"]["overall_accuracy"]
    assert agreement - 0.1 < told < agreement
    assert result["accuracy"]["folds"] == 5
    reliability = result["accuracy"]["reliability"]
    assert reliability["accuracy"] == pytest.approx(agreement, abs=0.07)
    off = [s["share"] * abs(s["confidence"] - s["accuracy"]) for s in reliability["curve"]]
    assert reliability["ece"] == pytest.approx(sum(off))


def test_fitted_model_says_where_it_comes_from(
    tmp_path: Path, network: Path, truth: np.ndarray
) -> None:
    result = fit(tmp_path, model=str(network))
    model = find_model(result["path"])
    assert model.sha256 == model.verify()
    assert model.window_size == SIZE
    assert model.gsd_m == pytest.approx(0.5, rel=0.01)
    item = json.loads((tmp_path / "fitted/model.json").read_text())
    assert item["properties"]["crossearth:origin"]["recipe"] == "quick"
    assert str(tmp_path) not in (tmp_path / "fitted/model.json").read_text()
    assert str(tmp_path) not in (tmp_path / "fitted/accuracy.html").read_text()
    assert item["properties"]["crossearth:accuracy"]["classes"][0]["name"] == "field"
    assert json.loads((tmp_path / "fitted/accuracy.json").read_text()) == result["accuracy"]
    page = (tmp_path / "fitted/accuracy.html").read_text()
    assert page.count("<circle") == len(result["accuracy"]["reliability"]["curve"])
    assert "held out" in page
    assert "<dt>Base model</dt>" in page
    assert "<dt>Coarsest pixel of the rasters, m</dt>" in page
    assert "gsd" not in page.lower()
    described = {entry.key for entry in onnx.load(model.weights).metadata_props}
    assert {"model_type", "class_names", "tile_size", "standardization_mean"} <= described


def test_model_sees_the_raster_that_it_was_fitted_to_as_in_the_fit(
    tmp_path: Path, network: Path, truth: np.ndarray
) -> None:
    result = fit(tmp_path, model=str(network), gsd=0.2)
    model, job = find_model(result["path"]), RecordedJob()
    assert model.raster_gsd_m == pytest.approx(0.5, rel=0.01)
    run(tmp_path / "scene.tif", tmp_path / "map.tif", job, model=result["path"])
    assert any("windows of 64 pixels of 0.2 m" in text for _, text in job.logs)
    assert [text for level, text in job.logs if level == "warning"] == []


def test_second_fit_computes_only_windows_of_new_polygons(
    tmp_path: Path, network: Path, truth: np.ndarray
) -> None:
    first = fit(tmp_path, model=str(network))
    assert first["computed_windows"] == first["windows"] > 0
    draw_polygons(tmp_path / "samples.gpkg", truth, per_class=7)
    second = fit(tmp_path, model=str(network))
    assert second["computed_windows"] < second["windows"] / 3
    assert second["choice"]["maps"] == first["choice"]["maps"]


def test_same_seed_gives_the_same_bytes(tmp_path: Path, network: Path, truth: np.ndarray) -> None:
    contents = []
    for name in ("one", "two"):
        result = fit(tmp_path, model=str(network), seed=5, out=str(tmp_path / name), name="x")
        contents.append(Path(result["weights"]).read_bytes())
    assert contents[0] == contents[1]


def test_changed_raster_is_computed_again(tmp_path: Path, network: Path, truth: np.ndarray) -> None:
    fit(tmp_path, model=str(network))
    make_scene(tmp_path / "scene.tif")
    again = fit(tmp_path, model=str(network))
    assert again["computed_windows"] == again["windows"]


def test_a_network_that_is_replaced_meanwhile_makes_no_model(
    tmp_path: Path, network: Path, truth: np.ndarray
) -> None:
    class Replacing(RecordedJob):
        def _record(self, done: int, total: int, left: float | None) -> None:
            if done == total:
                write_network(network, seed=5)

    with pytest.raises(InputChanged, match=network.name):
        fit(tmp_path, Replacing(), model=str(network))
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(("fitted", ".fitted"))]


def test_cancel_keeps_the_best_so_far(tmp_path: Path, network: Path, truth: np.ndarray) -> None:
    complete = RecordedJob()
    fit(tmp_path, complete, model=str(network))
    last = complete.progresses[-1][1]
    job = RecordedJob(cancel_at=last - 1)
    result = fit(tmp_path, job, model=str(network), out=str(tmp_path / "stopped"))
    assert result["partial"]
    assert find_model(str(tmp_path / "stopped")).verify()
    item = json.loads((tmp_path / "stopped" / "model.json").read_text())
    assert item["properties"]["crossearth:accuracy"]["partial"]
    assert f"Stopped after {last - 1} of {last} steps" in Path(result["report"]).read_text()


def test_cancel_before_anything_was_fitted_leaves_nothing(
    tmp_path: Path, network: Path, truth: np.ndarray
) -> None:
    with pytest.raises(JobCanceled):
        fit(tmp_path, RecordedJob(cancel_at=1), model=str(network))
    assert not (tmp_path / "fitted").exists()


def test_folder_of_something_else_is_not_replaced(
    tmp_path: Path, network: Path, truth: np.ndarray
) -> None:
    (tmp_path / "fitted").mkdir()
    (tmp_path / "fitted/thesis.txt").write_text("three years")
    with pytest.raises(InvalidRequest, match="something else"):
        fit(tmp_path, model=str(network))
    assert (tmp_path / "fitted/thesis.txt").exists()


def test_another_model_of_the_name_is_kept_as_an_earlier_round(
    tmp_path: Path, network: Path, truth: np.ndarray
) -> None:
    first = fit(tmp_path, model=str(network))
    weights = Path(first["weights"]).read_bytes()
    draw_polygons(tmp_path / "samples.gpkg", truth, per_class=2)
    second = fit(tmp_path, model=str(network))
    assert (first["round"], first["earlier_rounds"]) == (1, [])
    assert (second["round"], second["earlier_rounds"]) == (2, [1])
    assert Path(second["weights"]).read_bytes() != weights
    go_back(tmp_path / "fitted", 1)
    assert find_model(str(tmp_path / "fitted")).verify()
    assert (tmp_path / "fitted/model.onnx").read_bytes() == weights


def test_colors_that_were_asked_for_are_taken(
    tmp_path: Path, network: Path, truth: np.ndarray
) -> None:
    result = fit(tmp_path, model=str(network), colors={"Water": "#0000FF"})
    assert result["classes"][2]["color"] == "#0000ff"


def test_two_polygons_give_a_model_without_accuracy(
    tmp_path: Path, network: Path, truth: np.ndarray
) -> None:
    draw_polygons(tmp_path / "samples.gpkg", truth, per_class=1)
    result = fit(tmp_path, model=str(network))
    assert result["accuracy"]["overall_accuracy"] is None
    assert result["accuracy"]["reliability"] is None
    assert "No accuracy was measured" in result["accuracy"]["split"]


def test_what_is_no_network_is_refused(tmp_path: Path, truth: np.ndarray) -> None:
    with pytest.raises((IncompatibleModel, UnreadableModel)):
        Encoder.read(tmp_path / "samples.gpkg", SIZE)


def test_least_used_features_go_first(tmp_path: Path) -> None:
    cache = FeatureCache({"a": 1}, "cpu", tmp_path / "cache", max_bytes=3000)
    maps = [np.ones((2, 16, 16), np.float32)]
    for row in range(3):
        cache.put(Window(0, row, 16, 16), in_half_precision(maps))
        cache.prune()
    assert cache.get(Window(0, 0, 16, 16)) is None
    kept = cache.get(Window(0, 2, 16, 16))
    assert kept is not None
    np.testing.assert_array_equal(kept[0], maps[0])
    for other in (({"a": 2}, "cpu"), ({"a": 1}, "card")):
        assert FeatureCache(*other, tmp_path / "cache").get(Window(0, 2, 16, 16)) is None


@pytest.mark.parametrize(("bands", "dtype"), [(6, "int16"), (1, "uint8")])
def test_rasters_of_any_bands_need_no_network(tmp_path: Path, bands: int, dtype: str) -> None:
    truth = make_scene(tmp_path / "scene.tif", size=400, bands=bands, dtype=dtype)
    draw_polygons(tmp_path / "samples.gpkg", truth, per_class=5)
    result = fit(tmp_path, model="bands")
    assert find_model(result["path"]).value_range is None
    run(tmp_path / "scene.tif", tmp_path / "map.tif", model=result["path"])
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert (dataset.read(1) == truth + 1).mean() > 0.9


def test_model_of_chosen_bands_finds_them_again(tmp_path: Path) -> None:
    truth = make_scene(tmp_path / "scene.tif", size=400, bands=6, dtype="int16")
    draw_polygons(tmp_path / "samples.gpkg", truth, per_class=5)
    result = fit(tmp_path, model="bands", bands=[5, 2])
    assert find_model(result["path"]).bands == ("channel 5", "channel 2")
    mapped = run(tmp_path / "scene.tif", tmp_path / "map.tif", model=result["path"])
    assert [band["index"] for band in mapped["bands"]] == [5, 2]


@pytest.mark.parametrize("arguments", [{"recipe": "full"}, {"name": "bands", "out": None}])
def test_bands_are_no_model_for_everything(tmp_path: Path, arguments: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequest):
        fit(tmp_path, model="bands", **arguments)


LANDSAT = Path(__file__).parents[5] / "shared" / "data" / "scenes"


@pytest.mark.skipif(not LANDSAT.exists(), reason="the scenes are not there")
def test_few_pixels_of_water_do_not_flood_a_dry_scene(tmp_path: Path) -> None:
    scene = LANDSAT / "landsat7_campeche_1999_int16.tif"
    polygons = LANDSAT / "landsat7_campeche_1999_polygons.gpkg"
    bands = [1, 2, 3, 4, 5, 6]
    result = fit(tmp_path, rasters=[str(scene)], polygons=str(polygons), model="bands", bands=bands)
    run(scene, tmp_path / "map.tif", model=result["path"], bands=bands)
    (water,) = (item["value"] for item in result["classes"] if item["name"] == "water")
    with rasterio.open(tmp_path / "map.tif") as dataset:
        share = (dataset.read(1) == water).mean()
    # 13 pixels by the index of water, 0.02 %; 16 pixels were drawn.
    assert share < 0.02
    # What floods is among what was tried, and did better where somebody had drawn.
    scores = {(x["maps"], x["head"]): x["mean_iou"] for x in result["accuracy"]["trials"]}
    chosen = result["choice"]["maps"], result["choice"]["head"]
    assert scores[chosen] < max(scores.values())


def test_class_of_few_pixels_counts_less_and_others_alike() -> None:
    labels = np.repeat([0, 1, 2], [400, 1600, 16])
    weights = pixel_table(np.zeros((len(labels), 2), np.float32), labels).class_weights(labels)
    worth = weights * [400, 1600, 16]
    assert worth[0] == pytest.approx(worth[1])
    assert worth[2] == pytest.approx(0.16 * worth[0])
    assert worth.sum() == pytest.approx(len(labels))


def test_with_few_polygons_little_is_chosen(
    tmp_path: Path, network: Path, truth: np.ndarray
) -> None:
    draw_polygons(tmp_path / "samples.gpkg", truth, per_class=5)
    job = RecordedJob()
    result = fit(tmp_path, job, model=str(network))
    assert len(result["accuracy"]["trials"]) == 2
    assert any("little to choose by" in text for _, text in job.logs)
    assert result["accuracy"]["folds"] == 5


def test_town_without_gaps_has_an_accuracy(tmp_path: Path, network: Path) -> None:
    truth = make_scene(tmp_path / "scene.tif")
    # All of it is drawn: every polygon touches its neighbours.
    shapes, names = [], []
    for row, col in np.ndindex(8, 8):
        left, top = transform() @ (80 * col, 80 * row)
        shapes.append(shapely.box(left, top - 40, left + 40, top))
        names.append(CLASSES[truth[80 * row, 80 * col]])
    pyogrio.raw.write(
        tmp_path / "samples.gpkg",
        shapely.to_wkb(np.array(shapes, object)),
        [np.array(names, object)],
        ["class"],
        crs="EPSG:32636",
        geometry_type="Polygon",
    )
    accuracy = fit(tmp_path, model=str(network))["accuracy"]
    assert accuracy["folds"] == 5
    assert accuracy["overall_accuracy"] > 0.9


def test_card_that_fails_on_the_network_is_passed_over(
    tmp_path: Path, network: Path, truth: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "find_cards", lambda: (GTX,))
    monkeypatch.setattr(onnx_cards, "refusal", lambda device, card: None)
    FakeSessions(monkeypatch, at_run=EP_FAIL("CUDNN failure 5000"))
    job = RecordedJob()
    fit(tmp_path, job)
    (text,) = (text for _, text in job.logs if "is not used" in text)
    assert "NVIDIA GTX 1070 is not used: onnxruntime fails on it (CUDNN failure 5000)" in text
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "without-features"))
    with pytest.raises(DeviceFailed, match="CUDNN failure 5000"):
        fit(tmp_path, device="cuda:0", out=str(tmp_path / "other"))
