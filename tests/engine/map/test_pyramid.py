import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from rio_cogeo import cog_validate

from crossearth_engine.map import pyramid, tiles
from crossearth_engine.map.pyramid import Pyramid, majority, mean
from crossearth_engine.map.spill import RowFiles
from crossearth_engine.raster.windows import Window

NODATA = 255
TRANSFORM = Affine(0.5, 0.1, 500_000, 0.1, -0.5, 4_000_000)
COLORS = {0: (1, 2, 3, 255), 7: (70, 80, 90, 255)}
TILES = arrays(np.uint8, (1, 4, 6), elements=st.sampled_from([0, 1, 2, 3, NODATA]))


@given(TILES)
def test_overviews_of_classes_show_a_most_frequent_one(tile):
    result = majority(tile)
    for row in range(2):
        for col in range(3):
            pixels = tile[0, 2 * row : 2 * row + 2, 2 * col : 2 * col + 2].ravel()
            votes = np.bincount(pixels[pixels != NODATA], minlength=4)
            chosen = result[0, row, col]
            if not votes.any():
                assert chosen == NODATA
                continue
            assert votes[chosen] == votes.max()
            if votes[pixels[0] % 255] == votes.max() and pixels[0] != NODATA:
                assert chosen == pixels[0]


@given(TILES)
def test_overviews_of_values_show_their_mean(tile):
    result = mean(tile)
    for row in range(2):
        for col in range(3):
            pixels = tile[0, 2 * row : 2 * row + 2, 2 * col : 2 * col + 2]
            valid = pixels[pixels != NODATA].astype(float)
            if valid.size:
                assert abs(result[0, row, col] - valid.mean()) <= 0.5
            else:
                assert result[0, row, col] == NODATA


def written(folder, values, piece, colormap=None):
    """Write values in pieces of some size, row by row, and return the file."""
    folder.mkdir()
    bands, height, width = values.shape
    raster = Pyramid(folder, width, height, "EPSG:32636", TRANSFORM, colormap, bands)
    for top in range(0, height, piece):
        for left in range(0, width, piece):
            part = values[:, top : top + piece, left : left + piece]
            window = Window(left, top, part.shape[2], part.shape[1])
            if (part != NODATA).any():
                raster.write(part, window)
            raster.flush(left + part.shape[2], top + part.shape[1])
    names = [f"band {i}" for i in range(bands)]
    raster.finish(folder / "result.tif", {"CROSSEARTH_MODEL": "näme"}, names)
    raster.close()
    return folder / "result.tif"


@pytest.mark.parametrize("shape", [(1, 1, 1), (1, 512, 513), (1, 1500, 2100), (3, 700, 1100)])
@pytest.mark.parametrize("piece", [100, 384, 1300])
def test_what_was_written_is_read(tmp_path, shape, piece):
    values = np.random.default_rng(0).integers(0, 8, shape).astype(np.uint8)
    path = written(tmp_path / "run", values, piece)
    assert cog_validate(path) == (True, [], [])
    with rasterio.open(path) as dataset:
        assert np.array_equal(dataset.read(), values)
        assert dataset.transform.almost_equals(TRANSFORM)
        assert dataset.crs.to_epsg() == 32636
        assert dataset.nodata == NODATA
        assert dataset.tags()["CROSSEARTH_MODEL"] == "näme"
        assert dataset.descriptions[-1] == f"band {shape[0] - 1}"
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        factors = dataset.overviews(1)
        assert factors == [2**i for i in range(1, len(factors) + 1)]
        assert max(shape[1:]) / 2 ** len(factors) <= 512


def test_overviews_hold_the_majority(tmp_path):
    values = np.random.default_rng(0).integers(0, 3, (1, 1500, 2100)).astype(np.uint8)
    values[:, 300:1100, 600:1700] = NODATA
    path = written(tmp_path / "run", values, 384, COLORS)
    expected = values
    with rasterio.open(path) as dataset:
        assert dataset.colormap(1)[7] == COLORS[7]
        for level in range(len(dataset.overviews(1))):
            _, height, width = expected.shape
            even = ((0, 0), (0, height % 2), (0, width % 2))
            expected = majority(np.pad(expected, even, constant_values=NODATA))
            with rasterio.open(path, overview_level=level) as overview:
                assert np.array_equal(overview.read(), expected)
                assert overview.nodata == NODATA


def test_tiles_without_pixels_take_no_space(tmp_path):
    values = np.full((1, 2048, 2048), NODATA, np.uint8)
    values[0, 1500, 1200] = 3
    path = written(tmp_path / "run", values, 384)
    assert cog_validate(path)[0]
    assert path.stat().st_size < 10_000
    with rasterio.open(path) as dataset:
        assert np.array_equal(dataset.read(), values)
        assert (dataset.read(1, out_shape=(512, 512)) != NODATA).sum() == 1


def test_memory_is_that_of_a_few_tiles(tmp_path, monkeypatch):
    for module in (pyramid, tiles):
        monkeypatch.setattr(module, "TILE_SIZE", 16)
    raster = Pyramid(tmp_path, 1000, 200, None, TRANSFORM, COLORS)
    most = 0
    for top in range(0, 200, 20):
        for left in range(0, 1000, 20):
            raster.write(np.ones((20, 20), np.uint8), Window(left, top, 20, 20))
            raster.flush(left + 20, top + 20)
            most = max(most, sum(len(level._open) for level in raster._levels))
    raster.close()
    assert most < 20


def test_rows_are_kept_until_another_is_saved(tmp_path):
    files = RowFiles(tmp_path, "sums", np.float32)
    for row in range(6):
        files.put(row, 3, np.full((2, row + 1), row, np.float32))
        assert row == 0 or (files.get(row - 1, 3) == row - 1).all()
        if row == 2:
            saved = files.save(2)
    files.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "sums-2.bin", "sums-4.bin", "sums-5.bin",
    ]  # fmt: skip
    again = RowFiles(tmp_path, "sums", np.float32)
    again.resume(2, saved)
    assert np.array_equal(again.get(2, 3), np.full((2, 3), 2, np.float32))
    assert again.get(2, 4) is None
    again.close()
