from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeedback,
    QgsNetworkAccessManager,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRectangle,
    QgsSettings,
)

from crossearth_qgis.errors import JobCanceled, UnsupportedLayer
from crossearth_qgis.layers import network_replies, raster_rendering, raster_source, rendering_plan
from crossearth_qgis.layers.raster_rendering import render
from crossearth_qgis.layers.rendering_plan import plan_rendering
from tests.plugin.support import in_background
from tests.tile_server import (
    EDGE,
    WORLD_EDGE,
    TileServer,
    color_of,
    corner_of,
    serving,
    tile_size,
)

ZOOM = 12
FIRST_X, FIRST_Y = 2050, 2040  # near the equator, where a pixel is as large as it says
PIXEL = tile_size(ZOOM) / EDGE
CONTEXT = QgsCoordinateTransformContext()


@pytest.fixture
def server() -> Iterator[TileServer]:
    with serving() as running:
        yield running


@pytest.fixture(autouse=True)
def _quick_and_afresh(monkeypatch) -> Iterator[None]:
    monkeypatch.setattr(raster_rendering, "_PAUSE_S", 0.0)
    # Tiles of an earlier server on the same port are not those of this one.
    cache = QgsNetworkAccessManager.instance().cache()
    if cache is not None:
        cache.clear()
    # By version, QGIS asks again by itself; here is counted what the plugin asks for.
    retries = "qgis/defaultTileMaxRetry"
    QgsSettings().setValue(retries, 0)
    yield
    QgsSettings().remove(retries)


def tiles(columns: int, rows: int) -> QgsRectangle:
    """Return the extent of tiles from the first one on."""
    left = -WORLD_EDGE + FIRST_X * tile_size(ZOOM)
    top = WORLD_EDGE - FIRST_Y * tile_size(ZOOM)
    return QgsRectangle(left, top - rows * tile_size(ZOOM), left + columns * tile_size(ZOOM), top)


def xyz_layer(server: TileServer, zmax: int = 18) -> QgsRasterLayer:
    layer = QgsRasterLayer(server.xyz_uri(zmax), "Tiles", "wms")
    assert layer.isValid()
    return layer


Rendered = Callable[..., tuple[gdal.Dataset, list[str]]]


@pytest.fixture(params=["main thread", "background"])
def rendered(request) -> Rendered:
    """Return what renders a layer, where qgis_process does it and where the panel does."""

    def render_it(layer: QgsRasterLayer, path: Path, region=None, gsd_m: float | None = PIXEL):
        plan = plan_rendering(layer, region, gsd_m, CONTEXT)

        def work() -> list[str]:
            return render(plan, path, QgsFeedback())

        warnings = work() if request.param == "main thread" else in_background(work)
        return gdal.Open(str(path)), warnings

    return render_it


def pixel(dataset, column: int, row: int) -> tuple[int, ...]:
    return tuple(dataset.ReadRaster(column, row, 1, 1))


def test_tiles_are_copied_pixel_by_pixel_to_where_they_lie(rendered, server, tmp_path) -> None:
    dataset, warnings = rendered(xyz_layer(server), tmp_path / "a.tif", tiles(6, 5))
    assert warnings == []
    assert (dataset.RasterXSize, dataset.RasterYSize) == (6 * EDGE, 5 * EDGE)
    assert dataset.RasterCount == 4
    assert dataset.GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == "3857"
    left, width, _, top, _, height = dataset.GetGeoTransform()
    assert (left, top) == pytest.approx((tiles(1, 1).xMinimum(), tiles(1, 1).yMaximum()), abs=1e-4)
    assert (width, height) == pytest.approx((PIXEL, -PIXEL))
    for x in range(6):
        for y in range(5):
            tile = (ZOOM, FIRST_X + x, FIRST_Y + y)
            assert pixel(dataset, x * EDGE, y * EDGE) == (*corner_of(tile), 255)
            # No smear of the corner into its neighbours.
            assert pixel(dataset, x * EDGE + 1, y * EDGE + 1) == (*color_of(tile), 255)
            assert pixel(dataset, x * EDGE + 255, y * EDGE + 255) == (*color_of(tile), 255)


