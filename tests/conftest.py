"""What all tests in QGIS need: an end where they end, and a window without a layer tree."""

from __future__ import annotations

import os
import sys

import pytest

STATUS = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    session.config.stash[STATUS] = int(exitstatus)


@pytest.hookimpl(tryfirst=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    # Everything is reported. QGIS was not taken down with exitQgis(): objects of GDAL and QGIS that
    # are deleted later, by the garbage collector or with the traceback of a failure, would crash.
    # Nor is Python's end waited for, where the same happens, nor pytest's, which collects garbage.
    if "qgis.core" in sys.modules and STATUS in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[STATUS])


@pytest.fixture
def no_layer_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Processing load layers as without a window: QGIS 3.44 takes no mock for a layer tree."""
    monkeypatch.setattr("processing.gui.Postprocessing.iface", None, raising=False)
