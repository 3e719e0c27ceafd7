from __future__ import annotations

import numpy as np
import pytest

from crossearth_engine.training.groups.centres import find_groups

CENTRES = np.array([[0, 0, 9], [9, 0, 0], [0, 9, 0], [9, 9, 9]], np.float32)
WHOLE = (slice(0, 3),)


def blobs(per_centre: int = 200) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(1)
    truth = np.repeat(np.arange(len(CENTRES)), per_centre)
    return (CENTRES[truth] + rng.normal(0, 0.3, (len(truth), 3))).astype(np.float32), truth


def test_groups_are_those_that_are_there_from_dark_to_bright() -> None:
    features, truth = blobs()
    brightness = np.array([2.0, 0.5, 3.0, 1.0])[truth]
    groups = find_groups(features, WHOLE, brightness, 4, seed=0)
    assert groups is not None
    # The darkest of the blobs is the first group, and so on.
    assert groups.labels.tolist() == np.array([2, 0, 3, 1])[truth].tolist()


def test_highest_score_is_the_nearest_centre() -> None:
    rng = np.random.default_rng(2)
    features = (rng.normal(5, 3, (3000, 6)) @ rng.normal(0, 1, (6, 6))).astype(np.float32)
    groups = find_groups(features, (slice(0, 6),), features[:, 0], 7, seed=3)
    assert groups is not None
    assert groups.head.weights.shape == (6, 7)
    assert (groups.head.scores(features).argmax(axis=1) == groups.labels).mean() > 0.999


def test_seed_alone_decides() -> None:
    features, _ = blobs()
    found = [find_groups(features, WHOLE, features[:, 0], 6, seed) for seed in (5, 5, 6)]
    first, again, other = (item.head.weights.tobytes() for item in found if item)
    assert first == again
    assert first != other


def test_block_of_many_columns_counts_as_one_of_few() -> None:
    rng = np.random.default_rng(4)
    of_one = rng.integers(0, 2, 2000)
    of_many = rng.integers(0, 2, 2000)
    columns = [of_one[:, None]] + [of_many[:, None]] * 50
    features = np.concatenate(columns, axis=1) + rng.normal(0, 0.02, (2000, 51))
    blocks = (slice(0, 1), slice(1, 51))
    groups = find_groups(features.astype(np.float32), blocks, of_one + 2.0 * of_many, 4, seed=0)
    assert groups is not None
    assert groups.labels.tolist() == (of_one + 2 * of_many).tolist()


@pytest.mark.parametrize("different", [1, 3])
def test_fewer_different_pixels_than_groups_are_no_groups(different: int) -> None:
    features = CENTRES[np.arange(100) % different]
    assert find_groups(features, WHOLE, features[:, 0], 4, seed=0) is None
