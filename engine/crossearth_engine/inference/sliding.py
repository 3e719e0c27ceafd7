"""The sliding-window run: windows of a raster through the network into the map.

While the network computes, the next windows are read and the last ones are joined, classified and
written, each in a thread of its own. Memory is that of a few windows. A journal says how far the
run is, so that it can go on after a crash.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import OutOfMemory
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.classify import (
    choose_channels,
    kind_of_scores,
    shares_of,
)
from crossearth_engine.inference.frames import PieceFramer
from crossearth_engine.inference.join import WindowJoiner
from crossearth_engine.inference.pipeline import ReadAhead, WriteBehind
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.job import Job
from crossearth_engine.map.class_map import ClassMap
from crossearth_engine.map.journal import Journal
from crossearth_engine.map.spill import RowFiles
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.publishing import writing
from crossearth_engine.raster.normalize import normalize, pad_to_window
from crossearth_engine.raster.source import RasterReader
from crossearth_engine.raster.windows import Window, WindowGrid
from crossearth_engine.raster.working_grid import WorkingGrid
from crossearth_engine.shared.products import PRODUCTS

# Batches read ahead of the network, and written behind it.
DEPTH = 2
# Groups of windows, at least, between two places where a run can go on after a crash.
GROUPS_PER_SECTION = 8
# How often a run notes how far it is, seconds; and how much rarer than that takes.
JOURNAL_INTERVAL_S, JOURNAL_SHARE = 10.0, 0.02
# A window of coarse network pixels may be huge in pixels of the raster: it is written in strips.
MAX_PIECE_PIXELS = 1_000_000

# What of a window is wanted (H, W); what the network is given or returns, if anything is wanted.
Prepared = tuple[NDArray[np.bool_], "FloatArray | None"]


class SlidingRun:
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
        self._output = request.outputs["classes"]
        self._is_resumed = request.resume
        self._percent = [
            name
            for name, product in PRODUCTS.items()
            if product.is_raster and name in request.outputs
        ]
        # For each channel of the network, the place of its class in the map, and its value.
        self._places = places
        self._values = np.array([class_map.classes[place].value for place in places], np.uint8)
        self.batch = backend.fixed_batch or request.batch or 0
        self._channels = 1 if model.threshold is not None else len(model.classes)
        self._carry = RowFiles(class_map.folder, "sums", np.float32)
        self._edges = RowFiles(class_map.folder, "edges", np.float32)
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
                self._class_map.resume(state["map"])
                self._carry.resume(state["row"], state["sums"])
                self._edges.resume(state["row"], state["edges"])
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
        framer = PieceFramer(self._grid, self._edges, self._first_row)
        self._job.progress(self.done, len(self._grid))
        # A group of windows never reaches over the rows after which the journal may be written:
        # a run that goes on from there has the same groups.
        columns = len(self._grid.cols)
        section = columns * max(GROUPS_PER_SECTION * self.batch // columns, 1)
        with (
            contextlib.closing(self._carry),
            contextlib.closing(self._edges),
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
                behind.submit(partial(self._write, joiner, framer, masks, results))
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

    def _write(
        self,
        joiner: WindowJoiner,
        framer: PieceFramer,
        masks: RasterReader,
        results: list[Prepared],
    ) -> None:
        for wanted, scores in results:
            with writing(self._output):
                piece, mean_scores = joiner.add(scores)
                if self._target.is_source:
                    owned = piece.intersection(self._region)
                else:
                    # Nothing in a skipped window is wanted, whatever its neighbours know of it.
                    frame = framer.add(None if scores is None else mean_scores)
                    piece, mean_scores = frame.window, frame.scores
                    owned = self._target.owned_between(*frame.ground).intersection(self._region)
            if owned is None:
                continue
            if mean_scores is not None:
                self._write_piece(masks, piece, owned, wanted, mean_scores)
            self._class_map.flush(owned)

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
                shares = shares_of(self._percent, final, chosen, self._model, self._places)
                percent = {
                    name: np.rint(100 * share).astype(np.uint8) for name, share in shares.items()
                }
                self._class_map.write(part, part_wanted, self._values[chosen], percent)

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
                "edges": self._edges.save(row),
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
