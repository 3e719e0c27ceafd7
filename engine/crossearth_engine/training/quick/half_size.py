"""A network that looks at its image twice: as it is, and made half the size.

Of the second look come maps that see twice as far. Which size suits the task need not be known: the
head takes what it can use of either.
"""

from __future__ import annotations

from onnx import ModelProto, NodeProto, helper

from crossearth_engine.models.onnx_shapes import tensor_shapes
from crossearth_engine.training.quick.onnx_encoder import Encoder, FeatureMap

_PREFIX = "half."


def with_half_size(encoder: Encoder, window_size: int) -> Encoder:
    """Return a network with the maps of both looks; as it is, if it takes one size only."""
    graph = encoder.proto.graph
    if any(attribute.HasField("g") for node in graph.node for attribute in node.attribute):
        return encoder  # nodes within nodes
    weights = {tensor.name for tensor in graph.initializer}
    weights |= {tensor.values.name for tensor in graph.sparse_initializer}
    pool = helper.make_node(
        "AveragePool",
        [encoder.input],
        [_PREFIX + encoder.input],
        kernel_shape=[2, 2],
        strides=[2, 2],
    )
    proto = ModelProto()
    proto.CopyFrom(encoder.proto)
    proto.graph.node.append(pool)
    proto.graph.node.extend(_renamed(node, weights) for node in graph.node)
    shapes = tensor_shapes(proto, window_size)
    maps: dict[str, tuple[FeatureMap, ...]] = {}
    for name, known in encoder.maps.items():
        halves = [FeatureMap(_PREFIX + m.name, 2 * m.stride, m.channels) for m in known]
        for item in halves:
            edge = window_size // item.stride
            if window_size % item.stride or shapes.get(item.name, ())[1:] != (
                item.channels,
                edge,
                edge,
            ):
                return encoder
        maps[name] = (*known, *halves)
    return Encoder(proto, maps)


def _renamed(node: NodeProto, weights: set[str]) -> NodeProto:
    copied = NodeProto()
    copied.CopyFrom(node)
    copied.name = _PREFIX + node.name if node.name else ""
    copied.input[:] = [
        name if name == "" or name in weights else _PREFIX + name for name in node.input
    ]
    copied.output[:] = [_PREFIX + name if name else "" for name in node.output]
    return copied
