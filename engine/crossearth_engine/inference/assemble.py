"""The map of one raster, of the parts that several processes have made of it.

Each part holds the pixels of its rows; what follows the last window of a run is done here, once.
"""

from __future__ import annotations

import contextlib
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from crossearth_engine.arguments import Request
from crossearth_engine.errors import InvalidRequest, NoValidPixels
from crossearth_engine.inference.finish import finish, map_of, stages
from crossearth_engine.inference.finished import finished
from crossearth_engine.inference.part_plan import PartPlan, read_plan
from crossearth_engine.inference.parts import (
    JOINED_FILE,
    PLAN_FILE,
    at_work,
    journal_of,
    part_map_of,
    part_name,
    parts_folder,
)
from crossearth_engine.inference.plan import RunPlan
from crossearth_engine.inference.request import Part, check_outputs, files_read, parse_part
from crossearth_engine.inference.segment import caching
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.map.claim import SUFFIX, Claim
from crossearth_engine.map.class_map import ClassMap
from crossearth_engine.map.sidecars import sidecar_paths
from crossearth_engine.models.catalog import find_model
from crossearth_engine.publishing import check_free_space, check_replaceable
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.options import ASSEMBLE, Options
from crossearth_engine.shared.products import CLASSES
from crossearth_engine.storage.staging import object_of, stand_in

MOST_NAMED = 12


@dataclass(frozen=True)
class AssembleRequest(Request):
    """Of which map to join the parts.

    Attributes:
        output: path of the GeoTIFF that they are of.
        input, model, mask: where they lie, if not where the plan says.
        local_only: read nothing but the files that are given; see `raster.local_only`.
    """

    options: ClassVar[Options] = ASSEMBLE
    knows_stores: ClassVar[bool] = True

    output: str
    input: str | None = ASSEMBLE["input"].default
    model: str | None = ASSEMBLE["model"].default
    mask: str | None = ASSEMBLE["mask"].default
    local_only: bool = ASSEMBLE["local_only"].default


@dataclass(frozen=True)
class _Whole:
    """A part that is there, with what its journal says."""

    part: Part
    rows: range
    state: dict[str, Any]


@dataclass(frozen=True)
class _Sum:
    """What several runs did, as `finish` asks it of one."""

    started: float
    done: int
    computed: int
    batch: int
    inference_s: float
    findings: list[Finding]
    is_partial: bool = False


def assemble(request: AssembleRequest, job: Job) -> dict[str, Any]:
    """Make the map whose parts are there, and remove them; return the summary of the run.

    It is what one run would have made and told; ``wall_s`` and ``inference_s`` are sums over all
    processes. Besides there are ``parts``, their number, and ``halo_windows``, computed more than
    once, and ``computers``: what was computed where. Where somebody has made the map and was killed
    while he removed the parts, the rest of them is removed, and ``parts`` is None.

    Raises:
        InvalidRequest: if parts are missing, which are named, or the raster is not what it was.
        EngineError: as `segment` after its last window.
    """
    request.check()
    began = time.perf_counter()
    output = stand_in(request.output)
    if object_of(output) is not None:
        raise InvalidRequest(reason="Parts of a map are joined in a folder of a disk only.")
    folder = parts_folder(output)
    if not (folder / PLAN_FILE).is_file():
        reason = (
            f"There are no parts of {output}: they would be in {folder}, where crossearth segment "
            "--part puts them."
        )
        raise InvalidRequest(reason=reason)
    settled = read_plan(folder / PLAN_FILE)
    found = {n: path for n in ("input", "model", "mask") if (path := getattr(request, n))}
    here = replace(settled.request_here(output.parent), **found)
    if Path(here.output).name != output.name:
        reason = f"The parts in {folder} are of {here.output}: call their folder after that."
        raise InvalidRequest(reason=reason)
    model = find_model(here.model)
    claim = Claim(folder, "assemble")
    if not claim.take(job):
        raise at_work(output, "its parts are being joined", claim)
    with (
        claim,
        open_source(here.input, model.bands, here.bands, here.nodata, here.crs) as source,
    ):
        inputs = Inputs(files_read(here, source, model), source.file_states)
        settled.check_raster(source)
        check_outputs(here, source, model)
        plan = settled.rebuilt(here, source, model)
        try:
            parts = _chosen(settled, plan, folder)
        except InvalidRequest:
            # Who has joined them may have been killed while it removed them.
            known = finished(here, model, settled.digest)
            if known is None or not (folder / JOINED_FILE).exists():
                raise
            return _joined_before(known, folder)
        check_free_space(plan.needed_bytes())
        outputs = here.outputs
        check_replaceable([*outputs.values(), *sidecar_paths(outputs[CLASSES.name])])
        run = _sum_of(parts, settled, began)
        if run.computed == 0:
            raise NoValidPixels(path=here.input)
        with (
            caching(source, plan),
            map_of(plan) as class_map,
        ):
            class_map.start()
            job.plan(stages(plan))
            job.start("windows")
            for part in parts:
                _include(part, class_map, settled, plan, folder, job)
                job.progress(part.rows.stop * settled.columns, len(plan.windows))
            inputs.check()
            claim.check()
            gpu = [part.state["peak_gpu_mb"] for part in parts if part.state["peak_gpu_mb"]]
            # The same as of the plan, and of types that no file keeps.
            parameters = {**plan.parameters(), "mask": settled.request["mask"]}
            facts = {**settled.origin, "parameters": parameters}
            facts |= {"peak_gpu_mb": max(gpu, default=None), "computers": _computers(parts)}
            result = finish(plan, run, class_map, facts, settled.digest, job)
        _remove_joined(folder)
    halo = sum(part.state["halo"] for part in parts)
    return {**result, "parts": len(parts), "halo_windows": halo}


