"""A small head on frozen features: fitted to the pixels of polygons, judged where it saw none.

Computes with scikit-learn on arrays. Classes are balanced: how much was drawn of a class says
nothing of how much there is of it. Only classes of few pixels count less: what little is known of
them must not paint the map.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.reliability import reliability_tally
from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import MissingPackage
from crossearth_engine.training.classes import MIN_PIXELS
from crossearth_engine.training.quick.onnx_encoder import Head, NumberHead, PixelHead, Trees

try:
    from sklearn.base import is_classifier
    from sklearn.ensemble import ExtraTreesClassifier
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits
except ImportError as error:
    raise MissingPackage(package="scikit-learn", requirement="onnx scikit-learn") from error

_MAX_ITERATIONS = 200
_TREES, _LEAST_IN_LEAF = 40, 5
_NODE_ATTRIBUTES = (
    *("treeids", "nodeids", "featureids", "values", "modes"),
    *("truenodeids", "falsenodeids"),
)
_TARGET_ATTRIBUTES = ("treeids", "nodeids", "ids", "weights")
# Maps of more channels are brought to so many components before trees look at them.
_MOST_AS_THEY_ARE, _COMPONENTS = 32, 8


@dataclass(frozen=True)
class HeadKind:
    """A way to fit: logistic regression, alone or averaged with trees.

    Attributes:
        strength: of the regularisation: scikit-learn's C.
        has_trees: whether it is the average of that and trees.
    """

    strength: float
    has_trees: bool = False

    def __str__(self) -> str:
        return f"linear, {self.strength:g}" + ", with trees" * self.has_trees


# Weak to strong. Features of a network are many, and with few polygons strength pays.
LINEAR = tuple(HeadKind(strength) for strength in (1e-2, 1e-3, 1e-4))
LINEAR_OF_FEW = tuple(HeadKind(strength) for strength in (10.0, 1.0, 0.1))


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
        groups: columns of the features that belong together: maps of a network, of the image.
        numbers: (N,) what the sample of each tells in place of a class; None: classes.
    """

    features: FloatArray
    labels: NDArray[np.intp]
    folds: NDArray[np.intp]
    near_folds: NDArray[np.uint8]
    polygons: NDArray[np.intp]
    weights: NDArray[np.float64]
    num_classes: int
    groups: tuple[slice, ...]
    numbers: NDArray[np.float64] | None = None

    def class_weights(self, labels: NDArray[np.intp]) -> NDArray[np.float64]:
        """Return what a pixel of each class counts, (K,), so that classes count alike.

        A class of fewer than `MIN_PIXELS` counts as much less as it has fewer.
        """
        counts = np.bincount(labels, minlength=self.num_classes)
        worth: NDArray[np.float64] = np.minimum(counts, MIN_PIXELS) / np.maximum(counts, 1)
        return worth * len(labels) / max(float(np.minimum(counts, MIN_PIXELS).sum()), 1.0)

    @cached_property
    def few_columns(self) -> FloatArray:
        """What brings features to few, (F, T): groups as they are, or their main components."""
        return self.columns(_MOST_AS_THEY_ARE, _COMPONENTS)

    def columns(self, most: int, components: int) -> FloatArray:
        """Return what brings features to fewer, (F, T).

        Args:
            most: features of a group that stay as they are.
            components: of a larger group that are taken in their place.
        """
        width = self.features.shape[1]
        columns = []
        for group in self.groups:
            size = group.stop - group.start
            kept = components if size > most else size
            whole = np.zeros((width, kept), np.float32)
            if size > most:
                with fitting():
                    _, directions = np.linalg.eigh(np.cov(self.features[:, group].T))
                whole[group] = directions[:, ::-1][:, :kept]
            else:
                whole[group] = np.eye(size)
            columns.append(whole)
        return np.concatenate(columns, axis=1)

    def apart_from(self, fold: int) -> NDArray[np.bool_]:
        """Return which pixels may be learned from while a part is held out, (N,).

        Not those next to it, unless a class has no others.
        """
        is_other = self.folds != fold
        is_apart = is_other & (self.near_folds >> fold & 1 == 0)
        lost = np.setdiff1d(self.labels[is_other], self.labels[is_apart])
        apart: NDArray[np.bool_] = is_apart | (is_other & np.isin(self.labels, lost))
        return apart


