"""Whether runs that share a list of rasters make what one run makes, though one of them is killed.

Small rasters, some damaged or empty, are mapped by one run, by two and by four that share them; of
those one is killed (SIGKILL) midway. Maps are compared pixel by pixel, reports, collections and
mosaics but for the day, and what became of each raster; which run has begun which raster is read
from their logs. With --apart the runs do not see each other's processes, as on other computers: who
is killed is then taken for dead when nothing was heard of it for a minute.

    python benchmarks/sharing.py [--rasters 200] [--apart] [--write docs/benchmarks.md]
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from growth import BANDS, CLASSES, make_network
from segment import profile, replace_section

from crossearth_engine.devices.processor import cpu_name, usable_cores

TITLE = "## A list shared by several runs"
EDGE = 256
# Every so many rasters one that is no raster, and one without data.
DAMAGED_EVERY, EMPTY_EVERY = 50, 40
OF_ALL = {"--report": "report.html", "--collection": "collection.json", "--mosaic": "all.vrt"}


@dataclass
class Run:
    """A run of the list: its process, the rasters that it has begun, its result if it ended."""

    process: subprocess.Popen[str]
    begun: list[str] = field(default_factory=list)
    result: dict[str, Any] | None = None
    cpu_s: float = 0.0


@dataclass(frozen=True)
class Row:
    """What came of one run, or of several with one that was killed."""

    title: str
    wall_s: float
    cpu_s: float
    begun: int
    twice: int
    difference: str


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rasters", type=int, default=200)
    parser.add_argument("--apart", action="store_true", help="each sees its own processes only")
    parser.add_argument("--write", type=Path, help="write the section into this file")
    parser.add_argument("--folder", type=Path, help="where files are made  [default: temporary]")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        make_rasters(folder, arguments.rasters)
        rows = [measure(folder, count, arguments) for count in (1, 2, 4)]
    page = as_page(arguments, rows)
    print(page)
    if arguments.write:
        replace_section(arguments.write, page)
    if any(row.difference for row in rows):
        raise SystemExit("The runs that shared the list made something else than one run.")


def make_rasters(folder: Path, count: int) -> None:
    """Write rasters of coarse colours, side by side, a list of them, and a network."""
    make_network(folder / "network.onnx", BANDS, CLASSES)
    (folder / "rasters").mkdir()
    rng = np.random.default_rng(0)
    paths = [folder / "rasters" / f"{index:04}.tif" for index in range(count)]
    for index, path in enumerate(paths):
        if index % DAMAGED_EVERY == DAMAGED_EVERY - 1:
            path.write_bytes(b"no raster")
            continue
        data = rng.integers(30, 220, (3, EDGE // 8, EDGE // 8)).repeat(8, 1).repeat(8, 2)
        if index % EMPTY_EVERY == EMPTY_EVERY - 1:
            data[:] = 0
        shape = {**profile(EDGE), "nodata": 0}
        row, column = divmod(index, 20)
        left, top = 500_000 + column * EDGE / 2, 4_000_000 - row * EDGE / 2
        shape["transform"] = rasterio.transform.from_origin(left, top, 0.5, 0.5)
        with rasterio.open(path, "w", **shape) as dataset:
            dataset.write(data.astype(np.uint8))
    (folder / "list.txt").write_text("\n".join(map(str, paths)) + "\n", encoding="utf-8")


def measure(folder: Path, count: int, arguments: argparse.Namespace) -> Row:
    """Map the list by so many runs, of which one is killed, and compare with one run."""
    home = folder / f"maps-{count}"
    home.mkdir()
    began = time.perf_counter()
    runs = [start(folder, home, is_apart=arguments.apart and count > 1) for _ in range(count)]
    readers = [threading.Thread(target=listen, args=(run,)) for run in runs]
    for reader in readers:
        reader.start()
    if count > 1:
        victim = runs[-1]
        while len(victim.begun) < arguments.rasters // (2 * count):
            time.sleep(0.005)
        kill(victim)
    for reader in readers:
        reader.join()
    wall_s = time.perf_counter() - began
    alive = runs[:-1] if count > 1 else runs
    if any(run.result is None for run in alive):
        raise SystemExit("A run that was not killed has told no result.")
    begun = Counter(path for run in runs for path in run.begun)
    differences = [
        found
        for run in alive
        if (found := difference(folder / "maps-1", home, run.result, folder / "first.json"))
    ]
    return Row(
        "one run" if count == 1 else f"{count} runs, one killed",
        wall_s,
        sum(run.cpu_s for run in runs),
        sum(begun.values()),
        sum(times - 1 for times in begun.values()),
        "; ".join(dict.fromkeys(differences)),
    )


def start(folder: Path, home: Path, *, is_apart: bool) -> Run:
    """Start a run of the list."""
    apart = ["unshare", "--pid", "--fork", "--kill-child"] if is_apart else []
    command = [
        *(*apart, sys.executable, "-m", "crossearth_engine", "batch"),
        *("--list", str(folder / "list.txt"), "--out-dir", str(home), "--share"),
        *("--model", str(folder / "network.onnx"), "--precision", "fp32", "--threads", "1"),
        *(part for flag, name in OF_ALL.items() for part in (flag, str(home / name))),
        "--json",
    ]
    return Run(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))


def listen(run: Run) -> None:
    """Note which rasters a run begins, until it ends, and what it told."""
    told: list[str] = []
    reader = threading.Thread(target=lambda: told.append(run.process.stdout.read()))
    reader.start()
    for line in run.process.stderr:
        if found := re.search(r"Raster \d+ of \d+: (.+)", line):
            run.begun.append(found[1].strip())
    reader.join()
    _, _, usage = os.wait4(run.process.pid, 0)
    run.cpu_s = usage.ru_utime + usage.ru_stime
    if told[0].strip():
        run.result = json.loads(told[0].splitlines()[-1])


def kill(run: Run) -> None:
    """End a run as a power cut would; behind unshare it is its child that computes."""
    run.process.kill()


def difference(one: Path, other: Path, result: dict[str, Any] | None, first: Path) -> str:
    """Return in what the work of several runs differs from that of one; nothing if it does not."""
    said = json.dumps(told(result or {}), sort_keys=True).replace(str(other), "")
    if one == other:
        first.write_text(said, encoding="utf-8")
        return ""
    if said != first.read_text(encoding="utf-8"):
        return "what became of the rasters"
    for path in sorted(one.glob("*.tif")):
        with rasterio.open(path) as mine, rasterio.open(other / path.name) as theirs:
            if not np.array_equal(mine.read(), theirs.read()):
                return path.name
    if len(list(one.glob("*.tif*"))) != len(list(other.glob("*.tif*"))):
        return "files"
    for name in OF_ALL.values():
        if page(one / name) != page(other / name):
            return name
    left = [*other.glob("*.partial"), *(other / ".crossearth-batch").glob("*.claim")]
    return f"{left[0].name} is left" if left else ""


def told(result: dict[str, Any]) -> Any:
    """Return what became of each raster, without what differs from run to run."""
    kept = ("input", "output", "status", "error", "classes")
    return [
        [{name: row.get(name) for name in kept} for row in result["rasters"]],
        [result[name] for name in ("done", "skipped", "doubtful", "failed", "classes")],
    ]


def page(path: Path) -> str:
    """Return a page without its folder, its time and the day of the maps."""
    text = path.read_text(encoding="utf-8").replace(str(path.parent), "")
    text = text.replace(path.parent.name, "")
    return re.sub(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\dZ| UTC)", "", text)


def as_page(arguments: argparse.Namespace, rows: list[Row]) -> str:
    """Return the section."""
    where = "as on other computers" if arguments.apart else "on one computer"
    lines = [
        TITLE + (", each for itself" if arguments.apart else ""),
        "",
        f"{arguments.rasters} rasters of {EDGE}² pixels, every {DAMAGED_EVERY}th damaged and every",
        f"{EMPTY_EVERY}th empty, with `crossearth batch --share` and a network of one convolution,",
        f"seed 0; {where}. Of two runs and of four one is killed (SIGKILL) midway. Compared with",
        "one run: pixels of all maps, report, collection, mosaic, and what became of each raster.",
        f"{cpu_name()}, {usable_cores()} cores, each run with one thread.",
        f"Repeat with `python3 dev.py bench sharing --rasters {arguments.rasters}"
        f"{' --apart' if arguments.apart else ''} --write docs/benchmarks.md`.",
        "",
        "| | wall time, s | CPU time of all, s | rasters begun | begun twice | the same |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        same = "–" if row is rows[0] else row.difference or "yes"
        # Of who is killed behind unshare the system tells nothing.
        cpu = "–" if arguments.apart and row is not rows[0] else f"{row.cpu_s:.1f}"
        cells = (row.title, f"{row.wall_s:.1f}", cpu, row.begun, row.twice, same)
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
