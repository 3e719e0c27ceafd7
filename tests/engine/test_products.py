"""What a run makes of the map beside the map itself."""

import json

import numpy as np
import pytest
import rasterio
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
