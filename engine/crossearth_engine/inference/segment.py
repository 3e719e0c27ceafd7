"""The sliding-window run: a raster in, a class raster with its sidecars out.

Reads in time order: check the request, lay the windows, run them through the network while the next
are read and the last are written, then publish. Memory depends on window and raster width.
"""

from __future__ import annotations

import dataclasses
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray

from crossearth_engine import __version__
from crossearth_engine.device import cpu_name, peak_rss_mb
from crossearth_engine.errors import (
    InvalidRequest,
    NoIntersection,
    NoValidPixels,
    OutOfMemory,
    OutputIsInput,
)
from crossearth_engine.inference.backend import Backend, FloatArray, load_backend
from crossearth_engine.inference.pipeline import ReadAhead, WriteBehind
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import DEFAULT_ID, find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.blend import JOINS, WindowJoiner, join_weights
from crossearth_engine.raster.mask import PolygonMask
from crossearth_engine.raster.normalize import normalize, pad_to_window
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.sidecars import (
    ClassArea,
    rgb,
    write_aux_xml,
    write_qml,
    write_stac_item,
)
from crossearth_engine.raster.windows import Window, WindowGrid
from crossearth_engine.raster.writer import (
    NODATA,
    PartialOutput,
    RasterWriter,
    check_free_space,
    writing,
)

# Windows read ahead of the network and written behind it, in batches.
DEPTH = 2
CACHE_MB = 32
GPU_BATCH = 4

BackendLoader = Callable[[ModelInfo, str, "int | None"], Backend]


@dataclass(frozen=True)
class SegmentRequest:
    """What to segment, and how. None means: as the model says, or as the machine allows.

    Attributes:
        input, output: paths; the output is a GeoTIFF.
        model: id of an installed model, or path.
        bands: band of the raster, from 1, for each band of the model.
        window, overlap: pixels.
        join: ``taper`` or ``average``.
        extent: (xmin, ymin, xmax, ymax) in the raster's CRS.
        mask: GeoJSON file; only what lies in its polygons is classified.
        device: ``auto``, ``cpu``, ``cuda:0``, ….
        batch: windows given to the network at once.
        threads: for the network on a CPU.
        confidence: path of a second raster with the probability of the chosen class, in percent.
    """

    input: str
    output: str
    model: str = DEFAULT_ID
    bands: list[int] | None = None
    window: int | None = None
    overlap: int | None = None
    join: str = "taper"
    extent: tuple[float, float, float, float] | None = None
    mask: str | None = None
    device: str = "auto"
    batch: int | None = None
    threads: int | None = None
    confidence: str | None = None

    @classmethod
    def from_arguments(cls, arguments: dict[str, Any]) -> SegmentRequest:
        """Return the request in a message.

        Raises:
            InvalidRequest: if an argument is unknown, missing or of the wrong type.
        """
        try:
            request = cls(**arguments)
            if request.extent is not None:
                xmin, ymin, xmax, ymax = map(float, request.extent)
                request = dataclasses.replace(request, extent=(xmin, ymin, xmax, ymax))
            return request
        except (TypeError, ValueError) as error:
            raise InvalidRequest(reason=f"The request is not understood: {error}.") from error


