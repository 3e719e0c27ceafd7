from __future__ import annotations

import numpy as np

from crossearth_engine.training.distill.agreement import Agreement
from crossearth_engine.training.distill.costs import Costs


def agreement(same: list[int], before: list[int] | None) -> Agreement:
    counts = np.full(len(same), 100)
    return Agreement(counts, np.array(same), None if before is None else np.array(before), seed=0)


def test_gap_that_is_closed_is_told_with_its_spread() -> None:
    told = agreement([95, 96, 97, 94], [90, 91, 94, 90])
    assert told.share == 0.955
    assert told.closed is not None
    assert abs(told.closed - (0.955 - 0.9125) / (1 - 0.9125)) < 1e-9
    low, high = told.interval
    assert 0.94 <= low < told.share < high <= 0.97
    assert told.is_better
    assert told.findings == []
    assert "closes 49% of the gap" in told.sentences()[1]


def test_distilling_that_brings_nothing_is_told_plainly() -> None:
    worse = agreement([90, 91, 92, 90], [93, 94, 92, 95])
    assert worse.is_better is False
    assert [item.code for item in worse.findings] == ["distilled-no-better"]
    doubtful = agreement([99, 90, 92, 90], [93, 92, 92, 92])
    assert doubtful.is_better is False
    assert [item.code for item in doubtful.findings] == ["distilled-perhaps-no-better"]
    assert "closes" not in " ".join(doubtful.sentences())


def test_without_classes_in_common_nothing_is_compared() -> None:
    told = agreement([90, 91], None)
    assert told.is_better is None
    assert told.findings == []
    assert told.to_dict()["before"] is None


def costs(**times: float) -> Costs:
    given = {"teacher_s": 1.0, "student_s": 0.1, "distilling_s": 60.0, "lessons_s": 50.0}
    return Costs(**{**given, **times}, lessons=50, teacher_windows=1000, student_windows=1000)


def test_costs_are_told_from_the_windows_on_from_which_they_are_a_fifth() -> None:
    told = costs()
    assert told.worthwhile_windows == 600
    assert abs(told.share - (60 + 100) / 1000) < 1e-9
    assert "16 % of a map by the teacher" in told.sentences()[0]
    assert "From 600 windows of the teacher's on" in told.sentences()[1]
    at_most = Costs(1.0, 0.1, 60.0, 50.0, 50, teacher_windows=600, student_windows=600)
    assert abs(at_most.share - 0.2) < 1e-9


def test_slow_student_never_pays() -> None:
    assert costs(student_s=0.25).worthwhile_windows is None
    assert "However large the raster" in costs(student_s=0.25).sentences()[1]
