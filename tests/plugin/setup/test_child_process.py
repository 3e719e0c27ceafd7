from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from crossearth_qgis.errors import JobCanceled
from crossearth_qgis.setup.child_process import on_search_path, stream
from tests.plugin.support import is_running, wait_until


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_cancel_takes_the_children_of_the_installer_along(tmp_path) -> None:
    script = tmp_path / "installer"
    script.write_text("#!/bin/sh\nsleep 60 & echo child $!; wait\n")
    script.chmod(0o755)
    lines: list[str] = []
    with pytest.raises(JobCanceled):
        stream([str(script)], dict(os.environ), lines.append, lambda: bool(lines))
    child = int(lines[0].split()[1])
    assert wait_until(lambda: not is_running(child) or is_zombie(child))


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
@pytest.mark.parametrize("name", ["uv", "python3"])
def test_program_beside_a_project_is_not_taken(tmp_path, monkeypatch, name: str) -> None:
    program = tmp_path / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    # As Windows does by itself, whatever the search path.
    assert on_search_path(name, os.curdir) is None
    assert on_search_path(name, str(tmp_path)) == str(program)


def is_zombie(pid: int) -> bool:
    # Where nobody reaps orphans, as in a container, the dead stay listed.
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z"
