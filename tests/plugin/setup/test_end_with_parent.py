from __future__ import annotations

import subprocess
import sys

import pytest

from crossearth_qgis.setup import end_with_parent
from tests.plugin.setup.test_child_process import is_zombie
from tests.plugin.support import is_running, wait_until

# What QGIS does: start the program with a pipe as its input, and hand on what it says.
_PARENT = """
import subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, start_new_session=True)
child.wait()
"""
_PIP = "import subprocess; child = subprocess.Popen(['sleep', '60']); print(child.pid, flush=True); child.wait()"  # noqa: E501


@pytest.mark.skipif(sys.platform == "win32", reason="sleep is a program of Unix")
def test_installer_and_its_children_end_when_qgis_is_killed() -> None:
    watched = [sys.executable, "-I", end_with_parent.__file__, sys.executable, "-c", _PIP]
    with subprocess.Popen(
        [sys.executable, "-c", _PARENT, *watched], stdout=subprocess.PIPE
    ) as parent:
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.kill()
    assert wait_until(lambda: not is_running(child) or is_zombie(child))


@pytest.mark.parametrize("code", [0, 3])
def test_exit_code_is_that_of_the_command(code: int) -> None:
    command = [sys.executable, "-c", f"raise SystemExit({code})"]
    watched = [sys.executable, "-I", end_with_parent.__file__, *command]
    with subprocess.Popen(watched, stdin=subprocess.PIPE, start_new_session=True) as process:
        assert process.wait(timeout=60) == code
