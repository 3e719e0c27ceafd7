"""A small CrossEarth trained for minutes, to see how many labels survive less precision.

Random weights would not tell: the activations of a trained network have other statistics. It is
trained from nothing, on all its weights and by the plain cross entropy of its scores, which is
enough for a network with opinions but not for a good one.
"""

from __future__ import annotations

import copy
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import rasterio
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.device import usable_cores
from crossearth_engine.models.crossearth import CONFIGS, MEAN, STDDEV, CrossEarth
from crossearth_engine.models.precision import PRECISIONS, prepare_for_cpu

WINDOW = 192
NUM_CLASSES = 5
BATCH = 2


def as_table(folder: Path, minutes: float) -> str:
    """Train on ``images/train`` and compare labels on ``images/val``; return Markdown.

    Args:
        folder: holds ``images/SPLIT/NAME.jpg`` and ``labels/SPLIT/NAME.png`` with class values
            from 1, and 0 for what is not labelled.
        minutes: how long to train.
    """
    torch.manual_seed(0)
    torch.set_num_threads(usable_cores())
    network, steps = train(folder, minutes)
    windows = list(validation_windows(folder))
    expected = torch.cat([labels_of(network, image) for image, _ in windows])
    truth = torch.cat([labels for _, labels in windows])
    lines = [
        "## Labels in less precision",
        "",
        f"CrossEarth-S with windows of {WINDOW} pixels, trained from random weights for {steps} "
        f"steps of {BATCH} windows on {folder.name}, on {len(windows)} windows that it has not "
        "seen. *Same labels* is the share of pixels labelled as in single precision.",
        "",
        "| variant | same labels | right labels |",
        "|---|---|---|",
    ]
    for precision in PRECISIONS:
        reduced = copy.deepcopy(network)
        prepare_for_cpu(reduced, precision)
        found = torch.cat([labels_of(reduced, image) for image, _ in windows])
        same = (found == expected).float().mean().item()
        right = (found == truth)[truth >= 0].float().mean().item()
        lines.append(f"| {precision} | {100 * same:.2f} % | {100 * right:.1f} % |")
    return "\n".join(lines)


def train(folder: Path, minutes: float) -> tuple[CrossEarth, int]:
    """Return a network after so many minutes, and the number of steps that were."""
    network = CrossEarth(replace(CONFIGS["crossearth-s-512"], grid_size=WINDOW // 16), NUM_CLASSES)
    for name, parameter in network.named_parameters():
        if name.endswith("gamma"):
            parameter.data.fill_(0.3)  # the tiny start of DINOv2 needs far more steps
    optimizer = torch.optim.AdamW(network.parameters(), lr=3e-4, weight_decay=0.05)
    pairs = load_pairs(folder, "train")
    random = np.random.default_rng(0)
    start, steps, average = time.monotonic(), 0, 0.0
    network.train()
    while (elapsed := (time.monotonic() - start) / 60) < minutes:
        for group in optimizer.param_groups:
            group["lr"] = 3e-4 * min(1, (steps + 1) / 20) * max(1 - elapsed / minutes, 0.05)
        images, labels = random_batch(pairs, random)
        scores = network(images)
        likelihood = scores / scores.sum(1, keepdim=True).clamp_min(1e-6)
        loss = F.nll_loss(likelihood.clamp_min(1e-6).log(), labels, ignore_index=-1)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        steps += 1
        average = loss.item() if steps == 1 else 0.95 * average + 0.05 * loss.item()
        if steps % 20 == 0:
            print(f"step {steps}, {elapsed:.1f} min, loss {average:.3f}", file=sys.stderr)
    return network.eval(), steps


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
    """Yield the window in the middle of every image."""
    for image, label in load_pairs(folder, "val"):
        row, col = ((length - WINDOW) // 2 for length in image.shape[1:])
        place = (..., slice(row, row + WINDOW), slice(col, col + WINDOW))
        yield image[place][None], label[place][None]


def load_pairs(folder: Path, split: str) -> list[tuple[Tensor, Tensor]]:
    """Return normalised images (3, H, W) and labels (H, W), -1 where there is none."""
    mean, stddev = torch.tensor(MEAN)[:, None, None], torch.tensor(STDDEV)[:, None, None]
    pairs = []
    for path in sorted((folder / "images" / split).glob("*.jpg")):
        with rasterio.open(path) as dataset:
            image = torch.from_numpy(dataset.read()).float()
        with rasterio.open(folder / "labels" / split / f"{path.stem}.png") as dataset:
            label = torch.from_numpy(dataset.read(1).astype(np.int64)) - 1
        # Sites are of very different scale; half size shows more of a place in a small window.
        pairs.append(((image - mean)[:, ::2, ::2] / stddev, label[::2, ::2]))
    return pairs


@torch.inference_mode()
def labels_of(network: CrossEarth, image: Tensor) -> Tensor:
    """Return the label of every pixel, (1, H, W)."""
    return network(image).argmax(1)
