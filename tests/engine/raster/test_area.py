"""Areas of pixels against those of zones of the ellipsoid, by the closed formula (Snyder 1987)."""

import math

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS
from rasterio.warp import transform

from crossearth_engine.raster.area import PixelArea, sum_areas
from crossearth_engine.raster.windows import Window

SEMI_MAJOR_M, FLATTENING = 6_378_137.0, 1 / 298.257223563
WORLD_M = 20_037_508.342789


def zone_m2(south, north, degrees=360.0):
    """Area between two parallels (degrees), of so many degrees of longitude."""
    e = math.sqrt(FLATTENING * (2 - FLATTENING))

    def up_to(latitude):
        s = math.sin(math.radians(latitude))
        return s / (2 * (1 - e**2 * s**2)) + math.atanh(e * s) / (2 * e)

    semi_minor = SEMI_MAJOR_M * (1 - FLATTENING)
    return math.radians(degrees) * semi_minor**2 * (up_to(north) - up_to(south))


def latitudes(crs, at, width, height):
    """Latitude of the middle of each pixel, (H, W); infinite off the earth."""
    rows, cols = np.mgrid[:height, :width] + 0.5
    xs, ys = at @ (cols.ravel(), rows.ravel())
    return np.array(transform(crs, "OGC:CRS84", xs, ys)[1]).reshape(height, width)


def measured(crs, at, width, height):
    area = PixelArea(CRS.from_user_input(crs), at, width, height)
    sizes = area.sizes(Window(0, 0, width, height))
    assert isinstance(sizes, float) or sizes.shape == (height, width)
    return area, sizes


@pytest.mark.parametrize(("crs", "sign"), [("EPSG:3031", -1), ("EPSG:3995", 1), ("EPSG:3413", 1)])
@pytest.mark.parametrize("width", [800, 801])
def test_pixels_around_a_pole_have_their_area(crs, sign, width):
    half = 500_000 / 800 * width
    at = Affine(1250, 0, -half, 0, -1250, half)
    area, sizes = measured(crs, at, width, width)
    assert area.method == "ellipsoidal"
    assert area.gsd_xy_m == pytest.approx((1250, 1250), rel=0.05)
    is_inner = sign * latitudes(crs, at, width, width) > 86
    assert sizes[is_inner].sum() == pytest.approx(zone_m2(86, 90), rel=5e-4)
    middle = width // 2
    assert area.middle_m2(Window(0, 0, width, width)) == pytest.approx(
        sizes[middle, middle], rel=1e-3
    )


@pytest.mark.parametrize(("size", "left"), [(1, -180), (2.5, -1.25), (0.25, 0)])
def test_pixels_in_degrees_have_their_area_up_to_the_poles(size, left):
    """Those whose middle is a pole reach beyond it, where there is nothing."""
    beyond = 1.25 if left == -1.25 else 0
    width, height = round(360 / size), round((180 + 2 * beyond) / size)
    _, sizes = measured("EPSG:4326", Affine(size, 0, left, 0, -size, 90 + beyond), width, height)
    edges = np.clip(90 + beyond - size * np.arange(height + 1), -90, 90)
    expected = [zone_m2(*pair) for pair in zip(edges[1:], edges[:-1], strict=True)]
    assert sizes.sum(axis=1) == pytest.approx(expected, rel=2e-3)
    assert sizes.sum() == pytest.approx(zone_m2(-90, 90), rel=1e-4)


def test_pixels_across_the_antimeridian_have_their_area():
    _, sizes = measured("EPSG:4326", Affine(1e-3, 0, 179.5, 0, -1e-3, 65), 1000, 500)
    edges = 65 - 1e-3 * np.arange(501)
    expected = [zone_m2(*pair, 1) for pair in zip(edges[1:], edges[:-1], strict=True)]
    assert sizes.sum(axis=1) == pytest.approx(expected, rel=1e-5)


def test_a_map_of_the_world_in_web_mercator_is_not_measured_by_its_middle():
    at = Affine(WORLD_M / 1000, 0, -WORLD_M, 0, -WORLD_M / 1000, WORLD_M)
    area, sizes = measured("EPSG:3857", at, 2000, 2000)
    assert area.method == "ellipsoidal"
    ys = WORLD_M - WORLD_M / 1000 * np.arange(2001)
    edges = transform("EPSG:3857", "OGC:CRS84", np.zeros(2001), ys)[1]
    expected = [zone_m2(*pair) for pair in zip(edges[1:], edges[:-1], strict=True)]
    assert sizes.sum(axis=1) == pytest.approx(expected, rel=3e-3)


def test_what_a_geostationary_picture_shows_of_space_has_no_area():
    crs = "+proj=geos +h=35785831 +lon_0=0 +sweep=y"
    at = Affine(30_000, 0, -5_580_000, 0, -30_000, 5_580_000)
    area, sizes = measured(crs, at, 372, 372)
    assert area.method == "ellipsoidal"
    assert sizes[0, 0] == sizes[-1, -1] == 0.0
    assert sizes[186, 186] == pytest.approx(30_000**2, rel=0.01)
    # What a satellite at 6.6 radii sees is 42 % of the earth.
    assert 0.3 < sizes.sum() / zone_m2(-90, 90) < 0.45


@pytest.mark.parametrize("crs", ["ESRI:54009", "EPSG:6933", "EPSG:32633", "EPSG:3035"])
def test_projections_that_keep_areas_are_taken_at_their_word(crs):
    at = {
        "ESRI:54009": (Affine(2e4, 0, -18_040_096, 0, -2e4, 9_020_048), 1804, 902),
        "EPSG:6933": (Affine(1e4, 0, -17_367_530, 0, -1e4, 7_314_540), 3473, 1462),
        "EPSG:32633": (Affine(8, 6, 500_000, 6, -8, 5_000_000), 1000, 1000),
        "EPSG:3035": (Affine(1e3, 0, 2_500_000, 0, -1e3, 5_500_000), 5000, 4000),
    }[crs]
    area, sizes = measured(crs, *at)
    assert area.method == "planar"
    assert sizes == pytest.approx(abs(at[0].determinant))


@pytest.mark.parametrize("sizes", [2.0, np.arange(12.0).reshape(3, 4)])
def test_areas_are_summed_by_label(sizes):
    labels = np.array([[0, 2, 2, 0], [1, 1, 1, 1], [2, 0, 0, 0]])
    summed = sum_areas(labels, np.bincount(labels.ravel()), sizes)
    each = np.broadcast_to(sizes, labels.shape)
    assert summed.tolist() == [each[labels == label].sum() for label in range(3)]
