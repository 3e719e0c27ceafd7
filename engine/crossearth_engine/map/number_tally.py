"""What the numbers of a map are like, gathered while it grows."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.quantity import NO_NUMBER


class NumberTally:
    """Count, mean, deviation, least and most of the numbers so far.

    Sums are exact: it is all the same in which order, and by how many processes.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self._count = 0
        self._total = self._squares = Fraction(0)
        self._least, self._most = math.inf, -math.inf

    def add(self, values: NDArray[np.float32], window: Window) -> None:
        """Take in the numbers (H, W) of a window of the raster, row by row."""
        for row in values:
            numbers = row[row != NO_NUMBER].astype(np.float64)
            if not len(numbers):
                continue
            self._count += len(numbers)
            self._total += Fraction(float(numbers.sum()))
            self._squares += Fraction(float((numbers**2).sum()))
            self._least = min(self._least, float(numbers.min()))
            self._most = max(self._most, float(numbers.max()))

    def save(self) -> dict[str, Any]:
        """Return what `resume` needs, as JSON."""
        ends = [] if self.is_empty else [self._least, self._most]
        sums = [str(self._total), str(self._squares)]
        return {"numbers": {"count": self._count, "sums": sums, "ends": ends}}

    def resume(self, saved: dict[str, Any]) -> None:
        """Go on from what was gathered before."""
        state = saved["numbers"]
        self._count = state["count"]
        self._total, self._squares = map(Fraction, state["sums"])
        self._least, self._most = state["ends"] or (math.inf, -math.inf)

    def include(self, other: NumberTally) -> None:
        """Take in what another one has gathered, too."""
        self._count += other._count
        self._total += other._total
        self._squares += other._squares
        self._least = min(self._least, other._least)
        self._most = max(self._most, other._most)

    @property
    def is_empty(self) -> bool:
        """Whether there is no number."""
        return self._count == 0

    def to_dict(self) -> dict[str, Any]:
        """Return what the numbers are like, ready for JSON; None for those of no number."""
        if self.is_empty:
            return {"pixels": 0, "mean": None, "deviation": None, "least": None, "most": None}
        mean = self._total / self._count
        variance = self._squares / self._count - mean**2
        return {
            "pixels": self._count,
            "mean": float(mean),
            "deviation": math.sqrt(max(float(variance), 0.0)),
            "least": self._least,
            "most": self._most,
        }
