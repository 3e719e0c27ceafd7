"""A raster, segmented here or by the workers of a cluster.

There it goes in parts, as it would by hand: one worker makes the plan, all of them compute parts,
and one joins them. Rasters and row files are read and written by the workers; only names, counts
and sentences travel.
"""

from __future__ import annotations

import contextlib
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossearth_engine import __version__
from crossearth_engine.errors import (
    ClusterLost,
    EngineError,
    InvalidRequest,
    MissingPackage,
)
from crossearth_engine.inference.assemble import begun_parts, remove_folder, remove_parts
from crossearth_engine.inference.finish import stages
from crossearth_engine.inference.load import BackendLoader, load_backend
from crossearth_engine.inference.part_plan import PartPlan, read_plan
from crossearth_engine.inference.parts import (
    PLAN_FILE,
    at_work,
    open_parts_folder,
    parts_folder,
    segment_raster,
)
from crossearth_engine.inference.request import IN_PARTS, SegmentRequest
from crossearth_engine.job import Job
from crossearth_engine.map.claim import Claim
from crossearth_engine.models.catalog import find_model
from crossearth_engine.publishing import writing
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.options import ASSEMBLE
from crossearth_engine.shared.products import CLASSES

if TYPE_CHECKING:
    from distributed import Client

    from crossearth_engine.cluster.sight import Sight
    from crossearth_engine.cluster.tasks import Tasks

# Parts for each worker, so that the quick ones take more of them; and rows of windows of a part, at
# least, as long as there is one for each worker: each part computes a row twice.
PARTS_OF_EACH, LEAST_ROWS = 4, 16
# How often it is looked whether a worker has come, or a file is seen, seconds; and for how long a
# network file system may hide one.
GLANCE_S, HIDDEN_S = 0.5, 90
MARK_SUFFIX = ".new"


def segment_anywhere(
    request: SegmentRequest, job: Job, load: BackendLoader = load_backend
) -> dict[str, Any]:
    """Segment a raster, on the workers of a cluster if the request names one.

    Returns:
        As `segment_raster`; of a cluster, as `assemble`.

    Raises:
        MissingPackage: if dask is not installed.
        ClusterLost: if the scheduler is gone before the map is there; parts are kept.
        EngineError: as `segment`; and `InvalidRequest` if a worker does not see raster or folder,
            or is not of this version.
    """
    if request.cluster is None:
        return segment_raster(request, job, load)
    request.check()
    try:
        import distributed  # noqa: F401 - whether it is there
    except ImportError as error:
        raise MissingPackage(package="distributed", requirement="distributed") from error
    from crossearth_engine.cluster.address import parse_address
    from crossearth_engine.cluster.connection import connected, local_cards

    address = parse_address(request.cluster, without_tls=request.without_tls)
    may_share = not address.scheduler and request.device == "auto"
    cards = local_cards() if may_share else 0
    with connected(address, cards) as client:
        return _Run(request, client, cards, job).run()


