"""The sliding-window run: a raster in, a class raster with its sidecars out.

Reads in time order: check the request, lay the windows, run them through the network while the next
are read and the last are written, then publish. Memory depends on window and raster width.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray

from crossearth_engine import __version__
from crossearth_engine.device import cpu_name, peak_rss_mb
from crossearth_engine.errors import JobCanceled, NoValidPixels, OutOfMemory
from crossearth_engine.inference.averaging import AveragingBackend
from crossearth_engine.inference.backend import Backend, load_backend
from crossearth_engine.inference.classify import (
    FloatArray,
    choose_channels,
    confidence_of,
    kind_of_scores,
    merge_probabilities,
    probabilities_of,
)
from crossearth_engine.inference.pipeline import ReadAhead, WriteBehind
from crossearth_engine.inference.products import smooth, write_polygons
from crossearth_engine.inference.request import (
    GSD_TOLERANCE,
    SegmentRequest,
    check_outputs,
    choose_classes,
    choose_grid,
    choose_stretch,
    find_region,
    input_hints,
)
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.palette import ClassInfo
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.blend import WindowJoiner, join_weights
from crossearth_engine.raster.journal import Journal, file_identity
from crossearth_engine.raster.normalize import normalize, pad_to_window
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.result import PRODUCTS, ClassMap, Outputs
from crossearth_engine.raster.scale import WorkingGrid
from crossearth_engine.raster.spill import RowFiles
from crossearth_engine.raster.stretch import Stretch
from crossearth_engine.raster.windows import Window, WindowGrid
from crossearth_engine.raster.writer import check_free_space, writing

# Batches read ahead of the network, and written behind it.
DEPTH = 2
# GDAL's block cache, whose default is a share of the machine's memory that a run would fill. It
# has to hold the strips behind a row of windows, or each window would decode the whole row anew.
MIN_CACHE_BYTES, MAX_CACHE_BYTES = 24 * 1024**2, 512 * 1024**2
# Groups of windows, at least, between two places where a run can go on after a crash.
GROUPS_PER_SECTION = 8
# How often a run notes how far it is, seconds; and how much rarer than that takes.
JOURNAL_INTERVAL_S, JOURNAL_SHARE = 10.0, 0.02
# A window of coarse network pixels may be huge in pixels of the raster: it is written in strips.
MAX_PIECE_PIXELS = 1_000_000

BackendLoader = Callable[[ModelInfo, str, "int | None", str], Backend]
# What of a window is wanted (H, W); what the network is given or returns, if anything is wanted.
Prepared = tuple[NDArray[np.bool_], "FloatArray | None"]


def segment(
    request: SegmentRequest, job: Job, load: BackendLoader = load_backend
) -> dict[str, Any]:
    """Segment a raster and return a summary of the run, ready for JSON.

    Writes the class raster, its sidecars ``.qml``, ``.tif.aux.xml`` and ``.json``, and the
    confidence raster if asked; all or nothing, unless a partial map is to be kept on cancel.

    Args:
        request: what to do.
        job: receives progress and log; stops the run when canceled.
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
        warnings = [*input_hints(request, reader), *_warnings(model, area, reader.grid)]
        for warning in warnings:
            job.log("warning", warning)
        pixels = int(region.width * region.height * reader.stored_share)
        check_free_space(_needed_bytes(request.outputs, pixels, len(classes)))
        sha256 = model.verify()
        backend = load(model, request.device, request.threads, request.precision)
        if request.tta or request.scales is not None:
            scales = request.scales or [1.0]
            backend = AveragingBackend(backend, tta=request.tta, scales=scales)
        backend.resume()
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
        seen = reader.grid.around(region)
        grid = WindowGrid.over(reader.grid.width, reader.grid.height, window_size, stride, seen)
        transform, target = reader.transform, reader.grid
        if request.grid == "model":
            region, transform = seen, transform @ target.to_source
            target = WorkingGrid(target.width, target.height, target.width, target.height)
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
            ClassMap(request.outputs, region, reader.crs, transform, classes, area) as class_map,
        ):
            journal = Journal(class_map.folder, _identity(origin, request, reader))
            run = _Run(
                model, places, backend, request, grid, target, region, class_map, journal, job
            )
            run.begin(started)
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
            # Who keeps what is finished does not lose it in the last step.
            check = _go_on if request.keep_partial else job.check
            if not request.keep_partial:
                job.on_cancel(class_map.interrupt)
            tags = _tags(origin, classes, is_partial=is_partial)
            class_map.complete(tags, check)
            smooth(class_map, request, area, tags, job, check)
            write_polygons(class_map, request, area, max(target.scale_xy), job, check)
            peak = peak_rss_mb()
            areas = class_map.areas()
            figures = {
                "partial": is_partial,
                "windows": len(grid),
                "skipped_windows": run.done - run.computed,
                "batch": run.batch,
                "inference_s": round(run.inference_s, 3),
                "wall_s": round(time.perf_counter() - run.started, 3),
                "peak_rss_mb": None if peak is None else round(peak, 1),
                "area_method": area.method,
                "class_area_m2": {item.info.name: item.area_m2 for item in areas},
                "warnings": warnings,
            }
            check()
            class_map.publish({**origin, **figures}, is_kept=is_partial)
    paths = {name: str(path) for name, path in request.outputs.named().items()}
    return {
        "output": str(request.outputs.classes),
        **{name: paths.get(name) for name in PRODUCTS},
        **origin,
        **figures,
        "bands": [vars(choice) for choice in reader.choices],
        "stretch": _limits(reader.stretch),
        "classes": [item.to_dict() for item in areas],
    }


