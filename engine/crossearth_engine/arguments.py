"""Requests: what a command is asked, and whether what was given can be that.

A request is a frozen dataclass. Its annotations say of which types the arguments are, and its
options, a table that the plugin reads too, which values they may have. What goes together with what
is for each request to say.
"""

from __future__ import annotations

import dataclasses
import math
import reprlib
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.addresses import gdal_name, is_object
from crossearth_engine.shared.options import Option, Options

MAX_TEXT = 32_767
"""Characters of the longest text: no system knows a longer path."""

WRITTEN = ("output", "out", "report", "folder")
"""What arguments are called that name what a command writes."""

R = TypeVar("R", bound="Request")


@dataclass(frozen=True)
class Request:
    """What is asked of a command. Its fields are the command's arguments.

    Attributes:
        options: defaults, choices and limits of the fields.
        knows_stores: whether it says itself what may be written to object storage.
    """

    options: ClassVar[Options] = {}
    knows_stores: ClassVar[bool] = False

    @classmethod
    def from_arguments(cls: type[R], arguments: Mapping[str, Any]) -> R:
        """Return the request in a message or on a command line.

        Raises:
            InvalidRequest: if an argument is unknown, missing or of another type, or says that
                something is written to object storage that cannot be.
        """
        # Python 3.10 refuses the mark before keyword arguments, which is no type.
        hints = typing.get_type_hints(cls, localns={"KW_ONLY": object})
        fields = {field.name: field for field in dataclasses.fields(cls)}
        given = {}
        for name, value in arguments.items():
            if name not in fields:
                raise _not_understood(f"there is no argument {reprlib.repr(name)}")
            try:
                given[name] = _fit(value, hints[name])
            except ValueError as error:
                raise _not_understood(f"{name} {error}") from error
            except (TypeError, OverflowError):
                kind = _in_words(hints[name])
                raise _not_understood(f"{name} must be {kind}, not {reprlib.repr(value)}") from None
        for name, field in fields.items():
            if name not in given and field.default is dataclasses.MISSING:
                raise _not_understood(f"{name} is missing")
        for name in () if cls.knows_stores else WRITTEN:
            if is_object(gdal_name(str(given.get(name)))):
                reason = (
                    f"This is written to a disk, which {given[name]} is not: name a place there. "
                    "Only maps are made in object storage."
                )
                raise InvalidRequest(reason=reason)
        return cls(**given)

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        for name, option in self.options.items():
            _check(getattr(self, name), option)


def _not_understood(reason: str) -> InvalidRequest:
    return InvalidRequest(reason=f"The request is not understood: {reason}.")


def _fit(value: Any, kind: Any) -> Any:
    """Return a value, as JSON has it, as one of an annotated type; lists become tuples.

    Raises:
        TypeError, OverflowError: if it is no such value. True and False are none of the numbers, as
            which Python counts them; a whole number is one wherever a number is asked for.
        ValueError: if it is a text that is too long; says so.
    """
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType:
        return None if value is None else _fit(value, parts[0])
    if kind is str and isinstance(value, str):
        if len(value) > MAX_TEXT:
            raise ValueError(f"is longer than {MAX_TEXT} characters")
        return value
    if kind is float and type(value) in (int, float):
        return float(value)
    if kind in (int, bool) and type(value) is kind:
        return value
    if origin is dict and isinstance(value, dict):
        return {_fit(name, parts[0]): _fit(item, parts[1]) for name, item in value.items()}
    if origin in (list, tuple) and isinstance(value, (list, tuple)):
        if parts[-1] is ... or origin is list:
            parts = parts[:1] * len(value)
        if len(parts) == len(value):
            return origin(map(_fit, value, parts))
    raise TypeError(kind)


def _in_words(kind: Any, *, are_many: bool = False) -> str:
    """Return what a value of an annotated type is, as a person says it."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType:
        return _in_words(parts[0])
    if origin is dict:
        return f"{_in_words(parts[1], are_many=True)} by name"
    if origin is tuple and parts[-1] is not ...:
        return f"{len(parts)} {_in_words(parts[0], are_many=True)}"
    if origin in (list, tuple):
        return f"{'lists' if are_many else 'a list'} of {_in_words(parts[0], are_many=True)}"
    one, many = _WORDS[kind]
    return many if are_many else one


_WORDS = {
    str: ("a text", "texts"),
    int: ("a whole number", "whole numbers"),
    float: ("a number", "numbers"),
    bool: ("true or false", "true or false"),
}


def _check(value: Any, option: Option) -> None:
    """Raise InvalidRequest if a value is none of the option's."""
    noun = option.noun or option.name
    if option.choices and value not in option.choices:
        choices = ", ".join(option.choices)
        raise InvalidRequest(reason=f"The {noun} must be one of {choices}, not {value}.")
    if value in ([], ()) or (value == "" and option.is_required):
        raise InvalidRequest(reason=f"The {noun} must not be empty.")
    for text in value if isinstance(value, (list, tuple)) else (value,):
        if isinstance(text, str) and "\0" in text:
            raise InvalidRequest(reason=f"The {noun} has a zero byte in it, which no text has.")
    for number in value if isinstance(value, (list, tuple)) else (value,):
        if type(number) in (int, float) and not _is_within(number, option):
            raise InvalidRequest(reason=f"The {noun} must be {_limits(option)}, not {number}.")


def _is_within(number: float, option: Option) -> bool:
    return (
        math.isfinite(number)
        and (option.minimum is None or number >= option.minimum)
        and (option.maximum is None or number <= option.maximum)
        and (option.above is None or number > option.above)
    )


def _limits(option: Option) -> str:
    unit = f" {option.unit}" if option.unit else ""
    if option.maximum is not None and option.above is not None:
        return f"more than {option.above:g} and at most {option.maximum:g}{unit}"
    if option.maximum is not None:
        return f"{option.minimum:g} to {option.maximum:g}{unit}"
    if option.minimum is not None:
        return f"at least {option.minimum:g}{unit}"
    if option.above is not None:
        return f"more than {option.above:g}{unit}"
    return "a finite number"
