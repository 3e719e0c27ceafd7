"""One raster by several processes, on one computer or many: the rows of one of them.

A part is a run of which some rows of windows are done only. Its rasters stay in a folder beside the
map, from which `assemble` makes what one process would have made. Processes do not talk: they read
one plan, and each keeps to its rows.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from crossearth_engine.errors import InvalidRequest, OutputNotWritable
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.load import BackendLoader, load_backend
from crossearth_engine.inference.onnx_library import IN_OPENVINO
from crossearth_engine.inference.part_plan import OWN, PartPlan, read_plan, write_plan
from crossearth_engine.inference.plan import Measured, RunPlan
from crossearth_engine.inference.request import Part, SegmentRequest, files_read, parse_part
from crossearth_engine.inference.segment import (
    averaging,
    caching,
    identity_of,
    load_network,
    origin_of,
    prepare,
    segment,
)
from crossearth_engine.inference.sliding import SlidingRun, first_scores, rows_together
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.map.claim import SUFFIX, Claim
from crossearth_engine.map.journal import Journal
from crossearth_engine.map.part_map import PartMap
from crossearth_engine.models.catalog import find_model
from crossearth_engine.publishing import check_free_space, writing
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.products import CLASSES

PLAN_FILE = "plan.json"
MODEL_COPY_SUFFIX = ".model"
"""Of the folder in that of the parts in which a model is sent to workers of a cluster."""
JOINED_FILE = "joined"
"""Among the parts: they are in the map, and only to be removed."""
PLAN_CLAIM = "plan"
# How often somebody who waits for a plan looks whether it is there, seconds.
GLANCE_S = 0.5


def parts_folder(output: Path) -> Path:
    """Return the folder of the parts of a map."""
    return output.with_name(f"{output.name}.parts")


def part_name(number: int, count: int) -> str:
    """Return what a part's folder is called."""
    return f"{number}-of-{count}"


def open_parts_folder(output: Path) -> Path:
    """Return the folder of the parts of a map, made if it was not there.

    Raises:
        OutputNotWritable: if it cannot be made, or is of something else.
    """
    folder = parts_folder(output)
    with writing(folder):
        found = None
        while found is None:
            folder.mkdir(exist_ok=True)
            # A first part that could not begin may remove it at any moment.
            with contextlib.suppress(FileNotFoundError):
                found = list(folder.iterdir())
        # Claims, what is about to be the plan, and a model that a run was killed as it sent.
        known = (SUFFIX, ".new", MODEL_COPY_SUFFIX)
        is_ours = (folder / PLAN_FILE).exists()
        if not is_ours and any(path.suffix not in known for path in found):
            reason = f"the folder {folder.name} is in the way."
            raise OutputNotWritable(path=str(output), reason=reason)
    return folder


def at_work(output: Path, what: str, claim: Claim) -> OutputNotWritable:
    """Return the error that another process does what was asked for; it ends some time."""
    holder = claim.holder()
    reason = f"{what} at this moment by {holder}."
    return OutputNotWritable(path=str(output), reason=reason, holder=holder)


def segment_raster(
    request: SegmentRequest, job: Job, load: BackendLoader = load_backend
) -> dict[str, Any]:
    """Segment a raster, or what a request wants of that: a part of it, or the plan for all parts.

    Returns:
        As `segment`; of a part, ``part``, ``output``, ``folder``, ``rows`` (of windows, from 0: the
        first, and the one after the last), ``windows``, ``skipped_windows``, ``halo_windows``
        (computed for what they know of these rows), ``inference_s`` and ``wall_s``; of a plan,
        ``plan``, ``output``, ``rows`` and ``windows``, which are their numbers.

    Raises:
        EngineError: as `segment`.
    """
    if request.part is None and request.plan is None:
        return segment(request, job, load)
    request.check()
    if request.part is not None:
        return _segment_part(request, parse_part(request.part), job, load)
    path = Path(request.plan or "").absolute()
    if path.exists():
        read_plan(path)  # never over a file of another kind
    plan = make_plan(request, job, load)
    write_plan(path, plan)
    told = {"plan": str(path), "output": str(request.outputs[CLASSES.name])}
    return {**told, "rows": plan.rows, "windows": plan.rows * plan.columns}


