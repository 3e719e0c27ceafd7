"""Losses of semantic segmentation. Pixels labelled `IGNORE_INDEX` never count."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX


def segmentation_loss(
    logits: Tensor,
    labels: Tensor,
    label_smoothing: float = 0.0,
    class_weights: Tensor | None = None,
) -> Tensor:
    """Return cross-entropy plus Dice loss, a scalar.

    Args:
        logits: (B, K, H, W) float.
        labels: (B, H, W) int64, 0 to K - 1 or `IGNORE_INDEX`.
        label_smoothing: share of the target spread evenly over the classes in the cross-entropy;
            eases the harm of labels drawn coarsely.
        class_weights: (K,) weight of each class in the cross-entropy; 1 for all by default.
    """
    weights = torch.ones(logits.shape[1]) if class_weights is None else class_weights
    cross_entropy = F.cross_entropy(
        logits,
        labels,
        weight=weights.to(logits),
        ignore_index=IGNORE_INDEX,
        label_smoothing=label_smoothing,
        reduction="sum",
    )
    counts = torch.bincount(labels[labels != IGNORE_INDEX], minlength=len(weights))
    total = (counts * weights.to(counts.device)).sum().clamp(min=1)
    return cross_entropy / total + dice_loss(logits, labels)


def dice_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Return one minus the mean soft Dice score of the classes present in the batch, a scalar.

    Unlike the cross-entropy it weighs a rare class as much as a common one, as mean IoU does.
    Shapes are those of `segmentation_loss`.
    """
    num_classes = logits.shape[1]
    valid = (labels != IGNORE_INDEX)[:, None]  # (B, 1, H, W)
    targets = F.one_hot(labels.clamp(max=num_classes - 1), num_classes).movedim(-1, 1) * valid
    probabilities = logits.softmax(dim=1) * valid
    over_pixels = (0, 2, 3)
    sizes = targets.sum(over_pixels)
    overlaps = (probabilities * targets).sum(over_pixels)
    scores = 2 * overlaps / (sizes + probabilities.sum(over_pixels)).clamp(min=1)
    present = sizes > 0
    return 1 - scores[present].mean() if bool(present.any()) else torch.zeros_like(scores.sum())
