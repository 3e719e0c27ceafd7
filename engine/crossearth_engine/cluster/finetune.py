"""A model adapted to polygons; what its network sees of them the workers of a cluster compute.

They write it beside the new model. The head is fitted here, which takes seconds.
"""

from __future__ import annotations

import contextlib
import threading
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossearth_engine.cluster.address import parse_address
from crossearth_engine.cluster.segment import require_dask
from crossearth_engine.cluster.shared_folder import folder_beside
from crossearth_engine.errors import ClusterLost, EngineError, InvalidRequest
from crossearth_engine.inference.request import IN_PARTS, SegmentRequest
from crossearth_engine.job import Job
from crossearth_engine.publishing import writing
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.shared.findings import Finding
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.request import FeaturesRequest, FinetuneRequest

if TYPE_CHECKING:
    from crossearth_engine.cluster.crew import News
    from crossearth_engine.cluster.places import Places
    from crossearth_engine.cluster.sight import Sight
    from crossearth_engine.cluster.tasks import NamedTasks, Tasks

# Of how many folders with rasters it is looked whether workers see them.
MOST_FOLDERS = 16


def adapt_anywhere(request: FinetuneRequest, job: Job) -> dict[str, Any]:
    """Adapt a model; what its network sees is computed by a cluster if the request names one.

    Returns:
        As `adapt`.

    Raises:
        MissingPackage: if dask is not installed.
        EngineError: as `adapt`; `InvalidRequest` if it is not known where workers can write, or one
            does not see rasters or folder, or is not of this version.
    """
    if request.cluster is None:
        return adapt(request, job)
    request.check()
    require_dask()
    from crossearth_engine.cluster.places import absolute
    from crossearth_engine.training.quick.views import Elsewhere

    is_far = bool(parse_address(request.cluster, without_tls=request.without_tls).scheduler)
    if is_far and request.out is None:
        reason = (
            "The workers write what they see beside the new model: name its folder (--out), in a "
            "folder that they see."
        )
        raise InvalidRequest(reason=reason)
    if request.places:
        request = absolute(request)
    with writing(request.folder):
        request.folder.parent.mkdir(parents=True, exist_ok=True)
    with folder_beside(request.folder, "features", job) as folder:
        try:
            return adapt(request, job, Elsewhere(folder, partial(_compute, folder)))
        except ClusterLost as error:
            reason = (
                f"The scheduler {error.details['address']} does not answer any more: give the "
                "command again when there is one, or without --cluster. What is computed is kept."
            )
            raise EngineError(reason=reason) from error


def _compute(
    folder: Path,
    request: FeaturesRequest,
    sources: Sequence[RasterSource],
    job: Job,
    step: Callable[[], None],
) -> None:
    """Have the workers of a cluster compute features; see `Elsewhere`."""
    from crossearth_engine.cluster.agreement import require_agreement
    from crossearth_engine.cluster.crew import engines, workers_for
    from crossearth_engine.cluster.places import Places
    from crossearth_engine.cluster.tasks import Tasks

    places = Places.parsed(request.places or ())
    run = f"crossearth-{uuid.uuid4().hex[:12]}"
    mark = folder / f"{run}.new"
    with writing(folder):
        mark.touch()
    with workers_for(request, job) as (client, cards):
        sights = _sights(request, sources, mark, places)
        require_agreement(client, sights, job)
        tasks = Tasks(client, run, job)
        news = _News(tasks, job, step)
        with engines(client, run, sights, cards, news.hear):
            tasks.all(_tasks(request, tasks.workers), news.end)


def _sights(
    request: FeaturesRequest, sources: Sequence[RasterSource], mark: Path, places: Places
) -> list[Sight]:
    """Return what all workers have to see: a raster of each folder, and the network."""
    from crossearth_engine.cluster.crew import arguments_of, sight_of

    seen: dict[Path, Sight] = {}
    for path, source in zip(request.rasters, sources, strict=True):
        parent = Path(path).parent
        if parent in seen or len(seen) == MOST_FOLDERS:
            continue
        one = SegmentRequest(
            input=path,
            output=str(mark.parent / "map.tif"),
            model=request.model,
            # As they were chosen here: an encoder may do without some of its own.
            bands=list(source.bands),
            nodata=request.nodata_at(path),
            crs=request.crs_at(path),
        )
        seen[parent] = sight_of(one, arguments_of(one, IN_PARTS), mark.parent, mark, places)
    return list(seen.values())


def _tasks(request: FeaturesRequest, workers: int) -> NamedTasks:
    """Return tasks of windows that lie side by side, as many for each worker as there are parts."""
    from crossearth_engine.cluster.crew import arguments_of
    from crossearth_engine.cluster.in_parts import PARTS_OF_EACH
    from crossearth_engine.cluster.tasks import Task

    windows = request.windows
    count = min(PARTS_OF_EACH * max(workers, 1), len(windows))
    ends = [len(windows) * number // count for number in range(count + 1)]
    for number in range(1, count + 1):
        own = replace(request, windows=windows[ends[number - 1] : ends[number]])
        name = f"share {number}/{count} of the windows"
        yield name, Task("features", arguments_of(own, IN_PARTS))


class _News:
    """What workers tell, told on."""

    def __init__(self, tasks: Tasks, job: Job, step: Callable[[], None]) -> None:
        self._tasks, self._job, self._step = tasks, job, step
        self._done: Counter[str] = Counter()
        self._stepped = 0
        self._told: set[str] = set()
        # News come in a thread of dask.
        self._telling = threading.Lock()

    def end(self, name: str, end: dict[str, Any] | EngineError) -> NamedTasks:
        """Take note of the end of a task: nothing follows from it."""
        if isinstance(end, EngineError):
            raise end
        self._count(name, end["windows"])
        return []

    def hear(self, news: News) -> None:
        """Tell what a worker tells; called from a thread of dask."""
        with contextlib.suppress(EngineError):  # a cancel is noticed where tasks are waited for
            if "ready" in news:
                self._tasks.note_ready()
            elif "begun" in news:
                self._tasks.note_begun(news["task"], news["begun"])
            elif "finding" in news:
                finding = Finding(*news["finding"])
                self._tell_once(finding.sentence, lambda: self._job.warn(finding))
            elif "log" in news and news["log"][0] != "info":
                level, text = news["log"]
                self._tell_once(text, lambda: self._job.log(level, text))
            elif "at" in news:
                self._count(news["task"], news["at"][1])

    def _count(self, name: str, done: int) -> None:
        with self._telling:
            self._done[name] = max(self._done[name], done)
            while self._stepped < self._done.total():
                self._stepped += 1
                self._step()

    def _tell_once(self, what: str, tell: Callable[[], None]) -> None:
        if what not in self._told:
            self._told.add(what)
            tell()
