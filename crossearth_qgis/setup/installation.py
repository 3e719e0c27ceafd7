"""Make, extend and remove the Python environment that the engine runs in.

The next one is made beside the one in use and has to map before it takes its place: whatever goes
wrong until then, and were it that the computer goes off, leaves the old one as it was.
"""

from __future__ import annotations

import contextlib
import json
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from .. import paths
from ..errors import EngineSetupFailed, UnsuitablePython
from ..shared import moves
from ..translation import translate
from . import addons, packages, standalone_python
from .child_process import CanceledCallback, LineCallback, python_command
from .disk import clear_away, delete_tree, not_writable, require_short_paths, require_space
from .engine_environment import (
    STAMP,
    EngineEnvironment,
    chosen_python,
    engines_folder,
    installed_folder,
    lacking,
    missing_reason,
    next_folder,
    required_packages,
    requirements_digest,
    switch_to,
    venv_python,
)
from .kept_log import kept_log
from .launcher import launcher, write_launcher
from .packages import BASE
from .proof import make_proof_raster
from .python_choice import PythonChoice, with_first_python
from .step import run_step
from .virtual_environment import make_virtual_environment

logger = logging.getLogger(__name__)

NEEDED_DISK_BYTES = 1_000_000_000
"""Installed packages, plus the downloads while they are being unpacked."""


_MODULES = {"scikit-learn": "sklearn"}


def create(
    on_line: LineCallback, is_canceled: CanceledCallback, choice: PythonChoice | None = None
) -> EngineEnvironment:
    """Create the environment in the user data folder; call it off the GUI thread.

    One that is there is replaced at the end, and what was added to it is taken along.

    Args:
        on_line: called with every line of the log, from the calling thread.
        is_canceled: asked several times a second.
        choice: which Python makes it, and whether all packages come from a folder instead of the
            network; what that has to add is installed, too.

    Raises:
        EngineSetupFailed: with a sentence that says what to do.
        JobCanceled: if ``is_canceled`` said so; nothing but the old one is left behind.
    """
    chosen = chosen_python()
    if chosen is not None and not chosen.python.is_file():
        # It would go before whatever is created here.
        raise EngineSetupFailed(missing_reason())
    choice = choice or PythonChoice()
    if choice.packages is not None:
        _check_wheels(choice.packages)
    with _install_lock(), kept_log(on_line) as on_line:
        old, folder = installed_folder(), next_folder()
        extras = _extras(old, choice.packages)
        _delete(folder)
        require_space(engines_folder(), NEEDED_DISK_BYTES)
        require_short_paths(engines_folder())
        try:
            python = _install(folder, extras, choice, on_line, is_canceled)
        except BaseException:
            # Not _delete: its error would hide the one that matters; what stays has no stamp.
            clear_away(folder)
            raise
        if old != folder:
            # Windows keeps files that another QGIS has open: the rest goes the next time.
            clear_away(old)
    logger.info("Engine environment created in %s", folder)
    return EngineEnvironment(python, "installed")


def add(
    name: str, on_line: LineCallback, is_canceled: CanceledCallback, wheels: Path | None = None
) -> None:
    """Add to the environment that `create` made; call it off the GUI thread.

    Args:
        name: one of `addons.ADDONS`.
        on_line: as for `create`.
        is_canceled: as for `create`.
        wheels: a folder to take its files from instead of the network.

    Raises:
        EngineSetupFailed: with a sentence that says what to do.
        JobCanceled: if ``is_canceled`` said so.
    """
    with _install_lock(), kept_log(on_line) as on_line:
        addons.add(name, installed_folder(), wheels, on_line, is_canceled)
    logger.info("%s was added to the engine's environment", name)


def add_torch(on_line: LineCallback, is_canceled: CanceledCallback) -> None:
    """Add the PyTorch that is for this computer; otherwise like `add`."""
    add(suitable_torch(), on_line, is_canceled)


def suitable_torch() -> str:
    """Return which PyTorch is for this computer, a name for `add`."""
    return addons.suitable_torch(addons.python_version(installed_folder()))


def take_away(name: str) -> None:
    """Take away what `add` has added; stop the engine first.

    Raises:
        EngineSetupFailed: if files are in use.
    """
    with _install_lock():
        addons.take_away(name, installed_folder())


def is_anything_installed() -> bool:
    """Return whether there is something to `remove`."""
    return installed_folder().exists() or standalone_python.is_installed()


def remove() -> None:
    """Delete the environment that `create` made; stop the engine first.

    Raises:
        EngineSetupFailed: if files are in use.
    """
    if is_anything_installed():
        with _install_lock():
            _delete(next_folder())
            _delete(installed_folder())
            standalone_python.remove_others()
            with contextlib.suppress(OSError):
                launcher(engines_folder()).unlink()


