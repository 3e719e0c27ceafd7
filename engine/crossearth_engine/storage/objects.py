"""Objects of a store: read, written and removed, each as a whole.

Every call is tried again where the store does not answer or says that it is too busy, for about
half a minute; what else it says ends it at once, as does what `patience.stopped_by` asks: a request
that is under way is left to itself then, and no other follows.

What went wrong is an `OSError`: FileNotFoundError if there is no such object, PermissionError if it
is not granted, ConnectionError if the store does not answer, and else with the store's own words.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import math
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, cast

from crossearth_engine.patience import answer_of, check_stop, never_stopped, pause
from crossearth_engine.shared.addresses import gdal_name, is_object, is_remote, without_secrets
from crossearth_engine.storage.gdal_library import asking, library, text_of, texts_of

T = TypeVar("T")

PATIENCE: dict[str, int | float] = {
    "GDAL_HTTP_CONNECTTIMEOUT": 15,
    "GDAL_HTTP_LOW_SPEED_TIME": 30,
    "GDAL_HTTP_LOW_SPEED_LIMIT": 1,
    "GDAL_HTTP_MAX_RETRY": 4,
    "GDAL_HTTP_RETRY_DELAY": 0.5,
}
"""With servers: seconds to answer and to stand still, and how often GDAL asks again for a raster
if they are too busy: after half a second, and each time after about twice as long."""

DELAYS_S = (0.1, 0.5, 2.0, 4.0, 8.0, 15.0)
"""After how long a server is asked again for an object if it is too busy, or hangs up."""

GIVING_UP_S = 5.0
"""How long a store is waited for that is told of an upload that nobody wants any more."""

PART_BYTES = 16 * 1024**2
"""Of an upload; twice as many where a file would have too many of them."""

MOST_NAMES = 1000
"""Of a list: as many as stores give in one answer."""

# GDAL says with words for a person what it was told, and to a programmer the rest. It would ask
# again whether or not anybody still waits.
_SETTINGS: dict[str, str | int] = {
    "CPL_DEBUG": "ON",
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "GDAL_HTTP_MAX_RETRY": 0,
}
_STATUS = re.compile(r"(?:response_code=|HTTP response code[^\n]*?: ?)(\d+)")
_CODE = re.compile(r"<Code>(\w+)</Code>")
_MESSAGE = re.compile(r"<Message>([^<]*)")
# Of a server that has no time just now.
_ASK_LATER = (408, 425, 429)
_BUSY = {
    *("SlowDown", "InternalError", "ServiceUnavailable", "RequestTimeout", "ServerBusy"),
    *("OperationTimedOut", "Busy", "RequestTimeTooSkewed"),
}
# How GDAL ends a list of what could have said who asks.
_KEYS = re.compile(r"AWS_SECRET_ACCESS_KEY|security-credentials|GS_SECRET_ACCESS|AZURE_STORAGE_ACC")
_NO_KEYS = (
    "there are no credentials for this storage: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY "
    "or AWS_PROFILE (S3), GOOGLE_APPLICATION_CREDENTIALS (Google), AZURE_STORAGE_CONNECTION_STRING "
    "(Azure); for what is public AWS_, GS_ or AZURE_NO_SIGN_REQUEST=YES"
)
# /vsis3/bucket
_STROKES_OF_BUCKET = 2
_losses = 0
_counting = threading.Lock()
_MISSING = {"NoSuchKey", "NoSuchBucket", "BlobNotFound", "ContainerNotFound"}


@dataclass(frozen=True)
class Stat:
    """What a store says of an object.

    Attributes:
        size: bytes.
        tag: differs where the content does.
    """

    size: int
    tag: str


class NotGranted(PermissionError):
    """A store answers, and does not do what it is asked. ``code`` is its own word for why."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(errno.EACCES, reason)
        self.code = code


def place_of(path: str) -> str:
    """Return the name by which GDAL's functions for files know what it takes for a raster."""
    name = gdal_name(path)
    return f"/vsicurl/{name}" if name.startswith(("http://", "https://")) else name


def forget(name: str) -> None:
    """Have GDAL forget what it has of a file, and of those whose names go on after this one."""
    library().VSICurlPartialClearCache(name.encode())


def forget_folder(name: str) -> None:
    """Have GDAL forget what it knows of the folder of an object: which others are in it."""
    library().VSICurlPartialClearCache(name.rpartition("/")[0].encode())


def losses() -> int:
    """Return how often a request was lost here.

    GDAL takes what did not answer for missing, in all threads, until it is made to forget that:
    that is done at once, and what others have asked it meanwhile is in doubt.
    """
    return _losses


