"""What GDAL fetches from servers while a raster is opened and read: whole, or not at all.

GDAL goes on where a request has failed: it reads zeros where it does not know which blocks there
are, and takes a mask that did not answer for none. That a request has failed it tells only those
who debug it, through rasterio's log.
"""

from __future__ import annotations

import contextvars
import logging
import math
import re
from collections.abc import Callable
from contextvars import ContextVar
from functools import partial
from typing import NamedTuple, TypeVar

from crossearth_engine.errors import ConnectionLost, EngineError, UnreadableRaster
from crossearth_engine.patience import answer_of, pause
from crossearth_engine.raster.gdal import READ_ERRORS
from crossearth_engine.raster.gdal_log import heard
from crossearth_engine.shared.addresses import SERVERS, gdal_name, is_remote
from crossearth_engine.storage import objects
from crossearth_engine.storage.gdal_library import in_thread

T = TypeVar("T")

# What GDAL's file systems call themselves where they tell programmers something.
_FILE_SYSTEMS = "VSICURL,S3,GS,AZURE,OSS,SWIFT"
_ANSWERS = (
    re.compile(
        r"(?P<by>\w+)\([^\n]*: response_code=(?P<status>\d+), [a-z ]*msg=(?P<why>.*)", re.DOTALL
    ),
    # After that, and alone where there was an answer, but not the one that was hoped for.
    re.compile(r"(?P<why>(?P<by>Got) response_code=(?P<status>0|[45]\d\d))\b"),
    # Of several ranges at once, and of stores.
    re.compile(r"(?P<why>(?P<by>Request) for \S+ failed with response_code=(?P<status>\d+))"),
    re.compile(r"(?P<why>(?P<by>HTTP response code) on \S+: (?P<status>[45]\d\d))"),
    re.compile(r"(?P<by>CURL error): (?P<why>[^\n'\"]*)(?P<status>)"),
)
_OF_CONTENT = {"DownloadRegion", "Got", "PRead", "ReadMultiRange", "Request"}
# It has read what it wanted to know.
_ENDED_BY_GDAL = "Failure writing output"
_LATER = (408, 425, 429)


class Failed(NamedTuple):
    """A request that has failed for good.

    Attributes:
        status: of the answer; 0 if there was none, below 400 if it broke off.
        reason: in the words of GDAL.
        by: which of its functions says so, or how it begins.
    """

    status: int
    reason: str
    by: str

    @property
    def is_lost(self) -> bool:
        """Whether it may well succeed when it is made again."""
        return self.status < 400 or self.status >= 500 or self.status in _LATER

    @property
    def is_of_content(self) -> bool:
        """Whether it was for what is in a file, and not for what files there are."""
        return self.by in _OF_CONTENT


_failed: ContextVar[list[Failed] | None] = ContextVar("failed", default=None)


class _Listener(logging.Filter):
    """Notes what becomes of requests, and lets pass what would be told without it."""

    def filter(self, record: logging.LogRecord) -> bool:
        failed = _failed.get()
        if failed is not None:
            text = record.getMessage()
            found = next(filter(None, (pattern.search(text) for pattern in _ANSWERS)), None)
            if found and _ENDED_BY_GDAL not in text:
                _note(failed, Failed(int(found["status"] or 0), found["why"].strip(), found["by"]))
            elif failed and "Retrying again" in text:
                failed.pop()
        is_told = logging.getLogger("rasterio").isEnabledFor(record.levelno)
        return is_told or record.levelno >= logging.WARNING


def _note(failed: list[Failed], new: Failed) -> None:
    last = failed[-1] if failed else None
    if last and new.by == "Got" and last[::2] == (new.status, "DownloadRegion"):
        failed[-1] = last._replace(by="Got")  # of one request
    else:
        failed.append(new)


for _name in ("rasterio._env", "rasterio._err"):
    logging.getLogger(_name).setLevel(logging.DEBUG)
    logging.getLogger(_name).addFilter(_Listener())


def fetched(
    names: tuple[str, ...],
    call: Callable[[], T],
    begin_anew: Callable[[], None] = lambda: None,
    limit_s: float | None = math.inf,
) -> T:
    """Return what a call gives that has GDAL fetch something; make it again while requests fail.

    For about half a minute.

    Args:
        names: of the raster, and of the files that it is of, as far as they are known.
        call: what is to be done. In a thread of its own if the raster is on a server, or if there
            is a limit; it is left to itself if what `patience.stopped_by` asks ends that.
        begin_anew: is called before the call is made again: what is open by then may know things
            that are not so.
        limit_s: seconds that the call may take; `OPENING_S` if None.

    Raises:
        ConnectionLost: if the server does not answer, or breaks off.
        UnreadableRaster: if it refuses what it had granted.
        TimeoutError: if the call takes too long.
    """
    is_apart = limit_s != math.inf or is_remote(gdal_name(names[0]))
    if not any(server in gdal_name(name) for name in names for server in SERVERS):
        return answer_of(call, limit_s) if is_apart else call()
    for delay in (*objects.DELAYS_S, None):
        failed: list[Failed] = []
        error: Exception | None = None
        listened = partial(_listened, call, failed)
        # Of errors that rasterio drops it is told in the context that waits.
        inside = partial(contextvars.copy_context().run, listened)
        try:
            result = answer_of(inside, limit_s) if is_apart else listened()
        except READ_ERRORS as caught:
            if isinstance(caught, EngineError) or not failed:
                raise
            error = caught
        lost = [each for each in failed if each.is_lost]
        refused = [each for each in failed if each.is_of_content and not each.is_lost]
        if not lost and refused:
            reason = objects.refusal(objects.place_of(names[0])) or f"{refused[-1].reason}."
            raise UnreadableRaster(path=names[0], reason=reason) from error
        if not lost:
            if error is not None:
                raise error
            return result
        if delay is None:
            raise ConnectionLost(path=names[0], reason=lost[-1].reason.rstrip(".")) from error
        pause(delay)
        for name in names:
            objects.forget_folder(objects.place_of(name))
        begin_anew()
    raise AssertionError


def _listened(call: Callable[[], T], failed: list[Failed]) -> T:
    """Return what a call gives, and note which requests have failed meanwhile in this thread."""
    token = _failed.set(failed)
    try:
        with heard(), in_thread(CPL_DEBUG=_FILE_SYSTEMS):
            return call()
    finally:
        _failed.reset(token)
