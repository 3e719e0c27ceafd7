"""The sliding-window run: windows of a raster through the network into the map.

While the network computes, in as many threads as it has lanes, the next windows are read and the
last ones are joined, classified and written, each in a thread of its own and in the windows' order.
Memory is that of a few windows. A journal says how far the run is, so that it can go on after a
crash.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.devices.processor import resident_mb, usable_cores
from crossearth_engine.errors import JobCanceled, NoValidPixels, OutOfMemory
from crossearth_engine.inference.backend import Backend, lighter_options
from crossearth_engine.inference.classify import (
    as_numbers,
    choose_channels,
    kind_of_scores,
    shares_of,
)
from crossearth_engine.inference.frames import PieceFramer
from crossearth_engine.inference.join import WindowJoiner, join_weights
from crossearth_engine.inference.lanes import (
    AHEAD,
    DEPTH,
    lanes_that_fit,
    room_for_inputs,
    room_for_scores,
)
from crossearth_engine.inference.pipeline import ReadAhead, Turns, WriteBehind
from crossearth_engine.inference.plan import RunPlan
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.map.growing_map import GrowingMap
from crossearth_engine.map.journal import Journal
from crossearth_engine.map.spill import RowFiles
from crossearth_engine.publishing import writing
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.model_item import Scores
from crossearth_engine.shared.products import CLASSES, PRODUCTS, UNFAMILIARITY
from crossearth_engine.side_by_side import SideBySide

# Groups of windows, at least, between two places where a run can go on after a crash.
GROUPS_PER_SECTION = 8
# How often a run notes how far it is, seconds; and how much rarer than that takes.
JOURNAL_INTERVAL_S, JOURNAL_SHARE = 10.0, 0.02
# A window of coarse network pixels may be huge in pixels of the raster, and have many classes: it
# is classified in strips of so many scores.
MAX_STRIP_SCORES = 5_000_000

# What of a window is wanted (H, W); what the network is given or returns, if anything is wanted.
Prepared = tuple[NDArray[np.bool_], "FloatArray | None"]


class SlidingRun:
    """Takes windows from the reader through the network into the map, and counts.

    Attributes:
        started: when the run began; earlier, by what an interrupted one took, if it goes on.
        done: windows that are behind it, of the rows that it is to tell of.
        computed: those of them that went through the network.
        halo: others that did, for what they know of these rows.
        inference_s: time spent inside it, as much as each of its lanes has been busy on average.
        batch: windows given to it at once; shrinks when memory does not suffice.
        group: windows that are computed together, settled when the run starts: it stays, also when
            the run goes on after an interruption, and is given to the network in batches.
        is_partial: whether it was canceled, and what is done is a map all the same.
        findings: what showed while it ran and may make the map wrong.
    """

    def __init__(
        self,
        plan: RunPlan,
        backend: Backend,
        class_map: GrowingMap,
        journal: Journal,
        inputs: Inputs,
        job: Job,
        rows: range | None = None,
    ) -> None:
        """Get ready.

        Args:
            plan: what is to be done.
            backend: the network.
            class_map: gets what the windows tell; of all rows, or of the `RunPlan.band` of some.
            journal: of this run.
            inputs: files that are read.
            job: is told, and stops the run.
            rows: of windows, at least one; None: all. The pixels that they tell of get the same
                bytes, whichever other rows a run has.
        """
        self._rows = range(len(plan.windows.rows)) if rows is None else rows
        self._is_part = rows is not None
        self._plan = plan
        self._model = plan.model
        self._backend = backend
        self._class_map = class_map
        self._journal = journal
        self._inputs = inputs
        self._job = job
        outputs = plan.request.outputs
        self._output = outputs[CLASSES.name]
        asked = [name for name, product in PRODUCTS.items() if product.is_raster]
        self._percent = [name for name in asked if name in outputs and name != UNFAMILIARITY]
        # One channel more of the network, joined as the others are.
        self._tells_unfamiliarity = UNFAMILIARITY in outputs
        # The value in the map of each channel of the network.
        self._values = np.array([plan.classes[place].value for place in plan.places], np.uint8)
        self._carry = RowFiles(class_map.folder, "sums", np.float32)
        self._beside = RowFiles(class_map.folder, "beside", np.float32)
        self._edges = RowFiles(class_map.folder, "edges", np.float32)
        # Where windows are read from, and from where on they are computed.
        self._first_row = self._needed_row = self._rows.start
        self._fallbacks_told = 0
        self._next_note = time.monotonic() + JOURNAL_INTERVAL_S
        self.batch = backend.fixed_batch or plan.request.batch or 0
        self.group = self.batch
        self.started = 0.0
        self.done = 0
        self.computed = 0
        self.halo = 0
        self.inference_s = 0.0
        # Two at first; what they take tells how many more there may be.
        self._resident_mb = resident_mb() if backend.lanes > 2 else None
        self._lanes = Turns(backend.lanes if self._resident_mb is None else 2)
        self._shrinking = threading.Lock()
        # Threads that join and classify a window.
        self._threads = 1
        self.is_partial = False
        self.findings: list[Finding] = []

    def start(self, started: float) -> None:
        """Start anew, or go on where the same run has been interrupted if that is asked for.

        Args:
            started: when this process began with it, `time.perf_counter`.
        """
        self.started = started
        self._tell_fallbacks()
        if self._plan.request.resume and self._journal.exists:
            try:
                if self._resume():
                    return
                finding = Finding("resume-of-another-run")
            except (OSError, ValueError):
                finding = Finding("resume-damaged")
            self._carry.close()
            self._edges.close()
            self._job.warn(finding)
        elif self._plan.request.resume and self._class_map.has_leftovers:
            self._job.log("info", "The interrupted run has noted nothing: the run starts anew.")
        self._class_map.start()
        if not self.batch:
            size = self._plan.window_size
            self.batch = self._backend.batch_that_fits((len(self._model.bands), size, size))
        self.group = self.batch
        if self._rows.start:
            self._needed_row = self._plan.first_row_for(self._rows.start)
            # What is computed together is the same as if the run had begun at the top.
            unit = rows_together(self._plan, self.group) if self.group > 1 else 1
            self._first_row = self._needed_row // unit * unit

    def _resume(self) -> bool:
        """Go on where the journal ends; False if it is not of this run.

        Raises:
            OSError, ValueError: if what it speaks of is not there any more, or not what it was.
        """
        state = self._journal.read()
        if state is None:
            return False
        self._class_map.resume(state["map"])
        self._carry.resume(state["row"], state["sums"])
        self._edges.resume(state["row"], state["edges"])
        windows = self._plan.windows
        self._first_row = self._needed_row = state["row"]
        self.done = (self._first_row - self._rows.start) * len(windows.cols)
        self.computed, self.batch, self.group = state["computed"], state["batch"], state["group"]
        self.halo = state["halo"]
        self.inference_s = state["inference_s"]
        self.started -= state["wall_s"]
        self._model = replace(self._model, scores=state["scores"])
        total = len(self._rows) * len(windows.cols)
        self._job.log("info", f"Going on after window {self.done} of {total}.")
        return True

    def run(self, source: RasterSource) -> None:
        """Run every window; reader and writer work in threads of their own.

        A run that is canceled ends well with what it has, if that is to be kept and if it has any.

        Raises:
            NoValidPixels: if there was no window worth computing, in a run of all rows.
        """
        try:
            self._run_windows(source)
        except JobCanceled:
            if not self._plan.request.keep_partial or self._class_map.is_empty:
                raise
            self.is_partial = True
        except MemoryError as error:
            if isinstance(error, OutOfMemory):
                raise
            size = self._plan.window_size
            options = lighter_options(size, (), "cpu")
            raise OutOfMemory(device="cpu", window=size, options=options) from error
        self._inputs.check()
        if self.computed == 0 and not self._is_part:
            raise NoValidPixels(path=self._plan.request.input)

    def keep(self) -> None:
        """Note that all rows are done, for whoever joins them with those of other runs."""
        self._class_map.flush(self._class_map.region)
        self._write_note(self._rows.stop, self.computed, self.inference_s)

    def _run_windows(self, source: RasterSource) -> None:
        windows, join = self._plan.windows, self._plan.request.join
        weights = join_weights(windows.window_size, self._plan.overlap, join)
        channels, depth = self._plan.channels, DEPTH
        lanes, columns = self._backend.lanes, len(windows.cols)
        ahead = max(AHEAD, lanes) * self.group
        if self._backend.device == "cpu":  # a card would have to wait
            _, depth = room_for_scores(channels, windows.window_size)
            _, most_ahead = room_for_inputs(len(self._plan.bands), self._plan.window_size)
            ahead = min(ahead, most_ahead)
        # Where the next window waits for this one, the processor has nothing else to do.
        self._threads = 1 if depth else self._plan.request.threads or usable_cores()
        # Many classes of a window leave no room for those of the one before.
        beside = None if depth else self._beside
        joiner = WindowJoiner(
            windows, weights, channels, self._carry, self._first_row, self._threads, beside
        )
        framer = PieceFramer(windows, self._edges, self._first_row)
        reader = RasterReader(source, self._plan.view)
        # A group of windows never reaches over the rows after which the journal may be written:
        # a run that goes on from there has the same groups.
        section = columns * rows_together(self._plan, self.group)
        # Windows are counted from the top of the raster, whichever rows these are.
        own, stop = self._rows.start * columns, self._rows.stop * columns
        needed, position = self._needed_row * columns, self._first_row * columns
        begin = min(needed, own)
        self._job.progress(max(position - begin, 0), stop - begin)
        with (
            contextlib.closing(self._carry),
            contextlib.closing(self._beside),
            contextlib.closing(self._edges),
            # Validity is read while results are written, in that thread, which needs its own file.
            source.reopen() as twin,
            WriteBehind(depth) as behind,
            ReadAhead(
                islice(_prepare(self._plan, reader, self._first_row), stop - position),
                ahead,
            ) as prepared,
            SideBySide(
                self._infer,
                _groups(prepared, self.group, section, position, needed),
                lanes,
                "network",
            ) as inferred,
        ):
            masks = RasterReader(twin, self._plan.view)
            for group, (scores, took_s) in inferred:
                self._tell_fallbacks()
                if scores is not None:
                    self._learn(scores)
                following = iter(() if scores is None else scores)
                results: list[Prepared] = [
                    (wanted, None if x is None else next(following)) for wanted, x in group
                ]
                behind.submit(partial(self._write, joiner, framer, masks, results))
                # Written or not, they are not to be kept from here on.
                del scores, following, results
                above = min(max(own - position, 0), len(group))
                position += len(group)
                self.done += len(group) - above
                self.halo += sum(x is not None for _, x in group[:above])
                self.computed += sum(x is not None for _, x in group[above:])
                self.inference_s += took_s / self._lanes.most
                self._job.progress(max(position - begin, 0), stop - begin)
                if position % section == 0 and position >= own:
                    row = position // columns
                    behind.submit(partial(self._note, row, self.computed, self.inference_s))

    def _infer(self, group: list[Prepared]) -> tuple[FloatArray | None, float]:
        """Return scores (B, K, S, S) of what is wanted of a group, and how long that took, s.

        Without the halo; None if nothing is wanted. Called from several threads at once.
        """
        inputs = [x for _, x in group if x is not None]
        scores: list[FloatArray] = []
        start, took_s = 0, 0.0
        given = _stack(inputs) if inputs else None
        while given is not None and start < len(given):
            size = self.batch
            batch = given[start : start + size]
            if self._backend.fixed_batch:
                missing = self._backend.fixed_batch - len(batch)
                batch = np.pad(batch, ((0, missing), (0, 0), (0, 0), (0, 0)))
            with self._lanes:
                lanes, began = self._lanes.most, time.perf_counter()
                try:
                    result = self._backend.run(batch, with_unfamiliarity=self._tells_unfamiliarity)
                except MemoryError as error:  # of a network, or of what is computed around it
                    self._do_with_less(error, lanes, size, given.shape[-1])
                    continue
                finally:
                    took_s += time.perf_counter() - began
            scores.append(result[: len(given) - start])
            start += size
        if not scores:
            return None, took_s
        return scores[0] if len(scores) == 1 else np.concatenate(scores), took_s

    def _do_with_less(self, error: MemoryError, lanes: int, batch: int, window: int) -> None:
        """Give the network less at once than it had no memory for.

        Args:
            error: that it raised.
            lanes: that may have been in work then.
            batch: windows that it was given at once.
            window: their edge, pixels.

        Raises:
            OutOfMemory: if it cannot do with less.
        """
        with self._shrinking:
            self._resident_mb = None  # there is nothing more to learn from
            if lanes > 1:
                if self._lanes.most > 1:
                    self._lanes.allow(1)
                    self._job.warn(Finding("windows-one-by-one"))
            elif batch > 1 and not self._backend.fixed_batch:
                self.batch = batch // 2
                self._job.warn(Finding("windows-at-once", {"count": str(self.batch)}))
            elif isinstance(error, OutOfMemory):
                raise error
            else:
                options = lighter_options(window, (), "cpu")
                raise OutOfMemory(device="cpu", window=window, options=options) from error

    def _learn(self, scores: FloatArray) -> None:
        """Learn of the first scores (B, K, S, S) what kind they are, and what memory they took."""
        with self._shrinking:
            if self._resident_mb is not None:
                grown_mb = (resident_mb() or 0.0) - self._resident_mb
                self._resident_mb = None
                in_work, lanes = self._lanes.most, self._backend.lanes
                self._lanes.allow(lanes_that_fit(lanes, in_work, grown_mb))
        if self._model.scores == "unknown":
            kind, doubt = kind_of_scores(self._split(scores, axis=1)[0])
            self._model = replace(self._model, scores=kind)
            self._tell(doubt)

    def _tell(self, doubt: Finding | None) -> None:
        """Tell what is doubtful about scores; of several only where more than classes is made."""
        if doubt and (self._percent or self._model.threshold is not None):
            self._job.warn(doubt)
            self.findings.append(doubt)

    def _tell_fallbacks(self) -> None:
        """Log what the network could not be run on or in, unless that was told."""
        for text in self._backend.fallbacks[self._fallbacks_told :]:
            self._job.log("warning", text)
        self._fallbacks_told = len(self._backend.fallbacks)

    def _write(
        self,
        joiner: WindowJoiner,
        framer: PieceFramer,
        masks: RasterReader,
        results: list[Prepared],
    ) -> None:
        target, region = self._plan.target, self._class_map.region
        for wanted, scores in results:
            with writing(self._output):
                piece, mean_scores = joiner.add(scores)
                if target.is_source:
                    owned = piece.intersection(region)
                else:
                    # Nothing in a skipped window is wanted, whatever its neighbours know of it.
                    frame = framer.add(None if scores is None else mean_scores)
                    piece, mean_scores = frame.window, frame.scores
                    owned = target.owned_between(*frame.ground).intersection(region)
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
        """Write what a piece of the working grid tells to the pixels of the map it owns."""
        grid = self._plan.target
        strips = self._wanted_strips(masks, piece, owned, wanted, len(scores))

        def told(
            strip: tuple[Window, NDArray[np.bool_]],
        ) -> tuple[NDArray[Any], dict[str, NDArray[np.uint8]]]:
            return self._told(grid.to_raster(scores, piece, strip[0]))

        with SideBySide(told, strips, self._threads) as found:
            for (strip, strip_wanted), (values, percent) in found:
                self._class_map.write(strip, strip_wanted, values, percent)

    def _wanted_strips(
        self,
        masks: RasterReader,
        piece: Window,
        owned: Window,
        wanted: NDArray[np.bool_],
        channels: int,
    ) -> Iterator[tuple[Window, NDArray[np.bool_]]]:
        """Yield parts of the map that a piece owns, and which pixels of them are wanted, if any."""
        for strip in owned.strips(max(MAX_STRIP_SCORES // channels, 1)):
            if self._plan.target.is_source:
                top, left = strip.row_off - piece.row_off, strip.col_off - piece.col_off
                strip_wanted = wanted[top : top + strip.height, left : left + strip.width]
            else:
                # Pixels of the network are not those of the raster, which tell what is wanted.
                strip_wanted = masks.read_wanted(strip)
            if strip_wanted.any():
                yield strip, strip_wanted

    def _told(self, channels: FloatArray) -> tuple[NDArray[Any], dict[str, NDArray[np.uint8]]]:
        """Return the map (H, W), and percent of the other rasters, of channels (K, H, W)."""
        scores, unlike = self._split(channels)
        values: NDArray[Any]
        shares: dict[str, FloatArray] = {}
        if self._plan.quantity is not None:
            values = as_numbers(scores[0])
        else:
            chosen = choose_channels(scores, self._model)
            values = self._values[chosen]
            shares = shares_of(self._percent, scores, chosen, self._model, self._plan.places)
        if self._tells_unfamiliarity:
            shares[UNFAMILIARITY] = unlike[0]
        percent = {name: np.rint(100 * share).astype(np.uint8) for name, share in shares.items()}
        return values, percent

    def _split(self, channels: FloatArray, axis: int = 0) -> tuple[FloatArray, FloatArray]:
        """Return the scores of classes, and what is told beside them."""
        count = channels.shape[axis] - self._tells_unfamiliarity
        scores, beside = np.split(channels, [count], axis=axis)
        return scores, beside

    def _note(self, row: int, computed: int, inference_s: float) -> None:
        """Write into the journal that the rows above one are finished, unless it just was."""
        began = time.monotonic()
        if began < self._next_note:
            return
        self._inputs.check_files()  # a server is asked at the end alone
        self._write_note(row, computed, inference_s)
        took = time.monotonic() - began
        self._next_note = began + max(JOURNAL_INTERVAL_S, took / JOURNAL_SHARE)

    def _write_note(self, row: int, computed: int, inference_s: float) -> None:
        with writing(self._output):
            state = {
                "map": self._class_map.save(),
                "sums": self._carry.save(row),
                "edges": self._edges.save(row),
                "row": row,
                "computed": computed,
                "halo": self.halo,
                "batch": self.batch,
                "group": self.group,
                "inference_s": inference_s,
                "wall_s": time.perf_counter() - self.started,
                "scores": self._model.scores,
                "peak_gpu_mb": self._backend.peak_gpu_mb(),
                "computer": socket.gethostname(),
                "device": self._backend.device,
                "device_name": self._backend.hardware["device_name"],
            }
            self._journal.write(state)


def first_scores(
    plan: RunPlan, backend: Backend, source: RasterSource, group: int
) -> tuple[Scores, Finding | None]:
    """Return of which kind a network's scores are, by those that a run would be given first.

    Args:
        plan: of the run.
        backend: the network.
        source: the raster.
        group: windows that are computed together.

    Returns:
        As `kind_of_scores`; ``unknown`` where there is no window worth computing.
    """
    section = len(plan.windows.cols) * rows_together(plan, group)
    windows = _prepare(plan, RasterReader(source, plan.view))
    for found in _groups(windows, group, section):
        inputs = [x for _, x in found if x is not None]
        if inputs:
            missing = (backend.fixed_batch or len(inputs)) - len(inputs)
            batch = np.pad(_stack(inputs), ((0, missing), (0, 0), (0, 0), (0, 0)))
            scores = backend.run(batch)[: len(inputs)]
            return kind_of_scores(scores)
    return "unknown", None


def rows_together(plan: RunPlan, group: int) -> int:
    """Return after how many rows of windows no group of windows reaches over from one to the next.

    Args:
        plan: of the run.
        group: windows that are computed together.
    """
    return max(GROUPS_PER_SECTION * group // len(plan.windows.cols), 1)


def _prepare(plan: RunPlan, reader: RasterReader, first_row: int = 0) -> Iterator[Prepared]:
    """Yield the windows of a plan from a row of them on, read and ready for the network."""
    mean, std = np.array(plan.model.mean, np.float32), np.array(plan.model.std, np.float32)
    halo, size = plan.halo, plan.window_size
    for window in plan.windows.from_row(first_row):
        around = Window(window.col_off - halo, window.row_off - halo, size, size)
        pixels, valid, wanted = reader.read_mirrored(around)
        wanted = wanted[window.slices(around)]
        yield wanted, normalize(pixels, valid, mean, std) if wanted.any() else None


def _groups(
    windows: Iterator[Prepared], batch: int, section: int, position: int = 0, needed: int = 0
) -> Iterator[list[Prepared]]:
    """Yield windows in order, up to ``batch`` to compute at a time, with skipped ones between.

    A group ends after each ``section`` windows, too. One of which no window is ``needed``, because
    all come before that one, is skipped. Windows are counted from ``position`` on.
    """
    group: list[Prepared] = []
    to_compute = 0
    for count, item in enumerate(windows, position + 1):
        group.append(item)
        to_compute += item[1] is not None
        # A group of nothing but skipped windows ends too: there may be thousands in a row.
        if to_compute == batch or len(group) == 8 * batch or count % section == 0:
            yield group if count > needed else [(wanted, None) for wanted, _ in group]
            group, to_compute = [], 0
    if group:
        yield group


def _stack(inputs: list[FloatArray]) -> FloatArray:
    """Return windows (C, S, S) as a batch (B, C, S, S); a single one is not copied."""
    return inputs[0][None] if len(inputs) == 1 else np.stack(inputs)
