"""Several encoders as one: each is shown its own bands of the same window, scaled as it wants them.

Which of them are of use is for the polygons to say. Runs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.training.quick.onnx_encoder import Encoder, FeatureMap

MOST = 3
"""Every combination of so many can be compared in seconds."""
BETWEEN = ", "
"""Stands between the ids of encoders in the name of a set of maps; no id holds it."""
_IMAGE = "image"


@dataclass(frozen=True)
class Placed:
    """An encoder, and which band of the raster each of its bands is, from 1."""

    model: ModelInfo
    encoder: Encoder
    bands: tuple[int, ...]


def check_together(models: Sequence[ModelInfo]) -> None:
    """Raise InvalidRequest if encoders cannot see the same windows."""
    first = models[0]
    for model in models[1:]:
        if model.window_size != first.window_size:
            sizes = f"{first.window_size} and {model.window_size}"
            reason = f"{first.name} and {model.name} see windows of {sizes} pixels, and not the "
            raise InvalidRequest(reason=f"{reason}same: import one of them with --window.")
        if model.unit != first.unit:
            units = " and ".join(item.unit or "numbers as they are" for item in (first, model))
            reason = f"{first.name} and {model.name} do not take the same values ({units})."
            raise InvalidRequest(reason=f"{reason} Adapt them apart.")


def joined(parts: Sequence[Placed]) -> tuple[ModelInfo, Encoder]:
    """Return several encoders as one, whose sets of maps are those of each combination of them.

    The bands are those that any of them takes, each once, in the order of the raster; mean and
    deviation are those of the first that takes it. One encoder that is placed several times has
    its weights once, and is not tried without one of its places.

    Raises:
        InvalidRequest: if they are written in versions of ONNX that do not go together.
    """
    places = sorted({index for part in parts for index in part.bands})
    found = [next((p, p.bands.index(i)) for p in parts if i in p.bands) for i in places]
    mean, std = (
        np.array([getattr(part.model, name)[place] for part, place in found], np.float32)
        for name in ("mean", "std")
    )
    proto = _begun(parts, len(places))
    maps: list[tuple[FeatureMap, ...]] = []
    for number, part in enumerate(parts):
        own = [places.index(index) for index in part.bands]
        means, stds = (np.array(v, np.float32) for v in (part.model.mean, part.model.std))
        first = next(i for i, other in enumerate(parts) if other.encoder is part.encoder)
        weights = f"{first}."
        _add(
            proto,
            part.encoder,
            (f"{number}.", weights),
            own,
            std[own] / stds,
            (mean[own] - means) / stds,
        )
        (known,) = part.encoder.maps.values()
        maps.append(tuple(replace(item, name=f"{number}.{item.name}") for item in known))
    names = [part.model.id for part in parts]
    are_several = len({*names}) == len(names)
    combined = {
        BETWEEN.join(names[i] for i in chosen): tuple(item for i in chosen for item in maps[i])
        for count in (range(1, len(parts) + 1) if are_several else (len(parts),))
        for chosen in combinations(range(len(parts)), count)
    }
    sizes = [part.model.gsd_m for part in parts if part.model.gsd_m is not None]
    model = replace(
        parts[0].model,
        id=",".join(names),
        name=" and ".join(part.model.name for part in parts),
        license=" AND ".join(dict.fromkeys(part.model.license for part in parts)),
        bands=tuple(part.model.bands[place] for part, place in found),
        mean=tuple(map(float, mean)),
        std=tuple(map(float, std)),
        clips=(),
        overlap=max(part.model.overlap for part in parts),
        overhang=0,
        gsd_m=min(sizes, default=None),
        gsd_range_m=None,
        scores="features",
    )
    return model, Encoder(proto, combined)


def _begun(parts: Sequence[Placed], bands: int) -> ModelProto:
    """Return a graph of an image and nothing else."""
    protos = [part.encoder.proto for part in parts]
    opsets: dict[str, int] = {}
    for proto in protos:
        for entry in proto.opset_import:
            if opsets.setdefault(entry.domain, entry.version) != entry.version:
                names = " and ".join(part.model.name for part in parts)
                reason = f"{names} are written in versions of ONNX that do not go together."
                raise InvalidRequest(reason=f"{reason} Import them anew from the authors' files.")
    shape: Any = ["batch", bands, "height", "width"]
    image = helper.make_tensor_value_info(_IMAGE, TensorProto.FLOAT, shape)
    made: ModelProto = helper.make_model(
        helper.make_graph([], "side by side", [image], []),
        opset_imports=[helper.make_opsetid(*item) for item in opsets.items()],
        ir_version=max(proto.ir_version for proto in protos),
        functions=[function for proto in protos for function in proto.functions],
    )
    return made


def _add(
    proto: ModelProto,
    encoder: Encoder,
    prefixes: tuple[str, str],
    bands: Sequence[int],
    factors: FloatArray,
    added: FloatArray,
) -> None:
    """Add an encoder to a graph, and what shows it its bands.

    All its names get a prefix; those of its weights another one, where they are there already.
    """
    graph, (prefix, of_weights) = proto.graph, prefixes
    weights = {tensor.name for tensor in encoder.proto.graph.initializer}
    constants = [
        numpy_helper.from_array(np.array(bands, np.int64), f"{prefix}bands"),
        numpy_helper.from_array(factors[:, None, None], f"{prefix}factors"),
        numpy_helper.from_array(added[:, None, None], f"{prefix}added"),
    ]
    chosen, scaled, image = f"{prefix}chosen", f"{prefix}scaled", f"{prefix}{encoder.input}"
    graph.node.extend(
        [
            helper.make_node("Gather", [_IMAGE, constants[0].name], [chosen], axis=1),
            helper.make_node("Mul", [chosen, constants[1].name], [scaled]),
            helper.make_node("Add", [scaled, constants[2].name], [image]),
        ]
    )
    graph.node.extend(
        _renamed(node, prefix, weights, of_weights) for node in encoder.proto.graph.node
    )
    graph.initializer.extend(constants)
    if prefix != of_weights:
        return
    for tensor in encoder.proto.graph.initializer:
        copied = graph.initializer.add()
        copied.CopyFrom(tensor)
        copied.name = prefix + tensor.name


def _renamed(node: NodeProto, prefix: str, weights: set[str], of_weights: str) -> NodeProto:
    copied = NodeProto()
    copied.CopyFrom(node)
    copied.name = prefix + node.name if node.name else ""
    copied.input[:] = [
        (of_weights if name in weights else prefix) + name if name else "" for name in node.input
    ]
    copied.output[:] = [prefix + name if name else "" for name in node.output]
    return copied
