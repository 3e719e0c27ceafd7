"""Keeping reading, network and writing busy at the same time, each in its own thread.

In these threads GDAL is heard, and what waits for a server is stopped, as in that of the job.
"""

from __future__ import annotations

import contextvars
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from types import TracebackType
from typing import Generic, TypeVar

from crossearth_engine.patience import NobodyWaits, stopped_by
from crossearth_engine.raster.gdal_log import heard

T = TypeVar("T")
R = TypeVar("R")


class ReadAhead(Generic[T]):
    """Iterate over ``items`` in another thread, at most ``depth`` items ahead, at least one.

    One that is being made counts. An exception in ``items`` is raised where its next item would
    have come. Leaving the context ends the thread, where it waits for a server, too.
    """

    def __init__(self, items: Iterator[T], depth: int) -> None:
        self._items = items
        self._queue: queue.Queue[tuple[T | None, BaseException | None]] = queue.Queue()
        self._room = threading.Semaphore(depth)
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Iterator[T]:
        read = partial(contextvars.copy_context().run, self._read)
        self._thread = threading.Thread(target=read, name="reader", daemon=True)
        self._thread.start()
        return self._take()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stopped.set()
        self._room.release()  # it may be waiting for some
        if self._thread is not None:
            self._thread.join()

    def _check(self) -> None:
        if self._stopped.is_set():
            raise NobodyWaits

    def _read(self) -> None:
        try:
            with heard(), stopped_by(self._check):
                while self._room.acquire() and not self._stopped.is_set():
                    self._queue.put((next(self._items), None))
        except BaseException as error:  # raised again where the item is waited for
            self._queue.put((None, error))

    def _take(self) -> Iterator[T]:
        while True:
            item, error = self._queue.get()
            if isinstance(error, StopIteration):
                return
            if error is not None:
                raise error
            self._room.release()
            yield item  # type: ignore[misc]  # None only comes with an error


class Aside(Generic[R]):
    """A call in another thread, while the context goes on.

    What is entered returns its result, or raises its exception, as soon as there is one. Leaving
    the context waits for its end.
    """

    def __init__(self, call: Callable[[], R]) -> None:
        self._call = call
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="aside")

    def __enter__(self) -> Callable[[], R]:
        return self._executor.submit(_as_here(self._call)).result

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._executor.shutdown()


class Turns:
    """Lets no more threads through at a time than there is room for.

    Attributes:
        most: how many; may change at any time.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._inside = 0
        self._changed = threading.Condition()

    def __enter__(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._inside < self.most)
            self._inside += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._changed:
            self._inside -= 1
            self._changed.notify_all()

    def allow(self, most: int) -> None:
        """Let this many threads through from now on."""
        with self._changed:
            self.most = most
            self._changed.notify_all()


class WriteBehind:
    """Call a function in another thread, in order, at most ``depth`` calls behind.

    With 0 each call is waited for.
    """

    def __init__(self, depth: int) -> None:
        self._depth = depth
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._pending: deque[Future[None]] = deque()

    def __enter__(self) -> WriteBehind:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._executor.shutdown(cancel_futures=kind is not None)
        if kind is None:
            self._wait(0)

    def submit(self, call: Callable[[], None]) -> None:
        """Queue a call; then wait for those too far behind, and raise what went wrong in them."""
        self._pending.append(self._executor.submit(_as_here(call)))
        self._wait(self._depth)

    def _wait(self, remaining: int) -> None:
        while len(self._pending) > remaining:
            self._pending.popleft().result()


def _as_here(call: Callable[[], R]) -> Callable[[], R]:
    """Return a call for another thread, in which it is heard and stopped as in this one."""

    def make() -> R:
        with heard():
            return call()

    return partial(contextvars.copy_context().run, make)
