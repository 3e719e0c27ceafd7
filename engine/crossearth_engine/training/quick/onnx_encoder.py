"""The graph of an ONNX network: which of its inner maps are worth learning from, and a new head.

Cuts the frozen part out of a network and puts another head on it. Runs nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import IncompatibleModel, MissingPackage, UnreadableModel
from crossearth_engine.models.onnx_file import external_files
from crossearth_engine.models.onnx_lent_weights import checked, fetched, read_lent
from crossearth_engine.models.onnx_shapes import half_tensors, tensor_shapes
from crossearth_engine.shared.products import UNFAMILIARITY

try:
    from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper
except ImportError as error:
    raise MissingPackage(package="onnx", requirement="onnx scikit-learn") from error

# Deeper maps see a whole neighbourhood and little of the pixel; with few polygons they mislead.
COARSEST_STRIDE = 16
# Of all that tells how unusual an image is; see `training.quick.reference`.
PREFIX = f"{UNFAMILIARITY}."
_OWN = "own."
TREES_DOMAIN, _TREES_OPSET = "ai.onnx.ml", 3
# A mean of probabilities below it counts as much.
_LEAST = 1e-5
_GATES = ("Sigmoid", "HardSigmoid")
# What takes maps, and no tokens.
_LOOKING = ("Conv", "ConvTranspose", "MaxPool", "Concat", "Resize")
_PASSING = (
    *("Resize", "Upsample", "Softmax", "Sigmoid", "Identity", "Cast", "Clip", "Add", "Slice"),
    *("Transpose", "Log", "Max", "Mul"),
)


@dataclass(frozen=True)
class FeatureMap:
    """An inner map of a network.

    Attributes:
        name: of the tensor, (B, channels, H / stride, W / stride).
        stride: pixels of the input per pixel of the map.
        channels: depth.
        is_last: whether it is what the network's own classifier looks at.
    """

    name: str
    stride: int
    channels: int
    is_last: bool = False


@dataclass(frozen=True)
class PixelHead:
    """What turns the features of a pixel into scores of classes.

    Attributes:
        weights: (F, K).
        bias: (K,).
    """

    weights: FloatArray
    bias: FloatArray

    def scores(self, features: FloatArray) -> FloatArray:
        """Return scores (N, K) of features (N, F)."""
        scores: FloatArray = features @ self.weights + self.bias
        return scores


@dataclass(frozen=True)
class Trees:
    """Trees whose leaves hold shares of classes, or a number.

    Attributes:
        weights, bias: (F, T) and (T,) bring features to the few numbers that the trees look at.
        nodes: attributes of ONNX's operator ``TreeEnsembleRegressor``, all but how many targets.
        leaves: what the operator computes: (N, T) to (N, K).
    """

    weights: FloatArray
    bias: FloatArray
    nodes: dict[str, list[Any]]
    leaves: Callable[[FloatArray], FloatArray]

    def shares(self, features: FloatArray) -> FloatArray:
        """Return shares (N, K) of features (N, F)."""
        return self.leaves(features @ self.weights + self.bias)


@dataclass(frozen=True)
class Head:
    """What turns the features of a pixel into scores of classes, alone or with trees.

    With trees its scores are the logarithms of the mean of both probabilities.
    """

    pixel: PixelHead
    trees: Trees | None = None

    output: ClassVar[str] = "logits"

    @property
    def channels(self) -> int:
        """How many classes there are."""
        return len(self.pixel.bias)

    def add_to(self, graph: HeadGraph) -> None:
        """Compute the scores, behind the maps of a graph."""
        scores = "head.scores" if self.trees else self.output
        graph.multiply_maps("head", self.pixel.weights, self.pixel.bias, scores)
        if self.trees is None:
            return
        graph.add_trees(self.trees, self.channels)
        # Classes last: Softmax means another thing by its axis before version 13.
        graph.add("Transpose", ["head.scores"], "head.pixels", perm=[0, 2, 3, 1])
        graph.add("Softmax", ["head.pixels"], "head.probabilities", axis=3)
        graph.add("Add", ["head.probabilities", "trees.shares"], "head.both")
        half = graph.constant("half", np.array(0.5, np.float32))
        least = graph.constant("least", np.array(_LEAST, np.float32))
        graph.add("Mul", ["head.both", half], "head.mean")
        graph.add("Max", ["head.mean", least], "head.clipped")
        graph.add("Log", ["head.clipped"], "head.logarithms")
        graph.add("Transpose", ["head.logarithms"], self.output, perm=[0, 3, 1, 2])

    def scores(self, features: FloatArray) -> FloatArray:
        """Return scores (N, K) of features (N, F)."""
        scores = self.pixel.scores(features)
        if self.trees is None:
            return scores
        return mean_scores(probabilities(scores), self.trees.shares(features))


@dataclass(frozen=True)
class NumberHead:
    """What turns the features of a pixel into a number: the sum of a plane and trees, if any.

    Attributes:
        pixel: (F, 1) of the plane.
        trees: whose leaves hold numbers.
        limits: least and most that it ever tells.
    """

    pixel: PixelHead
    trees: Trees | None
    limits: tuple[float, float]
    output: ClassVar[str] = "numbers"
    channels: ClassVar[int] = 1

    def add_to(self, graph: HeadGraph) -> None:
        """Compute the number, behind the maps of a graph."""
        graph.multiply_maps("head", self.pixel.weights, self.pixel.bias, "head.plane")
        last = "head.plane"
        if self.trees is not None:
            graph.add_trees(self.trees, self.channels)
            graph.add("Transpose", ["trees.shares"], "trees.planes", perm=[0, 3, 1, 2])
            last = graph.add("Add", [last, "trees.planes"], "head.sum")
        least, most = (
            graph.constant(name, np.array(value, np.float32))
            for name, value in zip(("least", "most"), self.limits, strict=True)
        )
        graph.add("Max", [last, least], "head.raised")
        graph.add("Min", ["head.raised", most], self.output)

    def numbers(self, features: FloatArray) -> FloatArray:
        """Return numbers (N,) of features (N, F)."""
        values = self.pixel.scores(features)[:, 0]
        if self.trees is not None:
            values = values + self.trees.shares(features)[:, 0]
        return np.clip(values, *self.limits)


def probabilities(scores: FloatArray) -> FloatArray:
    """Return probabilities (N, K) of scores (N, K)."""
    values: FloatArray = np.exp(scores - scores.max(axis=1, keepdims=True))
    values /= values.sum(axis=1, keepdims=True)
    return values


def mean_scores(first: FloatArray, second: FloatArray) -> FloatArray:
    """Return scores (N, K) of the mean of two probabilities (N, K), nothing below `_LEAST`."""
    scores: FloatArray = np.log(np.maximum((first + second) / 2, _LEAST))
    return scores


@dataclass(frozen=True)
class Forgotten:
    """What told how unusual an image is, and was taken away.

    Attributes:
        maps: names of the maps that were judged.
        tensors: its numbers by name, `PREFIX` left out.
    """

    maps: tuple[str, ...]
    tensors: dict[str, FloatArray]


class Encoder:
    """A network of which inner maps are used.

    Attributes:
        input: name of its input.
        forgotten: what its file told of its training imagery.
        maps: candidate sets of maps by name. As read from a file one, ``all``: the last map of
            each stride on the way down, and what its own classifier looks at.
    """

    def __init__(
        self,
        proto: ModelProto,
        maps: dict[str, tuple[FeatureMap, ...]],
        forgotten: Forgotten | None = None,
    ) -> None:
        self.proto = proto
        self.maps = maps
        self.forgotten = forgotten
        initializers = {tensor.name for tensor in proto.graph.initializer}
        # With wavelengths behind it, of a network that is still to learn which bands it gets.
        self.input = next(i.name for i in proto.graph.input if i.name not in initializers)

    @classmethod
    def read(cls, path: Path, window_size: int, *, is_encoder: bool = False) -> Encoder:
        """Return the network in an ONNX file.

        Args:
            path: of the file.
            window_size: of the model, pixels.
            is_encoder: whether its outputs are the maps to be used.

        Raises:
            UnreadableModel: if it is no ONNX file.
            IncompatibleModel: if none of its inner maps can be used.
        """
        external_files(path)  # refuses data outside the file's folder
        try:
            proto = read_lent(path)
        except Exception as error:  # of protobuf, onnx or the disk: they share no class
            raise UnreadableModel(path=path, reason="it is not ONNX.") from error
        forgotten = _forget_reference(proto)
        maps = _outputs_of(proto, window_size) if is_encoder else _maps_of(proto, window_size)
        if not maps:
            reason = "none of the maps inside it can serve as features. Use the recipe full."
            raise IncompatibleModel(path=path, reason=reason)
        return cls(proto, {"all": _in_single_precision(proto, maps, window_size)}, forgotten)

    def parameters(self, maps: Sequence[FeatureMap]) -> int:
        """Return how many numbers the part of the network holds that computes ``maps``."""
        needed = self._needed(maps)
        tensors = self.proto.graph.initializer
        return sum(int(np.prod(tensor.dims)) for tensor in tensors if tensor.name in needed)

    def under_other_names(self) -> Encoder:
        """Return the network with names that a head beside its own has none of.

        As it is where nodes lie within nodes.
        """
        graph = self.proto.graph
        if any(attribute.HasField("g") for node in graph.node for attribute in node.attribute):
            return self
        proto = ModelProto()
        proto.CopyFrom(self.proto)
        graph = proto.graph
        weights = {tensor.name for tensor in graph.initializer}
        given = {"", *(entry.name for entry in graph.input if entry.name not in weights)}

        def other(name: str) -> str:
            return name if name in given else f"{_OWN}{name}"

        for node in graph.node:
            node.input[:], node.output[:] = map(other, node.input), map(other, node.output)
        for named in (*graph.initializer, *graph.output, *graph.value_info, *graph.input):
            named.name = other(named.name)
        for sparse in graph.sparse_initializer:
            sparse.values.name = other(sparse.values.name)
        maps = {
            key: tuple(replace(item, name=other(item.name)) for item in known)
            for key, known in self.maps.items()
        }
        return Encoder(proto, maps)

    def scores_map(self, window_size: int, num_classes: int) -> FeatureMap | None:
        """Return what the network itself tells of so many classes, to be kept beside a new head.

        None if it is no such map, or has a name that the new head takes; see `under_other_names`.
        """
        name = self.proto.graph.output[0].name
        found = _as_map(name, tensor_shapes(self.proto, window_size), window_size)
        is_kept = found is not None and found.channels == num_classes and name.startswith(_OWN)
        return found if is_kept else None

    def exposing(self, maps: Sequence[FeatureMap]) -> bytes:
        """Return the part of the network that computes ``maps``, with them as its outputs."""
        content: bytes = self._part(maps, [], []).SerializeToString()
        return content

    def with_head(
        self,
        maps: Sequence[FeatureMap],
        head: Head | NumberHead,
        metadata: dict[str, str],
        kept: Sequence[FeatureMap] = (),
    ) -> bytes:
        """Return a network of the frozen part and a head: image (B, C, H, W) to (B, K, H, W).

        K are the classes, or 1 of a number.

        Args:
            maps: that the head looks at.
            head: what makes scores, or a number, of them.
            metadata: of the file.
            kept: other maps that are computed all the same.
        """
        graph = HeadGraph(maps)
        head.add_to(graph)
        model = self._part([*maps, *kept], graph.nodes, graph.tensors)
        if head.trees:
            model.opset_import.append(helper.make_opsetid(TREES_DOMAIN, _TREES_OPSET))
        del model.graph.output[:]
        shape: list[str | int | None] = ["batch", head.channels, "height", "width"]
        output = helper.make_tensor_value_info(head.output, TensorProto.FLOAT, shape)
        model.graph.output.append(output)
        del model.metadata_props[:]
        helper.set_model_props(model, metadata)
        content: bytes = checked(model).SerializeToString(deterministic=True)
        return content

    def _part(
        self,
        maps: Sequence[FeatureMap],
        nodes: Sequence[NodeProto],
        tensors: Sequence[TensorProto],
    ) -> ModelProto:
        """Return a model of the nodes that ``maps`` depend on, and more behind them."""
        graph, needed = self.proto.graph, self._needed(maps)
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

    def _needed(self, maps: Sequence[FeatureMap]) -> set[str]:
        """Return the names of all that ``maps`` depend on."""
        producers = {name: node for node in self.proto.graph.node for name in node.output}
        needed, waiting = set[str](), [item.name for item in maps]
        while waiting:
            name = waiting.pop()
            if name in needed or name == "":
                continue
            needed.add(name)
            if name in producers:
                waiting += producers[name].input
        return needed


class HeadGraph:
    """The nodes of a head, behind maps."""

    def __init__(self, maps: Sequence[FeatureMap]) -> None:
        self._maps = maps
        self.nodes: list[NodeProto] = []
        self.tensors: list[TensorProto] = []

    def constant(self, name: str, values: Any) -> str:
        """Add numbers, and return what they are called."""
        self.tensors.append(numpy_helper.from_array(np.asarray(values), f"head.{name}"))
        return f"head.{name}"

    def add(self, kind: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        """Add a node, and return what its output is called."""
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def multiply_maps(self, name: str, weights: FloatArray, bias: FloatArray, output: str) -> None:
        """Compute ``features @ weights + bias`` for every pixel.

        Linear, and so is interpolation: each map is multiplied at its own size and what comes of
        it is enlarged, which is the same as the other way round and much less to compute.
        """
        parts, start = [], 0
        for i, item in enumerate(self._maps):
            own = weights[start : start + item.channels].T[:, :, None, None]
            start += item.channels
            kernel = self.constant(f"{name}.{i}.weight", np.ascontiguousarray(own))
            inputs = [item.name, kernel]
            if i == 0:
                inputs.append(self.constant(f"{name}.bias", bias))
            part = self.add("Conv", inputs, f"{name}.{i}")
            if item.stride > 1:
                factors = np.array([1, 1, item.stride, item.stride], np.float32)
                scales = self.constant(f"{name}.{i}.scales", factors)
                part = self.add(
                    "Resize",
                    [part, "", scales],
                    f"{name}.{i}.enlarged",
                    mode="linear",
                    coordinate_transformation_mode="half_pixel",
                )
            parts.append(part)
        self.add("Sum", parts, output)

    def add_trees(self, trees: Trees, channels: int) -> None:
        """Compute what the trees say of every pixel, (B, H, W, K), as ``trees.shares``."""
        width = trees.weights.shape[1]
        self.multiply_maps("trees", trees.weights, trees.bias, "trees.maps")
        self.add("Transpose", ["trees.maps"], "trees.pixels", perm=[0, 2, 3, 1])
        rows = self.constant("trees.rows", np.array([-1, width], np.int64))
        self.add("Reshape", ["trees.pixels", rows], "trees.input")
        self.add(
            "TreeEnsembleRegressor",
            ["trees.input"],
            "trees.output",
            domain=TREES_DOMAIN,
            n_targets=channels,
            **trees.nodes,
        )
        self.add("Shape", ["trees.pixels"], "trees.shape")
        ends = [self.constant(f"trees.{n}", np.array([n], np.int64)) for n in (0, 3)]
        self.add("Slice", ["trees.shape", *ends], "trees.places")
        count = self.constant("trees.count", np.array([channels], np.int64))
        self.add("Concat", ["trees.places", count], "trees.whole", axis=0)
        self.add("Reshape", ["trees.output", "trees.whole"], "trees.shares")


def _forget_reference(proto: ModelProto) -> Forgotten:
    """Take away what tells how unusual an image is: an adapted network gets its own."""
    graph = proto.graph
    known = {
        tensor.name.removeprefix(PREFIX): numpy_helper.to_array(fetched(tensor))
        for tensor in graph.initializer
        if tensor.name.startswith(PREFIX)
    }
    judged = tuple(
        node.input[0]
        for node in graph.node
        if node.output[0].startswith(PREFIX) and node.op_type == "Cast"
    )
    outputs = [entry for entry in graph.output if entry.name != UNFAMILIARITY]
    tensors = [tensor for tensor in graph.initializer if not tensor.name.startswith(PREFIX)]
    nodes = [node for node in graph.node if not node.output[0].startswith(UNFAMILIARITY)]
    del graph.output[:], graph.initializer[:], graph.node[:]
    graph.output.extend(outputs)
    graph.initializer.extend(tensors)
    graph.node.extend(nodes)
    return Forgotten(judged, known)


def _outputs_of(proto: ModelProto, window_size: int) -> tuple[FeatureMap, ...]:
    """Return the maps that an encoder gives, the shallowest first."""
    shapes = tensor_shapes(proto, window_size)
    found = [_as_map(entry.name, shapes, window_size) for entry in proto.graph.output]
    return tuple(item for item in found if item)


def _maps_of(proto: ModelProto, window_size: int) -> tuple[FeatureMap, ...]:
    shapes = tensor_shapes(proto, window_size)
    ends = _ends_of_strides(proto, shapes)
    found = [item for name in ends if (item := _as_map(name, shapes, window_size))]
    found = [item for item in found if 2 < item.stride <= COARSEST_STRIDE]
    found = found or _maps_of_tokens(proto, shapes, window_size)
    last = _as_map(_classifier_input(proto), shapes, window_size)
    if last and last not in found:
        found.append(replace(last, is_last=True))
    return tuple(found)


def _in_single_precision(
    proto: ModelProto, maps: tuple[FeatureMap, ...], window_size: int
) -> tuple[FeatureMap, ...]:
    """Return the maps as a head takes them: those of half precision are converted in the graph."""
    halves = half_tensors(proto, window_size)
    found = []
    for item in maps:
        if item.name in halves:
            single = f"{item.name}.single"
            proto.graph.node.append(
                helper.make_node("Cast", [item.name], [single], to=TensorProto.FLOAT)
            )
            item = replace(item, name=single)
        found.append(item)
    return tuple(found)


def _as_map(name: str, shapes: dict[str, tuple[int, ...]], window_size: int) -> FeatureMap | None:
    shape = shapes.get(name, ())
    if len(shape) != 4 or min(shape[1:]) < 1 or shape[2] != shape[3]:
        return None
    is_whole = window_size % shape[2] == 0
    return FeatureMap(name, window_size // shape[2], shape[1]) if is_whole else None


def _ends_of_strides(proto: ModelProto, shapes: dict[str, tuple[int, ...]]) -> list[str]:
    """Return the last tensor of each size on the way down to the smallest map, finest first.

    The last one that several nodes look at: the way down, and the decoder's way up.
    """
    uses = Counter(name for node in proto.graph.node for name in node.input)
    gates = {node.output[0]: node.input[0] for node in proto.graph.node if node.op_type in _GATES}
    for node in proto.graph.node:
        if node.op_type == "Mul" and len(node.input) == 2:
            # SiLU and its like look twice at what they turn into one.
            uses.subtract(x for x, y in (node.input, node.input[::-1]) if gates.get(y) == x)
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
            # What is pooled to one place, as to weigh channels by it, is no map.
            if len(shape) != 4 or shape[2] < 2 or shape[2] != shape[3]:
                continue
            size = shape[2]
            if smallest is None or size < smallest:
                smallest = size
            if size == smallest and uses[name] > 1:
                ends[size] = name
    return [ends[size] for size in sorted(ends, reverse=True)]


def _maps_of_tokens(
    proto: ModelProto, shapes: dict[str, tuple[int, ...]], window_size: int
) -> list[FeatureMap]:
    """Return what a decoder gets of a transformer: tokens, put back to where their patches lie."""
    lookers = {name for node in proto.graph.node if node.op_type in _LOOKING for name in node.input}
    names = [
        name
        for node in proto.graph.node
        if node.op_type in ("Reshape", "Transpose")
        for name in node.output
        if name in lookers
    ]
    found = [item for name in names if (item := _as_map(name, shapes, window_size))]
    return [item for item in found if 2 < item.stride <= COARSEST_STRIDE]


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
