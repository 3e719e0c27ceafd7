from __future__ import annotations

import shutil
import sys
import types
from pathlib import Path, PureWindowsPath

import pytest

from crossearth_qgis.errors import EngineSetupFailed
from crossearth_qgis.setup import disk


@pytest.fixture
def windows(monkeypatch) -> types.SimpleNamespace:
    """Make disk.py believe to be on Windows, with a registry of one value."""
    values = types.SimpleNamespace(LongPathsEnabled=0)

    class Key:
        def __init__(self, root: str, name: str) -> None:
            if (root, name) != ("HKLM", r"SYSTEM\CurrentControlSet\Control\FileSystem"):
                raise FileNotFoundError(name)

        def __enter__(self) -> Key:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    registry = types.SimpleNamespace(
        HKEY_LOCAL_MACHINE="HKLM",
        OpenKey=Key,
        QueryValueEx=lambda _key, name: (getattr(values, name), 4),
    )
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(disk.sys, "platform", "win32")
    return values


USUAL = PureWindowsPath(r"C:\Users\Someone\AppData\Local\crossearth\engine")
DEEP = PureWindowsPath("C:\\Users", *["a folder of a person"] * 6, "engine")


def test_paths_too_long_for_windows_are_told_before_anything_is_fetched(windows) -> None:
    disk.require_short_paths(USUAL)
    with pytest.raises(EngineSetupFailed, match="CROSSEARTH_HOME"):
        disk.require_short_paths(DEEP)


def test_windows_that_takes_long_paths_gets_them(windows, monkeypatch) -> None:
    windows.LongPathsEnabled = 1
    disk.require_short_paths(DEEP)
    monkeypatch.setattr(disk.sys, "platform", "linux")
    disk.require_short_paths(DEEP)


@pytest.mark.parametrize(("times", "is_deleted"), [(2, True), (100, False)])
@pytest.mark.parametrize(
    "error",
    [
        PermissionError(13, "The process cannot access the file", "lib.dll", 32),
        FileNotFoundError(2, "No such file or directory", "in quarantine.dll"),
    ],
)
def test_folder_with_a_file_that_is_held_or_taken_away_is_deleted_in_the_end(
    tmp_path, monkeypatch, times, is_deleted, error
) -> None:
    folder = tmp_path / "engine"
    (folder / "Lib").mkdir(parents=True)
    waits: list[float] = []
    rmtree = shutil.rmtree

    def held(path: Path, **options: object) -> None:
        if len(waits) < times:
            raise error
        rmtree(path, **options)

    monkeypatch.setattr(disk.shutil, "rmtree", held)
    monkeypatch.setattr(disk.time, "sleep", waits.append)
    if is_deleted:
        disk.delete_tree(folder)
    else:
        with pytest.raises(type(error)):
            disk.delete_tree(folder)
    assert folder.exists() != is_deleted
    assert 2 <= len(waits) < 10
