"""The bridge to the engine's process. (interface; body follows)"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Engine:
    """Owner of the warm worker: starts it when a job comes, reuses it, stops it when idle."""

    def run(
        self,
        command: str,
        arguments: dict[str, Any],
        *,
        on_progress: Callable[[int, int, float | None], None] = lambda done, total, left: None,
        on_log: Callable[[str, str], None] = lambda level, text: None,
        is_canceled: Callable[[], bool] = lambda: False,
    ) -> dict[str, Any]:
        """Do one job and return its result; blocks, so call it off the GUI thread.

        The callbacks are called from the calling thread.

        Args:
            command: name of an engine command.
            arguments: its arguments.
            on_progress: called with (done, total windows, seconds left or None).
            on_log: called with (level ``info`` or ``warning``, sentence).
            is_canceled: asked several times a second.

        Raises:
            EngineNotInstalled, EngineStartFailed, ProtocolMismatch: no worker could be had.
            EngineCrashed: the worker ended in mid-job; the next call starts another.
            JobFailed: the engine refused or gave up; the worker is alive.
            JobCanceled: within 2 s after ``is_canceled`` became true.
        """
        raise NotImplementedError

    def stop(self) -> None:
        """End the worker, if there is one; a job in progress ends with `JobCanceled`."""
        raise NotImplementedError
