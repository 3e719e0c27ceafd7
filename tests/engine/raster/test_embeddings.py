"""Rasters of embeddings are known again and read as the values of their authors.

Made files with the bands, types and tags that the authors state; no published file was at hand.
"""

import json

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine

from crossearth_engine.errors import UnreadableRaster
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.file_server import serving

SIZE = 96
AXES = tuple(f"A{i:02d}" for i in range(64))
TRANSFORM = Affine(10, 0, 500_000, 0, -10, 5_000_000)
GOOGLE = "The AlphaEarth Foundations Satellite Embedding dataset is produced by Google and Google"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))


def made(count=64, size=SIZE, seed=0):
    """Return vectors (count, size, size) of three kinds of ground, as int8, and the kind."""
    rng = np.random.default_rng(seed)
    cells = rng.integers(0, 3, (size // 16, size // 16))
    kind = np.kron(cells, np.ones((16, 16), int))
    centres = rng.integers(-90, 90, (3, count))
    vectors = centres[kind].transpose(2, 0, 1) + rng.normal(0, 6, (count, size, size))
    return vectors.round().clip(-127, 127).astype(np.int8), kind


def write(path, data, names=(), tags=None, nodata=None, transform=TRANSFORM, **options):
    count, height, width = data.shape
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=width,
        height=height,
        count=count,
        dtype=data.dtype,
        crs="EPSG:32636",
        transform=transform,
        nodata=nodata,
        **options,
    ) as dataset:
        dataset.write(data)
        dataset.update_tags(**(tags or {}))
        for number, name in enumerate(names, 1):
            dataset.set_band_description(number, name)
    return path


def values_of(path, bands):
    window = Window(0, 0, SIZE, SIZE)
    with RasterSource(path, tuple(f"band {i}" for i in bands), list(bands)) as source:
        pixels, valid = source.read(window)
        assert np.array_equal(source.read_valid(window), valid)
        assert pixels.dtype == source.dtype
        return source.embedding, pixels, valid


def by_rule(numbers):
    """As the authors of AlphaEarth write it."""
    return ((numbers.astype(float) / 127.5) ** 2) * np.sign(numbers.astype(float))


@pytest.mark.parametrize(
    ("names", "nodata", "bands"),
    [
        (AXES, -128, range(1, 65)),
        (AXES, None, range(1, 65)),
        ((), -128, range(1, 65)),
        (AXES, -128, (2, 17, 10)),
    ],
)
def test_alpha_earth_is_read_by_its_rule(tmp_path, names, nodata, bands):
    numbers, _ = made()
    numbers[:, :5] = -128
    path = write(tmp_path / "aef.tiff", numbers, names, nodata=nodata)
    embedding, pixels, valid = values_of(path, bands)
    assert (embedding.name, embedding.is_quantised) == ("AlphaEarth Foundations", True)
    assert embedding.attribution.startswith(GOOGLE)
    assert pixels.dtype == np.float32
    assert not valid[:5].any()
    assert valid[5:].all()
    expected = by_rule(numbers[[i - 1 for i in bands]])
    assert np.allclose(pixels[:, 5:], expected[:, 5:], atol=1e-6)
    assert pixels[:, 5:].min() < 0 < pixels[:, 5:].max()


def test_some_bands_of_alpha_earth_in_a_file_of_their_own_are_known(tmp_path):
    numbers, _ = made()
    path = write(tmp_path / "three.tif", numbers[:3], ("A01", "A16", "A09"), nodata=-128)
    embedding, pixels, _ = values_of(path, (1, 2, 3))
    assert embedding.name == "AlphaEarth Foundations"
    assert np.allclose(pixels, by_rule(numbers[:3]), atol=1e-6)


def test_values_that_were_brought_back_already_are_taken_as_they_are(tmp_path):
    numbers, _ = made()
    floats = by_rule(numbers).astype(np.float32)
    path = write(tmp_path / "floats.tif", floats, AXES)
    embedding, pixels, _ = values_of(path, range(1, 65))
    assert not embedding.is_quantised
    assert embedding.attribution.startswith(GOOGLE)
    assert np.array_equal(pixels, floats)


def test_alpha_earth_without_signs_is_refused(tmp_path):
    numbers, _ = made()
    path = write(tmp_path / "unsigned.tif", numbers.view(np.uint8), AXES)
    with pytest.raises(UnreadableRaster, match="these have none"):
        values_of(path, range(1, 65))


@pytest.mark.parametrize(
    ("count", "dtype", "names", "nodata"),
    [
        (64, np.int8, (), None),
        (64, np.int16, (), -128),
        (63, np.int8, (), -128),
        (3, np.int16, ("A01", "A02", "A03"), None),
        (3, np.int8, ("A01", "A64", "A02"), -128),
        (128, np.float32, (), None),
    ],
)
def test_others_are_no_embeddings(tmp_path, count, dtype, names, nodata):
    data = made(count)[0].astype(dtype)
    path = write(tmp_path / "other.tif", data, names, nodata=nodata)
    embedding, pixels, _ = values_of(path, range(1, count + 1))
    assert embedding is None
    assert np.array_equal(pixels, data)


@pytest.mark.parametrize("shared", [True, False])
def test_tessera_is_multiplied_by_the_scales_beside_it(tmp_path, shared):
    numbers, _ = made(128)
    rng = np.random.default_rng(5)
    scales = rng.uniform(0.01, 0.1, (1 if shared else 128, SIZE, SIZE)).astype(np.float32)
    scales[:, 3] = np.nan
    scales[:, 4] = np.inf
    path = write(tmp_path / "tile.tif", numbers, tags={"TESSERA_YEAR": "2024"})
    write(tmp_path / "tile_scales.tif", scales)
    embedding, pixels, valid = values_of(path, range(1, 129))
    assert embedding.name == "TESSERA"
    assert not valid[3:5].any()
    assert valid.sum() == (SIZE - 2) * SIZE
    assert np.allclose(pixels[:, valid], (numbers * scales)[:, valid], atol=1e-6)
    some = values_of(path, (7, 2))[1]
    assert np.array_equal(some[:, valid], pixels[[6, 1]][:, valid])


def test_tessera_without_its_scales_is_refused(tmp_path):
    names = tuple(f"Tessera_Band_{i}" for i in range(128))
    path = write(tmp_path / "tile.tif", made(128)[0], names)
    with pytest.raises(UnreadableRaster, match="is not beside it"):
        values_of(path, range(1, 129))
    write(tmp_path / "tile_scales.tif", np.ones((1, 8, 8), np.float32))
    with pytest.raises(UnreadableRaster, match="another grid"):
        values_of(path, range(1, 129))


def test_tessera_as_geotessera_exports_it_is_taken_as_it_is(tmp_path):
    floats = made(128)[0] * np.float32(0.02)
    floats[:, :2] = np.nan
    names = tuple(f"Tessera_Band_{i}" for i in range(128))
    path = write(tmp_path / "t.tif", floats, names, nodata=np.nan)
    embedding, pixels, valid = values_of(path, range(1, 129))
    assert (embedding.name, embedding.is_quantised) == ("TESSERA", False)
    assert not valid[:2].any()
    assert np.array_equal(pixels[:, 2:], floats[:, 2:])


def samples(path, kind):
    shapes, names = [], []
    for row in range(0, SIZE, 16):
        for col in range(0, SIZE, 16):
            left, top = TRANSFORM @ (col + 3, row + 3)
            shapes.append(shapely.box(left, top - 100, left + 100, top))
            names.append(("field", "forest", "water")[kind[row, col]])
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(shapes, object)),
        [np.array(names, object)],
        ["class"],
        crs="EPSG:32636",
        geometry_type="Polygon",
    )


