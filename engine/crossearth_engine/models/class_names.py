"""Names of classes in the metadata of ONNX files, in every form that is written.

Deepness documents dictionaries, lists of them and, by way of Python, text with single quotes;
Ultralytics writes the like under ``names``, others a list with an entry for each class.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from crossearth_engine.shared.model_item import NOT_AS_EXPECTED

# What entries of a list of classes call the name and the number of a class.
_NAME_KEYS = ("name", "label", "title", "class_name", "class")
_NUMBER_KEYS = ("id", "value", "index", "number", "class_id", "channel")


class NotUnderstood(ValueError):
    """What a file says of itself makes no sense; a sentence without its end."""


def read_class_names(metadata: Mapping[str, str], head: int = 0) -> dict[int, str]:
    """Return the names of an output's classes by number, as an ONNX file's metadata has them.

    Raises:
        NotUnderstood: if they are not understood.
    """
    return class_names({key: parse(text) for key, text in metadata.items()}, head)


def class_names(values: Mapping[str, Any], head: int) -> dict[int, str]:
    """Return the names of an output's classes by number; of values of a file's metadata.

    Raises:
        NotUnderstood: if they are not understood.
    """
    names = values.get("class_names") or values.get("names")
    try:
        return {int(number): _name(name, number) for number, name in _by_number(names, head)}
    except NOT_AS_EXPECTED as error:
        reason = f"its class names are not understood: {shown(names)}. Import it with their names"
        raise NotUnderstood(f"{reason} (--classes)") from error


def _by_number(names: Any, head: int) -> Iterable[tuple[Any, Any]]:
    """Return names of an output's classes with their numbers, as they are written."""
    if not names:
        return []
    if isinstance(names, (list, tuple)) and all(isinstance(n, Mapping) for n in names):
        if all(any(key in entry for key in _NAME_KEYS) for entry in names):
            # An entry for each class.
            return [
                (_first(entry, _NUMBER_KEYS, place), _first(entry, _NAME_KEYS, ""))
                for place, entry in enumerate(names)
            ]
        if len(names) > 1 and len({*chain(*names)}) == sum(map(len, names)):
            # So, too: no class is in two of them, as there would be if each was of an output.
            names = dict(chain.from_iterable(entry.items() for entry in names))
    if isinstance(names, (list, tuple)) and all(isinstance(n, (dict, list, tuple)) for n in names):
        # One for each of the network's outputs; a single one is for the only one that is a map.
        names = names[head if len(names) > 1 else 0]
    if isinstance(names, str) and not names.startswith(("[", "{", "(")):
        names = [name.strip() for name in names.split(",")]
    if isinstance(names, Mapping):
        if all(isinstance(n, int) for n in names.values()) and not _are_numbers(names):
            names = {number: name for name, number in names.items()}
        return [*names.items()]
    if isinstance(names, Sequence) and not isinstance(names, str):
        return enumerate(names)
    raise TypeError("they are no names")


def _first(entry: Mapping[str, Any], keys: Sequence[str], usual: Any) -> Any:
    return next((entry[key] for key in keys if key in entry), usual)


def _name(given: Any, number: Any) -> str:
    """Return the name of a class: several that it has in one, and its number where it has none."""
    if isinstance(given, (list, tuple)):
        given = ", ".join(map(str, given))
    return str(given) if given is not None and str(given).strip() else f"class {int(number)}"


def is_told(named: tuple[int, str]) -> bool:
    """Whether the name of a class, by its number, is more than that number."""
    return named[1] != f"class {named[0]}"


def _are_numbers(keys: Mapping[Any, Any]) -> bool:
    return all(str(key).strip().lstrip("-").isdecimal() for key in keys)


def shown(given: Any) -> str:
    """Return what a file says, in few words."""
    text = given if isinstance(given, str) else json.dumps(given, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}…"


def parse(text: str) -> Any:
    """Return what a value of the metadata is: JSON, else what Python writes, else text."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        try:
            return ast.literal_eval(text.strip())
        except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
            return text.strip()
