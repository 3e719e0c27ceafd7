"""What groups without samples are worth on Landsat, how long they take, and in how much memory.

A scene of Landsat is divided into 12 groups without a look at its polygons. Then each group gets
the name of the class that most pixels of the polygons in one half of the scene have in it; those of
the other half are the test, as in `landsat.py`. Beside it what learns from the polygons of the
first half: quick adaptation of the bands, and a random forest.

Time and memory are those of the command, a process of its own, with the bundled network on NAIP
that is mirrored to larger sizes, its pixels taken for 1 m: the first answer, and one with another
number of groups.

    python benchmarks/groups.py SCENES [--seeds 5] [--sizes 2048 4096] [--write docs/groups.md]

Without a size after ``--sizes`` no time is measured: that needs a computer with nothing else to do.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import rasterio
from landsat import (
    BANDS,
    WIDTH,
    Half,
    adapted,
    figures,
    forest,
    quiet_job,
    read_halves,
    write_dates,
)
from numpy.typing import NDArray
from rasterio.transform import from_origin

from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.training.groups.kmeans import kmeans
from crossearth_engine.training.groups.request import KmeansRequest

LANDSAT = "landsat7_campeche_1999_int16.tif"
NAIP = "naip_north_dakota_2017.tif"
GROUPS, OTHER_GROUPS = 12, 20
HEADING = "## Measured"


def main() -> None:
    """Measure, print tables; with ``--write`` also put them into the page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("scenes", type=Path)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--sizes", type=int, nargs="*", default=[2048, 4096])
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["CROSSEARTH_HOME"] = str(folder / "home")
        accuracy = list(compare(arguments.scenes, folder, arguments.seeds))
        times = [measure(arguments.scenes / NAIP, size, folder) for size in arguments.sizes]
    text = as_section(accuracy, times, arguments.seeds)
    sys.stdout.write(text)
    if arguments.write:
        page = arguments.write.read_text(encoding="utf-8")
        pattern = rf"{re.escape(HEADING)}\n.*?(?=\n## |\Z)"
        if not re.search(pattern, page, re.DOTALL):
            raise SystemExit(f"{arguments.write} has no heading “{HEADING}”.")
        page = re.sub(pattern, lambda _: text.rstrip("\n") + "\n", page, flags=re.DOTALL)
        arguments.write.write_text(page, encoding="utf-8")


def compare(scenes: Path, folder: Path, seeds: int) -> Iterator[str]:
    """Yield a line of the table for each half and each way to make a map."""
    raster = next(iter(write_dates(scenes / LANDSAT, folder).values()))
    names, halves = read_halves(scenes, folder)
    maps = [grouped(raster, folder / f"groups-{seed}.tif", seed) for seed in range(seeds)]
    for half in halves:
        found = [figures(named(half, groups), half.test, len(names)) for groups in maps]
        right, iou = (statistics.mean(values) for values in zip(*found, strict=True))
        low, high = min(found)[0], max(found)[0]
        told = f"{right:.3f} ({low:.3f} to {high:.3f})"
        yield f"| {half.title} | {GROUPS} groups, then named | {told} | {iou:.3f} |"
        by_quick, _ = adapted(half, names, "bands", raster, folder)
        for title, made in (
            ("quick adaptation, `--model bands`", by_quick),
            ("random forest of the bands", forest(half, raster)),
        ):
            right, iou = figures(made(raster), half.test, len(names))
            yield f"| {half.title} | {title} | {right:.3f} | {iou:.3f} |"


def grouped(raster: Path, output: Path, seed: int) -> NDArray[np.uint8]:
    """Return the group of each pixel (H, W), without a look at any polygon."""
    asked = {"input": str(raster), "output": str(output), "model": "bands"}
    request = KmeansRequest.from_arguments({**asked, "groups": GROUPS, "seed": seed})
    kmeans(request, quiet_job())
    with rasterio.open(output) as dataset:
        found: NDArray[np.uint8] = dataset.read(1)
    return found


def named(half: Half, groups: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the class (H, W), from 1, that most drawn pixels of a group have; 0: none is drawn."""
    name_of = np.zeros(256, np.uint8)
    for group in range(GROUPS):
        drawn = half.drawn[(groups == group) & (half.drawn > 0)]
        if len(drawn):
            name_of[group] = np.bincount(drawn).argmax()
    return name_of[groups]


def measure(naip: Path, size: int, folder: Path) -> str:
    """Return a line of the table: time and memory of the first answer and of another one."""
    raster = folder / f"naip-{size}.tif"
    with rasterio.open(naip) as dataset:
        pixels = dataset.read([1, 2, 3])
    missing = [(0, 0), *((0, size - length) for length in pixels.shape[1:])]
    pixels = np.pad(pixels, missing, mode="symmetric")
    place = {"crs": "EPSG:26914", "transform": from_origin(500_000, 5_000_000, 1, 1)}
    kind = {"driver": "GTiff", "width": size, "height": size, "count": 3, "dtype": "uint8"}
    with rasterio.open(raster, "w", tiled=True, compress="deflate", **kind, **place) as dataset:
        dataset.write(pixels)
    home = folder / f"home-{size}"
    first, *others = (
        run(raster, folder / f"{size}-{groups}.tif", groups, home)
        for groups in (GROUPS, OTHER_GROUPS, GROUPS - 4)
    )
    wall = statistics.median(wall_s for wall_s, _ in others)
    memory = max(peak for _, peak in (first, *others))
    return f"| {size} × {size} | {first[0]:.1f} s | {wall:.1f} s | {memory:.0f} MB |"


def run(raster: Path, output: Path, groups: int, home: Path) -> tuple[float, float]:
    """Return what a command takes: seconds from start to end, and MB at its peak."""
    line = [sys.executable, "-m", "crossearth_engine", "kmeans", str(raster), str(output)]
    began = time.perf_counter()
    done = subprocess.run(
        [*line, "--groups", str(groups), "--json"],
        env={**os.environ, "CROSSEARTH_HOME": str(home)},
        stdout=subprocess.PIPE,
        check=True,
    )
    wall_s = time.perf_counter() - began
    return wall_s, float(json.loads(done.stdout.splitlines()[-1])["peak_rss_mb"])


def as_section(accuracy: list[str], times: list[str], seeds: int) -> str:
    """Return the part of the page, with the tables."""
    worth = (
        f"Landsat 7 (Campeche, 1999, surface reflectance of {len(BANDS)} bands, 250 × 250 pixels), "
        f"divided into {GROUPS} groups without a look at its 30 polygons. Then each group gets the "
        "name of the class that most pixels of the polygons in one half have in it, and those of "
        "the other half are the test: the share of their pixels that is right, and the mean IoU. "
        f"Of the groups it is the mean of {seeds} seeds, and the least and the most of them. The "
        "others learn from the polygons of the same half. Single polygons decide such figures."
    )
    told = (
        f"The command from start to end, with the bundled network on {cpu_name()}, "
        f"{usable_cores()} cores: NAIP mirrored to larger sizes, its pixels taken for 1 m."
    )
    repeat = "Repeat with `python3 dev.py bench groups SCENES --write docs/groups.md`."
    worth, told = (textwrap.fill(text, WIDTH, break_on_hyphens=False) for text in (worth, told))
    lines = [HEADING, "", worth, "", "| test | made with | right | mean IoU |"]
    lines += ["| --- | --- | --- | --- |", *accuracy, ""]
    if times:
        head = "| size | first answer | another number of groups | memory at most |"
        lines += [told, "", head, "| --- | --- | --- | --- |", *times, ""]
    return "\n".join([*lines, repeat, ""])


if __name__ == "__main__":
    main()
