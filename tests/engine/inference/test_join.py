import tracemalloc
from contextlib import closing

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossearth_engine.inference.join import WindowJoiner, join_weights
from crossearth_engine.map.spill import RowFiles
from crossearth_engine.raster.windows import Window, WindowGrid


class MemoryCarry(dict):
    """Keeps sums in memory, as long as they can be asked for."""

    def reserve(self, row, slot, shape):
        self[row, slot] = np.empty(shape, np.float32)
        return self[row, slot]

    def kept(self, row, slot):
        return self.pop((row, slot), None)


def joined_at_once(grid, weights, scores, shape):
    """The definition: weighted sums over the whole raster, divided at the end."""
    sums = np.zeros(shape)
    total = np.zeros(shape[1:])
    for window, values in zip(grid, scores, strict=True):
        if values is not None:
            place = np.s_[
                window.row_off : window.row_off + window.height,
                window.col_off : window.col_off + window.width,
            ]
            sums[:, place[0], place[1]] += values * weights
            total[place] += weights
    return np.divide(sums, total, out=sums, where=total > 0), total > 0


@given(st.data())
def test_joining_piece_by_piece_equals_joining_at_once(data):
    size = data.draw(st.integers(1, 12))
    stride = data.draw(st.integers(1, size))
    width, height = data.draw(st.integers(size, 50)), data.draw(st.integers(size, 50))
    join = data.draw(st.sampled_from(["average", "taper"]))
    grid = WindowGrid.over(width, height, size, stride, Window(0, 0, width, height))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    scores = [rng.normal(size=(3, size, size)).astype(np.float32) for _ in grid]
    share_skipped = data.draw(st.sampled_from([0, 0.3, 0.9]))
    given_scores = [None if rng.random() < share_skipped else values for values in scores]
    weights = join_weights(size, size - stride, join)

    beside = data.draw(st.sampled_from([None, MemoryCarry()]))
    joiner = WindowJoiner(grid, weights, 3, MemoryCarry(), beside=beside)
    result = np.full((3, height, width), np.nan)
    for window, values in zip(grid, given_scores, strict=True):
        piece, mean = joiner.add(None if values is None else values.copy())
        rows = slice(piece.row_off, piece.row_off + piece.height)
        cols = slice(piece.col_off, piece.col_off + piece.width)
        # Each pixel is released once, inside the window just added.
        assert np.isnan(result[:, rows, cols]).all()
        assert piece.intersection(window) == piece
        result[:, rows, cols] = 0 if mean is None else mean

    expected, covered = joined_at_once(grid, weights, given_scores, (3, height, width))
    assert np.allclose(result[:, covered], expected[:, covered], atol=1e-4)
    assert (result[:, ~covered] == 0).all()


@given(st.integers(1, 300), st.data())
def test_weights_are_positive_symmetric_and_at_most_one(size, data):
    overlap = data.draw(st.integers(0, size - 1))
    for join in ("average", "taper"):
        weights = join_weights(size, overlap, join)
        assert weights.min() > 0
        assert weights.max() <= 1
        assert np.array_equal(weights, weights.T)
        assert np.allclose(weights, weights[::-1, ::-1])


