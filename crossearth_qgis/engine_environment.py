"""Find or create the Python environment that the engine runs in.

The environment is a venv in the user data folder that holds the engine's third-party requirements
only; the engine's code runs from the plugin folder, so code and plugin have one version. A stamp,
written last, says that an environment is complete and for which requirements: one without it, or
with another, counts as not installed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import queue
import re
import shutil
import subprocess  # one call site, see _stream  # nosec B404
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import quote

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QLockFile
from qgis.PyQt.QtNetwork import QNetworkProxy

from . import paths, settings
from .base_python import base_python_candidates
from .child_environment import child_environment
from .errors import EngineSetupFailed, JobCanceled
from .setup_advice import setup_advice
from .translation import translate

logger = logging.getLogger(__name__)

MINIMUM_PYTHON = (3, 10)
NEEDED_DISK_BYTES = 1_000_000_000
"""Installed packages, plus the downloads while they are being unpacked."""
NEEDED_TORCH_BYTES = 2_000_000_000
NEEDED_CUDA_BYTES = 12_000_000_000

_PYTHON_VARIABLE = "CROSSEARTH_ENGINE_PYTHON"
_STAMP = "complete.json"
_PROBE_TIMEOUT_S = 30.0
_POLL_S = 0.1

LineCallback = Callable[[str], None]
CanceledCallback = Callable[[], bool]


@dataclass(frozen=True)
class EngineEnvironment:
    """A Python that can run the engine.

    Attributes:
        python: the interpreter.
        origin: ``variable`` (CROSSEARTH_ENGINE_PYTHON), ``setting`` or ``installed`` (by us).
    """

    python: Path
    origin: str


def find() -> EngineEnvironment | None:
    """Return the environment to use, or None. Cheap: looks at files, starts no process."""
    chosen = _chosen_python()
    if chosen is not None:
        return chosen if chosen.python.is_file() else None
    python = _venv_python(installed_folder())
    if python.is_file() and _read_stamp(installed_folder()) == _requirements_digest():
        return EngineEnvironment(python, "installed")
    return None


def missing_reason() -> str:
    """Return why `find` finds nothing and what to do about it: a sentence for the user."""
    chosen = _chosen_python()
    if chosen is not None and chosen.origin == "variable":
        return translate(
            "CrossEarth",
            "The environment variable {variable} names {path}, which is not a file. Correct it or "
            "unset it, then restart QGIS.",
        ).format(variable=_PYTHON_VARIABLE, path=chosen.python)
    if chosen is not None:
        return translate(
            "CrossEarth",
            "The engine's Python {path} does not exist. Correct it under Settings > Options > "
            "CrossEarth.",
        ).format(path=chosen.python)
    stamp = _read_stamp(installed_folder())
    if stamp is not None and stamp != _requirements_digest():
        return translate(
            "CrossEarth",
            "The CrossEarth engine was installed for another version of the plugin. Set it up "
            "again in the CrossEarth panel (Raster > CrossEarth) or with the algorithm "
            "crossearth:setupengine.",
        )
    if installed_folder().exists():
        return translate(
            "CrossEarth",
            "The installation of the CrossEarth engine was interrupted. Set it up again in the "
            "CrossEarth panel (Raster > CrossEarth) or with the algorithm crossearth:setupengine.",
        )
    return translate(
        "CrossEarth",
        "The CrossEarth engine is not installed yet. Set it up, once, in the CrossEarth panel "
        "(Raster > CrossEarth) or with the algorithm crossearth:setupengine.",
    )


def installed_folder() -> Path:
    """Return the folder that `create` fills and `remove` deletes."""
    return paths.user_data_folder() / "engine" / "cpu"


def create(on_line: LineCallback, is_canceled: CanceledCallback) -> EngineEnvironment:
    """Create the environment in the user data folder; call it off the GUI thread.

    A half-installed or outdated one is replaced.

    Args:
        on_line: called with every line of the log, from the calling thread.
        is_canceled: asked several times a second.

    Raises:
        EngineSetupFailed: with a sentence that says what to do.
        JobCanceled: if ``is_canceled`` said so; nothing is left behind.
    """
    chosen = _chosen_python()
    if chosen is not None and not chosen.python.is_file():
        # It would go before whatever is created here.
        raise EngineSetupFailed(missing_reason())
    folder = installed_folder()
    with _install_lock(folder):
        _check_disk(folder, NEEDED_DISK_BYTES)
        base_python = _find_base_python(on_line, is_canceled)
        _delete(folder)
        try:
            python = _install(folder, base_python, on_line, is_canceled)
        except BaseException:
            # Not _delete: its error would hide the one that matters; what stays has no stamp.
            shutil.rmtree(folder, ignore_errors=True)
            raise
    logger.info("Engine environment created in %s", folder)
    return EngineEnvironment(python, "installed")


def add_torch(on_line: LineCallback, is_canceled: CanceledCallback) -> None:
    """Install PyTorch into the environment that `create` made; call it off the GUI thread.

    Args:
        on_line: as for `create`.
        is_canceled: as for `create`.

    Raises:
        EngineSetupFailed: with a sentence that says what to do.
        JobCanceled: if ``is_canceled`` said so.
    """
    folder = installed_folder()
    options = ["--requirement", str(paths.ENGINE_TORCH_REQUIREMENTS)]
    # PyPI's build for Linux brings CUDA, with or without a card. No second index beside PyPI: pip
    # would take any package from either.
    brings_cuda = sys.platform == "linux"
    with _install_lock(folder):
        _check_disk(folder, NEEDED_CUDA_BYTES if brings_cuda else NEEDED_TORCH_BYTES)
        _run_step(
            translate("CrossEarth", "Installing PyTorch, once, for models of this kind…"),
            _pip_install(_venv_python(folder), *options),
            on_line,
            is_canceled,
        )
    logger.info("PyTorch was added to %s", folder)


def remove() -> None:
    """Delete the environment that `create` made; stop the engine first.

    Raises:
        EngineSetupFailed: if files are in use.
    """
    folder = installed_folder()
    if folder.exists():
        with _install_lock(folder):
            _delete(folder)


def _chosen_python() -> EngineEnvironment | None:
    variable = os.environ.get(_PYTHON_VARIABLE)
    if variable:
        return EngineEnvironment(Path(variable), "variable")
    setting = settings.engine_python()
    if setting:
        return EngineEnvironment(Path(setting), "setting")
    return None


def _venv_python(folder: Path) -> Path:
    if sys.platform == "win32":
        return folder / "Scripts" / "python.exe"
    return folder / "bin" / "python"


def _requirements_digest() -> str:
    # Line ends differ between a checkout on Windows and the zip.
    lines = paths.ENGINE_REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _read_stamp(folder: Path) -> str | None:
    """Return the digest of the requirements that a complete environment was made for."""
    try:
        stamp = json.loads((folder / _STAMP).read_text(encoding="utf-8"))
        return str(stamp["requirements_sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


@contextlib.contextmanager
def _install_lock(folder: Path) -> Iterator[None]:
    """Keep a second QGIS from installing into the same folder at the same time."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_writable(folder.parent, error) from error
    lock = QLockFile(str(folder.with_suffix(".lock")))
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
        raise _not_writable(folder.parent, "lock")
    try:
        yield
    finally:
        lock.unlock()