def fit_head(
    table: PixelTable,
    kind: HeadKind,
    seed: int,
    max_pixels_per_class: int,
    rows: NDArray[np.bool_] | None = None,
) -> PixelHead:
    """Fit a head to pixels, without trees.

    Args:
        table: the pixels.
        kind: how.
        seed: fixes which pixels are taken.
        max_pixels_per_class: as many of each class at most, evenly over its polygons.
        rows: which pixels may be used; None takes all. Classes that are not among them get the
            lowest score everywhere.
    """
    taken = balanced(table, rows, max_pixels_per_class, seed)
    features, labels = table.features[taken], table.labels[taken]
    present = np.unique(labels)
    count = table.num_classes
    weights_of = table.class_weights(labels)
    model = LogisticRegression(
        C=kind.strength,
        max_iter=_MAX_ITERATIONS,
        class_weight={int(i): float(weights_of[i]) for i in present},
        tol=1e-3,
    )
    with fitting():
        model.fit(features, labels)
    weights, bias = model.coef_, model.intercept_
    if len(present) == 2:  # one column says it all
        weights = np.concatenate([-weights / 2, weights / 2])
        bias = np.concatenate([-bias / 2, bias / 2])
    return PixelHead(
        _all_classes(weights.T, present, count, 0.0),
        _all_classes(bias[None], present, count, -1e4)[0],
    )


def fit_trees(
    table: PixelTable, seed: int, max_pixels_per_class: int, rows: NDArray[np.bool_] | None = None
) -> Trees:
    """Fit extremely randomised trees to pixels; arguments as of `fit_head`."""
    projection = table.few_columns
    taken = balanced(table, rows, max_pixels_per_class, seed)
    features, labels = table.features[taken], table.labels[taken]
    present = np.unique(labels)
    weights_of = table.class_weights(labels)
    forest = ExtraTreesClassifier(
        _TREES, min_samples_leaf=_LEAST_IN_LEAF, random_state=seed, n_jobs=1
    )
    with fitting():
        forest.fit(features @ projection, labels, sample_weight=weights_of[labels])

    def leaves(looked_at: FloatArray) -> FloatArray:
        found = forest.predict_proba(looked_at)
        return _all_classes(found, present, table.num_classes, 0.0)

    bias = np.zeros(projection.shape[1], np.float32)
    return Trees(projection, bias, described(forest.estimators_, present), leaves)


def out_of_fold(
    table: PixelTable, fit: Callable[[NDArray[np.bool_]], Callable[[FloatArray], FloatArray]]
) -> FloatArray:
    """Return probabilities (N, K) of pixels by what was fitted to the other folds.

    NaN where a pixel is held out in none, or too little is left to learn from.

    Args:
        table: the pixels.
        fit: takes which pixels may be used, (N,), and returns what gives probabilities.
    """
    found = np.full((len(table.labels), table.num_classes), np.nan, np.float32)
    for fold in np.unique(table.folds[table.folds >= 0]):
        held_out = table.folds == fold
        learned = table.apart_from(fold)
        if len(np.unique(table.labels[learned])) > 1:
            found[held_out] = fit(learned)(table.features[held_out])
    return found


def confusion_of(table: PixelTable, found: FloatArray) -> NDArray[np.float64]:
    """Return the confusion matrix (K, K) of probabilities (N, K) of `out_of_fold`.

    Pixels by drawn (rows) and mapped class; scaled to all pixels where only a part was looked at.
    """
    count = table.num_classes
    is_judged = np.isfinite(found[:, 0])
    pairs = table.labels[is_judged] * count + found[is_judged].argmax(axis=1)
    matrix = np.bincount(pairs, table.weights[is_judged], count**2).reshape(count, count)
    return matrix.astype(np.float64)


