"""A window of Qt 6 without a screen, below stand-ins of QGIS."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

pytest.importorskip("PyQt6", reason="PyQt6 is in .venv-qt6, which dev.py test makes")

from PyQt6.QtWidgets import QApplication

from tests.qt6 import qgis_stand_in

qgis_stand_in.install()


@pytest.fixture(scope="session")
def application() -> Iterator[QApplication]:
    application = qgis_stand_in.QgsApplication([])
    yield application
    application.quit()


@pytest.fixture(autouse=True)
def nothing_raised_in_qt(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail for an exception in a slot or an event, which PyQt 6 would end the process for."""
    raised: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _, error, __: raised.append(error))
    yield
    if raised:
        raise raised[0]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    qgis_stand_in.QgsSettings.stored.clear()
    return tmp_path / "home"
