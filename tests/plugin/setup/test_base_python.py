from __future__ import annotations

import sys
import types
from dataclasses import replace
from pathlib import Path

import pytest

from crossearth_qgis.errors import UnsuitablePython
from crossearth_qgis.setup import base_python
from crossearth_qgis.setup.base_python import (
    Machine,
    ask,
    base_python_candidates,
    find_base_pythons,
    this_machine,
)


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(
        platform="linux",
        version=(3, 12),
        base=tmp_path / "usr",
        executable=Path("/usr/bin/qgis"),
        qgis=tmp_path / "usr",
        search_path="",
        home=tmp_path / "home",
        root=tmp_path,
    )


def test_pythons_of_windows_are_found_in_the_registry(tmp_path, monkeypatch) -> None:
    class Key:
        def __init__(self, root: str, name: str) -> None:
            if (root, name) != ("HKCU", r"Software\Python\PythonCore\3.12\InstallPath"):
                raise FileNotFoundError(name)

        def __enter__(self) -> Key:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    registry = types.SimpleNamespace(
        HKEY_CURRENT_USER="HKCU",
        HKEY_LOCAL_MACHINE="HKLM",
        OpenKey=Key,
        QueryValue=lambda _key, _name: str(tmp_path / "registered"),
    )
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(base_python.sys, "platform", "win32")
    assert this_machine().registered == (tmp_path / "registered" / "python.exe",)


def test_qgis_binary_is_never_taken_for_a_python(machine) -> None:
    assert Path("/usr/bin/qgis") not in base_python_candidates(machine)
    python = Path("/opt/python3.12")
    assert base_python_candidates(replace(machine, executable=python))[0] == python


def test_newer_versions_are_asked_first(machine, tmp_path) -> None:
    names = [
        path.name
        for path in base_python_candidates(replace(machine, platform="darwin"))
        if path.parent == tmp_path / "opt/homebrew/bin"
    ]
    assert names == ["python3.14", "python3.13", "python3.12", "python3.11", "python3.10"]


def changed(folder: Path, change: str) -> Path:
    """Write a program that is this computer's Python but for one thing."""
    path = folder / "python3"
    base = Path(sys.base_prefix, "bin", "python3")
    path.write_text(
        f"""#!/bin/sh
for code; do :; done
exec {base} -I -c "import sys, sysconfig; {change}
$code"
"""
    )
    path.chmod(0o755)
    return path


def test_python_of_this_computer_is_suitable(tmp_path) -> None:
    answer = ask(changed(tmp_path, "pass"), lambda: False)
    assert answer.version == sys.version_info[:2]
    assert answer.is_suitable


@pytest.mark.parametrize(
    "change",
    [
        "sys.maxsize = 2**31 - 1",
        "sys.implementation.name = 'pypy'",
        "sysconfig.get_config_var = lambda name: name == 'Py_GIL_DISABLED'",
        "sys.version_info = (3, 15, 0, 'final', 0)",
        "sys.version_info = (3, 9, 18, 'final', 0)",
        "sys.modules['ensurepip'] = None",
    ],
)
def test_python_that_no_packages_are_offered_for_is_not(tmp_path, change) -> None:
    assert not ask(changed(tmp_path, change), lambda: False).is_suitable


def test_log_has_what_a_python_said_that_does_not_work(machine, tmp_path) -> None:
    lines: list[str] = []
    python = changed(tmp_path, "sys.exit('No module named encodings')")
    with pytest.raises(UnsuitablePython):
        list(find_base_pythons(replace(machine, executable=python), lines.append, lambda: False))
    assert f"{python}: not a working Python. No module named encodings" in lines
