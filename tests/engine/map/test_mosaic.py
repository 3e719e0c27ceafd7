"""The maps of a batch as one virtual raster: what GDAL reads of it is what is in the maps."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from click.testing import CliRunner
from rasterio.windows import from_bounds

from crossearth_engine.cli.main import main
from crossearth_engine.errors import DiskFull, InvalidRequest, OutputIsInput, OutputNotWritable
from crossearth_engine.inference import batch_products
from crossearth_engine.publishing import PartialOutput
from tests.engine.cli.test_command_line import crossearth
from tests.engine.runs.test_batch import OPTIONS, start

PIXEL_M = 0.5


def place(column: int, row: int, pixel_m: float = PIXEL_M) -> Affine:
    """Return the grid of a raster whose corner is so many pixels from a common one."""
    return Affine(pixel_m, 0, 500_000 + column * PIXEL_M, 0, -pixel_m, 4_000_000 - row * PIXEL_M)


@pytest.fixture
def case(tmp_path, raster_factory, color_model):
    """Two scenes that overlap by 20 columns, in a grid that begins with neither, and a third."""
    inputs = [
        raster_factory(name="east.tif", size=(64, 48), transform=place(44, 10), seed=1, nodata=0),
        raster_factory(name="west.tif", size=(64, 40), transform=place(0, 0), seed=2, nodata=0),
        raster_factory(name="far.tif", size=(32, 32), transform=place(200, 100), seed=3),
    ]
    with rasterio.open(inputs[1], "r+") as dataset:  # a hole in what is overlapped by it
        pixels = dataset.read()
        pixels[:, 20:30, 50:60] = 0
        dataset.write(pixels)
    return {
        "inputs": list(map(str, inputs)), "out_dir": str(tmp_path / "maps"),
        "model": str(color_model), "mosaic": str(tmp_path / "maps" / "all.vrt"), **OPTIONS,
    }  # fmt: skip


def test_a_mosaic_has_the_pixels_of_the_maps_the_later_ones_on_top(case):
    result = start(case)
    assert (result["mosaic"], result["unmade"]) == (case["mosaic"], {})
    expected = np.full((132, 232), 255, np.uint8)
    for row in result["rasters"]:
        with rasterio.open(row["output"]) as dataset:
            left = round((dataset.transform.c - 500_000) / PIXEL_M)
            top = round((4_000_000 - dataset.transform.f) / PIXEL_M)
            pixels = dataset.read(1)
        part = expected[top : top + pixels.shape[0], left : left + pixels.shape[1]]
        part[pixels != 255] = pixels[pixels != 255]
    with rasterio.open(case["mosaic"]) as mosaic:
        assert np.array_equal(mosaic.read(1), expected)
        assert (mosaic.crs, mosaic.nodata, mosaic.transform) == ("EPSG:32636", 255, place(0, 0))
        with rasterio.open(result["rasters"][0]["output"]) as first:
            assert {v: mosaic.colormap(1)[v] for v in range(4)} == {
                v: first.colormap(1)[v] for v in range(4)
            }
    # In the hole of the later one the earlier one is seen.
    assert (expected[20:30, 50:60] != 255).all()


@pytest.mark.skipif(shutil.which("gdalinfo") is None, reason="GDAL's programs are not installed")
def test_gdal_of_a_system_reads_a_mosaic_with_its_legend_where_it_is_moved(case, tmp_path):
    result = start(case)
    moved = tmp_path / "elsewhere"
    shutil.move(case["out_dir"], moved)
    done = subprocess.run(
        ["gdalinfo", "-json", "-checksum", moved / "all.vrt"], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    info = json.loads(done.stdout)
    assert info["size"] == [232, 132]
    assert 'ID["EPSG",32636]' in info["coordinateSystem"]["wkt"]
    with rasterio.open(moved / "all.vrt") as mosaic:
        assert info["bands"][0]["checksum"] == mosaic.checksum(1)
    text = subprocess.run(["gdalinfo", moved / "all.vrt"], capture_output=True, text=True).stdout
    for item in result["classes"]:
        assert f"{item['value']}: {item['name']}\n" in text
    assert "class 0" in (moved / "all.qml").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
@pytest.mark.parametrize("linked", ["mosaics", "maps"])
def test_a_mosaic_leads_to_its_maps_through_a_folder_that_is_a_link(case, tmp_path, linked):
    far = tmp_path / "another disk" / "far"
    far.mkdir(parents=True)
    (tmp_path / linked).symlink_to(far)
    (tmp_path / "mosaics").mkdir(exist_ok=True)
    result = start(case, mosaic=str(tmp_path / "mosaics" / "all.vrt"), inputs=case["inputs"][:1])
    for folder in (tmp_path / "mosaics", (tmp_path / "mosaics").resolve()):
        with (
            rasterio.open(folder / "all.vrt") as mosaic,
            rasterio.open(result["rasters"][0]["output"]) as dataset,
        ):
            assert np.array_equal(mosaic.read(1), dataset.read(1))


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:2180", "EPSG:32736"])
def test_a_mosaic_lies_where_its_maps_do_whatever_the_order_of_axes(
    case, raster_factory, tmp_path, crs
):
    step = 1e-5 if crs == "EPSG:4326" else 0.5
    inputs = [
        raster_factory(
            name=f"{name}.tif", crs=crs, transform=Affine(step, 0, 30 + left * step, 0, -step, 50)
        )
        for name, left in (("one", 0), ("two", 64))
    ]
    result = start(case, inputs=list(map(str, inputs)), gsd=0.5)
    with rasterio.open(result["mosaic"]) as mosaic:
        assert (mosaic.crs, mosaic.shape) == (crs, (48, 128))
        assert mosaic.bounds.left == pytest.approx(30)
        for row in result["rasters"]:
            with rasterio.open(row["output"]) as dataset:
                window = from_bounds(*dataset.bounds, mosaic.transform).round()
                assert np.array_equal(mosaic.read(1, window=window), dataset.read(1))


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"crs": "EPSG:32637"}, "east.tif is in EPSG:32636, other.tif in EPSG:32637"),
        ({"crs": None}, "other.tif has no CRS"),
        ({"transform": place(0, 0, 0.25)}, "grid of east.tif"),
        ({"transform": place(0, 0) @ Affine.translation(0.3, 0)}, "grid of east.tif"),
        ({"transform": place(0, 0) @ Affine.rotation(30)}, "grid of east.tif"),
        ({"transform": place(0, 0, 0.5001)}, "grid of east.tif"),
    ],
)
def test_maps_that_are_not_of_one_grid_are_told_and_stay(case, raster_factory, other, sentence):
    raster = raster_factory(name="other.tif", size=(640, 48), **other)
    result = start(case, inputs=[case["inputs"][0], str(raster)])
    assert (result["done"], result["mosaic"]) == (2, None)
    assert sentence in result["unmade"]["mosaic"]["error"]
    assert not Path(case["mosaic"]).exists()


def test_what_failed_or_is_doubtful_is_no_part_of_a_mosaic(case, raster_factory, tmp_path):
    broken = tmp_path / "broken.tif"
    broken.write_bytes(b"no image")
    # A white border that is not marked as no data.
    pixels = np.random.default_rng(0).integers(1, 200, (3, 200, 200)).astype(np.uint8)
    pixels[:, :60] = 255
    doubtful = raster_factory(name="doubtful.tif", data=pixels, transform=place(0, 300))
    result = start(case, inputs=[case["inputs"][0], str(broken), str(doubtful)])
    assert [row["status"] for row in result["rasters"]] == ["done", "failed", "doubtful"]
    with rasterio.open(case["mosaic"]) as mosaic:
        assert mosaic.shape == (48, 64)
    assert "doubtful" not in Path(case["mosaic"]).read_text("utf-8")


def test_without_a_good_map_there_is_no_mosaic(case, tmp_path):
    result = start(case, inputs=[str(tmp_path / "missing.tif")])
    told = result["unmade"]["mosaic"]
    assert (told["error"], told["fault"]) == ("There is no map that is not doubtful.", "input")


def test_a_mosaic_that_another_run_writes_costs_no_summary(case):
    Path(case["out_dir"]).mkdir()
    with PartialOutput(Path(case["mosaic"])):
        result = start(case)
    assert (result["done"], result["mosaic"]) == (3, None)
    told = result["unmade"]["mosaic"]
    assert (told["code"], told["fault"]) == ("output-not-writable", "input")
    assert "another run is writing it" in told["error"]


def test_a_mosaic_takes_the_place_of_nothing_else(case, tmp_path):
    for path, error in (
        (tmp_path / "all.tif", InvalidRequest),
        (tmp_path / "none" / "all.vrt", OutputNotWritable),
        (tmp_path / "maps" / "west.vrt", InvalidRequest),  # its style is that of a map
    ):
        with pytest.raises(error):
            start(case, mosaic=str(path))
    for name, content in (
        ("notes.vrt", "my notes"),
        ("scenes.vrt", '<VRTDataset rasterXSize="1" rasterYSize="1"></VRTDataset>'),  # gdalbuildvrt
        ("dem.qml", "<qgis/>"),  # the style of a dem.tif
    ):
        (tmp_path / name).write_text(content)
        mosaic = (tmp_path / name).with_suffix(".vrt")
        with pytest.raises(OutputNotWritable, match=f"{name} .*belongs to something else"):
            start(case, mosaic=str(mosaic))
        assert (tmp_path / name).read_text() == content
    start(case)
    assert start(case)["unmade"] == {}
    with pytest.raises(OutputIsInput):
        start(case, inputs=[*case["inputs"], case["mosaic"]])


def test_the_command_line_ends_with_a_status_that_says_so(case, raster_factory):
    other = raster_factory(name="other.tif", crs="EPSG:32637")
    done = crossearth(
        "batch", case["inputs"][0], other, "--out-dir", case["out_dir"], "--model", case["model"],
        "--mosaic", case["mosaic"], "--window", 16, "--overlap", 4,
    )  # fmt: skip
    assert done.returncode == 2
    assert "EPSG:32637" in done.stderr
    assert done.stderr.splitlines()[-1].endswith("The maps are there; not made: mosaic.")
    assert done.stdout.count("done ") == 2


@pytest.mark.parametrize(("error", "status"), [(DiskFull, 4), (OutputNotWritable, 2)])
def test_what_this_computer_lacks_shows_in_the_status_beside_a_raster_that_failed(
    case, tmp_path, monkeypatch, error, status
):
    def fail(*_arguments):
        raise error(path=case["mosaic"], reason="it is open.")

    monkeypatch.setattr(batch_products, "_write_mosaic", fail)
    done = CliRunner().invoke(main, [
        "batch", case["inputs"][0], str(tmp_path / "missing.tif"), "--out-dir", case["out_dir"],
        "--model", case["model"], "--mosaic", case["mosaic"], "--json",
    ])  # fmt: skip
    assert done.exit_code == status, done.stderr
    result = json.loads(done.stdout)
    assert (result["done"], result["failed"], list(result["unmade"])) == (1, 1, ["mosaic"])
