"""The classes that polygons name, for a model to learn: names, values, colours, enough pixels?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.raster.labelled_polygons import PolygonTable
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.palette import (
    MAX_CLASSES,
    NODATA,
    ClassInfo,
    conventional_color,
    distinct_color,
)

MIN_PIXELS = 100
"""Pixels, on the grid that the network sees, below which a class is called small."""

FLOOD_SHARE = 0.02
"""Of the map: more of a small class is told."""

LEAST_TOLD = 0.2
"""How far the mean recall has to come from that of a map of one class (0) to no error (1)."""


def class_names(table: PolygonTable) -> list[str]:
    """Return the names of the classes, sorted, numbers by their value.

    Raises:
        InvalidRequest: if there is only one, or there are too many.
    """
    names = sorted(set(table.classes.tolist()), key=lambda name: (_number(name), name))
    if len(names) < 2:
        reason = (
            f"All polygons are of the class {names[0]}. Draw some of what is something else: a "
            "model learns to tell classes apart."
        )
        raise InvalidRequest(reason=reason)
    if len(names) > MAX_CLASSES:
        reason = (
            f"The field has {len(names)} different values; {MAX_CLASSES} classes are the most. Is "
            "it the field that holds the class? Numbers, such as heights, are learned with "
            "--numbers."
        )
        raise InvalidRequest(reason=reason)
    return names


def class_infos(
    names: Sequence[str],
    known: tuple[ClassInfo, ...] = (),
    colors: Mapping[str, str] | None = None,
) -> tuple[ClassInfo, ...]:
    """Return a palette for class names, in their order.

    Names that are numbers, all of them, become the values of the classes; others are numbered from
    1. Colours are those asked for, else of the class of the same name in ``known``, else those that
    maps commonly have, each for one class, else distinct.
    """
    wanted = {item.name.lower(): item.color for item in known}
    wanted |= {name.lower(): color.lower() for name, color in (colors or {}).items()}
    numbers = [int(name) if name.isascii() and name.isdigit() else -1 for name in names]
    are_values = all(0 <= number < NODATA for number in numbers)
    # 01 and 1 are two names, and one number.
    are_values &= len({*numbers}) == len(numbers)
    values = numbers if are_values else range(1, len(names) + 1)
    classes: list[ClassInfo] = []
    taken = set(wanted.values())
    for i, (value, name) in enumerate(zip(values, names, strict=True)):
        color = wanted.get(name.lower()) or conventional_color(name)
        if color is None or (name.lower() not in wanted and color in taken):
            color = distinct_color(i, len(names))
        taken.add(color)
        classes.append(ClassInfo(value, name, color))
    return tuple(classes)


def alike_findings(names: Sequence[str]) -> list[Finding]:
    """Return a finding on names that may be meant for one class: 01 and 1, Water and water."""
    alike: dict[str, list[str]] = {}
    for name in names:
        key = str(int(name)) if name.isascii() and name.isdigit() else name.casefold()
        alike.setdefault(key, []).append(name)
    return [
        Finding("classes-alike", {"names": ", ".join(same)})
        for same in alike.values()
        if len(same) > 1
    ]


def small_class_findings(
    classes: tuple[ClassInfo, ...], pixels: NDArray[np.int64], polygons: NDArray[np.int64]
) -> list[Finding]:
    """Return a finding on each class that is too small to be learned well.

    Args:
        classes: (K,) the classes.
        pixels: (K,) labelled pixels of each, on the grid that the network sees.
        polygons: (K,) polygons of each.
    """
    findings = []
    for item, count, drawn in zip(classes, pixels, polygons, strict=True):
        if count == 0:
            findings.append(Finding("class-without-pixels", {"name": item.name}))
        elif count < MIN_PIXELS:
            details = {"name": item.name, "count": str(count), "least": str(MIN_PIXELS)}
            findings.append(Finding("class-of-few-pixels", details))
        elif drawn < 2:
            findings.append(Finding("class-of-one-polygon", {"name": item.name}))
    return findings


def flood_findings(
    classes: tuple[ClassInfo, ...], pixels: NDArray[np.int64], shares: NDArray[np.float64]
) -> list[Finding]:
    """Return a finding on each class of few pixels that takes much of the map.

    None where all have few, as of points: that was told of each, and none stands out.

    Args:
        classes: (K,) the classes.
        pixels: (K,) labelled pixels of each, on the grid that the network sees.
        shares: (K,) of the ground that was looked at.
    """
    if pixels.max() < MIN_PIXELS:
        return []
    return [
        Finding(
            "class-floods",
            {"name": item.name, "count": str(count), "share": f"{100 * share:.0f} %"},
        )
        for item, count, share in zip(classes, pixels, shares, strict=True)
        if 0 < count < MIN_PIXELS and share > FLOOD_SHARE
    ]


def untold_finding(confusion: NDArray[np.float64], is_held_out: bool) -> Finding | None:
    """Return a finding if the classes are hardly told apart better than by a map of one class.

    The overall accuracy does not show that: where nearly all of the ground is taken for one class,
    it is high.

    Args:
        confusion: (K, K) pixels by drawn (rows) and mapped class.
        is_held_out: whether the head was fitted without them.
    """
    drawn = confusion.sum(axis=1)
    is_measured = drawn > 0
    if is_measured.sum() < 2:
        return None
    recall = float(np.mean(confusion.diagonal()[is_measured] / drawn[is_measured]))
    guessed = 1 / int(is_measured.sum())
    if recall - guessed >= LEAST_TOLD * (1 - guessed):
        return None
    details = {"recall": f"{100 * recall:.0f} %", "guessed": f"{100 * guessed:.0f} %"}
    return Finding("classes-untold" if is_held_out else "classes-unlearned", details)


def _number(name: str) -> int:
    return int(name) if name.isascii() and name.isdigit() else NODATA
