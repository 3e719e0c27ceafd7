"""Write the page of the command line: every command, of what the program itself says.

    python tools/command_reference.py PAGE

Run by the engine's Python.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from crossearth_engine.cli.exit_status import STATUSES
from crossearth_engine.cli.help import Command
from crossearth_engine.cli.main import main


def commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    """Yield the commands that the help shows, with those of groups, by their whole names."""
    for command in group.commands.values():
        whole = f"{name} {command.name}"
        if isinstance(command, click.Group):
            yield from commands(command, whole)
        elif not command.hidden:
            yield whole, command


def cell(text: str) -> str:
    """Return a text as a cell of a table, in which nothing is taken for markup."""
    for sign in "\\`*_[]<>|":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def code(text: str) -> str:
    """Return a text as code in a cell; a bar would end the cell there, too."""
    return f"`{text}`".replace("|", "\\|")


def section(name: str, command: click.Command) -> Iterator[str]:
    """Yield the lines of a command: what it does, its options under their headings, examples."""
    context = click.Context(command, info_name=name)
    yield from (f"## {name}", "", " ".join((command.help or "").split()), "")
    yield from ("```text", command.get_usage(context).removeprefix("Usage: "), "```", "")
    groups: dict[str, list[tuple[str, str]]] = {}
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if parameter.name == "help":
            continue  # of every command
        if record is not None and isinstance(parameter, click.Option):
            groups.setdefault(getattr(parameter, "group", "") or "Options", []).append(record)
    others = groups.pop("Options", [])
    for title, records in [*groups.items(), ("Options", others)]:
        if records:
            yield from (f"| {cell(title)} | |", "| --- | --- |")
            yield from (f"| {code(option)} | {cell(text)} |" for option, text in records)
            yield ""
    if isinstance(command, Command) and command.examples:
        yield "```sh"
        for wish, line in command.examples:
            yield from (f"# {wish}", line)
        yield from ("```", "")


def page() -> Iterator[str]:
    """Yield the lines of the page."""
    yield from ("# The command line", "", " ".join((main.help or "").split()), "")
    for name, command in commands(main, "crossearth"):
        yield from section(name, command)
    yield from ("## Exit status", "", "| status | means |", "| --- | --- |")
    yield from (f"| {status} | {cell(text)} |" for status, text in STATUSES.items())


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(page()) + "\n", encoding="utf-8")
