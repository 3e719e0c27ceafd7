"""What is told before a run: of each input in the table of the docs just that, else nothing."""

import json
import re
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from click.testing import CliRunner

from crossearth_engine.cli.main import main
from crossearth_engine.commands import run as run_command
from crossearth_engine.errors import DoubtfulRaster
from crossearth_engine.inference.load import load_backend
from crossearth_engine.inference.look import Looker
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.models.metadata import read_item, read_stac_item
from crossearth_engine.models.stac_item import write_stac_item
from crossearth_engine.raster.matching import measure
from crossearth_engine.shared.findings import (
    DEVICES,
    NOTES,
    OF_CLUSTERS,
    OF_EXCHANGE,
    OF_MAPS,
    OF_POLYGONS,
    OF_RUNS,
    OF_TRAINING,
    REASONS,
    SENTENCES,
)
from tests.engine.conftest import RecordedJob, run, save_network
from tests.engine.raster.test_working_grid import write_item

TABLE = Path(__file__).parents[3] / "docs" / "look.md"
SIZE = (90, 80)


def imagery(dtype="uint8", count=3, low=20, high=120, seed=0):
    """Patches of random colours."""
    patches = np.random.default_rng(seed).integers(low, high, (count, SIZE[0] // 2, SIZE[1] // 2))
    return np.kron(patches, np.ones((1, 2, 2), int)).astype(dtype)


def with_frame(data, value, width=9):
    """The same with a frame of one colour."""
    value = np.broadcast_to(np.array(value).reshape(-1, 1, 1), (len(data), 1, 1))
    framed = np.empty_like(data)
    framed[:] = value
    framed[:, width:-width, width:-width] = data[:, width:-width, width:-width]
    return framed


def with_pixels(data, value, rows=slice(30, 50), bands=slice(None), every=7):
    """The same with a value in some pixels."""
    data = data.copy()
    data[bands, rows, ::every] = value
    return data


def rotated(data, value, degrees=20):
    """The same, turned in a frame of a value."""
    angle = np.radians(degrees)
    rows, cols = np.indices(data.shape[1:]) - np.array(SIZE).reshape(2, 1, 1) / 2
    across = rows * np.sin(angle) + cols * np.cos(angle)
    down = rows * np.cos(angle) - cols * np.sin(angle)
    outside = (abs(across) > 30) | (abs(down) > 32)
    return np.where(outside, np.array(value, data.dtype), data)


def write(path, data, names=(), colors=None, units=(), **profile):
    profile = {"crs": "EPSG:32636", "transform": Affine(0.5, 0, 5e5, 0, -0.5, 4e6), **profile}
    profile = {"photometric": "MINISBLACK", "driver": "GTiff", **profile}
    with rasterio.open(
        *(path, "w"), count=len(data), height=data.shape[1], width=data.shape[2],
        dtype=data.dtype, **profile,
    ) as dataset:  # fmt: skip
        dataset.write(data)
        for index, name in enumerate(names, 1):
            dataset.set_band_description(index, name)
        if units:
            dataset.units = units
        if colors:
            dataset.colorinterp = [rasterio.enums.ColorInterp[color] for color in colors]
    return path


def keep_quantiles(folder, pixels):
    """Have a model say that it was trained on these pixels."""
    quantiles = measure((pixels.reshape(len(pixels), -1), None))
    file = folder / "model.json"
    model = replace(read_stac_item(file), quantiles=quantiles)
    write_stac_item(model, file, base=read_item(file))


@pytest.fixture
def network(tmp_path, monkeypatch):
    """Return a maker of models: without context, of these bands, values and sizes of pixels."""
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))

    def make(bands="red,green,blue", count=3, trained_on=None, **told):
        if "sizes" in told:
            return str(write_item(tmp_path / "model"))  # 0.3 to 1 m
        weights = np.random.default_rng(7).normal(size=(4, count, 1, 1)).astype(np.float32)
        file = save_network(tmp_path / "network.onnx", weights)
        scaling = {} if told.keys() & {"values", "mean"} else {"mean": 0, "std": 255}
        told = {"id": "mine", **({"bands": bands} if bands else {}), **scaling, **told}
        told = {name: value for name, value in told.items() if value is not None}
        options = [part for name, value in told.items() for part in (f"--{name}", str(value))]
        done = CliRunner().invoke(main, ["models", "import", str(file), *options])
        assert done.exit_code == 0, done.output
        if trained_on is not None:
            keep_quantiles(tmp_path / "home" / "models" / "mine", trained_on)
        return "mine"

    return make


