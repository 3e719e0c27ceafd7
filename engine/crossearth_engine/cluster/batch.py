"""Many rasters, segmented here or by the workers of a cluster.

There each is a task, and the large ones go in parts. What is made of all maps is made here.
"""

from __future__ import annotations

import contextlib
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossearth_engine.cluster.segment import require_dask
from crossearth_engine.errors import EngineError
from crossearth_engine.inference.batch import segment_batch
from crossearth_engine.inference.claimed import claims_folder, remove_claims
from crossearth_engine.inference.finish import told_outputs
from crossearth_engine.inference.load import BackendLoader
from crossearth_engine.inference.parts import PLAN_FILE, parts_folder
from crossearth_engine.inference.request import IN_PARTS, BatchRequest, SegmentRequest
from crossearth_engine.job import Job
from crossearth_engine.map.claim import SUFFIX, Claim
from crossearth_engine.publishing import writing
from crossearth_engine.shared.addresses import file_name
from crossearth_engine.shared.products import CLASSES

if TYPE_CHECKING:
    from distributed import Client

    from crossearth_engine.cluster.in_parts import InParts
    from crossearth_engine.cluster.places import Places
    from crossearth_engine.cluster.sight import Sight
    from crossearth_engine.cluster.tasks import NamedTasks

# A raster goes in parts if it is larger, pixels: what is lost with a worker is to be minutes. Also
# one of which the others would wait for the end, unless it is as small as this.
MOST_PIXELS, LEAST_PIXELS = 100_000_000, 4_000_000
# Of how many folders with rasters it is looked whether workers see them.
MOST_FOLDERS = 16
# Of the names of runs.
PREFIX = "crossearth-"


def batch_anywhere(
    request: BatchRequest, job: Job, load: BackendLoader | None = None
) -> dict[str, Any]:
    """Segment rasters, on the workers of a cluster if the request names one.

    Returns:
        As `segment_batch`.

    Raises:
        MissingPackage: if dask is not installed.
        ClusterLost: if the scheduler is gone before all maps are there, which are kept.
        EngineError: as `segment_batch`; and `InvalidRequest` if a worker does not see rasters or
            folder, or is not of this version.
    """
    if request.cluster is None:
        return segment_batch(request, job, load)
    require_dask()
    return segment_batch(request, job, load, partial(_hand_out, request))


def _hand_out(
    request: BatchRequest,
    requests: list[SegmentRequest],
    sizes: list[int],
    job: Job,
    at: Callable[[int, float], None],
    ended: Callable[[int, dict[str, Any] | EngineError], None],
) -> None:
    """Have the workers of a cluster make maps; see `HandOut`."""
    from crossearth_engine.cluster.crew import workers_for
    from crossearth_engine.cluster.places import Places, absolute

    places = Places.parsed(request.places or ())
    if request.places:
        requests = [absolute(one) for one in requests]
    with workers_for(request, job) as (client, cards):
        _Run(client, cards, places, request.folder, requests, sizes, job, at, ended).run()


