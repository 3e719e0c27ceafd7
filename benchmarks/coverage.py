"""How often the intervals of a stratified sample hold the truth, beside the paper's.

Samples are drawn of made maps whose truth is known, as `crossearth sample` allocates them, and what
`crossearth evaluate` says of each is compared with the truth: areas, user's and producer's
accuracies of all classes. Prints a table.

    python benchmarks/coverage.py [--samples 3000] [--points 200 500 1000] [--draws 1000] [--seed 1]
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.area_estimates import allocate_points, estimate_areas

Floats = NDArray[np.float64]

PIXELS = 10**7
COVERS = 0.94
"""The paper's interval covers, where it holds so often."""
KINDS = ("area", "user's", "producer's")


@dataclass(frozen=True)
class MadeMap:
    """A map whose truth is known.

    Attributes:
        name: of it.
        sizes: (K,) share of the map by class.
        truth: (K, K) what is there where the map has a class (rows), shares.
    """

    name: str
    sizes: Floats
    truth: Floats

    def figures(self) -> Floats:
        """Return areas, user's and producer's accuracies, (3, K)."""
        cells = self.sizes[:, None] * self.truth
        hits = np.diagonal(cells)
        return np.stack([cells.sum(axis=0), hits / self.sizes, hits / cells.sum(axis=0)])


@dataclass(frozen=True)
class Coverage:
    """How often intervals hold the truth and how wide they are, each (3, K): by kind and class."""

    held: Floats
    width: Floats
    held_by_papers: Floats
    width_of_papers: Floats

    def widening(self) -> tuple[float, float, float]:
        """Return the widest of our widths in the paper's: where it covers; elsewhere; 3-fold."""
        with np.errstate(divide="ignore"):
            times = self.width / self.width_of_papers
        covers = self.held_by_papers >= COVERS
        return (
            float(np.max(times[covers], initial=0)),
            float(np.median(times[~covers])) if not covers.all() else 0.0,
            float((times[~covers] <= 3).mean()) if not covers.all() else 1.0,
        )


def made_map(name: str, sizes: Sequence[float], truth: Sequence[Sequence[float]]) -> MadeMap:
    """Return a map; rows of counts become shares."""
    rows = np.array(truth, np.float64)
    return MadeMap(name, np.array(sizes), rows / rows.sum(axis=1, keepdims=True))


MAPS = (
    made_map(
        "two rare classes, 2 and 5 %",
        (0.02, 0.05, 0.33, 0.60),
        (
            (0.80, 0.05, 0.05, 0.10),
            (0.03, 0.85, 0.06, 0.06),
            (0.004, 0.006, 0.93, 0.06),
            (0.003, 0.004, 0.028, 0.965),
        ),
    ),
    made_map(  # Olofsson et al. (2014), table 8
        "example of the paper, 2 and 1.5 %",
        (0.02, 0.015, 0.32, 0.645),
        ((66, 0, 5, 4), (0, 55, 8, 12), (1, 0, 153, 11), (2, 1, 9, 313)),
    ),
    made_map(
        "six classes, 0.4, 0.8 and 2 %",
        (0.004, 0.008, 0.02, 0.068, 0.3, 0.6),
        (
            (0.70, 0.00, 0.10, 0.05, 0.05, 0.10),
            (0.02, 0.75, 0.03, 0.10, 0.05, 0.05),
            (0.01, 0.01, 0.85, 0.03, 0.05, 0.05),
            (0.00, 0.01, 0.02, 0.87, 0.05, 0.05),
            (0.001, 0.001, 0.003, 0.015, 0.94, 0.04),
            (0.001, 0.002, 0.004, 0.008, 0.025, 0.96),
        ),
    ),
    made_map(
        "nearly without errors, 1 and 4 %",
        (0.01, 0.04, 0.25, 0.70),
        (
            (0.98, 0.00, 0.00, 0.02),
            (0.00, 0.97, 0.01, 0.02),
            (0.000, 0.002, 0.988, 0.010),
            (0.0005, 0.0005, 0.009, 0.99),
        ),
    ),
)


def measure(made: MadeMap, points: int, samples: int, draws: int, seed: int) -> Coverage:
    """Draw so many samples of so many points, and count how often the intervals hold."""
    rng = np.random.default_rng(seed)
    allocated = allocate_points(np.rint(made.sizes * PIXELS).astype(np.int64), points)
    truth = made.figures()
    shape = (samples, *truth.shape)
    held, width, by_papers, of_papers = (np.zeros(shape) for _ in range(4))
    for i in range(samples):
        counts = rng.multinomial(allocated, made.truth)
        found = estimate_areas(counts, made.sizes, draws)
        ends = np.stack([found.area_interval, found.users_interval, found.producers_interval])
        values = np.stack([found.area, found.users_accuracy, found.producers_accuracy])
        # What the formula calls nothing.
        margins = np.nan_to_num(
            np.stack([found.area_margin, found.users_margin, found.producers_margin])
        )
        near = 1e-12
        held[i] = (ends[..., 0] <= truth + near) & (truth - near <= ends[..., 1])
        width[i] = np.ptp(ends, axis=-1)
        by_papers[i] = np.abs(values - truth) <= margins + near
        of_papers[i] = 2 * margins
    return Coverage(
        held.mean(axis=0),
        np.nanmedian(width, axis=0),
        by_papers.mean(axis=0),
        np.median(of_papers, axis=0),
    )


def main() -> None:
    """Measure all maps and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--samples", type=int, default=3000)
    parser.add_argument("--points", type=int, nargs="+", default=[200, 500, 1000])
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    heads = [f"{kind}: held, worst (paper's)" for kind in KINDS]
    print(f"| map | points | {' | '.join(heads)} | width where paper's covers | elsewhere |")
    print("| --- " * 7 + "|")
    for made in MAPS:
        for points in arguments.points:
            found = measure(made, points, arguments.samples, arguments.draws, arguments.seed)
            cells = [
                f"{ours.mean():.1%}, {ours.min():.1%} ({papers.mean():.0%}, {papers.min():.0%})"
                for ours, papers in zip(found.held, found.held_by_papers, strict=True)
            ]
            covered, elsewhere, threefold = found.widening()
            wide = f"{covered:.2f}" if covered else "nowhere"
            rest = f"{elsewhere:.2f}, {threefold:.0%} ≤ 3" if elsewhere else "nowhere"
            print(f"| {made.name} | {points} | {' | '.join(cells)} | {wide} | {rest} |", flush=True)


if __name__ == "__main__":
    main()
