"""What is set on a layer in QGIS holds for every algorithm."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import processing
import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from crossearth_qgis.gui.segment.qgis_process_command import qgis_process_command
from crossearth_qgis.layers import raster_source
from crossearth_qgis.layers.stated import as_parameters

NODATA = 255
NORTH = QgsCoordinateReferenceSystem("EPSG:32644")

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def moved(scene_factory):
    """A layer of which the file says zone 43, and somebody knows that it is zone 44."""
    layer = QgsRasterLayer(str(scene_factory(width=300, height=200)), "Scene")
    layer.setCrs(NORTH)
    return layer


def segment(layer: QgsRasterLayer, output: Path, **parameters: object) -> dict:
    return processing.run(
        "crossearth:segment", {"INPUT": layer, "OUTPUT": str(output), **parameters}
    )


def classes_of(path: str, row: int = 0, rows: int | None = None) -> bytes:
    dataset = gdal.Open(path)
    count = dataset.RasterYSize - row if rows is None else rows
    return bytes(dataset.ReadRaster(0, row, dataset.RasterXSize, count))


def crs_of(path: str) -> str:
    return QgsRasterLayer(path, "map").crs().authid()


def squares(crs: QgsCoordinateReferenceSystem, *rectangles: QgsRectangle) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Polygon?crs={crs.authid()}&field=class:string", "squares", "memory")
    for number, rectangle in enumerate(rectangles):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(rectangle))
        feature["class"] = "ab"[number % 2]
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


def test_a_map_its_confidence_and_its_polygons_lie_on_the_layer(moved, tmp_path) -> None:
    result = segment(
        moved, tmp_path / "map.tif", CONFIDENCE=str(tmp_path / "c.tif"),
        POLYGONS=str(tmp_path / "p.gpkg"),
    )  # fmt: skip
    assert crs_of(result["OUTPUT"]) == crs_of(result["CONFIDENCE"]) == "EPSG:32644"
    assert QgsVectorLayer(result["POLYGONS"], "p").crs().authid() == "EPSG:32644"
    assert json.loads(result["SUMMARY"])["parameters"]["crs"] == "EPSG:32644"


def test_extent_and_polygons_mean_places_on_the_layer(moved, tmp_path) -> None:
    extent = QgsRectangle(500_010, 1_999_950, 500_060, 1_999_990)
    result = segment(moved, tmp_path / "a.tif", EXTENT=QgsReferencedRectangle(extent, NORTH))
    assert gdal.Open(result["OUTPUT"]).RasterXSize == 100
    result = segment(moved, tmp_path / "b.tif", MASK=squares(NORTH, extent))
    found = gdal.Open(result["OUTPUT"])
    assert (found.RasterXSize, found.RasterYSize) == (100, 80)
    assert NODATA not in classes_of(result["OUTPUT"])


def test_a_crs_that_was_removed_or_given_holds(scene_factory, tmp_path) -> None:
    layer = QgsRasterLayer(str(scene_factory(width=120, height=90)), "Scene")
    layer.setCrs(QgsCoordinateReferenceSystem())
    result = segment(layer, tmp_path / "map.tif")
    assert json.loads(result["SUMMARY"])["area_method"] is None
    assert gdal.Open(result["OUTPUT"]).GetSpatialRef() is None
    bare = tmp_path / "bare.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(bare), 120, 90, 3, gdal.GDT_Byte, ["PHOTOMETRIC=RGB"]
    )
    dataset.SetGeoTransform((500_000, 0.5, 0, 2_000_000, 0, -0.5))
    dataset.WriteRaster(0, 0, 120, 90, gdal.Open(layer.source()).ReadRaster())
    del dataset
    without = QgsRasterLayer(str(bare), "Bare")
    without.setCrs(NORTH)
    result = segment(without, tmp_path / "given.tif")
    assert crs_of(result["OUTPUT"]) == "EPSG:32644"
    assert json.loads(result["SUMMARY"])["area_method"] == "planar"


def test_what_is_asked_goes_before_what_the_layer_has(moved, tmp_path) -> None:
    moved.dataProvider().setUserNoDataValue(1, [QgsRasterRange(0, 255)])
    result = segment(moved, tmp_path / "map.tif", CRS="EPSG:32645", NODATA="none")
    assert crs_of(result["OUTPUT"]) == "EPSG:32645"
    assert NODATA not in classes_of(result["OUTPUT"])


def test_rasters_of_a_batch_lie_where_their_layers_do(moved, scene_factory, tmp_path) -> None:
    other = QgsRasterLayer(str(scene_factory("other.tif", 120, 90)), "Other")
    for band in (1, 2, 3):
        other.dataProvider().setUserNoDataValue(band, [QgsRasterRange(0, 255)])
    folder = tmp_path / "maps"
    result = processing.run(
        "crossearth:segmentbatch", {"INPUT": [moved, other], "OUTPUT_FOLDER": str(folder)}
    )
    rows = json.loads(result["SUMMARY"])["rasters"]
    assert [row["status"] for row in rows] == ["done", "failed"]
    assert crs_of(str(folder / "scene.tif")) == "EPSG:32644"


def test_a_model_is_adapted_and_judged_and_sampled_on_the_layer(tmp_path) -> None:
    path = tmp_path / "halves.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 120, 80, 1, gdal.GDT_UInt16)
    dataset.SetGeoTransform((500_000, 0.5, 0, 2_000_000, 0, -0.5))
    zone = osr.SpatialReference()
    zone.ImportFromEPSG(32643)
    dataset.SetProjection(zone.ExportToWkt())
    row = b"".join((value + i % 7).to_bytes(2, "little") for value in (100, 900) for i in range(60))
    dataset.GetRasterBand(1).WriteRaster(0, 0, 120, 80, row * 80)
    del dataset
    layer = QgsRasterLayer(str(path), "Halves")
    layer.setCrs(NORTH)
    polygons = squares(
        NORTH,
        *(
            QgsRectangle(500_000 + x, 1_999_995 - y, 500_005 + x, 2_000_000 - y)
            for y in (2, 12, 22, 32)
            for x in (5, 45)
        ),
    )
    model = processing.run(
        "crossearth:finetune",
        {"RASTERS": [layer], "POLYGONS": polygons, "MODEL": "bands", "NAME": "halves"},
    )
    result = segment(layer, tmp_path / "map.tif", MODEL=model["ID"])
    class_map = QgsRasterLayer(result["OUTPUT"], "map")
    assert class_map.crs().authid() == "EPSG:32644"
    found = processing.run("crossearth:evaluate", {"MAP": class_map, "REFERENCE": polygons})
    assert found["OVERALL_ACCURACY"] == 1
    # The map, too, may be a layer that somebody knows to lie elsewhere.
    class_map.setCrs(QgsCoordinateReferenceSystem("EPSG:32645"))
    there = squares(QgsCoordinateReferenceSystem("EPSG:32645"))
    there.dataProvider().addFeatures(list(polygons.getFeatures()))
    found = processing.run("crossearth:evaluate", {"MAP": class_map, "REFERENCE": there})
    assert found["OVERALL_ACCURACY"] == 1
    truth = QgsRasterLayer(result["OUTPUT"], "truth")
    truth.setCrs(QgsCoordinateReferenceSystem("EPSG:32645"))
    found = processing.run("crossearth:evaluate", {"MAP": class_map, "REFERENCE_RASTER": truth})
    assert found["OVERALL_ACCURACY"] == 1
    points = processing.run(
        "crossearth:samplepoints",
        {"MAP": class_map, "COUNT": 20, "OUTPUT": str(tmp_path / "points.gpkg")},
    )
    drawn = QgsVectorLayer(points["OUTPUT"], "points")
    assert drawn.crs().authid() == "EPSG:32645"
    assert class_map.extent().contains(drawn.extent())


@pytest.mark.parametrize("is_on_disk", [True, False])
def test_values_without_data_of_the_layer_are_holes(scene_factory, tmp_path, is_on_disk) -> None:
    path = str(scene_factory(width=120, height=90))
    dataset = gdal.Open(path, gdal.GA_Update)
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).WriteRaster(0, 0, 120, 20, bytes([9]) * 2400)
        dataset.GetRasterBand(band).WriteRaster(0, 20, 120, 10, bytes([40]) * 1200)
        dataset.GetRasterBand(band).SetNoDataValue(9)
    del dataset
    if not is_on_disk:
        gdal.Translate("/vsimem/scene.tif", path)
        path = "/vsimem/scene.tif"
    layer = QgsRasterLayer(path, "Scene")

    def holes(name: str) -> list[bool]:
        path = segment(layer, tmp_path / name)["OUTPUT"]
        return [NODATA in classes_of(path, row, 1) for row in (5, 25, 50)]

    assert holes("a.tif") == [True, False, False]
    for band in (1, 2, 3):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(38, 42)])
    assert holes("b.tif") == [True, True, False]
    for band in (1, 2, 3):
        layer.dataProvider().setUseSourceNoDataValue(band, False)
    assert holes("c.tif") == [False, True, False]
    for band in (1, 2, 3):
        layer.dataProvider().setUserNoDataValue(band, [])
    assert holes("d.tif") == [False, False, False]


def test_a_copied_command_says_what_was_set_on_the_layer(moved, tmp_path, qgis_new_project) -> None:
    for band in (1, 2, 3):
        moved.dataProvider().setUserNoDataValue(band, [QgsRasterRange(7, 7)])
    said = as_parameters(raster_source.said(moved))
    command = qgis_process_command("crossearth:segment", {"INPUT": moved.source(), **said}, "linux")
    assert {"--CRS=EPSG:32644", "--NODATA=7"} <= set(shlex.split(command))


@pytest.mark.parametrize("kind", ["grey", "numbered colours"])
def test_a_raster_of_one_band_is_mapped(scene_factory, tmp_path, kind) -> None:
    scene = str(scene_factory(width=120, height=90))
    path = str(tmp_path / "one.tif")
    scene_band = gdal.Open(scene).ReadRaster(0, 0, 120, 90, band_list=[1])
    dataset = gdal.GetDriverByName("GTiff").Create(path, 120, 90, 1, gdal.GDT_Byte)
    if kind == "numbered colours":
        table = gdal.ColorTable()
        for number in range(256):
            table.SetColorEntry(number, (255 - number, number, 30, 255))
        dataset.GetRasterBand(1).SetColorTable(table)
    dataset.WriteRaster(0, 0, 120, 90, scene_band)
    del dataset
    layer = QgsRasterLayer(path, "One")
    for number, bands in enumerate((None, [1, 1, 1])):
        result = segment(layer, tmp_path / f"map{number}.tif", BANDS=bands)
        summary = json.loads(result["SUMMARY"])
        assert summary["parameters"]["bands"] == ([1, 1, 1] if kind == "grey" else [1, 2, 3])
        sentence = "alone stands for" if kind == "grey" else "its colour table"
        assert any(sentence in text for text in summary["warnings"])


def test_all_that_comes_of_a_picture_without_a_place_lies_on_it(scene_factory, tmp_path) -> None:
    photo = tmp_path / "photo.png"
    gdal.Translate(str(photo), str(scene_factory(width=300, height=200)), format="PNG")
    (tmp_path / "photo.png.aux.xml").unlink()
    layer = QgsRasterLayer(str(photo), "Photo")
    assert layer.extent() == QgsRectangle(0, -200, 300, 0)
    result = segment(
        layer, tmp_path / "map.tif", GSD=1.0, PIXEL_SIZE=0.5, POLYGONS=str(tmp_path / "p.gpkg")
    )
    of_map = QgsRasterLayer(result["OUTPUT"], "Map")
    assert of_map.extent() == QgsVectorLayer(result["POLYGONS"], "p").extent() == layer.extent()
    # South of the middle, as people see it.
    part = QgsRectangle(40, -190, 100, -110)
    result = segment(
        layer, tmp_path / "part.tif", GSD=1.0, PIXEL_SIZE=0.5, MASK=squares(layer.crs(), part)
    )
    assert QgsRasterLayer(result["OUTPUT"], "Part").extent() == part
    points = processing.run(
        "crossearth:samplepoints",
        {"MAP": of_map, "COUNT": 40, "OUTPUT": str(tmp_path / "points.gpkg")},
    )
    assert layer.extent().contains(QgsVectorLayer(points["OUTPUT"], "points").extent())
