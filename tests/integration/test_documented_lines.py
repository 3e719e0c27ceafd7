"""The lines of the documentation for qgis_process do what the page says, one after the other."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import processing
import pytest
from osgeo import gdal, ogr, osr

from crossearth_qgis import paths
from crossearth_qgis.shared import model_places

pytestmark = pytest.mark.usefixtures("provider")

LINE = re.compile(r"^qgis_process run (crossearth:\w+)(.*)", re.M)
PAGES = {
    "accuracy.md": ["samplepoints", "evaluate", "plansample"],
    "change.md": ["change"],
    "objects.md": ["zonal"],
    "review.md": ["reviewplaces", "reviewplaces"],
    "similar.md": ["similar"],
    "groups.md": ["kmeans"],
    "dates.md": ["finetune", "segment", "kmeans"],
    "outputs.md": ["segment"],
    "numbers.md": ["finetune"],
}


@pytest.fixture
def place(page: str, tmp_path: Path, scene_factory, monkeypatch) -> Path:
    """The current folder, with files and a model that are called as in the documentation."""
    monkeypatch.chdir(tmp_path)
    scene_factory(width=256, height=256)
    names = ["map-2020", "map-2024"] + (["map", "smooth"] if page != "review.md" else [])
    for number, name in enumerate(names):
        write_map(tmp_path / f"{name}.tif", 100 + number)
    write_buildings(tmp_path / "buildings.gpkg")
    write_season(tmp_path)
    write_plots(tmp_path / "plots.gpkg")
    bundled = paths.ROOT / "resources" / "models" / model_places.DEFAULT_ID
    own = shutil.copytree(bundled, tmp_path / "home" / "models" / "my-city")
    item = json.loads((own / "model.json").read_text(encoding="utf-8"))
    (own / "model.json").write_text(json.dumps({**item, "id": "my-city"}), encoding="utf-8")
    return tmp_path


def create(path: Path, size: int, pixel_m: float) -> gdal.Dataset:
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), size, size, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform((500_000, pixel_m, 0, 2_000_000, 0, -pixel_m))
    dataset.SetProjection(utm().ExportToWkt())
    return dataset


def utm() -> osr.SpatialReference:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32643)
    return crs


def write_map(path: Path, columns: int) -> None:
    """Write a map of 200 × 200 pixels, the first columns of it forest, the others building."""
    dataset = create(path, 200, 1)
    band = dataset.GetRasterBand(1)
    band.SetCategoryNames(["", "forest", "building"])
    band.WriteRaster(0, 0, 200, 200, (b"\1" * columns + b"\2" * (200 - columns)) * 200)


def write_buildings(path: Path) -> None:
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("buildings", utm(), ogr.wkbPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    ring = "500120 1999990, 500160 1999990, 500160 1999950, 500120 1999950, 500120 1999990"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))"))
    layer.CreateFeature(feature)
    feature = layer = source = None


def write_plots(path: Path) -> None:
    """Write points with a height on the scene, which grows to the east."""
    scene = gdal.Open("scene.tif")
    left, width, _, top, _, height = scene.GetGeoTransform()
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("plots", scene.GetSpatialRef(), ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("height", ogr.OFTReal))
    for number in range(80):
        column, row = number * 37 % 250, number * 91 % 250
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["height"] = column / 10
        at = f"POINT ({left + (column + 0.5) * width} {top + (row + 0.5) * height})"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(at))
        layer.CreateFeature(feature)
    feature = layer = source = None


def label(path: Path) -> None:
    """Say of each point that the map is right."""
    source = ogr.Open(str(path), 1)
    source.ExecuteSQL("UPDATE points SET reference = stratum")


def write_season(folder: Path) -> None:
    """Write three dates of twelve fields of four crops, which differ in when they are bright."""
    for when, bright in (
        ("may_2021-05-12", "AD"),
        ("july_2021-07-01", "BCD"),
        ("september_2021-09-15", "C"),
    ):
        dataset = create(folder / f"{when}.tif", 128, 10)
        line = b"".join(bytes([200 if crop in bright else 60]) * 32 for crop in "ABCD")
        rows = [
            bytes(value + (i * 7 + row * 13) % 23 for i, value in enumerate(line))
            for row in range(128)
        ]
        dataset.GetRasterBand(1).WriteRaster(0, 0, 128, 128, b"".join(rows))
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "fields.gpkg"))
    layer = source.CreateLayer("fields", utm(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("crop"))
    for place, crop in enumerate("ABCD"):
        for part in range(6):
            left, top = 500_000 + place * 320 + 60, 2_000_000 - part * 200 - 40
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["crop"] = crop
            corners = ((0, 0), (200, 0), (200, -120), (0, -120), (0, 0))
            ring = ", ".join(f"{left + x} {top + y}" for x, y in corners)
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))"))
            layer.CreateFeature(feature)
    feature = layer = source = None


def given_by(words: str) -> dict[str, object]:
    """Return the parameters of a line; one that is given several times is a list."""
    given: dict[str, list[str]] = {}
    for word in shlex.split(words):
        name, value = word[2:].split("=", 1)
        given.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in given.items()}


@pytest.mark.parametrize("page", PAGES)
def test_the_lines_of_a_page_run(page: str, place: Path) -> None:
    text = (paths.ROOT / "docs" / page).read_text(encoding="utf-8").replace("\\\n", "")
    lines = LINE.findall(text)
    assert [name.partition(":")[2] for name, _ in lines] == PAGES[page]
    if page == "review.md":
        # Of a map that is there already, something beside it tells how sure it is.
        beside = {"OUTPUT": "map.tif", "CONFIDENCE": "confidence.tif", "MODEL": "my-city"}
        processing.run("crossearth:segment", {"INPUT": "scene.tif", **beside})
    for name, words in lines:
        given = given_by(words)
        result = processing.run(name, given)
        for key in {"OUTPUT", "REPORT"} & given.keys():
            assert (place / given[key]).stat().st_size, (name, key)
            assert result[key]
        if page == "numbers.md":
            accuracy = json.loads(result["ACCURACY"])
            assert accuracy["rmse"] > 0
            assert Path(result["PATH"], "model.onnx").exists()
        if name == "crossearth:samplepoints":
            label(place / given["OUTPUT"])
