"""A small CrossEarth trained for minutes, to see how many labels survive less precision.

Random weights would not tell: the activations of a trained network have other statistics. It is
trained from nothing, on all its weights and in single precision, which is enough for a network with
opinions but not for a good one.
"""

from __future__ import annotations

import copy
import math
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import rasterio
import torch
from torch import Tensor

from crossearth_engine.networks.crossearth import CONFIGS, MEAN, STDDEV, CrossEarth
from crossearth_engine.networks.mask2former import Prediction
from crossearth_engine.networks.precision import available_precisions, prepare_for_cpu
from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX
from crossearth_engine.training.full.losses import segmentation_loss

WINDOW = 128
NUM_CLASSES = 5
BATCH = 4
LEARNING_RATE = 5e-4
WARM_UP_STEPS = 50
MASK_STRIDE = 4
# As deep as size S and half as wide: it has to learn in minutes.
CONFIG = replace(
    CONFIGS["crossearth-s-512"],
    grid_size=WINDOW // 16,
    width=192,
    num_heads=3,
    num_queries=25,
    head_width=128,
    head_num_heads=4,
    encoder_layers=3,
    encoder_hidden=256,
    decoder_layers=3,
    decoder_hidden=256,
)


def as_table(folder: Path, minutes: float, threads: int) -> str:
    """Train on ``images/train`` and compare labels on ``images/val``; return Markdown.

    Args:
        folder: holds ``images/SPLIT/NAME.jpg`` and ``labels/SPLIT/NAME.png`` with class values
            from 1, and 0 for what is not labelled.
        minutes: how long to train.
        threads: of PyTorch.
    """
    torch.set_num_threads(threads)
    network, steps = train(folder, minutes)
    windows = list(validation_windows(folder))
    expected = torch.cat([labels_of(network, image) for image, _ in windows])
    truth = torch.cat([labels for _, labels in windows])
    lines = [
        "## Labels in less precision",
        "",
        f"CrossEarth, half as wide as size S, with windows of {WINDOW} pixels, trained from random "
        f"weights for {steps} steps of {BATCH} windows on {folder.name}, on {len(windows)} windows "
        "of sites that it has not seen. *Same labels* is the share of pixels labelled as by the "
        "network as it was trained, before its layers were prepared for inference; *worst window* "
        "is the lowest share in a window.",
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
            f"| {100 * right:.1f} % |"
        )
    return "\n".join(lines)


def train(folder: Path, minutes: float) -> tuple[CrossEarth, int]:
    """Return a network after so many minutes, and the number of steps that were."""
    torch.manual_seed(0)
    network = CrossEarth(CONFIG, NUM_CLASSES)
    for name, parameter in network.named_parameters():
        if name.endswith("gamma"):
            parameter.data.fill_(0.3)  # the tiny start of DINOv2 needs far more steps
    optimizer = torch.optim.AdamW(network.parameters(), LEARNING_RATE, weight_decay=0.05)
    pairs = load_pairs(folder, "train")
    random = np.random.default_rng(0)
    start, steps, average = time.monotonic(), 0, 0.0
    network.train()
    while (elapsed := (time.monotonic() - start) / 60) < minutes:
        rate = LEARNING_RATE * 0.5 * (1 + math.cos(math.pi * elapsed / minutes))
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1, (steps + 1) / WARM_UP_STEPS)
        images, labels = random_batch(pairs, random)
        offset = MASK_STRIDE // 2
        coarse = labels[:, offset::MASK_STRIDE, offset::MASK_STRIDE]
        # Every layer of the decoder is asked, at the size of its masks, as Mask2Former is trained.
        losses = [
            segmentation_loss(log_likelihood(prediction), coarse)
            for prediction in network.predict(images, every_layer=True)
        ]
        optimizer.zero_grad()
        torch.stack(losses).mean().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        steps += 1
        average += (losses[-1].item() - average) * max(1 / steps, 0.02)
        if steps % 20 == 0:
            print(f"step {steps}, {elapsed:.1f} min, loss {average:.3f}", file=sys.stderr)
    return network.eval(), steps


def log_likelihood(prediction: Prediction) -> Tensor:
    """Return the logarithm of the share that each class has of a pixel's scores."""
    classes = prediction.class_logits.softmax(-1)[..., :-1]
    scores = torch.einsum("bqk,bqhw->bkhw", classes, prediction.mask_logits.sigmoid())
    return (scores / scores.sum(1, keepdim=True).clamp_min(1e-6)).clamp_min(1e-6).log()


def random_batch(
    pairs: list[tuple[Tensor, Tensor]], random: np.random.Generator
) -> tuple[Tensor, Tensor]:
    """Return windows at random places, flipped at random."""
    images, labels = [], []
    for index in random.integers(len(pairs), size=BATCH):
        image, label = pairs[index]
        row = random.integers(image.shape[1] - WINDOW + 1)
        col = random.integers(image.shape[2] - WINDOW + 1)
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
