"""Rows of a table in a terminal: names to the left, figures to the right, never run together."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import click

from crossearth_engine.cli.log import one_line

# Columns of a table with short names stand where they stand in the others.
LEAST_NAME = 18
_BETWEEN = "  "


def show_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows of as many texts each, the first of them a name."""
    cells = [[one_line(text) for text in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    if widths:
        widths[0] = max(widths[0], LEAST_NAME)
    for row in cells:
        blanks = [" " * (width - _width(text)) for width, text in zip(widths, row, strict=True)]
        figures = [blank + text for blank, text in zip(blanks[1:], row[1:], strict=True)]
        click.echo(_BETWEEN + _BETWEEN.join([row[0] + blanks[0], *figures]).rstrip())


def _width(text: str) -> int:
    """Return the columns that a text takes in a terminal, of whichever script it is."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )
