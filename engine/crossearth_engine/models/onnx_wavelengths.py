"""An ONNX network that knows bands by their wavelengths, made one for bands of given wavelengths.

What only the wavelengths determine is computed once, and what computed it is left out. Runs on onnx
alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from crossearth_engine.errors import MissingPackage

try:
    import onnx
    from onnx import ModelProto, NodeProto, ValueInfoProto, helper, numpy_helper
    from onnx.reference import ReferenceEvaluator
except ImportError as error:
    raise MissingPackage(package="onnx", requirement="onnx scikit-learn") from error

WAVELENGTHS = "wavelengths"
"""Name of the input (C,) float32, micrometres, that says what the bands of the image are."""


def file_for_wavelengths(path: Path, wavelengths_um: Sequence[float]) -> bytes:
    """Return an ONNX file as `for_wavelengths` does a network."""
    made: bytes = for_wavelengths(onnx.load(path), wavelengths_um).SerializeToString()
    return made


def for_wavelengths(network: ModelProto, wavelengths_um: Sequence[float]) -> ModelProto:
    """Return a network that takes images of bands of these wavelengths, and nothing besides.

    Args:
        network: takes an image (B, C, H, W) and `WAVELENGTHS`.
        wavelengths_um: of each band, micrometres.
    """
    graph = network.graph
    (image,) = (entry for entry in graph.input if entry.name != WAVELENGTHS)
    (source,) = (entry for entry in graph.input if entry.name == WAVELENGTHS)
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
    outputs = [helper.make_empty_tensor_value_info(name) for name in wanted]
    values = ReferenceEvaluator(_part(network, fixed, source, outputs)).run(
        None, {WAVELENGTHS: np.array(wavelengths_um, np.float32)}
    )
    made = _part(network, moving, image, graph.output)
    made.graph.initializer.extend(
        numpy_helper.from_array(np.asarray(value), name)
        for name, value in zip(wanted, values, strict=True)
    )
    made.graph.input[0].type.tensor_type.shape.dim[1].dim_value = len(wavelengths_um)
    return made


def _part(
    network: ModelProto,
    nodes: Sequence[NodeProto],
    source: ValueInfoProto,
    outputs: Sequence[ValueInfoProto],
) -> ModelProto:
    """Return a network of some nodes, with the tensors that these need and no others."""
    needed = {name for node in nodes for name in node.input}
    kept = [tensor for tensor in network.graph.initializer if tensor.name in needed]
    graph = helper.make_graph(nodes, "network", [source], outputs, kept)
    made: ModelProto = helper.make_model(
        graph,
        opset_imports=network.opset_import,
        ir_version=network.ir_version,
        functions=network.functions,
    )
    return made
