# ruff: noqa: E402 - what may be absent is asked for first
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")
pytest.importorskip("onnx", reason="onnx is an extra")

import numpy as np

from crossearth_engine.errors import IncompatibleModel, UnreadableModel
from crossearth_engine.inference.onnx_backend import OnnxBackend
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.onnx_weights import load_onnx_weights
from crossearth_engine.models.registry import build
from crossearth_engine.shared.model_places import DEFAULT_ID


def test_bundled_model_is_the_same_in_torch():
    model = find_model(DEFAULT_ID)
    network = build(model.architecture, len(model.classes), len(model.bands))
    load_onnx_weights(network, model.weights)
    image = np.random.default_rng(0).normal(size=(1, 3, 512, 512)).astype(np.float32)
    expected = OnnxBackend(model, "cpu", 1).run(image)
    with torch.inference_mode():
        found = network.eval()(torch.from_numpy(image)).numpy()
    assert np.abs(found - expected).max() < 1e-4


def test_another_network_is_refused():
    model = find_model(DEFAULT_ID)
    with pytest.raises(IncompatibleModel):
        load_onnx_weights(build("efficientnet-lite0-fpn", 5, 3), model.weights)


def test_what_is_no_onnx_is_refused(tmp_path):
    path = tmp_path / "model.onnx"
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(UnreadableModel):
        load_onnx_weights(build("efficientnet-lite0-fpn", 5, 3), path)
