"""What a network sees of polygons, computed by workers: the model that one process makes."""

import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio

from crossearth_engine import errors
from crossearth_engine.cluster.engine_process import EngineGone, EngineProcess
from crossearth_engine.cluster.finetune import adapt_anywhere
from crossearth_engine.training.quick.features import device_mark
from crossearth_engine.training.quick.window_maps import features_folder
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.cluster.test_processes import cluster as cluster  # a fixture
from tests.engine.cluster.test_processes import running
from tests.engine.cluster.test_segment import engines
from tests.engine.conftest import RecordedJob
from tests.engine.training.networks import write_network
from tests.engine.training.scenes import draw_polygons, make_scene

pytest.importorskip("distributed", reason="dask.distributed is an extra")

CARD = "cuda (a card)"


class WatchedJob(RecordedJob):
    """A job that does something when so many windows are done."""

    def __init__(self, at, do):
        self._at, self._do = at, do
        super().__init__()

    def _record(self, done, total, left):
        super()._record(done, total, left)
        if done >= self._at:
            do, self._do = self._do, lambda: None
            do()


@pytest.fixture
def case(tmp_path, monkeypatch):
    """Two rasters, of which the second one's CRS is said, and a network for pixels of 1 m."""
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    truth = make_scene(tmp_path / "scene.tif")
    draw_polygons(tmp_path / "samples.gpkg", truth)
    with rasterio.open(tmp_path / "scene.tif") as source:
        profile, pixels = source.profile, source.read()
    right = profile["transform"] @ rasterio.Affine.translation(320, 0)
    with rasterio.open(tmp_path / "east.tif", "w", **{**profile, "transform": right}) as east:
        east.write(np.flip(pixels, axis=2))
    with rasterio.open(tmp_path / "east.tif", "r+") as east:
        east.crs = "EPSG:32631"  # which is wrong
    east = str(tmp_path / "east.tif")
    return {
        "rasters": [str(tmp_path / "scene.tif"), east],
        "crs_of": {east: "EPSG:32636"},
        "polygons": str(tmp_path / "samples.gpkg"),
        "field": "class",
        "model": str(write_network(tmp_path / "network.onnx")),
    }


def fit(case, folder, job=None, **options):
    asked = {**case, "out": str(folder), **options}
    result = adapt_anywhere(FinetuneRequest.from_arguments(asked), job or RecordedJob())
    return result["computed_windows"], (folder / "model.onnx").read_bytes()


def forget(monkeypatch, home):
    """Have a cache that is empty."""
    monkeypatch.setenv("CROSSEARTH_HOME", str(home))


def test_workers_see_what_one_process_sees_though_one_is_lost(tmp_path, case, monkeypatch):
    windows, alone = fit(case, tmp_path / "a" / "mine")
    assert windows > 8
    forget(monkeypatch, tmp_path / "other")
    run, lost = EngineProcess.run, []

    def lose_the_first(engine, *asked):
        end = run(engine, *asked)
        if not lost:
            lost.append(end)
            raise EngineGone(1, "it had seen it")
        return end

    monkeypatch.setattr(EngineProcess, "run", lose_the_first)
    job = RecordedJob()
    assert fit(case, tmp_path / "b" / "mine", job, cluster="local:2") == (windows, alone)
    assert any("is tried again" in text for _, text in job.logs)
    shares = [done for done, _, _ in job.progresses]
    assert shares == sorted(shares)
    assert job.progresses[-1][0] == job.progresses[-1][1]
    assert not engines()
    assert [path.name for path in (tmp_path / "b").iterdir()] == ["mine"]
    # All is in the cache: nobody is asked.
    assert fit(case, tmp_path / "c" / "mine", cluster="tcp://127.0.0.1:1") == (0, alone)


