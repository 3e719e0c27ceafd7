"""How a run will look, before anything is loaded: made of the request, the raster and the model."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from affine import Affine
from rasterio.crs import CRS

from crossearth_engine.errors import InvalidRequest, NoIntersection
from crossearth_engine.inference.request import (
    INTERRUPTION,
    SegmentationRequest,
    SegmentRequest,
)
from crossearth_engine.inference.view import (
    choose_grid,
    convert_values,
    gsd_warnings,
    three_digits,
    working_gsd,
)
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.acquired import Acquired
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.band_statistics import bare_border
from crossearth_engine.raster.mask import PolygonMask
from crossearth_engine.raster.reader import RasterReader, View
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.values import Conversion
from crossearth_engine.raster.windows import Window, WindowGrid
from crossearth_engine.raster.working_grid import WorkingGrid
from crossearth_engine.shared.bands import BandChoice, are_counted
from crossearth_engine.shared.model_item import describe_values
from crossearth_engine.shared.palette import ClassInfo, merge_classes
from crossearth_engine.shared.products import CLASSES, OUTPUTS, VECTOR

# What a run says of itself elsewhere: with which model, on what; and what becomes of it if it is
# interrupted, which changes no pixel. All else that can be asked for is a parameter of the map.
TOLD_APART = {"model", "device", "precision", "batch", "threads", *INTERRUPTION}


@dataclass(frozen=True)
class RunPlan:
    """What a run does, to the last window; but not on what, which depends on the machine.

    Attributes:
        request, model: what it is made of.
        classes: all that the map can show.
        places: for each class of the model its place among them.
        bands: which band of the raster stands for which of the model, and why.
        view: how the network sees the raster.
        values: what it takes pixel values for, and who says so, in words.
        gsd_m: what one of its pixels measures then, metres, to three digits; None if unknown.
        windows: that it tells of, in pixels of the view.
        overlap: of the windows, pixels.
        target: takes these pixels to those of the map.
        crs: of the map.
        transform: pixels of the map's grid to CRS.
        region: the part of that grid that is asked for.
        area: measures pixels of that grid.
        pixels: of the region that may have data, as far as that is known unread.
        warnings: sentences on what may be wrong.
        acquired: when the imagery was taken, if that is known.
        halo: how many pixels around each window it sees besides, and tells nothing of.
    """

    request: SegmentRequest
    model: ModelInfo
    classes: tuple[ClassInfo, ...]
    places: list[int]
    bands: list[BandChoice]
    view: View
    values: str
    gsd_m: float | None
    windows: WindowGrid
    overlap: int
    target: WorkingGrid
    crs: CRS | None
    transform: Affine
    region: Window
    area: PixelArea
    pixels: int
    warnings: list[str]
    acquired: Acquired | None
    halo: int = 0

    @property
    def window_size(self) -> int:
        """Edge of what the network sees at once, pixels of the view."""
        return self.windows.window_size + 2 * self.halo

    def with_halo(self, halo: int) -> RunPlan:
        """Return the plan for a network that tells nothing of the edges of what it sees.

        It sees what it would without, so windows are smaller and overlap by less, if at all.
        """
        if not halo:
            return self
        size, overlap = self.windows.window_size - 2 * halo, max(self.overlap - 2 * halo, 0)
        grid, seen = self.view.grid, self.target.needed_for(self.region)
        windows = WindowGrid.over(grid.width, grid.height, size, size - overlap, seen)
        return replace(self, windows=windows, overlap=overlap, halo=halo)

    def parameters(self) -> dict[str, Any]:
        """Return what the pixels of the map depend on besides raster, model and device; JSON."""
        asked = {
            field.name: getattr(self.request, field.name)
            for field in fields(SegmentationRequest)
            if field.name not in TOLD_APART
        }
        return {
            **asked,
            "bands": [choice.index for choice in self.bands],
            "window": self.window_size,
            "overlap": self.overlap + 2 * self.halo,
            "gsd": self.gsd_m,
            "stretch": self.limits(),
            "values": self.values,
        }

    def limits(self) -> list[list[float]] | None:
        """Return the values of each band that become the ends of the model's range; JSON."""
        stretch = self.view.stretch
        return None if stretch is None else [list(limits) for limits in stretch.limits]

    def needed_bytes(self) -> dict[Path, int]:
        """Return how much each output may take at most while it is made.

        But for polygons, which take what they are like: it is that of a map with many small
        patches.
        """
        outputs, needed = self.request.outputs, {}
        for name, path in outputs.items():
            product = OUTPUTS[name]
            bands = product.bands(len(self.classes))
            needed[path] = self.pixels // 8 if product.format is VECTOR else bands * self.pixels
        if self.request.majority is not None or self.request.min_area is not None:
            # While the map is made anew, it is there twice.
            needed[outputs[CLASSES.name]] *= 2
        return needed


