"""Which Python can make the engine's environment.

Not the one that QGIS runs in: ``sys.executable`` is often the QGIS binary, and starting that opens
a second QGIS.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sys
from pathlib import Path

from qgis.core import QgsApplication

from ..errors import EngineSetupFailed
from ..translation import translate
from .child_environment import child_environment
from .child_process import CanceledCallback, LineCallback, stream

MINIMUM_PYTHON = (3, 10)
_VERSIONS = tuple(f"3.{minor}" for minor in (12, 11, 13, 10, 14))
_PROBE_TIMEOUT_S = 30.0


def base_python_candidates() -> list[Path]:
    """Return interpreters worth asking, best first; they need not exist."""
    base = Path(sys.base_prefix)
    found: list[Path | str | None]
    if sys.platform == "win32":
        found = [base / "python.exe", *_registered(), *_installed_with_qgis()]
        found += [shutil.which(name) for name in ("python3", "python")]
    elif sys.platform == "darwin":
        # Not /usr/bin/python3: without the developer tools it opens a window that asks for them.
        found = [base / "bin" / "python3"]
        for version in _VERSIONS:
            found += [
                f"/Library/Frameworks/Python.framework/Versions/{version}/bin/python3",
                f"/opt/homebrew/bin/python{version}",
                f"/usr/local/bin/python{version}",
            ]
    else:
        own = f"python3.{sys.version_info.minor}"
        found = [base / "bin" / own, *(shutil.which(f"python{version}") for version in _VERSIONS)]
        found += [shutil.which("python3")]
    if Path(sys.executable or "").name.lower().startswith("python"):
        found.insert(0, sys.executable)
    return list(dict.fromkeys(Path(python) for python in found if python))


def _registered() -> list[Path]:
    """Return what installers of Python have written into Windows' registry, as py.exe reads it."""
    found: list[Path] = []
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            for version in _VERSIONS:
                key = rf"Software\Python\PythonCore\{version}\InstallPath"
                with contextlib.suppress(OSError), winreg.OpenKey(root, key) as folder:
                    found.append(Path(winreg.QueryValue(folder, None), "python.exe"))
    return found


def _installed_with_qgis() -> list[Path]:
    """Return the Pythons of QGIS's own installation, as OSGeo4W lays it out; newest first."""
    prefix = Path(QgsApplication.prefixPath())
    return sorted(prefix.parent.glob("Python3*/python.exe"), reverse=True)


_PROBE = (
    "import sys; print('version', *sys.version_info[:2]); import venv, ensurepip; print('complete')"
)


def find_base_python(on_line: LineCallback, is_canceled: CanceledCallback) -> Path:
    """Return an interpreter that can make a venv.

    Raises:
        EngineSetupFailed: if there is none; the sentence says what to install.
    """
    incomplete: str | None = None
    for python in base_python_candidates():
        if not python.is_file():
            continue
        lines: list[str] = []
        with contextlib.suppress(EngineSetupFailed):
            stream(
                [str(python), "-I", "-c", _PROBE],
                child_environment(),
                lines.append,
                is_canceled,
                timeout_s=_PROBE_TIMEOUT_S,
            )
        match = re.match(r"version (\d+) (\d+)", "\n".join(lines))
        if match is None:
            on_line(f"{python}: not a working Python")
            continue
        version = (int(match.group(1)), int(match.group(2)))
        on_line(f"{python}: Python {version[0]}.{version[1]}")
        if version < MINIMUM_PYTHON:
            continue
        if "complete" in lines:
            return python
        incomplete = incomplete or f"{version[0]}.{version[1]}"
    if incomplete is not None and sys.platform == "linux":
        raise EngineSetupFailed(
            translate(
                "CrossEarth",
                "Python {version} lacks the module venv or ensurepip. On Debian and Ubuntu install "
                "it with: sudo apt install python{version}-venv",
            ).format(version=incomplete)
        )
    raise EngineSetupFailed(
        translate(
            "CrossEarth",
            "No Python {minimum} or newer was found on this computer. Install one, or choose one "
            "under Settings > Options > CrossEarth.",
        ).format(minimum=".".join(str(part) for part in MINIMUM_PYTHON))
    )
