import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from crossearth_engine import errors
from crossearth_engine.inference.load import load_backend
from crossearth_engine.models import catalog
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import read_stac_item
from crossearth_engine.shared.model_places import DEFAULT_ID
from tests.engine.conftest import read, run, save_network

RNG = np.random.default_rng(1)
WEIGHTS = RNG.normal(size=(3, 3, 1, 1)).astype(np.float32)


def write_item(folder: Path, **changes) -> Path:
    """Write a model of three classes with its STAC Item; ``changes`` replace top-level values."""
    folder.mkdir(exist_ok=True)
    weights = save_network(folder / "model.onnx", WEIGHTS)
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    item = {
        "id": "three-classes",
        "properties": {
            "description": "A test.",
            "license": "CC0-1.0",
            "gsd": 0.5,
            "mlm:name": "Three classes",
            "mlm:architecture": "one layer",
            "mlm:input": [
                {
                    "bands": [{"name": "red"}, "green", "blue"],
                    "value_scaling": [{"type": "z-score", "mean": 100, "stddev": 50}],
                }
            ],
            "mlm:output": [
                {
                    "classification:classes": [
                        {"value": v, "name": n, "color_hint": c}
                        for v, n, c in (
                            (10, "a", "FF0000"),
                            (20, "b", "00FF00"),
                            (0, "c", "0000FF"),
                        )
                    ]
                }
            ],
            "crossearth:window_size": 64,
            "crossearth:overlap": 16,
            "crossearth:scores": "probabilities",
            "crossearth:gsd_range_m": [0.3, 1.0],
        },
        "assets": {
            "model": {
                "href": "./model.onnx",
                "roles": ["mlm:model"],
                "file:checksum": "1220" + digest,
            }
        },
    }
    path = folder / "model.json"
    path.write_text(json.dumps({**item, **changes}))
    return path


def test_a_stac_item_is_understood(tmp_path):
    model = read_stac_item(write_item(tmp_path / "m"))
    assert model.bands == ("red", "green", "blue")
    assert model.mean == (100, 100, 100)
    assert [(c.value, c.name, c.color) for c in model.classes] == [
        (10, "a", "#ff0000"), (20, "b", "#00ff00"), (0, "c", "#0000ff"),
    ]  # fmt: skip
    assert (model.window_size, model.overlap) == (64, 16)
    assert model.verify() == model.sha256
    json.dumps(model.to_dict())


def test_channels_become_the_values_of_their_classes(tmp_path, raster_factory):
    item = write_item(tmp_path / "m")
    run(raster_factory(), tmp_path / "map.tif", model=str(item))
    assert set(np.unique(read(tmp_path / "map.tif"))) == {0, 10, 20}


def test_a_model_is_found_by_item_folder_and_weights(tmp_path):
    item = write_item(tmp_path / "m")
    for path in (item, item.parent, item.with_name("model.onnx")):
        assert find_model(str(path)).name == "Three classes"


def test_a_model_of_the_user_is_found_by_id_and_cannot_take_a_shipped_one(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path))
    (tmp_path / "models").mkdir()
    for model_id in ("mine", DEFAULT_ID):
        write_item(tmp_path / "models" / model_id)
    assert find_model("mine").name == "Three classes"
    # Ids are what scripts hold.
    assert find_model(DEFAULT_ID).name != "Three classes"
    assert next(iter(catalog.installed_models())) == DEFAULT_ID


def test_an_unknown_model_is_told_with_those_that_are_known(tmp_path):
    with pytest.raises(errors.ModelNotFound, match=f"Known models: .*{DEFAULT_ID}"):
        find_model("nowhere")


def broken(item, change):
    content = json.loads(item.read_text())
    change(content)
    item.write_text(json.dumps(content))
    return item


