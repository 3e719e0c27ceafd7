"""dev.py's own logic; what it starts is tested by starting it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import dev
from tools import environments, find_qgis, qgis_chroot

PlaceProgram = Callable[..., Path]

on_posix = pytest.mark.skipif(os.name == "nt", reason="places shell scripts")


@pytest.fixture
def place(tmp_path: Path) -> PlaceProgram:
    """Return a function that places a program which exits with a status."""

    def place(relative: str, status: int = 0) -> Path:
        path = tmp_path / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return place


@on_posix
def test_debians_wrapper_is_passed_over(place: PlaceProgram, tmp_path: Path) -> None:
    place("usr/bin/qgis_process")
    program = place("usr/bin/qgis_process.bin")
    python = place("usr/bin/python3")
    assert find_qgis.find_qgis({}, "linux", str(tmp_path)) == find_qgis.Qgis(program, python)


@on_posix
def test_python_without_qgis_is_passed_over(place: PlaceProgram, tmp_path: Path) -> None:
    place("opt/bin/qgis_process")
    place("opt/bin/python3", status=1)
    system = place("usr/bin/python3")
    found = find_qgis.find_qgis({"PATH": str(tmp_path / "opt/bin")}, "linux", str(tmp_path))
    assert found.python == system


@on_posix
def test_prefix_variable_goes_before_path(place: PlaceProgram, tmp_path: Path) -> None:
    place("usr/bin/qgis_process")
    place("usr/bin/python3")
    chosen = place("own/bin/qgis_process")
    environment = {find_qgis.PREFIX_VARIABLE: str(tmp_path / "own"), "PATH": "/nowhere"}
    assert find_qgis.find_qgis(environment, "linux", str(tmp_path)).process == chosen


@on_posix
def test_wrong_prefix_is_named(tmp_path: Path) -> None:
    environment = {find_qgis.PREFIX_VARIABLE: str(tmp_path / "none")}
    with pytest.raises(find_qgis.QgisNotFound, match=find_qgis.PREFIX_VARIABLE):
        find_qgis.find_qgis(environment, "linux", str(tmp_path))


MAC, MAC_4 = "Contents/MacOS/bin", "Contents/MacOS"
LAYOUTS = {
    "bundle of 3": ("darwin", [f"Applications/QGIS-LTR.app/{MAC}/qgis_process",
                               f"Applications/QGIS-LTR.app/{MAC}/python3"]),
    "bundle of 4": ("darwin", [f"Applications/QGIS.app/{MAC_4}/qgis_process",
                               f"Applications/QGIS.app/{MAC_4}/python"]),
    "macports": ("darwin", ["opt/local/bin/qgis_process", "opt/local/bin/python3"]),
    "installer": ("win32", ["Program Files/QGIS 3.44.15/bin/qgis_process-qgis-ltr.bat",
                            "Program Files/QGIS 3.44.15/bin/python-qgis-ltr.bat"]),
    "osgeo4w": ("win32", ["OSGeo4W/bin/qgis_process-qgis.bat", "OSGeo4W/bin/python-qgis.bat"]),
    "osgeo4w of old": ("win32", ["OSGeo4W64/bin/qgis_process-qgis.bat",
                                 "OSGeo4W64/bin/python-qgis.bat"]),
    "osgeo4w with qt 6": ("win32", ["OSGeo4W/bin/qgis_process-qgis-qt6.bat",
                                    "OSGeo4W/bin/python-qgis-qt6.bat"]),
    "osgeo4w for one user": ("win32", ["local/Programs/OSGeo4W/bin/qgis_process-qgis.bat",
                                       "local/Programs/OSGeo4W/bin/python-qgis.bat"]),
    "conda on windows": ("win32", ["conda/Library/bin/qgis_process.exe", "conda/python.exe"]),
    "conda on macos": ("darwin", ["conda/bin/qgis_process", "conda/bin/python3"]),
}  # fmt: skip


@on_posix
@pytest.mark.parametrize("layout", LAYOUTS)
def test_qgis_is_found_where_its_installers_put_it(
    place: PlaceProgram, tmp_path: Path, layout: str
) -> None:
    platform, (process, python) = LAYOUTS[layout]
    expected = find_qgis.Qgis(place(process), place(python))
    environment = {
        "LOCALAPPDATA": str(tmp_path / "local"),
        "CONDA_PREFIX": str(tmp_path / "conda"),
        "PATH": str(tmp_path / "conda" / "bin"),
    }
    assert find_qgis.find_qgis(environment, platform, str(tmp_path)) == expected


@on_posix
def test_newest_qgis_is_found_by_its_numbers(place: PlaceProgram, tmp_path: Path) -> None:
    for version in ("3.9", "3.44.9", "3.44.15", "4.2.0"):
        for program in ("qgis_process-qgis.bat", "python-qgis.bat"):
            place(f"Program Files/QGIS {version}/bin/{program}")
    for version in ("QGIS3.28", "QGIS3.44", "QGIS"):
        place(f"Applications/{version}.app/{MAC}/qgis_process")
        place(f"Applications/{version}.app/{MAC}/python3", status=int(version == "QGIS"))
    found = find_qgis.find_qgis({}, "win32", str(tmp_path))
    assert "QGIS 4.2.0" in found.process.parts
    found = find_qgis.find_qgis({}, "darwin", str(tmp_path))
    assert "QGIS3.44.app" in found.process.parts


def test_process_and_python_are_of_one_qgis(place: PlaceProgram, tmp_path: Path) -> None:
    place("OSGeo4W/bin/qgis_process-qgis.bat")
    process = place("OSGeo4W/bin/qgis_process-qgis-ltr.bat")
    python = place("OSGeo4W/bin/python-qgis-ltr.bat")
    place("OSGeo4W/bin/python-qgis-qt6.bat")
    assert find_qgis.find_qgis({}, "win32", str(tmp_path)) == find_qgis.Qgis(process, python)


@on_posix
def test_both_folders_of_a_qgis_go_before_the_path(place: PlaceProgram) -> None:
    qgis = find_qgis.Qgis(place("conda/Library/bin/qgis_process.exe"), place("conda/python.exe"))
    folders = qgis.environment()["PATH"].split(os.pathsep)[:2]
    assert folders == [str(qgis.python.parent), str(qgis.process.parent)]


def test_missing_qgis_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(find_qgis.QgisNotFound, match="Install it"):
        find_qgis.find_qgis({"PATH": str(tmp_path)}, "linux", str(tmp_path))


def test_stamp_holds_for_its_inputs_only(place: PlaceProgram, tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    python = environments.venv_program(venv, "python")
    place(python.relative_to(tmp_path).as_posix())
    environments.write_stamp(venv, "inputs", ["engine", "test"])
    if os.name != "nt":
        assert environments.read_stamp(venv, "inputs") == {"engine", "test"}
    assert environments.read_stamp(venv, "other inputs") == set()
    python.unlink()
    assert environments.read_stamp(venv, "inputs") == set()


def test_interrupted_environment_has_no_stamp(tmp_path: Path) -> None:
    (tmp_path / "stamp.json").write_text('{"inputs": "x"', encoding="utf-8")
    assert environments.read_stamp(tmp_path, "x") == set()


def test_printed_commands_can_be_pasted(capfd: pytest.CaptureFixture[str]) -> None:
    path = os.pathsep.join(["/first", os.environ["PATH"]])
    here = environments.ROOT / "a b"
    environments.run(sys.executable, "-c", "", here, environment={"PATH": path, "X": str(here)})
    line = capfd.readouterr().out.strip()
    assert line.startswith(f"$ PATH=/first{os.pathsep}$PATH 'X=a b' ")
    assert line.endswith(" 'a b'")


def test_outcomes_of_all_suites_are_added(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="5" failures="1" errors="1" skipped="1"/>'
        '<testsuite tests="2" failures="0" errors="0" skipped="0"/></testsuites>',
        encoding="utf-8",
    )
    assert dev.read_outcome(report) == dev.Outcome(passed=4, failed=2, skipped=1)


def test_every_test_is_in_one_part_of_all() -> None:
    parts = {part.name: part for part in dev.parts_of_all()}
    assert list(parts) == ["engine", "qgis", "runs", "training", "qt6"]
    for name in ("runs", "training"):
        assert parts[name].paths == [f"tests/engine/{name}"]
        assert (dev.ROOT / f"tests/engine/{name}").is_dir()
        assert f"--ignore=tests/engine/{name}" in parts["engine"].options
    for side, paths in dev.SIDES.items():
        assert parts[side].paths == paths
        assert (parts[side].options == ()) == (side != "engine")


@pytest.fixture
def small_suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two sides, of which the second has a test that fails, beside the first one that waits."""
    texts = {
        "good": "def test_a(): time.sleep(0.5)",
        "bad": "def test_b(): print('said of b'); assert 1 == 2\ndef test_c(): pass",
    }
    for side, text in texts.items():
        (tmp_path / f"test_{side}.py").write_text(f"import time\n{text}\n", encoding="utf-8")
    sides = {side: [str(tmp_path / f"test_{side}.py")] for side in texts}
    monkeypatch.setattr(dev, "parts_of_all", lambda: [dev.Part(s, s, p) for s, p in sides.items()])
    monkeypatch.setattr(dev, "setup", lambda extras: None)
    monkeypatch.setattr(dev, "python_of", lambda side, qgis: (Path(sys.executable), {}))
    monkeypatch.setattr(dev, "BUILD", tmp_path)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.parametrize("options", [[], ["-s"]], ids=["side by side", "watched"])
