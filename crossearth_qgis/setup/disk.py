"""The engine's folder on the disk: room in it, renaming and deleting in it with patience."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from pathlib import Path

from ..errors import EngineSetupFailed
from ..shared import moves
from ..translation import translate
from . import advice

_LONGEST_OF_WINDOWS = 259
# Of what every environment has, from the folder of engines on; PyTorch has longer ones.
_LONGEST_INSIDE = 150


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


def require_short_paths(folder: Path) -> None:
    """Raise EngineSetupFailed if paths in a folder would get longer than this Windows takes."""
    is_long = len(str(folder)) + _LONGEST_INSIDE > _LONGEST_OF_WINDOWS
    if sys.platform == "win32" and is_long and not _takes_long_paths():
        raise EngineSetupFailed(advice.long_path())


def _takes_long_paths() -> bool:
    if sys.platform == "win32":
        import winreg

        key = r"SYSTEM\CurrentControlSet\Control\FileSystem"
        with contextlib.suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as file:
            return bool(winreg.QueryValueEx(file, "LongPathsEnabled")[0])
    return False


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
        except (FileNotFoundError, PermissionError):
            # Scanners keep files open, or take one away while its neighbours go.
            if not os.path.lexists(folder):
                return
            if attempt == moves.ATTEMPTS:
                raise
            time.sleep(moves.PAUSE_S)


def clear_away(folder: Path) -> None:
    """Delete what can be deleted of a folder that nobody needs any more."""
    with contextlib.suppress(OSError):
        delete_tree(folder)
    shutil.rmtree(folder, ignore_errors=True)
