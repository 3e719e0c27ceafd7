from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from affine import Affine
from rasterio.crs import CRS
from rasterio.warp import transform as transform_coordinates

from crossearth_engine.errors import NoIntersection, UnreadablePolygons
from crossearth_engine.raster.labelled_polygons import (
    IGNORE_INDEX,
    Grid,
    LabelledPolygons,
    read_classes,
    read_numbers,
    read_polygons,
    read_samples,
)
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.palette import ClassInfo

UTM = CRS.from_epsg(32636)
GRID = Grid("scene.tif", UTM, Affine(1, 0, 500_000, 0, -1, 100_000), 100, 80)


def square(col: float, row: float, size: float = 8) -> shapely.Geometry:
    left, top = GRID.transform @ (col, row)
    return shapely.box(left, top - size, left + size, top)


def save(
    path: Path,
    shapes: Sequence[shapely.Geometry | None],
    classes: Sequence[object],
    crs: str | None = "EPSG:32636",
    field: str = "class",
) -> Path:
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(shapes, object)),
        [np.array(classes)],
        [field],
        crs=crs,
        geometry_type="Unknown",
    )
    return path


def polygons_of(path: Path, grids: Sequence[Grid] = (GRID,)) -> LabelledPolygons:
    table = read_polygons(path, "class")
    names = sorted(set(table.classes.tolist()))
    classes = tuple(ClassInfo(i, name, "#808080") for i, name in enumerate(names))
    return LabelledPolygons(table, classes, grids)


def texts(polygons: LabelledPolygons) -> str:
    return " ".join(finding.sentence for finding in polygons.findings)


def test_polygons_become_class_indexes_of_pixels(tmp_path: Path) -> None:
    path = save(tmp_path / "p.gpkg", [square(10, 10), square(40, 20)], ["water", "land"])
    polygons = polygons_of(path)
    labels = polygons.labels(0, Window(5, 5, 60, 60))
    assert [item.name for item in polygons.classes] == ["land", "water"]
    assert (labels[5:13, 5:13] == 1).all()
    assert (labels[15:23, 35:43] == 0).all()
    assert (labels != IGNORE_INDEX).sum() == 2 * 64


def test_polygons_of_another_crs_are_reprojected(tmp_path: Path) -> None:
    here = polygons_of(save(tmp_path / "a.gpkg", [square(10, 10), square(40, 20)], ["a", "b"]))
    longitude_latitude = [
        shapely.transform(
            shape,
            lambda xy: np.column_stack(transform_coordinates(UTM, "EPSG:4326", xy[:, 0], xy[:, 1])),
        )
        for shape in (square(10, 10), square(40, 20))
    ]
    there = polygons_of(
        save(tmp_path / "b.geojson", longitude_latitude, ["a", "b"], crs="EPSG:4326")
    )
    window = Window(0, 0, 100, 80)
    assert (here.labels(0, window) == there.labels(0, window)).all()
    assert "they are reprojected" in texts(there)


def test_what_classes_share_is_left_out_and_said(tmp_path: Path) -> None:
    path = save(tmp_path / "p.gpkg", [square(10, 10), square(14, 10)], ["a", "b"])
    polygons = polygons_of(path)
    labels = polygons.labels(0, Window(0, 0, 100, 80))
    assert (labels[10:18, 14:18] == IGNORE_INDEX).all()
    assert (labels != IGNORE_INDEX).sum() == 2 * 4 * 8
    assert "overlap: what they share is left out. Places: 1." in texts(polygons)


def test_self_crossing_polygon_is_repaired(tmp_path: Path) -> None:
    left, top = GRID.transform @ (10, 10)
    bow = shapely.Polygon([(left, top), (left + 10, top - 10), (left + 10, top), (left, top - 10)])
    polygons = polygons_of(save(tmp_path / "p.gpkg", [bow, square(40, 20)], ["a", "b"]))
    assert "Self-crossing polygons are repaired: 1." in texts(polygons)
    assert (polygons.labels(0, Window(0, 0, 100, 80)) == 0).sum() == pytest.approx(50, abs=12)


