import itertools

import pytest

from crossearth_engine import job as job_module
from crossearth_engine.errors import JobCanceled
from crossearth_engine.job import PARTS, Job


@pytest.fixture
def clock(monkeypatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(job_module.time, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def told() -> list[tuple[str, int, int, float | None, float]]:
    return []


@pytest.fixture
def job(told, clock) -> Job:
    def progress(done: int, total: int, left: float | None) -> None:
        told.append((made.stage, done, total, left, made.share))

    made = Job(progress, lambda level, text: None)
    return made


def test_a_job_of_one_stage_is_as_far_as_its_count(job, told, clock):
    for done in range(5):
        job.progress(done, 4)
        clock[0] += 2
    assert [share for *_, share in told] == [0, 0.25, 0.5, 0.75, 1]
    assert [left for *_, left, _ in told] == [None, 6, 4, 2, 0]


def test_a_stage_gets_as_much_of_the_bar_as_of_the_time(job, told, clock):
    job.plan({"windows": 0, "map": 2, "polygons": 8})
    job.start("windows")
    job.progress(0, 10)
    for done in range(1, 11):
        clock[0] += 3
        job.progress(done, 10)
    # 30 s for the windows, and 10 s for what comes after them.
    assert told[1][3:] == (27 + 10, pytest.approx(3 / 40))
    assert told[-1][3:] == (10, pytest.approx(30 / 40))
    with job.doing("map"):
        clock[0] += 4
        job.advance(0.5)
        assert told[-1][3:] == (4 + 8, pytest.approx(30 / 40 + 10 / 40 * 4 / 16))
        clock[0] += 4
    with job.doing("polygons"):
        clock[0] += 1
        job.advance(0.25)
        assert told[-1][3] == 3
    assert told[-1] == ("polygons", PARTS, PARTS, 0, 1)


def test_the_bar_never_goes_back(job, told, clock):
    job.plan({"windows": 0, "map": 20, "files": 1})
    job.start("windows")
    # Going on from window 90; slow and quick ones, some skipped.
    for done, seconds in [(90, 0), (91, 9), (92, 0.1), (96, 0), (97, 30), (99, 0.1), (100, 0)]:
        clock[0] += seconds
        job.progress(done, 100)
    with job.doing("map"):
        pass
    with job.doing("files"):
        pass
    shares = [share for *_, share in told]
    assert all(before <= after for before, after in itertools.pairwise(shares))
    assert shares[-1] == 1


def test_stages_that_are_planned_later_come_first(job, told):
    job.plan({"compare": 1})
    job.plan({"windows": 0, "map": 3})
    for stage in ("windows", "map", "compare"):
        with job.doing(stage):
            pass
    assert told[-1][-1] == 1
    assert all(share < 1 for stage, *_, share in told if stage != "compare")


def test_a_canceled_job_stops_at_its_next_report(job):
    job.plan({"map": 1})
    job.start("map")
    job.cancel()
    with pytest.raises(JobCanceled):
        job.advance(0.5)


def test_what_has_come_to_its_end_is_not_canceled(job, told):
    job.plan({"files": 1})
    with job.doing("files"):
        job.cancel()
    assert told[-1][-1] == 1


def test_a_job_may_end_with_what_it_has(job, told):
    job.plan({"map": 1})
    job.cancel()
    job.ignore_cancel()
    with job.doing("map"):
        job.advance(0.5)
        job.check()
    assert job.is_canceled
    assert told[-1][-1] == 1
