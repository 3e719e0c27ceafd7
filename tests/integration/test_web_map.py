from __future__ import annotations

import json
from collections.abc import Iterator

import processing
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingFeedback, QgsProject, QgsRasterLayer

from tests.tile_server import EDGE, WORLD_EDGE, TileServer, serving, tile_size

ID = "crossearth:segment"
ZOOM = 18
NODATA = 255

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def server() -> Iterator[TileServer]:
    with serving() as running:
        yield running


def test_tiles_become_a_map_on_their_own_grid_with_holes_where_they_are_missing(
    server, tmp_path, qgis_new_project
) -> None:
    first_x, first_y = 131_080, 131_060
    gone = (ZOOM, first_x + 1, first_y + 1)
    server.status[gone] = 404
    layer = QgsRasterLayer(server.xyz_uri(), "Tiles", "wms")
    QgsProject.instance().addMapLayer(layer)
    tile = tile_size(ZOOM)
    left, top = -WORLD_EDGE + first_x * tile, WORLD_EDGE - first_y * tile
    # Half a pixel inside, so that rounding touches no neighbours.
    inset = tile / EDGE / 2
    extent = (left + inset, left + 3 * tile - inset, top - 2 * tile + inset, top - inset)
    output, feedback = tmp_path / "map.tif", QgsProcessingFeedback()
    result = processing.run(
        ID,
        {
            "INPUT": layer,
            "EXTENT": ",".join(map(repr, extent)) + " [EPSG:3857]",
            "GSD": 0.6,
            "OUTPUT": str(output),
        },
        feedback=feedback,
    )
    classes = gdal.Open(str(output))
    assert (classes.RasterXSize, classes.RasterYSize) == (3 * EDGE, 2 * EDGE)
    expected = (left, tile / EDGE, 0, top, 0, -tile / EDGE)
    assert classes.GetGeoTransform() == pytest.approx(expected, abs=1e-4)
    assert classes.GetSpatialRef().GetAuthorityCode(None) == "3857"
    band = classes.GetRasterBand(1)
    hole = set(band.ReadRaster(EDGE, EDGE, EDGE, EDGE))
    assert hole == {NODATA}
    assert NODATA not in set(band.ReadRaster(0, 0, 3 * EDGE, EDGE))
    areas = json.loads(result["AREAS"])
    assert sum(row["pixels"] for row in areas) == 5 * EDGE * EDGE
    # Near the equator a pixel of the map is as large as one of the ground.
    square_metres = 5 * EDGE * EDGE * (tile / EDGE) ** 2
    assert sum(row["area_m2"] for row in areas) == pytest.approx(square_metres, rel=0.01)
    assert "no imagery for 1 pieces of the layer Tiles" in feedback.textLog()


def test_a_wms_becomes_a_map_in_its_crs(server, tmp_path, qgis_new_project) -> None:
    layer = QgsRasterLayer(server.wms_uri(), "Scene", "wms")
    QgsProject.instance().addMapLayer(layer)
    output = tmp_path / "map.tif"
    processing.run(
        ID,
        {
            "INPUT": layer,
            "EXTENT": "500000,500200,1999900,2000000 [EPSG:32643]",
            "GSD": 0.5,
            "OUTPUT": str(output),
        },
    )
    classes = gdal.Open(str(output))
    left, width, _, top, _, _ = classes.GetGeoTransform()
    assert width == pytest.approx(0.5, rel=0.001)
    assert abs(left - 500_000) < width
    assert abs(top - 2_000_000) < width
    assert classes.GetSpatialRef().GetAuthorityCode(None) == "32643"


def test_a_raster_in_memory_becomes_the_map_of_its_file(
    scene_factory, tmp_path, qgis_new_project
) -> None:
    scene = scene_factory()
    gdal.Translate("/vsimem/scene.tif", str(scene))
    try:
        layer = QgsRasterLayer("/vsimem/scene.tif", "Memory")
        QgsProject.instance().addMapLayer(layer)
        for source, name in ((layer, "memory.tif"), (str(scene), "file.tif")):
            processing.run(ID, {"INPUT": source, "OUTPUT": str(tmp_path / name)})
    finally:
        gdal.Unlink("/vsimem/scene.tif")
    maps = [gdal.Open(str(tmp_path / name)) for name in ("memory.tif", "file.tif")]
    assert maps[0].ReadRaster() == maps[1].ReadRaster()
    assert maps[0].GetGeoTransform() == pytest.approx(maps[1].GetGeoTransform())
