"""An ONNX network that knows bands by their wavelengths, made one for bands of given wavelengths.

What only the wavelengths determine is computed once, and what computed it is left out. Runs on onnx
alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from crossearth_engine.errors import MissingPackage

try:
    import onnx
    from onnx import GraphProto, ModelProto, NodeProto, numpy_helper
    from onnx.reference import ReferenceEvaluator
except ImportError as error:
    raise MissingPackage(package="onnx", requirement="onnx scikit-learn") from error

WAVELENGTHS = "wavelengths"
"""Name of the input (C,) float32, micrometres, that says what the bands of the image are."""


def file_for_wavelengths(content: bytes, wavelengths_um: Sequence[float]) -> bytes:
    """Return an ONNX file as `for_wavelengths` does a network."""
    made: bytes = for_wavelengths(
        onnx.load_from_string(content), wavelengths_um
    ).SerializeToString()
    return made


def for_wavelengths(network: ModelProto, wavelengths_um: Sequence[float]) -> ModelProto:
    """Return a network that takes images of bands of these wavelengths, and nothing besides.

    Args:
        network: takes an image (B, C, H, W) and `WAVELENGTHS`.
        wavelengths_um: of each band, micrometres.
    """
    made = ModelProto()
    made.CopyFrom(network)
    graph = made.graph
    (image,) = (entry for entry in graph.input if entry.name != WAVELENGTHS)
    of_image = {image.name}
    fixed: list[NodeProto] = []
    moving: list[NodeProto] = []
    for node in graph.node:
        is_fixed = of_image.isdisjoint(node.input)
        (fixed if is_fixed else moving).append(node)
        if not is_fixed:
            of_image.update(node.output)
    needed = {name for node in moving for name in node.input}
    wanted = [name for node in fixed for name in node.output if name in needed]
    values = _computed(made, fixed, wanted, np.array(wavelengths_um, np.float32))
    kept = [tensor for tensor in graph.initializer if tensor.name in needed]
    del graph.node[:], graph.input[:], graph.initializer[:], graph.value_info[:]
    graph.node.extend(moving)
    graph.initializer.extend(kept)
    graph.initializer.extend(
        numpy_helper.from_array(np.asarray(value), name)
        for name, value in zip(wanted, values, strict=True)
    )
    entry = graph.input.add()
    entry.CopyFrom(image)
    entry.type.tensor_type.shape.dim[1].dim_value = len(wavelengths_um)
    onnx.checker.check_model(made)
    return made


def _computed(
    network: ModelProto, nodes: Sequence[Any], wanted: Sequence[str], wavelengths: Any
) -> list[Any]:
    """Return the values of tensors that nodes compute of wavelengths."""
    part = ModelProto()
    part.CopyFrom(network)
    graph: GraphProto = part.graph
    (source,) = (entry for entry in network.graph.input if entry.name == WAVELENGTHS)
    del graph.node[:], graph.input[:], graph.output[:], graph.value_info[:]
    graph.node.extend(nodes)
    graph.input.append(source)
    graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in wanted)
    values = ReferenceEvaluator(part).run(None, {WAVELENGTHS: wavelengths})
    return list(values)
