"""What of an ONNX network does not depend on the image: computed once, and kept as numbers.

Runs on onnx alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.errors import MissingPackage
from crossearth_engine.models.onnx_lent_weights import fetched

try:
    from onnx import ModelProto, NodeProto, ValueInfoProto, helper, numpy_helper
    from onnx.reference import ReferenceEvaluator
except ImportError as error:
    raise MissingPackage(package="onnx", requirement="onnx scikit-learn") from error


def folded(network: ModelProto, given: Mapping[str, NDArray[Any]] | None = None) -> ModelProto:
    """Return a network without the nodes that depend on nothing but its own numbers.

    What they compute stands in it as tensors, and of its tensors those that are still needed.

    Args:
        network: an inferring network; nodes of other domains than ONNX's own, or with graphs in
            them, stay.
        given: values of some of its inputs, which the result has no more.
    """
    graph, given = network.graph, given or {}
    tensors = {tensor.name for tensor in graph.initializer}
    inputs = [entry for entry in graph.input if entry.name not in tensors]
    taken = [entry for entry in inputs if entry.name in given]
    left = [entry for entry in inputs if entry.name not in given]
    open_names = {entry.name for entry in left}
    open_names |= {sparse.values.name for sparse in graph.sparse_initializer}
    fixed: list[NodeProto] = []
    moving: list[NodeProto] = []
    for node in graph.node:
        is_fixed = open_names.isdisjoint(node.input) and _is_plain(node)
        (fixed if is_fixed else moving).append(node)
        if not is_fixed:
            open_names.update(node.output)
    needed = {name for node in moving for name in node.input}
    needed |= {entry.name for entry in graph.output}
    wanted = [name for node in fixed for name in node.output if name in needed]
    outputs = [helper.make_empty_tensor_value_info(name) for name in wanted]
    part = _part(network, fixed, taken, outputs)
    for tensor in part.graph.initializer:
        tensor.CopyFrom(fetched(tensor))
    values = ReferenceEvaluator(part).run(None, {**given})
    made = _part(network, moving, left, graph.output)
    made.graph.sparse_initializer.extend(graph.sparse_initializer)
    made.graph.initializer.extend(
        numpy_helper.from_array(np.asarray(value), name)
        for name, value in zip(wanted, values, strict=True)
    )
    return made


def _is_plain(node: NodeProto) -> bool:
    return node.domain in ("", "ai.onnx") and not any(
        attribute.HasField("g") or attribute.graphs for attribute in node.attribute
    )


def _part(
    network: ModelProto,
    nodes: Sequence[NodeProto],
    inputs: Sequence[ValueInfoProto],
    outputs: Sequence[ValueInfoProto],
) -> ModelProto:
    """Return a network of some nodes, with the tensors that these need and no others."""
    needed = {name for node in nodes for name in node.input}
    made = ModelProto(ir_version=network.ir_version)
    made.opset_import.extend(network.opset_import)
    made.functions.extend(network.functions)
    made.graph.name = "network"
    made.graph.node.extend(nodes)
    made.graph.input.extend(inputs)
    made.graph.output.extend(outputs)
    for tensor in network.graph.initializer:
        if tensor.name in needed:
            made.graph.initializer.add().CopyFrom(tensor)
    return made
