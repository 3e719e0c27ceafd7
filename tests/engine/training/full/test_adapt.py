# ruff: noqa: E402 - what may be absent is asked for first
import json
import os
import shutil
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")
pytest.importorskip("onnxscript", reason="onnxscript is an extra")

import pyogrio
import rasterio
import shapely
from rasterio.transform import from_origin
from safetensors.torch import load_file

from crossearth_engine.errors import IncompatibleModel, InvalidRequest, JobCanceled
from crossearth_engine.inference.load import load_backend
from crossearth_engine.inference.unfamiliar import knows_its_training
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.checkpoint import load_crossearth, save
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_export import export_onnx
from crossearth_engine.models.registry import build
from crossearth_engine.models.stac_item import write_stac_item
from crossearth_engine.networks.crossearth import MEAN, STDDEV
from crossearth_engine.shared.model_places import MODEL_FILE
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.training.full import adapt as adapting
from crossearth_engine.training.full.adapt import adapt_full
from crossearth_engine.training.full.earth_style import StyleRecipe
from crossearth_engine.training.full.masked_modelling import MaskedImageBranch
from crossearth_engine.training.full.patches import PatchSource
from crossearth_engine.training.full.recipe import FullRecipe, recipe_for
from crossearth_engine.training.full.training import STATE_FILE

RECIPE = FullRecipe(
    steps=6,
    batch_size=2,
    accumulation=1,
    patch_size=64,
    learning_rate=2e-3,
    weight_decay=0.01,
    warmup_steps=2,
    validate_every=2,
)
SILENT = {"on_progress": lambda *a: None, "on_log": lambda *a: None}


