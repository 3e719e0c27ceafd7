"""A raster as it is meant, whatever its file says: CRS, values without data, colours, bands."""

import json

import numpy as np
import pyogrio
import pytest
import rasterio
import rasterio.shutil
import shapely
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.io import MemoryFile

from crossearth_engine.accuracy.evaluate import EvaluateRequest, evaluate
from crossearth_engine.accuracy.sample_points import SamplePointsRequest, sample_points
from crossearth_engine.errors import InvalidRequest, UnreadableRaster, WrongBandCount
from crossearth_engine.inference.batch import segment_batch
from crossearth_engine.inference.request import BatchRequest, SegmentRequest
from crossearth_engine.raster.nodata import parse_nodata
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from crossearth_engine.reports.pictures import input_picture
from crossearth_engine.shared.palette import NODATA
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.quick.bands_only import describe_bands
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.conftest import SHARES, RecordedJob, read, run, save_network

RGB = ("red", "green", "blue")


@pytest.fixture
def brightest(tmp_path):
    """A network whose class is the brightest band; takes the number of bands."""

    def make(bands=3):
        path = tmp_path / f"brightest{bands}.onnx"
        return str(
            save_network(path, 20 * np.eye(bands, dtype=np.float32)[:, :, None, None], SHARES)
        )

    return make


