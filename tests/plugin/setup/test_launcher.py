from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crossearth_qgis.setup.engine_environment import POINTER, venv_python
from crossearth_qgis.setup.launcher import launcher, write_launcher

on_posix = pytest.mark.skipif(os.name == "nt", reason="runs a script of sh")


@pytest.fixture
def engines(tmp_path) -> Path:
    """Make a folder with two environments, whose Pythons say which they are and what they do."""
    folder = tmp_path / "it's $HOME of “Jörg” `x`"
    for name in ("cpu", "cpu-2"):
        python = venv_python(folder / name)
        python.parent.mkdir(parents=True)
        python.write_text(f'#!/bin/sh\necho {name} "$@"\n')
        python.chmod(0o755)
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([launcher(folder), *arguments], capture_output=True, text=True)


@on_posix
def test_command_line_is_that_of_the_engine_in_use_whenever_it_is_run(engines) -> None:
    program = engines / "a plugin" / "__main__.py"
    write_launcher(engines, program)
    for name in ("cpu", "cpu-2"):
        (engines / POINTER).write_text(name)
        assert run(engines, "segment", "a b").stdout == f"{name} -I {program} segment a b\n"


@on_posix
def test_command_line_without_an_engine_fails(engines) -> None:
    write_launcher(engines, engines / "__main__.py")
    assert run(engines).returncode != 0


@on_posix
def test_exit_status_is_that_of_the_engine(engines) -> None:
    venv_python(engines / "cpu").write_text("#!/bin/sh\nexit 3\n")
    (engines / POINTER).write_text("cpu")
    write_launcher(engines, engines / "__main__.py")
    assert run(engines).returncode == 3


def test_script_of_windows_reads_which_engine_is_in_use(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    write_launcher(tmp_path, Path("main.py"))
    lines = launcher(tmp_path).read_bytes().decode().split("\r\n")
    assert lines == [
        "@setlocal",
        f'@set /p engine=<"{tmp_path / POINTER}"',
        f'@"{tmp_path / "%engine%" / "Scripts" / "python.exe"}" -I "main.py" %*',
        "@exit /b %errorlevel%",
        "",
    ]
    write_launcher(tmp_path, Path("50% of 100%.py"))
    assert b'"50%% of 100%%.py" %*' in launcher(tmp_path).read_bytes()
    write_launcher(tmp_path, Path("Jörg.py"))
    assert launcher(tmp_path).read_bytes().startswith(b"@chcp 65001 >nul\r\n@setlocal\r\n")
