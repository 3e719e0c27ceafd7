"""How a run will look, before anything is loaded: made of the request, the raster and the model."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, fields, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from affine import Affine
from rasterio.crs import CRS

from crossearth_engine.errors import EngineError, InvalidRequest, NoIntersection
from crossearth_engine.inference.encoder_bands import as_seen
from crossearth_engine.inference.load import BackendLoader, load_backend
from crossearth_engine.inference.look import Looker, notes_in, refuse_doubts, warnings_in
from crossearth_engine.inference.request import (
    INERT,
    LookRequest,
    SegmentationRequest,
    SegmentRequest,
    known_as,
)
from crossearth_engine.inference.unfamiliar import (
    Suspicion,
    has_last_word,
    knows_its_training,
    look_with_network,
)
from crossearth_engine.inference.view import (
    choose_grid,
    convert_values,
    gsd_findings,
    match_values,
    three_digits,
    working_gsd,
)
from crossearth_engine.job import Job
from crossearth_engine.map.pyramid import cut_tile_bytes
from crossearth_engine.map.tiles import NUMBERS
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.acquired import Acquired
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.dead_bands import leave_out_dead_bands
from crossearth_engine.raster.mask import PolygonMask
from crossearth_engine.raster.matching import Match
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.raster.reader import RasterReader, View
from crossearth_engine.raster.sample import Sampler
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.values import Conversion
from crossearth_engine.raster.windows import Window, WindowGrid, cheapest_window
from crossearth_engine.raster.working_grid import WorkingGrid
from crossearth_engine.shared.bands import BandChoice, are_counted
from crossearth_engine.shared.dates import shown
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.model_item import describe_values
from crossearth_engine.shared.model_values import BYTES
from crossearth_engine.shared.palette import ClassInfo, merge_classes
from crossearth_engine.shared.products import CLASSES, OUTPUTS, PRODUCTS, UNFAMILIARITY, VECTOR
from crossearth_engine.shared.quantity import Quantity

# What a run says of itself elsewhere: with which model, on what; and what changes no pixel. All
# else that can be asked for is a parameter of the map.
TOLD_APART = {"model", "device", "precision", "batch", "threads", *INERT}


@dataclass(frozen=True)
class RunPlan:
    """What a run does, to the last window; but not on what, which depends on the machine.

    Attributes:
        request, model: what it is made of.
        known_as: what the raster is called, wherever it lies.
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
        acquired: when the imagery was taken, if that is known.
        attribution: what the authors of the raster ask to be said of what is made of it.
        findings: what may be wrong, once it was looked for.
        halo: how many pixels around each window it sees besides, and tells nothing of.
        unlike_training: median of the unfamiliarity of a few windows, 0 to 1; None if the network
            does not tell.
    """

    request: SegmentRequest
    model: ModelInfo
    known_as: str
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
    acquired: Acquired | None
    attribution: str = ""
    findings: list[Finding] = field(default_factory=list)
    halo: int = 0
    unlike_training: float | None = None

    @property
    def warnings(self) -> list[str]:
        """What may be wrong, in sentences, with the map and with what the model's file says."""
        return [*warnings_in(self.findings), *self.model.remarks]

    @property
    def notes(self) -> list[str]:
        """What is worth knowing, in sentences."""
        return notes_in(self.findings)

    @property
    def quantity(self) -> Quantity | None:
        """What the map tells numbers of, in place of classes."""
        return self.model.quantity

    @property
    def window_size(self) -> int:
        """Edge of what the network sees at once, pixels of the view."""
        return self.windows.window_size + 2 * self.halo

    @property
    def channels(self) -> int:
        """How many numbers the network is asked for of each pixel."""
        return self.model.channels + (UNFAMILIARITY in self.request.outputs)

    def with_halo(self, halo: int) -> RunPlan:
        """Return the plan for a network that tells nothing of the edges of what it sees.

        It sees what it would without, so windows are smaller and overlap by less, if at all.
        """
        if not halo:
            return self
        size, overlap = self.windows.window_size - 2 * halo, max(self.overlap - 2 * halo, 0)
        grid, seen = self.view.grid, self.target.needed_for(self.region)
        overhang = max(self.model.overhang - halo, 0)
        windows = WindowGrid.over(grid.width, grid.height, size, size - overlap, seen, overhang)
        return replace(self, windows=windows, overlap=overlap, halo=halo)

    def band(self, rows: range) -> Window | None:
        """Return the part of the region that some rows of windows tell of; None if it is empty."""
        first, last = (self.windows.piece(row, 0) for row in (rows[0], rows[-1]))
        if self.target.is_source:
            height = last.row_off + last.height - first.row_off
            pixels = Window(self.region.col_off, first.row_off, self.region.width, height)
        else:
            # As `frames` says: from the last pixel centre of the row above.
            top = first.row_off - 0.5 * (rows[0] > 0)
            is_last = rows[-1] + 1 == len(self.windows.rows)
            bottom = last.row_off + last.height - 0.5 * (not is_last)
            pixels = self.target.owned_between(0, top, self.target.width, bottom)
        return pixels.intersection(self.region)

    def first_row_for(self, row: int) -> int:
        """Return the first row of windows that those of a run go through which begins at a row."""
        # Where pixels are interpolated, between the last of one piece and the first of the next.
        return self.windows.first_reaching(row, 0 if self.target.is_source or not row else 1)

    def parameters(self) -> dict[str, Any]:
        """Return what the pixels of the map depend on besides raster, model and device; JSON."""
        asked = {
            option.name: getattr(self.request, option.name)
            for option in fields(SegmentationRequest)
            if option.name not in TOLD_APART
        }
        return {
            **asked,
            "bands": [choice.index for choice in self.bands],
            "window": self.window_size,
            "overlap": self.overlap + 2 * self.halo,
            "gsd": self.gsd_m,
            "stretch": self.limits(),
            "values": self.values,
            "matched": self.matched(),
        }

    def matched(self) -> list[list[float]] | None:
        """Return the middle of each band before and after it was matched; JSON.

        Nothing where none had moved; None where that is not asked for.
        """
        match = self.view.match
        if match is None:
            return [] if self.request.match else None
        return [[float(f"{value:.4g}") for value in pair] for pair in match.middles]

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
            size = self._pixel_bytes(name)
            needed[path] = self.pixels // 8 if product.format is VECTOR else size * self.pixels
            if product.is_raster:
                needed[path] += self._row_files * cut_tile_bytes(self.region.width, size)
        needed[outputs[CLASSES.name]] += self._row_files * self._row_bytes
        if self.request.majority is not None or self.request.min_area is not None:
            # While the map is made anew, it is there twice.
            needed[outputs[CLASSES.name]] += self.pixels
        return needed

    def bytes_of(self, rows: range) -> int:
        """Return how much the rasters of some rows of windows may take at most, without overviews.

        Args:
            rows: at least one.
        """
        band = self.band(rows)
        share = 0.0 if band is None else band.height / self.region.height
        size = sum(map(self._pixel_bytes, self.request.outputs))
        left = self._row_bytes + cut_tile_bytes(self.region.width, size)
        return round(size * self.pixels * share) + self._row_files * left

    def _pixel_bytes(self, name: str) -> int:
        """Return how much a pixel of an output takes in all its bands; 0 if it is no raster."""
        if name == CLASSES.name and self.quantity is not None:
            return np.dtype(NUMBERS.dtype).itemsize
        return OUTPUTS[name].bands(len(self.classes))

    @property
    def _row_files(self) -> int:
        """How many files there are at once of what a row of windows leaves to the next one.

        One is read, one written, and one kept for a run that goes on.
        """
        return min(len(self.windows.rows) - 1, 3)

    @property
    def _row_bytes(self) -> int:
        """How much a row of windows leaves to the next one: sums, and what frames are made of."""
        grid = self.windows
        shared = max((grid.window_size - (b - a) for a, b in pairwise(grid.rows)), default=0)
        numbers = (self.channels + 1) * max(shared, 0) + self.channels * (not self.target.is_source)
        return numbers * (grid.col_stop - grid.cols[0]) * np.dtype(np.float32).itemsize