class _Run:
    """Takes windows from the reader through the network into the map, and counts.

    Attributes:
        started: when the run began; earlier, by what an interrupted one took, if it goes on.
        done: windows that are behind it.
        computed: those that went through the network.
        inference_s: time spent inside it.
        batch: windows given to it at once, settled when the run begins; shrinks when memory does
            not suffice.
    """

    def __init__(
        self,
        model: ModelInfo,
        places: list[int],
        backend: Backend,
        request: SegmentRequest,
        grid: WindowGrid,
        target: WorkingGrid,
        region: Window,
        class_map: ClassMap,
        journal: Journal,
        job: Job,
    ) -> None:
        self._model = model
        self._backend = backend
        self._grid = grid
        # From pixels of the network to those of the map.
        self._target = target
        self._region = region
        self._class_map = class_map
        self._journal = journal
        self._job = job
        self._output = request.outputs.classes
        self._is_resumed = request.resume
        self._wanted_percent = {"confidence", "probabilities"} & set(request.outputs.named())
        # For each channel of the network, the place of its class in the map, and its value.
        self._places = places
        self._values = np.array([class_map.classes[place].value for place in places], np.uint8)
        self.batch = backend.fixed_batch or request.batch or 0
        self._channels = 1 if model.threshold is not None else len(model.classes)
        self._carry = RowFiles(class_map.folder, "sums", np.float32)
        self._first_row = 0
        self._next_note = time.monotonic() + JOURNAL_INTERVAL_S
        self.started = 0.0
        self.done = 0
        self.computed = 0
        self.inference_s = 0.0

    def begin(self, started: float) -> None:
        """Start anew, or go on where the same run has been interrupted if that is asked for.

        Args:
            started: when this process began with it, `time.perf_counter`.
        """
        self.started = started
        state = self._journal.read() if self._is_resumed else None
        if state is not None:
            try:
                self._class_map.go_on(state["map"])
                self._carry.restore(state["row"], state["sums"])
            except (OSError, ValueError, KeyError):
                state = None
        if state is None:
            if self._is_resumed and self._journal.exists:
                self._job.log(
                    "warning",
                    "What the interrupted run left belongs to other data, another model or other "
                    "options: the run starts anew.",
                )
            self._class_map.start()
            if not self.batch:
                size = self._grid.window_size
                self.batch = self._backend.batch_that_fits((len(self._model.bands), size, size))
            return
        self._first_row = state["row"]
        self.done = self._first_row * len(self._grid.cols)
        self.computed, self.batch = state["computed"], state["batch"]
        self.inference_s = state["inference_s"]
        self.started -= state["wall_s"]
        self._model = replace(self._model, scores=state["scores"])
        text = f"Going on after window {self.done} of {len(self._grid)}."
        self._job.log("info", text)

    def through(self, reader: RasterReader, weights: FloatArray) -> None:
        """Run every window; reader and writer work in threads of their own."""
        joiner = WindowJoiner(self._grid, weights, self._channels, self._carry, self._first_row)
        self._job.progress(self.done, len(self._grid))
        # A group of windows never reaches over the rows after which the journal may be written:
        # a run that goes on from there has the same groups.
        columns = len(self._grid.cols)
        section = columns * max(GROUPS_PER_SECTION * self.batch // columns, 1)
        with (
            contextlib.closing(self._carry),
            # Validity is read while results are written, in that thread, which needs its own file.
            reader.reopen() as masks,
            WriteBehind(DEPTH) as behind,
            ReadAhead(self._prepare(reader), DEPTH * self.batch) as windows,
        ):
            for group in _groups(windows, self.batch, section):
                inputs = [x for _, x in group if x is not None]
                scores = iter(self._infer(_stack(inputs)) if inputs else ())
                results: list[Prepared] = [
                    (wanted, None if x is None else next(scores)) for wanted, x in group
                ]
                behind.submit(partial(self._write, joiner, masks, results))
                self.done += len(group)
                self.computed += len(inputs)
                self._job.progress(self.done, len(self._grid))
                if self.done % section == 0:
                    behind.submit(partial(self._note, self.done, self.computed, self.inference_s))

    def _prepare(self, reader: RasterReader) -> Iterator[Prepared]:
        mean = np.array(self._model.mean, np.float32)
        std = np.array(self._model.std, np.float32)
        for window in self._grid.from_row(self._first_row):
            pixels, valid, wanted = reader.read_window(window)
            if wanted.any():
                x = normalize(pixels, valid, mean, std)
                yield wanted, pad_to_window(x, window.width)
            else:
                yield wanted, None

    def _infer(self, inputs: FloatArray) -> FloatArray:
        """Return scores (B, K, S, S) of windows (B, C, S, S)."""
        scores: list[FloatArray] = []
        start = 0
        while start < len(inputs):
            given = inputs[start : start + self.batch]
            if self._backend.fixed_batch:
                missing = self._backend.fixed_batch - len(given)
                given = np.pad(given, ((0, missing), (0, 0), (0, 0), (0, 0)))
            began = time.perf_counter()
            try:
                result = self._backend.run(given)
            except OutOfMemory:
                if self.batch == 1 or self._backend.fixed_batch:
                    raise
                self.batch //= 2
                self._job.log("warning", f"Not enough memory: {self.batch} windows at once now.")
                continue
            finally:
                self.inference_s += time.perf_counter() - began
            if self._model.scores == "unknown":
                self._model = replace(self._model, scores=kind_of_scores(result))
            scores.append(result[: len(inputs) - start])
            start += self.batch
        return scores[0] if len(scores) == 1 else np.concatenate(scores)

    def _write(self, joiner: WindowJoiner, masks: RasterReader, results: list[Prepared]) -> None:
        for wanted, scores in results:
            with writing(self._output):
                piece, mean_scores = joiner.add(scores)
            owned = self._target.owned(piece).intersection(self._region)
            if owned is None:
                continue
            if mean_scores is not None:
                self._write_piece(masks, piece, owned, wanted, mean_scores)
            self._class_map.settle(owned)

    def _write_piece(
        self,
        masks: RasterReader,
        piece: Window,
        owned: Window,
        wanted: NDArray[np.bool_],
        scores: FloatArray,
    ) -> None:
        """Classify a piece of the working grid and write it to the pixels of the map it owns."""
        grid = self._target
        for part in owned.strips(MAX_PIECE_PIXELS):
            if grid.is_source:
                top, left = part.row_off - piece.row_off, part.col_off - piece.col_off
                part_wanted = wanted[top : top + part.height, left : left + part.width]
            else:
                # Pixels of the network are not those of the raster, which tell what is wanted.
                part_wanted = masks.read_wanted(part)
            if part_wanted.any():
                final = grid.to_raster(scores, piece, part)
                chosen = choose_channels(final, self._model)
                percent = {
                    name: np.rint(100 * shares).astype(np.uint8)
                    for name, shares in self._shares(final, chosen).items()
                }
                self._class_map.write(part, part_wanted, self._values[chosen], percent)

    def _shares(self, scores: FloatArray, chosen: NDArray[np.uint8]) -> dict[str, FloatArray]:
        """Return the probabilities that are asked for."""
        is_merged = len(self._class_map.classes) < len(self._places)
        if self._wanted_percent == {"confidence"} and not is_merged:
            return {"confidence": confidence_of(scores, self._model)}
        if not self._wanted_percent:
            return {}
        places = np.array(self._places)
        shares = merge_probabilities(probabilities_of(scores, self._model), self._places)
        confidence = np.take_along_axis(shares, places[chosen][None], axis=0)[0]
        both = {"confidence": confidence, "probabilities": shares}
        return {name: both[name] for name in self._wanted_percent}

    def _note(self, done: int, computed: int, inference_s: float) -> None:
        """Write into the journal what is finished, at the end of a row, unless it just was."""
        began = time.monotonic()
        if began < self._next_note:
            return
        row = done // len(self._grid.cols)
        with writing(self._output):
            state = {
                "map": self._class_map.save(),
                "sums": self._carry.save(row),
                "row": row,
                "computed": computed,
                "batch": self.batch,
                "inference_s": inference_s,
                "wall_s": time.perf_counter() - self.started,
                "scores": self._model.scores,
            }
            self._journal.write(state)
        took = time.monotonic() - began
        self._next_note = began + max(JOURNAL_INTERVAL_S, took / JOURNAL_SHARE)


def _groups(windows: Iterator[Prepared], batch: int, section: int) -> Iterator[list[Prepared]]:
    """Yield windows in order, up to ``batch`` to compute at a time, with skipped ones between.

    A group ends after each ``section`` windows, too.
    """
    group: list[Prepared] = []
    to_compute = 0
    for count, item in enumerate(windows, 1):
        group.append(item)
        to_compute += item[1] is not None
        # A group of nothing but skipped windows ends too: there may be thousands in a row.
        if to_compute == batch or len(group) == 8 * batch or count % section == 0:
            yield group
            group, to_compute = [], 0
    if group:
        yield group


def _stack(inputs: list[FloatArray]) -> FloatArray:
    """Return windows (C, S, S) as a batch (B, C, S, S); a single one is not copied."""
    return inputs[0][None] if len(inputs) == 1 else np.stack(inputs)


def _go_on() -> None:
    """Do not stop, although the job is canceled."""


def _identity(
    origin: dict[str, Any], request: SegmentRequest, reader: RasterReader
) -> dict[str, Any]:
    """Return what the bytes of the result depend on."""
    files = [*reader.files, *request.mask_files]
    return {
        **origin,
        "files": [file_identity(path) for path in files],
        "outputs": {name: str(path) for name, path in request.outputs.named().items()},
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


def _needed_bytes(outputs: Outputs, pixels: int, classes: int) -> dict[Path, int]:
    """Return how much each output may take at most while it is made."""
    needed = {"classes": pixels, "confidence": pixels, "probabilities": classes * pixels}
    return {path: needed.get(name, 0) for name, path in outputs.named().items()}


def _describe_bands(reader: RasterReader) -> str:
    """Return which band stands for which, and why."""
    reasons = {"asked": "as asked", "order": "by order", "color": "by colour"}
    reasons |= {"name": "by name", "wavelength": "by wavelength"}
    meanings = [f"{choice.model_band} {reasons[choice.reason]}" for choice in reader.choices]
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
    own_gsd = max(area.gsd_xy_m or (0.0,))
    if own_gsd > high * (1 + GSD_TOLERANCE):
        return [
            f"A pixel of the raster measures {own_gsd:.3g} m; {model.name} was trained for {low:g} "
            f"to {high:g} m. The raster is enlarged to {gsd:g} m, and the map will be poorer."
        ]
    if low * (1 - GSD_TOLERANCE) <= gsd <= high * (1 + GSD_TOLERANCE):
        return []
    return [
        f"The network sees pixels of {gsd:g} m; {model.name} was trained for {low:g} to {high:g} m "
        "and may be unreliable here."
    ]
