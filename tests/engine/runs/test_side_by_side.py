"""Windows that are computed side by side give what they give one by one, whatever happens."""

import itertools
import threading
import time

import numpy as np
import pytest

from crossearth_engine import errors
from crossearth_engine.inference import lanes, sliding
from crossearth_engine.inference.load import load_backend
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from tests.engine.conftest import RecordedJob, read

LANES = 3


class Lanes:
    """Loads networks that take several windows at once, and notes how many they had."""

    def __init__(self, before=lambda count: None):
        self.most = 0
        self._before = before
        self._inside = self._count = 0
        self._lock = threading.Lock()

    def __call__(self, model, device, threads, precision, lanes=None, /):
        backend = load_backend(model, device, LANES, precision, LANES)
        run_one = backend.run

        def run(batch, **options):
            with self._lock:
                self._inside += 1
                self._count += 1
                count, self.most = self._count, max(self.most, self._inside)
            try:
                self._before(count)
                return run_one(batch, **options)
            finally:
                with self._lock:
                    self._inside -= 1

        backend.run = run
        return backend


@pytest.fixture
def request_for(tmp_path, raster_factory, context_model):
    raster = raster_factory(size=(90, 70), nodata=0)

    def make(name, **options):
        paths = {"confidence": str(tmp_path / f"{name}-confidence.tif")}
        windows = {"window": 16, "overlap": 4, "model": str(context_model)}
        output = str(tmp_path / f"{name}.tif")
        return SegmentRequest(str(raster), output, **{**paths, **windows, **options})

    return make


def assert_same(tmp_path, one, other):
    for ending in ("", "-confidence"):
        first, second = (read(tmp_path / f"{name}{ending}.tif") for name in (one, other))
        assert np.array_equal(first, second)


def test_of_many_classes_there_are_the_scores_of_one_window_at_a_time(
    tmp_path, request_for, monkeypatch
):
    segment(request_for("few"), RecordedJob())
    monkeypatch.setattr(lanes, "MOST_SCORES_BYTES", 1)
    events, write = [], sliding.SlidingRun._write

    def note(*arguments):
        write(*arguments)
        events.append("written")

    def load(*arguments):
        backend = load_backend(*arguments)
        run_one = backend.run

        def run(batch, **options):
            events.append("computed")
            return run_one(batch, **options)

        backend.run = run
        return backend

    monkeypatch.setattr(sliding.SlidingRun, "_write", note)
    segment(request_for("many"), RecordedJob(), load)
    assert events.count("computed") > 20
    assert ("computed", "computed") not in itertools.pairwise(events)
    assert_same(tmp_path, "few", "many")


def test_the_order_in_which_windows_end_is_all_the_same(tmp_path, request_for):
    together = threading.Barrier(LANES)

    def hold_up(count):
        if 10 <= count < 10 + LANES:
            together.wait(60)  # so many are under way at once, when two have told their memory
        time.sleep(0.004 * (count % LANES == 1))

    segment(request_for("plain", threads=1), RecordedJob())
    load = Lanes(hold_up)
    result = segment(request_for("lanes"), RecordedJob(), load)
    assert load.most == LANES
    assert result["inference_s"] <= result["wall_s"]
    assert_same(tmp_path, "plain", "lanes")


def test_without_memory_for_several_windows_they_come_one_by_one(tmp_path, request_for):
    load, together = Lanes(), threading.Barrier(2)

    def fail_beside_others(count):
        if count <= 2:
            together.wait(60)  # neither has told yet what memory it takes
        time.sleep(0.002)
        if count <= 2 or load._inside > 1:
            raise errors.OutOfMemory(device="cpu", window=16, options="--window 8")

    load._before = fail_beside_others
    job = RecordedJob()
    segment(request_for("plain", threads=1), RecordedJob())
    segment(request_for("lanes"), job, load)
    said = [text for level, text in job.logs if level == "warning" and "memory" in text]
    assert said == ["Not enough memory to compute windows side by side: one by one now."]
    assert_same(tmp_path, "plain", "lanes")


def test_without_memory_for_one_window_it_is_told(tmp_path, request_for):
    def fail(count):
        raise MemoryError("Unable to allocate 3.00 GiB")

    with pytest.raises(errors.OutOfMemory):
        segment(request_for("lanes"), RecordedJob(), Lanes(fail))
    assert not (tmp_path / "lanes.tif").exists()


def test_windows_beside_each_other_go_by_the_memory_that_the_first_take(request_for, monkeypatch):
    sizes = iter([100.0, 900.0])
    monkeypatch.setattr(sliding, "resident_mb", lambda: next(sizes))
    asked = []
    monkeypatch.setattr(sliding, "lanes_that_fit", lambda *given: asked.append(given) or 1)
    load = Lanes(lambda count: time.sleep(0.002))
    segment(request_for("lanes"), RecordedJob(), load)
    assert asked == [(LANES, 2, 800.0)]
    assert load.most == 2


def test_a_cancel_ends_all_windows_under_way(tmp_path, request_for):
    job = RecordedJob()
    canceled_at = []

    def cancel(count):
        if count == 5:
            canceled_at.append(time.monotonic())
            job.cancel()

    with pytest.raises(errors.JobCanceled):
        segment(request_for("lanes"), job, Lanes(cancel))
    assert time.monotonic() - canceled_at[0] < 2
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("lanes")]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("network")]


def test_a_fault_in_one_window_is_that_of_the_run(tmp_path, request_for):
    def fail(count):
        if count == 7:
            raise errors.DeviceLost(device="cpu", reason="unplugged")

    with pytest.raises(errors.DeviceLost):
        segment(request_for("lanes"), RecordedJob(), Lanes(fail))
    assert not (tmp_path / "lanes.tif").exists()


def test_a_run_goes_on_side_by_side_from_where_it_was_one_by_one(
    tmp_path, request_for, monkeypatch
):
    monkeypatch.setattr(sliding, "JOURNAL_INTERVAL_S", 0.0)
    monkeypatch.setattr(sliding, "JOURNAL_SHARE", 1e9)

    def fail(count):
        if count == 20:
            raise OSError("torn tape")

    segment(request_for("plain", threads=LANES), RecordedJob())
    with pytest.raises(OSError, match="torn tape"):
        segment(request_for("lanes", resume=True, threads=LANES), RecordedJob(), Lanes(fail))
    job = RecordedJob()
    segment(request_for("lanes", resume=True, threads=LANES), job, Lanes())
    assert any("Going on after window" in text for _, text in job.logs)
    assert_same(tmp_path, "plain", "lanes")
