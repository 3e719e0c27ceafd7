"""The engine's folder on the disk: room in it, renaming and deleting in it with patience."""

from __future__ import annotations

import contextlib
import shutil
import time
from pathlib import Path

from ..errors import EngineSetupFailed
from ..shared import moves
from ..translation import translate


def require_space(folder: Path, needed_bytes: int) -> None:
    """Raise EngineSetupFailed unless so much is free on the disk of a folder."""
    free = shutil.disk_usage(folder).free
    if free < needed_bytes:
        raise EngineSetupFailed(
            translate(
                "CrossEarth",
                "The engine needs {needed} MB in {folder}, but only {free} MB are free. Free some "
                "space, or name another folder in the environment variable CROSSEARTH_HOME.",
            ).format(needed=needed_bytes // 1_000_000, folder=folder, free=free // 1_000_000)
        )


def not_writable(folder: Path, reason: object) -> EngineSetupFailed:
    """Return the error for a folder that does not take what is written."""
    return EngineSetupFailed(
        translate(
            "CrossEarth",
            "The folder {folder} cannot be written ({reason}). Make it writable, or name another "
            "one in the environment variable CROSSEARTH_HOME.",
        ).format(folder=folder, reason=reason)
    )


def delete_tree(folder: Path) -> None:
    """Delete a folder, if it is there; wait for who has a file in it open for a moment.

    Raises:
        OSError: if it cannot be done.
    """
    for attempt in range(1, moves.ATTEMPTS + 1):
        try:
            shutil.rmtree(folder)
            return
        except FileNotFoundError:
            return
        except PermissionError:
            if attempt == moves.ATTEMPTS:
                raise
            time.sleep(moves.PAUSE_S)


def clear_away(folder: Path) -> None:
    """Delete what can be deleted of a folder that nobody needs any more."""
    with contextlib.suppress(OSError):
        delete_tree(folder)
    shutil.rmtree(folder, ignore_errors=True)
