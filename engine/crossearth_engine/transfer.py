"""Bringing one file here, from a web server or a folder: resumable, and verified.

Until a file is complete and proven to be the announced one, it has another name, which tells the
file that it is a part of. Whoever is interrupted, in whatever way, goes on from there the next
time. Knows nothing of models; nothing of what arrives is looked into.
"""

from __future__ import annotations

import base64
import contextlib
import errno
import hashlib
import http.client
import io
import math
import queue
import shutil
import ssl
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import IO, Protocol, TypeVar

from crossearth_engine import __version__
from crossearth_engine.digests import DIGESTS_FILE, SHA256_DIGITS, listed_digest
from crossearth_engine.disk_space import check_space, format_bytes
from crossearth_engine.errors import (
    ChangedDownload,
    DamagedDownload,
    DownloadInterrupted,
    DownloadRefused,
    EngineError,
    InvalidRequest,
    NoConnection,
    NotEnoughSpace,
    NotOffered,
    OutputNotWritable,
    UnexpectedSize,
)
from crossearth_engine.job import Job
from crossearth_engine.shared import leftovers

RETRY_AFTER_S = (1.0, 2.0, 4.0, 8.0, 16.0)
"""Pauses between attempts that bring nothing; after the last one the transfer is given up."""

_BLOCK_BYTES = 1 << 18
_TIMEOUT_S = 30.0
_REPORT_EVERY_S = 0.2
_POLL_S = 0.05
_MAX_DIGESTS_BYTES, _MAX_PAGE_BYTES = 1 << 20, 1 << 24
# The hub of Hugging Face says them of a large file while it redirects to where the file is stored.
_LINKED_DIGEST, _LINKED_SIZE = "X-Linked-Etag", "X-Linked-Size"
_PASSING_STATUSES = {408, 425, 429, *range(500, 600)}
_MACOS_CERTIFICATES = Path("/etc/ssl/cert.pem")

Item = TypeVar("Item")


class ConnectionBroke(Exception):
    """No more comes for now; another attempt may bring more. The text is the reason."""


@dataclass(frozen=True)
class Announcement:
    """What a source says of a file before it sends it.

    Attributes:
        size: bytes.
        sha256: hexadecimal, or None if the source does not tell.
        validator: changes when the file does: its ETag, or the time of its last change.
    """

    size: int
    sha256: str | None
    validator: str

    @property
    def key(self) -> str:
        """A short name for this very content."""
        text = f"{self.size} {self.sha256 or self.validator}"
        return hashlib.sha256(text.encode()).hexdigest()[:12]


class Source(Protocol):
    """A place that has files; ``name`` is what people call it."""

    name: str

    def announce(self, file: str) -> Announcement:
        """Return what there is to know of a file.

        Raises:
            NotOffered, NoConnection, DownloadRefused: there is no getting it from here.
        """
        ...

    def blocks(
        self, file: str, offset: int, announced: Announcement
    ) -> Iterator[tuple[int, bytes]]:
        """Yield (position, bytes) from ``offset`` on, or from 0 if the source knows no offsets.

        Raises:
            ConnectionBroke: another attempt may bring more.
            NotOffered, NoConnection, DownloadRefused, DamagedDownload: it will not.
        """
        ...


def open_source(address: str, proxy: str | None = None) -> Source:
    """Return the folder at an address: ``https://…``, ``http://…``, ``file://…`` or a path.

    Args:
        address: holds the files directly, and perhaps ``SHA256SUMS`` with their digests.
        proxy: address of an HTTP proxy; empty: none; None: as the system says.

    Raises:
        InvalidRequest: if it is none of these.
    """
    scheme, separator, rest = address.partition("://")
    if not separator:
        return LocalFolder(Path(address).expanduser())
    if scheme.lower() == "file":
        return LocalFolder(Path(urllib.request.url2pathname(rest.removeprefix("localhost"))))
    if scheme.lower() not in ("https", "http") or not _has_host(address):
        reason = (
            f"{address} is neither a folder nor an address that starts with https:// or http://."
        )
        raise InvalidRequest(reason=reason)
    return WebFolder(address, proxy)


