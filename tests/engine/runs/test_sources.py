"""Rasters in whatever place and form GDAL opens them."""

import zipfile

import numpy as np
import pytest
import rasterio
import rasterio.shutil
import rasterio.vrt
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.rpc import RPC

from crossearth_engine import errors
from tests.engine.conftest import read, run
from tests.engine.file_server import serving_apart


def write_plain(path, data, **options):
    count, height, width = data.shape
    with rasterio.open(path, "w", driver="GTiff", width=width, height=height, count=count,
                       dtype=data.dtype, photometric="RGB", **options) as dataset:  # fmt: skip
        dataset.write(data)
    return path


def write_vrt(path, source, inside="", size=40):
    bands = "".join(
        f'<VRTRasterBand dataType="Byte" band="{band}"><SimpleSource><SourceFilename '
        f'relativeToVRT="1">{source}</SourceFilename><SourceBand>{band}</SourceBand>'
        "</SimpleSource></VRTRasterBand>"
        for band in (1, 2, 3)
    )
    path.write_text(
        f'<VRTDataset rasterXSize="{size}" rasterYSize="{size}">{inside}{bands}</VRTDataset>',
        encoding="utf-8",
    )
    return path


def quarters(size=40):
    """Four areas of one colour each: rectifying moves pixels by less than their edges."""
    data = np.zeros((3, size, size), np.uint8)
    half = size // 2
    for index, (row, col) in enumerate(((0, 0), (0, half), (half, 0), (half, half))):
        data[:, row : row + half, col : col + half] = np.array([[60], [90], [200]])[:, :, None] // (
            index + 1
        )
    return data


# Where it lies


def test_control_points_place_the_map_as_qgis_shows_the_raster(tmp_path, color_model):
    # A grid that is turned by 30 degrees: rows and columns say nothing of north.
    turned = Affine.translation(500_000, 4_000_000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)
    points = [
        GroundControlPoint(row, col, *(turned @ (col, row)))
        for row in (0, 20, 40)
        for col in (0, 20, 40)
    ]
    data = quarters()
    raster = write_plain(tmp_path / "gcps.tif", data, gcps=points, crs="EPSG:32636")
    upright = write_plain(tmp_path / "turned.tif", data, transform=turned, crs="EPSG:32636")
    result = run(raster, tmp_path / "map.tif", model=str(color_model))
    run(upright, tmp_path / "expected.tif", model=str(color_model))
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.crs.to_epsg() == 32636
        assert dataset.transform.is_rectilinear
        classes = dataset.read(1)
        for row in (5, 15, 25, 35):
            for col in (5, 15, 25, 35):
                x, y = turned @ (col, row)
                found = classes[dataset.index(x, y)]
                assert found == read(tmp_path / "expected.tif")[row, col]
        # Around the turned square there is nothing.
        assert {int(classes[i, j]) for i in (0, -1) for j in (0, -1)} == {255}
    assert sum(result["class_area_m2"].values()) == pytest.approx(20 * 20, rel=0.03)


@pytest.mark.parametrize("nodata", [None, 0])
def test_control_points_in_degrees_and_with_nodata(tmp_path, color_model, nodata):
    points = [
        GroundControlPoint(r, c, 33 + c / 1e5, 36 - r / 1e5) for r in (0, 40) for c in (0, 40)
    ]
    data = quarters()
    data[:, :10] = 0
    raster = write_plain(tmp_path / "g.tif", data, gcps=points, crs="EPSG:4326", nodata=nodata)
    run(raster, tmp_path / "map.tif", model=str(color_model))
    classes = read(tmp_path / "map.tif")
    assert ((classes[:9] == 255).all(), (classes[11:] == 255).any()) == (nodata == 0, False)
    run(raster, tmp_path / "map.tif", model=str(color_model), nodata="0")
    assert (read(tmp_path / "map.tif")[:9] == 255).all()


