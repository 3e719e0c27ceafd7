"""K-means on a sample of features, and the head that gives each pixel the group of its centre.

The centre that is nearest to ``z`` is that with the largest ``z @ c - |c|² / 2``: a linear head, as
any quick model has one. Computes with scikit-learn on arrays.

Features of a network are many and tell the same several times over. So each map counts the same,
whatever its depth, colour and texture together as one of them; and what is grouped are the main
components of all, each as wide as the others (whitened). `benchmarks/groups.py` measures it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import MissingPackage
from crossearth_engine.training.quick.onnx_encoder import PixelHead

try:
    from sklearn.cluster import KMeans
    from threadpoolctl import threadpool_limits
except ImportError as error:
    raise MissingPackage(package="scikit-learn", requirement="onnx scikit-learn") from error

# Main components that are grouped, at most; and the least share of the variance of one.
MOST_COMPONENTS, LEAST_SHARE = 8, 1e-4
_STARTS, _MAX_ITERATIONS = 4, 200


@dataclass(frozen=True)
class Groups:
    """Groups of a sample.

    Attributes:
        head: gives features as they come the scores of the groups, the nearest centre the highest.
        labels: (N,) group of each pixel of the sample.
    """

    head: PixelHead
    labels: NDArray[np.intp]


def find_groups(
    features: FloatArray,
    blocks: Sequence[slice],
    brightness: FloatArray,
    count: int,
    seed: int,
) -> Groups | None:
    """Return groups of pixels, from the darkest to the brightest; None if there are not so many.

    The same for the same arguments, whatever else the computer does: on one thread.

    Args:
        features: (N, F) of a sample.
        blocks: columns of the features that count as much as all of another block.
        brightness: (N,) of the same pixels, by which groups are numbered.
        count: how many groups.
        seed: of the first centres (k-means++, Arthur and Vassilvitskii 2007).
    """
    with threadpool_limits(1):
        mean, whitening = _main_components(features, blocks)
        components = (features - mean).astype(np.float64) @ whitening
        if len(np.unique(components, axis=0)) < count:
            return None
        found = KMeans(
            count, n_init=_STARTS, max_iter=_MAX_ITERATIONS, random_state=seed, algorithm="lloyd"
        ).fit(components)
        labels, centres = found.labels_, found.cluster_centers_
        sizes = np.bincount(labels, minlength=count)
        if not sizes.all():
            return None
        order = np.argsort(np.bincount(labels, brightness, count) / sizes, kind="stable")
        centres = centres[order]
        weights = whitening @ centres.T
        bias = -(mean.astype(np.float64) @ weights) - (centres**2).sum(axis=1) / 2
    place = np.empty(count, np.intp)
    place[order] = np.arange(count)
    head = PixelHead(weights.astype(np.float32), bias.astype(np.float32))
    return Groups(head, place[labels])


def _main_components(
    features: FloatArray, blocks: Sequence[slice]
) -> tuple[FloatArray, NDArray[np.float64]]:
    """Return the mean (F,), and what makes whitened main components of the rest, (F, D)."""
    values = features.astype(np.float64)
    mean, deviation = values.mean(axis=0), values.std(axis=0)
    deviation[deviation < 1e-6] = 1
    for block in blocks:
        deviation[block] *= np.sqrt(block.stop - block.start)
    values = (values - mean) / deviation
    variances, directions = np.linalg.eigh(values.T @ values / len(values))
    variances, directions = variances[::-1], directions[:, ::-1]
    is_kept = variances[:MOST_COMPONENTS] > LEAST_SHARE * max(variances.sum(), 1e-12)
    kept = max(int(is_kept.sum()), 1)
    whitening = directions[:, :kept] / np.sqrt(np.maximum(variances[:kept], 1e-12))
    return mean.astype(np.float32), whitening / deviation[:, None]
