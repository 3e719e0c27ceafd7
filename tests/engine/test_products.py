"""What a run makes of the map beside the map itself."""

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
from xml.etree import ElementTree

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio.features import sieve
from rio_cogeo import cog_validate

from crossearth_engine import errors
from crossearth_engine.palette import NODATA

from .conftest import read, run


@pytest.fixture
def made(tmp_path, raster_factory, color_model):
    """Return a function that runs the color model with options, and returns map and summary."""
    raster = raster_factory(size=(90, 70))

    def make(name: str = "map", **options):
        output = tmp_path / f"{name}.tif"
        summary = run(raster, output, model=str(color_model), window=32, overlap=8, **options)
        return read(output), summary

    return make


MERGE = {"other": ["class 3", "class 1"]}


def test_merged_classes_are_one_in_map_style_and_figures(tmp_path, made):
    plain, before = made("plain")
    merged, after = made(merge=MERGE)
    assert np.array_equal(merged, np.where(plain == 1, 3, plain))
    assert [item["name"] for item in after["classes"]] == ["class 0", "class 2", "other"]
    areas = before["class_area_m2"]
    assert after["class_area_m2"]["other"] == areas["class 3"] + areas["class 1"]
    item = json.loads((tmp_path / "map.json").read_text())
    assert item["properties"]["crossearth:processing"]["parameters"]["merge"] == MERGE
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.tags()["CROSSEARTH_CLASSES"] == "0=class 0, 2=class 2, 3=other"


def test_an_unknown_class_is_told_with_those_there_are(tmp_path, made):
    with pytest.raises(errors.InvalidRequest, match=r"no class lake.*class 0, class 1"):
        made(merge={"water": ["lake"]})
    assert not (tmp_path / "map.tif").exists()


def test_areas_are_those_after_the_sieve(tmp_path, made):
    plain, _ = made("plain")
    # A pixel has 0.25 square metres.
    sieved, summary = made(min_area=3)
    assert np.array_equal(sieved, sieve(plain, 12))
    for item in summary["classes"]:
        assert item["pixels"] == (sieved == item["value"]).sum()
        assert item["area_m2"] == pytest.approx(item["pixels"] * 0.25)
    assert cog_validate(tmp_path / "map.tif")[0]
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.tags()["CROSSEARTH_MIN_AREA"] == "3.0"
        assert dataset.descriptions == ("class",)
        assert dataset.colormap(1)


def test_without_a_crs_the_smallest_area_is_in_pixels(tmp_path, raster_factory, color_model):
    raster = raster_factory(size=(40, 40), crs=None)
    run(raster, tmp_path / "plain.tif", model=str(color_model))
    run(raster, tmp_path / "map.tif", model=str(color_model), min_area=12)
    assert np.array_equal(read(tmp_path / "map.tif"), sieve(read(tmp_path / "plain.tif"), 12))


def test_majority_comes_before_the_sieve(made):
    majority, _ = made("majority", majority=5)
    both, _ = made(majority=5, min_area=5)
    assert np.array_equal(both, sieve(majority, 20))


@pytest.mark.parametrize("options", [{}, {"merge": MERGE}])
def test_probabilities_are_those_behind_the_map(tmp_path, made, options):
    path = tmp_path / "probabilities.tif"
    confidence_path = tmp_path / "confidence.tif"
    plain, summary = made(probabilities=str(path), confidence=str(confidence_path), **options)
    with rasterio.open(path) as dataset:
        shares, names = dataset.read().astype(int), dataset.descriptions
        assert dataset.nodata == NODATA
    assert cog_validate(path)[0]
    assert list(names) == [item["name"] for item in summary["classes"]]
    assert np.abs(shares.sum(axis=0) - 100).max() <= len(names) / 2
    values = np.array([item["value"] for item in summary["classes"]])
    places = np.searchsorted(values, plain)
    confidence = read(confidence_path)
    assert np.array_equal(np.take_along_axis(shares, places[None], axis=0)[0], confidence)
    if not options:
        assert np.array_equal(shares.max(axis=0), confidence)
    assert summary["probabilities"] == str(path)


