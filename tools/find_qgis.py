"""Find QGIS on this machine: the command that runs Processing without a window, and its Python.

Looks only; installs and changes nothing. Standard library only.
"""

from __future__ import annotations

import os
import re
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
        folders = dict.fromkeys((str(self.python.parent), str(self.process.parent)))
        return {"PATH": os.pathsep.join([*folders, os.environ.get("PATH", "")])}


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
            *_usual_folders(platform, environment, top),
        ]
    )
    pairs = _on_windows if platform == "win32" else _elsewhere
    for folder in folders:
        for found in pairs(folder, top):
            return found
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


def _usual_folders(platform: str, environment: Mapping[str, str], top: str) -> Iterator[Path]:
    if platform == "win32":
        drive = Path(top or "C:\\")
        yield from _newest_first(drive / "Program Files", "QGIS*/bin")
        yield from _newest_first(drive, "OSGeo4W*/bin")
        # OSGeo4W for one user; what an activated conda has on PATH, if it is not on it.
        if environment.get("LOCALAPPDATA"):
            yield Path(environment["LOCALAPPDATA"], "Programs", "OSGeo4W", "bin")
        if environment.get("CONDA_PREFIX"):
            yield Path(environment["CONDA_PREFIX"], "Library", "bin")
    elif platform == "darwin":
        for folder in _newest_first(Path(top + "/Applications"), "QGIS*.app/Contents/MacOS"):
            # The bundles of QGIS 3 have a folder bin, those of 4 have not.
            yield folder / "bin"
            yield folder
        yield Path(top + "/opt/local/bin")  # MacPorts
    else:
        yield Path(top + "/usr/bin")
        yield Path(top + "/usr/local/bin")


def _newest_first(parent: Path, pattern: str) -> list[Path]:
    """Return what matches, by the numbers in the names: 3.44.15 is newer than 3.44.9."""

    def version(path: Path) -> list[int]:
        return [int(number) for number in re.findall(r"\d+", str(path.relative_to(parent)))]

    return sorted(parent.glob(pattern), key=version, reverse=True)


def _on_windows(folder: Path, top: str) -> Iterator[Qgis]:
    # OSGeo4W has several QGIS in one folder: process and Python have to be of the same one.
    for process in sorted(folder.glob("qgis_process-qgis*.bat"), reverse=True):
        python = folder / process.name.replace("qgis_process-", "python-")
        if python.is_file():
            yield Qgis(process, python)
    # conda: its Python lies at the top of the environment, two folders above.
    process, python = folder / "qgis_process.exe", folder.parent.parent / "python.exe"
    if process.is_file() and python.is_file():
        yield Qgis(process, python)


def _elsewhere(folder: Path, top: str) -> Iterator[Qgis]:
    # Debian's wrapper passes QGIS_OPTS='--noversioncheck', which qgis_process takes for a command
    # and refuses (QGIS issue 57683); the program itself lies beside it.
    for process in (folder / "qgis_process.bin", folder / "qgis_process"):
        if not process.is_file():
            continue
        # The Python beside QGIS (conda, the macOS bundles; in those of QGIS 4 "python" is the one
        # that finds its library) or the system's; never the first on PATH, which may be anyone's.
        for python in (folder / "python3", folder / "python", Path(top + "/usr/bin/python3")):
            if python.is_file() and _imports_qgis(python):
                yield Qgis(process, python)


def _imports_qgis(python: Path) -> bool:
    command = [str(python), "-c", "import qgis.core"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return not subprocess.run(command, capture_output=True, env=environment, check=False).returncode


def _flatpak_has_qgis() -> bool:
    command = ["flatpak", "info", "org.qgis.qgis"]
    return not subprocess.run(command, capture_output=True, check=False).returncode