def adapted(tmp_path, raster, job=None):
    return adapt(
        FinetuneRequest.from_arguments(
            {
                "rasters": [str(raster)],
                "polygons": str(tmp_path / "samples.gpkg"),
                "field": "class",
                "model": "bands",
                "out": str(tmp_path / "ground"),
                "threads": 1,
            }
        ),
        job or RecordedJob(),
    )


def test_an_embedding_is_adapted_to_mapped_and_attributed(tmp_path):
    numbers, kind = made()
    numbers[:, :5] = -128
    path = write(tmp_path / "aef.tiff", numbers, AXES, nodata=-128, tiled=True, blockxsize=16,
                 blockysize=16)  # fmt: skip
    samples(tmp_path / "samples.gpkg", kind)
    job = RecordedJob()
    adapted(tmp_path, path, job)
    assert any("embeddings of AlphaEarth" in text for _, text in job.logs)
    item = json.loads((tmp_path / "ground" / "model.json").read_text(encoding="utf-8"))
    assert GOOGLE in json.dumps(item)
    result = run(
        path,
        tmp_path / "map.tif",
        model=str(tmp_path / "ground"),
        report=str(tmp_path / "report.html"),
    )
    found = read(tmp_path / "map.tif")
    classes = {item["name"]: item["value"] for item in result["classes"]}
    truth = np.array([classes[name] for name in ("field", "forest", "water")])[kind]
    assert (found[:5] == 255).all()
    assert (found[5:] == truth[5:]).mean() > 0.95
    assert GOOGLE in result["attribution"]
    assert GOOGLE in (tmp_path / "map.json").read_text(encoding="utf-8")
    assert GOOGLE in (tmp_path / "report.html").read_text(encoding="utf-8")
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert GOOGLE in dataset.tags()["TIFFTAG_COPYRIGHT"]


def test_files_that_run_from_the_south_give_the_same_map(tmp_path):
    """Google's are so: the first row is the southernmost."""
    numbers, kind = made()
    north = write(tmp_path / "north.tif", numbers, AXES, nodata=-128)
    turned = Affine(10, 0, 500_000, 0, 10, 5_000_000 - 10 * SIZE)
    south = write(tmp_path / "south.tif", numbers[:, ::-1], AXES, nodata=-128, transform=turned)
    samples(tmp_path / "samples.gpkg", kind)
    adapted(tmp_path, south)
    for path in (north, south):
        run(path, tmp_path / f"map-{path.stem}.tif", model=str(tmp_path / "ground"))
    ways = [read(tmp_path / f"map-{name}.tif") for name in ("north", "south")]
    assert np.mean(ways[0] == ways[1][::-1]) > 0.98


def test_of_a_file_on_a_server_only_what_is_asked_for_is_fetched(tmp_path):
    numbers, _ = made(size=512)
    path = write(tmp_path / "aef.tiff", numbers, AXES, nodata=-128, tiled=True, blockxsize=64,
                 blockysize=64, compress="deflate", interleave="pixel")  # fmt: skip
    content = path.read_bytes()
    with serving() as (address, behaviour):
        behaviour.files["/aef.tiff"] = content
        with RasterSource(f"{address}/aef.tiff", AXES, list(range(1, 65))) as source:
            assert source.embedding is not None
            pixels, _ = source.read(Window(128, 192, 64, 64))
        fetched = 0
        for _, asked in behaviour.asked():
            first, last = asked.removeprefix("bytes=").split("-")
            fetched += min(int(last), len(content) - 1) - int(first) + 1
    assert np.allclose(pixels, by_rule(numbers[:, 192:256, 128:192]), atol=1e-6)
    assert fetched < len(content) / 5
