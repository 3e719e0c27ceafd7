from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely

from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX, read_samples
from crossearth_engine.raster.windows import Window
from crossearth_engine.training.classes import class_infos, class_names, small_class_findings
from crossearth_engine.training.folds import TrainingPolygons
from tests.engine.raster.test_labelled_polygons import GRID, save, square


def divided(path: Path) -> TrainingPolygons:
    table = read_samples(path, "class")
    return TrainingPolygons(table, class_infos(class_names(table)), [GRID])


def test_every_polygon_is_held_out_once_in_strips(tmp_path: Path) -> None:
    shapes = [square(x, y, 4) for x in range(2, 92, 9) for y in (5, 9, 60)]
    classes = ["a", "a", "b"] * 10
    polygons = divided(save(tmp_path / "p.gpkg", shapes, classes))
    assert polygons.num_folds == 5
    assert (polygons.folds >= 0).all()
    # Strips from left to right.
    assert (np.diff(polygons.folds[0::3]) * np.diff(polygons.folds[0::3])[1] >= 0).all()
    for index in (0, 1):
        held_out = np.bincount(polygons.folds[polygons.class_indexes == index])
        assert (held_out > 0).all()
    first = polygons.labels(0, Window(0, 0, 100, 80), polygons.of_folds([0]))
    others = polygons.labels(0, Window(0, 0, 100, 80), polygons.of_folds([1, 2, 3, 4]))
    assert not ((first != IGNORE_INDEX) & (others != IGNORE_INDEX)).any()


def test_polygons_that_all_touch_are_divided_evenly(tmp_path: Path) -> None:
    # A town without a gap: every square touches its neighbours.
    shapes = [square(x, y, 8) for x in range(0, 96, 8) for y in range(8, 48, 8)]
    classes = ["roof", "ground"] * (len(shapes) // 2)
    polygons = divided(save(tmp_path / "p.gpkg", shapes, classes))
    assert np.bincount(polygons.folds).tolist() == [12] * 5
    assert "No accuracy" not in polygons.split_sentence()


def test_what_was_held_out_is_called_what_it_is(tmp_path: Path) -> None:
    points = [square(x, y, 4).centroid for x in range(5, 95, 10) for y in (10, 40)]
    classes = ["a", "b"] * 9
    mixed = [square(x, y, 4) for x in range(2, 92, 9) for y in (5, 60)] + points[:2]
    for name, shapes, expected in (
        ("points", points, "Points of one place were held out together. They were divided"),
        ("mixed", mixed, "Whole polygons and points were held out, never single pixels"),
        ("polygons", mixed[:-2], "Whole polygons were held out, never single pixels. They"),
    ):
        path = save(tmp_path / f"{name}.gpkg", shapes, (classes * 2)[: len(shapes)])
        assert divided(path).split_sentence().startswith(expected)


def test_one_polygon_around_all_others_keeps_them_apart(tmp_path: Path) -> None:
    roofs = [square(x, 40, 6) for x in range(4, 94, 9)]
    garden = square(0, 60, 60).union(square(40, 60, 60)).difference(shapely.union_all(roofs))
    shapes = [*roofs, garden, square(2, 75, 8), square(80, 75, 8)]
    polygons = divided(save(tmp_path / "p.gpkg", shapes, ["roof"] * 10 + ["ground"] * 3))
    assert np.bincount(polygons.folds[:10]).tolist() == [2] * 5


def test_what_lies_near_a_part_is_known_by_pixel(tmp_path: Path) -> None:
    shapes = [square(x, 30, 8) for x in (8, 16, 60, 80)]
    polygons = divided(save(tmp_path / "p.gpkg", shapes, ["a", "b", "a", "b"]))
    assert polygons.folds.tolist() == [0, 0, 1, 1] or polygons.folds.tolist() == [1, 1, 0, 0]
    first = int(polygons.folds[0])
    window = Window(20, 10, 60, 40)
    near = polygons.near_folds(0, window, 5)
    cols = window.col_off + np.flatnonzero(near[22] >> first & 1)
    assert (cols.min(), cols.max()) == (20, 28)  # the squares end at column 24
    rows = window.row_off + np.flatnonzero((near >> first & 1).any(axis=1))
    assert (rows.min(), rows.max()) == (25, 42)
    # Never nearer than the margin, whatever window is asked for.
    whole = polygons.near_folds(0, Window(0, 0, 100, 80), 5)
    np.testing.assert_array_equal(whole[window.slices(Window(0, 0, 100, 80))], near)


def test_smallest_part_holds_two_classes(tmp_path: Path) -> None:
    shapes = [square(x, 30, 4) for x in range(2, 92, 6)] + [square(4, 60), square(80, 60)]
    polygons = divided(save(tmp_path / "p.gpkg", shapes, ["a"] * 15 + ["b"] * 2))
    held_out = polygons.of_folds([polygons.smallest_fold()])
    assert len(np.unique(polygons.class_indexes[held_out])) == 2


def test_class_with_one_polygon_is_never_held_out(tmp_path: Path) -> None:
    shapes = [square(x, 10) for x in (2, 20, 40, 60, 80)]
    polygons = divided(save(tmp_path / "p.gpkg", shapes, ["a", "a", "b", "b", "c"]))
    assert polygons.folds[4] == -1
    assert "for lack of a second polygon: c. What of it" in polygons.split_sentence()
    counts = np.bincount(polygons.class_indexes)
    few, one = small_class_findings(polygons.classes, np.array([50, 500, 500]), counts)
    assert (few.code, few.details["count"]) == ("class-of-few-pixels", "50")
    assert (one.code, one.details) == ("class-of-one-polygon", {"name": "c"})


def test_class_with_a_polygon_elsewhere_too_is_measured(tmp_path: Path) -> None:
    shapes = [square(x, 10) for x in (2, 20, 40, 60, 500)]
    polygons = divided(save(tmp_path / "p.gpkg", shapes, ["a", "a", "b", "b", "b"]))
    assert polygons.folds[4] == -1
    assert "Not measured" not in polygons.split_sentence()
