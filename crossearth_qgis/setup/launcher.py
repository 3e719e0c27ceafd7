"""The engine's command line, for shells: a small script beside its environment."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path


def launcher(folder: Path) -> Path:
    """Return where the script lies; the folder's environments come and go beside it."""
    return folder / ("crossearth.cmd" if sys.platform == "win32" else "crossearth")


def write_launcher(folder: Path, python: Path, program: Path) -> None:
    """Write a script that runs the engine's program with its Python.

    Not one of pip's: the engine's code is the plugin's and is not installed.

    Raises:
        OSError: if it cannot be written.
    """
    target = launcher(folder)
    if sys.platform == "win32":
        text = f'@"{python}" -I "{program}" %*\r\n'
        if not text.isascii():
            # It is read in the console's own code page.
            text = f"@chcp 65001 >nul\r\n{text}"
    else:
        text = f'#!/bin/sh\nexec {shlex.quote(str(python))} -I {shlex.quote(str(program))} "$@"\n'
    target.write_bytes(text.encode())
    target.chmod(0o755)
