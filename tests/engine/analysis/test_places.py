from __future__ import annotations

import numpy as np
import pytest

from crossearth_engine.analysis.places import BLOCK, PlaceFinder, Places

WHOLE = 40 * BLOCK


def found(
    classes: np.ndarray, scores: list[np.ndarray], count: int, rows: int = WHOLE, **how: object
) -> Places:
    """The places of a map that is read in strips of so many rows."""
    stacked = np.stack(scores).astype(np.uint8)
    height, width = classes.shape
    finder = PlaceFinder(width, height, len(scores), count)
    for top in range(0, height, rows):
        strip = slice(top, top + rows)
        finder.add(top, classes[strip].astype(np.int32), stacked[:, strip])
    return finder.places(**how)


@pytest.fixture
def noise() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 101, (WHOLE, WHOLE))


def one_class(edge: int = WHOLE) -> np.ndarray:
    return np.zeros((edge, edge), int)


def test_the_highest_score_comes_first() -> None:
    score = np.zeros((WHOLE, WHOLE))
    score[3 * BLOCK : 4 * BLOCK, 5 * BLOCK : 6 * BLOCK] = 90
    places = found(one_class(), [score], 5)
    assert (places.columns[0] // BLOCK, places.rows[0] // BLOCK) == (5, 3)
    assert places.scores[0] == 90


def test_one_pixel_alone_is_no_place() -> None:
    score = np.zeros((WHOLE, WHOLE))
    score[50, 50] = 100
    score[8 * BLOCK : 9 * BLOCK, 8 * BLOCK : 9 * BLOCK] = 40
    assert found(one_class(), [score], 1).scores[0] == 40


def test_places_are_spread_over_the_map(noise: np.ndarray) -> None:
    # All that is high lies in one corner; places are elsewhere, too.
    noise[: WHOLE // 4, : WHOLE // 4] = 100
    places = found(one_class(), [noise], 20)
    at = np.stack([places.columns, places.rows])
    apart = np.hypot(*(at[:, :, None] - at[:, None]))[~np.eye(20, dtype=bool)]
    assert apart.min() >= 0.4 * np.sqrt(WHOLE**2 / 20)
    assert len({(c // (WHOLE // 2), r // (WHOLE // 2)) for c, r in at.T}) == 4


def test_a_distance_that_is_asked_for_is_kept(noise: np.ndarray) -> None:
    places = found(one_class(), [noise], 20, pixel=(0.5, 2.0), distance=100.0)
    at = np.stack([0.5 * places.columns, 2.0 * places.rows])
    apart = np.hypot(*(at[:, :, None] - at[:, None]))
    assert apart[~np.eye(len(at.T), dtype=bool)].min() >= 100
    assert 0 < len(at.T) < 20


def test_where_there_is_no_data_there_is_no_place(noise: np.ndarray) -> None:
    classes = one_class()
    classes[:, WHOLE // 2 :] = -1
    noise[: WHOLE // 2] = 255
    places = found(classes, [noise], 20)
    assert (places.columns < WHOLE // 2).all()
    assert (places.rows >= WHOLE // 2).all()
    assert len(places.rows) == 20


def test_strips_make_no_difference(noise: np.ndarray) -> None:
    classes = np.random.default_rng(1).integers(-1, 3, (WHOLE, WHOLE))
    scores = [noise, noise.T.copy()]
    whole, pieces = (found(classes, scores, 20, rows) for rows in (WHOLE, BLOCK))
    for name in ("columns", "rows", "classes", "reasons", "scores"):
        assert (getattr(whole, name) == getattr(pieces, name)).all(), name


def test_what_the_map_has_much_of_is_no_reason() -> None:
    everywhere = np.full((WHOLE, WHOLE), 90)
    somewhere = np.zeros((WHOLE, WHOLE))
    somewhere[: 2 * BLOCK, : 2 * BLOCK] = 30
    places = found(one_class(), [everywhere, somewhere], 1)
    assert (places.reasons[0], places.scores[0]) == (1, 30)


def test_a_small_map_has_as_many_places_as_it_has_blocks() -> None:
    places = found(np.zeros((BLOCK, 2 * BLOCK + 1), int), [np.ones((BLOCK, 2 * BLOCK + 1))], 20)
    assert len(places.rows) == 3
    assert len(set(zip(places.columns, places.rows, strict=True))) == 3
    assert places.columns.max() < 2 * BLOCK + 1


def test_what_is_kept_does_not_grow_with_the_map(noise: np.ndarray) -> None:
    classes = one_class()
    small = PlaceFinder(WHOLE, WHOLE, 1, 2)
    large = PlaceFinder(WHOLE, 8 * WHOLE, 1, 2)
    stacked = noise[None].astype(np.uint8)
    small.add(0, classes, stacked)
    for number in range(8):
        large.add(number * WHOLE, classes, stacked)
    assert large._kept[0][0].shape[1] <= 1.5 * small._kept[0][0].shape[1]
