from __future__ import annotations

import numpy as np
import pytest

from crossearth_engine.accuracy.figures import mean_iou
from crossearth_engine.training.prevalence import weighted_by_map

RATES = np.array([[0.9, 0.1, 0.0], [0.04, 0.95, 0.01], [0.0, 0.2, 0.8]])


@pytest.mark.parametrize("there", [(0.1, 0.85, 0.05), (0.3, 0.3, 0.4), (0.02, 0.97, 0.01)])
def test_figures_of_drawn_pixels_become_those_of_the_map(there: tuple[float, ...]) -> None:
    truth = np.array(there)[:, None] * RATES
    drawn = np.array([400.0, 4000.0, 900.0])[:, None] * RATES
    found = weighted_by_map(drawn, truth.sum(axis=0))
    assert found.sum() == pytest.approx(drawn.sum())
    np.testing.assert_allclose(found / found.sum(), truth, atol=0.01)
    assert mean_iou(found) == pytest.approx(mean_iou(truth), abs=0.02)


def test_class_that_was_not_judged_stays_out() -> None:
    drawn = np.array([[90.0, 10, 0], [20, 80, 0], [0, 0, 0]])
    found = weighted_by_map(drawn, np.array([0.3, 0.3, 0.4]))
    assert (found[2] == 0).all()
    assert found.sum() == pytest.approx(200)


def test_nothing_judged_stays_nothing() -> None:
    nothing = np.zeros((2, 2))
    np.testing.assert_array_equal(weighted_by_map(nothing, np.array([0.5, 0.5])), nothing)
