from __future__ import annotations

import numpy as np
import pytest

from crossearth_engine.accuracy.reliability import reliability_figures, reliability_tally


def figures(confidence: np.ndarray, is_right: np.ndarray) -> dict:
    labels = np.zeros(len(confidence), int)
    found = reliability_figures(reliability_tally(labels, labels + ~is_right, confidence, 2).sum(0))
    assert found is not None
    return found


def test_confidence_that_is_what_it_says_has_no_error() -> None:
    rng = np.random.default_rng(0)
    confidence = rng.uniform(0.3, 1, 200_000)
    found = figures(confidence, rng.random(200_000) < confidence)
    assert found["ece"] < 0.01
    for step in found["curve"]:
        assert step["accuracy"] == pytest.approx(step["confidence"], abs=0.02)
    assert sum(step["share"] for step in found["curve"]) == pytest.approx(1)


def test_too_sure_a_model_is_off_by_as_much() -> None:
    # 0.9 and right by 0.7, 0.55 and right by 0.5: 0.75 * 0.2 + 0.25 * 0.05.
    confidence = np.repeat([0.9, 0.55], [3000, 1000])
    is_right = np.concatenate([np.arange(3000) % 10 < 7, np.arange(1000) % 2 < 1])
    found = figures(confidence, is_right)
    assert found["ece"] == pytest.approx(0.1625)
    assert (found["confidence"], found["accuracy"]) == pytest.approx((0.8125, 0.65))
    assert [step["share"] for step in found["curve"]] == [0.25, 0.75]


def test_certainty_is_in_the_last_step_and_pixels_count_by_their_weights() -> None:
    labels, chosen = np.array([0, 1]), np.array([0, 0])
    tally = reliability_tally(labels, chosen, np.array([1.0, 1.0]), 2, np.array([3.0, 1.0]))
    assert tally[:, :-1].sum() == 0
    assert tally[:, -1].tolist() == [[3, 3, 3], [1, 1, 0]]


def test_nothing_held_out_has_no_reliability() -> None:
    assert reliability_figures(np.zeros((10, 3))) is None
