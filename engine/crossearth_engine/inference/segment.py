"""Segmentation: a raster in, a class raster with its sidecars out.

Reads in time order: plan the run (`plan`), take every window through the network (`sliding`), then
complete and publish what they gave (`finish`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import rasterio

from crossearth_engine import __version__
from crossearth_engine.devices.processor import has_little_memory
from crossearth_engine.digests import times_apart
from crossearth_engine.errors import InvalidRequest, JobCanceled
from crossearth_engine.inference.averaging import AveragingBackend
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.finish import finish, load_writers, map_of, stages, told_outputs
from crossearth_engine.inference.finished import kept_for_upload
from crossearth_engine.inference.lanes import lanes_for, room_for_inputs, room_for_scores
from crossearth_engine.inference.library_trial import Sample, spread_windows, try_other_way
from crossearth_engine.inference.load import BackendLoader, load_backend
from crossearth_engine.inference.look import refuse_doubts
from crossearth_engine.inference.pipeline import Aside
from crossearth_engine.inference.plan import RunPlan, Sight, plan_run, see
from crossearth_engine.inference.request import (
    SegmentationRequest,
    SegmentRequest,
    check_outputs,
    files_read,
    request_digest,
)
from crossearth_engine.inference.sliding import SlidingRun
from crossearth_engine.inference.unfamiliar import Suspicion, look_with_network
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.map.claim import Claim
from crossearth_engine.map.class_map import ClassMap
from crossearth_engine.map.journal import Journal
from crossearth_engine.map.sidecars import sidecar_paths
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.model_folder import model_identity
from crossearth_engine.publishing import check_free_space, check_replaceable
from crossearth_engine.raster.dead_bands import leave_out_dead_bands
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.source import MIN_CACHE_BYTES, RasterSource
from crossearth_engine.shared.addresses import without_secrets
from crossearth_engine.shared.bands import REASONS
from crossearth_engine.shared.dates import dates_named, shown
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.products import CLASSES, PRODUCTS, UNFAMILIARITY
from crossearth_engine.storage.staging import staged, upload


def segment(
    request: SegmentRequest,
    job: Job,
    load: BackendLoader = load_backend,
    claim: Claim | None = None,
    more: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Segment a raster and return a summary of the run, ready for JSON.

    Its ``windows`` are those that are done, of ``planned_windows``; of a partial map they are less.

    Writes the class raster, its sidecars ``.qml``, ``.tif.aux.xml`` and ``.json``, and what else is
    asked for; all or nothing, unless a partial map is to be kept on cancel.

    Args:
        request: what to do.
        job: receives progress and log; stops the run when canceled. Serves one run: what is done
            never shrinks.
        load: how to load the network; a warm worker keeps it between runs.
        claim: of this run to its outputs, where others may be at them.
        more: parameters of the map besides those of the request, ready for JSON.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong; see
            `crossearth_engine.errors`.
    """
    started = time.perf_counter()
    request.check()
    model = find_model(request.model)
    with (
        staged(request.files_written),
        open_source(
            request.input, model.bands, request.bands, request.nodata, request.crs
        ) as source,
    ):
        kept = kept_for_upload(request, source, model) if request.resume else None
        if kept is not None:
            job.log("info", "The map was finished before, and is uploaded…")
            upload(request.files_written, keeps_canceled=True)
            return {**kept, **told_outputs(request)}
        inputs = Inputs(files_read(request, source, model), source.file_states)
        ready = prepare(request, source, model, job, load)
        plan, backend = ready.plan, ready.backend
        parameters = {**ready.origin["parameters"], **(more or {})}
        origin = {**ready.origin, "parameters": parameters}
        with (
            caching(source, plan),
            map_of(plan, keeps_canceled=request.resume, claim=claim) as class_map,
            _log_kept_work(class_map, job),
        ):
            journal = _journal_of(class_map.folder, identity_of(origin, plan, source))
            run = SlidingRun(plan, backend, class_map, journal, inputs, job)
            run.start(started)
            job.plan(stages(plan))
            job.start("windows")
            _, waiting = room_for_scores(plan.channels, plan.windows.window_size)
            # Where scores leave no room for others, they leave none for these either.
            beside = Aside(partial(load_writers, request.outputs)) if waiting else nullcontext()
            with beside:
                run.run(source)
            plan = replace(plan, findings=[*plan.findings, *backend.findings])
            facts = {**origin, **facts_of(backend)}
            backend.rest()  # making the files takes memory, too
            return finish(plan, run, class_map, facts, ready.digest, job)


@dataclass(frozen=True)
class Prepared:
    """All that is known before the first window.

    Attributes:
        sight: the raster as the network sees it.
        plan: what is to be done.
        backend: the network, loaded.
        origin: how the pixels will come to be, ready for JSON.
        digest: of all that was asked for.
    """

    sight: Sight
    plan: RunPlan
    backend: Backend
    origin: dict[str, Any]
    digest: str


