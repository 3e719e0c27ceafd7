from __future__ import annotations

from pathlib import Path

import pytest

from crossearth_qgis import paths, settings
from crossearth_qgis.engine_paths import for_engine


def test_root_holds_what_hangs_off_it() -> None:
    assert (paths.ROOT / "metadata.txt").is_file()
    assert paths.ENGINE_MAIN.is_file()
    assert (paths.SHARED_FOLDER / "protocol.py").is_file()
    assert paths.ENGINE_REQUIREMENTS.is_file()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("s3://bucket/out/map.tif", "/vsis3/bucket/out/map.tif"),
        ("/vsiaz/container/map.tif", "/vsiaz/container/map.tif"),
        ("https://example.com/a.tif", "https://example.com/a.tif"),
        ("map.tif", str(Path.cwd() / "map.tif")),
    ],
)
def test_the_engine_finds_files_and_what_is_on_servers(given: str, expected: str) -> None:
    assert for_engine(given) == expected


@pytest.mark.parametrize("name", ["crossearth", "segment"])
def test_icons_are_there(name: str) -> None:
    assert paths.icon_path(name).is_file()
    assert not paths.icon(name).isNull()


def test_settings_are_kept_and_have_sane_defaults() -> None:
    assert settings.engine_python() == ""
    assert settings.device() == "auto"
    assert settings.threads() == 0
    assert settings.idle_timeout_s() == 300
    assert settings.model() == ""
    settings.set_engine_python("/python")
    settings.set_device("cuda:1")
    settings.set_threads(3)
    settings.set_idle_timeout_s(60)
    settings.set_model("mine")
    assert settings.engine_python() == "/python"
    assert settings.device() == "cuda:1"
    assert settings.threads() == 3
    assert settings.idle_timeout_s() == 60
    assert settings.model() == "mine"


def test_nonsense_in_the_settings_is_bounded() -> None:
    settings.set_threads(-4)
    settings.set_idle_timeout_s(0)
    assert settings.threads() == 0
    assert settings.idle_timeout_s() == 1
