"""Agreement of class maps with reference labels: the confusion matrix, and figures of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.shared.palette import ClassInfo


def confusion_matrix(
    labels: NDArray[np.integer],
    class_ids: NDArray[np.integer],
    num_classes: int,
    ignore_index: int = -1,
) -> NDArray[np.int64]:
    """Count pixels by reference class (rows) and mapped class (columns).

    Args:
        labels: reference classes 0 to ``num_classes - 1`` or ``ignore_index``, any shape.
        class_ids: mapped classes 0 to ``num_classes - 1``, same shape; -1, where there is none, is
            left out, too.
        num_classes: edge of the matrix.
        ignore_index: label of pixels that are left out.

    Returns:
        (K, K) int64. Matrices of several images are added.
    """
    counted = (labels != ignore_index) & (class_ids >= 0)
    pairs = labels[counted].astype(np.int64) * num_classes + class_ids[counted]
    return np.bincount(pairs, minlength=num_classes**2).reshape(num_classes, num_classes)


def intersection_over_union(confusion: NDArray[Any]) -> NDArray[np.float64]:
    """Return the IoU of each class, (K,) in 0 to 1; NaN for a class neither mapped nor labelled."""
    hits = np.diagonal(confusion).astype(np.float64)
    union = confusion.sum(axis=0) + confusion.sum(axis=1) - hits
    iou = np.full_like(hits, np.nan)
    np.divide(hits, union, out=iou, where=union > 0)
    return iou


def mean_iou(confusion: NDArray[Any]) -> float:
    """Return the mean IoU over the classes that are mapped or labelled anywhere."""
    return float(np.nanmean(intersection_over_union(confusion)))


def accuracy_figures(
    confusion: NDArray[Any],
    classes: Sequence[ClassInfo],
    unit: str = "pixels",
    *,
    shares: NDArray[np.float64] | None = None,
    is_only_recall: bool = False,
) -> dict[str, Any]:
    """Return overall accuracy, kappa and the figures of each class.

    Args:
        confusion: (K, K) counts by reference class (rows) and mapped class (columns).
        classes: (K,) the classes.
        unit: what was counted: ``pixels`` or ``points``.
        shares: (K, K) what the counts stand for, where not all stand for equally much: figures are
            those of these. All zero: nothing can be told.
        is_only_recall: whether the reference says too little for anything but recall: nothing of
            what the map takes wrongly for a class.

    Returns:
        ``overall_accuracy``, ``kappa`` (Cohen 1960), ``mean_iou`` and ``mean_f1`` over the classes
        that occur; per class ``precision`` (user's accuracy), ``recall`` (producer's accuracy),
        ``f1``, ``iou``; the matrix itself. None where a denominator is zero or nothing tells.
    """
    counts = np.asarray(confusion, np.float64)
    weighed = counts if shares is None else np.asarray(shares, np.float64)
    # Summed exactly: all of it is 1, however it is divided.
    hits, total = np.diagonal(weighed), math.fsum(weighed.ravel())
    drawn, mapped = weighed.sum(axis=1), weighed.sum(axis=0)

    def told(part: float, whole: float) -> float | None:
        return None if is_only_recall else _ratio(part, whole)

    rows = []
    for i, item in enumerate(classes):
        rows.append(
            {
                "value": item.value,
                "name": item.name,
                "color": item.color,
                unit: round(counts[i].sum()),
                "mapped": round(counts[:, i].sum()),
                "precision": told(hits[i], mapped[i]),
                "recall": _ratio(hits[i], drawn[i]),
                "f1": told(2 * hits[i], drawn[i] + mapped[i]),
                "iou": told(hits[i], drawn[i] + mapped[i] - hits[i]),
            }
        )
    observed = told(math.fsum(hits), total)
    by_chance = told((drawn * mapped).sum(), total**2)
    kappa = None
    if observed is not None and by_chance is not None:
        kappa = _ratio(observed - by_chance, 1 - by_chance)
    return {
        "unit": unit,
        "count": round(counts.sum()),
        "overall_accuracy": observed,
        "kappa": kappa,
        "mean_iou": _mean(row["iou"] for row in rows),
        "mean_f1": _mean(row["f1"] for row in rows),
        "classes": rows,
        "confusion_matrix": np.rint(counts).astype(int).tolist(),
    }


def _ratio(part: float, whole: float) -> float | None:
    return float(part / whole) if whole > 0 and math.isfinite(part) else None


def _mean(values: Any) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
