"""Options that are written as a text, and what they say: numbers, stretch, colours, classes.

The engine judges the values; here it is found out whether the text can be understood at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from qgis.PyQt.QtGui import QColor

from ..shared import model_values
from ..translation import translate

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_NODATA = re.compile(rf"([1-9]\d*:)?{_NUMBER}(\.\.{_NUMBER})?")
_STRETCH = re.compile(rf"none|{_NUMBER}(%?),{_NUMBER}(%?)")


def parse_scales(text: str) -> list[float]:
    """Return the numbers in ``0.75, 1, 1.5``.

    Raises:
        ValueError: with a sentence for the user.
    """
    try:
        scales = [float(part) for part in text.split(",")]
    except ValueError:
        scales = []
    if not scales or not all(0 < scale < float("inf") for scale in scales):
        raise ValueError(
            translate(
                "CrossEarth",
                "The scales “{text}” are not understood. Write numbers with commas between them, "
                "such as 0.75, 1, 1.5.",
            ).format(text=text)
        )
    return scales


def parse_accuracies(text: str) -> list[float]:
    """Return the numbers in ``0.9, 0.7``, each from 0 to 1.

    Raises:
        ValueError: with a sentence for the user.
    """
    try:
        shares = [float(part) for part in text.split(",")]
    except ValueError:
        shares = []
    if not shares or not all(0 <= share <= 1 for share in shares):
        raise ValueError(
            translate(
                "CrossEarth",
                "The accuracies “{text}” are not understood. Write numbers from 0 to 1 with commas "
                "between them, such as 0.9, 0.7.",
            ).format(text=text)
        )
    return shares


def parse_per_band(text: str) -> list[float]:
    """Return the numbers in ``123.7, 116.3, 103.5``, or the one that is for all bands.

    Raises:
        ValueError: with a sentence for the user.
    """
    try:
        return [float(part) for part in text.split(",")]
    except ValueError as error:
        raise ValueError(
            translate(
                "CrossEarth",
                "“{text}” is not understood. Write one number, or one per band with commas between "
                "them, such as 123.7, 116.3, 103.5.",
            ).format(text=text)
        ) from error


def parse_bands(text: str) -> list[int]:
    """Return the numbers in ``3,2,1``, or in ``3;2;1`` as QGIS writes them.

    Raises:
        ValueError: with a sentence for the user.
    """
    try:
        bands = [int(part) for part in re.split("[,;]", text)]
    except ValueError:
        bands = []
    if not bands or min(bands) < 1:
        raise ValueError(
            translate(
                "CrossEarth",
                "The bands “{text}” are not understood. Write whole numbers with commas between "
                "them, such as 3,2,1.",
            ).format(text=text)
        )
    return bands


def parse_stretch(text: str) -> str:
    """Return ``none``, ``MIN,MAX`` or ``P1%,P2%`` as the engine writes it: without blanks.

    Raises:
        ValueError: with a sentence for the user.
    """
    compact = "".join(text.lower().split())
    match = _STRETCH.fullmatch(compact)
    if match is None or match.group(1) != match.group(2):
        raise ValueError(
            translate(
                "CrossEarth",
                "The stretch “{text}” is not understood. Write none, two values such as 0,10000, "
                "or two percentages such as 2%,98%.",
            ).format(text=text)
        )
    return compact


def parse_values(text: str) -> str:
    """Return what a network takes as the engine writes it.

    Raises:
        ValueError: with a sentence for the user.
    """
    try:
        model_values.parse_values(text)
    except ValueError as error:
        raise ValueError(
            translate(
                "CrossEarth",
                "The values “{text}” are not understood. Write bytes, reflectance, dB, or two ends "
                "such as 0,10000.",
            ).format(text=text)
        ) from error
    return text


def parse_nodata(text: str) -> str:
    """Return values and ranges of them as the engine writes them: without blanks.

    Raises:
        ValueError: with a sentence for the user.
    """
    compact = "".join(text.lower().split())
    if compact != "none" and not all(map(_NODATA.fullmatch, compact.split(","))):
        raise ValueError(
            translate(
                "CrossEarth",
                "The values without data “{text}” are not understood. Write values or ranges with "
                "commas between them, such as 0 or -9999..-9000,255, or none.",
            ).format(text=text)
        )
    return compact


def parse_merge(text: str) -> dict[str, list[str]]:
    """Return what ``built=building,road; green=vegetation`` says: new class -> its old ones.

    A name with a comma, a semicolon or an equals sign in it stands in double quotes.

    Raises:
        ValueError: with a sentence for the user.
    """
    merged: dict[str, list[str]] = {}
    rules = [rule for rule in _split(text, ";") if rule.strip()]
    for rule in rules:
        sides = [side.strip() for side in _split(rule, "=")]
        names = [name.strip() for name in _split(sides[-1], ",")]
        new = sides[0].strip('"')
        if len(sides) != 2 or not new or not all(names) or new in merged:
            raise ValueError(
                translate(
                    "CrossEarth",
                    "The classes to merge “{text}” are not understood. Write each new class once, "
                    "with those that it is made of: built=building,road; green=vegetation.",
                ).format(text=text)
            )
        merged[new] = [name.strip('"') for name in names]
    return merged


def parse_colors(text: str) -> dict[str, str]:
    """Return the colours ``#rrggbb`` in ``{"water": "blue"}``, by the name of the class.

    Raises:
        ValueError: with a sentence for the user.
    """
    try:
        colors = {name: QColor(color) for name, color in json.loads(text).items()}
        if all(color.isValid() for color in colors.values()):
            return {name: color.name() for name, color in colors.items()}
    except (ValueError, TypeError, AttributeError):
        pass  # said below, as for a colour that is none
    raise ValueError(
        translate("CrossEarth", "The colours must be a JSON object, not {text}.").format(text=text)
    )


def parse_names(text: str) -> list[str]:
    """Return the names in ``water, trees``; one with a comma in it stands in double quotes."""
    return [part.strip().strip('"') for part in _split(text, ",") if part.strip()]


def parse_class_names(text: str) -> list[str]:
    """Return what ``1=water, 2=forest`` says as the engine takes it: ``1=water``, ``2=forest``.

    Raises:
        ValueError: with a sentence for the user.
    """
    parts = [part.strip() for part in text.split(",")]
    if not all(re.fullmatch(r"-?\d+\s*=\s*\S.*", part) for part in parts):
        raise ValueError(
            translate(
                "CrossEarth",
                "The classes “{text}” are not understood. Write values and names with commas "
                "between them, such as 1=water, 2=forest.",
            ).format(text=text)
        )
    return parts


def format_merge(merged: dict[str, list[str]]) -> str:
    """Return the text that `parse_merge` understands; names have no double quotes."""
    return "; ".join(
        f"{_quoted(new)}={','.join(_quoted(name) for name in old)}" for new, old in merged.items()
    )


def format_names(names: Iterable[str]) -> str:
    """Return the text that `parse_names` understands; names have no double quotes."""
    return ",".join(map(_quoted, names))


def _split(text: str, separator: str) -> list[str]:
    """Split a text, but not between double quotes."""
    return re.split(rf'{separator}(?=(?:[^"]*"[^"]*")*[^"]*$)', text)


def _quoted(name: str) -> str:
    return f'"{name}"' if re.search("[,;=]", name) else name
