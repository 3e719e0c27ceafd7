"""Which places of a map to look at next: those of high scores, spread over the area.

A score tells of each pixel how much it should be looked at. It is averaged over blocks, because one
pixel between two things is no place to learn from. Of each cell of the map the best block by each
score is kept, so that memory does not depend on the size of the map; of these the places are taken
one after the other, none near another.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BLOCK = 8
"""Edge of the blocks over which scores are averaged, pixels."""

# Cells for each place that is asked for: enough to choose from.
CELLS_A_PLACE = 64
# Places begin so far apart, in edges of a square that holds the share of one; where there is no
# room, that shrinks step by step.
SPREAD, SHRINKING = 0.7, 0.8
LEVELS = 1000


@dataclass(frozen=True)
class Places:
    """Places, the first of them to be looked at first.

    Attributes:
        columns, rows: (N,) pixels of the map.
        classes: (N,) index of the class that the map has there.
        reasons: (N,) index of the score for which each was taken.
        scores: (N,) that score, averaged over the block, percent.
    """

    columns: NDArray[np.int64]
    rows: NDArray[np.int64]
    classes: NDArray[np.int64]
    reasons: NDArray[np.int64]
    scores: NDArray[np.float64]


class PlaceFinder:
    """Takes a map strip by strip and keeps what may become a place.

    Args:
        width, height: of the map, pixels.
        scores: how many scores there are.
        count: places that are wanted.
    """

    def __init__(self, width: int, height: int, scores: int, count: int) -> None:
        self._count = count
        across, down = -(-width // BLOCK), -(-height // BLOCK)
        # Edge of a cell, blocks.
        self._edge = max(1, int(np.sqrt(across * down / (CELLS_A_PLACE * count))))
        self._cells_across = -(-across // self._edge)
        self._histograms = np.zeros((scores, LEVELS + 1), np.int64)
        empty = np.zeros(0, np.int64)
        # For each score: columns, rows, classes (3, N) and all scores (scores, N) of blocks.
        self._kept = [
            (np.stack([empty] * 3), np.zeros((scores, 0), np.float64)) for _ in range(scores)
        ]
        self.pixels = 0
        """Pixels of the map that have a class and scores, so far."""

    def add(self, top: int, classes: NDArray[np.int32], scores: NDArray[np.uint8]) -> None:
        """Take a strip of whole rows.

        Args:
            top: its first row, a multiple of `BLOCK`.
            classes: (H, W) index of each pixel's class; -1 where there is none.
            scores: (scores, H, W) percent; above 100 where it is not known.
        """
        is_known = (classes >= 0) & (scores <= 100).all(axis=0)
        self.pixels += int(is_known.sum())
        height, width = classes.shape
        rows, columns = (
            np.minimum(np.arange(0, length, BLOCK) + BLOCK // 2, length - 1)
            for length in (height, width)
        )
        pixels = _block_sums(is_known.astype(np.int64))
        # A block at the edge of the data speaks of little, and its middle may have none.
        middle = is_known[np.ix_(rows, columns)]
        is_place = middle & (2 * pixels >= _block_sums(np.ones_like(classes, np.int64)))
        if not is_place.any():
            return
        means = (
            np.stack([_block_sums(np.where(is_known, score, 0))[is_place] for score in scores])
            / pixels[is_place]
        )
        for histogram, mean in zip(self._histograms, means, strict=True):
            histogram += np.bincount(_level(mean), minlength=LEVELS + 1)
        at = np.nonzero(is_place)
        places = np.stack(
            [columns[at[1]], rows[at[0]] + top, classes[rows[at[0]], columns[at[1]]]]
        ).astype(np.int64)
        for index, (kept, kept_means) in enumerate(self._kept):
            self._kept[index] = self._best(
                index,
                np.concatenate([kept, places], axis=1),
                np.concatenate([kept_means, means], axis=1),
            )

    def _best(
        self, score: int, places: NDArray[np.int64], means: NDArray[np.float64]
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the best block of each cell, by a score."""
        column, row, _ = places
        cell = row // BLOCK // self._edge * self._cells_across + column // BLOCK // self._edge
        order = np.lexsort((-means[score], cell))
        cell = cell[order]
        is_first = np.ones(len(order), bool)
        is_first[1:] = cell[1:] != cell[:-1]
        chosen = order[is_first]
        return places[:, chosen], means[:, chosen]

    def places(
        self, pixel: tuple[float, float] = (1.0, 1.0), distance: float | None = None
    ) -> Places:
        """Return the places; fewer than are wanted where there is no room for more.

        Args:
            pixel: what a pixel measures along a row and along a column, in any unit.
            distance: least one between two of them in that unit; None: as far as there is room.
        """
        found = np.concatenate([places for places, _ in self._kept], axis=1)
        means = np.concatenate([values for _, values in self._kept], axis=1)
        # Scores that mean different things are compared by how much of the map has less of each.
        ranks = np.stack(
            [
                (np.cumsum(histogram) - histogram / 2)[_level(mean)] / max(histogram.sum(), 1)
                for histogram, mean in zip(self._histograms, means, strict=True)
            ]
        )
        reasons = ranks.argmax(axis=0)
        xy = found[:2] * np.array(pixel)[:, None]
        room = float(np.sqrt(self.pixels * np.prod(pixel) / self._count))
        chosen = _spread(ranks.max(axis=0), xy, self._count, room, distance)
        columns, rows, classes = found[:, chosen]
        return Places(columns, rows, classes, reasons[chosen], means[reasons[chosen], chosen])


def _spread(
    ranks: NDArray[np.float64],
    xy: NDArray[np.float64],
    count: int,
    room: float,
    distance: float | None,
) -> list[int]:
    """Return which blocks become places: the best first, and none near another."""
    apart = SPREAD * room if distance is None else distance
    nearest = np.full(len(ranks), np.inf)
    chosen: list[int] = []
    while len(chosen) < count:
        is_free = nearest >= apart
        if not is_free.any():
            if distance is not None or not (nearest > 0).any():
                break
            apart *= SHRINKING
            continue
        best = int(np.where(is_free, ranks, -np.inf).argmax())
        chosen.append(best)
        nearest = np.minimum(nearest, np.hypot(*(xy - xy[:, best, None])))
    return chosen


def _block_sums(values: NDArray[np.int64] | NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return the sums (h, w) of values (H, W) over blocks; those at the edges may be smaller."""
    rows = np.add.reduceat(values, np.arange(0, values.shape[0], BLOCK), axis=0, dtype=np.int64)
    sums: NDArray[np.int64] = np.add.reduceat(rows, np.arange(0, values.shape[1], BLOCK), axis=1)
    return sums


def _level(means: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return at which level of a histogram percents are."""
    return np.rint(means * (LEVELS / 100)).astype(np.int64)
