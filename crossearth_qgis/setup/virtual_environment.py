"""Make a virtual environment with the first Python of this computer whose environments work.

A Python may do everything itself and still make environments that do not: that of OSGeo4W finds
the libraries of ``ssl`` by a file that an environment does not see.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from ..errors import EngineSetupFailed
from ..translation import translate
from .base_python import Machine, find_base_pythons, this_machine
from .child_environment import child_environment
from .child_process import CanceledCallback, LineCallback, stream
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
    folder: Path,
    on_line: LineCallback,
    is_canceled: CanceledCallback,
    machine: Machine | None = None,
) -> Path:
    """Make an environment in a folder that does not exist and return the Python that made it.

    Raises:
        EngineSetupFailed: if no Python can make one that works; of several the first one's reason.
        JobCanceled: if ``is_canceled`` said so.
    """
    failures: list[EngineSetupFailed] = []
    for base_python in find_base_pythons(machine or this_machine(), on_line, is_canceled):
        try:
            _make(folder, base_python, on_line, is_canceled)
        except EngineSetupFailed as error:
            on_line(str(error))
            failures.append(error)
            shutil.rmtree(folder, ignore_errors=True)
        else:
            return base_python
    # Not empty: where no Python is found at all, the search has raised.
    raise failures[0]


def _make(
    folder: Path, base_python: Path, on_line: LineCallback, is_canceled: CanceledCallback
) -> None:
    headline = translate("CrossEarth", "Creating the environment with {python}…").format(
        python=base_python
    )
    run_step(headline, [str(base_python), "-I", "-m", "venv", str(folder)], on_line, is_canceled)
    missing = _missing_modules(folder, is_canceled)
    dll_folders = list(_dll_folders(base_python))
    if missing and dll_folders:
        _add_dll_folders(folder, dll_folders)
        missing = _missing_modules(folder, is_canceled)
    if missing:
        raise EngineSetupFailed(
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
    command = [str(venv_python(folder)), "-I", "-c", _CHECK]
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