@pytest.mark.parametrize("smooth", ["", "&SmoothPixmapTransform=1", "&tilePixelRatio=1"])
def test_tiles_of_a_wmts_lie_where_they_belong(rendered, server, tmp_path, smooth) -> None:
    layer = QgsRasterLayer(server.wmts_uri() + smooth, "Tiles", "wms")
    assert layer.isValid(), layer.error().summary()
    dataset, warnings = rendered(layer, tmp_path / "a.tif", tiles(5, 5))
    assert warnings == []
    for x in range(5):
        for y in range(5):
            tile = (ZOOM, FIRST_X + x, FIRST_Y + y)
            assert pixel(dataset, x * EDGE, y * EDGE) == (*corner_of(tile), 255)
            assert pixel(dataset, x * EDGE + 255, y * EDGE + 255) == (*color_of(tile), 255)
    assert {zoom for zoom, _, _ in server.asked} == {ZOOM}


def test_every_tile_is_asked_for_once(rendered, server, tmp_path) -> None:
    rendered(xyz_layer(server), tmp_path / "a.tif", tiles(9, 9))
    wanted = {(ZOOM, FIRST_X + x, FIRST_Y + y) for x in range(9) for y in range(9)}
    assert {server.asked[tile] for tile in wanted} == {1}


def test_an_extent_that_cuts_pixels_takes_them_whole(rendered, server, tmp_path) -> None:
    extent = tiles(1, 1)
    cut = QgsRectangle(
        extent.xMinimum() + 10.5 * PIXEL,
        extent.yMaximum() - 30.5 * PIXEL,
        extent.xMinimum() + 20.5 * PIXEL,
        extent.yMaximum() - 20.5 * PIXEL,
    )
    dataset, _ = rendered(xyz_layer(server), tmp_path / "a.tif", cut)
    assert (dataset.RasterXSize, dataset.RasterYSize) == (11, 11)
    left, _, _, top, _, _ = dataset.GetGeoTransform()
    assert left == pytest.approx(extent.xMinimum() + 10 * PIXEL, abs=1e-4)
    assert top == pytest.approx(extent.yMaximum() - 20 * PIXEL, abs=1e-4)


@pytest.mark.parametrize(
    ("gsd_m", "zoom"), [(PIXEL, 12), (PIXEL / 1.1, 12), (PIXEL / 1.2, 13), (PIXEL * 1.7, 12)]
)
def test_the_zoom_is_the_coarsest_that_is_fine_enough(server, gsd_m: float, zoom: int) -> None:
    plan = plan_rendering(xyz_layer(server), tiles(1, 1), gsd_m, CONTEXT)
    assert plan.pixel_size[0] == pytest.approx(tile_size(zoom) / EDGE)


def test_a_map_that_is_too_coarse_is_taken_as_it_is(server) -> None:
    plan = plan_rendering(xyz_layer(server, zmax=10), tiles(1, 1), 0.5, CONTEXT)
    assert plan.pixel_size[0] == pytest.approx(tile_size(10) / EDGE)
    assert plan.gsd_m == pytest.approx(tile_size(10) / EDGE, rel=0.01)


def test_pixels_of_web_mercator_are_measured_on_the_ground(server) -> None:
    # At 60 degrees north a metre of the map is half a metre of the ground.
    north = QgsRectangle(0, 8_399_738, 1000, 8_400_738)
    plan = plan_rendering(xyz_layer(server), north, PIXEL / 2, CONTEXT)
    assert plan.pixel_size[0] == pytest.approx(PIXEL)
    assert plan.gsd_m == pytest.approx(PIXEL / 2, rel=0.01)


def test_missing_tiles_become_no_data_and_are_told(rendered, server, tmp_path) -> None:
    gone = (ZOOM, FIRST_X + 1, FIRST_Y + 1)
    server.status[gone] = 404
    dataset, warnings = rendered(xyz_layer(server), tmp_path / "a.tif", tiles(3, 3))
    assert pixel(dataset, EDGE + 9, EDGE + 9) == (0, 0, 0, 0)
    assert pixel(dataset, 9, 9)[3] == 255
    (warning,) = warnings
    assert "no imagery for 1 piece of the layer “Tiles”" in warning
    assert server.asked[gone] == 1


