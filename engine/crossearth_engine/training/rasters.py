"""The rasters that polygons were drawn on, opened and brought to a common pixel size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import ExitStack

from affine import Affine

from crossearth_engine.inference.request import (
    GSD_TOLERANCE,
    SegmentRequest,
    choose_grid,
    choose_stretch,
)
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.labelled_polygons import Grid
from crossearth_engine.raster.source import RasterReader
from crossearth_engine.raster.working_grid import WorkingGrid
from crossearth_engine.training.request import FinetuneRequest

# How many times finer than the model's own pixels are tried: roofs want more detail than the
# network was trained with, as long as the raster has it.
FINER = (1, 2, 4)


def open_rasters(
    request: FinetuneRequest, model: ModelInfo, stack: ExitStack
) -> list[RasterReader]:
    """Open the rasters of a request until ``stack`` closes.

    Raises:
        UnreadableRaster, UnsupportedType, WrongBandCount: as `RasterReader` does.
    """
    readers = []
    for path in request.rasters:
        reader = RasterReader(path, model.bands, request.bands, request.nodata)
        stack.enter_context(reader)
        reader.stretch = choose_stretch(_as_segmentation(request, path), reader, model)
        readers.append(reader)
    return readers


def working_gsd(reader: RasterReader) -> float | None:
    """Return the ground sample distance of a reader's grid, metres, or None."""
    own = _own_gsd(reader)
    if own is None:
        return None
    across, down = reader.grid.scale_xy
    return math.sqrt(own[0] * own[1] * across * down)


def default_gsd(request: FinetuneRequest, reader: RasterReader, model: ModelInfo) -> float | None:
    """Return the pixel size that segmentation would take, metres; None without a CRS."""
    asked = _as_segmentation(request, reader.path)
    area = PixelArea(reader.crs, reader.transform, reader.width, reader.height)
    before, reader.grid = reader.grid, choose_grid(asked, reader, model, area)
    gsd = working_gsd(reader)
    reader.grid = before
    return gsd


def finer_gsds(
    request: FinetuneRequest, readers: Sequence[RasterReader], model: ModelInfo
) -> list[float | None]:
    """Return the pixel sizes to try, metres: the default first, then finer ones that exist."""
    gsd = default_gsd(request, readers[0], model)
    own = [min(found) for reader in readers if (found := _own_gsd(reader)) is not None]
    if gsd is None or request.gsd is not None or len(own) < len(readers):
        return [gsd]
    finest = min(own) * (1 - GSD_TOLERANCE)
    return [float(f"{gsd / times:.6g}") for times in FINER if times == 1 or gsd / times >= finest]


def grids_at(readers: Sequence[RasterReader], gsd_m: float | None) -> list[Grid]:
    """Set the readers to a pixel size and return their grids; None keeps their own."""
    grids = []
    for reader in readers:
        own = _own_gsd(reader)
        reader.grid = WorkingGrid(reader.width, reader.height, reader.width, reader.height)
        if gsd_m is not None and own is not None:
            is_own = max(own) <= gsd_m * (1 + GSD_TOLERANCE) and min(own) >= gsd_m * (
                1 - GSD_TOLERANCE
            )
            if not is_own:
                reader.grid = WorkingGrid.of_gsd(reader.width, reader.height, own, gsd_m)
        transform = reader.transform @ Affine.scale(*reader.grid.scale_xy)
        grids.append(
            Grid(reader.path, reader.crs, transform, reader.grid.width, reader.grid.height)
        )
    return grids


def _as_segmentation(request: FinetuneRequest, path: str) -> SegmentRequest:
    """Return the segmentation that would see a raster as this adaptation does."""
    return SegmentRequest(path, "", gsd=request.gsd, stretch=request.stretch, nodata=request.nodata)


def _own_gsd(reader: RasterReader) -> tuple[float, float] | None:
    return PixelArea(reader.crs, reader.transform, reader.width, reader.height).gsd_xy_m
