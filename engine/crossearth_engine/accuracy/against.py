"""Two maps of one place, judged by the same points: which is better, in words and figures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.class_names import MatchedClasses, match_classes
from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.accuracy.comparison import (
    LabelledPoints,
    Reference,
    are_points,
    mapped_at,
    read_points,
)
from crossearth_engine.accuracy.intervals import CONFIDENCE
from crossearth_engine.accuracy.paired import PairedDifference, PairedPoints, paired_difference
from crossearth_engine.accuracy.strata import SAME_SIZE
from crossearth_engine.errors import InvalidRequest, NoIntersection
from crossearth_engine.job import Job
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.wording import say

METHOD = say(
    "Exact test of McNemar (1947) at the points where one of the maps alone is right; of a "
    "stratified sample the exact permutation test of matched pairs (Fisher 1935), in which each "
    "point counts for the part of its stratum that it stands for. The 95 % interval of the "
    "difference is made as those of the shares (Fay and Kim 2017)."
)
FEW_POINTS = say(
    "The interval reaches over 0 all the same: it also allows for what the few points of some "
    "classes may have missed. More points will tell."
)
# Where one of the maps has no class at more points, what is said is not said of the place.
LEAST_COMMON = 0.99
# A difference that comes by chance in fewer samples is taken for one.
SIGNIFICANT = 1 - CONFIDENCE


def judge_against(
    reference: Reference, first: ClassRaster, second: ClassRaster, job: Job, name: str
) -> tuple[dict[str, Any], list[Finding]]:
    """Return which of two maps is better, ready for JSON, and what to know of the second.

    Args:
        reference: points with a class.
        first: a map.
        second: another one.
        job: is told how far it is.
        name: what the first is called: a path, of the map or of the model that has made it.

    Raises:
        InvalidRequest: if the reference is no points.
        EngineError: others, as for one map.
    """
    if not are_points(reference):
        raise InvalidRequest(**Finding("against-needs-points").reason)
    points = read_points(reference, first.classes)
    names = points.names.tolist()
    matched = [match_classes(names, item.classes) for item in (first, second)]
    hits = np.stack(
        [
            _hits(points, item, found, job)
            for item, found in zip((first, second), matched, strict=True)
        ]
    )
    is_common: NDArray[np.bool_] = np.all(hits >= 0, axis=0)
    if not is_common.any():
        raise NoIntersection(area="set of points", path=second.path)
    told = _by_strata(points, hits, is_common)
    called = _names(name, second.path)
    findings = [
        Finding("against-class-unmapped", {"file": called[1], **_of_class(item.details)})
        for item in matched[1].findings
        if item.code in ("class-unmapped", "class-misspelt")
    ]
    if (count := int(is_common.sum())) < LEAST_COMMON * len(is_common):
        details = {"count": str(count), "total": str(len(is_common))}
        findings.append(Finding("against-elsewhere", details))
    result: dict[str, Any] = {
        "map": second.path,
        "points": int(is_common.sum()),
        "elsewhere": int((~is_common).sum()),
        "both_right": int((hits == 1).all(axis=0).sum()),
        "this_alone_right": int(((hits[0] == 1) & (hits[1] == 0)).sum()),
        "other_alone_right": int(((hits[0] == 0) & (hits[1] == 1)).sum()),
        "both_wrong": int((hits == 0).all(axis=0).sum()),
        "method": METHOD,
        "confidence": CONFIDENCE,
    }
    if isinstance(told, Finding):
        figures = dict.fromkeys(
            ("this_accuracy", "other_accuracy", "difference", "interval", "p_value", "is_sure")
        )
        result |= {**figures, "sentences": [told.sentence], "finding": told.to_dict()}
        return result, findings
    result |= {
        "this_accuracy": told.accuracies[0],
        "other_accuracy": told.accuracies[1],
        "difference": told.difference,
        "interval": list(told.interval),
        "p_value": told.p_value,
        "is_sure": told.p_value < SIGNIFICANT,
        "sentences": _sentences(told, result, called, has_strata=points.strata is not None),
    }
    return result, findings


def _of_class(details: Mapping[str, str]) -> dict[str, str]:
    return {name: details[name] for name in ("name", "classes")}


def _hits(
    points: LabelledPoints, classes: ClassRaster, matched: MatchedClasses, job: Job
) -> NDArray[np.int8]:
    """Return whether a map is right at each point, (N,): 1 or 0; -1 where it has no class."""
    labels = np.array([matched.of_reference[name] for name in points.names.tolist()], np.intp)
    mapped = mapped_at(points, classes, matched, job)
    return np.where(mapped < 0, -1, mapped == labels).astype(np.int8)


def _by_strata(
    points: LabelledPoints, hits: NDArray[np.int8], is_common: NDArray[np.bool_]
) -> PairedDifference | Finding:
    """Return what the points tell, or why they do not."""
    strata = points.strata
    of_points = np.zeros(len(is_common), np.intp) if strata is None else strata.of_points
    count = 1 if strata is None else len(strata.names)
    found, common = (np.bincount(of_points[is_so], minlength=count)
                     for is_so in (np.ones_like(is_common), is_common))  # fmt: skip
    if strata is not None and (untold := strata.untold(found)) > SAME_SIZE:
        return Finding("against-untold", {"share": f"{untold:.0%}"})
    used = common > 0
    # What lies outside of one of the maps is no part of the place that both are judged on.
    sizes = np.ones(1) if strata is None else strata.sizes
    weights = (sizes * common / np.maximum(found, 1))[used]

    def counted(first: int, second: int) -> NDArray[np.int64]:
        is_so = is_common & (hits[0] == first) & (hits[1] == second)
        return np.bincount(of_points[is_so], minlength=count)[used]

    pairs = PairedPoints(
        counted(1, 1), counted(1, 0), counted(0, 1), counted(0, 0), weights / weights.sum()
    )
    return paired_difference(pairs)


def _sentences(
    told: PairedDifference, counts: dict[str, Any], names: tuple[str, str], *, has_strata: bool
) -> list[str]:
    """Return what the figures mean, for people who know no statistics."""
    this, other = names
    right, other_right = (f"{100 * share:.1f} %" for share in told.accuracies)
    where = say("of the place") if has_strata else say("of the points")
    if counts["elsewhere"]:
        where = say("of what both maps cover") if has_strata else say("of the points on both maps")
    low, high = (f"{100 * end:+.1f}" for end in told.interval)
    sentences: list[str] = [
        say(
            "{this} is right on {right} {where}, {other} on {other_right}: a difference of "
            "{difference} percentage points (95 % interval: {low} to {high}).",
            this=this,
            right=right,
            where=where,
            other=other,
            other_right=other_right,
            difference=f"{100 * told.difference:+.1f}",
            low=low,
            high=high,
        ),
        say(
            "At {count} points {this} alone is right, at {other_count} {other} alone; the others "
            "tell nothing of which is better.",
            count=counts["this_alone_right"],
            this=this,
            other_count=counts["other_alone_right"],
            other=other,
        ),
    ]
    chance = {"often": _how_often(told.p_value), "p": _p_text(told.p_value)}
    if told.p_value < SIGNIFICANT:
        better, worse = (this, other) if told.difference > 0 else (other, this)
        sentences.append(
            say(
                "{better} is better than {worse}: were both equally good, as large a difference "
                "would come up {often} by chance (p = {p}).",
                better=better,
                worse=worse,
                **chance,
            )
        )
        if told.interval[0] <= 0 <= told.interval[1]:
            sentences.append(FEW_POINTS)
    else:
        sentences.append(
            say(
                "These points do not tell which map is better: were both equally good, as large a "
                "difference would come up {often} by chance (p = {p}). That does not say that they "
                "are equally good; more points may tell.",
                **chance,
            )
        )
    if not has_strata:
        sentences.append(
            say(
                "This holds for the place if the points were drawn at random, each pixel with the "
                "same chance; else for these points only."
            )
        )
    return sentences


def _names(first: str, second: str) -> tuple[str, str]:
    """Return what to call two maps: by their files, or by their paths if these are alike."""
    names = Path(first).name, Path(second).name
    return names if names[0] != names[1] else (first, second)


def _how_often(chance: float) -> str:
    if chance < 1e-4:
        return "in fewer than 1 of 10,000 samples"
    for of in (100, 1000, 10_000):
        if chance * of >= 0.995:
            return say("in {count} of {all} samples", count=f"{chance * of:.0f}", all=f"{of:,}")
    return say("in {count} of {all} samples", count="1", all="10,000")


def _p_text(chance: float) -> str:
    return f"{chance:.3f}" if chance >= 0.001 else f"{chance:.1e}"
