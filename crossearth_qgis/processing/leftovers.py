"""What a job leaves unfinished when its engine dies: kept where it can be resumed, else removed."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterable
from pathlib import Path

from ..shared import leftovers as shared

logger = logging.getLogger(__name__)


class Leftovers:
    """Where the outputs of one job grow until they are complete; the engine writes nowhere else.

    None of it is the job's before its turn: what lies there until then is of another run.

    Args:
        outputs: the files that the job writes.
    """

    def __init__(self, outputs: Iterable[str] = ()) -> None:
        self._folders = [shared.partial_folder(Path(output)) for output in outputs]
        self._are_ours = False

    def claim(self) -> None:
        """Take what comes from here on for this job's: it has its turn."""
        self._are_ours = True

    def disclaim(self) -> None:
        """Forget the turn: the job waits for another one."""
        self._are_ours = False

    def are_resumable(self) -> bool:
        """Return whether a run can go on from them."""
        return any(map(shared.is_resumable, self._ours()))

    def remove(self) -> None:
        """Remove them, but for what a living engine writes: another run to the same output."""
        for folder in self._ours():
            if shared.remove(folder):
                logger.info("Removed %s", folder)

    def _ours(self) -> list[Path]:
        return self._folders if self._are_ours else []


class LeftoversIn(Leftovers):
    """Leftovers in a folder where the engine alone names the outputs: what the job has changed."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._before: dict[Path, int] = {}

    def claim(self) -> None:
        super().claim()
        self._before = self._unfinished()

    def _ours(self) -> list[Path]:
        if not self._are_ours:
            return []
        now = self._unfinished()
        return [folder for folder, changed in now.items() if self._before.get(folder) != changed]

    def _unfinished(self) -> dict[Path, int]:
        """Return where outputs grow, and when each of these folders last got a file."""
        changed_at = {}
        for folder in shared.partial_folders(self._folder):
            with contextlib.suppress(FileNotFoundError):  # another run has just completed it
                changed_at[folder] = folder.stat().st_mtime_ns
        return changed_at
