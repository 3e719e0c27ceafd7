from __future__ import annotations

import numpy as np
import pytest
from onnx import ModelProto, TensorProto, helper, numpy_helper

from crossearth_engine.models.onnx_folding import folded
from crossearth_engine.models.onnx_shapes import tensor_shapes


def padded(sizes: list[int]) -> ModelProto:
    """A convolution of stride 2 whose padding the graph computes, as older exporters write it."""
    weights = np.ones((4, 3, 3, 3), np.float32)
    tensors = {"w": weights, "sizes": np.array(sizes, np.int64), "eight": np.array([8], np.int64)}
    nodes = [
        helper.make_node("Shape", ["sizes"], ["count"]),
        helper.make_node("Sub", ["eight", "count"], ["rest"]),
        helper.make_node("ConstantOfShape", ["rest"], ["zeros"], value=constant(0)),
        helper.make_node("Concat", ["zeros", "sizes"], ["pads"], axis=0),
        helper.make_node("Pad", ["x", "pads"], ["wide"]),
        helper.make_node("Conv", ["wide", "w"], ["y"], strides=[2, 2]),
    ]
    graph = helper.make_graph(
        nodes,
        "network",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["B", 3, "H", "W"])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["B", 4, "h", "w"])],
        [numpy_helper.from_array(values, name) for name, values in tensors.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def constant(value: int) -> TensorProto:
    return numpy_helper.from_array(np.array([value], np.int64))


def test_shapes_are_known_where_the_graph_computes_its_padding() -> None:
    shapes = tensor_shapes(padded([1, 1]), 16)
    assert shapes["wide"] == (1, 3, 17, 17)
    assert shapes["y"] == (1, 4, 8, 8)


def test_shapes_of_a_network_that_cannot_be_folded_are_left_open() -> None:
    # More sizes than axes.
    assert 0 in tensor_shapes(padded([1] * 9), 16).get("y", (0,))


def test_what_depends_on_no_image_becomes_numbers() -> None:
    made = folded(padded([1, 1]))
    assert [node.op_type for node in made.graph.node] == ["Pad", "Conv"]
    tensors = {t.name: numpy_helper.to_array(t) for t in made.graph.initializer}
    assert set(tensors) == {"w", "pads"}
    assert tensors["pads"].tolist() == [0, 0, 0, 0, 0, 0, 1, 1]


def test_what_has_graphs_within_stays_as_it_is() -> None:
    proto = padded([1, 1])
    then = helper.make_graph(
        [helper.make_node("Identity", ["eight"], ["t"])],
        "then",
        [],
        [helper.make_tensor_value_info("t", TensorProto.INT64, [1])],
    )
    node = helper.make_node("If", ["is"], ["nine"], then_branch=then, else_branch=then)
    proto.graph.initializer.append(numpy_helper.from_array(np.array(True), "is"))
    proto.graph.node.insert(0, node)
    proto.graph.node[2].input[0] = "nine"
    kinds = [node.op_type for node in folded(proto).graph.node]
    assert kinds == ["If", "Sub", "ConstantOfShape", "Concat", "Pad", "Conv"]


@pytest.mark.parametrize("size", [16, 32])
def test_weights_are_not_needed_to_know_shapes(size: int) -> None:
    proto = padded([1, 1])
    proto.graph.initializer[0].ClearField("raw_data")
    assert tensor_shapes(proto, size)["y"] == (1, 4, size // 2, size // 2)