def _forget_loss(name: str) -> None:
    global _losses
    forget(name)
    with _counting:
        _losses += 1


def stat(name: str, *, is_read: bool = False) -> Stat | None:
    """Return what a server says of a file or an object; None if there is none.

    Args:
        name: GDAL's.
        is_read: whether it is open, and what GDAL knows of it is to be kept.
    """

    def ask() -> dict[str, str] | None:
        found = library().VSIGetFileMetadata(name.encode(), b"HEADERS", None)
        headers = dict(line.partition("=")[::2] for line in texts_of(found))
        return {key.lower(): value for key, value in headers.items()} or None

    try:
        headers = _tried(name, ask, forgets=not is_read)
    except FileNotFoundError:
        return None
    # Of the first bytes of an object the whole length is after the stroke.
    whole = headers.get("content-range", "").rpartition("/")[2]
    length = whole if whole.isdecimal() else headers.get("content-length", "")
    tag = headers.get("etag") or headers.get("last-modified", "")
    return Stat(int(length) if length.isdecimal() else -1, tag)


def identity(path: str) -> list[str]:
    """Return what differs where another file lies under a name on a server.

    Of an address without its signature, which is another one tomorrow. What is not there, and what
    is on no server, is its name alone.

    Raises:
        ConnectionError: if the server does not answer.
        PermissionError: if it does not tell.
    """
    found = stat(place_of(path), is_read=True) if is_remote(gdal_name(path)) else None
    return [without_secrets(path), *([f"{found.size} {found.tag}"] if found else [])]


def names(folder: str, start: str = "", most: float = MOST_NAMES) -> list[str] | None:
    """Return the names right in a folder that begin like this; None if there are more.

    Args:
        folder: its name without a stroke at the end.
        start: how the names begin.
        most: how many; a server gives a thousand with each answer.
    """

    def ask() -> list[str] | None:
        gdal = library()
        options = (ctypes.c_char_p * 2)(f"PREFIX={start}".encode(), None)
        listing = gdal.VSIOpenDir(folder.encode(), 0, options if start else None)
        if not listing:
            return None
        found: list[str] = []
        while len(found) <= most and (entry := gdal.VSIGetNextDirEntry(listing)):
            found.append(entry.contents.name.decode(errors="replace"))
        gdal.VSICloseDir(listing)
        return found

    nothing: list[str] = []
    found = _tried(folder, ask, if_silent=nothing)
    return found if len(found) <= most else None


def read(name: str) -> bytes:
    """Return the content of an object."""
    found = stat(name)
    if found is None:
        raise FileNotFoundError(errno.ENOENT, "There is no such object")

    def ask() -> bytes | None:
        gdal = library()
        handle = gdal.VSIFOpenL(name.encode(), b"rb")
        if not handle:
            return None
        buffer = ctypes.create_string_buffer(max(found.size, 1))
        count = gdal.VSIFReadL(buffer, 1, found.size, handle)
        gdal.VSIFCloseL(handle)
        return buffer.raw[:count] if count == found.size else None

    return _tried(name, ask)


def write(name: str, content: bytes) -> None:
    """Give an object this content, whatever it had."""
    _tried(name, lambda: _put(name, content))


def remove(name: str) -> None:
    """Remove an object, if there is one."""
    with contextlib.suppress(FileNotFoundError):
        _tried(name, lambda: library().VSIUnlink(name.encode()) == 0 or None)


class Upload:
    """An object on its way, in parts; nobody sees it before it is complete.

    Attributes:
        name: GDAL's name of the object.
    """

    def __init__(self, name: str, number: str) -> None:
        self.name = name
        self._number = number
        self._parts: list[bytes] = []
        self._size = 0

    @classmethod
    def begun(cls, name: str) -> Upload:
        """Return a new one, of which there is nothing yet."""

        def ask() -> bytes | None:
            return text_of(library().VSIMultipartUploadStart(name.encode(), None))

        return cls(name, _tried(name, ask).decode())

    def add(self, part: bytes) -> None:
        """Send the next part: as many bytes as each, but for the last one."""
        name, number = self.name.encode(), self._number.encode()

        def ask() -> bytes | None:
            index = len(self._parts) + 1
            told = library().VSIMultipartUploadAddPart(
                name, number, index, self._size, part, len(part), None
            )
            return text_of(told)

        self._parts.append(_tried(self.name, ask))
        self._size += len(part)

    def complete(self) -> None:
        """Make the object of the parts."""
        name, number, count = self.name.encode(), self._number.encode(), len(self._parts)
        parts = (ctypes.c_char_p * count)(*self._parts)

        def ask() -> bool | None:
            gdal = library()
            return gdal.VSIMultipartUploadEnd(name, number, count, parts, self._size, None) or None

        before = stat(self.name)
        try:
            _tried(self.name, ask)
        except NotGranted as error:
            # It was made, and the answer lost: then there is no such upload any more.
            if error.code != "NoSuchUpload" or stat(self.name) in (before, None):
                raise

    def abort(self) -> None:
        """Give it up, as far as the store answers; what it has kept of it may cost money."""
        name, number = self.name.encode(), self._number.encode()

        def ask() -> None:
            with asking(**(PATIENCE | _SETTINGS)):
                library().VSIMultipartUploadAbort(name, number, None)

        # Whoever cancels wants this done, too.
        with contextlib.suppress(TimeoutError), never_stopped():
            answer_of(ask, GIVING_UP_S)


