"""Random jobs of all kinds in one worker for a long time: what it takes must not grow."""

from __future__ import annotations

import json
import random
import shutil
import time
from functools import partial
from pathlib import Path
from typing import Any

from _campaign_files import (
    RASTERS,
    Case,
    _segment,
    _with_model,
    _with_products,
    mutated,
    network,
    write_raster,
)
from _campaign_worker import Worker, judge

MEASURES = 12
"""Rows of the table."""


def soak(work: Path, minutes: float) -> str:
    """Give random jobs to one worker; return the table of what it took meanwhile."""
    rng = random.Random("soak")
    worker = Worker(work / "home")
    began, jobs, faults = time.monotonic(), 0, []
    rows: list[tuple[float, int, dict[str, int]]] = []
    try:
        while (spent := time.monotonic() - began) < 60 * minutes:
            # Not at once: what is loaded once is loaded by the first jobs.
            if spent >= 60 * minutes * (len(rows) + 1) / (MEASURES + 1):
                rows.append((spent, jobs, taken(worker.pid, work / "home")))
            folder = work / "job"
            shutil.rmtree(folder, ignore_errors=True)
            if fault := judge(worker, a_job(rng), folder):
                faults.append(fault)
                print(f"  FAILED soak: {fault}", flush=True)
            jobs += 1
        rows.append((time.monotonic() - began, jobs, taken(worker.pid, work / "home")))
        starts = worker.starts
    finally:
        worker.close()
    lines = [
        "## Soak",
        "",
        f"Random jobs of all commands and products for {minutes:g} minutes in one worker, made by",
        f"`python3 dev.py bench campaign --soak {minutes:g}`: {jobs} jobs, {len(faults)} not as",
        f"they should be, {starts} start{'s' if starts > 1 else ''} of the worker.",
        "",
        "| minutes | jobs | memory, MB | descriptors | threads | temporary files |",
        "| ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {spent / 60:.1f} | {count} | {state['memory']} | {state['descriptors']} "
        f"| {state['threads']} | {state['temporary']} |"
        for spent, count, state in rows
    ]
    return "\n".join(lines) + "\n"


def taken(pid: int, home: Path) -> dict[str, int]:
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
        segment = partial(_with_products, segment)
    onnx_bytes = network().SerializeToString()
    if rng.random() < 0.3:
        onnx_bytes = mutated(onnx_bytes, rng)
    describe = partial(_with_model, "m.onnx", partial(_to, onnx_bytes), "describe-model")
    return rng.choice(
        [
            *[Case("segment", "segment", segment)] * 4,
            Case("look", "look", partial(_looked_at, write)),
            Case("batch", "segment-batch", partial(_many, write)),
            Case("describe", "describe-model", describe),
            Case("export", "export-model", partial(_exported, onnx_bytes)),
            Case("evaluate", "evaluate", partial(_judged, write)),
            Case("sample", "sample-points", partial(_sampled, write)),
            Case("adapt", "finetune", partial(_adapted, write)),
        ]
    )


def _to(content: bytes, path: Path) -> None:
    path.write_bytes(content)


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
