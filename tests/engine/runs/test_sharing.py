"""One list of rasters by several runs: each mapped once or redone, whoever is killed."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from crossearth_engine import errors
from crossearth_engine.inference import batch, sharing
from crossearth_engine.inference.sharing import FOLDER
from crossearth_engine.map import claim
from crossearth_engine.map.claim import Claim
from tests.engine.conftest import RecordedJob, read
from tests.engine.runs.test_batch import CountingLoader, case, start, statuses

__all__ = ["case"]

SCRIPT = """
import json, sys, time
from crossearth_engine.inference import batch, sharing
from crossearth_engine.inference.request import BatchRequest
from crossearth_engine.job import Job
from crossearth_engine.map import claim
claim.BEAT_S, claim.PATIENCE_S, sharing.GLANCE_S = 0.1, 1.0, 0.05
batch.GLANCE_S = 0.05
whole = batch._run
def slowly(request, *rest):
    print(request.output, flush=True)
    time.sleep(float(sys.argv[2]))
    return whole(request, *rest)
batch._run = slowly
job = Job(lambda *a: None, lambda *a: None)
told = batch.segment_batch(BatchRequest.from_arguments(json.loads(sys.argv[1])), job)
print(json.dumps(told), flush=True)
"""


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """Let no test wait for long until somebody else is taken for dead."""
    monkeypatch.setattr(claim, "BEAT_S", 0.05)
    monkeypatch.setattr(claim, "PATIENCE_S", 0.4)
    monkeypatch.setattr(sharing, "GLANCE_S", 0.02)
    monkeypatch.setattr(batch, "GLANCE_S", 0.02)


@pytest.fixture
def many(tmp_path, raster_factory, color_model):
    """A dozen small rasters, one damaged and one without data, and a report on their maps."""
    inputs = [
        str(raster_factory(size=(40, 32), name=f"{n:02}.tif", seed=n, nodata=0)) for n in range(10)
    ]
    empty = np.zeros((3, 32, 40), np.uint8)
    inputs.insert(3, str(raster_factory(data=empty, name="empty.tif", nodata=0)))
    (tmp_path / "broken.tif").write_bytes(b"no raster")
    inputs.insert(7, str(tmp_path / "broken.tif"))
    return {"inputs": inputs, "model": str(color_model), "threads": 1, "window": 16, "overlap": 4}


def of_all(folder):
    names = {"report": "report.html", "collection": "collection.json", "mosaic": "all.vrt"}
    return {"out_dir": str(folder), **{key: str(folder / name) for key, name in names.items()}}


def begin(case, folder, pause_s):
    folder.mkdir(parents=True, exist_ok=True)
    asked = json.dumps({**case, **of_all(folder), "share": True})
    command = [sys.executable, "-c", SCRIPT, asked, str(pause_s)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def told_of(process):
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    *made, result = output.splitlines()
    return made, json.loads(result)


def pages(folder):
    """Return report, collection and mosaic without what is of a folder, or of a day."""
    report = (folder / "report.html").read_text().replace(str(folder), "")
    collection = json.loads((folder / "collection.json").read_text())
    assert collection["extent"].pop("temporal")
    report = re.sub(r"[-\d]+ \d\d:\d\d UTC", "", report)
    return report, collection, (folder / "all.vrt").read_text()


def maps(folder):
    return {path.name: read(path).tobytes() for path in folder.glob("*.tif")}


def without(rows, folder):
    names = {"input", "status", "error", "classes"}
    kept = [{name: row[name] for name in names & row.keys()} for row in rows]
    return json.loads(json.dumps(kept).replace(str(folder), ""))


def test_runs_of_one_list_make_what_one_makes_though_one_is_killed(many, tmp_path):
    # Collections are called after their folders.
    one, two = tmp_path / "one" / "maps", tmp_path / "two" / "maps"
    one.mkdir(parents=True)
    alone = start(many, **of_all(one))
    runs = [begin(many, two, 0.3) for _ in range(3)]
    victim = runs.pop()
    begun = victim.stdout.readline().strip()
    assert begun.endswith(".tif")
    victim.send_signal(signal.SIGKILL)
    victim.wait()
    told = [told_of(run) for run in runs]
    made = [path for paths, _ in told for path in paths]
    everything = [row["output"].replace("/one/", "/two/") for row in alone["rasters"]]
    assert set(made) == set(everything)
    # Each is computed once, also what the killed run was at; what cannot be read may be by each.
    twice = {path for path in made if made.count(path) > 1}
    assert twice <= {str(two / "broken.tif")}
    assert all(paths for paths, _ in told)
    for _, result in told:
        assert without(result["rasters"], two) == without(alone["rasters"], one)
        assert result["classes"] == alone["classes"]
    assert maps(two) == maps(one)
    assert len(maps(two)) == 10
    assert pages(two) == pages(one)
    assert not list(two.glob("*.partial"))
    assert not list((two / FOLDER).glob("*.claim"))


def test_what_others_have_mapped_is_taken_as_it_is_and_loads_no_network(case):
    first = start(case, share=True)
    assert statuses(first) == ["done"] * 3
    load = CountingLoader()
    second = start(case, load=load, share=True)
    assert statuses(second) == ["skipped"] * 3
    assert load.networks == []
    assert second["classes"] == first["classes"]
    # Also where only resuming was asked for, and the other way round.
    assert statuses(start(case, resume=True)) == ["skipped"] * 3


def test_a_raster_that_another_run_is_at_comes_last_and_is_waited_for(case, monkeypatch):
    folder = Path(case["out_dir"])
    folder.mkdir(parents=True)
    other = Claim(folder / FOLDER, "a.tif")
    assert other.try_take()
    seen = []
    whole = batch._run

    def run(request, *rest):
        seen.append(Path(request.input).name)
        return whole(request, *rest)

    monkeypatch.setattr(batch, "_run", run)
    with other:
        job = RecordedJob()
        job.log = lambda level, text: (job.logs.append((level, text)), end(text))

        def end(text):
            if text.startswith("Waiting for other runs, which are at 1 of"):
                assert seen == ["b.tif", "c.tif"]
                other.give_back()

        assert statuses(start(case, job, share=True)) == ["done"] * 3
    assert seen == ["b.tif", "c.tif", "a.tif"]


def test_one_that_was_taken_for_dead_publishes_nothing(case, monkeypatch):
    folder = Path(case["out_dir"])
    whole, rival = batch.segment, []

    def segment(request, job, load, own):
        if request.output.endswith("a.tif") and not rival:
            # Another run finds this one silent, and has mapped the raster since.
            own._end_beat()
            monkeypatch.setattr(claim, "_is_gone", lambda said: True)
            rival.append(Claim(folder / FOLDER, "a.tif"))
            assert rival[0].try_take()
            monkeypatch.undo()
            assert rival[0].before == own.mark
            whole(request, job, load, rival[0])
            rival.append((folder / "a.tif").stat().st_ino)
            rival.append((folder / "a.json").read_bytes())
            rival[0].give_back()
        return whole(request, job, load, own)

    monkeypatch.setattr(batch, "segment", segment)
    job = RecordedJob()
    result = start(case, job, share=True)
    assert any("a.tif was taken over by another run" in text for _, text in job.logs)
    assert statuses(result) == ["done"] * 3
    assert (folder / "a.tif").stat().st_ino == rival[1]
    assert (folder / "a.json").read_bytes() == rival[2]
    assert not list(folder.glob("*.partial"))
    assert sorted(path.name for path in folder.glob("*.tif")) == ["a.tif", "b.tif", "c.tif"]


def test_what_a_killed_run_has_left_is_removed_by_who_takes_over(case):
    folder = Path(case["out_dir"])
    dead = Claim(folder / FOLDER, "b.tif")
    assert dead.try_take()
    left = folder / f"b.tif.claim-{dead.mark}.partial"
    left.mkdir()
    (left / "crossearth.lock").write_text("")
    (path,) = (folder / FOLDER).glob("b.tif-*")
    said = json.loads(path.read_text())
    said["process"] = 2**22 + 1  # no number of a process
    path.write_text(json.dumps(said))
    assert statuses(start(case, share=True)) == ["done"] * 3
    assert not left.exists()


def test_a_run_that_was_killed_while_it_gave_names_leaves_nothing_half_named(case):
    folder = Path(case["out_dir"])
    script = """
