import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
from rio_cogeo import cog_validate

from crossearth_engine import errors
from crossearth_engine.inference import segment, sliding
from crossearth_engine.inference.onnx_backend import OnnxBackend
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import identity_of
from crossearth_engine.map.journal import Journal
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared.model_places import DEFAULT_ID
from crossearth_engine.shared.products import PROCESSING_FIELD
from crossearth_engine.training.quick.onnx_encoder import FeatureMap
from crossearth_engine.training.quick.reference import Reference, Spread, with_reference
from tests.engine.conftest import SHARES, RecordedJob, read, run, save_network

NODATA = 255
# Windows cut tiles, tiles cut windows, and there is more than one level of overviews.
OPTIONS = {"window": 160, "overlap": 48}
SIZE = (1400, 1150)

SCRIPT = """
import json, sys
from crossearth_engine.inference import segment, sliding
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.job import Job
sliding.JOURNAL_INTERVAL_S, sliding.JOURNAL_SHARE = 0, 1e9
def show(done, total, left):
    print(done, flush=True)
job = Job(show, lambda *a: None)
segment.segment(SegmentRequest.from_arguments(json.loads(sys.argv[1])), job)
"""


@pytest.fixture
def often(monkeypatch):
    """Let the journal be written after each row of windows."""
    monkeypatch.setattr(sliding, "JOURNAL_INTERVAL_S", 0)
    monkeypatch.setattr(sliding, "JOURNAL_SHARE", 1e9)


def save_knowing_network(path, seed):
    """Save a network that looks around, and tells how far colours are from the middle."""
    weights = (np.random.default_rng(seed).normal(size=(4, 3, 5, 5)) / 40).astype(np.float32)
    save_network(path, weights, SHARES)
    spread = Spread(np.eye(3, dtype=np.float32), np.full(3, -0.5, np.float32))
    colors, window = [FeatureMap("x", 1, 3)], OPTIONS["window"]
    path.write_bytes(with_reference(path.read_bytes(), colors, window, Reference(spread, 0.02, 2)))
    return path


@pytest.fixture
def case(tmp_path, raster_factory):
    """A raster with an empty part, a network that looks around, and what to run."""
    rng = np.random.default_rng(1)
    data = rng.integers(1, 255, (3, SIZE[1], SIZE[0])).astype(np.uint8)
    data[:, 200:900, 300:700] = 0
    raster = raster_factory(data=data, nodata=0)
    model = save_knowing_network(tmp_path / "network.onnx", 8)
    return {
        "input": str(raster),
        "output": str(tmp_path / "map.tif"),
        "confidence": str(tmp_path / "confidence.tif"),
        "unfamiliarity": str(tmp_path / "unfamiliarity.tif"),
        "model": str(model),
        "threads": 1,
        **OPTIONS,
    }


def start(case, job=None, **options):
    arguments = {**case, **options}
    return run(arguments.pop("input"), arguments.pop("output"), job, **arguments)


def digests(case):
    output, *products = (Path(case[name]) for name in ("output", "confidence", "unfamiliarity"))
    files = [output, *products, output.with_suffix(".qml"), Path(f"{output}.aux.xml")]
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]


def kill_after(case, windows, delay_s=0.0, **options):
    """Run in a process of its own and kill it when it has done so many windows; return how far."""
    command = [sys.executable, "-c", SCRIPT, json.dumps({**case, **options})]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    done = 0
    for line in process.stdout:
        done = int(line)
        if done >= windows:
            time.sleep(delay_s)
            process.kill()
            break
    process.stdout.close()
    process.wait()
    return done


# More often by `dev.py bench campaign`.
@pytest.mark.parametrize(("batch", "gsd", "attempts"), [(1, None, 8), (3, None, 3), (1, 0.45, 3)])
def test_a_killed_run_goes_on_to_the_same_bytes(case, batch, gsd, attempts):
    case |= {"batch": batch, "gsd": gsd}
    whole = start(case)
    expected = digests(case)
    rng = random.Random(attempts)
    for attempt in range(attempts):
        for path in Path(case["output"]).parent.glob("map.tif*"):
            path.unlink()
        # Also twice in one run.
        for _ in range(1 + attempt % 2):
            kill_after(case, rng.randrange(1, 120), rng.random() / 20, resume=True)
        assert not Path(case["output"]).exists()
        job = RecordedJob()
        result = start(case, job, resume=True)
        assert digests(case) == expected
        assert result["class_area_m2"] == whole["class_area_m2"]
        assert (result["windows"], result["skipped_windows"]) == (
            whole["windows"], whole["skipped_windows"],
        )  # fmt: skip
        assert not list(Path(case["output"]).parent.glob("*.partial"))


def test_a_resumed_run_begins_where_the_journal_ends(case):
    done = kill_after(case, 60)
    job = RecordedJob()
    start(case, job, resume=True)
    assert 13 < job.progresses[0][0] <= done
    assert any("Going on after window" in text for _, text in job.logs)


def test_without_the_option_a_run_starts_anew(case):
    kill_after(case, 60)
    job = RecordedJob()
    start(case, job)
    assert job.progresses[0][0] == 0