def test_control_points_without_crs_and_camera_models_are_refused(tmp_path, color_model):
    write_plain(tmp_path / "plain.tif", quarters())
    points = "".join(
        f'<GCP Id="{r}{c}" Pixel="{c}" Line="{r}" X="{c}" Y="{-r}"/>'
        for r in (0, 9)
        for c in (0, 9)
    )
    vrt = write_vrt(tmp_path / "points.vrt", "plain.tif", f"<GCPList>{points}</GCPList>")
    with pytest.raises(errors.UnreadableRaster, match=r"without a CRS.*gdalwarp"):
        run(vrt, tmp_path / "map.tif", model=str(color_model))
    coefficients = [1.0, *[0.0] * 19]
    camera = RPC(
        height_off=0, height_scale=1, lat_off=36, lat_scale=1, line_den_coeff=coefficients,
        line_num_coeff=coefficients, line_off=0, line_scale=1, long_off=33, long_scale=1,
        samp_den_coeff=coefficients, samp_num_coeff=coefficients, samp_off=0, samp_scale=1,
        err_bias=None, err_rand=None,
    )  # fmt: skip
    raster = write_plain(tmp_path / "camera.tif", quarters(), rpcs=camera)
    with pytest.raises(errors.UnreadableRaster, match=r"RPC.*gdalwarp -rpc"):
        run(raster, tmp_path / "map.tif", model=str(color_model))


@pytest.mark.parametrize(
    "transform",
    [
        Affine(0.5, 0, 500_000, 0, 0.5, 4_000_000),
        Affine(-0.5, 0, 500_020, 0, -0.5, 4_000_000),
        Affine(-0.5, 0, 500_020, 0, 0.5, 4_000_000),
        Affine(0, 0.5, 500_000, 0.5, 0, 4_000_000),
        Affine(0.4, 0.3, 500_000, 0.3, -0.4, 4_000_000),
        Affine(0.5, 0, 500_000, 0, -0.25, 4_000_000),
    ],
    ids=["south up", "mirrored", "upside down", "transposed", "turned", "not square"],
)
@pytest.mark.parametrize("gsd", [None, 0.9])
def test_any_grid_gives_a_map_on_it(tmp_path, color_model, transform, gsd):
    data = quarters()
    raster = write_plain(tmp_path / "a.tif", data, transform=transform, crs="EPSG:32636")
    plain = write_plain(tmp_path / "b.tif", data)
    run(plain, tmp_path / "expected.tif", model=str(color_model))
    result = run(raster, tmp_path / "map.tif", model=str(color_model), gsd=gsd)
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.transform.almost_equals(transform)
        classes = dataset.read(1)
    expected = read(tmp_path / "expected.tif")
    assert np.mean(classes == expected) > (0.999 if gsd is None else 0.85)
    pixel = abs(transform.determinant)
    assert sum(result["class_area_m2"].values()) == pytest.approx(1600 * pixel, rel=0.01)
    # An extent in the raster's CRS is the place it says.
    xs, ys = zip(*(transform @ corner for corner in ((10, 5), (30, 5), (10, 20), (30, 20))))  # noqa: B905
    run(raster, tmp_path / "part.tif", model=str(color_model), gsd=gsd,
        extent=[min(xs), min(ys), max(xs), max(ys)])  # fmt: skip
    with rasterio.open(tmp_path / "part.tif") as dataset:
        col, row = (round(v) for v in ~transform @ (dataset.transform.c, dataset.transform.f))
        part = dataset.read(1)
    assert np.array_equal(part, classes[row : row + part.shape[0], col : col + part.shape[1]])


# What it comes from


@pytest.fixture
def plain(tmp_path, color_model):
    """A raster in a folder of its own, and its map."""
    folder = tmp_path / "in"
    folder.mkdir()
    data = np.random.default_rng(0).integers(1, 255, (3, 120, 140)).astype(np.uint8)
    place = {"transform": Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000), "crs": "EPSG:32636"}
    raster = write_plain(folder / "plain.tif", data, tiled=True, blockxsize=32, blockysize=32,
                         **place)  # fmt: skip
    run(raster, tmp_path / "plain-map.tif", model=str(color_model))
    return raster, read(tmp_path / "plain-map.tif")


def maps_like(source, expected, tmp_path, model, **options):
    """Whether a source gives the expected map, and its folder is left as it was."""
    before = sorted(tmp_path.joinpath("in").rglob("*"))
    run(source, tmp_path / "map.tif", model=str(model), **options)
    assert sorted(tmp_path.joinpath("in").rglob("*")) == before
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.crs.to_epsg() == 32636
        assert dataset.bounds.left == 500_000
    return np.array_equal(read(tmp_path / "map.tif"), expected)


COPIES = {
    "VRT": ("a.vrt", {}),
    "COG": ("a.tif", {"blocksize": 128}),
    "JP2OpenJPEG": ("a.jp2", {"QUALITY": "100", "REVERSIBLE": "YES", "YCBCR420": "NO"}),
    "PNG": ("a.png", {"WORLDFILE": "YES"}),
    "GPKG": ("a.gpkg", {"TILE_FORMAT": "PNG"}),
    "HFA": ("a.img", {}),
}


