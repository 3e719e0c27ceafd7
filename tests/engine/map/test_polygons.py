import numpy as np
import pytest
import rasterio
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rasterio.features import rasterize

from crossearth_engine.map import polygons
from crossearth_engine.map.smoothing import label_patches
from crossearth_engine.shared.palette import NODATA
from tests.engine.map.test_smoothing import class_map, never

SEEDS = st.integers(0, 2**32 - 1)
# Each example cuts a map or two: a few of them are as quick as a case each of a short list.
few = settings(max_examples=12, deadline=None)


def patches_of(folder, values, tolerance, confidence=None, threads=3, **limits):
    height, width = values.shape
    profile = {"driver": "GTiff", "width": width, "height": height, "count": 1, "dtype": "uint8"}
    place = {"transform": rasterio.Affine(2, 0, 0, 0, -2, 0), "nodata": NODATA}
    for name, pixels in (("classes.tif", values), ("confidence.tif", confidence)):
        if pixels is not None:
            with rasterio.open(folder / name, "w", **profile, **place) as dataset:
                dataset.write(pixels, 1)
    with (
        pytest.MonkeyPatch.context() as patch,
        rasterio.open(folder / "classes.tif") as classes,
        rasterio.open(folder / ("classes.tif" if confidence is None else "confidence.tif")) as more,
    ):
        for name, limit in limits.items():
            patch.setattr(polygons, name.upper(), limit)
        found = [
            *polygons.find_patches(
                classes,
                None if confidence is None else more,
                lambda _: 4.0,
                tolerance,
                never,
                threads,
            )
        ]
    return polygons.Patches._make(np.concatenate(arrays) for arrays in zip(*found, strict=True))


@few
@given(SEEDS, st.integers(1, 50), st.integers(1, 50), st.integers(1, 60))
@example(seed=0, width=1, height=1, tile_size=1)
@example(seed=1, width=40, height=30, tile_size=1)
@example(seed=2, width=48, height=32, tile_size=16)
def test_tiles_leave_no_trace(tmp_path_factory, seed, width, height, tile_size):
    values = class_map(seed, (height, width))
    patches = patches_of(tmp_path_factory.mktemp("map"), values, 0, tile_size=tile_size)
    labels = label_patches(values)
    assert len(patches.values) == len(np.unique(labels[values != NODATA]))
    assert {shapely.get_type_id(outline) for outline in patches.outlines} <= {3}
    assert shapely.is_valid(patches.outlines).all()
    assert shapely.coverage_is_valid(patches.outlines)
    assert np.array_equal(shapely.area(patches.outlines), patches.pixels)
    drawn = np.full(values.shape, NODATA, np.uint8)
    if len(patches.outlines):
        shapes = zip(patches.outlines, patches.values.tolist(), strict=True)
        drawn = rasterize(shapes, values.shape, NODATA)
    assert np.array_equal(drawn, values)


@few
@given(SEEDS, st.integers(5, 80))
@example(seed=0, tile_size=9)
@example(seed=1, tile_size=1000)
def test_simple_polygons_have_no_gaps_and_no_overlaps(tmp_path_factory, seed, tile_size):
    folder, values = tmp_path_factory.mktemp("map"), class_map(seed, (60, 70), holes=0)
    steps = patches_of(folder, values, 0, tile_size=tile_size)
    patches = patches_of(folder, values, 1.5, tile_size=tile_size)
    assert shapely.is_valid(patches.outlines).all()
    assert shapely.coverage_is_valid(patches.outlines)
    assert sum(map(shapely.get_num_coordinates, patches.outlines)) < sum(
        map(shapely.get_num_coordinates, steps.outlines)
    )
    # What is covered, and its outer edge where it is the raster's, is what was.
    if seed % 2 == 0:
        whole = shapely.coverage_union_all(patches.outlines)
        assert whole.equals(shapely.box(0, 0, 70, 60))
    assert shapely.area(patches.outlines).sum() == pytest.approx((values != NODATA).sum(), rel=0.02)


@few
@given(SEEDS, st.sampled_from([0, 1.5]))
@example(seed=0, tolerance=0)
@example(seed=1, tolerance=1.5)
def test_large_polygons_come_in_parts_that_fit(tmp_path_factory, seed, tolerance):
    folder, values = tmp_path_factory.mktemp("map"), class_map(seed, (60, 70), holes=0)
    whole = patches_of(folder, values, tolerance, tile_size=9)
    parts = patches_of(folder, values, tolerance, tile_size=9, max_vertices=20)
    assert len(parts.values) >= len(whole.values) + (seed < 2)  # of noise none is large
    assert {shapely.get_type_id(outline) for outline in parts.outlines} == {3}
    assert shapely.is_valid(parts.outlines).all()
    assert shapely.coverage_is_valid(parts.outlines)
    for value in range(5):
        of_whole, of_parts = whole.values == value, parts.values == value
        together = shapely.coverage_union_all(parts.outlines[of_parts])
        assert together.equals(shapely.coverage_union_all(whole.outlines[of_whole]))
        assert parts.pixels[of_parts].sum() == whole.pixels[of_whole].sum()
    if tolerance == 0:
        assert np.array_equal(shapely.area(parts.outlines), parts.pixels)


def test_threads_make_no_difference(tmp_path):
    values = class_map(0, (60, 70))
    one, three = (patches_of(tmp_path, values, 1.5, tile_size=16, threads=n) for n in (1, 3))
    assert all(map(np.array_equal, one, three))


def test_a_speck_keeps_its_pixels(tmp_path):
    values = np.zeros((20, 20), np.uint8)
    values[5, 5] = values[9, 9] = values[9, 10] = 1
    patches = patches_of(tmp_path, values, 1.5)
    specks = patches.outlines[patches.values == 1]
    assert sorted(shapely.area(specks)) == [1, 2]
    assert shapely.equals(specks, shapely.envelope(specks)).all()


def test_small_polygons_are_never_cut(tmp_path):
    values = class_map(2, (60, 70), holes=0)
    whole = patches_of(tmp_path, values, 1.5, tile_size=9)
    largest = shapely.get_num_coordinates(whole.outlines).max()
    # Pieces have more vertices than what they are joined to.
    parts = patches_of(tmp_path, values, 1.5, tile_size=9, max_vertices=3 * largest)
    assert len(parts.values) == len(whole.values)


def test_a_part_has_the_vertices_of_one_tile_more_than_the_limit_at_most(tmp_path):
    rng = np.random.default_rng(0)
    values = (rng.random((160, 160)) < 0.05).astype(np.uint8)
    background = patches_of(tmp_path, values, 1.5, tile_size=16, max_vertices=500)
    vertices = shapely.get_num_coordinates(background.outlines[background.values == 0])
    # Tiles are of 16 by 16 pixels.
    assert 500 < vertices.max() < 500 + 2 * 16 * 16


def test_figures_are_those_of_the_pixels(tmp_path):
    values = class_map(3, (40, 50))
    confidence = np.random.default_rng(0).integers(0, 101, values.shape).astype(np.uint8)
    patches = patches_of(tmp_path, values, 1.5, confidence, tile_size=11)
    for value in range(5):
        own = patches.values == value
        assert patches.pixels[own].sum() == (values == value).sum()
        assert patches.area_m2[own].sum() == 4 * (values == value).sum()
        assert patches.percent[own].sum() == confidence[values == value].sum()


def test_a_map_without_data_has_no_polygons(tmp_path):
    patches = patches_of(tmp_path, np.full((5, 5), NODATA, np.uint8), 1.5)
    assert len(patches.values) == 0
