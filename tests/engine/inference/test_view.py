from __future__ import annotations

from types import SimpleNamespace

import pytest
from rasterio.crs import CRS
from rasterio.transform import Affine

from crossearth_engine.inference.view import choose_grid, gsd_findings
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.working_grid import WorkingGrid


@pytest.mark.parametrize(
    ("northing", "pixel", "size"),
    [
        # Web Mercator at Kampala, where a pixel is longer from west to east; and at 60° north.
        (35_000, 0.0746455, "0.0744"),
        (8_399_738, 0.2, "0.1"),
    ],
)
def test_a_pixel_that_is_not_square_measures_what_its_area_says(northing, pixel, size) -> None:
    transform = Affine(pixel, 0, 3_630_000, 0, -pixel, northing)
    area = PixelArea(CRS.from_epsg(3857), transform, 512, 512)
    grid = WorkingGrid.of_gsd(512, 512, area.gsd_xy_m, 0.5)
    sizes = {"gsd_range_m": (0.499539, 0.624424), "gsd_m": 0.55, "raster_gsd_m": None}
    model = SimpleNamespace(name="Samples", **sizes)
    (finding,) = gsd_findings(model, area, grid)
    assert finding.code == "pixels-fine"
    assert finding.details["size"] == size
    assert finding.details["sizes"] == "0.5 to 0.624 m"


@pytest.mark.parametrize(
    ("crs", "left_top", "pixel"),
    [
        # Degrees that are taken for metres, of pixels of half a metre and of thirty.
        ("EPSG:32636", (33, 25), 5e-6),
        ("EPSG:3857", (33, 25), 2.7e-4),
        # Metres of a local grid that are taken for degrees: they leave the earth in the raster.
        ("EPSG:4326", (0, 150), 0.5),
        ("EPSG:4269", (-90, 89), 1),
        ("EPSG:4978", (500_000, 3_000_000), 0.5),  # of the earth's middle
    ],
)
def test_coordinates_that_are_none_of_the_crs_measure_nothing(crs, left_top, pixel) -> None:
    left, top = left_top
    transform = Affine(pixel, 0, left, 0, -pixel, top)
    area = PixelArea(CRS.from_user_input(crs), transform, 640, 600)
    assert (area.gsd_xy_m, area.method) == (None, None)
    assert area.on((8, 8), 80, 75).gsd_xy_m is None  # larger ones are no more credible
    model = SimpleNamespace(name="Samples", gsd_range_m=(0.5, 2.5), gsd_m=0.5, raster_gsd_m=None)
    grid = WorkingGrid.own(640, 600)
    assert [item.code for item in gsd_findings(model, area, grid)] == ["pixels-unmeasured"]


@pytest.mark.parametrize("left", [-180, 0, -180.25])
def test_a_raster_of_the_whole_earth_is_measured(left) -> None:
    transform = Affine(0.5, 0, left, 0, -0.5, 90.25)
    area = PixelArea(CRS.from_epsg(4326), transform, 721, 361)
    assert area.gsd_xy_m is not None
    assert area.method == "ellipsoidal"


@pytest.mark.parametrize(
    ("gsd_range", "own", "seen"),
    [
        # Fitted at one size, and lenient: what is resampled comes to that size.
        ((0.5, 0.625), 2.0, 0.5),
        ((0.5, 0.625), 0.1, 0.5),
        ((0.5, 0.625), 0.6, 0.6),
        # Trained with many sizes: the nearest is taken.
        ((0.5, 2.5), 5.0, 2.5),
        ((0.5, 2.5), 0.1, 0.5),
    ],
)
def test_a_raster_comes_to_the_size_that_a_model_was_fitted_at(gsd_range, own, seen) -> None:
    transform = Affine(own, 0, 450_000, 0, -own, 40_000)
    area = PixelArea(CRS.from_epsg(32636), transform, 600, 600)
    source = SimpleNamespace(width=600, height=600, grid=WorkingGrid.own(600, 600))
    model = SimpleNamespace(gsd_range_m=gsd_range, gsd_m=0.5)
    grid = choose_grid(source, area, model, None)
    assert grid.scale_xy[0] * own == pytest.approx(seen, rel=0.01)


def test_pixels_as_coarse_as_those_adapted_to_are_no_news() -> None:
    transform = Affine(2, 0, 450_000, 0, -2, 40_000)
    area = PixelArea(CRS.from_epsg(32636), transform, 600, 600)
    grid = WorkingGrid.of_gsd(600, 600, area.gsd_xy_m, 0.5)
    model = SimpleNamespace(name="Samples", gsd_range_m=(0.5, 0.625), gsd_m=0.5, raster_gsd_m=None)
    assert [item.code for item in gsd_findings(model, area, grid)] == ["pixels-coarse"]
    model.raster_gsd_m = 2.0
    assert gsd_findings(model, area, grid) == []
