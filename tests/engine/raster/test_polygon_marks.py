from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from rasterio.crs import CRS

from crossearth_engine.raster.labelled_polygons import place_in_crs, read_polygons
from crossearth_engine.raster.polygon_marks import MOST_MARKS, are_known, kept_marks, marks_of

UTM, DEGREES, MERCATOR = (CRS.from_epsg(code) for code in (32636, 4326, 3857))


@pytest.fixture
def polygons() -> np.ndarray:
    """Odd shapes of 3 m to 3 km."""
    rng = np.random.default_rng(0)
    shapes = []
    for i in range(60):
        size = 10 ** rng.uniform(0.5, 3.5)
        angles = np.sort(rng.uniform(0, 2 * np.pi, rng.integers(3, 9)))
        circle = np.column_stack((np.cos(angles), np.sin(angles)))
        shapes.append(shapely.Polygon(circle * size + (450_000 + 7_000 * i, 40_000)))
    return np.array(shapes, object)


def known_share(shapes: np.ndarray, crs: CRS | None, marks: set[str]) -> float:
    return float(are_known(shapes, crs, marks).mean())


def test_polygons_are_known_again_in_another_crs(polygons: np.ndarray) -> None:
    marks = marks_of(polygons, UTM)
    assert len(marks) == len(polygons)
    for crs in (DEGREES, MERCATOR):
        assert known_share(place_in_crs(polygons, UTM, crs), crs, marks) == 1


def test_polygons_are_known_again_whichever_corner_comes_first(polygons: np.ndarray) -> None:
    rolled = shapely.reverse(shapely.normalize(polygons))
    assert known_share(rolled[::-1], UTM, marks_of(polygons, UTM)) == 1


def test_parts_of_multipolygons_are_known_alone(polygons: np.ndarray) -> None:
    dissolved = np.array([shapely.MultiPolygon(polygons[:30].tolist())], object)
    assert known_share(polygons, UTM, marks_of(dissolved, UTM)) == 0.5
    assert known_share(dissolved, UTM, marks_of(polygons[29:31], UTM)) == 1


@pytest.mark.parametrize("ending", ["geojson", "shp", "gpkg"])
def test_polygons_are_known_again_in_another_file(
    tmp_path: Path, polygons: np.ndarray, ending: str
) -> None:
    path = tmp_path / f"copy.{ending}"
    crs = DEGREES if ending == "geojson" else UTM
    pyogrio.raw.write(
        path,
        shapely.to_wkb(place_in_crs(polygons, UTM, crs)),
        [np.full(60, "a", object)],
        ["c"],
        crs=str(crs),
        geometry_type="Polygon",
        **({"COORDINATE_PRECISION": "7"} if ending == "geojson" else {}),
    )
    copy = read_polygons(path, "c")
    assert known_share(copy.geometries, copy.crs, marks_of(polygons, UTM)) == 1


def test_others_are_not_known(polygons: np.ndarray) -> None:
    marks = marks_of(polygons, UTM)
    moved = shapely.transform(polygons, lambda at: at + 2)
    assert known_share(moved, UTM, marks) == 0
    assert known_share(shapely.transform(polygons, lambda at: at * 1.01), UTM, marks) == 0


def test_coordinates_without_a_crs_are_compared_as_they_are(polygons: np.ndarray) -> None:
    marks = marks_of(polygons, None)
    assert known_share(polygons, None, marks) == 1
    assert known_share(polygons, UTM, marks) == 0


def test_the_same_marks_are_kept_of_many_polygons() -> None:
    shapes = shapely.box(*np.arange(3 * MOST_MARKS)[None] * np.ones((4, 1)) + [[0], [0], [1], [1]])
    marks = kept_marks(marks_of(shapes, None))
    assert len(marks) == MOST_MARKS
    assert marks == kept_marks(marks_of(shapes[::-1], None))
    assert known_share(shapes, None, set(marks)) == pytest.approx(1 / 3, abs=0.01)


def test_nothing_is_known_of_nothing() -> None:
    nothing = np.empty(0, object)
    assert marks_of(nothing, UTM) == set()
    assert are_known(nothing, UTM, {"a"}).tolist() == []
    assert are_known(np.array([shapely.Polygon()], object), UTM, [""]).tolist() == [False]
