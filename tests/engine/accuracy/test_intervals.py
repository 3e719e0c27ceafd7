from __future__ import annotations

from math import comb

import numpy as np
import pytest

from crossearth_engine.accuracy.area_estimates import estimate_areas
from crossearth_engine.accuracy.intervals import Tallies, share_intervals


def interval(hits: list[int], totals: list[int], weights: list[float]) -> tuple[float, float]:
    """Of a share to which each point says yes or no."""
    yes, n = np.array(hits, float)[:, None], np.array(totals, float)
    everywhere = np.ones(yes.shape, bool)
    tallies = Tallies(yes, n[:, None] - yes, everywhere, everywhere, ~everywhere)
    low, high = share_intervals(tallies, n, np.array(weights), draws=100_000)[0]
    return float(low), float(high)


def mid_p(hits: int, total: int) -> tuple[float, float]:
    """Ends of the mid-p interval of one binomial share, by bisection of its probabilities."""

    def above(share: float) -> float:
        terms = [
            comb(total, k) * share**k * (1 - share) ** (total - k) for k in range(hits, total + 1)
        ]
        return sum(terms) - terms[0] / 2

    def root(level: float) -> float:
        low, high = 0.0, 1.0
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if above(middle) < level else (low, middle)
        return low

    return root(0.025), root(0.975)


@pytest.mark.parametrize(("hits", "total"), [(0, 50), (1, 50), (7, 20), (48, 50), (50, 50), (1, 1)])
def test_interval_of_one_stratum_is_the_mid_p_interval(hits: int, total: int) -> None:
    assert interval([hits], [total], [1.0]) == pytest.approx(mid_p(hits, total), abs=0.004)


def test_strata_of_one_kind_are_one_stratum() -> None:
    together = interval([9], [120], [1.0])
    assert interval([4, 2, 3], [40, 40, 40], [1 / 3] * 3) == pytest.approx(together, abs=0.006)


def test_stratum_that_a_point_stands_for_most_in_decides_where_nothing_was_found() -> None:
    # Of 90 % of the map, 30 points say nothing: 9.5 % of that may be of the class.
    low, high = interval([0, 0], [30, 300], [0.9, 0.1])
    assert low == 0
    assert high == pytest.approx(0.9 * mid_p(0, 30)[1], rel=0.03)


def test_without_errors_the_interval_is_no_longer_than_any_that_holds() -> None:
    # What 50 points miss once in 20 times, in the stratum that hides most of a class of 1 %.
    hidden = 1 - 0.05 ** (1 / 50)
    found = estimate_areas(np.diag([50] * 4), np.array([0.01, 0.04, 0.25, 0.7]))
    low, high = found.producers_interval[0]
    assert high == 1
    assert low == pytest.approx(0.01 / (0.01 + 0.7 * hidden), rel=0.03)


def test_share_of_what_nobody_found_is_none() -> None:
    nothing, all_of_it = np.zeros((2, 1)), np.ones((2, 1), bool)
    tallies = Tallies(nothing, nothing, all_of_it, all_of_it, all_of_it)
    assert np.isnan(share_intervals(tallies, np.array([5.0, 5]), np.array([0.5, 0.5]))).all()


def test_strata_that_say_nothing_of_a_share_are_not_drawn() -> None:
    yes, n = np.array([[9.0], *[[0.0]] * 199]), np.full(200, 50.0)
    no, can = np.where(yes > 0, 41.0, 0.0), yes > 0
    found = share_intervals(Tallies(yes, no, can, can, ~can), n, np.full(200, 1 / 200))
    alone = share_intervals(Tallies(yes[:1], no[:1], can[:1], can[:1], ~can[:1]), n[:1], np.ones(1))
    assert found == pytest.approx(alone, rel=1e-12)  # the same draws, and no others


def test_strata_that_agree_count_for_what_they_say() -> None:
    yes, n = np.array([[50.0], [9.0], [0.0]]), np.full(3, 50.0)
    mixed = np.array([[False], [True], [False]])
    weights = np.array([0.5, 0.2, 0.3])
    found = share_intervals(Tallies(yes, 50 - yes, mixed, mixed, mixed & False), n, weights)[0]
    assert found == pytest.approx(0.5 + 0.2 * np.array(mid_p(9, 50)), abs=0.002)
