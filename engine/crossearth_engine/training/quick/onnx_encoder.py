"""The graph of an ONNX network: which of its inner maps are worth learning from, and a new head.

Cuts the frozen part out of a network and puts another head on it. Runs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import IncompatibleModel, MissingPackage, UnreadableModel
from crossearth_engine.models.onnx_file import external_files

try:
    import onnx
    from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper
except ImportError as error:
    raise MissingPackage(package="onnx", requirement="onnx scikit-learn") from error

# Deeper maps see a whole neighbourhood and little of the pixel; with few polygons they mislead.
COARSEST_STRIDE = 16
_PASSING = ("Resize", "Upsample", "Softmax", "Sigmoid", "Identity", "Cast", "Clip", "Add", "Slice")


@dataclass(frozen=True)
class FeatureMap:
    """An inner map of a network.

    Attributes:
        name: of the tensor, (B, channels, H / stride, W / stride).
        stride: pixels of the input per pixel of the map.
        channels: depth.
    """

    name: str
    stride: int
    channels: int


@dataclass(frozen=True)
class PixelHead:
    """What turns the features of a pixel into scores of classes.

    Attributes:
        weights: (F, H) of the first layer; its output is the scores if there is no second.
        bias: (H,).
        weights_2, bias_2: (H, K) and (K,) of the second layer, behind a ReLU, or None.
    """

    weights: FloatArray
    bias: FloatArray
    weights_2: FloatArray | None = None
    bias_2: FloatArray | None = None

    def scores(self, features: FloatArray) -> FloatArray:
        """Return scores (N, K) of features (N, F)."""
        hidden: FloatArray = features @ self.weights + self.bias
        if self.weights_2 is None or self.bias_2 is None:
            return hidden
        scores: FloatArray = np.maximum(hidden, 0) @ self.weights_2 + self.bias_2
        return scores


class Encoder:
    """A network of which inner maps are used.

    Attributes:
        input: name of its input.
        maps: candidate sets of maps by name: ``encoder``, the last one of each stride on the way
            down; ``decoder``, what its own classifier looks at; ``both``.
    """

    def __init__(self, proto: ModelProto, maps: dict[str, tuple[FeatureMap, ...]]) -> None:
        self.proto = proto
        self.maps = maps
        initializers = {tensor.name for tensor in proto.graph.initializer}
        (self.input,) = (i.name for i in proto.graph.input if i.name not in initializers)

    @classmethod
    def read(cls, path: Path, window_size: int) -> Encoder:
        """Return the network in an ONNX file.

        Raises:
            UnreadableModel: if it is no ONNX file.
            IncompatibleModel: if none of its inner maps can be used.
        """
        external_files(path)  # refuses data outside the file's folder
        try:
            proto = onnx.load(path)
        except Exception as error:  # of protobuf, onnx or the disk: they share no class
            raise UnreadableModel(path=path, reason="it is not ONNX.") from error
        maps = _candidate_maps(proto, window_size)
        if not maps:
            reason = "none of the maps inside it can serve as features. Use the recipe full."
            raise IncompatibleModel(path=path, reason=reason)
        return cls(proto, maps)

    @property
    def parameters(self) -> int:
        """How many numbers the network holds."""
        return sum(int(np.prod(tensor.dims)) for tensor in self.proto.graph.initializer)

    def exposing(self, maps: Sequence[FeatureMap]) -> bytes:
        """Return the part of the network that computes ``maps``, with them as its outputs."""
        content: bytes = self._part(maps, [], []).SerializeToString()
        return content

    def with_head(
        self, maps: Sequence[FeatureMap], head: PixelHead, metadata: dict[str, str]
    ) -> bytes:
        """Return a network of the frozen part and a head: image (B, C, H, W) to (B, K, H, W).

        The first layer is linear, and so is interpolation: each map is multiplied at its own size
        and what comes of it is enlarged, which is the same as the other way round and much less
        to compute.
        """
        nodes: list[NodeProto] = []
        tensors: list[TensorProto] = []

        def constant(name: str, values: Any) -> str:
            tensors.append(numpy_helper.from_array(np.asarray(values), f"head.{name}"))
            return f"head.{name}"

        parts, start = [], 0
        for i, item in enumerate(maps):
            weights = head.weights[start : start + item.channels].T[:, :, None, None]
            start += item.channels
            inputs = [item.name, constant(f"{i}.weight", np.ascontiguousarray(weights))]
            if i == 0:
                inputs.append(constant("bias", head.bias))
            nodes.append(helper.make_node("Conv", inputs, [f"head.{i}"]))
            parts.append(f"head.{i}")
            if item.stride > 1:
                scales = constant(
                    f"{i}.scales", np.array([1, 1, item.stride, item.stride], np.float32)
                )
                nodes.append(
                    helper.make_node(
                        "Resize",
                        [f"head.{i}", "", scales],
                        [f"head.{i}.enlarged"],
                        mode="linear",
                        coordinate_transformation_mode="half_pixel",
                    )
                )
                parts[-1] = f"head.{i}.enlarged"
        is_deep = head.weights_2 is not None and head.bias_2 is not None
        first = "head.hidden" if is_deep else "logits"
        nodes.append(helper.make_node("Sum", parts, [first]))
        if head.weights_2 is not None and head.bias_2 is not None:
            last = np.ascontiguousarray(head.weights_2.T[:, :, None, None])
            inputs = ["head.active", constant("last.weight", last)]
            inputs.append(constant("last.bias", head.bias_2))
            nodes.append(helper.make_node("Relu", ["head.hidden"], ["head.active"]))
            nodes.append(helper.make_node("Conv", inputs, ["logits"]))
        count = len(head.bias if head.bias_2 is None else head.bias_2)
        model = self._part(maps, nodes, tensors)
        del model.graph.output[:]
        model.graph.output.append(
            helper.make_tensor_value_info(
                "logits", TensorProto.FLOAT, ["batch", count, "height", "width"]
            )
        )
        del model.metadata_props[:]
        helper.set_model_props(model, metadata)
        onnx.checker.check_model(model)
        content: bytes = model.SerializeToString(deterministic=True)
        return content

    def _part(
        self,
        maps: Sequence[FeatureMap],
        nodes: Sequence[NodeProto],
        tensors: Sequence[TensorProto],
    ) -> ModelProto:
        """Return a model of the nodes that ``maps`` depend on, and more behind them."""
        graph = self.proto.graph
        producers = {name: node for node in graph.node for name in node.output}
        needed, waiting = set[str](), [item.name for item in maps]
        while waiting:
            name = waiting.pop()
            if name in needed or name == "":
                continue
            needed.add(name)
            if name in producers:
                waiting += producers[name].input
        kept = [node for node in graph.node if not needed.isdisjoint(node.output)]
        part = helper.make_graph(
            [*kept, *nodes],
            "network",
            list(graph.input),
            [helper.make_empty_tensor_value_info(item.name) for item in maps],
            [*(t for t in graph.initializer if t.name in needed), *tensors],
        )
        part.sparse_initializer.extend(
            t for t in graph.sparse_initializer if t.values.name in needed
        )
        model: ModelProto = helper.make_model(
            part,
            opset_imports=self.proto.opset_import,
            ir_version=self.proto.ir_version,
            functions=self.proto.functions,
        )
        return model


def _candidate_maps(proto: ModelProto, window_size: int) -> dict[str, tuple[FeatureMap, ...]]:
    shapes = _shapes(proto, window_size)

    def as_map(name: str) -> FeatureMap | None:
        shape = shapes.get(name, ())
        if len(shape) != 4 or min(shape[1:]) < 1 or shape[2] != shape[3]:
            return None
        is_whole = window_size % shape[2] == 0
        return FeatureMap(name, window_size // shape[2], shape[1]) if is_whole else None

    encoder = [item for name in _ends_of_strides(proto, shapes) if (item := as_map(name))]
    encoder = [item for item in encoder if 2 < item.stride <= COARSEST_STRIDE]
    last = as_map(_classifier_input(proto))
    candidates: dict[str, tuple[FeatureMap, ...]] = {}
    if encoder:
        candidates["encoder"] = tuple(encoder)
    if last:
        candidates["decoder"] = (last,)
    if encoder and last and last not in encoder:
        candidates["both"] = (*encoder, last)
    return candidates


def _shapes(proto: ModelProto, window_size: int) -> dict[str, tuple[int, ...]]:
    """Return the shape of every tensor for one window; 0 where it is not known."""
    fixed = ModelProto()
    fixed.CopyFrom(proto)
    initializers = {tensor.name for tensor in proto.graph.initializer}
    for entry in fixed.graph.input:
        axes = entry.type.tensor_type.shape.dim
        if entry.name not in initializers and len(axes) == 4:
            for axis, size in ((0, 1), (2, window_size), (3, window_size)):
                axes[axis].dim_value = size
    for entry in fixed.graph.output:
        entry.type.tensor_type.ClearField("shape")
    del fixed.graph.value_info[:]
    try:
        inferred = onnx.shape_inference.infer_shapes(fixed, data_prop=True)
    except (onnx.shape_inference.InferenceError, RuntimeError):
        return {}
    graph = inferred.graph
    return {
        entry.name: tuple(axis.dim_value for axis in entry.type.tensor_type.shape.dim)
        for entry in (*graph.input, *graph.value_info, *graph.output)
    }


def _ends_of_strides(proto: ModelProto, shapes: dict[str, tuple[int, ...]]) -> list[str]:
    """Return the last tensor of each size on the way down to the smallest map, finest first.

    The last one that several nodes look at: the way down, and the decoder's way up.
    """
    uses: dict[str, int] = {}
    for node in proto.graph.node:
        for name in node.input:
            uses[name] = uses.get(name, 0) + 1
    initializers = {tensor.name for tensor in proto.graph.initializer}
    of_image = {entry.name for entry in proto.graph.input} - initializers
    ends: dict[int, str] = {}
    smallest: int | None = None
    for node in proto.graph.node:
        if of_image.isdisjoint(node.input):
            continue  # works on weights
        of_image.update(node.output)
        for name in node.output:
            shape = shapes.get(name, ())
            if len(shape) != 4 or shape[2] < 1 or shape[2] != shape[3]:
                continue
            size = shape[2]
            if smallest is None or size < smallest:
                smallest = size
            if size == smallest and uses.get(name, 0) > 1:
                ends[size] = name
    return [ends[size] for size in sorted(ends, reverse=True)]


def _classifier_input(proto: ModelProto) -> str:
    """Return the tensor that the last convolution looks at, or an empty name."""
    producers = {name: node for node in proto.graph.node for name in node.output}
    name = proto.graph.output[0].name
    while (node := producers.get(name)) is not None:
        if node.op_type == "Conv":
            return str(node.input[0])
        if node.op_type not in _PASSING:
            return ""
        name = node.input[0]
    return ""
