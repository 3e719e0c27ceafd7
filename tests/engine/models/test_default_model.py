"""The model that is shipped: what its folder says, and what it maps."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import rasterio

from crossearth_engine.accuracy.figures import (
    confusion_matrix,
    intersection_over_union,
    mean_iou,
)
from crossearth_engine.commands import run
from crossearth_engine.inference.onnx_backend import OnnxBackend
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster.windows import axis_offsets
from tests.engine.conftest import RecordedJob

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "resources" / "models" / "crossearth-base-rgb"
DATA = Path(os.environ.get("CROSSEARTH_DATA_DIR", ROOT.parent / "shared" / "data"))


@pytest.fixture(scope="module")
def model():
    return find_model(str(FOLDER))


@pytest.fixture(scope="module")
def properties():
    return json.loads((FOLDER / "model.json").read_text())["properties"]


def test_digest_and_size_are_those_of_the_file(model):
    digest, name = (FOLDER / "SHA256SUMS").read_text().split()
    weights = (FOLDER / name).read_bytes()
    assert hashlib.sha256(weights).hexdigest() == digest
    asset = json.loads((FOLDER / "model.json").read_text())["assets"]["model"]
    assert asset["file:size"] == len(weights) <= 12e6
    assert model.verify() == digest


def test_its_quantiles_are_those_of_the_training_images(model):
    images = sorted((DATA / "dubai_mbrsc" / "images" / "train").glob("*.jpg"))
    if not images:
        pytest.skip("dubai_mbrsc is not there; CROSSEARTH_DATA_DIR names its folder")
    pixels = np.concatenate([read_thinned(path) for path in images], axis=1)
    expected = np.percentile(pixels, (5, 50, 95), axis=1)
    for percent, values in zip((5, 50, 95), expected, strict=True):
        assert np.abs(np.subtract(model.quantiles.at(percent), values)).max() < 4


@pytest.mark.parametrize(
    "path",
    [
        "oam_kampala_buildings/kampala_suburb.tif",
        "dubai_mbrsc/images/val/tile3_004.jpg",  # desert
        "dubai_mbrsc/images/val/tile1_005.jpg",
    ],
)
def test_imagery_that_it_maps_well_has_not_moved(path):
    if not (DATA / path).exists():
        pytest.skip(f"{path} is not there; CROSSEARTH_DATA_DIR names its folder")
    told = run("look", {"input": str(DATA / path), "threads": 1}, RecordedJob())
    assert "bands-moved" not in {finding["code"] for finding in told["findings"]}


def read_thinned(path):
    with rasterio.open(path) as dataset:
        pixels = dataset.read((1, 2, 3)).reshape(3, -1)
    return pixels[:, :: pixels.shape[1] // 1500]  # all images count the same


def test_classes_are_those_of_the_dataset(model):
    names = ["building", "land", "road", "vegetation", "water"]
    assert [(c.value, c.name) for c in model.classes] == list(enumerate(names, start=1))
    assert len({c.color for c in model.classes}) == 5


def test_item_is_valid_to_stac_and_the_extension():
    pytest.importorskip("stac_model", reason="stac-model is in the extra train")
    import pystac
    from pystac.validation.stac_validator import JsonSchemaSTACValidator
    from stac_model.schema import MLModelProperties

    core = json.loads((FOLDER / "model.json").read_text())
    JsonSchemaSTACValidator().validate_core(core, pystac.STACObjectType.ITEM, "1.1.0")
    item = pystac.Item.from_file(FOLDER / "model.json")
    properties = MLModelProperties(**item.properties)
    written = json.loads(properties.model_dump_json(by_alias=True))
    for key in ("mlm:input", "mlm:output", "mlm:hyperparameters", "mlm:total_parameters"):
        assert without_empty_lists(written[key]) == item.properties[key]


def without_empty_lists(value):
    """What stac-model writes, less what it adds where there is nothing to say."""
    if isinstance(value, dict):
        return {k: without_empty_lists(v) for k, v in value.items() if v != []}
    return [without_empty_lists(v) for v in value] if isinstance(value, list) else value


def test_file_carries_the_keys_of_deepness(model):
    session = onnxruntime.InferenceSession(model.weights, providers=["CPUExecutionProvider"])
    keys = session.get_modelmeta().custom_metadata_map
    names = json.loads(keys["class_names"])
    assert list(names.values()) == [item.name for item in model.classes]
    assert json.loads(keys["tile_size"]) == model.window_size
    assert json.loads(keys["resolution"]) == 100 * model.gsd_m
    mean = [255 * value for value in json.loads(keys["standardization_mean"])]
    assert mean == pytest.approx(list(model.mean))


def test_any_batch_and_size_in_multiples_of_32_is_taken(model):
    backend = OnnxBackend(model, "cpu", threads=2)
    scores = backend.run(np.zeros((2, 3, 64, 96), np.float32))
    assert scores.shape == (2, 5, 64, 96)


def test_card_tells_the_measured_accuracy(properties):
    accuracy = properties["crossearth:accuracy"]
    confusion = np.array(accuracy["confusion_matrix"])
    assert accuracy["mean_iou"] == pytest.approx(mean_iou(confusion), abs=1e-4)
    card = (FOLDER / "README.md").read_text()
    assert f"**{accuracy['mean_iou']:.3f}**" in card
    for name, iou in zip(accuracy["iou"], intersection_over_union(confusion), strict=True):
        assert f"| {name} | {iou:.3f} |" in card


@pytest.mark.slow
def test_mean_iou_on_unseen_sites_is_at_least_one_half(model):
    images = sorted((DATA / "dubai_mbrsc" / "images" / "val").glob("*.jpg"))
    if not images:
        pytest.skip(f"the validation images are not in {DATA}")
    backend = OnnxBackend(model, "cpu", threads=None)
    scale = [np.array(values, np.float32)[:, None, None] for values in (model.mean, model.std)]
    stride = model.window_size - model.overlap
    confusion = np.zeros((5, 5), np.int64)
    for path in images[::3]:
        with rasterio.open(path) as image_file:
            pixels = (image_file.read().astype(np.float32) - scale[0]) / scale[1]
        with rasterio.open(path.parents[2] / "labels" / "val" / f"{path.stem}.png") as labels_file:
            labels = labels_file.read(1).astype(np.int64)
        scores = np.zeros((5, *labels.shape), np.float32)
        count = np.zeros(labels.shape, np.float32)
        for row in axis_offsets(labels.shape[0], model.window_size, stride):
            for col in axis_offsets(labels.shape[1], model.window_size, stride):
                place = np.s_[..., row : row + model.window_size, col : col + model.window_size]
                scores[place] += backend.run(pixels[place][None])[0]
                count[place] += 1
        class_ids = (scores / count).argmax(0)
        confusion += confusion_matrix(
            np.where(labels == 0, 255, labels - 1), class_ids, num_classes=5, ignore_index=255
        )
    assert mean_iou(confusion) >= 0.5


AT_REST = """
import os, sys
import numpy as np
from crossearth_engine.commands import run
from crossearth_engine.inference.onnx_backend import OnnxBackend
from crossearth_engine.models.catalog import find_model

def resident_mb():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

backend = OnnxBackend(find_model(sys.argv[1]), "cpu", 1)
window = np.random.default_rng(0).normal(size=(1, 3, 512, 512)).astype(np.float32)
scores = [backend.run(window) for _ in range(2)][-1]
at_work = resident_mb()
backend.rest()
print(at_work - resident_mb())
assert np.array_equal(backend.run(window), scores)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="Linux tells what is resident")
def test_at_rest_it_keeps_no_memory_of_windows():
    # A process of its own: what other tests have freed would be taken again.
    command = [sys.executable, "-c", AT_REST, str(FOLDER)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert float(output) > 20
