"""Make what development needs on this machine: system packages and virtual environments.

Each step looks first and does nothing where all is there. Prints every program it runs. Standard
library only, valid on Python 3.9.
"""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from .find_qgis import Qgis, QgisNotFound, find_qgis
from .lock_targets import LOCKS, read_lock

TOOLS = Path(__file__).resolve().parent
ROOT = TOOLS.parent
ENGINE = ROOT / "engine"
ENGINE_VENV = ROOT / ".venv"
QGIS_VENV = ROOT / ".venv-qgis"
QGIS_PACKAGES = QGIS_VENV / "packages"
QT6_VENV = ROOT / ".venv-qt6"
DOCS_VENV = ROOT / ".venv-docs"

MINIMUM_ENGINE_PYTHON = (3, 10)
POLL_S = 0.2
LOCKED = ("segment", "adapt", "openvino", "torch")


class Stop(Exception):
    """A command cannot go on; the text says why and what to do."""


def run(*command: object, environment: dict[str, str] | None = None) -> None:
    """Print a command and run it in the repository's root.

    Raises:
        subprocess.CalledProcessError: if it does not exit with 0.
    """
    words = _printed(command, environment)
    subprocess.run(words, cwd=ROOT, env={**os.environ, **(environment or {})}, check=True)


def run_beside(
    log: Path, name: str, *command: object, environment: dict[str, str] | None = None
) -> None:
    """Run a command as `run` does, beside others: what it says is kept together, and in a file.

    Lines of progress, which end in a percentage, are printed as they come; the others at the end.

    Raises:
        subprocess.CalledProcessError: if it does not exit with 0.
    """
    words = _printed(command, environment)
    others = []
    # No pipe: a process that it has left behind would hold it open.
    with log.open("wb") as output, log.open(encoding="utf-8", errors="replace") as lines:
        process = subprocess.Popen(
            words,
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        beginning, has_ended = "", False
        while not has_ended:
            has_ended = process.poll() is not None
            *complete, beginning = (beginning + lines.read()).split("\n")
            for line in complete:
                if line.endswith("%]"):
                    print(f"{name:<10}{line}\n", end="", flush=True)  # in one piece
                else:
                    others.append(line)
            if not has_ended:
                time.sleep(POLL_S)
    print("\n".join([*others, beginning]), flush=True)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, words)


def _printed(command: Iterable[object], environment: dict[str, str] | None) -> list[str]:
    """Print a command with its variables as a line to paste, and return its words."""
    words = [str(word) for word in command]
    assignments = [f"{name}={value}" for name, value in (environment or {}).items()]
    print(f"$ {' '.join(map(_quote, [*assignments, *words]))}", flush=True)
    return words


def _quote(word: str) -> str:
    """Return a word as one would type it in the repository's root."""
    short = word.replace(f"{ROOT}{os.sep}", "")
    name, equals, path = short.partition(os.environ.get("PATH") or "\0")
    return f"{name}$PATH" if equals and not path else shlex.quote(short)


