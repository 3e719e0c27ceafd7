from __future__ import annotations

from types import SimpleNamespace

import pytest
from rasterio.crs import CRS
from rasterio.transform import Affine

from crossearth_engine.inference.view import gsd_findings
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
    model = SimpleNamespace(name="Samples", gsd_range_m=(0.499539, 0.624424), gsd_m=0.55)
    (finding,) = gsd_findings(model, area, grid)
    assert finding.code == "pixels-fine"
    assert finding.details["size"] == size
    assert finding.details["sizes"] == "0.5 to 0.624 m"
