"""How much of a map each class takes, counted while the map grows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.raster.area import PixelArea, sum_areas
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.palette import NODATA, ClassInfo


@dataclass(frozen=True)
class ClassArea:
    """A class and how much of the map it takes.

    ``area_m2`` is None where the raster has no CRS to measure by; ``percent`` is of the valid area.
    """

    info: ClassInfo
    pixels: int
    area_m2: float | None
    percent: float

    def to_dict(self) -> dict[str, Any]:
        """Return the row of the table of areas, ready for JSON."""
        return {
            **vars(self.info),
            "pixels": self.pixels,
            "area_m2": self.area_m2,
            "percent": self.percent,
        }


class AreaCount:
    """Pixels and area of each class value so far.

    Areas are summed exactly: it is all the same in which order, and by how many processes.

    Args:
        classes: all that there may be.
        area: measures the pixels of the raster.
    """

    def __init__(self, classes: tuple[ClassInfo, ...], area: PixelArea) -> None:
        self._classes = classes
        self._area = area
        self._pixels = np.zeros(256, np.int64)
        self._area_m2 = [Fraction(0)] * 256

    def add(self, values: NDArray[np.uint8], window: Window) -> None:
        """Count the class values (H, W) of a window of the raster."""
        counts = np.bincount(values.ravel(), minlength=256)
        self._pixels += counts
        areas = sum_areas(values, counts, self._area.sizes(window))
        for value in np.flatnonzero(counts):
            self._area_m2[value] += Fraction(float(areas[value]))

    def clear(self) -> None:
        """Begin anew."""
        self._pixels[:] = 0
        self._area_m2 = [Fraction(0)] * 256

    def save(self) -> dict[str, Any]:
        """Return what `resume` needs, as JSON."""
        return {"pixels": self._pixels.tolist(), "area_m2": list(map(str, self._area_m2))}

    def resume(self, saved: dict[str, Any]) -> None:
        """Go on from what was counted before."""
        self._pixels[:] = saved["pixels"]
        self._area_m2 = list(map(Fraction, saved["area_m2"]))

    def include(self, other: AreaCount) -> None:
        """Count what another one has counted, too."""
        self._pixels += other._pixels
        self._area_m2 = [a + b for a, b in zip(self._area_m2, other._area_m2, strict=True)]

    @property
    def is_empty(self) -> bool:
        """Whether no pixel has a class."""
        return not self._pixels[:NODATA].any()

    def table(self) -> list[ClassArea]:
        """Return pixels and area of each class so far."""
        has_area = self._area.method is not None
        share = [float(area) for area in self._area_m2] if has_area else self._pixels.tolist()
        total = sum(share[item.value] for item in self._classes)
        return [
            ClassArea(
                info=item,
                pixels=int(self._pixels[item.value]),
                area_m2=share[item.value] if has_area else None,
                percent=float(100 * share[item.value] / total) if total else 0.0,
            )
            for item in self._classes
        ]
