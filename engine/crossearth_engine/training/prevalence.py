"""From polygons to the map: how much there is of a class is not how much was drawn of it.

Ten polygons of each class say how often each is recognised. The figures of a map depend as well on
how much there is of each: much desert, taken for road here and there, spoils the little road there
is. How much there is follows from what was mapped, and from what is mapped as what.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_ITERATIONS = 30
# Of the map: a class that is nowhere may still be there.
_LEAST = 1e-6


def with_one_more(
    confusion: NDArray[np.float64], polygons: NDArray[np.integer]
) -> NDArray[np.float64]:
    """Return a confusion matrix with one polygon more of each class, taken for any of them alike.

    What n polygons of a class were taken for is not all that the next one may be taken for: none of
    five of desert was taken for road, but where the hundredth part of all desert is, there is more
    of that than of road. The ratio that is told, hits of all that is mapped or there, is too high
    in the mean as long as so few are asked. So the next one is counted, of which nothing is known:
    the rule of succession, for several classes (Perks, 1947). It is as large as the others are in
    the mean.

    Args:
        confusion: (K, K) pixels by drawn (rows) and mapped class. Rows of classes that were not
            judged are empty, and stay so; nothing more is taken for these.
        polygons: (K,) how many of each class were judged.
    """
    drawn = confusion.sum(axis=1)
    is_judged = drawn > 0
    more = drawn / np.maximum(polygons, 1)
    counted: NDArray[np.float64] = confusion + more[:, None] * is_judged / max(is_judged.sum(), 1)
    return counted


def weighted_by_map(
    confusion: NDArray[np.float64], shares: NDArray[np.float64], polygons: NDArray[np.integer]
) -> NDArray[np.float64]:
    """Return a confusion matrix as random places of the map would give it.

    Each row is scaled to what there is likely to be of its class: by expectation maximisation, as
    for priors of a classifier that have changed (Saerens, Latinne and Decaestecker, 2002).

    That believes in the rates. Where a polygon of road was taken for vegetation, and little is
    mapped as that, the likeliest is that all of it is road, however well vegetation is recognised.
    So it is believed as far as n polygons of a class can tell one rate from another, which they
    miss by about 1 / sqrt(2 n): twice that part of what is mapped as a class is taken to be there
    at least.

    Args:
        confusion: (K, K) pixels by drawn (rows) and mapped class. Rows of classes that were not
            judged are empty, and stay so.
        shares: (K,) of the map that is mapped as each class.
        polygons: (K,) how many of each class were judged.
    """
    drawn = confusion.sum(axis=1)
    is_judged = drawn > 0
    if not is_judged.any():
        return confusion
    rates = np.where(is_judged[:, None], confusion, np.eye(len(drawn)))
    rates /= rates.sum(axis=1, keepdims=True)
    doubt = min((2 / max(polygons[is_judged].mean(), 1.0)) ** 0.5, 1.0)
    mapped: NDArray[np.float64] = np.maximum(shares, _LEAST)
    there = mapped
    for _ in range(_ITERATIONS):
        joint = there[:, None] * rates
        likely = joint / np.maximum(joint.sum(axis=0), 1e-12)
        there = np.maximum(likely @ mapped, doubt * mapped)
    weighted = np.where(is_judged[:, None], there[:, None] * rates, 0.0)
    scaled: NDArray[np.float64] = weighted * (drawn.sum() / weighted.sum())
    return scaled