def patches(bands=3, seed=0, size=(40, 60)):
    """Squares of five pixels in random bytes."""
    height, width = size
    small = np.random.default_rng(seed).integers(1, 250, (bands, height // 5, width // 5))
    return np.kron(small, np.ones((1, 5, 5))).astype(np.uint8)


def valid_of(path, *, names=RGB, bands=None, nodata=None):
    with RasterSource(path, names, bands, nodata) as source:
        whole = Window(0, 0, source.width, source.height)
        pixels, valid = source.read(whole)
        assert np.array_equal(source.read_valid(whole), valid)
        return pixels, valid


# CRS


def test_the_map_lies_where_the_raster_is_said_to_lie(tmp_path, raster_factory, brightest):
    raster = raster_factory(data=patches(), crs="EPSG:32637")
    endings = {"confidence": "c.tif", "probabilities": "p.tif", "report": "html"}
    outputs = {
        name: str(tmp_path / f"m.{ending}")
        for name, ending in {**endings, "polygons": "gpkg"}.items()
    }
    result = run(raster, tmp_path / "m.tif", model=brightest(), crs="EPSG:32636", **outputs)
    for path in (tmp_path / "m.tif", outputs["confidence"], outputs["probabilities"]):
        with rasterio.open(path) as dataset:
            assert dataset.crs == CRS.from_epsg(32636)
    assert pyogrio.read_info(outputs["polygons"])["crs"] == "EPSG:32636"
    item = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert item["properties"]["proj:code"] == "EPSG:32636"
    # The same easting lies six degrees further west.
    assert item["bbox"][0] == pytest.approx(33, abs=0.01)
    assert "32636" in (tmp_path / "m.html").read_text(encoding="utf-8")
    assert result["parameters"]["crs"] == "EPSG:32636"


@pytest.mark.parametrize("crs", [None, "EPSG:4326"])
def test_a_raster_gets_the_crs_that_it_lacks_or_loses_a_false_one(
    tmp_path, raster_factory, brightest, crs
):
    raster = raster_factory(data=patches(), crs=crs)
    result = run(raster, tmp_path / "m.tif", model=brightest(), crs="EPSG:32636")
    assert result["area_method"] == "planar"
    # 2400 pixels of 0.25 square metres
    assert sum(result["class_area_m2"].values()) == pytest.approx(600)
    result = run(raster, tmp_path / "n.tif", model=brightest(), crs="none")
    assert result["area_method"] is None
    with rasterio.open(tmp_path / "n.tif") as dataset:
        assert dataset.crs is None


def test_a_crs_is_said_in_any_form_or_refused(tmp_path, raster_factory, brightest):
    raster = raster_factory(data=patches(), crs=None)
    utm = CRS.from_epsg(32636)
    for text in ("epsg:32636", utm.to_wkt(version="WKT2_2019"), utm.to_proj4(), " EPSG:32636 "):
        run(raster, tmp_path / "m.tif", model=brightest(), crs=text)
        with rasterio.open(tmp_path / "m.tif") as dataset:
            assert dataset.crs.to_epsg() == 32636
    for text in ("32636 or so", "EPSG:999999", ""):
        with pytest.raises(InvalidRequest, match=r"The CRS .* is not understood"):
            run(raster, tmp_path / "m.tif", model=brightest(), crs=text)


def test_polygons_are_laid_where_the_raster_is_said_to_lie(tmp_path, raster_factory, brightest):
    raster = raster_factory(data=patches(), crs="EPSG:32637")
    square = shapely.box(500_005, 3_999_985, 500_015, 3_999_995)
    pyogrio.raw.write(
        tmp_path / "mask.gpkg", np.array([shapely.to_wkb(square)]), [], [], crs="EPSG:32636",
        geometry_type="Polygon",
    )  # fmt: skip
    mask = str(tmp_path / "mask.gpkg")
    run(raster, tmp_path / "m.tif", model=brightest(), crs="EPSG:32636", mask=mask)
    with rasterio.open(tmp_path / "m.tif") as dataset:
        assert dataset.bounds[:2] == (500_005, 3_999_985)
        assert (dataset.read(1) != NODATA).sum() == 400


def write_without_crs(path):
    """Write a raster whose control points are in no CRS."""
    data = patches(size=(40, 40))
    grid = Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000)
    points = [
        GroundControlPoint(row, col, *(grid @ (col, row))) for row in (0, 40) for col in (0, 40)
    ]
    with rasterio.open(path, "w", driver="GTiff", width=40, height=40, count=3, dtype="uint8",
                       photometric="RGB") as dataset:  # fmt: skip
        dataset.write(data)
        dataset.gcps = (points, CRS())


def test_control_points_without_a_crs_lie_in_the_one_that_is_said(tmp_path, brightest):
    raster = tmp_path / "g.tif"
    write_without_crs(raster)
    with pytest.raises(UnreadableRaster, match="--crs"):
        run(raster, tmp_path / "m.tif", model=brightest())
    run(raster, tmp_path / "m.tif", model=brightest(), crs="EPSG:32636")
    with rasterio.open(tmp_path / "m.tif") as dataset:
        assert dataset.crs == CRS.from_epsg(32636)
        assert dataset.bounds.left == pytest.approx(500_000, abs=0.5)


def test_a_crs_that_tells_no_sizes_is_said_to_be_one(tmp_path, raster_factory, brightest):
    raster = raster_factory(data=patches())
    for crs in ("EPSG:4326", 'LOCAL_CS["site",UNIT["metre",1]]'):
        result = run(raster, tmp_path / "m.tif", model=brightest(), crs=crs)
        (warning,) = result["warnings"]
        assert warning.startswith("The CRS does not tell")
        assert "--crs" in warning


def test_control_points_without_a_crs_are_no_obstacle_to_a_model_of_bands(tmp_path):
    raster = tmp_path / "g.tif"
    write_without_crs(raster)
    asked = FinetuneRequest((str(raster),), "p.gpkg", "class", model="bands", crs="EPSG:32636")
    assert len(describe_bands(asked).model.bands) == 3


def test_rasters_of_a_batch_are_each_as_somebody_says(tmp_path, raster_factory, brightest):
    first = raster_factory(data=patches(), crs="EPSG:32637", name="a.tif")
    second = raster_factory(data=patches(seed=1), crs=None, name="b.tif")
    asked = BatchRequest(
        [str(first), str(second)],
        str(tmp_path / "out"),
        model=brightest(),
        crs="EPSG:32636",
        crs_of={str(second): "EPSG:3857"},
        nodata_of={str(first): "0..999"},
    )
    result = segment_batch(asked, RecordedJob())
    assert [row["status"] for row in result["rasters"]] == ["failed", "done"]
    assert result["rasters"][0]["code"] == "no-valid-pixels"
    with rasterio.open(tmp_path / "out/b.tif") as dataset:
        assert dataset.crs == CRS.from_epsg(3857)


def test_a_model_is_adapted_where_the_rasters_are_said_to_lie(tmp_path, raster_factory):
    data = np.zeros((3, 80, 80), np.uint8)
    data[0, :, :40] = data[1, :, 40:] = 200
    raster = raster_factory(data=data, crs="EPSG:32637")
    cells = [(col, row) for col in (4, 20, 44, 60) for row in (4, 20, 40, 60)]
    squares = [
        shapely.box(500_000 + c / 2, 3_999_995 - r / 2, 500_005 + c / 2, 4_000_000 - r / 2)
        for c, r in cells
    ]
    sides = np.array(["left" if c < 40 else "right" for c, _ in cells], object)
    polygons = tmp_path / "p.gpkg"
    pyogrio.raw.write(polygons, shapely.to_wkb(np.array(squares, object)), [sides], ["class"],
                      crs="EPSG:32636", geometry_type="Polygon")  # fmt: skip
    for said in ({"crs": "EPSG:32636"}, {"crs_of": {str(raster): "EPSG:32636"}}):
        asked = FinetuneRequest(
            (str(raster),), str(polygons), "class", model="bands", out=str(tmp_path / "model"),
            threads=1, **said,
        )  # fmt: skip
        assert adapt(asked, RecordedJob())["accuracy"]["overall_accuracy"] > 0.9


def test_a_map_is_judged_and_sampled_where_it_is_said_to_lie(tmp_path, raster_factory):
    values = np.repeat(np.array([1, 2], np.uint8), 20)[None, None].repeat(30, axis=1)
    class_map = str(raster_factory(data=values, crs="EPSG:32637", name="map.tif"))
    truth = str(raster_factory(data=values, crs=None, name="truth.tif"))
    asked = EvaluateRequest(
        truth, map=class_map, crs="EPSG:32636", reference_crs="EPSG:32636", reference_nodata="2"
    )
    found = evaluate(asked, RecordedJob())
    # What is no class in the reference does not count.
    assert np.array_equal(found["confusion_matrix"], [[600, 0], [0, 0]])
    points = tmp_path / "points.gpkg"
    sample_points(
        SamplePointsRequest(class_map, str(points), 20, crs="EPSG:32636", nodata="1"), RecordedJob()
    )
    meta, _, wkb, _ = pyogrio.raw.read(points)
    assert meta["crs"] == "EPSG:32636"
    assert (shapely.get_x(shapely.from_wkb(wkb)) > 500_010).all()


# Values without data


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("0", 0, 0), ("-9999..-9000", -9999, -9000), ("1e3", 1000, 1000), (" 5 .. 7.5 ", 5, 7.5)],
)
def test_values_without_data_are_written_as_ranges(text, low, high):
    (found,) = parse_nodata(text)
    assert (found.low, found.high, found.band) == (low, high, None)