def test_polygons_elsewhere_or_without_a_class_are_left_out(tmp_path: Path) -> None:
    shapes = [square(10, 10), square(40, 20), square(4000, 20), square(60, 60)]
    polygons = polygons_of(save(tmp_path / "p.gpkg", shapes, ["a", "b", "b", None]))
    assert "Polygons outside the raster are left out: 1." in texts(polygons)
    assert "Polygons without a class are left out: 1." in texts(polygons)


def test_nothing_on_the_raster_is_an_error(tmp_path: Path) -> None:
    path = save(tmp_path / "p.gpkg", [square(1000, 10), square(4000, 20)], ["a", "b"])
    with pytest.raises(NoIntersection):
        polygons_of(path)


def test_missing_field_is_named_with_those_that_exist(tmp_path: Path) -> None:
    path = save(tmp_path / "p.gpkg", [square(10, 10)], ["a"], field="landuse")
    with pytest.raises(UnreadablePolygons, match=r"no field class.*landuse"):
        read_polygons(path, "class")


@pytest.mark.parametrize(
    ("shapes", "classes"),
    [
        ([], np.array([], object)),
        ([shapely.Point(500_010, 99_990)], ["a"]),
        ([square(1, 1)], [None]),
        ([shapely.Polygon()], ["a"]),
    ],
)
def test_file_without_usable_polygons_is_an_error(
    tmp_path: Path, shapes: list[shapely.Geometry], classes: list[object]
) -> None:
    path = save(tmp_path / "p.gpkg", shapes, classes)
    with pytest.raises(UnreadablePolygons):
        read_polygons(path, "class")


@pytest.mark.parametrize("content", ["", "no vector file"])
def test_what_is_no_vector_file_is_an_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "p.gpkg"
    path.write_text(content)
    with pytest.raises(UnreadablePolygons):
        read_polygons(path, "class")
    with pytest.raises(UnreadablePolygons):
        read_polygons(tmp_path / "missing.gpkg", "class")


def test_two_rasters_share_the_polygons(tmp_path: Path) -> None:
    west = Grid("west.tif", UTM, GRID.transform, 50, 80)
    east = Grid("east.tif", UTM, GRID.transform @ Affine.translation(50, 0), 50, 80)
    path = save(tmp_path / "p.gpkg", [square(10, 10), square(80, 20)], ["a", "b"])
    polygons = polygons_of(path, [west, east])
    whole = Window(0, 0, 50, 80)
    assert set(np.unique(polygons.labels(0, whole))) == {0, IGNORE_INDEX}
    assert set(np.unique(polygons.labels(1, whole))) == {1, IGNORE_INDEX}
    assert polygons.windows_of(0, [Window(0, 0, 25, 40), Window(25, 40, 25, 40)]) == [
        Window(0, 0, 25, 40)
    ]


@pytest.mark.parametrize(
    ("member", "epsg"),
    [
        ({"type": "EPSG", "properties": {"code": 32636}}, 32636),
        ({"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32636"}}, 32636),
        (None, 4326),
    ],
)
def test_a_crs_in_a_geojson_of_2008_is_read(tmp_path, member, epsg) -> None:
    _, _, crs, _ = read_classes(write_geojson(tmp_path / "a.geojson", member), "class")
    assert crs == CRS.from_epsg(epsg) or (epsg == 4326 and crs == CRS.from_string("OGC:CRS84"))


@pytest.mark.parametrize(
    "member",
    [
        {"type": "link", "properties": {"href": "http://example.com/crs", "type": "proj4"}},
        {"type": "EPSG", "properties": {}},
        "EPSG:32636",
        {"properties": ["x"]},
    ],
)
def test_a_crs_in_a_geojson_that_cannot_be_told_is_told_apart(tmp_path, member) -> None:
    with pytest.raises(UnreadablePolygons, match="its member crs is not understood"):
        read_classes(write_geojson(tmp_path / "a.geojson", member), "class")