@contextlib.contextmanager
def _install_lock() -> Iterator[None]:
    """Keep a second QGIS from installing into the same folder at the same time."""
    folder = engines_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()  # the lock would not say why it cannot be had
    except OSError as error:
        raise not_writable(folder, error.strerror) from error
    lock = QLockFile(str(folder / "cpu.lock"))
    # An installation may take long; the lock of a dead process is recognised by its id.
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        if lock.error() == QLockFile.LockError.LockFailedError:
            raise EngineSetupFailed(
                translate(
                    "CrossEarth",
                    "Another QGIS is installing the engine right now. Wait until it has finished.",
                )
            )
        raise not_writable(folder, "lock")
    try:
        yield
    finally:
        lock.unlock()


def _check_wheels(folder: Path) -> None:
    if missing := lacking(folder):
        raise _folder_lacks(folder, missing)


def _extras(old: Path, wheels: Path | None) -> list[str]:
    """Return what is added to the next environment: what the old one has, what a folder brings."""
    added = addons.added(old)
    if wheels is None:
        return list(added)
    found = addons.in_wheels(wheels)
    kept = [name for name in added if addons.INSTEAD_OF.get(name) not in found]
    if missing := [packages.title(name) for name in kept if name not in found]:
        raise _folder_lacks(wheels, missing)
    return list(found)


def _folder_lacks(folder: Path, missing: list[str]) -> EngineSetupFailed:
    return EngineSetupFailed(
        translate(
            "CrossEarth",
            "The folder {folder} lacks {packages}. On a computer with a network, dev.py "
            "wheelhouse fills such a folder.",
        ).format(folder=folder, packages=", ".join(missing))
    )


def _delete(folder: Path) -> None:
    # The stamp first: whatever stays of the folder is then recognised as incomplete.
    try:
        (folder / STAMP).unlink()
    except FileNotFoundError:
        pass
    except OSError as error:
        raise not_writable(folder, error) from error
    try:
        delete_tree(folder)
    except OSError as error:
        raise EngineSetupFailed(
            translate(
                "CrossEarth",
                "The folder {folder} cannot be deleted ({reason}). Close other QGIS windows that "
                "use the engine, then try again.",
            ).format(folder=folder, reason=error)
        ) from error


def _install(
    folder: Path,
    extras: list[str],
    choice: PythonChoice,
    on_line: LineCallback,
    is_canceled: CanceledCallback,
) -> Path:
    python = venv_python(folder)

    def attempt(base_python: Path) -> None:
        try:
            make_virtual_environment(folder, base_python, on_line, is_canceled)
            for name in BASE:
                packages.require_offered(name, addons.python_version(folder))
            headline = translate("CrossEarth", "Installing the packages of the engine…")
            install = packages.install_command(python, BASE, choice.packages)
            run_step(headline, install, on_line, is_canceled, python)
            for name in extras:
                addons.add(name, folder, choice.packages, on_line, is_canceled)
        except UnsuitablePython:
            clear_away(folder)
            raise

    base_python = with_first_python(choice, attempt, on_line, is_canceled)
    check = python_command(python, "-c", _verification_code())
    run_step(translate("CrossEarth", "Checking the installation…"), check, on_line, is_canceled)
    _map(folder, on_line, is_canceled)
    stamp = {"requirements_sha256": requirements_digest(), "base_python": str(base_python)}
    try:
        partial_stamp = folder / f"{STAMP}.partial"
        partial_stamp.write_text(json.dumps(stamp, indent=2), encoding="utf-8")
        moves.rename(partial_stamp, folder / STAMP)
        _write_launcher()
        switch_to(folder)
    except OSError as error:
        raise not_writable(folder, error) from error
    # Nothing that may fail after the switch: the new one would go, and the old one is not in use.
    standalone_python.remove_others(base_python)
    return python


def _write_launcher() -> None:
    try:
        write_launcher(engines_folder(), paths.ENGINE_MAIN)
    except OSError as error:
        logger.warning("The command line has no launcher: %s", error)


def _map(folder: Path, on_line: LineCallback, is_canceled: CanceledCallback) -> None:
    """Make a map with the bundled model: what can be imported may still not compute."""
    place = Path(tempfile.mkdtemp(dir=folder))
    try:
        raster = make_proof_raster(place / "proof.tif")
        program = [str(paths.ENGINE_MAIN), "segment", str(raster), str(place / "map.tif")]
        headline = translate("CrossEarth", "Trying the engine on a small raster…")
        command = python_command(venv_python(folder), *program)
        run_step(headline, command, on_line, is_canceled)
    finally:
        # An engine that maps is not given up because a virus scanner looks at the map.
        clear_away(place)


def _verification_code() -> str:
    """Return a program that imports every required package and prints its version."""
    lines = ["from importlib.metadata import version"]
    for name in required_packages():
        module = _MODULES.get(name, name.replace("-", "_"))
        lines += [f"import {module}", f"print({name!r}, version({name!r}))"]
    return "\n".join(lines)
