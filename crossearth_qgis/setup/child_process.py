"""A command of ours, line by line as it speaks; for the setup, which is a chain of commands."""

from __future__ import annotations

import contextlib
import os
import queue
import shutil
import subprocess  # two call sites, see below  # nosec B404
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from ..errors import EngineSetupFailed, JobCanceled
from ..translation import translate

_POLL_S = 0.1
_SIGKILL = 9  # the module signal belongs to QGIS

LineCallback = Callable[[str], None]
CanceledCallback = Callable[[], bool]


def python_command(python: Path, *arguments: str) -> list[str]:
    """Return a command for a Python by itself that speaks UTF-8, whatever the code page.

    In a code page of Windows most letters of the paths of people are lost, or end the program.
    """
    return [str(python), "-X", "utf8", "-I", *arguments]


def on_search_path(name: str, search_path: str | None = None) -> str | None:
    """Return a program of a search path, or None; the process's own path unless one is named.

    Never one of the current folder, where Windows looks first: QGIS that was started by opening a
    project is in the folder of that, which may have come from anybody.
    """
    found = shutil.which(name, path=search_path)
    return found if found and Path(found).is_absolute() else None


def stream(
    command: Sequence[str],
    variables: dict[str, str],
    on_line: LineCallback,
    is_canceled: CanceledCallback,
    timeout_s: float | None = None,
) -> int:
    """Run a command, hand on its lines as they come, and return its exit code.

    Raises:
        EngineSetupFailed: if it cannot be started or does not end in time.
        JobCanceled: on request; the process has ended then.
    """
    try:
        process = subprocess.Popen(  # a list, no shell, our own arguments  # nosec B603
            command,
            stdin=subprocess.PIPE,  # ends with QGIS, see end_with_parent
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=variables,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            # A group of its own: venv and pip have children, which have to go with them.
            start_new_session=True,
        )
    except OSError as error:
        raise EngineSetupFailed(
            translate("CrossEarth", "{program} cannot be started: {reason}").format(
                program=command[0], reason=error
            )
        ) from error
    lines: queue.Queue[str | None] = queue.Queue()

    def drain() -> None:
        with cast("BinaryIO", process.stdout) as output:
            for line in output:
                lines.put(line.decode("utf-8", errors="replace").rstrip())
        lines.put(None)

    threading.Thread(target=drain, name="crossearth-setup", daemon=True).start()
    deadline = None if timeout_s is None else time.monotonic() + timeout_s
    try:
        while True:
            if is_canceled():
                raise JobCanceled
            if deadline is not None and time.monotonic() > deadline:
                raise EngineSetupFailed(
                    translate("CrossEarth", "{program} does not answer.").format(program=command[0])
                )
            try:
                line = lines.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if line is None:
                return process.wait()
            on_line(line)
    finally:
        if process.poll() is None:
            _kill_with_children(process)
            process.wait()
        cast("BinaryIO", process.stdin).close()


def pause(seconds: float, is_canceled: CanceledCallback) -> None:
    """Wait; raise JobCanceled as soon as that is wished."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_canceled():
            raise JobCanceled
        time.sleep(_POLL_S)


def _kill_with_children(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
        command = [str(taskkill), "/F", "/T", "/PID", str(process.pid)]
        with contextlib.suppress(OSError):
            subprocess.run(  # the system's own program, no shell  # nosec B603
                command,
                check=False,
                capture_output=True,
                creationflags=subprocess.CREATE_NO_WINDOW,
            )
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, _SIGKILL)
    process.kill()
