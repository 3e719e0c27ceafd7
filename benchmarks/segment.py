"""How much a segmentation run costs beyond the network itself, and whether its memory is flat.

Segments made rasters of growing size with the bundled model and, in turn with each, runs the
network alone and a plain loop (`plain_segment.py`). Prints ratios and the peak memory of the
process tree: medians over the rounds. Times are not given, because they say more of the machine.

    python benchmarks/segment.py [--sizes 4096 8192] [--rounds 3] [--memory-sizes 16384]
        [--sparse 100000] [--write docs/benchmarks.md]
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import psutil
import rasterio
from rasterio.transform import from_origin
from rasterio.windows import Window

from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.shared.model_places import DEFAULT_ID

BLOCK = 512
PLAIN = Path(__file__).with_name("plain_segment.py")
TITLE = "## Segmentation beyond the network"


@dataclass
class Spent:
    """What a process took: seconds of wall and CPU time, MB at its peak, its last line."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    output: str

    @property
    def result(self) -> Any:
        """Return the summary that the command prints."""
        return json.loads(self.output.splitlines()[-1])


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[4096, 8192])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory-sizes", type=int, nargs="*", default=[], help="once, ours only")
    parser.add_argument("--sparse", type=int, help="edge of a raster that is empty but for islands")
    parser.add_argument("--model", default=DEFAULT_ID)
    parser.add_argument("--write", type=Path, help="write the tables into this file")
    parser.add_argument("--folder", type=Path, help="where rasters are made  [default: temporary]")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        rows = []
        smallest = None
        for size in [*arguments.sizes, *arguments.memory_sizes]:
            make_raster(folder / "raster.tif", size)
            is_compared = size in arguments.sizes
            rounds = [
                measure(folder, arguments.model, is_compared=is_compared)
                for _ in range(arguments.rounds if is_compared else 1)
            ]
            smallest = smallest or statistics.median(peak for *_, peak in rounds)
            rows.append(as_row(size, rounds, smallest))
            print(rows[-1], flush=True)
        page = as_page(rows, arguments)
        if arguments.sparse:
            make_sparse_raster(folder / "raster.tif", arguments.sparse)
            page += as_sentence(arguments.sparse, segment(folder, arguments.model), smallest)
    print(page)
    if arguments.write:
        replace_section(arguments.write, page)


def measure(folder: Path, model: str, *, is_compared: bool) -> tuple[float, ...]:
    """Return wall / inference of ours, what it takes beside the plain loop, and its peak in MB.

    Of CPU time beside the plain loop there are two figures. In the first each has its own run of
    the network, whose time differs more from run to run than the rest takes; in the second both
    have the time of the network alone, and what each takes with scores that are replayed.
    """
    ours = segment(folder, model)
    ratio = ours.result["wall_s"] / ours.result["inference_s"]
    if not is_compared:
        return (ratio, ours.peak_mb)
    files = [str(folder / "raster.tif"), str(folder / "plain.tif"), model]
    loop, floor, our_rest, rest = (
        run([sys.executable, str(PLAIN), what, *files])
        for what in ("loop", "floor", "ours-replayed", "loop-replayed")
    )
    compared = (
        ours.cpu_s / loop.cpu_s,
        (floor.cpu_s + our_rest.result) / (floor.cpu_s + rest.result),
        ours.wall_s / loop.wall_s,
    )
    print(
        f"wall / inference {ratio:.3f}, to the loop {compared}, {ours.peak_mb:.0f} MB", flush=True
    )
    return (ratio, *compared, ours.peak_mb)


def segment(folder: Path, model: str) -> Spent:
    """Segment the raster, with confidence, in a process of its own."""
    return run(
        [
            *(sys.executable, "-m", "crossearth_engine", "segment", "--json", "--model", model),
            *("--confidence", str(folder / "confidence.tif")),
            *(str(folder / "raster.tif"), str(folder / "map.tif")),
        ]
    )


def run(command: list[str]) -> Spent:
    """Run a command and measure it.

    Memory is the proportional set size of the process and its children, sampled ten times a
    second: shared libraries count once, and file pages that nobody mapped do not count.
    """
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    peak = 0
    ended = threading.Event()

    def sample() -> None:
        nonlocal peak
        parent = psutil.Process(process.pid)
        while not ended.wait(0.1):
            try:
                tree = [parent, *parent.children(recursive=True)]
                peak = max(peak, sum(part.memory_full_info().pss for part in tree))
            except psutil.Error:
                return

    sampler = threading.Thread(target=sample)
    sampler.start()
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall_s = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    sampler.join()
    if status:
        raise SystemExit(f"{command} ended with status {process.returncode}")
    return Spent(wall_s, usage.ru_utime + usage.ru_stime, peak / 1e6, output)


