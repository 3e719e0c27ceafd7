from __future__ import annotations

import json

import processing
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingFeedback

from crossearth_qgis.models import catalog

ID = "crossearth:segment"
NODATA = 255

pytestmark = pytest.mark.usefixtures("provider")


def run(scene, output, **options) -> dict:
    return processing.run(ID, {"INPUT": str(scene), "OUTPUT": str(output), **options})


def pixels(path) -> bytes:
    # A band does not keep its dataset.
    dataset = gdal.Open(str(path))
    return dataset.GetRasterBand(1).ReadRaster()


def test_averages_and_precision_are_understood(scene_factory, tmp_path) -> None:
    scene = scene_factory(width=300, height=300)
    result = run(scene, tmp_path / "a.tif", TTA=True, SCALES="0.75, 1", PRECISION="fp32")
    summary = json.loads(result["SUMMARY"])
    assert summary["precision"] == "fp32"
    assert pixels(tmp_path / "a.tif") != pixels(scene)
    assert sum(row["pixels"] for row in json.loads(result["AREAS"])) == 300 * 300


def test_grid_of_the_model_makes_a_smaller_map(scene_factory, tmp_path) -> None:
    run(scene_factory(), tmp_path / "a.tif", GRID="model", GSD=1.0)
    made = gdal.Open(str(tmp_path / "a.tif"))
    assert (made.RasterXSize, made.RasterYSize) == (350, 300)
    assert made.GetGeoTransform()[1] == pytest.approx(1.0)


def test_values_of_16_bits_are_stretched_as_asked(scene_factory, tmp_path) -> None:
    scene, deep = scene_factory(), tmp_path / "deep.tif"
    gdal.Translate(
        str(deep), str(scene), outputType=gdal.GDT_UInt16, scaleParams=[[0, 255, 0, 2550]]
    )
    run(scene, tmp_path / "bytes.tif")
    result = run(deep, tmp_path / "deep_map.tif", STRETCH="0,2550")
    assert pixels(tmp_path / "deep_map.tif") == pixels(tmp_path / "bytes.tif")
    assert json.loads(result["SUMMARY"])["stretch"] == [[0, 2550]] * 3


def test_the_pixel_size_can_be_named_where_no_crs_tells(scene_factory, tmp_path) -> None:
    scene, photo = scene_factory(), tmp_path / "photo.png"
    gdal.Translate(str(photo), str(scene), format="PNG")
    (tmp_path / "photo.png.aux.xml").unlink()
    whole = run(scene, tmp_path / "scene_map.tif", GSD=1.0)
    result = run(photo, tmp_path / "map.tif", GSD=1.0, PIXEL_SIZE=0.5)
    assert pixels(tmp_path / "map.tif") == pixels(tmp_path / "scene_map.tif")
    areas, expected = (json.loads(found["SUMMARY"])["class_area_m2"] for found in (result, whole))
    assert areas == pytest.approx(expected, rel=1e-3)


def test_scale_and_offset_of_the_file_are_applied_to_reflectance(scene_factory, tmp_path) -> None:
    scene = scene_factory()
    base = catalog.find("crossearth-base-rgb")
    assert base is not None
    imported = processing.run(
        "crossearth:importmodel",
        {"FILE": str(base.weights), "VALUES": "reflectance", "MODEL_ID": "reflectance"},
    )
    assert catalog.find(imported["ID"]).takes == "reflectance"
    floats, integers = tmp_path / "floats.tif", tmp_path / "integers.tif"
    kinds = {"outputType": gdal.GDT_Float32, "scaleParams": [[0, 255, 0, 1]]}
    gdal.Translate(str(floats), str(scene), **kinds)
    kinds = {"outputType": gdal.GDT_UInt16, "scaleParams": [[0, 255, 1000, 11_000]]}
    gdal.Translate(str(integers), str(scene), **kinds)
    raster = gdal.Open(str(integers), gdal.GA_Update)
    for band in (1, 2, 3):
        raster.GetRasterBand(band).SetScale(1e-4)
        raster.GetRasterBand(band).SetOffset(-0.1)
    raster = None
    run(floats, tmp_path / "a.tif", MODEL="reflectance")
    result = run(integers, tmp_path / "b.tif", MODEL="reflectance")
    different = [a != b for a, b in zip(pixels(tmp_path / "a.tif"), pixels(tmp_path / "b.tif"))]
    assert sum(different) < 0.005 * len(different)
    assert "scale and offset of the file" in json.loads(result["SUMMARY"])["parameters"]["values"]


def test_a_value_can_be_named_that_is_no_data(scene_factory, tmp_path) -> None:
    scene = scene_factory()
    raster = gdal.Open(str(scene), gdal.GA_Update)
    for band in (1, 2, 3):
        raster.GetRasterBand(band).WriteRaster(0, 0, 100, 100, bytes([7]) * 10_000)
    raster = None
    run(scene, tmp_path / "a.tif", NODATA=7)
    made = gdal.Open(str(tmp_path / "a.tif"))
    assert set(made.GetRasterBand(1).ReadRaster(0, 0, 100, 100)) == {NODATA}


def test_classes_are_merged_and_small_patches_go(scene_factory, tmp_path) -> None:
    scene = scene_factory()
    files = {"PROBABILITIES": str(tmp_path / "probabilities.tif")}
    result = run(
        scene,
        tmp_path / "a.tif",
        MERGE="built=building,road; green=vegetation",
        MIN_AREA=100,
        MAJORITY=3,
        **files,
    )
    names = {row["name"].lower() for row in json.loads(result["AREAS"])}
    assert {"built", "green", "land", "water"} == names
    assert gdal.Open(files["PROBABILITIES"]).RasterCount == 4
    assert result["PROBABILITIES"] == files["PROBABILITIES"]


def test_a_canceled_run_keeps_its_part_on_request(scene_factory, tmp_path) -> None:
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda percent: percent > 40 and feedback.cancel())
    big, output = scene_factory(width=3000, height=3000), tmp_path / "a.tif"
    parameters = {"INPUT": str(big), "OUTPUT": str(output), "KEEP_PARTIAL": True}
    result = processing.run(ID, parameters, feedback=feedback)
    assert json.loads(result["SUMMARY"])["partial"]
    values = pixels(output)
    assert 0 < values.count(NODATA) < len(values)
