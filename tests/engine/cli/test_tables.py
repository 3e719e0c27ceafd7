from __future__ import annotations

import pytest

from crossearth_engine.cli.tables import show_table


def test_long_names_and_figures_do_not_run_together(capsys: pytest.CaptureFixture[str]) -> None:
    name = "broad-leaved evergreen forest, closed"
    figures = ("0.912 (0.853 to 0.951)", "123,456,789.12 (123,000,000.00 to 124,000,000.00)")
    show_table([("", "precision", "area, ha"), (name, *figures), ("sea", "–", "1.00")])
    head, long, short = capsys.readouterr().out.splitlines()
    assert long == f"  {name}  {figures[0]}  {figures[1]}"
    assert len(head) == len(short) == len(long)


def test_names_of_any_script_take_the_columns_that_they_take(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Chinese letters are two columns wide, and what stands above a letter is none."""
    show_table([("森林と水田と市街地と道路", "1"), ("e\u0301te\u0301", "2"), ("Вода", "3")])
    lines = capsys.readouterr().out.splitlines()
    assert [line.index(figure) for line, figure in zip(lines, "123", strict=True)] == [16, 30, 28]


def test_names_steer_no_screen(capsys: pytest.CaptureFixture[str]) -> None:
    show_table([("a\x1b[2J\nb", "1")])
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split() == ["a\\x1b[2J\\nb", "1"]


def test_of_nothing_there_is_no_table(capsys: pytest.CaptureFixture[str]) -> None:
    show_table([])
    assert capsys.readouterr().out == ""
