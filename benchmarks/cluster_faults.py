"""Whether a cluster makes what one process makes, though workers and scheduler are killed.

A raster, and a batch of seven of which one goes in parts, are mapped by a scheduler and two
workers, processes of their own. At a moment drawn between start and end of such a command a worker,
its engine or the scheduler is killed (SIGKILL). A killed worker is followed by a new one. Without
its scheduler a command has to end with a sentence, and the same one with --resume and two workers
of its own (`local:2`) has to go on. Then everything in the folder is compared with what one process
has made: the bytes of rasters, styles and tables, items and collections but for times; nothing else
may lie there, and no engine be at work. With --cuts a worker in a network of its own (Linux, as
root, `ip`) cannot be reached for a minute; its disk stays.

    python benchmarks/cluster_faults.py [--workers 20] [--schedulers 5] [--cuts 0] [--seed 19]
        [--keep FILE] [--write docs/scale.md]
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
from growth import make_network
from segment import make_raster, replace_section

from crossearth_engine.digests import file_digest
from crossearth_engine.shared.products import PROCESSING_FIELD

TITLE = "## Killed at random"
ENGINE = Path(__file__).resolve().parents[1] / "engine"
START_S, GRACE_S, MOST_S = 30, 6, 180
# How long a network is cut, seconds; the addresses of its two ends.
CUT_S, HERE, THERE = 60, "10.219.19.1", "10.219.19.2"
SIZE, SMALL, LONG = 4096, 1024, 2560
JOBS = {
    "segment": ("segment", "raster.tif", "out/map.tif", "--confidence", "out/confidence.tif"),
    "batch": ("batch", "scenes", "--out-dir", "out", "--collection", "out/collection.json"),
}
# Of an item, what differs from run to run.
TIMES = ("datetime", "created", "updated", "processing:datetime")
SPENT = ("wall_s", "inference_s", "peak_rss_mb", "request", "computers", "parts")


class Cluster:
    """A scheduler and workers in processes of their own."""

    def __init__(self, folder: Path, host: str = "127.0.0.1") -> None:
        self._folder = folder
        self._host = host
        self.file = folder / "scheduler.json"
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", self.file)

    def add_worker(self, network: str = "") -> None:
        """Start one, in a network of its own if that is named."""
        options = ("--scheduler-file", self.file, "--nthreads", "1", "--no-nanny")
        self.workers.append(self._start("worker", *options, network=network))

    def close(self) -> None:
        """End all."""
        for process in [*self.workers, self.scheduler]:
            process.kill()
            process.wait()

    def _start(self, what: str, *options: object, network: str = "") -> subprocess.Popen[bytes]:
        host = THERE if network else self._host
        always = ("--host", host, "--dashboard-address", "127.0.0.1:0")
        inside = ("ip", "netns", "exec", network) if network else ()
        return subprocess.Popen(
            [
                *inside,
                sys.executable,
                "-m",
                f"distributed.cli.dask_{what}",
                *always,
                *map(str, options),
            ],
            cwd=self._folder,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workers", type=int, default=20, help="how many are killed")
    parser.add_argument("--schedulers", type=int, default=5, help="likewise")
    parser.add_argument("--cuts", type=int, default=0, help="how often a network is cut")
    parser.add_argument("--seed", type=int, default=19)
    parser.add_argument("--keep", type=Path, help="rows of earlier calls, which are added to")
    parser.add_argument("--write", type=Path, help="write the section into this file")
    parser.add_argument("--folder", type=Path, help="where files are made  [default: temporary]")
    arguments = parser.parse_args()
    rows: list[list[str]] = []
    if arguments.keep and arguments.keep.exists():
        rows = json.loads(arguments.keep.read_text(encoding="utf-8"))
    rng = random.Random(arguments.seed)  # noqa: S311 - moments, and no secrets
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        make_inputs(folder)
        expected = {job: alone(folder, job) for job in JOBS}
        with running(folder) as cluster:
            length = {job: finish(begin(folder, job, str(cluster.file)))[0] for job in JOBS}
        drawn = ["worker", "engine"] * arguments.workers
        victims = [*drawn[: arguments.workers], *["scheduler"] * arguments.schedulers]
        victims += ["network"] * arguments.cuts
        for number, victim in enumerate(victims):
            job = sorted(JOBS)[number // 2 % 2]
            moment = rng.uniform(0, length[job])
            if victim == "network":
                said = outcome_of_cut(folder, job, moment, expected[job])
            else:
                said = outcome(folder, job, victim, moment, rng, expected[job])
            rows.append([victim, job, said, str(arguments.seed)])
            if arguments.keep:
                arguments.keep.write_text(json.dumps(rows), encoding="utf-8")
            print(f"{number + 1:3} {victim:9} {job:7} after {moment:4.1f} s: {said}", flush=True)
    page = as_page(rows, length)
    print(page)
    if arguments.write:
        replace_section(arguments.write, page)
    if any(said for _, _, said, _ in rows):
        raise SystemExit(1)


def make_inputs(folder: Path) -> None:
    """Write rasters, and a network that is quick."""
    make_network(folder / "network.onnx", 3, 5)
    make_raster(folder / "raster.tif", SIZE)
    (folder / "scenes").mkdir()
    make_raster(folder / "scenes" / "long.tif", LONG)
    for number in range(6):
        make_raster(folder / "scenes" / f"small-{number}.tif", SMALL + 64 * number)


def environment() -> dict[str, str]:
    """Return the variables of all processes."""
    path = os.pathsep.join(filter(None, [str(ENGINE), os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": path}


@contextmanager
def running(folder: Path, network: str = "") -> Iterator[Cluster]:
    """Return a context with a cluster of two workers, the second in a network if one is named."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        cluster = Cluster(Path(place), HERE) if network else Cluster(Path(place))
        try:
            until = time.monotonic() + START_S
            while not cluster.file.exists() and time.monotonic() < until:
                time.sleep(0.05)
            cluster.add_worker()
            cluster.add_worker(network)
            time.sleep(2.0)  # until they have come
            yield cluster
        finally:
            cluster.close()