RGB = ("red", "green", "blue")
GREY = imagery(count=1)

MASK_OF_CLOUDS = np.arange(SIZE[0])[:, None] < np.full(SIZE[1], 9)
# Imagery lies in a corner.
MASK = np.zeros((1, *SIZE), np.uint8)
MASK[:, 20:, :60] = 1
FOUR = {"bands": "red,green,blue,nir", "count": 4}
SIZED = {"sizes": "0.3 to 1 m"}

# By what is told: pixels, what the file says, what the model says, what is asked for.
CASES = {
    "band-differs": [
        (imagery(), {"names": ("B08", "B04", "B03")}, {}, {}),
        *(
            (imagery(), {"names": ("red", "green", name), "colors": RGB}, {}, {})
            for name in ("NDVI", "Sigma0_VH_db", "coherence", "DSM (m)", "nir")
        ),
    ],
    "band-only": [(GREY, {}, {}, {})],
    "colors-differ": [
        (imagery(), {"names": names, "colors": RGB}, {}, {})
        for names in (("B8", "B4", "B3"), ("Band 5", "Band 4", "Band 3"), ("b7", "b5", "b3"))
    ],
    "mask-unmarked": [
        (
            np.concatenate([imagery(dtype, high=high), MASK.astype(dtype) * value]),
            {"names": RGB}, {}, {},
        )
        for dtype, high, value in (
            *(("uint8", 120, 255), ("uint8", 120, 1)),
            *(("uint16", 3000, 65535), ("int16", 3000, 1)),
        )
    ],
    "mask-as-band": [
        (np.concatenate([imagery(), MASK * 255]), {"names": RGB}, FOUR, {}),
        (np.concatenate([MASK, imagery()]), {"colors": (*RGB, "undefined")}, FOUR, {}),
    ],
    "bands-unnamed": [
        (imagery(count=5), {}, {}, {}),
        (imagery("uint16", 8, 300, 3000), {}, {}, {}),
        (imagery(count=4), {"names": ("B8", "B4", "B3", "B2")}, {}, {}),
    ],
    "bands-assumed": [(imagery(count=4), {}, {"bands": "", "count": 4}, {})],
    "scaling-assumed": [(imagery(), {"names": RGB}, {"mean": None}, {})],
    "bands-dead": [
        (
            np.concatenate([imagery("int16", 2, high=3000), np.full((1, *SIZE), -1, np.int16)]),
            {"names": RGB, "nodata": -1}, {}, {},
        ),
    ],
    "bands-flat": [(np.concatenate([imagery(count=2), GREY * 0 + 7]), {"names": RGB}, {}, {})],
    "bands-equal": [
        (np.repeat(GREY, 3, axis=0), {"names": RGB}, {}, {}),
        (np.concatenate([imagery(count=1, seed=4), GREY, GREY]), {"names": RGB}, {}, {}),
    ],
    "bands-moved": [
        *(
            (imagery(low=low, high=high), {"names": RGB}, {"trained_on": imagery()}, {})
            for low, high in ((120, 220), (5, 30))
        ),
        # Haze in one band.
        (
            np.concatenate([imagery(count=2), imagery(count=1, low=110, high=160)]),
            {"names": RGB}, {"trained_on": imagery()}, {},
        ),
        # Reflectance of a darker day, clouds over a tenth of it.
        (
            np.where(MASK_OF_CLOUDS, 9000, imagery("uint16", high=1200)).astype(np.uint16),
            {"names": RGB},
            {"trained_on": imagery("uint16", low=800, high=3000) / 1e4, "values": "reflectance"},
            {"stretch": "0,10000"},
        ),
    ],
    "class-raster": [
        (np.random.default_rng(0).integers(1, 6, (1, *SIZE)).repeat(3, 0).astype(np.uint8)
         * np.array([[[9]], [[31]], [[40]]], np.uint8), {"names": RGB}, {}, {}),
    ],
    "alpha-values": [
        (imagery(count=4, low=0, high=255), {"colors": (*RGB, "alpha")}, {}, {}),
        (imagery("uint16", 4, 100, 9000), {"colors": (*RGB, "alpha")}, {}, {}),
    ],
    "border": [
        *((with_frame(imagery(), value), {"names": RGB}, {}, {}) for value in (0, 255)),
        *((rotated(imagery(), value), {"names": RGB}, {}, {}) for value in (0, 255)),
        (with_frame(imagery(), 255), {"names": RGB, "nodata": 0}, {}, {}),
        (with_frame(imagery("int16"), -9999), {"names": RGB}, {}, {}),
        (with_frame(imagery("uint16"), 65535), {"names": RGB}, {}, {}),
        (rotated(imagery("float32"), -3.4028235e38), {"names": RGB}, {}, {}),
    ],
    "border-color": [(with_frame(imagery(), (10, 140, 250)), {"names": RGB}, {}, {})],
    "fill-value": [
        *(
            (with_pixels(imagery(dtype, high=high), value), {"names": RGB, **more}, {}, {})
            for dtype, high, value, more in (
                ("int16", 3000, -9999, {}),
                ("int16", 3000, -32768, {"nodata": -9999}),
                ("uint16", 9000, 65535, {"nodata": 0}),
                ("float32", 300, -3.4028235e38, {}),
                ("float32", 300, -9999, {"nodata": -1}),
                ("float64", 300, 1e20, {}),
            )
        ),
        (with_pixels(imagery("int16", high=3000), -9999, bands=1), {"names": RGB}, {}, {}),
    ],
    "bare-inside": [
        *(
            (
                with_pixels(imagery(dtype, high=high), 0, slice(20, 52), every=1),
                {"names": RGB}, {}, {},
            )
            for dtype, high in (("uint8", 256), ("uint16", 3000), ("float32", 3000))
        ),
        (
            with_pixels(imagery("uint16", low=900, high=2000), 0, slice(20, 40), 1, 1),
            {"names": RGB}, {}, {},
        ),
    ],
    "bytes-in-disguise": [
        (imagery(dtype, low=0, high=256), {"names": RGB}, {}, {})
        for dtype in ("uint16", "int32", "float32")
    ],
    "values-clipped": [(imagery("uint16"), {"names": RGB}, {}, {"stretch": "0,90"})],
    "values-assumed": [
        (imagery("uint16", low=200, high=4000), {"names": RGB}, {"values": "reflectance"}, {})
    ],
    "bytes-assumed": [(imagery(), {"names": RGB}, {"values": "reflectance"}, {})],
    "values-outside": [
        (imagery("float32") / 255, {"names": RGB}, {"values": "0,10000"}, {}),
    ],
    "values-in-feet": [
        (
            imagery("float32", count=1),
            {"names": ("elevation",), "units": (unit,)},
            {"bands": "elevation", "count": 1, "mean": 670, "std": 951},
            {},
        )
        for unit in ("ft", "US survey foot")
    ],
    "values-linear": [(imagery("float32") / 500, {"names": RGB}, {"values": "db"}, {})],
    "pixels-coarse": [
        (imagery(), {"names": RGB, "transform": Affine(m, 0, 5e5, 0, -m, 4e6)}, SIZED, {})
        for m in (5, 30)
    ],
    "pixels-untrained": [(imagery(), {"names": RGB}, SIZED, {"gsd": 0.04})],
    "pixels-fine": [
        (
            imagery(), {"names": RGB, "transform": Affine(0.02, 0, 5e5, 0, -0.02, 4e6)},
            SIZED, {},
        ),
    ],
    "pixels-other": [
        (imagery(), {"names": RGB}, {"gsd": gsd}, {}) for gsd in (2, 0.1)
    ],
    "pixels-unknown": [(imagery(), {"names": RGB, "crs": None}, {}, {})],
    "pixels-unmeasured": [
        (imagery(), {"names": RGB, "crs": "EPSG:4326"}, {}, {}),
    ],
    "pixel-size-unused": [(imagery(), {"names": RGB}, {}, {"pixel_size": 2})],
}  # fmt: skip
# Tried where what a product or a model says of its values is: test_values.py.
BY_VALUES = {
    *("scale-differs", "scale-not-applied", "offset-unknown"),
    *("values-below-zero", "values-far"),
}
IN_COLORS = {"colors-numbered"}
# Tried in test_unfamiliarity.py.
BY_NETWORK = {"unlike-training", "unlike-though-matched"}
# Tried in test_lacking_bands.py and test_wavelengths.py: what is told of an adaptation only.
BY_ENCODERS = {"bands-lacking", "bands-idle"}
# Tried in test_embeddings.py.
BY_EMBEDDINGS = {"bands-embedding"}
# Tried in test_dates.py.
BY_DATES = {"dates-incomplete", "dates-stand-in", "dates-unused"}


