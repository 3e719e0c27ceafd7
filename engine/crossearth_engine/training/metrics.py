"""Agreement of class maps with reference labels, from a confusion matrix. Arrays only."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.integer]
FloatArray = npt.NDArray[np.float64]


def confusion_matrix(
    labels: IntArray, class_ids: IntArray, num_classes: int, ignore_index: int
) -> npt.NDArray[np.int64]:
    """Count pixels by reference class (rows) and mapped class (columns).

    Args:
        labels: reference classes 0 to ``num_classes - 1`` or ``ignore_index``, any shape.
        class_ids: mapped classes 0 to ``num_classes - 1``, same shape.
        num_classes: edge of the matrix.
        ignore_index: label of pixels that are left out.

    Returns:
        (K, K) int64. Matrices of several images are added.
    """
    counted = labels != ignore_index
    pairs = labels[counted].astype(np.int64) * num_classes + class_ids[counted]
    return np.bincount(pairs, minlength=num_classes**2).reshape(num_classes, num_classes)


def intersection_over_union(confusion: npt.NDArray[np.int64]) -> FloatArray:
    """Return the IoU of each class, (K,) in 0 to 1; NaN for a class neither mapped nor labelled."""
    hits = np.diagonal(confusion).astype(np.float64)
    union = confusion.sum(axis=0) + confusion.sum(axis=1) - hits
    iou = np.full_like(hits, np.nan)
    np.divide(hits, union, out=iou, where=union > 0)
    return iou


def mean_iou(confusion: npt.NDArray[np.int64]) -> float:
    """Return the mean IoU over the classes that are mapped or labelled anywhere."""
    return float(np.nanmean(intersection_over_union(confusion)))


def overall_accuracy(confusion: npt.NDArray[np.int64]) -> float:
    """Return the share of pixels mapped as labelled, 0 to 1."""
    return float(np.trace(confusion) / confusion.sum())
