"""A model adapted to polygons; what its network sees of them the workers of a cluster compute.

They write it beside the new model, or in another folder. The head is fitted here, in seconds.
"""

from __future__ import annotations

import contextlib
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
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
    from crossearth_engine.cluster.places import Places
    from crossearth_engine.cluster.sight import Sight
    from crossearth_engine.cluster.tasks import NamedTasks

# Of how many folders with rasters it is looked whether workers see them.
MOST_FOLDERS = 16
# How often it is looked whether a file is seen, seconds.
GLANCE_S = 0.5


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
    if is_far and request.out is None and request.scratch is None:
        raise InvalidRequest(reason=Finding("features-nowhere"))
    if request.places:
        request = absolute(request)
    beside = request.folder
    if request.scratch is not None:
        beside = Path(request.scratch).expanduser().absolute() / request.model_id
    with _parents(beside), folder_beside(beside, "features", job) as folder:
        try:
            return adapt(request, job, Elsewhere(folder, _Workers(folder).compute))
        except ClusterLost as error:
            address = {"address": error.details["address"]}
            raise EngineError(reason=Finding("scheduler-gone-features-kept", address)) from error


@contextmanager
def _parents(path: Path) -> Iterator[None]:
    """Return a context in which the folders are there that a path lies in.

    Those that were made for it go again if nothing is in them.
    """
    made = [folder for folder in path.parents if not folder.exists()]
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        for folder in made:
            with contextlib.suppress(OSError):
                folder.rmdir()


class _Workers:
    """Have a cluster compute features; see `Elsewhere`.

    Args:
        folder: where workers write them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._device = ""

    def compute(
        self,
        request: FeaturesRequest,
        sources: Sequence[RasterSource],
        job: Job,
        step: Callable[[], None],
    ) -> str:
        """Return on what they were computed, and are seen here.

        Raises:
            InvalidRequest: if that is two different things.
            EngineError: as `workers_for` and `Tasks.all`.
        """
        from crossearth_engine.cluster.agreement import require_agreement
        from crossearth_engine.cluster.crew import engines, workers_for
        from crossearth_engine.cluster.news import Listener
        from crossearth_engine.cluster.places import Places
        from crossearth_engine.cluster.tasks import Tasks

        places = Places.parsed(request.places or ())
        run = f"crossearth-{uuid.uuid4().hex[:12]}"
        mark = self._folder / f"{run}.new"
        with writing(self._folder):
            mark.touch()
        counted = _Counted(step)

        def end(name: str, end: dict[str, Any] | EngineError) -> NamedTasks:
            if isinstance(end, EngineError):
                raise end
            self._note_device(end["device"])
            counted.note(name, "", end["windows"])
            return []

        with workers_for(request, job) as (client, cards):
            sights = _sights(request, sources, mark, places)
            require_agreement(client, sights, job)
            tasks = Tasks(client, run, job)
            listener = Listener(tasks, job, counted.note)
            with engines(client, run, sights, cards, listener.hear):
                tasks.all(_tasks(request, tasks.workers), end)
        self._wait_for(request, job)
        return self._device

    def _note_device(self, device: str) -> None:
        """Refuse what was computed on another device than the rest."""
        if self._device and device != self._device:
            devices = {"device": self._device, "other": device}
            raise InvalidRequest(reason=Finding("devices-mixed", devices))
        self._device = device

    def _wait_for(self, request: FeaturesRequest, job: Job) -> None:
        """Wait until all is seen here that was written elsewhere.

        Raises:
            EngineError: if it is not.
        """
        from crossearth_engine.cluster.sight import HIDDEN_S
        from crossearth_engine.training.quick.window_maps import features_folder

        folder, until = features_folder(self._folder, self._device), time.monotonic() + HIDDEN_S
        for name in request.windows:
            while not (folder / f"{name}.npz").exists():
                if time.monotonic() > until:
                    raise EngineError(reason=Finding("features-unseen", {"folder": str(folder)}))
                job.sleep(GLANCE_S)


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


class _Counted:
    """Windows that are done, by the words of workers and the ends of tasks.

    Args:
        step: called for each.
    """

    def __init__(self, step: Callable[[], None]) -> None:
        self._step = step
        self._done: Counter[str] = Counter()
        self._stepped = 0
        # News come in a thread of dask.
        self._telling = threading.Lock()

    def note(self, name: str, _stage: str, done: int, _total: int = 0) -> None:
        """Take note of how many windows of a task are done."""
        with self._telling:
            self._done[name] = max(self._done[name], done)
            while self._stepped < self._done.total():
                self._stepped += 1
                self._step()
