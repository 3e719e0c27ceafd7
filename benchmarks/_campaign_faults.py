"""What the campaign does to whole runs: killed, without power, without disk, files, memory."""

from __future__ import annotations

import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from pathlib import Path

import numpy as np
import onnx
import rasterio
from _campaign_files import PLACE, network, write_raster
from _campaign_worker import cpu_s, environment, fault_of_sentence

STATUSES = {0, 2, 3, 4, 130}
"""How the command line ends, by its contract; a signal that nothing can hear comes beside."""
SIDE = 512
ENDS_WITHIN_S = 300.0
"""Of a run of about a second, on a computer that may do much else."""
FSYNCS_OF_STATE, FSYNCS_OF_MAPS = 20, 40
SQUARE = 4
"""Of one colour, pixels: for some thousands of polygons, and not one for each pixel."""

# Runs the command line and keeps what a disk would hold that loses its power at the N-th
# fsync: only what was brought to it, under names whose folder was brought to it, too.
POWER_CUT = """
import atexit, os, shutil, stat, sys
from pathlib import Path
folder, image, limit = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
contents, names, count, sync = {}, {}, 0, os.fsync

def lose_power():
    for path, inode in names.items():
        target = image / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(contents.get(inode, b""))
    os._exit(77)

def fsync(number):
    global count
    sync(number)
    state = os.fstat(number)
    place = Path(os.readlink(f"/proc/self/fd/{number}"))
    if not place.is_relative_to(folder):
        return
    if stat.S_ISDIR(state.st_mode):
        for path in [path for path in names if path.parent == place.relative_to(folder)]:
            del names[path]
        for entry in place.iterdir():
            if entry.is_file():
                names[entry.relative_to(folder)] = entry.stat().st_ino
    else:
        contents[state.st_ino] = Path(f"/proc/self/fd/{number}").read_bytes()
    count += 1
    if count == limit:
        lose_power()

os.fsync = fsync
atexit.register(lambda: (image / "fsyncs").write_text(str(count)))
from crossearth_engine.inference import sliding
sliding.JOURNAL_INTERVAL_S = 0.0
sliding.JOURNAL_SHARE = 1e9
sys.argv = ["crossearth", *sys.argv[4:]]
from crossearth_engine.cli.main import main
main()
"""

Fault = tuple[str, Callable[[], str]]
"""A name, and what tries it and returns what was not as it should be."""


