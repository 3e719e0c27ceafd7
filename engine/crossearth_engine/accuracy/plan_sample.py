"""How many points a sample needs: for overall accuracy, and for what each class of a map is worth.

The simple answer is Cochran's formula, equation 13 of Olofsson et al. (2014). It holds for points
in proportion to the classes, and for the normal approximation. Asked here is what `sample_points`
draws, with a least number a class, and the intervals that `evaluate` tells.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.area_estimates import Z_95, allocate_points
from crossearth_engine.accuracy.class_names import by_name, first_of_name, parse_names
from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.accuracy.intervals import CONFIDENCE, Tallies, share_intervals
from crossearth_engine.arguments import Request
from crossearth_engine.errors import InvalidRequest, NoValidPixels
from crossearth_engine.job import Job
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.options import PLAN_SAMPLE, Options


@dataclass(frozen=True)
class PlanSampleRequest(Request):
    """How sure a sample of a map should make.

    Attributes:
        map: the class raster.
        margin: half of the interval of overall accuracy that is wanted.
        class_margin: half of that of each class's user's accuracy; None: any, by ``least`` points.
        expected: accuracies that are expected, one for all classes or one for each that the map
            has, in its order.
        least: points that a class gets at least.
        nodata, crs: of the map, as in `SegmentRequest`.
        classes: names of its classes by value; see `parse_names`.
        local_only: likewise.
    """

    options: ClassVar[Options] = PLAN_SAMPLE

    map: str
    margin: float = PLAN_SAMPLE["margin"].default
    class_margin: float | None = PLAN_SAMPLE["class_margin"].default
    expected: list[float] | None = PLAN_SAMPLE["expected"].default
    least: int = PLAN_SAMPLE["least"].default
    nodata: str | None = PLAN_SAMPLE["nodata"].default
    crs: str | None = PLAN_SAMPLE["crs"].default
    classes: list[str] | None = PLAN_SAMPLE["classes"].default
    local_only: bool = PLAN_SAMPLE["local_only"].default


EXPECTED = 0.85
"""Accuracy that is expected of a class of which nothing is known."""


@dataclass(frozen=True)
class Plan:
    """What a sample would be, and tell.

    Attributes:
        points: (K,) of each class.
        least: points that a class gets at least.
        overall_margin: half of the interval of overall accuracy.
        margins: (K,) half of those of user's accuracies; NaN for a class without points.
        is_enough: whether they are as short as was asked.
    """

    points: NDArray[np.int64]
    least: int
    overall_margin: float
    margins: NDArray[np.float64]
    is_enough: bool


def plan_sample(request: PlanSampleRequest, job: Job) -> dict[str, Any]:
    """Return how many points are needed, and what they would tell, ready for JSON.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    request.check()
    with ClassRaster(
        request.map,
        nodata=request.nodata,
        crs=request.crs,
        names=parse_names(request.classes),
    ) as classes:
        pixels = by_name(classes.count()[0], first_of_name(classes.classes))
        names = [item.name for item in classes.classes]
    is_there = pixels > 0
    if not is_there.any():
        raise NoValidPixels(path=request.map)
    names = [name for name, is_so in zip(names, is_there, strict=True) if is_so]
    pixels = pixels[is_there]
    expected = _expected(request.expected, names)
    plan = plan_points(pixels, expected, request.margin, request.class_margin, request.least)
    if finding := _why_not_enough(plan, request, names, pixels):
        job.warn(finding)
    weights = pixels / pixels.sum()
    spread = float((weights * np.sqrt(expected * (1 - expected))).sum())
    return {
        "count": int(plan.points.sum()),
        "least": plan.least,
        "confidence": CONFIDENCE,
        "margin": request.margin,
        "class_margin": request.class_margin,
        "overall_accuracy": float(weights @ expected),
        "overall_margin": plan.overall_margin,
        "is_enough": plan.is_enough,
        "by_formula": math.ceil((Z_95 * spread / request.margin) ** 2),
        "classes": [
            {
                "name": name,
                "pixels": int(have),
                "points": int(take),
                "expected": float(share),
                "margin": float(margin) if np.isfinite(margin) else None,
            }
            for name, have, take, share, margin in zip(
                names, pixels, plan.points, expected, plan.margins, strict=True
            )
        ],
    }


