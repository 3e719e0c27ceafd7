from __future__ import annotations

import math

import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRasterTransparency,
)

from crossearth_qgis.layers import raster_source
from crossearth_qgis.layers.drawn import hiding_advice
from crossearth_qgis.layers.stated import as_parameters, crs_text

Range = QgsRasterRange


@pytest.fixture
def layer_with(raster_factory):
    """Return a function: the nodata value of a file in, a layer of it out."""

    def make(nodata: float | None = None) -> QgsRasterLayer:
        path = raster_factory()
        if nodata is not None:
            dataset = gdal.Open(str(path), gdal.GA_Update)
            for band in (1, 2, 3):
                dataset.GetRasterBand(band).SetNoDataValue(nodata)
            del dataset
        return QgsRasterLayer(str(path), "Scene")

    return make


def said_nodata(layer: QgsRasterLayer) -> str | None:
    return raster_source.resolve(layer).said.get("nodata")


def test_a_layer_as_its_file_says_nothing(layer_with) -> None:
    assert raster_source.resolve(layer_with()).said == {}
    assert raster_source.resolve(layer_with(nodata=0)).said == {}


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ([Range(7, 7)], "7"),
        ([Range(7, 7), Range(250, 255)], "7,250..255"),
        (
            [Range(-3.4028234663852886e38, -1e30)],
            "-3.4028234663852886e+38..-1.0000000000000000e+30",
        ),
        ([Range(0.5, 0.5)], "0.5"),
        ([Range(math.nan, 3)], "-1.7976931348623157e+308..3"),
        ([Range(200, math.nan)], "200..1.7976931348623157e+308"),
    ],
)
def test_additional_values_without_data_are_said(layer_with, values, text) -> None:
    layer = layer_with()
    for band in (1, 2, 3):
        layer.dataProvider().setUserNoDataValue(band, values)
    said = said_nodata(layer)
    assert said is not None
    ends = [list(map(float, part.split(".."))) for part in said.split(",")]
    assert ends == [list(map(float, part.split(".."))) for part in text.split(",")]


def test_ends_that_do_not_belong_to_a_range_are_left_out(layer_with) -> None:
    layer = layer_with()
    for band in (1, 2, 3):
        layer.dataProvider().setUserNoDataValue(band, [Range(0, 5, Range.BoundsType.Exclusive)])
    low, high = map(float, said_nodata(layer).split(".."))
    assert 0 < low < 1e-300
    assert 4.999 < high < 5


def test_the_files_own_value_counts_with_those_of_the_layer(layer_with) -> None:
    layer = layer_with(nodata=0)
    for band in (1, 2, 3):
        layer.dataProvider().setUserNoDataValue(band, [Range(255, 255)])
    assert said_nodata(layer) == "0,255"
    for band in (1, 2, 3):
        layer.dataProvider().setUseSourceNoDataValue(band, False)
    assert said_nodata(layer) == "255"
    for band in (1, 2, 3):
        layer.dataProvider().setUserNoDataValue(band, [])
    assert said_nodata(layer) == "none"


def test_values_of_single_bands_are_said_of_them(layer_with) -> None:
    layer = layer_with()
    layer.dataProvider().setUserNoDataValue(2, [Range(9, 9)])
    assert said_nodata(layer) == "2:9"
    layer.dataProvider().setUserNoDataValue(1, [Range(9, 9), Range(0, 0)])
    assert said_nodata(layer) == "1:9,1:0,2:9"


def test_a_crs_that_was_set_or_removed_is_said(raster_factory) -> None:
    layer = QgsRasterLayer(str(raster_factory(epsg=None)), "Scene")
    assert raster_source.resolve(layer).said == {}
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32644"))
    assert raster_source.resolve(layer).said == {"crs": "EPSG:32644"}
    layer = QgsRasterLayer(str(raster_factory()), "Scene")
    layer.setCrs(QgsCoordinateReferenceSystem())
    assert raster_source.resolve(layer).said == {"crs": "none"}


def test_a_crs_of_ones_own_is_said_in_words(raster_factory) -> None:
    own = QgsCoordinateReferenceSystem.fromProj("+proj=tmerc +lat_0=1 +lon_0=17.5 +ellps=GRS80")
    layer = QgsRasterLayer(str(raster_factory()), "Scene")
    layer.setCrs(own)
    text = raster_source.resolve(layer).said["crs"]
    assert "17.5" in text
    assert QgsCoordinateReferenceSystem.fromWkt(text) == own
    assert as_parameters({"crs": text}) == {"CRS": f"WKT:{text}"}
    assert as_parameters({"crs": crs_text(QgsCoordinateReferenceSystem())}) == {}
    assert as_parameters({"nodata": "7", "crs": "EPSG:1"}) == {"NODATA": "7", "CRS": "EPSG:1"}


def test_how_a_layer_is_drawn_says_nothing(layer_with) -> None:
    layer = layer_with()
    layer.setOpacity(0.5)
    layer.brightnessFilter().setBrightness(40)
    layer.renderer().setAlphaBand(1)
    layer.renderer().setRedBand(3)
    layer.setScaleBasedVisibility(True)
    assert raster_source.resolve(layer).said == {}


def test_a_file_opened_with_options_is_read_by_qgis(raster_factory) -> None:
    path = raster_factory()
    gdal.Open(str(path), gdal.GA_Update).BuildOverviews("NEAREST", [2])
    layer = QgsRasterLayer(f"{path}|option:OVERVIEW_LEVEL=0", "Scene")
    assert layer.isValid()
    assert raster_source.needs_rendering(layer)


def test_a_picture_in_numbered_colours_has_three_bands(tmp_path) -> None:
    path = str(tmp_path / "indexed.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 20, 20, 1, gdal.GDT_Byte)
    table = gdal.ColorTable()
    table.SetColorEntry(0, (200, 20, 20, 255))
    dataset.GetRasterBand(1).SetColorTable(table)
    dataset.GetRasterBand(1).SetColorInterpretation(gdal.GCI_PaletteIndex)
    del dataset
    layer = QgsRasterLayer(path, "Indexed")
    assert raster_source.has_color_table(layer)
    assert len(raster_source.resolve(layer).band_names) == 3


def test_pixels_that_are_hidden_by_how_a_layer_is_drawn_are_told_of(layer_with) -> None:
    layer = layer_with()
    assert hiding_advice(layer) == ""
    white = QgsRasterTransparency.TransparentThreeValuePixel()
    white.red = white.green = white.blue = 255
    white.percentTransparent = 100
    if hasattr(white, "opacity"):
        white.opacity = 0
    transparency = QgsRasterTransparency()
    transparency.setTransparentThreeValuePixelList([white])
    layer.renderer().setRasterTransparency(transparency)
    assert "Scene” hides pixels in how it is drawn" in hiding_advice(layer)
    layer.renderer().setRasterTransparency(QgsRasterTransparency())
    assert hiding_advice(layer) == ""
    layer.renderer().setAlphaBand(3)
    assert "transparency band" in hiding_advice(layer)


def test_alpha_of_the_file_is_no_advice(raster_factory) -> None:
    colors = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand)
    layer = QgsRasterLayer(str(raster_factory(count=4, colors=colors)), "Scene")
    assert hiding_advice(layer) == ""
