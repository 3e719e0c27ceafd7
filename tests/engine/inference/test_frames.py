import numpy as np
import pytest

from crossearth_engine.inference.frames import PieceFramer
from crossearth_engine.raster.windows import Window, WindowGrid
from crossearth_engine.raster.working_grid import WorkingGrid

SIZE, TIMES = 64, 4
SCORES = np.random.default_rng(0).normal(size=(3, SIZE, SIZE)).astype(np.float32)


class Carried:
    def __init__(self):
        self._kept = {}

    def put(self, row, slot, values):
        self._kept[row, slot] = values.copy()

    def get(self, row, slot):
        return self._kept.get((row, slot))


def interpolated(window_size, is_skipped):
    """Scores on a raster that is finer, by windows that do not overlap, some of them skipped."""
    target = WorkingGrid(TIMES * SIZE, TIMES * SIZE, SIZE, SIZE)
    grid = WindowGrid.over(SIZE, SIZE, window_size, window_size, Window(0, 0, SIZE, SIZE))
    framer = PieceFramer(grid, Carried())
    result = np.full((3, TIMES * SIZE, TIMES * SIZE), np.nan, np.float32)
    for index in range(len(grid)):
        piece = grid.piece(*divmod(index, len(grid.cols)))
        rows, cols = piece.slices(Window(0, 0, SIZE, SIZE))
        frame = framer.add(None if is_skipped(piece) else SCORES[:, rows, cols])
        owned = target.owned_between(*frame.ground)
        if frame.scores is not None:
            rows, cols = owned.slices(Window(0, 0, TIMES * SIZE, TIMES * SIZE))
            result[:, rows, cols] = target.to_raster(frame.scores, frame.window, owned)
    return result


def test_windows_of_any_size_give_the_interpolation_of_the_whole():
    whole = interpolated(SIZE, lambda piece: False)
    for window_size in (8, 16, 32):
        pieces = interpolated(window_size, lambda piece: False)
        assert np.abs(pieces - whole).max() < 1e-6


@pytest.mark.parametrize(
    ("place", "is_skipped"),
    [
        (np.s_[:, 128:], lambda piece: piece.row_off < 32),
        (np.s_[:, :128], lambda piece: piece.row_off >= 32),
        (np.s_[:, :, 128:], lambda piece: piece.col_off < 32),
        (np.s_[:, :, :128], lambda piece: piece.col_off >= 32),
    ],
    ids=["above", "below", "left", "right"],
)
def test_beside_skipped_windows_the_nearest_scores_count(place, is_skipped):
    large, small = (interpolated(size, is_skipped)[place] for size in (32, 8))
    assert np.abs(large - small).max() < 1e-6
    # As at the edge of a raster that ends there.
    half = interpolated(SIZE, lambda piece: False)[place]
    inner = np.abs(half - large).max(axis=0) < 1e-6
    assert inner.mean() > 0.98


def test_beside_a_skipped_corner_the_nearest_scores_count():
    def is_skipped(piece):
        return piece.row_off < 32 or piece.col_off < 32

    result = interpolated(32, is_skipped)[:, 128:, 128:]
    assert np.array_equal(result[:, 0, 0], SCORES[:, 32, 32])
    assert np.isfinite(result).all()
