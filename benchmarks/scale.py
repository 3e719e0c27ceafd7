"""How long a city, a country and a continent take on a cluster: a simulation, of measured figures.

Parts and tasks are cut as the engine cuts them (`cluster.in_parts`, `cluster.batch`) and handed out
in that order to workers that are not all equally quick, and of which some are lost. What a window,
a join and a message take is measured here, or named in docs/benchmarks*.md. No graphics card was
measured: of one it is said what so many windows a second would give.

    python benchmarks/scale.py --rounds ROUNDS [--write docs/scale.md]

ROUNDS is what `benchmarks/cluster.py --keep ROUNDS` has measured on this computer: windows a
second, and the time that joining takes. Messages and the opening of rasters are measured here.
"""

from __future__ import annotations

import argparse
import heapq
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
from distributed import Client, get_worker
from segment import instructions, make_raster, replace_section

from crossearth_engine.cluster.batch import MOST_PIXELS
from crossearth_engine.cluster.in_parts import LEAST_ROWS, PARTS_OF_EACH
from crossearth_engine.cluster.workers import TELL_S
from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.inference.batch import _pixels
from crossearth_engine.inference.request import SegmentRequest

TITLE = "## What it takes"
# Edge of a window and of what of it is new, pixels; the bundled model takes larger ones, too.
WINDOW, PITCH = 512, 384
# CPU seconds of a window of CrossEarth-L in bf16 on a processor with a matrix unit, and in fp32:
# docs/benchmarks-crossearth.md.
CROSSEARTH_S, CROSSEARTH_FP32_S = 2.2, 7.2
# What a card is supposed to compute, windows a second: none was measured.
CARD_RATE = 50.0
# By how much workers differ, how often one is lost in an hour, and what that costs: ten seconds of
# work, and a minute until another one takes over.
SPREAD, LOSSES_AN_HOUR, LOST_S = 0.1, 0.01, 70.0
# Square kilometres at 50 cm; a country and a continent come as files of so many pixels.
AREAS = {"a city (900 km²)": 900, "a country (357,000 km²)": 357_000}
AREAS |= {"a continent (10,000,000 km²)": 10_000_000}
FILE_PIXELS, PIXELS_A_KM2 = 20_000**2, 4_000_000
WORKERS = (1, 10, 100, 1000)
# As many workers tell them: not all in one go.
EVENTS, EVENT_EVERY_S = 3_000, 0.003


