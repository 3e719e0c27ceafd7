"""Reports as HTML: one file each, without scripts, and with nothing loaded from elsewhere.

They can be mailed, printed and opened in ten years. All look alike: the templates extend page.html.
What a template, or what it is given, `say` is told in the language that the process speaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2

from crossearth_engine.shared.wording import Language, say, spoken

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
    language = spoken()
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=language.tell,
    )
    environment.globals |= {"say": say, "language": language.code}
    environment.filters |= {
        "number": number,
        "share": share,
        "interval": interval,
        "margin": margin,
        "text": lambda value: text(value, language),
    }
    page = environment.get_template(template).stream(**values)
    page.enable_buffering(64)
    with path.open("wb") as stream:
        # A file name may hold bytes that are no text.
        page.dump(stream, encoding="utf-8", errors="replace")


def number(value: object, digits: int = 0, unit: float = 1) -> str:
    """Return a number in this unit, with thousands set apart; a dash for what is none.

    What is there but too small for so many digits is told as less than the least of them.
    """
    if not isinstance(value, (int, float)):
        return MISSING
    if value and not float(_rounded(value, digits, unit)):
        least = f"{10.0**-digits:.{digits}f}"
        return f"< {least}" if value > 0 else f"> -{least}"
    return f"{value / unit:,.{digits}f}".replace(",", SPACE)


def share(value: object) -> str:
    """Return a share of 1 with three digits; a dash for what is none."""
    return f"{value:.3f}" if isinstance(value, (int, float)) else MISSING


def interval(ends: Sequence[float] | None, digits: int = 0, unit: float = 1) -> str:
    """Return what lies between two numbers; with more digits where they would look the same."""
    if ends is None:
        return MISSING
    low, high = ends
    while low < high and _rounded(low, digits, unit) == _rounded(high, digits, unit):
        digits += 1
    told = [number(end, digits, unit) for end in (low, high)]
    return say("{low} to {high}", low=told[0], high=told[1])


def margin(value: float | None, digits: int = 0, unit: float = 1) -> str:
    """Return half of an interval; with more digits where it would look like nothing."""
    if not value:
        return f"± {MISSING}"
    while not float(_rounded(value, digits, unit)):
        digits += 1
    return f"± {number(value, digits, unit)}"


def _rounded(value: float, digits: int, unit: float) -> str:
    return f"{value / unit:.{digits}f}"


def text(value: Any, language: Language | None = None) -> str:
    """Return a value in words, whatever it is made of; what is within another one in brackets."""
    language = language or spoken()

    def inner(item: Any) -> str:
        told = text(item, language)
        return f"({told})" if isinstance(item, (Mapping, list, tuple)) else told

    if isinstance(value, Mapping):
        return ", ".join(f"{language.tell(name)}: {inner(item)}" for name, item in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(inner, value))
    if isinstance(value, bool):
        value = say("yes") if value else say("no")
    if isinstance(value, float):
        return f"{value:.6g}" if abs(value) < _LARGE else str(value)
    return MISSING if value is None else str(language.tell(value))
