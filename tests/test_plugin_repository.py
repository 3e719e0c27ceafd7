"""Each thing that the plugin repository refuses is found in a zip that has it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tools import plugin_repository

METADATA = """[general]
name=Sample
description=d
about=a
version=1.2.3
qgisMinimumVersion=3.22
author=Somebody
email=a@example.org
tracker=https://example.org/t
repository=https://example.org/r
homepage=https://example.org
icon=icon.svg
changelog=100 %% of it
"""
FILES = {
    "sample/__init__.py": "def classFactory(iface):\n    pass\n",
    "sample/metadata.txt": METADATA,
    "sample/LICENSE": "l",
    "sample/icon.svg": "<svg/>",
}


def pack(folder: Path, changes: dict[str, str | None]) -> Path:
    target = folder / "sample.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in {**FILES, **changes}.items():
            if text is not None:
                archive.writestr(name, text)
    return target


def without(line: str, instead: str = "") -> dict[str, str | None]:
    assert line in METADATA
    return {"sample/metadata.txt": METADATA.replace(line, instead)}


def test_sound_zip_has_no_problem(tmp_path: Path) -> None:
    assert plugin_repository.problems(pack(tmp_path, {})) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"sample/gui/dock.pyc": ""}, "dock.pyc is refused"),
        ({"sample/__pycache__/a": ""}, "__pycache__/a is refused"),
        ({"sample/.git/config": ""}, ".git/config is refused"),
        ({"__MACOSX/sample": ""}, "not 2: __MACOSX, sample"),
        ({"README.md": ""}, "not 2: README.md, sample"),
        ({"sample/../x.py": ""}, "leads out of the plugin's folder"),
        ({"sample/LICENSE": None}, "LICENSE is missing"),
        ({"sample/metadata.txt": None}, "metadata.txt is missing"),
        ({"sample/__init__.py": "def factory(iface): pass"}, "has no classFactory"),
        ({"sample/__init__.py": None}, "__init__.py is missing"),
        ({"sample/icon.svg": None}, "the icon icon.svg is not in the zip"),
        (without("[general]\n", "[plugin]\n"), "cannot be read: 'general'"),
        (without("100 %% of it", "100 % of it"), "cannot be read: '%' must be followed"),
        (without("about=a\n", "about=\n"), "says no about"),
        (without("tracker=https://example.org/t\n"), "says no tracker"),
        (without("https://example.org/r", "example.org/r"), "repository is no address"),
        (without("https://example.org/t", "http://bugs"), "tracker is no address"),
        (without("author=Somebody", "author=Some/body"), "a slash in author"),
        (without("=3.22", "=three"), "qgisMinimumVersion is no version: three"),
        (without("version=1.2.3", "version=v1.2.3"), "version is no version: v1.2.3"),
    ],
)
def test_what_is_refused_is_said(
    changes: dict[str, str | None], problem: str, tmp_path: Path
) -> None:
    found = plugin_repository.problems(pack(tmp_path, changes))
    assert [sentence for sentence in found if problem in sentence], found


def test_folder_that_no_python_imports_is_said(tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in FILES.items():
            archive.writestr(name.replace("sample/", "sample-main/"), text)
    assert plugin_repository.problems(target) == [
        "The folder sample-main is no name of a Python package."
    ]


def test_zip_that_is_too_large_is_said(tmp_path: Path) -> None:
    found = plugin_repository.problems(pack(tmp_path, {"sample/a.bin": "x" * 25_000_000}))
    assert len(found) == 1
    assert "25,000,000 are taken" in found[0]


def test_damaged_zip_is_said(tmp_path: Path) -> None:
    target = pack(tmp_path, {})
    data = target.read_bytes()
    target.write_bytes(data.replace(b"classFactory", b"classfactory"))
    assert plugin_repository.problems(target) == ["sample/__init__.py is damaged."]
    target.write_bytes(data[:100])
    assert plugin_repository.problems(target)[0].startswith("It is no zip")