class _Run:
    def __init__(self, request: SegmentRequest, client: Client, cards: int, job: Job) -> None:
        self._request = request
        self._client = client
        self._cards = cards
        self._job = job
        self._name = f"crossearth-{uuid.uuid4().hex[:12]}"
        self._folder = parts_folder(request.outputs[CLASSES.name])
        self._arguments = {
            name: value for name, value in asdict(request).items() if name not in IN_PARTS
        }
        # Windows that are done, by the task that does them.
        self._done: dict[str, float] = {}
        self._windows_of: dict[str, int] = {}
        self._total = 0
        self._told: set[str] = set()
        # News come in a thread of dask.
        self._telling = threading.Lock()

    def run(self) -> dict[str, Any]:
        from crossearth_engine.cluster.tasks import Tasks

        self._wait_for_workers()
        self._tasks = tasks = Tasks(self._client, self._name, self._job)
        with self._folder_of_parts() as mark, self._engines(mark):
            settled = self._plan(tasks)
            self._compute(tasks, settled)
            output = str(self._request.outputs[CLASSES.name])
            asked = {"output": output, **{n: self._arguments[n] for n in ASSEMBLE if n != "output"}}
            return tasks.one("assemble", "assemble", asked)

    def _wait_for_workers(self) -> None:
        is_told = False
        while not self._client.scheduler_info(n_workers=-1)["workers"]:
            if not is_told:
                self._job.log("info", "The scheduler has no workers yet: waiting for them…")
            is_told = True
            self._job.sleep(GLANCE_S)

    @contextmanager
    def _folder_of_parts(self) -> Iterator[Path]:
        """Return a context with a file by which workers know the folder; parts may be left in it.

        Those of a run that was killed, or lost its scheduler, are; and with --resume all.
        """
        output = self._request.outputs[CLASSES.name]
        open_parts_folder(output)
        claim = Claim(self._folder, "run")
        if not claim.take(self._job):
            raise at_work(output, "it is being made", claim)
        with claim:
            if not self._request.resume:
                remove_parts(self._folder)
            for old in self._folder.glob(f"*{MARK_SUFFIX}"):
                old.unlink(missing_ok=True)
            mark = self._folder / f"{self._name}{MARK_SUFFIX}"
            with writing(output):
                mark.touch()
            is_kept = self._request.resume
            try:
                yield mark
            except ClusterLost:
                is_kept = True
                raise
            finally:
                mark.unlink(missing_ok=True)
                if not (is_kept and (self._folder / PLAN_FILE).exists()):
                    remove_folder(self._folder)

    @contextmanager
    def _engines(self, mark: Path) -> Iterator[None]:
        """Return a context in which each worker that can take part has an engine.

        Raises:
            InvalidRequest: if one of those that are there cannot.
        """
        from crossearth_engine.cluster.workers import Engine, objection_to

        sight = self._sight(mark)
        found = self._client.run(objection_to, sight, on_error="return")
        for worker, objection in found.items():
            if isinstance(objection, ImportError):
                objection = f"has no engine of version {__version__} ({objection})"
            if objection:
                raise InvalidRequest(reason=f"The worker {worker} {str(objection).rstrip('.')}.")
        self._client.subscribe_topic(self._name, self._hear)
        self._client.register_plugin(Engine(self._name, sight, self._cards), name=self._name)
        try:
            yield
        except ClusterLost:
            raise  # nobody is there to be told; workers end their engines by themselves
        except BaseException:
            self._dismiss()
            raise
        self._dismiss()

    def _dismiss(self) -> None:
        """End the engines, and wait until they have ended: nothing is written after that."""
        from crossearth_engine.cluster.workers import stop

        self._client.run(stop, self._name, on_error="ignore")
        self._client.unregister_worker_plugin(self._name)

    def _sight(self, mark: Path) -> Sight:
        from crossearth_engine.cluster.sight import Sight, identities

        folder = str(Path.cwd())
        raster, model = identities(self._request, folder)
        place = str(self._folder.parent)
        return Sight(__version__, folder, self._arguments, raster, model, place, str(mark))

    def _plan(self, tasks: Tasks) -> PartPlan:
        path = self._folder / PLAN_FILE
        if not path.exists():
            tasks.one("plan", "segment", {**self._arguments, "plan": str(path)})
        for _ in range(round(HIDDEN_S / GLANCE_S)):
            if path.exists():
                break
            self._job.sleep(GLANCE_S)
        return read_plan(path)

    def _compute(self, tasks: Tasks, settled: PartPlan) -> None:
        here = settled.request_here(self._folder.parent)
        model = find_model(here.model)
        with RasterSource(here.input, model.bands, here.bands, here.nodata, here.crs) as source:
            self._job.plan(stages(settled.rebuilt(here, source, model)))
        self._job.start("windows")
        count = self._count(tasks, settled)
        parts = {f"part {number}/{count}": number for number in range(1, count + 1)}
        parts = {name: n for name, n in parts.items() if settled.rows_of(n, count)}
        self._done = dict.fromkeys(parts, 0.0)
        self._windows_of = {
            name: len(settled.rows_of(n, count)) * settled.columns for name, n in parts.items()
        }
        self._total = settled.rows * settled.columns
        # A part that is lost goes on where its worker was.
        asked = {**self._arguments, "resume": True}
        tasks.all(
            "segment",
            {name: {**asked, "part": name.removeprefix("part ")} for name in parts},
            lambda name, _: self._count_done(name, 1.0),
        )

    def _count(self, tasks: Tasks, settled: PartPlan) -> int:
        """Return into how many parts the raster goes."""
        begun = [count for _, count in begun_parts(self._folder)]
        if begun:
            return max(begun)
        workers, units = max(tasks.workers, 1), -(-settled.rows // settled.unit)
        return min(units, max(workers, min(PARTS_OF_EACH * workers, settled.rows // LEAST_ROWS)))

    def _count_done(self, name: str, share: float) -> None:
        with self._telling:
            if self._job.stage == "windows":  # and not a late word of a part
                self._done[name] = max(self._done[name], share * self._windows_of[name])
                self._job.progress(round(sum(self._done.values())), self._total)

    def _hear(self, event: tuple[float, dict[str, Any]]) -> None:
        """Tell what a worker tells; called from a thread of dask."""
        news = event[1]
        name = news.get("task") if news.get("task") in self._windows_of else None
        with contextlib.suppress(EngineError):  # a cancel is noticed where tasks are waited for
            if "ready" in news:
                self._tasks.note_ready()
            elif "begun" in news:
                self._tasks.note_begun(news["task"], news["begun"])
            elif "finding" in news:
                code, details = news["finding"]
                self._tell_once(code, lambda: self._job.warn(Finding(code, details)))
            elif "log" in news:
                level, text = news["log"]
                # Of each part it would be said how the network sees the raster.
                if level != "info" or not name:
                    self._tell_once(text, lambda: self._job.log(level, text))
            elif name:
                _, done, total = news["at"]
                self._count_done(name, done / max(total, 1))
            else:
                stage, done, total = news["at"]
                self._follow(stage, done, total)

    def _tell_once(self, what: str, tell: Any) -> None:
        if what not in self._told:
            self._told.add(what)
            tell()

    def _follow(self, stage: str, done: int, total: int) -> None:
        """Tell how far the joining of the parts is."""
        if self._total and stage != "windows":
            with self._telling:
                if stage != self._job.stage:
                    self._job.start(stage)
                self._job.progress(done, total)
