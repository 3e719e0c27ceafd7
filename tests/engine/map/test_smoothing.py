from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st
from rasterio.features import sieve
from scipy import ndimage

from crossearth_engine.map import smoothing
from crossearth_engine.map.pyramid import Pyramid
from crossearth_engine.shared.options import SEGMENT
from tests.engine.conftest import UTM, read

NODATA = 255


def class_map(seed: int, shape: tuple[int, int], holes: float = 0.1) -> np.ndarray:
    """Patches of five classes, some of one pixel, and pixels without data."""
    rng = np.random.default_rng(seed)
    noise = ndimage.gaussian_filter(rng.normal(size=shape), rng.choice([0, 0.7, 1.5, 3]))
    values = np.clip(noise / (noise.std() + 1e-9) * 1.2 + 2, 0, 4).astype(np.uint8)
    values[rng.random(shape) < holes] = NODATA
    if seed % 2:
        values[:, : shape[1] // 4] = NODATA
    return values


def processed(folder: Path, values: np.ndarray, write) -> np.ndarray:
    height, width = values.shape
    place = {"crs": UTM, "transform": rasterio.Affine(2, 0, 0, 0, -2, 0)}
    source, target = folder / "source.tif", folder / "target.tif"
    profile = {"width": width, "height": height, "count": 1, "dtype": "uint8", "nodata": NODATA}
    with rasterio.open(source, "w", driver="GTiff", **profile, **place) as dataset:
        dataset.write(values, 1)
    result = Pyramid(folder, width, height, *place.values(), {0: (0, 0, 0, 255)})
    with rasterio.open(source) as dataset:
        write(dataset, result)
    result.finish(target, {}, ["class"])
    result.close()
    return read(target)


def never(share: float) -> None:
    """Nobody cancels."""


@pytest.mark.parametrize("seed", range(20))
def test_sieving_strips_is_sieving_the_whole(tmp_path, monkeypatch, seed):
    rng = np.random.default_rng(100 + seed)
    values = class_map(seed, tuple(rng.integers(1, 60, 2)), holes=rng.choice([0, 0.1]))
    monkeypatch.setattr(smoothing, "STRIP_PIXELS", int(rng.integers(1, values.size + 1)))
    min_pixels = min(int(rng.integers(2, 40)), values.size)
    result = processed(
        tmp_path, values, lambda *files: smoothing.write_sieved(*files, min_pixels, never)
    )
    assert np.array_equal(result, sieve(values, min_pixels, mask=values != NODATA))


def test_sieving_stops_when_asked(tmp_path):
    class Stop(Exception):
        pass

    def stop(share):
        raise Stop

    with pytest.raises(Stop):
        processed(
            tmp_path, class_map(0, (9, 9)), lambda *files: smoothing.write_sieved(*files, 3, stop)
        )


@given(st.integers(0, 10_000))
def test_patches_are_those_of_a_labelling_by_edges(seed):
    values = class_map(seed, tuple(np.random.default_rng(seed).integers(1, 40, 2)))
    labels = smoothing.label_patches(values)
    assert set(np.unique(labels)) == set(range(labels.max() + 1))
    count = 0
    for value in np.unique(values):
        expected, number = ndimage.label(values == value)
        count += number
        pairs = {*zip(expected[values == value], labels[values == value], strict=True)}
        assert len(pairs) == number
    assert labels.max() + 1 == count


def majority_by_counting(values: np.ndarray, window_size: int) -> np.ndarray:
    reach = window_size // 2
    result = values.copy()
    for row, col in np.argwhere(values != NODATA):
        rows = slice(max(row - reach, 0), row + reach + 1)
        around = values[rows, max(col - reach, 0) : col + reach + 1]
        counts = np.bincount(around[around != NODATA])
        own = values[row, col]
        result[row, col] = own if counts[own] == counts.max() else counts.argmax()
    return result


@pytest.mark.parametrize(("seed", "window_size"), [(0, 3), (1, 5), (2, 9), (3, 101)])
def test_the_majority_is_that_of_the_window(tmp_path, monkeypatch, seed, window_size):
    values = class_map(seed, (37, 31))
    monkeypatch.setattr(smoothing, "STRIP_PIXELS", 31 * 7)
    result = processed(
        tmp_path, values, lambda *files: smoothing.write_majority(*files, window_size, never)
    )
    assert np.array_equal(result, majority_by_counting(values, window_size))


def test_the_largest_window_counts_right():
    values = np.zeros((300, 300), np.uint8)
    values[100, 100] = 1
    assert not smoothing.majority_of(values, SEGMENT["majority"].maximum).any()
