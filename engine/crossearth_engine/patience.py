"""Calls that nothing can stop, such as opening a file on a server that stands still."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NoReturn, TypeVar

T = TypeVar("T")


class NobodyWaits(Exception):
    """Ends a call whose answer `answer_of` no longer waits for, where it looks whether to stop."""


OPENING_S = 300.0
"""How long opening a file may take, be it on a tape or far away."""

POLL_S = 0.1

_check: ContextVar[Callable[[], None]] = ContextVar("check", default=lambda: None)


@contextmanager
def stopped_by(check: Callable[[], None]) -> Iterator[None]:
    """Have ``check`` asked, too, in this thread, while `answer_of` waits: it raises what ends that.

    Threads that are to be stopped by it take the context of this one.
    """
    before = _check.get()

    def both() -> None:
        before()
        check()

    token = _check.set(both)
    try:
        yield
    finally:
        _check.reset(token)


@contextmanager
def never_stopped() -> Iterator[None]:
    """Have nothing asked, in this thread, while `answer_of` waits."""
    token = _check.set(lambda: None)
    try:
        yield
    finally:
        _check.reset(token)


def check_stop() -> None:
    """Raise what `stopped_by` has asked raises, if it does."""
    _check.get()()


def pause(seconds: float) -> None:
    """Wait, unless what `stopped_by` has asked ends that."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        check_stop()
        time.sleep(min(left, POLL_S))


def answer_of(call: Callable[[], T], limit_s: float | None = None) -> T:
    """Return what a call returns, or raise what it raises.

    Args:
        call: made in a thread of its own, in which it stays if it never comes back: the thread ends
            with the process, and what the call returns late is thrown away. From then on
            `check_stop` and `pause` end it.
        limit_s: seconds that it may take; `OPENING_S` if None, however long if infinite.

    Raises:
        TimeoutError: if it has taken longer.
    """
    answers: queue.SimpleQueue[Callable[[], T]] = queue.SimpleQueue()
    is_left = threading.Event()

    def check_left() -> None:
        if is_left.is_set():
            raise NobodyWaits

    def answer() -> None:
        try:
            with stopped_by(check_left):
                value = call()
        except BaseException as error:
            answers.put(_raiser(error))
        else:
            answers.put(lambda: value)

    limit_s = OPENING_S if limit_s is None else limit_s
    end = time.monotonic() + limit_s
    threading.Thread(target=answer, daemon=True).start()
    try:
        while True:
            try:
                return answers.get(timeout=POLL_S)()
            except queue.Empty:
                check_stop()
            if time.monotonic() > end:
                raise TimeoutError(f"it does not answer within {limit_s:.0f} s.")
    finally:
        is_left.set()


def _raiser(error: BaseException) -> Callable[[], NoReturn]:
    def fail() -> NoReturn:
        raise error

    return fail
