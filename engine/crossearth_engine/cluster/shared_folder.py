"""A folder beside an output, in which workers write what is gone again when the run ends."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crossearth_engine.errors import OutputNotWritable
from crossearth_engine.job import Job
from crossearth_engine.publishing import PartialOutput, writing

# How long the workers of a run that was killed may take to let go of its folder, and how often that
# is looked at, seconds.
LET_GO_S, GLANCE_S = 10.0, 0.2


@contextmanager
def folder_beside(output: Path, mark: str, job: Job) -> Iterator[Path]:
    """Return a context with an empty folder; what a run has left that was killed is removed.

    Args:
        output: beside which it is.
        mark: what it is for, in its name.
        job: may be canceled.

    Raises:
        OutputNotWritable, DiskFull: if it cannot be made, or another run has it.
    """
    with PartialOutput(output, mark) as partial:
        until = time.monotonic() + LET_GO_S
        while True:
            try:
                partial.clear()
                break
            except OutputNotWritable:
                if time.monotonic() > until:
                    raise
                job.sleep(GLANCE_S)
        # Of its own: what those workers still write is not of this run.
        folder = partial.folder / uuid.uuid4().hex[:12]
        with writing(output):
            folder.mkdir()
        yield folder
