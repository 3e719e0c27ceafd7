"""How much a segmentation run costs beyond the network itself, and whether its memory is flat.

Segments made rasters of growing size with the bundled model, in turn, and prints for each the
ratio of wall time to time inside the network and the peak memory of the process tree. Ratios and
peaks are medians over the rounds; times are not given, because they say more of the machine.

    python benchmarks/segment.py [--sizes 4096 8192] [--rounds 3] [--write docs/benchmarks.md]
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import numpy as np
import onnxruntime
import psutil
import rasterio
from rasterio.transform import from_origin

from crossearth_engine.device import cpu_name, usable_cores
from crossearth_engine.models.catalog import DEFAULT_ID

BLOCK = 512


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[4096, 8192])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--model", default=DEFAULT_ID)
    parser.add_argument("--write", type=Path, help="write the table into this file")
    arguments = parser.parse_args()

    ratios: dict[int, list[float]] = {size: [] for size in arguments.sizes}
    peaks: dict[int, list[float]] = {size: [] for size in arguments.sizes}
    with tempfile.TemporaryDirectory() as folder:
        for size in arguments.sizes:
            make_raster(Path(folder) / f"{size}.tif", size)
        for _ in range(arguments.rounds):
            for size in arguments.sizes:
                result, peak_mb = run(Path(folder), size, arguments.model)
                ratios[size].append(result["wall_s"] / result["inference_s"])
                peaks[size].append(peak_mb)
                print(f"{size}: wall / inference {ratios[size][-1]:.3f}, peak {peak_mb:.0f} MB")
    table = as_table(ratios, peaks, arguments.model)
    print(table)
    if arguments.write:
        arguments.write.write_text(table, encoding="utf-8")


def make_raster(path: Path, size: int) -> None:
    """Write a tiled, deflated RGB raster of smooth colour fields with noise."""
    rng = np.random.default_rng(0)
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=size,
        height=size,
        count=3,
        dtype="uint8",
        crs="EPSG:32636",
        transform=from_origin(500_000, 4_000_000, 0.5, 0.5),
        tiled=True,
        blockxsize=BLOCK,
        blockysize=BLOCK,
        compress="deflate",
    ) as dataset:
        for _, window in dataset.block_windows(1):
            coarse = rng.integers(30, 220, (3, 8, 8)).repeat(64, axis=1).repeat(64, axis=2)
            noise = rng.integers(-12, 12, (3, BLOCK, BLOCK))
            block = np.clip(coarse + noise, 0, 255).astype(np.uint8)
            dataset.write(block[:, : window.height, : window.width], window=window)


def run(folder: Path, size: int, model: str) -> tuple[dict[str, float], float]:
    """Segment one raster in a process of its own; return its summary and peak memory, MB.

    Memory is the proportional set size of the process and its children, sampled ten times a
    second: shared libraries count once, and file pages that nobody mapped do not count.
    """
    command = [
        sys.executable, "-m", "crossearth_engine", "segment", "--json", "--model", model,
        "--confidence", str(folder / "confidence.tif"),
        str(folder / f"{size}.tif"), str(folder / "map.tif"),
    ]  # fmt: skip
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
    output, _ = process.communicate()
    ended.set()
    sampler.join()
    if process.returncode:
        raise SystemExit(f"segment ended with status {process.returncode}")
    return json.loads(output.splitlines()[-1]), peak / 1e6


def as_table(ratios: dict[int, list[float]], peaks: dict[int, list[float]], model: str) -> str:
    """Return the page with the table."""
    smallest = statistics.median(peaks[min(peaks)])
    rows = []
    for size, ratio in ratios.items():
        peak = statistics.median(peaks[size])
        rows.append(
            f"| {size}² | {statistics.median(ratio):.3f} ({min(ratio):.3f} to {max(ratio):.3f}) "
            f"| {peak:.0f} | {peak / smallest:.2f} |"
        )
    rounds = len(ratios[min(ratios)])
    return "\n".join(
        [
            "# Benchmarks",
            "",
            "## Segmentation beyond the network",
            "",
            f"Made RGB rasters, model `{model}`, class and confidence raster written. Median",
            f"(range) of {rounds} rounds on {cpu_name()}, {usable_cores()} cores, onnxruntime "
            f"{onnxruntime.__version__}.",
            "Repeat with `python3 dev.py bench segment`.",
            "",
            "| raster | wall time / time inside the network | peak memory, MB | to the smallest |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    main()
