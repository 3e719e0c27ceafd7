"""The classes of a map of change: one for what has stayed, one for each change that there is."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.shared.palette import ARROW, NO_CHANGE, NODATA, ClassInfo

OTHER_CHANGE = "other change"
UNCHANGED = ClassInfo(0, NO_CHANGE, "#e4e4e4")
_OTHER = ClassInfo(NODATA - 1, OTHER_CHANGE, "#4d4d4d")
# Lightness of the darkest and the lightest of the colours of what has become one class.
_DARK, _LIGHT = 0.28, 0.78


@dataclass(frozen=True)
class ChangeClasses:
    """The classes of a map of change.

    Attributes:
        classes: those that occur, by value; 0 is what has stayed, whether there is any or not.
        values: (K + 1, K + 1) uint8, value by class before and after; the last row and column, for
            pixels without a class in one of the maps, are NODATA.
        pairs: class before and after by value; the value of "no change" and that of "other change"
            have none.
    """

    classes: tuple[ClassInfo, ...]
    values: NDArray[np.uint8]
    pairs: dict[int, tuple[int, int]]


def change_classes(classes: tuple[ClassInfo, ...], pixels: NDArray[np.int64]) -> ChangeClasses:
    """Return what a map of change can show.

    With 16 classes or fewer a change has the same value on every map of the same classes, whether
    others occur or not. With more, values are given to those that occur; if these are more than a
    byte tells apart, to the largest, and the others are one class.

    Args:
        classes: (K,) of both maps together.
        pixels: (K, K) by class before (rows) and after (columns).
    """
    count = len(classes)
    every = [(i, j) for i in range(count) for j in range(count) if i != j]
    occurring = [pair for pair in every if pixels[pair] > 0]
    numbered, merged = every, []
    if len(every) >= NODATA:
        numbered = occurring
    if len(numbered) >= NODATA:
        by_size = sorted(occurring, key=lambda pair: -pixels[pair])
        numbered, merged = sorted(by_size[: NODATA - 2]), by_size[NODATA - 2 :]
    value_of = {pair: value for value, pair in enumerate(numbered, 1)}
    values = np.full((count + 1, count + 1), NODATA, np.uint8)
    values[np.arange(count), np.arange(count)] = UNCHANGED.value
    for pair, value in value_of.items():
        values[pair] = value
    for pair in merged:
        values[pair] = _OTHER.value
    pairs = {value_of[pair]: pair for pair in occurring if pair in value_of}
    shown = [
        ClassInfo(value, f"{classes[i].name}{ARROW}{classes[j].name}", _color(classes, pairs, i, j))
        for value, (i, j) in pairs.items()
    ]
    return ChangeClasses((UNCHANGED, *shown, *([_OTHER] if merged else [])), values, pairs)


def _color(
    classes: tuple[ClassInfo, ...], pairs: dict[int, tuple[int, int]], before: int, after: int
) -> str:
    """Return the colour of what it has become, darker or lighter by what it was."""
    sources = [i for i, j in pairs.values() if j == after]
    red, green, blue = (part / 255 for part in classes[after].rgb)
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if len(sources) > 1:
        step = sources.index(before) / (len(sources) - 1)
        lightness = _DARK + (_LIGHT - _DARK) * step
    rgb = colorsys.hls_to_rgb(hue, lightness, saturation)
    return "#{:02x}{:02x}{:02x}".format(*(round(255 * part) for part in rgb))
