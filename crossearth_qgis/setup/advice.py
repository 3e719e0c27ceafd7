"""What to tell a person whose installation of the engine failed, judged by the installer's log."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..translation import translate

# A disk with less is as good as full: what failed was removed in part by those who failed.
_FULL_BYTES = 20_000_000
_NO_NETWORK = (
    *("newconnectionerror", "connection refused", "name resolution", "getaddrinfo", "timed out"),
    *("network is unreachable", "name or service", "failed to lookup address"),
)
# By SIGKILL or SIGTERM, as `subprocess` and as shells tell of it.
_KILLED = (-9, -15, 137, 143)


class Advice(NamedTuple):
    """What is told of a step that failed, and what may help.

    Attributes:
        sentence: says what went wrong and what to do.
        is_passing: whether the same may succeed in a moment.
        is_of_this_python: whether it may succeed with another Python; None: nobody knows.
    """

    sentence: str
    is_passing: bool = False
    is_of_this_python: bool | None = False


def setup_advice(log: str, free_bytes: int, exit_code: int = 1) -> Advice:
    """Return what to tell of a step that failed.

    Args:
        log: everything that pip, uv and Python wrote.
        free_bytes: what is left on the disk: not all who fail for that reason say so.
        exit_code: of the step.
    """
    text = log.lower()
    if free_bytes < _FULL_BYTES:
        return Advice(full_disk())
    for case in _cases():
        if case.needs in text and any(sign in text for sign in case.signs):
            return Advice(case.sentence(), case.is_passing, case.is_of_this_python)
    if exit_code in _KILLED:
        return Advice(_killed())
    return Advice(
        translate("CrossEarth", "The engine could not be installed. The log says what went wrong."),
        is_of_this_python=None,
    )


def _killed() -> str:
    return translate(
        "CrossEarth",
        "The installation was ended from outside: by the system, which does that where memory is "
        "short, or by another program. Nothing was lost. Close what takes much memory, then try "
        "again.",
    )


class _Case(NamedTuple):
    """What goes wrong on computers of people, by what a log says then, in small letters.

    Attributes:
        signs: one of them is there.
        sentence: makes that of the advice.
        needs: is there, too.
    """

    signs: tuple[str, ...]
    sentence: Callable[[], str]
    needs: str = ""
    is_passing: bool = False
    is_of_this_python: bool = False


def _cases() -> tuple[_Case, ...]:
    """Return them in the order in which they are looked for, of pip and of uv."""
    return (
        _Case(("no space left", "not enough space"), full_disk),
        # Before the certificate: pip calls this one an SSLError, too.
        _Case(
            ("ssl module is not available", "ssl module in python is not available"),
            _without_ssl,
            is_of_this_python=True,
        ),
        _Case(
            ("enable-long-paths", "winerror 206]", "file name too long", "filename too long"),
            long_path,
        ),
        # Virus scanners, indexers; uv says "os error".
        _Case(
            ("winerror 32]", "winerror 5]", "being used by another", "(os error 32)"),
            locked_file,
            is_passing=True,
        ),
        _Case(("certificate_verify_failed", "sslerror", "invalid peer certificate"), _certificate),
        _Case(("proxy authentication required",), proxy_login),
        _Case(("proxyerror",), proxy_refusal),
        _Case(("do not match the hashes", "hash mismatch for"), _another_digest),
        # Before the package that is not offered: without a network pip says that of the first one.
        _Case(_NO_NETWORK, _no_pytorch, needs="download.pytorch.org"),
        _Case(_NO_NETWORK, _no_network),
        _Case(("(constraint)",), _constraint),
        _Case(
            ("no matching distribution", "no solution found"), _not_offered, is_of_this_python=True
        ),
    )


def full_disk() -> str:
    """Return what to tell of a disk that became full."""
    return translate(
        "CrossEarth", "The disk became full. Free some space, then set the engine up again."
    )


def locked_file() -> str:
    """Return what to tell of files that another program keeps open."""
    return translate(
        "CrossEarth",
        "Another program held a file of the engine, as virus scanners do. Wait a minute, then try "
        "again. If that does not help, have the scanner leave out the data folder that Settings > "
        "Options > CrossEarth shows.",
    )


def long_path() -> str:
    """Return what to tell of paths that are longer than the system takes."""
    return translate(
        "CrossEarth",
        "The path of a file of the engine became longer than this computer takes. Name a shorter "
        "folder in the environment variable CROSSEARTH_HOME, for instance C:\\crossearth, then "
        "restart QGIS.",
    )


def proxy_login() -> str:
    """Return what to tell of a proxy that asks for a name and a password."""
    return translate(
        "CrossEarth",
        "The proxy wants a user name and a password, or other ones. Enter them under Settings > "
        "Options > Network, then try again.",
    )


def proxy_refusal() -> str:
    """Return what to tell of a proxy that does not let through, or is not there."""
    return translate(
        "CrossEarth",
        "The proxy refused the download. Check the proxy under Settings > Options > Network.",
    )


def _without_ssl() -> str:
    return translate(
        "CrossEarth",
        "The Python of this computer cannot open secure connections: it lacks the module ssl. "
        "Install Python from python.org, or choose another one under Settings > Options > "
        "CrossEarth.",
    )


def _certificate() -> str:
    return translate(
        "CrossEarth",
        "The download was refused because of its certificate: a proxy or virus scanner may open "
        "secure connections. Ask for its certificate file and name it in the environment variable "
        "PIP_CERT.",
    )


def _another_digest() -> str:
    return translate(
        "CrossEarth",
        "A package that arrived is not the one that was tested: its SHA-256 is another. It was not "
        "installed. Try again; if that does not help, ask who runs the index, the mirror or the "
        "folder that the packages come from.",
    )


def _no_pytorch() -> str:
    return translate(
        "CrossEarth",
        "PyTorch of this kind is at download.pytorch.org only, which could not be reached. Check "
        "the internet connection, or set the engine up from a folder that another computer has "
        "filled.",
    )


def _no_network() -> str:
    return translate(
        "CrossEarth",
        "The packages could not be downloaded. Check the internet connection, then try again.",
    )


def _constraint() -> str:
    return translate(
        "CrossEarth",
        "A constraint in pip's settings forbids a version that the engine was tested with; the log "
        "names it. Take it out for the set-up (PIP_CONSTRAINT or pip's configuration file), or "
        "choose a Python that has the packages under Settings > Options > CrossEarth.",
    )


def _not_offered() -> str:
    return translate(
        "CrossEarth",
        "One of the engine's packages is not offered, in the version that was tested, for this "
        "Python or this computer, or the mirror or folder that is set here lacks it. The log names "
        "it; another Python can be chosen under Settings > Options > CrossEarth.",
    )
