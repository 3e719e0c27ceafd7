"""How long it takes until something happens: imports, the command line, a small map, first pixels.

Processes in turn, from start to end, each round in another order; beside them a plain loop
(`plain_segment.py`), which imports the same libraries. Of a worker, as QGIS has one, the time until
it answers, and until the first piece of a preview and of another one lies in its folder.

    python benchmarks/startup.py [--rounds 7] [--write docs/benchmarks-startup.md]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from segment import HERE, compile_modules, instructions, make_raster, run

from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared import protocol
from crossearth_engine.shared.model_places import DEFAULT_ID

SMALL, LARGE = 512, 4096
# Of what is looked at, pixels; and where, of the large raster.
LOOKED_AT = 512
LIBRARIES = "import numpy, rasterio, onnxruntime"
RUN_OF_ENGINE = "import crossearth_engine.inference.segment"


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--write", type=Path, help="write the page into this file")
    arguments = parser.parse_args()
    compile_modules()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["CROSSEARTH_HOME"] = str(folder / "home")
        make_raster(folder / "small.tif", SMALL)
        make_raster(folder / "large.tif", LARGE)
        asked = commands(folder)
        found: dict[str, list[tuple[float, float, float]]] = {title: [] for title in asked}
        waits: dict[str, list[float]] = {}
        for number in range(arguments.rounds + 1):
            for title in list(asked)[:: -1 if number % 2 else 1]:
                spent = run([sys.executable, *asked[title]])
                if number:  # the first time files are read from the disk
                    found[title].append((spent.wall_s, spent.cpu_s, spent.peak_mb))
            for title, wait_s in first_pixels(folder).items():
                if number:
                    waits.setdefault(title, []).append(wait_s)
    page = as_page(found, waits, arguments.rounds)
    print(page)
    if arguments.write:
        arguments.write.write_text(page, encoding="utf-8")


def commands(folder: Path) -> dict[str, list[str]]:
    """Return what Python is given, by what it does."""
    model = find_model(DEFAULT_ID)
    mean, std = (",".join(map(str, values)) for values in (model.mean, model.std))
    small, output = str(folder / "small.tif"), str(folder / "map.tif")
    return {
        "Python alone": ["-c", "pass"],
        "numpy, rasterio and onnxruntime are imported": ["-c", LIBRARIES],
        "what a run needs is imported": ["-c", RUN_OF_ENGINE],
        "`crossearth --help`": ["-m", "crossearth_engine", "--help"],
        f"plain loop, {SMALL}²": [
            *(str(HERE / "plain_segment.py"), small, output, str(model.weights)),
            *("--window", str(model.window_size), "--overlap", str(model.overlap)),
            *(f"--mean={mean}", f"--std={std}"),
        ],
        f"`crossearth segment`, {SMALL}², classes and confidence": [
            *("-m", "crossearth_engine", "segment", small, output, "--json"),
            *("--confidence", str(folder / "confidence.tif")),
        ],
    }


def first_pixels(folder: Path) -> dict[str, float]:
    """Return how long one waits for a new worker, and for first pixels, seconds."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "crossearth_engine", "worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    say(process, protocol.Hello(protocol.PROTOCOL_VERSION))
    hear(process, protocol.Welcome)
    found = {"a worker answers": time.perf_counter() - began}
    for title, place in (("first look", 0), ("another look", 1), ("a third look", 2)):
        pieces = folder / f"pieces-{process.pid}-{place}"
        pieces.mkdir()
        began = time.perf_counter()
        say(process, protocol.Run(title, "preview", looking(folder, pieces, place)))
        hear(process, protocol.Progress, at_least=1)
        if not any(pieces.glob("*.tif")):
            raise SystemExit(f"No piece of the {title} has come.")
        found[title] = time.perf_counter() - began
        hear(process, protocol.Done)
    say(process, protocol.Shutdown())
    process.wait()
    return found


def looking(folder: Path, pieces: Path, place: int) -> dict[str, Any]:
    """Return the arguments of a preview of one of the places of the large raster."""
    left, top = 500_000 + place * LOOKED_AT / 2, 4_000_000 - place * LOOKED_AT / 2
    extent = [left, top - LOOKED_AT / 2, left + LOOKED_AT / 2, top]
    raster = str(folder / "large.tif")
    return {"input": raster, "model": DEFAULT_ID, "folder": str(pieces), "extent": extent}


def say(process: subprocess.Popen[bytes], message: protocol.Message) -> None:
    """Send a message to a worker."""
    process.stdin.write(protocol.encode(message))
    process.stdin.flush()


def hear(process: subprocess.Popen[bytes], kind: type, at_least: int = 0) -> None:
    """Wait for a message of a kind; of progress for one that so much is done.

    Raises:
        SystemExit: if the worker fails, or ends.
    """
    for line in process.stdout:
        message = protocol.decode(line)
        if isinstance(message, protocol.Failed):
            raise SystemExit(message.message)
        if isinstance(message, kind) and getattr(message, "done", at_least) >= at_least:
            return
    raise SystemExit("The worker has ended.")


def told(values: list[float]) -> str:
    """Return median and range."""
    return f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


def as_page(
    found: dict[str, list[tuple[float, float, float]]], waits: dict[str, list[float]], rounds: int
) -> str:
    """Return the page."""
    rows = []
    for title, spent in found.items():
        walls, cpus, peaks = (list(values) for values in zip(*spent, strict=True))
        rows.append(f"| {title} | {told(walls)} | {told(cpus)} | {statistics.median(peaks):.0f} |")
    waiting = [f"| {title} | {told(values)} |" for title, values in waits.items()]
    return f"""# Until something happens

Whole processes in turn, each round in another order: median (range) of {rounds} rounds after a
first one, on {cpu_name()}, {usable_cores()} cores ({", ".join(instructions())}).
Model `{DEFAULT_ID}`. Python's modules were compiled and all files were in the system's memory.

| | wall, s | CPU, s | peak memory, MB |
|---|---|---|---|
{chr(10).join(rows)}

A worker as QGIS has one, from its start; then three looks at {LOOKED_AT}² pixels each of a raster
of {LARGE}², until the first piece of a live preview lies in its folder. The first one loads the
network and looks at the raster; it is kept for those that follow.

| | wall, s |
|---|---|
{chr(10).join(waiting)}

Repeat with `python3 dev.py bench startup --write docs/benchmarks-startup.md`. In QGIS, drawing
included, the same is measured by [`bench panel`](benchmarks-panel.md).
"""


if __name__ == "__main__":
    main()