def _remove_joined(folder: Path) -> None:
    # Without the mark a map that lies there is an earlier one, of which these are no parts.
    with contextlib.suppress(OSError):
        (folder / JOINED_FILE).touch()
    remove_folder(folder)


def _joined_before(known: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return what `assemble` told, or would have, of what is known of its map; remove the rest."""
    remove_folder(folder)
    computed = sum(computer["windows"] for computer in known.get("computers", ()))
    halo = max(computed - (known["windows"] - known["skipped_windows"]), 0)
    return {**known, "parts": None, "halo_windows": halo}


def _computers(parts: list[_Whole]) -> list[dict[str, Any]]:
    """Return how many windows were computed on each device of each computer, the most first."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for part in parts:
        state = part.state
        where = (state["computer"], state["device"], state["device_name"])
        counts[where] += state["computed"] + state["halo"]
    return [
        {"name": name, "device": device, "device_name": device_name, "windows": windows}
        for (name, device, device_name), windows in counts.most_common()
    ]


def remove_folder(folder: Path) -> None:
    """Remove parts that are of no use any more, and their folder if nothing else is in it.

    The plan comes last: as long as it is there, it is known what they were of.
    """
    with contextlib.suppress(OSError):
        _remove_begun(folder)
        for path in folder.glob(f"*{SUFFIX}"):
            path.unlink()
        (folder / JOINED_FILE).unlink(missing_ok=True)
        (folder / PLAN_FILE).unlink(missing_ok=True)
        folder.rmdir()


def remove_parts(folder: Path) -> None:
    """Remove parts and their plan; who is at work there keeps the claims."""
    with contextlib.suppress(OSError):
        _remove_begun(folder)
        (folder / JOINED_FILE).unlink(missing_ok=True)
        (folder / PLAN_FILE).unlink()


def _remove_begun(folder: Path) -> None:
    for number, count in list(begun_parts(folder)):
        shutil.rmtree(folder / part_name(number, count), ignore_errors=True)


def _chosen(settled: PartPlan, plan: RunPlan, folder: Path) -> list[_Whole]:
    """Return parts that together are the whole, from the top.

    Raises:
        InvalidRequest: if some are missing.
    """
    found = sorted(_found(settled, folder), key=lambda part: (part.rows.start, -part.rows.stop))
    chosen: list[_Whole] = []
    missing: list[int] = []
    row = 0
    while row < settled.rows:
        part = next((part for part in found if part.rows.start == row), None)
        if part is not None:
            chosen.append(part)
            row = part.rows.stop
            continue
        # Of rows that lie outside of what is asked for there is no part.
        if plan.band(range(row, row + 1)) is not None:
            missing.append(row)
        row += 1
    if missing:
        raise InvalidRequest(reason=_missing(missing, settled, plan, folder))
    return chosen


def _found(settled: PartPlan, folder: Path) -> Iterator[_Whole]:
    """Yield the parts that are whole."""
    for part in begun_parts(folder):
        rows = settled.rows_of(*part)
        try:
            state = journal_of(settled, folder, part).read()
        except (OSError, ValueError):
            continue
        if state is not None and rows and state["row"] == rows.stop:
            yield _Whole(part, rows, state)


def begun_parts(folder: Path) -> Iterator[Part]:
    """Yield the parts that there is something of, whole or not."""
    for path in folder.glob("*-of-*"):
        try:
            if path.is_dir():
                yield parse_part(path.name.replace("-of-", "/"))
        except InvalidRequest:
            continue


def _missing(rows: list[int], settled: PartPlan, plan: RunPlan, folder: Path) -> str:
    """Return a sentence that names parts which would fill what is missing."""
    counts = {count for _, count in begun_parts(folder)}
    whole = {part.part for part in _found(settled, folder)}
    count = max(counts, default=1)
    lacking = [
        f"{number}/{count}"
        for number in range(1, count + 1)
        if (number, count) not in whole and not set(rows).isdisjoint(settled.rows_of(number, count))
    ]
    named = ", ".join(lacking[:MOST_NAMED])
    if len(lacking) > MOST_NAMED:
        named += f" and {len(lacking) - MOST_NAMED} more"
    what = f"Part {named} is" if len(lacking) == 1 else f"Parts {named} are"
    return (
        f"{what} missing of {plan.request.output}, or not whole: compute with --part, with "
        "--resume where it was interrupted, and join them then."
    )


def _sum_of(parts: list[_Whole], settled: PartPlan, began: float) -> _Sum:
    states = [part.state for part in parts]
    return _Sum(
        started=began - sum(state["wall_s"] for state in states),
        done=settled.rows * settled.columns,
        computed=sum(state["computed"] for state in states),
        batch=settled.group,
        inference_s=sum(state["inference_s"] for state in states),
        findings=[],  # they are the plan's
    )


def _include(
    part: _Whole,
    class_map: ClassMap,
    settled: PartPlan,
    plan: RunPlan,
    folder: Path,
    job: Job,
) -> None:
    """Take over what a part holds.

    Raises:
        InvalidRequest: if that is not what was written.
    """
    band = plan.band(part.rows)
    if band is None:
        return
    with part_map_of(plan, folder, part.part, band, keeps_canceled=True) as part_map:
        try:
            part_map.resume(part.state["map"])
        except (OSError, ValueError) as error:
            number, count = part.part
            reason = (
                f"Part {number}/{count} of {plan.request.output} is not what was written "
                f"({error}): compute it again."
            )
            raise InvalidRequest(reason=reason) from error
        class_map.include(part_map, job.check)