def make_plan(request: SegmentRequest, job: Job, load: BackendLoader) -> PartPlan:
    """Return the plan of all parts of a map, with all that is to be measured of its raster.

    Raises:
        EngineError: as `segment` before its first window.
    """
    model = find_model(request.model)
    with open_source(
        request.input, model.bands, request.bands, request.nodata, request.crs
    ) as source:
        inputs = Inputs(files_read(request, source, model), source.file_states)
        ready = prepare(request, source, model, job, load)
        plan, backend = ready.plan, ready.backend
        size = plan.window_size
        group = (
            backend.fixed_batch
            or request.batch
            or backend.batch_that_fits((len(model.bands), size, size))
        )
        scores = model.scores
        doubt: Finding | None = None
        if scores == "unknown":
            scores, doubt = first_scores(plan, backend, source, group)
            if doubt:
                job.warn(doubt)
        # As each part has it.
        plan = replace(plan, model=replace(plan.model, scores=scores))
        inputs.check()
        return PartPlan(
            request={name: value for name, value in asdict(request).items() if name not in OWN},
            folder=str(Path.cwd()),
            home=str(request.outputs[CLASSES.name].parent),
            digest=ready.digest,
            identity=identity_of(ready.origin, plan, source),
            origin={**ready.origin, "fallbacks": list(backend.fallbacks)},
            dead_bands=sorted(source.dead_bands),
            measured=Measured(ready.sight.conversion, plan.view.match),
            findings=[*plan.findings, *backend.findings, *filter(None, [doubt])],
            halo=plan.halo,
            unlike_training=plan.unlike_training,
            scores=scores,
            group=group,
            rows=len(plan.windows.rows),
            columns=len(plan.windows.cols),
            unit=rows_together(plan, group) if group > 1 else 1,
        )


def _settled(request: SegmentRequest, folder: Path, job: Job, load: BackendLoader) -> PartPlan:
    """Return the plan of the parts in a folder; make it, or take the one named, if there is none.

    One process does, and the others wait for it.
    """
    path = folder / PLAN_FILE
    named = None
    if request.plan is not None:
        named = read_plan(Path(request.plan).absolute())
        named.check_agrees(request, is_named=True)
    is_told = False
    while not path.exists():
        # Who was about to make the plan, and could not, has removed it.
        open_parts_folder(request.outputs[CLASSES.name])
        claim = Claim(folder, PLAN_CLAIM)
        if claim.take(job, path.exists):
            with claim, _nothing_left(claim, folder):
                if not path.exists():
                    plan = named or make_plan(request, job, load)
                    claim.check()
                    write_plan(path, plan)
        elif not path.exists():
            if not is_told:
                job.log("info", f"Waiting for the plan, which is made by {claim.holder()}…")
            is_told = True
            job.sleep(GLANCE_S)
    plan = read_plan(path)
    if named is not None and named.key != plan.key:
        reason = (
            f"The parts in {folder} are of another plan than {request.plan}. Remove the folder to "
            "begin anew, or name no plan."
        )
        raise InvalidRequest(reason=reason)
    if named is None:
        plan.check_agrees(request, is_named=False)
    return plan


@contextmanager
def _nothing_left(claim: Claim, folder: Path) -> Iterator[None]:
    """Remove the folder of the parts, if nothing else is in it, should there be no plan."""
    try:
        yield
    except BaseException:
        claim.give_back()
        with contextlib.suppress(OSError):
            folder.rmdir()
        raise


