"""A small CrossEarth trained for minutes, to see how many labels survive less precision.

Random weights would not tell: the activations of a trained network have other statistics. It is
trained from nothing, on all its weights, which is enough for a network that tells its classes apart
but not for a good one.
"""

from __future__ import annotations

import contextlib
import copy
import math
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import rasterio
import torch
from torch import Tensor, nn
from torch.nn.functional import pixel_shuffle

from crossearth_engine.networks.crossearth import CONFIGS, MEAN, STDDEV, CrossEarth
from crossearth_engine.networks.dinov2 import PATCH_SIZE
from crossearth_engine.networks.mask2former import Prediction
from crossearth_engine.networks.precision import available_precisions, prepare_for_cpu
from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX
from crossearth_engine.training.full.losses import segmentation_loss

WINDOW = 128
NUM_CLASSES = 5
BATCH = 8
# Places of each class that are kept of an image, to draw windows around.
MOST_PLACES = 2000
LEARNING_RATE = 5e-4
WARM_UP_STEPS = 50
# After so many steps what was trained is kept.
STEPS_KEPT = 25
MASK_STRIDE = 4
# The backbone of size S, and a smaller head: it has to learn in minutes.
CONFIG = replace(
    CONFIGS["crossearth-s-512"],
    grid_size=WINDOW // 16,
    num_queries=25,
    head_width=128,
    head_num_heads=4,
    encoder_layers=3,
    encoder_hidden=256,
    decoder_layers=3,
    decoder_hidden=256,
)


def as_table(folder: Path, steps: int, threads: int, kept: Path | None) -> str:
    """Train on ``images/train`` and compare labels on ``images/val``; return Markdown.

    Args:
        folder: holds ``images/SPLIT/NAME.jpg`` and ``labels/SPLIT/NAME.png`` with class values
            from 1, and 0 for what is not labelled.
        steps: of the training.
        threads: of PyTorch.
        kept: file that what was trained is kept in, to go on from there; None to keep nothing.
    """
    torch.set_num_threads(threads)
    network = train(folder, steps, kept)
    windows = list(validation_windows(folder))
    expected = torch.cat([labels_of(network, image) for image, _ in windows])
    truth = torch.cat([labels for _, labels in windows])
    lines = [
        "## Labels in less precision",
        "",
        f"CrossEarth with the backbone of size S and a smaller head, windows of {WINDOW} pixels, "
        f"trained from random weights for {steps} steps of {BATCH} windows on {folder.name}, on "
        f"{len(windows)} windows of sites that it has not seen. It finds "
        f"{', '.join(recalls(expected, truth))} of the pixels of each class. *Same labels* is the "
        "share of pixels labelled as by the network as it was trained, before its layers were "
        "prepared for inference; *worst window* is the lowest share in a window.",
        "",
        "| variant | same labels | worst window | right labels |",
        "|---|---|---|---|",
    ]
    for precision in available_precisions(network, "cpu"):
        reduced = copy.deepcopy(network)
        prepare_for_cpu(reduced, precision)
        found = torch.cat([labels_of(reduced, image) for image, _ in windows])
        same = (found == expected).float().mean((1, 2))
        right = (found == truth)[truth != IGNORE_INDEX].float().mean().item()
        lines.append(
            f"| {precision} | {100 * same.mean():.2f} % | {100 * same.min():.2f} % "
            f"| {100 * right:.2f} % |"
        )
    return "\n".join(lines)


def recalls(found: Tensor, truth: Tensor) -> list[str]:
    """Return the share of the pixels of each class that are found, for people."""
    shares = [(found == number)[truth == number].float().mean() for number in range(NUM_CLASSES)]
    return [f"{100 * share:.0f} %" for share in shares]


