"""Quantiles of the imagery that a model was trained on, as ``model.json`` keeps them.

By them it is seen that the bands of another raster have moved, and brought back. Standard library
only; measured and compared in `crossearth_engine.raster.matching`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

VERSION = 1
"""Of how they are written down; of another one they are left out when they are read."""

PERCENTS = (1.0, *(2.5 * step for step in range(1, 40)), 99.0)
"""Shares of the pixels below each value."""


@dataclass(frozen=True)
class BandQuantiles:
    """Values that such shares of the pixels lie below.

    Attributes:
        values: for each band those at `PERCENTS`, in the values that the model's means are in.
    """

    values: tuple[tuple[float, ...], ...]

    def __post_init__(self) -> None:
        """Raise ValueError for what no imagery has."""
        for band in self.values:
            if len(band) != len(PERCENTS) or not all(map(math.isfinite, band)):
                raise ValueError(f"a band needs {len(PERCENTS)} quantiles")
            if any(low > high for low, high in zip(band, band[1:])):
                raise ValueError("quantiles never fall")

    def at(self, percent: float) -> tuple[float, ...]:
        """Return the value of each band at one of `PERCENTS`."""
        place = PERCENTS.index(percent)
        return tuple(band[place] for band in self.values)

    def to_dict(self) -> dict[str, Any]:
        """Return them ready for JSON."""
        rounded = [[float(f"{value:.6g}") for value in band] for band in self.values]
        return {"version": VERSION, "percents": list(PERCENTS), "values": rounded}


def read_quantiles(told: Any, count: int) -> BandQuantiles | None:
    """Return what ``model.json`` says for so many bands; None where it is nothing of use."""
    if not isinstance(told, Mapping) or told.get("version") != VERSION:
        return None
    try:
        values = tuple(tuple(float(value) for value in band) for band in told["values"])
        is_whole = tuple(told["percents"]) == PERCENTS and len(values) == count
        return BandQuantiles(values) if is_whole else None
    except (LookupError, TypeError, ValueError):
        return None
