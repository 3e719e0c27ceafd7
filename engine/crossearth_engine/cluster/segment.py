"""A raster, segmented here or by the workers of a cluster.

There it goes in parts. Rasters and row files are read and written by the workers; only names,
counts and sentences travel.
"""

from __future__ import annotations

import threading
import uuid
from typing import TYPE_CHECKING, Any

from crossearth_engine.errors import EngineError, MissingPackage
from crossearth_engine.inference.finish import stages
from crossearth_engine.inference.load import BackendLoader, load_backend
from crossearth_engine.inference.part_plan import PartPlan
from crossearth_engine.inference.parts import segment_raster
from crossearth_engine.inference.request import IN_PARTS, SegmentRequest
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.shared.products import CLASSES

if TYPE_CHECKING:
    from distributed import Client

    from crossearth_engine.cluster.tasks import NamedTasks


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
    require_dask()
    from crossearth_engine.cluster.crew import workers_for
    from crossearth_engine.cluster.places import absolute

    if request.places:
        request = absolute(request)
    with workers_for(request, job) as (client, cards):
        return _Run(request, client, cards, job).run()


def require_dask() -> None:
    """Raise MissingPackage if dask is not installed."""
    try:
        import distributed  # noqa: F401 - whether it is there
    except ImportError as error:
        raise MissingPackage(package="distributed", requirement="distributed") from error


class _Run:
    def __init__(self, request: SegmentRequest, client: Client, cards: int, job: Job) -> None:
        self._request = request
        self._client = client
        self._cards = cards
        self._job = job
        self._name = f"crossearth-{uuid.uuid4().hex[:12]}"
        # News come in a thread of dask.
        self._telling = threading.Lock()

    def run(self) -> dict[str, Any]:
        from crossearth_engine.cluster.agreement import require_agreement
        from crossearth_engine.cluster.crew import arguments_of, engines, sight_of
        from crossearth_engine.cluster.in_parts import PARTS_OF_EACH, InParts, folder_of_parts
        from crossearth_engine.cluster.news import Listener
        from crossearth_engine.cluster.places import Places
        from crossearth_engine.cluster.tasks import Tasks

        tasks = Tasks(self._client, self._name, self._job)
        workers = max(tasks.workers, 1)
        most = PARTS_OF_EACH * workers
        self._raster = raster = InParts(self._request, workers, most, planned=self._planned)
        with folder_of_parts(self._request, self._name, self._job) as mark:
            arguments = arguments_of(self._request, IN_PARTS)
            places = Places.parsed(self._request.places or ())
            sight = sight_of(self._request, arguments, mark.parent.parent, mark, places)
            require_agreement(self._client, [sight], self._job)
            # Of each part it would be said how the network sees the raster.
            listener = Listener(
                tasks, self._job, self._at, tells_all=lambda task: not raster.is_part(task)
            )
            with engines(self._client, self._name, [sight], self._cards, listener.hear):
                tasks.all(raster.begin(), self._ended)
        return raster.result or {}

    def _ended(self, name: str, end: dict[str, Any] | EngineError) -> NamedTasks:
        following = self._raster.go_on(name, end)
        if self._raster.is_part(name):
            self._count_done(name, 1.0)
        return following

    def _planned(self, settled: PartPlan) -> None:
        # The plan has paths of the worker that has made it.
        home = self._request.outputs[CLASSES.name].parent
        here = settled.request_here(home, self._request)
        model = find_model(here.model)
        with open_source(here.input, model.bands, here.bands, here.nodata, here.crs) as source:
            self._job.plan(stages(settled.rebuilt(here, source, model)))
        self._job.start("windows")

    def _count_done(self, name: str, share: float) -> None:
        with self._telling:
            if self._job.stage == "windows":  # and not a late word of a part
                self._raster.note(name, share)
                self._job.progress(self._raster.done, self._raster.total)

    def _at(self, name: str, stage: str, done: int, total: int) -> None:
        """Take note of how far a worker is; called from a thread of dask."""
        if self._raster.is_part(name):
            self._count_done(name, done / max(total, 1))
        else:
            self._follow(stage, done, total)

    def _follow(self, stage: str, done: int, total: int) -> None:
        """Tell how far the joining of the parts is."""
        if self._raster.total and stage != "windows":
            with self._telling:
                if stage != self._job.stage:
                    self._job.start(stage)
                self._job.progress(done, total)
