from __future__ import annotations

import sys
import types
from dataclasses import replace
from pathlib import Path

import pytest

from crossearth_qgis.setup import base_python
from crossearth_qgis.setup.base_python import Machine, base_python_candidates, this_machine


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
