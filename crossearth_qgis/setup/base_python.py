"""Which Pythons of this computer may make the engine's environment.

Not the one that QGIS runs in: ``sys.executable`` is often the QGIS binary, and starting that opens
a second QGIS.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsApplication

from ..errors import EngineSetupFailed, UnsuitablePython
from ..translation import translate
from .child_environment import child_environment
from .child_process import (
    CanceledCallback,
    LineCallback,
    on_search_path,
    python_command,
    stream,
)

# Nothing newer than what the engine's packages are offered for: pip would find no wheel.
MINIMUM_PYTHON = (3, 10)
MAXIMUM_PYTHON = (3, 14)
_VERSIONS = tuple(f"3.{minor}" for minor in range(MAXIMUM_PYTHON[1], MINIMUM_PYTHON[1] - 1, -1))
OLDEST, NEWEST = _VERSIONS[-1], _VERSIONS[0]
# Base environments only: one with a name is made to be thrown away, and ours would go with it.
_CONDA_FOLDERS = ("miniforge3", "miniconda3", "anaconda3", "mambaforge", "micromamba")
_PROBE_TIMEOUT_S = 30.0


@dataclass(frozen=True)
class Machine:
    """Where Pythons may be, before any is asked.

    Attributes:
        platform: as ``sys.platform`` has it.
        version: of the Python that QGIS runs in.
        base: where that Python is installed, ``sys.base_prefix``.
        executable: ``sys.executable``, which may be QGIS.
        qgis: where QGIS is installed.
        search_path: what ``PATH`` holds.
        home: the user's own folder.
        root: the top of the file system.
        registered: interpreters in Windows' registry.
    """

    platform: str
    version: tuple[int, int]
    base: Path
    executable: Path
    qgis: Path
    search_path: str
    home: Path
    root: Path = Path("/")
    registered: tuple[Path, ...] = ()


def this_machine() -> Machine:
    """Return the computer that QGIS runs on."""
    return Machine(
        platform=sys.platform,
        version=sys.version_info[:2],
        base=Path(sys.base_prefix),
        executable=Path(sys.executable or ""),
        qgis=Path(QgsApplication.prefixPath()),
        search_path=os.environ.get("PATH", ""),
        home=Path.home(),
        registered=tuple(_registered()),
    )


def base_python_candidates(machine: Machine) -> list[Path]:
    """Return interpreters worth asking, best first; they need not exist."""
    places = {"win32": _on_windows, "darwin": _on_macos}.get(machine.platform, _on_linux)
    found = list(places(machine))
    if machine.executable.name.lower().startswith("python"):
        found.insert(0, machine.executable)
    return list(dict.fromkeys(found))


def _on_windows(machine: Machine) -> Iterator[Path]:
    # What a person has installed needs no folder of DLLs beside it, as that of OSGeo4W does.
    yield from machine.registered
    yield machine.base / "python.exe"
    yield from sorted(machine.qgis.parent.glob("Python3*/python.exe"), reverse=True)
    yield from _on_search_path(machine, "python3", "python")
    for name in _CONDA_FOLDERS:
        yield machine.home / name / "python.exe"


def _on_macos(machine: Machine) -> Iterator[Path]:
    # Not /usr/bin/python3: without the developer tools it opens a window that asks for them.
    yield machine.base / "bin" / "python3"
    for version in _VERSIONS:
        framework = f"Library/Frameworks/Python.framework/Versions/{version}/bin"  # python.org
        homebrew = ("opt/homebrew/bin", "usr/local/bin")  # on Apple's processors, on Intel's
        for folder in (framework, *homebrew, "opt/local/bin"):  # the last one is MacPorts'
            yield machine.root / folder / f"python{version}"
    yield from _in_conda(machine)
    # QGIS's own, last: without PYTHONHOME, which -I ignores, it does not find its library.
    for version in _VERSIONS:
        yield machine.base.parent / "MacOS" / f"python{version}"


def _on_linux(machine: Machine) -> Iterator[Path]:
    own = "python{}.{}".format(*machine.version)
    yield machine.base / "bin" / own
    yield from _on_search_path(machine, *(f"python{version}" for version in _VERSIONS), "python3")
    # A sandbox, such as that of Snap, may have a search path without it.
    yield machine.root / "usr/bin/python3"
    yield from _in_conda(machine)


def _in_conda(machine: Machine) -> Iterator[Path]:
    for name in _CONDA_FOLDERS:
        yield machine.home / name / "bin" / "python3"
        yield machine.root / "opt" / name / "bin" / "python3"


def _on_search_path(machine: Machine, *names: str) -> Iterator[Path]:
    for name in names:
        found = on_search_path(name, machine.search_path)
        if found:
            yield Path(found)


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


# Packages are offered for CPython of 64 bits that has its global lock.
_PROBE = """
import sys, sysconfig
is_usual = sys.implementation.name == "cpython" and sys.maxsize > 2**32
if not is_usual or sysconfig.get_config_var("Py_GIL_DISABLED"):
    sys.exit("32 bits, free-threaded or not CPython: no packages are offered for it")
