from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from crossearth_qgis import paths, settings
from crossearth_qgis.errors import (
    EngineSetupFailed,
    JobCanceled,
    PythonNotAgreed,
    UnsupportedProxy,
)
from crossearth_qgis.setup import (
    base_python,
    engine_environment,
    installation,
    standalone_python,
    step,
)
from crossearth_qgis.setup.launcher import launcher
from crossearth_qgis.setup.python_choice import PythonChoice
from crossearth_qgis.setup.standalone_python import Archive
from crossearth_qgis.shared import diagnostics
from tests.engine.file_server import serving
from tests.plugin.setup.archives import unix_python, write_list
from tests.plugin.setup.support import lock, write_wheel


@pytest.fixture
def requirements(tmp_path, monkeypatch, only_python) -> Path:
    """Replace the engine's requirements by two tiny packages in a local folder, locked."""
    source = tmp_path / "wheels"
    source.mkdir()
    monkeypatch.setattr(paths, "ENGINE_LOCKS", tmp_path / "locks")
    lock("segment", [write_wheel(source)])
    lock("adapt", [write_wheel(source, "tinyadapt")])
    path = tmp_path / "requirements.txt"
    path.write_text("# what the engine needs\ntinyrequirement>=1.0\n", encoding="utf-8")
    monkeypatch.setattr(paths, "ENGINE_REQUIREMENTS", path)
    adapt = tmp_path / "requirements-adapt.txt"
    adapt.write_text("tinyadapt\n", encoding="utf-8")
    monkeypatch.setattr(paths, "ENGINE_ADAPT_REQUIREMENTS", adapt)
    engine = tmp_path / "engine.py"
    engine.write_text("import sys, tinyrequirement; print('mapped', sys.argv[2])\n")
    monkeypatch.setattr(paths, "ENGINE_MAIN", engine)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(source))
    return path


@pytest.fixture
def only_python(tmp_path, monkeypatch, bare_environment) -> Path:
    """Leave this computer with one Python, whose environments are copies: made in no time."""
    folder = tmp_path / "only"
    folder.mkdir()
    python = fake_python(
        folder,
        "python3",
        f"""case "$*" in
*"-m venv"*) for folder; do :; done; mkdir -p "$folder"; cp -RP {bare_environment}/. "$folder" ;;
*) exec {bare_environment}/bin/python "$@" ;;
esac""",
    )
    monkeypatch.setattr(base_python, "base_python_candidates", lambda _machine: [python])
    return python


@pytest.fixture
def real_python(requirements, monkeypatch) -> Path:
    """Leave this computer with one Python, as it is."""
    python = Path(sys.base_prefix, "bin", "python3")
    monkeypatch.setattr(base_python, "base_python_candidates", lambda _machine: [python])
    return python