def look(raster, model, **options):
    arguments = {"input": str(raster), "model": model, **options}
    return run_command("look", arguments, RecordedJob())


def codes(told):
    return [finding["code"] for finding in told["findings"]]


@pytest.mark.parametrize(
    ("code", "number"), [(code, i) for code, cases in CASES.items() for i in range(len(cases))]
)
def test_what_the_table_says_is_told(tmp_path, network, code, number):
    data, said, told, options = CASES[code][number]
    model = network(**told)
    raster = write(tmp_path / "scene.tif", data, **said)
    found = look(raster, model, **options)
    assert codes(found) == [code], found["warnings"]
    # A run tells the same, in the same order.
    result = run(raster, tmp_path / "map.tif", model=model, **options)
    assert result["findings"] == found["findings"]
    assert (result["warnings"], result["notes"]) == (found["warnings"], found["notes"])
    (told,) = found["notes"] if code in NOTES else found["warnings"]
    item = json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))
    assert told in json.dumps(item)
    (tmp_path / "map.tif").unlink()
    if code in NOTES:
        run(raster, tmp_path / "map.tif", model=model, strict=True, **options)
        return
    with pytest.raises(DoubtfulRaster, match=re.escape(told)):
        run(raster, tmp_path / "strict.tif", model=model, strict=True, **options)
    assert not [*tmp_path.glob("strict*")]


