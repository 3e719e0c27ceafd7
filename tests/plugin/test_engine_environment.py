from __future__ import annotations

import json
import os
import sys
import time
import zipfile
from pathlib import Path

import pytest
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

from crossearth_qgis import child_environment, engine_environment, paths, settings
from crossearth_qgis.base_python import base_python_candidates
from crossearth_qgis.errors import EngineSetupFailed, JobCanceled
from crossearth_qgis.setup_advice import setup_advice


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
    return engine_environment.create((lines if lines is not None else []).append, lambda: False)


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
    python = engine_environment._venv_python(engine_environment.installed_folder())
    python.parent.mkdir(parents=True)
    python.touch()
    assert engine_environment.find() is None
    assert "interrupted" in engine_environment.missing_reason()


def test_environment_for_other_requirements_counts_as_outdated(home) -> None:
    folder = engine_environment.installed_folder()
    python = engine_environment._venv_python(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "complete.json").write_text(json.dumps({"requirements_sha256": "0" * 64}))
    assert engine_environment.find() is None
    assert "another version" in engine_environment.missing_reason()


# Creating


def test_environment_is_created_verified_found_and_removed(requirements) -> None:
    lines: list[str] = []
    created = create(lines)
    assert created == engine_environment.find()
    assert created.origin == "installed"
    assert "tinyrequirement 1.0" in lines
    engine_environment.remove()
    assert engine_environment.find() is None
    assert not engine_environment.installed_folder().exists()


def test_torch_is_added_to_a_complete_environment(requirements, tmp_path, monkeypatch) -> None:
    extra = tmp_path / "torch.txt"
    extra.write_text("tinytorch\n", encoding="utf-8")
    monkeypatch.setattr(paths, "ENGINE_TORCH_REQUIREMENTS", extra)
    create()
    with pytest.raises(EngineSetupFailed, match="not offered"):
        engine_environment.add_torch(print, lambda: False)
    assert engine_environment.find() is not None
    _write_wheel(tmp_path / "wheels", "tinytorch")
    lines: list[str] = []
    engine_environment.add_torch(lines.append, lambda: False)
    assert any("Successfully installed tinytorch" in line for line in lines)
    assert engine_environment.find() is not None


@pytest.mark.parametrize(("platform", "bytes_needed"), [("linux", 12e9), ("darwin", 2e9)])
def test_torch_for_linux_needs_room_for_cuda(
    requirements, monkeypatch, platform, bytes_needed
) -> None:
    asked: list[int] = []
    engine_environment.installed_folder().parent.mkdir(parents=True)
    monkeypatch.setattr(engine_environment.sys, "platform", platform)
    monkeypatch.setattr(engine_environment, "_check_disk", lambda _, needed: asked.append(needed))
    monkeypatch.setattr(engine_environment, "_run_step", lambda *_: None)
    engine_environment.add_torch(print, lambda: False)
    assert asked == [bytes_needed]


def test_torch_needs_room_on_the_disk(requirements, monkeypatch) -> None:
    monkeypatch.setattr(engine_environment, "NEEDED_TORCH_BYTES", 10**18)
    monkeypatch.setattr(engine_environment, "NEEDED_CUDA_BYTES", 10**18)
    with pytest.raises(EngineSetupFailed, match="only"):
        engine_environment.add_torch(print, lambda: False)


def test_half_installed_environment_is_replaced(requirements) -> None:
    leftover = engine_environment.installed_folder() / "lib" / "leftover"
    leftover.mkdir(parents=True)
    create()
    assert engine_environment.find() is not None
    assert not leftover.exists()


def test_package_that_cannot_be_imported_fails_the_installation(requirements, monkeypatch) -> None:
    monkeypatch.setattr(engine_environment, "_verification_code", lambda: "import nosuchmodule")
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
    started = time.monotonic()
    with pytest.raises(JobCanceled):
        engine_environment.create(lines.append, lambda: any("Creating" in line for line in lines))
    assert time.monotonic() - started < 5
    assert not engine_environment.installed_folder().exists()
    create()


def test_chosen_python_that_is_gone_must_be_corrected_first(requirements) -> None:
    settings.set_engine_python("/no/python")
    with pytest.raises(EngineSetupFailed, match="/no/python"):
        create()


def test_second_installation_at_the_same_time_is_refused(requirements) -> None:
    folder = engine_environment.installed_folder()
    with (
        engine_environment._install_lock(folder),
        pytest.raises(EngineSetupFailed, match="Another"),
    ):
        create()


def test_full_disk_is_noticed_before_anything_is_written(requirements, monkeypatch) -> None:
    monkeypatch.setattr(engine_environment, "NEEDED_DISK_BYTES", 10**18)
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
    monkeypatch.setattr(engine_environment, "base_python_candidates", lambda: [bare])
    with pytest.raises(EngineSetupFailed, match=r"apt install python3\.11-venv"):
        create()


def test_old_python_is_passed_over(requirements, tmp_path, monkeypatch) -> None:
    old = fake_python(tmp_path, "python3.9", "echo version 3 9; echo complete")
    broken = fake_python(tmp_path, "python", "exit 127")
    monkeypatch.setattr(
        engine_environment, "base_python_candidates", lambda: [old, broken, tmp_path / "none"]
    )
    with pytest.raises(EngineSetupFailed, match=r"Python 3\.10 or newer"):
        create()


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
    assert os.environ["PYTHONHOME"] == "/qgis"


def test_search_path_loses_the_folders_of_qgis(tmp_path) -> None:
    qgis = tmp_path / "QGIS"
    entries = [str(qgis), str(qgis / "bin"), str(tmp_path / "QGIS2"), '"quoted"', ""]
    kept = child_environment._path_without(os.pathsep.join(entries), qgis)
    assert kept.split(os.pathsep) == entries[2:]


def test_every_variable_left_out_has_its_reason() -> None:
    assert all(pattern and reason for pattern, reason in child_environment._LEFT_OUT)


def test_proxy_of_qgis_is_passed_on() -> None:
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy()
    proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 3128, "a b", "c:d")
    try:
        manager.setFallbackProxyAndExcludes(proxy, [], [])
        variables = engine_environment._proxy_variables()
    finally:
        manager.setFallbackProxyAndExcludes(before, [], [])
    assert variables["https_proxy"] == "http://a%20b:c%3Ad@proxy.example:3128"
    assert engine_environment._proxy_variables() == {}