def test_the_desk_calls_folders_otherwise_and_alone_has_the_network(tmp_path, case, monkeypatch):
    _, alone = fit(case, tmp_path / "alone" / "mine")
    forget(monkeypatch, tmp_path / "other")
    data, desk = tmp_path / "data", tmp_path / "desk"
    data.mkdir()
    desk.symlink_to(data)
    for path in case["rasters"]:
        Path(path).rename(data / Path(path).name)
    case["rasters"] = [str(desk / Path(path).name) for path in case["rasters"]]
    case["crs_of"] = {case["rasters"][1]: "EPSG:32636"}
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    (tmp_path / "me").mkdir()
    Path(case["model"]).rename(tmp_path / "me" / "network.onnx")
    case["model"] = "~/network.onnx"
    home = {"CROSSEARTH_HOME": str(tmp_path / "workers"), "HOME": str(tmp_path / "workers")}
    with running(tmp_path, home) as cluster:
        cluster.worker()
        options = {"cluster": str(cluster.file)}
        with pytest.raises(errors.InvalidRequest, match=r"worker tcp.* the folder /nowhere/"):
            fit(case, desk / "mine", places=[f"{desk}=/nowhere"], **options)
        _, spread = fit(case, desk / "mine", places=[f"{desk}={data}"], **options)
    assert spread == alone
    assert {path.name for path in data.iterdir()} == {"scene.tif", "east.tif", "mine"}


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signals")
def test_what_is_computed_is_kept_without_the_scheduler_and_removed_of_a_killed_run(
    tmp_path, case, cluster
):
    cluster.worker()
    out = tmp_path / "models" / "mine"
    asked = ["--out", str(out), "--cluster", str(cluster.file)]
    for name in ("polygons", "field", "model"):
        asked += [f"--{name}", case[name]]
    line = [sys.executable, "-m", "crossearth_engine", "finetune", *asked]
    killed = subprocess.Popen([*line, "--raster", case["rasters"][0]], env=cluster.environment)
    until = time.monotonic() + 60
    while not list(out.parent.glob("*/*/*/0/*.npz")) and time.monotonic() < until:
        time.sleep(0.005)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert list(out.parent.iterdir())
    job = WatchedJob(6, cluster.scheduler.kill)
    with pytest.raises(errors.EngineError, match="What is computed is kept"):
        fit(case, out, job, cluster=str(cluster.file))
    # There was something of the killed run when this one began.
    assert not list(out.parent.iterdir())
    windows, made = fit(case, out)
    total = len(list((tmp_path / "home" / "cache" / "features").glob("*/*")))
    assert windows < total
    assert (0, made) == fit(case, tmp_path / "other" / "mine")


def test_a_canceled_run_leaves_nothing_beside_the_model_and_keeps_what_was_seen(tmp_path, case):
    jobs = []
    jobs.append(WatchedJob(4, lambda: jobs[0].cancel()))
    with pytest.raises(errors.JobCanceled):
        fit(case, tmp_path / "a" / "mine", jobs[0], cluster="local:1")
    assert not (tmp_path / "a").exists()
    assert not engines()
    windows, _ = fit(case, tmp_path / "a" / "mine")
    assert windows < len(list((tmp_path / "home" / "cache" / "features").glob("*/*")))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"model": "bands"}, "leave out --cluster"),
        ({"model": "one,two"}, "leave out --cluster"),
        ({"recipe": "full"}, "leave out --cluster"),
        ({"out": None, "cluster": "tls://box:8786"}, r"name its folder \(--out\)"),
    ],
)
def test_what_a_cluster_does_not_do_is_said(tmp_path, case, options, words):
    asked = {**case, "out": str(tmp_path / "mine"), "cluster": "local:2", **options}
    with pytest.raises(errors.InvalidRequest, match=words):
        adapt_anywhere(FinetuneRequest.from_arguments(asked), RecordedJob())