def test_the_raster_is_looked_at_while_the_network_is_loaded(tmp_path, network, monkeypatch):
    raster = write(tmp_path / "scene.tif", imagery(), names=RGB)
    is_loading, seen = threading.Event(), []
    look_at = Looker.look

    def wait_and_look(looker, sampler):
        seen.append(is_loading.wait(5))
        return look_at(looker, sampler)

    def load(*asked):
        is_loading.set()
        return load_backend(*asked)

    monkeypatch.setattr(Looker, "look", wait_and_look)
    request = SegmentRequest(str(raster), str(tmp_path / "map.tif"), model=network(), threads=1)
    segment(request, RecordedJob(), load)
    assert seen == [True]


def test_nothing_is_loaded_for_a_raster_that_is_refused(tmp_path, network):
    raster = write(tmp_path / "scene.tif", with_frame(imagery(), 0), names=RGB)
    request = SegmentRequest(str(raster), str(tmp_path / "map.tif"), model=network(), strict=True)
    loaded = []
    with pytest.raises(DoubtfulRaster):
        segment(request, RecordedJob(), lambda *asked: loaded.append(asked))
    assert not loaded


def test_a_picture_in_numbered_colours_is_told(tmp_path, network):
    data = np.random.default_rng(0).integers(0, 255, (1, *SIZE)).astype(np.uint8)
    raster = write(tmp_path / "scene.tif", data)
    with rasterio.open(raster, "r+") as dataset:
        colors = np.random.default_rng(1).integers(0, 255, (256, 3))
        dataset.write_colormap(1, {i: (*map(int, c), 255) for i, c in enumerate(colors)})
    assert codes(look(raster, network())) == ["colors-numbered"]


