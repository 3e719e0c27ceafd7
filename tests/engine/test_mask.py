import json

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS
from rasterio.features import geometry_mask

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
    mask = PolygonMask.read(write(tmp_path / "m.geojson", content), None)
    whole = geometry_mask([SQUARE, TRIANGLE], (100, 100), GRID, invert=True)
    for top in range(0, 100, 25):
        for left in range(0, 100, 25):
            part = mask.rasterize(Window(left, top, 25, 25), GRID)
            assert np.array_equal(part, whole[top : top + 25, left : left + 25])
    assert mask.bounds == (10, 20, 90, 95)


def test_coordinates_are_brought_into_the_crs_of_the_raster(tmp_path):
    utm = CRS.from_epsg(32636)
    grid = Affine(1, 0, 500_000, 0, -1, 100)
    shifted = {
        "type": "Polygon",
        "coordinates": [[[x + 500_000, y] for x, y in SQUARE["coordinates"][0]]],
    }
    member = {"type": "name", "properties": {"name": "EPSG:32636"}}
    as_it_is = PolygonMask.read(write(tmp_path / "m.geojson", {**shifted, "crs": member}), utm)
    assert as_it_is.rasterize(Window(0, 0, 100, 100), grid).sum() == 30 * 40
    wkt = {"type": "name", "properties": {"name": utm.to_wkt()}}
    by_wkt = PolygonMask.read(write(tmp_path / "m.geojson", {**shifted, "crs": wkt}), utm)
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
        PolygonMask.read(path, CRS.from_epsg(4326))
