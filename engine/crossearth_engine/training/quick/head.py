"""A small head on frozen features: fitted to the pixels of polygons, judged where it saw none.

Computes with scikit-learn on arrays. Classes are balanced: how much was drawn of a class says
nothing of how much there is of it.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import MissingPackage
from crossearth_engine.training.quick.onnx_encoder import PixelHead

try:
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression
    from sklearn.neural_network import MLPClassifier
    from sklearn.utils import shuffle
    from threadpoolctl import threadpool_limits
except ImportError as error:
    raise MissingPackage(package="scikit-learn", requirement="onnx scikit-learn") from error

_MAX_ITERATIONS = 200
_HIDDEN = 48


@dataclass(frozen=True)
class HeadKind:
    """A way to fit: ``linear`` (logistic regression) or ``mlp`` (one hidden layer).

    Attributes:
        strength: of the regularisation: scikit-learn's C, or alpha of the MLP.
    """

    name: str
    strength: float

    def __str__(self) -> str:
        return f"{self.name}, {self.strength:g}"


# Weak to strong. Features of a network are many, and with few polygons strength pays.
LINEAR = tuple(HeadKind("linear", strength) for strength in (1e-2, 1e-3, 1e-4))
LINEAR_OF_FEW = tuple(HeadKind("linear", strength) for strength in (10.0, 1.0, 0.1))
MLP = (HeadKind("mlp", 3.0),)


@dataclass(frozen=True)
class PixelTable:
    """Labelled pixels.

    Attributes:
        features: (N, F) float32, standardised.
        labels: (N,) class index.
        folds: (N,) part of the validation that holds the pixel out; -1: none.
        near_folds: (N,) uint8, parts with polygons nearby: bit i stands for part i.
        polygons: (N,) index of the polygon.
        weights: (N,) how many labelled pixels each stands for.
        num_classes: classes, with or without pixels.
    """

    features: FloatArray
    labels: NDArray[np.intp]
    folds: NDArray[np.intp]
    near_folds: NDArray[np.uint8]
    polygons: NDArray[np.intp]
    weights: NDArray[np.float64]
    num_classes: int

    def apart_from(self, fold: int) -> NDArray[np.bool_]:
        """Return which pixels may be learned from while a part is held out, (N,).

        Not those next to it, unless a class has no others.
        """
        is_other = self.folds != fold
        is_apart = is_other & (self.near_folds >> fold & 1 == 0)
        lost = np.setdiff1d(self.labels[is_other], self.labels[is_apart])
        apart: NDArray[np.bool_] = is_apart | (is_other & np.isin(self.labels, lost))
        return apart


@dataclass(frozen=True)
class Validation:
    """How a head did on pixels that it was not fitted to.

    Attributes:
        loss: mean cross-entropy, each class counting the same.
        confusion: (K, K) float64, pixels by drawn (rows) and mapped class, of all polygons that
            were held out; scaled to all pixels where only a part was looked at.
        folds: how many times was fitted.
    """

    loss: float
    confusion: NDArray[np.float64]
    folds: int


def fit_head(
    table: PixelTable,
    kind: HeadKind,
    seed: int,
    max_pixels_per_class: int,
    rows: NDArray[np.bool_] | None = None,
) -> PixelHead:
    """Fit a head to pixels.

    Args:
        table: the pixels.
        kind: how.
        seed: fixes which pixels are taken and where the MLP starts.
        max_pixels_per_class: as many of each class at most, evenly over its polygons.
        rows: which pixels may be used; None takes all. Classes that are not among them get the
            lowest score everywhere.
    """
    features, labels = _balanced(table, rows, max_pixels_per_class, seed)
    present = np.unique(labels)
    count = table.num_classes
    if kind.name == "linear":
        model = LogisticRegression(
            C=kind.strength, max_iter=_MAX_ITERATIONS, class_weight="balanced", tol=1e-3
        )
        with _fitting():
            model.fit(features, labels)
        weights, bias = model.coef_, model.intercept_
        if len(present) == 2:  # one column says it all
            weights = np.concatenate([-weights / 2, weights / 2])
            bias = np.concatenate([-bias / 2, bias / 2])
        return PixelHead(
            _all_classes(weights.T, present, count, 0.0),
            _all_classes(bias[None], present, count, -1e4)[0],
        )
    network = MLPClassifier(
        (_HIDDEN,),
        alpha=kind.strength,
        batch_size=min(256, len(labels)),
        learning_rate_init=2e-3,
        max_iter=40,
        random_state=seed,
    )
    with _fitting():
        network.fit(*shuffle(*_oversampled(features, labels, seed), random_state=seed))
    first, last = network.coefs_
    bias, last_bias = network.intercepts_
    if len(present) == 2:
        last = np.concatenate([-last / 2, last / 2], axis=1)
        last_bias = np.concatenate([-last_bias / 2, last_bias / 2])
    return PixelHead(
        first.astype(np.float32),
        bias.astype(np.float32),
        _all_classes(last, present, count, 0.0),
        _all_classes(last_bias[None], present, count, -1e4)[0],
    )


def cross_validate(
    table: PixelTable,
    kind: HeadKind,
    seed: int,
    max_pixels_per_class: int,
    check: Callable[[], None],
) -> Validation:
    """Fit once per fold to all others and look at the pixels of the fold.

    Args:
        table: the pixels.
        kind: how to fit.
        seed: as in `fit_head`.
        max_pixels_per_class: likewise.
        check: called before each fit; may raise.
    """
    count = table.num_classes
    confusion = np.zeros((count, count))
    losses = np.zeros(count)
    folds = [fold for fold in np.unique(table.folds) if fold >= 0]
    for fold in folds:
        check()
        held_out = table.folds == fold
        learned = table.apart_from(fold)
        if len(np.unique(table.labels[learned])) < 2:
            continue
        head = fit_head(table, kind, seed, max_pixels_per_class, learned)
        scores = head.scores(table.features[held_out])
        labels = table.labels[held_out]
        likelihood = scores - scores.max(axis=1, keepdims=True)
        likelihood -= np.log(np.exp(likelihood).sum(axis=1, keepdims=True))
        # A class that was not among the pixels of the fit is a miss, not an infinite one.
        surprise = np.minimum(-likelihood[np.arange(len(labels)), labels], 10)
        weights = table.weights[held_out]
        losses += np.bincount(labels, surprise * weights, count)
        pairs = labels * count + scores.argmax(axis=1)
        confusion += np.bincount(pairs, weights, count**2).reshape(count, count)
    pixels = confusion.sum(axis=1)
    seen = pixels > 0
    loss = float((losses[seen] / pixels[seen]).mean()) if seen.any() else float("inf")
    return Validation(loss, confusion, len(folds))


def fold_in(head: PixelHead, mean: FloatArray, deviation: FloatArray) -> PixelHead:
    """Return the head for features as they come, of one for standardised features."""
    weights = head.weights / deviation[:, None]
    return PixelHead(
        weights.astype(np.float32),
        (head.bias - mean @ weights).astype(np.float32),
        head.weights_2,
        head.bias_2,
    )


def _balanced(
    table: PixelTable, rows: NDArray[np.bool_] | None, most: int, seed: int
) -> tuple[FloatArray, NDArray[np.intp]]:
    """Return features and labels of up to ``most`` pixels per class, evenly over its polygons."""
    rng = np.random.default_rng(seed)
    usable = np.ones(len(table.labels), bool) if rows is None else rows
    chosen = []
    for index in np.unique(table.labels[usable]):
        members = np.flatnonzero(usable & (table.labels == index))
        if len(members) > most:
            # Each polygon's pixels in random order; then the first of each polygon, the second, ….
            members = rng.permutation(members)
            polygons = table.polygons[members]
            order = np.argsort(polygons, kind="stable")
            starts = np.r_[0, np.flatnonzero(np.diff(polygons[order])) + 1]
            ranks = np.empty(len(members), np.intp)
            ranks[order] = np.arange(len(members)) - np.repeat(
                starts, np.diff(np.r_[starts, len(members)])
            )
            members = members[np.argsort(ranks, kind="stable")[:most]]
        chosen.append(members)
    indexes = np.concatenate(chosen)
    return table.features[indexes], table.labels[indexes]


def _oversampled(
    features: FloatArray, labels: NDArray[np.intp], seed: int
) -> tuple[FloatArray, NDArray[np.intp]]:
    """Return as many pixels of each class as of the largest: the MLP knows no class weights."""
    rng = np.random.default_rng(seed)
    most = np.bincount(labels).max()
    indexes = np.concatenate(
        [
            np.r_[members, rng.choice(members, most - len(members))]
            for members in (np.flatnonzero(labels == index) for index in np.unique(labels))
        ]
    )
    return features[indexes], labels[indexes]


def _all_classes(
    columns: NDArray[np.float64], present: NDArray[np.intp], count: int, filling: float
) -> FloatArray:
    """Return (R, K) of (R, P): the columns of classes that were fitted, and a filling."""
    complete = np.full((len(columns), count), filling, np.float32)
    complete[:, present] = columns
    return complete


@contextmanager
def _fitting() -> Iterator[None]:
    """Fit on one thread, and say nothing of fits that stop at their last iteration.

    The arrays are small: more threads take longer, many times so where other work is going on.
    """
    with warnings.catch_warnings(), threadpool_limits(1):
        warnings.simplefilter("ignore", ConvergenceWarning)
        yield
