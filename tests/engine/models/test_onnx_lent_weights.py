from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from crossearth_engine.errors import UnreadableModel
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.models import onnx_lent_weights as lent
from crossearth_engine.models.onnx_file import external_files
from crossearth_engine.models.onnx_folding import folded
from crossearth_engine.training.quick.onnx_encoder import Encoder
from crossearth_engine.training.quick.side_by_side import Placed, joined
from tests.engine.training.quick.test_side_by_side import encoder

SIZE, WIDTH = 32, 600


def write(path: Path, seed: int = 0) -> Path:
    """One large tensor, a small one, and what depends on no image."""
    rng = np.random.default_rng(seed)
    kernel = rng.normal(0, 0.1, (WIDTH, 2, 16, 16)).astype(np.float32)
    bias = rng.normal(0, 1, WIDTH).astype(np.float32)
    graph = helper.make_graph(
        [
            helper.make_node("Mul", ["kernel", "two"], ["doubled"]),
            helper.make_node("Conv", ["input", "doubled", "bias"], ["map0"], strides=[16, 16]),
        ],
        "encoder",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["B", 2, SIZE, SIZE])],
        [helper.make_tensor_value_info("map0", TensorProto.FLOAT, ["B", WIDTH, 2, 2])],
        [
            numpy_helper.from_array(kernel, "kernel"),
            numpy_helper.from_array(bias, "bias"),
            numpy_helper.from_array(np.array(2, np.float32), "two"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    path.parent.mkdir(exist_ok=True)
    onnx.save(model, path)
    return path


@pytest.fixture
def network(tmp_path: Path) -> Path:
    return write(tmp_path / "network" / "model.onnx")


def run(path: Path, content: bytes | None = None) -> list[np.ndarray]:
    image = np.random.default_rng(1).normal(size=(1, 2, SIZE, SIZE)).astype(np.float32)
    return OnnxMaps(path, content, "cpu", 1).run(image)


def test_large_weights_stay_in_their_file(network: Path) -> None:
    assert network.stat().st_size > 1_200_000
    read = Encoder.read(network, SIZE, is_encoder=True)
    content = read.exposing(read.maps["all"])
    assert len(content) < 10_000
    np.testing.assert_array_equal(run(network, content), run(network))


def test_what_is_written_needs_no_other_file(network: Path, tmp_path: Path) -> None:
    content = lent.read_lent(network).SerializeToString()
    written = tmp_path / "written.onnx"
    lent.write_with_weights(written, content)
    expected = run(network)
    # Over the file that the weights come from, too.
    network.write_bytes(lent.with_weights(content))
    np.testing.assert_array_equal(run(network), expected)
    network.unlink()
    assert external_files(written) == []
    np.testing.assert_array_equal(run(written), expected)


def test_what_is_too_much_for_a_file_lies_beside(
    network: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lent, "MAX_FILE_BYTES", 1 << 20)
    written = tmp_path / "written.onnx"
    lent.write_with_weights(written, lent.read_lent(network).SerializeToString())
    assert external_files(written) == [tmp_path / "written.onnx.data"]
    np.testing.assert_array_equal(run(written), run(network))
    # And is lent from there.
    again = lent.read_lent(written).SerializeToString()
    assert len(again) < 10_000
    np.testing.assert_array_equal(run(written, again), run(network))


def test_what_depends_on_no_image_is_computed_of_lent_weights(network: Path) -> None:
    made = folded(lent.read_lent(network))
    assert [node.op_type for node in made.graph.node] == ["Conv"]
    np.testing.assert_array_equal(run(network, made.SerializeToString()), run(network))


def test_encoders_of_several_folders_lend_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path))
    monkeypatch.setattr(lent, "MIN_BYTES", 1)
    parts = []
    for name, seed in (("first", 1), ("second", 2)):
        kernel = np.random.default_rng(seed).normal(size=(3, 2, 1, 2)).astype(np.float32)
        model = encoder(tmp_path, name, ("red", "nir"), kernel)
        read = Encoder.read(model.weights, model.window_size, is_encoder=True)
        assert all(map(lent.is_lent, read.proto.graph.initializer))
        parts.append(Placed(model, read, (1, 2)))
    model, both = joined(parts)
    image = np.random.default_rng(1).normal(size=(1, 2, 64, 64)).astype(np.float32)
    maps = OnnxMaps(model.weights, both.exposing(max(both.maps.values(), key=len)), "cpu", 1)
    alone = [OnnxMaps(part.model.weights, None, "cpu", 1).run(image)[0] for part in parts]
    for found, expected in zip(maps.run(image), alone, strict=True):
        np.testing.assert_allclose(found, expected, rtol=1e-5)


def test_a_file_that_is_cut_off_is_none(network: Path) -> None:
    network.write_bytes(network.read_bytes()[:-1000])
    with pytest.raises(UnreadableModel):
        Encoder.read(network, SIZE, is_encoder=True)


def test_a_file_that_is_cut_off_since_makes_no_network(network: Path, tmp_path: Path) -> None:
    content = lent.read_lent(network).SerializeToString()
    network.write_bytes(network.read_bytes()[:700_000])
    with pytest.raises(UnreadableModel, match="shorter"):
        lent.write_with_weights(tmp_path / "written.onnx", content)
