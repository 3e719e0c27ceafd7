"""TIFFs on servers: with what lies beside them, and without forty questions about it."""

import numpy as np
import pytest
import rasterio

from crossearth_engine.raster.opening import open_raster
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window

HANGS_UP, REFUSES = 0, 403
PLACES = ("/vsis3", "/vsigs", "/vsiaz", "web")
ALL = Window(0, 0, 64, 48)

AUX = """<PAMDataset><PAMRasterBand band="1"><NoDataValue>7</NoDataValue></PAMRasterBand>
<Metadata><MDI key="TIFFTAG_DATETIME">2024:06:01 10:00:00</MDI></Metadata></PAMDataset>"""
PLACE = "2\n0\n0\n-2\n500001\n3999999\n"


@pytest.fixture(params=PLACES)
def send(request, store, tmp_path):
    """Send what lies in a folder of the disk; return GDAL's name of the raster there."""

    def sent(*paths):
        for path in paths:
            store.write(f"/public/{tmp_path.name}/{path.name}", path.read_bytes())
        root = f"/vsicurl/{store.address}" if request.param == "web" else request.param
        store.requests()
        return f"{root}/public/{tmp_path.name}/{paths[0].name}"

    return sent


def is_same(one, other):
    """Whether two rasters are the same for whoever maps them."""
    with RasterSource(one, ("r",), [1]) as a, RasterSource(other, ("r",), [1]) as b:
        pairs = zip(a.read(ALL), b.read(ALL), strict=True)
        said = [(it.crs, it.transform, it.acquired, it.said_nodata) for it in (a, b)]
        return said[0] == said[1] and all(np.array_equal(mine, its) for mine, its in pairs)


def test_what_is_not_there_is_not_asked_for_name_by_name(send, store, raster_factory):
    path = raster_factory()
    name = send(path)
    assert is_same(path, name)
    asked = store.requests()
    # The raster, its size, and what may be beside it: of stores as one list.
    assert len(asked) <= (24 if "vsicurl" in name else 9), asked
    open_raster(name).close()
    assert len(store.requests()) <= 2


@pytest.mark.parametrize("fault", [None, HANGS_UP, REFUSES])
def test_a_mask_beside_is_read(fault, send, store, raster_factory):
    path = raster_factory()
    mask = np.zeros((48, 64), bool)
    mask[10:20, 5:50] = True
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False), rasterio.open(path, "r+") as dataset:
        dataset.write_mask(mask)
    name = send(path, path.with_name("raster.tif.msk"))
    if fault is not None:
        # Of what is not there many stores say that it is not granted.
        what = "msk" if fault == HANGS_UP else "IMD"
        store.faults((what, 1, fault))
    with RasterSource(name, ("r",), [1]) as source:
        assert np.array_equal(source.read(ALL)[1], mask)


def test_values_beside_count_as_on_a_disk(send, raster_factory):
    path = raster_factory()
    beside = path.with_name("raster.tif.aux.xml")
    beside.write_text(AUX)
    with RasterSource(path, ("r",), [1]) as source:
        assert source.said_nodata == "7"
    assert is_same(path, send(path, beside))


def test_a_place_beside_counts_as_on_a_disk(send, tmp_path):
    path, beside = tmp_path / "raster.tif", tmp_path / "raster.tfw"
    shape = {"width": 64, "height": 48, "count": 1, "dtype": "uint8"}
    with (
        pytest.warns(rasterio.errors.NotGeoreferencedWarning),
        rasterio.open(path, "w", driver="GTiff", **shape) as dataset,
    ):
        dataset.write(np.ones((1, 48, 64), np.uint8))
    beside.write_text(PLACE)
    with RasterSource(path, ("r",), [1]) as source:
        assert source.transform.a == 2
    assert is_same(path, send(path, beside))


def test_a_store_that_grants_no_lists_is_asked_for_names(store, tmp_path, raster_factory):
    path = raster_factory()
    store.write(f"/bucket/{tmp_path.name}/raster.tif", path.read_bytes())
    store.requests()
    store.faults((r"GET /bucket/\?", 99, REFUSES))
    assert is_same(path, f"/vsis3/bucket/{tmp_path.name}/raster.tif")
    assert len(store.requests()) <= 24
