import os
import sys
from pathlib import Path

import pytest

from crossearth_engine.shared import pip_settings
from crossearth_engine.shared.pip_settings import DEFAULT_INDEX, index_address


@pytest.fixture(autouse=True)
def folders(tmp_path, monkeypatch):
    """An empty computer: no variables, and folders for settings that are not there yet."""
    for name in ("PIP_INDEX_URL", "PIP_CONFIG_FILE", "APPDATA", "PROGRAMDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "everyone"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_settings_it_is_pypi():
    assert index_address() == DEFAULT_INDEX == "https://pypi.org/simple"


def test_the_stronger_settings_win(folders, monkeypatch):
    def configured(path):
        write(path, f"[global]\nindex-url = https://{path.parent.name}.example/simple/\n")
        return index_address()

    assert configured(folders / "everyone/pip/pip.conf") == "https://pip.example/simple"
    assert configured(folders / "home/.pip/pip.conf") == "https://.pip.example/simple"
    assert configured(folders / "environment/pip.conf") == "https://environment.example/simple"
    own = write(folders / "own.ini", "[install]\nindex_url=https://own.example/%2Fsimple\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(own))
    assert index_address() == "https://own.example/%2Fsimple"
    monkeypatch.setenv("PIP_INDEX_URL", "https://said.example/simple/")
    assert index_address() == "https://said.example/simple"


def test_settings_that_say_something_else_are_passed_over(folders):
    write(folders / "environment/pip.conf", "[global]\ntimeout = 60\n")
    write(folders / "user/pip/pip.conf", "index-url without a section")
    write(folders / "home/.pip/pip.conf", "[global]\nindex-url = https://a.example/simple\n")
    assert index_address() == "https://a.example/simple"


def test_no_settings_can_be_asked_for(folders, monkeypatch):
    write(folders / "environment/pip.conf", "[global]\nindex-url = https://a.example\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    assert index_address() == DEFAULT_INDEX


@pytest.mark.parametrize(
    ("platform", "file"),
    [
        ("win32", "roaming/pip/pip.ini"),
        ("win32", "everyone-on-windows/pip/pip.ini"),
        ("darwin", "home/Library/Application Support/pip/pip.conf"),
        ("darwin", "user/pip/pip.conf"),
    ],
)
def test_other_systems_have_other_places(folders, monkeypatch, platform, file):
    monkeypatch.setattr(pip_settings.sys, "platform", platform)
    monkeypatch.setenv("APPDATA", str(folders / "roaming"))
    monkeypatch.setenv("PROGRAMDATA", str(folders / "everyone-on-windows"))
    write(folders / file, "[global]\nindex-url = https://a.example/simple\n")
    assert index_address() == "https://a.example/simple"
