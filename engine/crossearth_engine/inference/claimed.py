"""One raster by whoever is told to, where somebody else may have been told before, and live."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from crossearth_engine.inference.finished import finished
from crossearth_engine.inference.load import BackendLoader, load_backend
from crossearth_engine.inference.parts import at_work
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.inference.sharing import FOLDER, remove_left
from crossearth_engine.job import Job
from crossearth_engine.map.claim import Claim
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared.products import CLASSES


def segment_claimed(
    request: SegmentRequest, job: Job, load: BackendLoader = load_backend
) -> dict[str, Any]:
    """Segment a raster that nobody else is at; what a process has left that has died is removed.

    With ``resume`` it is not computed again where the map is there already.

    Returns:
        As `segment`.

    Raises:
        OutputNotWritable: if another process is at it, which is named as ``holder``.
        EngineError: as `segment`.
    """
    request.check()
    output = request.outputs[CLASSES.name]
    claim = _claim(output)
    if not claim.take(job):
        raise at_work(output, "it is being made", claim)
    with claim, ExitStack() as stack:
        stack.callback(claim.give_back)
        remove_left(request, claim)
        known = finished(request, find_model(request.model)) if request.resume else None
        # In a folder that is called after a claim nobody else would go on.
        return known or segment(replace(request, resume=False), job, load, claim)


def claims_folder(folder: Path) -> Path:
    """Return where claims to the maps in a folder are."""
    return folder / FOLDER


def remove_claims(requests: Iterable[SegmentRequest], folder: Path) -> None:
    """Remove what processes have left that are dead, and the folder if nothing else is in it."""
    with contextlib.suppress(OSError):
        left = {path.stem.rpartition("-")[0] for path in claims_folder(folder).glob("*.claim")}
        for request in requests:
            output = request.outputs[CLASSES.name]
            claim = _claim(output)
            if output.name in left and claim.try_take():
                remove_left(request, claim)
                claim.give_back()
        claims_folder(folder).rmdir()


def _claim(output: Path) -> Claim:
    return Claim(claims_folder(output.parent), output.name)