@pytest.mark.parametrize("text", ["", "x", "5..1", "nan", "inf", "0:5", "-1:5", "1.5:0", "1,,2"])
def test_values_that_are_not_understood_are_refused(text):
    with pytest.raises(InvalidRequest, match=r"The nodata value .* is not understood"):
        SegmentRequest("a.tif", "b.tif", nodata=text).check()


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "float32", "float64"])
def test_several_values_and_ranges_are_no_data(raster_factory, dtype):
    data = np.full((3, 6, 8), 100).astype(dtype)
    for row, value in enumerate((0, 7, 8, 9, 120)):
        data[:, row] = value
    raster = raster_factory(data=data)
    for text, rows in (
        ("0", [0]),
        ("0,120", [0, 4]),
        ("7..9", [1, 2, 3]),
        ("7.5..8.5,0", [0, 2]),
        ("8..99999", [2, 3, 4, 5]),
        ("-99999..0", [0]),
        ("none", []),
        ("55", []),
    ):
        _, valid = valid_of(raster, nodata=text)
        assert np.flatnonzero(~valid.all(axis=1)).tolist() == rows, text


def test_values_of_single_bands_are_no_data_there(raster_factory):
    for dtype in ("uint8", "int16"):
        data = np.full((3, 6, 8), 100).astype(dtype)
        data[0, 0] = data[1, 1] = data[:2, 2] = data[:, 3] = 7
        raster = raster_factory(data=data)
        assert np.flatnonzero(~valid_of(raster, nodata="1:7")[1].all(axis=1)).tolist() == [0, 2, 3]
        # Of bytes, all bands that are named have to hold it.
        rows = [2, 3] if dtype == "uint8" else [0, 1, 2, 3]
        _, valid = valid_of(raster, nodata="1:7,2:7")
        assert np.flatnonzero(~valid.all(axis=1)).tolist() == rows
        # By the number of the raster's band, wherever the model takes it.
        _, valid = valid_of(raster, bands=[3, 2, 1], nodata="1:7")
        assert np.flatnonzero(~valid.all(axis=1)).tolist() == [0, 2, 3]


