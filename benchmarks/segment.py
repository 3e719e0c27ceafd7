"""How long a segmentation run takes beside a plain loop, and whether its memory is flat.

Segments made rasters of growing size and, in turn with each, runs a plain loop on the same network
(`plain_segment.py`): the bundled model, and a U-Net (`unet.py`) on the smallest raster. Both are
processes of their own, timed from start to end. Prints ratios and the peak memory of the process
tree: medians over the rounds. Times are not given, because they say more of the machine.

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
import onnx
import onnxruntime
import psutil
import rasterio
from rasterio.transform import from_origin
from rasterio.windows import Window
from unet import make_unet

from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared.model_places import DEFAULT_ID

BLOCK = 512
HERE = Path(__file__).parent
TITLE = "## Segmentation beyond the network"
INSTRUCTIONS = ("avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16", "amx_int8")


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


@dataclass
class Round:
    """A run and, unless it was only measured itself, a plain loop."""

    ours: Spent
    loop: Spent | None

    @property
    def ratios(self) -> list[float]:
        """Return the wall and CPU time to the loop's, and wall to network in either."""
        own = self.ours.result["wall_s"] / self.ours.result["inference_s"]
        if self.loop is None:
            return [own]
        of_loop = self.loop.result["wall_s"] / self.loop.result["inference_s"]
        wall, cpu = self.ours.wall_s / self.loop.wall_s, self.ours.cpu_s / self.loop.cpu_s
        return [own, wall, cpu, of_loop]


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[4096, 8192])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory-sizes", type=int, nargs="*", default=[], help="once, ours only")
    parser.add_argument("--sparse", type=int, help="edge of a raster that is empty but for islands")
    parser.add_argument("--model", default=DEFAULT_ID)
    parser.add_argument(
        "--unet-sizes", type=int, nargs="*", help="[default: the smallest of the sizes]"
    )
    parser.add_argument("--write", type=Path, help="write the tables into this file")
    parser.add_argument("--folder", type=Path, help="where rasters are made  [default: temporary]")
    arguments = parser.parse_args()
    if arguments.unet_sizes is None:
        arguments.unet_sizes = [min(arguments.sizes)]

    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        unet = str(folder / "unet.onnx")
        onnx.save(make_unet(), unet)
        rows, threads = [], []
        smallest: dict[str, float] = {}
        for size in sorted({*arguments.sizes, *arguments.unet_sizes, *arguments.memory_sizes}):
            make_raster(folder / "raster.tif", size)
            models = {
                arguments.model: size in {*arguments.sizes, *arguments.memory_sizes},
                unet: size in arguments.unet_sizes,
            }
            for model in (model for model, is_asked in models.items() if is_asked):
                title = "U-Net" if model == unet else f"`{model}`"
                is_compared = model == unet or size in arguments.sizes
                count = arguments.rounds if is_compared else 1
                rounds = measure(folder, model, count, is_compared=is_compared)
                peak = statistics.median(item.ours.peak_mb for item in rounds)
                if title not in smallest:
                    smallest[title] = peak
                    threads.append(as_threads(f"{title}, {size}²", time_spent(folder, model)))
                rows.append(as_row(f"{title} | {size}²", rounds, peak / smallest[title]))
                print(rows[-1], flush=True)
        page = as_page(rows, threads, arguments)
        if arguments.sparse:
            make_sparse_raster(folder / "raster.tif", arguments.sparse)
            spent = segment(folder, arguments.model)
            page += as_sentence(arguments.sparse, spent, smallest.get(f"`{arguments.model}`"))
    print(page)
    if arguments.write:
        replace_section(arguments.write, page)


def measure(folder: Path, model: str, rounds: int, *, is_compared: bool) -> list[Round]:
    """Return what a run of a model takes and, each time in another order, the plain loop."""
    found = []
    for index in range(rounds):
        loop = run_plainly(folder, model) if is_compared and index % 2 else None
        ours = segment(folder, model)
        if is_compared and loop is None:
            loop = run_plainly(folder, model)
        found.append(Round(ours, loop))
        ratios = ", ".join(f"{ratio:.3f}" for ratio in found[-1].ratios)
        print(f"{ratios}, {ours.peak_mb:.0f} MB", file=sys.stderr, flush=True)
    return found


def segment(folder: Path, model: str) -> Spent:
    """Segment the raster, with confidence, in a process of its own."""
    return run([sys.executable, "-m", "crossearth_engine", *asked(folder, model)])