import os
from crossearth_engine.shared import moves
whole_rename = moves.rename
def rename(source, target):
    if target.name == "b.tif":
        os._exit(9)
    whole_rename(source, target)
moves.rename = rename
"""
    asked = json.dumps({**case, "share": True})
    killed = subprocess.run([sys.executable, "-c", script + SCRIPT, asked, "0"], check=False)
    assert killed.returncode == 9
    assert (folder / "b.json").exists()
    assert not (folder / "b.tif").exists()
    assert statuses(start(case, share=True)) == ["skipped", "done", "done"]
    assert not list(folder.glob("*.partial"))
    assert not list((folder / FOLDER).glob("*.claim"))
    assert statuses(start(case, resume=True)) == ["skipped"] * 3


def test_what_failed_for_what_it_is_fails_once_until_it_is_another(case, raster_factory):
    whole = Path(case["inputs"][1]).read_bytes()
    raster_factory(data=np.zeros((3, 32, 40), np.uint8), nodata=0, name="b.tif")
    assert statuses(start(case, share=True)) == ["done", "failed", "done"]
    load = CountingLoader()
    again = start(case, load=load, share=True)
    assert statuses(again) == ["skipped", "failed", "skipped"]
    assert again["rasters"][1]["code"] == "no-valid-pixels"
    assert load.networks == []
    Path(case["inputs"][1]).write_bytes(whole)
    assert statuses(start(case, share=True)) == ["skipped", "done", "skipped"]


def test_what_cannot_be_read_is_tried_again_by_a_later_run(case, monkeypatch):
    whole = batch.segment

    def segment(request, *rest):
        if request.input == case["inputs"][1]:
            raise errors.UnreadableRaster(path=request.input, reason="The server is away.")
        return whole(request, *rest)

    with monkeypatch.context() as away:
        away.setattr(batch, "segment", segment)
        assert statuses(start(case, share=True)) == ["done", "failed", "done"]
    assert statuses(start(case, share=True)) == ["skipped", "done", "skipped"]


def test_what_failed_for_the_computer_is_tried_by_others(case, monkeypatch):
    def fail(*_):
        raise errors.DiskFull(path="a.tif")

    with monkeypatch.context() as broken:
        broken.setattr(batch, "segment", fail)
        assert statuses(start(case, share=True)) == ["failed"] * 3
    assert statuses(start(case, share=True)) == ["done"] * 3


def test_what_is_canceled_is_free_for_others_at_once(case, monkeypatch):
    monkeypatch.setattr(claim, "PATIENCE_S", 1e9)
    job = RecordedJob()
    job.log = lambda level, text: text.startswith("Raster 2 of 3:") and job.cancel()
    with pytest.raises(errors.JobCanceled):
        start(case, job, share=True)
    assert not list(Path(case["out_dir"], FOLDER).glob("*.claim"))
    assert statuses(start(case, share=True)) == ["skipped", "done", "done"]


def test_the_parts_of_a_list_are_all_of_it_under_the_same_names(case, tmp_path):
    whole = start(case)
    case["out_dir"] = str(tmp_path / "parts")
    told = [row for k in (2, 1) for row in start(case, part=f"{k}/2")["rasters"]]
    assert sorted(row["input"] for row in told) == case["inputs"]
    assert start(case, part="4/4")["rasters"] == []
    again = start(case, resume=True, report=str(tmp_path / "report.html"))
    assert statuses(again) == ["skipped"] * 3
    assert again["classes"] == whole["classes"]
    for change in ({"report": str(tmp_path / "a.html")}, {"share": True}, {"part": "3/2"}):
        with pytest.raises(errors.InvalidRequest):
            start(case, **{"part": "1/2", **change})