def _not_writable(folder: Path, reason: object) -> EngineSetupFailed:
    return EngineSetupFailed(
        translate(
            "CrossEarth",
            "The folder {folder} cannot be written ({reason}). Make it writable, or name another "
            "one in the environment variable CROSSEARTH_HOME.",
        ).format(folder=folder, reason=reason)
    )


def _check_disk(folder: Path, needed_bytes: int) -> None:
    free = shutil.disk_usage(folder.parent).free
    if free < needed_bytes:
        raise EngineSetupFailed(
            translate(
                "CrossEarth",
                "The engine needs {needed} MB in {folder}, but only {free} MB are free. Free some "
                "space, or name another folder in the environment variable CROSSEARTH_HOME.",
            ).format(needed=needed_bytes // 1_000_000, folder=folder.parent, free=free // 1_000_000)
        )


def _delete(folder: Path) -> None:
    # The stamp first: whatever stays of the folder is then recognised as incomplete.
    try:
        (folder / _STAMP).unlink()
    except FileNotFoundError:
        pass
    except OSError as error:
        raise _not_writable(folder, error) from error
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise EngineSetupFailed(
            translate(
                "CrossEarth",
                "The folder {folder} cannot be deleted ({reason}). Close other QGIS windows that "
                "use the engine, then try again.",
            ).format(folder=folder, reason=error)
        ) from error


def _install(
    folder: Path, base_python: Path, on_line: LineCallback, is_canceled: CanceledCallback
) -> Path:
    python = _venv_python(folder)
    steps: tuple[tuple[str, list[str]], ...] = (
        (
            translate("CrossEarth", "Creating the environment with {python}…").format(
                python=base_python
            ),
            [str(base_python), "-I", "-m", "venv", str(folder)],
        ),
        (
            translate("CrossEarth", "Installing the packages of the engine…"),
            _pip_install(python, "--requirement", str(paths.ENGINE_REQUIREMENTS)),
        ),
        (
            translate("CrossEarth", "Checking the installation…"),
            [str(python), "-I", "-c", _verification_code()],
        ),
    )
    for headline, command in steps:
        _run_step(headline, command, on_line, is_canceled)
    stamp = {"requirements_sha256": _requirements_digest(), "base_python": str(base_python)}
    try:
        partial_stamp = folder / f"{_STAMP}.partial"
        partial_stamp.write_text(json.dumps(stamp, indent=2), encoding="utf-8")
        partial_stamp.replace(folder / _STAMP)
    except OSError as error:
        raise _not_writable(folder, error) from error
    return python


def _pip_install(python: Path, *options: str) -> list[str]:
    return [
        *[str(python), "-I", "-m", "pip", "install", "--disable-pip-version-check"],
        *["--no-input", "--only-binary", ":all:", "--progress-bar", "off"],
        *options,
    ]


def _run_step(
    headline: str, command: list[str], on_line: LineCallback, is_canceled: CanceledCallback
) -> None:
    # The variable wins over a configuration file that asks for installation in the user's site.
    variables = {**child_environment(), **_proxy_variables(), "PIP_USER": "0"}
    on_line(headline)
    lines: list[str] = []

    def keep(line: str) -> None:
        lines.append(line)
        on_line(line)

    exit_code = _stream(command, variables, keep, is_canceled)
    if exit_code != 0:
        logger.error("%s\nexit code %s\n%s", headline, exit_code, "\n".join(lines[-60:]))
        raise EngineSetupFailed(setup_advice("\n".join(lines)))


def _verification_code() -> str:
    """Return a program that imports every required package and prints its version."""
    requirements = paths.ENGINE_REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    names = [re.match(r"[A-Za-z0-9_.-]+", line) for line in requirements]
    lines = ["from importlib.metadata import version"]
    for name in (match.group() for match in names if match):
        lines += [f"import {name.replace('-', '_')}", f"print({name!r}, version({name!r}))"]
    return "\n".join(lines)


def _proxy_variables() -> dict[str, str]:
    """Return QGIS's own proxy for pip; the system's proxy is found by pip itself."""
    proxy = QgsNetworkAccessManager.instance().fallbackProxy()
    schemes = {
        QNetworkProxy.ProxyType.HttpProxy: "http",
        QNetworkProxy.ProxyType.HttpCachingProxy: "http",
        QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
    }
    if proxy.type() not in schemes or not proxy.hostName():
        return {}
    user = ""
    if proxy.user():
        user = f"{quote(proxy.user(), safe='')}:{quote(proxy.password(), safe='')}@"
    url = f"{schemes[proxy.type()]}://{user}{proxy.hostName()}:{proxy.port()}"
    return dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), url)


