"""Random jobs of all kinds in one worker for a long time: what it takes must not grow."""

from __future__ import annotations

import json
import random
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from _campaign_files import (
    RASTERS,
    Case,
    _segment,
    _with_model,
    _write_bytes,
    mutated,
    network,
    write_raster,
)
from _campaign_worker import Worker, cpu_s, judge

from crossearth_engine.shared.model_places import DEFAULT_ID
from crossearth_engine.shared.products import PRODUCTS

MEASURES = 12
"""Rows of the table."""
WARM_UP = 1 / 6
"""Share of the time in which each kind of job comes up, and what is loaded once is loaded."""
MOST_GROWTH = 1.1
"""By which the memory of the last half may exceed that of the half before: allocators breathe."""

LOOKS_AT_REST = 6
"""In which a worker that is at rest has computed nothing."""

Taken = dict[str, int]
WORDS = {"memory": "memory in MB", "descriptors": "descriptors", "threads": "threads",
         "temporary": "temporary files"}  # fmt: skip


def soak(work: Path, minutes: float) -> tuple[str, list[str]]:
    """Give random jobs to one worker; return the table of what it took, and what is wrong."""
    rng = random.Random("soak")
    worker = Worker(work / "home")
    began, told, faults = time.monotonic(), 0.0, []
    # After each job: minutes since the beginning, and what the worker takes.
    after: list[tuple[float, Taken]] = []
    try:
        while (time.monotonic() - began) < 60 * minutes:
            folder = work / "job"
            for used in (folder, work / "home" / "models"):
                shutil.rmtree(used, ignore_errors=True)
            case = a_job(rng)
            if fault := judge(worker, case, folder):
                faults.append(f"{case.name}: {fault}")
                print(f"  FAILED soak: {faults[-1]}", flush=True)
            spent = (time.monotonic() - began) / 60
            wait_until_at_rest(worker.pid)
            after.append((spent, taken(worker.pid, work / "home")))
            if spent > told + minutes / MEASURES:
                told = spent
                print(f"{spent:.1f} minutes, {len(after)} jobs: {after[-1][1]}", flush=True)
        starts = worker.starts
    finally:
        worker.close()
    if starts > 1:
        faults.append(f"the worker was started {starts} times")
    growth, grown = grew(after)
    return table(minutes, after, faults + grown, growth), faults + grown


def grew(after: list[tuple[float, Taken]]) -> tuple[str, list[str]]:
    """Return how what is taken has changed, in words, and what of it has grown."""
    end = after[-1][0]
    warm = end * WARM_UP
    middle = (warm + end) / 2
    before = [state for spent, state in after if warm <= spent < middle]
    last = [state for spent, state in after if spent >= middle]
    said, grown = [], []
    for name in WORDS:
        most = [max(state[name] for state in half) for half in (before, last)]
        said.append(f"{WORDS[name]} {most[0]} and {most[1]}")
        if most[1] > most[0] * (MOST_GROWTH if name == "memory" else 1):
            grown.append(f"{WORDS[name]} grew from {most[0]} to {most[1]}")
    text = f"After {warm:.0f} minutes of warming up, the most in the two halves of the rest: "
    return text + "; ".join(said) + ".", grown


