"""An encoder for rasters that lack some of its bands: their mean is seen in place of these.

So it tells the network nothing, neither bright nor dark, and the adapted model takes the bands that
there are. Runs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from onnx import ModelProto, helper, numpy_helper

from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.opening import bands_of
from crossearth_engine.shared.bands import choose_bands
from crossearth_engine.shared.findings import Finding
from crossearth_engine.training.quick.onnx_encoder import Encoder
from crossearth_engine.training.request import Seeing

_PREFIX = "present."
_SURE = {"name", "wavelength", "color"}


def present_bands(model: ModelInfo, request: Seeing) -> list[int]:
    """Return the places, from 0, of the model's bands that all rasters have.

    All of them where bands are given, and where nothing tells what those of a raster are: then
    there have to be as many, in order.

    Raises:
        UnreadableRaster: if a raster cannot be opened.
    """
    every = list(range(len(model.bands)))
    if request.bands is not None:
        return every
    present = {*model.bands}
    for path in request.rasters:
        choices = choose_bands(model.bands, bands_of(path), Path(path).name)
        present &= {choice.model_band for choice in choices if choice.reason in _SURE} or present
    return [place for place in every if model.bands[place] in present] or every


def lacking(model: ModelInfo, places: Sequence[int]) -> Finding:
    """Return what there is to tell of rasters that have only these bands of a model."""
    names = [name for place, name in enumerate(model.bands) if place not in places]
    details = {"model": model.name, "names": ", ".join(names), "count": str(len(model.bands))}
    return Finding("bands-lacking", details)


def of_bands(model: ModelInfo, places: Sequence[int]) -> ModelInfo:
    """Return a model that takes these of its bands only."""
    return replace(
        model,
        bands=tuple(model.bands[place] for place in places),
        mean=tuple(model.mean[place] for place in places),
        std=tuple(model.std[place] for place in places),
        clips=tuple(model.clips[place] for place in places) if model.clips else (),
    )


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
