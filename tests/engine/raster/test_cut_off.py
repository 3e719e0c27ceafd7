"""Files that end before their pixels do: told, in whatever format."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.shutil import copy

from crossearth_engine.errors import UnreadableRaster
from crossearth_engine.raster.opening import open_raster, reading


def _written(raster_factory, folder: Path, driver: str, name: str) -> Path:
    data = np.random.default_rng(0).integers(1, 250, (3, 120, 130)).astype(np.uint8)
    path = folder / name
    copy(raster_factory(data=data), path, driver=driver)
    return path


@pytest.mark.parametrize(
    ("driver", "name"),
    [("ENVI", "a.dat"), ("PCIDSK", "a.pix"), ("PNG", "a.png"), ("GTiff", "a.tif")],
)
def test_a_file_that_is_cut_off_is_told(raster_factory, tmp_path, driver, name) -> None:
    path = _written(raster_factory, tmp_path, driver, name)
    with open_raster(str(path)) as dataset, reading(str(path)):
        whole = dataset.read()
    assert whole.min() > 0
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 6 // 10])
    with (
        pytest.raises(UnreadableRaster, match=rf"{name} cannot be read: the file is incomplete"),
        open_raster(str(path)) as dataset,
        reading(str(path)),
    ):
        dataset.read()


def test_what_lies_behind_the_pixels_cuts_nothing_off(raster_factory, tmp_path) -> None:
    for driver, name in (("ENVI", "a.dat"), ("PNG", "a.png")):
        path = _written(raster_factory, tmp_path, driver, name)
        with path.open("ab") as file:
            file.write(b"more")
        open_raster(str(path)).close()


def test_an_envi_file_begins_where_its_header_says(raster_factory, tmp_path) -> None:
    path = _written(raster_factory, tmp_path, "ENVI", "a.dat")
    header = path.with_suffix(".hdr")
    header.write_text(header.read_text().replace("header offset = 0", "header offset = 8"))
    with pytest.raises(UnreadableRaster, match="it ends too early"):
        open_raster(str(path))
    path.write_bytes(bytes(8) + path.read_bytes())
    with rasterio.open(path) as dataset:
        assert dataset.read().min() > 0
    open_raster(str(path)).close()