def on_card(end, arguments):
    """Have what an engine has seen be seen by a card, which rounds otherwise."""
    seen = features_folder(Path(arguments["written"]), end.result["device"])
    for file in seen.rglob("*.npz"):
        with np.load(file) as arrays:
            maps = [arrays[name] + np.float16(0.25) for name in arrays.files]
        moved = features_folder(seen.parent, CARD) / file.relative_to(seen)
        moved.parent.mkdir(parents=True, exist_ok=True)
        np.savez(moved, *maps)
    return replace(end, result={**end.result, "device": CARD})


def test_workers_on_devices_of_two_kinds_make_no_model(tmp_path, case, monkeypatch):
    run, seen = EngineProcess.run, []

    def first_on_a_card(engine, command, arguments, told):
        end = run(engine, command, arguments, told)
        seen.append(engine)
        return on_card(end, arguments) if engine is seen[0] else end

    monkeypatch.setattr(EngineProcess, "run", first_on_a_card)
    with pytest.raises(errors.InvalidRequest) as caught:
        fit(case, tmp_path / "b" / "mine", cluster="local:2")
    for word in ("cpu", CARD, "--device cpu", "the model would be of both"):
        assert word in str(caught.value)
    assert not (tmp_path / "b").exists()
    # What is kept of both is kept apart.
    kept = {file.parent.name for file in (tmp_path / "home").glob("cache/features/*/*.npz")}
    marks = {device_mark(device) for device in ("cpu", CARD)}
    assert {name.rpartition("-")[2] for name in kept} <= marks


def test_what_a_lost_worker_has_seen_on_another_device_is_not_used(tmp_path, case, monkeypatch):
    _, alone = fit(case, tmp_path / "a" / "mine")
    forget(monkeypatch, tmp_path / "other")
    run, lost = EngineProcess.run, []

    def lose_the_card(engine, command, arguments, told):
        end = run(engine, command, arguments, told)
        if not lost:
            lost.append(on_card(end, arguments))
            raise EngineGone(1, "its card had seen it")
        return end

    monkeypatch.setattr(EngineProcess, "run", lose_the_card)
    assert fit(case, tmp_path / "b" / "mine", cluster="local:2")[1] == alone
    assert lost


def test_workers_may_write_elsewhere_than_beside_the_new_model(tmp_path, case, monkeypatch):
    _, alone = fit(case, tmp_path / "a" / "mine")
    forget(monkeypatch, tmp_path / "other")
    before, seen = {*tmp_path.iterdir()}, []
    scratch = tmp_path / "scratch" / "new"
    job = WatchedJob(6, lambda: seen.extend(scratch.glob("*/*/*/0/*.npz")))
    asked = {"name": "Mine", "scratch": str(scratch), "cluster": "local:2", **case}
    result = adapt_anywhere(FinetuneRequest.from_arguments(asked), job)
    assert (Path(result["path"]) / "model.onnx").read_bytes() == alone
    assert seen
    # Folders that were made for it are gone again.
    assert {*tmp_path.iterdir()} - before <= {tmp_path / "other"}


def test_what_is_kept_of_one_device_is_not_mixed_with_what_another_one_sees(
    tmp_path, case, monkeypatch
):
    _, alone = fit(case, tmp_path / "alone" / "mine")
    forget(monkeypatch, tmp_path / "other")
    with monkeypatch.context() as patched:
        run = EngineProcess.run
        patched.setattr(
            EngineProcess, "run", lambda engine, *asked: on_card(run(engine, *asked), asked[1])
        )
        _, of_card = fit(case, tmp_path / "card" / "mine", cluster="local:1")
        # All of it is kept, and of one device.
        assert fit(case, tmp_path / "again" / "mine") == (0, of_card)
    assert of_card != alone
    kept = list((tmp_path / "other" / "cache" / "features").glob("*/*.npz"))
    for file in kept[::2]:
        file.unlink()
    # The workers have no card now, nor has this computer: nothing of the card's is taken.
    assert fit(case, tmp_path / "mixed" / "mine", cluster="local:1")[1] == alone
    assert fit(case, tmp_path / "here" / "mine") == (0, alone)
