"""Numbers that a map tells of each pixel, such as heights or shares of cover: name, range, colours.

Standard library only: engine and plugin show such a map alike.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NO_NUMBER = -9999.0
"""Value of rasters of numbers where there is none."""

QUANTITY_TAG = "CROSSEARTH_QUANTITY"
"""Tag of maps of numbers: what they are of."""

RAMP = ("#440154", "#3b528b", "#21918c", "#5ec962", "#fde725")
"""Colours from least to most, evenly apart: viridis (Smith and van der Walt 2015, CC0), whose order
people of any colour vision see, and printers of grey keep."""


@dataclass(frozen=True)
class Quantity:
    """What a number is of.

    Attributes:
        name: such as that of the field of the samples.
        range: least and most that the colours of maps span; None: those of each map.
    """

    name: str
    range: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        """Refuse what no map can be shown by.

        Raises:
            ValueError: saying what.
        """
        if not self.name.strip() or not self.name.isprintable():
            raise ValueError(f"the name of its number cannot be read: {self.name!r}")
        if self.range is not None and not -math.inf < self.range[0] <= self.range[1] < math.inf:
            raise ValueError(f"the range of its number is none: {self.range}")

    def to_dict(self) -> dict[str, Any]:
        """Return it, ready for JSON."""
        return {"name": self.name, "range": None if self.range is None else list(self.range)}

    @classmethod
    def from_dict(cls, content: Mapping[str, Any]) -> Quantity:
        """Return what `to_dict` has written.

        Raises:
            LookupError, TypeError, ValueError: if it is of another shape.
        """
        span = content.get("range")
        low_high = None if span is None else (float(span[0]), float(span[1]))
        return cls(str(content["name"]), low_high)


def span_of(numbers: Mapping[str, Any]) -> tuple[float, float]:
    """Return the numbers that the colours of a map begin and end with.

    Args:
        numbers: what they are like: ``least``, ``most``, and the ``range`` that is told, or None.
    """
    low, high = numbers["range"] or (numbers["least"] or 0.0, numbers["most"] or 0.0)
    return float(low), float(high)


def color_stops(low: float, high: float) -> list[tuple[float, str]]:
    """Return values and colours of a ramp from one number to another, evenly apart."""
    if not low < high:
        high = low + (abs(low) * 1e-6 or 1.0)
    last = len(RAMP) - 1
    return [(low + (high - low) * i / last, color) for i, color in enumerate(RAMP)]
