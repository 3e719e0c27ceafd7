"""Classes as they appear in a class raster: value, name and colour."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

NODATA = 255
"""Value of class rasters where nothing was classified."""


@dataclass(frozen=True)
class ClassInfo:
    """One class: its value in the class raster (0 to 254), name and colour ``#rrggbb``."""

    value: int
    name: str
    color: str

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Red, green and blue, 0 to 255."""
        packed = int(self.color.removeprefix("#"), 16)
        return packed >> 16, packed >> 8 & 255, packed & 255


def check_palette(classes: tuple[ClassInfo, ...]) -> tuple[ClassInfo, ...]:
    """Return the classes.

    Raises:
        ValueError: if two share a value or a name, or a value, name or colour is none.
    """
    values = [item.value for item in classes]
    if len(set(values)) != len(values) or not all(0 <= value < NODATA for value in values):
        raise ValueError(f"class values must be distinct and in [0, {NODATA - 1}], got {values}")
    names = [item.name for item in classes]
    if len(set(names)) != len(names) or not all(name.isprintable() for name in names):
        raise ValueError(f"class names must be distinct and printable, got {names}")
    for item in classes:
        if len(item.color) != 7 or max(item.rgb) > 255:
            raise ValueError(f"{item.color} is not a colour")
    return classes


def distinct_color(index: int, count: int) -> str:
    """Return the colour of class ``index`` among ``count``: hues spread around the circle."""
    red, green, blue = colorsys.hsv_to_rgb(index / count, 0.65, 0.85)
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"
