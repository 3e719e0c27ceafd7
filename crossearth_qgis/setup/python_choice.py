"""Which Python makes the engine's environment: the first with which that can be done.

The one that was named, and no other; else those of this computer; else a standalone one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ..errors import EngineSetupFailed, PythonNotAgreed, UnsuitablePython
from ..translation import translate
from . import standalone_python, web_file
from .base_python import NEWEST, OLDEST, Machine, ask, find_base_pythons, this_machine
from .child_process import CanceledCallback, LineCallback


@dataclass(frozen=True)
class PythonChoice:
    """What a person has said of the Python that makes the environment.

    Attributes:
        named: the one to take.
        is_download_agreed: whether one may be downloaded if none of this computer will do.
        packages: a folder that the packages come from; it may hold a standalone Python, too, and
            nothing is downloaded.
    """

    named: Path | None = None
    is_download_agreed: bool = False
    packages: Path | None = None


def with_first_python(
    choice: PythonChoice,
    attempt: Callable[[Path], None],
    on_line: LineCallback,
    is_canceled: CanceledCallback,
    machine: Machine | None = None,
) -> Path:
    """Make something with one Python after the other until it can be done, and return that one.

    Args:
        choice: which may be tried.
        attempt: is given a Python; raises UnsuitablePython where the next one should be tried, and
            leaves nothing behind then.
        on_line: told why each was passed over.
        is_canceled: asked several times a second.
        machine: this computer.

    Raises:
        PythonNotAgreed: if one has to be downloaded first.
        EngineSetupFailed: what an attempt raised; of several unsuitable ones the first one's.
        JobCanceled: if ``is_canceled`` said so.
    """
    if choice.named is not None:
        _require_suitable(choice.named, is_canceled)
        attempt(choice.named)
        return choice.named
    reasons: list[UnsuitablePython] = []
    try:
        for python in find_base_pythons(machine or this_machine(), on_line, is_canceled):
            try:
                attempt(python)
                return python
            except UnsuitablePython as error:
                on_line(str(error))
                reasons.append(error)
    except UnsuitablePython as error:
        reasons.append(error)
    python = _standalone(choice, reasons[0], on_line, is_canceled)
    attempt(python)
    return python


def _require_suitable(python: Path, is_canceled: CanceledCallback) -> None:
    if not ask(python, is_canceled).is_suitable:
        raise EngineSetupFailed(
            translate(
                "CrossEarth",
                "{python} cannot make the engine's environment: that takes a Python from {minimum} "
                "to {maximum} with its modules venv and ensurepip. Name another one, or none.",
            ).format(python=python, minimum=OLDEST, maximum=NEWEST)
        )


def _standalone(
    choice: PythonChoice,
    reason: UnsuitablePython,
    on_line: LineCallback,
    is_canceled: CanceledCallback,
) -> Path:
    """Return the standalone Python; it is fetched where that is needed and allowed."""
    archive = standalone_python.archive_for_this_computer()
    if archive is None:
        raise reason
    # One that is there may have been deleted in part, as virus scanners do.
    if not ask(archive.python, is_canceled).is_suitable:
        place = standalone_python.place_of(archive, choice.packages)
        if place is None:
            raise EngineSetupFailed(
                translate(
                    "CrossEarth",
                    "{reason} The folder has no Python to try instead: dev.py wheelhouse "
                    "--standalone-python puts one there.",
                ).format(reason=reason)
            )
        if isinstance(place, str) and not choice.is_download_agreed:
            raise _question(archive, place, reason, is_canceled)
        standalone_python.install(archive, place, on_line, is_canceled)
        if not ask(archive.python, is_canceled).is_suitable:
            raise EngineSetupFailed(
                translate(
                    "CrossEarth",
                    "{reason} The standalone Python {version} does not run on this computer, "
                    "either.",
                ).format(reason=reason, version=archive.version)
            )
    return archive.python


def _question(
    archive: standalone_python.Archive,
    address: str,
    reason: UnsuitablePython,
    is_canceled: CanceledCallback,
) -> EngineSetupFailed:
    try:
        size = web_file.size_of(address, is_canceled)
    except EngineSetupFailed as error:
        return EngineSetupFailed(
            translate(
                "CrossEarth", "{reason} Nor can another Python be downloaded: {problem}"
            ).format(reason=reason, problem=error)
        )
    host = urlsplit(address).hostname or address
    return PythonNotAgreed(str(reason), archive.version, host, size)