BROKEN = [
    (lambda c: c.pop("properties"), errors.IncompatibleModel, "no usable MLM item"),
    (lambda c: c["properties"].pop("mlm:input"), errors.IncompatibleModel, "mlm:input"),
    (lambda c: c["assets"]["model"].update(href="../../secret.onnx"), errors.IncompatibleModel,
     "outside its own folder"),
    (lambda c: c["assets"]["model"].update(href="other.onnx"), errors.IncompatibleModel, "missing"),
    (lambda c: c["properties"]["mlm:output"][0]["classification:classes"][0].update(value=255),
     errors.IncompatibleModel, "distinct values from 0 to 254, and have 255"),
    (lambda c: c["properties"]["mlm:output"][0]["classification:classes"][0].update(
        color_hint="red"), errors.IncompatibleModel, "the colour of a is none: #red"),
    (lambda c: c["properties"]["mlm:input"][0]["value_scaling"][0].update(type="clip"),
     errors.IncompatibleModel, "value scaling clip does not tell its minimum"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "error", "text"), BROKEN)
def test_a_broken_item_is_told(tmp_path, change, error, text):
    item = broken(write_item(tmp_path / "m"), change)
    with pytest.raises(error, match=text):
        find_model(str(item))


def test_metadata_that_is_not_json_is_told(tmp_path):
    item = write_item(tmp_path / "m")
    item.write_text("{")
    with pytest.raises(errors.UnreadableModel, match="not JSON"):
        find_model(str(item))


def test_wrong_digest_is_told_before_anything_is_loaded(tmp_path, raster_factory):
    item = write_item(tmp_path / "m")
    save_network(item.with_name("model.onnx"), WEIGHTS + 1)
    with pytest.raises(errors.ChecksumMismatch):
        run(raster_factory(), tmp_path / "map.tif", model=str(item))


def test_a_network_of_another_class_count_is_told(tmp_path, raster_factory):
    item = write_item(tmp_path / "m")
    classes = RNG.normal(size=(5, 3, 1, 1)).astype(np.float32)
    save_network(item.with_name("model.onnx"), classes)
    broken(item, lambda c: c["assets"]["model"].pop("file:checksum"))
    with pytest.raises(errors.IncompatibleModel, match=r"shape \(1, 5, 64, 64\)"):
        run(raster_factory(size=(100, 100)), tmp_path / "map.tif", model=str(item))
    assert not list(tmp_path.glob("map*"))


def test_a_network_of_another_band_count_is_told(tmp_path, raster_factory):
    item = write_item(tmp_path / "m")
    save_network(item.with_name("model.onnx"), RNG.normal(size=(3, 4, 1, 1)).astype(np.float32))
    broken(item, lambda c: c["assets"]["model"].pop("file:checksum"))
    with pytest.raises(errors.IncompatibleModel, match="takes 4 bands"):
        run(raster_factory(), tmp_path / "map.tif", model=str(item))


DEEPNESS = {
    "class_names": json.dumps({"0": "not road", "1": "road", "2": "roof"}),
    "resolution": "20",
    "tile_size": "256",
    "tiles_overlap": "25",
    "standardization_mean": "[0.4, 0.5, 0.6]",
    "standardization_std": "[0.2, 0.25, 0.3]",
}


def test_deepness_metadata_is_understood(tmp_path):
    model = find_model(str(save_network(tmp_path / "roads.onnx", WEIGHTS, DEEPNESS)))
    assert model.id == "roads"
    assert [item.name for item in model.classes] == ["not road", "road", "roof"]
    assert model.gsd_m == pytest.approx(0.2)
    assert (model.window_size, model.overlap) == (256, 64)
    assert model.mean == pytest.approx((102, 127.5, 153))
    assert model.std == pytest.approx((51, 63.75, 76.5))


def test_an_onnx_file_without_metadata_runs_with_its_own_shape(tmp_path, raster_factory):
    model = save_network(tmp_path / "bare.onnx", WEIGHTS, batch=1, size=32)
    info = find_model(str(model))
    assert (info.window_size, info.mean, info.std) == (32, (0, 0, 0), (255, 255, 255))
    assert set(info.assumed) == {"classes", "bands", "scaling"}
    run(raster_factory(), tmp_path / "map.tif", model=str(model))
    with pytest.raises(errors.IncompatibleModel, match="only takes windows of 32 pixels"):
        run(raster_factory(), tmp_path / "map.tif", model=str(model), window=48)