def _has_host(address: str) -> bool:
    try:
        parts = urllib.parse.urlsplit(address)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # an open bracket, a port that is no number
        return False


@dataclass(frozen=True)
class Page:
    """What a web server answers: the address that it came from in the end, its type, its bytes."""

    url: str
    media_type: str
    content: bytes


def read_page(address: str, accept: str, proxy: str | None = None) -> Page:
    """Return a page of a web server, for what is read at once and not kept.

    Args:
        address: starts with https:// or http://.
        accept: the types that are understood, as HTTP writes them.
        proxy: as for `open_source`.

    Raises:
        NotOffered, NoConnection, DownloadRefused: there is no getting it.
    """
    host = urllib.parse.urlsplit(address).hostname or address
    request = _web_request(address, "GET")
    request.add_header("Accept", accept)
    try:
        with _opener(proxy).open(request, timeout=_TIMEOUT_S) as response:
            content = response.read(_MAX_PAGE_BYTES)
            return Page(response.url, response.headers.get_content_type(), content)
    except urllib.error.HTTPError as error:
        error.close()
        raise _refusal(error, host, "page", address) from error
    except (OSError, http.client.HTTPException) as error:
        raise NoConnection(host=host, reason=_reason(error)) from error


def fetch(
    source: Source,
    file: str,
    folder: Path,
    job: Job,
    *,
    copies: int = 1,
    sha256: str | None = None,
    before: tuple[str, Path] | None = None,
    size_bytes: tuple[int, int] | None = None,
) -> Path:
    """Bring a file here and return its path; goes on where an earlier call has ended.

    Args:
        source: has the file.
        file: its name there and here.
        folder: for a folder with the file in it, whose name tells its content; made if missing.
        job: is told the bytes done, and may be canceled; what has arrived stays.
        copies: how many times the size of the file must fit on the disk, this one included.
        sha256: what it must be, if that is known from elsewhere; else what the source says.
        before: what its SHA-256 was when it was downloaded earlier, and the list that says so.
        size_bytes: the smallest and the largest that it may be where nobody states a digest.

    Raises:
        NotEnoughSpace, UnexpectedSize: told before anything is sent.
        ChangedDownload: it is another one than earlier; what came was removed.
        NotOffered, NoConnection, DownloadRefused, DownloadInterrupted: the source failed.
        DamagedDownload: what came is not what was announced; it was removed.
        OutputNotWritable: the folder failed.
    """
    with contextlib.closing(_in_background(lambda: iter([source.announce(file)]), job)) as answer:
        announced = next(answer)
    if sha256 is not None:
        announced = replace(announced, sha256=sha256)
    elif announced.sha256 is None and size_bytes is not None:
        smallest, largest = size_bytes
        if not smallest <= announced.size <= largest:
            expected = " to ".join(dict.fromkeys(map(format_bytes, size_bytes)))
            size = format_bytes(announced.size)
            raise UnexpectedSize(host=source.name, file=file, size=size, expected=expected)
    if before is not None and announced.sha256 not in (None, before[0]):
        raise ChangedDownload(host=source.name, file=file, list=before[1])
    target = folder / announced.key / file
    part_path = leftovers.download_part(target)
    try:
        if target.is_file():
            return target
        if announced.sha256 is None and before is None:
            text = f"{source.name} states no SHA-256 for {file}: only its size is checked."
            job.log("warning", text)
        _remove_other_contents(folder, file, announced.key)
        target.parent.mkdir(parents=True, exist_ok=True)
        part_path.touch()
        with part_path.open("r+b", buffering=0) as stream:
            part = _Part(stream, job)
            check_space(folder, copies * announced.size - part.size)
            _fill(part, source, file, announced, job)
        if part.size != announced.size or announced.sha256 not in (None, part.sha256):
            shutil.rmtree(target.parent)
            raise DamagedDownload(host=source.name, file=file)
        if before is not None and before[0] != part.sha256:
            shutil.rmtree(target.parent)
            raise ChangedDownload(host=source.name, file=file, list=before[1])
        part_path.replace(target)
    except EngineError:
        raise
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise NotEnoughSpace(
                folder=folder, needed=format_bytes(announced.size), free=format_bytes(0)
            ) from error
        raise OutputNotWritable(path=target, reason=f"{error.strerror or error}.") from error
    return target


