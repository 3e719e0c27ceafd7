"""No test fetches a standalone Python by accident; environments are copied rather than made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crossearth_qgis.setup import standalone_python


@pytest.fixture(autouse=True)
def _no_standalone_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standalone_python, "archive_for_this_computer", lambda: None)


@pytest.fixture(scope="session")
def bare_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the environment, without packages, of which tests take copies."""
    folder = tmp_path_factory.mktemp("bare") / "environment"
    python = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else sys.executable
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    return folder