@given(st.integers(2, 200), st.data())
def test_tapers_of_neighbours_sum_to_one(size, data):
    overlap = data.draw(st.integers(1, size // 2))
    axis = np.sqrt(np.diagonal(join_weights(size, overlap, "taper")))
    assert np.allclose(axis[size - overlap :] + axis[:overlap], 1, atol=1e-6)


def test_average_is_the_plain_mean():
    assert (join_weights(16, 5, "average") == 1).all()


def test_unknown_join_is_refused():
    with pytest.raises(ValueError, match="join must be average or taper"):
        join_weights(16, 5, "feather")


def test_joiner_keeps_nothing_of_skipped_windows():
    grid = WindowGrid.over(400, 400, 16, 8, Window(0, 0, 400, 400))
    carry = MemoryCarry()
    joiner = WindowJoiner(grid, join_weights(16, 8, "taper"), 3, carry)
    for index, _ in enumerate(grid):
        joiner.add(np.ones((3, 16, 16), np.float32) if index == 0 else None)
    assert not carry


def blurred(image, reach):
    """What a network that looks ``reach`` pixels far sees, black beyond its window's edge."""
    result = image.astype(float)
    for axis in (0, 1):
        padding = [(reach + 1, reach) if axis == i else (0, 0) for i in (0, 1)]
        total = np.cumsum(np.pad(result, padding), axis=axis)
        length = image.shape[axis]
        later = np.take(total, range(2 * reach + 1, 2 * reach + 1 + length), axis=axis)
        result = later - np.take(total, range(length), axis=axis)
    return result / (2 * reach + 1) ** 2


@pytest.mark.parametrize("reach", [24, 48, 80])
def test_no_seam_shows_where_windows_meet(reach):
    length, size, overlap = 700, 128, 64
    image = blurred(np.random.default_rng(0).normal(size=(length, length)), 3) * 7 + 0.5
    whole = blurred(image, reach)
    grid = WindowGrid.over(length, length, size, size - overlap, Window(0, 0, length, length))
    inner = slice(size, length - size)
    # Between which columns a window begins or ends.
    edges = np.zeros(length, bool)
    edges[[*grid.cols[1:], *(col + size for col in grid.cols[:-1])]] = True
    at_joins, near_joins = edges[inner], np.convolve(edges, np.ones(5), "same")[inner] > 0
    ratios = {}
    for join in ("taper", "average"):
        joiner = WindowJoiner(grid, join_weights(size, overlap, join), 1, MemoryCarry())
        joined = np.zeros_like(whole)
        for window in grid:
            rows = slice(window.row_off, window.row_off + size)
            cols = slice(window.col_off, window.col_off + size)
            scores = blurred(image[rows, cols], reach)[None].astype(np.float32)
            piece, mean = joiner.add(scores)
            rows = slice(piece.row_off, piece.row_off + piece.height)
            joined[rows, piece.col_off : piece.col_off + piece.width] = mean[0]
        error = joined - whole
        steps = np.abs(np.diff(error, axis=1, prepend=0))[inner, inner]
        error = np.abs(error)[inner, inner]
        ratios[join] = (
            error[:, near_joins].mean() / error[:, ~near_joins].mean(),
            steps[:, at_joins].mean() / steps[:, ~at_joins].mean(),
        )
    # As right, and as smooth, as anywhere else; a plain mean is neither.
    assert max(ratios["taper"]) < 1.1, ratios
    assert ratios["average"][1] > 5, ratios


def test_of_many_classes_a_few_planes_are_in_memory_beside_the_scores(tmp_path):
    grid = WindowGrid.over(150, 150, 64, 40, Window(0, 0, 150, 150))
    weights, plane_bytes = join_weights(64, 24, "taper"), 4 * 64 * 64
    rng = np.random.default_rng(0)
    in_memory = WindowJoiner(grid, weights, 100, MemoryCarry())
    with (
        closing(RowFiles(tmp_path, "sums", np.float32)) as carry,
        closing(RowFiles(tmp_path, "beside", np.float32)) as beside,
    ):
        on_disk = WindowJoiner(grid, weights, 100, carry, threads=2, beside=beside)
        for index, _ in enumerate(grid):
            # A window that is skipped takes what its neighbours have left.
            scores = None if index == 4 else rng.normal(size=(100, 64, 64)).astype(np.float32)
            expected_piece, expected = in_memory.add(None if scores is None else scores.copy())
            tracemalloc.start()
            piece, found = on_disk.add(scores)
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            assert piece == expected_piece
            assert np.array_equal(found, expected)
            assert scores is None or most < 20 * plane_bytes