@pytest.mark.parametrize(("driver", "how"), COPIES.items())
def test_any_format_gives_the_same_map(tmp_path, color_model, plain, driver, how):
    raster, expected = plain
    copy = raster.with_name(how[0])
    try:
        rasterio.shutil.copy(raster, copy, driver=driver, **how[1])
    except rasterio.errors.RasterioError as error:
        pytest.skip(f"this GDAL does not write {driver}: {error}")
    assert maps_like(copy, expected, tmp_path, color_model)


def test_names_may_hold_any_letter(tmp_path, color_model, plain):
    raster, expected = plain
    folder = raster.parent / "Gebäude & Straßen 建物"
    folder.mkdir()
    moved = raster.rename(folder / "a b#c%20'd'.tif")
    assert maps_like(moved, expected, tmp_path, color_model)


def test_subdatasets_are_read_and_asked_for(tmp_path, color_model, plain):
    raster, expected = plain
    pages = raster.with_name("pages.tif")
    empty = raster.with_name("empty.tif")
    with rasterio.open(raster) as source, rasterio.open(empty, "w", **source.profile) as dataset:
        dataset.write(np.ones((3, 120, 140), np.uint8))
    for page in (empty, raster):
        is_second = {"APPEND_SUBDATASET": "YES"} if pages.exists() else {}
        rasterio.shutil.copy(page, pages, driver="GTiff", **is_second)
    assert maps_like(f"GTIFF_DIR:2:{pages}", expected, tmp_path, color_model)
    tables = raster.with_name("tables.gpkg")
    for table in ("one", "two"):
        is_second = {"APPEND_SUBDATASET": "YES"} if tables.exists() else {}
        rasterio.shutil.copy(raster, tables, driver="GPKG", RASTER_TABLE=table,
                             TILE_FORMAT="PNG", **is_second)  # fmt: skip
    with pytest.raises(errors.UnreadableRaster, match="several rasters") as caught:
        run(tables, tmp_path / "map.tif", model=str(color_model))
    assert f"GPKG:{tables}:ONE" in str(caught.value)
    assert f"GPKG:{tables}:TWO" in str(caught.value)
    assert maps_like(f"GPKG:{tables}:TWO", expected, tmp_path, color_model)


def test_archives_and_servers_are_read_in_place(tmp_path, color_model, plain):
    raster, expected = plain
    archive = raster.with_name("a.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.write(raster, "inner folder/a.tif")
    inner = f"/vsizip/{archive}/inner folder/a.tif"
    assert maps_like(inner, expected, tmp_path, color_model)
    with serving_apart(raster.parent) as address:
        assert maps_like(f"/vsicurl/{address}/plain.tif", expected, tmp_path, color_model)
        assert maps_like(f"{address}/plain.tif", expected, tmp_path, color_model)
        zipped = f"/vsizip//vsicurl/{address}/a.zip/inner folder/a.tif"
        assert maps_like(zipped, expected, tmp_path, color_model)
        with pytest.raises(errors.UnreadableRaster, match="none of this name"):
            run(f"/vsicurl/{address}/missing.tif", tmp_path / "map.tif", model=str(color_model))


def test_overviews_of_others_change_nothing(tmp_path, color_model, plain):
    raster, _ = plain
    run(raster, tmp_path / "before.tif", model=str(color_model), gsd=4)
    with rasterio.open(raster, "r+") as dataset:
        dataset.build_overviews([2, 4, 8], rasterio.enums.Resampling.nearest)
        with rasterio.open(raster, overview_level=1) as overview:
            assert overview.width < dataset.width
    run(raster, tmp_path / "after.tif", model=str(color_model), gsd=4)
    assert np.array_equal(read(tmp_path / "before.tif"), read(tmp_path / "after.tif"))


def test_a_warped_vrt_of_another_crs_is_read(tmp_path, color_model, plain):
    raster, _ = plain
    with (
        rasterio.open(raster) as source,
        rasterio.vrt.WarpedVRT(source, crs="EPSG:4326", add_alpha=True) as warped,
    ):
        rasterio.shutil.copy(warped, tmp_path / "warped.vrt", driver="VRT")
        valid = warped.dataset_mask() > 0
    result = run(tmp_path / "warped.vrt", tmp_path / "map.tif", model=str(color_model))
    assert np.array_equal(read(tmp_path / "map.tif") != 255, valid)
    assert sum(result["class_area_m2"].values()) == pytest.approx(70 * 60, rel=0.02)
