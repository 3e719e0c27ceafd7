"""Whether the points of a sample are those that were drawn, and their labels those of a person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from rasterio import CRS

from crossearth_engine.accuracy.class_names import match_classes
from crossearth_engine.raster.labelled_polygons import NOTHING
from crossearth_engine.shared.palette import ClassInfo
from tests.engine.accuracy.test_evaluate import PALETTE, write_map
from tests.engine.accuracy.test_strata import draw, evaluated, fill, truth, with_errors  # noqa: F401 - a fixture
from tests.engine.training.scenes import CLASSES


@pytest.fixture
def drawn_on(tmp_path: Path, truth: np.ndarray) -> Path:  # noqa: F811
    return write_map(tmp_path / "map.tif", with_errors(truth, (0.1, 0.1, 0.1), 1))


@pytest.fixture
def points(tmp_path: Path, drawn_on: Path, truth: np.ndarray) -> Path:  # noqa: F811
    return fill(draw(drawn_on, tmp_path / "points.gpkg", 200), truth)


def changed(points: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """Change geometries and columns of a file of points."""
    meta, _, wkb, columns = pyogrio.raw.read(points)
    table = {"geometry": shapely.from_wkb(wkb), **dict(zip(meta["fields"], columns, strict=True))}
    change(table)
    points.unlink()
    shapes = table.pop("geometry")
    pyogrio.raw.write(
        points,
        shapely.to_wkb(shapes),
        [np.asarray(values) for values in table.values()],
        list(table),
        crs=meta["crs"],
        geometry_type="Point",
    )
    return points


def told(path: Path, points: Path, **arguments: Any) -> dict[str, dict[str, str]]:
    result = evaluated(path, points, **arguments)
    return {item["code"]: item["details"] for item in result["findings"]}


def test_of_points_as_they_were_drawn_nothing_is_told(drawn_on: Path, points: Path) -> None:
    assert told(drawn_on, points) == {}


def test_points_that_were_removed_are_told(drawn_on: Path, points: Path) -> None:
    def remove(table: dict[str, Any]) -> None:
        kept = ~np.isin(table["id"], [3, 17, 18])
        table.update({name: values[kept] for name, values in table.items()})

    assert told(drawn_on, changed(points, remove))["points-removed"] == {"count": "3"}


def test_numbers_of_others_are_no_gaps(drawn_on: Path, points: Path) -> None:
    def number(table: dict[str, Any]) -> None:
        table["id"] = table["id"] + 0.5

    assert told(drawn_on, changed(points, number)) == {}


def test_points_that_were_moved_off_their_stratum_are_told(drawn_on: Path, points: Path) -> None:
    """To a place of another class, and off the map."""

    def move(table: dict[str, Any]) -> None:
        forest, water = (np.flatnonzero(table["stratum"] == name) for name in ("forest", "water"))
        table["geometry"][forest[:4]] = table["geometry"][water[:4]]
        table["geometry"][forest[4]] = shapely.Point(0, 0)
        assert len(forest) > 5

    found = told(drawn_on, changed(points, move))
    assert found["points-moved"] == {"count": "5"}
    assert found["points-twice"] == {"count": "4"}


def test_of_another_map_it_is_not_known_where_points_were(
    tmp_path: Path,
    drawn_on: Path,
    points: Path,
    truth: np.ndarray,  # noqa: F811
) -> None:
    other = write_map(tmp_path / "other.tif", with_errors(truth, (0.3, 0.2, 0.1), 2))
    assert told(other, points) == {}


@pytest.mark.parametrize("is_drawn_on", [True, False])
def test_two_points_on_one_pixel_are_told_where_they_were_drawn(
    tmp_path: Path,
    drawn_on: Path,
    points: Path,
    truth: np.ndarray,  # noqa: F811
    is_drawn_on: bool,
) -> None:
    """On a map of larger pixels than those that they were drawn on, two may lie on one."""

    def add(table: dict[str, Any]) -> None:
        moved = shapely.transform(table["geometry"][:3], lambda xy: xy + 0.1)
        rows = {name: np.append(values, values[:3]) for name, values in table.items()}
        table.update({**rows, "geometry": np.append(table["geometry"], moved)})

    path = drawn_on if is_drawn_on else write_map(tmp_path / "other.tif", truth + 1)
    found = told(path, changed(points, add)).get("points-twice")
    assert found == ({"count": "3"} if is_drawn_on else None)


@pytest.mark.parametrize("text", sorted(NOTHING))
def test_what_programs_write_for_nothing_is_no_class(
    drawn_on: Path, points: Path, text: str
) -> None:
    def write(table: dict[str, Any]) -> None:
        table["reference"][:6] = [text] * 3 + ["", "  ", None]

    result = evaluated(drawn_on, changed(points, write))
    found = {item["code"]: item["details"] for item in result["findings"]}
    assert result["count"] == 194
    assert found["points-unlabelled"] == {"count": "6"}
    assert found["class-written-as-none"] == {"texts": text, "count": "3", "field": "reference"}


def test_a_class_of_the_map_is_one_whatever_it_is_called(
    tmp_path: Path,
    drawn_on: Path,
    points: Path,
    truth: np.ndarray,  # noqa: F811
) -> None:
    palette = [ClassInfo(1, "none", "#000000"), *PALETTE[1:]]
    path = write_map(tmp_path / "none.tif", truth + 1, palette)

    def write(table: dict[str, Any]) -> None:
        labels = table["reference"]
        labels[labels == CLASSES[0]] = "None"

    result = evaluated(path, changed(points, write))
    assert result["count"] == 200
    assert result["overall_accuracy"] == 1


def test_changes_are_one_class_however_their_arrow_is_typed() -> None:
    names = ("no change", "land → road", "road → land")
    classes = tuple(ClassInfo(i, name, "#000000") for i, name in enumerate(names))
    given = [
        "Land -> Road",
        "land→road",
        "LAND  =>  road",
        "land --> road",
        "land → land",
        "Road->road",
    ]
    matched = match_classes([*given, "road ⇒ land"], classes)
    assert [matched.of_reference[name] for name in given] == [1, 1, 1, 1, 0, 0]
    assert matched.of_reference["road ⇒ land"] == 2
    assert len(matched.classes) == 3


def test_points_of_the_second_layer_are_points(
    tmp_path: Path,
    drawn_on: Path,
    points: Path,
) -> None:
    """A layer of polygons before them in the file is not what was asked for."""
    both = tmp_path / "both.gpkg"
    square = shapely.to_wkb([shapely.box(450_000, 39_990, 450_010, 40_000)])
    crs = CRS.from_epsg(32636).to_wkt()
    pyogrio.raw.write(
        both, square, [np.array(["water"], object)], ["reference"], layer="areas", crs=crs,
        geometry_type="Polygon",
    )  # fmt: skip
    meta, _, wkb, columns = pyogrio.raw.read(points)
    pyogrio.raw.write(
        both, wkb, columns, meta["fields"], layer="points", crs=crs, geometry_type="Point",
        append=True,
    )  # fmt: skip
    result = evaluated(drawn_on, both, layer="points")
    assert (result["unit"], result["count"]) == ("points", 200)
    assert evaluated(drawn_on, both)["unit"] == "pixels"


@pytest.mark.parametrize(
    ("typed", "name"), [("Fore\u0302t", "for\u00eat"), ("\uff11", "1"), ("ВОДА", "вода")]
)
def test_letters_of_one_look_are_one_name(typed: str, name: str) -> None:
    """As file systems and keyboards write them, in one sign or two, wide or narrow."""
    classes = (ClassInfo(7, name, "#000000"), ClassInfo(8, "other", "#000000"))
    assert match_classes([typed], classes).of_reference == {typed: 0}


def test_points_have_no_outside_that_could_be_the_background(drawn_on: Path, points: Path) -> None:
    def forget(table: dict[str, Any]) -> None:
        kept = table["reference"] == CLASSES[0]
        table.update({name: values[kept] for name, values in table.items()})
        for name in ("stratum", "stratum_px", "stratum_m2", "total_px", "total_m2"):
            del table[name]

    result = evaluated(drawn_on, changed(points, forget))
    assert "points-of-one-class" in [item["code"] for item in result["findings"]]
    assert not any("background" in text for text in result["warnings"])
