"""Which bands tell anything, and how they are scaled: of one raster and of several."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from crossearth_engine.training.quick.bands_only import OwnBands, describe_bands
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.training.scenes import transform

SIZE = 96
NAMES = ("450 nm", "560 nm", "660 nm")


def write(
    path: Path, *bands: np.ndarray, names: tuple[str, ...] = NAMES, nodata: int | None = None
) -> str:
    """Write bands as a raster in blocks of 64 pixels, and return its name."""
    height, width = bands[0].shape
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=width,
        height=height,
        count=len(bands),
        dtype="int16",
        crs="EPSG:32636",
        transform=transform(),
        nodata=nodata,
        tiled=True,
        blockxsize=64,
        blockysize=64,
        compress="deflate",
    ) as raster:
        raster.write(np.stack(bands).astype(np.int16))
        raster.descriptions = names
    return str(path)


def noise(low: int, high: int, size: int = SIZE) -> np.ndarray:
    return np.random.default_rng(low).integers(low, high, (size, size))


def flat(value: int, size: int = SIZE) -> np.ndarray:
    return np.full((size, size), value)


def described(*rasters: str, bands: list[int] | None = None) -> OwnBands:
    return describe_bands(FinetuneRequest(rasters, "p.gpkg", "class", model="bands", bands=bands))


def test_a_band_that_varies_in_any_raster_is_taken_in_whichever_order(tmp_path: Path) -> None:
    dead = write(tmp_path / "dead.tif", noise(0, 99), flat(-32768), flat(7))
    alive = write(tmp_path / "alive.tif", noise(0, 99), noise(1000, 3000), flat(9))
    for rasters in ((dead, alive), (alive, dead)):
        own = described(*rasters)
        assert own.model.bands == ("450 nm", "560 nm")
        assert [finding.details for finding in own.findings] == [{"bands": "3"}]
        # As it is spread where it varies, and not by one value of the other raster.
        assert own.model.mean[1] == pytest.approx(2000, abs=30)
        assert own.model.std[1] == pytest.approx(480, abs=20)


def test_rasters_whose_bands_stand_in_another_order_are_compared_by_name(tmp_path: Path) -> None:
    dead = write(tmp_path / "a.tif", noise(0, 99), flat(0), flat(7))
    turned = write(tmp_path / "b.tif", flat(7), noise(1000, 3000), noise(0, 99), names=NAMES[::-1])
    for rasters in ((dead, turned), (turned, dead)):
        assert {*described(*rasters).model.bands} == {"450 nm", "560 nm"}


def test_a_band_that_has_no_data_in_the_first_raster_is_taken(tmp_path: Path) -> None:
    dead = write(tmp_path / "a.tif", noise(1, 99), flat(-99), flat(5), nodata=-99)
    alive = write(tmp_path / "b.tif", noise(1, 99), noise(10, 30), flat(5), nodata=-99)
    assert described(dead, alive).model.bands == ("450 nm", "560 nm")
    empty = write(tmp_path / "c.tif", flat(-99), flat(-99), flat(-99), nodata=-99)
    assert described(empty, alive).model.bands == ("450 nm", "560 nm")
    # Nothing tells what to leave out.
    assert described(empty).model.bands == NAMES


def test_what_varies_in_a_few_pixels_only_is_found(tmp_path: Path) -> None:
    """Beside the pixels of a sample; it is scaled by what there is."""
    size = 2400
    rare = flat(0, size)
    rare[1501, 1501:1509] = range(100, 900, 100)
    ramp = np.broadcast_to(np.arange(size), (size, size))
    raster = write(tmp_path / "a.tif", ramp, rare, flat(3, size))
    own = described(raster)
    assert own.model.bands == ("450 nm", "560 nm")
    assert (own.model.mean[1], own.model.std[1]) == (400, 200)


def test_a_band_that_is_asked_for_is_scaled_by_the_raster_in_which_it_varies(
    tmp_path: Path,
) -> None:
    dead = write(tmp_path / "a.tif", noise(0, 99), flat(0), flat(7))
    alive = write(tmp_path / "b.tif", noise(0, 99), noise(1000, 3000), flat(7))
    own = described(dead, alive, bands=[2, 3])
    assert own.model.bands == ("560 nm", "660 nm")
    assert own.model.mean == (pytest.approx(2000, abs=30), 7)
    assert own.model.std[1] == 1
    assert own.findings == ()