def _segment_part(
    request: SegmentRequest, part: Part, job: Job, load: BackendLoader
) -> dict[str, Any]:
    started = time.perf_counter()
    output = request.outputs[CLASSES.name]
    folder = parts_folder(output)
    settled = _settled(request, folder, job, load)
    here = settled.request_here(output.parent, request)
    model = find_model(here.model)
    with open_source(here.input, model.bands, here.bands, here.nodata, here.crs) as source:
        inputs = Inputs(files_read(here, source, model), source.file_states)
        settled.check_raster(source)
        plan = settled.rebuilt(here, source, model)
        rows = settled.rows_of(*part)
        told = {
            "part": f"{part[0]}/{part[1]}",
            "output": str(output),
            "folder": str(folder),
            "rows": [rows.start, rows.stop],
        }
        band = plan.band(rows) if rows else None
        if band is None:
            job.log("info", f"There is nothing to do for part {told['part']}: it has no rows.")
            return {**told, **_counts({}, 0)}
        claim = Claim(folder, part_name(*part))
        if not claim.take(job):
            raise at_work(output, f"part {told['part']} is being computed", claim)
        with claim:
            state = whole_part(settled, plan, folder, part)
            if state is not None:
                job.log("info", f"Part {told['part']} is there already.")
                return {**told, **_counts(state, len(rows) * settled.columns)}
            # What is made anew is of no map that is there.
            (folder / JOINED_FILE).unlink(missing_ok=True)
            check_free_space({folder: plan.bytes_of(rows)})
            plan, backend = _with_network(settled, plan, source, job, load)
            with part_map_of(plan, folder, part, band, claim.check) as part_map:
                journal = journal_of(settled, folder, part)
                run = SlidingRun(plan, backend, part_map, journal, inputs, job, rows)
                run.start(started)
                job.plan({"windows": 0.0})
                job.start("windows")
                with caching(source, plan):
                    run.run(source)
                run.keep()
                part_map.close()
            return {**told, **_counts(journal.read() or {}, len(rows) * settled.columns)}


def part_map_of(
    plan: RunPlan,
    folder: Path,
    part: Part,
    band: Window,
    check: Callable[[], None] = lambda: None,
    *,
    keeps_canceled: bool = False,
) -> PartMap:
    """Return the rasters of a part.

    Args:
        plan: of the whole map.
        folder: of all parts.
        part: which.
        band: what its rows tell of.
        check: raises if this process may not write any more.
        keeps_canceled: whether they stay on cancel though no run is to be gone on with.
    """
    outputs = plan.request.outputs
    return PartMap(
        folder / part_name(*part),
        outputs,
        outputs[CLASSES.name],
        check,
        band,
        plan.crs,
        plan.transform,
        plan.classes,
        plan.area,
        quantity=plan.quantity,
        keeps_canceled=keeps_canceled or plan.request.resume,
    )


def journal_of(settled: PartPlan, folder: Path, part: Part) -> Journal:
    """Return the journal of a part, which only a run of the same rows by the same plan goes by."""
    rows = settled.rows_of(*part)
    identity = {"plan": settled.key, "rows": [rows.start, rows.stop]}
    return Journal(folder / part_name(*part), identity)


def whole_part(settled: PartPlan, plan: RunPlan, folder: Path, part: Part) -> dict[str, Any] | None:
    """Return what the journal of a part says at its end; None if it is not whole, or damaged."""
    rows = settled.rows_of(*part)
    try:
        state = journal_of(settled, folder, part).read()
        band = plan.band(rows)
        if state is None or state["row"] != rows.stop or band is None:
            return None
        with part_map_of(plan, folder, part, band) as part_map:
            part_map.resume(state["map"])
        return state
    except (OSError, ValueError):
        return None


def _with_network(
    settled: PartPlan, plan: RunPlan, source: RasterSource, job: Job, load: BackendLoader
) -> tuple[RunPlan, Backend]:
    """Return the plan and a network that computes as it says.

    Raises:
        InvalidRequest: if there is no such thing here.
    """
    request, origin = plan.request, settled.origin
    device = origin["device"] if request.device == "auto" else request.device
    precision = origin["precision"]
    if "openvino" in origin["libraries"]:
        precision = IN_OPENVINO + precision
    request = replace(request, device=device, precision=precision, batch=settled.group)
    plan = replace(plan, request=request)
    backend = averaging(request, load_network(plan, load, job))
    settled.check_same(identity_of(origin_of(plan, backend), plan, source))
    return plan, backend


def _counts(state: dict[str, Any], windows: int) -> dict[str, Any]:
    """Return what a part did, by its journal."""
    computed = state.get("computed", 0)
    return {
        "windows": windows,
        "skipped_windows": windows - computed,
        "halo_windows": state.get("halo", 0),
        "inference_s": round(state.get("inference_s", 0.0), 3),
        "wall_s": round(state.get("wall_s", 0.0), 3),
    }