def test_names_as_python_writes_them_are_understood(tmp_path):
    names = {"names": "{0: 'field', 1: 'wood', 2: 'lake'}"}
    model = find_model(str(save_network(tmp_path / "m.onnx", WEIGHTS, names)))
    assert [item.name for item in model.classes] == ["field", "wood", "lake"]


def test_a_network_with_one_channel_decides_by_its_threshold(tmp_path, raster_factory):
    weights = np.full((1, 3, 1, 1), 2.0, np.float32)
    raster = raster_factory(data=np.tile(np.arange(1, 41, dtype=np.uint8), (3, 5, 1)))
    shares = {}
    for threshold in (0.51, 0.6):
        metadata = {"class_names": '{"0": "rest", "1": "bright"}', "seg_thresh": str(threshold)}
        model = save_network(tmp_path / "one.onnx", weights, metadata, activation="Sigmoid")
        result = run(raster, tmp_path / "map.tif", model=str(model))
        probability = 1 / (1 + np.exp(-6 * np.arange(1, 41) / 255))
        assert np.array_equal(read(tmp_path / "map.tif")[0], probability > threshold)
        shares[threshold] = result["classes"][1]["percent"]
    assert shares[0.51] > shares[0.6] > 0


@pytest.mark.parametrize("metadata", [{"model_type": '"Detector"'}, {"class_names": "[1, 2"},
                                      {"standardization_mean": "[1, 2]"}])  # fmt: skip
def test_other_models_are_refused(tmp_path, metadata):
    model = save_network(tmp_path / "m.onnx", WEIGHTS, metadata)
    with pytest.raises(errors.IncompatibleModel):
        find_model(str(model))


def test_truncated_and_foreign_files_are_told(tmp_path, color_model, raster_factory):
    truncated = tmp_path / "truncated.onnx"
    truncated.write_bytes(color_model.read_bytes()[:80])
    text = tmp_path / "text.onnx"
    text.write_text("no network")
    for path in (truncated, text):
        with pytest.raises(errors.UnreadableModel, match=path.name):
            find_model(str(path))
    other = tmp_path / "model.h5"
    shutil.copy(color_model, other)
    with pytest.raises(errors.IncompatibleModel, match="neither ONNX"):
        find_model(str(other))


def test_weights_outside_the_folder_of_an_onnx_file_are_refused(tmp_path):
    import onnx
    from onnx.external_data_helper import convert_model_to_external_data

    path = save_network(tmp_path / "m.onnx", RNG.normal(size=(9, 3, 9, 9)).astype(np.float32))
    folder = tmp_path / "inside"
    folder.mkdir()
    model = onnx.load(path)
    convert_model_to_external_data(model, location="weights.bin", size_threshold=0)
    onnx.save(model, folder / "m.onnx")
    (folder / "weights.bin").rename(tmp_path / "weights.bin")
    content = (folder / "m.onnx").read_bytes()
    # Same length for each string, so that the message stays well formed.
    (folder / "m.onnx").write_bytes(content.replace(b"weights.bin", b"../ghts.bin"))
    (tmp_path / "ghts.bin").write_bytes((tmp_path / "weights.bin").read_bytes())
    with pytest.raises(errors.IncompatibleModel, match="outside its own folder"):
        find_model(str(folder / "m.onnx"))


def test_the_shipped_model_loads_and_is_what_its_metadata_says():
    model = find_model(DEFAULT_ID)
    assert model.verify() == model.sha256
    assert model.weights.stat().st_size <= 12_000_000
    assert {c.name for c in model.classes} == {"building", "land", "road", "vegetation", "water"}
    scores = load_backend(model, "cpu", 1).run(np.zeros((2, 3, 512, 512), np.float32))
    assert scores.shape == (2, 5, 512, 512)