def test_transparent_places_have_no_data(rendered, server, tmp_path) -> None:
    server.transparent.add((ZOOM, FIRST_X, FIRST_Y))
    dataset, warnings = rendered(xyz_layer(server), tmp_path / "a.tif", tiles(2, 1))
    assert warnings == []
    assert (pixel(dataset, 9, 9)[3], pixel(dataset, EDGE + 9, 9)[3]) == (0, 255)


def test_a_tile_that_fails_for_a_moment_is_asked_for_again(rendered, server, tmp_path) -> None:
    shaky = (ZOOM, FIRST_X + 1, FIRST_Y)
    server.status[shaky], server.failures_left[shaky] = 503, 2
    dataset, warnings = rendered(xyz_layer(server), tmp_path / "a.tif", tiles(2, 2))
    assert warnings == []
    assert pixel(dataset, EDGE + 9, 9) == (*color_of(shaky), 255)
    assert server.asked[shaky] == 3
    assert server.asked[(ZOOM, FIRST_X, FIRST_Y)] == 1


def test_a_tile_that_keeps_failing_is_told_with_the_reason(rendered, server, tmp_path) -> None:
    server.status[(ZOOM, FIRST_X, FIRST_Y)] = 500
    dataset, warnings = rendered(xyz_layer(server), tmp_path / "a.tif", tiles(2, 2))
    assert pixel(dataset, 9, 9)[3] == 0
    (warning,) = warnings
    assert "1 piece of the layer “Tiles” could not be fetched" in warning
    assert "Internal Server Error" in warning


def test_a_page_of_text_instead_of_a_tile_is_a_failure(rendered, server, tmp_path) -> None:
    server.status[(ZOOM, FIRST_X, FIRST_Y)] = 200
    dataset, (warning,) = rendered(xyz_layer(server), tmp_path / "a.tif", tiles(2, 2))
    assert pixel(dataset, 9, 9)[3] == 0
    assert "1 piece of the layer “Tiles” could not be fetched" in warning
    assert "the server sent text/plain instead of a picture" in warning


def test_a_tile_that_takes_too_long_is_told(rendered, server, tmp_path) -> None:
    slow = (ZOOM, FIRST_X, FIRST_Y)
    server.delays_s[slow] = 3.0
    usual = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(500)
    try:
        dataset, (warning,) = rendered(xyz_layer(server), tmp_path / "a.tif", tiles(2, 2))
    finally:
        QgsNetworkAccessManager.setTimeout(usual)
    assert pixel(dataset, 9, 9)[3] == 0
    assert pixel(dataset, EDGE + 9, 9)[3] == 255
    assert "1 piece of the layer “Tiles” could not be fetched" in warning
    assert "the server did not answer in time" in warning
    assert server.asked[slow] == 3


def test_holes_are_told_even_where_qgis_is_too_busy_to_say_why(
    server, tmp_path, monkeypatch
) -> None:
    server.status[(ZOOM, FIRST_X, FIRST_Y)] = 500
    monkeypatch.setattr(network_replies, "_PATIENCE_S", 0.2)
    plan = plan_rendering(xyz_layer(server), tiles(2, 2), PIXEL, CONTEXT)
    with ThreadPoolExecutor(1) as pool:
        # Waited for without handling any event: the main thread hears nothing.
        (warning,) = pool.submit(render, plan, tmp_path / "a.tif", QgsFeedback()).result()
    assert "25 % of the asked area is empty in the layer “Tiles”" in warning


def test_a_server_that_is_gone_is_an_error_and_leaves_nothing(rendered, tmp_path) -> None:
    with serving() as server:
        layer = xyz_layer(server)
    with pytest.raises(UnsupportedLayer, match=r"Tiles” cannot be fetched: Conn.* refused"):
        rendered(layer, tmp_path / "a.tif", tiles(2, 2))
    assert list(tmp_path.glob("*.tif")) == []


def test_a_place_without_any_imagery_is_an_error(rendered, server, tmp_path) -> None:
    for x in range(-1, 3):
        for y in range(-1, 3):
            server.status[(ZOOM, FIRST_X + x, FIRST_Y + y)] = 404
    with pytest.raises(UnsupportedLayer, match="shows nothing"):
        rendered(xyz_layer(server), tmp_path / "a.tif", tiles(1, 1))


