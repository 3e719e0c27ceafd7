"""The client of a scheduler: of one that is there, or of one that has its workers in this process.

The latter talk to each other in memory and listen nowhere; their engines are processes of their
own, on pipes.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import shlex
import ssl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import dask.config
from distributed import Client, Scheduler, Worker
from distributed.comm import connect, resolve_address
from distributed.core import send_recv
from distributed.deploy.spec import SpecCluster
from distributed.security import Security

from crossearth_engine.cluster.address import SAFE, Address
from crossearth_engine.devices.cards import find_cards
from crossearth_engine.devices.processor import usable_cores
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.findings import Finding

# How long a scheduler may take to answer, seconds.
ANSWER_S = 10
# What dask keeps a watch on for pages that are not served here, on the cores that compute.
UNWATCHED = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "500ms",
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.admin.low-level-log-length": 100,
}
# Of a folder with certificates: who has signed them, that of this computer, and its key.
TLS_FILES = ("authority.pem", "cert.pem", "key.pem")

_PEM = re.compile(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", re.DOTALL)
_TIME = rb"(?:\x17\x0d(\d{12})Z|\x18\x0f(\d{14})Z)"
_VALIDITY = re.compile(_TIME + _TIME)


class _Quiet:
    """Serves no pages: dask would listen for who wants to see them, whatever its settings."""

    def start_http_server(self, *_: object, **__: object) -> None:
        """Do nothing."""


class _LocalScheduler(_Quiet, Scheduler):  # type: ignore[misc]  # dask has no types
    """In this process."""


class _LocalWorker(_Quiet, Worker):  # type: ignore[misc]  # dask has no types
    """In this process."""


def local_cards() -> int:
    """Return how many cards of this computer its workers may share."""
    return sum(card.vendor == "nvidia" for card in find_cards())


@contextmanager
def connected(address: Address, cards: int, tls: str | None = None) -> Iterator[Client]:
    """Return a context with a client.

    Args:
        address: of what.
        cards: of this computer, if its workers are meant: by default there is one for each.
        tls: folder with certificates; None: those that dask's settings name, if they do.

    Raises:
        InvalidRequest: if there is no scheduler, or the certificates cannot be used.
    """
    with ExitStack() as opened, _hushed():
        if address.scheduler:
            client = _client_of(address.scheduler, tls)
        else:
            count = address.count or cards or 1
            # With little memory there is one core.
            threads = max(usable_cores() // count, 1)
            opened.enter_context(dask.config.set(UNWATCHED))
            cluster = opened.enter_context(_local(count, threads))
            client = Client(cluster, set_as_default=False)
        yield opened.enter_context(client)


def _client_of(scheduler: str, tls: str | None) -> Client:
    try:
        security = Security() if tls is None else _security_of(Path(tls))
        context = security.get_connection_args("client")["ssl_context"]
        for file in (security.tls_ca_file, security.tls_client_cert):
            if context is not None and file is not None and Path(file).is_file():
                _check_dates(Path(file), datetime.now(timezone.utc))
    except InvalidRequest:
        raise
    except (OSError, TypeError, ValueError) as error:
        found = Finding("certificates-of-dask", {"reason": str(error)})
        if tls is not None:
            found = Finding("certificates-unusable", {**found.details, "folder": tls})
        raise InvalidRequest(reason=found) from error
    if context is None and scheduler.startswith(SAFE):
        raise InvalidRequest(reason=Finding("certificates-unnamed", {"address": scheduler}))
    try:
        # A client asks again and again, whatever answers.
        asyncio.run(_greet(scheduler, security.get_connection_args("client")))
        return Client(
            scheduler, security=security, timeout=ANSWER_S, set_as_default=False, name="crossearth"
        )
    except (OSError, ValueError) as error:
        said = re.sub(r"^in <.*?>: ", "", str(error)).rstrip(".")
        found = Finding("scheduler-silent", {"address": scheduler})
        if said:
            found = Finding("scheduler-absent", {**found.details, "reason": said})
        raise InvalidRequest(reason=found) from error


async def _greet(scheduler: str, settings: dict[str, Any]) -> None:
    """Raise unless a scheduler of dask answers there, in time.

    Raises:
        TimeoutError: if there is something that says nothing.
        OSError: if there is nothing, or something else.
        ValueError: if the address is none.
    """
    resolve_address(scheduler)
    try:
        # Of connecting, dask counts only the beginning.
        answer = await asyncio.wait_for(_identity(scheduler, settings), ANSWER_S + 1)
    except asyncio.TimeoutError as error:  # a kind of OSError only since Python 3.11
        raise TimeoutError from error
    except OSError:
        raise
    except Exception as error:  # what other bytes come to depends on what they are
        raise OSError("what answers there is something else") from error
    if not isinstance(answer, dict) or answer.get("type") != "Scheduler":
        raise OSError("what answers there is something else")


async def _identity(scheduler: str, settings: dict[str, Any]) -> object:
    comm = await connect(scheduler, timeout=ANSWER_S, **settings)
    try:
        return await send_recv(comm, op="identity")
    finally:
        comm.abort()


def _security_of(folder: Path) -> Security:
    """Return what files of a folder prove, and ask for.

    Raises:
        InvalidRequest: if one is missing, others can read the key, or it has a password.
        OSError: if it cannot be read.
    """
    authority, cert, key = (folder / name for name in TLS_FILES)
    for file in (authority, cert, key):
        if not file.is_file():
            details = {"folder": str(folder), "file": file.name, "files": ", ".join(TLS_FILES)}
            raise InvalidRequest(reason=Finding("certificates-missing", details))
    if os.name == "posix" and key.stat().st_mode & 0o077:
        details = {"key": str(key), "command": f"chmod 600 {shlex.quote(str(key))}"}
        raise InvalidRequest(reason=Finding("key-readable", details))
    if b"ENCRYPTED" in key.read_bytes():  # OpenSSL would ask for it, wherever there is a terminal
        raise InvalidRequest(reason=Finding("key-encrypted", {"key": str(key)}))
    return Security(
        tls_ca_file=str(authority),
        tls_client_cert=str(cert),
        tls_client_key=str(key),
        require_encryption=True,
    )


def _check_dates(file: Path, now: datetime) -> None:
    """Refuse a certificate that does not hold now: what is said of it at the other end is not told.

    Raises:
        InvalidRequest: saying from when, or until when, it holds.
    """
    certificates = _PEM.findall(file.read_text(encoding="utf-8"))
    if len(certificates) != 1:  # of several not all are asked for
        return
    found = _VALIDITY.search(ssl.PEM_cert_to_DER_cert(certificates[0]))
    if found is None:
        return
    # RFC 5280, 4.1.2.5: years of two digits until 2049, then of four.
    texts = (text.decode() for text in found.groups() if text)
    whole = (text if len(text) == 14 else f"20{text}" for text in texts)
    begin, end = (datetime.strptime(f"{text}+0000", "%Y%m%d%H%M%S%z") for text in whole)
    details = {"file": str(file), "now": f"{now:%Y-%m-%d %H:%M} UTC"}
    if now > end:
        told = {**details, "end": f"{end:%Y-%m-%d %H:%M} UTC"}
        raise InvalidRequest(reason=Finding("certificate-expired", told))
    if now < begin:
        told = {**details, "begin": f"{begin:%Y-%m-%d %H:%M} UTC"}
        raise InvalidRequest(reason=Finding("certificate-early", told))


def _local(count: int, threads: int) -> SpecCluster:
    options = {"protocol": "inproc", "nthreads": threads, "memory_limit": 0}
    worker = {"cls": _LocalWorker, "options": options}
    return SpecCluster(
        scheduler={"cls": _LocalScheduler, "options": {"protocol": "inproc", "dashboard": False}},
        workers=dict.fromkeys(range(count), worker),
        worker=worker,
        silence_logs=logging.CRITICAL,
    )


@contextmanager
def _hushed() -> Iterator[None]:
    """Leave to our own sentences what dask would tell of connections that it lost."""
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
