"""The classes of two maps together: the same by name, or by value where one has no names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.class_names import listed, spelling
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.palette import ClassInfo

Classes = tuple[ClassInfo, ...]


@dataclass(frozen=True)
class SharedClasses:
    """The classes of two maps.

    Attributes:
        classes: (K,) all of them; values are those of the first map that has the class.
        of_before: index of each class of the first map, and -1 behind them: for pixels without.
        of_after: the same of the second map.
        sentence: how they were matched.
        finding: what a person should know of that; None where all have names.
    """

    classes: Classes
    of_before: NDArray[np.intp]
    of_after: NDArray[np.intp]
    sentence: str
    finding: Finding | None

    def only_in(self, one: NDArray[np.intp], other: NDArray[np.intp]) -> list[int]:
        """Return the classes that ``one`` of both maps has and the ``other`` has not."""
        return sorted(set(one[:-1].tolist()) - set(other[:-1].tolist()))


def share_classes(before: Classes, after: Classes) -> SharedClasses:
    """Match the classes of two maps.

    By name, whatever its case and blanks. What is called by its value only, or has such a class
    of that value on the other map, is matched by value. Values that a legend calls the same are
    one class.

    Raises:
        InvalidRequest: if the maps have no class in common.
    """
    union: list[ClassInfo] = []
    place: dict[str, int] = {}
    of_before = [_add(item, union, place) for item in before]
    bare = {item.value: i for item, i in zip(before, of_before, strict=True) if _is_bare(item)}
    by_value = {item.value: i for item, i in zip(before, of_before, strict=True)}
    names = {spelling(item.name) for item in after}
    of_after, told = [], []
    for item in after:
        key = spelling(item.name)
        index = place.get(key)
        if index is None and _is_bare(item):
            index = by_value.get(item.value)
        elif index is None and spelling(str(item.value)) not in names:
            index = bare.get(item.value)
            if index is not None:
                # The map that has a name gives it, and the colour.
                union[index] = item
        if index is None:
            index = _add(item, union, place)
        elif spelling(union[index].name) != key or key not in place:
            told.append(f"{item.value} = {union[index].name}")
        of_after.append(index)
    if not set(of_before) & set(of_after):
        sides = {"before": before, "after": after}
        details = {side: listed([c.name for c in classes]) for side, classes in sides.items()}
        raise InvalidRequest(**Finding("maps-share-no-class", details).reason)
    sentence, finding = "Classes are matched by name.", None
    if told:
        sentence = (
            f"Classes are matched by name; where a map has numbers only, by value: {listed(told)}."
        )
        finding = Finding("maps-matched-by-value", {"classes": listed(told)})
    return SharedClasses(
        tuple(union), np.array([*of_before, -1]), np.array([*of_after, -1]), sentence, finding
    )


def _add(item: ClassInfo, union: list[ClassInfo], place: dict[str, int]) -> int:
    key = spelling(item.name)
    if key not in place:
        place[key] = len(union)
        union.append(item)
    return place[key]


def _is_bare(item: ClassInfo) -> bool:
    return spelling(item.name) == str(item.value)
