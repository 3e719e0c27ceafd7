from __future__ import annotations

import json
import logging
import re
import sys

import processing
import pytest
from qgis.core import Qgis

from crossearth_qgis import diagnostics, log, paths, settings
from crossearth_qgis.errors import JobCanceled

ID = "crossearth:diagnostics"


def report() -> str:
    return diagnostics.report_text(lambda: False)


def test_without_an_engine_it_says_so_and_tells_the_rest() -> None:
    text = report()
    assert "is not installed yet" in text
    assert f"QGIS           {Qgis.QGIS_VERSION}" in text
    assert "[computer]" in text
    assert re.search(r"^lock of segment +[0-9a-f]{64}$", text, re.MULTILINE)
    assert "crossearth-base-rgb" in text


def test_what_is_broken_in_qgis_takes_only_its_own_part_along(monkeypatch) -> None:
    def fail(_name: str) -> str:
        raise RuntimeError("no GDAL")

    monkeypatch.setattr(diagnostics.gdal, "VersionInfo", fail)
    text = report()
    assert "RuntimeError: no GDAL" in text
    assert "[computer]" in text


def test_names_and_secrets_of_settings_variables_and_log_are_hidden(monkeypatch, tmp_path) -> None:
    home = tmp_path / "Zoë Groß"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USER", "zgross")
    monkeypatch.setenv("PYTHONPATH", f"{home}/lib:/opt/lib")
    monkeypatch.setenv("HTTPS_PROXY", "http://u:hunter2@proxy:3128")
    settings.set_models_address("https://models.city.example/x?token=hunter2")
    settings.set_device("auto")
    handler = log.install_handler()
    try:
        for i in range(500):
            logging.getLogger("crossearth_qgis.test").info("line %d", i)
        logging.getLogger("crossearth_qgis.test").error(
            "%s/a.tif: https://u:hunter2@h/a\nof zgross", home
        )
        text = report()
    finally:
        log.remove_handler(handler)
    assert "hunter2" not in text
    assert "Groß" not in text
    assert "zgross" not in text
    assert "~/lib:/opt/lib" in text
    assert "models_address" in text
    assert "\ndevice " not in text
    assert "ERROR: ~/a.tif: https://h/…\n  of <user>\n" in text
    assert "INFO: line 499" in text
    assert "INFO: line 400" not in text


ENGINE = """
import json, sys
print("a warning of a library", file=sys.stderr)
print(json.dumps({"engine": {"version": "9"}, "devices": {"cuda:0": "A Card"}, "x": {"y": "z"}}))
"""


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        (ENGINE, ["A Card", "version"]),
        ("import os; print('about to', flush=True); os.kill(os.getpid(), 11)", ["about to", "-11"]),
        ("raise SystemExit('lacks numpy')", ["lacks numpy", "exit code 1"]),
        ("import time; time.sleep(60)", ["does not answer"]),
    ],
)
def test_the_engines_half_is_asked_and_a_broken_one_is_told(
    monkeypatch, tmp_path, program, expected
) -> None:
    main = tmp_path / "engine.py"
    main.write_text(program)
    monkeypatch.setattr(paths, "ENGINE_MAIN", main)
    monkeypatch.setattr(diagnostics, "_ENGINE_TIMEOUT_S", 2.0)
    monkeypatch.setenv("CROSSEARTH_ENGINE_PYTHON", sys.executable)
    text = report()
    assert "there (variable)" in text
    for words in expected:
        assert words in text


def test_it_can_be_canceled(monkeypatch) -> None:
    monkeypatch.setenv("CROSSEARTH_ENGINE_PYTHON", sys.executable)
    with pytest.raises(JobCanceled):
        diagnostics.report_text(lambda: True)


def test_the_algorithm_needs_no_engine_and_writes_a_file(
    use_provider, fake_engine, tmp_path, monkeypatch
) -> None:
    use_provider(fake_engine("succeed"))
    monkeypatch.delenv("CROSSEARTH_ENGINE_PYTHON")
    file = tmp_path / "report.txt"
    results = processing.run(ID, {"OUTPUT": str(file)})
    assert file.read_text(encoding="utf-8") == results["TEXT"]
    assert "[QGIS]" in processing.run(ID, {})["TEXT"]


def test_what_one_program_said_leaves_room_for_the_rest() -> None:
    handler = log.install_handler()
    try:
        logger = logging.getLogger("crossearth_qgis.test")
        logger.info("before")
        logger.error("It failed\n%s", "\n".join(f"line {i}" for i in range(60)))
        lines = log.recent()
    finally:
        log.remove_handler(handler)
    assert lines[:3] == ["INFO: before", "ERROR: It failed", "  line 48"]
    assert lines[-1] == "  line 59"


def test_settings_as_they_come_are_not_told() -> None:
    assert settings.changed() == {}
    settings.set_threads(0)
    settings.set_idle_timeout_s(settings.DEFAULT_IDLE_TIMEOUT_S)
    assert settings.changed() == {}
    settings.set_threads(3)
    settings.set_device("cuda:1")
    assert settings.changed() == {"device": "cuda:1", "threads": "3"}


def test_a_stamp_that_is_no_json_is_told(home) -> None:
    folder = home / "engine" / "cpu"
    folder.mkdir(parents=True)
    (folder / "complete.json").write_text("{")
    assert "not complete: " in report()
    (folder / "complete.json").write_text(json.dumps({"broken": "lacks torch"}))
    assert "lacks torch" in report()
