"""What to tell a person whose installation of the engine failed, judged by the installer's log."""

from __future__ import annotations

from typing import NamedTuple

from ..translation import translate

# A disk with less is as good as full: what failed was removed in part by those who failed.
_FULL_BYTES = 20_000_000


# What pip and Windows say of a file that another program has open: virus scanners, indexers.
_LOCKED = ("winerror 32]", "winerror 5]", "being used by another process")
_LONG_PATHS = ("enable-long-paths", "winerror 206]", "file name too long", "filename too long")


class Advice(NamedTuple):
    """What is told of a step that failed, and what may help.

    Attributes:
        sentence: says what went wrong and what to do.
        is_passing: whether the same may succeed in a moment.
        is_of_this_python: whether it may succeed with another Python.
    """

    sentence: str
    is_passing: bool = False
    is_of_this_python: bool = False


def setup_advice(log: str, free_bytes: int) -> Advice:
    """Return what to tell of a step that failed.

    Args:
        log: everything that pip and Python wrote.
        free_bytes: what is left on the disk: not all who fail for that reason say so.
    """
    text = log.lower()
    is_full = free_bytes < _FULL_BYTES
    if is_full or "no space left" in text or "not enough space" in text:
        return Advice(full_disk())
    # Before the certificate: pip calls this one an SSLError, too.
    if "ssl module is not available" in text or "ssl module in python is not available" in text:
        sentence = translate(
            "CrossEarth",
            "The Python of this computer cannot open secure connections: it lacks the module ssl. "
            "Install Python from python.org, or choose another one under Settings > Options > "
            "CrossEarth.",
        )
        return Advice(sentence, is_of_this_python=True)
    if any(sign in text for sign in _LONG_PATHS):
        return Advice(long_path())
    if any(sign in text for sign in _LOCKED):
        return Advice(locked_file(), is_passing=True)
    if "certificate_verify_failed" in text or "sslerror" in text:
        sentence = translate(
            "CrossEarth",
            "The download was refused because of its certificate: a proxy or virus scanner may "
            "open secure connections. Ask for its certificate file and name it in the environment "
            "variable PIP_CERT.",
        )
        return Advice(sentence)
    if "407 proxy authentication" in text:
        return Advice(proxy_login())
    if "proxyerror" in text:
        return Advice(proxy_refusal())
    if "do not match the hashes" in text or "hash mismatch for" in text:
        sentence = translate(
            "CrossEarth",
            "A package that arrived is not the one that was tested: its SHA-256 is another. It was "
            "not installed. Try again; if that does not help, ask who runs the index, the mirror "
            "or the folder that the packages come from.",
        )
        return Advice(sentence)
    # Before the package that is not offered: without a network, pip says that of the first one.
    network_signs = ("newconnectionerror", "connection refused", "name resolution", "getaddrinfo")
    if any(sign in text for sign in (*network_signs, "timed out", "network is unreachable")):
        return Advice(_no_network(text))
    if "(constraint)" in text:
        sentence = translate(
            "CrossEarth",
            "A constraint in pip's settings forbids a version that the engine was tested with; the "
            "log names it. Take it out for the set-up (PIP_CONSTRAINT or pip's configuration "
            "file), or choose a Python that has the packages under Settings > Options > "
            "CrossEarth.",
        )
        return Advice(sentence)
    if "no matching distribution" in text or "no solution found" in text:
        sentence = translate(
            "CrossEarth",
            "One of the engine's packages is not offered, in the version that was tested, for this "
            "Python or this computer, or the mirror or folder that is set here lacks it. The log "
            "names it; another Python can be chosen under Settings > Options > CrossEarth.",
        )
        return Advice(sentence, is_of_this_python=True)
    return Advice(
        translate("CrossEarth", "The engine could not be installed. The log says what went wrong.")
    )


def _no_network(text: str) -> str:
    if "download.pytorch.org" in text:
        return translate(
            "CrossEarth",
            "PyTorch of this kind is at download.pytorch.org only, which could not be reached. "
            "Check the internet connection, or set the engine up from a folder that another "
            "computer has filled.",
        )
    return translate(
        "CrossEarth",
        "The packages could not be downloaded. Check the internet connection, then try again.",
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
