"""What a teacher has to say of some windows of a raster, and what its student sees there.

Teacher and student may see the raster in other bands, values and pixels: what is compared is the
ground. Windows are spread over the raster; some are held out, and nothing is learned from them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.classify import kind_of_scores, probabilities_of
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.windows import Window
from crossearth_engine.training.quick.features import Tile, at_pixels, tiles_over

HELD_OUT_EVERY = 5
"""One window of so many is held out."""

LEAST_PIXELS = 0.1
"""Share of a window that must have data, for it to be worth the teacher's time."""

# Multiples of these two are spread over the unit square, however many are taken (Roberts, 2018: the
# golden ratio's relative in two dimensions).
_PLASTIC = 1.324717957244746
_STEPS = np.array([1 / _PLASTIC, 1 / _PLASTIC**2])
# Places that are drawn for each window there is, so that nearly every one has been; and at most.
_TURNS, _MOST_PLACES = 8, 1_000_000


@dataclass(frozen=True)
class Onlooker:
    """A raster as a model sees it.

    Attributes:
        model: which.
        reader: shows the raster.
    """

    model: ModelInfo
    reader: RasterReader

    def see(self, window: Window) -> tuple[FloatArray, NDArray[np.bool_]]:
        """Return a window as the network takes it (C, S, S), and where it has data (S, S).

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        model = self.model
        pixels, valid, _ = self.reader.read_mirrored(window)
        mean, std = np.array(model.mean, np.float32), np.array(model.std, np.float32)
        return normalize(pixels, valid, mean, std), valid

    @property
    def tiles(self) -> list[Tile]:
        """The windows that a map of the raster takes, by rows, each with the part that counts."""
        grid, model = self.reader.view.grid, self.model
        return tiles_over(grid.width, grid.height, model.window_size, model.overlap)

    def tile_at(self, row: float, col: float) -> Tile:
        """Return a window around a place, with the part of it that counts.

        Args:
            row: of the place, pixels of the grid that is seen.
            col: likewise.
        """
        grid, size, cut = self.reader.view.grid, self.model.window_size, self.model.overlap // 2
        spans = []
        for place, length in ((row, grid.height), (col, grid.width)):
            start = min(max(round(place - size / 2), 0), max(length - size, 0))
            first = start + cut if start > 0 else 0
            end = start + size - cut if start + size < length else length
            spans.append((start, first, end))
        (top, first_row, end_row), (left, first_col, end_col) = spans
        middle = Window(first_col, first_row, end_col - first_col, end_row - first_row)
        return Tile(Window(left, top, size, size), middle)


@dataclass(frozen=True)
class Lesson:
    """What a teacher says of a window.

    Attributes:
        window: the student's.
        rows, cols: (N,) of pixels in it.
        probabilities: (N, K) of the teacher's classes there.
        is_held_out: whether nothing may be learned from it.
    """

    window: Window
    rows: NDArray[np.intp]
    cols: NDArray[np.intp]
    probabilities: FloatArray
    is_held_out: bool

    @property
    def labels(self) -> NDArray[np.intp]:
        """The classes (N,) that the teacher gives the pixels."""
        labels: NDArray[np.intp] = self.probabilities.argmax(axis=1)
        return labels


class School:
    """A teacher, its student, and the raster between them.

    Args:
        teacher: what the teacher sees.
        backend: its network.
        student: what the student sees.
        points: pixels of a window that are learned from or judged, of one that is all data.
        seed: fixes windows and pixels.

    Attributes:
        seconds: how long the teacher took for each window, its reading included.
    """

    def __init__(
        self, teacher: Onlooker, backend: Backend, student: Onlooker, points: int, seed: int
    ) -> None:
        self._teacher = teacher
        self._backend = backend
        self._student = student
        self._points = points
        self._seed = seed
        self.seconds: list[float] = []

    def lessons(self, count: int) -> Iterator[Lesson]:
        """Yield up to so many lessons, any first few of them spread over the raster.

        Fewer where the raster has no more windows, or hardly any data.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
            JobCanceled: if the backend was interrupted.
        """
        given = 0
        for tile in self._places():
            lesson = self._lesson(tile, is_held_out=given % HELD_OUT_EVERY == HELD_OUT_EVERY - 1)
            if lesson is None:
                continue
            yield lesson
            given += 1
            if given == count:
                return

    def _places(self) -> Iterator[Tile]:
        """Yield the windows of the teacher's map in an order in which any first few are spread."""
        tiles = self._teacher.tiles
        columns = len({tile.window.col_off for tile in tiles})
        rows = len(tiles) // columns
        start = np.random.default_rng(self._seed).random(2)
        numbers = np.arange(1, min(_TURNS * len(tiles), _MOST_PLACES))[:, None]
        down, across = ((start + numbers * _STEPS) % 1).T
        indexes = (down * rows).astype(int) * columns + (across * columns).astype(int)
        for index in dict.fromkeys([*indexes.tolist(), *range(len(tiles))]):
            yield tiles[index]

    def _lesson(self, tile: Tile, *, is_held_out: bool) -> Lesson | None:
        """Return what the teacher says of one of its windows; None where there is little data."""
        seen, rows, cols = self._pixels(tile)
        area = seen.middle.width * seen.middle.height
        if len(rows) < LEAST_PIXELS * min(self._points, area):
            return None
        began = time.perf_counter()
        scores, inner = self._scores(tile.window)
        self.seconds.append(time.perf_counter() - began)
        down, across = self._ratios
        rows_there, cols_there = (rows + 0.5) / down - 0.5, (cols + 0.5) / across - 0.5
        counted = tile.middle.intersection(inner)
        is_known = (
            np.zeros(len(rows), bool)
            if counted is None
            else (
                _is_in(rows_there, counted.row_off, counted.height)
                & _is_in(cols_there, counted.col_off, counted.width)
            )
        )
        if not is_known.any():
            return None
        found = at_pixels(
            [scores],
            inner.width,
            rows_there[is_known] - inner.row_off,
            cols_there[is_known] - inner.col_off,
        )
        return Lesson(
            seen.window,
            rows[is_known] - seen.window.row_off,
            cols[is_known] - seen.window.col_off,
            probabilities_of(found.T[:, None], self._teacher.model)[:, 0].T,
            is_held_out,
        )

    def _pixels(self, tile: Tile) -> tuple[Tile, NDArray[np.intp], NDArray[np.intp]]:
        """Return the student's window at a window of the teacher's, and pixels with data in it.

        They are pixels of its grid, spread at random over the part of the window that counts.
        """
        window, (down, across) = tile.window, self._ratios
        seen = self._student.tile_at(
            (window.row_off + window.height / 2) * down,
            (window.col_off + window.width / 2) * across,
        )
        middle = seen.middle
        rng = np.random.default_rng([self._seed, window.row_off, window.col_off])
        is_taken = rng.random((middle.height, middle.width)) < self._points / (
            middle.width * middle.height
        )
        _, has_data = self._student.see(seen.window)
        rows, cols = np.nonzero(is_taken & has_data[middle.slices(seen.window)])
        return seen, rows + middle.row_off, cols + middle.col_off

    @property
    def _ratios(self) -> tuple[float, float]:
        """How many pixels of the student's one of the teacher's has, down and across."""
        theirs, ours = (s.reader.view.grid.scale_xy for s in (self._teacher, self._student))
        return theirs[1] / ours[1], theirs[0] / ours[0]

    def _scores(self, window: Window) -> tuple[FloatArray, Window]:
        """Return the teacher's scores (K, h, w) and the part of its window that they are of."""
        image, _ = self._teacher.see(window)
        batch = image[None].repeat(self._backend.fixed_batch or 1, axis=0)
        scores = self._backend.run(batch)[0]
        model = self._teacher.model
        if model.scores == "unknown":
            kind, _ = kind_of_scores(scores[None])
            self._teacher = replace(self._teacher, model=replace(model, scores=kind))
        halo = self._backend.halo(window.width)
        size = window.width - 2 * halo
        return scores, Window(window.col_off + halo, window.row_off + halo, size, size)


def _is_in(places: NDArray[np.floating[Any]], start: int, length: int) -> NDArray[np.bool_]:
    """Return which places along an axis lie in pixels of a window, whose centres are numbers."""
    return (places >= start - 0.5) & (places < start + length - 0.5)
