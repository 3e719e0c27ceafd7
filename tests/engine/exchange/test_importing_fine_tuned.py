# ruff: noqa: E402 - what may be absent is asked for first
from collections import OrderedDict
from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")
pytest.importorskip("safetensors", reason="safetensors is an extra")

from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.exchange.importing import Description, import_model
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.models.fine_tuned import load_fine_tuned
from crossearth_engine.models.onnx_export import export_onnx
from crossearth_engine.models.registry import build
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.training.scenes import draw_polygons, make_scene


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(0)
    return build("prithvi-tiny-tl-unet", 2, 6).eval()


def save_like_lightning(path, network):
    """As terratorch saves: the network behind a prefix, and how it was trained."""
    tensors = network.state_dict()
    # That of the pretraining, of four images, as some files have it.
    tensors["encoder.pos_embed"] = torch.zeros(1, 785, 192)
    content = {
        "epoch": 3,
        "state_dict": OrderedDict((f"model.{name}", tensor) for name, tensor in tensors.items()),
        "hyper_parameters": {"model_args": {"decoder": "UNetDecoder"}, "lr": 1e-4},
        "loops": {"fit_loop": {"state_dict": {}}},
    }
    torch.save(content, path)
    return path


def test_published_file_is_known_by_its_name_and_segments(tmp_path, network, raster_factory):
    path = save_like_lightning(tmp_path / "Prithvi_EO_V2_300M_BurnScars.pt", network)
    model = import_model(path, description=Description(window=224)).model
    assert model.architecture == "prithvi-tiny-tl-unet"
    assert [item.name for item in model.classes] == ["not burned", "burn scar"]
    assert (model.unit, model.mean[0], model.gsd_m) == ("reflectance", 0.033349707, 30)
    rng = np.random.default_rng(0)
    data = rng.integers(100, 3000, (6, 224, 224)).astype(np.int16)
    raster = raster_factory(data=data)
    run(raster, tmp_path / "map.tif", model=model.id, device="cpu")
    pixels = data / np.float32(10_000)
    scaled = (pixels - np.float32(model.mean)[:, None, None]) / np.float32(model.std)[:, None, None]
    with torch.inference_mode():
        scores = network(torch.from_numpy(scaled[None]))
    assert np.mean(read(tmp_path / "map.tif") == scores.argmax(1)[0].numpy()) > 0.999
    # Neither recipe trains PyTorch's own network; what is exported of it can be adapted.
    truth = make_scene(tmp_path / "scene.tif", 240, bands=6, dtype="int16")
    samples = draw_polygons(tmp_path / "samples.gpkg", truth)
    given = {"rasters": [str(tmp_path / "scene.tif")], "polygons": str(samples), "field": "class"}
    for recipe in ("quick", "full"):
        request = FinetuneRequest.from_arguments({**given, "model": model.id, "recipe": recipe})
        with pytest.raises(IncompatibleModel, match="crossearth models export"):
            adapt(request, RecordedJob())


@pytest.mark.parametrize("decoder", ["unet", "upernet"])
def test_onnx_gives_the_scores_of_every_head(decoder, tmp_path):
    torch.manual_seed(0)
    other = build(f"prithvi-tiny-{decoder}", 3, 6).eval()
    model = load_fine_tuned(other.state_dict(), tmp_path / "a.pt").model
    model = replace(model, window_size=96, overlap=24)
    export_onnx(other, model, tmp_path / "a.onnx", is_half_stored=False, is_size_dynamic=False)
    pixels = np.random.default_rng(0).normal(size=(2, 6, 96, 96)).astype(np.float32)
    with torch.inference_mode():
        wanted = other(torch.from_numpy(pixels)).numpy()
    (scores,) = OnnxMaps(tmp_path / "a.onnx", None, "cpu", 1).run(pixels)
    assert wanted.std() > 0.01
    np.testing.assert_allclose(scores, wanted, rtol=0, atol=1e-3)


def test_what_nobody_tells_of_another_file_is_assumed(tmp_path, network):
    tensors = {f"model.{name}": tensor for name, tensor in network.state_dict().items()}
    model = load_fine_tuned(tensors, tmp_path / "mine.pt").model
    assert model.assumed == ("classes", "window", "scaling")
    assert [item.name for item in model.classes] == ["class 0", "class 1"]


def test_what_does_not_fit_is_said_by_name(tmp_path, network):
    tensors = dict(network.state_dict())
    del tensors["neck.2.fpn1.3.bias"]
    with pytest.raises(IncompatibleModel, match=r"1 tensor is missing: neck\.2\.fpn1\.3\.bias"):
        load_fine_tuned(tensors, tmp_path / "a.pt")


def test_weights_that_are_no_numbers_make_no_map(tmp_path, network):
    tensors = dict(network.state_dict())
    tensors["head.head.2.bias"] = torch.full((2,), torch.nan)
    with pytest.raises(IncompatibleModel, match=r"what is no number is in head\.head\.2\.bias"):
        load_fine_tuned(tensors, tmp_path / "a.pt")
