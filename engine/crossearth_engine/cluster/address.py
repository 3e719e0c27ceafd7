"""Which workers are meant, and whether it is safe to talk to them."""

from __future__ import annotations

import ipaddress
import json
import re
from dataclasses import dataclass
from pathlib import Path

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.findings import Finding

MOST_LOCAL = 1024
# Those of dask that encrypt, and know who is at the other end.
SAFE = ("tls", "wss")
PROTOCOLS = (*SAFE, "tcp", "ws")
_PLACE = re.compile(r"(?P<host>\[[0-9A-Fa-f:.%\w]+\]|[^\s/:@\[\]]+):(?P<port>\d{1,5})", re.ASCII)
_LAST_PORT = 65535


@dataclass(frozen=True)
class Address:
    """Where workers are.

    Attributes:
        scheduler: address of it, ``protocol://host:port``; empty for workers of this process.
        count: of workers of this process; None: as many as suit the computer.
    """

    scheduler: str
    count: int | None = None


def parse_address(text: str, *, without_tls: bool) -> Address:
    """Return what ``ADDRESS``, ``local[:N]`` or a scheduler file means.

    Args:
        text: as it was asked for.
        without_tls: whether other computers may be talked to in the clear.

    Raises:
        InvalidRequest: if it is none of these, or not safe.
    """
    text = text.strip()
    if found := re.fullmatch(r"local(?::(\d{1,4}))?", text, re.ASCII | re.IGNORECASE):
        count = None if found[1] is None else int(found[1])
        if count is not None and not 1 <= count <= MOST_LOCAL:
            counts = {"most": str(MOST_LOCAL), "count": str(count)}
            raise InvalidRequest(reason=Finding("cluster-local-count", counts))
        return Address("", count)
    if Path(text).is_file():
        text = _in_file(Path(text))
    protocol, separator, place = text.rpartition("://")
    protocol = protocol.lower() if separator else "tcp"
    found = _PLACE.fullmatch(place.removesuffix("/"))
    is_place = found is not None and 1 <= int(found["port"]) <= _LAST_PORT
    if found is None or not is_place or protocol not in PROTOCOLS:
        raise InvalidRequest(reason=Finding("cluster-unknown", {"text": text}))
    address = f"{protocol}://{found[0]}"
    if protocol not in SAFE and not without_tls and not _is_this_computer(found["host"]):
        raise InvalidRequest(reason=Finding("cluster-in-the-clear", {"address": address}))
    return Address(address)


def _in_file(path: Path) -> str:
    try:
        address = json.loads(path.read_text(encoding="utf-8"))["address"]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise InvalidRequest(reason=Finding("cluster-file", {"path": str(path)})) from error
    return str(address)


def _is_this_computer(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