def train(folder: Path, steps: int, kept: Path | None) -> CrossEarth:
    """Return a network after so many steps."""
    torch.manual_seed(0)
    network = CrossEarth(CONFIG, NUM_CLASSES)
    for name, parameter in network.named_parameters():
        if name.endswith("gamma"):
            parameter.data.fill_(0.3)  # the tiny start of DINOv2 needs far more steps
        elif "learnable_tokens" in name:
            parameter.data.mul_(4)  # queries that hardly differ take long to part
    # Beside the head, the backbone is asked itself for the labels: that is a shorter way to learn.
    beside = nn.Conv2d(4 * CONFIG.width, NUM_CLASSES * (PATCH_SIZE // MASK_STRIDE) ** 2, 1)
    maps: list[Tensor] = []
    network.backbone.register_forward_hook(lambda module, inputs, given: maps.extend(given))
    trained = nn.ModuleList([network, beside])
    optimizer = torch.optim.AdamW(
        trained.parameters(), LEARNING_RATE, weight_decay=0.05, fused=True
    )
    done, average = 0, 0.0
    if kept is not None and kept.exists():
        before = torch.load(kept, weights_only=True)
        trained.load_state_dict(before["trained"])
        optimizer.load_state_dict(before["optimizer"])
        done, average = before["steps"], before["loss"]
    # Where the processor has instructions for it, as the product trains; masks stay single.
    is_quick = "bf16" in available_precisions(network, "cpu")
    pairs = load_pairs(folder, "train") if done < steps else []
    places = places_of_classes(pairs)
    network.train()
    for step in range(done, steps):
        rate = LEARNING_RATE * 0.5 * (1 + math.cos(math.pi * step / steps))
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1, (step + 1) / WARM_UP_STEPS)
        images, labels = random_batch(pairs, places, np.random.default_rng([0, step]))
        offset = MASK_STRIDE // 2
        coarse = labels[:, offset::MASK_STRIDE, offset::MASK_STRIDE]
        # Every layer of the decoder is asked, at the size of its masks, as Mask2Former is trained.
        maps.clear()
        with torch.autocast("cpu", torch.bfloat16) if is_quick else contextlib.nullcontext():
            predictions = network.predict(images, every_layer=True)
            told = pixel_shuffle(beside(torch.cat(maps, 1)), PATCH_SIZE // MASK_STRIDE)
        logits = [told.float(), *(log_likelihood(item) for item in predictions)]
        losses = [segmentation_loss(item, coarse) for item in logits]
        optimizer.zero_grad()
        (losses[0] + torch.stack(losses[1:]).mean()).backward()
        nn.utils.clip_grad_norm_(trained.parameters(), 1.0)
        optimizer.step()
        average += (losses[-1].item() - average) * max(1 / (step + 1), 0.02)
        if (step + 1) % 20 == 0:
            print(f"step {step + 1}, loss {average:.3f} {losses[0].item():.3f}", file=sys.stderr)
        if kept is not None and ((step + 1) % STEPS_KEPT == 0 or step + 1 == steps):
            state = {"trained": trained.state_dict(), "optimizer": optimizer.state_dict()}
            unfinished = kept.with_suffix(".part")
            torch.save({**state, "steps": step + 1, "loss": average}, unfinished)
            unfinished.replace(kept)
    return network.eval()


def log_likelihood(prediction: Prediction) -> Tensor:
    """Return the logarithm of the share that each class has of a pixel's scores."""
    classes = prediction.class_logits.softmax(-1)[..., :-1]
    scores = torch.einsum("bqk,bqhw->bkhw", classes, prediction.mask_logits.sigmoid())
    return (scores / scores.sum(1, keepdim=True).clamp_min(1e-6)).clamp_min(1e-6).log()


def places_of_classes(pairs: list[tuple[Tensor, Tensor]]) -> list[np.ndarray]:
    """Return of each class the image, row and column of some of its pixels, (N, 3)."""
    random = np.random.default_rng(0)
    found: list[list[np.ndarray]] = [[] for _ in range(NUM_CLASSES)]
    for index, (_, label) in enumerate(pairs):
        for number, places in enumerate(found):
            rows, cols = np.nonzero(label.numpy() == number)
            some = random.permutation(len(rows))[:MOST_PLACES]
            places.append(np.stack([np.full(len(some), index), rows[some], cols[some]], axis=1))
    return [np.concatenate(places) for places in found]


def random_batch(
    pairs: list[tuple[Tensor, Tensor]], places: list[np.ndarray], random: np.random.Generator
) -> tuple[Tensor, Tensor]:
    """Return windows around places of classes, each as often as any other, flipped at random."""
    images, labels = [], []
    for number in random.integers(NUM_CLASSES, size=BATCH):
        index, *center = places[number][random.integers(len(places[number]))]
        image, label = pairs[index]
        corner = np.array(center) - random.integers(WINDOW, size=2)
        row, col = np.clip(corner, 0, np.array(label.shape) - WINDOW)
        place = (..., slice(row, row + WINDOW), slice(col, col + WINDOW))
        axes = [axis for axis in (-2, -1) if random.random() < 0.5]
        images.append(image[place].flip(axes))
        labels.append(label[place].flip(axes))
    return torch.stack(images), torch.stack(labels)


def validation_windows(folder: Path) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield the windows, side by side, that fit into every image."""
    for image, labels in load_pairs(folder, "val"):
        for row in range(0, image.shape[1] - WINDOW + 1, WINDOW):
            for col in range(0, image.shape[2] - WINDOW + 1, WINDOW):
                place = (..., slice(row, row + WINDOW), slice(col, col + WINDOW))
                yield image[place][None], labels[place][None]


def load_pairs(folder: Path, split: str) -> list[tuple[Tensor, Tensor]]:
    """Return normalised images (3, H, W) and labels (H, W) from 0."""
    mean, stddev = torch.tensor(MEAN)[:, None, None], torch.tensor(STDDEV)[:, None, None]
    pairs = []
    for path in sorted((folder / "images" / split).glob("*.jpg")):
        with rasterio.open(path) as dataset:
            image = torch.from_numpy(dataset.read()).float()
        with rasterio.open(folder / "labels" / split / f"{path.stem}.png") as dataset:
            values = torch.from_numpy(dataset.read(1).astype(np.int64))
        label = torch.where(values > 0, values - 1, IGNORE_INDEX)
        # Sites are of very different scale; half size shows more of a place in a small window.
        pairs.append(((image - mean)[:, ::2, ::2] / stddev, label[::2, ::2]))
    return pairs


@torch.inference_mode()
def labels_of(network: CrossEarth, image: Tensor) -> Tensor:
    """Return the label of every pixel, (1, H, W)."""
    return network(image).argmax(1)