def plan_points(
    pixels: NDArray[np.int64],
    expected: NDArray[np.float64],
    margin: float,
    class_margin: float | None,
    least: int,
) -> Plan:
    """Return the smallest sample that makes as sure as asked, as `allocate_points` shares it out.

    Args:
        pixels: (K,) of each class, one at least.
        expected: (K,) user's accuracy of each.
        margin: half of the interval of overall accuracy, at most.
        class_margin: half of that of each user's accuracy, at most; None: any.
        least: points that a class gets at least.
    """
    weights = pixels / pixels.sum()
    if class_margin is not None:
        needed = [
            _points_of_a_class(int(have), float(share), class_margin)
            for have, share in zip(pixels, expected, strict=True)
        ]
        least = max(least, *needed)

    def overall(count: int) -> float:
        n = allocate_points(pixels, count, least).astype(np.float64)
        return _half_width(expected * n, n, weights)

    every = int(pixels.sum())
    # Fewer would leave a class less than the least.
    first = min(len(pixels) * least, every)
    count = _smallest(first, every, lambda n: overall(n) <= margin)
    points = allocate_points(pixels, count, least)
    margins = np.array([_margin(int(n), share) for n, share in zip(points, expected, strict=True)])
    reached = overall(count)
    is_enough = reached <= margin and (
        class_margin is None or bool((margins <= class_margin).all())
    )
    return Plan(points, least, reached, margins, is_enough)


def _why_not_enough(
    plan: Plan, request: PlanSampleRequest, names: list[str], pixels: NDArray[np.int64]
) -> Finding | None:
    """Return a finding if the map is too small for what is asked for."""
    if plan.is_enough:
        return None
    if plan.overall_margin > request.margin:
        return Finding("map-too-small", {"pixels": str(int(pixels.sum()))})
    limit = math.inf if request.class_margin is None else request.class_margin
    small = [
        f"{name} ({int(have)})"
        for name, have, own in zip(names, pixels, plan.margins, strict=True)
        if own > limit
    ]
    return Finding("classes-too-small", {"names": ", ".join(small)})


def _points_of_a_class(pixels: int, share: float, margin: float) -> int:
    """Return how many points make an accuracy so sure; all pixels if not even these do."""
    return _smallest(1, pixels, lambda n: _margin(n, share) <= margin)


def _margin(count: int, share: float) -> float:
    """Return half of the interval of a share, of so many points of one class."""
    n = np.array([float(count)])
    return _half_width(n * share, n, np.ones(1)) if count else math.nan


def _half_width(
    hits: NDArray[np.float64], totals: NDArray[np.float64], weights: NDArray[np.float64]
) -> float:
    """Return half of the interval of a share of all strata."""
    everywhere = np.ones((len(hits), 1), bool)
    tallies = Tallies(hits[:, None], (totals - hits)[:, None], everywhere, everywhere, ~everywhere)
    low, high = share_intervals(tallies, totals, weights)[0]
    return float(high - low) / 2


def _smallest(first: int, last: int, is_enough: Callable[[int], bool]) -> int:
    """Return the smallest number from the first on that is enough, or the last one."""
    too_few, enough = first - 1, first
    while enough < last and not is_enough(enough):
        too_few, enough = enough, min(2 * enough, last)
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        too_few, enough = (too_few, middle) if is_enough(middle) else (middle, enough)
    return enough


def _expected(given: list[float] | None, names: list[str]) -> NDArray[np.float64]:
    """Return the accuracy that is expected of each class."""
    values = given or [EXPECTED]
    if len(values) not in (1, len(names)):
        counts = {"count": str(len(names)), "given": str(len(values))}
        details = {**counts, "names": ", ".join(names)}
        raise InvalidRequest(**Finding("expected-of-others", details).reason)
    return np.broadcast_to(np.array(values, np.float64), len(names))
