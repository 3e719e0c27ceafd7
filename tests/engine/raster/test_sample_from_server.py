"""Blocks of a raster on a server are read several at a time."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
import rasterio

from crossearth_engine.errors import JobCanceled, UnreadableRaster
from crossearth_engine.patience import stopped_by
from crossearth_engine.raster.sample import REMOTE_READERS, Sampler, _looks
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from tests.engine.conftest import RecordedJob


@pytest.fixture
def scene(tmp_path):
    pixels = np.random.default_rng(0).integers(1, 900, (2, 640, 512)).astype(np.uint16)
    pixels[:, 100:160, :200] = 0
    path = tmp_path / "scene.tif"
    with rasterio.open(
        path, "w", "GTiff", 512, 640, 2, dtype="uint16", nodata=0, tiled=True,
        blockxsize=64, blockysize=64,
    ) as dataset:  # fmt: skip
        dataset.write(pixels)
    return path


def test_they_come_in_order_and_read_by_several(scene, monkeypatch):
    blocks = [Window(col, row, 64, 64) for row in (0, 128) for col in range(0, 384, 64)]
    with RasterSource(scene, ("", ""), [1, 2]) as source:
        alone = [source.read(block) for block in blocks]
        monkeypatch.setattr(RasterSource, "is_remote", True)
        read, together = RasterSource.read, threading.Barrier(REMOTE_READERS)

        def read_with_others(source, window):
            if window.row_off == 0:
                together.wait(10)
            return read(source, window)

        monkeypatch.setattr(RasterSource, "read", read_with_others)
        with _looks(source, None, iter(blocks)) as found:
            by_several = list(found)
    for (pixels, valid, _), (own_pixels, own_valid) in zip(by_several, alone, strict=True):
        np.testing.assert_array_equal(pixels, own_pixels)
        np.testing.assert_array_equal(valid, own_valid)


def test_a_server_is_asked_once_what_a_raster_is(scene, store):
    store.write("/bucket/scene.tif", scene.read_bytes())
    with RasterSource("/vsis3/bucket/scene.tif", ("", ""), [1, 2]) as source:
        store.requests()
        with source.reopen() as twin:
            assert twin.identity == source.identity
    assert store.requests() == []


def test_a_server_that_falls_silent_holds_no_cancel_up(scene, store):
    store.write("/bucket/scene.tif", scene.read_bytes())
    job = RecordedJob()
    with (
        RasterSource("/vsis3/bucket/scene.tif", ("", ""), [1, 2]) as source,
        stopped_by(job.check),
    ):
        store.faults(delay=20)
        threading.Timer(0.3, job.cancel).start()
        began = time.monotonic()
        with pytest.raises(JobCanceled):
            Sampler(source).whole  # noqa: B018 - asked for that alone
    assert time.monotonic() - began < 5


def test_a_damaged_block_is_told(scene, monkeypatch):
    monkeypatch.setattr(RasterSource, "is_remote", True)

    def fail(source, window):
        raise UnreadableRaster(path=source.path, reason="its blocks do not come.")

    monkeypatch.setattr(RasterSource, "read", fail)
    with (
        RasterSource(scene, ("", ""), [1, 2]) as source,
        pytest.raises(UnreadableRaster, match="do not come"),
    ):
        Sampler(source).whole  # noqa: B018 - asked for that alone