def _put(name: str, content: bytes) -> bool | None:
    gdal = library()
    handle = gdal.VSIFOpenL(name.encode(), b"wb")
    if not handle:
        return None
    written = gdal.VSIFWriteL(content, 1, len(content), handle)
    is_closed = gdal.VSIFCloseL(handle) == 0
    return (is_closed and written == len(content)) or None


def is_folder(name: str) -> bool:
    """Whether a store has objects whose names go on after this one with a stroke."""
    return names(name.rstrip("/"), most=0) is None


def refusal(name: str) -> str:
    """Return why a raster cannot be had that GDAL did not open; '' if the server gives it.

    Raises:
        ConnectionError: if the server does not say.
    """
    try:
        folder = name.rstrip("/")
        # Of a whole bucket, or with a stroke at the end, GDAL gives the list for an answer.
        is_key = folder.count("/") > _STROKES_OF_BUCKET
        if ((is_key and folder == name) or not is_object(name)) and stat(name) is not None:
            return ""
        if is_object(name) and (not is_key or is_folder(folder)):
            return "it is a folder of the storage. Name a raster in it; batch takes all of them."
    except FileNotFoundError:
        pass
    except ConnectionError:
        raise
    except OSError as error:
        return f"{error.strerror}."
    return "the server has none of this name. Check the address."


def _tried(
    name: str, call: Callable[[], T | None], if_silent: T | None = None, *, forgets: bool = True
) -> T:
    """Return what a call of GDAL gives; ask again while nobody answers.

    Args:
        name: of what is asked for.
        call: gives None if it has failed.
        if_silent: what that means where GDAL has said nothing of the store: an empty list has no
            other sign, and one that ends too early none but that GDAL has.
        forgets: whether GDAL is to forget first what it knows of it.
    """

    def ask() -> tuple[T | None, OSError | None]:
        with asking(**(PATIENCE | _SETTINGS)) as told:
            result = call()
        is_silent = all(not text or text.startswith("HTTP:") for text in told)
        if result is not None and (is_silent or if_silent is None):
            return result, None
        if if_silent is not None and is_silent:
            return if_silent, None
        error = _error_of(told)
        if isinstance(error, ConnectionError):
            _forget_loss(name)
        return None, error

    if forgets:
        forget(name)
    for delay in (*DELAYS_S, None):
        check_stop()
        result, error = answer_of(ask, math.inf)
        if error is None:
            return cast("T", result)
        if delay is None or not isinstance(error, ConnectionError):
            raise error
        pause(delay)
    raise AssertionError


def _error_of(told: list[str]) -> OSError:
    """Return what a failed call means, by what GDAL has said meanwhile."""
    text = without_secrets("\n".join(told))
    codes, statuses = _CODE.findall(text), _STATUS.findall(text)
    code, status = (codes or [""])[-1], int((statuses or ["0"])[-1])
    said = [words.strip() for words in _MESSAGE.findall(text) if words.strip()]
    words = (said or [""])[-1].rstrip(".")
    if status in _ASK_LATER:
        return ConnectionError(errno.ECONNABORTED, words or f"The server answers {status}")
    if code in _MISSING or (not code and status == 404):
        return FileNotFoundError(errno.ENOENT, words or "There is no such object")
    if code and code not in _BUSY:
        return NotGranted(code, words or code)
    if not code and 400 <= status < 500:
        return NotGranted("", f"The server refuses it ({status})")
    if _KEYS.search(text):
        return NotGranted("", _NO_KEYS)
    reason = words or (f"The server answers {status}" if status else "The server does not answer")
    return ConnectionError(errno.ECONNABORTED, reason)
