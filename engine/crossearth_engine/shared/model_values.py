"""What values a model takes, and how they are scaled: units, ranges, and the scalings of MLM.

By the words that a person writes, by the scalings of a STAC Item, or by what means and deviations
look like. Reads no file.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MAX_WINDOW_SIZE = 65_535
"""Edge of the largest window that anybody may ask for, pixels."""
BYTES = (0.0, 255.0)
"""The range of values of 8-bit pixels."""
FRACTION = (0.0, 1.0)
"""The range of reflectance, and of bytes divided by 255."""
REFLECTANCE, DECIBELS = "reflectance", "dB"
UNITS: dict[str, tuple[float, float] | None] = {
    "bytes": BYTES,
    REFLECTANCE: FRACTION,
    DECIBELS: None,
}
"""What a model may take, and between which values that mostly lies; None: nothing to tell."""


def parse_values(text: str) -> tuple[str | None, tuple[float, float] | None]:
    """Return unit and range of ``bytes``, ``reflectance``, ``dB`` or ``MIN,MAX``.

    Raises:
        ValueError: if it is none of them.
    """
    for unit, usual in UNITS.items():
        if text.strip().lower() == unit.lower():
            return unit, usual
    try:
        low, high = (float(part) for part in text.split(","))
    except ValueError:
        raise ValueError(f"they are {', '.join(UNITS)} or MIN,MAX, not {text}") from None
    if not -math.inf < low < high < math.inf:
        raise ValueError(f"the first must be below the second, not {text}")
    return None, (low, high)


def range_of_means(
    mean: Sequence[float], std: Sequence[float]
) -> tuple[tuple[float, float] | None, bool]:
    """Return the range of values that have such means and deviations, and whether that is certain.

    That of bytes where every mean is one; from 0 to 1 where all are so small that nothing else is
    likely. A mean that no byte can have belongs to values of another type, whose range nobody
    tells: None.
    """
    low, high = BYTES
    is_told = any(value != 0 for value in mean) or any(value != 1 for value in std)
    if is_told and all(abs(value) <= 1 for value in (*mean, *std)):
        return FRACTION, False
    return (BYTES if all(low <= value <= high for value in mean) else None), True


def check_means(mean: Sequence[float], value_range: tuple[float, float] | None) -> None:
    """Raise ValueError if a mean is none of values in this range, or of decibels."""
    low, high = value_range or (-100.0, 100.0)
    # A mean may lie a little beyond: ranges are said in round numbers.
    slack = high - low
    for value in mean:
        if not low - slack <= value <= high + slack:
            raise ValueError(
                f"a mean of {value:g} does not belong to values of {low:g} to {high:g}"
            )


@dataclass(frozen=True)
class Scaling:
    """What is done with the values of a band: clip, subtract, then divide.

    Attributes:
        kind: its name in MLM; None: nothing is done.
        mean, std: what is subtracted, and what is divided by.
        clip: least and most.
        ends: of the range of values that this tells, or None.
    """

    kind: str | None
    mean: float = 0.0
    std: float = 1.0
    clip: tuple[float, float] = (-math.inf, math.inf)
    ends: tuple[float, float] | None = None


class RefusedScaling(ValueError):
    """What an item asks for and we do not do; a whole sentence."""


def read_scaling(entry: dict[str, Any] | None) -> Scaling:
    """Return one of MLM's scalings, https://github.com/stac-extensions/mlm#value-scaling-object."""
    try:
        return _scaling_of(entry or {})
    except KeyError as error:
        kind = (entry or {}).get("type")
        raise RefusedScaling(
            f"its value scaling {kind} does not tell its {error.args[0]}."
        ) from error


def _scaling_of(entry: dict[str, Any]) -> Scaling:
    kind = entry.get("type")
    if kind is None:
        return Scaling(kind)
    if kind == "z-score":
        return Scaling(kind, float(entry["mean"]), float(entry["stddev"]))
    if kind == "min-max":
        low, high = float(entry["minimum"]), float(entry["maximum"])
        return Scaling(kind, low, high - low, ends=(low, high))
    if kind == "offset":
        return Scaling(kind, mean=float(entry["value"]))
    if kind == "scale":
        divisor = float(entry["value"])
        return Scaling(kind, std=divisor, ends=(0.0, divisor))
    if kind in ("clip", "clip-min", "clip-max"):
        low = -math.inf if kind == "clip-max" else float(entry["minimum"])
        high = math.inf if kind == "clip-min" else float(entry["maximum"])
        return Scaling(kind, clip=(low, high), ends=(low, high) if kind == "clip" else None)
    if kind == "processing":
        what = f"an expression in {entry.get('format')} ({str(entry.get('expression'))[:80]})"
        raise RefusedScaling(f"its values are to be scaled by {what}, which is not run here.")
    known = "min-max, z-score, clip, clip-min, clip-max, offset and scale"
    raise RefusedScaling(f"its value scaling is {kind}; known are {known}.")


def read_values(properties: dict[str, Any], scaling: list[Scaling]) -> tuple[dict[str, Any], bool]:
    """Return unit, range and clips of the values that a model takes, and whether they are told."""
    clips = tuple(entry.clip for entry in scaling)
    told: dict[str, Any] = {"clips": clips if any(map(_is_limit, clips)) else ()}
    unit = properties.get("crossearth:values")
    if unit is not None:
        return {**told, "unit": unit, "value_range": UNITS[unit]}, True
    if "crossearth:value_range" in properties:
        stated = properties["crossearth:value_range"]
        if not stated:
            return {**told, "value_range": None}, True
        low, high = float(stated[0]), float(stated[1])
        if not told["clips"] and (low, high) != BYTES:
            # Said by a person, and not by what scales: what lies beyond was never seen.
            told["clips"] = ((low, high),) * len(scaling)
        return {**told, "value_range": (low, high)}, True
    if _unit_of_bands(properties) == DECIBELS:
        return {**told, "unit": DECIBELS, "value_range": None}, True
    ends = [entry.ends for entry in scaling if entry.ends is not None]
    if len(ends) == len(scaling):
        low, high = min(low for low, _ in ends), max(high for _, high in ends)
        return {**told, "value_range": (low, high)}, True
    if {entry.kind for entry in scaling} & {"offset", "clip-min", "clip-max"}:
        return {**told, "value_range": None}, True
    value_range, is_certain = range_of_means([e.mean for e in scaling], [e.std for e in scaling])
    if value_range == FRACTION and _unit_of_bands(properties) == REFLECTANCE:
        return {**told, "unit": REFLECTANCE, "value_range": FRACTION}, True
    return {**told, "value_range": value_range}, is_certain


def _unit_of_bands(properties: dict[str, Any]) -> str | None:
    """Return the one of `UNITS` that the item's description of its bands has for all of them."""
    bands = properties.get("bands") or properties.get("raster:bands") or ()
    units = {str(band.get("unit")).lower() for band in bands if isinstance(band, Mapping)}
    return next((unit for unit in (REFLECTANCE, DECIBELS) if units == {unit.lower()}), None)


def _is_limit(clip: tuple[float, float]) -> bool:
    return clip != (-math.inf, math.inf)