def test_resume_without_a_journal_starts_at_the_beginning(case):
    job = RecordedJob()
    start(case, job, resume=True)
    assert job.progresses[0][0] == 0
    assert not [text for level, text in job.logs if level == "warning"]


@pytest.mark.parametrize("change", ["overlap", "raster", "model"])
def test_what_another_run_has_left_is_never_mixed_in(case, change):
    kill_after(case, 60)
    if change == "overlap":
        case["overlap"] = 40
    elif change == "raster":
        os.utime(case["input"], (0, 0))
    else:
        save_knowing_network(Path(case["model"]), 9)
    job = RecordedJob()
    start(case, job, resume=True)
    resumed = digests(case)
    assert job.progresses[0][0] == 0
    assert any("starts anew" in text for level, text in job.logs if level == "warning")
    start(case)
    assert digests(case) == resumed


@pytest.mark.parametrize(
    "torn", ["journal.json", "level-0-*.tif", "sums-*.bin", "level-0-unfinished-*.bin"]
)
def test_a_damaged_journal_starts_anew(case, torn):
    start(case)
    expected = digests(case)
    kill_after(case, 60)
    folder = Path(case["output"] + ".partial")
    for path in folder.glob(torn):
        path.write_bytes(path.read_bytes()[:20])
    start(case, resume=True)
    assert digests(case) == expected


def test_a_failure_keeps_what_a_run_can_go_on_from(case, often):
    start(case)
    expected = digests(case)

    class Failing(RecordedJob):
        def _record(self, done, total, left):
            super()._record(done, total, left)
            if done == 60:
                raise errors.OutOfMemory(device="cpu", window=160, options="--window 80")

    with pytest.raises(errors.OutOfMemory):
        start(case, Failing())
    job = RecordedJob()
    start(case, job, resume=True)
    assert job.progresses[0][0] > 0
    assert digests(case) == expected


def test_windows_are_grouped_as_at_the_beginning_when_memory_was_short(case, often, monkeypatch):
    """On a card what is computed together decides the last bits."""
    run_as_ever, given = OnnxBackend.run, []

    def short(backend, batch, **options):
        if len(batch) > 2:
            raise errors.OutOfMemory(device="cpu", window=160, options="--window 80")
        given.append((len(batch), float(batch.sum())))
        return run_as_ever(backend, batch, **options)

    monkeypatch.setattr(OnnxBackend, "run", short)
    # Windows that are looked at before are none of the run.
    monkeypatch.setattr(segment, "look_with_network", lambda *_: (None, []))
    case |= {"batch": 5}
    start(case)
    whole, given[:] = list(given), []

    class Failing(RecordedJob):
        def _record(self, done, total, left):
            super()._record(done, total, left)
            if done >= 60:
                raise OSError("the power is cut")

    with pytest.raises(OSError, match="power"):
        start(case, Failing())
    given.clear()
    start(case, resume=True)
    assert 0 < len(given) < len(whole)
    assert given == whole[-len(given) :]


@pytest.mark.parametrize(
    ("device", "name", "driver", "goes_on"),
    [
        ("cuda:0", "NVIDIA A", "580.1", True),
        ("cuda:0", "NVIDIA A", "590.2", True),
        ("cuda:0", "NVIDIA B", "580.1", False),
        ("cpu", "A processor", None, False),
    ],
)
def test_a_run_goes_on_on_the_card_that_it_began_on(device, name, driver, goes_on):
    request = SegmentRequest("raster.tif", "map.tif")
    model = find_model(DEFAULT_ID)
    plan = SimpleNamespace(
        request=request, view=SimpleNamespace(match=None), model=model, known_as="scene.tif"
    )
    source = SimpleNamespace(identity={}, files=[])

    def identity(device, name, driver):
        facts = {"device": device, "device_name": name, "driver": driver, "libraries": {}}
        return identity_of({**facts, "parameters": {}}, plan, source)

    assert (identity(device, name, driver) == identity("cuda:0", "NVIDIA A", "580.1")) == goes_on
    # Bytes do not depend on which processor it is.
    assert identity("cpu", "This", None) == identity("cpu", "That", None)


def test_what_rows_leave_to_each_other_counts_as_space_that_is_needed(case, often, monkeypatch):
    needed, seen = {}, {}
    monkeypatch.setattr(segment, "check_free_space", needed.update)
    write = Journal.write

    def measure(journal, state):
        for path in needed:
            files = Path(f"{path}.partial").glob("*.bin")
            seen[path] = max(seen.get(path, 0), sum(file.stat().st_size for file in files))
        write(journal, state)

    monkeypatch.setattr(Journal, "write", measure)
    start(case, gsd=0.45)
    assert len(seen) == 3
    for path, most in seen.items():
        counted = needed[path] - SIZE[0] * SIZE[1]
        assert 0.4 * counted < most <= counted


def test_cancel_removes_everything(case, often):
    with pytest.raises(errors.JobCanceled):
        start(case, RecordedJob(cancel_at=60))
    assert not list(Path(case["output"]).parent.glob("*.partial"))


