"""One file from a web server by QGIS's network: its proxy, its certificates, its time limit.

What has arrived stays, and the next attempt goes on from there. Whoever asks checks what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ..errors import EngineSetupFailed, JobCanceled
from ..translation import translate
from . import advice
from .child_process import CanceledCallback, pause

PAUSES_S = (1.0, 3.0)
"""Before another attempt, after one that broke off."""

_POLL_MS = 100
_OK, _PARTIAL, _NOTHING_FOLLOWS = 200, 206, 416
# What some servers and proxies say to whoever asks for the size alone.
_NO_ANSWER_TO_HEAD = (403, 405, 501)
_PASSING = (408, 425, 429)
_PROXY_ERRORS = (
    QNetworkReply.NetworkError.ProxyConnectionRefusedError,
    QNetworkReply.NetworkError.ProxyConnectionClosedError,
    QNetworkReply.NetworkError.ProxyNotFoundError,
    QNetworkReply.NetworkError.ProxyTimeoutError,
)

ProgressCallback = Callable[[int], None]


class _BrokeOff(Exception):
    """Another attempt may bring more; the text is for people."""


def size_of(address: str, is_canceled: CanceledCallback) -> int | None:
    """Return how many bytes a file on a server has; None if the server does not say.

    Raises:
        EngineSetupFailed: if the file cannot be had.
        JobCanceled: if ``is_canceled`` said so.
    """
    reply = QgsNetworkAccessManager.instance().head(_request(address))
    try:
        for _ in _blocks(reply, is_canceled):
            pass
        if _status(reply) in _NO_ANSWER_TO_HEAD:
            return None
        _check(reply, address)
        return _length(reply)
    except _BrokeOff as error:
        raise EngineSetupFailed(str(error)) from error
    finally:
        reply.deleteLater()


def fetch(
    address: str, target: Path, on_progress: ProgressCallback, is_canceled: CanceledCallback
) -> None:
    """Bring a file here; what the target holds already is kept, and the rest added.

    Args:
        address: ``http`` or ``https``.
        target: holds what has arrived, whether or not it is there.
        on_progress: told how many bytes are there, with each that come; may raise to stop it.
        is_canceled: asked several times a second.

    Raises:
        EngineSetupFailed: if it cannot be had.
        JobCanceled: if ``is_canceled`` said so; what has arrived stays.
        OSError: if it cannot be written.
    """
    for pause_s in (*PAUSES_S, None):
        try:
            _fetch_on(address, target, on_progress, is_canceled)
            return
        except _BrokeOff as error:
            if pause_s is None:
                raise EngineSetupFailed(str(error)) from error
            pause(pause_s, is_canceled)


def _fetch_on(
    address: str, target: Path, on_progress: ProgressCallback, is_canceled: CanceledCallback
) -> None:
    """Ask once for what is missing."""
    with target.open("ab") as stream:
        start = stream.tell()
        request = _request(address)
        if start > 0:
            request.setRawHeader(b"Range", f"bytes={start}-".encode())
        reply = QgsNetworkAccessManager.instance().get(request)
        received = 0
        try:
            for block in _blocks(reply, is_canceled):
                if _status(reply) not in (_OK, _PARTIAL):
                    continue  # the page of an error
                if start > 0 and not _goes_on_from(reply, start):
                    stream.truncate(0)  # what is appended comes at its end, wherever that is
                    start = 0
                stream.write(block)
                received += len(block)
                on_progress(stream.tell())
            if _status(reply) == _NOTHING_FOLLOWS and start > 0:
                return
            _check(reply, address)
            # Qt 6 takes a connection that ends too early for the end of the file.
            if received < (_length(reply) or 0):
                reason = translate("CrossEarth", "the connection ended too early")
                raise _break(address, reason)
        finally:
            reply.abort()
            reply.deleteLater()


def _request(address: str) -> QNetworkRequest:
    request = QNetworkRequest(QUrl(address))
    attribute = QNetworkRequest.Attribute
    # To any server, but not from https to http; the range that is asked for goes along.
    policy = QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy
    request.setAttribute(attribute.RedirectPolicyAttribute, policy)
    always = QNetworkRequest.CacheLoadControl.AlwaysNetwork
    request.setAttribute(attribute.CacheLoadControlAttribute, always)
    request.setAttribute(attribute.CacheSaveControlAttribute, False)
    # As the file is: Qt would unpack a second layer by itself, and its ranges would not fit.
    request.setRawHeader(b"Accept-Encoding", b"identity")
    return request


def _blocks(reply: QNetworkReply, is_canceled: CanceledCallback) -> Iterator[bytes]:
    """Yield what comes until the reply has ended."""
    loop, timer = QEventLoop(), QTimer()
    for signal in (reply.readyRead, reply.finished, timer.timeout):
        signal.connect(loop.quit)
    timer.start(_POLL_MS)
    while True:
        block = bytes(reply.readAll())
        if block:
            yield block
        if reply.isFinished() and not reply.bytesAvailable():
            return
        if is_canceled():
            raise JobCanceled
        if not block:
            loop.exec()


def _status(reply: QNetworkReply) -> Any:
    return reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)


def _length(reply: QNetworkReply) -> int | None:
    length = reply.header(QNetworkRequest.KnownHeaders.ContentLengthHeader)
    return int(length) if length else None


def _goes_on_from(reply: QNetworkReply, start: int) -> bool:
    content_range = bytes(reply.rawHeader(b"Content-Range")).decode("latin-1")
    return _status(reply) == _PARTIAL and content_range.startswith(f"bytes {start}-")


def _check(reply: QNetworkReply, address: str) -> None:
    """Raise what a reply that has ended says, unless that is that all went well."""
    errors = QNetworkReply.NetworkError
    error, status, host = reply.error(), _status(reply), urlsplit(address).hostname
    if error == errors.NoError:
        return
    if error == errors.ProxyAuthenticationRequiredError or status == 407:
        raise EngineSetupFailed(advice.proxy_login())
    if error in _PROXY_ERRORS:
        raise EngineSetupFailed(advice.proxy_refusal())
    if error == errors.SslHandshakeFailedError:
        raise EngineSetupFailed(
            translate(
                "CrossEarth",
                "The certificate of {host} is not trusted ({reason}): a proxy or virus scanner may "
                "open secure connections. Ask for its certificate file and add it under Settings > "
                "Options > Authentication > Manage Certificates, then try again.",
            ).format(host=host, reason=reply.errorString())
        )
    if status is not None and 400 <= status < 500 and status not in _PASSING:
        raise EngineSetupFailed(
            translate(
                "CrossEarth",
                "{host} does not give {file} (HTTP status {status}). Check the address of the "
                "mirror under Settings > Options > CrossEarth, if one is named there.",
            ).format(host=host, file=QUrl(address).fileName(), status=status)
        )
    raise _break(address, reply.errorString())


def _break(address: str, reason: str) -> _BrokeOff:
    return _BrokeOff(
        translate(
            "CrossEarth",
            "The download from {host} broke off ({reason}). Check the internet connection, and the "
            "proxy under Settings > Options > Network, then try again: it goes on where it was.",
        ).format(host=urlsplit(address).hostname, reason=reason)
    )