def test_the_files_own_value_is_data_where_that_is_said(tmp_path, raster_factory, brightest):
    data = patches()
    data[:, :10] = 0
    raster = raster_factory(data=data, nodata=0)
    run(raster, tmp_path / "m.tif", model=brightest(), nodata="none")
    assert np.array_equal(read(tmp_path / "m.tif"), data.argmax(0))
    run(raster, tmp_path / "m.tif", model=brightest(), nodata="200..255")
    assert (read(tmp_path / "m.tif")[:10] != NODATA).all()


# Colour tables

COLORS = np.array(
    [(200, 20, 20), (20, 200, 20), (20, 20, 200), (180, 90, 10), (10, 90, 180), (90, 180, 10)]
)


def write_indexed(path, numbers, colors=COLORS, alpha=255, nodata=None, **options):
    place = {"crs": "EPSG:32636", "transform": Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000)}
    with rasterio.open(
        path, "w", driver="GTiff", count=1, height=numbers.shape[0], width=numbers.shape[1],
        dtype=numbers.dtype, photometric="PALETTE", nodata=nodata, **{**place, **options},
    ) as dataset:  # fmt: skip
        dataset.write(numbers, 1)
        table = {i: (*map(int, color), alpha) for i, color in enumerate(colors)}
        dataset.write_colormap(1, table)
    return path


@pytest.fixture
def numbers():
    small = np.random.default_rng(0).integers(0, 6, (8, 12))
    return np.kron(small, np.ones((5, 5))).astype(np.uint8)


def test_the_colours_of_a_colour_table_are_seen(tmp_path, numbers, brightest):
    expected = COLORS[numbers].argmax(-1)
    raster = write_indexed(tmp_path / "a.tif", numbers)
    model = brightest()
    for bands in (None, [1, 1, 1], [1, 2, 3]):
        page = tmp_path / "r.html"
        result = run(raster, tmp_path / "m.tif", model=model, bands=bands, report=str(page))
        assert "data:image/jpeg" in page.read_text(encoding="utf-8")
        assert np.array_equal(read(tmp_path / "m.tif"), expected)
        assert any("its colour table" in text for text in result["warnings"])
    run(raster, tmp_path / "m.tif", model=model, bands=[3, 2, 1])
    assert np.array_equal(read(tmp_path / "m.tif"), COLORS[numbers][..., ::-1].argmax(-1))
    wide = write_indexed(tmp_path / "wide.tif", numbers.astype(np.uint16))
    run(wide, tmp_path / "m.tif", model=model)
    assert np.array_equal(read(tmp_path / "m.tif"), expected)


def test_numbers_without_data_and_transparent_colours_are_holes(tmp_path, numbers, brightest):
    raster = write_indexed(tmp_path / "a.tif", numbers, nodata=2)
    run(raster, tmp_path / "m.tif", model=brightest())
    assert np.array_equal(read(tmp_path / "m.tif") == NODATA, numbers == 2)
    run(raster, tmp_path / "m.tif", model=brightest(), nodata="0,3..4")
    assert np.array_equal(read(tmp_path / "m.tif") == NODATA, np.isin(numbers, (0, 3, 4)))
    picture = tmp_path / "a.png"
    with rasterio.open(
        picture, "w", driver="PNG", count=1, height=40, width=60, dtype="uint8"
    ) as dataset:
        dataset.write(numbers, 1)
        table = {i: (*map(int, color), 0 if i == 1 else 255) for i, color in enumerate(COLORS)}
        dataset.write_colormap(1, table)
    run(picture, tmp_path / "m.tif", model=brightest())
    assert np.array_equal(read(tmp_path / "m.tif") == NODATA, numbers == 1)