def segment(
    request: SegmentRequest, job: Job, load: BackendLoader = load_backend
) -> dict[str, Any]:
    """Segment a raster and return a summary of the run, ready for JSON.

    Writes the class raster, its sidecars ``.qml``, ``.tif.aux.xml`` and ``.json``, and the
    confidence raster if asked; all or nothing.

    Args:
        request: what to do.
        job: receives progress and log; stops the run when canceled.
        load: how to load the network; a warm worker keeps it between runs.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong; see
            `crossearth_engine.errors`.
    """
    started = time.perf_counter()
    model = find_model(request.model)
    window_size = request.window if request.window is not None else model.window_size
    overlap = request.overlap if request.overlap is not None else min(model.overlap, window_size // 2)
    _check_numbers(request, window_size, overlap)
    output = Path(request.output).absolute()
    confidence = Path(request.confidence).absolute() if request.confidence else None
    _check_outputs(output, confidence)

    with (
        rasterio.Env(GDAL_CACHEMAX=CACHE_MB),
        RasterReader(request.input, model.bands, request.bands) as reader,
    ):
        _check_not_input([output, *([confidence] if confidence else [])], reader.files)
        region = _find_region(request, reader)
        area = PixelArea(reader.crs, reader.transform, reader.width, reader.height)
        warnings = _warnings(model, reader, area)
        for warning in warnings:
            job.log("warning", warning)
        # Scratch file and result exist together for a moment.
        check_free_space(output, 2 * region.width * region.height * (2 if confidence else 1))
        sha256 = model.verify()
        backend = load(model, request.device, request.threads)
        job.on_cancel(backend.interrupt)
        batch = backend.fixed_batch or request.batch or (1 if backend.device == "cpu" else GPU_BATCH)
        job.log(
            "info",
            f"{model.name} on {cpu_name() if backend.device == 'cpu' else backend.device}, "
            f"windows of {window_size} pixels, overlap {overlap}, bands "
            f"{', '.join(map(str, reader.bands))}.",
        )
        grid = WindowGrid.over(
            reader.width, reader.height, window_size, window_size - overlap, region
        )
        with PartialOutput(output) as partial:
            run = _Run(model, backend, batch, job, grid, region, area, started)
            with writing(output):
                run.open_writers(reader, partial.folder, with_confidence=confidence is not None)
            try:
                run.through(reader, join_weights(window_size, overlap, request.join))
                if run.computed == 0:
                    raise NoValidPixels(path=request.input)
                job.check()
                summary = {
                    "output": str(output),
                    "confidence": str(confidence) if confidence else None,
                    "input": Path(reader.path).name,
                    "engine_version": __version__,
                    "model": {"id": model.id, "name": model.name, "sha256": sha256},
                    "parameters": {
                        "bands": reader.bands,
                        "window": window_size,
                        "overlap": overlap,
                        "join": request.join,
                        "extent": request.extent,
                        "mask": Path(request.mask).name if request.mask else None,
                    },
                    **run.summary(),
                    "warnings": warnings,
                }
                with writing(output):
                    moves = run.finish(partial.folder, output, confidence, summary)
            finally:
                run.close_writers()
            job.check()
            partial.publish(moves)
    return summary


class _Run:
    """The state of one run: what is open, and what has been counted."""

    def __init__(
        self,
        model: ModelInfo,
        backend: Backend,
        batch: int,
        job: Job,
        grid: WindowGrid,
        region: Window,
        area: PixelArea,
        started: float,
    ) -> None:
        self.model = model
        self.backend = backend
        self.batch = batch
        self.job = job
        self.grid = grid
        self.region = region
        self.area = area
        self.started = started
        self.inference_s = 0.0
        self.computed = 0
        self.skipped = 0
        self.pixels = np.zeros(256, np.int64)
        self.area_m2 = np.zeros(256)
        self._values = np.array([item.value for item in model.classes], np.uint8)
        self._writers: list[RasterWriter] = []

    def open_writers(self, reader: RasterReader, folder: Path, *, with_confidence: bool) -> None:
        region = self.region
        self._transform = reader.transform * rasterio.Affine.translation(
            region.col_off, region.row_off
        )
        self._crs = reader.crs
        shape = (region.width, region.height, reader.crs, self._transform)
        colors = {item.value: (*rgb(item.color), 255) for item in self.model.classes}
        self._writers.append(RasterWriter(folder / "classes.tif", *shape, colormap=colors))
        if with_confidence:
            self._writers.append(RasterWriter(folder / "confidence.tif", *shape))

    def close_writers(self) -> None:
        for writer in self._writers:
            writer.close()

    def through(self, reader: RasterReader, weights: FloatArray) -> None:
        """Take every window through reading, network, joining and writing."""
        channels = 1 if self.model.threshold is not None else len(self.model.classes)
        joiner = WindowJoiner(self.grid, weights, channels)
        done = 0
        self.job.progress(0, len(self.grid))
        with (
            WriteBehind(DEPTH) as behind,
            ReadAhead(self._read(reader), DEPTH * self.batch) as windows,
        ):
            for group in _groups(windows, self.batch):
                inputs = [x for _, x in group if x is not None]
                scores = iter(self._infer(np.stack(inputs)) if inputs else ())
                results = [(valid, None if x is None else next(scores)) for valid, x in group]
                behind.submit(lambda results=results: self._join(joiner, results))  # type: ignore[misc]
                done += len(group)
                self.computed += len(inputs)
                self.skipped += len(group) - len(inputs)
                self.job.progress(done, len(self.grid))

    def _read(self, reader: RasterReader) -> Iterator[tuple[NDArray[np.bool_], FloatArray | None]]:
        mean = np.array(self.model.mean, np.float32)
        std = np.array(self.model.std, np.float32)
        for window in self.grid:
            pixels, valid = reader.read_window(window)
            x = None
            if valid.any():
                x = normalize(pixels, valid, mean, std)
                if x.shape[1:] != (window.height, window.width):
                    x = pad_to_window(x, window.width)
            yield valid, x

    def _infer(self, inputs: FloatArray) -> FloatArray:
        """Return the scores of some windows, in smaller batches if memory does not suffice."""
        scores = []
        start = 0
        while start < len(inputs):
            part = inputs[start : start + self.batch]
            missing = (self.backend.fixed_batch or 0) - len(part)
            if missing > 0:
                part = np.pad(part, ((0, missing), (0, 0), (0, 0), (0, 0)))
            began = time.perf_counter()
            try:
                result = self.backend.run(part)
            except OutOfMemory:
                if self.batch == 1 or self.backend.fixed_batch:
                    raise
                self.batch //= 2
                self.job.log("warning", f"Not enough memory: {self.batch} windows at once now.")
                continue
            finally:
                self.inference_s += time.perf_counter() - began
            scores.append(result[: len(inputs) - start])
            start += self.batch
        return scores[0] if len(scores) == 1 else np.concatenate(scores)

    def _join(
        self,
        joiner: WindowJoiner,
        results: list[tuple[NDArray[np.bool_], FloatArray | None]],
    ) -> None:
        for valid, scores in results:
            piece, mean_scores = joiner.add(scores)
            inside = piece.intersection(self.region)
            if inside is None or mean_scores is None:
                continue
            rows = slice(inside.row_off - piece.row_off, None)
            cols = slice(inside.col_off - piece.col_off, None)
            rows = slice(rows.start, rows.start + inside.height)
            cols = slice(cols.start, cols.start + inside.width)
            self._write(inside, valid[rows, cols], mean_scores[:, rows, cols])

    def _write(self, window: Window, valid: NDArray[np.bool_], scores: FloatArray) -> None:
        if not valid.any():
            return
        channel, confidence = classify(scores, self.model)
        classes = np.where(valid, self._values[channel], np.uint8(NODATA))
        counts = np.bincount(classes.ravel(), minlength=256)
        self.pixels += counts
        self.area_m2 += counts * self.area.mean_m2(window)
        place = Window(
            window.col_off - self.region.col_off,
            window.row_off - self.region.row_off,
            window.width,
            window.height,
        )
        with writing(self._writers[0].path.parent):
            self._writers[0].write(classes, place)
            for writer in self._writers[1:]:
                percent = np.rint(confidence() * 100).astype(np.uint8)
                writer.write(np.where(valid, percent, np.uint8(NODATA)), place)

    def areas(self) -> list[ClassArea]:
        """Return pixels and area of each class of the model, in its order."""
        has_area = self.area.method is not None
        share = self.area_m2 if has_area else self.pixels
        total = sum(share[item.value] for item in self.model.classes)
        return [
            ClassArea(
                info=item,
                pixels=int(self.pixels[item.value]),
                area_m2=float(self.area_m2[item.value]) if has_area else None,
                percent=float(100 * share[item.value] / total) if total else 0.0,
            )
            for item in self.model.classes
        ]

    def summary(self) -> dict[str, Any]:
        areas = self.areas()
        return {
            "windows": len(self.grid),
            "skipped_windows": self.skipped,
            "batch": self.batch,
            "device": self.backend.device,
            "precision": self.backend.precision,
            "area_method": self.area.method,
            "class_area_m2": {area.info.name: area.area_m2 for area in areas},
            "classes": [area.to_dict() for area in areas],
        }

    def finish(
        self, folder: Path, output: Path, confidence: Path | None, summary: dict[str, Any]
    ) -> list[tuple[Path, Path]]:
        """Complete all files in ``folder``; return what is to be moved where, the raster last.

        Adds the figures that are known only now to ``summary``.
        """
        # Tags say how the pixels came to be and nothing of the day: equal runs, equal bytes.
        tags = {
            "TIFFTAG_SOFTWARE": f"crossearth-engine {__version__}",
            "CROSSEARTH_INPUT": summary["input"],
            "CROSSEARTH_MODEL": self.model.id,
            "CROSSEARTH_MODEL_SHA256": summary["model"]["sha256"],
            "CROSSEARTH_CLASSES": ", ".join(f"{c.value}={c.name}" for c in self.model.classes),
            **{
                f"CROSSEARTH_{name.upper()}": str(value)
                for name, value in summary["parameters"].items()
                if value is not None
            },
            "CROSSEARTH_DEVICE": self.backend.device,
            "CROSSEARTH_PRECISION": self.backend.precision,
        }
        moves = []
        raster = folder / "classes-final.tif"
        self._writers[0].finish(raster, tags, "class")
        if confidence is not None:
            final = folder / "confidence-final.tif"
            self._writers[1].finish(final, tags, "confidence in percent")
            moves.append((final, confidence))
        areas = self.areas()
        style, auxiliary, item = folder / "style.qml", folder / "aux.xml", folder / "item.json"
        write_qml(style, self.model.classes)
        write_aux_xml(auxiliary, areas)
        peak = peak_rss_mb()
        summary["inference_s"] = round(self.inference_s, 3)
        summary["wall_s"] = round(time.perf_counter() - self.started, 3)
        summary["peak_rss_mb"] = None if peak is None else round(peak, 1)
        shape_yx = (self.region.height, self.region.width)
        write_stac_item(item, output, self._crs, self._transform, shape_yx, areas, summary)
        return [
            *moves,
            (style, output.with_suffix(".qml")),
            (auxiliary, output.with_name(output.name + ".aux.xml")),
            (item, output.with_suffix(".json")),
            (raster, output),
        ]


def classify(
    scores: FloatArray, model: ModelInfo
) -> tuple[NDArray[np.intp], Callable[[], FloatArray]]:
    """Return the chosen class per pixel and, on demand, how sure the network is of it.

    Args:
        scores: mean class scores (K, H, W) float32, K the network's channels.
        model: says what the scores are.

    Returns:
        Index into the model's classes (H, W), the first of equal scores; and a function that
        returns the probability of that class (H, W) float32: softmax of logits, else the share of
        the score in the sum over classes.
    """
    if model.threshold is not None:
        probability = scores[0]
        is_second = probability > model.threshold
        return is_second.astype(np.intp), lambda: np.where(is_second, probability, 1 - probability)
    best = scores.max(axis=0)

    def confidence() -> FloatArray:
        if model.scores == "logits":
            result: FloatArray = 1 / np.exp(scores - best).sum(axis=0)
        else:
            total = scores.sum(axis=0)
            result = np.clip(best / np.where(total > 0, total, 1), 0, 1)
        return result

    return scores.argmax(axis=0), confidence


def _groups(
    windows: Iterator[tuple[NDArray[np.bool_], FloatArray | None]], batch: int
) -> Iterator[list[tuple[NDArray[np.bool_], FloatArray | None]]]:
    """Yield runs of windows with up to ``batch`` to compute, in order, skipped ones between."""
    group: list[tuple[NDArray[np.bool_], FloatArray | None]] = []
    to_compute = 0
    for item in windows:
        group.append(item)
        to_compute += item[1] is not None
        if to_compute == batch or len(group) >= 8 * batch:
            yield group
            group, to_compute = [], 0
    if group:
        yield group


def _find_region(request: SegmentRequest, reader: RasterReader) -> Window:
    """Return the part of the raster to write, and give the reader its polygons."""
    region: Window | None = Window(0, 0, reader.width, reader.height)
    if request.extent is not None:
        region = _to_window(request.extent, reader).intersection(region)  # type: ignore[arg-type]
        if region is None:
            raise NoIntersection(area="extent", path=request.input)
    if request.mask is not None:
        reader.mask = PolygonMask.read(request.mask, reader.crs, reader.transform)
        region = _to_window(reader.mask.bounds, reader).intersection(region)  # type: ignore[arg-type]
        if region is None:
            raise NoIntersection(area="area of the polygons", path=request.input)
    return region  # type: ignore[return-value]


def _to_window(bounds: tuple[float, float, float, float], reader: RasterReader) -> Window:
    """Return the pixels that ``bounds`` touch, also on a rotated grid."""
    left, bottom, right, top = bounds
    inverse = ~reader.transform
    corners = [inverse * (x, y) for x in (left, right) for y in (bottom, top)]
    cols, rows = zip(*corners, strict=True)
    # An edge that lies on a pixel's edge, but for rounding, does not touch the next pixel.
    tolerance = 1e-6
    col_off, row_off = (math.floor(min(axis) + tolerance) for axis in (cols, rows))
    col_end, row_end = (math.ceil(max(axis) - tolerance) for axis in (cols, rows))
    return Window(col_off, row_off, max(col_end - col_off, 1), max(row_end - row_off, 1))


def _check_numbers(request: SegmentRequest, window_size: int, overlap: int) -> None:
    if window_size < 1:
        raise InvalidRequest(reason=f"The window must be at least 1 pixel, not {window_size}.")
    if not 0 <= overlap < window_size:
        reason = f"The overlap ({overlap}) must be 0 or more and smaller than the window ({window_size})."
        raise InvalidRequest(reason=reason)
    if request.join not in JOINS:
        reason = f"The join must be one of {', '.join(JOINS)}, not {request.join}."
        raise InvalidRequest(reason=reason)
    for name, value in (("batch", request.batch), ("number of threads", request.threads)):
        if value is not None and value < 1:
            raise InvalidRequest(reason=f"The {name} must be at least 1, not {value}.")
    if request.extent is not None:
        xmin, ymin, xmax, ymax = request.extent
        if not (xmin < xmax and ymin < ymax and all(map(math.isfinite, request.extent))):
            reason = "The extent is empty: it needs xmin < xmax and ymin < ymax."
            raise InvalidRequest(reason=reason)


def _check_outputs(output: Path, confidence: Path | None) -> None:
    for path in (output, confidence):
        if path is not None and path.suffix.lower() not in (".tif", ".tiff"):
            raise InvalidRequest(reason=f"The output {path} must be a GeoTIFF (.tif).")
    if confidence == output:
        raise InvalidRequest(reason="Class raster and confidence raster need different names.")


def _check_not_input(outputs: list[Path], files: tuple[str, ...]) -> None:
    for output in outputs:
        if any(Path(name).exists() and output.exists() and output.samefile(name) for name in files):
            raise OutputIsInput(path=str(output))


def _warnings(model: ModelInfo, reader: RasterReader, area: PixelArea) -> list[str]:
    warnings = []
    if reader.crs is None:
        warnings.append("The raster has no CRS: areas are given in pixels only.")
    if area.mean_gsd_m is not None and model.gsd_range_m is not None:
        low, high = model.gsd_range_m
        if not low * 0.99 <= area.mean_gsd_m <= high * 1.01:
            warnings.append(
                f"A pixel measures {area.mean_gsd_m:.3g} m; {model.name} was trained for "
                f"{low:g} to {high:g} m and may be unreliable here."
            )
    return warnings
