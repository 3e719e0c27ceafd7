"""Make a virtual environment with a Python of this computer, and see whether it works.

A Python may do everything itself and still make environments that do not: that of OSGeo4W finds
the libraries of ``ssl`` by a file that an environment does not see.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from ..errors import EngineSetupFailed, SetupStopped, UnsuitablePython
from ..translation import translate
from .child_environment import child_environment
from .child_process import CanceledCallback, LineCallback, python_command, stream
from .engine_environment import venv_python
from .step import run_step

# What is built against libraries that Python has to find, or that a builder of it may leave out.
_CHECK = """
import importlib
for name in ("ssl", "sqlite3", "ctypes", "zlib"):
    try:
        importlib.import_module(name)
    except ImportError as error:
        print("lacks", name, error)
print("checked")
"""
_CHECK_TIMEOUT_S = 60.0


def make_virtual_environment(
    folder: Path, base_python: Path, on_line: LineCallback, is_canceled: CanceledCallback
) -> None:
    """Make an environment in a folder that does not exist, and see whether it works.

    Raises:
        UnsuitablePython: if this Python cannot make one that works.
        JobCanceled: if ``is_canceled`` said so.
    """
    headline = translate("CrossEarth", "Creating the environment with {python}…").format(
        python=base_python
    )
    command = python_command(base_python, "-m", "venv", str(folder))
    try:
        run_step(headline, command, on_line, is_canceled)
    except SetupStopped:
        raise
    except EngineSetupFailed as error:
        raise UnsuitablePython(str(error)) from error
    missing = _missing_modules(folder, is_canceled)
    dll_folders = list(_dll_folders(base_python))
    if missing and dll_folders:
        _add_dll_folders(folder, dll_folders)
        missing = _missing_modules(folder, is_canceled)
    if missing:
        raise UnsuitablePython(
            translate(
                "CrossEarth",
                "Environments made with {python} lack {modules}, which the engine needs. Install "
                "Python from python.org, or choose another one under Settings > Options > "
                "CrossEarth.",
            ).format(python=base_python, modules=", ".join(missing))
        )


def _missing_modules(folder: Path, is_canceled: CanceledCallback) -> list[str]:
    """Return which modules an environment cannot import; "Python" if it does not even start."""
    lines: list[str] = []
    command = python_command(venv_python(folder), "-c", _CHECK)
    # There is none to start where Windows has put it elsewhere, as for Python from its store.
    with contextlib.suppress(EngineSetupFailed):
        stream(command, child_environment(), lines.append, is_canceled, timeout_s=_CHECK_TIMEOUT_S)
    if "checked" not in lines:
        return ["Python"]
    return [line.split()[1] for line in lines if line.startswith("lacks ")]


def _dll_folders(base_python: Path) -> Iterator[Path]:
    """Yield where OSGeo4W and conda keep the libraries of their Python on Windows."""
    if base_python.suffix == ".exe":
        folder = base_python.parent
        osgeo4w = folder.parent.parent / "bin" if folder.parent.name == "apps" else None
        for place in (osgeo4w, folder / "Library" / "bin"):
            if place is not None and place.is_dir():
                yield place


def _add_dll_folders(folder: Path, dll_folders: list[Path]) -> None:
    """Have an environment on Windows search folders for libraries, whatever PATH says."""
    # Lines that start with "import" are run by every start of that Python, even with -I.
    lines = [f"import os; os.add_dll_directory({str(place)!a})" for place in dll_folders]
    packages = folder / "Lib" / "site-packages"
    (packages / "crossearth-libraries.pth").write_text("\n".join(lines), encoding="utf-8")