def prepare(
    request: SegmentRequest,
    source: RasterSource,
    model: ModelInfo,
    job: Job,
    load: BackendLoader,
) -> Prepared:
    """Look at a raster, plan a run and load the network; tell what there is to know of all that."""
    check_outputs(request, source, model)
    leave_out_dead_bands(source)
    sight = see(request, source, model)
    plan = plan_run(request, source, sight)
    check_free_space(plan.needed_bytes())
    outputs = request.outputs
    check_replaceable([*outputs.values(), *sidecar_paths(outputs[CLASSES.name])])
    # Looking takes as long as loading the network and asking it for the first time.
    with source.reopen() as twin, Aside(partial(sight.look, twin)) as looked:
        digest = request_digest(request, source, model)
        if request.strict:
            refuse_doubts(request.input, looked()[0])
        backend = load_network(plan, load, job)
        backend = _as_found_better(plan, source, backend, load, looked, job)
        plan = plan.with_halo(backend.halo(plan.window_size))
        plan = _with_findings(plan, source, backend, looked, job)
    backend = averaging(request, backend)
    _tell_what_is_seen(plan, backend, job)
    return Prepared(sight, plan, backend, origin_of(plan, backend), digest)


def caching(source: RasterSource, plan: RunPlan) -> rasterio.Env:
    """Return a context in which GDAL keeps as many blocks as a run reads again.

    As few as can be where memory is short.
    """
    rows = plan.window_size * plan.view.grid.scale_xy[1]
    kept = MIN_CACHE_BYTES if has_little_memory() else source.cache_bytes(rows)
    return rasterio.Env(GDAL_CACHEMAX=kept)


def facts_of(backend: Backend) -> dict[str, Any]:
    """Return on what and in what a network has run in the end, ready for JSON."""
    return {
        "device": backend.device,
        "precision": backend.precision,
        **backend.hardware,
        "fallbacks": list(backend.fallbacks),
        "peak_gpu_mb": backend.peak_gpu_mb(),
    }


