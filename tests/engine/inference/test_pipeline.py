# ruff: noqa: PT012 - what is tested is how a context ends
import threading
import time

import pytest

from crossearth_engine.inference.pipeline import Aside, ReadAhead, Turns, WriteBehind
from crossearth_engine.side_by_side import SideBySide


def test_items_arrive_in_order_and_no_further_ahead_than_allowed():
    produced = []

    def items():
        for i in range(50):
            produced.append(i)
            yield i

    with ReadAhead(items(), depth=3) as ahead:
        for expected, item in enumerate(ahead):
            assert item == expected
            assert len(produced) <= expected + 1 + 3


def test_what_fails_in_reading_is_raised_where_it_would_have_come():
    def items():
        yield 1
        raise OSError("torn tape")

    with ReadAhead(items(), depth=2) as ahead:
        assert next(ahead) == 1
        with pytest.raises(OSError, match="torn tape"):
            next(ahead)


def test_leaving_early_ends_the_reader():
    threads = threading.active_count()

    def items():
        while True:
            yield 0

    with pytest.raises(InterruptedError), ReadAhead(items(), depth=2) as ahead:
        next(ahead)
        raise InterruptedError
    assert threading.active_count() == threads


def test_calls_run_in_order_and_are_waited_for():
    done = []
    with WriteBehind(depth=2) as behind:
        for i in range(20):
            behind.submit(lambda i=i: (time.sleep(0.001), done.append(i)))
    assert done == list(range(20))


def test_what_fails_in_writing_is_raised():
    def fail():
        raise OSError("no paper")

    with pytest.raises(OSError, match="no paper"), WriteBehind(depth=1) as behind:
        behind.submit(fail)
    with pytest.raises(OSError, match="no paper"), WriteBehind(depth=1) as behind:
        for _ in range(3):
            behind.submit(fail)


def test_an_error_outside_does_not_wait_for_pending_calls():
    done = []
    with pytest.raises(InterruptedError), WriteBehind(depth=100) as behind:
        for i in range(100):
            behind.submit(lambda i=i: (time.sleep(0.01), done.append(i)))
        raise InterruptedError
    assert len(done) < 100


def test_what_a_call_aside_returns_or_raises_comes_where_it_is_asked_for():
    with Aside(lambda: 7) as seven:
        assert (seven(), seven()) == (7, 7)

    def fail():
        raise OSError("torn tape")

    with Aside(fail) as failed, pytest.raises(OSError, match="torn tape"):
        failed()


def test_leaving_early_waits_for_the_call_aside():
    left, ended = threading.Event(), []
    with pytest.raises(InterruptedError), Aside(lambda: (left.wait(5), ended.append(True))):
        left.set()
        raise InterruptedError
    assert ended


def test_turns_let_no_more_through_than_there_is_room_for():
    turns, inside, seen = Turns(2), [], []

    def pass_through(item):
        with turns:
            inside.append(item)
            seen.append(len(inside))
            time.sleep(0.002)
            inside.remove(item)

    with SideBySide(pass_through, range(24), 4) as results:
        for item, _ in results:
            if item == 12:
                turns.allow(1)
                at_change = len(seen)
    assert max(seen) == 2
    # Those that were inside or had just come when there was less room.
    assert set(seen[at_change + 2 :]) == {1}
