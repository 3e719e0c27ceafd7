"""Windows of the size that suits the raster, of those that a model states."""

from dataclasses import replace

import numpy as np
import pytest
from affine import Affine

from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.stac_item import write_stac_item
from tests.engine.conftest import read, run


@pytest.fixture
def model(context_model):
    """A network that looks 7 pixels far, in windows of 32 pixels or as well of others."""
    stated = {"window_size": 32, "overlap": 8, "window_sizes": (32, 40, 48)}
    write_stac_item(
        replace(find_model(str(context_model)), **stated), context_model.with_name("model.json")
    )
    return str(context_model.parent)


@pytest.mark.parametrize(
    ("size", "asked", "window", "windows"),
    [
        ((72, 72), {}, 40, 4),
        ((48, 41), {}, 48, 1),
        ((20, 30), {}, 32, 1),
        ((72, 72), {"window": 32}, 32, 9),
        ((72, 72), {"overlap": 24}, 48, 4),
        ((72, 72), {"gsd": 0.5}, 48, 16),
    ],
)
def test_windows_are_those_that_look_at_least_unless_others_are_asked_for(
    tmp_path, raster_factory, model, size, asked, window, windows
):
    raster = raster_factory(size=size, transform=Affine(1, 0, 500_000, 0, -1, 4_000_000))
    result = run(raster, tmp_path / "map.tif", model=model, **asked)
    assert (result["parameters"]["window"], result["windows"]) == (window, windows)
    assert result["parameters"]["overlap"] == asked.get("overlap", 8)


def test_a_part_is_seen_in_the_windows_of_the_whole_raster(tmp_path, raster_factory, model):
    raster = raster_factory(size=(72, 72), transform=Affine(1, 0, 0, 0, -1, 72))
    run(raster, tmp_path / "whole.tif", model=model)
    part = run(raster, tmp_path / "part.tif", model=model, extent=[10, 20, 30, 60])
    assert part["parameters"]["window"] == 40
    whole = read(tmp_path / "whole.tif")
    assert np.array_equal(read(tmp_path / "part.tif"), whole[12:52, 10:30])
