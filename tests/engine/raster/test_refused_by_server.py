"""What is said of a raster that a server does not give."""

import numpy as np
import pytest

from crossearth_engine.errors import ConnectionLost, UnreadableRaster
from crossearth_engine.raster.opening import open_raster, reading
from tests.engine.file_server import serving

STORES = ("s3", "gs", "az")


def reason(name):
    with pytest.raises(UnreadableRaster) as caught:
        open_raster(name)
    return caught.value.details["reason"]


@pytest.mark.parametrize("scheme", STORES)
def test_missing_credentials_are_told_with_what_to_set(scheme, store, monkeypatch):
    for name in store.settings():
        if "KEY" in name or "STRING" in name:
            monkeypatch.delenv(name)
    monkeypatch.setenv("CPL_AWS_CREDENTIALS_FILE", "none")
    monkeypatch.setenv("AWS_CONFIG_FILE", "none")
    monkeypatch.setenv("CPL_AWS_AUTODETECT_EC2", "NO")
    monkeypatch.setenv("CPL_GCE_SKIP", "YES")
    assert "there are no credentials" in reason(f"{scheme}://bucket/keyless/{scheme}.tif")


@pytest.mark.parametrize("scheme", STORES)
def test_a_folder_and_what_is_missing_are_told_apart(scheme, store, raster_factory):
    store.write(f"/bucket/f{scheme}/scene.tif", raster_factory().read_bytes())
    assert "it is a folder" in reason(f"{scheme}://bucket/f{scheme}")
    assert "it is a folder" in reason(f"{scheme}://bucket/f{scheme}/")
    assert "none of this name" in reason(f"{scheme}://bucket/f{scheme}/none.tif")


def test_a_server_without_ranges_is_told_with_a_remedy(raster_factory):
    pixels = np.random.default_rng(0).integers(0, 255, (3, 700, 700)).astype(np.uint8)
    files = {"/scene.tif": raster_factory(data=pixels).read_bytes()}
    with serving(files=files, has_ranges=False) as (address, _):
        assert "Download it" in reason(f"/vsicurl/{address}/scene.tif")


def test_a_connection_that_is_cut_is_no_damaged_file(raster_factory):
    pixels = np.random.default_rng(0).integers(0, 255, (3, 300, 300)).astype(np.uint8)
    content = raster_factory(data=pixels).read_bytes()
    with serving(files={"/cut.tif": content}) as (address, behaviour):
        name = f"/vsicurl/{address}/cut.tif"
        with open_raster(name) as dataset:
            behaviour.break_at += [30_000] * 20
            with pytest.raises(ConnectionLost, match="run it again"), reading(name):
                dataset.read()
    assert ConnectionLost.is_failure
