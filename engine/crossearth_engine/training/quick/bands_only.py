"""A base for rasters of any bands: no pretrained network, but the pixels and their surroundings.

What a pretrained network of other bands cannot give. Plain operators, so that the adapted model is
an ONNX file like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnx
from onnx import TensorProto, helper

from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.band_statistics import percentile_limits
from crossearth_engine.raster.dead_bands import leave_out_dead_bands
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.raster.opened import bands_of
from crossearth_engine.raster.sample import Sampler
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.shared.bands import choose_bands, unnamed_band
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.options import BANDS_ID
from crossearth_engine.training.quick.onnx_encoder import Encoder
from crossearth_engine.training.quick.texture import texture_nodes
from crossearth_engine.training.request import Seeing

WINDOW_SIZE, OVERLAP = 256, 32
# Of more bands windows are smaller: each band has five maps of the size of the image.
MANY_BANDS, WINDOW_OF_MANY = 64, 128
OF_BANDS: dict[str, Any] = {
    "name": "the bands of the raster",
    "description": "No network: the bands and their surroundings.",
    "license": "CC0-1.0",
    "architecture": BANDS_ID,
}
_OPSET, _IR_VERSION = 17, 8


@dataclass(frozen=True)
class OwnBands:
    """The bands of a raster as what a model takes.

    Attributes:
        model: takes its pixels as they are, scaled by the middle and the spread of 96 % of them.
        indexes: number of each of its bands in the raster, from 1.
        findings: what there is to tell of the others.
    """

    model: ModelInfo
    indexes: tuple[int, ...]
    findings: tuple[Finding, ...]


def describe_bands(request: Seeing) -> OwnBands:
    """Return the bands that are asked for, else those in which anything varies in any raster.

    They are named and numbered as in the first raster.

    Raises:
        UnreadableRaster, WrongBandCount: if a raster cannot be used.
    """
    path = request.rasters[0]
    bands = bands_of(path)
    indexes = request.bands or [i for i, band in enumerate(bands, 1) if band.color != "alpha"]
    described = [bands[i - 1].name for i in indexes if i <= len(bands)]
    is_described = len(set(described)) == len(indexes) and all(described)
    names = described if is_described else [unnamed_band(i) for i in indexes]
    spreads = _spreads(request, names, indexes)
    places = list(range(len(indexes)))
    varying = [place for place in places if spreads[place].varies]
    if request.bands is None and varying:
        places = varying
    idle = ", ".join(str(index) for place, index in enumerate(indexes) if place not in places)
    low, high = np.array([spreads[place] for place in places]).T
    model = ModelInfo(
        id=BANDS_ID,
        **OF_BANDS,
        trained_on="",
        weights=Path("bands.onnx"),
        bands=tuple(names[place] for place in places),
        mean=tuple(map(float, (low + high) / 2)),
        std=tuple(map(float, np.where(high > low, (high - low) / 4, 1.0))),
        window_size=WINDOW_SIZE if len(places) <= MANY_BANDS else WINDOW_OF_MANY,
        overlap=OVERLAP,
        gsd_m=None,
        gsd_range_m=None,
        classes=(),
        scores="logits",
        value_range=None,
    )
    findings = (Finding("bands-idle", {"bands": idle}),) if idle else ()
    return OwnBands(model, tuple(indexes[place] for place in places), findings)


class Spread(NamedTuple):
    """Between which values 96 % of those of a band lie, or all, if these are the same."""

    low: float = 0.0
    high: float = 0.0

    @property
    def varies(self) -> bool:
        """Whether anything varies in the band."""
        return self.low < self.high


def _spreads(request: Seeing, names: Sequence[str], indexes: Sequence[int]) -> list[Spread]:
    """Return how each band is spread in the first raster in which it varies."""
    spreads = [Spread()] * len(names)
    for path in request.rasters:
        numbers = dict(enumerate(indexes))
        if path != request.rasters[0] and request.bands is None:
            # As they will be found there; of a raster that lacks one is told when it is opened.
            chosen = choose_bands(names, bands_of(path), Path(path).name)
            found = {choice.model_band: choice.index for choice in chosen}
            numbers = {p: found[name] for p, name in enumerate(names) if name in found}
        # A second look at those in which nothing varied at first.
        for look in (_of_sample, _of_all_pixels):
            idle = [place for place in numbers if not spreads[place].varies]
            if idle:
                with open_source(
                    path,
                    tuple(names[place] for place in idle),
                    [numbers[place] for place in idle],
                    request.nodata_at(path),
                    request.crs_at(path),
                ) as source:
                    leave_out_dead_bands(source)
                    spreads = _updated(spreads, idle, look(source))
    return spreads


def _updated(
    spreads: Sequence[Spread], places: Sequence[int], seen: Sequence[Spread]
) -> list[Spread]:
    """Return spreads with what was seen at some places; the first value of what never varies."""
    new = dict(zip(places, seen, strict=True))
    return [
        new[place] if place in new and (new[place].varies or spread == Spread()) else spread
        for place, spread in enumerate(spreads)
    ]


def _of_sample(source: RasterSource) -> list[Spread]:
    return [Spread(*limits) for limits in percentile_limits(Sampler(source), 2, 98)]


def _of_all_pixels(source: RasterSource) -> list[Spread]:
    """Return the ends of the values, of a raster on a server as far as a sample tells them."""
    if source.is_remote:
        return _of_sample(source)
    return [Spread(*ends) for ends in Sampler(source).extremes()]


def bands_encoder(count: int) -> Encoder:
    """Return the graph: of an image (B, count, H, W), maps of the same height and width."""
    nodes, constants, maps = texture_nodes("input", count)
    shape: list[str | int | None] = ["batch", count, "height", "width"]
    graph = helper.make_graph(
        nodes,
        "bands",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, shape)],
        [helper.make_empty_tensor_value_info(maps[-1].name)],
        constants,
    )
    proto: onnx.ModelProto = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION
    )
    return Encoder(proto, {"pixel": maps[:1], "surroundings": maps})
