from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossearth_engine.inference.classify import choose_channels, confidence_of, shares_of

LOGITS = SimpleNamespace(threshold=None, scores="logits")
SHARES = SimpleNamespace(threshold=None, scores="probabilities")


@given(st.integers(1, 30), st.integers(0, 2**32 - 1))
def test_the_highest_score_wins_and_the_first_of_equal_ones(classes, seed):
    # Whole numbers: many pixels have equal scores.
    scores = np.random.default_rng(seed).integers(0, 4, (classes, 9, 7)).astype(np.float32)
    assert np.array_equal(choose_channels(scores, LOGITS), scores.argmax(axis=0))


def test_confidence_is_softmax_of_logits_and_share_of_other_scores():
    scores = np.array([2.0, 1.0, 0.5], np.float32)[:, None, None]
    expected = np.exp(2) / np.exp([2, 1, 0.5]).sum()
    assert confidence_of(scores, LOGITS)[0, 0] == pytest.approx(expected)
    assert confidence_of(scores, SHARES)[0, 0] == pytest.approx(2 / 3.5)
    assert confidence_of(scores * 0, SHARES)[0, 0] == 0
    assert confidence_of(scores * 1000, LOGITS)[0, 0] == 1


def test_one_channel_is_sure_in_both_directions():
    model = SimpleNamespace(threshold=0.7, scores="probabilities")
    scores = np.array([[[0.1, 0.6, 0.9]]], np.float32)
    assert choose_channels(scores, model).tolist() == [[0, 0, 1]]
    assert confidence_of(scores, model)[0] == pytest.approx([0.9, 0.4, 0.9])


@given(st.integers(1, 6), st.integers(0, 2**32 - 1))
def test_lead_is_that_of_the_class_over_the_next(classes, seed):
    scores = np.random.default_rng(seed).normal(size=(classes, 5, 4)).astype(np.float32)
    chosen = choose_channels(scores, LOGITS)
    shares = shares_of(["lead", "probabilities"], scores, chosen, LOGITS, range(classes))
    best = np.sort(np.concatenate([shares["probabilities"], np.zeros((1, 5, 4))]), axis=0)[::-1]
    assert shares["lead"] == pytest.approx(best[0] - best[1], abs=1e-6)


def test_lead_is_nothing_where_merged_classes_outweigh_the_chosen_one():
    scores = np.array([0.4, 0.3, 0.3], np.float32)[:, None, None]
    chosen = choose_channels(scores, SHARES)
    assert shares_of(["lead"], scores, chosen, SHARES, [0, 1, 1])["lead"][0, 0] == 0
    assert shares_of(["lead"], scores, chosen, SHARES, [0, 0, 1])["lead"][0, 0] == pytest.approx(
        0.4
    )
