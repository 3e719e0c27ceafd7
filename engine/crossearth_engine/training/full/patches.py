"""Patches of rasters around labelled pixels, drawn one by one while a network is trained.

Only the windows that are drawn are read; nothing of a raster stays in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Generator, Tensor

from crossearth_engine.errors import NoValidPixels
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX, LabelledPolygons
from crossearth_engine.raster.normalize import normalize, pad_to_window
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.windows import Window
from crossearth_engine.training.folds import TrainingPolygons
from crossearth_engine.training.full.augment import random_orientation, random_square, resample

MARGIN = 16
"""Pixels around what is held out that nothing is learned from meanwhile."""

_ANCHORS_PER_POLYGON = 64
"""In each window: a large polygon is worth more than a small one, but not by its area."""


class PatchSource:
    """Draws patches around pixels of a class drawn evenly among those that have labels.

    Args:
        readers: rasters, at the pixel size to train at.
        polygons: on the same grids.
        held_out: folds of the polygons to leave out, with a margin around them.
        window_size: of the windows in which labels are looked for, pixels.
        seed: decides which pixels of a polygon patches are drawn around.

    Attributes:
        counts: (K,) labelled pixels of each class, held out or not, valid or not.

    Raises:
        NoValidPixels: if no pixel has a label.
    """

    def __init__(
        self,
        readers: Sequence[RasterReader],
        polygons: TrainingPolygons,
        held_out: Sequence[int],
        window_size: int,
        seed: int,
    ) -> None:
        self._readers = readers
        self._polygons = polygons
        self._learned = ~polygons.of_folds(held_out)
        self._near_bits = np.uint8(sum(1 << fold for fold in held_out))
        num_classes = len(polygons.classes)
        self.counts = np.zeros(num_classes, np.int64)
        places: list[list[NDArray[np.int64]]] = [[] for _ in range(num_classes)]
        random = np.random.default_rng(seed)
        for raster, window in labelled_windows(readers, polygons, window_size):
            indexes = polygons.polygon_indexes(raster, window)
            is_learned = self._labels(raster, window) != IGNORE_INDEX
            everything = polygons.labels(raster, window)
            self.counts += np.bincount(
                everything[everything != IGNORE_INDEX], minlength=num_classes
            )
            for index in np.unique(indexes[is_learned]):
                rows, cols = np.nonzero(is_learned & (indexes == index))
                chosen = random.permutation(len(rows))[:_ANCHORS_PER_POLYGON]
                rows, cols = rows[chosen] + window.row_off, cols[chosen] + window.col_off
                anchors = np.column_stack((np.full_like(rows, raster), rows, cols))
                places[polygons.class_indexes[index]].append(anchors)
        self._anchors = [torch.from_numpy(np.concatenate(found)) for found in places if found]
        if not self._anchors:
            raise NoValidPixels(path=readers[0].source.path)

    def draw(
        self, size: int, scale_range: tuple[float, float], generator: Generator
    ) -> tuple[Tensor, Tensor]:
        """Return a patch (C, size, size) float32 and its labels (size, size) int64.

        Pixels are in the model's units, at their mean where there is no data.
        """
        anchors = self._anchors[int(torch.randint(len(self._anchors), (), generator=generator))]
        chosen = int(torch.randint(len(anchors), (), generator=generator))
        raster, row, col = anchors[chosen].tolist()
        reader = self._readers[raster]
        shape = reader.view.grid.height, reader.view.grid.width
        top, left, edge = random_square(shape, (row, col), size, scale_range, generator)
        window = Window(left, top, edge, edge)
        pixels, valid, _ = reader.read_window(window)
        labels = self._labels(raster, window).astype(np.int64)
        labels[~valid] = IGNORE_INDEX
        image = pixels.astype(np.float32)
        if not valid.all():
            means = image[:, valid].mean(axis=1) if valid.any() else np.zeros(len(image))
            image[:, ~valid] = means[:, None]
        patch, classes = resample(torch.from_numpy(image), torch.from_numpy(labels), size)
        return random_orientation(patch, classes, generator)

    def _labels(self, raster: int, window: Window) -> NDArray[np.uint8]:
        """Return the class of each pixel that is learned from, (H, W), or `IGNORE_INDEX`."""
        labels = self._polygons.labels(raster, window, self._learned)
        if self._near_bits:
            near = self._polygons.near_folds(raster, window, MARGIN)
            labels[near & self._near_bits > 0] = IGNORE_INDEX
        return labels


def labelled_windows(
    readers: Sequence[RasterReader], polygons: LabelledPolygons, window_size: int
) -> Iterator[tuple[int, Window]]:
    """Yield the windows that a polygon touches, with the raster they are of, side by side."""
    for raster, reader in enumerate(readers):
        whole = Window(0, 0, reader.view.grid.width, reader.view.grid.height)
        windows = [
            inside
            for row in range(0, whole.height, window_size)
            for col in range(0, whole.width, window_size)
            if (inside := Window(col, row, window_size, window_size).intersection(whole))
        ]
        for window in polygons.windows_of(raster, windows):
            yield raster, window


@dataclass(frozen=True)
class LabelledWindow:
    """A window as the network sees it, for validation.

    Attributes:
        image: (1, C, S, S) float32, normalised.
        labels: (H, W) uint8, at most S x S: the part that lies on the raster.
    """

    image: Tensor
    labels: NDArray[Any]


def validation_windows(
    readers: Sequence[RasterReader],
    polygons: TrainingPolygons,
    folds: Sequence[int],
    model: ModelInfo,
    most: int,
) -> Iterator[LabelledWindow]:
    """Yield windows with labels of ``folds``, at most so many, spread over all of them."""
    counted = polygons.of_folds(folds)
    mean, std = np.array(model.mean, np.float32), np.array(model.std, np.float32)
    found = [
        (raster, window)
        for raster, window in labelled_windows(readers, polygons, model.window_size)
        if (polygons.labels(raster, window, counted) != IGNORE_INDEX).any()
    ]
    step = max(len(found) / most, 1.0)
    for i in range(min(len(found), most)):
        raster, window = found[int(i * step)]
        pixels, valid, _ = readers[raster].read_window(window)
        labels = polygons.labels(raster, window, counted)
        labels[~valid] = IGNORE_INDEX
        image = pad_to_window(normalize(pixels, valid, mean, std), model.window_size)
        yield LabelledWindow(torch.from_numpy(image)[None], labels)