class _Part:
    """A file that grows, and the digest of what it holds."""

    def __init__(self, stream: io.FileIO, job: Job) -> None:
        self._stream = stream
        self._hasher = hashlib.sha256()
        self.size = 0
        while block := stream.read(_BLOCK_BYTES):
            job.check()
            self._hasher.update(block)
            self.size += len(block)

    @property
    def sha256(self) -> str:
        return self._hasher.hexdigest()

    def write(self, position: int, block: bytes) -> None:
        """Add a block at the end; one at position 0 starts again."""
        if position == 0 and self.size > 0:
            self._stream.seek(0)
            self._stream.truncate()
            self._hasher = hashlib.sha256()
            self.size = 0
        view = memoryview(block)
        while view:
            # Unbuffered files may take less than they are given.
            view = view[self._stream.write(view) :]
        self._hasher.update(block)
        self.size += len(block)


def _fill(part: _Part, source: Source, file: str, announced: Announcement, job: Job) -> None:
    """Bring what the part lacks, in as many attempts as it takes while some bring something."""
    failures = 0
    reported_at = -math.inf
    job.progress(part.size, announced.size)
    while part.size < announced.size:
        before = part.size
        attempt = _in_background(partial(source.blocks, file, before, announced), job)
        try:
            with contextlib.closing(attempt) as blocks:
                for position, block in blocks:
                    part.write(position, block)
                    if part.size > announced.size:
                        return
                    if time.monotonic() - reported_at > _REPORT_EVERY_S:
                        reported_at = time.monotonic()
                        job.progress(part.size, announced.size)
            reason = "the connection was closed too early"
        except ConnectionBroke as error:
            reason = str(error)
        if part.size == announced.size:
            break
        failures = 0 if part.size > before else failures + 1
        if failures == len(RETRY_AFTER_S):
            raise DownloadInterrupted(
                file=file,
                done=format_bytes(part.size),
                total=format_bytes(announced.size),
                reason=reason,
            )
        pause_s = RETRY_AFTER_S[failures]
        job.log("info", f"Trying again in {pause_s:.0f} s: {reason}.")
        job.sleep(pause_s)
    job.progress(part.size, announced.size)


def _remove_other_contents(folder: Path, file: str, key: str) -> None:
    """Remove what there is of a file of this name whose content has changed at the source."""
    for other in leftovers.downloads(folder, file):
        if other.parent.name != key:
            other.unlink()
            with contextlib.suppress(OSError):  # something else is in there
                other.parent.rmdir()


def _in_background(make: Callable[[], Iterator[Item]], job: Job) -> Generator[Item, None, None]:
    """Yield the items of an iterator that runs on a thread: no cancel waits for a network."""
    # An item in a tuple, the exception that ended the iterator, or None at its end.
    entries: queue.Queue[tuple[Item] | Exception | None] = queue.Queue(maxsize=8)
    is_abandoned = threading.Event()

    def offer(entry: tuple[Item] | Exception | None) -> None:
        while not is_abandoned.is_set():
            with contextlib.suppress(queue.Full):
                entries.put(entry, timeout=_POLL_S)
                return

    def work() -> None:
        try:
            for item in make():
                offer((item,))
                if is_abandoned.is_set():
                    return
            offer(None)
        except Exception as error:  # raised again where the items are awaited
            offer(error)

    threading.Thread(target=work, name="transfer", daemon=True).start()
    try:
        while True:
            job.check()
            try:
                entry = entries.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if entry is None:
                return
            if isinstance(entry, Exception):
                raise entry
            yield entry[0]
    finally:
        is_abandoned.set()


