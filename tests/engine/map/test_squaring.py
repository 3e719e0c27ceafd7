import numpy as np
import pytest
import rasterio
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rasterio.features import rasterize
from shapely import affinity

from crossearth_engine.map import polygons, squaring
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.shared.palette import NODATA
from tests.engine.map.test_smoothing import class_map, never

SEEDS = st.integers(0, 2**32 - 1)
few = settings(max_examples=12, deadline=None)
BUILDING = 1
SHAPES = {
    "rectangle": shapely.box(-10, -6, 10, 6),
    "L": shapely.Polygon([(-12, -10), (12, -10), (12, 0), (0, 0), (0, 10), (-12, 10)]),
    "T": shapely.box(-12, -8, 12, 0) | shapely.box(-4, 0, 4, 10),
    "U": shapely.box(-12, -10, 12, 10) - shapely.box(-5, -3, 5, 10),
    "courtyard": shapely.box(-14, -12, 14, 12) - shapely.box(-6, -5, 6, 5),
}
IDENTITY = np.eye(2)


def squared_of(
    folder,
    values,
    classes=(BUILDING,),
    tolerance=1.5,
    axes=IDENTITY,
    tile_size=512,
    at_once=500_000,
    max_vertices=100_000,
):
    height, width = values.shape
    profile = {"driver": "GTiff", "width": width, "height": height, "count": 1, "dtype": "uint8"}
    place = {"transform": rasterio.Affine(2, 0, 0, 0, -2, 0), "nodata": NODATA}
    with rasterio.open(folder / "classes.tif", "w", **profile, **place) as dataset:
        dataset.write(values, 1)
    tally = squaring.Tally()
    with (
        pytest.MonkeyPatch.context() as patch,
        rasterio.open(folder / "classes.tif") as dataset,
    ):
        patch.setattr(polygons, "TILE_SIZE", tile_size)
        patch.setattr(polygons, "MAX_VERTICES", max_vertices)
        patch.setattr(squaring, "VERTICES_AT_ONCE", at_once)
        sides = polygons.SideLog(classes) if classes else None
        found = polygons.find_patches(
            dataset, None, lambda _: 4.0, tolerance, never, 2, sides=sides
        )
        if classes:
            found = squaring.with_right_angles(
                found, sides, values.shape, lambda *_: axes, tolerance, tally
            )
        some = [*found]
    return polygons.Patches._make(np.concatenate(arrays) for arrays in zip(*some, strict=True)), (
        tally
    )


def buildings(shape, seed=0, count=5, step=50):
    """Return outlines turned by chance, and the class map of them on class 0."""
    rng = np.random.default_rng(seed)
    outlines = [
        affinity.translate(
            affinity.rotate(shape, rng.uniform(0, 360), origin=(0, 0)),
            step / 2 + col * step + rng.uniform(),
            step / 2 + row * step + rng.uniform(),
        )
        for row in range(count)
        for col in range(count)
    ]
    size = (count * step, count * step)
    return outlines, rasterize([(one, BUILDING) for one in outlines], size, dtype="uint8")


def overlap(one, other):
    common = one.intersection(other).area
    return common / (one.area + other.area - common)


def angles(ring):
    """Return the angles at the corners of a ring, degrees from 0 to 90: 90 is a right one."""
    corners = np.array(ring.coords)[:-1]
    before, after = corners - np.roll(corners, 1, axis=0), np.roll(corners, -1, axis=0) - corners
    cosines = (before * after).sum(axis=1)
    cosines /= np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1)
    return np.degrees(np.arccos(np.abs(cosines).clip(0, 1)))


def check(patches, shape, values=None):
    assert shapely.is_valid(patches.outlines).all()
    assert set(shapely.get_type_id(patches.outlines).tolist()) == {3}
    assert shapely.coverage_is_valid(patches.outlines)
    if values is None or (values != NODATA).all():
        whole = shapely.union_all(patches.outlines)
        assert whole.equals(shapely.box(0, 0, shape[1], shape[0]))