def test_what_fails_beside_others_is_counted_and_told_in_one_piece(
    small_suite: None, capfd: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert dev.test(["-p", "no:cacheprovider", *options], ()) == 1
    said = capfd.readouterr().out
    assert said.endswith(
        "good      1 passed, 0 failed, 0 skipped\n"
        "bad       1 passed, 1 failed, 0 skipped\n"
        "2 passed, 1 failed, 0 skipped\n"
    )
    assert "said of b" in said
    failure = said.split(" FAILURES ")[1].split(" short test summary info ")[0]
    assert "assert 1 == 2" in failure
    assert "test_good" not in failure
    assert any(line.startswith("good      ") and "%]" in line for line in said.splitlines()) == (
        not options
    )


def test_a_process_left_behind_does_not_hold_up_the_tests(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    script = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(child.pid)\n"
        "sys.exit(3)\n"
    )
    with pytest.raises(subprocess.CalledProcessError) as failed:
        environments.run_beside(tmp_path / "log", "part", sys.executable, "-c", script)
    os.kill(int(capfd.readouterr().out.splitlines()[-2]), signal.SIGTERM)
    assert failed.value.returncode == 3


def test_run_without_report_counts_as_failure(tmp_path: Path) -> None:
    assert dev.read_outcome(tmp_path / "none.xml").failed == 1


def test_missing_test_folder_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(dev.SIDES, "qgis", ("tests/nowhere",))
    with pytest.raises(environments.Stop, match="tests/nowhere"):
        dev.test([], ())


def test_paths_go_to_the_side_that_can_run_them() -> None:
    arguments = ["tests/plugin", "-k", "window", "tests/test_dev.py::test_x", "-x", "tests/qt6"]
    sides, options = dev.split_by_side(arguments)
    assert sides == {
        "engine": ["tests/test_dev.py::test_x"],
        "qgis": ["tests/plugin"],
        "qt6": ["tests/qt6"],
    }
    assert options == ["-k", "window", "-x"]


def test_every_folder_of_tests_is_run() -> None:
    run = {path for paths in dev.SIDES.values() for path in paths}
    there = {
        path.relative_to(dev.ROOT).as_posix()
        for path in (dev.ROOT / "tests").iterdir()
        if (path.is_file() and path.name.startswith("test_")) or any(path.rglob("test_*.py"))
    }
    assert run == there


def test_unknown_benchmark_is_answered_with_the_list() -> None:
    with pytest.raises(environments.Stop, match="Say which"):
        dev.bench(["no-such-benchmark"], [])


def test_what_follows_the_names_of_benchmarks_is_theirs(monkeypatch) -> None:
    started = []
    monkeypatch.setattr(dev, "make_engine_environment", lambda _: None)
    monkeypatch.setattr(dev, "run", lambda _, script, *words: started.append((script.stem, words)))
    assert dev.main(["bench", "clouds", "segment", "a.tif", "b.gpkg", "--seeds", "2", "3"]) == 0
    words = ("a.tif", "b.gpkg", "--seeds", "2", "3")
    assert started == [("clouds", words), ("segment", words)]


def test_help_names_every_command() -> None:
    command = [sys.executable, str(environments.ROOT / "dev.py"), "--help"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for name in ("setup", "demo", "test", "lint", "bench", "zip", "release", "link", "lock"):
        assert f"\n    {name} " in text


@on_posix
def test_another_debian_is_for_root_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(environments.Stop, match="sudo"):
        dev.test_elsewhere("trixie", [])


def test_a_copied_checkout_is_what_git_would_have_and_keeps_what_was_built(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    for name in ("kept.py", "deep/new.py", "ignored.pyc", ".gitignore", "gone.py"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text("*.pyc", encoding="utf-8")
    for command in (["init", "-q"], ["add", "kept.py", "gone.py"]):
        subprocess.run(["git", *command], cwd=source, check=True)
    (source / "gone.py").unlink()
    for name in (".venv/stamp.json", "old/stale.py", "stale.py"):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).touch()
    qgis_chroot.copy_checkout(source, target)
    shutil.rmtree(target / ".git")
    files = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
    assert files == {"kept.py", "deep/new.py", ".gitignore", ".venv/stamp.json"}