def plan_run(request: SegmentRequest, source: RasterSource, model: ModelInfo) -> RunPlan:
    """Return the plan of a run.

    Args:
        request: what is asked for; checked.
        source: the raster.
        model: what is to run.

    Raises:
        InvalidRequest: if what is asked for does not suit the raster or the model.
        NoIntersection: if extent or polygons lie outside the raster, or apart from each other.
        UnreadableMask, UnreadableRaster: if files cannot be read.
    """
    window_size, overlap = request.window_and_overlap(model.window_size, model.overlap)
    classes, places = choose_classes(model, request.merge)
    region, mask = find_region(request, source)
    area = PixelArea(source.crs, source.transform, source.width, source.height, request.pixel_size)
    conversion = convert_values(source, model, request.stretch)
    grid = choose_grid(source, area, model, request.gsd)
    is_on_working_grid = request.grid == "model"
    view = View(grid, mask, conversion.stretch, is_seen_in_working_pixels=is_on_working_grid)
    hints = [*source.hints, *_border_hints(RasterReader(source, view), region, request.nodata)]
    gsd = working_gsd(area, grid)
    findings = [finding.sentence for finding in conversion.findings]
    warnings = [*hints, *findings, *gsd_warnings(model, area, grid, request.pixel_size)]
    warnings += [*_assumed_bands(request, source, model), *model.remarks]
    target, transform = grid, source.transform
    if is_on_working_grid:
        target, transform = WorkingGrid.own(grid.width, grid.height), transform @ grid.to_source
        region = grid.around(region)
        area = area.on(grid.scale_xy, grid.width, grid.height)
    seen = target.needed_for(region)
    stride = window_size - overlap
    return RunPlan(
        request=request,
        model=model,
        classes=classes,
        places=places,
        bands=source.choices,
        view=view,
        values=_describe_values(model, conversion),
        gsd_m=None if gsd is None else three_digits(gsd),
        windows=WindowGrid.over(grid.width, grid.height, window_size, stride, seen),
        overlap=overlap,
        target=target,
        crs=source.crs,
        transform=transform,
        region=region,
        area=area,
        pixels=int(region.width * region.height * source.stored_share),
        warnings=warnings,
        acquired=source.acquired,
    )


def _describe_values(model: ModelInfo, conversion: Conversion) -> str:
    by = f", by {conversion.source}" if conversion.source else ""
    return f"{describe_values(model)}{by}"


def _assumed_bands(request: SegmentRequest, source: RasterSource, model: ModelInfo) -> list[str]:
    """Return a sentence on the bands of a model that nobody named, unless they are asked for."""
    if request.bands is not None or "bands" not in model.assumed or not are_counted(model.bands):
        return []
    taken = ", ".join(str(choice.index) for choice in source.choices)
    return [
        f"Nothing tells which bands {model.name} was made for: it is given the raster's bands "
        f"{taken}, in this order. If that is wrong, say which (--bands), or import the model with "
        "their names."
    ]


def choose_classes(
    model: ModelInfo, merge: dict[str, list[str]] | None
) -> tuple[tuple[ClassInfo, ...], list[int]]:
    """Return the classes of the map, and for each of the model's its place among them.

    Raises:
        InvalidRequest: if classes are to be merged that the model does not have.
    """
    try:
        return merge_classes(model.classes, merge or {})
    except ValueError as error:
        raise InvalidRequest(reason=str(error)) from error


def find_region(request: SegmentRequest, source: RasterSource) -> tuple[Window, PolygonMask | None]:
    """Return the part of the raster that is asked for, and the polygons that it is asked for by.

    Raises:
        NoIntersection: if extent or polygons lie outside the raster, or apart from each other.
        UnreadableMask: if the polygons cannot be read.
    """
    region = Window(0, 0, source.width, source.height)
    if request.extent is not None:
        common = _touched_pixels(request.extent, source).intersection(region)
        if common is None:
            raise NoIntersection(area="extent", path=request.input)
        region = common
    if request.mask is None:
        return region, None
    mask = PolygonMask.read(request.mask, source.crs, source.bounds)
    common = None
    if mask is not None:
        common = _touched_pixels(mask.bounds, source).intersection(region)
    if common is None:
        raise NoIntersection(area="area of the polygons", path=request.input)
    return common, mask


def _touched_pixels(bounds: tuple[float, float, float, float], source: RasterSource) -> Window:
    """Return the pixels that ``bounds`` (CRS units) touch; on a rotated grid, those around them."""
    left, bottom, right, top = bounds
    corners = [~source.transform @ (x, y) for x in (left, right) for y in (bottom, top)]
    cols, rows = zip(*corners, strict=True)
    # A bound that lies on a pixel's edge, but for rounding, does not touch the next pixel.
    tolerance = 1e-6
    col_off, row_off = (math.floor(min(axis) + tolerance) for axis in (cols, rows))
    col_end, row_end = (math.ceil(max(axis) - tolerance) for axis in (cols, rows))
    return Window(col_off, row_off, max(col_end - col_off, 1), max(row_end - row_off, 1))


def _border_hints(reader: RasterReader, region: Window, nodata: str | None) -> list[str]:
    """Return a sentence about a border that seems to hold no data, unless that is said."""
    border = bare_border(reader, region) if nodata is None else None
    if border is None:
        return []
    value, share = border
    return [
        f"{share:.0%} of the pixels along the raster's edge are {value:g} in all bands. If "
        f"that is no data, say so (--nodata {value:g}): it is classified as if it were imagery."
    ]
