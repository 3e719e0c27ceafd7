"""A function of many things in several threads, its results in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class SideBySide(Generic[T, R]):
    """Iterate over ``items`` with what a function makes of each, several of them at a time.

    Items are taken in the thread that iterates, and come in order whichever is done first: one more
    than there are threads is under way, so that none waits for the one that iterates. With one
    thread the function is called where the iteration is. An exception in the function is raised
    where its item would have come; leaving the context waits for what is under way. What ends
    waiting for a server in the thread that iterates does so in the others
    (`patience.stopped_by`).

    Args:
        call: the function.
        items: what it is given, one by one.
        threads: how many there are.
        name: what their names begin with.
    """

    def __init__(
        self, call: Callable[[T], R], items: Iterable[T], threads: int, name: str = "beside"
    ) -> None:
        self._call = call
        self._items = items
        self._threads = threads
        self._name = name
        self._executor: ThreadPoolExecutor | None = None

    def __enter__(self) -> Iterator[tuple[T, R]]:
        if self._threads == 1:
            return ((item, self._call(item)) for item in self._items)
        self._executor = ThreadPoolExecutor(self._threads, thread_name_prefix=self._name)
        return self._take(self._executor)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def _take(self, executor: ThreadPoolExecutor) -> Iterator[tuple[T, R]]:
        under_way: deque[tuple[T, Future[R]]] = deque()
        for item in self._items:
            under_way.append((item, executor.submit(copy_context().run, self._call, item)))
            if len(under_way) > self._threads:
                yield _first_of(under_way)
        while under_way:
            yield _first_of(under_way)


def _first_of(under_way: deque[tuple[T, Future[R]]]) -> tuple[T, R]:
    item, future = under_way.popleft()
    return item, future.result()
