"""Rasters on servers that fail: what comes is whole, or it is said that it is not."""

import json
import logging
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import rasterio

from crossearth_engine.errors import ConnectionLost, InputChanged, UnreadableRaster
from crossearth_engine.raster.fetching import fetched
from crossearth_engine.raster.opening import open_raster
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from crossearth_engine.storage import objects
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


def test_what_another_thread_lost_meanwhile_is_asked_for_again(monkeypatch):
    monkeypatch.setattr(objects, "DELAYS_S", (0.01,))

    def listen(text):
        logging.getLogger("rasterio._env").debug(text)

    def lose():
        listen("DownloadRegion(x): response_code=0, msg=hung up")
        raise rasterio.errors.RasterioIOError("no")

    def read():
        calls.append(1)
        if len(calls) < 3:
            with ThreadPoolExecutor(1) as pool, pytest.raises(ConnectionLost):
                pool.submit(
                    fetched, ("/vsicurl/http://localhost/x",), lose, is_alone=False
                ).result()
        return len(calls)

    calls, begun = [], []
    names = ("local.vrt", "/vsicurl/http://localhost/x")
    assert fetched(names, read, lambda: begun.append(1), is_alone=False) == 3
    assert len(begun) == 2


def test_what_another_thread_has_lost_before_is_not_read_of_it(monkeypatch):
    """It goes on for a while, and what GDAL keeps of its loss is there for all."""
    monkeypatch.setattr(objects, "DELAYS_S", (0.01, 0.01))
    has_lost, may_go_on = threading.Event(), threading.Event()
    names = ("/vsicurl/http://localhost/x",)
    tried = []

    def lose():
        tried.append(1)
        if len(tried) == 1:
            text = "DownloadRegion(x): response_code=0, msg=hung up"
            logging.getLogger("rasterio._env").debug(text)
            has_lost.set()
            may_go_on.wait(30)

    def read():
        calls.append(1)
        may_go_on.set()
        return len(calls)

    calls = []
    with ThreadPoolExecutor(1) as pool:
        losing = pool.submit(fetched, names, lose, is_alone=False)
        assert has_lost.wait(30)
        assert fetched(names, read, is_alone=False) > 1
        losing.result()
    assert fetched(names, read, is_alone=False) == len(calls)


@pytest.mark.parametrize("how", [HANGS_UP, BUSY])
def test_a_question_that_was_lost_leaves_nothing_for_those_who_open(how, name, store, monkeypatch):
    """Who asks whether a raster is the same waits, and others open it meanwhile."""
    files = []

    def wait(_seconds):
        with rasterio.open(name) as dataset:
            files.append(dataset.files)

    monkeypatch.setattr(objects, "pause", wait)
    with opened(name) as source:
        known = source.file_states
        store.faults((r"(GET|HEAD).*scene\.tif", 1, how))
        assert {name: objects.identity(name)} == known
    assert files == [[name]]


def test_what_is_read_while_a_question_is_lost_is_read_again(name, store, monkeypatch):
    monkeypatch.setattr(objects, "DELAYS_S", (0.01,))

    def read():
        calls.append(1)
        if len(calls) == 1:
            store.faults((r"(GET|HEAD).*scene\.tif", 1, HANGS_UP))
            with ThreadPoolExecutor(1) as pool:
                pool.submit(objects.identity, name).result()
        return len(calls)

    calls = []
    assert fetched((name,), read, is_alone=False) == 2


@pytest.mark.parametrize("how", [HANGS_UP, BREAKS_OFF])
def test_half_an_answer_is_not_kept_for_those_who_come_later(how, name, scene, store):
    store.faults((r"GET.*scene\.tif", 999, how))
    for _ in range(3):
        with pytest.raises(ConnectionLost):
            opened(name)
    store.faults()
    with opened(scene) as source:
        expected = source.read(MIDDLE)[0]
    with opened(name) as source:
        assert (source.read(MIDDLE)[0] == expected).all()


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


READ_BY_MANY = """
import sys, threading, time
from concurrent.futures import ThreadPoolExecutor

from crossearth_engine.raster.source import RasterSource
from crossearth_engine.storage import objects
from rasterio.windows import Window

name = sys.argv[1]

def forget():
    # As a request that was lost does.
    while True:
        objects.forget(objects.place_of(name))
        time.sleep(0.005)

def read(start):
    with RasterSource(name, ("r", "g", "b"), [1, 2, 3]) as source:
        return int(source.read(Window(start, 200, 100, 100))[0].sum())

threading.Thread(target=forget, daemon=True).start()
with ThreadPoolExecutor(6) as pool:
    print(list(pool.map(read, range(24))))
"""


def test_threads_that_want_the_same_of_a_server_do_not_wait_for_each_other_forever(scene, store):
    store.write(f"/public/{scene.parent.name}/scene.tif", scene.read_bytes())
    name = f"/vsicurl/{store.address}/public/{scene.parent.name}/scene.tif"
    with opened(scene) as source:
        expected = [int(source.read(Window(i, 200, 100, 100))[0].sum()) for i in range(24)]
    store.faults(delay=0.02)
    # A process of its own: one that waits forever can only be killed.
    done = subprocess.run(
        [sys.executable, "-c", READ_BY_MANY, name], stdout=subprocess.PIPE, text=True, timeout=60
    )
    assert json.loads(done.stdout) == expected
