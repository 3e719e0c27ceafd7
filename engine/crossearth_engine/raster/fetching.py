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
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import NamedTuple, TypeVar

from crossearth_engine.errors import ConnectionLost, EngineError, UnreadableRaster
from crossearth_engine.patience import POLL_S, answer_of, check_stop, pause
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


class _Heard(list[Failed]):
    """What has failed during a call, and was not made again by GDAL.

    Attributes:
        lost: how often a request was lost meanwhile, made again or not, and how often GDAL's cache
            was cleared of what had come of it: short as it is, GDAL takes it for the end of a file.
    """

    def __init__(self, outer: _Heard | None) -> None:
        super().__init__()
        self.lost = 0
        self._outer = outer

    @property
    def are_lost(self) -> list[Failed]:
        """Return those that may well succeed when they are made again."""
        return [each for each in self if each.is_lost]

    def add_lost(self) -> None:
        """Count one, here and in the calls that this one is part of."""
        self.lost += 1
        if self._outer is not None:
            self._outer.add_lost()

    def is_spoiled(self) -> bool:
        """Whether GDAL's cache has what came of a request that another call has lost."""
        own: _Heard | None = self
        chain = []
        while own is not None:
            chain.append(own)
            own = own._outer
        return any(all(each is not one for one in chain) for each in [*_spoiling])


_by_all = _Heard(None)
"""In all threads: they share GDAL's cache."""

_spoiling: list[_Heard] = []
"""Of calls that have lost something which GDAL has not forgotten yet."""

_failed: ContextVar[_Heard | None] = ContextVar("failed", default=None)


_turns = threading.Condition()
_beside = 0
"""How many calls have a turn beside others; -1: one has it alone."""
_alone_waiting = 0

_has_turn: ContextVar[bool] = ContextVar("has_turn", default=False)


@contextmanager
def turn(*, is_alone: bool = True) -> Iterator[None]:
    """Let calls have GDAL fetch something, each beside others, or alone.

    Where two want the same range of a file at once, GDAL has one of them fetch it and the other one
    wait for that. rasterio holds Python's lock in most functions; to tell what it fetches, GDAL
    needs that lock. Only functions that let go of it may wait.

    Args:
        is_alone: whether what is called may hold Python's lock: anything but reading pixels. Has no
            effect within a turn.
    """
    global _beside, _alone_waiting
    if _has_turn.get():
        yield
        return
    with _turns:
        _alone_waiting += is_alone
        try:
            while _beside if is_alone else (_beside < 0 or _alone_waiting):
                _turns.wait(POLL_S)
                check_stop()
            _beside += -1 if is_alone else 1
        finally:
            _alone_waiting -= is_alone
    token = _has_turn.set(True)
    try:
        yield
    finally:
        _has_turn.reset(token)
        with _turns:
            _beside -= -1 if is_alone else 1
            _turns.notify_all()


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
                if not failed.are_lost:
                    _end_spoiling(failed)
        is_told = logging.getLogger("rasterio").isEnabledFor(record.levelno)
        return is_told or record.levelno >= logging.WARNING


def _note(failed: _Heard, new: Failed) -> None:
    if new.is_lost:
        failed.add_lost()
        _spoiling.append(failed)
    last = failed[-1] if failed else None
    if last and new.by == "Got" and last[::2] == (new.status, "DownloadRegion"):
        failed[-1] = last._replace(by="Got")  # of one request
    else:
        failed.append(new)


def _end_spoiling(failed: _Heard) -> None:
    _spoiling[:] = [each for each in _spoiling if each is not failed]


for _name in ("rasterio._env", "rasterio._err"):
    logging.getLogger(_name).setLevel(logging.DEBUG)
    logging.getLogger(_name).addFilter(_Listener())


def fetched(
    names: tuple[str, ...],
    call: Callable[[], T],
    begin_anew: Callable[[], None] = lambda: None,
    limit_s: float | None = math.inf,
    *,
    is_alone: bool = True,
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
        is_alone: whether others are to wait meanwhile; see `turn`.

    Raises:
        ConnectionLost: if the server does not answer, or breaks off.
        UnreadableRaster: if it refuses what it had granted.
        TimeoutError: if the call takes too long.
    """
    is_apart = limit_s != math.inf or is_remote(gdal_name(names[0]))
    if not any(server in gdal_name(name) for name in names for server in SERVERS):
        return answer_of(call, limit_s) if is_apart else call()
    delays, outer = iter(objects.DELAYS_S), _failed.get()
    while True:
        failed = _Heard(_by_all if outer is None else outer)
        before, before_of_objects = _by_all.lost, objects.losses()
        is_spoiled = failed.is_spoiled()
        error: Exception | None = None
        listened = partial(_listened, names, call, failed, is_alone)
        # Of errors that rasterio drops it is told in the context that waits.
        inside = partial(contextvars.copy_context().run, listened)
        try:
            result = answer_of(inside, limit_s) if is_apart else listened()
        except READ_ERRORS as caught:
            if isinstance(caught, EngineError):
                raise
            error = caught
        lost = failed.are_lost
        refused = [each for each in failed if each.is_of_content and not each.is_lost]
        # In other threads, of what may be the same file.
        are_others = _by_all.lost - before != failed.lost or objects.losses() != before_of_objects
        is_doubtful = not lost and (is_spoiled or are_others)
        if not lost and refused:
            raise _refused(names[0], refused[-1]) from error
        if not lost and not is_doubtful:
            if error is not None:
                raise error
            return result
        if is_doubtful:
            pause(POLL_S)
        if lost:
            delay = next(delays, None)
            if delay is None:
                raise ConnectionLost(path=names[0], reason=lost[-1].reason.rstrip(".")) from error
            pause(delay)
        begin_anew()


def _forget(names: tuple[str, ...], failed: _Heard) -> None:
    """Have GDAL forget what came of requests that were lost, of these files."""
    are_of_files = all(each.is_of_content for each in failed.are_lost)
    forget = objects.forget if are_of_files else objects.forget_folder
    for name in names:
        forget(objects.place_of(name))
    failed.add_lost()


def _refused(name: str, last: Failed) -> UnreadableRaster:
    """Return what is to be told of a raster whose server has refused a request."""
    try:
        reason = objects.refusal(objects.place_of(name)) or f"{last.reason}."
    except ConnectionError as error:
        return ConnectionLost(path=name, reason=str(error.strerror))
    return UnreadableRaster(path=name, reason=reason)


def _listened(names: tuple[str, ...], call: Callable[[], T], failed: _Heard, is_alone: bool) -> T:
    """Return what a call gives, and note which requests have failed meanwhile in this thread.

    What came of those that were lost is forgotten before others have their turn.
    """
    token = _failed.set(failed)
    try:
        with turn(is_alone=is_alone):
            try:
                with heard(), in_thread(CPL_DEBUG=_FILE_SYSTEMS):
                    return call()
            finally:
                if failed.are_lost:
                    _forget(names, failed)
                _end_spoiling(failed)
    finally:
        _failed.reset(token)
