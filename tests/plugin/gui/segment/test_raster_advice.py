from __future__ import annotations

import pytest
from osgeo import gdal, osr
from qgis.core import QgsRasterLayer

from crossearth_qgis.gui.segment.raster_advice import raster_advice
from crossearth_qgis.models import catalog


def make_layer(tmp_path, epsg: int, origin: tuple[float, float], pixel: float) -> QgsRasterLayer:
    path = str(tmp_path / f"{epsg}.tif")
    raster = gdal.GetDriverByName("GTiff").Create(path, 10, 10, 3, gdal.GDT_Byte)
    raster.SetGeoTransform((origin[0], pixel, 0, origin[1], 0, -pixel))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    raster.SetProjection(crs.ExportToWkt())
    raster = None
    return QgsRasterLayer(path, "Scene")


def test_without_a_crs_it_is_said_so(raster_factory, tiny_model) -> None:
    layer = QgsRasterLayer(str(raster_factory(epsg=None)), "Scene")
    assert "no CRS" in raster_advice(layer, catalog.find("tiny"))


def test_pixels_within_the_range_need_no_advice(tmp_path, tiny_model) -> None:
    layer = make_layer(tmp_path, 32633, (500_000, 5_400_000), 1.0)
    assert raster_advice(layer, catalog.find("tiny")) == ""


@pytest.mark.parametrize(
    ("pixel", "word", "size"), [(5.0, "coarser", "5 m"), (0.1, "finer", "0.1 m")]
)
def test_pixels_outside_the_range_are_told(tmp_path, tiny_model, pixel, word, size) -> None:
    layer = make_layer(tmp_path, 32633, (500_000, 5_400_000), pixel)
    advice = raster_advice(layer, catalog.find("tiny"))
    assert f"{size} are {word} than the 0.2 to 1 m" in advice


def test_a_raster_with_too_few_bands_is_advised_against(raster_factory, tiny_model) -> None:
    layer = QgsRasterLayer(str(raster_factory(count=1, epsg=None)), "Scene")
    advice = raster_advice(layer, catalog.find("tiny"))
    assert "fewer bands (1)" in advice
    assert "red, green, blue" in advice


def test_a_web_map_is_announced_and_not_measured(tiny_model) -> None:
    uri = "type=xyz&url=https://example.org/{z}/{x}/{y}.png&zmax=19&zmin=0"
    advice = raster_advice(QgsRasterLayer(uri, "Tiles", "wms"), catalog.find("tiny"))
    assert "fetches the area first" in advice
    assert "coarser" not in advice
