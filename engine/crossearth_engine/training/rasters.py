"""The rasters that polygons were drawn on, opened and brought to a common pixel size."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace

from affine import Affine

from crossearth_engine.inference.look import Looker
from crossearth_engine.inference.view import (
    GSD_TOLERANCE,
    choose_grid,
    convert_values,
    gsd_findings,
    working_gsd,
)
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.dead_bands import leave_out_dead_bands
from crossearth_engine.raster.labelled_polygons import Grid
from crossearth_engine.raster.matching import measure
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.raster.reader import RasterReader, View
from crossearth_engine.raster.sample import Sampler
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from crossearth_engine.raster.working_grid import WorkingGrid
from crossearth_engine.shared.band_quantiles import BandQuantiles
from crossearth_engine.shared.findings import Finding
from crossearth_engine.training.request import Seeing

# How many times finer than segmentation's own pixels: roofs want more detail than the network was
# trained with, as long as the raster has it.
FINER = (4, 2)


def open_rasters(
    request: Seeing, model: ModelInfo, stack: ExitStack, job: Job
) -> list[RasterReader]:
    """Open the rasters of a request until ``stack`` closes, each seen in its own pixels.

    Args:
        request: names the rasters, and says how they are read.
        model: what is adapted.
        stack: closes them.
        job: is told what may be wrong with them.

    Raises:
        UnreadableRaster, UnsupportedType, WrongBandCount: as `RasterSource` does.
    """
    readers = []
    for path in request.rasters:
        source = open_source(
            path, model.bands, request.bands, request.nodata_at(path), request.crs_at(path)
        )
        stack.enter_context(source)
        leave_out_dead_bands(source)
        sampler = Sampler(source)
        conversion = convert_values(source, model, request.stretch, sampler)
        reader = RasterReader(source, View(source.grid, stretch=conversion.stretch))
        whole = Window(0, 0, source.width, source.height)
        # That imagery is unlike the training's is what an adaptation is for.
        looker = Looker(reader, whole, model, request.stretch, is_compared=False, is_final=True)
        looked = looker.look(sampler)[0]
        for finding in (*source.findings, *source.gaps(), *looked, *conversion.findings):
            job.warn(finding)
        readers.append(reader)
    return readers


def quantiles_of(readers: Sequence[RasterReader]) -> BandQuantiles | None:
    """Return quantiles of all pixels of the rasters, as the model takes their values.

    Raises:
        UnreadableRaster: if blocks are missing or damaged.
    """
    seen = []
    for reader in readers:
        source = reader.source
        whole = Window(0, 0, source.width, source.height)
        sample = Sampler(source).seen(reader, whole)[0]
        seen.append((sample.values, reader.view.stretch))
    return measure(*seen)


def files_behind(readers: Sequence[RasterReader]) -> Inputs:
    """Return the files that rasters are read from, as they are now."""
    files = {path for reader in readers for path in reader.source.files}
    states = {
        name: state for reader in readers for name, state in reader.source.file_states.items()
    }
    return Inputs((path for path in sorted(files) if not path.endswith(".aux.xml")), states)


def default_gsd(request: Seeing, reader: RasterReader, model: ModelInfo) -> float | None:
    """Return the pixel size that segmentation would take, metres; None without a CRS."""
    area = _area_of(request, reader.source)
    return working_gsd(area, choose_grid(reader.source, area, model, request.gsd))


def pixel_findings(
    request: Seeing, readers: Sequence[RasterReader], model: ModelInfo
) -> list[Finding]:
    """Return what there is to tell of pixels unlike those that a model was trained with, once."""
    found: dict[str, Finding] = {}
    for reader in readers:
        area = _area_of(request, reader.source)
        grid = choose_grid(reader.source, area, model, request.gsd)
        for finding in gsd_findings(model, area, grid, request.pixel_size):
            found.setdefault(finding.code, finding)
    return list(found.values())


def finest_gsd(request: Seeing, readers: Sequence[RasterReader], model: ModelInfo) -> float | None:
    """Return the finest pixel size that is of use, metres: at most a quarter of the default.

    None without a CRS. A size that was asked for stays.
    """
    gsd = default_gsd(request, readers[0], model)
    sizes = [_area_of(request, reader.source).gsd_xy_m for reader in readers]
    own = [min(size) for size in sizes if size is not None]
    if gsd is None or request.gsd is not None or len(own) < len(readers):
        return gsd
    finest = min(own) * (1 - GSD_TOLERANCE)
    return next((float(f"{gsd / n:.6g}") for n in FINER if gsd / n >= finest), gsd)


def coarsest_pixel(request: Seeing, readers: Sequence[RasterReader]) -> float | None:
    """Return the longest edge of a pixel of the rasters themselves, metres; None without a CRS."""
    sizes = [_area_of(request, reader.source).gsd_xy_m for reader in readers]
    coarsest = max((max(size) for size in sizes if size is not None), default=None)
    return None if coarsest is None else float(f"{coarsest:.6g}")


def seen_at(request: Seeing, reader: RasterReader, gsd_m: float | None) -> RasterReader:
    """Return the raster seen in pixels of a size, metres; None keeps its own."""
    source, grid = reader.source, reader.source.grid
    own = _area_of(request, source).gsd_xy_m
    if gsd_m is not None and own is not None:
        low, high = gsd_m * (1 - GSD_TOLERANCE), gsd_m * (1 + GSD_TOLERANCE)
        if not low <= min(own) <= max(own) <= high:
            grid = WorkingGrid.of_gsd(source.width, source.height, own, gsd_m)
    return RasterReader(source, replace(reader.view, grid=grid))


def grid_of(reader: RasterReader) -> Grid:
    """Return the pixels that a raster is seen in."""
    source, grid = reader.source, reader.view.grid
    transform = source.transform @ Affine.scale(*grid.scale_xy)
    return Grid(source.path, source.crs, transform, grid.width, grid.height)


def _area_of(request: Seeing, source: RasterSource) -> PixelArea:
    return PixelArea(source.crs, source.transform, source.width, source.height, request.pixel_size)
