"""Names of classes as references write them, matched with those of a map.

By name, whatever its case; else as the value of a class, so that ``1``, ``01`` and the number 1
are the same. What the map does not have is a class of its own.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.palette import ARROW, NO_CHANGE, NODATA, ClassInfo, distinct_color
from crossearth_engine.shared.wording import say

# Names that a sentence lists, of many.
MOST_LISTED = 10
# As people type it.
_ARROWS = re.compile("[-=]+>|[→⇒➔➜⟶]")
# So much would agree if classes were numbered otherwise, where that is no accident.
LEAST_SHIFTED = 0.5


@dataclass(frozen=True)
class RenamedClass(ClassInfo):
    """A class that somebody calls otherwise than the file does, whose name is ``written``.

    What was labelled or drawn before it was renamed still means it.
    """

    written: str = ""


@dataclass(frozen=True)
class MatchedClasses:
    """The classes of a map and of a reference together.

    Attributes:
        classes: (K,) all of them.
        of_map: index of each class of the map, and -1 behind them: for pixels without one.
        of_reference: index of each class that the reference names.
        background: index of the class of what lies outside of the reference; None: of none.
        sentence: which numbers were taken as which classes, if any.
        findings: what a person should know of it.
    """

    classes: tuple[ClassInfo, ...]
    of_map: NDArray[np.intp]
    of_reference: dict[str, int]
    background: int | None
    sentence: str
    findings: tuple[Finding, ...]


def match_classes(
    given: Sequence[str], classes: tuple[ClassInfo, ...], background: str | None = None
) -> MatchedClasses:
    """Match the classes that a reference names with those of a map.

    Args:
        given: names in the reference; may come several times.
        classes: of the map.
        background: name of the class of what lies outside. If the map has no such class, all that
            the reference does not name are one with it.

    Raises:
        InvalidRequest: if the map has none of the classes.
    """
    names = sorted(set(given))
    found = {name: _find(name, classes) for name in names}
    if given and all(index is None for index in found.values()):
        raise InvalidRequest(**_nothing_in_common(names, classes).reason)
    outside = None if background is None else _find(background, classes)
    is_joined = background is not None and outside is None
    first_of = first_of_name(classes).tolist()
    named = {first_of[i] for i in (*found.values(), outside) if i is not None}
    kept = [i for i in sorted(set(first_of)) if not is_joined or i in named]
    union = [classes[i] for i in kept]
    unknown: dict[str, list[str]] = {}
    for name in names:
        if found[name] is None:
            unknown.setdefault(spelling(name), []).append(name)
    joined_key = spelling(background) if background is not None and is_joined else None
    keys = [key for key in unknown if key != joined_key]
    free = [value for value in range(NODATA) if value not in {c.value for c in classes}]
    if len(keys) >= len(free):
        raise InvalidRequest(**Finding("classes-too-many", {"count": str(len(names))}).reason)
    place = {}
    for i, key in enumerate(keys):
        place[key] = len(union)
        union.append(ClassInfo(free[i], unknown[key][0], distinct_color(i, len(keys))))
    if joined_key is not None:
        place[joined_key] = len(union)
        union.append(ClassInfo(free[len(keys)], str(background).strip(), "#9e9e9e"))
    rest = place[joined_key] if joined_key is not None else -1
    of_map = np.array([kept.index(i) if i in kept else rest for i in first_of] + [-1])
    of_reference = {
        name: place[spelling(name)] if (index := found[name]) is None else int(of_map[index])
        for name in names
    }
    findings = [_unmapped(unknown[key][0], classes) for key in keys]
    return MatchedClasses(
        tuple(union),
        of_map,
        of_reference,
        rest if is_joined else (None if outside is None else int(of_map[outside])),
        _by_value(names, found, classes),
        (*findings, *_spellings(names, of_reference, union)),
    )


def shifted_numbers(confusion: NDArray[np.int64], matched: MatchedClasses) -> list[Finding]:
    """Return a finding if reference and map seem to count their classes from 0 and from 1.

    Args:
        confusion: (K, K) by reference and map.
        matched: the K classes.
    """
    numbers = {spelling(name): row for name, row in matched.of_reference.items()}
    if not all(number.isdecimal() for number in numbers):
        return []
    column = {matched.classes[i].value: i for i in matched.of_map[:-1] if i >= 0}
    total = max(int(confusion.sum()), 1)
    agree = float(np.trace(confusion)) / total
    for step, code in ((1, "numbers-too-small"), (-1, "numbers-too-large")):
        places = [(row, column.get(int(number) + step)) for number, row in numbers.items()]
        shifted = sum(int(confusion[row, col]) for row, col in places if col is not None) / total
        if shifted >= max(LEAST_SHIFTED, 2 * agree):
            return [Finding(code, {"shifted": f"{shifted:.0%}", "agree": f"{agree:.0%}"})]
    return []


def spelling(name: str) -> str:
    """Return what all spellings of a name have in common: case, blanks, leading zeros apart.

    So are letters of one look, such as é as one sign or two, and of a change the arrow; one from a
    class to itself is none.
    """
    text = " ".join(unicodedata.normalize("NFKC", name).split()).casefold()
    text = ARROW.join(part.strip() for part in _ARROWS.split(text))
    before, arrow, after = text.partition(ARROW)
    if arrow and before == after:
        return NO_CHANGE
    number = re.fullmatch(r"0*(\d+)(?:\.0+)?", text, re.ASCII)
    return number.group(1) if number else text


def parse_names(texts: Sequence[str] | None) -> dict[int, str]:
    """Return the names in ``1=water``, ``2=forest``, by value; none of None.

    Raises:
        InvalidRequest: if one is not understood, or a value comes twice.
    """
    names: dict[int, str] = {}
    for text in texts or ():
        value, equals, name = (part.strip() for part in text.partition("="))
        is_understood = bool(equals) and value.lstrip("-").isdecimal() and name.isprintable()
        if not is_understood or not name or int(value) in names:
            reason = f"The classes are not understood at {text!r}. Write VALUE=NAME,VALUE=NAME,…"
            raise InvalidRequest(reason=reason)
        names[int(value)] = name
    return names


def first_of_name(classes: Sequence[ClassInfo]) -> NDArray[np.intp]:
    """Return for each class the first one that is called the same, (K,).

    A legend may give several values one name, whatever its case and blanks: they are one class,
    wherever maps are sampled, judged and compared.
    """
    keys = [spelling(item.name) for item in classes]
    return np.array([keys.index(key) for key in keys], np.intp)


def by_name(amounts: NDArray[Any], of_class: NDArray[np.intp]) -> NDArray[Any]:
    """Return amounts (K,) of classes, those of several of one name added up at the first.

    Args:
        amounts: (K,) of each class.
        of_class: see `first_of_name`.
    """
    added = np.zeros_like(amounts)
    np.add.at(added, of_class, amounts)
    return added


def written_name(item: ClassInfo) -> str:
    """Return what the file calls a class."""
    return item.written if isinstance(item, RenamedClass) else item.name


def _find(name: str, classes: tuple[ClassInfo, ...]) -> int | None:
    """Return the index of the class that is meant; None if it is none of them."""
    tests = (
        lambda item: item.name == name,
        lambda item: spelling(item.name) == spelling(name),
        lambda item: spelling(written_name(item)) == spelling(name),
        lambda item: str(item.value) == spelling(name),
    )
    for is_meant in tests:
        for index, item in enumerate(classes):
            if is_meant(item):
                return index
    return None


def _by_value(
    names: Sequence[str], found: dict[str, int | None], classes: tuple[ClassInfo, ...]
) -> str:
    meant = [
        f"{name} = {classes[index].name}"
        for name in names
        if (index := found[name]) is not None
        and spelling(name) not in map(spelling, (classes[index].name, written_name(classes[index])))
    ]
    if not meant:
        return ""
    return say(
        "Numbers of the reference are taken as values of the map's classes: {names}.",
        names=listed(meant),
    )


def _spellings(
    names: Sequence[str], of_reference: dict[str, int], classes: Sequence[ClassInfo]
) -> list[Finding]:
    findings = []
    for index in sorted(set(of_reference.values())):
        spellings = [name for name in names if of_reference[name] == index]
        if len(spellings) > 1:
            details = {"spellings": listed(spellings), "name": classes[index].name}
            findings.append(Finding("class-spelt-variously", details))
    return findings


def _unmapped(name: str, classes: tuple[ClassInfo, ...]) -> Finding:
    details = {"name": name, "classes": listed([item.name for item in classes])}
    if near := _near(name, classes):
        return Finding("class-misspelt", {**details, "near": near})
    return Finding("class-unmapped", details)


def _near(name: str, classes: tuple[ClassInfo, ...]) -> str:
    """Return the class that is spelt nearly so, if any."""
    by_spelling = {spelling(item.name): item.name for item in classes}
    near = difflib.get_close_matches(spelling(name), list(by_spelling), 1, 0.75)
    return by_spelling[near[0]] if near else ""


def _nothing_in_common(names: Sequence[str], classes: tuple[ClassInfo, ...]) -> Finding:
    details = {"names": listed(names), "classes": listed([item.name for item in classes])}
    if near := _near(names[0], classes):
        return Finding("no-class-but-near", {**details, "near": near})
    return Finding("no-class-in-common", details)


def listed(names: Sequence[str]) -> str:
    """Return names for a sentence in any language, of many the first."""
    more = f", … (+{len(names) - MOST_LISTED})" if len(names) > MOST_LISTED else ""
    return ", ".join(names[:MOST_LISTED]) + more