def succeeds(*command: object) -> bool:
    """Tell whether a command exists and exits with 0; its output is dropped."""
    try:
        subprocess.run(list(map(str, command)), capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def install_system_packages(needs_tests: bool) -> None:
    """Install with apt what pip cannot: QGIS, venv, git, and a display for tests.

    Does nothing where all is there.

    Raises:
        Stop: where something is missing and apt or the right to use it is not there.
    """
    wanted = {}  # Debian packages -> what is missing without them
    try:
        qgis_python = find_qgis().python
    except QgisNotFound as error:
        wanted["qgis python3-qgis"] = str(error)
        qgis_python = None
    venv_is_missing = "Python's venv module is incomplete: ensurepip is missing."
    if not succeeds(sys.executable, "-c", "import venv, ensurepip"):
        wanted["python3-venv"] = venv_is_missing
    if needs_tests and sys.platform == "linux":
        if qgis_python is None or not succeeds(qgis_python, "-c", "import venv, ensurepip"):
            wanted["python3-venv"] = venv_is_missing
        if not shutil.which("xvfb-run"):
            wanted["xvfb xauth"] = "xvfb-run, which gives the tests a display, is missing."
        if not shutil.which("strace"):
            wanted["strace"] = "strace, which shows the tests what a program asks the network for."
    if not shutil.which("git"):
        wanted["git ca-certificates"] = "git is missing."
    if not wanted:
        return
    packages = sorted(set(" ".join(wanted).split()))
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = [] if is_root else ["sudo", "-n"]
    if not shutil.which("apt-get") or not (is_root or succeeds(*sudo, "true")):
        advice = f"On Debian or Ubuntu: sudo apt-get install {' '.join(packages)}"
        raise Stop("\n".join([*wanted.values(), advice]))
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    run(*sudo, "apt-get", "update", "-q")
    install = ["apt-get", "install", "-q", "-y", "--no-install-recommends"]
    run(*sudo, *quiet, *install, *packages)


def require_qgis() -> Qgis:
    """Return the QGIS of this machine, or stop with the sentence that says how to get one."""
    try:
        return find_qgis()
    except QgisNotFound as error:
        raise Stop(str(error)) from None


def venv_program(venv: Path, name: str) -> Path:
    """Return a program of a virtual environment."""
    return venv / "Scripts" / f"{name}.exe" if os.name == "nt" else venv / "bin" / name


def engine_base_python() -> str:
    """Return a Python that the engine supports: this one, or the newest on PATH.

    Raises:
        Stop: if there is none.
    """
    if sys.version_info >= MINIMUM_ENGINE_PYTHON:
        # Outside any virtual environment: this one may be the very folder that is made anew.
        return getattr(sys, "_base_executable", sys.executable)
    for minor in range(14, MINIMUM_ENGINE_PYTHON[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and succeeds(found, "-c", "import venv, ensurepip"):
            return found
    version = ".".join(map(str, MINIMUM_ENGINE_PYTHON))
    raise Stop(f"The engine needs Python {version} or newer; this is {sys.version.split()[0]}.")


def digest(*parts: str | Path) -> str:
    """Return a digest of texts and of the contents of files."""
    result = hashlib.sha256()
    for part in parts:
        result.update(part.read_bytes() if isinstance(part, Path) else part.encode())
        result.update(b"\0")
    return result.hexdigest()


def read_stamp(venv: Path, inputs: str) -> set[str]:
    """Return what was installed into an environment from these inputs; empty if it must be made."""
    try:
        stamp = json.loads((venv / "stamp.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    usable = stamp["inputs"] == inputs and succeeds(venv_program(venv, "python"), "-c", "")
    return set(stamp["installed"]) if usable else set()


def write_stamp(venv: Path, inputs: str, installed: Iterable[str]) -> None:
    """Record that an environment is complete, as the last step of making it."""
    stamp = {"inputs": inputs, "installed": sorted(installed)}
    (venv / "stamp.json").write_text(json.dumps(stamp), encoding="utf-8")


def make_engine_environment(extras: Sequence[str] = (), lint: bool = False) -> None:
    """Make ``.venv``: the engine, editable, with extras; quick when nothing has changed."""
    requirements = [ENGINE / "pyproject.toml", ENGINE / "requirements.txt"]
    requirements += [ENGINE / "constraints.txt", TOOLS / "requirements-lint.txt"]
    requirements += [LOCKS / f"{name}.txt" for name in LOCKED]
    inputs = digest(str(ROOT), *requirements)  # an environment does not survive a move
    wanted = {"engine", *extras, *(["lint"] if lint else [])}
    installed = read_stamp(ENGINE_VENV, inputs)
    if wanted <= installed:
        return
    python = venv_program(ENGINE_VENV, "python")
    if not installed:
        run(engine_base_python(), "-m", "venv", "--clear", ENGINE_VENV)
    pip = [python, "-m", "pip", "install", "-q", "-c", ENGINE / "constraints.txt"]
    pip += ["-c", _write_locked_versions(ENGINE_VENV / "locked.txt")]
    names = sorted(set(extras))
    run(*pip, "-e", f"{ENGINE}[{','.join(names)}]" if names else ENGINE)
    if lint:
        run(python, "-m", "pip", "install", "-q", "-r", TOOLS / "requirements-lint.txt")
    write_stamp(ENGINE_VENV, inputs, wanted | installed)


def _write_locked_versions(path: Path) -> Path:
    """Write what users get as constraints: what is tested is what is installed.

    Without digests, and of torch any build: its tests run on the one without CUDA.
    """
    entries = [entry for name in LOCKED for entry in read_lock(name) if entry.name != "torch"]
    lines = dict.fromkeys(entry.requirement() for entry in entries)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def make_qgis_environment(qgis: Qgis) -> None:
    """Make ``.venv-qgis``: pytest beside the packages of QGIS's own Python.

    QGIS for Windows and macOS finds its packages by what starts its Python, and no environment made
    of that sees them: there pytest goes to a folder that this Python is told of.
    """
    requirements = TOOLS / "requirements-qgis.txt"
    inputs = digest(str(ROOT), str(qgis.python), requirements)
    if read_stamp(QGIS_VENV, inputs):
        return
    run(qgis.python, "-m", "venv", "--clear", "--system-site-packages", QGIS_VENV)
    python = venv_program(QGIS_VENV, "python")
    if succeeds(python, "-c", "import qgis.core"):
        run(python, "-m", "pip", "install", "-q", "-r", requirements)
    else:
        install = [qgis.python, "-m", "pip", "install", "-q", "--target", QGIS_PACKAGES]
        run(*install, "-r", requirements)
    write_stamp(QGIS_VENV, inputs, ["tests"])


def make_qt6_environment() -> Path:
    """Make ``.venv-qt6``, Qt 6 without a QGIS, and return its Python."""
    return _make_environment(QT6_VENV, TOOLS / "requirements-qt6.txt")


def make_docs_environment() -> Path:
    """Make ``.venv-docs``, Sphinx alone, and return its Python."""
    return _make_environment(DOCS_VENV, TOOLS / "requirements-docs.txt")


def _make_environment(venv: Path, requirements: Path) -> Path:
    inputs = digest(str(ROOT), requirements)
    python = venv_program(venv, "python")
    if not read_stamp(venv, inputs):
        run(engine_base_python(), "-m", "venv", "--clear", venv)
        run(python, "-m", "pip", "install", "-q", "-r", requirements)
        write_stamp(venv, inputs, ["all"])
    return python


def qgis_test_python(qgis: Qgis) -> tuple[Path, dict[str, str]]:
    """Return the Python that runs the plugin's tests, and the variables that it needs."""
    if QGIS_PACKAGES.is_dir():
        return qgis.python, {**qgis.environment(), "PYTHONPATH": str(QGIS_PACKAGES)}
    return venv_program(QGIS_VENV, "python"), qgis.environment()
