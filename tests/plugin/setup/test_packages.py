from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crossearth_qgis import paths
from crossearth_qgis.errors import UnsuitablePython
from crossearth_qgis.setup import packages
from crossearth_qgis.setup.advice import setup_advice
from crossearth_qgis.shared import pip_settings
from tests.plugin.setup.support import lock, write_wheel
from tools.lock_targets import read_lock

# Before each test is left without it.
ENGINE = Path(os.environ.get("CROSSEARTH_ENGINE_PYTHON", sys.executable)).parent


@pytest.fixture
def uv(monkeypatch) -> str:
    """Have uv on the search path, from the engine's environment, and no settings of pip's."""
    monkeypatch.setenv("PATH", str(ENGINE), prepend=os.pathsep)
    monkeypatch.setattr(pip_settings, "are_there", lambda: False)
    return shutil.which("uv") or pytest.skip("there is no uv")


@pytest.fixture
def wheels(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(paths, "ENGINE_LOCKS", tmp_path / "locks")
    folder = tmp_path / "wheels"
    folder.mkdir()
    lock("segment", [write_wheel(folder, requires="stranger"), write_wheel(folder, "another")])
    return folder


def install(wheels: Path, target: Path) -> subprocess.CompletedProcess[str]:
    command = packages.install_command(Path(sys.executable), ["segment"], wheels, target)
    return subprocess.run(command, capture_output=True, text=True)


def test_uv_installs_the_same_files_where_it_is(uv, wheels, tmp_path) -> None:
    target = tmp_path / "target"
    done = install(wheels, target)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in target.glob("*.py")} == {"tinyrequirement.py", "another.py"}
    assert packages.install_command(Path("python"), ["segment"])[0] == uv


def test_uv_refuses_another_file_and_that_is_understood(uv, wheels, tmp_path) -> None:
    write_wheel(wheels, "another", more="print('false')")
    done = install(wheels, tmp_path / "target")
    assert done.returncode != 0
    assert "SHA-256" in setup_advice(done.stderr, 10**9).sentence
    assert not (tmp_path / "target" / "another.py").exists()


def test_uv_without_the_version_is_understood(uv, wheels, tmp_path) -> None:
    next(wheels.glob("another*")).unlink()
    done = install(wheels, tmp_path / "target")
    assert "not offered" in setup_advice(done.stderr, 10**9).sentence


@pytest.mark.parametrize("name", ["PIP_INDEX_URL", "PIP_FIND_LINKS", "PIP_CONSTRAINT", "PIP_CERT"])
def test_pip_is_taken_where_something_is_set_for_it(tmp_path, monkeypatch, name: str) -> None:
    for variable in [variable for variable in os.environ if variable.startswith("PIP_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setattr(pip_settings, "_files", lambda: [tmp_path / "pip.conf"])
    monkeypatch.setattr(shutil, "which", lambda *_, **__: "/somewhere/uv")
    assert packages.uv_program() == "/somewhere/uv"
    monkeypatch.setenv(name, "something")
    assert packages.uv_program() is None
    monkeypatch.delenv(name)
    (tmp_path / "pip.conf").write_text("[global]\nindex-url = https://mirror.example\n")
    assert packages.uv_program() is None


@pytest.mark.parametrize(
    ("system", "machine", "python", "words"),
    [
        ("linux", "ppc64le", "3.12", r"The engine is not offered .* \(linux-ppc64le\)"),
        ("darwin", "x86_64", "3.14", "no build of onnxruntime"),
        ("linux", "x86_64", "3.15", "Python 3.15"),
    ],
)
def test_computer_or_python_without_builds_is_told(
    monkeypatch, system: str, machine: str, python: str, words: str
) -> None:
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr("platform.machine", lambda: machine)
    with pytest.raises(UnsuitablePython, match=words):
        packages.require_offered("segment", python)


@pytest.mark.parametrize(
    ("system", "machine", "kernel"),
    [
        # Windows on ARM, whose QGIS is a program for x86-64.
        ("win32", "ARM64", "10.0.26100"),
        # QGIS for Intel on Apple's processor; the engine's Python is one for that.
        ("darwin", "x86_64", "Darwin Kernel Version 24.1.0: root:xnu-11215~1/RELEASE_ARM64_T6000"),
    ],
)
def test_what_translates_programs_gets_those_that_it_can_run(
    monkeypatch, system: str, machine: str, kernel: str
) -> None:
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr("platform.machine", lambda: machine)
    monkeypatch.setattr("platform.version", lambda: kernel)
    for name in ("segment", "adapt", "torch"):
        assert packages.require_offered(name, "3.12").download_bytes > 0


@pytest.mark.parametrize("name", ["shapely", "affine"])
def test_false_file_under_a_locked_name_is_refused(tmp_path, monkeypatch, name: str) -> None:
    for variable in [variable for variable in os.environ if variable.startswith("PIP_")]:
        monkeypatch.delenv(variable)
    entry = next(entry for entry in read_lock("segment") if entry.name == name)
    write_wheel(tmp_path, name, entry.version, more="raise SystemExit('it ran')")
    monkeypatch.setattr(paths, "ENGINE_LOCKS", tmp_path)
    (tmp_path / "segment.txt").write_text(entry.unmarked(), encoding="utf-8")
    done = install(tmp_path, tmp_path / "target")
    assert "SHA-256" in setup_advice(done.stderr, 10**9).sentence, done.stderr
    assert not (tmp_path / "target").exists()
