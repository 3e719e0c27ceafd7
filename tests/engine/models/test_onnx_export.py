# ruff: noqa: E402 - what may be absent is asked for first
import json

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")
onnx = pytest.importorskip("onnx", reason="onnx is in the extra train")
pytest.importorskip("onnxscript", reason="onnxscript is in the extra train")

import onnxruntime

from crossearth_engine.models import onnx_export as export
from crossearth_engine.models.deepness import from_deepness
from crossearth_engine.models.metadata import ClassInfo, ModelInfo
from crossearth_engine.models.onnx_export import export_onnx
from crossearth_engine.models.onnx_file import external_files
from crossearth_engine.networks.efficientnet_fpn import EfficientNetFPN

TOLERANCES = {False: 1e-5, True: 2e-3}  # of the largest score; half precision has 11 bits


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(0)
    network = EfficientNetFPN(num_classes=2, in_channels=3, pyramid_channels=32).eval()
    for module in network.modules():
        # Statistics as of a trained network; those of a new one would hide a wrong folding.
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.1)
            module.running_var.uniform_(0.5, 2)
    return network


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return ModelInfo(
        id="tiny",
        name="Tiny",
        description="",
        license="Apache-2.0",
        trained_on="",
        weights=tmp_path_factory.mktemp("export") / "tiny.onnx",
        architecture="efficientnet-lite0-fpn",
        bands=("red", "green", "blue"),
        mean=(127.0, 120.0, 110.0),
        std=(64.0, 60.0, 55.0),
        window_size=64,
        overlap=16,
        gsd_m=0.5,
        gsd_range_m=None,
        classes=(ClassInfo(1, "dry", "#aa8800"), ClassInfo(2, "wet", "#0088aa")),
        scores="logits",
    )


@pytest.fixture(scope="module", autouse=True)
def _traced_once(network):
    """Trace the network for the first file only: it takes long, and is the same for all."""
    trace, programs = torch.onnx.export, []

    def once(module, *arguments, **options):
        if module is not network:
            return trace(module, *arguments, **options)
        if not programs:
            programs.append(trace(module, *arguments, **options))
        return programs[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(torch.onnx, "export", once)
        yield


@pytest.fixture(scope="module", params=[False, True], ids=["single", "half"])
def exported(request, network, model):
    path = model.weights.with_stem(f"tiny_{request.param}")
    export_onnx(network, model, path, is_half_stored=request.param)
    return path, TOLERANCES[request.param]


@pytest.mark.parametrize("shape", [(1, 3, 64, 64), (3, 3, 96, 160)])
def test_onnxruntime_agrees_with_torch_at_any_batch_and_size(network, exported, shape):
    path, tolerance = exported
    batch = torch.randn(shape, generator=torch.Generator().manual_seed(5))
    with torch.inference_mode():
        expected = network(batch).numpy()
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (scores,) = session.run(["logits"], {"input": batch.numpy()})
    assert scores.dtype == np.float32
    assert np.abs(scores - expected).max() <= tolerance * np.abs(expected).max()


def test_half_stored_file_is_half_as_large(exported):
    path, _ = exported
    bytes_per_weight = path.stat().st_size / 3_000_000
    assert bytes_per_weight < (2.5 if path.stem.endswith("True") else 4.5)


def test_file_describes_itself_to_deepness_and_to_us(exported, model):
    path, _ = exported
    keys = {entry.key: entry.value for entry in onnx.load(path).metadata_props}
    assert json.loads(keys["model_type"]) == "Segmentor"
    assert json.loads(keys["class_names"]) == {"0": "dry", "1": "wet"}
    assert json.loads(keys["resolution"]) == 50
    assert json.loads(keys["tiles_overlap"]) == 25
    shape = (None, 3, None, None)
    read = from_deepness(path, keys, shape, (None, 2, None, None))
    assert read.mean == pytest.approx(model.mean)
    assert read.std == pytest.approx(model.std)
    assert (read.window_size, read.overlap, read.gsd_m) == (64, 16, 0.5)


def test_file_holds_no_paths_of_the_machine_that_made_it(exported):
    path, _ = exported
    assert b"stack_trace" not in path.read_bytes()
    assert b".py" not in path.read_bytes()


def test_weights_beyond_the_limit_of_the_format_lie_beside(network, model, tmp_path, monkeypatch):
    monkeypatch.setattr(export, "MAX_FILE_BYTES", 100_000)
    path = tmp_path / "large.onnx"
    export.export_onnx(network, model, path, is_half_stored=False)
    assert external_files(path) == [tmp_path / "large.onnx.data"]
    batch = torch.randn(1, 3, 64, 64)
    with torch.inference_mode():
        expected = network(batch).numpy()
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (scores,) = session.run(["logits"], {"input": batch.numpy()})
    assert np.abs(scores - expected).max() <= TOLERANCES[False] * np.abs(expected).max()
