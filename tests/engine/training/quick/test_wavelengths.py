from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
import rasterio
from onnx import ModelProto, TensorProto, helper, numpy_helper

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.inference.plan import look
from crossearth_engine.inference.request import LookRequest
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_wavelengths import for_wavelengths
from crossearth_engine.models.stac_item import write_stac_item
from crossearth_engine.shared.bands import ANY_BANDS, RasterBand
from crossearth_engine.shared.wavelengths import wavelengths_um
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.training.quick.test_lacking_bands import fit
from tests.engine.training.scenes import draw_polygons, make_scene

SIZE, PATCH, WIDTH = 64, 8, 6


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def any_bands() -> ModelProto:
    """A convolution whose kernel is the sine of wavelengths times something learned."""
    rows = np.random.default_rng(0).normal(0, 0.1, (1, WIDTH * PATCH**2)).astype(np.float32)
    shape = np.array([-1, WIDTH, PATCH, PATCH], np.int64)
    image, waves = (
        helper.make_tensor_value_info(name, TensorProto.FLOAT, axes)
        for name, axes in (("input", ["B", "bands", SIZE, SIZE]), ("wavelengths", ["bands"]))
    )
    edge = SIZE // PATCH
    graph = helper.make_graph(
        [
            helper.make_node("Unsqueeze", ["wavelengths", "last"], ["column"]),
            helper.make_node("Sin", ["column"], ["sines"]),
            helper.make_node("MatMul", ["sines", "rows"], ["flat"]),
            helper.make_node("Reshape", ["flat", "shape"], ["stacked"]),
            helper.make_node("Transpose", ["stacked"], ["kernel"], perm=[1, 0, 2, 3]),
            helper.make_node("Conv", ["input", "kernel"], ["map0"], strides=[PATCH] * 2),
            helper.make_node("Tanh", ["map0"], ["map1"]),
        ],
        "encoder",
        [image, waves],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, ["B", WIDTH, edge, edge])
            for name in ("map0", "map1")
        ],
        [
            numpy_helper.from_array(rows, "rows"),
            numpy_helper.from_array(shape, "shape"),
            numpy_helper.from_array(np.array([1], np.int64), "last"),
        ],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)


@pytest.fixture
def encoder(tmp_path: Path) -> Path:
    folder = tmp_path / "encoder"
    folder.mkdir()
    onnx.save(any_bands(), folder / "model.onnx")
    model = ModelInfo(
        id="encoder",
        name="Encoder",
        description="",
        license="CC0-1.0",
        trained_on="",
        weights=folder / "model.onnx",
        architecture="",
        bands=ANY_BANDS,
        mean=(0.0,),
        std=(1.0,),
        value_range=None,
        window_size=SIZE,
        overlap=16,
        gsd_m=None,
        gsd_range_m=None,
        classes=(),
        scores="features",
    )
    write_stac_item(model, folder / "model.json")
    return folder


def test_what_only_wavelengths_determine_is_computed_once(tmp_path: Path) -> None:
    waves = np.array([0.49, 0.665, 2.2], np.float32)
    made = for_wavelengths(any_bands(), list(waves))
    assert [node.op_type for node in made.graph.node] == ["Conv", "Tanh"]
    assert [tensor.name for tensor in made.graph.initializer] == ["kernel"]
    image = np.random.default_rng(1).normal(size=(2, 3, SIZE, SIZE)).astype(np.float32)
    found = OnnxMaps(tmp_path, made.SerializeToString(), "cpu", 1).run(image)[0]
    rows = np.random.default_rng(0).normal(0, 0.1, (1, WIDTH * PATCH**2)).astype(np.float32)
    kernel = (np.sin(waves)[:, None] @ rows).reshape(3, WIDTH, PATCH, PATCH)
    patch = image[:, :, PATCH : 2 * PATCH, :PATCH]
    np.testing.assert_allclose(
        found[:, :, 1, 0], np.einsum("bcyx,cdyx->bd", patch, kernel), atol=1e-4
    )


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["B02", "B04", "B8A", "B12"], [0.49, 0.665, 0.864, 2.2]),
        (["B05", "B06", "B07", "B08"], [0.705, 0.74, 0.783, 0.832]),
        (["Red", "Green", "Blue", "Near infrared"], [0.665, 0.56, 0.49, 0.832]),
        (["VV", "Sigma0_VH"], [5.405, 5.405]),
        (["512.3 nm", "band at 1.61 um"], [0.5123, 1.61]),
        (["elevation", "mask", "", "NDVI"], [None] * 4),
    ],
)
def test_names_tell_wavelengths(names: list[str], expected: list[float | None]) -> None:
    bands = [RasterBand(name) for name in names]
    assert wavelengths_um(bands, "S2A_MSIL2A.tif" if names[0] < "C" else "") == expected


def test_metadata_and_colours_tell_wavelengths_too() -> None:
    bands = [RasterBand("Red", wavelength_um=0.651), RasterBand(color="blue"), RasterBand()]
    assert wavelengths_um(bands) == [0.651, 0.49, None]


