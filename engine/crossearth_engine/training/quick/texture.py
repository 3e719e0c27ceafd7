"""Colour and texture of a pixel: each band as it is, its mean and deviation around it.

Plain operators on the image that a network gets, at the image's own resolution: what a network that
halves its maps has lost. Knows no files.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from crossearth_engine.training.quick.onnx_encoder import Encoder, FeatureMap

SURROUNDINGS = (3, 9)
REACH = max(SURROUNDINGS) // 2
PREFIX = "texture."


def texture_nodes(
    image: str, bands: int
) -> tuple[list[NodeProto], list[TensorProto], tuple[FeatureMap, ...]]:
    """Return nodes that compute the maps of an image, their constants, and the maps.

    The first map is the pixel itself.
    """

    def named(name: str) -> str:
        return PREFIX + name

    nodes = [
        helper.make_node("Identity", [image], [named("pixel")]),
        helper.make_node("Mul", [image, image], [named("squares")]),
    ]
    maps = [FeatureMap(named("pixel"), 1, bands)]
    for size in SURROUNDINGS:
        around: Any = {"kernel_shape": [size] * 2, "pads": [size // 2] * 4}
        mean, deviation = named(f"mean{size}"), named(f"deviation{size}")
        nodes += [
            helper.make_node("AveragePool", [image], [mean], **around),
            helper.make_node("AveragePool", [named("squares")], [f"{mean}.squares"], **around),
            helper.make_node("Mul", [mean, mean], [f"{mean}.squared"]),
            helper.make_node("Sub", [f"{mean}.squares", f"{mean}.squared"], [f"{mean}.raw"]),
            # Rounding may leave a little less than nothing.
            helper.make_node("Max", [f"{mean}.raw", named("least")], [f"{mean}.variance"]),
            helper.make_node("Sqrt", [f"{mean}.variance"], [deviation]),
        ]
        maps += [FeatureMap(mean, 1, bands), FeatureMap(deviation, 1, bands)]
    least = numpy_helper.from_array(np.array(1e-6, np.float32), named("least"))
    return nodes, [least], tuple(maps)


def with_texture(encoder: Encoder, bands: int) -> Encoder:
    """Return a network whose maps stand beside those of its image; as it is, if it cannot be."""
    (entry,) = (item for item in encoder.proto.graph.input if item.name == encoder.input)
    if entry.type.tensor_type.elem_type != TensorProto.FLOAT:
        return encoder
    nodes, constants, texture = texture_nodes(encoder.input, bands)
    proto = ModelProto()
    proto.CopyFrom(encoder.proto)
    proto.graph.node.extend(nodes)
    proto.graph.initializer.extend(constants)
    return Encoder(proto, {name: (*maps, *texture) for name, maps in encoder.maps.items()})
