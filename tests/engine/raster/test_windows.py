import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crossearth_engine.raster.windows import Window, WindowGrid, axis_offsets, cheapest_window

LENGTHS = st.integers(1, 2000)
SIZES = st.integers(1, 600)


@given(LENGTHS, SIZES, st.data())
def test_windows_cover_an_axis_without_overrun(length, size, data):
    stride = data.draw(st.integers(1, size))
    offsets = axis_offsets(length, size, stride)
    covered = np.zeros(max(length, size), bool)
    for offset in offsets:
        assert offset == 0 or offset + size <= length
        covered[offset : offset + size] = True
    assert covered[:length].all()
    assert offsets == sorted(set(offsets))


@given(LENGTHS, SIZES, st.data())
def test_windows_with_an_overhang_reach_as_far_beyond_both_ends(length, size, data):
    stride, overhang = data.draw(st.integers(1, size)), data.draw(st.integers(1, size))
    offsets = axis_offsets(length, size, stride, overhang)
    assert offsets[0] == -overhang
    assert set(np.diff(offsets)) <= {stride}
    assert offsets[-1] + size >= length + overhang
    # The last one is needed.
    assert offsets[-2:-1] == [] or offsets[-2] + size < length + overhang


def test_offsets_are_those_of_the_published_sliding_window():
    # Examples of the official configuration: crop 512, stride 341; crop 1024, stride 683.
    assert axis_offsets(1024, 512, 341) == [0, 341, 512]
    assert axis_offsets(1500, 1024, 683) == [0, 476]


@given(LENGTHS, SIZES, st.data())
def test_count_is_that_of_the_published_formula(length, size, data):
    assume(length >= size)
    stride = data.draw(st.integers(1, size))
    assert (
        len(axis_offsets(length, size, stride)) == max(length - size + stride - 1, 0) // stride + 1
    )


@pytest.mark.parametrize("stride", [0, 9, -1])
def test_stride_that_leaves_gaps_or_stands_still_is_refused(stride):
    with pytest.raises(ValueError, match="stride must be in"):
        axis_offsets(100, 8, stride)


@pytest.mark.parametrize(
    ("size", "expected"), [((1000, 1000), 576), ((400, 300), 448), ((20_000, 9_000), 640)]
)
def test_windows_are_those_with_which_least_is_looked_at(size, expected):
    sizes = (448, 512, 576, 640)
    looked_at = {
        edge: len(WindowGrid.over(*size, edge, edge - 128, Window(0, 0, *size))) * edge**2
        for edge in sizes
    }
    assert cheapest_window(*size, sizes, 128) == min(sizes, key=looked_at.get) == expected
    # Three windows along each side of 512 pixels would look at 2.36 times its pixels.
    assert size != (1000, 1000) or looked_at[expected] < 1.4 * 1000**2 < looked_at[512] / 1.6


def test_of_windows_that_look_at_as_much_the_largest_is_taken():
    assert cheapest_window(512, 512, (128, 256, 512), 0) == 512


@given(st.integers(1, 120), st.integers(1, 120), st.integers(1, 40), st.data())
def test_grid_of_a_region_is_a_part_of_the_grid_of_the_raster(width, height, size, data):
    stride = data.draw(st.integers(max(1, size // 4), size))
    left, top = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    region = Window(
        left, top, data.draw(st.integers(1, width - left)), data.draw(st.integers(1, height - top))
    )
    overhang = data.draw(st.integers(0, size - 1))
    raster = Window(0, 0, width, height)
    whole = WindowGrid.over(width, height, size, stride, raster, overhang)
    part = WindowGrid.over(width, height, size, stride, region, overhang)
    assert list(part) == [window for window in whole if window.intersection(region)]
    covered = np.zeros((height, width), int)
    pieces_of_whole = set(pieces(whole))
    for piece in pieces(part):
        assert piece in pieces_of_whole
        inside = piece.intersection(raster)
        if inside is not None:
            covered[inside.slices(raster)] += 1
    # Each pixel of the region is in one piece.
    assert (covered[top : top + region.height, left : left + region.width] == 1).all()


def pieces(grid):
    return [grid.piece(i, j) for i in range(len(grid.rows)) for j in range(len(grid.cols))]


@given(LENGTHS, SIZES, st.data())
def test_rows_from_the_first_that_reaches_one_are_all_that_it_needs(length, size, data):
    stride = data.draw(st.integers(1, size))
    overhang = data.draw(st.integers(0, size))
    grid = WindowGrid.over(1, length, size, stride, Window(0, 0, 1, length), overhang)
    row = data.draw(st.integers(0, len(grid.rows) - 1))
    above = data.draw(st.integers(0, min(row, 1)))
    first = grid.first_reaching(row, above)
    reaching = [i for i, top in enumerate(grid.rows) if top + size > grid.rows[row] - above]
    assert first <= row - above
    assert reaching == list(range(first, len(grid.rows)))
