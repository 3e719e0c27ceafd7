"""A scheduler and workers in processes of their own, as on several computers; some are killed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest

from crossearth_engine import errors
from crossearth_engine.cluster.address import Address
from crossearth_engine.shared.products import PROCESSING_FIELD
from tests.engine.cluster.test_segment import WatchedJob, ask
from tests.engine.cluster.test_segment import case as case  # a fixture
from tests.engine.conftest import RecordedJob
from tests.engine.runs.test_parts import contents

pytest.importorskip("distributed", reason="dask.distributed is an extra")

ROOT = Path(__file__).resolve().parents[3]
# How long a scheduler may take to start.
START_S = 30

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signals")


class Cluster:
    """A scheduler that writes its file, and workers."""

    def __init__(self, folder, environment):
        self._folder = folder
        paths = [str(ROOT / "engine"), os.environ.get("PYTHONPATH", "")]
        path = os.pathsep.join(filter(None, paths))
        self.environment = {**os.environ, "PYTHONPATH": path, **environment}
        self.file = folder / "scheduler.json"
        self.processes = []
        self.scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", self.file)

    def _start(self, what, *options):
        # No pages, and nothing but this computer.
        always = ["--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0"]
        command = [sys.executable, "-m", "distributed.cli.dask_" + what, *always]
        process = subprocess.Popen(
            [*command, *map(str, options)],
            env=self.environment,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.processes.append(process)
        return process

    def worker(self):
        options = ["--scheduler-file", self.file, "--nthreads", 1, "--no-nanny"]
        return self._start("worker", *options)

    def close(self):
        for process in self.processes:
            process.kill()
            process.wait()


@contextmanager
def running(folder, environment):
    (folder / "cluster").mkdir()
    cluster = Cluster(folder / "cluster", environment)
    try:
        until = time.monotonic() + START_S
        while not cluster.file.exists() and time.monotonic() < until:
            time.sleep(0.05)
        yield cluster
    finally:
        cluster.close()


@pytest.fixture
def cluster(tmp_path):
    with running(tmp_path, {}) as cluster:
        yield cluster


def test_a_worker_may_come_late_and_another_one_be_killed(tmp_path, case, cluster):
    ask(case, tmp_path / "whole")
    doomed = cluster.worker()

    def change():
        cluster.worker()
        doomed.send_signal(signal.SIGKILL)

    job = WatchedJob(3, change)
    ask(case, tmp_path / "spread", job, cluster=str(cluster.file))
    assert contents(tmp_path / "spread") == contents(tmp_path / "whole")


def test_without_its_scheduler_the_run_ends_and_goes_on_with_another_one(tmp_path, case, cluster):
    ask(case, tmp_path / "whole")
    cluster.worker()
    job = WatchedJob(3, cluster.scheduler.kill)
    with pytest.raises(errors.ClusterLost, match="--resume goes on"):
        ask(case, tmp_path / "spread", job, cluster=str(cluster.file))
    job = RecordedJob()
    ask(case, tmp_path / "spread", job, cluster="local:1", resume=True)
    assert contents(tmp_path / "spread") == contents(tmp_path / "whole")


def test_the_desk_calls_folders_otherwise_and_alone_has_the_model(tmp_path, case, monkeypatch):
    data, desk = tmp_path / "data", tmp_path / "desk"
    data.mkdir()
    desk.symlink_to(data)
    Path(case["input"]).rename(data / "scene.tif")
    # The desk's model, of which workers know neither folder nor id.
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path / "mine"))
    (tmp_path / "mine").mkdir()
    Path(case["model"]).rename(tmp_path / "mine" / "network.onnx")
    case = {**case, "input": str(data / "scene.tif"), "model": "~/network.onnx"}
    ask(case, data / "whole")  # the map tells of the raster as workers call it
    case["input"] = str(desk / "scene.tif")
    (data / "maps").mkdir()
    home = tmp_path / "workers"
    with running(tmp_path, {"CROSSEARTH_HOME": str(home), "HOME": str(home)}) as cluster:
        cluster.worker()
        spread = {"cluster": str(cluster.file)}
        with pytest.raises(errors.InvalidRequest, match=r"worker tcp.* the folder /nowhere/maps"):
            ask(case, desk / "maps", places=[f"{desk}=/nowhere"], **spread)
        assert not list((data / "maps").iterdir())
        job = RecordedJob()
        ask(case, desk / "maps", job, places=[f"{desk}=/nowhere", f"{desk}={data}"], **spread)
    assert [text for _, text in job.logs if "sent to" in text]
    assert contents(data / "maps") == contents(data / "whole")
    (kept,) = (home / "cluster-models").iterdir()
    assert [path.name for path in kept.iterdir()] == ["network.onnx"]


def test_certificates_of_one_command_let_in_who_has_them_and_nobody_else(
    tmp_path, case, monkeypatch
):
    folder = tmp_path / "tls"
    script = ROOT / "docs" / "examples" / "cluster-certificates.sh"
    subprocess.run(["sh", script, folder], check=True, capture_output=True)
    assert {path.stat().st_mode & 0o077 for path in folder.iterdir()} == {0}
    with running(tmp_path, {"DASK_CONFIG": str(folder)}) as cluster:
        address = json.loads(cluster.file.read_text())["address"]
        assert address.startswith("tls://")
        cluster.worker()
        asked = [sys.executable, "-m", "crossearth_engine", "segment", case["input"], "map.tif"]
        asked += ["--model", case["model"], "--cluster", address]
        asked += ["--window", str(case["window"]), "--overlap", str(case["overlap"])]
        done = [
            subprocess.run(
                asked, cwd=tmp_path, env=cluster.environment | more, capture_output=True, text=True
            )
            for more in ({"DASK_CONFIG": str(tmp_path)}, {})
        ]
        open_key = tmp_path / "open"
        shutil.copytree(folder, open_key)
        (open_key / "key.pem").chmod(0o644)
        for tls in (folder, tmp_path, open_key):
            environment = {**cluster.environment, "DASK_CONFIG": str(tmp_path)}
            line = [*asked, "--tls", str(tls)]
            done.append(
                subprocess.run(line, cwd=tmp_path, env=environment, capture_output=True, text=True)
            )
    assert [one.returncode for one in done] == [2, 0, 0, 2, 2], done
    assert "has no authority.pem" in done[3].stderr
    assert "Others on this computer can read" in done[4].stderr
    assert "name no certificates" in done[0].stderr
    assert "Traceback" not in done[0].stderr
    assert (tmp_path / "map.tif").exists()


def test_certificates_may_lie_in_any_folder_and_their_key_has_no_password(tmp_path):
    from crossearth_engine.cluster.connection import connected

    yaml = pytest.importorskip("yaml", reason="comes with dask")
    folder = tmp_path / "it's a, {b} #c: d"
    script = ROOT / "docs" / "examples" / "cluster-certificates.sh"
    subprocess.run(["sh", script, folder], check=True, capture_output=True)
    told = yaml.safe_load((folder / "distributed.yaml").read_text())["distributed"]["comm"]["tls"]
    files = [told.pop("ca-file"), *(file for pair in told.values() for file in pair.values())]
    assert len(files) == 7
    assert {Path(file).parent for file in files} == {folder}
    assert all(Path(file).is_file() for file in files)
    key = folder / "key.pem"
    line = ["openssl", "ec", "-in", key, "-aes128", "-passout", "pass:word", "-out", key]
    subprocess.run(line, check=True, capture_output=True)
    key.chmod(0o600)
    address = Address("tls://127.0.0.1:1")
    with (
        pytest.raises(errors.InvalidRequest, match=r"^The key .* has a password"),
        connected(address, 0, str(folder)),
    ):
        pass


def test_certificates_that_do_not_hold_now_are_named_with_their_dates(tmp_path, monkeypatch):
    from crossearth_engine.cluster import connection

    folder = tmp_path / "tls"
    script = ROOT / "docs" / "examples" / "cluster-certificates.sh"
    subprocess.run(["sh", script, folder], check=True, capture_output=True)
    monkeypatch.setattr(connection, "ANSWER_S", 0.2)
    today = datetime.now(timezone.utc)
    for days, words in (
        (0, "There is no scheduler"),
        (-1, r"authority\.pem is valid from .* on, .* set the clock\.$"),
        (731, r"authority\.pem was valid until .*: make new ones for all computers"),
        (-36500, r"valid from"),
        (36500, r"was valid until"),
    ):
        now = today + timedelta(days)
        clock = SimpleNamespace(now=lambda zone, now=now: now, strptime=datetime.strptime)
        monkeypatch.setattr(connection, "datetime", clock)
        with (
            pytest.raises(errors.InvalidRequest, match=words),
            connection.connected(Address("tls://127.0.0.1:1"), 0, str(folder)),
        ):
            pass


JOBQUEUE = """
from distributed import LocalCluster