def fake_python(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def create(lines: list[str] | None = None) -> engine_environment.EngineEnvironment:
    return installation.create((lines if lines is not None else []).append, lambda: False)


def test_environment_is_created_verified_found_and_removed(real_python) -> None:
    lines: list[str] = []
    created = create(lines)
    assert created == engine_environment.find()
    assert created.origin == "installed"
    # What adapting needs, too: the first adaptation downloads nothing.
    assert {"tinyrequirement 1.0", "tinyadapt 1.0"} <= set(lines)
    assert any(line.startswith("mapped") for line in lines)
    command = launcher(engine_environment.engines_folder())
    ran = subprocess.run([command, "segment", "a b"], capture_output=True, text=True, check=True)
    assert ran.stdout == "mapped a b\n"
    installation.remove()
    assert not command.exists()
    assert engine_environment.find() is None
    assert not engine_environment.installed_folder().exists()


def test_engine_that_maps_is_kept_while_a_scanner_holds_its_map(requirements, monkeypatch) -> None:
    delete = os.unlink

    def hold(path: str, **more: int) -> None:
        if Path(path).name == "proof.tif":
            raise PermissionError(13, "being used by another process")
        delete(path, **more)

    monkeypatch.setattr(os, "unlink", hold)
    assert create() == engine_environment.find()


def test_half_installed_environment_is_replaced(requirements) -> None:
    leftover = engine_environment.installed_folder() / "lib" / "leftover"
    leftover.mkdir(parents=True)
    create()
    assert engine_environment.find() is not None
    assert not leftover.exists()


def test_old_engine_stays_until_the_next_one_maps(requirements, tmp_path) -> None:
    old = create()
    (old.python.parent / "mark").touch()
    works = paths.ENGINE_MAIN.read_text()
    paths.ENGINE_MAIN.write_text("raise SystemExit(4)")
    with pytest.raises(EngineSetupFailed):
        create()
    assert engine_environment.find() == old
    assert (old.python.parent / "mark").exists()
    lines: list[str] = []
    with pytest.raises(JobCanceled):
        installation.create(lines.append, lambda: any("Trying" in line for line in lines))
    assert engine_environment.find() == old
    paths.ENGINE_MAIN.write_text(works)
    new = create()
    assert engine_environment.find() == new
    assert new != old
    assert not old.python.exists()
    installation.remove()
    assert not new.python.exists()


def test_packages_come_from_a_folder_alone(requirements, tmp_path, monkeypatch) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/nobody-listens")
    installation.create(print, lambda: False, PythonChoice(packages=tmp_path / "wheels"))
    assert not engine_environment.lacking(engine_environment.installed_folder())


def test_file_with_another_digest_is_refused_and_the_old_engine_stays(
    requirements, tmp_path
) -> None:
    old = create()
    write_wheel(tmp_path / "wheels", more="print('not what was tested')")
    with pytest.raises(EngineSetupFailed, match="SHA-256 is another"):
        create()
    assert engine_environment.find() == old
    assert subprocess.run([launcher(engine_environment.engines_folder()), "-", "x"]).returncode == 0


def test_nothing_but_the_locked_files_is_installed(requirements, tmp_path) -> None:
    source = tmp_path / "wheels"
    lock("segment", [write_wheel(source, requires="stranger")])
    write_wheel(source, "stranger")
    write_wheel(source, version="99.0", more="raise SystemExit('it ran')")
    lines: list[str] = []
    create(lines)
    assert "tinyrequirement 1.0" in lines
    assert not any("stranger" in line for line in lines)


def test_constraint_of_the_user_holds_and_is_named(requirements, tmp_path, monkeypatch) -> None:
    constraint = tmp_path / "constraint.txt"
    monkeypatch.setenv("PIP_CONSTRAINT", str(constraint))
    constraint.write_text("tinyrequirement<5\n")
    create()
    constraint.write_text("tinyrequirement<1\n")
    with pytest.raises(EngineSetupFailed, match="constraint"):
        create()
    assert engine_environment.find() is not None


# Not the one that runs this: it is the one that fits.
UNLISTED = "3.13" if sys.version_info[:2] == (3, 14) else "3.14"


@pytest.mark.parametrize("version", ["3.11", UNLISTED])
def test_next_python_is_tried_where_the_packages_do_not_fit(
    requirements, tmp_path, monkeypatch, only_python, version
) -> None:
    # UNLISTED: the lists of the plugin have nothing for it. 3.11: pip finds out.
    file = paths.ENGINE_LOCKS / "wheels.json"
    offers = json.loads(file.read_text())
    (pythons,) = offers["segment"].values()
    pythons[UNLISTED]["lacking"] = ["tinyrequirement"]
    file.write_text(json.dumps(offers))
    other = fake_python(
        tmp_path,
        "python3",
        f"""case "$*" in
*"-m pip"*) echo "ERROR: No matching distribution found for tinyrequirement"; exit 1 ;;
*"-m venv"*) for folder; do :; done; mkdir -p "$folder/bin"; cp "$0" "$folder/bin/python"
    echo "version = {version}.1" > "$folder/pyvenv.cfg"; touch "$folder/of-the-other" ;;
*) exec {only_python} "$@" ;;
esac""",
    )
    candidates = [other, only_python]
    monkeypatch.setattr(base_python, "base_python_candidates", lambda _machine: candidates)
    lines: list[str] = []
    choice = PythonChoice(packages=tmp_path / "wheels")
    created = installation.create(lines.append, lambda: False, choice)
    assert any("not offered" in line for line in lines)
    assert any("No matching distribution" in line for line in lines) == (version == "3.11")
    assert engine_environment.find() == created
    folder = engine_environment.installed_folder()
    assert json.loads((folder / "complete.json").read_text())["base_python"] == str(only_python)
    assert not (folder / "of-the-other").exists()


def test_standalone_python_makes_the_engine_and_goes_with_it(
    requirements, tmp_path, monkeypatch
) -> None:
    home = tmp_path / "J\u00f6rg M\u00fcllers Ordner \u65e5\u672c"
    monkeypatch.setenv("CROSSEARTH_HOME", str(home))
    monkeypatch.setattr(base_python, "base_python_candidates", lambda _machine: [])
    content = unix_python()
    name = "cpython-3.12.9+20250101-x86_64-unknown-linux-gnu-install_only_stripped.tar.gz"
    write_list(tmp_path / "archives.txt", f"https://publisher.example/{name}", content)
    monkeypatch.setattr(paths, "PYTHON_ARCHIVES", tmp_path / "archives.txt")
    archive = standalone_python.archive_for("Linux", "x86_64")
    monkeypatch.setattr(standalone_python, "archive_for_this_computer", lambda: archive)
    with serving(files={f"/{name.replace('+', '%2B')}": content}) as (address, server):
        settings.set_python_address(address)
        with pytest.raises(PythonNotAgreed):
            create()
        assert server.asked() == []
        created = installation.create(print, lambda: False, PythonChoice(is_download_agreed=True))
    assert engine_environment.find() == created
    assert home in created.python.parents
    command = launcher(engine_environment.engines_folder())
    assert subprocess.run([command, "segment", "a"], check=True).returncode == 0
    folder = engine_environment.installed_folder()
    stamp = json.loads((folder / "complete.json").read_text(encoding="utf-8"))
    assert stamp["base_python"] == str(archive.python)
    installation.remove()
    assert not archive.folder.exists()


def test_folder_with_packages_may_bring_the_standalone_python(
    requirements, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(base_python, "base_python_candidates", lambda _machine: [])
    content = unix_python()
    archive = Archive("python.tar.gz", "", hashlib.sha256(content).hexdigest(), "3.12.9", "1")
    monkeypatch.setattr(standalone_python, "archive_for_this_computer", lambda: archive)
    (tmp_path / "wheels" / "python.tar.gz").write_bytes(content)
    lines: list[str] = []
    # A whole engine is made of it above; here it is enough that it makes the environment.
    with pytest.raises(JobCanceled):
        installation.create(
            lines.append,
            lambda: any(str(archive.python) in line for line in lines),
            PythonChoice(packages=tmp_path / "wheels"),
        )
    assert archive.python.is_file()
    # It is there for the next try, and can be removed without one.
    assert installation.is_anything_installed()
    installation.remove()
    assert not archive.folder.exists()
    assert not installation.is_anything_installed()


def test_folder_without_the_packages_is_refused_at_once(requirements, tmp_path) -> None:
    with pytest.raises(EngineSetupFailed, match="lacks tinyrequirement, tinyadapt"):
        installation.create(print, lambda: False, PythonChoice(packages=tmp_path))
    assert not engine_environment.installed_folder().exists()


@pytest.mark.parametrize(
    ("added", "wheel", "expected"),
    [
        (["torch"], "torch-2.13.0+cu130-cp312-cp312-win_amd64.whl", ["torch-cuda"]),
        (["torch-cuda"], "torch-2.13.0+cpu-cp312-cp312-linux_x86_64.whl", ["torch"]),
        (["torch"], "torch-2.13.0+cpu-cp312-cp312-linux_x86_64.whl", ["torch"]),
        ([], "onnxruntime_gpu-1.31.1-cp312-cp312-win_amd64.whl", ["onnxruntime-gpu"]),
    ],
)
def test_pytorch_of_a_folder_is_the_one_that_there_will_be(
    requirements, tmp_path, monkeypatch, added: list[str], wheel: str, expected: list[str]
) -> None:
    for name in added:
        (engine_environment.installed_folder() / "addons" / name).mkdir(parents=True)
    (tmp_path / "wheels" / wheel).touch()
    wanted: list[str] = []
    monkeypatch.setattr(installation.addons, "add", lambda name, *_: wanted.append(name))
    installation.create(print, lambda: False, PythonChoice(packages=tmp_path / "wheels"))
    assert wanted == expected


def test_folder_without_what_was_added_is_refused_at_once(requirements, tmp_path) -> None:
    addon = engine_environment.installed_folder() / "addons" / "torch-cuda"
    addon.mkdir(parents=True)
    lines: list[str] = []
    with pytest.raises(EngineSetupFailed, match="wheels lacks PyTorch for NVIDIA cards"):
        installation.create(lines.append, lambda: False, PythonChoice(packages=tmp_path / "wheels"))
    assert lines == []
    assert addon.is_dir()


def test_package_that_cannot_be_imported_fails_the_installation(requirements, monkeypatch) -> None:
    monkeypatch.setattr(installation, "_verification_code", lambda: "import nosuchmodule")
    with pytest.raises(EngineSetupFailed):
        create()
    assert engine_environment.find() is None
    assert not engine_environment.installed_folder().exists()


def test_what_was_said_and_why_it_failed_is_kept(requirements) -> None:
    lines: list[str] = []
    create(lines)
    assert diagnostics.setup_log().read_text(encoding="utf-8").splitlines() == lines
    requirements.write_text("no-such-package-anywhere\n", encoding="utf-8")
    with pytest.raises(EngineSetupFailed) as caught:
        create()
    last = diagnostics.setup_log().read_text(encoding="utf-8").splitlines()[-1]
    assert last == f"{type(caught.value).__name__}: {caught.value}"


def test_unknown_package_fails_with_advice(requirements, tmp_path) -> None:
    (tmp_path / "wheels" / "tinyadapt-1.0-py3-none-any.whl").unlink()
    with pytest.raises(EngineSetupFailed, match="not offered"):
        create()
    assert not engine_environment.installed_folder().exists()


def test_cancel_leaves_nothing(requirements) -> None:
    lines: list[str] = []
    with pytest.raises(JobCanceled):
        installation.create(lines.append, lambda: any("Creating" in line for line in lines))
    assert "Creating" in lines[-1]
    assert not engine_environment.installed_folder().exists()
    create()


def test_socks_proxy_fails_the_installation_with_a_sentence(requirements, monkeypatch) -> None:
    def refuse(_address: str) -> dict[str, str]:
        raise UnsupportedProxy("No SOCKS.")

    monkeypatch.setattr(step, "proxy_variables", refuse)
    with pytest.raises(EngineSetupFailed, match="No SOCKS"):
        create()


def test_chosen_python_that_is_gone_must_be_corrected_first(requirements) -> None:
    settings.set_engine_python("/no/python")
    with pytest.raises(EngineSetupFailed, match="/no/python"):
        create()


def test_second_installation_at_the_same_time_is_refused(requirements) -> None:
    with (
        installation._install_lock(),
        pytest.raises(EngineSetupFailed, match="Another"),
    ):
        create()


def test_full_disk_is_noticed_before_anything_is_written(requirements, monkeypatch) -> None:
    monkeypatch.setattr(installation, "NEEDED_DISK_BYTES", 10**18)
    with pytest.raises(EngineSetupFailed, match="MB"):
        create()


def test_folder_that_cannot_be_made_is_reported(requirements, tmp_path, monkeypatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "file"))
    with pytest.raises(EngineSetupFailed, match="CROSSEARTH_HOME"):
        create()


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that root cannot write")
def test_folder_that_cannot_be_written_is_told_with_the_reason(requirements, home) -> None:
    home.mkdir()
    (home / "engine").symlink_to("/proc/self")
    with pytest.raises(
        EngineSetupFailed, match=r"cannot be written \((No such|Permission|Operation)"
    ):
        create()


def test_python_without_venv_gets_the_apt_line(requirements, tmp_path, monkeypatch) -> None:
    bare = fake_python(tmp_path, "python3", "echo version 3 11; echo ImportError; exit 1")
    monkeypatch.setattr(base_python, "base_python_candidates", lambda _machine: [bare])
    with pytest.raises(EngineSetupFailed, match=r"apt install python3\.11-venv"):
        create()


def test_old_python_is_passed_over(requirements, tmp_path, monkeypatch) -> None:
    old = fake_python(tmp_path, "python3.9", "echo version 3 9; echo complete")
    broken = fake_python(tmp_path, "python", "exit 127")
    monkeypatch.setattr(
        base_python, "base_python_candidates", lambda _machine: [old, broken, tmp_path / "none"]
    )
    with pytest.raises(EngineSetupFailed, match=r"No Python from 3\.10 to 3\.14"):
        create()


def test_command_line_and_the_engine_in_use_change_in_one_step(requirements, monkeypatch) -> None:
    paths.ENGINE_MAIN.write_text("import sys; print(sys.prefix)")
    create()

    def fail(_folder: Path) -> None:
        raise SystemExit("killed")

    for failing, is_switched in (("switch_to", False), ("standalone_python.remove_others", True)):
        before = engine_environment.installed_folder()
        with monkeypatch.context() as patch, contextlib.suppress(SystemExit):
            patch.setattr(f"crossearth_qgis.setup.installation.{failing}", fail)
            patch.setattr(installation, "clear_away", lambda _folder: None)
            create()
        assert (engine_environment.installed_folder() != before) == is_switched
        command = launcher(engine_environment.engines_folder())
        ran = subprocess.run([command], capture_output=True, text=True, check=True)
        assert ran.stdout.strip() == str(engine_environment.installed_folder())


def create_and_die(after_lines: int) -> list[str]:
    """Set up in a process of its own, killed after some lines; return what it has said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with contextlib.suppress(BaseException):
            installation.create(lambda line: os.write(writing, f"{line}\n".encode()), lambda: False)
        os._exit(0)
    os.close(writing)
    said: list[str] = []
    # The pipe ends when all who have it are gone: the set-up, and what it has started.
    with os.fdopen(reading, encoding="utf-8") as lines:
        for line in lines:
            said.append(line)
            if len(said) == after_lines:
                os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return said


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_killed_installation_leaves_the_old_engine_and_nothing_half(requirements) -> None:
    lines: list[str] = []
    old = create(lines)
    draw = random.Random(12)
    for point in draw.sample(range(2, len(lines)), 2):
        assert len(create_and_die(point)) < len(lines)
        found = engine_environment.find()
        assert found is not None
        subprocess.run([found.python, "-I", paths.ENGINE_MAIN, "segment", "a"], check=True)
        assert found == old
    new = create()
    assert engine_environment.find() == new
    folders = [path for path in engine_environment.engines_folder().iterdir() if path.is_dir()]
    assert folders == [engine_environment.installed_folder()]