def test_numbered_colours_are_rectified_as_they_are(tmp_path, numbers, brightest):
    grid = Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000)
    raster = write_indexed(tmp_path / "a.tif", numbers, transform=None, crs=None)
    with rasterio.open(raster, "r+") as dataset:
        points = [
            GroundControlPoint(row, col, *(grid @ (col, row))) for row in (0, 40) for col in (0, 60)
        ]
        dataset.gcps = (points, CRS.from_epsg(32636))
    run(raster, tmp_path / "m.tif", model=brightest())
    assert np.array_equal(read(tmp_path / "m.tif"), COLORS[numbers].argmax(-1))


@pytest.mark.parametrize("driver", ["VRT", "GIF", "PNG"])
def test_numbered_colours_of_any_format_are_seen(tmp_path, numbers, brightest, driver):
    raster = tmp_path / f"a.{driver.lower()}"
    rasterio.shutil.copy(write_indexed(tmp_path / "a.tif", numbers), raster, driver=driver)
    run(raster, tmp_path / "m.tif", model=brightest())
    assert np.array_equal(read(tmp_path / "m.tif"), COLORS[numbers].argmax(-1))


def test_alpha_beside_numbered_colours_marks_data(tmp_path, numbers, brightest):
    raster = tmp_path / "a.tif"
    alpha = np.full_like(numbers, 255)
    alpha[:7] = 0
    with rasterio.open(raster, "w", driver="GTiff", count=2, height=40, width=60, dtype="uint8",
                       photometric="PALETTE", alpha="YES") as dataset:  # fmt: skip
        dataset.write(np.stack([numbers, alpha]))
        table = {i: (*map(int, color), 255) for i, color in enumerate(COLORS)}
        dataset.write_colormap(1, table)
    run(raster, tmp_path / "m.tif", model=brightest())
    expected = np.where(alpha > 0, COLORS[numbers].argmax(-1), NODATA)
    assert np.array_equal(read(tmp_path / "m.tif"), expected)


def test_a_table_of_greys_is_a_grey_picture(tmp_path, numbers, brightest):
    raster = write_indexed(tmp_path / "a.tif", numbers, [(i,) * 3 for i in range(256)])
    result = run(raster, tmp_path / "m.tif", model=brightest())
    assert not any("colour table" in text for text in result["warnings"])
    assert any("alone stands for" in text for text in result["warnings"])


def test_stacked_numbers_of_colours_are_refused(tmp_path, numbers, brightest):
    write_indexed(tmp_path / "a.tif", numbers)
    bands = "".join(
        f'<VRTRasterBand dataType="Byte" band="{i}"><ColorInterp>Palette</ColorInterp><ColorTable>'
        '<Entry c1="9" c2="8" c3="7" c4="255"/></ColorTable><SimpleSource>'
        '<SourceFilename relativeToVRT="1">a.tif</SourceFilename><SourceBand>1</SourceBand>'
        "</SimpleSource></VRTRasterBand>"
        for i in (1, 2, 3)
    )
    stack = tmp_path / "a.vrt"
    stack.write_text(f'<VRTDataset rasterXSize="60" rasterYSize="40">{bands}</VRTDataset>')
    with pytest.raises(UnreadableRaster, match="-expand rgb"):
        run(stack, tmp_path / "m.tif", model=brightest())


def test_a_picture_of_numbered_colours_is_in_its_colours(tmp_path, numbers):
    with rasterio.open(write_indexed(tmp_path / "a.tif", numbers)) as dataset:
        picture = input_picture(dataset.name, [3, 2, 1], dataset, (60, 40))
    with MemoryFile(picture) as file, file.open() as dataset:
        seen = np.moveaxis(dataset.read(), 0, -1).astype(int)
    inner = (slice(2, None, 5), slice(2, None, 5))  # lossy, at the edges of patches most
    assert np.abs(seen[inner] - COLORS[numbers][inner][..., ::-1]).mean() < 25


