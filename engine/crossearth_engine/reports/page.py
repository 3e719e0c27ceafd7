"""Reports as HTML: one file each, without scripts, and with nothing loaded from elsewhere.

They can be mailed, printed and opened in ten years. All look alike: the templates extend page.html.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2

TEMPLATES = Path(__file__).with_name("templates")
MISSING = "–"
# Thin, and does not break.
SPACE = "\u202f"
# Of what is smaller, six digits hold all that stand before the point.
_LARGE = 1e6


def write_page(path: Path, template: str, **values: Any) -> None:
    """Write a report.

    Args:
        path: HTML file.
        template: file in ``templates``; it escapes whatever it is given.
        values: what the template shows; of an iterator no more than one at a time is kept.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "number": number,
        "share": share,
        "interval": interval,
        "margin": margin,
        "text": text,
    }
    page = environment.get_template(template).stream(**values)
    page.enable_buffering(64)
    with path.open("wb") as stream:
        # A file name may hold bytes that are no text.
        page.dump(stream, encoding="utf-8", errors="replace")


def number(value: object, digits: int = 0, unit: float = 1) -> str:
    """Return a number in this unit, with thousands set apart; a dash for what is none."""
    if not isinstance(value, (int, float)):
        return MISSING
    return f"{value / unit:,.{digits}f}".replace(",", SPACE)


def share(value: object) -> str:
    """Return a share of 1 with three digits; a dash for what is none."""
    return f"{value:.3f}" if isinstance(value, (int, float)) else MISSING


def interval(ends: Sequence[float] | None, digits: int = 0, unit: float = 1) -> str:
    """Return what lies between two numbers; with more digits where they would look the same."""
    if ends is None:
        return MISSING
    while ends[0] < ends[1] and number(ends[0], digits, unit) == number(ends[1], digits, unit):
        digits += 1
    low, high = (number(end, digits, unit) for end in ends)
    return f"{low} to {high}"


def margin(value: float | None, digits: int = 0, unit: float = 1) -> str:
    """Return half of an interval; with more digits where it would look like nothing."""
    if not value:
        return f"± {MISSING}"
    while not float(f"{value / unit:.{digits}f}"):
        digits += 1
    return f"± {number(value, digits, unit)}"


def text(value: Any) -> str:
    """Return a value in words, whatever it is made of; what is within another one in brackets."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_inner(item)}" for name, item in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_inner, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6g}" if abs(value) < _LARGE else str(value)
    return MISSING if value is None else str(value)


def _inner(value: Any) -> str:
    return f"({text(value)})" if isinstance(value, (Mapping, list, tuple)) else text(value)