def test_the_whole_world_is_too_much(server) -> None:
    with pytest.raises(UnsupportedLayer, match="Limit the run to an extent"):
        plan_rendering(xyz_layer(server), None, 0.5, CONTEXT)
    assert not server.asked


def test_a_small_zoom_of_the_whole_world_is_not(rendered, server, tmp_path) -> None:
    dataset, _ = rendered(xyz_layer(server, zmax=2), tmp_path / "a.tif")
    assert (dataset.RasterXSize, dataset.RasterYSize) == (1024, 1024)


def test_without_any_pixel_size_one_has_to_be_given(server) -> None:
    with pytest.raises(UnsupportedLayer, match="GSD"):
        plan_rendering(xyz_layer(server), tiles(1, 1), None, CONTEXT)


def test_an_area_beside_the_layer_is_refused(raster_factory) -> None:
    gdal.Translate("/vsimem/beside.tif", str(raster_factory()))
    layer = QgsRasterLayer("/vsimem/beside.tif", "Memory")
    try:
        with pytest.raises(UnsupportedLayer, match="does not touch the layer “Memory”"):
            plan_rendering(layer, QgsRectangle(0, 0, 1, 1), None, CONTEXT)
    finally:
        gdal.Unlink("/vsimem/beside.tif")


def test_a_full_disk_is_told_before_anything_is_fetched(
    rendered, server, tmp_path, monkeypatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    with pytest.raises(UnsupportedLayer, match=r"only 1\.0 kB are free"):
        rendered(xyz_layer(server), tmp_path / "a.tif", tiles(1, 1))
    assert not server.asked


def test_a_file_that_cannot_be_written_is_a_sentence(server, tmp_path) -> None:
    plan = plan_rendering(xyz_layer(server), tiles(1, 1), PIXEL, CONTEXT)
    (tmp_path / "a.tif").mkdir()
    with pytest.raises(UnsupportedLayer, match=r"a\.tif cannot be written"):
        render(plan, tmp_path / "a.tif", QgsFeedback())


def test_cancel_stops_between_blocks_and_leaves_nothing(server, tmp_path) -> None:
    feedback = QgsFeedback()

    def stop(done: int, _total: int) -> None:
        if done == 1:
            feedback.cancel()

    plan = plan_rendering(xyz_layer(server), tiles(8, 8), PIXEL, CONTEXT)
    with pytest.raises(JobCanceled):
        render(plan, tmp_path / "a.tif", feedback, stop)
    assert list(tmp_path.glob("*.tif")) == []
    assert len(server.asked) < 40


def test_a_wms_is_asked_for_pixels_of_the_model(rendered, server, tmp_path) -> None:
    layer = QgsRasterLayer(server.wms_uri(), "Scene", "wms")
    assert layer.isValid(), layer.error().summary()
    region = QgsRectangle(500_000, 1_998_000, 503_000, 2_000_000)
    dataset, warnings = rendered(layer, tmp_path / "a.tif", region, gsd_m=2.0)
    assert warnings == []
    left, width, _, top, _, _ = dataset.GetGeoTransform()
    assert width == pytest.approx(2.0, rel=0.001)
    for column, row in ((0, 0), (700, 30), (1100, 900)):
        east, north = left + (column + 0.5) * width, top - (row + 0.5) * width
        expected = int(east // 100) % 256, int(north // 100) % 256, 77, 255
        assert pixel(dataset, column, row) == expected


def test_a_wms_that_draws_small_pictures_only_has_no_seams(rendered, server, tmp_path) -> None:
    layer = QgsRasterLayer(f"{server.wms_uri()}&maxWidth=300&maxHeight=200", "Scene", "wms")
    region = QgsRectangle(500_000, 1_999_000, 501_000, 2_000_000)
    dataset, warnings = rendered(layer, tmp_path / "a.tif", region, gsd_m=2.0)
    assert warnings == []
    left, width, _, top, _, _ = dataset.GetGeoTransform()
    for row in range(dataset.RasterYSize):
        north = top - (row + 0.5) * width
        expected = bytes(
            int((left + (column + 0.5) * width) // 100) % 256
            for column in range(dataset.RasterXSize)
        )
        assert dataset.GetRasterBand(1).ReadRaster(0, row, dataset.RasterXSize, 1) == expected
        assert pixel(dataset, 0, row)[1:] == (int(north // 100) % 256, 77, 255)


def test_a_wms_that_fails_is_an_error(rendered, server, tmp_path) -> None:
    layer = QgsRasterLayer(server.wms_uri(), "Scene", "wms")
    server.wms_status = 500
    with pytest.raises(UnsupportedLayer, match="Scene” cannot be fetched"):
        rendered(layer, tmp_path / "a.tif", QgsRectangle(500_000, 1_999_000, 501_000, 2_000_000), 2)


def test_a_raster_in_memory_is_copied_with_all_it_has(rendered, raster_factory, tmp_path) -> None:
    path = raster_factory(count=4)
    gdal.Translate("/vsimem/copy.tif", str(path), outputType=gdal.GDT_Int16, noData=-5)
    try:
        layer = QgsRasterLayer("/vsimem/copy.tif", "Memory")
        assert raster_source.needs_rendering(layer)
        dataset, warnings = rendered(layer, tmp_path / "a.tif", gsd_m=None)
        assert warnings == []
        assert dataset.GetGeoTransform() == pytest.approx(gdal.Open(str(path)).GetGeoTransform())
        assert dataset.RasterCount == 4
        assert dataset.GetRasterBand(1).DataType == gdal.GDT_Int16
        assert dataset.GetRasterBand(1).GetNoDataValue() == -5
        assert dataset.GetRasterBand(3).GetColorInterpretation() == gdal.GCI_BlueBand
        original = gdal.Open(str(path))
        assert dataset.GetRasterBand(3).Checksum() == original.GetRasterBand(3).Checksum()
    finally:
        gdal.Unlink("/vsimem/copy.tif")


def test_a_part_of_a_raster_in_memory_lies_on_its_pixels(
    rendered, raster_factory, tmp_path
) -> None:
    gdal.Translate("/vsimem/part.tif", str(raster_factory()))
    try:
        layer = QgsRasterLayer("/vsimem/part.tif", "Memory")
        region = QgsRectangle(500_015, 1_999_915, 500_045, 1_999_985)
        dataset, _ = rendered(layer, tmp_path / "a.tif", region, None)
        assert dataset.GetGeoTransform() == pytest.approx((500_010, 10, 0, 1_999_990, 0, -10))
        assert (dataset.RasterXSize, dataset.RasterYSize) == (4, 8)
    finally:
        gdal.Unlink("/vsimem/part.tif")


def test_a_virtual_raster_is_rendered(rendered, raster_factory, tmp_path) -> None:
    scene = QgsRasterDataProvider.VirtualRasterInputLayers()
    scene.name, scene.uri, scene.provider = "scene", str(raster_factory()), "gdal"
    virtual = QgsRasterDataProvider.VirtualRasterParameters()
    virtual.crs = QgsCoordinateReferenceSystem("EPSG:32643")
    virtual.extent = QgsRectangle(500_000, 1_999_800, 500_200, 2_000_000)
    virtual.width = virtual.height = 20
    virtual.formula = '"scene@2" * 10'
    virtual.rInputLayers = [scene]
    uri = QgsRasterDataProvider.encodeVirtualRasterProviderUri(virtual)
    layer = QgsRasterLayer(uri, "Twenty", "virtualraster")
    assert layer.isValid()
    dataset, _ = rendered(layer, tmp_path / "a.tif", gsd_m=None)
    assert dataset.GetGeoTransform() == pytest.approx((500_000, 10, 0, 2_000_000, 0, -10))
    assert dataset.GetRasterBand(1).ComputeRasterMinMax(False) == (20, 20)


@pytest.mark.parametrize(
    ("native_m", "gsd_m", "factor"),
    [(0.5, 0.5, 1), (0.5, 0.3, 1), (0.5, 1.0, 2), (0.5, 1.9, 4), (0.5, None, 1), (None, 1.0, 1)],
)
def test_maps_that_gdal_fetches_are_reduced_by_powers_of_two(native_m, gsd_m, factor) -> None:
    assert rendering_plan._reduction(native_m, gsd_m) == factor
