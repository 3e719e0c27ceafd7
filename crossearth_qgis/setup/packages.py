"""Which packages are installed: sets of exact files, each known by its SHA-256, and no others.

The files in ``engine/locks`` say them, made by ``dev.py lock``; ``wheels.json`` there says what a
set downloads on which computer, and where it is not offered.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import paths
from ..errors import UnsuitablePython
from ..shared import pip_settings
from ..translation import translate
from .child_process import on_search_path, python_command

BASE = ("segment", "adapt")
"""What every environment has."""

# pip asks such a page again for each package: one that is out of reach must not take minutes.
_RETRIES_OF_PAGES = 2


@dataclass(frozen=True)
class Offer:
    """What a set means for a computer and a version of Python.

    Attributes:
        download_bytes: of its files.
        pages: web pages that link to files of it that the package index does not have.
        lacking: packages that there is no file of; the set cannot be installed then.
    """

    download_bytes: int = 0
    pages: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


def offer(name: str, version: str) -> Offer:
    """Return what a set means on this computer.

    Args:
        name: of the set.
        version: of the Python, such as ``3.12``.
    """
    entry = _offers(name).get(version)
    if entry is None:
        return Offer(lacking=("onnxruntime",) if name in BASE else (name,))
    return Offer(
        entry.get("bytes", 0), tuple(entry.get("pages", ())), tuple(entry.get("lacking", ()))
    )


def largest_download(*names: str) -> int:
    """Return how many bytes sets download here, whichever the Python; 0: they are not offered."""
    return sum(
        max((entry.get("bytes", 0) for entry in _offers(name).values()), default=0)
        for name in names
    )


def _offers(name: str) -> dict[str, Any]:
    """Return the offers of a set for this computer, by the version of Python."""
    known = json.loads((paths.ENGINE_LOCKS / "wheels.json").read_text(encoding="utf-8"))
    offers: dict[str, Any] = known[name].get(_computer(), {})
    return offers


def _computer() -> str:
    return f"{sys.platform}-{own_machine()}"


def own_machine() -> str:
    """Return whose programs the engine is made of here, as ``platform.machine()`` would name it.

    QGIS may be a program for another processor, which the system translates.
    """
    if sys.platform == "win32":
        return "AMD64"  # also on ARM, which runs them, and which Python tells of since 3.12
    # Programs for Intel that run on Apple's processors are told of an Intel: the kernel says more.
    if sys.platform == "darwin" and "ARM64" in platform.version():
        return "arm64"
    return platform.machine()


def title(name: str) -> str:
    """Return what people call a set."""
    titles = {
        "openvino": "OpenVINO",
        "torch": "PyTorch",
        "torch-cuda": translate("CrossEarth", "PyTorch for NVIDIA cards"),
        "onnxruntime-gpu": translate("CrossEarth", "ONNX Runtime for NVIDIA cards"),
    }
    return titles.get(name) or translate("CrossEarth", "The engine")


def require_offered(name: str, version: str) -> Offer:
    """Return what a set means here.

    Raises:
        UnsuitablePython: if it is not offered; nothing has to be downloaded to find that out.
    """
    found = offer(name, version)
    if found.lacking:
        raise UnsuitablePython(
            translate(
                "CrossEarth",
                "{name} is not offered for this computer ({computer}) with Python {version}: there "
                "is no build of {packages}. The page Setting up the engine has a table of what is.",
            ).format(
                name=title(name),
                computer=_computer(),
                version=version,
                packages=", ".join(found.lacking),
            )
        )
    return found


def install_command(
    python: Path,
    names: Sequence[str],
    wheels: Path | None = None,
    target: Path | None = None,
    pages: Sequence[str] = (),
) -> list[str]:
    """Return the command that installs sets with a Python: the locked files or nothing.

    Args:
        python: of the environment.
        names: of the sets.
        wheels: a folder that all files come from; None: from the index that is set here.
        target: a folder to install into, instead of the environment's own.
        pages: where else files may be.
    """
    # Each set is complete, so nothing has to be resolved.
    words = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    for name in names:
        words += ["--requirement", str(paths.ENGINE_LOCKS / f"{name}.txt")]
    words += ["--target", str(target)] if target else []
    if wheels is not None:
        words += ["--no-index", "--find-links", str(wheels)]
        pages = ()
    words += [word for page in pages for word in ("--find-links", page)]
    uv = uv_program()
    if uv is not None:
        return [uv, "pip", "install", "--python", str(python), "--no-progress", *words]
    words += ["--retries", str(_RETRIES_OF_PAGES)] if pages else []
    pip = python_command(python, "-m", "pip", "install", "--disable-pip-version-check")
    return [*pip, "--no-input", "--progress-bar", "off", *words]


def uv_program() -> str | None:
    """Return uv, if it is there and nothing is set for pip: it does not read pip's settings."""
    return None if pip_settings.are_there() else on_search_path("uv")
