"""A part of the campaign, of everything in it: what it finds not as it should be fails here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.skipif(sys.platform != "linux", reason="limits and signals as Linux has them")
def test_a_minute_of_the_campaign_finds_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "campaign.py"), "--minutes", "1"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "engine"), "TMPDIR": str(tmp_path)},
        capture_output=True, text=True, timeout=380,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert "| **0** |" in done.stdout
