from __future__ import annotations

import json
from collections.abc import Iterator

import processing
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingFeedback, QgsProject, QgsRasterLayer, QgsRectangle, QgsSettings
from qgis.gui import QgsMapCanvas

from crossearth_qgis.gui.segment.segment_panel import SegmentPanel
from crossearth_qgis.layers import raster_rendering
from tests.tile_server import EDGE, WORLD_EDGE, TileServer, serving, tile_size

ID = "crossearth:segment"
ZOOM = 18
NODATA = 255
FIRST_X, FIRST_Y = 131_080, 131_060

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
    assert "no imagery for 1 piece of the layer “Tiles”" in feedback.textLog()


@pytest.fixture
def _qgis_asks_once() -> Iterator[None]:
    """Have QGIS never ask again by itself, as it does by version."""
    QgsSettings().setValue("qgis/defaultTileMaxRetry", 0)
    yield
    QgsSettings().remove("qgis/defaultTileMaxRetry")


@pytest.fixture
def panel(provider, server, qgis_new_project, qtbot, tmp_path) -> SegmentPanel:
    """Return the panel with the web map chosen, of which the canvas sees 4 by 4 tiles."""
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(500, 500)
    layer = QgsRasterLayer(server.xyz_uri(), "Tiles", "wms")
    QgsProject.instance().addMapLayer(layer)
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(tiles(FIRST_X, FIRST_Y, 4))
    panel = SegmentPanel(provider, canvas)
    panel.follow_project()
    panel.canvas = canvas
    qtbot.addWidget(panel)
    panel.area_picker.choose_visible_canvas()
    panel.expert_group.gsd_box.setValue(0.6)
    panel.output_choice.file_widget.setFilePath(str(tmp_path / "map.tif"))
    return panel


def tiles(x: int, y: int, count: int) -> QgsRectangle:
    """Return a square of tiles, half a pixel smaller on every side."""
    edge = tile_size(ZOOM)
    left, top = -WORLD_EDGE + x * edge, WORLD_EDGE - y * edge
    extent = QgsRectangle(left, top - count * edge, left + count * edge, top)
    extent.grow(-edge / EDGE / 2)
    return extent


@pytest.mark.usefixtures("_qgis_asks_once")
def test_a_run_of_the_panel_asks_again_and_tells_what_it_did_not_get(
    panel, server, qtbot, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(raster_rendering, "_PAUSE_S", 0.05)
    shaky, broken, absent = ((ZOOM, FIRST_X + x, FIRST_Y + 1) for x in (0, 1, 2))
    server.status[shaky], server.failures_left[shaky] = 500, 2
    server.status[broken], server.status[absent] = 500, 404
    panel.run()
    qtbot.waitUntil(lambda: not panel.result_view.isHidden(), timeout=60_000)

    told = panel.result_view.warning_hint.text()
    assert "1 piece of the layer “Tiles” could not be fetched" in told
    assert "Internal Server Error" in told
    assert "no imagery for 1 piece of the layer “Tiles”" in told
    for sentence in told.splitlines():
        assert sentence in panel.log_pane.text()

    classes = gdal.Open(str(tmp_path / "map.tif"))
    left, width, _, top, _, _ = classes.GetGeoTransform()
    assert width == pytest.approx(tile_size(ZOOM) / EDGE)
    column = round((-WORLD_EDGE + FIRST_X * tile_size(ZOOM) - left) / width)
    row = round((top - WORLD_EDGE + (FIRST_Y + 1) * tile_size(ZOOM)) / width)
    band = classes.GetRasterBand(1)
    holes = {
        tile: band.ReadRaster(column + index * EDGE, row, EDGE, EDGE).count(NODATA)
        for index, tile in enumerate((shaky, broken, absent))
    }
    assert holes == {shaky: 0, broken: EDGE * EDGE, absent: EDGE * EDGE}
    mapped = classes.RasterXSize * classes.RasterYSize - 2 * EDGE * EDGE
    assert band.ReadRaster().count(NODATA) == 2 * EDGE * EDGE
    properties = json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))["properties"]
    areas_m2 = properties["crossearth:processing"]["class_area_m2"].values()
    assert sum(areas_m2) == pytest.approx(mapped * width**2, rel=0.01)


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
