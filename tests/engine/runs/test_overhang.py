"""Windows that reach beyond the raster, which is mirrored there, as a model's maker meant them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import rasterio
from affine import Affine

from crossearth_engine.errors import IncompatibleModel, JobCanceled
from crossearth_engine.inference import sliding
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.stac_item import write_stac_item
from tests.engine.conftest import SHARES, RecordedJob, read, run, save_network
from tests.engine.runs.test_networks_of_others import FIRST, FLOAT, save

SIZE, OVERLAP, OVERHANG = 48, 14, 11
STRIDE = SIZE - OVERLAP


def described(weights: Path, overhang: int = OVERHANG, **changes) -> Path:
    """Return the item of a network with such windows."""
    model = replace(
        find_model(str(weights)), window_size=SIZE, overlap=OVERLAP, overhang=overhang, **changes
    )
    write_stac_item(model, weights.with_name("model.json"))
    return weights.parent


@pytest.fixture
def model(tmp_path):
    """A network that looks 7 pixels far, and knows where in its window a pixel lies."""
    (tmp_path / "model").mkdir()
    rng = np.random.default_rng(8)
    weights = (rng.normal(size=(4, 3, 15, 15)) / 15).astype(np.float32)
    return described(save_network(tmp_path / "model" / "network.onnx", weights, SHARES))


def as_made(raster: Path, model: Path) -> np.ndarray:
    """The map by the plain rule: the whole raster padded, cut, and joined again."""
    with rasterio.open(raster) as dataset:
        pixels = dataset.read().astype(np.float32) / 255
    height, width = pixels.shape[1:]
    beyond = OVERHANG + SIZE + STRIDE
    sides = ((0, 0), (OVERHANG, beyond), (OVERHANG, beyond))
    padded = np.pad(pixels, sides, mode="symmetric")
    ramp = np.sin(np.pi / 2 * (np.arange(OVERLAP) + 0.5) / OVERLAP) ** 2
    weight = np.concatenate([ramp, np.ones(SIZE - 2 * OVERLAP), ramp[::-1]])
    session = onnxruntime.InferenceSession(model / "network.onnx")
    sums = np.zeros((4, *padded.shape[1:]))
    for top in range(0, height + OVERHANG, STRIDE):
        for left in range(0, width + OVERHANG, STRIDE):
            place = np.s_[:, top : top + SIZE, left : left + SIZE]
            (scores,) = session.run(None, {"x": padded[place][None]})
            sums[place] += scores[0] * np.outer(weight, weight)
    return sums[:, OVERHANG:, OVERHANG:][:, :height, :width].argmax(0)


@pytest.mark.parametrize("size", [(150, 131), (SIZE, STRIDE), (97, 20), (5, 3), (1, 1)])
def test_the_map_is_that_of_the_mirrored_raster(tmp_path, raster_factory, model, size):
    raster = raster_factory(size=size)
    result = run(raster, tmp_path / "map.tif", model=str(model))
    assert np.mean(read(tmp_path / "map.tif") == as_made(raster, model)) > 0.9999
    assert sum(item["pixels"] for item in result["classes"]) == size[0] * size[1]


def test_without_an_overhang_the_map_is_another(tmp_path, raster_factory, model):
    raster = raster_factory(size=(150, 131))
    described(model / "network.onnx", overhang=0)
    run(raster, tmp_path / "map.tif", model=str(model))
    assert np.mean(read(tmp_path / "map.tif") == as_made(raster, model)) < 0.99


@pytest.mark.parametrize("gsd", [None, 0.8, 0.3])
def test_a_place_gets_the_same_class_whatever_the_extent(tmp_path, raster_factory, model, gsd):
    transform = Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000)
    raster = raster_factory(size=(150, 130), transform=transform)
    run(raster, tmp_path / "whole.tif", model=str(model), gsd=gsd)
    for cols, rows in (((31, 109), (17, 93)), ((0, 9), (0, 7)), ((141, 150), (122, 130))):
        (left, top), (right, bottom) = (
            transform @ corner for corner in zip(cols, rows, strict=True)
        )
        extent = [left, bottom, right, top]
        run(raster, tmp_path / "part.tif", model=str(model), gsd=gsd, extent=extent)
        whole = read(tmp_path / "whole.tif")[rows[0] : rows[1], cols[0] : cols[1]]
        assert np.array_equal(read(tmp_path / "part.tif"), whole)


@pytest.mark.parametrize("options", [{}, {"window": 20, "overlap": 0}, {"window": 9, "batch": 3}])
def test_windows_of_the_persons_own_cover_the_raster_too(
    tmp_path, raster_factory, color_model, options
):
    raster = raster_factory(size=(83, 61))
    run(raster, tmp_path / "plain.tif", model=str(color_model))
    model = described(color_model)
    run(raster, tmp_path / "map.tif", model=str(model), **options)
    assert np.array_equal(read(tmp_path / "map.tif"), read(tmp_path / "plain.tif"))


@pytest.mark.parametrize("overhang", [3, 8, 30])
def test_a_network_that_tells_the_middle_only_fills_the_raster(tmp_path, raster_factory, overhang):
    crop = ("Slice", "i from8 to-8 axes", "x", {})
    nodes = [crop, ("Conv", "x w b", "y", {})]
    network = save(
        tmp_path / "crop.onnx", nodes, (FLOAT, FIRST), {"y": (FLOAT, ["B", 3, "h", "w"])}
    )
    raster = raster_factory(size=(107, 83))
    result = run(raster, tmp_path / "map.tif", model=str(described(network, overhang)))
    with rasterio.open(raster) as dataset:
        assert np.array_equal(read(tmp_path / "map.tif"), dataset.read().argmax(0))
    assert sum(item["pixels"] for item in result["classes"]) == 107 * 83


def test_what_has_no_data_is_mirrored_as_such(tmp_path, raster_factory, model):
    data = np.random.default_rng(3).integers(1, 255, (3, 90, 100)).astype(np.uint8)
    data[:, :, :60] = 0
    raster = raster_factory(data=data, nodata=0)
    run(raster, tmp_path / "map.tif", model=str(model))
    classes = read(tmp_path / "map.tif")
    assert (classes[:, :60] == 255).all()
    assert (classes[:, 60:] < 4).all()


def test_an_interrupted_run_goes_on_where_it_was(tmp_path, raster_factory, model, monkeypatch):
    monkeypatch.setattr(sliding, "JOURNAL_INTERVAL_S", 0)
    monkeypatch.setattr(sliding, "JOURNAL_SHARE", 1e9)
    raster = raster_factory(size=(150, 330))
    run(raster, tmp_path / "whole.tif", model=str(model))
    options = {"model": str(model), "resume": True, "batch": 1}
    with pytest.raises(JobCanceled):
        run(raster, tmp_path / "map.tif", RecordedJob(cancel_at=35), **options)
    job = RecordedJob()
    run(raster, tmp_path / "map.tif", job, **options)
    assert any("Going on after window" in text for _, text in job.logs)
    assert np.array_equal(read(tmp_path / "map.tif"), read(tmp_path / "whole.tif"))


@pytest.mark.parametrize("overhang", [-1, SIZE, "far"])
def test_an_overhang_that_is_none_is_refused(model, overhang):
    item = model / "model.json"
    item.write_text(
        item.read_text().replace(
            f'"crossearth:overhang": {OVERHANG}', f'"crossearth:overhang": "{overhang}"'
        )
    )
    with pytest.raises(IncompatibleModel, match=r"overhang|invalid literal"):
        find_model(str(model))