class SLURMCluster(LocalCluster):
    def __init__(self, *, cores, processes, memory, walltime, protocol, security):
        assert processes == 1 and memory and walltime
        super().__init__(
            n_workers=0, threads_per_worker=cores, protocol=protocol, security=security,
            processes=False, host="127.0.0.1", dashboard_address=None,
        )

    def scale(self, workers=0, jobs=0):
        super().scale(workers or jobs)
"""


def test_the_example_for_jobqueue_computes_on_its_workers(tmp_path, case):
    """dask-jobqueue is stood in for by workers on this computer, with TLS as there."""
    folder = tmp_path / "tls"
    script = ROOT / "docs" / "examples" / "cluster-certificates.sh"
    subprocess.run(["sh", script, folder], check=True, capture_output=True)
    (tmp_path / "dask_jobqueue.py").write_text(JOBQUEUE)
    program = tmp_path / "bin" / "crossearth"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m crossearth_engine "$@"\n')
    program.chmod(0o755)
    asked = ["segment", case["input"], "map.tif", "--model", case["model"]]
    asked += ["--window", str(case["window"]), "--overlap", str(case["overlap"])]
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "examples" / "cluster-jobqueue.py", "1", *asked],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT / "engine")]),
            "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            "DASK_CONFIG": str(folder),
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "scheduler.json").read_text())["address"].startswith("tls://")
    item = json.loads((tmp_path / "map.json").read_text())
    assert item["properties"][PROCESSING_FIELD]["computers"]


def test_a_scheduler_that_is_gone_between_two_parts_is_said():
    from distributed.comm import CommClosedError

    from crossearth_engine.cluster.crew import scheduler_asked

    client = SimpleNamespace(scheduler=SimpleNamespace(address="tls://there:1"))
    with (
        pytest.raises(errors.ClusterLost, match="tls://there:1 does not answer any more"),
        scheduler_asked(client),
    ):
        raise CommClosedError("in <TCP (closed)>: Stream is closed")
    for own in (FileNotFoundError(2, "no such file"), errors.DiskFull(path="/maps")):
        with pytest.raises(type(own)), scheduler_asked(client):
            raise own
