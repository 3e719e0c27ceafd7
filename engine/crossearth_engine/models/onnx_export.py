"""PyTorch network to an ONNX file that describes itself.

The file may hold its weights as half precision, widened when it is loaded: half the size, and
computed in single precision all the same. It carries the metadata keys of the Deepness plugin.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from crossearth_engine.errors import MissingPackage
from crossearth_engine.models.deepness import deepness_metadata
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_lent_weights import MAX_FILE_BYTES
from crossearth_engine.models.onnx_wavelengths import WAVELENGTHS
from crossearth_engine.shared.products import UNFAMILIARITY

try:
    import onnx
    import torch
    from onnx import ModelProto, TensorProto, helper, numpy_helper
    from onnxscript import ir
except ImportError as error:
    raise MissingPackage(package="onnxscript", requirement="torch onnx onnxscript") from error

from crossearth_engine.networks.crossearth import CrossEarth
from crossearth_engine.networks.unfamiliarity import TellingCrossEarth, Unfamiliarity

OPSET = 18

_MIN_HALVED_SIZE = 1024
"""Smaller tensors, such as biases, gain nothing from half precision and keep their exact values."""


def export_onnx(
    network: torch.nn.Module,
    model: ModelInfo,
    path: Path,
    *,
    is_half_stored: bool = True,
    is_size_dynamic: bool = True,
    unfamiliarity: Unfamiliarity | None = None,
    outputs: Sequence[str] = ("logits",),
    wavelengths_um: Sequence[float] = (),
) -> None:
    """Write a network as ONNX: ``input`` (B, C, H, W) to ``logits`` (B, K, H, W), float32.

    The batch is dynamic; so are height and width, as far as the network itself allows.

    Args:
        network: maps normalised images to scores; left in evaluation mode.
        model: what the metadata in the file says; its ``weights`` is not used.
        path: file to write; an existing one is replaced. Weights that do not fit into it lie in
            ``<path>.data``.
        is_half_stored: store weights as float16 with a cast, which onnxruntime folds on loading.
        is_size_dynamic: False for networks that compute something ahead for the size of the
            window, which is then the only one that the file takes.
        unfamiliarity: what tells of a CrossEarth how unlike its training a place is: makes another
            output.
        outputs: names of what the network gives, where that is something else than logits.
        wavelengths_um: some, for a network that takes any bands and their wavelengths: those are
            another input of the file.
    """
    names = [*outputs]
    if unfamiliarity is not None and isinstance(network, CrossEarth):
        network = TellingCrossEarth(network, unfamiliarity)
        names.append(UNFAMILIARITY)
    device = next(network.parameters()).device
    count = len(wavelengths_um or model.bands)
    size = model.window_size
    examples: tuple[torch.Tensor, ...] = (torch.zeros(2, count, size, size, device=device),)
    axes = {0: "batch", 2: "height", 3: "width"} if is_size_dynamic else {0: "batch"}
    dynamic_shapes, inputs = [axes], ["input"]
    if wavelengths_um:
        examples += (torch.tensor(wavelengths_um, device=device),)
        dynamic_shapes = [{**axes, 1: "bands"}, {0: "bands"}]
        inputs.append(WAVELENGTHS)
    with torch.no_grad(), _quiet():
        # What a network remembers of its first run becomes a constant in the file.
        network.eval()(*examples)
        program = torch.onnx.export(
            network,
            examples,
            input_names=inputs,
            output_names=names,
            dynamic_shapes=tuple(dynamic_shapes),
            opset_version=OPSET,
            dynamo=True,
            external_data=False,
            verbose=False,
        )
    if program is None:  # only so with arguments that are not given here
        raise RuntimeError("torch.onnx.export has returned nothing")
    # Those that are changed below stay in.
    is_changed = is_half_stored or UNFAMILIARITY in names
    exported, weights = _apart(program.model, 0 if is_changed else _MIN_HALVED_SIZE)
    del program  # and what it holds: networks of a gigabyte are there several times over
    _name_output_axes(exported, axes)
    _drop_traces(exported)
    if UNFAMILIARITY in names:
        _name_what_is_beside(exported)
    if is_half_stored:
        _store_as_half(exported)
    if model.classes:
        helper.set_model_props(exported, deepness_metadata(model))
    _write(exported, weights, path)


def _write(exported: ModelProto, weights: Mapping[str, ir.TensorProtocol], path: Path) -> None:
    """Write a graph and the weights that were taken out of it."""
    _check(exported, weights)
    size = sum(len(tensor.raw_data) for tensor in exported.graph.initializer)
    if size + sum(tensor.nbytes for tensor in weights.values()) <= MAX_FILE_BYTES:
        with path.open("wb") as stream:
            stream.write(exported.SerializeToString(deterministic=True))
            # Protocol buffers may be continued: so one tensor at a time is in memory twice.
            for name, tensor in weights.items():
                part = ModelProto()
                part.graph.initializer.append(_as_proto(name, tensor))
                stream.write(part.SerializeToString(deterministic=True))
    else:
        exported.graph.initializer.extend(_as_proto(*item) for item in weights.items())
        onnx.save_model(exported, path, save_as_external_data=True, location=f"{path.name}.data")


def _apart(traced: ir.Model, min_size: int) -> tuple[ModelProto, dict[str, ir.TensorProtocol]]:
    """Return a traced network and, by name, its tensors of so many numbers: no copies; 0: none."""
    taken: dict[str, ir.TensorProtocol] = {}
    values = traced.graph.initializers
    for name, value in values.items():
        tensor = value.const_value
        if min_size and tensor is not None and tensor.size >= min_size:
            taken[name] = tensor
            value.const_value = None
    with _quiet():
        proto: ModelProto = ir.to_proto(traced)
    for name, tensor in taken.items():
        values[name].const_value = tensor
    return proto, taken


def _as_proto(name: str, tensor: ir.TensorProtocol) -> TensorProto:
    proto: TensorProto = ir.to_proto(tensor)
    proto.name = name
    return proto


def _check(exported: ModelProto, weights: Mapping[str, ir.TensorProtocol]) -> None:
    """Raise onnx's ValidationError if a graph is none, with its weights as inputs."""
    checked = ModelProto()
    checked.CopyFrom(exported)
    for name, tensor in weights.items():
        shape = [*tensor.shape]
        checked.graph.input.append(
            helper.make_tensor_value_info(name, int(tensor.dtype), [int(edge) for edge in shape])
        )
    onnx.checker.check_model(checked)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep back what the exporter warns its own developers of: dozens of lines per network."""
    loggers = [logging.getLogger(name) for name in ("torch.onnx", "onnxscript", "onnx_ir")]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.ERROR)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _name_output_axes(exported: ModelProto, names: dict[int, str]) -> None:
    # The exporter writes the expression it has traced, such as 4*((height//4)).
    axes = exported.graph.output[0].type.tensor_type.shape.dim
    for axis, name in names.items():
        axes[axis].dim_param = name


def _name_what_is_beside(exported: ModelProto) -> None:
    """Name all that only the unfamiliarity needs by it, as in networks that were adapted here.

    So it is found again, and taken away where a network is adapted to other imagery.
    """
    graph = exported.graph
    makers = {name: node for node in graph.node for name in node.output}
    needed, waiting = set[str](), [graph.output[0].name]
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += makers[name].input if name in makers else ()
    kept = {*needed, "", *(entry.name for entry in (*graph.output, *graph.input))}

    def named(names: Iterable[str]) -> list[str]:
        prefix = f"{UNFAMILIARITY}."
        return [n if n in kept or n.startswith(prefix) else prefix + n for n in names]

    for tensor in graph.initializer:
        (tensor.name,) = named([tensor.name])
    for node in graph.node:
        node.input[:], node.output[:] = named(node.input), named(node.output)


def _drop_traces(exported: ModelProto) -> None:
    """Remove what the exporter notes for its own debugging, source paths of this machine included.

    Shapes of intermediate results go too: onnxruntime infers them itself.
    """
    graph = exported.graph
    del graph.value_info[:], exported.metadata_props[:], graph.metadata_props[:]
    for part in (*graph.node, *graph.input, *graph.output, *graph.initializer):
        part.doc_string = ""
        del part.metadata_props[:]


def _store_as_half(exported: ModelProto) -> None:
    graph = exported.graph
    casts = []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        is_exact = tensor.name.startswith(UNFAMILIARITY)
        if values.dtype != np.float32 or values.size < _MIN_HALVED_SIZE or is_exact:
            continue
        half = numpy_helper.from_array(values.astype(np.float16), f"{tensor.name}_half")
        casts.append(helper.make_node("Cast", [half.name], [tensor.name], to=TensorProto.FLOAT))
        tensor.CopyFrom(half)
    nodes = [*casts, *graph.node]  # a graph lists nodes after what they depend on
    del graph.node[:]
    graph.node.extend(nodes)
