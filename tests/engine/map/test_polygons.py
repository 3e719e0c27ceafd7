import numpy as np
import pytest
import rasterio
import shapely
from rasterio.features import rasterize

from crossearth_engine.map import polygons
from crossearth_engine.map.smoothing import label_patches
from crossearth_engine.shared.palette import NODATA
from tests.engine.map.test_smoothing import class_map, never


def patches_of(folder, values, tolerance, confidence=None):
    height, width = values.shape
    profile = {"driver": "GTiff", "width": width, "height": height, "count": 1, "dtype": "uint8"}
    place = {"transform": rasterio.Affine(2, 0, 0, 0, -2, 0), "nodata": NODATA}
    for name, pixels in (("classes.tif", values), ("confidence.tif", confidence)):
        if pixels is not None:
            with rasterio.open(folder / name, "w", **profile, **place) as dataset:
                dataset.write(pixels, 1)
    with (
        rasterio.open(folder / "classes.tif") as classes,
        rasterio.open(folder / ("classes.tif" if confidence is None else "confidence.tif")) as more,
    ):
        found = [
            *polygons.find_patches(
                classes, None if confidence is None else more, lambda _: 4.0, tolerance, never
            )
        ]
    return polygons.Patches._make(np.concatenate(arrays) for arrays in zip(*found, strict=True))


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("tile_size", [1, 7, 16, 1000])
def test_tiles_leave_no_trace(tmp_path, monkeypatch, seed, tile_size):
    values = class_map(seed, tuple(np.random.default_rng(seed).integers(1, 50, 2)))
    monkeypatch.setattr(polygons, "TILE_SIZE", tile_size)
    patches = patches_of(tmp_path, values, tolerance=0)
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


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("tile_size", [9, 16, 1000])
def test_simple_polygons_have_no_gaps_and_no_overlaps(tmp_path, monkeypatch, seed, tile_size):
    values = class_map(seed, (60, 70), holes=0)
    monkeypatch.setattr(polygons, "TILE_SIZE", tile_size)
    steps = patches_of(tmp_path, values, tolerance=0)
    patches = patches_of(tmp_path, values, tolerance=1.5)
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


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("tolerance", [0, 1.5])
def test_large_polygons_come_in_parts_that_fit(tmp_path, monkeypatch, seed, tolerance):
    values = class_map(seed, (60, 70), holes=0)
    monkeypatch.setattr(polygons, "TILE_SIZE", 9)
    whole = patches_of(tmp_path, values, tolerance)
    monkeypatch.setattr(polygons, "MAX_VERTICES", 20)
    parts = patches_of(tmp_path, values, tolerance)
    assert len(parts.values) > len(whole.values)
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


def test_small_polygons_are_never_cut(tmp_path, monkeypatch):
    values = class_map(2, (60, 70), holes=0)
    monkeypatch.setattr(polygons, "TILE_SIZE", 9)
    whole = patches_of(tmp_path, values, 1.5)
    largest = shapely.get_num_coordinates(whole.outlines).max()
    # Pieces have more vertices than what they are joined to.
    monkeypatch.setattr(polygons, "MAX_VERTICES", 3 * largest)
    assert len(patches_of(tmp_path, values, 1.5).values) == len(whole.values)


def test_a_part_has_the_vertices_of_one_tile_more_than_the_limit_at_most(tmp_path, monkeypatch):
    monkeypatch.setattr(polygons, "TILE_SIZE", 16)
    monkeypatch.setattr(polygons, "MAX_VERTICES", 500)
    rng = np.random.default_rng(0)
    values = (rng.random((160, 160)) < 0.05).astype(np.uint8)
    background = patches_of(tmp_path, values, 1.5)
    vertices = shapely.get_num_coordinates(background.outlines[background.values == 0])
    # Tiles are of 16 by 16 pixels.
    assert 500 < vertices.max() < 500 + 2 * 16 * 16


def test_figures_are_those_of_the_pixels(tmp_path, monkeypatch):
    values = class_map(3, (40, 50))
    confidence = np.random.default_rng(0).integers(0, 101, values.shape).astype(np.uint8)
    monkeypatch.setattr(polygons, "TILE_SIZE", 11)
    patches = patches_of(tmp_path, values, 1.5, confidence)
    for value in range(5):
        own = patches.values == value
        assert patches.pixels[own].sum() == (values == value).sum()
        assert patches.area_m2[own].sum() == 4 * (values == value).sum()
        assert patches.percent[own].sum() == confidence[values == value].sum()


def test_a_map_without_data_has_no_polygons(tmp_path):
    patches = patches_of(tmp_path, np.full((5, 5), NODATA, np.uint8), 1.5)
    assert len(patches.values) == 0