def test_a_map_of_ours_is_no_imagery(tmp_path, raster_factory, brightest):
    confidence = tmp_path / "c.tif"
    run(raster_factory(data=patches()), tmp_path / "m.tif", model=brightest(),
        confidence=str(confidence))  # fmt: skip
    for path in (tmp_path / "m.tif", confidence):
        with pytest.raises(UnreadableRaster, match="a map that CrossEarth has made"):
            run(path, tmp_path / "again.tif", model=brightest())


# Bands


def test_alpha_that_is_asked_for_as_a_band_is_data(tmp_path, raster_factory, brightest):
    data = patches(4)
    data[3, :20] = 0
    raster = raster_factory(data=data, colorinterp=["red", "green", "blue", "alpha"])
    run(raster, tmp_path / "m.tif", model=brightest(4), bands=[1, 2, 3, 4])
    assert np.array_equal(read(tmp_path / "m.tif"), data.argmax(0))
    run(raster, tmp_path / "m.tif", model=brightest(), bands=[4, 1, 2])
    assert np.array_equal(read(tmp_path / "m.tif"), data[[3, 0, 1]].argmax(0))
    # Not asked for, it says where there is data.
    run(raster, tmp_path / "m.tif", model=brightest())
    assert np.array_equal(read(tmp_path / "m.tif") == NODATA, data[3] == 0)
    with pytest.raises(WrongBandCount, match="--bands 1,2,3,4"):
        run(raster, tmp_path / "m.tif", model=brightest(4))


def test_a_single_band_stands_for_all_colours_with_a_warning(tmp_path, raster_factory, brightest):
    data = patches(1)
    raster = raster_factory(data=data)
    result = run(raster, tmp_path / "m.tif", model=brightest())
    assert result["parameters"]["bands"] == [1, 1, 1]
    assert [band["reason"] for band in result["bands"]] == ["only"] * 3
    (warning,) = (text for text in result["warnings"] if "alone stands for" in text)
    assert "poorer map" in warning
    with_alpha = raster_factory(
        data=np.concatenate([data, np.full_like(data, 255)]), colorinterp=["gray", "alpha"],
        name="la.tif",
    )  # fmt: skip
    assert run(with_alpha, tmp_path / "m.tif", model=brightest())["parameters"]["bands"] == [1] * 3
    two = raster_factory(data=patches(2), colorinterp=["gray", "undefined"], name="two.tif")
    with pytest.raises(WrongBandCount, match="--bands 1,2,2"):
        run(two, tmp_path / "m.tif", model=brightest())
    run(two, tmp_path / "m.tif", model=brightest(), bands=[1, 2, 2])


def write_stack(folder, bands, types, nodata=None):
    """Write bands as files of their own types, and a VRT that stacks them."""
    names = {"uint8": "Byte", "uint16": "UInt16", "int16": "Int16", "float32": "Float32"}
    parts = ""
    for i, (band, dtype) in enumerate(zip(bands, types, strict=True)):
        with rasterio.open(
            folder / f"{i}.tif", "w", driver="GTiff", width=band.shape[1], height=band.shape[0],
            count=1, dtype=dtype,
        ) as dataset:  # fmt: skip
            dataset.write(band.astype(dtype), 1)
        value = "" if nodata is None else f"<NoDataValue>{nodata[i]}</NoDataValue>"
        parts += (
            f'<VRTRasterBand dataType="{names[dtype]}" band="{i + 1}">{value}<SimpleSource>'
            f'<SourceFilename relativeToVRT="1">{i}.tif</SourceFilename><SourceBand>1</SourceBand>'
            "</SimpleSource></VRTRasterBand>"
        )
    path = folder / "stack.vrt"
    height, width = bands[0].shape
    path.write_text(
        f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}"><SRS>EPSG:32636</SRS>'
        f"<GeoTransform>500000, 0.5, 0, 4000000, 0, -0.5</GeoTransform>{parts}</VRTDataset>"
    )
    return path


