from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from crossearth_engine.accuracy.area_estimates import allocate_points, estimate_areas
from crossearth_engine.accuracy.plan_sample import PlanSampleRequest, plan_points, plan_sample
from crossearth_engine.accuracy.sample_points import SamplePointsRequest, sample_points
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.palette import ClassInfo
from tests.engine.accuracy.test_evaluate import write_map
from tests.engine.conftest import RecordedJob

PIXELS = np.array([200_000, 150_000, 3_200_000, 6_450_000])
EXPECTED = np.array([0.7, 0.6, 0.9, 0.95])


def test_formula_is_that_of_the_papers_example(tmp_path: Path) -> None:
    # Olofsson et al. (2014), section 5.1.1: a standard error of 0.01 takes 641 points.
    values = np.repeat([1, 2, 3, 4], [20, 15, 320, 645]).reshape(20, 50)
    palette = [ClassInfo(i, f"class {i}", "#000000") for i in range(1, 5)]
    request = PlanSampleRequest(
        str(write_map(tmp_path / "map.tif", values, palette)),
        margin=0.0196,
        expected=EXPECTED.tolist(),
    )
    assert plan_sample(request, RecordedJob())["by_formula"] == pytest.approx(641, abs=1)


@pytest.mark.parametrize("class_margin", [None, 0.1])
def test_planned_sample_makes_as_sure_as_asked_and_one_less_does_not(
    class_margin: float | None,
) -> None:
    plan = plan_points(PIXELS, EXPECTED, 0.02, class_margin, 50)
    assert plan.is_enough
    assert (plan.points == allocate_points(PIXELS, int(plan.points.sum()), plan.least)).all()
    # What evaluate would tell of it, if all came as expected.
    right = np.rint(plan.points * EXPECTED).astype(int)
    counts = np.diag(right) + np.roll(np.diag(plan.points - right), 1, axis=1)
    found = estimate_areas(counts, PIXELS.astype(float))
    assert np.ptp(found.overall_interval) / 2 == pytest.approx(0.02, abs=0.001)
    if class_margin is None:
        assert plan.least == 50
    else:
        assert np.ptp(found.users_interval, axis=1).max() / 2 == pytest.approx(0.1, abs=0.006)
        # 1.96 ** 2 * 0.6 * 0.4 / 0.1 ** 2 by Cochran's formula
        assert plan.least == pytest.approx(92, abs=5)


def test_small_map_is_told_to_be_too_small(tmp_path: Path) -> None:
    job = RecordedJob()
    path = write_map(tmp_path / "map.tif", np.eye(10) + 1)
    result = plan_sample(PlanSampleRequest(str(path), margin=0.01), job)
    assert (result["count"], result["is_enough"]) == (100, False)
    assert "100 pixels with a class" in str(job.logs)


def test_small_class_is_told_to_be_too_small(tmp_path: Path) -> None:
    job = RecordedJob()
    path = write_map(tmp_path / "map.tif", np.repeat([1, 2, 3], [8993, 1000, 7]).reshape(100, 100))
    result = plan_sample(PlanSampleRequest(str(path), class_margin=0.1), job)
    assert not result["is_enough"]
    assert [item["points"] for item in result["classes"]][2] == 7
    assert result["count"] < 500
    ((_, warning),) = [log for log in job.logs if log[0] == "warning"]
    assert "water (7) would not make" in warning
    assert "10,000" not in warning


def test_expected_accuracies_are_one_or_as_many_as_classes(tmp_path: Path) -> None:
    path = write_map(tmp_path / "map.tif", np.eye(10) + 1)
    with pytest.raises(InvalidRequest, match="The map has 2 classes"):
        plan_sample(PlanSampleRequest(str(path), expected=[0.9, 0.8, 0.7]), RecordedJob())


def drawn(tmp_path: Path, values: np.ndarray, **arguments: Any) -> tuple[dict[str, Any], str]:
    job = RecordedJob()
    path = write_map(tmp_path / "map.tif", values)
    request = SamplePointsRequest(str(path), str(tmp_path / "points.gpkg"), **arguments)
    return sample_points(request, job), str(job.logs)


def test_points_that_the_map_has_no_pixels_for_are_told(tmp_path: Path) -> None:
    result, logged = drawn(tmp_path, np.eye(20) + 1, count=1000)
    assert result["count"] == 400
    assert "fewer pixels with a class (400) than the 1000 points" in logged


def test_classes_that_get_no_point_are_told(tmp_path: Path) -> None:
    values = np.repeat([1, 2, 3], [300, 99, 1]).reshape(20, 20)
    result, logged = drawn(tmp_path, values, count=2)
    assert result["count"] == 2
    assert "none lies on forest, water" in logged


def test_all_points_are_handed_out_where_strata_are_of_few_pixels(tmp_path: Path) -> None:
    values = np.repeat([1, 2, 3], [9990, 9, 1]).reshape(100, 100)
    result, logged = drawn(tmp_path, values, count=500)
    assert [item["points"] for item in result["classes"]] == [490, 9, 1]
    assert logged == "[]"


def test_least_number_of_a_class_is_kept(tmp_path: Path) -> None:
    values = np.repeat([1, 2, 3], [8000, 1500, 500]).reshape(100, 100)
    result, _ = drawn(tmp_path, values, count=500, least=92)
    assert [item["points"] for item in result["classes"]][2] == 92


def test_values_of_one_name_are_planned_as_the_class_that_is_sampled(tmp_path: Path) -> None:
    values = np.repeat([1, 2, 3], 400).reshape(30, 40)
    palette = [
        ClassInfo(i, name, "#000000") for i, name in enumerate(["forest", "water", "Forest "], 1)
    ]
    path = str(write_map(tmp_path / "map.tif", values, palette))
    plan = plan_sample(PlanSampleRequest(path, expected=[0.7, 0.9]), RecordedJob())
    asked = SamplePointsRequest(
        path, out=str(tmp_path / "points.gpkg"), count=plan["count"], least=plan["least"]
    )
    drawn = sample_points(asked, RecordedJob())
    told = [[item[key] for key in ("name", "pixels", "points")] for item in plan["classes"]]
    assert told == [
        [item[key] for key in ("name", "pixels", "points")] for item in drawn["classes"]
    ]
