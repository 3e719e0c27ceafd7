"""Whether the files that a run reads are, at its end, what they were when it began."""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from crossearth_engine.digests import file_identity, sampled
from crossearth_engine.errors import InputChanged, InvalidRequest

# How GDAL calls what is typed, or comes through a pipe.
STANDARD_INPUT = "/vsistdin/"


def refuse_streams(arguments: Mapping[str, Any]) -> None:
    """Raise InvalidRequest if an argument names what can be read once only, or never ends.

    Pipes, devices and sockets would be waited for, and GDAL's standard input is where a worker's
    requests come from.
    """
    for value in arguments.values():
        for text in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(text, str) and (STANDARD_INPUT in text or _is_stream(text)):
                reason = f"{text} is a pipe or a device and no file. Write what it gives to a file."
                raise InvalidRequest(reason=reason)


def refuse_the_same(one: str, other: str) -> None:
    """Raise InvalidRequest if two maps that are to be compared are one file."""
    is_same = one == other
    with contextlib.suppress(OSError, ValueError):  # no path at all
        is_same = Path(one).samefile(other)
    if is_same:
        reason = f"{one} is given twice: nothing can differ there. Choose two maps."
        raise InvalidRequest(reason=reason)


def _is_stream(text: str) -> bool:
    try:
        mode = Path(text).stat().st_mode
    except (OSError, ValueError):  # no path at all, or of nothing
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


class Inputs:
    """Files that a run reads, as they are now.

    Args:
        paths: of files; what is none, such as an address, is not looked at.
    """

    def __init__(self, paths: Iterable[str | Path]) -> None:
        self._states = {path: _state(path) for path in map(str, paths)}

    def check(self) -> None:
        """Raise InputChanged if one is not what it was: what was read of it may be of both."""
        for path, state in self._states.items():
            if _state(path) != state:
                raise InputChanged(path=path)


def _state(path: str) -> list[Any]:
    """Return what differs where a file was written, replaced or removed; it is hardly read."""
    identity = file_identity(path)
    if len(identity) == 1:
        return identity
    return [*identity, sampled(identity[0], identity[1])]