class _Run:
    def __init__(
        self,
        client: Client,
        cards: int,
        places: Places,
        folder: Path,
        requests: list[SegmentRequest],
        sizes: list[int],
        job: Job,
        at: Callable[[int, float], None],
        ended: Callable[[int, dict[str, Any] | EngineError], None],
    ) -> None:
        self._client, self._cards = client, cards
        self._places = places
        self._folder = folder
        self._requests, self._sizes = requests, sizes
        self._job = job
        self._tell_at, self._tell_ended = at, ended
        self._name = f"{PREFIX}{uuid.uuid4().hex[:12]}"
        # Which raster a task is of; those in parts, and their folders, while they are at work.
        self._place_of: dict[str, int] = {}
        self._in_parts: dict[int, InParts] = {}
        self._folders: dict[int, ExitStack] = {}
        self._failed: dict[int, EngineError] = {}
        self._left: dict[int, int] = {}

    def run(self) -> None:
        from crossearth_engine.cluster.agreement import require_agreement
        from crossearth_engine.cluster.crew import engines
        from crossearth_engine.cluster.news import Listener
        from crossearth_engine.cluster.tasks import Tasks

        self._tasks = tasks = Tasks(self._client, self._name, self._job)
        self._listener = Listener(tasks, self._job, self._at, self._begun, file_of=self._file_of)
        with self._mark() as mark, ExitStack() as last:
            last.push(self._close)
            sights, errors = self._looked(mark)
            if not sights:  # and so none of the rasters can be read
                for place, error in errors.items():
                    self._end(place, error)
                return
            require_agreement(self._client, sights, self._job)
            with engines(self._client, self._name, sights, self._cards, self._listener.hear):
                tasks.all(self._coming(), self._task_ended, self._is_needless)

    @contextmanager
    def _mark(self) -> Iterator[Path]:
        """Return a context with a file by which workers know the folder of the maps."""
        claims = claims_folder(self._folder)
        mark = _mark_of(claims, self._name)
        claim = Claim(claims, self._name)
        claim.try_take()
        with claim:
            runs = {path.stem.rpartition("-")[0] for path in claims.glob(f"{PREFIX}*{SUFFIX}")}
            # Claims to maps have their names, with an ending.
            others = [Claim(claims, run) for run in runs - {self._name} if "." not in run]
            _remove_dead(claims, others)
            try:
                with writing(mark):
                    mark.touch()
                yield mark
            finally:
                mark.unlink(missing_ok=True)
                claim.give_back()
                _remove_dead(claims, others)
                remove_claims(self._requests, self._folder)

    def _looked(self, mark: Path) -> tuple[list[Sight], dict[int, EngineError]]:
        """Return what all workers have to see, one raster of each folder; and what is not seen."""
        from crossearth_engine.cluster.crew import arguments_of, sight_of

        seen: dict[Path, Sight] = {}
        errors: dict[int, EngineError] = {}
        for place, request in enumerate(self._requests):
            folder = Path(request.input).parent
            if folder not in seen and len(seen) < MOST_FOLDERS:
                asked = arguments_of(request, IN_PARTS)
                try:
                    seen[folder] = sight_of(request, asked, self._folder, mark, self._places)
                except EngineError as error:
                    errors[place] = error
        return list(seen.values()), errors

    def _coming(self) -> NamedTasks:
        """Yield the first task of each raster."""
        from crossearth_engine.cluster.crew import arguments_of
        from crossearth_engine.cluster.tasks import Task

        for place, request in enumerate(self._requests):
            if self._goes_in_parts(place):
                try:
                    first = list(self._begin(place))
                except EngineError as error:
                    self._end(place, error)
                    continue
                yield from self._noted(place, first)
            else:
                name = Path(request.output).name
                self._place_of[name] = place
                yield name, Task("segment-claimed", arguments_of(request, IN_PARTS))

    def _goes_in_parts(self, place: int) -> bool:
        request, size = self._requests[place], self._sizes[place]
        if (parts_folder(request.outputs[CLASSES.name]) / PLAN_FILE).exists():
            return True  # that an earlier run has begun
        is_long = self._fair(place) > 1 and size > LEAST_PIXELS
        return is_long or size > MOST_PIXELS

    def _fair(self, place: int) -> int:
        """Return how many workers a raster may ask for, so that none waits for others at last."""
        workers, total = max(self._tasks.workers, 1), max(sum(self._sizes), 1)
        return min(workers, max(-(-2 * workers * self._sizes[place] // total), 1))

    def _begin(self, place: int) -> NamedTasks:
        from crossearth_engine.cluster.in_parts import PARTS_OF_EACH, InParts, folder_of_parts

        request = self._requests[place]
        folder = self._folders[place] = ExitStack()
        folder.enter_context(folder_of_parts(request, self._name, self._job))
        most = PARTS_OF_EACH * max(self._tasks.workers, 1)
        called = f" of {Path(request.output).name}"
        raster = self._in_parts[place] = InParts(request, self._fair(place), most, called)
        return raster.begin()

    def _noted(self, place: int, tasks: NamedTasks) -> NamedTasks:
        """Return tasks of a raster in parts, known as such."""
        named = list(tasks)
        self._place_of.update((name, place) for name, _ in named)
        self._left[place] = self._left.get(place, 0) + len(named)
        return named

    def _task_ended(self, name: str, end: dict[str, Any] | EngineError) -> NamedTasks:
        place = self._place_of.pop(name)
        raster = self._in_parts.get(place)
        if raster is None:
            self._end(place, end)
            return []
        self._left[place] -= 1
        following: NamedTasks = []
        try:
            following = self._noted(place, raster.go_on(name, end))
        except EngineError as error:
            self._failed.setdefault(place, error)
        if not self._left[place]:
            failed = self._failed.pop(place, None)
            self._end(place, raster.result or {} if failed is None else failed)
        return following

    def _is_needless(self, name: str) -> bool:
        """Whether a task is of a raster of which there will be no map."""
        return self._place_of.get(name) in self._failed

    def _end(self, place: int, end: dict[str, Any] | EngineError) -> None:
        self._in_parts.pop(place, None)
        self._left.pop(place, None)
        self._listener.forget(self._file(place))
        with self._folders.pop(place, ExitStack()):
            pass
        if not isinstance(end, EngineError):
            end |= told_outputs(self._requests[place])
        self._tell_ended(place, end)

    def _close(self, *error: Any) -> bool:
        """Leave the folders of rasters in parts that are not done, as the run ends."""
        for folder in self._folders.values():
            folder.__exit__(*error)
        return False

    def _file(self, place: int) -> str:
        return file_name(self._requests[place].input)

    def _file_of(self, task: str | None) -> str:
        place = self._place_of.get(task or "")
        return "" if place is None else self._file(place)

    def _begun(self, task: str) -> None:
        """Take note that a worker has begun with a task; called from a thread of dask."""
        if (place := self._place_of.get(task)) is not None:
            self._tell_at(place, 0.0)

    def _at(self, task: str, stage: str, done: int, total: int) -> None:
        """Take note of how far a worker is; likewise."""
        place = self._place_of.get(task)
        if place is None:
            return
        share, raster = done / max(total, 1), self._in_parts.get(place)
        if raster is not None and raster.is_part(task):
            raster.note(task, share)
            self._tell_at(place, raster.done / max(raster.total, 1))
        elif raster is None and stage == "windows":
            self._tell_at(place, share)


def _mark_of(claims: Path, run: str) -> Path:
    return claims / f"{run}.new"


def _remove_dead(claims: Path, runs: list[Claim]) -> None:
    """Remove what runs have left that were killed: their marks, and copies of models.

    Whether one lives on another computer is known when it is looked at again, after a minute.
    """
    from crossearth_engine.cluster.model_copy import copy_beside

    with contextlib.suppress(EngineError):
        for claim in runs:
            if claim.try_take():
                mark = _mark_of(claims, claim.name)
                mark.unlink(missing_ok=True)
                shutil.rmtree(copy_beside(mark), ignore_errors=True)
                claim.give_back()
