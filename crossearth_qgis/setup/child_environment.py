"""The environment variables that a child process of ours gets: QGIS's own, and why, are left out.

QGIS points Python, GDAL, PROJ and the library loader at its own files. A Python that inherits that
loads half of QGIS into itself, in ways that differ on every platform. Nothing in QGIS is changed.
"""

from __future__ import annotations

import fnmatch
import os
import sys
from pathlib import Path

from qgis.core import QgsApplication

# What QGIS, or the shell that started it, sets for itself, and why the child must not see it. What
# the user sets for GDAL stays, GDAL_HTTP_* for instance: the engine shall open what QGIS opens.
_LEFT_OUT = (
    ("PYTHONHOME", "points at QGIS's standard library"),
    ("PYTHONPATH", "puts QGIS's packages before the engine's"),
    ("PYTHONEXECUTABLE", "set by OSGeo4W: a venv would install beside the base interpreter"),
    ("PYTHON*", "the others change how any Python behaves: startup file, optimisation, user site"),
    ("__PYVENV_LAUNCHER__", "macOS: makes the child believe to be QGIS's Python"),
    ("VIRTUAL_ENV*", "an environment that QGIS was started from"),
    ("CONDA_*", "the same, for conda"),
    ("PIP_USER", "would install outside the environment"),
    ("PIP_TARGET", "would install outside the environment"),
    ("PIP_PREFIX", "would install outside the environment"),
    ("PIP_ROOT", "would install outside the environment"),
    ("GDAL_DATA", "data of QGIS's GDAL version; rasterio brings its own"),
    ("GDAL_DRIVER_PATH", "plugins built against QGIS's GDAL crash another one"),
    ("GDAL_SKIP", "hides drivers that the engine needs"),
    ("PROJ_LIB", "database of QGIS's PROJ version; rasterio brings its own"),
    ("PROJ_DATA", "the name of PROJ_LIB since PROJ 9.1"),
    ("QGIS_*", "of no use outside QGIS"),
    ("QT_*", "plugin folders of QGIS's Qt"),
    ("LD_LIBRARY_PATH", "makes the engine's wheels load QGIS's libraries"),
    ("LD_PRELOAD", "the same"),
    ("DYLD_*", "the same, on macOS"),
)
_CERTIFICATE_FILES = ("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


def child_environment() -> dict[str, str]:
    """Return the environment variables for a child process: QGIS's own are left out."""
    variables = {
        name: value
        for name, value in os.environ.items()
        if not any(fnmatch.fnmatchcase(name.upper(), pattern) for pattern, _ in _LEFT_OUT)
    }
    for name in _CERTIFICATE_FILES:
        # A company's own bundle must stay; one that is gone would break every download.
        if name in variables and not Path(variables[name]).exists():
            del variables[name]
    if sys.platform == "win32":
        # DLLs are searched along PATH, and QGIS puts its own folders first.
        prefix = Path(QgsApplication.prefixPath())
        # Two levels up is QGIS's folder as OSGeo4W and the installers lay it out. In a conda
        # environment, or at a short path, that may be the drive, with Windows on it.
        qgis = prefix.parents[1] if len(prefix.parents) > 2 else prefix
        variables["PATH"] = _path_without(variables.get("PATH", ""), qgis)
    # The user's own site-packages are as foreign to the engine as QGIS's.
    variables["PYTHONNOUSERSITE"] = "1"
    # The certificates of this computer, as pip takes them: those of a company's proxy are there.
    variables.setdefault("UV_SYSTEM_CERTS", "1")
    # The engine says it too; here it also holds for what else is started in its environment.
    variables["ORT_DISABLE_TELEMETRY"] = "1"
    return variables


def _path_without(search_path: str, folder: Path) -> str:
    """Return a search path without the entries in a folder; entries may be any nonsense."""
    unwanted = Path(os.path.normcase(folder))
    return os.pathsep.join(
        entry
        for entry in search_path.split(os.pathsep)
        if unwanted not in (Path(os.path.normcase(entry)), *Path(os.path.normcase(entry)).parents)
    )