def test_the_table_in_the_docs_has_all_that_can_be_told():
    rows = re.findall(r"^\| `([a-z-]+)`( \(\*note\*\))? \|", TABLE.read_text("utf-8"), re.M)
    others = {*DEVICES, *OF_CLUSTERS, *OF_EXCHANGE, *OF_MAPS, *OF_POLYGONS, *OF_RUNS}
    others |= {*OF_TRAINING, *REASONS}
    of_rasters = SENTENCES.keys() - others
    assert {code for code, _ in rows} == of_rasters
    assert {code for code, note in rows if note} == NOTES - others
    elsewhere = {*BY_ENCODERS, *BY_EMBEDDINGS, *BY_DATES}
    assert of_rasters == {*CASES, *BY_VALUES, *IN_COLORS, *BY_NETWORK, *elsewhere}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        *((imagery(dtype, high=high), {"names": RGB}) for dtype, high in (
            ("uint8", 256), ("uint16", 9000), ("int16", 9000), ("float32", 9000))),
        (imagery(count=4), {"names": (*RGB, "nir")}),
        (imagery(count=4), {"colors": ("gray", "undefined", "undefined", "undefined")}),
        (np.concatenate([imagery(), np.where(rotated(GREY, 0) > 0, 255, 0).astype(np.uint8)]),
         {"colors": (*RGB, "alpha")}),
        (with_frame(imagery(), 0), {"names": RGB, "nodata": 0}),
        (with_frame(imagery("int16", high=3000), -9999), {"names": RGB, "nodata": -9999}),
        (rotated(imagery("float32", high=900), np.nan), {"names": RGB}),
        # Saturated roofs, the darkest water, shadows.
        (with_pixels(imagery("uint16", high=9000), 28_000), {"names": RGB}),
        (with_pixels(imagery(low=0), 0), {"names": RGB}),
        (imagery("float32") / 255 - 0.05, {"names": RGB}),
    ],
)  # fmt: skip
def test_nothing_is_told_of_an_honest_raster(tmp_path, network, data, said):
    found = look(write(tmp_path / "scene.tif", data, **said), network())
    assert not found["warnings"]


def test_what_is_named_as_no_data_is_not_told_again(tmp_path, network):
    model = network()
    data = with_pixels(with_frame(imagery("int16", high=3000), -9999), -32768)
    raster = write(tmp_path / "scene.tif", data, names=RGB, nodata=-1)
    told = look(raster, model)
    assert codes(told) == ["border", "fill-value"]
    (named,) = {re.search(r"--nodata (\S+)\)", text)[1] for text in told["warnings"]}
    assert named == "-1,-9999,-32768"
    assert not look(raster, model, nodata=named)["warnings"]


@pytest.mark.parametrize(("value", "named"), [(0, "0..3"), (255, "252..255")])
def test_a_border_that_jpeg_has_blurred_is_told_with_all_its_values(
    tmp_path, network, value, named
):
    model = network()
    blur = np.random.default_rng(3).integers(0, 3, (3, *SIZE))
    data = np.where(with_frame(imagery(low=40), 0) == 0, abs(value - blur), imagery(low=40))
    raster = write(tmp_path / "scene.tif", data.astype(np.uint8), names=RGB)
    (text,) = look(raster, model)["warnings"]
    assert f"--nodata {named})" in text
    assert not look(raster, model, nodata=named)["warnings"]


def test_a_raster_on_a_server_is_read_in_a_few_places(tmp_path, network, monkeypatch):
    from crossearth_engine.raster.opened import OpenRaster
    from crossearth_engine.raster.source import RasterSource

    data = np.random.default_rng(0).integers(1, 255, (3, 1200, 1200)).astype(np.uint8)
    raster = write(
        tmp_path / "scene.tif", data, names=RGB, tiled=True, blockxsize=32, blockysize=32
    )
    read_pixels = []
    read = OpenRaster.read

    def count(self, method="read", **options):
        window = options["window"]
        read_pixels.append(window.width * window.height)
        return read(self, method, **options)

    monkeypatch.setattr(OpenRaster, "read", count)
    monkeypatch.setattr(RasterSource, "is_remote", True)
    model = network()
    look(raster, model)
    assert sum(read_pixels) < 0.05 * data[0].size


@pytest.mark.parametrize(("dtype", "blocks"), [("uint8", 64), ("uint16", 144)])
def test_a_quarter_of_a_file_is_looked_at_unless_it_is_measured_too(
    tmp_path, network, monkeypatch, dtype, blocks
):
    from crossearth_engine.raster import sample
    from crossearth_engine.raster.source import RasterSource

    monkeypatch.setattr(sample, "MAX_PIXELS", 4_000)
    data = np.random.default_rng(0).integers(1, 255, (3, 512, 512)).astype(dtype)
    data[:, 300:352, 130:182] = 0  # a hundredth
    raster = write(
        tmp_path / "scene.tif", data, names=RGB, tiled=True, blockxsize=32, blockysize=32
    )
    read_blocks = []
    read = RasterSource.read

    def count(self, window):
        read_blocks.append(min(window.width, window.height) == 32)
        return read(self, window)

    monkeypatch.setattr(RasterSource, "read", count)
    assert "bare-inside" in codes(look(raster, network()))
    assert sum(read_blocks) == blocks
