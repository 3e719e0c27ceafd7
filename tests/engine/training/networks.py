"""Small networks with inner maps, of random weights, made on the spot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper, parser

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


# As the exporter of PyTorch writes a transformer with a pyramid and a UNet behind it, with a token
# in front that is no place; of two blocks of one product each.
_TRANSFORMER = """
<ir_version: 10, opset_import: ["" : 18]>
main_graph (float[batch, 6, 64, 64] input) => (float[batch, 2, 64, 64] logits) {
    patches = Conv <kernel_shape = [16, 16], strides = [16, 16]> (input, patch_w)
    rows = Reshape <allowzero = 1> (patches, as_rows)
    tokens = Transpose <perm = [0, 2, 1]> (rows)
    all_tokens = Pad (tokens, token_in_front)
    first = MatMul (all_tokens, first_w)
    first_active = Relu (first)
    second = MatMul (first_active, second_w)
    first_places = Slice (first_active, one, end, one, one)
    first_grid = Reshape <allowzero = 1> (first_places, as_grid)
    first_order = Transpose <perm = [0, 1, 4, 2, 3]> (first_grid)
    first_map = Reshape <allowzero = 1> (first_order, as_map)
    second_places = Slice (second, one, end, one, one)
    second_grid = Reshape <allowzero = 1> (second_places, as_grid)
    second_order = Transpose <perm = [0, 1, 4, 2, 3]> (second_grid)
    second_map = Reshape <allowzero = 1> (second_order, as_map)
    fine = ConvTranspose <kernel_shape = [2, 2], strides = [2, 2]> (first_map, fine_w)
    coarse = MaxPool <kernel_shape = [2, 2], strides = [2, 2]> (second_map)
    coarse_shape = Shape <start = 0, end = 2> (coarse)
    fine_size = Concat <axis = 0> (coarse_shape, eight_by_eight)
    enlarged = Resize <mode = "nearest", coordinate_transformation_mode = "asymmetric",
        nearest_mode = "floor"> (coarse, "", "", fine_size)
    joined = Concat <axis = 1> (enlarged, fine)
    block = Conv <kernel_shape = [3, 3], pads = [1, 1, 1, 1]> (joined, block_w)
    block_active = Relu (block)
    doubled = Resize <mode = "nearest", coordinate_transformation_mode = "asymmetric",
        nearest_mode = "floor"> (block_active, "", twice)
    last = Conv <kernel_shape = [3, 3], pads = [1, 1, 1, 1]> (doubled, last_w)
    last_active = Relu (last)
    scores = Conv <kernel_shape = [1, 1]> (last_active, scores_w)
    scores_shape = Shape <start = 0, end = 2> (scores)
    size = Concat <axis = 0> (scores_shape, whole)
    logits = Resize <mode = "linear"> (scores, "", "", size)
}
"""
_WEIGHTS = {
    "patch_w": (32, 6, 16, 16),
    "first_w": (32, 32),
    "second_w": (32, 32),
    "fine_w": (32, 16, 2, 2),
    "block_w": (16, 48, 3, 3),
    "last_w": (8, 16, 3, 3),
    "scores_w": (2, 8, 1, 1),
}
_NUMBERS = {
    "as_rows": [-1, 32, 16],
    "token_in_front": [0, 1, 0, 0, 0, 0],
    "one": [1],
    "end": [2**31],
    "as_grid": [-1, 1, 4, 4, 32],
    "as_map": [-1, 32, 4, 4],
    "eight_by_eight": [8, 8],
    "whole": [64, 64],
}


def write_transformer(path: Path) -> Path:
    """Patches of 16 pixels of six bands, tokens, a decoder, two classes; one size of window."""
    rng = np.random.default_rng(0)
    model: onnx.ModelProto = parser.parse_model(_TRANSFORMER)
    for name, shape in _WEIGHTS.items():
        fan_in = shape[0] if len(shape) == 2 else np.prod(shape[1:])
        weights = rng.normal(0, 1 / np.sqrt(fan_in), shape).astype(np.float32)
        model.graph.initializer.append(numpy_helper.from_array(weights, name))
    for name, numbers in _NUMBERS.items():
        values = np.array(numbers, np.int64)
        model.graph.initializer.append(numpy_helper.from_array(values, name))
    twice = np.array([1, 1, 2, 2], np.float32)
    model.graph.initializer.append(numpy_helper.from_array(twice, "twice"))
    described = {"model_type": '"Segmentor"', "tile_size": "64", "tiles_overlap": "25"}
    described["standardization_mean"] = str([0.0] * 6)
    described["standardization_std"] = str([5.0] * 6)
    helper.set_model_props(model, described)
    onnx.checker.check_model(model)
    onnx.save(model, path)
    return path
