"""Segmentation: a raster in, a class raster with its sidecars out.

Reads in time order: check the request, lay the windows, run them through the network (`sliding`),
then complete and publish what they gave.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import rasterio

from crossearth_engine import __version__
from crossearth_engine.device import cpu_name, peak_rss_mb
from crossearth_engine.errors import JobCanceled, NoValidPixels
from crossearth_engine.inference.averaging import AveragingBackend
from crossearth_engine.inference.finish import smooth, stages, write_polygons, write_report
from crossearth_engine.inference.join import join_weights
from crossearth_engine.inference.load import BackendLoader, load_backend
from crossearth_engine.inference.request import (
    GSD_TOLERANCE,
    SegmentRequest,
    check_outputs,
    choose_classes,
    choose_grid,
    choose_stretch,
    find_region,
    input_hints,
    request_digest,
)
from crossearth_engine.inference.sliding import SlidingRun
from crossearth_engine.job import Job
from crossearth_engine.map.class_map import ClassMap
from crossearth_engine.map.journal import Journal
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.publishing import check_free_space
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.source import RasterReader
from crossearth_engine.raster.stretch import Stretch
from crossearth_engine.raster.windows import WindowGrid
from crossearth_engine.raster.working_grid import WorkingGrid
from crossearth_engine.shared.bands import REASONS
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.shared.products import OUTPUTS, PRODUCTS, VECTOR

# GDAL's block cache, whose default is a share of the machine's memory that a run would fill. It
# has to hold the strips behind a row of windows, or each window would decode the whole row anew.
MIN_CACHE_BYTES, MAX_CACHE_BYTES = 16 * 1024**2, 512 * 1024**2


def segment(
    request: SegmentRequest, job: Job, load: BackendLoader = load_backend
) -> dict[str, Any]:
    """Segment a raster and return a summary of the run, ready for JSON.

    Its ``windows`` are those that are done, of ``planned_windows``; of a partial map they are less.

    Writes the class raster, its sidecars ``.qml``, ``.tif.aux.xml`` and ``.json``, and the
    confidence raster if asked; all or nothing, unless a partial map is to be kept on cancel.

    Args:
        request: what to do.
        job: receives progress and log; stops the run when canceled. Serves one run: what is done
            never shrinks.
        load: how to load the network; a warm worker keeps it between runs.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong; see
            `crossearth_engine.errors`.
    """
    started = time.perf_counter()
    request.check()
    model = find_model(request.model)
    window_size, overlap = request.window_and_overlap(model.window_size, model.overlap)
    classes, places = choose_classes(request, model)

    with RasterReader(request.input, model.bands, request.bands, request.nodata) as reader:
        check_outputs(request, reader, model)
        region = find_region(request, reader)
        area = PixelArea(reader.crs, reader.transform, reader.width, reader.height)
        reader.grid = choose_grid(request, reader, model, area)
        warnings = [*input_hints(request, reader, region), *_warnings(model, area, reader.grid)]
        for warning in warnings:
            job.log("warning", warning)
        pixels = int(region.width * region.height * reader.stored_share)
        check_free_space(_needed_bytes(request, pixels, len(classes)))
        sha256 = model.verify()
        backend = load(model, request.device, request.threads, request.precision)
        if request.tta or request.scales is not None:
            scales = request.scales or [1.0]
            backend = AveragingBackend(backend, tta=request.tta, scales=scales)
        backend.clear_interrupt()
        job.on_cancel(backend.interrupt)
        device_name = cpu_name() if backend.device == "cpu" else backend.device
        working_gsd = _working_gsd(area, reader.grid)
        at_gsd = "" if working_gsd is None else f" of {working_gsd:g} m"
        job.log(
            "info",
            f"{model.name} on {device_name} in {backend.precision}; {_describe_bands(reader)}; "
            f"windows of {window_size} pixels{at_gsd}, overlap {overlap}, join {request.join}.",
        )
        reader.stretch = choose_stretch(request, reader, model)
        if reader.stretch is not None:
            job.log("info", _describe_stretch(reader.stretch))
        stride = window_size - overlap
        transform, target = reader.transform, reader.grid
        if request.grid == "model":
            region, transform = target.around(region), transform @ target.to_source
            target = WorkingGrid(target.width, target.height, target.width, target.height)
        seen = target.needed_for(region)
        grid = WindowGrid.over(target.width, target.height, window_size, stride, seen)
        if request.grid == "model":
            area = PixelArea(reader.crs, transform, target.width, target.height)
            reader.is_seen_in_working_pixels = True
        parameters = {
            "bands": reader.bands,
            "window": window_size,
            "overlap": overlap,
            "join": request.join,
            "tta": request.tta,
            "scales": request.scales,
            "gsd": working_gsd,
            "grid": request.grid,
            "stretch": _limits(reader.stretch),
            "nodata": request.nodata,
            "extent": request.extent,
            "mask": request.mask,
            "merge": request.merge,
            "majority": request.majority,
            "min_area": request.min_area,
        }
        origin = {
            "engine_version": __version__,
            "input": request.input,
            "model": {"id": model.id, "name": model.name, "sha256": sha256},
            "parameters": parameters,
            "device": backend.device,
            "precision": backend.precision,
        }
        cache_bytes = reader.bytes_behind_rows(window_size)
        with (
            rasterio.Env(GDAL_CACHEMAX=min(max(cache_bytes, MIN_CACHE_BYTES), MAX_CACHE_BYTES)),
            ClassMap(
                request.outputs,
                region,
                reader.crs,
                transform,
                classes,
                area,
                keeps_canceled=request.resume,
            ) as class_map,
            _told_what_is_kept(class_map, job),
        ):
            journal = Journal(class_map.folder, _identity(origin, request, reader))
            run = SlidingRun(
                model, places, backend, request, grid, target, region, class_map, journal, job
            )
            run.begin(started)
            seen_pixels = int(region.width * region.height * reader.stored_share)
            job.plan(stages(request, len(classes), seen_pixels))
            job.begin("windows")
            is_partial = False
            try:
                run.through(reader, join_weights(window_size, overlap, request.join))
            except JobCanceled:
                if not request.keep_partial or class_map.is_empty:
                    raise
                is_partial = True
            if run.computed == 0:
                raise NoValidPixels(path=request.input)
            job.log("info", "Writing the map…")
            if request.keep_partial:
                # Who keeps what is finished does not lose it in the last step.
                job.ignore_cancel()
            else:
                job.on_cancel(class_map.interrupt)
            tags = _tags(origin, classes, is_partial=is_partial)
            with job.doing("map"):
                class_map.complete(tags, job.advance)
            smooth(class_map, request, area, tags, job)
            write_polygons(class_map, request, area, max(target.scale_xy), job)
            peak = peak_rss_mb()
            areas = class_map.areas()
            facts = {
                **origin,
                "partial": is_partial,
                "windows": run.done,
                "planned_windows": len(grid),
                "skipped_windows": run.done - run.computed,
                "batch": run.batch,
                "inference_s": round(run.inference_s, 3),
                "wall_s": round(time.perf_counter() - run.started, 3),
                "peak_rss_mb": None if peak is None else round(peak, 1),
                "area_method": area.method,
                "class_area_m2": {item.info.name: item.area_m2 for item in areas},
                "warnings": warnings,
                "bands": [vars(choice) for choice in reader.choices],
                "stretch": _limits(reader.stretch),
                "classes": [item.to_dict() for item in areas],
            }
            paths = {name: str(path) for name, path in request.outputs.items()}
            result = {
                "output": str(request.outputs["classes"]),
                **{name: paths.get(name) for name in PRODUCTS},
                **facts,
            }
            with job.doing("files"):
                write_report(class_map, request, model, facts)
                job.check()
                digest = request_digest(request, reader, model)
                class_map.publish({**facts, "request": digest}, is_kept=is_partial)
    return result


@contextmanager
def _told_what_is_kept(class_map: ClassMap, job: Job) -> Iterator[None]:
    try:
        yield
    except JobCanceled:
        if class_map.is_kept_if_canceled:
            job.log("info", "What is done is kept: the same run goes on from there.")
        raise


def _identity(
    origin: dict[str, Any], request: SegmentRequest, reader: RasterReader
) -> dict[str, Any]:
    """Return what the bytes of the result depend on."""
    return {
        **origin,
        "parameters": {**origin["parameters"], "mask": request.mask_identity()},
        "raster": reader.identity,
        "outputs": {name: str(path) for name, path in request.outputs.items()},
        "batch": request.batch,
        "threads": request.threads,
    }


def _tags(
    origin: dict[str, Any], classes: tuple[ClassInfo, ...], *, is_partial: bool
) -> dict[str, str]:
    """Return how the pixels came to be, as tags of the rasters."""
    values = {
        "input": origin["input"],
        "model": origin["model"]["id"],
        "model_sha256": origin["model"]["sha256"],
        "classes": ", ".join(f"{item.value}={item.name}" for item in classes),
        **origin["parameters"],
        "device": origin["device"],
        "precision": origin["precision"],
        "partial": "yes" if is_partial else None,
    }
    software = {"TIFFTAG_SOFTWARE": f"crossearth-engine {origin['engine_version']}"}
    return software | {
        f"CROSSEARTH_{name.upper()}": str(value)
        for name, value in values.items()
        if value is not None
    }


def _needed_bytes(request: SegmentRequest, pixels: int, classes: int) -> dict[Path, int]:
    """Return how much each output may take at most while it is made.

    But for polygons, which take what they are like: it is that of a map with many small patches.
    """
    needed = {}
    for name, path in request.outputs.items():
        product = OUTPUTS[name]
        needed[path] = pixels // 8 if product.format is VECTOR else product.bands(classes) * pixels
    if request.majority is not None or request.min_area is not None:
        # The map is there twice while it is made anew.
        needed[request.outputs["classes"]] *= 2
    return needed


def _describe_bands(reader: RasterReader) -> str:
    """Return which band stands for which, and why."""
    meanings = [f"{choice.model_band} {REASONS[choice.reason]}" for choice in reader.choices]
    return f"bands {', '.join(map(str, reader.bands))} ({', '.join(meanings)})"


def _describe_stretch(stretch: Stretch) -> str:
    low, high = stretch.target
    limits = ", ".join(f"{least:g} to {most:g}" for least, most in stretch.limits)
    return f"Pixel values stretched to {low:g} to {high:g}, band by band: {limits}."


def _limits(stretch: Stretch | None) -> list[list[float]] | None:
    return None if stretch is None else [list(limits) for limits in stretch.limits]


def _working_gsd(area: PixelArea, grid: WorkingGrid) -> float | None:
    """Return the ground sample distance that the network sees, metres, to three digits."""
    if area.gsd_xy_m is None:
        return None
    across, down = (gsd * scale for gsd, scale in zip(area.gsd_xy_m, grid.scale_xy, strict=True))
    return float(f"{(across * down) ** 0.5:.3g}")


def _warnings(model: ModelInfo, area: PixelArea, grid: WorkingGrid) -> list[str]:
    if area.method is None:
        return ["The raster has no CRS to measure by: areas are given in pixels only."]
    gsd = _working_gsd(area, grid)
    if gsd is None or model.gsd_range_m is None:
        return []
    low, high = model.gsd_range_m
    finest, coarsest = sorted(area.gsd_xy_m or (gsd, gsd))
    trained = f"{model.name} was trained for {low:g} to {high:g} m"
    if coarsest > high * (1 + GSD_TOLERANCE):
        return [
            f"A pixel of the raster measures {coarsest:.3g} m; {trained}. The raster is "
            f"{_describe_scale(gsd / coarsest, gsd)}, and the map will be poorer."
        ]
    if not low * (1 - GSD_TOLERANCE) <= gsd <= high * (1 + GSD_TOLERANCE):
        return [f"The network sees pixels of {gsd:g} m; {trained} and may be unreliable here."]
    if finest < low * (1 - GSD_TOLERANCE):
        return [
            f"A pixel of the raster measures {finest:.3g} m; {trained}. The raster is "
            f"{_describe_scale(gsd / finest, gsd)}: the map has no finer details than that."
        ]
    return []


def _describe_scale(scale: float, gsd: float) -> str:
    """Return what becomes of pixels that are seen ``scale`` times as large, of ``gsd`` metres."""
    if abs(scale - 1) <= GSD_TOLERANCE:
        return "seen as it is"
    return f"{'reduced' if scale > 1 else 'enlarged'} to {gsd:g} m"
