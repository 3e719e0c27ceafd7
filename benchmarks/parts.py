"""What a raster costs in parts beside one process: CPU time, and whether the map is the same.

Segments a made raster in one process, and in N, one after the other, which `crossearth assemble`
joins; each is a process of its own, measured from start to end with the bundled model. Says the
share that is computed twice where parts meet, and what is left without it; compares the bytes of
all rasters.

    python benchmarks/parts.py [--size 8192] [--parts 8] [--write docs/benchmarks.md]
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from segment import instructions, make_raster, replace_section

from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.digests import file_digest

TITLE = "## One raster in parts"
# What may go to parts and their join besides what they compute twice.
BUDGET = 1.05


@dataclass(frozen=True)
class Spent:
    """What a process took, seconds of CPU time, and the summary that it printed."""

    cpu_s: float
    result: dict[str, Any]


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=8192)
    parser.add_argument("--parts", type=int, default=8)
    parser.add_argument("--write", type=Path, help="write the section into this file")
    parser.add_argument("--folder", type=Path, help="where files are made  [default: temporary]")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        make_raster(folder / "raster.tif", arguments.size)
        # Each reads the raster from memory, and neither is the first to load the libraries.
        crossearth("look", "raster.tif", at=folder)
        numbers = range(1, arguments.parts + 1)
        half = arguments.parts // 2
        parts = [part(number, arguments.parts, folder) for number in numbers[:half]]
        whole = segment("whole", folder)
        parts += [part(number, arguments.parts, folder) for number in numbers[half:]]
        joined = crossearth("assemble", "parts.tif", at=folder)
        page = as_page(arguments, whole, parts, joined, is_same=are_same(folder))
    print(page)
    if arguments.write:
        replace_section(arguments.write, page)


def part(number: int, count: int, folder: Path) -> Spent:
    """Compute a part."""
    return segment("parts", folder, "--part", f"{number}/{count}")


def segment(stem: str, folder: Path, *options: str) -> Spent:
    """Make a map with confidence, or a part of one."""
    asked = ("raster.tif", f"{stem}.tif", "--confidence", f"{stem}_confidence.tif")
    return crossearth("segment", *asked, *options, at=folder)


def crossearth(*arguments: str, at: Path) -> Spent:
    """Run a command of the engine in a folder."""
    command = [sys.executable, "-m", "crossearth_engine", *arguments, "--json"]
    process = subprocess.Popen(
        command, cwd=at, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise SystemExit(f"{shlex.join(command)} ended with status {process.returncode}")
    return Spent(usage.ru_utime + usage.ru_stime, json.loads(output.splitlines()[-1]))


def are_same(folder: Path) -> bool:
    """Whether all rasters have the same bytes."""
    pairs = [(folder / f"{stem}{end}" for stem in ("whole", "parts")) for end in ENDS]
    return all(file_digest(one) == file_digest(other) for one, other in pairs)


ENDS = (".tif", "_confidence.tif", ".tif.aux.xml", ".qml")


def as_page(
    arguments: argparse.Namespace,
    whole: Spent,
    parts: list[Spent],
    joined: Spent,
    *,
    is_same: bool,
) -> str:
    """Return the section."""
    halo = sum(item.result["halo_windows"] for item in parts) / whole.result["windows"]
    spent = (sum(item.cpu_s for item in parts) + joined.cpu_s) / whole.cpu_s
    same = "are the same to the byte" if is_same else "DIFFER"
    said = "met" if spent - halo <= BUDGET else "missed"
    return "\n".join(
        [
            TITLE,
            "",
            f"A made RGB raster of {arguments.size}² pixels, the bundled model, classes and",
            f"confidence; {arguments.parts} parts one after the other, and one process between",
            "them. Whole processes from start to end, once each.",
            f"{cpu_name()}, {usable_cores()} cores ({', '.join(instructions())}).",
            f"Repeat with `python3 dev.py bench parts --size {arguments.size} "
            f"--parts {arguments.parts} --write docs/benchmarks.md`.",
            "",
            "| CPU time, shares of that of one process | |",
            "|---|---|",
            f"| all parts | {sum(item.cpu_s for item in parts) / whole.cpu_s:.3f} |",
            f"| `assemble` | {joined.cpu_s / whole.cpu_s:.3f} |",
            f"| together | {spent:.3f} |",
            f"| windows that are computed twice, where parts meet | {halo:.3f} |",
            f"| without these; the budget is {BUDGET} | {spent - halo:.3f}, {said} |",
            "",
            f"The {len(ENDS)} files of both {same}.",
            "",
        ]
    )


if __name__ == "__main__":
    main()