@pytest.mark.parametrize("name", SHAPES)
def test_turned_buildings_get_their_walls_back(tmp_path, name):
    truth, values = buildings(SHAPES[name])
    plain, _ = squared_of(tmp_path, values, classes=())
    squared, tally = squared_of(tmp_path, values)
    check(squared, values.shape)
    assert tally.asked == 25
    assert tally.squared >= 20
    scores = {}
    for kind, patches in (("plain", plain), ("squared", squared)):
        own = patches.outlines[patches.values == BUILDING]
        tree = shapely.STRtree(own)
        scores[kind] = np.mean([overlap(own[tree.nearest(one)], one) for one in truth])
    assert scores["squared"] > scores["plain"] + 0.02
    outlines = squared.outlines[squared.values == BUILDING]
    are_right = [
        all(np.allclose(angles(ring), 90) for ring in (one.exterior, *one.interiors))
        for one in outlines
    ]
    assert sum(are_right) == tally.squared
    corners = shapely.get_num_coordinates(outlines[are_right])
    expected = shapely.get_num_coordinates(SHAPES[name])
    assert np.median(corners) == expected
    # Areas stay what they were, but for what a corner has lost.
    sizes = shapely.area(outlines[are_right])
    assert sizes == pytest.approx(squared.pixels[squared.values == BUILDING][are_right], rel=0.05)


@pytest.mark.parametrize("radius", [6, 9, 20])
def test_round_tanks_stay_round(tmp_path, radius):
    _, values = buildings(shapely.Point(0, 0).buffer(radius))
    plain, _ = squared_of(tmp_path, values, classes=())
    squared, tally = squared_of(tmp_path, values)
    assert (tally.asked, tally.squared) == (25, 0)
    assert shapely.equals_exact(plain.outlines, squared.outlines).all()


@few
@given(
    SEEDS,
    st.sampled_from([0, 0.1]),
    st.integers(5, 80),
    st.sampled_from([50, 500_000]),
    st.sampled_from([20, 100_000]),
)
@example(seed=0, holes=0, tile_size=9, at_once=50, max_vertices=20)
@example(seed=1, holes=0.1, tile_size=1000, at_once=500_000, max_vertices=100_000)
def test_neighbours_stay_neighbours(
    tmp_path_factory, seed, holes, tile_size, at_once, max_vertices
):
    folder, values = tmp_path_factory.mktemp("map"), class_map(seed, (60, 70), holes=holes)
    limits = {"tile_size": tile_size, "at_once": at_once, "max_vertices": max_vertices}
    plain, _ = squared_of(folder, values, classes=(), **limits)
    squared, _ = squared_of(folder, values, classes=(1, 3), **limits)
    check(squared, values.shape, values)
    for one, other in zip(plain[1:], squared[1:], strict=True):
        assert sorted(one.tolist()) == sorted(other.tolist())


@pytest.mark.parametrize("seed", range(4))
def test_dense_buildings_of_two_kinds_stay_apart(tmp_path, seed):
    rng = np.random.default_rng(seed)
    values = np.zeros((300, 300), np.uint8)
    for _ in range(250):
        shape = affinity.rotate(shapely.box(0, 0, *rng.uniform(4, 30, 2)), rng.uniform(0, 90))
        shape = affinity.translate(shape, *rng.uniform(-10, 290, 2))
        burnt = rasterize([(shape, 1)], values.shape, dtype="uint8")
        values[burnt > 0] = rng.integers(1, 4)
    patches, tally = squared_of(tmp_path, values, classes=(1, 2), tile_size=64, at_once=500)
    check(patches, values.shape)
    assert tally.asked == np.isin(patches.values, (1, 2)).sum()
    assert tally.squared > 0.2 * tally.asked


