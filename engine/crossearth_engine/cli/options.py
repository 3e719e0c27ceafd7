"""The options of the commands, made of the tables that the engine and the plugin share."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any, TypeVar

import click

from crossearth_engine.cli import help
from crossearth_engine.shared.options import Option, Options

Command = TypeVar("Command", bound=Callable[..., Any])


def takes(options: Options, may_lack: Container[str] = ()) -> Callable[[Command], Command]:
    """Return what gives a command the arguments and options of a table, in its order.

    Args:
        options: the table.
        may_lack: names of arguments that the command can find elsewhere.
    """

    def give(command: Command) -> Command:
        for option in reversed(options.values()):
            if option.flag is not None:
                is_required = option.is_required and option.name not in may_lack
                command = _parameter(option, option.flag, is_required)(command)
        return command

    return give


def ends_in_json(text: str = "End with one JSON object on stdout.") -> Callable[[Command], Command]:
    """Return what gives a command the switch ``--json``, as ``as_json``."""
    # Eager: known before another option, or one that lacks, is an error.
    return click.option(
        "--json", "as_json", is_flag=True, is_eager=True, help=text, callback=_note_json
    )


def is_json_asked() -> bool:
    """Whether the command that runs, or has just ended, is to end with JSON."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(__name__))


def _note_json(ctx: click.Context, param: click.Parameter, value: bool) -> bool:
    ctx.meta[__name__] = value
    return value


def _parameter(option: Option, flag: str, is_required: bool) -> Callable[[Command], Command]:
    if flag.isupper():
        if option.kind == "paths":
            metavar = f"{flag}..." if is_required else f"[{flag}]..."
            return click.argument(option.name, metavar=metavar, nargs=-1, required=is_required)
        return click.argument(option.name, metavar=flag)
    settings = {**_reading(option), "help": option.help}
    if option.chosen:
        # What is not given does not reach the engine.
        settings["help"] += f"  [default: {option.chosen}]"
    elif option.default is not None:
        settings |= {"default": option.default, "show_default": option.kind != "switch"}
    return click.option(
        flag or f"--{option.name.replace('_', '-')}",
        option.name,
        required=is_required,
        metavar=option.metavar,
        cls=help.Option,
        group=option.group,
        **settings,
    )


def _reading(option: Option) -> dict[str, Any]:
    """Return how click reads a value; by itself, as a text."""
    match option.kind:
        case "choice":
            return {"type": click.Choice(option.choices)}
        case "whole":
            return {"type": int}
        case "number":
            return {"type": float}
        case "switch":
            return {"is_flag": True}
        case "wholes":
            return {"type": _Numbers(int, option.count)}
        case "numbers":
            return {"type": _Numbers(float, option.count)}
        case "texts":
            return {"type": _Names()}
        case "paths":
            return {"multiple": True, "callback": _as_list}
        case "groups":
            return {"type": _Group(), "multiple": True, "callback": _as_dict}
    return {}


class _Numbers(click.ParamType[Any]):
    """Numbers separated by commas."""

    def __init__(self, kind: type, count: int | None = None) -> None:
        self._kind = kind
        self._count = count
        self.name = f"{kind.__name__},…"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            numbers = [self._kind(part) for part in value.split(",")]
        except ValueError:
            self.fail(f"{value!r} is not a list of numbers separated by commas.", param, ctx)
        if self._count is not None and len(numbers) != self._count:
            self.fail(f"{self._count} numbers are needed, not {len(numbers)}.", param, ctx)
        return numbers


class _Names(click.ParamType[Any]):
    """Names separated by commas."""

    name = "name,…"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return [part.strip() for part in value.split(",")]


class _Group(click.ParamType[Any]):
    """A new name and those that become it."""

    name = "group"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        new, _, old = value.partition("=")
        members = [name.strip() for name in old.split(",") if name.strip()]
        if not new.strip() or not members:
            self.fail(f"{value!r} is not NEW=OLD[,OLD…].", param, ctx)
        return new.strip(), members


def _as_list(ctx: click.Context, param: click.Parameter, value: Any) -> list[str] | None:
    return list(value) or None


def _as_dict(ctx: click.Context, param: click.Parameter, value: Any) -> dict[str, list[str]] | None:
    merged: dict[str, list[str]] = {}
    for new, members in value:
        merged.setdefault(new, []).extend(members)
    return merged or None