def table(minutes: float, after: list[tuple[float, Taken]], faults: list[str], growth: str) -> str:
    """Return the part of the page that is of the soak: each row the most since the row before."""
    lines = [
        "## Soak",
        "",
        f"Random jobs of all commands and products for {minutes:g} minutes in one worker, made by",
        f"`python3 dev.py bench campaign --soak {minutes:g}`: {len(after)} jobs, {len(faults)} not",
        f"as they should be. {growth}",
        f"Flat is: memory by no more than a factor of {MOST_GROWTH:g}, of the others none more;",
        "what is not flat is a failure. Each row is the most since the row before.",
        "",
        "| minutes | jobs | memory, MB | descriptors | threads | temporary files |",
        "| ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for number in range(MEASURES):
        begin, end = (after[-1][0] * (number + step) / MEASURES for step in (0, 1))
        states = [state for spent, state in after if begin < spent <= end]
        if states:
            most = [str(max(state[name] for state in states)) for name in WORDS]
            count = sum(spent <= end for spent, _ in after)
            lines.append(f"| {end:.0f} | {count} | {' | '.join(most)} |")
    if faults:
        lines += ["", *(f"- Failed: {fault}".replace("\n", " ") for fault in faults)]
    return "\n".join(lines) + "\n"


def wait_until_at_rest(pid: int) -> None:
    """Wait until a worker that has answered does nothing more, and wants no processor."""
    calm, before = 0, -1.0
    while calm < LOOKS_AT_REST:
        time.sleep(0.05)
        stats = [path.read_text().rpartition(")")[2] for path in _threads(pid)]
        is_idle = all(stat.split()[0] == "S" for stat in stats)
        now = cpu_s(pid)
        calm = calm + 1 if is_idle and now == before else 0
        before = now


def _threads(pid: int) -> Iterator[Path]:
    return Path(f"/proc/{pid}/task").glob("*/stat")


def taken(pid: int, home: Path) -> Taken:
    """Return what a process takes: resident MB, descriptors, threads, temporary files."""
    process = Path("/proc") / str(pid)
    status = dict(
        line.split(":", 1) for line in (process / "status").read_text().splitlines() if ":" in line
    )
    return {
        "memory": round(int(status["VmRSS"].split()[0]) / 1024),
        "descriptors": len(list((process / "fd").iterdir())),
        "threads": int(status["Threads"]),
        "temporary": len(list((home / "temporary").rglob("*"))),
    }


def a_job(rng: random.Random) -> Case:
    """Return a job of any command, on whole and on damaged files, with any options."""
    options = rng.choice(list(RASTERS.values()))
    ending = {"PNG": "png", "JPEG": "jpg", "GPKG": "gpkg", "BMP": "bmp"}
    file = f"r.{ending.get(options['driver'], 'tif')}"
    seed = rng.random()

    def write(folder: Path) -> Path:
        path = write_raster(folder / file, **options)
        if seed < 0.3:
            path.write_bytes(mutated(path.read_bytes(), random.Random(seed)))
        for beside in folder.glob("*.aux.xml"):
            beside.unlink()
        return path

    how = rng.choice(
        [{}, {"majority": 3}, {"min_area": 20.0}, {"tta": True}, {"window": 32, "overlap": 8},
         {"grid": "model", "gsd": 1.0}, {"join": "average"}, {"stretch": "0,255"}]
    )  # fmt: skip
    segment = partial(_segment, write, **how)
    if rng.random() < 0.5:
        segment = partial(_with_everything, segment, ("unfamiliarity",))
    bundled = partial(_bundled, partial(_segment, write, **how))
    onnx_bytes = network().SerializeToString()
    if rng.random() < 0.3:
        onnx_bytes = mutated(onnx_bytes, rng)
    to = partial(_write_bytes, onnx_bytes)
    describe = partial(_with_model, "m.onnx", to, "describe-model")
    return rng.choice(
        [
            *[Case("segment", "segment", segment)] * 4,
            Case("look", "look", partial(_looked_at, write)),
            Case("batch", "segment-batch", partial(_many, write)),
            Case("describe", "describe-model", describe),
            Case("bundled", "segment", partial(_with_everything, bundled, ())),
            Case("import", "import-model", partial(_imported, f"m{rng.getrandbits(40)}", to)),
            Case("export", "export-model", partial(_exported, onnx_bytes)),
            Case("plan", "plan-sample", partial(_planned, write)),
            Case("evaluate", "evaluate", partial(_judged, write)),
            Case("sample", "sample-points", partial(_sampled, write)),
            Case("adapt", "finetune", partial(_adapted, write)),
        ]
    )


def _with_everything(
    make: Callable[[Path], dict[str, Any]], but: tuple[str, ...], folder: Path
) -> dict[str, Any]:
    """Ask for all that is made beside a map, but for what the model does not give."""
    beside = {
        product.name: str(folder / "out" / f"map{product.ending}")
        for product in PRODUCTS.values()
        if product.name not in but
    }
    return {**make(folder), **beside}


def _bundled(make: Callable[[Path], dict[str, Any]], folder: Path) -> dict[str, Any]:
    """Ask the model that comes with the plugin."""
    given = make(folder)
    return {**given, "model": DEFAULT_ID}


def _imported(model_id: str, write: Callable[[Path], None], folder: Path) -> dict[str, Any]:
    return {**_with_model("m.onnx", write, "import-model", folder), "id": model_id}


def _planned(write: Any, folder: Path) -> dict[str, Any]:
    return {"map": _classes(folder)}


def _looked_at(write: Any, folder: Path) -> dict[str, Any]:
    given = _segment(write, folder)
    return {"input": given["input"], "model": given["model"]}


def _many(write: Any, folder: Path) -> dict[str, Any]:
    given = _segment(write, folder)
    other = str(write_raster(folder / "other.tif"))
    return {"inputs": [given["input"], other], "out_dir": str(folder / "out"),
            "model": given["model"], "threads": 1, "confidence": True}  # fmt: skip


def _exported(content: bytes, folder: Path) -> dict[str, Any]:
    (folder / "m.onnx").write_bytes(content)
    return {"model": str(folder / "m.onnx"), "folder": str(folder / "out" / "exported")}


def _classes(folder: Path) -> str:
    """Write a raster of classes and return its path."""
    import numpy as np
    import rasterio

    profile = {"driver": "GTiff", "width": 96, "height": 80, "count": 1, "dtype": "uint8"}
    path = folder / "classes.tif"
    place = rasterio.transform.from_origin(500_000, 4_000_000, 0.5, 0.5)
    with rasterio.open(path, "w", crs="EPSG:32636", transform=place, **profile) as dataset:
        dataset.write(np.arange(96 * 80).reshape(1, 80, 96).astype(np.uint8) % 3)
    return str(path)


def _polygons(folder: Path) -> str:
    features = []
    for number in range(12):
        x, y = 500_002 + 10 * (number % 4), 3_999_998 - 10 * (number // 4)
        ring = [[x, y], [x + 8, y], [x + 8, y - 8], [x, y - 8], [x, y]]
        features.append({"type": "Feature", "properties": {"c": number % 2},
                         "geometry": {"type": "Polygon", "coordinates": [ring]}})  # fmt: skip
    crs = {"type": "name", "properties": {"name": "EPSG:32636"}}
    path = folder / "p.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return str(path)


def _judged(write: Any, folder: Path) -> dict[str, Any]:
    return {"map": _classes(folder), "reference": _polygons(folder), "field": "c",
            "report": str(folder / "out" / "a.html")}  # fmt: skip


def _sampled(write: Any, folder: Path) -> dict[str, Any]:
    return {"map": _classes(folder), "out": str(folder / "out" / "p.gpkg"), "count": 20}


def _adapted(write: Any, folder: Path) -> dict[str, Any]:
    return {"rasters": [str(write(folder))], "polygons": _polygons(folder), "field": "c",
            "model": "bands", "out": str(folder / "out" / "mine"), "threads": 1}  # fmt: skip