def begin(
    folder: Path, job: str, cluster: str | None, *options: str, without_tls: bool = False
) -> tuple[subprocess.Popen[str], float]:
    """Start a command, in a folder without maps unless it is to go on."""
    if not options:
        for path in sorted((folder / "out").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    (folder / "out").mkdir(exist_ok=True)
    where = () if cluster is None else ("--cluster", cluster)
    where += ("--without-tls",) if without_tls else ()
    asked = (*JOBS[job], "--model", "network.onnx", *where, *options)
    process = subprocess.Popen(
        [sys.executable, "-m", "crossearth_engine", *asked],
        cwd=folder,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    return process, time.monotonic()


def finish(begun: tuple[subprocess.Popen[str], float]) -> tuple[float, int, str]:
    """Return how long a command took, its status, and its last line."""
    process, began = begun
    try:
        _, said = process.communicate(timeout=MOST_S)
    except subprocess.TimeoutExpired:
        process.kill()
        _, said = process.communicate()
    last = (said.strip().splitlines() or [""])[-1]
    return time.monotonic() - began, process.returncode, last


def alone(folder: Path, job: str) -> dict[str, Any]:
    """Return what one process makes."""
    _, status, said = finish(begin(folder, job, None))
    if status:
        raise SystemExit(f"{job} by one process ended with status {status}: {said}")
    return written(folder / "out")


def outcome(
    folder: Path,
    job: str,
    victim: str,
    moment: float,
    rng: random.Random,
    expected: dict[str, Any],
) -> str:
    """Kill something at a moment of a command, and return what is not as it should be."""
    with running(folder) as cluster:
        begun = begin(folder, job, str(cluster.file))
        time.sleep(max(begun[1] + moment - time.monotonic(), 0))
        if victim == "scheduler":
            cluster.scheduler.kill()
        else:
            worker = rng.choice(cluster.workers)
            if victim == "worker":
                worker.kill()
                cluster.add_worker()
            else:
                for engine in psutil.Process(worker.pid).children():
                    with contextlib.suppress(psutil.NoSuchProcess):
                        engine.kill()
        _, status, said = finish(begun)
        if victim == "scheduler" and status:
            if "Traceback" in said or not said.rstrip().endswith((".", ")")):
                return f"ended without a sentence: {said}"
            _, status, said = finish(begin(folder, job, "local:2", "--resume"))
        if status:
            return f"status {status}: {said}"
        left = still_working(folder)
    if left:
        return f"{left} engines are still at work"
    return difference(written(folder / "out"), expected)


def outcome_of_cut(folder: Path, job: str, moment: float, expected: dict[str, Any]) -> str:
    """Cut the network of a worker at a moment of a command, and return what is not as it should."""
    with network_of_its_own() as network, running(folder, network) as cluster:
        began = time.monotonic()
        begun = begin(folder, job, str(cluster.file), without_tls=True)
        time.sleep(max(began + moment - time.monotonic(), 0))
        if begun[0].poll() is not None:
            return "was done before the cut"
        _ip("link", "set", network, "down")
        time.sleep(CUT_S)
        _ip("link", "set", network, "up")
        _, status, said = finish(begun)
        if status:
            return f"status {status}: {said}"
        left = still_working(folder)
    if left:
        return f"{left} engines are still at work"
    return difference(written(folder / "out"), expected)


@contextmanager
def network_of_its_own() -> Iterator[str]:
    """Return a context with the name of a network, and of the link to it."""
    name = f"cut{os.getpid() % 100_000}"
    _ip("netns", "add", name)
    try:
        _ip("link", "add", name, "type", "veth", "peer", "name", "inside", "netns", name)
        _ip("address", "add", f"{HERE}/30", "dev", name)
        _ip("link", "set", name, "up")
        _ip("-n", name, "address", "add", f"{THERE}/30", "dev", "inside")
        for link in ("inside", "lo"):
            _ip("-n", name, "link", "set", link, "up")
        yield name
    finally:
        _ip("netns", "delete", name)


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True)


def still_working(folder: Path) -> int:
    """Return how many engines are at work in a folder, once they had time to end."""
    until, found = time.monotonic() + GRACE_S, 1
    while found and time.monotonic() < until:
        found = 0
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                is_engine = process.cmdline()[-1:] == ["worker"] and process.cwd() == str(folder)
                found += is_engine and process.status() != psutil.STATUS_ZOMBIE
        time.sleep(0.1)
    return found


def written(folder: Path) -> dict[str, Any]:
    """Return all that lies in a folder, by name, without what differs from run to run."""
    found: dict[str, Any] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".json" or path.is_dir():
            found[path.name] = None if path.is_dir() else file_digest(path)
            continue
        item = json.loads(path.read_text(encoding="utf-8"))
        properties = item.get("properties", {})
        for name in TIMES:
            properties.pop(name, None)
        for name in SPENT:
            properties.get(PROCESSING_FIELD, {}).pop(name, None)
        item.get("extent", {}).pop("temporal", None)
        found[path.name] = item
    return found


def difference(made: dict[str, Any], expected: dict[str, Any]) -> str:
    """Return where two folders differ; empty if they do not."""
    names = {name for name in made | expected if made.get(name, 0) != expected.get(name, 0)}
    return f"differs: {', '.join(sorted(names))}" if names else ""


def as_page(rows: list[list[str]], length: dict[str, float]) -> str:
    """Return the section."""
    tried = Counter((victim, job) for victim, job, *_ in rows)
    good = Counter((victim, job) for victim, job, said, _ in rows if not said)
    seeds = ", ".join(sorted({seed for *_, seed in rows}))
    table = [
        f"| {victim} | `{job}` | {count} | {good[victim, job]} |"
        for (victim, job), count in tried.items()
    ]
    return "\n".join(
        [
            TITLE,
            "",
            f"`segment` of a made raster of {SIZE}² pixels, and `batch` of one of {LONG}² and six",
            f"small ones, by a scheduler and two workers ({length['segment']:.0f} s and",
            f"{length['batch']:.0f} s without faults). At a moment drawn between start and end one",
            "of the processes is killed (SIGKILL); without its scheduler the command is given",
            "again with `--resume --cluster local:2`. As it should be: the files of one process",
            "and no others, to the byte but for times, and no engine left.",
            *(
                [
                    f"*network*: a worker in a network of its own cannot be reached for {CUT_S} s",
                    "(`--cuts`).",
                ]
                if tried.keys() & {("network", job) for job in JOBS}
                else []
            ),
            "Repeat with `python3 dev.py bench cluster_faults --write docs/scale.md` "
            f"(seeds {seeds}).",
            "",
            "| killed | command | times | as it should be |",
            "| --- | --- | ---: | ---: |",
            *table,
            "",
        ]
    )


if __name__ == "__main__":
    main()
