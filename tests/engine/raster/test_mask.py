import json

import numpy as np
import pyogrio
import pytest
import shapely
from affine import Affine
from rasterio.crs import CRS
from rasterio.features import geometry_mask
from rasterio.warp import transform

from crossearth_engine.errors import UnreadableMask
from crossearth_engine.raster.mask import PolygonMask
from crossearth_engine.raster.windows import Window

GRID = Affine(1, 0, 0, 0, -1, 100)
SQUARE = {"type": "Polygon", "coordinates": [[[10, 20], [40, 20], [40, 60], [10, 60], [10, 20]]]}
TRIANGLE = {"type": "Polygon", "coordinates": [[[50, 50], [90, 50], [70, 95], [50, 50]]]}


def write(path, content):
    path.write_text(json.dumps(content))
    return path


def feature(geometry):
    return {"type": "Feature", "properties": {}, "geometry": geometry}


@pytest.mark.parametrize(
    "content",
    [
        {"type": "FeatureCollection", "features": [feature(SQUARE), feature(TRIANGLE)]},
        {"type": "GeometryCollection", "geometries": [SQUARE, TRIANGLE]},
        feature(
            {
                "type": "MultiPolygon",
                "coordinates": [SQUARE["coordinates"], TRIANGLE["coordinates"]],
            }
        ),
        {"type": "FeatureCollection", "features": [feature(SQUARE), feature(None),
         feature({"type": "Point", "coordinates": [1, 2]}), feature(TRIANGLE)]},
    ],
)  # fmt: skip
def test_windows_show_the_polygons_of_the_whole(tmp_path, content):
    mask = PolygonMask.read(str(write(tmp_path / "m.geojson", content)), None)
    whole = geometry_mask([SQUARE, TRIANGLE], (100, 100), GRID, invert=True)
    for top in range(0, 100, 25):
        for left in range(0, 100, 25):
            part = mask.rasterize(Window(left, top, 25, 25), GRID)
            assert np.array_equal(part, whole[top : top + 25, left : left + 25])
    assert mask.bounds == (10, 20, 90, 95)


FORMATS = {"GPKG": "m.gpkg", "ESRI Shapefile": "ä ö.shp", "GeoJSON": "m.geojson",
           "FlatGeobuf": "m.fgb", "KML": "m.kml", "GML": "m.gml"}  # fmt: skip


def save(path, shapes, crs=None, layer=None, driver=None, kind="Polygon"):
    """Write shapes as any vector file."""
    arguments = {"layer": layer} if layer else {}
    pyogrio.raw.write(
        path, shapely.to_wkb(np.array(shapes, object)), [], [], geometry_type=kind, crs=crs,
        driver=driver, append=path.exists(), **arguments,
    )  # fmt: skip
    return path


@pytest.mark.parametrize(("driver", "name"), FORMATS.items())
def test_any_vector_file_in_any_crs_is_taken(tmp_path, driver, name):
    square = shapely.box(33.001, 36.001, 33.004, 36.003)
    path = save(tmp_path / name, [square], "EPSG:4326", driver=driver)
    utm = CRS.from_epsg(32636)
    mask = PolygonMask.read(str(path), utm)
    corners = transform("EPSG:4326", utm, [33.001, 33.004], [36.001, 36.003])
    assert np.allclose(mask.bounds, [*(c[0] for c in corners), *(c[1] for c in corners)], atol=1)


def test_a_layer_can_be_named(tmp_path):
    path = save(tmp_path / "two.gpkg", [shapely.box(0, 0, 5, 5)], layer="one")
    save(path, [shapely.box(50, 50, 60, 60)], layer="other")
    assert PolygonMask.read(str(path), None).bounds == (0, 0, 5, 5)
    assert PolygonMask.read(f"{path}|layername=other", None).bounds == (50, 50, 60, 60)
    with pytest.raises(UnreadableMask, match="third"):
        PolygonMask.read(f"{path}|layername=third", None)


def test_a_file_without_crs_lies_where_the_raster_lies(tmp_path):
    path = save(tmp_path / "m.shp", [shapely.box(0, 0, 5, 5)])
    assert PolygonMask.read(str(path), CRS.from_epsg(32636)).bounds == (0, 0, 5, 5)


