"""What ``--help`` shows: options under headings, commands to paste, exit statuses.

The headings are those of the tables of options. `crossearth` alone shows its help, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click


class Option(click.Option):
    """An option that the help shows under a heading."""

    def __init__(self, *args: Any, group: str = "", **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.group = group


class Command(click.Command):
    """A command whose help has headings, examples and exit statuses.

    Args:
        examples: what is wished, and a line for a shell that does it.
        statuses: what an exit status means; none: they are not shown.
    """

    def __init__(
        self,
        *args: Any,
        examples: Sequence[tuple[str, str]] = (),
        statuses: Mapping[int, str] | None = None,
        **settings: Any,
    ) -> None:
        super().__init__(*args, **settings)
        self.examples = examples
        self.statuses = statuses or {}

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options by heading, those without one at the end."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None and isinstance(parameter, click.Option):
                groups.setdefault(getattr(parameter, "group", ""), []).append(record)
        others = groups.pop("", [])
        for title, records in [*groups.items(), ("Options", others)]:
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what can be pasted into a shell, and what the exit status will say."""
        if self.examples:
            with formatter.section("Examples"):
                for wish, line in self.examples:
                    # Never wrapped: it is to be pasted.
                    indent = " " * formatter.current_indent
                    formatter.write(f"{indent}# {wish}\n{indent}{line}\n")
        if self.statuses:
            with formatter.section("Exit status"):
                formatter.write_dl([(str(status), text) for status, text in self.statuses.items()])


class Group(Command, click.Group):
    """Commands under one name, which alone shows what there is.

    Args:
        sections: its commands by the heading under which the help has them.
    """

    command_class = Command

    def __init__(
        self,
        *args: Any,
        sections: Mapping[str, Sequence[click.Command]] | None = None,
        **settings: Any,
    ) -> None:
        super().__init__(*args, **settings)
        self.sections = sections or {}
        for commands in self.sections.values():
            for command in commands:
                self.add_command(command)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take no argument for the wish to be helped."""
        return super().parse_args(ctx, args or ["--help"])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, and the few options after them."""
        self.format_commands(ctx, formatter)
        Command.format_options(self, ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each command with its whole first sentence."""
        sections = self.sections or {"Commands": list(self.commands.values())}
        for title, commands in sections.items():
            shown = [command for command in commands if not command.hidden]
            with formatter.section(title):
                rows = [(command.name or "", command.get_short_help_str(500)) for command in shown]
                formatter.write_dl(rows)
