"""Which workers are meant, and whether it is safe to talk to them."""

from __future__ import annotations

import ipaddress
import json
import re
from dataclasses import dataclass
from pathlib import Path

from crossearth_engine.errors import InvalidRequest

MOST_LOCAL = 1024
# Those of dask that encrypt, and know who is at the other end.
SAFE = ("tls", "wss")


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
    if found := re.fullmatch(r"local(?::(\d{1,4}))?", text, re.ASCII):
        count = None if found[1] is None else int(found[1])
        if count is not None and not 1 <= count <= MOST_LOCAL:
            reason = f"There can be 1 to {MOST_LOCAL} workers (local:N), not {count}."
            raise InvalidRequest(reason=reason)
        return Address("", count)
    if Path(text).is_file():
        text = _in_file(Path(text))
    protocol, separator, place = text.rpartition("://")
    protocol = protocol if separator else "tcp"
    host, _, port = place.rpartition(":")
    if not host or not port.isdecimal():
        reason = (
            f"There is no cluster {text}: name the address of its scheduler, such as "
            "tls://host:8786, the file that it has written, or local:N for N workers here."
        )
        raise InvalidRequest(reason=reason)
    if protocol not in SAFE and not without_tls and not _is_this_computer(host):
        reason = (
            f"The scheduler {protocol}://{place} is on another computer and does not use TLS: who "
            "reaches it can run anything on its workers. Start it with certificates (tls://), or "
            "say --without-tls where nobody else is on the network."
        )
        raise InvalidRequest(reason=reason)
    return Address(f"{protocol}://{place}")


def _in_file(path: Path) -> str:
    try:
        address = json.loads(path.read_text(encoding="utf-8"))["address"]
    except (OSError, ValueError, LookupError, TypeError) as error:
        reason = f"{path} is no file of a scheduler (dask scheduler --scheduler-file)."
        raise InvalidRequest(reason=reason) from error
    return str(address)


def _is_this_computer(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
