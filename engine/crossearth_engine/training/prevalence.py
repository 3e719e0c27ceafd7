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


def weighted_by_map(
    confusion: NDArray[np.float64], shares: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return a confusion matrix as random places of the map would give it.

    Each row is scaled to what there is likely to be of its class: by expectation maximisation, as
    for priors of a classifier that have changed (Saerens, Latinne and Decaestecker, 2002).

    Args:
        confusion: (K, K) pixels by drawn (rows) and mapped class. Rows of classes that were not
            judged are empty, and stay so.
        shares: (K,) of the map that is mapped as each class.
    """
    drawn = confusion.sum(axis=1)
    is_judged = drawn > 0
    if not is_judged.any():
        return confusion
    rates = np.where(is_judged[:, None], confusion, np.eye(len(drawn)))
    rates /= rates.sum(axis=1, keepdims=True)
    there: NDArray[np.float64] = np.maximum(shares, _LEAST)
    for _ in range(_ITERATIONS):
        joint = there[:, None] * rates
        likely = joint / np.maximum(joint.sum(axis=0), 1e-12)
        there = np.maximum(likely @ shares, _LEAST)
    weighted = np.where(is_judged[:, None], there[:, None] * rates, 0.0)
    scaled: NDArray[np.float64] = weighted * (drawn.sum() / weighted.sum())
    return scaled
