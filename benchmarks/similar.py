"""How long a search for similar places takes: the first answer, the next one, and its memory.

A scene is made of pieces of a given raster, turned, N by N pixels, as if these measured 1 m: the
model that comes with the plugin sees it as it is. Objects are points at fixed places. Each search
runs in a process of its own, on an empty cache the first time.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import shapely
from rasterio.windows import Window

ROOT = Path(__file__).resolve().parent.parent
BLOCK = 512


def main() -> None:
    """Measure, and print a line of JSON for each search."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("raster", type=Path, help="imagery to make scenes of")
    parser.add_argument("--sizes", type=int, nargs="+", default=[2048, 8192])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bands", default="1,2,3")
    arguments = parser.parse_args()
    print(json.dumps({"processor": platform.processor(), "cores": os.cpu_count()}))
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory(prefix="crossearth-") as name:
            folder = Path(name)
            transform = write_scene(arguments.raster, folder / "scene.tif", size)
            for which, spots in (("first", [(200, 300)]), ("next", [(900, 700), (500, 1500)])):
                draw(folder / "objects.gpkg", spots, transform, arguments.raster)
                told = search(folder, arguments)
                print(json.dumps({"size": size, "answer": which, **told}), flush=True)


def write_scene(raster: Path, path: Path, size: int) -> rasterio.Affine:
    """Write a scene of pieces of a raster, in no order; return its transform."""
    rng = np.random.default_rng(0)
    with rasterio.open(raster) as source:
        transform = rasterio.Affine(1, 0, source.transform.c, 0, -1, source.transform.f)
        profile = {**source.profile, "driver": "GTiff", "width": size, "height": size}
        profile["transform"] = transform
        profile |= {"tiled": True, "blockxsize": BLOCK, "blockysize": BLOCK, "compress": None}
        with rasterio.open(path, "w", **profile) as target:
            for row in range(0, size, BLOCK):
                for col in range(0, size, BLOCK):
                    top = int(rng.integers(0, source.height - BLOCK + 1))
                    left = int(rng.integers(0, source.width - BLOCK + 1))
                    piece = source.read(window=Window(left, top, BLOCK, BLOCK))
                    piece = np.rot90(piece, int(rng.integers(4)), axes=(1, 2))
                    height, width = min(BLOCK, size - row), min(BLOCK, size - col)
                    window = Window(col, row, width, height)
                    target.write(np.ascontiguousarray(piece[:, :height, :width]), window=window)
    return transform


def draw(
    path: Path, spots: list[tuple[int, int]], transform: rasterio.Affine, raster: Path
) -> None:
    """Write points at columns and rows."""
    with rasterio.open(raster) as source:
        crs = source.crs.to_wkt() if source.crs else None
    points = [shapely.Point(transform @ (col + 0.5, row + 0.5)) for col, row in spots]
    path.unlink(missing_ok=True)
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(points, object)),
        [np.arange(len(points))],
        ["number"],
        crs=crs,
        geometry_type="Point",
        driver="GPKG",
    )


def search(folder: Path, arguments: argparse.Namespace) -> dict[str, Any]:
    """Run a search in a process of its own; return what it took."""
    code = (
        "import json, sys, resource; from crossearth_engine.cli.main import main\n"
        "try: main()\n"
        "finally:\n"
        "    used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "    print(used.ru_maxrss // 1024, used.ru_utime + used.ru_stime, file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", code, "similar"]
    command += [str(folder / name) for name in ("scene.tif", "objects.gpkg", "similar.tif")]
    command += ["--candidates", str(folder / "found.gpkg"), "--threads", str(arguments.threads)]
    command += ["--bands", arguments.bands, "--json"]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "engine"),
        "CROSSEARTH_HOME": str(folder / "home"),
    }
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    told = json.loads(done.stdout.splitlines()[-1])
    names = ("wall_s", "windows", "computed_windows", "count")
    peak_mb, cpu_s = done.stderr.splitlines()[-1].split()
    rest = {"cpu_s": round(float(cpu_s), 1), "peak_rss_mb": int(peak_mb)}
    return {**{name: told[name] for name in names}, **rest}


if __name__ == "__main__":
    main()
