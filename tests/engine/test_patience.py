from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossearth_engine import commands, patience
from crossearth_engine.errors import InvalidRequest, JobCanceled, UnreadableRaster
from crossearth_engine.patience import answer_of, stopped_by
from crossearth_engine.shared import protocol
from crossearth_engine.storage import staging
from tests.engine.conftest import RecordedJob
from tests.engine.test_worker import WorkerProcess


@pytest.fixture
def silent_server() -> Iterator[str]:
    """An address where somebody takes calls and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=16) as server:
        yield f"/vsicurl/http://127.0.0.1:{server.getsockname()[1]}/scene.tif"


def look(raster: str, model: Path, job: RecordedJob) -> None:
    commands.run("look", {"input": raster, "model": str(model)}, job)


def test_answers_and_errors_come_back() -> None:
    assert answer_of(lambda: 3) == 3
    with pytest.raises(ZeroDivisionError):
        answer_of(lambda: 1 // 0)


def test_what_takes_too_long_is_left_alone() -> None:
    ever = threading.Event()
    with pytest.raises(TimeoutError, match="does not answer"):
        answer_of(ever.wait, 0.1)
    ever.set()


def test_what_waits_can_be_stopped() -> None:
    ever, job = threading.Event(), RecordedJob()
    job.cancel()
    with stopped_by(job.check), pytest.raises(JobCanceled):
        answer_of(ever.wait)
    ever.set()


def test_a_server_that_stands_still_ends_by_time(silent_server, color_model, monkeypatch) -> None:
    monkeypatch.setattr(patience, "OPENING_S", 0.3)
    with pytest.raises(UnreadableRaster, match="does not answer"):
        look(silent_server, color_model, RecordedJob())


def test_a_server_that_stands_still_ends_by_cancel(silent_server, color_model) -> None:
    job = RecordedJob()
    threading.Timer(0.3, job.cancel).start()
    began = time.monotonic()
    with pytest.raises(JobCanceled):
        look(silent_server, color_model, job)
    assert time.monotonic() - began < 5  # GDAL asks for more than a minute


def test_nothing_asks_a_server_for_what_nobody_waits_for(color_model) -> None:
    job, before = RecordedJob(), {*threading.enumerate()}
    with socket.create_server(("127.0.0.1", 0), backlog=16) as server:
        address = server.getsockname()
        threading.Timer(0.5, job.cancel).start()
        with pytest.raises(JobCanceled):
            look(f"/vsicurl/http://127.0.0.1:{address[1]}/scene.tif", color_model, job)
    # What was under way is cut off, which is no reason to ask again.
    with socket.create_server(address, backlog=16) as server:
        server.settimeout(1.5)
        with pytest.raises(TimeoutError):
            server.accept()
    # Python waits at its end for threads that are no daemons.
    assert all(thread.daemon for thread in {*threading.enumerate()} - before)


def test_a_server_that_falls_silent_later_ends_by_cancel(
    store, raster_factory, color_model, tmp_path
) -> None:
    store.write("/public/scene.tif", raster_factory((1024, 1024), block_size=128).read_bytes())
    job = RecordedJob()

    def fall_silent(done, *_) -> None:
        if done == 1:
            store.faults(delay=20)
            threading.Timer(0.3, job.cancel).start()

    job._on_progress = fall_silent
    options = {"window": 128, "overlap": 0, "batch": 1, "device": "cpu", "threads": 1}
    names = {"input": f"/vsicurl/{store.address}/public/scene.tif", "model": str(color_model)}
    began = time.monotonic()
    with pytest.raises(JobCanceled):
        commands.run("segment", {**names, "output": str(tmp_path / "map.tif"), **options}, job)
    assert time.monotonic() - began < 10


def test_a_store_that_falls_silent_during_an_upload_ends_by_cancel(store) -> None:
    path = staging.stand_in("s3://bucket/map.tif")
    job = RecordedJob()
    with staging.staged([path]):
        path.write_bytes(bytes(3 * staging.SMALL_BYTES))
        store.faults(delay=20)
        threading.Timer(0.3, job.cancel).start()
        began = time.monotonic()
        with stopped_by(job.check), pytest.raises(JobCanceled):
            staging.upload([path])
    assert time.monotonic() - began < 3


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes that are files")
@pytest.mark.parametrize("kind", ["pipe", "device", "socket", "input", "several"])
def test_what_is_no_file_is_refused_by_name(kind, color_model, tmp_path) -> None:
    pipe, address = tmp_path / "scene.tif", tmp_path / "s"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(address))
        path = {"device": "/dev/zero", "socket": str(address), "input": "/vsistdin/"}
        given = path.get(kind, str(pipe))
        arguments = {"input": given, "model": str(color_model)}
        if kind == "several":
            arguments = {"inputs": [given], "out_dir": str(tmp_path), "model": str(color_model)}
        command = "segment-batch" if kind == "several" else "look"
        with pytest.raises(InvalidRequest, match="pipe or a device"):
            commands.run(command, arguments, RecordedJob())


def test_a_raster_cannot_read_the_requests_of_a_worker(tmp_path, color_model) -> None:
    raster = tmp_path / "trap.vrt"
    raster.write_text(
        """<VRTDataset rasterXSize="300" rasterYSize="300"><VRTRasterBand dataType="Byte" band="1">
        <SimpleSource><SourceFilename>/vsistdin/</SourceFilename><SourceBand>1</SourceBand>
        </SimpleSource></VRTRasterBand></VRTDataset>"""
    )
    worker = WorkerProcess()
    try:
        arguments = {"input": str(raster), "model": str(color_model)}
        for number in "12":
            worker.send(protocol.Run(number, "look", arguments))
        replies = [worker.reply(number)[0] for number in "12"]
        assert [reply.code for reply in replies] == ["unreadable-raster"] * 2
    finally:
        worker.process.kill()
        worker.process.wait()
