"""Rasters on servers that fail: what comes is whole, or it is said that it is not."""

import numpy as np
import pytest
import rasterio

from crossearth_engine.errors import ConnectionLost, InputChanged, UnreadableRaster
from crossearth_engine.raster.opening import open_raster
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from tests.engine.conftest import UTM

HANGS_UP, BREAKS_OFF, REFUSES, BUSY = 0, 1, 403, 503
MIDDLE = Window(200, 150, 300, 300)


@pytest.fixture
def scene(tmp_path):
    """A raster of several ranges, of which no pixel is 0."""
    pixels = np.random.default_rng(0).integers(1, 255, (3, 600, 600)).astype(np.uint8)
    path = tmp_path / "scene.tif"
    place = rasterio.transform.from_origin(500_000, 4_000_000, 0.5, 0.5)
    with rasterio.open(
        path, "w", "GTiff", 600, 600, 3, dtype="uint8", tiled=True, blockxsize=128, blockysize=128,
        crs=UTM, transform=place,
    ) as dataset:  # fmt: skip
        dataset.write(pixels)
    return path


@pytest.fixture(params=["web", "s3"])
def name(request, store, scene):
    """What GDAL calls the raster on a server."""
    root = "/vsis3" if request.param == "s3" else f"/vsicurl/{store.address}"
    store.write(f"/public/{scene.parent.name}/scene.tif", scene.read_bytes())
    return f"{root}/public/{scene.parent.name}/scene.tif"


def opened(path):
    return RasterSource(path, ("r", "g", "b"), [1, 2, 3])


@pytest.mark.parametrize("how", [HANGS_UP, BREAKS_OFF, BUSY])
@pytest.mark.parametrize("times", [1, 3, 7])
def test_what_does_not_come_is_fetched_again(how, times, name, scene, store):
    with opened(scene) as source:
        expected = source.read(MIDDLE)
    with opened(name) as source:
        store.faults((r"GET.*scene\.tif", times, how))
        pixels, valid = source.read(MIDDLE)
    assert (pixels == expected[0]).all()
    assert valid.all()


@pytest.mark.parametrize("how", [HANGS_UP, BREAKS_OFF, BUSY])
def test_pixels_that_never_come_are_no_zeros(how, name, store):
    with opened(name) as source:
        store.faults((r"GET.*scene\.tif", 999, how))
        with pytest.raises(ConnectionLost, match="run it again"):
            source.read(MIDDLE)
    assert ConnectionLost.is_failure


@pytest.mark.parametrize("times", [2, 999])
def test_a_connection_that_is_lost_while_opening_is_no_other_format(times, name, store):
    store.faults((r"GET.*scene\.tif", times, HANGS_UP))
    if times == 2:
        open_raster(name).close()
    else:
        with pytest.raises(ConnectionLost):
            open_raster(name)


def test_a_mask_that_does_not_answer_is_not_taken_for_none(name, scene, store):
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False), rasterio.open(scene, "r+") as dataset:
        dataset.write_mask(np.zeros((600, 600), bool))
    mask = scene.with_name("scene.tif.msk").read_bytes()
    store.write(f"/public/{scene.parent.name}/scene.tif.msk", mask)
    store.faults((r"scene\.tif\.msk", 999, HANGS_UP))
    with pytest.raises(ConnectionLost):
        opened(name)
    store.faults()
    with opened(name) as source:
        assert not source.read(MIDDLE)[1].any()


@pytest.mark.parametrize("how", [HANGS_UP, BREAKS_OFF])
def test_statistics_that_do_not_answer_are_not_taken_for_none(how, name, scene, store, capfd):
    text = '<PAMDataset><PAMRasterBand band="1"><NoDataValue>7</NoDataValue></PAMRasterBand>{}'
    content = text.format("<!-- -->" * 3000) + "</PAMDataset>"
    store.write(f"/public/{scene.parent.name}/scene.tif.aux.xml", content.encode())
    store.faults((r"scene\.tif\.aux\.xml", 3, how))
    with opened(name) as source:
        assert source.said_nodata == "7"
    store.faults((r"GET.*scene\.tif\.aux\.xml", 999, how))
    with pytest.raises(ConnectionLost):
        opened(name)
    assert capfd.readouterr().err == ""


def test_a_raster_that_is_another_one_by_now_is_not_gone_on_with(name, scene, store):
    with opened(name) as source:
        other = bytearray(scene.read_bytes())
        other[50_000:60_000] = bytes(10_000)
        store.write(f"/public/{scene.parent.name}/scene.tif", bytes(other))
        store.faults((r"GET.*scene\.tif", 9, HANGS_UP))
        with pytest.raises(InputChanged):
            source.read(MIDDLE)


def test_what_is_no_longer_granted_is_told_as_that(name, store):
    with opened(name) as source:
        store.faults((r"(GET|HEAD).*scene\.tif", 999, REFUSES))
        with pytest.raises(UnreadableRaster, match=r"AccessDenied|refuses") as caught:
            source.read(MIDDLE)
    assert not isinstance(caught.value, ConnectionLost)


def test_a_virtual_raster_of_what_is_on_a_server_is_not_of_zeros_either(name, tmp_path, store):
    virtual = tmp_path / "virtual.vrt"
    bands = "".join(
        f'<VRTRasterBand dataType="Byte" band="{band}"><SimpleSource><SourceFilename>{name}'
        f"</SourceFilename><SourceBand>{band}</SourceBand></SimpleSource></VRTRasterBand>"
        for band in (1, 2, 3)
    )
    size = 'rasterXSize="600" rasterYSize="600"'
    virtual.write_text(f"<VRTDataset {size}>{bands}</VRTDataset>")
    with opened(virtual) as source:
        assert source.read(MIDDLE)[0].all()
    with opened(virtual) as source:
        store.faults((r"GET.*scene\.tif", 7, HANGS_UP))
        assert source.read(MIDDLE)[0].all()
