"""How far the confidence of a model can be believed: reliability, as pixels held out tell it.

Of all pixels with a confidence of 80 %, 80 % should be right. The expected calibration error (ECE;
Naeini, Cooper and Hauskrecht, 2015) is how far that is off, in the mean over steps of confidence.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

STEPS = 10


def reliability_tally(
    labels: NDArray[np.integer],
    class_ids: NDArray[np.integer],
    confidence: NDArray[np.floating],
    num_classes: int,
    weights: NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """Return sums by reference class and step of confidence, (K, `STEPS`, 3).

    The sums are of pixels, of their confidence and of those that are right; of several images they
    are added.

    Args:
        labels: (N,) reference classes.
        class_ids: (N,) chosen classes.
        confidence: (N,) in them, 0 to 1.
        num_classes: K.
        weights: (N,) what each pixel counts; 1 by default.
    """
    counted = np.ones(len(labels)) if weights is None else weights
    steps = np.minimum((confidence * STEPS).astype(np.intp), STEPS - 1)
    places = labels.astype(np.intp) * STEPS + steps
    sums = [
        np.bincount(places, counted * what, num_classes * STEPS)
        for what in (1, confidence, labels == class_ids)
    ]
    return np.stack(sums, axis=1).astype(np.float64).reshape(num_classes, STEPS, 3)


def reliability_figures(tally: NDArray[np.float64]) -> dict[str, Any] | None:
    """Return the curve and its figures, ready for JSON; None where nothing was held out.

    Args:
        tally: (`STEPS`, 3) as of `reliability_tally`, of all classes together.

    Returns:
        ``ece``, ``confidence`` and ``accuracy`` in the mean, and ``curve``: share of the pixels,
        confidence and accuracy by step that has any.
    """
    pixels, confidence, right = tally.T
    total = float(pixels.sum())
    if total <= 0:
        return None
    return {
        "ece": float(np.abs(confidence - right).sum() / total),
        "confidence": float(confidence.sum() / total),
        "accuracy": float(right.sum() / total),
        "curve": [
            {
                "share": float(pixels[i] / total),
                "confidence": float(confidence[i] / pixels[i]),
                "accuracy": float(right[i] / pixels[i]),
            }
            for i in np.flatnonzero(pixels > 0)
        ],
    }
