from __future__ import annotations

import json
import os
import sys
import types
import zipfile
from pathlib import Path

import pytest

from crossearth_qgis import paths, settings
from crossearth_qgis.errors import EngineSetupFailed, JobCanceled, UnsupportedProxy
from crossearth_qgis.setup import base_python, child_environment, engine_environment, installation
from crossearth_qgis.setup.advice import setup_advice
from crossearth_qgis.setup.base_python import base_python_candidates
from crossearth_qgis.setup.child_process import stream
from tests.plugin.support import is_running, wait_until


@pytest.fixture
def requirements(tmp_path, monkeypatch) -> Path:
    """Replace the engine's requirements by one tiny package in a local folder."""
    source = tmp_path / "wheels"
    source.mkdir()
    _write_wheel(source)
    path = tmp_path / "requirements.txt"
    path.write_text("# what the engine needs\ntinyrequirement>=1.0\n", encoding="utf-8")
    monkeypatch.setattr(paths, "ENGINE_REQUIREMENTS", path)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(source))
    return path


def _write_wheel(folder: Path, name: str = "tinyrequirement") -> None:
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}.py", "__version__ = '1.0'\n")
        info = f"{name}-1.0.dist-info"
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")


def create(lines: list[str] | None = None) -> engine_environment.EngineEnvironment:
    return installation.create((lines if lines is not None else []).append, lambda: False)


# Finding


def test_nothing_is_found_on_a_fresh_computer(home) -> None:
    assert engine_environment.find() is None
    assert "not installed yet" in engine_environment.missing_reason()


def test_variable_wins_over_setting(monkeypatch) -> None:
    settings.set_engine_python(sys.executable)
    assert engine_environment.find().origin == "setting"
    monkeypatch.setenv("CROSSEARTH_ENGINE_PYTHON", sys.executable)
    found = engine_environment.find()
    assert (found.origin, found.python) == ("variable", Path(sys.executable))


def test_variable_that_names_no_file_is_not_passed_over_in_silence(monkeypatch) -> None:
    monkeypatch.setenv("CROSSEARTH_ENGINE_PYTHON", "/no/python")
    assert engine_environment.find() is None
    assert "/no/python" in engine_environment.missing_reason()


def test_setting_that_names_no_file_is_explained() -> None:
    settings.set_engine_python("/no/python")
    assert engine_environment.find() is None
    assert "Options" in engine_environment.missing_reason()


def test_folder_without_stamp_counts_as_interrupted(home) -> None:
    python = engine_environment.venv_python(engine_environment.installed_folder())
    python.parent.mkdir(parents=True)
    python.touch()
    assert engine_environment.find() is None
    assert "interrupted" in engine_environment.missing_reason()


def test_environment_for_other_requirements_counts_as_outdated(home) -> None:
    folder = engine_environment.installed_folder()
    python = engine_environment.venv_python(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "complete.json").write_text(json.dumps({"requirements_sha256": "0" * 64}))
    assert engine_environment.find() is None
    assert "another version" in engine_environment.missing_reason()


