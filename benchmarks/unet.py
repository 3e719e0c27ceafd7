"""A U-Net of about a million parameters, as people bring them along: an ONNX file with metadata.

Its weights are random, as only its time matters: 512 × 512 windows of three bands, six classes.

    python benchmarks/unet.py NETWORK.onnx
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

CHANNELS = (16, 32, 64, 96, 144)
CLASSES = ("roof", "road", "soil", "grass", "tree", "water")
WINDOW, OVERLAP = 512, 76


class Graph:
    """Operators and weights of a network, one after the other."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._random = np.random.default_rng(0)

    def add(self, operator: str, *inputs: str, **attributes: object) -> str:
        """Add an operator and return the name of what it makes."""
        name = f"{operator.lower()}{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [name], **attributes))
        return name

    def conv(self, x: str, inputs: int, outputs: int, size: int, *, has_relu: bool = True) -> str:
        """Add a convolution that keeps height and width."""
        weight = self._parameter((outputs, inputs, size, size), inputs * size**2)
        bias = self._parameter((outputs,), outputs)
        x = self.add("Conv", x, weight, bias, kernel_shape=[size] * 2, pads=[size // 2] * 4)
        return self.add("Relu", x) if has_relu else x

    def block(self, x: str, inputs: int, outputs: int) -> str:
        """Add two convolutions."""
        return self.conv(self.conv(x, inputs, outputs, 3), outputs, outputs, 3)

    def up(self, x: str, inputs: int, outputs: int) -> str:
        """Add a transposed convolution that doubles height and width."""
        weight = self._parameter((inputs, outputs, 2, 2), inputs)
        return self.add("ConvTranspose", x, weight, kernel_shape=[2, 2], strides=[2, 2])

    def _parameter(self, shape: tuple[int, ...], fan_in: int) -> str:
        values = self._random.normal(0, np.sqrt(2 / fan_in), shape).astype(np.float32)
        self.weights.append(numpy_helper.from_array(values, f"weight{len(self.weights)}"))
        return self.weights[-1].name


def make_unet() -> onnx.ModelProto:
    """Return the network."""
    graph, x, inputs = Graph(), "image", 3
    skipped = []
    for outputs in CHANNELS[:-1]:
        x = graph.block(x, inputs, outputs)
        skipped.append((x, outputs))
        x, inputs = graph.add("MaxPool", x, kernel_shape=[2, 2], strides=[2, 2]), outputs
    x, inputs = graph.block(x, inputs, CHANNELS[-1]), CHANNELS[-1]
    for beside, outputs in reversed(skipped):
        x = graph.add("Concat", graph.up(x, inputs, outputs), beside, axis=1)
        x, inputs = graph.block(x, 2 * outputs, outputs), outputs
    graph.nodes.append(
        helper.make_node(
            "Identity", [graph.conv(x, inputs, len(CLASSES), 1, has_relu=False)], ["scores"]
        )
    )
    image, scores = (
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", count, "height", "width"])
        for name, count in (("image", 3), ("scores", len(CLASSES)))
    )
    made = helper.make_graph(graph.nodes, "unet", [image], [scores], graph.weights)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    names = ", ".join(f'"{value}": "{name}"' for value, name in enumerate(CLASSES))
    helper.set_model_props(
        model,
        {
            "model_type": '"Segmentor"',
            "class_names": f"{{{names}}}",
            "resolution": "50",
            "tile_size": str(WINDOW),
            "tiles_overlap": str(round(100 * OVERLAP / WINDOW)),
            "standardization_mean": "[0.485, 0.456, 0.406]",
            "standardization_std": "[0.229, 0.224, 0.225]",
        },
    )
    return model


def parameters(model: onnx.ModelProto) -> int:
    """Return how many numbers a network has learnt, or would have."""
    return sum(int(np.prod(item.dims)) for item in model.graph.initializer)


def main() -> None:
    """Write the network."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("network", type=Path)
    model = make_unet()
    onnx.save(model, parser.parse_args().network)
    print(f"{parameters(model):,} parameters")


if __name__ == "__main__":
    main()