def test_encoder_of_any_bands_is_adapted_to_those_of_the_raster(
    encoder: Path, tmp_path: Path
) -> None:
    truth = make_scene(tmp_path / "scene.tif", 320, bands=4, dtype="int16")
    with rasterio.open(tmp_path / "scene.tif", "r+") as scene:
        scene.descriptions = ("450 nm", "560 nm", "660 nm", "1.61 um")
    draw_polygons(tmp_path / "samples.gpkg", truth)
    fit(tmp_path, RecordedJob())
    model = find_model(str(tmp_path / "fitted"))
    assert model.bands == ("450 nm", "560 nm", "660 nm", "1.61 um")
    assert model.value_range is None
    assert all(abs(mean) > 100 for mean in model.mean)
    run(tmp_path / "scene.tif", tmp_path / "map.tif", model=str(tmp_path / "fitted"))
    assert np.mean(read(tmp_path / "map.tif") == truth + 1) > 0.9


def test_a_band_whose_wavelength_nothing_tells_is_named(encoder: Path, tmp_path: Path) -> None:
    truth = make_scene(tmp_path / "scene.tif", 320, bands=3, dtype="int16")
    with rasterio.open(tmp_path / "scene.tif", "r+") as scene:
        scene.descriptions = ("Red", "elevation", "NIR")
        scene.colorinterp = [rasterio.enums.ColorInterp.undefined] * 3
    draw_polygons(tmp_path / "samples.gpkg", truth)
    with pytest.raises(InvalidRequest, match="nothing tells that of band 2"):
        fit(tmp_path, RecordedJob())
    # As one can do without it.
    fit(tmp_path, RecordedJob(), bands=[1, 3])
    assert find_model(str(tmp_path / "fitted")).bands == ("Red", "NIR")


@pytest.mark.parametrize("nodata", ["-32768", "none"])
def test_many_bands_are_seen_in_smaller_windows_without_dead_ones(
    tmp_path: Path, nodata: str
) -> None:
    """Whether anything says that -32768 is no data or not."""
    truth = make_scene(tmp_path / "scene.tif", 160, bands=70, dtype="int16")
    draw_polygons(tmp_path / "samples.gpkg", truth)
    with rasterio.open(tmp_path / "scene.tif", "r+") as scene:
        scene.descriptions = [f"{420 + 8 * band} nm" for band in range(70)]
        scene.write(np.full(truth.shape, -32768, np.int16), 41)
    job = RecordedJob()
    fit(tmp_path, job, model="bands", nodata=nodata)
    model = find_model(str(tmp_path / "fitted"))
    assert len(model.bands) == 69
    assert "740 nm" not in model.bands
    assert model.window_size == 128
    assert any("Nothing varies in band 41 of the raster" in text for _, text in job.logs)
    run(
        tmp_path / "scene.tif",
        tmp_path / "map.tif",
        model=str(tmp_path / "fitted"),
        nodata=nodata,
    )
    found = read(tmp_path / "map.tif")
    assert (found == truth + 1).mean() > 0.9


def test_dead_bands_are_not_shown_to_an_encoder_of_any_bands(encoder: Path, tmp_path: Path) -> None:
    truth = make_scene(tmp_path / "scene.tif", 320, bands=4, dtype="int16")
    draw_polygons(tmp_path / "samples.gpkg", truth)
    with rasterio.open(tmp_path / "scene.tif", "r+") as scene:
        # Of the dead one nothing tells the wavelength, which nobody is asked for.
        scene.descriptions = ("450 nm", "bad", "660 nm", "1.61 um")
        scene.write(np.zeros(truth.shape, np.int16), 2)
    job = RecordedJob()
    fit(tmp_path, job)
    assert find_model(str(tmp_path / "fitted")).bands == ("450 nm", "660 nm", "1.61 um")
    assert any("Nothing varies in band 2 of the raster" in text for _, text in job.logs)
    # Who asks for it gets it, and is told.
    job = RecordedJob()
    fit(tmp_path, job, model="bands", bands=[1, 2, 3])
    assert len(find_model(str(tmp_path / "fitted")).bands) == 3
    assert any(text.startswith("All pixels of band 2 have one value, 0") for _, text in job.logs)


def test_a_look_before_knows_all_bands_or_says_which_have_no_wavelength(
    encoder: Path, tmp_path: Path
) -> None:
    scene = tmp_path / "scene.tif"
    make_scene(scene, 320)
    request = LookRequest(str(scene), model=str(encoder))
    with rasterio.open(scene, "r+") as raster:
        raster.descriptions = ("490 nm", "Band 2", "665 nm")
        raster.colorinterp = [rasterio.enums.ColorInterp.undefined] * 3
    with pytest.raises(InvalidRequest, match="nothing tells that of band 2"):
        look(request, RecordedJob())
    with rasterio.open(scene, "r+") as raster:
        raster.descriptions = ("490 nm", "560 nm", "665 nm")
    assert not look(request, RecordedJob())["warnings"]
