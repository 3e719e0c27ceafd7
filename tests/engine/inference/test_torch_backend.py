import json
import threading

import numpy as np
import pytest
import rasterio

from crossearth_engine import errors
from crossearth_engine.inference.load import load_backend
from crossearth_engine.models.catalog import find_model
from tests.engine.conftest import read, run
from tests.engine.models.test_metadata import write_item

torch = pytest.importorskip("torch", reason="torch is an extra")
safetensors = pytest.importorskip("safetensors.torch")
load_file, save_file = safetensors.load_file, safetensors.save_file

ARCHITECTURE = "efficientnet-lite0-fpn"


def save_model(folder, architecture):
    """Save a network with random weights as safetensors with its STAC Item; return the latter."""
    from crossearth_engine.models.registry import build

    item = write_item(folder)
    torch.manual_seed(0)
    network = build(architecture, 3, 3)
    weights = item.with_name("model.safetensors")
    save_file(network.state_dict(), weights)
    content = json.loads(item.read_text())
    content["assets"]["model"] = {"href": "./model.safetensors", "roles": ["mlm:model"]}
    content["properties"]["mlm:architecture"] = architecture
    item.write_text(json.dumps(content))
    return item


@pytest.fixture
def torch_model(tmp_path):
    return save_model(tmp_path / "torch-model", ARCHITECTURE)


@pytest.fixture
def transformer(tmp_path):
    return save_model(tmp_path / "transformer", "crossearth-tiny-128")


def test_weights_in_half_precision_are_computed_in_single(torch_model):
    info = find_model(str(torch_model))
    batch = np.random.default_rng(0).normal(size=(1, 3, 64, 64)).astype(np.float32)
    expected = load_backend(info, "cpu", 1).run(batch)
    weights = load_file(info.weights)
    halved = {name: x.half() if x.is_floating_point() else x for name, x in weights.items()}
    save_file(halved, info.weights)
    scores = load_backend(info, "cpu", 1).run(batch)
    assert 0 < np.abs(scores - expected).max() < 0.01 * np.abs(expected).max()


def test_torch_and_onnx_give_the_same_scores(tmp_path, torch_model):
    pytest.importorskip("onnxscript")
    from crossearth_engine.models.onnx_export import export_onnx
    from crossearth_engine.models.registry import build

    info = find_model(str(torch_model))
    backend = load_backend(info, "cpu", 1)
    network = build(ARCHITECTURE, 3, 3)
    network.load_state_dict(backend._network.state_dict())
    export_onnx(network, info, tmp_path / "same.onnx", is_half_stored=False)
    onnx_backend = load_backend(find_model(str(tmp_path / "same.onnx")), "cpu", 1)
    batch = np.random.default_rng(0).normal(size=(2, 3, 64, 64)).astype(np.float32)
    expected = backend.run(batch)
    assert np.abs(onnx_backend.run(batch) - expected).max() < 1e-3 * np.abs(expected).max()


def test_a_raster_is_segmented_with_torch(tmp_path, raster_factory, torch_model):
    result = run(raster_factory(size=(150, 120)), tmp_path / "map.tif", model=str(torch_model))
    assert (result["device"], result["precision"]) == ("cpu", "fp32")
    assert set(np.unique(read(tmp_path / "map.tif"))) <= {0, 10, 20}


def test_the_result_says_the_precision_that_was_used(tmp_path, raster_factory, transformer):
    raster, output = raster_factory(size=(150, 120)), tmp_path / "map.tif"
    options = {"model": str(transformer), "window": 128}
    for precision, used in (("auto", "fp32"), ("fp32", "fp32"), ("int8", "int8")):
        if used == "int8" and not torch.backends.mkldnn.is_available():
            continue
        result = run(raster, output, precision=precision, **options)
        assert result["precision"] == used
        with rasterio.open(output) as dataset:
            assert dataset.tags()["CROSSEARTH_PRECISION"] == used


def test_precisions_that_gain_nothing_are_told(torch_model, transformer):
    transformer, convolutions = (find_model(str(item)) for item in (transformer, torch_model))
    for model, precision in ((transformer, "fp16"), (convolutions, "bf16")):
        with pytest.raises(errors.PrecisionUnavailable, match=r"on cpu\. Available: auto, fp32"):
            load_backend(model, "cpu", 1, precision)


def test_values_too_large_for_half_precision_are_told(transformer):
    backend = load_backend(find_model(str(transformer)), "cpu", 1)
    backend.precision = "fp16"
    backend._network.backbone.register_forward_hook(lambda module, x, maps: [m / 0 for m in maps])
    with pytest.raises(errors.IncompatibleModel, match="Use bf16 or fp32"):
        backend.run(np.ones((1, 3, 128, 128), np.float32))


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="no GPU that PyTorch can use")
@pytest.mark.parametrize("precision", ["fp32", "bf16", "fp16"])
def test_a_gpu_gives_the_scores_of_the_cpu(transformer, precision):
    from tests.engine.networks.tiny import image, lively

    save_file(lively(num_classes=3).state_dict(), transformer.with_name("model.safetensors"))
    model, pixels = find_model(str(transformer)), image(128, 128, batch=2).numpy()
    expected = load_backend(model, "cpu", 1).run(pixels)
    backend = load_backend(model, "cuda", None, precision)
    scores = backend.run(pixels)
    assert backend.precision == precision
    assert (scores.argmax(1) == expected.argmax(1)).mean() >= 0.98
    if precision == "fp32":
        assert np.abs(scores - expected).max() <= 1e-3


def test_weights_that_do_not_fit_are_told(torch_model):
    weights = torch_model.with_name("model.safetensors")
    save_file({"encoder.nothing": torch.zeros(3)}, weights)
    with pytest.raises(errors.IncompatibleModel, match=r"encoder\.nothing"):
        load_backend(find_model(str(torch_model)), "cpu", 1)
    weights.write_bytes(b"no tensors")
    with pytest.raises(errors.UnreadableModel):
        load_backend(find_model(str(torch_model)), "cpu", 1)


def test_devices_that_are_not_there_are_told(torch_model):
    with pytest.raises(errors.DeviceUnavailable, match="auto"):
        load_backend(find_model(str(torch_model)), "cuda:99", 1)


def test_an_interrupted_run_ends_and_the_next_one_does_not(torch_model):
    backend = load_backend(find_model(str(torch_model)), "cpu", 1)
    batch = np.zeros((1, 3, 512, 512), np.float32)
    assert backend.batch_that_fits((3, 512, 512)) == 1
    timer = threading.Timer(0.05, backend.interrupt)
    timer.start()
    with pytest.raises(errors.JobCanceled):
        any(backend.run(batch) is None for _ in range(1000))
    backend.clear_interrupt()
    assert backend.run(batch).shape == (1, 3, 512, 512)