print("version", *sys.version_info[:2])
import venv, ensurepip
print("complete")
"""


@dataclass(frozen=True)
class Answer:
    """What a Python says of itself.

    Attributes:
        version: None if it does not work, or is none that packages are offered for.
        is_complete: whether it has what makes a virtual environment.
        last_line: of what it said, for the log.
    """

    version: tuple[int, int] | None
    is_complete: bool
    last_line: str

    @property
    def is_suitable(self) -> bool:
        """Whether it may make the engine's environment."""
        is_offered_for = self.version and MINIMUM_PYTHON <= self.version <= MAXIMUM_PYTHON
        return bool(is_offered_for and self.is_complete)


def ask(python: Path, is_canceled: CanceledCallback) -> Answer:
    """Run a Python, which need not exist, and return what it says."""
    lines: list[str] = []
    if python.is_file():
        with contextlib.suppress(EngineSetupFailed):
            stream(
                python_command(python, "-c", _PROBE),
                child_environment(),
                lines.append,
                is_canceled,
                timeout_s=_PROBE_TIMEOUT_S,
            )
    match = re.match(r"version (\d+) (\d+)", "\n".join(lines))
    version = (int(match.group(1)), int(match.group(2))) if match else None
    return Answer(version, "complete" in lines, lines[-1] if lines else "")


def find_base_pythons(
    machine: Machine, on_line: LineCallback, is_canceled: CanceledCallback
) -> Iterator[Path]:
    """Yield interpreters of a suitable version that have what makes a venv, best first.

    Raises:
        UnsuitablePython: if there is none; the sentence says what to install.
    """
    incomplete: str | None = None
    is_any_found = False
    for python in base_python_candidates(machine):
        if not python.is_file():
            continue
        answer = ask(python, is_canceled)
        if answer.version is None:
            on_line(f"{python}: not a working Python. {answer.last_line}")
            continue
        version = "{}.{}".format(*answer.version)
        on_line(f"{python}: Python {version}")
        if answer.is_suitable:
            is_any_found = True
            yield python
        elif MINIMUM_PYTHON <= answer.version <= MAXIMUM_PYTHON:
            incomplete = incomplete or version
    if is_any_found:
        return
    if incomplete is not None and machine.platform == "linux":
        raise UnsuitablePython(
            translate(
                "CrossEarth",
                "Python {version} lacks the module venv or ensurepip. On Debian and Ubuntu install "
                "it with: sudo apt install python{version}-venv",
            ).format(version=incomplete)
        )
    raise UnsuitablePython(
        translate(
            "CrossEarth",
            "No Python from {minimum} to {maximum} was found on this computer. Install one, or "
            "choose one under Settings > Options > CrossEarth.",
        ).format(minimum=OLDEST, maximum=NEWEST)
    )
