from __future__ import annotations

import os

from crossearth_qgis.setup import child_environment


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
