"""Whether one map is better than another, by the same points: an exact paired test. Numbers only.

Points at which both maps are right, or both are wrong, tell nothing. Of the others, were both maps
equally good, either could as well be the one that is right: the test of McNemar (1947), "Note on
the sampling error of the difference between correlated proportions or percentages", Psychometrika
12, 153-157, with binomial probabilities instead of their approximation; Foody (2004), "Thematic map
comparison: evaluating the statistical significance of differences in classification accuracy",
Photogrammetric Engineering and Remote Sensing 70, 627-633, says why maps ask for a paired test.

Within strata each point stands for what its stratum takes of the place, and so the same is done
with the weighted difference: the maps are exchanged at each of these points or not, as a coin says,
and all that can come of that is counted. It is the permutation test of matched pairs (Fisher 1935,
"The design of experiments", section 21; Pitman 1937, "Significance tests which may be applied to
samples from any populations", Journal of the Royal Statistical Society, Supplement 4, 119-130) with
the points as pairs, and McNemar's where there is one stratum. It rejects too rarely, not too often,
where one map is better in some strata and the other elsewhere, and both equally good in all: the
exchanged differences then vary more than those of samples do.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.intervals import DRAWS, difference_interval

# Weights of strata are rounded to as many parts of the largest difference that there can be.
_PARTS = 1 << 16


@dataclass(frozen=True)
class PairedPoints:
    """How often two maps are right at the same points, (H,) each, by stratum.

    Attributes:
        both: points at which both are.
        first: at which the first map alone is.
        second: at which the second one alone is.
        neither: at which none is.
        weights: what the strata take of the place; their sum is 1. None lacks a point.
    """

    both: NDArray[np.int64]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    neither: NDArray[np.int64]
    weights: NDArray[np.float64]

    @property
    def totals(self) -> NDArray[np.int64]:
        """Points of each stratum, (H,)."""
        return self.both + self.first + self.second + self.neither


@dataclass(frozen=True)
class PairedDifference:
    """What the points tell.

    Attributes:
        accuracies: overall accuracy of the first and of the second map.
        difference: the first less the second.
        interval: lower and upper end of its 95 % interval.
        p_value: how likely a difference as large is if both are equally good.
    """

    accuracies: tuple[float, float]
    difference: float
    interval: tuple[float, float]
    p_value: float


def paired_difference(points: PairedPoints, draws: int = DRAWS) -> PairedDifference:
    """Return which of two maps is better, by how much, and how sure that is.

    Args:
        points: at which both have a class.
        draws: that the interval is made of.
    """
    totals = points.totals.astype(np.float64)
    shares = points.weights / totals
    gains, losses = points.first.astype(np.float64), points.second.astype(np.float64)
    low, high = difference_interval(gains, losses, totals, points.weights, draws)
    return PairedDifference(
        (
            float(shares @ (points.both + points.first)),
            float(shares @ (points.both + points.second)),
        ),
        float(shares @ (gains - losses)),
        (float(low), float(high)),
        exact_p_value(points.first, points.second, shares),
    )


def exact_p_value(
    first: NDArray[np.int64], second: NDArray[np.int64], shares: NDArray[np.float64]
) -> float:
    """Return how likely a difference as large, or larger, is if both maps are equally good.

    Args:
        first: (H,) points at which the first map alone is right, by stratum.
        second: (H,) points at which the second one alone is.
        shares: (H,) what a point of the stratum stands for.
    """
    apart = first + second
    if not apart.any():
        return 1.0
    # Whole numbers of steps, so that differences are equal or not, and never nearly so. The test is
    # an exact one for whatever weights the points have; with one stratum it is McNemar's.
    is_told = apart > 0
    apart, balance, own = apart[is_told], (first - second)[is_told], shares[is_told]
    largest = float(own @ apart)
    steps = np.ones(len(own), np.int64)
    if np.ptp(own) > 0:
        steps = np.maximum(np.rint(own * _PARTS / largest).astype(np.int64), 1)
    reach = int(steps @ apart)
    # Probability of each difference, from -reach to reach.
    chances = np.zeros(2 * reach + 1)
    chances[reach] = 1.0
    for count, step in zip(apart.tolist(), steps.tolist(), strict=True):
        for _ in range(count):
            half = 0.5 * chances
            chances = np.zeros_like(half)
            chances[step:] += half[:-step]
            chances[:-step] += half[step:]
    found = abs(int(steps @ balance))
    differences = np.abs(np.arange(-reach, reach + 1))
    return min(float(chances[differences >= found].sum()), 1.0)
