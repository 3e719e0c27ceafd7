"""Write the page of findings: every sentence of a warning or a refusal, by what it is about.

    python tools/finding_reference.py PAGE

Run by the engine's Python.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from crossearth_engine.shared import findings

TITLES = {
    "Polygons and points that say what is there": findings.OF_POLYGONS,
    "Reasons that something is refused": findings.REASONS,
    "A finished map": findings.OF_MAPS,
    "A training": findings.OF_TRAINING,
    "A run": findings.OF_RUNS,
    "A cluster": findings.OF_CLUSTERS,
    "A model that comes or goes": findings.OF_EXCHANGE,
}
REST = "Rasters, bands, pixels and devices"
INTRODUCTION = """\
# Warnings and reasons by message

Every sentence that a warning has, or the reason inside an error, made from the code. Each says what
is the case and, where there is something to do, what. Words in braces stand for what the message
names; options are called as on the command line, and QGIS says their labels instead.

With `--strict`, no map is made of a raster with a finding that is a *doubt*. A *reason* ends what
was asked for; a *warning* does not, nor does a *note*.
"""


def page() -> Iterator[str]:
    """Yield the lines of the page."""
    yield INTRODUCTION
    grouped = {code for sentences in TITLES.values() for code in sentences}
    rest = {code: text for code, text in findings.SENTENCES.items() if code not in grouped}
    for title, sentences in {REST: rest, **TITLES}.items():
        yield from (f"## {title}", "")
        for code, sentence in sentences.items():
            yield from (f"### `{code}`", "", f"*{level(code)}*", "", f"> {literal(sentence)}", "")


def level(code: str) -> str:
    """Return what a finding does to a run."""
    if code in findings.REASONS:
        return "reason"
    if findings.Finding(code).is_doubt:
        return "doubt"
    return "note" if code in findings.NOTES else "warning"


def literal(text: str) -> str:
    """Return a text in which nothing is taken for markup."""
    for sign in "\\`*_[]<>|":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(page()), encoding="utf-8")
