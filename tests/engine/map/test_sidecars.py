import json
import shutil
import subprocess
from xml.etree import ElementTree

import pystac
import pytest
import rasterio
from affine import Affine

from tests.engine.conftest import run


@pytest.fixture
def result(tmp_path, raster_factory, color_model):
    result = run(raster_factory(), tmp_path / "map.tif", model=str(color_model))
    return tmp_path, result


def test_the_style_names_and_colors_every_class(result):
    folder, summary = result
    style = ElementTree.parse(folder / "map.qml")
    entries = style.findall(".//colorPalette/paletteEntry")
    assert [(int(e.get("value")), e.get("label"), e.get("color")) for e in entries] == [
        (item["value"], item["name"], item["color"]) for item in summary["classes"]
    ]


@pytest.mark.skipif(shutil.which("gdalinfo") is None, reason="needs GDAL's programs")
def test_gdal_reads_category_names_and_attribute_table(result):
    folder, summary = result
    done = subprocess.run(
        ["gdalinfo", "-json", str(folder / "map.tif")], capture_output=True, check=True
    )
    info = json.loads(done.stdout)
    assert [row["f"][1] for row in info["rat"]["row"]] == [c["name"] for c in summary["classes"]]
    assert [row["f"][2] for row in info["rat"]["row"]] == [c["pixels"] for c in summary["classes"]]
    text = subprocess.run(["gdalinfo", str(folder / "map.tif")], capture_output=True, text=True)
    assert "0: class 0" in text.stdout


def test_the_item_is_valid_stac(result):
    folder, summary = result
    item = pystac.Item.from_file(folder / "map.json")
    content = json.loads((folder / "map.json").read_text())
    content["stac_extensions"] = []  # their schemas are on the internet
    pystac.validation.validate_dict(content)
    assert item.geometry["type"] == "Polygon"
    assert item.properties["proj:code"] == "EPSG:32636"
    processing = item.properties["crossearth:processing"]
    for name in ("model", "parameters", "device", "wall_s", "windows", "class_area_m2"):
        assert processing[name] == summary[name]
    assert (folder / item.assets["classes"].href).samefile(summary["output"])


def test_the_item_has_an_asset_for_each_output(tmp_path, raster_factory, color_model):
    (tmp_path / "more").mkdir()
    paths = {
        "confidence": tmp_path / "sure.tif",
        "probabilities": tmp_path / "more" / "shares.tif",
        "polygons": tmp_path / "map.gpkg",
        "report": tmp_path / "report.html",
    }
    merge = {"Très boisé, 森": ["class 1"], "森": ["class 2"]}
    run(
        raster_factory(),
        tmp_path / "map.tif",
        model=str(color_model),
        merge=merge,
        **{name: str(path) for name, path in paths.items()},
    )
    item = pystac.Item.from_file(tmp_path / "map.json")
    assert set(item.assets) == {"classes", "style", *paths}
    for name, path in paths.items():
        assert (tmp_path / item.assets[name].href).samefile(path)
    bands = item.assets["probabilities"].to_dict()["bands"]
    assert [band["name"] for band in bands] == ["class 0", "Très boisé, 森", "森", "class 3"]
    classes = item.assets["classes"].to_dict()["classification:classes"]
    assert [item["name"] for item in classes] == ["class_0", "Tres_boise", "class_2", "class_3"]
    assert [item["title"] for item in classes] == ["class 0", "Très boisé, 森", "森", "class 3"]
    content = item.to_dict()
    content["stac_extensions"] = []
    pystac.validation.validate_dict(content)


def test_a_raster_without_crs_has_an_item_without_place(tmp_path, raster_factory, color_model):
    run(raster_factory(crs=None), tmp_path / "map.tif", model=str(color_model))
    item = json.loads((tmp_path / "map.json").read_text())
    assert item["geometry"] is None
    assert "bbox" not in item


SQUARE = {"size": (100, 100)}
AREAS = [
    # CRS, transform, method, area in m2 of the raster
    ("EPSG:32636", Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000), "planar", 2500),
    # Web mercator at 60 degrees north: a unit is half a metre.
    ("EPSG:3857", Affine(1, 0, 0, 0, -1, 8_399_738), "ellipsoidal", 2500),
    # US survey feet.
    ("EPSG:2263", Affine(10, 0, 1e6, 0, -10, 2e5), "planar", 1000**2 * (1200 / 3937) ** 2),
    # A thousandth of a degree at the equator: 111.32 by 110.57 m.
    ("EPSG:4326", Affine(1e-5, 0, 32, 0, -1e-5, 0.0005), "ellipsoidal", 111.32 * 110.57),
    # Pixels of 2 cm far from the origin, where coordinates have few digits to spare.
    ("EPSG:32633", Affine(0.02, 0, 600_000, 0, -0.02, 5_800_000), "planar", 4),
]  # fmt: skip


@pytest.mark.parametrize(("crs", "transform", "method", "area_m2"), AREAS)
def test_areas_are_those_on_the_ground(
    tmp_path, raster_factory, color_model, crs, transform, method, area_m2
):
    raster = raster_factory(**SQUARE, crs=crs, transform=transform)
    result = run(raster, tmp_path / "map.tif", model=str(color_model), window=32, overlap=8)
    assert result["area_method"] == method
    assert sum(result["class_area_m2"].values()) == pytest.approx(area_m2, rel=0.005)
    assert sum(item["percent"] for item in result["classes"]) == pytest.approx(100)


def test_overwriting_leaves_no_sidecar_of_the_old_map(tmp_path, raster_factory, color_model):
    raster = raster_factory()
    first = run(raster, tmp_path / "map.tif", model=str(color_model))
    run(raster, tmp_path / "map.tif", model=str(color_model), bands=[3, 2, 1])
    second = json.loads((tmp_path / "map.json").read_text())
    assert second["properties"]["crossearth:processing"]["class_area_m2"] != first["class_area_m2"]
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.tags()["CROSSEARTH_BANDS"] == "[3, 2, 1]"


def test_the_item_carries_the_date_of_the_imagery_and_leads_to_it(
    tmp_path, raster_factory, color_model
):
    raster = raster_factory()
    raster = raster.rename(raster.with_name("LC08_L2SP_193024_20210616_20210622_02_T1.tif"))
    (tmp_path / "out").mkdir()
    run(raster, tmp_path / "out" / "map.tif", model=str(color_model))
    item = json.loads((tmp_path / "out" / "map.json").read_text())
    said = item["properties"]
    assert said["datetime"] is None
    assert said["start_datetime"] == "2021-06-16T00:00:00Z"
    assert said["end_datetime"] == "2021-06-16T23:59:59Z"
    assert said["processing:datetime"] == said["created"] > "2025"
    (source,) = (link for link in item["links"] if link["rel"] == "derived_from")
    assert source["href"] == f"../{raster.name}"
    with rasterio.open(raster, "r+") as dataset:
        dataset.update_tags(ns="IMAGERY", ACQUISITIONDATETIME="2021-06-16 10:11:12")
    run(raster, tmp_path / "map.tif", model=str(color_model))
    item = pystac.Item.from_file(tmp_path / "map.json")
    assert item.datetime.isoformat() == "2021-06-16T10:11:12+00:00"
    assert item.get_single_link("derived_from").href == f"./{raster.name}"
