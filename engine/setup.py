"""Puts the models of the checkout into the built package; all else is in pyproject.toml."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

MODELS = Path(__file__).resolve().parents[1] / "resources" / "models"


class BuildWithModels(build_py):
    """Copies ``resources/models`` of the repository to where the catalogue looks for it."""

    def run(self) -> None:
        """Build, then copy; an editable install finds the models where they are."""
        super().run()
        if MODELS.is_dir() and not self.editable_mode:
            target = Path(self.build_lib) / "crossearth_engine" / "resources" / "models"
            shutil.copytree(MODELS, target, dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildWithModels})