def write_geojson(path, crs):
    square = [[[0, 0], [1, 0], [1, 1], [0, 0]]]
    feature = {
        "type": "Feature",
        "properties": {"class": "a"},
        "geometry": {"type": "Polygon", "coordinates": square},
    }
    collection = {"type": "FeatureCollection", "features": [feature]}
    path.write_text(json.dumps(collection | ({} if crs is None else {"crs": crs})))
    return path


def point(col: float, row: float) -> shapely.Geometry:
    return shapely.Point(*(GRID.transform @ (col, row)))


def samples(path: Path) -> LabelledPolygons:
    table = read_samples(path, "class")
    names = sorted(set(table.classes.tolist()))
    return LabelledPolygons(
        table, tuple(ClassInfo(i, n, "#000000") for i, n in enumerate(names)), [GRID]
    )


def test_point_speaks_of_the_pixel_it_lies_in(tmp_path: Path) -> None:
    shapes = [
        point(10.2, 20.9),
        shapely.MultiPoint([point(30, 40), point(31.9, 40.1)]),
        square(50, 50),
    ]
    placed = samples(save(tmp_path / "p.gpkg", shapes, ["a", "b", "b"]))
    labels = placed.labels(0, Window(0, 0, 100, 80))
    assert labels[20, 10] == 0
    assert labels[40, 30] == labels[40, 31] == 1
    assert (labels != IGNORE_INDEX).sum() == 3 + 64
    # The same in a window that begins elsewhere.
    part = placed.labels(0, Window(8, 18, 30, 30))
    np.testing.assert_array_equal(part, labels[18:48, 8:38])
    assert len(placed.windows_of(0, [Window(0, 0, 16, 32), Window(16, 0, 16, 32)])) == 1


def test_polygon_between_the_centres_of_pixels_is_one_pixel(tmp_path: Path) -> None:
    # Of a pixel; of less than one, beside its centre; and the same across four of them.
    shapes = [
        square(10, 10, 1),
        square(20.6, 30.1, 0.3),
        square(40.8, 50.8, 0.4),
        square(60, 60, 5),
    ]
    placed = samples(save(tmp_path / "p.gpkg", shapes, ["a", "b", "b", "a"]))
    labels = placed.labels(0, Window(0, 0, 100, 80))
    assert (labels != IGNORE_INDEX).sum() == 1 + 1 + 1 + 25
    assert labels[10, 10] == 0
    assert labels[30, 20] == 1
    assert 1 in labels[50:52, 40:42]


def test_points_that_contradict_each_other_are_left_out(tmp_path: Path) -> None:
    shapes = [
        point(10.2, 20.9),
        point(10.8, 20.1),
        point(12.5, 20.5),
        point(12.6, 20.5),
        square(50, 50),
        point(52.5, 53.5),
    ]
    placed = samples(save(tmp_path / "p.gpkg", shapes, ["a", "b", "a", "a", "a", "b"]))
    labels = placed.labels(0, Window(0, 0, 100, 80))
    assert labels[20, 10] == labels[53, 52] == IGNORE_INDEX
    assert labels[20, 12] == 0
    assert (labels != IGNORE_INDEX).sum() == 1 + 63
    assert "overlap: what they share is left out. Places: 1." in texts(placed)


def test_polygons_alone_are_read_where_points_are_no_reference(tmp_path: Path) -> None:
    path = save(tmp_path / "p.gpkg", [point(10, 10), square(5, 5)], ["a", "b"])
    assert len(read_polygons(path, "class").geometries) == 1
    assert len(read_samples(path, "class").geometries) == 2


def test_a_table_without_geometries_is_told_as_one_without_numbers(tmp_path: Path) -> None:
    table = tmp_path / "points.csv"
    table.write_text("x,y,height\n10,10,3\n", encoding="utf-8")
    with pytest.raises(UnreadablePolygons, match="Its fields with numbers are: none"):
        read_numbers(table, "height")
