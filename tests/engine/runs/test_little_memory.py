"""Runs that may take little memory: fewer threads by themselves, one sentence, nothing left."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from crossearth_engine.devices import processor
from crossearth_engine.map.pyramid import usable_cores
from tests.engine.conftest import read

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits addresses as Linux does")


def limit(kind: int, value: int) -> None:
    resource.setrlimit(kind, (value, value))


def segment(
    raster: Path, model: Path, output: Path, kind: int, value: int
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "crossearth_engine", "segment", str(raster), str(output)]
    return subprocess.run(
        [*command, "--model", str(model)],
        capture_output=True, text=True, timeout=120, preexec_fn=partial(limit, kind, value),
    )  # fmt: skip


@pytest.mark.parametrize("megabytes", [180, 280])
def test_too_little_memory_is_one_sentence(
    tmp_path: Path, raster_factory: Callable[..., Path], color_model: Path, megabytes: int
) -> None:
    output = tmp_path / "out" / "map.tif"
    output.parent.mkdir()
    limits = resource.RLIMIT_AS, megabytes * 1024**2
    done = segment(raster_factory(), color_model, output, *limits)
    assert done.returncode == 4, done.stderr
    *before, last = done.stderr.splitlines()
    assert "ot enough memory" in last
    assert not any("rror" in line for line in before)
    assert not list(output.parent.iterdir())


def test_a_run_takes_less_by_itself_where_there_is_little(
    tmp_path: Path, raster_factory: Callable[..., Path], color_model: Path
) -> None:
    raster, output = raster_factory(size=(900, 700)), tmp_path / "map.tif"
    done = segment(raster, color_model, output, resource.RLIMIT_AS, 600 * 1024**2)
    assert done.returncode == 0, done.stderr
    assert read(output).shape == (700, 900)


def test_few_descriptors_leave_no_folder(
    tmp_path: Path, raster_factory: Callable[..., Path], color_model: Path
) -> None:
    raster, statuses = raster_factory(), set()
    for count in (6, 8, 10):
        output = tmp_path / str(count) / "map.tif"
        output.parent.mkdir()
        done = segment(raster, color_model, output, resource.RLIMIT_NOFILE, count)
        statuses.add(done.returncode)
        assert "Traceback" not in done.stderr
        assert not list(output.parent.glob("*.partial"))
        assert output.exists() == (done.returncode == 0)
    assert statuses & {2, 4}, statuses


def test_threads_go_by_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processor, "memory_limit", lambda: 1024**3)
    assert usable_cores() == 1
    monkeypatch.setattr(processor, "memory_limit", lambda: None)
    assert usable_cores() >= 1
