# ruff: noqa: E402 - what may be absent is asked for first
import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import numpy as np
import onnx
import pytest
import rasterio
from onnx import TensorProto, helper

torch = pytest.importorskip("torch", reason="torch is an extra")
pytest.importorskip("onnxscript", reason="onnxscript writes ONNX")

from crossearth_engine.errors import (
    IncompatibleModel,
    NotAdapted,
    UnreadableModel,
)
from crossearth_engine.exchange.exporting import export_model
from crossearth_engine.exchange.importing import Description, import_model
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.encoder_imagery import TERRAMIND, TERRAMIND_KEYS
from crossearth_engine.models.encoders import load_encoder
from crossearth_engine.models.onnx_wavelengths import file_for_wavelengths
from crossearth_engine.networks.dinov2 import DinoV2
from crossearth_engine.networks.dofa import Dofa
from crossearth_engine.networks.prithvi import Prithvi
from crossearth_engine.networks.terramind import TerraMind
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.training.scenes import CLASSES, draw_polygons, make_scene

SIZE = 112


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def softcon(bands=13, depth=4, grid_size=SIZE // 14):
    """Tensors like those of the published file, of a small network."""
    torch.manual_seed(0)
    network = DinoV2(64, depth, 1, grid_size, (3,), bands, patch_size=14, is_normed=True)
    with torch.no_grad():
        for name, tensor in network.named_parameters():
            if "gamma" in name:
                tensor.fill_(0.3)
    return network.state_dict()


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A model made of such a file, once."""
    folder = tmp_path_factory.mktemp("softcon")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSEARTH_HOME", str(folder / "home"))
        torch.save(softcon(), folder / "B13_vits14_softcon.pth")
        return import_model(folder / "B13_vits14_softcon.pth").model


def test_encoder_knows_its_bands_units_and_pixels(installed):
    assert installed.id == "b13-vits14-softcon"
    assert installed.weights.name == "model.onnx"
    assert (installed.is_encoder, installed.needs_adapting) == (True, True)
    assert installed.bands[0::6] == ("B1", "B7", "B12")
    assert (installed.mean[0], installed.std[12]) == (0.16129, 0.11429)
    assert (installed.unit, installed.gsd_m, installed.window_size) == ("reflectance", 10, SIZE)
    assert installed.license == "unknown"
    assert "Apache-2.0" in installed.note


def test_encoder_gives_the_normed_maps_of_the_authors_scaling(installed):
    pixels = np.random.default_rng(1).normal(0, 1.5, (2, 13, SIZE, SIZE)).astype(np.float32)
    maps = OnnxMaps(installed.weights, installed.weights.read_bytes(), "cpu", 1).run(pixels)
    network = DinoV2(64, 4, 1, SIZE // 14, range(4), 13, patch_size=14, is_normed=True).eval()
    network.load_state_dict(softcon())
    # From mean - 2 deviations, which become 0, to mean + 2 deviations, which become 1.
    shown = np.clip((pixels + 2) / 4, 0, 1)
    with torch.inference_mode():
        expected = network(torch.from_numpy(shown))
    for actual, wanted in zip(maps, expected, strict=True):
        assert actual.shape == (2, 64, 8, 8)
        np.testing.assert_allclose(actual, wanted, atol=1e-3)


def test_encoder_of_radar_takes_decibels():
    model = load_encoder(softcon(bands=2), Path("B2_vits14_softcon.pth")).model
    assert (model.bands, model.unit, model.value_range) == (("VV", "VH"), "dB", None)
    assert model.mean == (-12.59, -20.26)


def test_torchgeos_copy_without_mask_token_is_read_too():
    tensors = softcon()
    del tensors["mask_token"]
    assert load_encoder(tensors, Path("B13_vits14_softcon_enc.pth")).unused == ()


def terramind():
    """Tensors like those of the published file, of a small network, and more."""
    keys = {key: len(TERRAMIND[name].bands) for name, key in TERRAMIND_KEYS.items()}
    tensors = TerraMind(keys, 64, 4, 1, 4, (3,)).state_dict()
    rest = {"decoder.0.norm1.weight": torch.ones(64), "mask_token": torch.zeros(1, 1, 64)}
    return {**tensors, **rest}


def test_terramind_takes_sentinel_2_unless_other_modalities_are_named():
    path = Path("TerraMind_v1_tiny.pt")
    encoder = load_encoder(terramind(), path)
    model = encoder.model
    assert (len(model.bands), model.unit, model.license) == (12, "reflectance", "Apache-2.0")
    assert model.bands[9:] == ("B9", "B11", "B12")
    assert model.mean[0] == pytest.approx(0.1390458)
    assert "decoder.0.norm1.weight" in encoder.unused
    assert model.window_size == 64
    radar = load_encoder(terramind(), path, bands=("S1RTC",)).model
    assert (radar.bands, radar.unit, radar.mean) == (("VV", "VH"), "dB", (-10.93, -17.329))
    # Bands of a person's own names are no modalities.
    named = load_encoder(terramind(), path, bands=("a",) * 12).model
    assert named.bands == model.bands
    with pytest.raises(IncompatibleModel, match=r"takes S2L2A, .*, DEM \(--bands\), and not S3\."):
        load_encoder(terramind(), path, bands=("S3",))


def test_modality_that_is_asked_for_is_installed(tmp_path, monkeypatch):
    def write(encoder, path, job):  # in place of the encoder, which takes seconds
        image = helper.make_tensor_value_info("input", TensorProto.FLOAT, ["B", 2, 64, 64])
        map0 = helper.make_tensor_value_info("map0", TensorProto.FLOAT, ["B", 2, 64, 64])
        node = helper.make_node("Identity", ["input"], ["map0"])
        opset = [helper.make_opsetid("", 18)]
        graph = helper.make_graph([node], "encoder", [image], [map0])
        onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), path)

    monkeypatch.setattr("crossearth_engine.exchange.encoders.write_encoder", write)
    torch.save(terramind(), tmp_path / "a.pt")
    said = Description(bands=("S1GRD",), name="Radar")
    model = import_model(tmp_path / "a.pt", description=said).model
    assert (model.name, model.bands, model.unit) == ("Radar", ("VV", "VH"), "dB")


def test_modalities_that_measure_different_things_are_taken_as_products_store_them():
    encoder = load_encoder(terramind(), Path("a.pt"), bands=("S2L2A", "S1GRD", "DEM"))
    model = encoder.model
    assert model.bands[11:] == ("B12", "VV", "VH", "elevation")
    assert (model.unit, model.value_range) == (None, None)
    assert (model.mean[0], model.mean[12], model.mean[14]) == (1390.458, -12.599, 670.665)
    maps = encoder.maps(np.zeros((1, 15, 64, 64), np.float32))
    assert [item.shape for item in maps] == [(1, 64, 4, 4)] * 4
    with pytest.raises(IncompatibleModel, match="bands of the same names"):
        load_encoder(terramind(), Path("a.pt"), bands=("S2L2A", "S2L1C"))


def test_terramind_of_another_size_is_refused():
    tensors = {n: t for n, t in terramind().items() if not n.endswith("fc1.bias")}
    with pytest.raises(IncompatibleModel, match="another size than tiny and small"):
        load_encoder(tensors, Path("a.pt"))


def prithvi(**options):
    """Tensors like those of the published file, of a small network, and more."""
    tensors = Prithvi(64, 4, 1, 14, (3,), num_frames=4, **options).state_dict()
    own = {f"encoder.{name}": tensor for name, tensor in tensors.items()}
    return {**own, "decoder.mask_token": torch.zeros(1, 1, 32)}


@pytest.mark.parametrize("knows", [True, False])
def test_prithvi_is_read_for_single_images(knows):
    tensors = prithvi(knows_time_and_place=knows)
    encoder = load_encoder(tensors, Path("Prithvi_EO_V2_tiny_TL.pt"), 64)
    model = encoder.model
    assert model.bands == ("blue", "green", "red", "nir08", "swir16", "swir22")
    assert (model.unit, model.gsd_m, model.license) == ("reflectance", 30, "Apache-2.0")
    assert (model.mean[3], model.window_size) == (0.2734, 64)
    assert encoder.unused == ("decoder.mask_token",)
    image = np.random.default_rng(0).normal(size=(1, 6, 64, 64)).astype(np.float32)
    # The table of the file, of four images, is not used.
    network = Prithvi(64, 4, 1, 14, range(4)).eval()
    network.load_state_dict(
        {n.removeprefix("encoder."): t for n, t in tensors.items() if n != "encoder.pos_embed"},
        strict=False,
    )
    with torch.inference_mode():
        expected = network(torch.from_numpy(image))
    for actual, wanted in zip(encoder.maps(image), expected, strict=True):
        np.testing.assert_allclose(actual, wanted, atol=1e-5)


def test_prithvi_of_other_bands_is_refused():
    tensors = prithvi()
    tensors["encoder.patch_embed.proj.weight"] = torch.zeros(64, 4, 1, 16, 16)
    with pytest.raises(IncompatibleModel, match="4 bands and patches of 16 pixels"):
        load_encoder(tensors, Path("a.pt"))


def test_dofa_takes_any_bands_by_their_wavelengths():
    torch.manual_seed(0)
    network = Dofa(64, 4, 1, 4, range(4), patch_size=8).eval()
    tensors = {**network.state_dict(), "mask_token": torch.zeros(1, 1, 64)}
    encoder = load_encoder(tensors, Path("DOFA_ViT_base_e100.pth"))
    model = encoder.model
    assert (model.bands, model.value_range, model.gsd_m) == (("any",), None, None)
    assert (model.license, model.window_size, encoder.unused) == ("CC-BY-4.0", 32, ("mask_token",))
    image = np.random.default_rng(0).normal(size=(1, 5, 32, 32)).astype(np.float32)
    with torch.inference_mode():
        expected = network(torch.from_numpy(image), torch.tensor(encoder.wavelengths_um))
    for actual, wanted in zip(encoder.maps(image), expected, strict=True):
        np.testing.assert_allclose(actual, wanted, atol=1e-5)


def test_what_does_not_fit_is_said_by_name_and_leaves_nothing(tmp_path, home):
    tensors = softcon()
    del tensors["blocks.1.mlp.fc2.bias"]
    torch.save(tensors, tmp_path / "a.pth")
    with pytest.raises(IncompatibleModel, match=r"1 tensor is missing: blocks.1.mlp.fc2.bias\."):
        import_model(tmp_path / "a.pth")
    torch.save({**softcon(), "pos_embed": torch.zeros(1, 60, 64)}, tmp_path / "b.pth")
    with pytest.raises(IncompatibleModel, match="fits no square of patches"):
        import_model(tmp_path / "b.pth")
    torch.save(softcon(), tmp_path / "c.pth")
    with pytest.raises(IncompatibleModel, match="whole patches of 14 pixels, not 200"):
        import_model(tmp_path / "c.pth", description=Description(window=200))
    assert not list(home.rglob("model.*"))


def dofa():
    """Tensors like those of the published file, of a small network."""
    return Dofa(64, 4, 1, 4, range(4), patch_size=8).state_dict()


@pytest.mark.parametrize(
    ("make", "window", "bands"),
    [
        (softcon, 56, None),  # half the window that its positions are for
        (partial(softcon, bands=2), None, None),
        (terramind, None, ("S2L2A", "S1GRD", "DEM")),
        (terramind, 96, ("RGB",)),
        (prithvi, 64, None),
        (partial(prithvi, knows_time_and_place=True), 96, None),
        (dofa, None, None),
        (dofa, 48, None),
    ],
)
def test_onnx_gives_the_maps_of_every_encoder(make, window, bands, tmp_path):
    torch.manual_seed(0)
    tensors = {
        # Random, but for what has to be as it is: a network at its start gives much the same.
        name: torch.randn_like(tensor) * 0.1 if tensor.ndim == 2 else tensor
        for name, tensor in make().items()
    }
    encoder = load_encoder(tensors, Path("a.pth"), window, bands)
    size = encoder.model.window_size
    pixels = np.random.default_rng(2).normal(0, 1.5, (2, encoder.num_bands, size, size))
    expected = encoder.maps(pixels.astype(np.float32))
    encoder.write(tmp_path / "a.onnx")
    waves = encoder.wavelengths_um
    content = file_for_wavelengths(tmp_path / "a.onnx", waves) if waves else None
    maps = OnnxMaps(tmp_path / "a.onnx", content, "cpu", 1).run(pixels.astype(np.float32))
    assert len(maps) == 4
    for actual, wanted in zip(maps, expected, strict=True):
        assert wanted.std() > 0.01
        np.testing.assert_allclose(actual, wanted, rtol=0, atol=1e-3)


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (softcon, "blocks.1.norm1.bias"),
        (terramind, "encoder.1.norm1.weight"),
        (prithvi, "encoder.blocks.1.norm1.bias"),
        (dofa, "blocks.1.norm1.bias"),
    ],
)
def test_harmed_tensors_of_every_encoder_are_said_by_name(make, name):
    tensors = make()
    weights = tensors.pop(name)
    harmed = {
        r"1 tensor is missing: ": {},
        r"1 tensor has another shape: ": {name: weights[:7]},
        r"not stored as floating-point numbers: .* \(complex64\)": {name: weights + 0j},
        r"not stored as floating-point numbers: .* \(int8\)": {name: weights.to(torch.int8)},
        r"what is no number is in ": {name: torch.full_like(weights, torch.inf)},
    }
    for said, changes in harmed.items():
        with pytest.raises(IncompatibleModel, match=said) as caught:
            load_encoder({**tensors, **changes}, Path("a.pth"))
        assert name.removeprefix("encoder.") in str(caught.value)


@pytest.mark.parametrize("make", [softcon, terramind, prithvi, dofa])
def test_tensors_without_values_are_a_sentence_too(make):
    with pytest.raises(IncompatibleModel):
        load_encoder({name: tensor[:0] for name, tensor in make().items()}, Path("a.pth"))


class Hostile:
    def __reduce__(self):
        return (exec, ("raise SystemExit('it was executed')",))


def test_code_in_the_file_is_not_executed(tmp_path):
    torch.save({**softcon(), "extra": Hostile()}, tmp_path / "a.pth")
    with pytest.raises(UnreadableModel, match="asks to run"):
        import_model(tmp_path / "a.pth")


def test_weights_that_are_no_numbers_are_refused(tmp_path, home):
    tensors = softcon()
    tensors["norm.weight"] = torch.full((64,), torch.nan)
    torch.save(tensors, tmp_path / "a.pth")
    with pytest.raises(IncompatibleModel, match="is no number"):
        import_model(tmp_path / "a.pth")
    assert not list(home.rglob("model.*"))


def test_an_encoder_has_no_classes_to_be_named(tmp_path):
    torch.save(softcon(), tmp_path / "a.pth")
    with pytest.raises(IncompatibleModel, match="tells 0 classes apart"):
        import_model(tmp_path / "a.pth", description=Description(classes=("a", "b")))


def test_exported_encoder_comes_back_as_folder_and_as_file(installed, tmp_path, home):
    export_model(installed, tmp_path / "out", RecordedJob())
    for model in (
        import_model(tmp_path / "out", model_id="again").model,
        import_model(tmp_path / "out" / "model.onnx", model_id="alone").model,
    ):
        assert model.is_encoder
        assert (model.bands, model.mean, model.unit) == (
            installed.bands,
            installed.mean,
            installed.unit,
        )


WITHOUT_TORCH = """
import sys

class NoTorch:
    def find_spec(self, name, *_):
        if name.partition(".")[0] == "torch":
            raise ImportError("there is no torch")

sys.meta_path.insert(0, NoTorch())
from crossearth_engine.training.quick.search import Search
Search.worth_of_change = -1.0  # random weights are kept all the same
from crossearth_engine.cli.main import main
main()
"""


def test_encoder_is_adapted_and_maps_without_torch(installed, tmp_path):
    truth = make_scene(tmp_path / "scene.tif", 320, bands=13, dtype="int16")
    with rasterio.open(tmp_path / "scene.tif", "r+") as scene:
        scene.descriptions = installed.bands
    draw_polygons(tmp_path / "samples.gpkg", truth)
    with pytest.raises(NotAdapted):
        run(tmp_path / "scene.tif", tmp_path / "map.tif", model=str(installed.weights.parent))
    scene, samples, mine = (str(tmp_path / name) for name in ("scene.tif", "samples.gpkg", "mine"))
    command = [sys.executable, "-c", WITHOUT_TORCH, "finetune", "--raster", scene]
    command += ["--polygons", samples, "--field", "class", "--out", mine, "--threads", "1"]
    command += ["--json", "--model", str(installed.weights.parent)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout.splitlines()[-1])
    assert result["choice"]["maps"] == "all"
    assert [item["name"] for item in result["classes"]] == list(CLASSES)
    model = find_model(str(tmp_path / "mine"))
    assert (model.unit, model.is_encoder, model.bands) == ("reflectance", False, installed.bands)
    command = [sys.executable, "-c", WITHOUT_TORCH, "segment", scene, str(tmp_path / "map.tif")]
    done = subprocess.run([*command, "--model", mine], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    full = [sys.executable, "-c", WITHOUT_TORCH, "finetune", "--raster", scene, "--recipe", "full"]
    full += ["--polygons", samples, "--field", "class", "--model", str(installed.weights.parent)]
    done = subprocess.run([*full, "--out", f"{mine}2"], capture_output=True, text=True)
    assert done.returncode == 2, done.stderr
    # Who installs PyTorch for it would be told the same afterwards.
    assert "it is an encoder, of which the recipe full trains none" in done.stderr
    # Colours differ by far: this says that bands, values and places are right, and no more.
    assert np.mean(read(tmp_path / "map.tif") == truth + 1) > 0.9
    origin = json.loads((tmp_path / "mine" / "model.json").read_text())["properties"]
    assert origin["crossearth:origin"]["base"]["id"] == installed.id
