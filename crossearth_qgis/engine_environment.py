"""Find or create the engine's Python environment. (interface; body follows)"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class EngineEnvironment:
    """A Python that can run the engine.

    Attributes:
        python: the interpreter.
        origin: ``variable`` (CROSSEARTH_ENGINE_PYTHON), ``setting`` or ``installed`` (by us).
    """

    python: Path
    origin: str


def find() -> EngineEnvironment | None:
    """Return the environment to use, or None. Cheap: looks at files, starts no process."""
    raise NotImplementedError


def missing_reason() -> str:
    """Return why `find` finds nothing and what to do about it: a sentence for the user."""
    raise NotImplementedError


def installed_folder() -> Path:
    """Return the folder that `create` fills and `remove` deletes."""
    raise NotImplementedError


def create(on_line: Callable[[str], None], is_canceled: Callable[[], bool]) -> EngineEnvironment:
    """Create the environment in the user data folder; call it off the GUI thread.

    Args:
        on_line: called with every line of the log, from the calling thread.
        is_canceled: asked several times a second.

    Raises:
        EngineSetupFailed: with a sentence that says what to do.
        JobCanceled: if ``is_canceled`` said so; nothing is left behind.
    """
    raise NotImplementedError


def remove() -> None:
    """Delete the environment that `create` made.

    Raises:
        EngineSetupFailed: if files are in use.
    """
    raise NotImplementedError


def child_environment() -> dict[str, str]:
    """Return the environment variables for a child process: QGIS's own are left out."""
    raise NotImplementedError
