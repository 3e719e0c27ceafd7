"""Whether all workers can take part, looked at before anything starts."""

from __future__ import annotations

import time
from typing import Any

from distributed import Client

from crossearth_engine import __version__
from crossearth_engine.cluster.model_copy import files_of, sent
from crossearth_engine.cluster.sight import HIDDEN_S, LACKS_MODEL, Sight
from crossearth_engine.cluster.workers import objection_to
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.job import Job

# Workers that a sentence names: most often all of them lack the same.
MOST_NAMED = 4
# How often they are asked again, seconds.
GLANCE_S = 2.0


def require_agreement(client: Client, sights: list[Sight], job: Job) -> None:
    """Have each worker look, and send the model to those that lack it.

    Raises:
        InvalidRequest: if one cannot take part, naming each of those, and why.
        OutputNotWritable, DiskFull: if the model cannot be sent.
    """
    found, sight = _objections(client, sights, None), sights[0]
    lacking = [worker for worker, reason in found.items() if reason.startswith(LACKS_MODEL)]
    if lacking and len(lacking) == len(found) and sight.files is not None:
        files, root = files_of(str(sight.arguments["model"]))
        job.log("info", f"The model {files.name} is sent to workers that lack it: {len(lacking)}.")
        with sent(files, root, sight.mark, job):
            until = time.monotonic() + HIDDEN_S
            while found := _objections(client, sights, lacking):
                is_hidden = all(reason.startswith(LACKS_MODEL) for reason in found.values())
                if not is_hidden or time.monotonic() > until:
                    break
                job.sleep(GLANCE_S)
    if found:
        sentences = [f"The worker {worker} {reason}." for worker, reason in found.items()]
        if len(sentences) > MOST_NAMED:
            more = len(sentences) - MOST_NAMED
            sentences[MOST_NAMED:] = [f"{more} more cannot take part either."]
        raise InvalidRequest(reason=" ".join(sentences))


def _objections(client: Client, sights: list[Sight], workers: list[str] | None) -> dict[str, str]:
    """Return why workers cannot take part, by the address of each that cannot.

    One that was lost meanwhile objects to nothing: what is asked of it fails, and it is not there.
    """
    found = client.run(objection_to, sights, workers=workers, on_error="return")
    failed = {worker for worker, reason in found.items() if isinstance(reason, Exception)}
    lost = failed and failed - client.scheduler_info(n_workers=-1)["workers"].keys()
    return {
        worker: _words(reason) for worker, reason in found.items() if reason and worker not in lost
    }


def _words(objection: Any) -> str:
    if isinstance(objection, ImportError):
        objection = f"has no engine of version {__version__} ({objection})"
    return str(objection).rstrip(".")