class LocalFolder:
    """Files on a disk of this computer or its network."""

    def __init__(self, folder: Path) -> None:
        self.name = str(folder)
        self._folder = folder

    def announce(self, file: str) -> Announcement:
        """Return size, time of change, and the digest in ``SHA256SUMS``, if there is one."""
        path = self._folder / file
        try:
            status = path.stat()
        except FileNotFoundError as error:
            raise NotOffered(file=file, address=self.name) from error
        except OSError as error:
            raise DownloadRefused(host=self.name, file=file, status=error.strerror) from error
        digests = ""
        with contextlib.suppress(OSError, UnicodeDecodeError):
            digests = path.with_name(DIGESTS_FILE).read_text(encoding="utf-8")
        return Announcement(status.st_size, listed_digest(digests, file), str(status.st_mtime_ns))

    def blocks(
        self, file: str, offset: int, announced: Announcement
    ) -> Iterator[tuple[int, bytes]]:
        """Yield the file from ``offset`` on."""
        try:
            with (self._folder / file).open("rb") as stream:
                stream.seek(offset)
                while block := stream.read(_BLOCK_BYTES):
                    yield offset, block
                    offset += len(block)
        except OSError as error:
            raise ConnectionBroke(_reason(error)) from error


class WebFolder:
    """Files on a web server, with or without ranges, ETags and redirections."""

    def __init__(self, address: str, proxy: str | None) -> None:
        self._address = urllib.parse.urlsplit(address)
        self.name = self._address.hostname or address
        self._opener = _opener(proxy)

    def announce(self, file: str) -> Announcement:
        """Return what the server says to HEAD; its digest, or the one in ``SHA256SUMS``."""
        request = self._request(file, "HEAD")
        try:
            with self._opener.open(request, timeout=_TIMEOUT_S) as response:
                headers = response.headers
        except urllib.error.HTTPError as error:
            headers = error.headers
            error.close()
            if _LINKED_DIGEST not in headers:
                raise self._refusal(error, file) from error
        except (OSError, http.client.HTTPException) as error:
            raise NoConnection(host=self.name, reason=_reason(error)) from error
        size = headers.get(_LINKED_SIZE) or headers.get("Content-Length") or ""
        if not size.isdecimal():
            status = "it does not tell the size"
            raise DownloadRefused(host=self.name, file=file, status=status)
        linked = headers.get(_LINKED_DIGEST, "").strip('"').lower()
        if len(linked) == SHA256_DIGITS:
            # The file comes from another server, whose ETag is not known yet.
            return Announcement(int(size), linked, "")
        etag = headers.get("ETag", "")
        # A weak ETag (W/) does not promise the same bytes.
        validator = etag if etag.startswith('"') else headers.get("Last-Modified", "")
        return Announcement(int(size), listed_digest(self._digests(), file), validator)

    def blocks(
        self, file: str, offset: int, announced: Announcement
    ) -> Iterator[tuple[int, bytes]]:
        """Yield the file from ``offset`` on, or from 0 if the server sends all of it."""
        request = self._request(file, "GET")
        if offset > 0:
            request.add_header("Range", f"bytes={offset}-")
            if announced.validator:
                request.add_header("If-Range", announced.validator)
        try:
            with self._opener.open(request, timeout=_TIMEOUT_S) as response:
                position = offset if response.status == http.HTTPStatus.PARTIAL_CONTENT else 0
                if position > 0 and not _starts_at(response.headers, position):
                    raise ConnectionBroke("the server sent another part than the one asked for")
                while block := response.read1(_BLOCK_BYTES):
                    yield position, block
                    position += len(block)
        except urllib.error.HTTPError as error:
            error.close()
            if error.code in _PASSING_STATUSES:
                raise ConnectionBroke(f"HTTP {error.code} {error.reason}") from error
            raise self._refusal(error, file) from error
        except (OSError, http.client.HTTPException) as error:
            raise ConnectionBroke(_reason(error)) from error

    def _request(self, file: str, method: str) -> urllib.request.Request:
        # A query after the folder's path is kept: it may hold the permission to read.
        path = f"{self._address.path.rstrip('/')}/{urllib.parse.quote(file)}"
        return _web_request(self._address._replace(path=path).geturl(), method)

    def _digests(self) -> str:
        try:
            request = self._request(DIGESTS_FILE, "GET")
            with self._opener.open(request, timeout=_TIMEOUT_S) as response:
                content: bytes = response.read(_MAX_DIGESTS_BYTES)
            return content.decode("utf-8")
        except (OSError, http.client.HTTPException, UnicodeDecodeError):
            return ""

    def _refusal(self, error: urllib.error.HTTPError, file: str) -> EngineError:
        return _refusal(error, self.name, file, self._address.geturl())


