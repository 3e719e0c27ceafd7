"""What is removed after a run that ended badly, and what is not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from crossearth_qgis.bridge.job_listener import JobListener
from crossearth_qgis.errors import EngineCrashed, JobCanceled
from crossearth_qgis.processing.leftovers import Leftovers
from crossearth_qgis.processing.segment import SegmentAlgorithm

HOLD = """
import fcntl, sys
stream = open(sys.argv[1], "a")
fcntl.flock(stream, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def partial(tmp_path: Path) -> Path:
    folder = tmp_path / "map.tif.partial"
    folder.mkdir()
    (folder / "crossearth.lock").touch()
    (folder / "scratch.tif").touch()
    return folder


@pytest.fixture
def leftovers(tmp_path: Path, partial: Path) -> Leftovers:
    """Return those of a job that has its turn."""
    leftovers = Leftovers([str(tmp_path / "map.tif")])
    leftovers.claim()
    return leftovers


def test_what_a_dead_engine_left_is_removed(partial: Path, leftovers: Leftovers) -> None:
    leftovers.remove()
    assert not partial.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="files are held in another way there")
def test_what_a_living_engine_writes_is_left_alone(partial: Path, leftovers: Leftovers) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(partial / "crossearth.lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout.readline() == b"held\n"
    leftovers.remove()
    assert (partial / "scratch.tif").exists()
    holder.kill()
    holder.communicate()
    leftovers.remove()
    assert not partial.exists()


def test_a_folder_that_only_has_the_name_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "map.tif.partial"
    own.mkdir()
    (own / "diary.txt").touch()
    # The engine has refused to write there, and the job has failed.
    leftovers = Leftovers([str(tmp_path / "map.tif")])
    leftovers.claim()
    leftovers.remove()
    assert [path.name for path in own.iterdir()] == ["diary.txt"]


def test_a_stop_from_elsewhere_is_no_empty_success() -> None:
    algorithm = SegmentAlgorithm()

    class Stopped:
        is_busy = False

        def run(self, *arguments: object, **options: object) -> dict:
            raise JobCanceled

    with pytest.raises(QgsProcessingException, match="stopped"):
        algorithm.run_job("segment", {}, QgsProcessingFeedback(), engine=Stopped())


@pytest.mark.parametrize("has_journal", [True, False])
def test_what_can_be_resumed_outlives_a_crash(
    tmp_path: Path, partial: Path, has_journal: bool
) -> None:
    if has_journal:
        (partial / "journal.json").write_text("{}")

    leftovers = Leftovers([str(tmp_path / "map.tif")])

    class Crashed:
        is_busy = False

        def run(self, command: str, arguments: dict, listener: JobListener, *_: object) -> dict:
            listener.on_turn()
            raise EngineCrashed(-9, "")

    with pytest.raises(QgsProcessingException):
        SegmentAlgorithm().run_job(
            "segment", {}, QgsProcessingFeedback(), leftovers, engine=Crashed()
        )
    assert partial.exists() == has_journal


def test_a_run_that_never_had_its_turn_removes_nothing(tmp_path: Path, partial: Path) -> None:
    feedback = QgsProcessingFeedback()

    class Busy:
        is_busy = True

        def run(self, *arguments: object, **options: object) -> dict:
            feedback.cancel()
            raise JobCanceled

    leftovers = Leftovers([str(tmp_path / "map.tif")])
    assert SegmentAlgorithm().run_job("segment", {}, feedback, leftovers, engine=Busy()) is None
    assert partial.exists()


def test_a_map_that_a_dead_engine_was_putting_in_place_gets_there(
    tmp_path: Path, partial: Path, leftovers: Leftovers
) -> None:
    for name in ("final.tif", "final.qml"):
        (partial / name).write_text("new")
    (partial / "old-final.tif").write_text("old")
    (tmp_path / "map.qml").write_text("old")
    (partial / "journal.json").touch()
    rows = [
        ["map.tif.partial/final.tif", "map.tif", False],
        ["map.tif.partial/final.qml", "map.qml", False],
    ]
    (partial / "publish.json").write_text(json.dumps({"moves": rows}))
    assert not leftovers.are_resumable()
    leftovers.remove()
    assert not partial.exists()
    assert (tmp_path / "map.tif").read_text() == "new"
    assert (tmp_path / "map.qml").read_text() == "new"
