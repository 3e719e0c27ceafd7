"""Pixels from all over a raster, with what a network sees of them: what groups are found in.

However large the raster, so many windows are looked at and so many pixels kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import NoValidPixels
from crossearth_engine.inference.plan import RunPlan
from crossearth_engine.job import Job
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from crossearth_engine.training.groups.kept_maps import KeptMaps
from crossearth_engine.training.quick.features import MAX_CACHE_BYTES, at_pixels

MOST_WINDOWS, MOST_PIXELS = 64, 40_000
# Of all their features: encoders have thousands.
MOST_NUMBERS = 20_000_000
# What the windows of one raster may take of the cache, which is there for others, too.
MOST_KEPT_BYTES = MAX_CACHE_BYTES // 2


@dataclass(frozen=True)
class Sample:
    """Pixels.

    Attributes:
        features: (N, F) float32.
        bands: (N, C) float32, as the network is given them.
    """

    features: FloatArray
    bands: FloatArray


def take_sample(plan: RunPlan, source: RasterSource, kept: KeptMaps, seed: int, job: Job) -> Sample:
    """Return pixels of what is asked for, each as likely as any other of the windows looked at.

    Args:
        plan: of the map.
        source: the raster.
        kept: what the network sees; is told whether to keep the windows of the map, too.
        seed: fixes which pixels are taken.
        job: is told of each window; may be canceled.

    Raises:
        NoValidPixels: if there is none.
        UnreadableRaster: if blocks are missing or damaged.
    """
    features = sum(item.channels for item in kept.maps)
    most = min(MOST_PIXELS, MOST_NUMBERS // features)
    windows = min(len(plan.windows), MOST_WINDOWS)
    # Where a few windows hold nearly all that is wanted, fewer pixels say enough.
    most_of_one = min(most, 4 * most // windows)
    keys, rows = np.empty(0), [np.empty((0, features + len(plan.model.bands)), np.float32)]
    for done, (window, image, wanted) in enumerate(_windows_with_data(plan, source, job), 1):
        maps = kept.of(image)
        if done == 1:
            size = sum(item.nbytes for item in maps)
            kept.keeps = size * len(plan.windows) <= MOST_KEPT_BYTES
        places = np.flatnonzero(wanted)
        # The same pixels whatever order windows come in: those of the lowest numbers.
        rng = np.random.default_rng([seed, window.row_off, window.col_off])
        own = rng.random(len(places))
        limit = np.partition(keys, most - 1)[most - 1] if len(keys) >= most else 1.0
        if len(own) > most_of_one:
            limit = min(limit, np.partition(own, most_of_one)[most_of_one])
        is_taken = own < limit
        places, own = places[is_taken], own[is_taken]
        row, col = np.divmod(places, wanted.shape[1])
        seen = at_pixels(maps, window.width, row, col)
        rows.append(np.concatenate([seen, image[:, row, col].T], axis=1))
        keys = np.concatenate([keys, own])
        if len(keys) > 2 * most:
            keys, rows = _lowest(keys, rows, most)
        job.progress(done, windows)
        if done == windows:
            break
    if not len(keys):
        raise NoValidPixels(path=plan.request.input)
    keys, (table,) = _lowest(keys, rows, most)
    return Sample(table[:, :features], table[:, features:])


def _lowest(
    keys: NDArray[np.float64], rows: list[FloatArray], most: int
) -> tuple[NDArray[np.float64], list[FloatArray]]:
    """Return the lowest of the numbers, at most so many, in order, and the rows that have them."""
    order = np.argsort(keys, kind="stable")[:most]
    return keys[order], [np.concatenate(rows)[order]]


def _windows_with_data(
    plan: RunPlan, source: RasterSource, job: Job
) -> Iterator[tuple[Window, FloatArray, NDArray[np.bool_]]]:
    """Yield windows of a run all over the raster, as the network is given them.

    And which of their pixels (S, S) are wanted and not next to an edge, where the map is told more
    by the next window.
    """
    reader, model, grid = RasterReader(source, plan.view), plan.model, plan.view.grid
    mean, std = np.array(model.mean, np.float32), np.array(model.std, np.float32)
    windows = list(plan.windows)
    margin = plan.overlap // 2
    # Any order that is the same every time: another seed finds what is kept.
    for place in np.random.default_rng(0).permutation(len(windows)):
        job.check()
        window = windows[place]
        pixels, valid, wanted = reader.read_mirrored(window)
        if not wanted.any():
            continue
        middle = _middle(window, margin, grid.width, grid.height).slices(window)
        inner = np.zeros_like(wanted)
        inner[middle] = wanted[middle]
        yield window, normalize(pixels, valid, mean, std), inner


def _middle(window: Window, margin: int, width: int, height: int) -> Window:
    """Return the part of a window that no other one tells more of, within the raster."""
    left = window.col_off + margin * (window.col_off > 0)
    top = window.row_off + margin * (window.row_off > 0)
    right, bottom = window.col_off + window.width, window.row_off + window.height
    right = min(right - margin * (right < width), width)
    bottom = min(bottom - margin * (bottom < height), height)
    left, top = max(left, 0), max(top, 0)
    return Window(left, top, right - left, bottom - top)
