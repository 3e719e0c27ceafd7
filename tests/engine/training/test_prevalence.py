from __future__ import annotations

import numpy as np
import pytest

from crossearth_engine.accuracy.figures import intersection_over_union, mean_iou
from crossearth_engine.training.prevalence import weighted_by_map, with_one_more

RATES = np.array([[0.9, 0.1, 0.0], [0.04, 0.95, 0.01], [0.0, 0.2, 0.8]])


@pytest.mark.parametrize("there", [(0.1, 0.85, 0.05), (0.3, 0.3, 0.4), (0.02, 0.97, 0.01)])
def test_figures_of_drawn_pixels_become_those_of_the_map(there: tuple[float, ...]) -> None:
    truth = np.array(there)[:, None] * RATES
    drawn = np.array([400.0, 4000.0, 900.0])[:, None] * RATES
    found = weighted_by_map(drawn, truth.sum(axis=0), np.full(3, 40_000))
    assert found.sum() == pytest.approx(drawn.sum())
    np.testing.assert_allclose(found / found.sum(), truth, atol=0.01)
    assert mean_iou(found) == pytest.approx(mean_iou(truth), abs=0.02)


def test_class_that_was_not_judged_stays_out() -> None:
    drawn = np.array([[90.0, 10, 0], [20, 80, 0], [0, 0, 0]])
    found = weighted_by_map(drawn, np.array([0.3, 0.3, 0.4]), np.array([8, 8, 1]))
    assert (found[2] == 0).all()
    assert found.sum() == pytest.approx(200)


def test_nothing_judged_stays_nothing() -> None:
    nothing = np.zeros((2, 2))
    found = weighted_by_map(nothing, np.array([0.5, 0.5]), np.array([1, 1]))
    np.testing.assert_array_equal(found, nothing)


def test_class_that_is_recognised_is_not_estimated_away() -> None:
    # Of land, road and vegetation, as drawn. A polygon of road was taken for vegetation: at that
    # rate all that is mapped as vegetation could be road.
    drawn = np.array([[1415.0, 153, 0], [469, 852, 247], [0, 24, 1544]])
    shares = np.array([0.73, 0.22, 0.05])
    found = weighted_by_map(drawn, shares, np.full(3, 8))
    assert found[2].sum() / found.sum() > shares[2] / 3
    assert found[2, 2] / found[:, 2].sum() > 0.3
    assert intersection_over_union(found)[2] > 0.3


def test_one_more_is_taken_for_any_class_alike() -> None:
    drawn = np.array([[60.0, 20, 0, 0], [0, 300, 0, 0], [9, 0, 0, 0], [0, 0, 0, 0]])
    found = with_one_more(drawn, np.array([8, 5, 1, 0]))
    np.testing.assert_allclose(found[0], drawn[0] + [10 / 3, 10 / 3, 10 / 3, 0])
    np.testing.assert_allclose(found[1], drawn[1] + [20, 20, 20, 0])
    np.testing.assert_allclose(found[2], [12, 3, 3, 0])
    assert (found[3] == 0).all()
    many = with_one_more(drawn, np.full(4, 10**6))
    np.testing.assert_allclose(many, drawn, atol=1e-3)


def test_few_polygons_without_an_error_are_no_proof_of_none() -> None:
    # Little road in much desert, and five polygons of each, all of them right. Should the next one
    # of the desert not be, there is more desert than road on what is mapped as road.
    shares = np.array([0.97, 0.03])
    told = {
        count: intersection_over_union(
            weighted_by_map(
                with_one_more(200.0 * count * np.eye(2), np.full(2, count)),
                shares,
                np.full(2, count),
            )
        )
        for count in (5, 50, 5000)
    }
    assert 0.85 < told[5][0] < 1
    assert told[5][1] < 0.5 < told[50][1] < told[5000][1]
    assert told[5000][1] > 0.95


@pytest.mark.parametrize(
    ("has_one_more", "most_collapsed"),
    [(False, 4), (True, 6)],  # of 34 where the rates are believed
)
def test_told_is_true_in_the_mean_of_made_scenes(has_one_more: bool, most_collapsed: int) -> None:
    rng = np.random.default_rng(0)
    told, true, collapsed = [], [], 0
    for _ in range(200):
        there, rates = _made_scene(rng)
        truth = there[:, None] * rates
        # What polygons tell of rates differs from one to the next.
        counts = rng.integers(4, 21, len(there))
        drawn = np.array(
            [
                200 * rng.dirichlet(1.5 * rate + 1e-3, count).sum(axis=0)
                for rate, count in zip(rates, counts, strict=True)
            ]
        )
        if has_one_more:
            drawn = with_one_more(drawn, counts)
        found = intersection_over_union(weighted_by_map(drawn, truth.sum(axis=0), counts))
        own = intersection_over_union(truth)
        told.append(found.mean())
        true.append(own.mean())
        collapsed += bool(((own > 0.2) & (found < own / 4)).any())
    errors = np.array(told) - true
    assert abs(errors.mean()) < 0.07
    assert np.abs(errors).mean() < 0.08
    assert collapsed <= most_collapsed


def _made_scene(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return how much there is of each class (K,), and how often each is taken for which (K, K)."""
    count = int(rng.integers(2, 7))
    there = np.maximum(rng.dirichlet(np.full(count, 0.7)), 0.005)
    right = rng.uniform(0.5, 0.98, count)
    rates = np.diag(right)
    for i in range(count):
        others = rng.dirichlet(np.full(count - 1, 0.5)) * (1 - right[i])
        rates[i, np.arange(count) != i] = others
    return there / there.sum(), rates
