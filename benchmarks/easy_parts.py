"""Whether a cheap look tells where the full one can be saved.

Labelled images are mapped twice: as they are, and at half the size, which costs a quarter. Pieces
of the cheap map are then replaced by those of the full one, the most unsure first, as long as that
changes the mean IoU by more than half a point. The time is that of the cheap look and of the
windows behind the replaced pieces.

    python benchmarks/easy_parts.py FOLDER [--model ID] [--window 512] [--overlap 128]

FOLDER holds ``images/val`` and ``labels/val`` with files of the same names, and ``classes.json``;
label 0 is left out, the others are the model's classes in order.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray

from crossearth_engine.accuracy.figures import confusion_matrix, mean_iou
from crossearth_engine.inference.averaging import resize
from crossearth_engine.inference.classify import choose_channels, confidence_of
from crossearth_engine.inference.join import join_weights
from crossearth_engine.inference.load import load_backend
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.raster.windows import Window, WindowGrid
from crossearth_engine.shared.model_places import DEFAULT_ID

Scores = NDArray[np.float32]
SURE = 0.8


def main() -> None:
    """Map the images in both ways and print what replacing pieces gives and costs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default=DEFAULT_ID)
    parser.add_argument("--window", type=int, default=512)
    parser.add_argument("--overlap", type=int, default=128)
    arguments = parser.parse_args()
    model = find_model(arguments.model)
    backend = load_backend(model, "cpu", None)
    mean, std = (np.array(values, np.float32) for values in (model.mean, model.std))
    sizes = (arguments.window, arguments.overlap)

    # Of each piece: how unsure the cheap look is, its confusion after either look.
    unsure: list[float] = []
    cheap_counts: list[NDArray[np.int64]] = []
    full_counts: list[NDArray[np.int64]] = []
    for path in sorted((arguments.folder / "images" / "val").glob("*.jpg")):
        with rasterio.open(path) as dataset:
            pixels = dataset.read()
        with rasterio.open(arguments.folder / "labels" / "val" / f"{path.stem}.png") as dataset:
            labels = dataset.read(1).astype(np.int64) - 1
        _, height, width = pixels.shape
        x = normalize(pixels, np.ones((height, width), bool), mean, std)
        full = scores_of(backend.run, x, *sizes)
        half = x[:, : height // 2 * 2, : width // 2 * 2]
        half = half.reshape(3, height // 2, 2, width // 2, 2).mean(axis=(2, 4))
        cheap = enlarged(scores_of(backend.run, half, *sizes), height, width)
        confidence = confidence_of(cheap, model)
        grid = grid_over(width, height, *sizes)
        for index in range(len(grid)):
            piece = grid.piece(*divmod(index, len(grid.cols)))
            place = np.s_[
                piece.row_off : min(piece.row_off + piece.height, height),
                piece.col_off : min(piece.col_off + piece.width, width),
            ]
            unsure.append(float((confidence[place] < SURE).mean()))
            for counts, scores in ((cheap_counts, cheap), (full_counts, full)):
                chosen = choose_channels(scores[:, place[0], place[1]], model)
                counts.append(confusion_matrix(labels[place], chosen, len(model.classes), -1))

    order = np.argsort(unsure)[::-1]
    print(f"{model.id}, windows of {sizes[0]} with overlap {sizes[1]}, {len(order)} pieces")
    print("| pieces looked at in full | mean IoU | times as fast |")
    print("|---|---|---|")
    for share in (0, 0.1, 0.25, 0.5, 0.75, 1):
        taken = set(order[: round(share * len(order))].tolist())
        counts = [full_counts[i] if i in taken else cheap_counts[i] for i in range(len(order))]
        speed = 1 / (0.25 + share) if share < 1 else 1
        print(f"| {share:.0%} | {100 * mean_iou(np.sum(counts, axis=0)):.1f} | {speed:.2f} |")


def grid_over(width: int, height: int, window: int, overlap: int) -> WindowGrid:
    """Return the windows of an image."""
    return WindowGrid.over(width, height, window, window - overlap, Window(0, 0, width, height))


def scores_of(run: Callable[[Scores], Scores], x: Scores, window: int, overlap: int) -> Scores:
    """Return scores (K, H, W) of an image (C, H, W), joined from windows."""
    _, height, width = x.shape
    missing = (max(window - height, 0), max(window - width, 0))
    x = np.pad(x, ((0, 0), (0, missing[0]), (0, missing[1])), mode="symmetric")
    weights = join_weights(window, overlap, "taper")
    sums, total = np.zeros((), np.float32), np.zeros(x.shape[1:], np.float32)
    for place in grid_over(width, height, window, overlap):
        rows = slice(place.row_off, place.row_off + window)
        cols = slice(place.col_off, place.col_off + window)
        scores = run(np.ascontiguousarray(x[None, :, rows, cols]))[0]
        if not sums.ndim:
            sums = np.zeros((len(scores), *x.shape[1:]), np.float32)
        sums[:, rows, cols] += scores * weights
        total[rows, cols] += weights
    return (sums / total)[:, :height, :width]


def enlarged(scores: Scores, height: int, width: int) -> Scores:
    """Return scores (K, h, w) at twice the size, or a pixel more, (K, H, W)."""
    edge = max(scores.shape[1:])
    square = ((0, 0), (0, edge - scores.shape[1]), (0, edge - scores.shape[2]))
    doubled = resize(np.pad(scores, square, mode="edge")[None], 2 * edge)[0]
    doubled = doubled[:, : 2 * scores.shape[1], : 2 * scores.shape[2]]
    rest = ((0, 0), (0, height - doubled.shape[1]), (0, width - doubled.shape[2]))
    return np.pad(doubled, rest, mode="edge")


if __name__ == "__main__":
    main()
