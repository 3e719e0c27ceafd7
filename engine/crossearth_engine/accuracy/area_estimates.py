"""Areas of classes with honest error bars, from a map and a random sample of points.

Counting pixels of a map gives biased areas: the map errs more in one direction than in the other.
The estimator of Stehman (2014), "Estimating area and map accuracy for stratified random sampling
when the strata are different from the map classes", International Journal of Remote Sensing 35,
4923-4939, corrects for it, whichever map is judged: each point stands for the part of the stratum
that it was drawn from. Where the strata are the classes of that very map, it is the estimator of
Olofsson et al. (2014), "Good practices for estimating area and assessing accuracy of land change",
Remote Sensing of Environment 148, 42-57, which leaves out the correction for finite populations,
as is done here. Numbers only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.intervals import DRAWS, Tallies, share_intervals
from crossearth_engine.shared.options import SAMPLE_POINTS

Z_95 = 1.96
"""Half the width of a 95 % confidence interval, in standard errors; as the paper rounds it."""

ROUNDING = 1e-13
"""A smaller variance is what rounding has left of 0."""

RARE_CLASS_POINTS: int = SAMPLE_POINTS["least"].default
"""Points that a rare class gets at least, as the paper advises (section 5.1.2: 50 to 100)."""


@dataclass(frozen=True)
class AreaEstimates:
    """Estimates with their 95 % confidence intervals, and those that the paper gives.

    Areas are in the units of the strata; accuracies are shares. NaN where a class has no points to
    tell. Intervals, lower and upper end, are those of `intervals`. Margins are half widths of the
    paper's, which are too short for rare classes; NaN where its formula tells nothing, as no point
    of a kind is wrong or a stratum has one point only.

    Attributes:
        shares: (K, K) share of the area by mapped class (rows) and reference class (columns).
        area, area_interval, area_margin: (K,), (K, 2) and (K,) of each reference class.
        users_accuracy, users_interval, users_margin: precision, likewise.
        producers_accuracy, producers_interval, producers_margin: recall, likewise.
        overall_accuracy, overall_interval, overall_margin: of the map.
    """

    shares: NDArray[np.float64]
    area: NDArray[np.float64]
    area_interval: NDArray[np.float64]
    area_margin: NDArray[np.float64]
    users_accuracy: NDArray[np.float64]
    users_interval: NDArray[np.float64]
    users_margin: NDArray[np.float64]
    producers_accuracy: NDArray[np.float64]
    producers_interval: NDArray[np.float64]
    producers_margin: NDArray[np.float64]
    overall_accuracy: float
    overall_interval: NDArray[np.float64]
    overall_margin: float


def estimate_areas(
    counts: NDArray[Any], mapped_area: NDArray[np.float64], draws: int = DRAWS
) -> AreaEstimates:
    """Return areas and accuracies from a sample whose strata are the classes of the map.

    Args:
        counts: (K, K) points by mapped class (rows) and reference class (columns).
        mapped_area: (K,) area that the map gives each class, any unit.
        draws: that intervals are made of.

    Raises:
        ValueError: if a class that the map has lacks a point.
    """
    n = np.asarray(counts, np.int64)
    of_strata = np.zeros((len(n), *n.shape), np.int64)
    strata = np.arange(len(n))
    of_strata[strata, strata] = n
    nothing, own = np.zeros(len(n), np.int64), np.eye(len(n), dtype=bool)
    return estimate_by_strata(of_strata, nothing, mapped_area, own, draws)


def estimate_by_strata(
    counts: NDArray[Any],
    elsewhere: NDArray[Any],
    sizes: NDArray[np.float64],
    occurs: NDArray[np.bool_] | None = None,
    draws: int = DRAWS,
) -> AreaEstimates:
    """Return areas and accuracies of any map from a stratified random sample.

    They hold for the part of the strata where the map has a class.

    Args:
        counts: (H, K, K) points by stratum, mapped class and reference class.
        elsewhere: (H,) points where the map has no class.
        sizes: (H,) area of the strata, any unit.
        occurs: (H, K) which classes the map has in a stratum, where that is known; by default any.
        draws: that intervals are made of.

    Raises:
        ValueError: if a stratum lacks a point.
    """
    n = np.asarray(counts, np.float64)
    totals, size = n.sum(axis=(1, 2)) + elsewhere, np.asarray(sizes, np.float64)
    if ((totals < 1) & (size > 0)).any():
        raise ValueError("every stratum needs a point or more")
    used = (totals >= 1) & (size > 0)
    n, totals, size = n[used], totals[used], size[used]
    occurs = np.ones(n.shape[:2], bool) if occurs is None else occurs[used]
    weights = size / size.sum()
    tallies = _tallies(n, totals, occurs)
    values, margins = _normal_estimates(tallies, totals, weights)
    ends = share_intervals(tallies, totals, weights, draws)
    count = n.shape[1]
    # As `_tallies` has them.
    area, users, producers = (slice(i * count, (i + 1) * count) for i in range(3))
    return AreaEstimates(
        shares=np.tensordot(weights, n / totals[:, None, None], axes=1),
        area=values[area] * size.sum(),
        area_interval=ends[area] * size.sum(),
        area_margin=margins[area] * size.sum(),
        users_accuracy=values[users],
        users_interval=ends[users],
        users_margin=margins[users],
        producers_accuracy=values[producers],
        producers_interval=ends[producers],
        producers_margin=margins[producers],
        overall_accuracy=float(values[-1]),
        overall_interval=ends[-1],
        overall_margin=float(margins[-1]),
    )


def _tallies(
    n: NDArray[np.float64], totals: NDArray[np.float64], occurs: NDArray[np.bool_]
) -> Tallies:
    """Return what speaks for each area, user's and producer's accuracy, and that of all."""
    hits = np.diagonal(n, axis1=1, axis2=2)
    mapped, labelled = n.sum(axis=2), n.sum(axis=1)
    right, inside = hits.sum(axis=1, keepdims=True), mapped.sum(axis=1, keepdims=True)
    # Whether the map has, in a stratum, another class than this.
    occurs_other = occurs.sum(axis=1, keepdims=True) > occurs
    everywhere = np.ones_like(occurs)
    return Tallies(
        np.hstack([labelled, hits, hits, right]),
        np.hstack([totals[:, None] - labelled, mapped - hits, labelled - hits, inside - right]),
        np.hstack([everywhere, occurs, occurs, everywhere[:, :1]]),
        np.hstack([everywhere, occurs, occurs_other, everywhere[:, :1]]),
        np.hstack([~everywhere, occurs_other, everywhere, occurs_other.any(axis=1, keepdims=True)]),
    )


def _normal_estimates(
    tallies: Tallies, totals: NDArray[np.float64], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return each share, and half of its interval by the normal approximation.

    The latter is NaN where it tells nothing: a stratum has one point only, or all points agree.
    """
    y = tallies.hits / totals[:, None]
    x = y + tallies.misses / totals[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        whole = weights @ x
        share = (weights @ y) / whole
        # Variance of the mean of y - share x. Both are 0 or 1, and y at most x: what is 1 equals
        # its square, and y is x times y.
        squares = y - 2 * share * y + share**2 * x
        spread = squares - (y - share * x) ** 2
        spread = np.where(spread < ROUNDING, 0, spread)
        variance = (weights**2 / (totals - 1)) @ spread
        margin = Z_95 * np.sqrt(variance) / whole
    return share, np.where(np.isfinite(margin) & (margin > 0), margin, np.nan)


def allocate_points(
    mapped_pixels: NDArray[np.int64], count: int, least: int = RARE_CLASS_POINTS
) -> NDArray[np.int64]:
    """Return how many points each class of a map gets, (K,).

    In proportion to what it takes of the map, but rare classes get ``least``, or an equal share
    where ``count`` does not suffice for that: between an equal and a proportional allocation, as
    the paper advises (section 5.1.2). None gets more than it has pixels.

    Args:
        mapped_pixels: (K,) pixels of each class.
        count: points in all.
        least: points that a class gets at least.
    """
    pixels = np.asarray(mapped_pixels, np.int64)
    present = pixels > 0
    least = min(least, count // max(int(present.sum()), 1))
    points = np.minimum(np.where(present, least, 0), pixels)
    is_rare = np.zeros_like(present)
    # Classes that get the least leave the rest to the others, of which some may then be rare too.
    while True:
        rest = present & ~is_rare
        left = count - int(points[is_rare].sum())
        shares = left * pixels / max(pixels[rest].sum(), 1)
        too_few = rest & (shares < least)
        if not too_few.any():
            break
        is_rare |= too_few
    whole = np.floor(shares).astype(np.int64)
    points[rest] = whole[rest]
    # What rounding has left goes to the largest remainders.
    missing = count - int(points.sum())
    order = np.argsort(np.where(rest, whole - shares, np.inf), kind="stable")
    points[order[: max(min(missing, int(rest.sum())), 0)]] += 1
    return np.minimum(points, pixels)
