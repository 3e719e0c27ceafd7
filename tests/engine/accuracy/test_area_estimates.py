from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossearth_engine.accuracy.area_estimates import allocate_points, estimate_areas

# Olofsson et al. (2014), section 5: deforestation, forest gain, stable forest, stable non-forest.
COUNTS = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
PIXELS = np.array([200_000, 150_000, 3_200_000, 6_450_000])
HECTARES = PIXELS * 0.09


def test_worked_example_of_the_paper_comes_out() -> None:
    found = estimate_areas(COUNTS, HECTARES)
    assert found.area == pytest.approx([21_158, 11_686, 285_770, 581_386], abs=1)
    assert found.area_margin == pytest.approx([6_158, 3_756, 15_510, 16_282], abs=1)
    assert found.users_accuracy == pytest.approx([0.88, 0.73, 0.93, 0.96], abs=0.005)
    assert found.users_margin == pytest.approx([0.07, 0.10, 0.04, 0.02], abs=0.005)
    assert found.producers_accuracy == pytest.approx([0.75, 0.85, 0.93, 0.96], abs=0.005)
    assert found.overall_accuracy == pytest.approx(0.95, abs=0.005)
    assert found.overall_margin == pytest.approx(0.02, abs=0.005)


def test_margin_of_the_producers_accuracy_is_equation_7_of_the_paper() -> None:
    area, n = HECTARES, COUNTS.sum(axis=1)
    margins = []
    for j in range(4):
        users = COUNTS[j, j] / n[j]
        estimated = sum(area[i] * COUNTS[i, j] / n[i] for i in range(4))
        producers = area[j] * users / estimated
        others = sum(
            area[i] ** 2 * COUNTS[i, j] / n[i] * (1 - COUNTS[i, j] / n[i]) / (n[i] - 1)
            for i in range(4)
            if i != j
        )
        own = area[j] ** 2 * (1 - producers) ** 2 * users * (1 - users) / (n[j] - 1)
        margins.append(1.96 * ((own + producers**2 * others) / estimated**2) ** 0.5)
    assert estimate_areas(COUNTS, area).producers_margin == pytest.approx(margins)


def test_areas_add_up_to_the_map() -> None:
    assert estimate_areas(COUNTS, HECTARES).area.sum() == pytest.approx(HECTARES.sum())


def test_map_without_an_error_is_not_certain() -> None:
    found = estimate_areas(np.diag([50, 50, 100]), np.array([2.0, 5.0, 93.0]))
    assert found.area == pytest.approx([2.0, 5.0, 93.0])
    # 50 points that agree: 5.8 % or less may be wrong, 100: 3.0 %.
    assert found.users_interval[:, 0] == pytest.approx([0.942, 0.942, 0.970], abs=0.002)
    assert found.users_interval[:, 1].tolist() == [1, 1, 1]
    # 2.8 of the 93 may be of the first class, of which 2 are found.
    assert found.area_interval[0] == pytest.approx([1.89, 4.75], abs=0.06)
    assert found.producers_interval[0] == pytest.approx([0.42, 1], abs=0.02)
    assert 0.96 < found.overall_interval[0] < found.overall_interval[1] == 1
    # The paper's formula says 0, which is no answer.
    for margins in (found.area_margin, found.users_margin, found.producers_margin):
        assert np.isnan(margins).all()


def test_class_without_a_point_cannot_be_told() -> None:
    with pytest.raises(ValueError, match="a point or more"):
        estimate_areas(np.diag([0, 20]), np.array([3.0, 4.0]))


def test_class_of_one_point_is_told_and_the_papers_margins_are_not() -> None:
    found = estimate_areas(np.array([[1, 0], [2, 48]]), np.array([0.1, 9.9]))
    assert found.area.sum() == pytest.approx(10)
    assert np.isfinite(found.area_interval).all()
    assert np.isnan([*found.area_margin, found.overall_margin]).all()