def write_scene(path, seed):
    """Stripes of dark water and bright sand, 256 x 192 pixels of 1 m."""
    random = np.random.default_rng(seed)
    is_water = (np.arange(256) // 32 % 2 == 0)[None]
    pixels = np.where(is_water, 50, 190) + random.normal(0, 12, (3, 192, 256))
    profile = {"driver": "GTiff", "width": 256, "height": 192, "count": 3, "dtype": "uint8"}
    transform = from_origin(500_000 + 1000 * seed, 20_000, 1, 1)
    with rasterio.open(path, "w", crs="EPSG:32636", transform=transform, **profile) as dataset:
        dataset.write(pixels.clip(0, 255).astype(np.uint8))
    return path


def write_polygons(path, seeds):
    boxes, names = [], []
    for seed in seeds:
        for stripe in range(8):
            left = 500_000 + 1000 * seed + 32 * stripe
            for top in (19_990, 19_900):
                boxes.append(shapely.box(left + 4, top - 60, left + 28, top))
                names.append("water" if stripe % 2 == 0 else "sand")
    pyogrio.raw.write(
        path,
        geometry=shapely.to_wkb(boxes),
        field_data=[np.array(names)],
        fields=["kind"],
        geometry_type="Polygon",
        crs="EPSG:32636",
    )
    return path


def write_model(folder, architecture, window_size, classes):
    torch.manual_seed(1)
    folder.mkdir()
    network = build(architecture, len(classes), 3)
    is_crossearth = not architecture.startswith("efficientnet")
    model = ModelInfo(
        id=folder.name,
        name="Base",
        description="",
        license="CC0-1.0",
        trained_on="nothing",
        weights=folder / ("model.safetensors" if is_crossearth else "model.onnx"),
        architecture=architecture,
        bands=("red", "green", "blue"),
        mean=MEAN if is_crossearth else (127.0,) * 3,
        std=STDDEV if is_crossearth else (128.0,) * 3,
        window_size=window_size,
        overlap=window_size // 4,
        gsd_m=None,
        gsd_range_m=None,
        classes=tuple(ClassInfo(i, name, "#808080") for i, name in enumerate(classes)),
        scores="probabilities" if is_crossearth else "logits",
    )
    if is_crossearth:
        from safetensors.torch import save_file

        save_file(network.state_dict(), model.weights)
    else:
        export_onnx(network, model, model.weights)
    write_stac_item(model, folder / MODEL_FILE)
    return folder


def test_compact_network_learns_new_classes_and_is_a_model_like_any_other(request_for, compact):
    curves = []
    job = Job(**SILENT, on_measure=lambda step, values: curves.append((step, values)))
    recipe = replace(RECIPE, steps=60, validate_every=20, batch_size=4)
    result = adapt_full(request_for(compact), job, recipe)
    assert result["accuracy"]["mean_iou"] > 0.9
    # The last six steps learn from what is held out, too: nothing is left to judge them by.
    assert [step for step, _ in curves] == [20, 40, 54]
    assert result["choice"]["steps"] == 60
    assert {"loss", "segmentation", "masked", "consistency", "val_mean_iou"} <= curves[0][1].keys()
    model = find_model(result["path"])
    assert [item.name for item in model.classes] == ["sand", "water"]
    assert len(model.training_marks) == 16
    (scene,) = request_for(compact).rasters
    with rasterio.open(scene) as dataset:
        middles = np.median(dataset.read(), axis=(1, 2))
    assert np.allclose(model.quantiles.at(50), middles, atol=2)
    assert model.verify()
    bright = np.full((1, 3, 64, 64), (190 - 127) / 128, np.float32)
    scores = load_backend(model, "cpu", 1).run(bright)
    assert (scores.argmax(1) == 0).mean() > 0.9
    assert (Path(result["path"]) / "accuracy.html").exists()
    assert not list(Path(result["path"]).parent.glob(".new*"))


@pytest.mark.slow
def test_compact_network_knows_the_imagery_around_its_polygons(request_for, tmp_path, monkeypatch):
    compact = write_model(tmp_path / "wide", "efficientnet-lite0-fpn", 128, ["water", "road"])
    # The trace takes long, and is not what this is about.
    monkeypatch.setattr(adapting, "export_onnx", lambda _network, _model, path: shutil.copy(
        compact / "model.onnx", path))  # fmt: skip
    model = find_model(adapt_full(request_for(compact), Job(**SILENT), RECIPE)["path"])
    session = onnxruntime.InferenceSession(model.weights)
    (scene,) = request_for(compact).rasters
    with rasterio.open(scene) as dataset:
        pixels = dataset.read()[:, :128, :128].astype(np.float32)
    noise = np.random.default_rng(0).integers(0, 255, pixels.shape).astype(np.float32)
    own, other = (
        np.median(session.run(["unfamiliarity"], {"input": (image[None] - 127) / 128})[0])
        for image in (pixels, noise)
    )
    assert own < 0.95 < other


def test_last_steps_learn_from_all_polygons(request_for, tiny_crossearth, monkeypatch):
    seen = []
    draw = PatchSource.draw

    def recorded(source, *arguments):
        image, labels = draw(source, *arguments)
        seen.append(int(source._learned.sum()))
        return image, labels

    monkeypatch.setattr(PatchSource, "draw", recorded)
    result = adapt_full(request_for(tiny_crossearth), Job(**SILENT), RECIPE)
    # 8 polygons of each class in five parts: the smallest part holds one or two of each.
    assert seen == [seen[0]] * 10 + [16] * 2
    assert 12 <= seen[0] < 16
    assert result["choice"]["steps"] == RECIPE.steps
    assert result["accuracy"]["folds"] == 1
    reliability = result["accuracy"]["reliability"]
    assert reliability["accuracy"] == pytest.approx(result["accuracy"]["overall_accuracy"])
    assert 0 <= reliability["ece"] <= 1


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_only_restyled_patches_are_taken_for_restyled(request_for, compact, monkeypatch, chance):
    seen = []
    losses = MaskedImageBranch.losses

    def recorded(branch, covered, restyled, originals, is_restyled):
        seen.extend(is_restyled.tolist())
        return losses(branch, covered, restyled, originals, is_restyled)

    monkeypatch.setattr(MaskedImageBranch, "losses", recorded)
    recipe = replace(RECIPE, steps=1, style=StyleRecipe(chance, restyled_share=1.0))
    monkeypatch.setattr(adapting, "export_onnx", lambda _network, _model, path: shutil.copy(
        compact / "model.onnx", path))  # fmt: skip
    adapt_full(request_for(compact), Job(**SILENT), recipe)
    assert seen == [bool(chance)] * len(seen)
    assert seen


class Killed(BaseException):
    pass


def kill_at(step):
    def on_progress(done, total, left):
        if done == step:
            raise Killed

    return Job(on_progress, SILENT["on_log"])


def test_killed_training_goes_on_to_the_same_weights(request_for, tiny_crossearth):
    whole = adapt_full(request_for(tiny_crossearth, "whole"), Job(**SILENT), RECIPE)
    with pytest.raises(Killed):
        adapt_full(request_for(tiny_crossearth, "halves"), kill_at(3), RECIPE)
    request = request_for(tiny_crossearth, "halves", resume=True)
    assert (request.folder.with_name(".halves.training") / STATE_FILE).exists()
    halves = adapt_full(request, Job(**SILENT), RECIPE)
    assert Path(halves["weights"]).read_bytes() == Path(whole["weights"]).read_bytes()
    assert halves["accuracy"] == whole["accuracy"]


def test_other_settings_do_not_go_on(request_for, tiny_crossearth):
    with pytest.raises(Killed):
        adapt_full(request_for(tiny_crossearth), kill_at(3), RECIPE)
    with pytest.raises(InvalidRequest, match="Start anew"):
        adapt_full(request_for(tiny_crossearth, resume=True, seed=5), Job(**SILENT), RECIPE)


def test_canceled_training_keeps_the_best_so_far(request_for, tiny_crossearth):
    def on_progress(done, total, left):
        if done == 3:
            job.cancel()

    job = Job(on_progress, SILENT["on_log"])
    result = adapt_full(request_for(tiny_crossearth), job, RECIPE)
    assert result["partial"]
    assert result["choice"]["steps"] == 3
    assert find_model(result["path"]).id == "new"
    accuracy = json.loads(Path(result["path"], "accuracy.json").read_text())
    assert accuracy["partial"]
    sentence = f"Stopped after 3 of {RECIPE.steps} steps"
    assert accuracy["warnings"][0].startswith(sentence)
    assert sentence in Path(result["report"]).read_text()


def test_training_canceled_before_its_first_look_leaves_nothing(request_for, tiny_crossearth):
    def on_progress(done, total, left):
        job.cancel()

    job = Job(on_progress, SILENT["on_log"])
    request = request_for(tiny_crossearth)
    with pytest.raises(JobCanceled):
        adapt_full(request, job, RECIPE)
    assert not request.folder.exists()


def test_training_ends_when_nothing_gets_better(request_for, tiny_crossearth):
    recipe = replace(RECIPE, steps=100, validate_every=1, patience=2, learning_rate=1e-9)
    result = adapt_full(request_for(tiny_crossearth), Job(**SILENT), recipe)
    assert result["choice"]["steps"] < 20


def test_several_rasters_are_learned_from_at_once(request_for, tiny_crossearth, tmp_path):
    other = write_scene(tmp_path / "other.tif", 3)
    polygons = write_polygons(tmp_path / "both.gpkg", [0, 3])
    request = request_for(tiny_crossearth, polygons=str(polygons))
    request = replace(request, rasters=(*request.rasters, str(other)))
    result = adapt_full(request, Job(**SILENT), RECIPE)
    (sand, _) = result["accuracy"]["classes"]
    assert sand["polygons"] == 16


@pytest.mark.parametrize("adapter", ["rein", "earth-adapter"])
def test_backbone_of_crossearth_stays_and_adapters_learn(request_for, tiny_crossearth, adapter):
    request = request_for(tiny_crossearth, adapter=adapter)
    recipe = replace(RECIPE, steps=2, batch_size=1, accumulation=2, patch_size=128)
    result = adapt_full(request, Job(**SILENT), recipe)
    before = load_file(tiny_crossearth / "model.safetensors")
    after = load_file(Path(result["weights"]))
    frozen = [k for k in before if k.startswith("backbone.") and ".reins." not in k]
    assert all(torch.equal(before[name], after[name]) for name in frozen)
    name = "backbone.reins.learnable_tokens_a"
    assert not torch.equal(before[name], after[name])
    model = find_model(result["path"])
    assert knows_its_training(model)
    assert not knows_its_training(find_model(str(tiny_crossearth)))
    backend = load_backend(model, "cpu", 1)
    (scene,) = request.rasters
    with rasterio.open(scene) as dataset:
        own = dataset.read()[:, :128, :128].astype(np.float32)
    noise = np.random.default_rng(0).integers(0, 255, own.shape).astype(np.float32)
    mean, std = (np.array(values, np.float32)[:, None, None] for values in (MEAN, STDDEV))
    batch = (np.stack([own, noise]) - mean) / std
    told = backend.run(batch, with_unfamiliarity=True)
    assert told.shape == (2, 3, 128, 128)
    assert np.array_equal(told[:, :2], backend.run(batch))
    assert np.median(told[0, 2]) < 0.95 < np.median(told[1, 2])
    # What is trained on it learns its own imagery; what is read as a checkpoint keeps what it has.
    kept = load_crossearth(model.weights) if adapter == "rein" else None
    if kept:
        assert kept.unused == ()
        save(kept, model.weights)
        again = load_backend(model, "cpu", 1).run(batch, with_unfamiliarity=True)
        assert np.array_equal(again, told)


@pytest.mark.parametrize(
    ("architecture", "asked", "is_used"),
    [
        ("efficientnet-lite0-fpn", "auto", False),
        ("efficientnet-lite0-fpn", "on", True),
        ("crossearth-tiny-128", "auto", True),
        ("crossearth-tiny-128", "off", False),
    ],
)
def test_style_and_masks_are_for_crossearth_unless_asked_otherwise(
    request_for, architecture, asked, is_used
):
    request = request_for("any", style=asked, masked=asked)
    recipe = recipe_for(build(architecture, 2, 3), request)
    assert (recipe.style is not None, recipe.masked_share > 0) == (is_used, is_used)


def test_compact_network_has_no_adapters(request_for, compact):
    with pytest.raises(InvalidRequest, match="no adapters"):
        adapt_full(request_for(compact, adapter="earth-adapter"), Job(**SILENT), RECIPE)


def test_weights_of_another_network_are_refused(request_for, compact, tmp_path):
    broken = shutil.copytree(compact, tmp_path / "broken")
    item = json.loads((broken / MODEL_FILE).read_text())
    item["properties"]["mlm:architecture"] = "efficientnet-lite2-fpn"
    (broken / MODEL_FILE).write_text(json.dumps(item))
    with pytest.raises(IncompatibleModel):
        adapt_full(request_for(broken), Job(**SILENT), RECIPE)


_WORKER = """
import dataclasses, json, sys
from crossearth_engine.inference.unfamiliar import knows_its_training
from crossearth_engine.job import Job
from crossearth_engine.training.full.adapt import adapt_full
from crossearth_engine.training.full.earth_style import StyleRecipe
from crossearth_engine.training.full.masked_modelling import MaskedImageBranch
from crossearth_engine.training.full.patches import PatchSource
from crossearth_engine.training.full.recipe import FullRecipe
from crossearth_engine.training.full.selection import GateRecipe
from crossearth_engine.training.request import FinetuneRequest
request, recipe = (json.loads(text) for text in sys.argv[1:3])
recipe["gate"] = GateRecipe(every=1, samples=2)
job = Job(lambda *a: None, lambda *a: None)
adapt_full(FinetuneRequest.from_arguments(request), job, FullRecipe(**recipe))
"""


@pytest.mark.slow
@pytest.mark.skipif(not torch.distributed.is_gloo_available(), reason="this torch has no gloo")
@pytest.mark.parametrize("adapter", ["rein", "gate"])
def test_two_processes_share_the_patches_of_a_step(request_for, tiny_crossearth, tmp_path, adapter):
    request = request_for(tiny_crossearth, adapter=adapter)
    recipe = {
        **{name: getattr(RECIPE, name) for name in ("patch_size", "weight_decay")},
        **{
            "steps": 2,
            "batch_size": 1,
            "accumulation": 2,
            "learning_rate": 1e-3,
            "validate_every": 1,
            "style": None,
        },
    }
    script = tmp_path / "worker.py"
    script.write_text(_WORKER)
    command = [sys.executable, str(script), json.dumps(vars(request)), json.dumps(recipe)]
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
    # What torchrun does; its own start, and the torch that it imports, are no concern of ours.
    shared = {
        **os.environ,
        "OMP_NUM_THREADS": "1",
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": port,
        "WORLD_SIZE": "2",
        "LOCAL_WORLD_SIZE": "2",
    }
    processes = [
        subprocess.Popen(command, env={**shared, "RANK": rank, "LOCAL_RANK": rank})
        for rank in ("0", "1")
    ]
    assert [process.wait(timeout=300) for process in processes] == [0, 0]
    origin = json.loads((request.folder / MODEL_FILE).read_text())["properties"]
    assert origin["crossearth:origin"]["processes"] == 2
    choices = origin["crossearth:origin"].get("choices", [])
    assert [choice["step"] for choice in choices] == ([1, 2] if adapter == "gate" else [])
    assert find_model(str(request.folder)).classes