def test_self_crossing_polygons_are_repaired_and_other_shapes_left_out(tmp_path):
    bow_tie = shapely.Polygon([(0, 0), (40, 40), (40, 0), (0, 40)])
    shapes = [bow_tie, shapely.LineString([(0, 0), (90, 90)]), None, shapely.Point(9, 9),
              shapely.GeometryCollection([shapely.box(60, 60, 70, 70), shapely.Point(1, 1)]),
              shapely.Polygon([(80, 80), (90, 90), (80, 80)])]  # fmt: skip
    path = save(tmp_path / "m.gpkg", shapes, kind="Unknown")
    inside = PolygonMask.read(str(path), None).rasterize(Window(0, 0, 100, 100), GRID)
    two_triangles = [shapely.Polygon([(0, 0), (20, 20), (0, 40)]),
                     shapely.Polygon([(40, 0), (20, 20), (40, 40)])]  # fmt: skip
    expected = geometry_mask([*two_triangles, shapely.box(60, 60, 70, 70)], (100, 100), GRID,
                             invert=True)  # fmt: skip
    assert np.array_equal(inside, expected)


def test_long_lines_stay_straight_on_the_ground(tmp_path):
    # A parallel of latitude, which is bent in UTM: 0.9 km in the middle of these 6 degrees.
    path = save(tmp_path / "m.gpkg", [shapely.box(30, 50, 36, 51)], "EPSG:4326")
    utm = CRS.from_epsg(32636)
    mask = PolygonMask.read(str(path), utm)
    xs, ys = transform("EPSG:4326", utm, np.linspace(30.1, 35.9, 59), np.full(59, 51.0))
    for x, y in zip(xs, ys, strict=True):
        grid = Affine(1, 0, round(x) - 5, 0, -1, round(y) + 5)
        column = mask.rasterize(Window(0, 0, 10, 10), grid)[:, 5]
        assert abs((~column).sum() - (round(y) + 5 - y)) <= 1


def test_polygons_of_the_world_are_cut_to_the_raster(tmp_path):
    world = shapely.box(-180, -90, 180, 90).difference(shapely.box(32.9, 35.9, 33.0, 36.1))
    path = save(tmp_path / "m.gpkg", [world], "EPSG:4326", kind="Unknown")
    grid = Affine(10, 0, 500_000 - 500, 0, -10, 3_984_000)
    near = (499_500, 3_983_000, 500_500, 3_984_000)
    mask = PolygonMask.read(str(path), CRS.from_epsg(32636), near)
    inside = mask.rasterize(Window(0, 0, 100, 100), grid)
    assert inside[:, 51:].all()
    assert not inside[:, :49].any()


def test_polygons_elsewhere_are_none(tmp_path):
    path = save(tmp_path / "m.gpkg", [shapely.box(-60, -30, -50, -20)], "EPSG:4326")
    near = (499_500, 3_983_000, 500_500, 3_984_000)
    assert PolygonMask.read(str(path), CRS.from_epsg(32636), near) is None


def test_empty_and_missing_files_are_told(tmp_path):
    empty = save(tmp_path / "empty.gpkg", [], "EPSG:4326")
    for path, match in ((empty, "no polygon"), (tmp_path / "no.gpkg", "No such file")):
        with pytest.raises(UnreadableMask, match=match):
            PolygonMask.read(str(path), CRS.from_epsg(4326))


def test_coordinates_are_brought_into_the_crs_of_the_raster(tmp_path):
    utm = CRS.from_epsg(32636)
    grid = Affine(1, 0, 500_000, 0, -1, 100)
    shifted = {
        "type": "Polygon",
        "coordinates": [[[x + 500_000, y] for x, y in SQUARE["coordinates"][0]]],
    }
    member = {"type": "name", "properties": {"name": "EPSG:32636"}}
    as_it_is = PolygonMask.read(str(write(tmp_path / "m.geojson", {**shifted, "crs": member})), utm)
    assert as_it_is.rasterize(Window(0, 0, 100, 100), grid).sum() == 30 * 40
    wkt = {"type": "name", "properties": {"name": utm.to_wkt()}}
    by_wkt = PolygonMask.read(str(write(tmp_path / "m.geojson", {**shifted, "crs": wkt})), utm)
    assert by_wkt.bounds == as_it_is.bounds


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"type": "FeatureCollection", "features": []}', '{"type": "Polygon"}',
     '{"type": "Point", "coordinates": [1, 2]}', '{"type": "FeatureCollection"}',
     '{"type": "Polygon", "coordinates": [[["a", 2], [1, 2], [3, 4], ["a", 2]]]}',
     '{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]], '
     '"crs": {"type": "name", "properties": {"name": "Atlantis"}}}'],
)  # fmt: skip
def test_what_is_no_mask_is_told(tmp_path, text):
    path = tmp_path / "m.geojson"
    path.write_text(text)
    with pytest.raises(UnreadableMask, match="cannot be used"):
        PolygonMask.read(str(path), CRS.from_epsg(4326))
