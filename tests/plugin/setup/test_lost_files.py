from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from crossearth_qgis.bridge import engine
from crossearth_qgis.bridge.engine import worker_command
from crossearth_qgis.errors import EngineNotInstalled
from crossearth_qgis.setup import engine_environment, lost_files
from crossearth_qgis.setup.engine_environment import STAMP, installed_folder, venv_python
from crossearth_qgis.setup.lost_files import lost_file


@pytest.fixture(params=["lib/python3.12/site-packages", "Lib/site-packages"])
def packages(request, home, monkeypatch) -> Path:
    """Make an environment that counts as ours and has two packages, and return their folder."""
    monkeypatch.setattr(engine_environment, "lacking", lambda folder: [])
    folder = installed_folder()
    packages = folder / request.param
    write_package(packages, "alpha", {"alpha/__init__.py": "a = 1\n", "alpha/lib,1.so": "xyz"})
    write_package(packages, "beta", {"beta.py": "", "shared/__init__.py": "# beta\n"})
    # Where pip was told a folder, programs are in it, and said to be two folders above.
    write_package(folder / "addons" / "torch", "delta", {"delta.py": "d", "bin/run": "# run"})
    record = folder / "addons" / "torch" / "delta-1.0.dist-info" / "RECORD"
    record.write_text(record.read_text().replace("bin/run", "../../bin/run"))
    write_package(packages, "gamma", {"shared/__init__.py": "# the other\n"})
    venv_python(folder).parent.mkdir(parents=True)
    venv_python(folder).touch()
    digest = engine_environment.requirements_digest()
    (folder / STAMP).write_text(json.dumps({"requirements_sha256": digest}))
    return packages


def write_package(packages: Path, name: str, files: dict[str, str]) -> None:
    lines = []
    for path, text in files.items():
        (packages / path).parent.mkdir(parents=True, exist_ok=True)
        (packages / path).write_text(text)
        written = f'"{path}"' if "," in path else path
        lines.append(f"{written},sha256=x,{len(text)}")
    info = packages / f"{name}-1.0.dist-info"
    info.mkdir()
    # As pip writes it: what Python makes itself, and the list, have no size; programs lie outside.
    lines += [f"{name}/__pycache__/__init__.pyc,,", f"{info.name}/RECORD,,"]
    (info / "RECORD").write_text("\n".join(lines) + "\n")


def test_nothing_is_lost_where_all_is_as_installed(packages) -> None:
    assert lost_file(installed_folder()) is None
    assert worker_command()[0] == str(venv_python(installed_folder()))


@pytest.mark.parametrize(
    ("harm", "file"),
    [
        (lambda p: (p / "alpha" / "lib,1.so").unlink(), "alpha/lib,1.so"),
        (lambda p: (p / "alpha" / "__init__.py").write_text(""), "alpha/__init__.py"),
        (lambda p: os.truncate(p / "alpha" / "lib,1.so", 1), "alpha/lib,1.so"),
        (lambda p: (p / "beta-1.0.dist-info" / "RECORD").write_bytes(b"\0\xff"), "RECORD"),
        (lambda p: (installed_folder() / "addons/torch/delta.py").unlink(), "delta.py"),
        (lambda p: (p / "alpha").rename(p / "quarantine"), "alpha/__init__.py"),
    ],
)
def test_what_is_lost_is_named_before_an_engine_is_started(
    packages, harm: Callable[[Path], None], file: str
) -> None:
    harm(packages)
    with pytest.raises(EngineNotInstalled, match=f"damaged .*{file} is lost or was changed"):
        worker_command()
    assert engine_environment.find() is None
    assert file in engine_environment.missing_reason()


def test_engine_that_another_qgis_has_replaced_meanwhile_harms_no_other(
    packages, monkeypatch
) -> None:
    old = installed_folder()
    new = engine_environment.next_folder()
    shutil.copytree(old, new)

    def look(folder: Path) -> str | None:
        # As an upgrade does while another QGIS looks.
        engine_environment.switch_to(new)
        shutil.rmtree(folder)
        return lost_file(folder) or "beta.py"

    monkeypatch.setattr(engine, "lost_file", look)
    assert worker_command()[0] == str(venv_python(new))
    assert engine_environment.find() is not None


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (r"C:\Users\a\Lib", "\\\\?\\C:\\Users\\a\\Lib\\"),
        (r"\\server\share\Lib", "\\\\?\\UNC\\server\\share\\Lib\\"),
    ],
)
def test_paths_of_windows_may_be_longer_than_qgis_may_open(monkeypatch, folder, expected) -> None:
    monkeypatch.setattr(lost_files.sys, "platform", "win32")
    monkeypatch.setattr(lost_files.os.path, "abspath", str)
    assert lost_files._prefix(Path(folder)) == expected


def test_a_python_of_the_users_own_is_not_judged(packages, monkeypatch) -> None:
    monkeypatch.setenv("CROSSEARTH_ENGINE_PYTHON", str(venv_python(installed_folder())))
    (packages / "beta.py").write_text("changed = True")
    assert worker_command()