def load_network(plan: RunPlan, load: BackendLoader, job: Job) -> Backend:
    """Load the network and have the job interrupt it.

    Raises:
        InvalidRequest: if it cannot tell what is asked for.
    """
    request, model = plan.request, plan.model
    most, _ = room_for_scores(model.channels, plan.window_size)
    most_given, _ = room_for_inputs(len(model.bands), plan.window_size)
    calls = -(-len(plan.windows) // (request.batch or 1))
    lanes = min(lanes_for(model, request.threads, calls), most, most_given)
    backend = load(model, request.device, request.threads, request.precision, lanes)
    backend.clear_interrupt()
    job.on_cancel(backend.interrupt)
    unknown = [name for name in request.outputs if name in PRODUCTS and PRODUCTS[name].is_raster]
    if backend.decides and unknown:
        reason = (
            f"{model.name} returns the class of each pixel and not how likely it is. Leave out: "
            f"{', '.join(unknown)}."
        )
        raise InvalidRequest(reason=reason)
    if UNFAMILIARITY in request.outputs and not backend.has_reference:
        reason = (
            f"{model.name} does not know the imagery that it was trained on, and cannot tell what "
            f"is unlike it. Leave out: {UNFAMILIARITY}."
        )
        raise InvalidRequest(reason=reason)
    return backend


def _as_found_better(
    plan: RunPlan,
    source: RasterSource,
    backend: Backend,
    load: BackendLoader,
    looked: Callable[[], object],
    job: Job,
) -> Backend:
    """Return the network in another way if that is found better now, on windows of this raster."""
    request = plan.request
    # Two ways are compared by the classes that they choose.
    if request.precision != "auto" or not backend.quicker or plan.quantity is not None:
        return backend
    plan = plan.with_halo(backend.halo(plan.window_size))
    reader, batch = RasterReader(source, plan.view), backend.fixed_batch or 1

    def sample() -> Sample:
        looked()  # two ways are compared by what they compute alone
        yield from spread_windows(plan.windows, plan.halo, plan.model, reader, batch)

    better = try_other_way(plan.model, backend, request.threads, sample(), len(plan.windows), job)
    if better is None:
        return backend
    job.forget(backend.interrupt)
    return load_network(plan, partial(load, made=better), job)


def averaging(request: SegmentationRequest, backend: Backend) -> Backend:
    """Return what asks the network as often as is asked for."""
    if not request.tta and request.scales is None:
        return backend
    return AveragingBackend(backend, tta=request.tta, scales=request.scales or [1.0])


def _with_findings(
    plan: RunPlan,
    source: RasterSource,
    backend: Backend,
    looked: Callable[[], tuple[list[Finding], Suspicion | None]],
    job: Job,
) -> RunPlan:
    """Return the plan with what may be wrong, and how unlike the training imagery the raster is.

    Tell what may be wrong.
    """
    reader, seen = RasterReader(source, plan.view), plan.target.around(plan.region)
    strangeness, by_network = look_with_network(
        backend, plan.model, reader, seen, plan.window_size, lambda: looked()[1]
    )
    findings, _ = looked()
    for finding in findings:
        job.warn(finding)
    for remark in plan.model.remarks:
        job.log("warning", remark)
    for finding in backend.findings:
        job.warn(finding)
    if plan.request.strict:
        refuse_doubts(plan.request.input, by_network)
    for finding in by_network:
        job.warn(finding)
    unlike = None if strangeness is None else round(strangeness.median, 3)
    return replace(plan, findings=[*findings, *by_network], unlike_training=unlike)


def _tell_what_is_seen(plan: RunPlan, backend: Backend, job: Job) -> None:
    """Log how the network will see the raster."""
    request, model = plan.request, plan.model
    device = backend.hardware["device_name"]
    if backend.device != "cpu":
        device += f" ({backend.device})"
    elif "openvino" in backend.hardware["libraries"]:
        device += " by OpenVINO"
    indexes = ", ".join(str(choice.index) for choice in plan.bands)
    reasons = ", ".join(f"{choice.model_band} {REASONS[choice.reason]}" for choice in plan.bands)
    at_gsd = "" if plan.gsd_m is None else f" of {plan.gsd_m:g} m"
    job.log(
        "info",
        f"{model.name} on {device} in {backend.precision}; bands {indexes} ({reasons}); "
        f"windows of {plan.window_size} pixels{at_gsd}, overlap {plan.overlap}, "
        f"join {request.join}.",
    )
    if plan.view.stretch is not None:
        low, high = plan.view.stretch.target
        limits = ", ".join(f"{least:g} to {most:g}" for least, most in plan.view.stretch.limits)
        job.log(
            "info",
            f"The model takes {plan.values}: the raster's values are stretched to {low:g} to "
            f"{high:g}, band by band: {limits}.",
        )
    if request.match:
        job.log("info", _describe_match(plan))
    if plan.halo:
        job.log(
            "info",
            f"The network tells the inner {plan.windows.window_size} pixels of each window; "
            f"{plan.halo} at each edge are only looked at.",
        )
    if model.overhang:
        job.log(
            "info",
            f"Windows reach {model.overhang} pixels and more beyond the raster's edges, where "
            "they see it mirrored.",
        )
    for remark in backend.remarks:
        job.log("info", remark)


def _describe_match(plan: RunPlan) -> str:
    """Return what was made of the bands, by those of the training imagery."""
    match = plan.view.match
    if match is None:
        return (
            "Bands have hardly moved since the model was trained, or too few pixels tell: values "
            "are left as they are."
        )
    bands = ", ".join(f"{own:.4g} to {trained:.4g}" for own, trained in match.middles)
    return f"Values are matched to those of the training: half of each band lies below {bands}."


def origin_of(plan: RunPlan, backend: Backend) -> dict[str, Any]:
    """Return how the pixels come to be, ready for JSON."""
    model = plan.model
    return {
        "engine_version": __version__,
        "input": without_secrets(shown(plan.request.input)),
        **_dates_of(plan.request),
        "model": {"id": model.id, "name": model.name, "sha256": model.verify()},
        "parameters": plan.parameters(),
        "device": backend.device,
        **backend.hardware,
        "precision": backend.precision,
    }


def _dates_of(request: SegmentRequest) -> dict[str, Any]:
    """Return which raster is of which date, where there are several, ready for JSON."""
    dates = dates_named(request.input)
    if dates is None:
        return {}
    paths = [without_secrets(raster.path) for raster in dates.rasters]
    return {"inputs": paths, "dates": [*dates.dates], "align": dates.align}


def identity_of(origin: dict[str, Any], plan: RunPlan, source: RasterSource) -> dict[str, Any]:
    """Return what the bytes of the result depend on: on a card on which one it is, too.

    On the processor on which library computes, in whichever version.
    """
    request, match = plan.request, plan.view.match
    is_on_cpu = origin["device"] == "cpu"
    left_out = {"driver", "libraries", "inputs", *(["device_name"] if is_on_cpu else [])}
    return {
        **{name: value for name, value in origin.items() if name not in left_out},
        "libraries": sorted(origin["libraries"]),
        "model_identity": model_identity(plan.model),
        "parameters": {**origin["parameters"], "mask": request.mask_identity()},
        "raster": source.identity,
        "match": None if match is None else asdict(match),
        "input": plan.known_as,
        "outputs": request.names,
        "batch": request.batch,
        "threads": request.threads,
    }


def _journal_of(folder: Path, identity: dict[str, Any]) -> Journal:
    """Return the journal of a run with an identity, however a file system rounds times."""
    files, times = times_apart(identity["raster"]["files"])
    return Journal(folder, {**identity, "raster": {**identity["raster"], "files": files}}, times)


@contextmanager
def _log_kept_work(class_map: ClassMap, job: Job) -> Iterator[None]:
    try:
        yield
    except JobCanceled:
        if class_map.is_kept_if_canceled:
            job.log("info", "What is done is kept: the same run goes on from there.")
        raise
