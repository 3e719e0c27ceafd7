from __future__ import annotations

import math
import types
import typing
from dataclasses import MISSING, dataclass, fields
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossearth_engine.arguments import MAX_TEXT, Request
from crossearth_engine.commands import COMMANDS, imported
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.options import Option, Options

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**1100), 2**1100)
    | st.floats()
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)


@dataclass(frozen=True)
class Asked(Request):
    options: ClassVar[Options] = {
        option.name: option
        for option in (
            Option("path", "path", is_required=True, noun="name of the file"),
            Option("count", "whole", minimum=1, noun="number of points"),
            Option("size", "number", above=0, unit="m"),
            Option("scales", "numbers", minimum=0.25, maximum=4),
            Option("margin", "number", above=0, maximum=0.5),
            Option("join", "choice", default="taper", choices=("taper", "average")),
        )
    }

    path: str
    count: int | None = None
    size: float | None = None
    scales: list[float] | None = None
    margin: float | None = None
    join: str = "taper"
    extent: tuple[float, float] | None = None
    names: tuple[str, ...] = ()
    merge: dict[str, list[str]] | None = None
    is_quick: bool = False


def is_of(value: Any, kind: Any) -> bool:
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType:
        return any(is_of(value, part) for part in parts)
    if origin is dict:
        return type(value) is dict and all(
            is_of(name, parts[0]) and is_of(item, parts[1]) for name, item in value.items()
        )
    if origin is tuple and parts[-1] is not ...:
        return type(value) is tuple and list(map(type, value)) == list(parts)
    if origin in (list, tuple):
        return type(value) is origin and all(is_of(item, parts[0]) for item in value)
    return type(value) is kind


def requests() -> list[type[Request]]:
    found = [imported(command.request) for command in COMMANDS.values()]
    return [Asked, *(request for request in found if issubclass(request, Request))]


@pytest.mark.parametrize("request_type", requests(), ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=50, deadline=None)
def test_whatever_is_given_is_of_the_annotated_types_or_refused(
    request_type: type[Request], data: st.DataObject
) -> None:
    kinds = typing.get_type_hints(request_type)
    right = {field.name: st.from_type(kinds[field.name]) for field in fields(request_type)}
    required = {field.name for field in fields(request_type) if field.default is MISSING}
    arguments = data.draw(
        st.fixed_dictionaries(
            {name: right[name] for name in required},
            optional={name: kind for name, kind in right.items() if name not in required},
        )
    )
    wrong = data.draw(st.dictionaries(st.sampled_from([*right, "another"]), JSON, max_size=1))
    try:
        request = request_type.from_arguments({**arguments, **wrong})
    except InvalidRequest:
        assert wrong, "refused what the annotations say"
        return
    assert all(is_of(getattr(request, name), kinds[name]) for name in right)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({}, "path is missing"),
        ({"path": "a", "paths": 1}, "there is no argument 'paths'"),
        ({"path": 7}, "path must be a text, not 7"),
        ({"path": None}, "path must be a text, not None"),
        ({"path": "a" * (MAX_TEXT + 1)}, f"path is longer than {MAX_TEXT} characters"),
        ({"path": "a", "count": "x"}, "count must be a whole number, not 'x'"),
        ({"path": "a", "count": True}, "count must be a whole number, not True"),
        ({"path": "a", "count": 1.0}, "count must be a whole number, not 1.0"),
        ({"path": "a", "size": False}, "size must be a number, not False"),
        ({"path": "a", "size": 10**400}, "size must be a number, not 10000"),
        ({"path": "a", "scales": "1"}, "scales must be a list of numbers, not '1'"),
        ({"path": "a", "extent": [1]}, "extent must be 2 numbers, not [1]"),
        ({"path": "a", "names": ["b", 1]}, "names must be a list of texts, not ['b', 1]"),
        (
            {"path": "a", "merge": {"b": "c"}},
            "merge must be lists of texts by name, not {'b': 'c'}",
        ),
        ({"path": "a", "is_quick": 1}, "is_quick must be true or false, not 1"),
    ],
)
def test_what_is_not_understood_is_said_in_a_sentence(arguments: Any, reason: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        Asked.from_arguments(arguments)
    assert str(caught.value).startswith(f"The request is not understood: {reason}")


def test_whole_numbers_are_numbers_and_lists_may_be_tuples() -> None:
    request = Asked.from_arguments({"path": "a", "size": 1, "extent": [0, 2.5], "names": ["b"]})
    assert request == Asked("a", size=1.0, extent=(0.0, 2.5), names=("b",))
    assert type(request.size) is float


@pytest.mark.parametrize(
    ("request_type", "name"),
    [
        (kind, name)
        for kind in requests()
        for name, option in kind.options.items()
        if option.kind in ("number", "numbers")
    ],
)
def test_what_is_no_number_is_refused_in_a_sentence(request_type: type[Request], name: str) -> None:
    required = {field.name: "a" for field in fields(request_type) if field.default is MISSING}
    with pytest.raises(InvalidRequest, match=r"must be .+, not nan\.$"):
        request_type(**required, **{name: math.nan}).check()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"path": ""}, "The name of the file must not be empty."),
        ({"count": 0}, "The number of points must be at least 1, not 0."),
        ({"size": 0.0}, "The size must be more than 0 m, not 0.0."),
        ({"size": math.inf}, "The size must be more than 0 m, not inf."),
        ({"size": math.nan}, "The size must be more than 0 m, not nan."),
        ({"scales": []}, "The scales must not be empty."),
        ({"scales": [1.0, 5.0]}, "The scales must be 0.25 to 4, not 5.0."),
        ({"margin": 0.9}, "The margin must be more than 0 and at most 0.5, not 0.9."),
        ({"join": "feather"}, "The join must be one of taper, average, not feather."),
    ],
)
def test_what_is_out_of_range_is_said_in_a_sentence(arguments: Any, sentence: str) -> None:
    Asked("a").check()
    with pytest.raises(InvalidRequest) as caught:
        Asked(**{"path": "a", **arguments}).check()
    assert str(caught.value) == sentence
