"""An encoder for rasters that lack some of its bands: their mean is seen in place of these.

So it tells the network nothing, neither bright nor dark, and the adapted model takes the bands that
there are. Runs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from onnx import ModelProto, helper, numpy_helper

from crossearth_engine.training.quick.onnx_encoder import Encoder

_PREFIX = "present."


def seeing_bands(encoder: Encoder, places: Sequence[int]) -> Encoder:
    """Return a network that is given these of its bands, in order, and 0 for all others."""
    proto = ModelProto()
    proto.CopyFrom(encoder.proto)
    graph = proto.graph
    (entry,) = (item for item in graph.input if item.name == encoder.input)
    bands = entry.type.tensor_type.shape.dim[1]
    # The band behind the last one that is given is 0; so many numbers in front and behind each.
    behind = np.array([0, 0, 0, 0, 0, 1, 0, 0], np.int64)
    sources = np.full(bands.dim_value, len(places), np.int64)
    sources[list(places)] = np.arange(len(places))
    constants = [
        numpy_helper.from_array(behind, f"{_PREFIX}behind"),
        numpy_helper.from_array(sources, f"{_PREFIX}sources"),
    ]
    nodes = [
        helper.make_node("Pad", [f"{_PREFIX}image", constants[0].name], [f"{_PREFIX}padded"]),
        helper.make_node(
            "Gather", [f"{_PREFIX}padded", constants[1].name], [encoder.input], axis=1
        ),
        *graph.node,
    ]
    del graph.node[:]
    graph.node.extend(nodes)
    graph.initializer.extend(constants)
    entry.name = f"{_PREFIX}image"
    bands.dim_value = len(places)
    return Encoder(proto, encoder.maps)