@dataclass(frozen=True)
class Paces:
    """What was measured.

    Attributes:
        bundled_s: of a million pixels by the bundled model, on one core.
        join_s: of joining a million pixels of classes, on one core.
        event_s: of the scheduler, CPU time for a message of a worker to the client.
        open_s: of opening a raster to learn its size.
    """

    bundled_s: float
    join_s: float
    event_s: float
    open_s: float


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=Path, required=True, help="what cluster.py has kept")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", type=Path, help="write the section into this file")
    arguments = parser.parse_args()
    rounds = json.loads(arguments.rounds.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as name:
        paces = measured(rounds, Path(name))
    page = as_page(paces, arguments.seed)
    print(page)
    if arguments.write:
        replace_section(arguments.write, page)


def measured(rounds: list[dict], folder: Path) -> Paces:
    """Return the paces of this computer."""
    spread = [round_["spread"] for round_ in rounds]
    width, height = rounds[0]["size"]
    parts_s = statistics.median(run["parted_s"] - run["planned_s"] for run in spread)
    join_s = statistics.median(run["joined_s"] - run["parted_s"] for run in spread)
    millions = width * height / 1e6
    bundled_s = parts_s * usable_cores() / millions
    make_raster(folder / "raster.tif", 1024)
    request = SegmentRequest(str(folder / "raster.tif"), str(folder / "map.tif"))
    began = time.perf_counter()
    for _ in range(200):
        _pixels(request)
    open_s = (time.perf_counter() - began) / 200
    return Paces(bundled_s, join_s / millions, event_pace(folder), open_s)


def event_pace(folder: Path) -> float:
    """Return what a message of a worker takes of the scheduler's processor, seconds."""
    file = folder / "scheduler.json"
    always = ("--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0")
    given = {"scheduler": ("--port", "0"), "worker": ("--nthreads", "1", "--no-nanny")}
    processes = []
    try:
        for what, more in given.items():
            command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *always, *more]
            processes.append(
                subprocess.Popen(
                    [*command, "--scheduler-file", str(file)],
                    env={**os.environ},
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )
            while not file.exists():
                time.sleep(0.05)
        heard: list[object] = []
        with Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(1)
            client.subscribe_topic("scale", heard.append)
            scheduler = psutil.Process(processes[0].pid)
            before = sum(scheduler.cpu_times()[:2])
            client.submit(_tell, EVENTS).result()
            until = time.monotonic() + 60
            while len(heard) < EVENTS and time.monotonic() < until:
                time.sleep(0.05)
            return (sum(scheduler.cpu_times()[:2]) - before) / max(len(heard), 1)
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _tell(count: int) -> None:
    for number in range(count):
        get_worker().log_event("scale", {"task": "part 3/16", "at": ["windows", number, count]})
        time.sleep(EVENT_EVERY_S)


def durations(pixels: int, workers: int, million_s: float, paces: Paces) -> Iterator[list[float]]:
    """Yield for each raster how long its tasks take: parts side by side, and last the join."""
    files, rest = divmod(pixels, FILE_PIXELS)
    for size in [FILE_PIXELS] * files + [rest] * (rest > 0):
        rows = max(round(size**0.5 / PITCH), 1)
        if size <= MOST_PIXELS:
            yield [size / 1e6 * million_s]
            continue
        fair = min(workers, max(-(-2 * workers * size // pixels), 1))
        count = min(rows, max(fair, min(PARTS_OF_EACH * workers, rows // LEAST_ROWS)))
        halo = (count - 1) / rows
        part_s = size / 1e6 * (1 + halo) / count * million_s
        yield [*[part_s] * count, paces.join_s * size / 1e6]


def simulated(pixels: int, workers: int, million_s: float, paces: Paces, seed: int) -> float:
    """Return after how many seconds all is mapped."""
    rng = random.Random(seed)  # noqa: S311 - a simulation
    drawn = [max(rng.gauss(1, SPREAD), 0.3) for _ in range(workers)]
    speeds = [speed / statistics.mean(drawn) for speed in drawn]
    free = [(0.0, number) for number in range(workers)]
    end = 0.0

    def done_at(task_s: float, ready: float) -> float:
        at, number = heapq.heappop(free)
        took = task_s / speeds[number]
        if rng.random() < LOSSES_AN_HOUR * took / 3600:
            took += LOST_S
        ended = max(at, ready) + took
        heapq.heappush(free, (ended, number))
        return ended

    waiting: list[tuple[float, float]] = []
    for *parts, last in durations(pixels, workers, million_s, paces):
        # A join goes before the parts of what follows.
        while waiting and waiting[0][0] <= free[0][0]:
            ready, task_s = heapq.heappop(waiting)
            end = max(end, done_at(task_s, ready))
        ready = max([done_at(task_s, 0.0) for task_s in parts], default=0.0)
        heapq.heappush(waiting, (ready, last))
    while waiting:
        ready, task_s = heapq.heappop(waiting)
        end = max(end, done_at(task_s, ready))
    return end


def as_page(paces: Paces, seed: int) -> str:
    """Return the section."""
    window_millions = PITCH**2 / 1e6
    models = {
        "bundled model, a core each": paces.bundled_s,
        "CrossEarth-L, a core each, bf16": CROSSEARTH_S / window_millions,
        f"CrossEarth-L, a card each, {CARD_RATE:.0f} windows/s supposed": 1
        / CARD_RATE
        / window_millions,
    }
    head = " | ".join(f"{count:,}" for count in WORKERS)
    lines = []
    for area, km2 in AREAS.items():
        pixels = km2 * PIXELS_A_KM2
        for model, million_s in models.items():
            times = [simulated(pixels, count, million_s, paces, seed) for count in WORKERS]
            hours = f"{pixels / 1e6 * million_s / 3600:,.0f}"
            lines.append(f"| {area} | {model} | {hours} | {' | '.join(map(as_time, times))} |")
    mega, told, event_us = FILE_PIXELS / 1e6, 1 / TELL_S, paces.event_s * 1e6
    a_second = 1 / paces.event_s
    country = sorted(AREAS.values())[1] * PIXELS_A_KM2 / 1e6
    sides = " | ".join("---:" for _ in WORKERS)
    return "\n".join(
        [
            TITLE,
            "",
            f"At 50 cm, windows of {WINDOW} pixels every {PITCH}, in files of {mega:.0f} million",
            f"pixels each. Workers differ by {SPREAD:.0%} (standard deviation), one in a hundred",
            "is lost in an hour. Repeat with `python3 dev.py bench cluster --keep ROUNDS` and",
            "`python3 dev.py bench scale --rounds ROUNDS --write docs/scale.md`.",
            "",
            f"| | | hours of work | {head} workers |",
            f"| --- | --- | ---: | {sides} |",
            *lines,
            "",
            "What goes into it:",
            "",
            f"- a million pixels with the bundled model: {paces.bundled_s:.2f} s of a core; a",
            f"  window of CrossEarth-L {CROSSEARTH_S} s in bf16 on a processor with a matrix unit,",
            f"  {CROSSEARTH_FP32_S} s in fp32 ([figures](benchmarks-crossearth.md));",
            f"- a join: {paces.join_s:.3f} s for a million pixels of classes; of a country in one",
            f"  raster {as_time(paces.join_s * country)}, while all others wait;",
            f"- a message of a worker to the command: {event_us:.0f} µs of the scheduler's core. A",
            f"  worker at work tells {told:.0f} a second at most; the scheduler can pass on",
            f"  {a_second:,.0f} a second, those of {a_second / told:,.0f} workers;",
            f"- to open a raster on this disk, for its size: {paces.open_s * 1e3:.0f} ms; 100,000",
            f"  of them {as_time(paces.open_s * 1e5)}, before the first task.",
            "",
            f"Measured on {cpu_name()}, {usable_cores()} cores ({', '.join(instructions())}).",
            "",
        ]
    )


def as_time(seconds: float) -> str:
    """Return a time as people say it."""
    for unit, length in (("days", 86_400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * length:
            value = seconds / length
            return f"{value:,.{0 if value >= 10 else 1}f} {unit}"
    return f"{seconds:.0f} s"


if __name__ == "__main__":
    main()