def time_spent(folder: Path, model: str) -> dict[str, dict[str, float]]:
    """Return which share of the time of such a run each stage takes, and each thread computes."""
    found: dict[str, dict[str, float]] = run(
        [sys.executable, str(HERE / "_threads.py"), *asked(folder, model)]
    ).result
    return found


def asked(folder: Path, name: str) -> list[str]:
    """Return the command that makes a map with confidence, in the windows of the plain loop."""
    model = find_model(name)
    return [
        *("segment", "--json", "--model", name),
        *("--window", str(model.window_size), "--overlap", str(model.overlap)),
        *("--confidence", str(folder / "confidence.tif")),
        *(str(folder / "raster.tif"), str(folder / "map.tif")),
    ]


def run_plainly(folder: Path, name: str) -> Spent:
    """Run the plain loop on the same network, with the same windows."""
    model = find_model(name)
    mean, std = (",".join(map(str, values)) for values in (model.mean, model.std))
    return run(
        [
            *(sys.executable, str(HERE / "plain_segment.py")),
            *(str(folder / "raster.tif"), str(folder / "plain.tif"), str(model.weights)),
            *("--window", str(model.window_size), "--overlap", str(model.overlap)),
            *(f"--mean={mean}", f"--std={std}"),
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


def as_row(title: str, rounds: list[Round], to_smallest: float) -> str:
    """Return the row of a raster."""
    columns = list(zip(*(item.ratios for item in rounds), strict=True))
    cells = [f"{statistics.median(x):.3f} ({min(x):.3f} to {max(x):.3f})" for x in columns]
    own, *compared = [*cells, *["–"] * (4 - len(cells))]
    peak = statistics.median(item.ours.peak_mb for item in rounds)
    cells = [title, *compared[:2], own, compared[2], f"{peak:.0f}", f"{to_smallest:.2f}"]
    return f"| {' | '.join(cells)} |"


def as_threads(title: str, shares: dict[str, dict[str, float]]) -> str:
    """Return the rows of what a run, and what its threads do."""
    stages, threads = (
        ", ".join(f"{task} {100 * share:.0f} %" for task, share in shares[of].items())
        for of in ("stages", "threads")
    )
    return f"- {title}: {stages}. Threads: {threads}"


def as_page(rows: list[str], threads: list[str], arguments: argparse.Namespace) -> str:
    """Return the section with the table."""
    return "\n".join(
        [
            TITLE,
            "",
            f"Made RGB rasters, model `{arguments.model}` and, as people bring them along, a U-Net",
            "of a million parameters (`benchmarks/unet.py`). We write classes and confidence with",
            "overviews, the plain loop (`benchmarks/plain_segment.py`: onnxruntime as it comes and",
            "rasterio, nothing of ours) classes only. Whole processes, in turn, on all cores.",
            f"Median (range) of {arguments.rounds} rounds on {cpu_name()},",
            f"{usable_cores()} cores ({', '.join(instructions())}), onnxruntime",
            f"{onnxruntime.__version__}.",
            f"Repeat with `python3 dev.py bench segment {shlex.join(sys.argv[1:])}`.",
            "",
            "| network | raster | wall time / plain loop | CPU time / plain loop "
            "| wall time / network | the loop's own | peak memory, MB | to the smallest |",
            "|---|---|---|---|---|---|---|---|",
            *rows,
            "",
            "What was not compared was mapped once. The budgets are 0.90 for the wall time and",
            "1.05 for the CPU time beside the plain loop, 1.05 for the wall time beside the",
            "network's, and 1.10 for memory. The network's time is the mean over the threads that",
            "compute windows side by side, one each: a thread without a window counts against us.",
            "It is longer than it would be alone: reading and writing share the cores with it.",
            "",
            "How much of the time each stage takes, and each thread computes: the raster is looked",
            "at while the network is loaded and asked for the first time; windows are read, joined",
            "and written beside the network. Python's start, and threads that GDAL has to itself,",
            "are not in it:",
            "",
            *threads,
            "",
        ]
    )


def instructions() -> list[str]:
    """Return those instruction sets of the processor that networks are computed with."""
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="utf-8").split()
    except OSError:
        return ["instruction sets unknown"]
    return [name for name in INSTRUCTIONS if name in flags]


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
    """Put a section in the place of the one of its title; at the end where there is none."""
    text, title = path.read_text(encoding="utf-8"), page.partition("\n")[0]
    pattern = f"^{re.escape(title)}$.*?(?=\n## |\\Z)"
    fresh, count = re.subn(pattern, lambda _: page, text, flags=re.DOTALL | re.MULTILINE)
    path.write_text(fresh if count else f"{text}\n{page}", encoding="utf-8")


if __name__ == "__main__":
    main()
