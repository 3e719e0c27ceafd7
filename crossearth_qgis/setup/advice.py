"""What to tell a person whose installation of the engine failed, judged by the installer's log."""

from __future__ import annotations

from ..translation import translate

# A disk with less is as good as full: what failed was removed in part by those who failed.
_FULL_BYTES = 20_000_000


def setup_advice(log: str, free_bytes: int) -> str:
    """Return a sentence that says what went wrong and what to do.

    Args:
        log: everything that pip and Python wrote.
        free_bytes: what is left on the disk: not all who fail for that reason say so.
    """
    text = log.lower()
    is_full = free_bytes < _FULL_BYTES
    if is_full or "no space left" in text or "not enough space" in text:
        return translate(
            "CrossEarth", "The disk became full. Free some space, then set the engine up again."
        )
    # Before the certificate: pip calls this one an SSLError, too.
    if "ssl module is not available" in text or "ssl module in python is not available" in text:
        return translate(
            "CrossEarth",
            "The Python of this computer cannot open secure connections: it lacks the module ssl. "
            "Install Python from python.org, or choose another one under Settings > Options > "
            "CrossEarth.",
        )
    if "certificate_verify_failed" in text or "sslerror" in text:
        return translate(
            "CrossEarth",
            "The download was refused because of its certificate: a proxy or virus scanner may "
            "open secure connections. Ask for its certificate file and name it in the environment "
            "variable PIP_CERT.",
        )
    if "proxyerror" in text or "407 proxy authentication" in text:
        return translate(
            "CrossEarth",
            "The proxy refused the download. Check the proxy under Settings > Options > Network.",
        )
    if "do not match the hashes" in text or "hash mismatch for" in text:
        return translate(
            "CrossEarth",
            "A package that arrived is not the one that was tested: its SHA-256 is another. It was "
            "not installed. Try again; if that does not help, ask who runs the index, the mirror "
            "or the folder that the packages come from.",
        )
    network_signs = ("newconnectionerror", "connection refused", "name resolution", "getaddrinfo")
    if any(sign in text for sign in (*network_signs, "timed out", "network is unreachable")):
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
    if "(constraint)" in text:
        return translate(
            "CrossEarth",
            "A constraint in pip's settings forbids a version that the engine was tested with; the "
            "log names it. Take it out for the set-up (PIP_CONSTRAINT or pip's configuration "
            "file), or choose a Python that has the packages under Settings > Options > "
            "CrossEarth.",
        )
    if "no matching distribution" in text or "no solution found" in text:
        return translate(
            "CrossEarth",
            "One of the engine's packages is not offered, in the version that was tested, for this "
            "Python or this computer, or the mirror or folder that is set here lacks it. The log "
            "names it; another Python can be chosen under Settings > Options > CrossEarth.",
        )
    return translate(
        "CrossEarth", "The engine could not be installed. The log says what went wrong."
    )
