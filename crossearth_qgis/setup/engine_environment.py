"""Which Python the engine runs in, and whether it is there.

Either one that the user has chosen, or a venv in the user data folder that `installation`
makes: it holds the engine's third-party requirements only; the engine's code runs from the plugin
folder, so code and plugin have one version. A stamp, written last, says that an environment is
complete: one without it, or that lacks what this version of the plugin requires, counts as not
installed, and so does one that turned out not to work.

There are two folders in turn, and a file that names the one in use: the next environment is made
beside the one that works, and replacing that file is the switch.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import paths, settings
from ..shared import model_places, moves
from ..translation import translate

logger = logging.getLogger(__name__)

# As engine/requirements-torch.txt has them: added when a job first needs them.
LATER_PACKAGES = frozenset({"torch", "safetensors", "onnx", "onnxscript"})

STAMP = "complete.json"
POINTER = "current.txt"
_FOLDERS = ("cpu", "cpu-2")
_PYTHON_VARIABLE = "CROSSEARTH_ENGINE_PYTHON"


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
    chosen = chosen_python()
    if chosen is not None:
        return chosen if chosen.python.is_file() else None
    python = venv_python(installed_folder())
    stamp = _stamp()
    is_usable = bool(stamp) and "broken" not in stamp
    if python.is_file() and is_usable and not lacking(installed_folder()):
        return EngineEnvironment(python, "installed")
    return None


def missing_reason() -> str:
    """Return why `find` finds nothing and what to do about it: a sentence for the user."""
    chosen = chosen_python()
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
    digest = _stamp().get("requirements_sha256")
    if digest is not None and digest != requirements_digest():
        return translate(
            "CrossEarth",
            "The CrossEarth engine was installed for another version of the plugin. Set it up "
            "again in the CrossEarth panel (Raster > CrossEarth) or with the algorithm "
            "crossearth:setupengine.",
        )
    missing = lacking(installed_folder()) if digest else []
    broken = _stamp().get("broken") or ", ".join(missing)
    if broken:
        return translate(
            "CrossEarth",
            "The CrossEarth engine is damaged ({reason}). Set it up again in the CrossEarth panel "
            "(Raster > CrossEarth) or with the algorithm crossearth:setupengine.",
        ).format(reason=broken)
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


def distrust(reason: str) -> None:
    """Note that the environment that we made does not work: it counts as not installed then.

    Args:
        reason: what is wrong, for the user.
    """
    file = installed_folder() / STAMP
    try:
        stamp = json.loads(file.read_text(encoding="utf-8"))
        file.write_text(json.dumps({**stamp, "broken": reason}, indent=2), encoding="utf-8")
    except (OSError, ValueError, TypeError) as error:
        logger.warning("%s cannot be marked as broken: %s", file, error)


def lacks_torch() -> bool:
    """Return whether it is ours to install PyTorch, and it is not there. Looks at files only."""
    environment = find()
    if environment is None or environment.origin != "installed":
        return False
    packages = ("lib/python3*/site-packages", "Lib/site-packages", "addons/*")
    folder = installed_folder()
    return not any(any(folder.glob(f"{place}/torch/__init__.py")) for place in packages)


def installed_folder() -> Path:
    """Return the folder of the environment in use, whether or not it is there."""
    try:
        name = _pointer().read_text(encoding="utf-8")
    except OSError:
        name = ""
    return engines_folder() / (name if name in _FOLDERS else _FOLDERS[0])


def engines_folder() -> Path:
    """Return the folder of all that `installation` makes."""
    return model_places.user_data_folder() / "engine"


def next_folder() -> Path:
    """Return where to make an environment: beside one that was complete, else in its place."""
    current = installed_folder()
    if not (current / STAMP).is_file():
        return current
    return engines_folder() / _FOLDERS[1 - _FOLDERS.index(current.name)]


def switch_to(folder: Path) -> None:
    """Use another environment from now on.

    Raises:
        OSError: if that cannot be noted; the one in use is the same then.
    """
    partial = _pointer().with_suffix(".partial")
    partial.write_text(folder.name, encoding="utf-8")
    moves.rename(partial, _pointer())


def _pointer() -> Path:
    return engines_folder() / POINTER


def lacking(folder: Path) -> list[str]:
    """Return which required packages an environment lacks, or has too old. Looks at files only.

    Args:
        folder: of the environment, or one with wheels.
    """
    versions = {}
    installed = "site-packages/*.dist-info"
    for pattern in (f"lib/python3*/{installed}", f"Lib/{installed}", "*.whl"):
        for found in folder.glob(pattern):
            name, version = (*found.stem.split("-"), "")[:2]
            versions[_normalized(name)] = version
    return [
        name
        for name, minimum in required_packages().items()
        if _numbers(versions.get(_normalized(name), "")) < (_numbers(minimum) or (0,))
    ]


def required_packages() -> dict[str, str]:
    """Return what an environment needs at least: packages with their lowest versions."""
    wanted = (line.partition(">=") for line in _required_lines())
    return {name: minimum for name, _, minimum in wanted}


def _normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _numbers(version: str) -> tuple[int, ...]:
    """Return the release of a version; nothing of none, which is less than any."""
    release = re.match(r"\d+(\.\d+)*", version)
    return tuple(map(int, release.group().split("."))) if release else ()


def _required_lines() -> list[str]:
    files = (paths.ENGINE_REQUIREMENTS, paths.ENGINE_ADAPT_REQUIREMENTS)
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def chosen_python() -> EngineEnvironment | None:
    """Return the Python that the user has named, whether or not it is there; None: none."""
    variable = os.environ.get(_PYTHON_VARIABLE)
    if variable:
        return EngineEnvironment(Path(variable), "variable")
    setting = settings.engine_python()
    if setting:
        return EngineEnvironment(Path(setting), "setting")
    return None


def venv_python(folder: Path) -> Path:
    """Return the interpreter of a venv."""
    if sys.platform == "win32":
        return folder / "Scripts" / "python.exe"
    return folder / "bin" / "python"


def requirements_digest() -> str:
    """Return what tells the engine's requirements from those of another version."""
    return hashlib.sha256("\n".join(_required_lines()).encode()).hexdigest()


def _stamp() -> dict[str, Any]:
    """Return what was noted when the environment was complete; nothing where it is not."""
    try:
        stamp = json.loads((installed_folder() / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}
