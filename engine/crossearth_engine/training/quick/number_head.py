"""A head that tells numbers: fitted to the pixels of samples, judged where it saw none.

The mean of a plane (ridge regression) and trees: the one goes on along lines where few samples are,
the other bends. One half of the trees is split at random (Geurts and others 2006), the other is a
random forest (Breiman 2001): they err differently. How much of plane and trees there is say the
samples held out. Samples count alike, however many pixels they have.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import ExtraTreesRegressor, RandomForestRegressor

from crossearth_engine.arrays import FloatArray
from crossearth_engine.training.quick.head import PixelTable, balanced, described, fitting
from crossearth_engine.training.quick.onnx_encoder import NumberHead, PixelHead, Trees

_TREES = 40  # in either half
# Maps of more channels are brought to so many components before trees look at them.
_MOST_AS_THEY_ARE, _COMPONENTS = 256, 16


@dataclass(frozen=True)
class NumberKind:
    """A way to fit.

    Attributes:
        strength: of the ridge: what is added to the variances of the features, which are 1.
        leaf: samples that share a leaf of a tree split at random, at least.
        trees: how much of the number is the trees', 0 to 1; None is still to be found.
    """

    strength: float
    leaf: int
    trees: float | None = None

    def __str__(self) -> str:
        share = "" if self.trees is None else f", {self.trees:.0%}"
        return f"ridge, {self.strength:g}, and trees of {self.leaf}{share}"


# The second is right for most.
KINDS = tuple(NumberKind(strength, leaf) for leaf in (1, 3) for strength in (0.01, 0.1, 1.0, 10.0))


class Fitted(NamedTuple):
    """What is worth learning from.

    Attributes:
        features: (N, F).
        numbers: (N,).
        weights: (N,), of each sample 1 in all.
    """

    features: FloatArray
    numbers: NDArray[np.float64]
    weights: NDArray[np.float64]


def taken_of(table: PixelTable, rows: NDArray[np.bool_] | None, most: int, seed: int) -> Fitted:
    """Return up to ``most`` pixels, evenly over samples; arguments as of `fit_head`."""
    if table.numbers is None:
        raise ValueError("The samples tell classes.")
    indexes = balanced(table, rows, most, seed)
    samples = table.polygons[indexes]
    weights = 1 / np.bincount(samples)[samples]
    return Fitted(table.features[indexes], table.numbers[indexes], weights)


def fit_plane(taken: Fitted, strength: float) -> PixelHead:
    """Return the ridge regression of pixels (F, 1)."""
    shares = taken.weights / taken.weights.sum()
    middle = shares @ taken.features
    mean = float(shares @ taken.numbers)
    centred = (taken.features - middle) * np.sqrt(shares)[:, None]
    target = (taken.numbers - mean) * np.sqrt(shares)
    with fitting():
        gram = (centred.T @ centred).astype(np.float64)
        gram[np.diag_indices_from(gram)] += strength
        weights = np.linalg.solve(gram, centred.T @ target)
    bias = mean - middle @ weights
    return PixelHead(weights[:, None].astype(np.float32), np.array([bias], np.float32))


def fit_number_trees(
    table: PixelTable, taken: Fitted, leaf: int, seed: int, share: float = 1.0
) -> Trees:
    """Return trees whose leaves hold numbers of so many samples at least, times a share."""
    projection = table.columns(_MOST_AS_THEY_ARE, _COMPONENTS)
    least = min(leaf / taken.weights.sum(), 0.5)
    halves = (
        ExtraTreesRegressor(_TREES, min_weight_fraction_leaf=least, random_state=seed),
        RandomForestRegressor(_TREES, random_state=seed),
    )
    looked_at = taken.features @ projection
    with fitting():
        for half in halves:
            half.fit(looked_at, taken.numbers, sample_weight=taken.weights)

    def leaves(looked_at: FloatArray) -> FloatArray:
        mean = sum(half.predict(looked_at) for half in halves) / len(halves)
        found: FloatArray = (share * mean).astype(np.float32)
        return found[:, None]

    bias = np.zeros(projection.shape[1], np.float32)
    nodes = described(
        [tree for half in halves for tree in half.estimators_], np.zeros(1, np.intp), share
    )
    return Trees(projection, bias, nodes, leaves)


def fit_numbers(table: PixelTable, kind: NumberKind, seed: int, most: int) -> NumberHead:
    """Return the head of a kind, fitted to all samples."""
    taken = taken_of(table, None, most, seed)
    share = kind.trees or 0.0
    plane = fit_plane(taken, kind.strength)
    scaled = PixelHead(plane.weights * np.float32(1 - share), plane.bias * np.float32(1 - share))
    trees = fit_number_trees(table, taken, kind.leaf, seed, share) if share else None
    return NumberHead(scaled, trees, (float(taken.numbers.min()), float(taken.numbers.max())))


def best_share(
    observed: NDArray[np.float64], plane: NDArray[np.float64], trees: NDArray[np.float64]
) -> float:
    """Return how much of trees, in tenths, is best for samples (N,) that neither has seen."""
    apart = trees - plane
    whole = float(apart @ apart)
    best = float(apart @ (observed - plane)) / whole if whole > 0 else 0.0
    return round(min(max(best, 0.0), 1.0), 1)
