"""Fill a folder with the engine's packages, for computers without a network."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from .environments import ENGINE, engine_base_python, run, venv_program

SETS = {"adapt": "requirements-adapt.txt", "torch": "requirements-torch.txt"}


def fill_wheelhouse(folder: Path, python: str | None, sets: Sequence[str]) -> None:
    """Download the tested versions of the engine's packages, and of what these need.

    For the kind of computer and the Python that it runs on: pip judges by those which packages
    another one needs, whatever platform it is told, and would leave some out.

    Args:
        folder: where the wheels go.
        python: the Python that the wheels are for; None for the one that the engine gets here.
        sets: what else than segmentation they are for, keys of `SETS`.
    """
    with tempfile.TemporaryDirectory() as name:
        run(python or engine_base_python(), "-m", "venv", name)
        pip = [venv_program(Path(name), "python"), "-m", "pip", "download", "-q"]
        files = [ENGINE / "requirements.txt", *(ENGINE / SETS[name] for name in sets)]
        requirements = [word for file in files for word in ("-r", file)]
        constraints = ["-c", ENGINE / "constraints.txt", "--only-binary", ":all:"]
        run(*pip, "-d", folder.resolve(), *constraints, *requirements)
