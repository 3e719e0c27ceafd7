"""The workers of a run: who is there, who can take part, and an engine on each of those."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from distributed import Client

from crossearth_engine import __version__
from crossearth_engine.arguments import Request
from crossearth_engine.cluster.address import parse_address
from crossearth_engine.cluster.connection import connected, local_cards
from crossearth_engine.cluster.model_copy import files_of
from crossearth_engine.cluster.places import Places
from crossearth_engine.cluster.sight import Sight, identities
from crossearth_engine.cluster.workers import Engine, stop
from crossearth_engine.errors import ClusterLost, EngineError
from crossearth_engine.inference.request import BatchRequest, SegmentRequest
from crossearth_engine.job import Job
from crossearth_engine.shared.findings import Finding
from crossearth_engine.training.request import FinetuneRequest

# How often it is looked whether a worker has come, seconds.
GLANCE_S = 0.5

News = dict[str, Any]
"""What a worker tells: see `workers.Engine`."""


@contextmanager
def workers_for(
    request: SegmentRequest | BatchRequest | FinetuneRequest, job: Job
) -> Iterator[tuple[Client, int]]:
    """Return a context with the client of a cluster that has workers, and the cards they share.

    Raises:
        InvalidRequest: if there is no such cluster, or it is not safe to talk to.
    """
    address = parse_address(request.cluster or "", without_tls=request.without_tls)
    may_share = not address.scheduler and request.device == "auto"
    cards = local_cards() if may_share else 0
    with connected(address, cards, request.tls) as client:
        is_told = False
        with scheduler_asked(client):
            while not client.scheduler_info(n_workers=-1)["workers"]:
                if not is_told:
                    job.warn(Finding("workers-awaited"))
                is_told = True
                job.sleep(GLANCE_S)
            yield client, cards


def sight_of(
    request: SegmentRequest, arguments: dict[str, Any], place: Path, mark: Path, places: Places
) -> Sight:
    """Return what is seen here.

    Args:
        request: names raster and model.
        arguments: of it.
        place: folder that is written to.
        mark: file in it, or below it, that is there while the run goes on.
        places: what workers call folders.

    Raises:
        EngineError: if raster or model are not there.
    """
    folder = str(Path.cwd())
    raster, model = identities(request, folder)
    files, _ = files_of(request.model)
    return Sight(
        version=__version__,
        folder=folder,
        arguments=arguments,
        raster=raster,
        model=model,
        place=str(place),
        mark=str(mark),
        places=places,
        files=files,
    )


def arguments_of(request: Request, without: tuple[str, ...]) -> dict[str, Any]:
    """Return the arguments of a request, but for some."""
    return {name: value for name, value in asdict(request).items() if name not in without}


@contextmanager
def engines(
    client: Client, run: str, sights: list[Sight], cards: int, hear: Callable[[News], None]
) -> Iterator[None]:
    """Return a context in which each worker that can take part has an engine.

    Args:
        client: of the scheduler.
        run: name of the run.
        sights: what all have to see.
        cards: how many of this computer its workers share.
        hear: is told what they tell, in a thread of dask.
    """
    with scheduler_asked(client):
        client.subscribe_topic(run, lambda event: hear(event[1]))
        client.register_plugin(Engine(run, sights, cards), name=run)
    try:
        with scheduler_asked(client):
            yield
    except ClusterLost:
        raise  # nobody is there to be told; workers end their engines by themselves
    except BaseException:
        _dismiss(client, run)
        raise
    _dismiss(client, run)


@contextmanager
def scheduler_asked(client: Client) -> Iterator[None]:
    """Return a context in which a scheduler that does not answer any more is said to be lost.

    Raises:
        ClusterLost: if it does not.
    """
    try:
        yield
    except EngineError:
        raise
    except OSError as error:
        if error.errno is not None:  # of a file, and not of dask
            raise
        raise ClusterLost(address=client.scheduler.address) from error


def _dismiss(client: Client, run: str) -> None:
    """End the engines, and wait until they have ended: nothing is written after that."""
    with contextlib.suppress(ClusterLost), scheduler_asked(client):
        client.run(stop, run, on_error="ignore")
        client.unregister_worker_plugin(run)
