"""The shapes of all tensors of an ONNX network for one window, found without running it."""

from __future__ import annotations

import math

from crossearth_engine.errors import MissingPackage
from crossearth_engine.models.onnx_folding import folded

try:
    import onnx
    from onnx import ModelProto, TensorProto, helper
except ImportError as error:
    raise MissingPackage(package="onnx", requirement="onnx scikit-learn") from error

# Tensors of fewer numbers may say sizes; larger ones are weights.
_FEW_NUMBERS = 64


def tensor_shapes(proto: ModelProto, window_size: int) -> dict[str, tuple[int, ...]]:
    """Return the shape of every tensor for one window; 0 where it is not known."""
    light = _without_weights(proto, window_size)
    shapes = _inferred(light)
    if all(0 not in shapes.get(entry.name, (0,)) for entry in proto.graph.output):
        return shapes
    # Some exports compute the sizes of paddings and enlargements in the graph.
    try:
        light = folded(light)
    except Exception:  # of numpy, onnx or memory: they share no class
        return shapes
    return {**shapes, **_inferred(light)}


def half_tensors(proto: ModelProto, window_size: int) -> set[str]:
    """Return the names of the tensors of half precision that a network computes."""
    try:
        inferred = onnx.shape_inference.infer_shapes(_without_weights(proto, window_size))
    except (onnx.shape_inference.InferenceError, RuntimeError):
        return set()
    entries = inferred.graph.value_info
    return {e.name for e in entries if e.type.tensor_type.elem_type == TensorProto.FLOAT16}


def _inferred(proto: ModelProto) -> dict[str, tuple[int, ...]]:
    try:
        inferred = onnx.shape_inference.infer_shapes(proto, data_prop=True)
    except (onnx.shape_inference.InferenceError, RuntimeError):
        return {}
    graph = inferred.graph
    return {
        entry.name: tuple(axis.dim_value for axis in entry.type.tensor_type.shape.dim)
        for entry in (*graph.input, *graph.value_info, *graph.output)
    }


def _without_weights(proto: ModelProto, window_size: int) -> ModelProto:
    """Return a network for one window, of whose larger tensors only the shapes are there."""
    graph = proto.graph
    weights = {tensor.name for tensor in graph.initializer}
    light = ModelProto(ir_version=proto.ir_version)
    light.opset_import.extend(proto.opset_import)
    light.functions.extend(proto.functions)
    light.graph.name = "network"
    light.graph.node.extend(graph.node)
    for entry in graph.input:
        if entry.name not in weights:
            own = light.graph.input.add()
            own.CopyFrom(entry)
            axes = own.type.tensor_type.shape.dim
            if len(axes) == 4:
                for axis, size in ((0, 1), (2, window_size), (3, window_size)):
                    axes[axis].dim_value = size
    light.graph.output.extend(helper.make_empty_tensor_value_info(o.name) for o in graph.output)
    light.graph.sparse_initializer.extend(graph.sparse_initializer)
    for tensor in graph.initializer:
        if math.prod(tensor.dims) <= _FEW_NUMBERS:
            light.graph.initializer.add().CopyFrom(tensor)
        else:
            weight = helper.make_tensor_value_info(tensor.name, tensor.data_type, tensor.dims)
            light.graph.input.append(weight)
    return light