def test_tiles_and_batches_change_no_building(tmp_path):
    _, values = buildings(SHAPES["L"], count=8)
    whole, _ = squared_of(tmp_path, values)
    cut, tally = squared_of(tmp_path, values, tile_size=60, at_once=100)
    check(cut, values.shape)
    ours, theirs = (some.outlines[some.values == BUILDING] for some in (whole, cut))
    tree = shapely.STRtree(theirs)
    scores = [overlap(theirs[tree.nearest(one)], one) for one in ours]
    # Of one that a tile cuts other corners are left.
    assert np.mean(scores) > 0.98
    assert tally.squared >= 58


def test_what_the_raster_cuts_off_ends_there(tmp_path):
    shape = affinity.translate(affinity.rotate(shapely.box(-20, -8, 20, 8), 25), 3, 30)
    values = rasterize([(shape, BUILDING)], (60, 60), dtype="uint8")
    patches, tally = squared_of(tmp_path, values)
    check(patches, values.shape)
    assert tally.squared == 1
    (outline,) = patches.outlines[patches.values == BUILDING]
    assert outline.bounds[0] == 0
    assert overlap(outline, shape & shapely.box(0, 0, 60, 60)) > 0.94
    # Two corners lie on the edge, and are as they come; the others are right.
    assert np.isclose(angles(outline.exterior), 90).sum() >= 2


def test_no_building_grows_into_what_has_no_data(tmp_path):
    _, values = buildings(SHAPES["rectangle"])
    values[:, 120:] = NODATA
    patches, _ = squared_of(tmp_path, values)
    check(patches, values.shape, values)
    assert shapely.total_bounds(patches.outlines)[2] == 120


def test_buildings_that_touch_at_a_corner_both_stay_whole(tmp_path):
    values = np.zeros((60, 60), np.uint8)
    values[10:30, 10:30] = values[30:50, 30:55] = BUILDING
    patches, tally = squared_of(tmp_path, values)
    check(patches, values.shape)
    assert tally.squared == 2
    own = patches.outlines[patches.values == BUILDING]
    assert sorted(shapely.area(own)) == pytest.approx([400, 500])


def test_specks_and_dots_keep_their_pixels(tmp_path):
    values = np.zeros((20, 20), np.uint8)
    values[5, 5] = values[9, 9] = values[9, 10] = BUILDING
    patches, tally = squared_of(tmp_path, values)
    assert sorted(shapely.area(patches.outlines[patches.values == BUILDING])) == [1, 2]
    assert (tally.asked, tally.squared) == (2, 0)


def test_angles_are_right_on_the_ground(tmp_path):
    # Pixels in degrees at 60° north: half as wide as high.
    crs = rasterio.CRS.from_epsg(4326)
    transform = rasterio.Affine(1e-5, 0, 10, 0, -1e-5, 60)
    area = PixelArea(crs, transform, 250, 250)
    axes = area.axes(125, 125)
    assert axes[0, 0] / axes[1, 1] == pytest.approx(0.5, rel=0.01)
    truth, _ = buildings(SHAPES["rectangle"])
    drawn = [affinity.scale(one, 2, 1, origin=(0, 0)) for one in truth]
    values = rasterize([(one, BUILDING) for one in drawn], (250, 500), dtype="uint8")
    patches, tally = squared_of(tmp_path, values, axes=axes)
    assert tally.squared >= 20
    own = patches.outlines[patches.values == BUILDING]
    there = shapely.transform(own, lambda xy: xy @ axes.T)
    are_right = [np.allclose(angles(one.exterior), 90) for one in there]
    assert sum(are_right) >= tally.squared


def test_pixels_of_a_plane_are_taken_as_they_are():
    transform = rasterio.Affine(2, 0, 500_000, 0, -3, 10_000)
    axes = PixelArea(rasterio.CRS.from_epsg(32636), transform, 10, 10).axes(5, 5)
    assert np.array_equal(axes, [[2, 0], [0, -3]])
    assert np.linalg.det(PixelArea(None, rasterio.Affine.identity(), 10, 10).axes(5, 5)) == 1