def test_polygons_are_those_of_the_map(tmp_path, made):
    path = tmp_path / "polygons.gpkg"
    _, summary = made(polygons=str(path), confidence=str(tmp_path / "sure.tif"), min_area=4)
    info = pyogrio.read_info(path, layer="polygons")
    assert info["crs"] == "EPSG:32636"
    assert list(info["fields"]) == ["class_id", "class_name", "pixels", "area_m2", "confidence"]
    _, _, shapes, columns = pyogrio.raw.read(path, layer="polygons")
    outlines = shapely.from_wkb(shapes)
    assert shapely.coverage_is_valid(outlines)
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert shapely.box(*dataset.bounds).equals(shapely.union_all(outlines))
    class_ids, names, pixels, areas, confidence = columns
    assert pixels.min() >= 16
    assert 25 <= confidence.min() <= confidence.max() <= 100
    for item in summary["classes"]:
        own = class_ids == item["value"]
        assert set(names[own]) <= {item["name"]}
        assert pixels[own].sum() == item["pixels"]
        assert areas[own].sum() == pytest.approx(item["area_m2"])
    assert summary["polygons"] == str(path)


def test_polygons_carry_their_style(tmp_path, made):
    path = tmp_path / "polygons.gpkg"
    _, summary = made(polygons=str(path), merge={"a <b> & 'c'": ["class 1"]})
    with contextlib.closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT f_table_name, styleQML, useAsDefault FROM layer_styles")
        ((layer, style, is_default),) = rows.fetchall()
    assert (layer, is_default) == ("polygons", 1)
    categories = ElementTree.fromstring(style.removeprefix("<!DOCTYPE qgis>")).iter("category")
    assert {(int(item.get("value")), item.get("label")) for item in categories} == {
        (item["value"], item["name"]) for item in summary["classes"]
    }


def test_polygons_without_a_crs_have_no_area(tmp_path, raster_factory, color_model):
    raster = raster_factory(size=(40, 40), crs=None)
    path = tmp_path / "polygons.gpkg"
    run(raster, tmp_path / "map.tif", model=str(color_model), polygons=str(path))
    info = pyogrio.read_info(path, layer="polygons")
    assert info["crs"] is None
    assert list(info["fields"]) == ["class_id", "class_name", "pixels"]


def test_polygons_that_are_open_elsewhere_are_not_replaced(tmp_path, made):
    path = tmp_path / "polygons.gpkg"
    made(polygons=str(path))
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE more (id INTEGER)")
        with pytest.raises(errors.OutputNotWritable, match="has it open"):
            made(polygons=str(path))


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="mounts a small disk")
@pytest.mark.parametrize("kibibytes", [20, 60, 100])
def test_a_full_disk_is_told_and_nothing_is_left(tmp_path, made, kibibytes):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("may not mount")
    try:
        with pytest.raises(errors.DiskFull, match="disk is full"):
            made(polygons=str(disk / "polygons.gpkg"))
        assert not list(disk.iterdir())
        assert not (tmp_path / "map.tif").exists()
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize(
    "options",
    [
        {"majority": 4},
        {"majority": 1},
        {"majority": 257},
        {"majority": "5"},
        {"min_area": 0},
        {"min_area": "large"},
        {"merge": "a=b"},
        {"merge": {"a": "b"}},
        {"probabilities": "map.tif"},
        {"probabilities": "shares.png"},
        {"polygons": "map.shp"},
        {"report": "map.json"},
    ],
)
def test_options_that_make_no_sense_are_told(tmp_path, made, options):
    for name in ("probabilities", "polygons", "report"):
        if name in options:
            options[name] = str(tmp_path / options[name])
    with pytest.raises(errors.InvalidRequest):
        made(**options)
    assert not (tmp_path / "map.tif").exists()
