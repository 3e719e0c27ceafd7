import io
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

import crossearth_engine
from crossearth_engine import commands
from crossearth_engine.inference.load import WarmLoader, load_backend
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared import protocol
from crossearth_engine.worker import Worker
from tests.engine.conftest import RecordedJob, read, save_network

MAIN = Path(crossearth_engine.__file__).with_name("__main__.py")


class WorkerProcess:
    """A real worker, as QGIS starts it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-I", str(MAIN), "worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def send(self, message):
        protocol.write_message(self.process.stdin, message)

    def receive(self):
        return protocol.read_message(self.process.stdout)

    def reply(self, job_id):
        """Return the message that ends a job, and what came before it."""
        before = []
        while True:
            message = self.receive()
            if isinstance(message, (protocol.Done, protocol.Failed, protocol.Canceled)):
                assert message.job_id == job_id
                return message, before
            before.append(message)


@pytest.fixture
def worker():
    worker = WorkerProcess()
    yield worker
    worker.process.kill()
    worker.process.wait()


@pytest.fixture
def big_raster(raster_factory):
    return raster_factory(size=(3000, 3000), block_size=256, name="big.tif")


def only_reply(request):
    """Return what a worker in this process replies to one request."""
    requests = io.BytesIO(protocol.encode(request) + protocol.encode(protocol.Shutdown()))
    replies = io.BytesIO()
    Worker(requests, replies).serve()
    return protocol.decode(replies.getvalue())


def segment_request(job_id, raster, output, model, **options):
    arguments = {"input": str(raster), "output": str(output), "model": str(model), **options}
    return protocol.Run(job_id, "segment", arguments)


def test_first_reply_says_who_answers(worker):
    worker.send(protocol.Hello(protocol.PROTOCOL_VERSION))
    welcome = worker.receive()
    assert welcome.protocol_version == protocol.PROTOCOL_VERSION
    assert welcome.engine_version == crossearth_engine.__version__
    assert welcome.pid == worker.process.pid


def test_a_job_reports_progress_and_its_result(worker, tmp_path, raster_factory, color_model):
    raster, output = raster_factory(), tmp_path / "map.tif"
    worker.send(segment_request("a", raster, output, color_model, window=16, overlap=0))
    done, before = worker.reply("a")
    assert isinstance(done, protocol.Done), done
    progress = [m for m in before if isinstance(m, protocol.Progress)]
    windows = [m for m in progress if m.stage == "windows"]
    assert (windows[-1].done, windows[-1].total) == (12, 12)
    assert list(dict.fromkeys(m.stage for m in progress)) == ["windows", "map", "files"]
    assert progress[-1].share == 1
    assert any(isinstance(m, protocol.Log) for m in before)
    assert done.result["output"] == str(output)
    assert read(output).shape == (48, 64)


def test_a_failed_job_leaves_the_worker_usable(worker, tmp_path, raster_factory, color_model):
    raster = raster_factory()
    worker.send(segment_request("a", tmp_path / "none.tif", tmp_path / "map.tif", color_model))
    worker.send(segment_request("b", raster, tmp_path / "map.tif", color_model, window="wide"))
    worker.send(protocol.Run("c", "dance"))
    worker.send(segment_request("d", raster, tmp_path / "map.tif", color_model))
    failed, _ = worker.reply("a")
    assert (failed.code, failed.details["path"]) == (
        "unreadable-raster",
        str(tmp_path / "none.tif"),
    )
    for job_id in ("b", "c"):
        failed, _ = worker.reply(job_id)
        assert failed.code == "invalid-request"
    done, _ = worker.reply("d")
    assert isinstance(done, protocol.Done)


def test_what_is_no_error_of_ours_is_reported_with_its_name(monkeypatch):
    def fail(*_):
        raise TypeError("nobody thought of this")

    monkeypatch.setattr(commands, "run", fail)
    reply = only_reply(protocol.Run("a", "devices"))
    assert reply.code == "internal"
    assert "TypeError: nobody thought of this" in reply.message


def test_cancel_stops_a_running_job(worker, tmp_path, big_raster, context_model):
    output = tmp_path / "map.tif"
    worker.send(segment_request("a", big_raster, output, context_model, window=64))
    while not isinstance(message := worker.receive(), protocol.Progress) or message.done < 3:
        pass
    worker.send(protocol.Cancel("a"))
    canceled, before = worker.reply("a")
    assert isinstance(canceled, protocol.Canceled)
    progress = [m for m in before if isinstance(m, protocol.Progress)]
    assert all(m.stage == "windows" and m.done < m.total for m in progress)
    assert not list(tmp_path.glob("map*"))


def test_cancel_before_the_start_counts(worker, tmp_path, big_raster, context_model):
    options = {"window": 64}
    worker.send(segment_request("a", big_raster, tmp_path / "a.tif", context_model, **options))
    worker.send(segment_request("b", big_raster, tmp_path / "b.tif", context_model, **options))
    worker.send(protocol.Cancel("b"))
    worker.send(protocol.Cancel("a"))
    assert isinstance(worker.reply("a")[0], protocol.Canceled)
    assert isinstance(worker.reply("b")[0], protocol.Canceled)


def test_the_end_of_the_parent_ends_the_worker(worker, tmp_path, big_raster, context_model):
    worker.send(segment_request("a", big_raster, tmp_path / "map.tif", context_model, window=64))
    while not isinstance(worker.receive(), protocol.Progress):
        pass
    worker.process.stdin.close()
    worker.process.stdout.close()
    worker.process.wait(timeout=60)
    assert not list(tmp_path.glob("map*"))


def test_shutdown_ends_the_worker_in_peace(worker):
    worker.send(protocol.Shutdown())
    assert worker.process.wait(timeout=60) == 0


def test_garbage_ends_the_worker(worker):
    worker.process.stdin.write(b"make me a map\n")
    worker.process.stdin.flush()
    worker.process.wait(timeout=60)
    assert b"ProtocolError" in worker.process.stderr.read()


def test_a_killed_worker_leaves_nothing_under_the_final_name(
    worker, tmp_path, big_raster, context_model
):
    output = tmp_path / "map.tif"
    worker.send(segment_request("a", big_raster, output, context_model, window=64))
    while not isinstance(message := worker.receive(), protocol.Progress) or message.done < 3:
        pass
    worker.process.kill()
    worker.process.wait()
    assert not output.exists()
    assert {path.name for path in tmp_path.glob("map*")} == {"map.tif.partial"}


def test_the_network_stays_loaded_for_the_next_job(worker, tmp_path, raster_factory, color_model):
    raster = raster_factory()
    for job_id in ("a", "b"):
        worker.send(segment_request(job_id, raster, tmp_path / f"{job_id}.tif", color_model))
        assert isinstance(worker.reply(job_id)[0], protocol.Done)
    # A network that changed on disk is loaded anew.
    os.utime(color_model, ns=(1, 1))
    worker.send(segment_request("c", raster, tmp_path / "c.tif", color_model))
    assert isinstance(worker.reply("c")[0], protocol.Done)


def test_another_precision_is_another_network(monkeypatch, color_model):
    loaded = []

    def count(*options, made):
        loaded.append(options)
        return load_backend(*options[:3], made=made)

    monkeypatch.setattr("crossearth_engine.inference.load.load_backend", count)
    load, model = WarmLoader(), find_model(str(color_model))
    for precision in ("fp32", "fp32", "int8"):
        load(model, "cpu", 1, precision)
    assert [options[:4] for options in loaded] == [
        (model, "cpu", 1, "fp32"),
        (model, "cpu", 1, "int8"),
    ]


def test_describing_a_model_and_listing_devices(worker, color_model):
    worker.send(protocol.Run("a", "describe-model", {"model": str(color_model)}))
    described, _ = worker.reply("a")
    assert [item["name"] for item in described.result["classes"]] == [
        f"class {i}" for i in range(4)
    ]
    worker.send(protocol.Run("b", "devices"))
    devices, _ = worker.reply("b")
    assert devices.result["devices"][-1]["id"] == "cpu"


def test_only_messages_reach_stdout(tmp_path):
    script = (
        "import os, subprocess\n"
        "from crossearth_engine import worker\n"
        "from crossearth_engine.shared import protocol\n"
        "channel = worker.claim_stdout()\n"
        "print('printed')\n"
        "os.write(1, b'written to the descriptor')\n"
        "subprocess.run(['echo', 'from a child'])\n"
        "protocol.write_message(channel, protocol.Shutdown())\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert protocol.decode(done.stdout) == protocol.Shutdown()
    for text in (b"printed", b"written to the descriptor", b"from a child"):
        assert text in done.stderr


def test_the_worker_answers_without_loading_what_a_job_needs():
    script = (
        "import sys, crossearth_engine.__main__, crossearth_engine.worker\n"
        "heavy = {'numpy', 'rasterio', 'onnxruntime', 'torch'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_package_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "crossearth_engine.inference.devices", None)
    reply = only_reply(protocol.Run("a", "devices"))
    assert reply.code == "missing-package"
    assert reply.details["package"] == "crossearth_engine.inference.devices"


def test_after_a_fault_of_the_device_the_worker_answers_and_ends(monkeypatch):
    runs = []

    def fail(*_):
        runs.append(1)
        raise RuntimeError("CUDA error: device-side assert triggered\nCompile with …")

    monkeypatch.setattr(commands, "run", fail)
    requests = b"".join(protocol.encode(protocol.Run(name, "segment", {})) for name in "ab")
    replies = io.BytesIO()
    worker = Worker(io.BytesIO(requests + protocol.encode(protocol.Shutdown())), replies)
    worker.serve()
    failed = protocol.decode(replies.getvalue())
    assert (failed.job_id, failed.code) == ("a", "device-lost")
    assert "device-side assert" in failed.message
    assert "Compile" not in failed.message
    assert worker.has_lost_device
    assert runs == [1]


@pytest.mark.parametrize("error", [RuntimeError("CUDA out of memory."), ValueError("no")])
def test_after_another_fault_the_worker_stays(monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(commands, "run", fail)
    requests = b"".join(protocol.encode(protocol.Run(name, "segment", {})) for name in "ab")
    replies = io.BytesIO()
    Worker(io.BytesIO(requests + protocol.encode(protocol.Shutdown())), replies).serve()
    assert len(replies.getvalue().splitlines()) == 2


def test_a_training_has_the_memory_of_the_warm_network(monkeypatch):
    class Loader:
        events: ClassVar = []

        def forget(self):
            self.events.append("forget")

    def imported(place):
        if place.endswith("Request"):
            return type("Request", (), {"from_arguments": lambda arguments: arguments})
        return lambda request, job, load=None: Loader.events.append(place) or {}

    monkeypatch.setattr(commands, "imported", imported)
    commands.run("finetune", {}, RecordedJob(), Loader())
    commands.run("look", {}, RecordedJob(), Loader())
    assert Loader.events == ["forget", "cluster.finetune:adapt_anywhere", "inference.plan:look"]


def test_a_network_that_cannot_rest_does_not_end_the_worker(
    worker, tmp_path, raster_factory, color_model
):
    weights = np.ones((4, 3, 1, 1), np.float32)
    huge = save_network(tmp_path / "huge.onnx", weights, batch=10**12)
    worker.send(segment_request("a", raster_factory(), tmp_path / "a.tif", huge))
    worker.send(segment_request("b", raster_factory(), tmp_path / "b.tif", color_model))
    assert worker.reply("a")[0].code == "out-of-memory"
    assert isinstance(worker.reply("b")[0], protocol.Done)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what is freed")
def test_what_a_job_has_freed_is_given_back(monkeypatch):
    kept, resident = [], []

    def look(*_):
        blocks = [bytearray(4000) for _ in range(20_000)]
        kept.append(blocks.pop())  # the last: what lies before it stays with the process
        resident.append(resident_bytes())
        return {}

    monkeypatch.setattr(commands, "run", look)
    only_reply(protocol.Run("a", "look", {}))
    assert resident_bytes() < resident[0] - 60_000_000


def resident_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
