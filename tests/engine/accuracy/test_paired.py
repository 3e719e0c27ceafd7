from __future__ import annotations

from itertools import product
from math import comb

import numpy as np
import pytest

from benchmarks.paired import PLACES, SIGNIFICANT, Place, computed, measure
from crossearth_engine.accuracy.paired import PairedPoints, exact_p_value, paired_difference


def p_value(first: list[int], second: list[int], shares: list[float]) -> float:
    return exact_p_value(np.array(first), np.array(second), np.array(shares))


def mcnemar(first: int, second: int) -> float:
    """Two-sided exact binomial test of McNemar."""
    count, less = first + second, min(first, second)
    return min(2 * sum(comb(count, k) for k in range(less + 1)) / 2**count, 1.0)


@pytest.mark.parametrize(("first", "second"), [(0, 0), (1, 0), (5, 5), (3, 12), (30, 11), (0, 9)])
def test_of_one_stratum_it_is_the_exact_test_of_mcnemar(first: int, second: int) -> None:
    assert p_value([first], [second], [0.002]) == pytest.approx(mcnemar(first, second))


def test_strata_that_stand_for_the_same_are_one_stratum() -> None:
    assert p_value([3, 7, 0], [1, 2, 5], [0.01] * 3) == pytest.approx(mcnemar(10, 8))


def test_of_several_strata_it_is_what_exchanging_the_maps_at_each_point_can_give() -> None:
    first, second, shares = [3, 1, 4], [0, 3, 1], [0.031, 0.007, 0.0113]
    found = abs(sum(s * (a - b) for a, b, s in zip(first, second, shares, strict=True)))
    pairs = [s for a, b, s in zip(first, second, shares, strict=True) for _ in range(a + b)]
    every = [abs(np.dot(signs, pairs)) for signs in product((-1, 1), repeat=len(pairs))]
    expected = np.mean(np.array(every) >= found - 1e-12)
    assert p_value(first, second, shares) == pytest.approx(expected)


def test_the_difference_is_that_of_the_place_and_not_of_the_points() -> None:
    points = PairedPoints(
        both=np.array([30, 20]), first=np.array([10, 5]), second=np.array([5, 20]),
        neither=np.array([5, 5]), weights=np.array([0.9, 0.1]),
    )  # fmt: skip
    told = paired_difference(points)
    assert told.accuracies == pytest.approx((0.9 * 40 / 50 + 0.1 * 25 / 50,
                                             0.9 * 35 / 50 + 0.1 * 40 / 50))  # fmt: skip
    assert told.difference == pytest.approx(told.accuracies[0] - told.accuracies[1])
    assert told.interval[0] < told.difference < told.interval[1]
    swapped = PairedPoints(points.both, points.second, points.first, points.neither, points.weights)
    again = paired_difference(swapped)
    assert again.p_value == told.p_value
    assert again.interval == pytest.approx((-told.interval[1], -told.interval[0]), abs=0.01)


def test_maps_that_are_right_at_the_same_points_may_differ_elsewhere() -> None:
    points = PairedPoints(*(np.array([n]) for n in (90, 0, 0, 10)), weights=np.ones(1))
    told = paired_difference(points)
    assert (told.difference, told.p_value) == (0, 1)
    # Of 100 points none tells them apart: up to some 3 % may.
    assert told.interval == pytest.approx((-0.03, 0.03), abs=0.006)


ONE_STRATUM = [place for place in PLACES if len(place.strata) == 1]


@pytest.mark.parametrize("place", ONE_STRATUM, ids=lambda place: place.name)
def test_one_map_is_called_better_as_often_as_computed(place: Place) -> None:
    ((_, points, one, other),) = place.strata
    samples, expected = 400, computed(place)
    drawn = np.random.default_rng(7).multinomial(points, [one, other, 1 - one - other], samples)
    chances = [
        exact_p_value(first, second, np.ones(1))
        for first, second in zip(drawn[:, :1], drawn[:, 1:2], strict=True)
    ]
    told = np.mean(np.array(chances) < SIGNIFICANT)
    assert told == pytest.approx(expected, abs=3 * (expected * (1 - expected) / samples) ** 0.5)
    if place.difference == 0:
        assert expected <= SIGNIFICANT


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_errors_come_as_rarely_as_promised(place: Place) -> None:
    samples = 400
    found = measure(place, samples, draws=1000, seed=7)
    # Of so many samples, three standard errors of 5 %.
    chance = 3 * (0.05 * 0.95 / samples) ** 0.5
    assert found.wrong <= 0.05 + chance
    assert found.held >= 0.95 - chance
    if place.difference > 0.01:
        assert found.told > 0.5