def reliability_of(table: PixelTable, found: FloatArray) -> NDArray[np.float64]:
    """Return by drawn class how right they are by confidence, as `reliability_tally` has it."""
    is_judged = np.isfinite(found[:, 0])
    shares = found[is_judged]
    return reliability_tally(
        table.labels[is_judged],
        shares.argmax(axis=1),
        shares.max(axis=1),
        table.num_classes,
        table.weights[is_judged],
    )


AnyHead = TypeVar("AnyHead", Head, NumberHead)


def fold_in(head: AnyHead, mean: FloatArray, deviation: FloatArray) -> AnyHead:
    """Return the head for features as they come, of one for standardised features."""

    def layer(weights: FloatArray, bias: FloatArray) -> tuple[FloatArray, FloatArray]:
        scaled = weights / deviation[:, None]
        return scaled.astype(np.float32), (bias - mean @ scaled).astype(np.float32)

    weights, bias = layer(head.pixel.weights, head.pixel.bias)
    pixel = replace(head.pixel, weights=weights, bias=bias)
    if head.trees is None:
        return replace(head, pixel=pixel)
    weights, bias = layer(head.trees.weights, head.trees.bias)
    return replace(head, pixel=pixel, trees=replace(head.trees, weights=weights, bias=bias))


def balanced(
    table: PixelTable, rows: NDArray[np.bool_] | None, most: int, seed: int
) -> NDArray[np.intp]:
    """Return indexes of up to ``most`` pixels per class, evenly over its polygons."""
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
    return np.concatenate(chosen)


def _all_classes(
    columns: NDArray[np.float64], present: NDArray[np.intp], count: int, filling: float
) -> FloatArray:
    """Return (R, K) of (R, P): the columns of classes that were fitted, and a filling."""
    complete = np.full((len(columns), count), filling, np.float32)
    complete[:, present] = columns
    return complete


def described(
    estimators: Sequence[Any], targets: NDArray[np.intp], share: float = 1.0
) -> dict[str, list[Any]]:
    """Return the mean of trees as attributes of ONNX's operator ``TreeEnsembleRegressor``.

    Args:
        estimators: scikit-learn's trees, whose leaves hold weights of classes, or one number.
        targets: which output each of them goes to.
        share: how much of that mean counts.
    """
    nodes: dict[str, list[Any]] = {f"nodes_{name}": [] for name in _NODE_ATTRIBUTES}
    nodes |= {f"target_{name}": [] for name in _TARGET_ATTRIBUTES}
    for number, estimator in enumerate(estimators):
        tree = estimator.tree_
        is_leaf = tree.children_left < 0
        count = tree.node_count
        columns = {
            "treeids": [number] * count,
            "nodeids": list(range(count)),
            "featureids": np.where(is_leaf, 0, tree.feature).tolist(),
            "values": np.where(is_leaf, 0, tree.threshold).astype(np.float32).tolist(),
            "modes": np.where(is_leaf, "LEAF", "BRANCH_LEQ").tolist(),
            "truenodeids": np.maximum(tree.children_left, 0).tolist(),
            "falsenodeids": np.maximum(tree.children_right, 0).tolist(),
        }
        for name, entries in columns.items():
            nodes[f"nodes_{name}"] += entries
        leaves = np.flatnonzero(is_leaf)
        values = tree.value[leaves, 0]
        if is_classifier(estimator):
            values = values / values.sum(axis=1, keepdims=True)
        values = share * values / len(estimators)
        nodes["target_treeids"] += [number] * values.size
        nodes["target_nodeids"] += np.repeat(leaves, len(targets)).tolist()
        nodes["target_ids"] += np.tile(targets, len(leaves)).tolist()
        nodes["target_weights"] += values.astype(np.float32).ravel().tolist()
    return nodes


@contextmanager
def fitting() -> Iterator[None]:
    """Fit on one thread, and say nothing of fits that stop at their last iteration.

    The arrays are small: more threads take longer, many times so where other work is going on.
    """
    with warnings.catch_warnings(), threadpool_limits(1):
        warnings.simplefilter("ignore", ConvergenceWarning)
        yield
