"""A base for rasters of any bands: no pretrained network, but the pixels and their surroundings.

What a pretrained network of other bands cannot give. Plain operators, so that the adapted model is
an ONNX file like any other.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import onnx
from onnx import TensorProto, helper

from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.band_statistics import percentile_limits
from crossearth_engine.raster.dead_bands import leave_out_dead_bands
from crossearth_engine.raster.opening import bands_of
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.shared.bands import unnamed_band
from crossearth_engine.shared.options import BANDS_ID
from crossearth_engine.training.quick.onnx_encoder import Encoder
from crossearth_engine.training.quick.texture import texture_nodes
from crossearth_engine.training.request import FinetuneRequest

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


def describe_bands(request: FinetuneRequest) -> ModelInfo:
    """Return a model of the bands of the first raster, which takes its pixels as they are.

    Scaled by the middle and the spread of 96 % of the raster's values.

    Raises:
        UnreadableRaster, WrongBandCount: if the raster cannot be used.
    """
    path = request.rasters[0]
    bands = bands_of(path)
    indexes = request.bands or [i for i, band in enumerate(bands, 1) if band.color != "alpha"]
    described = [bands[i - 1].name for i in indexes if i <= len(bands)]
    is_described = len(set(described)) == len(indexes) and all(described)
    names = tuple(described if is_described else (unnamed_band(i) for i in indexes))
    with RasterSource(
        path, names, indexes, request.nodata_at(path), request.crs_at(path)
    ) as source:
        leave_out_dead_bands(source)
        limits = percentile_limits(source, 2, 98)
    return ModelInfo(
        id=BANDS_ID,
        **OF_BANDS,
        trained_on="",
        weights=Path("bands.onnx"),
        bands=names,
        mean=tuple((low + high) / 2 for low, high in limits),
        std=tuple((high - low) / 4 or 1.0 for low, high in limits),
        window_size=WINDOW_SIZE if len(names) <= MANY_BANDS else WINDOW_OF_MANY,
        overlap=OVERLAP,
        gsd_m=None,
        gsd_range_m=None,
        classes=(),
        scores="logits",
        value_range=None,
    )


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
