import numpy as np
import pytest
import rasterio

from crossearth_engine.raster.holes import Blocks
from crossearth_engine.raster.opened import OpenRaster
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from tests.engine.conftest import read, run

BANDS = ("red", "green", "blue")


def sparse_raster(path, interleave="pixel", nodata=0, alpha=False):
    """A raster of which few blocks are stored, and the same with all of them."""
    rng = np.random.default_rng(0)
    paths = []
    for is_sparse in (True, False):
        paths.append(path.with_name(f"{is_sparse}.tif"))
        options = {"alpha": "YES"} if alpha else {"nodata": nodata}
        with rasterio.open(
            paths[-1], "w", driver="GTiff", width=300, height=200, count=3 + alpha, dtype="uint8",
            crs="EPSG:32636", transform=rasterio.Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000),
            tiled=True, blockxsize=16, blockysize=16, sparse_ok=is_sparse, interleave=interleave,
            photometric="RGB", **options,
        ) as dataset:  # fmt: skip
            for left, top in ((5, 40), (210, 130)):
                data = rng.integers(1, 255, (3 + alpha, 30, 40)).astype(np.uint8)
                data[3:] = 255
                dataset.write(data, window=rasterio.windows.Window(left, top, 40, 30))
        rng = np.random.default_rng(0)
    return paths


@pytest.mark.parametrize(
    "options",
    [{}, {"interleave": "band"}, {"alpha": True}, {"alpha": True, "interleave": "band"}],
    ids=["nodata", "nodata by band", "alpha", "alpha by band"],
)
def test_holes_change_nothing(tmp_path, color_model, options):
    sparse, dense = sparse_raster(tmp_path / "raster.tif", **options)
    assert sparse.stat().st_size < dense.stat().st_size
    maps, results = [], []
    for raster in (sparse, dense):
        results.append(run(raster, tmp_path / "map.tif", model=str(color_model), window=32))
        maps.append(read(tmp_path / "map.tif"))
    assert np.array_equal(*maps)
    assert (maps[0] != 255).sum() == 2 * 40 * 30
    assert results[0]["skipped_windows"] == results[1]["skipped_windows"] > 50


def test_holes_are_not_read(tmp_path, color_model, monkeypatch):
    sparse, _ = sparse_raster(tmp_path / "raster.tif")
    reads = []
    real = OpenRaster.read

    def count(self, *arguments, **options):
        reads.append(options["window"])
        return real(self, *arguments, **options)

    monkeypatch.setattr(OpenRaster, "read", count)
    run(sparse, tmp_path / "map.tif", model=str(color_model), window=32, overlap=0)
    # Of 1000 blocks and more: those with data, by the look before the run and by the run.
    assert 0 < len(reads) < 40


def test_a_hole_that_counts_as_data_is_read(tmp_path):
    sparse, _ = sparse_raster(tmp_path / "raster.tif", nodata=None)
    with RasterSource(sparse, BANDS, None) as source:
        assert source.read(Window(100, 0, 32, 32))[1].all()
    # Holes are zero; what somebody else calls no data is another value.
    sparse, _ = sparse_raster(tmp_path / "raster.tif", nodata=0)
    with RasterSource(sparse, BANDS, None, nodata="7") as source:
        assert source.read(Window(100, 0, 32, 32))[1].all()


def test_windows_are_compared_with_blocks():
    is_stored = np.zeros((4, 5), bool)
    is_stored[1, 2] = True
    blocks = Blocks((10, 20), is_stored)
    assert blocks.touch(Window(59, 19, 1, 1))
    assert blocks.touch(Window(0, 0, 41, 11))
    assert not blocks.touch(Window(0, 0, 40, 40))
    assert not blocks.touch(Window(40, 20, 20, 5))
