"""Find QGIS on this machine: the command that runs Processing without a window, and its Python.

Looks only; installs and changes nothing. Standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PREFIX_VARIABLE = "CROSSEARTH_QGIS_PREFIX"


class QgisNotFound(Exception):
    """QGIS is not here, or only in a form that cannot be scripted; the text says what to do."""


@dataclass(frozen=True)
class Qgis:
    """An installation of QGIS."""

    process: Path
    """``qgis_process``, or what runs it on this platform."""
    python: Path
    """The Python that can ``import qgis``."""

    def environment(self) -> dict[str, str]:
        """Return what QGIS's programs must find in their environment, whoever starts them.

        The Python inside QGIS takes its library from the first ``python3`` on ``PATH``: with
        another one there, from pyenv or an active virtual environment, QGIS has no Python.
        """
        return {"PATH": os.pathsep.join([str(self.python.parent), os.environ.get("PATH", "")])}


def find_qgis(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform, top: str = ""
) -> Qgis:
    """Return the QGIS of this machine; ``CROSSEARTH_QGIS_PREFIX`` goes before all others.

    Args:
        environment: variables, for the prefix and ``PATH``.
        platform: as `sys.platform`.
        top: stands before every absolute folder that is searched; for tests.

    Raises:
        QgisNotFound: with the sentence to show.
    """
    prefix = environment.get(PREFIX_VARIABLE)
    folders = (
        [Path(prefix), Path(prefix) / "bin"]
        if prefix
        else [
            *map(Path, filter(None, environment.get("PATH", "").split(os.pathsep))),
            *_usual_folders(platform, top),
        ]
    )
    for folder in folders:
        for process in _processes(folder, platform):
            for python in _pythons(process, platform, top):
                return Qgis(process, python)
    if prefix:
        raise QgisNotFound(f"There is no qgis_process with a Python in {PREFIX_VARIABLE}={prefix}.")
    if shutil.which("flatpak") and _flatpak_has_qgis():
        raise QgisNotFound(
            "QGIS is here as a Flatpak, whose sandbox keeps it from the engine's environment in "
            "this checkout. Install QGIS from your distribution or from qgis.org."
        )
    raise QgisNotFound(
        "QGIS 3.22 or newer was not found. Install it from your distribution or from "
        f"https://qgis.org/download, or set {PREFIX_VARIABLE} to the folder that holds "
        "qgis_process or bin/qgis_process."
    )


def _usual_folders(platform: str, top: str) -> Iterator[Path]:
    if platform == "win32":
        for parent, pattern in ((r"C:\Program Files", "QGIS*/bin"), ("C:\\", "OSGeo4W*/bin")):
            yield from _newest_first(Path(top or parent), pattern)
    elif platform == "darwin":
        yield from _newest_first(Path(top + "/Applications"), "QGIS*.app/Contents/MacOS/bin")
        yield from _newest_first(Path(top + "/Applications"), "QGIS*.app/Contents/MacOS")
    else:
        yield Path(top + "/usr/bin")
        yield Path(top + "/usr/local/bin")


def _newest_first(parent: Path, pattern: str) -> list[Path]:
    return sorted(parent.glob(pattern), reverse=True)


def _processes(folder: Path, platform: str) -> Iterator[Path]:
    if platform == "win32":
        yield from sorted(folder.glob("qgis_process-qgis*.bat"), reverse=True)
        return
    # Debian's wrapper passes QGIS_OPTS='--noversioncheck', which qgis_process takes for a command
    # and refuses (QGIS issue 57683); the program itself lies beside it.
    for name in ("qgis_process.bin", "qgis_process"):
        if (folder / name).is_file():
            yield folder / name


def _pythons(process: Path, platform: str, top: str) -> Iterator[Path]:
    folder = process.parent
    if platform == "win32":
        yield from sorted(folder.glob("python-qgis*.bat"), reverse=True)
        return
    # The Python beside QGIS (conda, the macOS bundle) or the system's; never the first on PATH,
    # which may be anyone's.
    for python in (folder / "python3", folder / "python", Path(top + "/usr/bin/python3")):
        if python.is_file() and _imports_qgis(python):
            yield python


def _imports_qgis(python: Path) -> bool:
    command = [str(python), "-c", "import qgis.core"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return not subprocess.run(command, capture_output=True, env=environment, check=False).returncode


def _flatpak_has_qgis() -> bool:
    command = ["flatpak", "info", "org.qgis.qgis"]
    return not subprocess.run(command, capture_output=True, check=False).returncode