def test_same_points_have_the_same_intervals_whatever_was_estimated_before() -> None:
    first = estimate_areas(COUNTS, HECTARES)
    np.random.default_rng().random(1000)
    again = estimate_areas(COUNTS, HECTARES)
    assert (first.area_interval == again.area_interval).all()
    assert (first.producers_interval == again.producers_interval).all()


@given(
    st.integers(2, 5).flatmap(
        lambda k: st.lists(st.lists(st.integers(0, 60), min_size=k, max_size=k), min_size=k,
                           max_size=k)
    ).filter(lambda rows: all(map(sum, rows)))
)  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_intervals_hold_the_estimate_and_are_never_nothing(rows: list[list[int]]) -> None:
    counts = np.array(rows)
    sizes = 10.0 ** np.arange(len(rows))
    found = estimate_areas(counts, sizes, draws=1000)
    for values, ends, most in (
        (found.area, found.area_interval, sizes.sum()),
        (found.users_accuracy, found.users_interval, 1),
        (found.producers_accuracy, found.producers_interval, 1),
    ):
        for value, (low, high) in zip(values, ends, strict=True):
            assert np.isnan(low) == np.isnan(value)
            if not np.isnan(value):
                near = 0.02 * (high - low)
                assert -1e-9 <= low <= value + near
                assert value - near <= high <= most * (1 + 1e-9)
                assert high > low


def test_recall_of_what_all_points_are_is_not_certain() -> None:
    # Nothing but forest was found, on all of the map: its recall is what the map has of it, if it
    # is everywhere. It may be missing in up to 7 % of each part.
    found = estimate_areas(np.array([[40, 0], [40, 0]]), np.array([75.0, 25.0]))
    low, high = found.producers_interval[0]
    assert low == pytest.approx(0.75 * 0.928 / (0.75 * 0.928 + 0.25), abs=0.004)
    assert high == pytest.approx(0.75 / (0.75 + 0.25 * 0.928), abs=0.004)


def test_class_that_the_map_lacks_gets_its_area() -> None:
    counts = np.array([[40, 10, 0], [0, 50, 0], [0, 0, 0]])
    found = estimate_areas(counts[:, [0, 2, 1]][[0, 1, 2]], np.array([50.0, 50.0, 0.0]))
    assert found.area.sum() == pytest.approx(100)
    assert np.isnan(found.users_accuracy[2])


def test_the_papers_margins_hold_the_truth_as_often_as_they_say() -> None:
    rng = np.random.default_rng(0)
    shares = np.array([[0.8, 0.15, 0.05], [0.1, 0.85, 0.05], [0.02, 0.03, 0.95]])
    area = np.array([5.0, 20.0, 75.0])
    truth = area @ shares
    held = 0
    for _ in range(400):
        counts = np.array([rng.multinomial(400, row) for row in shares])
        found = estimate_areas(counts, area, draws=2)  # the paper's are judged here
        held += (np.abs(found.area - truth) <= found.area_margin).sum()
    assert held / 1200 == pytest.approx(0.95, abs=0.03)


def test_rare_classes_get_fifty_and_the_rest_is_proportional() -> None:
    points = allocate_points(PIXELS, 640)
    assert points.sum() == 640
    assert points[:2].tolist() == [50, 50]
    assert points[3] / points[2] == pytest.approx(6.45 / 3.2, rel=0.02)


@given(
    st.lists(st.integers(0, 10**9), min_size=1, max_size=30).filter(lambda x: sum(x) > 0),
    st.integers(1, 3000),
)
def test_points_are_as_many_as_asked_for_or_as_there_are(pixels: list[int], count: int) -> None:
    points = allocate_points(np.array(pixels), count)
    assert (points <= pixels).all()
    assert (points >= 0).all()
    assert points.sum() == min(count, sum(pixels))


@pytest.mark.parametrize("pixels", [[10, 20, 1_000_000], [30, 1_000_000], [1, 1, 1, 800]])
def test_what_tiny_classes_cannot_take_goes_to_the_others(pixels: list[int]) -> None:
    points = allocate_points(np.array(pixels), 500)
    assert points.sum() == 500
    assert points[:-1].tolist() == pixels[:-1]
