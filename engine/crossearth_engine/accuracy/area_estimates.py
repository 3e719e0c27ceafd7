"""Areas of classes with honest error bars, from a map and a random sample of points.

Counting pixels of a map gives biased areas: the map errs more in one direction than in the other.
The stratified estimator of Olofsson et al. (2014), "Good practices for estimating area and
assessing accuracy of land change", Remote Sensing of Environment 148, 42-57, corrects for it.
Strata are the classes of the map. Numbers only.
"""

from __future__ import annotations

import math
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

    Areas are in the units of the mapped areas; accuracies are shares. NaN where a class has no
    points to tell.

    Attributes:
        area, area_margin: (K,) of each reference class.
        users_accuracy, users_margin: (K,) precision.
        producers_accuracy, producers_margin: (K,) recall.
        overall_accuracy, overall_margin: of the map.
    """

    area: NDArray[np.float64]
    area_margin: NDArray[np.float64]
    users_accuracy: NDArray[np.float64]
    users_margin: NDArray[np.float64]
    producers_accuracy: NDArray[np.float64]
    producers_margin: NDArray[np.float64]
    overall_accuracy: float
    overall_margin: float


def estimate_areas(counts: NDArray[Any], mapped_area: NDArray[np.float64]) -> AreaEstimates:
    """Return areas and accuracies from a stratified random sample.

    Args:
        counts: (K, K) points by mapped class (rows) and reference class (columns).
        mapped_area: (K,) area that the map gives each class, any unit.

    Raises:
        ValueError: if a class that the map has lacks the two points that a variance needs.
    """
    n = np.asarray(counts, np.float64)
    totals, area = n.sum(axis=1), np.asarray(mapped_area, np.float64)
    if ((totals < 2) & (area > 0)).any():
        raise ValueError("every class of the map needs two points or more")
    used = totals >= 2
    shares = np.zeros_like(n)
    shares[used] = n[used] / totals[used, None]
    freedom = np.where(used, totals - 1, 1)
    weights = area / area.sum()
    p = weights[:, None] * shares  # eq. 4
    of_class = p.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        users = np.where(used, np.diagonal(shares), np.nan)
        users_variance = users * (1 - users) / freedom  # eq. 6
        producers = np.diagonal(p) / of_class
        # eq. 7, divided by the square of the whole area; the class's own stratum apart.
        spread = weights[:, None] ** 2 * shares * (1 - shares) / freedom[:, None]
        own = np.diagonal(spread)
        others = spread.sum(axis=0) - own
        producers_variance = ((1 - producers) ** 2 * own + producers**2 * others) / of_class**2
    # eq. 10; the same as the sum of `spread`.
    area_variance = spread.sum(axis=0)
    overall_variance = float(np.nansum(weights**2 * np.nan_to_num(users_variance)))  # eq. 5
    return AreaEstimates(
        area=of_class * area.sum(),
        area_margin=Z_95 * np.sqrt(area_variance) * area.sum(),
        users_accuracy=users,
        users_margin=Z_95 * np.sqrt(users_variance),
        producers_accuracy=producers,
        producers_margin=Z_95 * np.sqrt(producers_variance),
        overall_accuracy=float(np.trace(p)),
        overall_margin=Z_95 * math.sqrt(overall_variance),
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
    points = np.where(present, least, 0)
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
