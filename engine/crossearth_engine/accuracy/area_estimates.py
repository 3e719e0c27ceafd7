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

Z_95 = 1.96
"""Half the width of a 95 % confidence interval, in standard errors; as the paper rounds it."""

RARE_CLASS_POINTS = 50
"""Points that a rare class gets at least, as the paper advises (section 5.1.2: 50 to 100)."""


@dataclass(frozen=True)
class AreaEstimates:
    """Estimates with the half widths of their 95 % confidence intervals.

    Areas are in the units of the strata; accuracies are shares. NaN where a class has no points to
    tell.

    Attributes:
        shares: (K, K) share of the area by mapped class (rows) and reference class (columns).
        area, area_margin: (K,) of each reference class.
        users_accuracy, users_margin: (K,) precision.
        producers_accuracy, producers_margin: (K,) recall.
        overall_accuracy, overall_margin: of the map.
    """

    shares: NDArray[np.float64]
    area: NDArray[np.float64]
    area_margin: NDArray[np.float64]
    users_accuracy: NDArray[np.float64]
    users_margin: NDArray[np.float64]
    producers_accuracy: NDArray[np.float64]
    producers_margin: NDArray[np.float64]
    overall_accuracy: float
    overall_margin: float


def estimate_areas(counts: NDArray[Any], mapped_area: NDArray[np.float64]) -> AreaEstimates:
    """Return areas and accuracies from a sample whose strata are the classes of the map.

    Args:
        counts: (K, K) points by mapped class (rows) and reference class (columns).
        mapped_area: (K,) area that the map gives each class, any unit.

    Raises:
        ValueError: if a class that the map has lacks the two points that a variance needs.
    """
    n = np.asarray(counts, np.int64)
    of_strata = np.zeros((len(n), *n.shape), np.int64)
    strata = np.arange(len(n))
    of_strata[strata, strata] = n
    return estimate_by_strata(of_strata, np.zeros(len(n), np.int64), mapped_area)


def estimate_by_strata(
    counts: NDArray[Any], elsewhere: NDArray[Any], sizes: NDArray[np.float64]
) -> AreaEstimates:
    """Return areas and accuracies of any map from a stratified random sample.

    They hold for the part of the strata where the map has a class.

    Args:
        counts: (H, K, K) points by stratum, mapped class and reference class.
        elsewhere: (H,) points where the map has no class.
        sizes: (H,) area of the strata, any unit.

    Raises:
        ValueError: if a stratum lacks the two points that a variance needs.
    """
    n = np.asarray(counts, np.float64)
    totals, size = n.sum(axis=(1, 2)) + elsewhere, np.asarray(sizes, np.float64)
    if ((totals < 2) & (size > 0)).any():
        raise ValueError("every stratum needs two points or more")
    used = (totals >= 2) & (size > 0)
    n, totals, size = n[used], totals[used], size[used]
    weights = size / size.sum()

    def total(means: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return what the means (H, ...) of the strata are together."""
        return np.tensordot(weights, means, axes=1)

    def variance(
        y: NDArray[np.float64], x: NDArray[np.float64], ratio: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return the variance of the mean of y - ratio x, both 0 or 1 and y at most x.

        Their means (H, K) by stratum tell all: what is 1 equals its square, and y is x times y.
        """
        mean = y - ratio * x
        squares = y - 2 * ratio * y + ratio**2 * x
        return np.tensordot(weights**2 / (totals - 1), squares - mean**2, axes=1).clip(min=0)

    cells = n / totals[:, None, None]
    hits = np.diagonal(cells, axis1=1, axis2=2)
    mapped, labelled = cells.sum(axis=2), cells.sum(axis=1)
    inside = mapped.sum(axis=1, keepdims=True)
    right = hits.sum(axis=1, keepdims=True)

    def share(y: NDArray[np.float64], x: NDArray[np.float64]) -> tuple[Any, Any]:
        """Return y of x, and half of its confidence interval; NaN where there is no x."""
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = total(y) / total(x)
            margin = Z_95 * np.sqrt(variance(y, x, ratio)) / total(x)
        return ratio, margin

    users, users_margin = share(hits, mapped)
    producers, producers_margin = share(hits, labelled)
    overall, overall_margin = share(right, inside)
    nothing = np.zeros(len(users))
    return AreaEstimates(
        shares=total(cells),
        area=total(labelled) * size.sum(),
        area_margin=Z_95 * np.sqrt(variance(labelled, labelled, nothing)) * size.sum(),
        users_accuracy=users,
        users_margin=users_margin,
        producers_accuracy=producers,
        producers_margin=producers_margin,
        overall_accuracy=float(overall[0]),
        overall_margin=float(overall_margin[0]),
    )


def allocate_points(mapped_pixels: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return how many points each class of a map gets, (K,).

    In proportion to what it takes of the map, but rare classes get `RARE_CLASS_POINTS`, or an
    equal share where ``count`` does not suffice for that: between an equal and a proportional
    allocation, as the paper advises (section 5.1.2). None gets more than it has pixels.

    Args:
        mapped_pixels: (K,) pixels of each class.
        count: points in all.
    """
    pixels = np.asarray(mapped_pixels, np.int64)
    present = pixels > 0
    least = min(RARE_CLASS_POINTS, count // max(int(present.sum()), 1))
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
