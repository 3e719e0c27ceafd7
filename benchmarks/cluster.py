"""What a cluster on one computer takes beside one process: time, CPU time, and where it goes.

A made raster is mapped with the bundled model by one process with two threads, and by two workers
of one thread each (`--cluster local:2`); rounds of both, one after the other. Says the throughput
of the one in shares of the other, what scheduler and client took of the processor, and of the time
before the first part and after the last.

    python benchmarks/cluster.py [--size 4096 16384] [--rounds 5] [--keep FILE]
        [--write docs/scale.md]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from segment import instructions, profile, replace_section

from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.digests import file_digest

TITLE = "## Two workers beside two threads"
CHILD = Path(__file__).with_name("_cluster_child.py")
CORES, GOAL = 2, 0.95
WAYS = {"alone": ("--threads", str(CORES)), "spread": ("--cluster", f"local:{CORES}")}

Spent = dict[str, Any]
"""Of a run its wall_s and cpu_s; of a cluster also what `_cluster_child.py` tells."""


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, nargs=2, default=(4096, 16384))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="rounds of earlier calls, which are added to")
    parser.add_argument("--write", type=Path, help="write the section into this file")
    parser.add_argument("--folder", type=Path, help="where files are made  [default: temporary]")
    arguments = parser.parse_args()
    rounds: list[dict[str, Any]] = []
    if arguments.keep and arguments.keep.exists():
        rounds = json.loads(arguments.keep.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        if arguments.rounds:
            make_raster(folder / "raster.tif", *arguments.size)
        for _ in range(arguments.rounds):
            # Neither is always the first.
            names = sorted(WAYS, reverse=len(rounds) % 2 == 1)
            round_: dict[str, Any] = {name: segment(name, folder) for name in names}
            maps = [folder / f"{name}_map.tif" for name in WAYS]
            round_["is_same"] = len({file_digest(path) for path in maps}) == 1
            round_["size"] = arguments.size
            rounds.append(round_)
            print({name: round(round_[name]["wall_s"], 1) for name in WAYS}, flush=True)
            if arguments.keep:
                arguments.keep.write_text(json.dumps(rounds), encoding="utf-8")
    page = as_page(rounds)
    print(page)
    if arguments.write:
        replace_section(arguments.write, page)


def make_raster(path: Path, width: int, height: int) -> None:
    """Write a raster like that of `segment`, which may be long."""
    rng = np.random.default_rng(0)
    with rasterio.open(path, "w", **{**profile(width), "height": height}) as dataset:
        for _, window in dataset.block_windows(1):
            coarse = rng.integers(30, 220, (3, 8, 8)).repeat(64, axis=1).repeat(64, axis=2)
            noise = rng.integers(-12, 12, coarse.shape)
            block = np.clip(coarse + noise, 0, 255).astype(np.uint8)
            dataset.write(block[:, : window.height, : window.width], window=window)


def segment(name: str, folder: Path) -> Spent:
    """Make the map in one way."""
    program = [str(CHILD)] if name == "spread" else ["-m", "crossearth_engine"]
    asked = ["segment", "raster.tif", f"{name}_map.tif", *WAYS[name], "--json"]
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *program, *asked],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall_s = time.perf_counter() - began
    if status:
        raise SystemExit(f"{name} ended with status {process.returncode}")
    told = json.loads(output.splitlines()[-1]) if name == "spread" else {}
    windows = json.loads(output.splitlines()[0 if name == "spread" else -1])["windows"]
    # With the engines, which are its children.
    cpu_s = usage.ru_utime + usage.ru_stime
    return {**told, "windows": windows, "wall_s": wall_s, "cpu_s": cpu_s}


def as_page(rounds: list[dict[str, Any]]) -> str:
    """Return the section."""

    def median(name: str, value: Any) -> float:
        return statistics.median(value(round_[name]) for round_ in rounds)

    (width, height), windows = rounds[0]["size"], rounds[0]["alone"]["windows"]
    ratios = [r["alone"]["wall_s"] / r["spread"]["wall_s"] for r in rounds]
    cpu = statistics.median(r["spread"]["cpu_s"] / r["alone"]["cpu_s"] for r in rounds)
    ratio = statistics.median(ratios)
    same = "same bytes" if all(r["is_same"] for r in rounds) else "DIFFERENT BYTES"
    rows = [
        (
            f"{windows / median(name, lambda s: s['wall_s']):.2f}",
            f"{median(name, lambda s: s['wall_s']):.1f}",
            f"{median(name, lambda s: s['cpu_s']):.1f}",
        )
        for name in WAYS
    ]
    own = median("spread", lambda s: s["own_cpu_s"] / s["cpu_s"])
    before = median("spread", lambda s: s["planned_s"] / s["wall_s"])
    parts = median("spread", lambda s: (s["parted_s"] - s["planned_s"]) / s["wall_s"])
    joining = median("spread", lambda s: (s["joined_s"] - s["parted_s"]) / s["wall_s"])
    said = "met" if ratio >= GOAL else "missed"
    return "\n".join(
        [
            TITLE,
            "",
            f"A made RGB raster of {width} × {height} pixels ({windows} windows) and the bundled",
            f"model: one process with {CORES} threads, and `--cluster local:{CORES}`, whole",
            f"commands from start to end; medians of {len(rounds)} rounds of both, in turn.",
            f"{cpu_name()}, {usable_cores()} cores ({', '.join(instructions())}).",
            f"Repeat with `python3 dev.py bench cluster --size {width} {height} --write "
            "docs/scale.md`.",
            "",
            "| | windows a second | time, s | CPU time, s |",
            "| --- | ---: | ---: | ---: |",
            f"| one process, {CORES} threads | {' | '.join(rows[0])} |",
            f"| {CORES} workers of one thread | {' | '.join(rows[1])} |",
            "",
            f"Throughput of the workers: **{ratio:.2f}** of that of the process (rounds:",
            f"{', '.join(f'{r:.2f}' for r in sorted(ratios))}; the goal of {GOAL} is {said});",
            f"CPU time: {cpu:.2f} of it. Scheduler and client, one process here, took {own:.1%} of",
            f"the CPU time, their start included. Of the time {before:.0%} went by before the plan",
            f"was there, {parts:.0%} with parts, {joining:.0%} with joining them.",
            f"All rounds: {same}.",
            "",
        ]
    )


if __name__ == "__main__":
    main()
