"""The loss of Mask2Former (Cheng et al. 2022), with which CrossEarth is trained.

Every class in a patch is one mask to be found. The queries are matched to the masks so that the
costs are lowest; matched queries learn class and mask, the others that they are no object. All
predictions of the head, after each of its layers, are matched and judged by themselves.

Where it differs from the official loss: points are drawn from labelled pixels only. There a pixel
without a label is background for every mask, which would be most of an image of which somebody has
drawn a few polygons. For the same reason a query that nothing was matched to is not taught that it
is no object where its mask lies mostly on pixels without a label: it may well have found what
nobody has drawn. Where every pixel has a label, both are as there.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Generator, Tensor
from torch import distributed as dist
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.mask2former import Prediction
from crossearth_engine.networks.single import undisturbed
from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX

NUM_POINTS = 12544
_OVERSAMPLING = 3
_UNCERTAIN_SHARE = 0.75
_CLASS_WEIGHT, _MASK_WEIGHT, _DICE_WEIGHT = 2.0, 5.0, 5.0
_NO_OBJECT_WEIGHT = 0.1
_UNKNOWN = -100


def mask_classification_loss(
    predictions: Sequence[Prediction],
    labels: Tensor,
    generator: Generator,
    num_points: int = NUM_POINTS,
) -> Tensor:
    """Return the sum over all predictions of class, mask and Dice losses, a scalar, single.

    Args:
        predictions: of the head, see `Mask2FormerHead.forward` with ``every_layer``.
        labels: (B, H, W) int64, 0 to K - 1 or IGNORE_INDEX.
        generator: source of the random points, on the CPU.
        num_points: points per image at which masks are compared.
    """
    targets = [_classes_and_points(image, num_points, generator) for image in labels]
    num_masks = max(_mean_over_processes(sum(len(t.classes) for t in targets), labels.device), 1.0)
    total = labels.new_zeros((), dtype=torch.float32)
    with undisturbed(labels):
        for prediction in predictions:
            total = total + _loss_of_layer(prediction, targets, num_masks, generator)
    return total


class _Target:
    """What is to be found in an image.

    Attributes:
        classes: (M,) int64, the classes present.
        places: (3P, 2) x and y of labelled points, -1 to 1 over the image.
        masks: (M, 3P) float, 1 where the point is of the class.
        num_points: P.
        is_unlabelled: (H, W) bool.
    """

    def __init__(
        self,
        classes: Tensor,
        places: Tensor,
        masks: Tensor,
        num_points: int,
        is_unlabelled: Tensor,
    ) -> None:
        self.classes = classes
        self.places = places
        self.masks = masks
        self.num_points = num_points
        self.is_unlabelled = is_unlabelled


def _classes_and_points(labels: Tensor, num_points: int, generator: Generator) -> _Target:
    height, width = labels.shape
    is_unlabelled = labels == IGNORE_INDEX
    known = torch.nonzero(~is_unlabelled.flatten())[:, 0]
    drawn = torch.randint(
        max(len(known), 1), (_OVERSAMPLING * num_points,), generator=generator
    ).to(labels.device)
    if len(known) == 0:
        nowhere, nothing = labels.new_zeros((0, 2)).float(), labels.new_zeros((0, 0)).float()
        return _Target(known, nowhere, nothing, 0, is_unlabelled)
    pixels = known[drawn]
    found = labels.flatten()[pixels]
    classes = torch.unique(found)
    x = (pixels % width + 0.5) * (2 / width) - 1
    y = (pixels // width + 0.5) * (2 / height) - 1
    masks = (found == classes[:, None]).float()
    return _Target(classes, torch.stack((x, y), dim=-1), masks, num_points, is_unlabelled)


def _loss_of_layer(
    prediction: Prediction, targets: list[_Target], num_masks: float, generator: Generator
) -> Tensor:
    class_logits = prediction.class_logits.float()
    no_object = class_logits.shape[-1] - 1
    expected = torch.full(class_logits.shape[:2], no_object, device=class_logits.device)
    # Every output takes part even where nothing is labelled: processes wait for all gradients.
    mask_loss = dice_loss = 0 * (class_logits.sum() + prediction.mask_logits.float().sum())
    for i, target in enumerate(targets):
        if len(target.classes) == 0:
            # Nobody knows what is there: that is no "no object".
            expected[i] = _UNKNOWN
            continue
        masks = _at(prediction.mask_logits[i].float(), target.places)  # (Q, 3P)
        with torch.no_grad():
            points = slice(target.num_points)
            cost = _costs(class_logits[i], masks[:, points], target, target.masks[:, points])
            queries = torch.from_numpy(assign(cost.cpu().numpy())).to(class_logits.device)
            expected[i, _lies_on(prediction.mask_logits[i], target.is_unlabelled)] = _UNKNOWN
        expected[i, queries] = target.classes
        chosen = _uncertain_points(masks[queries], target.num_points)
        logits, truth = (x.gather(1, chosen) for x in (masks[queries], target.masks))
        mask_loss = (
            mask_loss
            + F.binary_cross_entropy_with_logits(logits, truth, reduction="none").mean(1).sum()
        )
        dice_loss = dice_loss + _dice(logits.sigmoid(), truth).sum()
    weights = torch.ones(no_object + 1, device=class_logits.device)
    weights[no_object] = _NO_OBJECT_WEIGHT
    class_loss = F.cross_entropy(
        class_logits.flatten(0, 1),
        expected.flatten(),
        weights,
        ignore_index=_UNKNOWN,
        reduction="sum",
    ) / weights[expected[expected != _UNKNOWN]].sum().clamp(min=1e-6)
    masks_loss = (_MASK_WEIGHT * mask_loss + _DICE_WEIGHT * dice_loss) / num_masks
    return _CLASS_WEIGHT * class_loss + masks_loss


def _lies_on(mask_logits: Tensor, pixels: Tensor) -> Tensor:
    """Return whether most of each mask (Q, h, w) lies on pixels (H, W) bool, (Q,).

    A mask without a pixel lies nowhere.
    """
    height, width = mask_logits.shape[-2:]
    shares = F.adaptive_avg_pool2d(pixels[None].float(), (height, width))
    inside = (mask_logits > 0).float()
    is_most: Tensor = (inside * shares).sum((1, 2)) > 0.5 * inside.sum((1, 2))
    return is_most


def _at(maps: Tensor, places: Tensor) -> Tensor:
    """Return maps (Q, h, w) at places (P, 2), bilinear, (Q, P)."""
    return F.grid_sample(maps[None], places[None, None], align_corners=False)[0, :, 0]


def _costs(class_logits: Tensor, masks: Tensor, target: _Target, truth: Tensor) -> Tensor:
    """Return what it would cost each mask to be found by each query, (M, Q)."""
    class_cost = -class_logits.softmax(-1)[:, target.classes].T
    count = truth.shape[1]
    cross_entropy = (truth @ F.softplus(-masks).T + (1 - truth) @ F.softplus(masks).T) / count
    shares = masks.sigmoid()
    overlap = truth @ shares.T
    dice = 1 - (2 * overlap + 1) / (truth.sum(1)[:, None] + shares.sum(1) + 1)
    return _CLASS_WEIGHT * class_cost + _MASK_WEIGHT * cross_entropy + _DICE_WEIGHT * dice


def _uncertain_points(logits: Tensor, num_points: int) -> Tensor:
    """Return for each mask the points it counts at, (M, P): the uncertain ones and some others.

    The points are in random order already, so the first ones are as random as any.
    """
    num_uncertain = int(_UNCERTAIN_SHARE * num_points)
    uncertain = logits.detach().abs().topk(num_uncertain, dim=1, largest=False).indices
    others = torch.arange(num_points - num_uncertain, device=logits.device)
    return torch.cat((uncertain, others.expand(len(logits), -1)), dim=1)


def _dice(shares: Tensor, truth: Tensor) -> Tensor:
    return 1 - (2 * (shares * truth).sum(1) + 1) / (shares.sum(1) + truth.sum(1) + 1)


def assign(costs: NDArray[np.floating]) -> NDArray[np.intp]:
    """Return for each row a column of its own, so that the sum of the costs is lowest.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957), row by row along the cheapest
    path. The rows here are the classes in a patch, which are few.

    Args:
        costs: (M, Q), M <= Q.
    """
    num_rows, num_cols = costs.shape
    row_potential = np.zeros(num_rows)
    col_potential = np.zeros(num_cols + 1)
    row_of = np.full(num_cols + 1, -1)  # the last column is where a path starts
    for row in range(num_rows):
        row_of[-1], col = row, num_cols
        slack = np.full(num_cols, np.inf)
        came_from = np.full(num_cols, num_cols)
        is_done = np.zeros(num_cols + 1, bool)
        while row_of[col] >= 0:
            is_done[col] = True
            reduced = costs[row_of[col]] - row_potential[row_of[col]] - col_potential[:-1]
            is_shorter = ~is_done[:-1] & (reduced < slack)
            slack[is_shorter], came_from[is_shorter] = reduced[is_shorter], col
            open_slack = np.where(is_done[:-1], np.inf, slack)
            col = int(open_slack.argmin())
            step = open_slack[col]
            row_potential[row_of[is_done]] += step
            col_potential[is_done] -= step
            slack[~is_done[:-1]] -= step
        while col != num_cols:
            row_of[col] = row_of[came_from[col]]
            col = came_from[col]
    columns = np.empty(num_rows, np.intp)
    is_used = row_of[:-1] >= 0
    columns[row_of[:-1][is_used]] = np.nonzero(is_used)[0]
    return columns


def _mean_over_processes(count: int, device: torch.device) -> float:
    if not (dist.is_available() and dist.is_initialized()):
        return float(count)
    total = torch.tensor(float(count), device=device)
    dist.all_reduce(total)
    return float(total) / dist.get_world_size()
