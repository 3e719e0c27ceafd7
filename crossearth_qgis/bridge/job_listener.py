"""JobListener: who hears what a job says, and is asked whether it is to go on."""

from __future__ import annotations

from typing import Any


class JobListener:
    """Hears nothing and never cancels; override what is of interest.

    All methods are called by the thread that waits for the job.
    """

    def on_turn(self) -> None:
        """No other job is in the way any more."""

    def on_start(self) -> None:
        """The engine's process is being started, as there is none that could be used."""

    def on_begin(self) -> None:
        """The engine has the job."""

    def on_progress(self, message: Any) -> None:
        """The message ``Progress`` of the protocol has come."""

    def on_log(self, level: str, text: str) -> None:
        """The engine says a sentence; the level is ``info`` or ``warning``."""

    def on_measured(self, step: int, values: dict[str, float]) -> None:
        """A training tells figures by name."""

    def is_canceled(self) -> bool:
        """Return whether the job shall end; asked several times a second."""
        return False