def installed(home, **stamp: str) -> Path:
    """Make what looks like a complete environment and return its interpreter."""
    folder = engine_environment.installed_folder()
    python = engine_environment.venv_python(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    digest = engine_environment.requirements_digest()
    (folder / "complete.json").write_text(json.dumps({"requirements_sha256": digest, **stamp}))
    return python


def test_environment_that_does_not_work_has_to_be_set_up_again(home) -> None:
    python = installed(home)
    assert engine_environment.find().python == python
    engine_environment.distrust("No module named 'numpy'")
    assert engine_environment.find() is None
    assert "damaged (No module named 'numpy')" in engine_environment.missing_reason()


def test_stamp_that_is_no_stamp_counts_as_none(home) -> None:
    installed(home)
    stamp = engine_environment.installed_folder() / "complete.json"
    for text in ("[]", "nonsense"):
        stamp.write_text(text)
        assert engine_environment.find() is None
        assert "interrupted" in engine_environment.missing_reason()


def test_nothing_to_distrust_is_no_problem(home) -> None:
    engine_environment.distrust("whatever")
    assert "not installed yet" in engine_environment.missing_reason()


def test_torch_is_looked_for_in_our_own_environment_only(home, monkeypatch) -> None:
    assert not engine_environment.lacks_torch()
    python = installed(home)
    assert engine_environment.lacks_torch()
    packages = python.parent.parent / "lib" / "python3.11" / "site-packages" / "torch"
    packages.mkdir(parents=True)
    (packages / "__init__.py").touch()
    assert not engine_environment.lacks_torch()
    (packages / "__init__.py").unlink()
    monkeypatch.setenv("CROSSEARTH_ENGINE_PYTHON", sys.executable)
    assert not engine_environment.lacks_torch()


# Creating


def test_environment_is_created_verified_found_and_removed(requirements) -> None:
    lines: list[str] = []
    created = create(lines)
    assert created == engine_environment.find()
    assert created.origin == "installed"
    assert "tinyrequirement 1.0" in lines
    installation.remove()
    assert engine_environment.find() is None
    assert not engine_environment.installed_folder().exists()


def test_torch_is_added_to_a_complete_environment(requirements, tmp_path, monkeypatch) -> None:
    extra = tmp_path / "torch.txt"
    extra.write_text("tinytorch\n", encoding="utf-8")
    monkeypatch.setattr(paths, "ENGINE_TORCH_REQUIREMENTS", extra)
    create()
    with pytest.raises(EngineSetupFailed, match="not offered"):
        installation.add_torch(print, lambda: False)
    assert engine_environment.find() is not None
    _write_wheel(tmp_path / "wheels", "tinytorch")
    lines: list[str] = []
    installation.add_torch(lines.append, lambda: False)
    assert any("Successfully installed tinytorch" in line for line in lines)
    assert engine_environment.find() is not None


@pytest.mark.parametrize(("platform", "bytes_needed"), [("linux", 12e9), ("darwin", 2e9)])
def test_torch_for_linux_needs_room_for_cuda(
    requirements, monkeypatch, platform, bytes_needed
) -> None:
    asked: list[int] = []
    engine_environment.installed_folder().parent.mkdir(parents=True)
    monkeypatch.setattr(installation.sys, "platform", platform)
    monkeypatch.setattr(installation, "_check_disk", lambda _, needed: asked.append(needed))
    monkeypatch.setattr(installation, "_run_step", lambda *_: None)
    installation.add_torch(print, lambda: False)
    assert asked == [bytes_needed]


def test_torch_needs_room_on_the_disk(requirements, monkeypatch) -> None:
    monkeypatch.setattr(installation, "NEEDED_TORCH_BYTES", 10**18)
    monkeypatch.setattr(installation, "NEEDED_CUDA_BYTES", 10**18)
    with pytest.raises(EngineSetupFailed, match="only"):
        installation.add_torch(print, lambda: False)


def test_half_installed_environment_is_replaced(requirements) -> None:
    leftover = engine_environment.installed_folder() / "lib" / "leftover"
    leftover.mkdir(parents=True)
    create()
    assert engine_environment.find() is not None
    assert not leftover.exists()


def test_package_that_cannot_be_imported_fails_the_installation(requirements, monkeypatch) -> None:
    monkeypatch.setattr(installation, "_verification_code", lambda: "import nosuchmodule")
    with pytest.raises(EngineSetupFailed):
        create()
    assert engine_environment.find() is None
    assert not engine_environment.installed_folder().exists()


def test_unknown_package_fails_with_advice(requirements) -> None:
    requirements.write_text("no-such-package-anywhere\n", encoding="utf-8")
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


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_cancel_takes_the_children_of_the_installer_along(tmp_path) -> None:
    script = fake_python(tmp_path, "installer", "sleep 60 & echo child $!; wait")
    lines: list[str] = []
    with pytest.raises(JobCanceled):
        stream([str(script)], dict(os.environ), lines.append, lambda: bool(lines))
    child = int(lines[0].split()[1])
    assert wait_until(lambda: not is_running(child) or is_zombie(child))


def is_zombie(pid: int) -> bool:
    # Where nobody reaps orphans, as in a container, the dead stay listed.
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z"


def test_socks_proxy_fails_the_installation_with_a_sentence(requirements, monkeypatch) -> None:
    def refuse(_address: str) -> dict[str, str]:
        raise UnsupportedProxy("No SOCKS.")

    monkeypatch.setattr(installation, "proxy_variables", refuse)
    with pytest.raises(EngineSetupFailed, match="No SOCKS"):
        create()


def test_chosen_python_that_is_gone_must_be_corrected_first(requirements) -> None:
    settings.set_engine_python("/no/python")
    with pytest.raises(EngineSetupFailed, match="/no/python"):
        create()


def test_second_installation_at_the_same_time_is_refused(requirements) -> None:
    folder = engine_environment.installed_folder()
    with (
        installation._install_lock(folder),
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


def fake_python(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_python_without_venv_gets_the_apt_line(requirements, tmp_path, monkeypatch) -> None:
    bare = fake_python(tmp_path, "python3", "echo version 3 11; echo ImportError; exit 1")
    monkeypatch.setattr(base_python, "base_python_candidates", lambda: [bare])
    with pytest.raises(EngineSetupFailed, match=r"apt install python3\.11-venv"):
        create()


def test_old_python_is_passed_over(requirements, tmp_path, monkeypatch) -> None:
    old = fake_python(tmp_path, "python3.9", "echo version 3 9; echo complete")
    broken = fake_python(tmp_path, "python", "exit 127")
    monkeypatch.setattr(
        base_python, "base_python_candidates", lambda: [old, broken, tmp_path / "none"]
    )
    with pytest.raises(EngineSetupFailed, match=r"Python 3\.10 or newer"):
        create()


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


@pytest.mark.parametrize(
    ("log", "word"),
    [
        ("OSError: [Errno 28] No space left on device", "disk"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate"),
        ("ProxyError('Cannot connect to proxy.', 407 Proxy Auth", "proxy"),
        (
            "NewConnectionError: Failed to establish: Temporary failure in name resolution",
            "internet",
        ),
        ("ERROR: No matching distribution found for onnxruntime", "not offered"),
        ("Segmentation fault", "The log"),
    ],
)
def test_failures_come_with_advice(log: str, word: str) -> None:
    assert word in setup_advice(log)


# The child's environment


def test_child_sees_nothing_of_qgis(monkeypatch, tmp_path) -> None:
    foreign = [
        "PYTHONHOME",
        "PYTHONPATH",
        "PYTHONEXECUTABLE",
        "PYTHONSTARTUP",
        "PYTHONUSERBASE",
        "VIRTUAL_ENV",
        "CONDA_PREFIX",
        "PIP_USER",
        "PIP_TARGET",
        "PIP_PREFIX",
        "GDAL_DATA",
        "GDAL_DRIVER_PATH",
        "PROJ_LIB",
        "PROJ_DATA",
        "QGIS_PREFIX_PATH",
        "QGIS_PLUGINPATH",
        "QT_PLUGIN_PATH",
        "LD_LIBRARY_PATH",
        "LD_PRELOAD",
        "DYLD_LIBRARY_PATH",
        "__PYVENV_LAUNCHER__",
    ]
    for name in foreign:
        monkeypatch.setenv(name, "/qgis")
    kept = {"PIP_INDEX_URL": "https://mirror", "CUDA_VISIBLE_DEVICES": "0", "LANG": "de_DE.UTF-8"}
    for name, value in kept.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SSL_CERT_FILE", "/gone/ca.pem")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path))
    variables = child_environment.child_environment()
    assert not set(foreign) & set(variables)
    assert kept.items() <= variables.items()
    assert "SSL_CERT_FILE" not in variables
    assert variables["REQUESTS_CA_BUNDLE"] == str(tmp_path)
    assert variables["PATH"] == os.environ["PATH"]
    assert variables["PYTHONNOUSERSITE"] == "1"
    assert variables["ORT_DISABLE_TELEMETRY"] == "1"
    assert os.environ["PYTHONHOME"] == "/qgis"


def test_search_path_loses_the_folders_of_qgis(tmp_path) -> None:
    qgis = tmp_path / "QGIS"
    entries = [str(qgis), str(qgis / "bin"), str(tmp_path / "QGIS2"), '"quoted"', ""]
    kept = child_environment._path_without(os.pathsep.join(entries), qgis)
    assert kept.split(os.pathsep) == entries[2:]


def test_every_variable_left_out_has_its_reason() -> None:
    assert all(pattern and reason for pattern, reason in child_environment._LEFT_OUT)
