"""What of a run is finished and on disk, so that the same run can go on after a crash.

A small JSON file, replaced as a whole: it says with which data, model and options the run was
started and how far it is. What it refers to was written, and brought to the disk, before.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from crossearth_engine.digests import are_same_times, digest_of
from crossearth_engine.shared import leftovers
from crossearth_engine.shared.moves import rename, sync_folder


class Journal:
    """The journal of a run.

    Args:
        folder: where it is kept.
        identity: JSON of everything that the result's bytes depend on; only a run with the same
            goes on from it.
        times: of change of the files that are read, nanoseconds; likewise, but for how file systems
            round them.
    """

    def __init__(self, folder: Path, identity: dict[str, Any], times: Sequence[int] = ()) -> None:
        self._path = folder / leftovers.JOURNAL_FILE
        self._digest = digest_of(identity)
        self._times = list(times)

    @property
    def exists(self) -> bool:
        """Whether a run has left a journal here, be it this one or another."""
        return self._path.is_file()

    def read(self) -> dict[str, Any] | None:
        """Return what was noted last, or None if this run has noted nothing.

        Raises:
            OSError, ValueError: if it is not what was written.
        """
        if not self.exists:
            return None
        content = json.loads(self._path.read_text(encoding="utf-8"))
        names = {"digest", "times", "state", "checksum"}
        if not isinstance(content, dict) or content.keys() != names:
            raise ValueError(f"{self._path} is no journal.")
        if content.pop("checksum") != digest_of(content):
            raise ValueError(f"{self._path} is not what it was.")
        state: dict[str, Any] = content["state"]
        is_same = content["digest"] == self._digest and are_same_times(
            content["times"], self._times
        )
        return state if is_same else None

    def write(self, state: dict[str, Any]) -> None:
        """Note how far the run is. What ``state`` refers to must be on the disk."""
        fresh = self._path.with_suffix(".new")
        content = {"digest": self._digest, "times": self._times, "state": state}
        with fresh.open("w", encoding="utf-8") as stream:
            json.dump({**content, "checksum": digest_of(content)}, stream)
            stream.flush()
            os.fsync(stream.fileno())
        rename(fresh, self._path)
        sync_folder(self._path.parent)
