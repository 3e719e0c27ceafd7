"""What goes wrong on the computers of people while pip and Python run, and what is said of it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

from crossearth_qgis.errors import EngineSetupFailed, JobCanceled, UnsuitablePython
from crossearth_qgis.setup import step
from crossearth_qgis.setup.child_process import python_command
from crossearth_qgis.setup.step import run_step
from tests.engine.file_server import serving
from tests.plugin.setup.faults import LoginProxy, inspecting

_LOCKED = "[WinError 32] The process cannot access the file because it is being used"


@pytest.fixture(autouse=True)
def _quick(monkeypatch) -> None:
    monkeypatch.setattr(step, "_PAUSE_S", 0.05)
    monkeypatch.setenv("PIP_RETRIES", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    for name in ("PIP_FIND_LINKS", "PIP_NO_INDEX", "PIP_EXTRA_INDEX_URL", "PIP_CERT"):
        monkeypatch.delenv(name, raising=False)


def run(code: str, lines: list[str] | None = None) -> list[str]:
    lines = [] if lines is None else lines
    command = python_command(Path(sys.executable), "-c", code)
    run_step("A headline", command, lines.append, lambda: False)
    return lines


def pip(monkeypatch, index: str) -> None:
    """Let the real pip look for a package."""
    monkeypatch.setenv("PIP_INDEX_URL", index)
    command = python_command(Path(sys.executable), "-m", "pip", "download", "nothing-of-the-kind")
    run_step("A headline", command, print, lambda: False)


def held(times: int, counter: Path) -> str:
    """Return a program that finds a file held so many times."""
    return (
        f"import pathlib, sys\np = pathlib.Path({str(counter)!r})\n"
        f"n = int(p.read_text()) if p.exists() else 0\np.write_text(str(n + 1))\n"
        f"sys.exit({_LOCKED!r} if n < {times} else 0)"
    )


def test_file_that_a_scanner_holds_for_a_moment_costs_no_installation(tmp_path) -> None:
    lines = run(held(2, tmp_path / "count"))
    assert lines.count("Another program held a file. Trying again…") == 2


def test_file_that_stays_held_is_explained(tmp_path) -> None:
    with pytest.raises(EngineSetupFailed, match="as virus scanners do"):
        run(held(9, tmp_path / "count"))
    assert (tmp_path / "count").read_text() == "3"


def test_other_failures_are_not_tried_again(tmp_path) -> None:
    program = held(9, tmp_path / "count").replace("[WinError 32]", "broken:").replace("used", "")
    with pytest.raises(EngineSetupFailed, match="could not be installed"):
        run(program)
    assert (tmp_path / "count").read_text() == "1"


def test_waiting_for_a_file_can_be_canceled(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(step, "_PAUSE_S", 30.0)
    lines: list[str] = []
    command = python_command(Path(sys.executable), "-c", held(9, tmp_path / "count"))
    begin = time.monotonic()
    with pytest.raises(JobCanceled):
        run_step("A headline", command, lines.append, lambda: "again" in lines[-1])
    assert time.monotonic() - begin < 20


def test_letters_of_all_kinds_come_through_whatever_the_code_page(monkeypatch) -> None:
    monkeypatch.setenv("LC_ALL", "POSIX")
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    monkeypatch.setenv("PYTHONUTF8", "0")
    assert run("print('C:\\u005cM\\u00fcller\\u005c\\u65e5\\u672c')")[-1] == (
        "C:\\M\u00fcller\\\u65e5\u672c"
    )


def test_python_for_which_nothing_is_offered_is_told_from_other_failures() -> None:
    with pytest.raises(UnsuitablePython, match="not offered"):
        run("import sys; sys.exit('ERROR: No matching distribution found for rasterio')")
    with pytest.raises(UnsuitablePython, match="lacks the module ssl"):
        run("import sys; sys.exit('because the SSL module is not available.')")
    with pytest.raises(EngineSetupFailed) as failed:
        run("import sys; sys.exit('Segmentation fault')")
    assert not isinstance(failed.value, UnsuitablePython)


def test_without_a_network_pip_fails_with_the_sentence_for_it(monkeypatch) -> None:
    with pytest.raises(EngineSetupFailed, match="Check the internet connection"):
        pip(monkeypatch, "http://127.0.0.1:9/simple")


def test_certificate_of_a_company_is_explained(monkeypatch, tmp_path) -> None:
    with inspecting(tmp_path) as address, pytest.raises(EngineSetupFailed, match="PIP_CERT"):
        pip(monkeypatch, f"{address}/simple")


def test_proxy_that_wants_a_password_is_explained(monkeypatch, tmp_path) -> None:
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy()
    with serving(LoginProxy) as (address, _), inspecting(tmp_path) as inspected:
        port = int(address.rpartition(":")[2])
        proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "127.0.0.1", port)
        manager.setFallbackProxyAndExcludes(proxy, [], [])
        try:
            with pytest.raises(EngineSetupFailed, match="user name and a password"):
                pip(monkeypatch, f"{inspected}/simple")
        finally:
            manager.setFallbackProxyAndExcludes(before, [], [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell who was killed")
@pytest.mark.parametrize("signal_number", [9, 15])
def test_who_is_killed_is_told_apart_from_who_fails(signal_number) -> None:
    with pytest.raises(EngineSetupFailed, match=r"ended from outside.*try again"):
        run(f"import os; os.kill(os.getpid(), {signal_number})")
    with pytest.raises(EngineSetupFailed, match="The log says what went wrong"):
        run("import sys; sys.exit(9)")
