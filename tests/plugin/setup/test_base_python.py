from __future__ import annotations

import sys
import types
from pathlib import Path

from crossearth_qgis.setup import base_python
from crossearth_qgis.setup.base_python import base_python_candidates


def test_pythons_of_windows_are_found_in_the_registry_and_beside_qgis(
    tmp_path, monkeypatch
) -> None:
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
    # Which is Windows' own there, from Python 3.12 on.
    monkeypatch.setattr(base_python.shutil, "which", lambda _name: None)
    monkeypatch.setattr(
        base_python.QgsApplication, "prefixPath", lambda: str(tmp_path / "apps" / "qgis")
    )
    bundled = tmp_path / "apps" / "Python312" / "python.exe"
    bundled.parent.mkdir(parents=True)
    bundled.touch()
    candidates = base_python_candidates()
    assert tmp_path / "registered" / "python.exe" in candidates
    assert bundled in candidates


def test_qgis_binary_is_never_taken_for_a_python(monkeypatch) -> None:
    monkeypatch.setattr(sys, "executable", "/usr/bin/qgis")
    assert Path("/usr/bin/qgis") not in base_python_candidates()
    monkeypatch.setattr(sys, "executable", "/opt/python3.12")
    assert base_python_candidates()[0] == Path("/opt/python3.12")
