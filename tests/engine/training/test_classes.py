from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.raster.labelled_polygons import read_polygons
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.training.classes import (
    alike_findings,
    class_infos,
    class_names,
    flood_findings,
)
from tests.engine.raster.test_labelled_polygons import save, square


def test_one_class_is_not_enough(tmp_path: Path) -> None:
    path = save(tmp_path / "p.gpkg", [square(10, 10), square(40, 20)], ["a", "a"])
    with pytest.raises(InvalidRequest, match="something else"):
        class_names(read_polygons(path, "class"))


def test_numbers_stay_the_values_of_their_classes(tmp_path: Path) -> None:
    table = read_polygons(
        save(tmp_path / "p.gpkg", [square(10, 10), square(40, 20)], [20, 3]), "class"
    )
    assert [(c.value, c.name) for c in class_infos(class_names(table))] == [(3, "3"), (20, "20")]


def test_classes_have_the_colours_that_maps_commonly_have():
    names = ["building", "Forest", "water", "wood", "moraine"]
    known = (ClassInfo(1, "building", "#123456"),)
    building, forest, water, wood, moraine = (
        item.color for item in class_infos(names, known, {"water": "#0000ff"})
    )
    assert (building, forest, water) == ("#123456", "#2f7d3b", "#0000ff")
    assert class_infos(["sea", "water"])[0].color == "#3f86c6"
    # Another word for what has its colour already gets one of its own, as does what nobody knows.
    assert len({building, forest, water, wood, moraine}) == 5


def test_numbers_that_are_written_in_two_ways_are_two_classes_with_a_hint() -> None:
    classes = class_infos(["01", "1", "2"])
    assert [item.name for item in classes] == ["01", "1", "2"]
    assert [item.value for item in classes] == [1, 2, 3]
    (finding,) = alike_findings(["01", "1", "2"])
    assert finding.details == {"names": "01, 1"}
    assert len(alike_findings(["Water", "forest", "water", "7", "007"])) == 2
    assert alike_findings(["10", "1", "water", "waters"]) == []


def test_much_of_the_map_by_few_pixels_is_told() -> None:
    classes = tuple(
        ClassInfo(i, name, "#000000") for i, name in enumerate(["water", "urban", "sand"])
    )
    pixels, shares = np.array([16, 65, 4000]), np.array([0.08, 0.01, 0.91])
    (finding,) = flood_findings(classes, pixels, shares)
    assert finding.details == {"name": "water", "count": "16", "share": "8 %"}
    assert "crossearth sample" in finding.sentence
    assert flood_findings(classes, np.array([16, 65, 20]), shares) == []