def public_address(address: str) -> str:
    """Return a web address without what only its user should know: password, query."""
    parts = urllib.parse.urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def _refusal(error: urllib.error.HTTPError, host: str, file: str, address: str) -> EngineError:
    if error.code in (http.HTTPStatus.NOT_FOUND, http.HTTPStatus.GONE):
        return NotOffered(file=file, address=public_address(address))
    status = f"HTTP {error.code} {error.reason}".strip()
    return DownloadRefused(host=host, file=file, status=status)


def _opener(proxy: str | None) -> urllib.request.OpenerDirector:
    """Return what opens web addresses; the proxy is that of `open_source`."""
    proxies = None
    if proxy is not None:
        proxies = {"http": proxy, "https": proxy} if proxy else {}
    director = urllib.request.build_opener(
        urllib.request.ProxyHandler(proxies),
        urllib.request.HTTPSHandler(context=_trusted()),
        _Redirections(),
    )
    director.addheaders = [("User-Agent", f"CrossEarth/{__version__}")]
    return director


def _web_request(url: str, method: str) -> urllib.request.Request:
    """Return the request for an ``http`` or ``https`` address, with the password that is in it."""
    parts = urllib.parse.urlsplit(url)
    user, separator, host = parts.netloc.rpartition("@")
    request = urllib.request.Request(  # noqa: S310 - callers have looked at the scheme
        parts._replace(netloc=host).geturl(), method=method
    )
    if separator:
        token = base64.b64encode(urllib.parse.unquote(user).encode()).decode()
        # Not sent on to where a server redirects: the password is for this one.
        request.add_unredirected_header("Authorization", f"Basic {token}")
    return request


class _Redirections(urllib.request.HTTPRedirectHandler):
    """Follows to any server, but never from https to http, nor to anything else."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the next request; None ends in an HTTPError with these headers."""
        if req.get_method() == "HEAD" and _LINKED_DIGEST in headers:
            return None
        if urllib.parse.urlsplit(newurl).scheme not in ("https", req.type):
            return None
        return urllib.request.Request(  # noqa: S310 - checked above
            newurl.replace(" ", "%20"), headers=dict(req.headers), method=req.get_method()
        )

    # Python 3.10 does not know this status.
    http_error_308 = urllib.request.HTTPRedirectHandler.http_error_302


def _trusted() -> ssl.SSLContext:
    """Return a context that trusts whom the system trusts."""
    context = ssl.create_default_context()
    if sys.platform == "darwin" and _MACOS_CERTIFICATES.is_file():
        # Python from python.org looks at a file of its own, which is not there from the start.
        context.load_verify_locations(_MACOS_CERTIFICATES)
    return context


def _starts_at(headers: http.client.HTTPMessage, position: int) -> bool:
    return headers.get("Content-Range", "").startswith(f"bytes {position}-")


def _reason(error: Exception) -> str:
    if isinstance(error, urllib.error.URLError) and isinstance(error.reason, Exception):
        error = error.reason
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({error.verify_message})"
    if isinstance(error, TimeoutError):
        return f"no answer within {_TIMEOUT_S:.0f} s"
    return str(getattr(error, "strerror", None) or error or type(error).__name__)
