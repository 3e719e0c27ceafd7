from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer

from crossearth_qgis.errors import UnsupportedLayer
from crossearth_qgis.layers import raster_source
from crossearth_qgis.models import catalog


def test_file_keeps_its_path_bands_and_crs(raster_factory) -> None:
    path = raster_factory()
    source = raster_source.resolve(QgsRasterLayer(str(path), "Scene"))
    assert source.path == str(path)
    assert source.name == "Scene"
    assert source.crs.authid() == "EPSG:32643"
    assert source.said == {}
    assert len(source.band_names) == 3


def test_a_corrected_crs_is_said(raster_factory) -> None:
    layer = QgsRasterLayer(str(raster_factory()), "Scene")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32644"))
    source = raster_source.resolve(layer)
    assert source.crs.authid() == "EPSG:32644"
    assert source.said == {"crs": "EPSG:32644"}


def test_options_that_qgis_appends_are_left_out(raster_factory) -> None:
    path = raster_factory()
    layer = QgsRasterLayer(f"{path}|option:NUM_THREADS=2", "Scene")
    assert layer.isValid()
    assert raster_source.resolve(layer).path == str(path)


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("/a/b.tif", "/a/b.tif"),
        ("file:///a/b%20c.tif", "/a/b c.tif"),
        ("file:///a/b.tif?crs=EPSG:4326", "/a/b.tif"),
        ("/a/b.tif?x=1", "/a/b.tif"),
        ('NETCDF:"/a/b.nc":red', 'NETCDF:"/a/b.nc":red'),
        ("GPKG:/a/b.gpkg:scene", "GPKG:/a/b.gpkg:scene"),
        ("/vsizip//a/b.zip/c.tif", "/vsizip//a/b.zip/c.tif"),
        ("/vsicurl/https://x/y.tif?z=1", "/vsicurl/https://x/y.tif?z=1"),
        ("<VRTDataset>a|b</VRTDataset>", "<VRTDataset>a|b</VRTDataset>"),
    ],
)
def test_sources_become_what_gdal_opens(uri: str, path: str) -> None:
    assert raster_source._gdal_path(uri) == path


def test_subdataset_in_a_geopackage_is_resolved(raster_factory, tmp_path) -> None:
    target = tmp_path / "scene.gpkg"
    gdal.Translate(
        str(target), str(raster_factory()), format="GPKG", creationOptions=["TILE_FORMAT=PNG"]
    )
    layer = QgsRasterLayer(f"GPKG:{target}:scene", "Scene")
    assert layer.isValid()
    assert gdal.Open(raster_source.resolve(layer).path) is not None


def test_missing_file_is_refused(tmp_path) -> None:
    with pytest.raises(UnsupportedLayer, match="missing or damaged"):
        raster_source.resolve(QgsRasterLayer(str(tmp_path / "no.tif"), "Scene"))


def test_raster_in_memory_has_to_be_rendered(raster_factory) -> None:
    gdal.Translate("/vsimem/scene.tif", str(raster_factory()))
    try:
        layer = QgsRasterLayer("/vsimem/scene.tif", "Scene")
        assert layer.isValid()
        source = raster_source.resolve(layer)
        assert source.path == ""
        assert source.said == {}
        assert len(source.band_names) == 3
    finally:
        gdal.Unlink("/vsimem/scene.tif")


def test_web_map_has_to_be_rendered_and_has_three_colours(tiny_model) -> None:
    uri = "type=xyz&url=https://example.org/{z}/{x}/{y}.png&zmax=1&zmin=0"
    layer = QgsRasterLayer(uri, "Tiles", "wms")
    assert layer.isValid()
    source = raster_source.resolve(layer)
    assert source.path == ""
    assert source.band_names == ("Red", "Green", "Blue")
    assert raster_source.default_bands(layer, catalog.find("tiny")) == [1, 2, 3]


def test_work_with_files_only_refuses_a_web_map_with_the_way_out(raster_layer) -> None:
    uri = "type=xyz&url=https://example.org/{z}/{x}/{y}.png&zmax=1&zmin=0"
    with pytest.raises(UnsupportedLayer, match="Save As"):
        raster_source.resolve_file(QgsRasterLayer(uri, "Tiles", "wms"))
    assert raster_source.resolve_file(raster_layer) == raster_source.resolve(raster_layer)


def test_file_needs_no_rendering(raster_layer) -> None:
    assert not raster_source.needs_rendering(raster_layer)
    assert not raster_source.is_picture(raster_layer)


def test_bands_follow_the_colours_of_the_file(raster_factory, tiny_model) -> None:
    model = catalog.find("tiny")
    colors = (gdal.GCI_Undefined, gdal.GCI_BlueBand, gdal.GCI_GreenBand, gdal.GCI_RedBand)
    layer = QgsRasterLayer(str(raster_factory(count=4, colors=colors)), "Scene")
    assert raster_source.default_bands(layer, model) == [4, 3, 2]


@pytest.mark.parametrize(
    ("names", "expected"),
    [(["B02", "B03", "B04", "B08"], [3, 2, 1]),
     (["Band 1 (Blue)", "Band 2 (Green)", "Band 3 (Red)"], [3, 2, 1]),
     (["", "", "", ""], [1, 2, 3])],
)  # fmt: skip
def test_bands_are_found_by_their_names(raster_factory, tiny_model, names, expected) -> None:
    path = raster_factory(count=len(names), colors=())
    dataset = gdal.Open(str(path), gdal.GA_Update)
    for index, name in enumerate(names, 1):
        dataset.GetRasterBand(index).SetDescription(name)
    del dataset
    layer = QgsRasterLayer(str(path), "Scene")
    assert raster_source.default_bands(layer, catalog.find("tiny")) == expected


def test_bands_are_the_first_ones_where_no_colours_are_named(raster_factory, tiny_model) -> None:
    model = catalog.find("tiny")
    layer = QgsRasterLayer(str(raster_factory(count=4, colors=())), "Scene")
    assert raster_source.default_bands(layer, model) == [1, 2, 3]
