"""From what a network says to a class or a number per pixel, and to what else a map tells of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.products import PRODUCTS, UNFAMILIARITY
from crossearth_engine.shared.quantity import NO_NUMBER

# What the shares of all classes may sum to.
WHOLES = (1, 100, 255)
# By how much scores differ from place to place where there is anything, and what no logit exceeds.
LEAST_SPREAD, HIGHEST_LOGIT = 0.1, 40.0


def choose_channels(scores: FloatArray, model: ModelInfo) -> NDArray[np.uint8]:
    """Return the index of the chosen class per pixel, (H, W).

    Args:
        scores: (K, H, W) float32, K the network's channels, averaged over windows.
        model: says what the scores are.

    The highest score wins, the first of equal ones; a network with one channel says the
    second class where its score is above the model's threshold.
    """
    if model.threshold is not None:
        return (_probability(scores[0], model) > model.threshold).astype(np.uint8)
    # Class by class, in whole arrays: numpy's argmax over the first axis takes 20 times as long.
    best = scores[0].copy()
    chosen = np.zeros(best.shape, np.uint8)
    for index in range(1, len(scores)):
        is_better = (scores[index] > best).view(np.uint8)
        # The index is larger than all before it.
        np.maximum(chosen, is_better * np.uint8(index), out=chosen)
        np.maximum(best, scores[index], out=best)
    return chosen


def as_numbers(values: FloatArray) -> FloatArray:
    """Return what a network says (H, W) as a map of numbers has it, float32."""
    numbers = values.astype(np.float32)
    # What would mean that there is none is as near to that as can be.
    numbers[numbers == NO_NUMBER] = np.nextafter(np.float32(NO_NUMBER), np.float32(0))
    return numbers


def confidence_of(scores: FloatArray, model: ModelInfo) -> FloatArray:
    """Return the probability of the chosen class per pixel, (H, W) float32 in [0, 1].

    Softmax of logits; for networks that return probabilities or other non-negative scores, the
    share of the chosen class in the sum over classes.
    """
    if model.threshold is not None:
        second = _probability(scores[0], model)
        certain: FloatArray = np.where(second > model.threshold, second, 1 - second)
        return certain
    best = scores.max(axis=0)
    if model.scores == "logits":
        # Class by class, in the same memory: an array of all exponentials takes twice as long.
        total = np.zeros_like(best)
        exponential = np.empty_like(best)
        for score in scores:
            np.subtract(score, best, out=exponential)
            total += np.exp(exponential, out=exponential)
        likelihood: FloatArray = np.reciprocal(total, out=total)
        return likelihood
    total = scores.sum(axis=0)
    share: FloatArray = np.clip(best / np.where(total > 0, total, 1), 0, 1)
    return share


def probabilities_of(scores: FloatArray, model: ModelInfo) -> FloatArray:
    """Return the probability of every class per pixel, (K, H, W) float32, K the model's classes.

    By the rule of `confidence_of`; they sum to one.
    """
    if model.threshold is not None:
        second = _probability(scores[0], model)
        return np.stack([1 - second, second])
    shares: FloatArray
    if model.scores == "logits":
        shares = np.exp(scores - scores.max(axis=0))
    else:
        shares = np.maximum(scores, 0)
    total = shares.sum(axis=0)
    shares /= np.where(total > 0, total, 1)
    return shares


def _confidence(probabilities: FloatArray, chosen: NDArray[np.uint8]) -> FloatArray:
    share: FloatArray = np.take_along_axis(probabilities, chosen[None], axis=0)[0]
    return share


def _probabilities(probabilities: FloatArray, chosen: NDArray[np.uint8]) -> FloatArray:
    return probabilities


def _lead(probabilities: FloatArray, chosen: NDArray[np.uint8]) -> FloatArray:
    others = probabilities.copy()
    np.put_along_axis(others, chosen[None], 0, axis=0)
    # Of merged classes another may be likelier than the one that was chosen.
    lead: FloatArray = np.maximum(_confidence(probabilities, chosen) - others.max(axis=0), 0)
    return lead


# What the pixels of each raster beside the map are, shares of one: (H, W), or (K, H, W) of one with
# a band for each class. Of the probabilities (K, H, W) of the map's classes, which sum to one, and
# the index (H, W) of the chosen one among them.
_SHARES: dict[str, Callable[[FloatArray, NDArray[np.uint8]], FloatArray]] = {
    "confidence": _confidence,
    "probabilities": _probabilities,
    "lead": _lead,
}
_RASTERS = {name for name, product in PRODUCTS.items() if product.is_raster}
# The network tells that itself.
if _SHARES.keys() != _RASTERS - {UNFAMILIARITY}:
    # Here, and not when the first window is written.
    raise LookupError(f"The rasters of a run and their pixels differ: {', '.join(_SHARES)}.")


def shares_of(
    names: Collection[str],
    scores: FloatArray,
    chosen: NDArray[np.uint8],
    model: ModelInfo,
    places: Sequence[int],
) -> dict[str, FloatArray]:
    """Return the pixels of rasters beside the map, shares of one.

    Args:
        names: of the rasters.
        scores: (K, H, W) float32, K the network's channels.
        chosen: (H, W), as `choose_channels` returns it.
        model: says what the scores are.
        places: for each of the model's classes its place among those of the map.
    """
    if not names:
        return {}
    if [*names] == ["confidence"] and len(set(places)) == len(places):
        # As most ask for: without an array for every class.
        return {"confidence": confidence_of(scores, model)}
    probabilities = merge_probabilities(probabilities_of(scores, model), places)
    place = np.array(places, np.uint8)[chosen]
    return {name: _SHARES[name](probabilities, place) for name in names}


def merge_probabilities(probabilities: FloatArray, places: Sequence[int]) -> FloatArray:
    """Return the probability of classes that others have become: the sum of theirs.

    Args:
        probabilities: (K, H, W) of the model's classes.
        places: for each of them its place among the classes that are left.
    """
    merged = np.zeros((max(places) + 1, *probabilities.shape[1:]), np.float32)
    for place, probability in zip(places, probabilities, strict=True):
        merged[place] += probability
    return merged


def kind_of_scores(scores: FloatArray) -> tuple[Literal["logits", "probabilities"], Finding | None]:
    """Return what scores (B, K, H, W) are, and what is doubtful about that, if anything.

    They are probabilities if they are shares of one, of a hundred or of the largest byte; or if
    each is one of its own: they differ from place to place and never leave 0 to 1. All else are
    logits.
    """
    low, high = float(scores.min()), float(scores.max())
    is_in_range = low >= 0 and high <= 1 + 1e-3
    if scores.shape[1] == 1:
        if low >= 0 and high > HIGHEST_LOGIT:
            return "logits", Finding("score-large", {"low": f"{low:.3g}", "high": f"{high:.3g}"})
        return ("probabilities" if is_in_range else "logits"), None
    total = scores.sum(axis=1)
    if low >= 0 and any(np.allclose(total, whole, rtol=1e-2, atol=0) for whole in WHOLES):
        return "probabilities", None
    if is_in_range and np.ptp(scores, axis=(0, 2, 3)).max() > LEAST_SPREAD:
        return "probabilities", Finding("scores-each-alone")
    return "logits", None


def _probability(score: FloatArray, model: ModelInfo) -> FloatArray:
    """Return the probability of the second class from a single channel, in [0, 1]."""
    if model.scores == "logits":
        # Beyond 80 single precision overflows, and nothing changes.
        score = np.reciprocal(1 + np.exp(-np.clip(score, -80, 80)), dtype=np.float32)
    probability: FloatArray = np.clip(score, 0, 1)
    return probability
