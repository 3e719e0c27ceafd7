"""What a killed engine leaves: held while it lives, found and removed by the plugin afterwards."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from crossearth_qgis import paths
from crossearth_qgis.processing.leftovers import Leftovers, LeftoversIn
from crossearth_qgis.shared import model_places

# A journal after each row of windows, and a line for each window.
RUN = """
import json, sys
sys.path.insert(0, sys.argv[1])
from crossearth_engine.inference import segment, sliding
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.job import Job
sliding.JOURNAL_INTERVAL_S, sliding.JOURNAL_SHARE = 0, 1e9
job = Job(lambda done, *_: print(done, flush=True), lambda *_: None)
segment.segment(SegmentRequest.from_arguments(json.loads(sys.argv[2])), job)
"""


@pytest.fixture
def start(engine_python: str, scene_factory, tmp_path: Path) -> Iterator[Callable]:
    """Return what starts a run with a journal, and waits until it has written some rows."""
    processes = []

    def start() -> subprocess.Popen:
        arguments = {
            "input": str(scene_factory(width=1600, height=2000)),
            "output": str(tmp_path / "map.tif"),
            "model": model_places.DEFAULT_ID,
            "window": 256,
            "overlap": 32,
        }
        process = subprocess.Popen(
            [engine_python, "-c", RUN, str(paths.ENGINE_FOLDER), json.dumps(arguments)],
            stdout=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        next(line for line in process.stdout if int(line) > 30)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def test_the_plugin_finds_what_a_killed_engine_has_left(start: Callable, tmp_path: Path) -> None:
    by_name, by_folder = Leftovers([str(tmp_path / "map.tif")]), LeftoversIn(tmp_path)
    for leftovers in (by_name, by_folder):
        leftovers.claim()
    process = start()
    for leftovers in (by_name, by_folder):
        assert leftovers.are_resumable()
        leftovers.remove()
        assert leftovers.are_resumable(), "the engine is still at it"
    process.kill()
    process.wait()
    by_folder.remove()
    assert not by_name.are_resumable()
    assert not list(tmp_path.glob("*.partial"))