@pytest.mark.parametrize(
    "types",
    [("uint8", "uint16", "uint8"), ("uint8", "int16", "float32"), ("float32", "uint8", "uint16")],
)
def test_bands_of_several_types_are_read_as_they_are(tmp_path, brightest, types):
    data = patches().astype(np.float64)
    for band, dtype in zip(data, types, strict=True):
        if dtype == "float32":
            band += 0.25
    raster = write_stack(tmp_path, data, types, nodata=[3, 4, 5])
    pixels, valid = valid_of(raster)
    assert np.array_equal(pixels, data)
    assert np.array_equal(valid, (data != np.array([3, 4, 5])[:, None, None]).all(axis=0))
    run(raster, tmp_path / "m.tif", model=brightest(), stretch="0,255")
    found = read(tmp_path / "m.tif")
    assert np.array_equal(found[valid], data.argmax(0)[valid])


def test_bytes_among_other_bands_stay_as_they_are(tmp_path, brightest):
    data = patches().astype(np.float64)
    raster = write_stack(tmp_path, data, ("uint8", "uint16", "uint8"))
    result = run(raster, tmp_path / "m.tif", model=brightest(), report=str(tmp_path / "r.html"))
    assert result["stretch"] == [[0, 255]] * 3
    assert np.array_equal(read(tmp_path / "m.tif"), data.argmax(0))
    assert "data:image/jpeg" in (tmp_path / "r.html").read_text(encoding="utf-8")
    data[1] *= 40
    result = run(
        write_stack(tmp_path, data, ("uint8", "uint16", "uint8")), tmp_path / "m.tif",
        model=brightest(),
    )  # fmt: skip
    low, high = np.percentile(data[1], [2, 98])
    assert result["stretch"] == [[0, 255], [pytest.approx(low), pytest.approx(high)], [0, 255]]


@pytest.mark.parametrize("fill", ["nodata", "nan"])
def test_bands_without_any_data_do_not_empty_the_map(tmp_path, raster_factory, brightest, fill):
    data = patches(5).astype(np.float32)
    value = np.nan if fill == "nan" else -9999
    data[2] = data[4] = value
    data[:, :5, :5] = value  # a hole, which stays one
    raster = raster_factory(data=data, nodata=-9999 if fill == "nodata" else None, block_size=16)
    result = run(
        raster, tmp_path / "m.tif", model=brightest(5), bands=[1, 2, 3, 4, 5], stretch="0,255"
    )
    found = read(tmp_path / "m.tif")
    assert (found[:5, :5] == NODATA).all()
    valid = np.ones(found.shape, bool)
    valid[:5, :5] = False
    data[[2, 4]] = 0
    assert np.array_equal(found[valid], data.argmax(0)[valid])
    (note,) = (text for text in result["notes"] if "no data anywhere" in text)
    assert "in band 3, 5." in note


def test_a_mask_for_all_bands_holds_beside_a_band_without_data(raster_factory, tmp_path, brightest):
    data = patches().astype(np.float32)
    data[0] = np.nan
    mask = np.full(data.shape[1:], 255, np.uint8)
    mask[:10] = 0
    raster = raster_factory(data=data, mask=mask)
    run(raster, tmp_path / "m.tif", model=brightest(), stretch="0,255")
    assert np.array_equal(read(tmp_path / "m.tif") == NODATA, mask == 0)


def test_a_band_with_data_in_a_corner_is_not_dead(raster_factory, tmp_path, brightest):
    data = np.full((3, 256, 256), 50, np.int16)
    data[1] = -1
    data[1, 250:, 3:9] = 90
    data[0, 250:] = -1  # nowhere all three
    raster = raster_factory(data=data, nodata=-1, block_size=32)
    with pytest.raises(Exception, match="no valid pixels"):
        run(raster, tmp_path / "m.tif", model=brightest())


def test_an_empty_raster_stays_empty(raster_factory, tmp_path, brightest):
    raster = raster_factory(data=np.full((3, 40, 40), -1, np.int16), nodata=-1)
    with pytest.raises(Exception, match="no valid pixels"):
        run(raster, tmp_path / "m.tif", model=brightest())
