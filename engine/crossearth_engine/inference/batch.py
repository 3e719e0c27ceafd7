"""Many rasters in one run: the network is loaded once, and one that fails does not stop the others.

Each raster is a run of its own, with what it writes named after it in one folder.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from crossearth_engine.errors import (
    DeviceLost,
    DoubtfulRaster,
    EngineError,
    JobCanceled,
    OutputNotWritable,
    UnreadableRaster,
)
from crossearth_engine.faults import is_device_lost, told
from crossearth_engine.inference.batch_inputs import with_rasters
from crossearth_engine.inference.batch_products import check_of_all, make_of_all
from crossearth_engine.inference.finished import finished
from crossearth_engine.inference.load import BackendLoader, WarmLoader
from crossearth_engine.inference.plan import check_told, choose_classes, values_named
from crossearth_engine.inference.request import OF_ALL, BatchRequest, SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.inference.sharing import GLANCE_S, Sharing
from crossearth_engine.job import PARTS, Job, duration_text
from crossearth_engine.map.claim import Claim
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.gdal_log import told_to
from crossearth_engine.raster.opened import OpenRaster
from crossearth_engine.shared.addresses import file_name, without_secrets
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.products import PRODUCTS
from crossearth_engine.storage.staging import name_of, object_of

logger = logging.getLogger(__name__)

Row = dict[str, Any]
"""What became of a raster, ready for JSON."""


class Turn(NamedTuple):
    """A raster that is to be mapped.

    Attributes:
        number: which one it is of those that are to be mapped, from 1.
        request: what to do.
        row: which is filled with what became of it.
        is_there: whether there was something of the map's name before.
    """

    number: int
    request: SegmentRequest
    row: Row
    is_there: bool


class HandOut(Protocol):
    """Has rasters mapped by others, several at a time; raises what would end a batch, too.

    Args:
        requests: what to do.
        sizes: of the rasters, pixels; 0 of those that cannot be read.
        job: may be canceled, and is told what there is to know.
        at: called with the place of a raster among them and how much of it is done, from 0 to 1,
            from any thread.
        ended: called with the place of a raster and what `segment` tells, or why there is no map.
    """

    def __call__(  # noqa: D102 - see above
        self,
        requests: list[SegmentRequest],
        sizes: list[int],
        job: Job,
        at: Callable[[int, float], None],
        ended: Callable[[int, dict[str, Any] | EngineError], None],
    ) -> None: ...


STATUSES = ("done", "skipped", "doubtful", "failed")
"""What may become of a raster."""

# What is told of each raster, of which there may be thousands; the STAC Item has all of it.
TOLD = (
    *("input", "output", "status", *PRODUCTS, "classes", "numbers", "windows", "wall_s"),
    *("warnings", "findings", "error", "code", "details", "fault"),
)
# What is kept of each raster until then: that, and what is asked for of all maps.
SAME_FOR_MOST = ("parameters", "model")
KEPT = (*TOLD, *SAME_FOR_MOST, "area_method", "partial", "engine_version")


def segment_batch(
    request: BatchRequest,
    job: Job,
    load: BackendLoader | None = None,
    hand_out: HandOut | None = None,
) -> dict[str, Any]:
    """Segment rasters one after the other and return what became of each, ready for JSON.

    Args:
        request: what to do. With ``resume`` a raster is skipped whose map is there already, made
            of the same raster by the same model with the same options.
        job: receives progress over all rasters and the log. When it is canceled, what is finished
            stays.
        load: how to load the network, once.
        hand_out: to whom, where this process maps none itself.

    Returns:
        ``rasters`` (of each ``input``, ``output``, ``status``: done, skipped, doubtful or failed,
        and ``error`` or ``classes`` and more), ``done``, ``skipped``, ``doubtful`` and ``failed``
        (their number), ``classes`` (sums of pixels and areas over the maps that are not doubtful
        and can be measured; if none can, of pixels), ``unmeasured`` (inputs of the maps that
        cannot), ``report``, ``mosaic`` and ``collection`` (paths), ``unmade`` (why one of these
        could not be made, by name), ``windows``, ``wall_s``.

    Raises:
        JobCanceled: on request.
        EngineError: for what is wrong with the model, the options or the folder, and so would fail
            with every raster.
    """
    started = time.perf_counter()
    load = load or WarmLoader()
    request.check()
    request = with_rasters(request, job)
    model = _check(request)
    sharing = Sharing(request.folder, model) if request.share else None
    rows, turns = _sort_out(request, model, job)
    rasters = "1 raster" if len(turns) == 1 else f"{len(turns)} rasters"
    others = "shared with other runs" if sharing else f"{len(rows) - len(turns)} finished before"
    job.log("info", f"{rasters} to segment; {others}.")
    if turns and sharing is None and hand_out is None:
        load(model, request.device, request.threads, request.precision)
    try:
        work = _Rasters(turns, model, job, load, sharing)
        if hand_out is None:
            work.segment()
        else:
            work.hand_out(hand_out)
    except JobCanceled:
        finished = sum("status" in row for row in rows)
        details = {"finished": str(finished), "total": str(len(rows))}
        is_said = request.resume or request.share
        job.warn(Finding("batch-stopped" if is_said else "batch-stopped-for-now", details))
        raise
    summary = _summary(request, rows, job)
    summary["wall_s"] = round(time.perf_counter() - started, 3)
    counts = ", ".join(f"{summary[status]} {status}" for status in STATUSES)
    here = f" ({sum('is_new' in row for row in rows)} of them here)" if sharing else ""
    job.log("info", f"{counts}{here}; it took {duration_text(summary['wall_s'])}.")
    _make_of_all(request, summary, model, job, sharing)
    told = [{name: row[name] for name in TOLD if name in row} for row in rows]
    return {**summary, "rasters": told}


def _check(request: BatchRequest) -> ModelInfo:
    """Return the model; raise what would fail with every raster."""
    request.check()
    model = find_model(request.model)
    request.window_and_overlap(model.window_size, model.overlap)
    check_told(request, model)
    classes, _ = choose_classes(model, request.merge)
    values_named(classes, request.right_angles or [])
    try:
        if object_of(request.folder) is None:
            request.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        is_file = isinstance(error, FileExistsError)
        reason = "it is a file, and maps need a folder." if is_file else f"{error.strerror}."
        raise OutputNotWritable(path=str(request.folder), reason=reason) from error
    check_of_all(request)
    return model


def _sort_out(request: BatchRequest, model: ModelInfo, job: Job) -> tuple[list[Row], list[Turn]]:
    """Return a row for each raster, and what is still to do, with the row that it fills."""
    rows: list[Row] = []
    turns: list[Turn] = []
    for raster in request.rasters:
        job.check()
        row: Row = {"input": without_secrets(raster.input), "output": raster.output}
        facts = finished(raster, model) if raster.resume else None
        if facts is None:
            is_there = request.share and Path(raster.output).exists()
            turns.append(Turn(len(turns) + 1, raster, row, is_there))
        else:
            row |= _made(facts, "skipped")
        rows.append(row)
    return rows, turns


class _Rasters:
    """Rasters that are mapped one after the other, alone or with other runs.

    Each takes a share of the progress by its size.

    Args:
        turns: what to do, with the rows that are filled.
        model: that makes the maps.
        job: as of `segment_batch`.
        load: likewise.
        sharing: with other runs, if there are any.
    """

    def __init__(
        self,
        turns: list[Turn],
        model: ModelInfo,
        job: Job,
        load: BackendLoader,
        sharing: Sharing | None,
    ) -> None:
        self._turns, self._model, self._job, self._load = turns, model, job, load
        self._sharing = sharing
        # What GDAL has to say of them it says again when their turn comes.
        with told_to(lambda level, text: None):
            self._sizes = [_pixels(turn.request) for turn in turns]
        self._done, self._total = 0, max(sum(self._sizes), 1)
        self._began = time.perf_counter()

    def segment(self) -> None:
        """Fill all rows."""
        left, is_told = self._turns, False
        while left:
            waiting = [turn for turn in left if not self._attend(turn)]
            if len(waiting) == len(left):
                if not is_told:
                    text = f"Waiting for other runs, which are at {len(waiting)} of the rasters…"
                    self._job.log("info", text)
                is_told = True
                self._job.sleep(GLANCE_S)
            left = waiting
        # What failed for this computer, another one may have done since.
        for turn in self._turns if self._sharing else ():
            if turn.row.get("fault") == "computer":
                facts = finished(turn.request, self._model)
                if facts is not None:
                    given = {name: turn.row[name] for name in ("input", "output")}
                    turn.row.clear()
                    turn.row.update({**given, **_made(facts)})

    def hand_out(self, to: HandOut) -> None:
        """Fill all rows, with what others make."""
        if not self._turns:
            return
        shares = [0.0] * len(self._turns)
        begun: dict[int, float] = {}
        telling = threading.Lock()

        def at(place: int, share: float) -> None:
            with telling:
                begun.setdefault(place, time.perf_counter())
                self._done += round(self._sizes[place] * max(share - shares[place], 0))
                shares[place] = max(shares[place], share)
                done = min(round(PARTS * self._done / self._total), PARTS - 1)
                self._job.progress(done, PARTS)

        def ended(place: int, end: dict[str, Any] | EngineError) -> None:
            at(place, 1.0)
            turn, now = self._turns[place], time.perf_counter()
            told = _failed(end) if isinstance(end, EngineError) else _made(end)
            turn.row.update({**told, "is_new": True})
            which = f"{file_name(turn.request.input)} ({turn.number} of {len(self._turns)})"
            _tell_end(which, turn.row, now - begun[place], None, self._job)

        requests = [turn.request for turn in self._turns]
        to(requests, self._sizes, self._job, at, ended)
        self._job.progress(PARTS, PARTS)

    def _attend(self, turn: Turn) -> bool:
        """Fill a row, and return whether that is done: others may be at the raster."""
        self._job.check()
        if self._sharing is None:
            turn.row.update(self._map(turn))
        else:
            claim = self._sharing.claim(turn.request)
            if claim is None:
                return False
            with claim, ExitStack() as stack:
                stack.callback(claim.give_back)
                known = self._known(turn, self._sharing)
                told = known or self._map(turn, claim)
                if claim.is_lost:
                    self._job.warn(Finding("raster-taken-over", {"file": turn.request.input}))
                    return False
                if "error" in told and known is None:
                    self._sharing.note_failure(turn.request, told, claim)
                elif "error" not in told:
                    self._sharing.forget_failure(turn.request)
                turn.row.update(told)
        if turn.row.get("partial"):
            self._job.check()
        self._done += self._sizes[turn.number - 1]
        self._job.progress(round(PARTS * self._done / self._total), PARTS)
        return True

    def _known(self, turn: Turn, sharing: Sharing) -> Row | None:
        """Return what became of a raster in another run, if that is known."""
        facts = finished(turn.request, self._model)
        if facts is None:
            return sharing.failure(turn.request)
        return _made(facts, "skipped" if turn.is_there else "done")

    def _map(self, turn: Turn, claim: Claim | None = None) -> Row:
        """Map a raster and return what became of it."""
        job, raster = self._job, turn.request
        if claim is not None:
            # Only now: all may have been mapped by others.
            self._load(self._model, raster.device, raster.threads, raster.precision)
        which = f"Raster {turn.number} of {len(self._turns)}"
        job.log("info", f"{which}: {raster.input}")
        started = time.perf_counter()
        size = self._sizes[turn.number - 1]
        part = _part_of(job, self._done / self._total, size / self._total)
        job.on_cancel(part.cancel)
        with told_to(job.log, raster.input):
            row = {**_run(raster, part, self._load, claim), "is_new": True}
        job.forget(part.cancel)
        now, done, left_s = time.perf_counter(), self._done + size, None
        if done and turn.number < len(self._turns):
            left_s = (now - self._began) * (self._total - done) / done
        _tell_end(which, row, now - started, left_s, job)
        return row


def _tell_end(which: str, row: Row, took_s: float, left_s: float | None, job: Job) -> None:
    """Log what became of a raster, how long that took, and how long the others may take."""
    left = "" if left_s is None else f"; about {duration_text(left_s)} left"
    text = f"{which} {row['status']} after {duration_text(took_s)}{left}"
    if "error" not in row:
        job.log("info", f"{text}.")
    else:
        job.log("error" if row["status"] == "failed" else "warning", f"{text}. {row['error']}")


def _summary(request: BatchRequest, rows: list[Row], job: Job) -> dict[str, Any]:
    made = [row for row in rows if row["status"] in ("done", "skipped")]
    doubtful = [Path(row["input"]).name for row in rows if row["status"] == "doubtful"]
    if doubtful:
        job.warn(Finding("sums-without-doubtful", {"names": ", ".join(doubtful)}))
    measured = [row for row in made if row["area_method"] is not None]
    unmeasured = [row["input"] for row in made if row["area_method"] is None]
    if measured and unmeasured:
        names = ", ".join(Path(path).name for path in unmeasured)
        job.warn(Finding("sums-without-sizes", {"names": names}))
    paths = {name: request.of_all.get(name) for name in OF_ALL}
    return {
        "out_dir": name_of(request.folder),
        **{name: name_of(path) if path else None for name, path in paths.items()},
        **{status: sum(row["status"] == status for row in rows) for status in STATUSES},
        "classes": _sums(measured or made),
        "unmeasured": unmeasured,
        "windows": sum(row.get("windows", 0) for row in rows if row.get("is_new")),
        "rasters": rows,
    }


def _make_of_all(
    request: BatchRequest,
    summary: dict[str, Any],
    model: ModelInfo,
    job: Job,
    sharing: Sharing | None,
) -> None:
    """Make what is asked for of all maps; of several runs one does, and the others wait for it."""

    def make() -> dict[str, Any]:
        make_of_all(request, summary, model, job)
        unmade: dict[str, Any] = summary["unmade"]
        return unmade

    if sharing is None or not request.of_all:
        make()
        return
    # No two runs take the same time to the millisecond.
    made = [
        [Path(row["output"]).name, row.get("error"), row.get("wall_s"), row.get("classes")]
        for row in summary["rasters"]
    ]
    paths = {name: path.name for name, path in request.of_all.items()}
    unmade = sharing.once({"of_all": paths, "maps": made}, request.of_all, make, job)
    summary |= dict.fromkeys(unmade) | {"unmade": unmade}


def _run(
    request: SegmentRequest, job: Job, load: BackendLoader, claim: Claim | None
) -> dict[str, Any]:
    """Segment one raster; return what became of it."""
    try:
        return _made(segment(request, job, load, claim))
    except (JobCanceled, DeviceLost):
        raise  # no other raster would fare better
    except EngineError as caught:
        error = caught
    except Exception as caught:
        if is_device_lost(caught):
            raise
        # Not one of ours: this raster is lost, the others need not be.
        logger.exception("%s failed", request.input)
        error = told(caught)
    return _failed(error)


def _made(facts: dict[str, Any], status: str = "done") -> Row:
    """Return what became of a raster that was mapped: no more than is used of thousands."""
    row = {name: facts[name] for name in KEPT if name in facts}
    # Each raster's came as texts of its own.
    row |= {name: _one(json.dumps(row[name])) for name in SAME_FOR_MOST}
    row["classes"] = [
        {
            sys.intern(name): sys.intern(value) if isinstance(value, str) else value
            for name, value in item.items()
        }
        for item in row["classes"]
    ]
    return {**row, "status": _status(facts, status)}


@lru_cache(maxsize=64)
def _one(text: str) -> Any:
    """Return what JSON means: the same object for the same text."""
    return json.loads(text)


def _failed(error: EngineError) -> Row:
    """Return what became of a raster of which there is no map.

    Raises:
        DeviceLost: no other raster would fare better.
    """
    if isinstance(error, DeviceLost):
        raise error
    status = "doubtful" if isinstance(error, DoubtfulRaster) else "failed"
    return {"status": status, **error.to_dict()}


def _status(facts: dict[str, Any], status: str) -> str:
    """Return what became of a raster of which there is a map."""
    is_doubtful = any(finding["is_doubt"] for finding in facts.get("findings", ()))
    return "doubtful" if is_doubtful else status


def _part_of(job: Job, start: float, share: float) -> Job:
    """Return a job whose progress is a part of that of ``job``, whatever its stage."""

    def progress(_done: int, _total: int, _left: float | None) -> None:
        # The part knows whether it is to stop. That all is done is told once, when it is.
        job.report(min(round(PARTS * (start + share * part.share)), PARTS - 1), PARTS)

    part = Job(progress, job.log, on_finding=job.warn)
    return part


def _pixels(request: SegmentRequest) -> int:
    """Return how large a raster is; 0 if it cannot be read, which the run will tell."""
    try:
        with OpenRaster(request.input) as raster:
            return int(raster.file.width * raster.file.height)
    except UnreadableRaster:
        return 0


def _sums(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the table of areas over maps: all of them measured, or none.

    They have the same classes, being of one model.
    """
    sums = []
    for items in zip(*(row["classes"] for row in rows), strict=True):
        areas = [item["area_m2"] for item in items]
        area = None if None in areas else sum(areas)
        pixels = sum(item["pixels"] for item in items)
        sums.append({**items[0], "pixels": pixels, "area_m2": area})
    unit = "pixels" if any(item["area_m2"] is None for item in sums) else "area_m2"
    total = sum(item[unit] for item in sums)
    for item in sums:
        item["percent"] = 100 * item[unit] / total if total else 0.0
    return sums