class Runs:
    """Whole runs of the command line on one raster, in folders of their own."""

    def __init__(self, work: Path) -> None:
        self.work = work
        work.mkdir(parents=True, exist_ok=True)
        self.model = work / "color.onnx"
        if not self.model.exists():
            onnx.save(network(), self.model)
        self.raster = work / "scene.tif"
        if not self.raster.exists():
            rng = np.random.default_rng(5)
            squares = rng.integers(1, 255, (3, SIDE // SQUARE, SIDE // SQUARE), dtype=np.uint8)
            data = squares.repeat(SQUARE, 1).repeat(SQUARE, 2)
            profile = {"driver": "GTiff", "width": SIDE, "height": SIDE, "count": 3,
                       "dtype": "uint8", "crs": "EPSG:32636", "transform": PLACE}  # fmt: skip
            with rasterio.open(self.raster, "w", **profile) as dataset:
                dataset.write(data)
        self._count = 0
        self._whole_cpu_s = 0.0

    def folder(self) -> Path:
        """Return an empty folder for what a run makes."""
        self._count += 1
        folder = self.work / f"run {self._count}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def command(self, folder: Path, *options: str) -> list[str]:
        """Return a run with all products, of many small windows."""
        products = [f"--confidence={folder / 'c.tif'}", f"--report={folder / 'r.html'}"]
        products += [f"--polygons={folder / 'p.gpkg'}"]
        given = ["--model", str(self.model), "--threads=1", "--window=48", "--overlap=24"]
        return ["segment", str(self.raster), str(folder / "m.tif"), *products, *given, *options]

    def start(
        self, *command: str, limit: Callable[[], None] | None = None
    ) -> subprocess.Popen[str]:
        """Start the command line."""
        return subprocess.Popen(
            [sys.executable, "-m", "crossearth_engine", *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(self.work / "home"),
            preexec_fn=limit,
            start_new_session=True,
        )

    def without_power(
        self, folder: Path, number: int
    ) -> tuple[subprocess.CompletedProcess[str], Path]:
        """Run until an fsync; return how that ended, and the folder of what the disk then holds."""
        image = self.work / "image"
        shutil.rmtree(image, ignore_errors=True)
        image.mkdir()
        given = [str(folder), str(image), str(number), *self.command(folder, "--resume")]
        done = subprocess.run(
            [sys.executable, "-c", POWER_CUT, *given], env=environment(self.work / "home"),
            capture_output=True, text=True, timeout=ENDS_WITHIN_S,
        )  # fmt: skip
        return done, image

    def fsyncs(self) -> int:
        """Return how many fsyncs a whole run has."""
        _, image = self.without_power(self.folder(), 0)
        return int((image / "fsyncs").read_text())

    def wait(self, process: subprocess.Popen[str], share: float) -> None:
        """Wait until a run has used a share of the CPU time that it takes, or has ended.

        Of a computer that does much else, a share of the time by the clock says nothing.
        """
        while process.poll() is None and cpu_s(process.pid) < share * self.whole_cpu_s:
            time.sleep(0.01)

    def maps(self, folder: Path) -> dict[str, bytes]:
        """Return the bytes of the rasters that a run has made."""
        return {name: (folder / name).read_bytes() for name in ("m.tif", "c.tif")}

    @cached_property
    def whole(self) -> dict[str, bytes]:
        """The maps of an uninterrupted run."""
        folder = self.folder()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "crossearth_engine", *self.command(folder)],
            env=environment(self.work / "home"), check=True, capture_output=True,
        )  # fmt: skip
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self._whole_cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return self.maps(folder)

    @property
    def whole_cpu_s(self) -> float:
        """What an uninterrupted run takes of the processor."""
        _ = self.whole
        return self._whole_cpu_s

    def expected(self, folder: Path) -> str:
        """Compare the maps in a folder with those of an uninterrupted run, pixel by pixel."""
        made = self.maps(folder)
        # The name of a map is not in it: equal runs give equal bytes.
        wrong = [name for name, content in made.items() if content != self.whole[name]]
        return f"other bytes: {', '.join(wrong)}" if wrong else ""


def told(process: subprocess.Popen[str], folder: Path, statuses: set[int], kept: int = 0) -> str:
    """Return what is wrong with how a run has ended that could not make its map."""
    try:
        _, said = process.communicate(timeout=ENDS_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        return "it did not end"
    if process.returncode not in statuses:
        return f"status {process.returncode} and not one of {sorted(statuses)}: {said[-300:]}"
    # A run that shows nothing but its end: one line. What is told on the way is told before.
    last = said.strip().rpartition("\n")[2]
    if process.returncode and (fault := fault_of_sentence(last)):
        return fault
    if "Traceback" in said:
        return f"a traceback: {said[-400:]}"
    left = sorted(path.name for path in folder.iterdir()) if process.returncode else []
    return f"left over: {', '.join(left)}" if len(left) > kept else ""


def kills(work: Path) -> Iterator[Fault]:
    """Yield runs that are killed one to three times and then gone on with."""
    runs = Runs(work)
    for number in range(24):
        yield str(number), partial(_killed, runs, random.Random(f"kill {number}"))


def _killed(runs: Runs, rng: random.Random) -> str:
    folder = runs.folder()
    for _ in range(rng.randint(1, 3)):
        process = runs.start(*runs.command(folder, "--resume"))
        runs.wait(process, rng.uniform(0.3, 1.0))
        process.kill()
        process.communicate()
    process = runs.start(*runs.command(folder, "--resume"))
    return told(process, folder, {0}) or runs.expected(folder) or unfinished(folder)


def unfinished(folder: Path) -> str:
    left = sorted(path.name for path in folder.glob("*.partial"))
    return f"left over: {', '.join(left)}" if left else ""


def power_cuts(work: Path) -> Iterator[Fault]:
    """Yield runs whose disk loses its power at each fsync, gone on with what it then holds."""
    runs = Runs(work)
    last = runs.fsyncs()
    # All at the beginning, where the state is made, and at the end, where maps are published.
    between = range(FSYNCS_OF_STATE + 1, last - FSYNCS_OF_MAPS, 7)
    for number in (*range(1, FSYNCS_OF_STATE + 1), *between, *range(last - FSYNCS_OF_MAPS, last)):
        yield f"fsync {number} of {last}", partial(_without_power, runs, number)


def _without_power(runs: Runs, number: int) -> str:
    folder = runs.folder()
    done, image = runs.without_power(folder, number)
    command = runs.command(folder, "--resume")
    if done.returncode not in (0, 77):
        return f"status {done.returncode}: {done.stderr[-300:]}"
    if done.returncode == 77:
        shutil.rmtree(folder)
        image.rename(folder)
        again = runs.start(*command)
        if fault := told(again, folder, {0}):
            return fault
    return runs.expected(folder) or unfinished(folder)


def signals(work: Path) -> Iterator[Fault]:
    """Yield runs that are asked to stop, at random moments."""
    runs = Runs(work)
    statuses = {signal.SIGINT: 130, signal.SIGTERM: 3, signal.SIGHUP: 3}
    for number in range(18):
        kind = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[number % 3]
        rng = random.Random(f"signal {number}")
        yield f"{kind.name} {number}", partial(_asked, runs, rng, kind, statuses[kind])


def _asked(runs: Runs, rng: random.Random, kind: signal.Signals, status: int) -> str:
    folder = runs.folder()
    process = runs.start(*runs.command(folder))
    _until_begun(folder)
    runs.wait(process, rng.uniform(0.5, 1.0))
    # The terminal is gone with the pipes, when it hangs up.
    process.send_signal(kind)
    return told(process, folder, {status, 0}) or unfinished(folder)


def parents(work: Path) -> Iterator[Fault]:
    """Yield programs that are killed while the engine works, or is set up, for them."""
    runs = Runs(work)
    for number in range(12):
        yield f"QGIS during a run {number}", partial(_orphaned, runs, random.Random(f"p {number}"))
    for number in range(4):
        yield f"QGIS during the set-up {number}", partial(_set_up_orphaned, runs)


# What QGIS does: it starts a program with pipes, writes to it, and says which process it is.
PARENT = """
import subprocess, sys
child = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                         start_new_session=True)
child.stdin.write(sys.argv[1].encode())
child.stdin.flush()
print(child.pid, flush=True)
for line in child.stdout:
    pass
"""
# As pip does, a child of it writes into a folder, line by line.
INSTALLER = """
import subprocess, sys
writer = "import sys, time\\nwhile True:\\n  print(file=open(sys.argv[1], 'a')); time.sleep(0.05)"
subprocess.run([sys.executable, "-c", writer, sys.argv[1]])
"""


def _orphaned(runs: Runs, rng: random.Random) -> str:
    folder = runs.folder()
    products = {"confidence": "c.tif", "report": "r.html", "polygons": "p.gpkg"}
    arguments = {"input": str(runs.raster), "output": str(folder / "m.tif"), "threads": 1,
                 "model": str(runs.model), "window": 48, "overlap": 24,
                 **{product: str(folder / name) for product, name in products.items()}}  # fmt: skip
    message = {"type": "run", "job_id": "a", "command": "segment", "arguments": arguments}
    worker = [sys.executable, "-m", "crossearth_engine", "worker"]
    with _parent(runs, json.dumps(message) + "\n", *worker) as (parent, child):
        _until_begun(folder)
        end_s = rng.uniform(0.4, 1.1) * runs.whole_cpu_s
        while _is_running(child) and cpu_s(child) < end_s and len(list(folder.glob("m*"))) < 4:
            time.sleep(0.01)
        parent.kill()
        if not _ended(child):
            return "the engine outlived QGIS"
    names = sorted(path.name for path in folder.iterdir())
    if any(name.startswith("m.tif") and name != "m.tif.partial" for name in names):
        return runs.expected(folder) or unfinished(folder)
    return f"left over: {', '.join(names)}" if names else ""


def _set_up_orphaned(runs: Runs) -> str:
    written = runs.folder() / "written"
    watched = Path(__file__).resolve().parents[1] / "crossearth_qgis/setup/end_with_parent.py"
    command = [sys.executable, "-I", str(watched), sys.executable, "-c", INSTALLER, str(written)]
    with _parent(runs, "", *command) as (parent, child):
        _until_begun(written.parent)
        parent.kill()
        if not _ended(child):
            return "the set-up outlived QGIS"
    # Its children get the signal with it, and may be waiting for a processor to die on.
    end = time.monotonic() + ENDS_WITHIN_S / 10
    while time.monotonic() < end:
        size = written.stat().st_size
        time.sleep(1)
        if written.stat().st_size == size:
            return ""
    return "what the set-up had started went on writing"


@contextmanager
def _parent(runs: Runs, sent: str, *command: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Start a program that starts another; give it, and the number of the other."""
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, sent, *command], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env=environment(runs.work / "home"),
    )  # fmt: skip
    if parent.stdout is None:
        raise RuntimeError("the parent has no pipes")
    child = int(parent.stdout.readline())
    try:
        yield parent, child
    finally:
        parent.kill()
        parent.communicate()
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)


def _is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _ended(pid: int) -> bool:
    end = time.monotonic() + ENDS_WITHIN_S / 10
    while _is_running(pid) and time.monotonic() < end:
        time.sleep(0.05)
    return not _is_running(pid)


def _until_begun(folder: Path) -> None:
    end = time.monotonic() + ENDS_WITHIN_S
    while not any(folder.iterdir()) and time.monotonic() < end:
        time.sleep(0.01)


def limits(work: Path) -> Iterator[Fault]:
    """Yield runs with little memory, few descriptors, small files."""
    runs = Runs(work)
    for megabytes in (200, 260, 300, 330, 360, 400, 430, 450, 500, 600, 800, 1200, 1700):
        limit = partial(_limited, resource.RLIMIT_AS, megabytes * 1024**2)
        yield f"{megabytes} MB of addresses", partial(_under, runs, limit, {0, 4})
    for count in (12, 16, 20, 24, 28, 32, 40, 48, 64):
        limit = partial(_limited, resource.RLIMIT_NOFILE, count)
        yield f"{count} descriptors", partial(_under, runs, limit, {0, 2, 4})
    for kilobytes in (1, 10, 40, 100, 200, 400, 700):
        limit = partial(_limited, resource.RLIMIT_FSIZE, kilobytes * 1024)
        yield f"files of {kilobytes} kB", partial(_under, runs, limit, {0, 2, 4})


def _limited(kind: int, value: int) -> None:
    resource.setrlimit(kind, (value, value))
    if kind == resource.RLIMIT_FSIZE:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def _under(runs: Runs, limit: Callable[[], None], statuses: set[int]) -> str:
    folder = runs.folder()
    process = runs.start(*runs.command(folder), limit=limit)
    fault = told(process, folder, statuses)
    return fault or (runs.expected(folder) if process.returncode == 0 else "")


def disks(work: Path) -> Iterator[Fault]:
    """Yield runs on disks that are full, read-only or vanish; small ones need root."""
    runs = Runs(work)
    for kilobytes in (60, 120, 200, 300, 500, 800, 1200, 2000, 4000):
        yield f"disk of {kilobytes} kB", partial(_on_small_disk, runs, kilobytes)
    yield "read-only disk", partial(_on_small_disk, runs, 4000, "ro")
    for number in range(6):
        rng = random.Random(f"removed {number}")
        yield f"folder removed {number}", partial(_removed, runs, rng)


def _on_small_disk(runs: Runs, kilobytes: int, mode: str = "rw") -> str:
    folder = runs.folder()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,{mode}", "none", str(folder)]
    if subprocess.run(mount, capture_output=True).returncode:
        raise PermissionError("needs root, who may mount a small disk")
    try:
        process = runs.start(*runs.command(folder))
        fault = told(process, folder, {0, 2, 4})
        return fault or (runs.expected(folder) if process.returncode == 0 else "")
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _removed(runs: Runs, rng: random.Random) -> str:
    folder = runs.folder()
    process = runs.start(*runs.command(folder))
    _until_begun(folder)
    runs.wait(process, rng.uniform(0.5, 1.0))
    for partial_folder in folder.glob("*.partial"):
        shutil.rmtree(partial_folder, ignore_errors=True)
    return told(process, folder, {0, 2, 4}, kept=99) or unfinished(folder)


def files(work: Path) -> Iterator[Fault]:
    """Yield runs whose input changes meanwhile, whose output is locked or held by another."""
    runs = Runs(work)
    for number in range(9):
        how = ("replaced", "written", "removed")[number % 3]
        rng = random.Random(f"changed {number}")
        yield f"input {how} {number}", partial(_changed, Runs(work / "own"), rng, how)
    for name in ("m.tif", "m.qml", "m.json", "m.tif.aux.xml", "p.gpkg", "c.tif", "r.html"):
        yield f"{name} locked", partial(_locked, runs, name)
    yield "two runs to one output", partial(_twice, runs)


def _changed(runs: Runs, rng: random.Random, how: str) -> str:
    folder = runs.folder()
    content = runs.raster.read_bytes()
    process = runs.start(*runs.command(folder))
    _until_begun(folder)
    runs.wait(process, rng.uniform(0.5, 1.0))
    if how == "replaced":
        other = write_raster(runs.work / "other.tif", compress="lzw")
        other.rename(runs.raster)
    elif how == "written":
        with runs.raster.open("r+b") as stream:
            stream.seek(len(content) // 2)
            stream.write(bytes(5000))
    else:
        runs.raster.unlink()
    fault = told(process, folder, {0, 2, 4})
    runs.raster.write_bytes(content)
    if not fault and process.returncode == 0:
        # It had read all before.
        return runs.expected(folder)
    return fault


def _locked(runs: Runs, name: str) -> str:
    folder = runs.folder()
    if fault := told(runs.start(*runs.command(folder)), folder, {0}):
        return fault
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    if subprocess.run(["chattr", "+i", str(folder / name)], capture_output=True).returncode:
        raise PermissionError("needs root, and a file system that can lock files")
    try:
        process = runs.start(*runs.command(folder, "--majority=3"))
        fault = told(process, folder, {2, 4}, kept=99)
    finally:
        subprocess.run(["chattr", "-i", str(folder / name)], check=True)
    changed = [file for file, content in before.items() if (folder / file).read_bytes() != content]
    return fault or unfinished(folder) or (f"changed: {', '.join(changed)}" if changed else "")


def _twice(runs: Runs) -> str:
    folder = runs.folder()
    first = runs.start(*runs.command(folder))
    _until_begun(folder)
    second = runs.start(*runs.command(folder))
    fault = told(second, folder, {2}, kept=99)
    return fault or told(first, folder, {0}) or runs.expected(folder)


def lines(work: Path) -> Iterator[Fault]:
    """Yield lines that are no messages, to the reader alone and to live workers."""
    from crossearth_engine.shared import protocol

    rng = random.Random("lines")
    good = [b'{"type": "hello", "protocol_version": [1, 0]}', b'{"type": "shutdown"}',
            b'{"type": "run", "job_id": "a", "command": "look", "arguments": {"input": "x"}}',
            b'{"type": "cancel", "job_id": "a"}']  # fmt: skip
    from _campaign_files import mutated

    for number in range(40_000):
        yield f"line {number}", partial(_decoded, protocol, mutated(rng.choice(good), rng))
    for number in range(30):
        sent = [mutated(rng.choice(good), rng) if rng.random() < 0.3 else rng.choice(good[2:])
                for _ in range(100)]  # fmt: skip
        yield f"worker {number}", partial(_spoken_to, work, sent)


def _decoded(protocol: object, line: bytes) -> str:
    error_class: type[Exception] = protocol.ProtocolError
    try:
        protocol.decode(line)
    except error_class:
        return ""
    except Exception as error:
        return f"{type(error).__name__} of {line[:200]!r}"
    return ""


def _spoken_to(work: Path, sent: list[bytes]) -> str:
    process = subprocess.Popen(
        [sys.executable, "-m", "crossearth_engine", "worker"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=environment(work / "home"),
    )  # fmt: skip
    try:
        replies, _ = process.communicate(b"\n".join(sent) + b"\n", timeout=ENDS_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return "it did not end with its parent"
    if process.returncode not in (0, 1):
        return f"status {process.returncode}"
    bad = [line for line in replies.splitlines() if not re.fullmatch(rb"\{.*\}", line)]
    return f"replied {bad[0][:100]!r}" if bad else ""


def root() -> bool:
    """Whether small disks can be made and files locked."""
    return os.geteuid() == 0
