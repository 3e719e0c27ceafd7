import numpy as np
import pytest
import shapely
from rasterio.features import shapes

from crossearth_engine.map.outlines import trace
from crossearth_engine.map.simplify import simplify
from crossearth_engine.map.smoothing import label_patches


def rings_of(values):
    labels = label_patches(np.array(values, np.uint8))
    height, width = labels.shape
    upper, lower = np.pad(labels, 1, mode="edge")[:-1], np.pad(labels, 1, mode="edge")[1:]
    around = np.sort([upper[:, :-1], upper[:, 1:], lower[:, :-1], lower[:, 1:]], axis=0)
    is_shared = (np.diff(around, axis=0) != 0).sum(axis=0) >= 2
    assert is_shared.shape == (height + 1, width + 1)
    return labels, trace(labels, is_shared), is_shared


def polygons(rings):
    lines = shapely.linearrings(rings.corners.astype(float), indices=rings.ring_of)
    order = np.lexsort((rings.is_hole, rings.patch_of))
    return shapely.polygons(lines[order], indices=rings.patch_of[order])


@pytest.mark.parametrize(("classes", "grain", "seed"), [(2, 1, 0), (4, 1, 1), (3, 3, 2), (2, 7, 3)])
def test_rings_are_those_of_gdal_and_simple_ones_leave_no_gap(classes, grain, seed):
    rng = np.random.default_rng(seed)
    values = rng.integers(0, classes, (70 // grain, 84 // grain)).repeat(grain, 0).repeat(grain, 1)
    is_noise = rng.random(values.shape) < 0.1
    values[is_noise] = rng.integers(0, classes, is_noise.sum())
    labels, rings, is_shared = rings_of(values)
    drawn = polygons(rings)
    assert shapely.is_valid(drawn).all()
    for shape, number in shapes(labels, connectivity=4):
        assert drawn[int(number)].equals(shapely.geometry.shape(shape))
    for tolerance in (0.8, 1.5, 4):
        simple = polygons(simplify(rings, is_shared, tolerance))
        assert shapely.is_valid(simple).all()
        assert shapely.coverage_is_valid(simple)
        assert shapely.area(simple).min() > 0
        assert shapely.area(simple).sum() == values.size
    # As few vertices as GEOS leaves, which has the same rule and takes ties as they come.
    theirs = shapely.coverage_simplify(drawn, 4, simplify_boundary=False)
    own, other = (shapely.get_num_coordinates(some).sum() for some in (simple, theirs))
    assert own == pytest.approx(other, rel=0.03)


def test_stairs_become_a_slope():
    size = 12
    _, rings, is_shared = rings_of(np.tri(size))
    outlines = simplify(rings, is_shared, 1.5)
    # Of eleven steps the first and the last stay: they begin on the edges of the area.
    assert len(outlines.corners) == 12
    areas = shapely.area(polygons(outlines))
    assert areas.sum() == size**2
    assert abs(areas[0] - areas[1]) <= size


def test_what_lies_behind_a_corner_keeps_it():
    values = np.zeros((12, 12))
    values[2:10, 2:10] = 1
    values[2, 2] = 0
    values[3, 3] = 2
    _, rings, is_shared = rings_of(values)
    simple = polygons(simplify(rings, is_shared, 6))
    assert shapely.is_valid(simple).all()
    assert shapely.coverage_is_valid(simple)


def test_corners_that_are_fixed_stay():
    values = np.zeros((9, 9))
    values[4, 4] = 1
    _, rings, is_shared = rings_of(values)
    assert len(simplify(rings, is_shared, 1.5).corners) == 4 + 2 * 3
    is_fixed = is_shared.copy()
    is_fixed[4:6, 4:6] = True
    assert len(simplify(rings, is_fixed, 1.5).corners) == 4 + 2 * 4
