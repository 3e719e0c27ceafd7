"""No test fetches a standalone Python by accident."""

from __future__ import annotations

import pytest

from crossearth_qgis.setup import standalone_python


@pytest.fixture(autouse=True)
def _no_standalone_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standalone_python, "archive_for_this_computer", lambda: None)
