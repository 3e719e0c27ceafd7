"""Run a command that ends when the process that started this one does, however that ends.

A program of its own, run by its path with any Python: ``python end_with_parent.py COMMAND…``. Its
input is a pipe of which QGIS holds the other end; when QGIS is killed, the pipe ends. Without it,
pip would go on for minutes in a folder that no lock knows of any more.
"""

from __future__ import annotations

import os
import subprocess  # the command line of this program  # nosec B404
import sys
import threading

_SIGKILL = 9


def main() -> int:
    """Run the command and return its exit code."""
    # What starts this passes a list of its own making, no shell.
    child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)  # nosec B603
    threading.Thread(target=_wait_for_parent, args=(child,), daemon=True).start()
    exit_code = child.wait()
    return exit_code if exit_code >= 0 else 128 - exit_code  # as shells tell of a signal


def _wait_for_parent(child: subprocess.Popen[bytes]) -> None:
    # Not sys.stdin: a thread that waits in it at the end of Python is a fatal error.
    os.read(0, 1)
    if sys.platform == "win32":
        taskkill = os.path.join(os.environ["SYSTEMROOT"], "System32", "taskkill.exe")  # noqa: PTH118
        command = [taskkill, "/F", "/T", "/PID", str(child.pid)]
        subprocess.run(command, check=False)  # the system's own program  # nosec B603
    elif os.getpgrp() == os.getpid():
        os.killpg(0, _SIGKILL)  # this process and all that the command has started
    else:
        child.kill()


if __name__ == "__main__":
    sys.exit(main())
