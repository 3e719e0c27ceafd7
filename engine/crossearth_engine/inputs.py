"""Whether the files that a run reads are, at its end, what they were when it began."""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from crossearth_engine.digests import file_identity, sampled
from crossearth_engine.errors import (
    ConnectionLost,
    InputChanged,
    InvalidRequest,
    UnreadableRaster,
)
from crossearth_engine.shared.addresses import gdal_name, is_remote, without_secrets
from crossearth_engine.shared.findings import Finding

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


def is_the_same(one: str, other: str) -> bool:
    """Whether two names are of one file."""
    with contextlib.suppress(OSError, ValueError):  # no path at all
        return Path(one).samefile(other)
    return one == other


def refuse_the_same(one: str, other: str) -> None:
    """Raise InvalidRequest if two maps that are to be compared are one file."""
    if is_the_same(one, other):
        raise InvalidRequest(**Finding("map-twice", {"file": one}).reason)


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
        known: what rasters that are open were when they were opened, by the names of their files:
            those on servers are asked about again.
    """

    def __init__(
        self, paths: Iterable[str | Path], known: Mapping[str, list[Any]] | None = None
    ) -> None:
        self._states = {path: _state(path) for path in map(str, paths)}
        self._of_servers = {
            name: state
            for name, state in (known or {}).items()
            if is_remote(gdal_name(name)) and len(state) > 1
        }

    def check(self) -> None:
        """Raise what there is to tell if one is not what it was: what was read may be of both.

        Raises:
            InputChanged: if one was written, replaced or removed.
            UnreadableRaster: if a server that told of one does so no longer.
            ConnectionLost: if it does not answer.
        """
        from crossearth_engine.storage import objects  # with rasterio, which is large

        self.check_files()
        for name, state in self._of_servers.items():
            try:
                is_same = objects.identity(name) == state
            except ConnectionError as error:
                raise ConnectionLost(path=name, reason=str(error.strerror)) from error
            except PermissionError as error:
                raise UnreadableRaster(path=name, reason=f"{error.strerror}.") from error
            if not is_same:
                raise InputChanged(path=without_secrets(name))

    def check_files(self) -> None:
        """Raise InputChanged if one on this computer's disks is not what it was."""
        for path, state in self._states.items():
            if _state(path) != state:
                raise InputChanged(path=path)


def _state(path: str) -> list[Any]:
    """Return what differs where a file was written, replaced or removed; it is hardly read."""
    identity = file_identity(path)
    if len(identity) == 1:
        return identity
    return [*identity, sampled(identity[0], identity[1])]