_PROBE = (
    "import sys; print('version', *sys.version_info[:2]); import venv, ensurepip; print('complete')"
)


def _find_base_python(on_line: LineCallback, is_canceled: CanceledCallback) -> Path:
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
            _stream(
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


def _stream(
    command: Sequence[str],
    variables: dict[str, str],
    on_line: LineCallback,
    is_canceled: CanceledCallback,
    timeout_s: float | None = None,
) -> int:
    """Run a command, hand on its lines as they come, and return its exit code.

    Raises:
        EngineSetupFailed: if it cannot be started or does not end in time.
        JobCanceled: on request; the process has ended then.
    """
    try:
        process = subprocess.Popen(  # a list, no shell, our own arguments  # nosec B603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=variables,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise EngineSetupFailed(
            translate("CrossEarth", "{program} cannot be started: {reason}").format(
                program=command[0], reason=error
            )
        ) from error
    lines: queue.Queue[str | None] = queue.Queue()

    def drain() -> None:
        with cast("BinaryIO", process.stdout) as output:
            for line in output:
                lines.put(line.decode("utf-8", errors="replace").rstrip())
        lines.put(None)

    threading.Thread(target=drain, name="crossearth-setup", daemon=True).start()
    deadline = None if timeout_s is None else time.monotonic() + timeout_s
    try:
        while True:
            if is_canceled():
                raise JobCanceled
            if deadline is not None and time.monotonic() > deadline:
                raise EngineSetupFailed(
                    translate("CrossEarth", "{program} does not answer.").format(program=command[0])
                )
            try:
                line = lines.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if line is None:
                return process.wait()
            on_line(line)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
