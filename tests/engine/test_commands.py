"""Request, table of options and command line of each command say the same."""

from __future__ import annotations

import dataclasses
import inspect
import typing
from collections.abc import Iterator
from typing import Any

import click
import pytest

from crossearth_engine.arguments import WRITTEN, Request
from crossearth_engine.cli.main import main
from crossearth_engine.commands import COMMANDS, imported, run
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.job import Job

# The annotations of a field by the kind of its option; "| None" where there is no default.
ANNOTATIONS: dict[str, tuple[Any, ...]] = {
    "text": (str,),
    "crs": (str,),
    "path": (str,),
    "choice": (str,),
    "whole": (int,),
    "number": (float,),
    "switch": (bool,),
    "texts": (list[str], tuple[str, ...]),
    "paths": (list[str], tuple[str, ...]),
    "wholes": (list[int],),
    "numbers": (list[float], tuple[float, ...], tuple[float, float, float, float]),
    "mapping": (dict[str, str],),
    "groups": (dict[str, list[str]],),
}


def command_lines(group: click.Group = main) -> Iterator[click.Command]:
    for command in group.commands.values():
        if isinstance(command, click.Group):
            yield from command_lines(command)
        else:
            yield command


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_a_function_of_its_request(name: str) -> None:
    command = COMMANDS[name]
    request, function = imported(command.request), imported(command.function)
    assert issubclass(request, Request)
    parameters = list(inspect.signature(function).parameters)
    assert parameters == ["request", "job", *(["load"] if command.takes_loader else [])]
    assert typing.get_type_hints(function)["request"] is request


@pytest.mark.parametrize("name", COMMANDS)
def test_a_request_has_the_fields_of_its_options(name: str) -> None:
    request = imported(COMMANDS[name].request)
    hints = typing.get_type_hints(request)
    fields = {field.name: field for field in dataclasses.fields(request)}
    assert fields.keys() == request.options.keys()
    for option in request.options.values():
        is_left_out = not option.is_required and option.default is None
        kinds = ANNOTATIONS[option.kind]
        assert hints[option.name] in [kind | None if is_left_out else kind for kind in kinds]
        has_default = fields[option.name].default is not dataclasses.MISSING
        assert has_default != option.is_required, option.name
        if has_default:
            assert fields[option.name].default == option.default, option.name
        if option.choices:
            assert option.default in option.choices, option.name


def test_every_command_line_has_the_options_of_a_command() -> None:
    # How it is shown and told, what is listed, gone back to, helped with, and what a process of
    # `devices` tries, or has tried anew.
    own = {"as_json", "lists", "log", "quiet", "is_published", "number", "names", "package"}
    own |= {"forget_trials"}
    typed = [{p.name for p in command.params if p.name not in own} for command in command_lines()]
    for request in {command.request for command in COMMANDS.values()}:
        options = imported(request).options.values()
        names = {option.name for option in options if option.flag is not None}
        assert not names or names in typed
        typed = [given for given in typed if given != names]
    assert not any(typed)


@pytest.mark.parametrize("name", ["change", "zonal", "review", "sample-points", "export-model"])
def test_what_needs_a_disk_is_not_written_to_a_store(name: str) -> None:
    request = imported(COMMANDS[name].request)
    hints = typing.get_type_hints(request, localns={"KW_ONLY": object})
    given: dict[str, Any] = {
        field.name: ["x"] if typing.get_origin(hints[field.name]) else "x"
        for field in dataclasses.fields(request)
        if field.default is dataclasses.MISSING
    }
    (written,) = {*WRITTEN[:2], "folder"} & given.keys()
    for address in ("s3://bucket/x", "/vsiaz/bucket/x"):
        with pytest.raises(InvalidRequest, match=f"a disk, which {address} is not"):
            request.from_arguments({**given, written: address})


def test_what_is_no_command_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="no command dance"):
        run("dance", {}, Job(lambda *_: None, lambda *_: None))
