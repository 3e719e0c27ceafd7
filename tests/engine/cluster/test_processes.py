"""A scheduler and workers in processes of their own, as on several computers; some are killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crossearth_engine import errors
from tests.engine.cluster.test_segment import WatchedJob, ask
from tests.engine.cluster.test_segment import case as case  # a fixture
from tests.engine.conftest import RecordedJob
from tests.engine.runs.test_parts import contents

pytest.importorskip("distributed", reason="dask.distributed is an extra")

ENGINE = Path(__file__).resolve().parents[3] / "engine"
PORT_S = 30


class Cluster:
    """A scheduler that writes its file, and workers."""

    def __init__(self, folder):
        self._folder = folder
        self.file = folder / "scheduler.json"
        self.processes = []
        self.scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", self.file)

    def _start(self, what, *options):
        # No pages, and nothing but this computer.
        always = ["--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0"]
        command = [sys.executable, "-m", "distributed.cli.dask_" + what, *always]
        paths = [str(ENGINE), os.environ.get("PYTHONPATH", "")]
        process = subprocess.Popen(
            [*command, *map(str, options)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
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


@pytest.fixture
def cluster(tmp_path):
    (tmp_path / "cluster").mkdir()
    cluster = Cluster(tmp_path / "cluster")
    until = time.monotonic() + PORT_S
    while not cluster.file.exists() and time.monotonic() < until:
        time.sleep(0.05)
    yield cluster
    cluster.close()


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