@dataclass(frozen=True)
class Sight:
    """A raster as a model sees it, before it is settled what is made of that.

    Attributes:
        request, model: what is asked for, and what sees it.
        view: how the network sees it.
        conversion: how its values get into the network.
        region: the part of the raster that is asked for, pixels.
        area: measures the raster's pixels.
        sampler: what was measured of it.
    """

    request: LookRequest
    model: ModelInfo
    view: View
    conversion: Conversion
    region: Window
    area: PixelArea
    sampler: Sampler

    def look(self, source: RasterSource) -> tuple[list[Finding], Suspicion | None]:
        """Return what may be wrong, and what may be, too, and the network is to tell.

        Args:
            source: the raster; opened anew where this is done in another thread.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        request, model, conversion = self.request, self.model, self.conversion
        # Where values are in no unit of the model's, that is to be answered first.
        is_compared = not request.match and conversion.fits
        reader, is_final = RasterReader(source, self.view), not has_last_word(model)
        looker = Looker(reader, self.region, model, request.stretch, is_compared, is_final)
        found, suspicion = looker.look(self.sampler)
        findings = [
            *source.findings,
            *source.gaps(),
            *_assumed_bands(request, source, model),
            *_assumed_scaling(model),
            *found,
            *conversion.findings,
            *gsd_findings(model, self.area, self.view.grid, request.pixel_size),
        ]
        return findings, suspicion


@dataclass(frozen=True)
class Measured:
    """What was measured of the pixels of a raster, once for all processes that make a map of it.

    Attributes:
        conversion: as of a `Sight`.
        match: as of a `View`.
    """

    conversion: Conversion
    match: Match | None


def see(
    request: LookRequest, source: RasterSource, model: ModelInfo, measured: Measured | None = None
) -> Sight:
    """Return how a model sees a raster.

    Args:
        request: what is asked for; checked.
        source: the raster.
        model: what is to see it.
        measured: what is known already: then no pixel is read.

    Raises:
        InvalidRequest: if what is asked for does not suit the raster or the model.
        NoIntersection: if extent or polygons lie outside the raster, or apart from each other.
        UnreadableMask, UnreadableRaster: if files cannot be read.
    """
    region, mask = find_region(request, source)
    area = PixelArea(source.crs, source.transform, source.width, source.height, request.pixel_size)
    sampler = Sampler(source)
    if measured is None:
        conversion = convert_values(source, model, request.stretch, sampler)
    else:
        conversion = measured.conversion
    grid = choose_grid(source, area, model, request.gsd)
    if measured is None:
        match = match_values(model, conversion.stretch, sampler) if request.match else None
    else:
        match = measured.match
    view = View(
        grid,
        mask,
        conversion.stretch,
        match,
        is_seen_in_working_pixels=request.grid == "model",
    )
    return Sight(request, model, view, conversion, region, area, sampler)


def look(request: LookRequest, job: Job, load: BackendLoader = load_backend) -> dict[str, Any]:
    """Return what may be wrong with a run, ready for JSON, without making one.

    Args:
        request: what would be asked of the run.
        job: is told; may be canceled.
        load: how to load the network, of which only one is asked that tells what is unlike its
            training.

    Returns:
        ``findings`` (of each ``code``, ``details`` and ``is_doubt``); in sentences ``warnings``, of
        what makes a map doubtful, and ``notes``.

    Raises:
        EngineError: as the run would.
    """
    request.check()
    model = find_model(request.model)
    lacks: list[Finding] = []
    if model.is_encoder:
        model, lacks = as_seen(model, request.input, request.bands)
    with open_source(
        request.input, model.bands, request.bands, request.nodata, request.crs
    ) as source:
        job.check()
        leave_out_dead_bands(source)
        sight = see(request, source, model)
        seen, suspicion = sight.look(source)
        findings = [*lacks, *seen]
        findings += _unfamiliar(sight, suspicion, source, job, load)
    if request.strict:
        refuse_doubts(request.input, findings)
    return {
        "input": shown(request.input),
        "findings": [finding.to_dict() for finding in findings],
        "warnings": [*warnings_in(findings), *model.remarks],
        "notes": notes_in(findings),
    }


def _unfamiliar(
    sight: Sight,
    suspicion: Suspicion | None,
    source: RasterSource,
    job: Job,
    load: BackendLoader,
) -> list[Finding]:
    """Return what a network tells of a raster that is unlike its training."""
    request, model = sight.request, sight.model
    if not knows_its_training(model):
        return []
    window_size, _ = request.window_and_overlap(model.window_size, model.overlap)
    try:
        backend = load(model, request.device, request.threads, request.precision)
    except EngineError:
        return []  # the run will say what is wrong
    backend.clear_interrupt()
    job.on_cancel(backend.interrupt)
    reader, seen = RasterReader(source, sight.view), sight.view.grid.around(sight.region)
    _, findings = look_with_network(backend, model, reader, seen, window_size, lambda: suspicion)
    return findings


def plan_run(request: SegmentRequest, source: RasterSource, sight: Sight) -> RunPlan:
    """Return the plan of a run.

    Args:
        request: what is asked for; checked.
        source: the raster.
        sight: of the raster, with the model that is to run.

    Raises:
        InvalidRequest: if what is asked for does not suit the model.
    """
    model, view, region, area = sight.model, sight.view, sight.region, sight.area
    check_told(request, model)
    window_size, overlap = windows_for(request, model, view.grid)
    classes, places = choose_classes(model, request.merge)
    values_named(classes, request.right_angles or [])
    grid, is_on_working_grid = view.grid, view.is_seen_in_working_pixels
    gsd = working_gsd(area, grid)
    target, transform = grid, source.transform
    if is_on_working_grid:
        target, transform = WorkingGrid.own(grid.width, grid.height), transform @ grid.to_source
        region = grid.around(region)
        area = area.on(grid.scale_xy, grid.width, grid.height)
    return RunPlan(
        request=request,
        model=model,
        known_as=known_as(request.input, source),
        classes=classes,
        places=places,
        bands=source.choices,
        view=view,
        values=_describe_values(model, sight.conversion),
        gsd_m=None if gsd is None else three_digits(gsd),
        windows=WindowGrid.over(
            *(grid.width, grid.height, window_size, window_size - overlap),
            target.needed_for(region),
            model.overhang,
        ),
        overlap=overlap,
        target=target,
        crs=source.crs,
        transform=transform,
        region=region,
        area=area,
        pixels=int(region.width * region.height * source.stored_share),
        acquired=source.acquired,
        attribution=source.embedding.attribution if source.embedding else "",
    )


def windows_for(request: LookRequest, model: ModelInfo, grid: WorkingGrid) -> tuple[int, int]:
    """Return edge and overlap of the windows that are best for a raster, pixels of its grid.

    Raises:
        InvalidRequest: if those that are asked for do not go together.
    """
    window_size, overlap = request.window_and_overlap(model.window_size, model.overlap)
    if request.window is None:
        sizes = {window_size, *(size for size in model.window_sizes if size > overlap)}
        window_size = cheapest_window(grid.width, grid.height, sizes, overlap, model.overhang)
    return window_size, overlap


def _describe_values(model: ModelInfo, conversion: Conversion) -> str:
    by = f", by {conversion.source}" if conversion.source else ""
    return f"{describe_values(model)}{by}"


def _assumed_bands(request: LookRequest, source: RasterSource, model: ModelInfo) -> list[Finding]:
    """Return a finding on the bands of a model that nobody named, unless they are asked for."""
    if request.bands is not None or "bands" not in model.assumed or not are_counted(model.bands):
        return []
    taken = ", ".join(str(choice.index) for choice in source.choices)
    return [Finding("bands-assumed", {"model": model.name, "bands": taken})]


def _assumed_scaling(model: ModelInfo) -> list[Finding]:
    """Return a finding on how pixels are scaled that nobody says how to scale."""
    if "scaling" not in model.assumed or model.value_range != BYTES:
        return []
    return [Finding("scaling-assumed", {"model": model.name, "divisor": f"{model.std[0]:g}"})]


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


def values_named(classes: tuple[ClassInfo, ...], names: list[str]) -> list[int]:
    """Return the values of some classes of a map.

    Raises:
        InvalidRequest: if it has no such class.
    """
    by_name = {item.name: item.value for item in classes}
    for name in names:
        if name not in by_name:
            known = ", ".join(by_name)
            raise InvalidRequest(reason=f"The map has no class {name}. Its classes are: {known}.")
    return [by_name[name] for name in names]


# What only classes have, by the name of its option.
_OF_CLASSES = (
    *(name for name in PRODUCTS if name not in (UNFAMILIARITY, "report")),
    *("collection", "merge", "majority", "min_area", "simplify", "right_angles"),
)


def check_told(request: SegmentationRequest, model: ModelInfo) -> None:
    """Raise InvalidRequest if something is asked of numbers that only classes have."""
    asked = [name.replace("_", "-") for name in _OF_CLASSES if getattr(request, name, None)]
    if model.quantity is not None and asked:
        reason = (
            f"{model.name} tells a number of each pixel, {model.quantity.name}, and no classes. "
            f"Leave out: {', '.join(asked)}."
        )
        raise InvalidRequest(reason=reason)


def find_region(request: LookRequest, source: RasterSource) -> tuple[Window, PolygonMask | None]:
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