def test_a_canceled_run_goes_on_if_it_was_to_be_resumed(case, often):
    start(case)
    expected = digests(case)
    Path(case["output"]).unlink()
    job = RecordedJob(cancel_at=60)
    with pytest.raises(errors.JobCanceled):
        start(case, job, resume=True)
    assert not Path(case["output"]).exists()
    assert "What is done is kept" in job.logs[-1][1]
    job = RecordedJob()
    start(case, job, resume=True)
    assert job.progresses[0][0] > 0
    assert digests(case) == expected
    assert not list(Path(case["output"]).parent.glob("*.partial"))


def test_cancel_keeps_a_valid_partial_map_if_wanted(case, often, tmp_path):
    complete = start(case)
    assert complete["windows"] == complete["planned_windows"]
    expected, whole = digests(case), read(Path(case["output"]))
    result = start(case, RecordedJob(cancel_at=60), keep_partial=True)
    assert result["partial"] is True
    assert 60 <= result["windows"] < result["planned_windows"] == complete["windows"]
    for path in (case["output"], case["confidence"]):
        assert cog_validate(path)[0]
    part = read(Path(case["output"]))
    is_done = part != NODATA
    assert 0.1 < is_done.mean() < 0.7
    assert np.array_equal(part[is_done], whole[is_done])
    assert np.array_equal(read(Path(case["confidence"])) != NODATA, is_done)
    with rasterio.open(case["output"]) as dataset:
        assert dataset.tags()["CROSSEARTH_PARTIAL"] == "yes"
    item = json.loads((tmp_path / "map.json").read_text())
    assert item["properties"][PROCESSING_FIELD]["partial"] is True

    job = RecordedJob()
    result = start(case, job, resume=True)
    assert job.progresses[0][0] > 0
    assert result["partial"] is False
    assert digests(case) == expected
    assert not list(tmp_path.glob("*.partial"))


def test_nothing_finished_is_no_partial_map(case):
    with pytest.raises(errors.JobCanceled):
        start(case, RecordedJob(cancel_at=0), keep_partial=True)
    assert not Path(case["output"]).exists()


def test_cancel_stops_gdal_too(case, monkeypatch):
    job = RecordedJob()
    ended = []

    def copy(source, target, **options):
        # As a raster so large that GDAL takes minutes for it; canceled in the midst.
        job.cancel()
        with rasterio.open(source) as dataset:
            ended.append(True)
            for _ in range(1000):
                dataset.read(1)
        raise AssertionError("read to the end")

    monkeypatch.setattr(rasterio.shutil, "copy", copy_or(copy))
    with rasterio.Env(GDAL_CACHEMAX=0), pytest.raises(errors.JobCanceled):
        start(case, job)
    assert ended
    assert not list(Path(case["output"]).parent.glob("map.tif*"))


def copy_or(copy_to_cog):
    """GDAL's copy, but for the last one, to the result."""
    real = rasterio.shutil.copy

    def copy(source, target, driver, **options):
        if driver == "COG":
            return copy_to_cog(source, target, **options)
        return real(source, target, driver=driver, **options)

    return copy


def test_two_runs_to_one_output_are_refused(case):
    command = [sys.executable, "-c", SCRIPT, json.dumps(case)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        next(iter(process.stdout))
        if hasattr(signal, "SIGSTOP"):
            process.send_signal(signal.SIGSTOP)
        with pytest.raises(errors.OutputNotWritable, match="another run"):
            start(case, resume=True)
        process.kill()


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="mounts a small disk")
def test_a_real_disk_that_fills_up_is_told(case, tmp_path, monkeypatch):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3400k", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("may not mount")
    try:
        case |= {"output": str(disk / "map.tif"), "confidence": str(disk / "confidence.tif")}
        with pytest.raises(errors.NotEnoughSpace, match="MB are needed"):
            start(case)
        # Others may fill it while a run is under way.
        monkeypatch.setattr(segment, "check_free_space", lambda needed: None)
        with pytest.raises(errors.DiskFull, match="disk is full"):
            start(case)
        assert not list(disk.glob("*.tif"))
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_run_goes_on_where_another_file_system_rounds_the_times(case):
    expected = start(case) and digests(case)
    for path in Path(case["output"]).parent.glob("map.tif*"):
        path.unlink()
    kill_after(case, 60)
    changed = Path(case["input"]).stat().st_mtime_ns
    os.utime(case["input"], ns=(changed, changed - changed % 2_000_000_000))  # as of FAT
    job = RecordedJob()
    start(case, job, resume=True)
    assert job.progresses[0][0] > 13
    assert digests(case) == expected


def test_a_journal_is_replaced_as_a_whole(tmp_path):
    journal = Journal(tmp_path, {"model": "a"})
    assert journal.read() is None
    journal.write({"row": 1})
    journal.write({"row": 2})
    assert journal.read() == {"row": 2}
    assert Journal(tmp_path, {"model": "b"}).read() is None
    assert Journal(tmp_path, {"model": "a"}, [1]).read() is None
    assert [path.name for path in tmp_path.iterdir()] == ["journal.json"]
