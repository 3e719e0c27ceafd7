"""An accuracy report of numbers as HTML: figures, predicted against observed, how it was made."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossearth_engine.reports.accuracy import facts_in_words
from crossearth_engine.reports.page import MISSING, write_page
from crossearth_engine.shared.wording import say

LABELS = {"r2": "R²", "rmse": "RMSE", "mae": say("Mean absolute error"), "bias": say("Bias")}
"""Figures, and what they are called."""

_SIZE, _MARGIN = 360, 52
# Numbers at the axes.
_MOST_TICKS = 6


@dataclass(frozen=True)
class Plot:
    """Predicted against observed, in pixels of a picture.

    Attributes:
        size: of the picture, pixels.
        left, top, edge: where the square of the plot begins and how large it is.
        points: (x, y) of the samples.
        ticks: place along an axis, from its beginning, and number.
    """

    size: int
    left: int
    top: int
    edge: int
    points: list[tuple[float, float]]
    ticks: list[tuple[float, str]]


def write_number_report(
    path: Path, title: str, accuracy: Mapping[str, Any], facts: Mapping[str, Any]
) -> None:
    """Write the report.

    Args:
        path: HTML file.
        title: heading.
        accuracy: figures as `number_figures` gives them, with ``split``, how it was measured.
        facts: what else to state: inputs, parameters, versions.
    """
    rows = figure_rows(accuracy)
    write_page(
        path,
        "number_report.html",
        title=title,
        accuracy=accuracy,
        headline=[
            *((label, value) for label, value, _ in rows),
            (say("Samples"), accuracy["samples"]),
        ],
        rows=rows,
        plot=plot_of(accuracy["pairs"]) if accuracy["pairs"] else None,
        facts=facts_in_words(
            {("field_of_the_numbers" if n == "field" else n): value for n, value in facts.items()}
        ),
    )


def figure_rows(accuracy: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Return label, value and 95 % interval of each figure, in words."""
    rows = []
    for name, label in LABELS.items():
        ends = accuracy["intervals"][name]
        told = MISSING if ends is None else _interval(*ends)
        rows.append((label, significant(accuracy[name]), told))
    return rows


def _interval(low: float, high: float) -> str:
    return say("{low} to {high}", low=significant(low), high=significant(high))


def significant(value: float | None) -> str:
    """Return a number with four significant digits; a dash for what is none."""
    if value is None:
        return MISSING
    text = f"{value:.4g}"
    # Never as a power of ten where digits say it.
    return f"{value:.0f}" if "e" in text and 1 <= abs(value) < 1e15 else text


def plot_of(pairs: Sequence[tuple[float, float]]) -> Plot:
    """Return the plot of observed (across) and predicted (upwards); both axes span the same."""
    values = [value for pair in pairs for value in pair]
    ticks = _ticks(min(values), max(values))
    low, high = min(ticks[0], min(values)), max(ticks[-1], max(values))
    edge = _SIZE - _MARGIN - 12
    scale = edge / (high - low)
    points = [
        (_MARGIN + (observed - low) * scale, 12 + edge - (predicted - low) * scale)
        for observed, predicted in pairs
    ]
    return Plot(
        _SIZE,
        _MARGIN,
        12,
        edge,
        [(round(x, 1), round(y, 1)) for x, y in points],
        [(round((tick - low) * scale, 1), significant(tick)) for tick in ticks],
    )


def _ticks(low: float, high: float) -> list[float]:
    """Return round numbers from below the least to above the most, evenly apart."""
    span = high - low or abs(high) or 1.0
    step = 10 ** math.floor(math.log10(span / _MOST_TICKS))
    step *= next(factor for factor in (1, 2, 5, 10, 20) if span / (step * factor) <= _MOST_TICKS)
    first, last = math.floor(low / step), math.ceil(high / step)
    last = max(last, first + 1)
    return [index * step for index in range(first, last + 1)]
