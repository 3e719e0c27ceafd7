"""How often the paired test of two maps errs, and how often its interval holds the truth.

Samples are drawn of made places, in which it is known how often one of two maps alone is right, and
what `crossearth evaluate --against` says of each is compared with the truth. Prints a table.

    python benchmarks/paired.py [--samples 2000] [--draws 1000] [--seed 7]
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.paired import PairedPoints, paired_difference

SIGNIFICANT = 0.05


@dataclass(frozen=True)
class Place:
    """A place of which two maps were made.

    Attributes:
        name: of it.
        strata: what each takes of the place, its points, and the shares of it where the first map
            alone is right, and where the second one is.
    """

    name: str
    strata: tuple[tuple[float, int, float, float], ...]

    @property
    def difference(self) -> float:
        """By how much the first map is better, in truth."""
        return sum(weight * (first - second) for weight, _, first, second in self.strata)


PLACES = (
    Place(
        "equal in each stratum",
        ((0.7, 120, 0.05, 0.05), (0.25, 60, 0.1, 0.1), (0.05, 50, 0.2, 0.2)),
    ),
    Place(
        "better here, worse there, equal in all",
        ((0.7, 120, 0.04, 0.08), (0.25, 60, 0.212, 0.1), (0.05, 50, 0.2, 0.2)),
    ),
    Place("equal, one stratum, 300 points", ((1.0, 300, 0.06, 0.06),)),
    Place("equal, hardly differing, 100 points", ((1.0, 100, 0.02, 0.02),)),
    Place(
        "better by 6.7 percentage points",
        ((0.7, 120, 0.10, 0.04), (0.25, 60, 0.2, 0.1), (0.05, 50, 0.2, 0.2)),
    ),
    Place("better by 5 percentage points, 500 points", ((1.0, 500, 0.1, 0.05),)),
)


def computed(place: Place) -> float | None:
    """Return in which share of all samples one map is called better; None of several strata.

    By the binomial distributions alone, and none of the code that is measured: of the points at
    which one map alone is right, so many are the first map's, and McNemar's exact test rejects.
    """
    if len(place.strata) > 1:
        return None
    ((_, points, first, second),) = place.strata
    apart = first + second
    total = 0.0
    for count in range(points + 1):
        of_count = comb(points, count) * apart**count * (1 - apart) ** (points - count)
        # Both tails together: so many or fewer of either map.
        tail = np.cumsum([comb(count, k) / 2**count for k in range(count // 2 + 1)])
        called = [k for k in range(count + 1) if 2 * tail[min(k, count - k)] < SIGNIFICANT]
        share = first / apart
        total += of_count * sum(
            comb(count, k) * share**k * (1 - share) ** (count - k) for k in called
        )
    return total


@dataclass(frozen=True)
class Found:
    """Shares of the samples.

    Attributes:
        told: in which one map was called better.
        wrong: in which it was the worse one, or none is.
        held: in which the interval holds the true difference.
        width: of the intervals, the median.
    """

    told: float
    wrong: float
    held: float
    width: float


def measure(place: Place, samples: int, draws: int, seed: int) -> Found:
    """Draw so many samples and count."""
    rng = np.random.default_rng(seed)
    weights, totals, first, second = (
        np.array(column) for column in zip(*place.strata, strict=True)
    )
    kinds: NDArray[np.float64] = np.stack([first, second, 1 - first - second], axis=1)
    truth, near = place.difference, 1e-12
    told, wrong, held, width = (np.zeros(samples) for _ in range(4))
    for i in range(samples):
        only_first, only_second, rest = rng.multinomial(totals, kinds).T
        points = PairedPoints(rest, only_first, only_second, np.zeros_like(rest), weights)
        found = paired_difference(points, draws)
        told[i] = found.p_value < SIGNIFICANT
        wrong[i] = told[i] and not found.difference * truth > near
        held[i] = found.interval[0] - near <= truth <= found.interval[1] + near
        width[i] = found.interval[1] - found.interval[0]
    return Found(told.mean(), wrong.mean(), held.mean(), float(np.median(width)))


def main() -> None:
    """Measure all places and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--samples", type=int, default=2000)
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    print(
        "| place | one map is called better | as computed | wrongly | the interval holds "
        "| its length |"
    )
    print("| --- " * 6 + "|")
    for place in PLACES:
        found = measure(place, arguments.samples, arguments.draws, arguments.seed)
        expected = computed(place)
        told = "" if expected is None else f"{expected:.1%}"
        print(
            f"| {place.name} | {found.told:.1%} | {told} | {found.wrong:.1%} | {found.held:.1%} | "
            f"{100 * found.width:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