def make_raster(path: Path, size: int) -> None:
    """Write a tiled, deflated RGB raster of smooth colour fields with noise."""
    rng = np.random.default_rng(0)
    with rasterio.open(path, "w", **profile(size)) as dataset:
        for _, window in dataset.block_windows(1):
            coarse = rng.integers(30, 220, (3, 8, 8)).repeat(64, axis=1).repeat(64, axis=2)
            noise = rng.integers(-12, 12, (3, BLOCK, BLOCK))
            block = np.clip(coarse + noise, 0, 255).astype(np.uint8)
            dataset.write(block[:, : window.height, : window.width], window=window)


def make_sparse_raster(path: Path, size: int) -> None:
    """Write a raster that is empty but for six islands of 2,000 pixels."""
    rng = np.random.default_rng(0)
    with rasterio.open(path, "w", **profile(size), nodata=0, sparse_ok=True) as dataset:
        for _ in range(6):
            row, col = (int(offset) for offset in rng.integers(0, size - 2000, 2))
            island = rng.integers(1, 255, (3, 2000, 2000)).astype(np.uint8)
            dataset.write(island, window=Window(col, row, 2000, 2000))


def profile(size: int) -> dict[str, Any]:
    """Return how the rasters are stored."""
    return {
        "driver": "GTiff",
        "width": size,
        "height": size,
        "count": 3,
        "dtype": "uint8",
        "crs": "EPSG:32636",
        "transform": from_origin(500_000, 4_000_000, 0.5, 0.5),
        "tiled": True,
        "blockxsize": BLOCK,
        "blockysize": BLOCK,
        "compress": "deflate",
        "bigtiff": "IF_SAFER",
    }


def as_row(size: int, rounds: list[tuple[float, ...]], smallest_mb: float) -> str:
    """Return the row of a raster."""
    *ratios, peaks = (list(values) for values in zip(*rounds, strict=True))
    cells = [f"{statistics.median(x):.3f} ({min(x):.3f} to {max(x):.3f})" for x in ratios]
    cells += ["–"] * (4 - len(cells))
    peak = statistics.median(peaks)
    return f"| {size}² | {' | '.join(cells)} | {peak:.0f} | {peak / smallest_mb:.2f} |"


def as_page(rows: list[str], arguments: argparse.Namespace) -> str:
    """Return the section with the table."""
    return "\n".join(
        [
            TITLE,
            "",
            f"Made RGB rasters, model `{arguments.model}`; we write classes and confidence, the",
            "plain loop writes classes only. Median (range) of",
            f"{arguments.rounds} rounds on {cpu_name()}, {usable_cores()} cores, onnxruntime "
            f"{onnxruntime.__version__}.",
            f"Repeat with `python3 dev.py bench segment {shlex.join(sys.argv[1:])}`.",
            "",
            "| raster | wall time / time inside the network | CPU time / plain loop "
            "| the same, one network for both | wall time / plain loop | peak memory, MB "
            "| to the smallest |",
            "|---|---|---|---|---|---|---|",
            *rows,
            "",
            "What was not compared was mapped once. The budgets are 1.05 for the wall time, and",
            "for the CPU time beside the plain loop at 8192², and 1.10 for memory. In our run the",
            "network shares the cores with reading and writing and takes more CPU time than in",
            "the loop; in the column after that both have the time of the network alone, and what",
            "each takes around it with scores that are replayed.",
            "",
        ]
    )


def as_sentence(size: int, spent: Spent, smallest_mb: float | None) -> str:
    """Return what a sparse raster took."""
    result = spent.result
    computed = result["windows"] - result["skipped_windows"]
    compared = "" if smallest_mb is None else f", {spent.peak_mb / smallest_mb:.2f} of the smallest"
    return (
        f"\nA sparse raster of {size:,} × {size:,} pixels with six islands of 2,000 × 2,000: "
        f"{computed} of {result['windows']:,} windows\ncomputed, {spent.wall_s / 60:.1f} minutes "
        f"in all, peak memory {spent.peak_mb:.0f} MB{compared}.\n"
    )


def replace_section(path: Path, page: str) -> None:
    """Put the section in the place of the one that is there."""
    text = path.read_text(encoding="utf-8")
    pattern = re.escape(TITLE) + r".*?(?=\n## |\Z)"
    path.write_text(re.sub(pattern, lambda _: page, text, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
