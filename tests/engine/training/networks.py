"""A small network with inner maps, of random weights, made on the spot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SIZE = 64


def write_network(path: Path, seed: int = 0) -> Path:
    """Down to a quarter and an eighth, up again with a skip connection, five classes."""
    rng = np.random.default_rng(seed)
    tensors: list[TensorProto] = []

    def conv(name: str, source: str, inputs: int, outputs: int, **options: Any) -> Any:
        kernel = options["kernel_shape"][0]
        weights = rng.normal(0, 1 / np.sqrt(inputs * kernel**2), (outputs, inputs, kernel, kernel))
        tensors.append(numpy_helper.from_array(weights.astype(np.float32), f"{name}.w"))
        return helper.make_node("Conv", [source, f"{name}.w"], [name], **options)

    tensors.append(numpy_helper.from_array(np.array([1, 1, 2, 2], np.float32), "twice"))
    tensors.append(numpy_helper.from_array(np.array([1, 1, 4, 4], np.float32), "fourfold"))
    smooth = {"mode": "linear", "coordinate_transformation_mode": "half_pixel"}
    nodes = [
        conv("a", "x", 3, 8, kernel_shape=[4, 4], strides=[4, 4]),
        helper.make_node("Relu", ["a"], ["quarter"]),
        conv("b", "quarter", 8, 12, kernel_shape=[3, 3], strides=[2, 2], pads=[1] * 4),
        helper.make_node("Relu", ["b"], ["eighth"]),
        conv("c", "eighth", 12, 8, kernel_shape=[1, 1]),
        helper.make_node("Resize", ["c", "", "twice"], ["up"], **smooth),
        helper.make_node("Add", ["up", "quarter"], ["merged"]),
        conv("scores", "merged", 8, 5, kernel_shape=[1, 1]),
        helper.make_node("Resize", ["scores", "", "fourfold"], ["y"], **smooth),
    ]
    graph = helper.make_graph(
        nodes,
        "network",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["B", 3, "H", "W"])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["B", 5, "H", "W"])],
        tensors,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    described = {"tile_size": "64", "tiles_overlap": "25", "resolution": "50"}
    described["standardization_mean"] = "[0.5, 0.5, 0.5]"
    described["standardization_std"] = "[0.2, 0.2, 0.2]"
    helper.set_model_props(model, {"model_type": '"Segmentor"', **described})
    onnx.save(model, path)
    return path
