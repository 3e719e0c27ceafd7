"""Classes as they appear in a class raster: value, name and colour."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass

NODATA = 255
"""Value of class rasters where nothing was classified."""

MAX_CLASSES = 254
"""The most that a class raster, or the field of a vector file, is taken to tell apart."""

NO_CHANGE, ARROW = "no change", " → "
"""What maps of change call what has stayed, and what stands between the classes of a change."""


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


class RefusedClasses(ValueError):
    """Classes that no map can have; a sentence without its end."""


def check_palette(classes: tuple[ClassInfo, ...]) -> tuple[ClassInfo, ...]:
    """Return the classes.

    Raises:
        RefusedClasses: if two share a value or a name, or a value, name or colour is none.
    """
    values = [item.value for item in classes]
    if len(set(values)) != len(values) or not all(0 <= value < NODATA for value in values):
        listed = ", ".join(map(str, values))
        reason = f"its classes need distinct values from 0 to {NODATA - 1}, and have {listed}"
        raise RefusedClasses(reason)
    names = [item.name for item in classes]
    for item in classes:
        if names.count(item.name) > 1:
            reason = f"its classes need distinct names, and more than one is called {item.name!r}"
            raise RefusedClasses(reason)
        if not item.name.strip() or not item.name.isprintable():
            reason = f"the class of value {item.value} needs a name that can be read"
            raise RefusedClasses(f"{reason}, and is called {item.name!r}")
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", item.color):
            raise RefusedClasses(f"the colour of {item.name} is none: {item.color}")
    return classes


_CONVENTIONAL = {
    "#3f86c6": "water river lake sea ocean pond",
    "#2f7d3b": "forest tree trees woodland wood",
    "#5aa653": "vegetation green",
    "#a3c95a": "grass grassland herbaceous meadow pasture lawn",
    "#b59a45": "shrub shrubs shrubland scrub bush",
    "#e2c34a": "crop crops cropland agriculture agricultural field farmland arable",
    "#e3cfa0": "land bare barren soil sand bareland rock",
    "#d7483b": "building buildings urban built built-up settlement house roof",
    "#7d7d80": "road roads street pavement impervious asphalt",
    "#6fb7ab": "wetland marsh swamp mangrove",
    "#eef3f6": "snow ice glacier",
}
"""Colours that maps of land cover commonly have, with names of classes that have them."""


def conventional_color(name: str) -> str | None:
    """Return the colour in which maps commonly show a class of this name, or None."""
    words = name.lower()
    return next((color for color, names in _CONVENTIONAL.items() if words in names.split()), None)


def distinct_color(index: int, count: int) -> str:
    """Return the colour of class ``index`` among ``count``: hues spread around the circle."""
    red, green, blue = colorsys.hsv_to_rgb(index / count, 0.65, 0.85)
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


def merge_classes(
    classes: tuple[ClassInfo, ...], merge: dict[str, list[str]]
) -> tuple[tuple[ClassInfo, ...], list[int]]:
    """Return the classes that are left when some become one, or get another name.

    A new class has value and colour of the first class listed for it; classes that are not listed
    stay as they are.

    Args:
        classes: those of the model.
        merge: name of the new class -> names of the classes that become it.

    Returns:
        The classes, by value; and for each of ``classes`` its place among them.

    Raises:
        ValueError: with a sentence, if a name is unknown, is used twice, or none is given.
    """
    by_name = {item.name: item for item in classes}
    new_of: dict[str, ClassInfo] = {}
    for name, members in merge.items():
        if not name.strip() or not members:
            raise ValueError("A merged class needs a name and at least one class of the model.")
        for member in members:
            if member not in by_name:
                known = ", ".join(by_name)
                raise ValueError(f"The model has no class {member}. Its classes are: {known}.")
            if member in new_of:
                raise ValueError(f"The class {member} can become part of one class only.")
            first = by_name[members[0]]
            new_of[member] = ClassInfo(first.value, name.strip(), first.color)
    kept = {item.name for item in classes} - set(new_of)
    for item in new_of.values():
        if item.name in kept:
            raise ValueError(
                f"There is a class {item.name} already. Choose another name, or list it too."
            )
    results = [new_of.get(item.name, item) for item in classes]
    left = tuple(sorted(set(results), key=lambda item: item.value))
    check_palette(left)
    return left, [left.index(item) for item in results]
