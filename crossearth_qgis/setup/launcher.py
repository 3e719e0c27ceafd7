"""The engine's command line, for shells: a small script beside its environments."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from .engine_environment import POINTER, venv_python


def launcher(folder: Path) -> Path:
    """Return where the script lies; the folder's environments come and go beside it."""
    return folder / ("crossearth.cmd" if sys.platform == "win32" else "crossearth")


def write_launcher(folder: Path, program: Path) -> None:
    """Write a script that runs the engine's program in the environment that is in use by then.

    Not one of pip's: the engine's code is the plugin's and is not installed.

    Raises:
        OSError: if it cannot be written.
    """
    target = launcher(folder)
    pointer = folder / POINTER
    if sys.platform == "win32":
        # What stands between two of these would be taken for a variable.
        names = (str(path).replace("%", "%%") for path in (pointer, folder, program))
        quoted_pointer, quoted_folder, quoted_program = names
        python = venv_python(Path(quoted_folder, "%engine%"))
        text = (
            f'@setlocal\r\n@set /p engine=<"{quoted_pointer}"\r\n'
            f'@"{python}" -I "{quoted_program}" %*\r\n@exit /b %errorlevel%\r\n'
        )
        if not text.isascii():
            # It is read in the console's own code page.
            text = f"@chcp 65001 >nul\r\n{text}"
    else:
        before, after = (shlex.quote(str(path)) for path in (folder, program))
        python = venv_python(Path("$engine"))
        text = (
            f"#!/bin/sh\nengine=$(cat {shlex.quote(str(pointer))}) || exit\n"
            f'exec {before}/"{python}" -I {after} "$@"\n'
        )
    partial = target.with_suffix(".partial")
    partial.write_bytes(text.encode())
    partial.chmod(0o755)
    partial.replace(target)
