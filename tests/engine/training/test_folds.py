from __future__ import annotations

from pathlib import Path

import numpy as np

from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX, read_polygons
from crossearth_engine.raster.windows import Window
from crossearth_engine.training.classes import class_infos, class_names, small_class_warnings
from crossearth_engine.training.folds import TrainingPolygons
from tests.engine.raster.test_labelled_polygons import GRID, save, square


def divided(path: Path) -> TrainingPolygons:
    table = read_polygons(path, "class")
    return TrainingPolygons(table, class_infos(class_names(table)), [GRID])


def test_every_polygon_is_held_out_once_and_neighbours_together(tmp_path: Path) -> None:
    shapes = [square(x, y, 4) for x in range(2, 92, 9) for y in (5, 9, 60)]
    classes = ["a", "a", "b"] * 10
    polygons = divided(save(tmp_path / "p.gpkg", shapes, classes))
    assert polygons.num_folds == 5
    assert (polygons.folds >= 0).all()
    # Two squares of class a touch each other.
    assert (polygons.folds[0::3] == polygons.folds[1::3]).all()
    # Strips from left to right.
    assert (np.diff(polygons.folds[0::3]) * np.diff(polygons.folds[0::3])[1] >= 0).all()
    for index in (0, 1):
        held_out = np.bincount(polygons.folds[polygons.class_indexes == index])
        assert (held_out > 0).all()
    first = polygons.labels(0, Window(0, 0, 100, 80), polygons.of_folds([0]))
    others = polygons.labels(0, Window(0, 0, 100, 80), polygons.of_folds([1, 2, 3, 4]))
    assert not ((first != IGNORE_INDEX) & (others != IGNORE_INDEX)).any()


def test_class_with_one_polygon_is_never_held_out(tmp_path: Path) -> None:
    shapes = [square(x, 10) for x in (2, 20, 40, 60, 80)]
    polygons = divided(save(tmp_path / "p.gpkg", shapes, ["a", "a", "b", "b", "c"]))
    assert polygons.folds[4] == -1
    assert "for lack of a second polygon: c. What of it" in polygons.split_sentence()
    counts = np.bincount(polygons.class_indexes)
    warnings = small_class_warnings(polygons.classes, np.array([50, 500, 500]), counts)
    assert ["only 50 pixels" in warnings[0], "only one polygon" in warnings[1]] == [True, True]


def test_class_with_a_polygon_elsewhere_too_is_measured(tmp_path: Path) -> None:
    shapes = [square(x, 10) for x in (2, 20, 40, 60, 500)]
    polygons = divided(save(tmp_path / "p.gpkg", shapes, ["a", "a", "b", "b", "b"]))
    assert polygons.folds[4] == -1
    assert "Not measured" not in polygons.split_sentence()
