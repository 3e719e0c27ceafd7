"""Whether all workers can take part, looked at before anything starts."""

from __future__ import annotations

import time

from distributed import Client

from crossearth_engine import __version__
from crossearth_engine.cluster.model_copy import files_of, sent
from crossearth_engine.cluster.sight import HIDDEN_S, Sight
from crossearth_engine.cluster.workers import objection_to
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.job import Job
from crossearth_engine.shared.findings import Finding

# Workers that a sentence names: most often all of them lack the same.
MOST_NAMED = 4
LACKS_MODEL = "worker-without-model"
# How often they are asked again, seconds.
GLANCE_S = 2.0


def require_agreement(client: Client, sights: list[Sight], job: Job) -> None:
    """Have each worker look, and send the model to those that lack it.

    Raises:
        InvalidRequest: if one cannot take part, naming each of those, and why.
        OutputNotWritable, DiskFull: if the model cannot be sent.
    """
    found, sight = _objections(client, sights, None), sights[0]
    lacking = [worker for worker, reason in found.items() if reason.code == LACKS_MODEL]
    if lacking and len(lacking) == len(found) and sight.files is not None:
        files, root = files_of(str(sight.arguments["model"]))
        job.warn(Finding("model-sent", {"model": files.name, "count": str(len(lacking))}))
        with sent(files, root, sight.mark, job):
            until = time.monotonic() + HIDDEN_S
            while found := _objections(client, sights, lacking):
                is_hidden = all(reason.code == LACKS_MODEL for reason in found.values())
                if not is_hidden or time.monotonic() > until:
                    break
                job.sleep(GLANCE_S)
    if found:
        told = [*found.values()]
        if len(told) > MOST_NAMED:
            told[MOST_NAMED:] = [Finding("workers-more", {"count": str(len(told) - MOST_NAMED)})]
        raise InvalidRequest(reason=told)


def _objections(
    client: Client, sights: list[Sight], workers: list[str] | None
) -> dict[str, Finding]:
    """Return why workers cannot take part, by the address of each that cannot.

    One that was lost meanwhile objects to nothing: what is asked of it fails, and it is not there.
    """
    found = client.run(objection_to, sights, workers=workers, on_error="return")
    failed = {worker for worker, reason in found.items() if isinstance(reason, Exception)}
    lost = failed and failed - client.scheduler_info(n_workers=-1)["workers"].keys()
    return {
        worker: reason if isinstance(reason, Finding) else _failure(worker, reason)
        for worker, reason in found.items()
        if reason and worker not in lost
    }


def _failure(worker: str, error: Exception) -> Finding:
    """Return what is told of a worker that could not even look."""
    details = {"worker": worker, "reason": str(error).rstrip(".")}
    if isinstance(error, ImportError):
        return Finding("worker-without-engine", {**details, "version": __version__})
    return Finding("worker-failed", details)
