# ruff: noqa: PT012 - what is tested is how a context ends
import threading
import time

import pytest

from crossearth_engine.side_by_side import SideBySide


@pytest.mark.parametrize("threads", [1, 3])
def test_what_is_made_side_by_side_comes_in_order(threads):
    taken = []

    def items():
        for i in range(40):
            taken.append(i)
            yield i

    def made(item):
        time.sleep(0.001 * (item % 3))
        return -item

    with SideBySide(made, items(), threads) as results:
        for expected, (item, result) in enumerate(results):
            assert (item, result) == (expected, -expected)
            assert len(taken) <= expected + 1 + threads


def test_as_many_are_made_at_once_as_there_are_threads():
    together = threading.Barrier(3, timeout=60)
    with SideBySide(lambda item: together.wait() >= 0, range(9), 3) as results:
        assert all(result for _, result in results)


def test_what_fails_side_by_side_is_raised_where_it_would_have_come():
    def made(item):
        if item == 4:
            raise OSError("torn tape")
        return item

    seen = []
    with (
        pytest.raises(OSError, match="torn tape"),
        SideBySide(made, range(99), 3) as results,
    ):
        for item, _ in results:
            seen.append(item)
    assert seen == [0, 1, 2, 3]


def test_leaving_early_ends_the_threads_and_begins_nothing_more():
    threads, begun = threading.active_count(), []
    with (
        pytest.raises(InterruptedError),
        SideBySide(begun.append, range(99), 3) as results,
    ):
        next(results)
        raise InterruptedError
    assert threading.active_count() == threads
    assert len(begun) <= 4
