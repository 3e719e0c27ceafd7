from __future__ import annotations

import pytest
from osgeo import gdal, osr
from qgis.core import QgsRasterLayer

from crossearth_qgis import model_catalog
from crossearth_qgis.gui.raster_advice import pixel_size_m, raster_advice


def make_layer(tmp_path, epsg: int, origin: tuple[float, float], pixel: float) -> QgsRasterLayer:
    path = str(tmp_path / f"{epsg}.tif")
    raster = gdal.GetDriverByName("GTiff").Create(path, 10, 10, 3, gdal.GDT_Byte)
    raster.SetGeoTransform((origin[0], pixel, 0, origin[1], 0, -pixel))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    raster.SetProjection(crs.ExportToWkt())
    raster = None
    return QgsRasterLayer(path, "Scene")


@pytest.mark.parametrize(
    ("epsg", "origin", "pixel", "size_m"),
    [
        (32633, (500_000, 5_400_000), 0.5, 0.5),
        (2263, (985_000, 200_000), 1.0, 0.3048),  # feet
        (4326, (0.0, 0.0), 1e-5, 1.11),  # degrees at the equator
        (3857, (0.0, 8_399_738.0), 1.0, 0.5),  # Web Mercator at 60° north
    ],
)
def test_pixels_are_measured_on_the_ground(tmp_path, epsg, origin, pixel, size_m) -> None:
    layer = make_layer(tmp_path, epsg, origin, pixel)
    assert pixel_size_m(layer) == pytest.approx(size_m, rel=0.01)


def test_without_a_crs_the_size_is_unknown_and_said_so(raster_factory, tiny_model) -> None:
    layer = QgsRasterLayer(str(raster_factory(epsg=None)), "Scene")
    assert pixel_size_m(layer) is None
    assert "no CRS" in raster_advice(layer, model_catalog.find("tiny"))


def test_pixels_within_the_range_need_no_advice(tmp_path, tiny_model) -> None:
    layer = make_layer(tmp_path, 32633, (500_000, 5_400_000), 1.0)
    assert raster_advice(layer, model_catalog.find("tiny")) == ""


@pytest.mark.parametrize(
    ("pixel", "word", "size"), [(5.0, "coarser", "5 m"), (0.1, "finer", "0.1 m")]
)
def test_pixels_outside_the_range_are_told(tmp_path, tiny_model, pixel, word, size) -> None:
    layer = make_layer(tmp_path, 32633, (500_000, 5_400_000), pixel)
    advice = raster_advice(layer, model_catalog.find("tiny"))
    assert f"{size} are {word} than the 0.2 to 1 m" in advice


def test_a_raster_with_too_few_bands_is_advised_against(raster_factory, tiny_model) -> None:
    layer = QgsRasterLayer(str(raster_factory(count=1, epsg=None)), "Scene")
    advice = raster_advice(layer, model_catalog.find("tiny"))
    assert "fewer bands (1)" in advice
    assert "red, green, blue" in advice
