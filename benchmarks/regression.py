"""Numbers that are learned of points: beside a random forest, and is what is told of them true?

Made fields: a number that bands of a real scene tell, by a formula, is sampled at random points
with noise of 0.3 of its deviation. Real ones: a band of the scene that is held back. `finetune
--numbers --model bands` learns of the points, the map is made, and a random forest is fitted to the
bands of the same pixels. RMSE is that of the map on a lattice of pixels against what is there
without noise; R² is the one that the adaptation tells, and that of the map against numbers with as
much noise.

    python benchmarks/regression.py SCENES [--write docs/numbers.md]

SCENES holds ``sentinel2_north_carolina_2018.tif`` and ``landsat7_campeche_1999_int16.tif``.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio.windows import Window
from sklearn.ensemble import RandomForestRegressor

from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.job import Job
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.request import FinetuneRequest

NOISE, TREES, SEEDS, COUNTS = 0.3, 300, (0, 1), (200,)
# Every so many pixels a map is judged.
LATTICE = 7
FIELD = "number"
BEGIN, END = "<!-- benchmarks/regression.py -->", "<!-- end -->"

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Scene:
    """A scene whose bands are learned from.

    Attributes:
        name: of it.
        file: in the folder of scenes.
        window: of it.
        bands: that are looked at, from 1.
        held_back: a band that is to be told of the others, and what it is.
    """

    name: str
    file: str
    window: Window
    bands: tuple[int, ...]
    held_back: tuple[int, str]


SCENES = (
    Scene(
        "Sentinel-2",
        "sentinel2_north_carolina_2018.tif",
        Window(600, 600, 512, 512),
        (1, 2, 3, 4, 5, 6, 7),
        (8, "near infrared"),
    ),
    Scene(
        "Landsat 7",
        "landsat7_campeche_1999_int16.tif",
        Window(0, 0, 250, 250),
        (1, 2, 3, 4, 5, 6),
        (7, "temperature"),
    ),
)
# Of bands (C, H, W) that are about 0, of a deviation of 1.
FIELDS: dict[str, Callable[[Floats], Floats]] = {
    "linear": lambda x: 2 * x[0] - 3 * x[2] + x[-1],
    "bent": lambda x: (
        50 * np.exp(-((x[2] - 0.5) ** 2) / 2) + 20 / (1 + np.exp(-3 * (x[0] - x[-1])))
    ),
    "stepped": lambda x: 20.0 * (x[0] > 0) + 15 * (x[2] > 0.5) * (x[-1] > 0) + 5 * x[-1],
    "saturating": lambda x: 120 / (1 + np.exp(-2 * (x[-1] - x[2]))),
}


def write_scene(scene: Scene, folder: Path, target: Path) -> tuple[Floats, Floats, Floats]:
    """Write the bands that are learned from; return them, the one held back, and where all are."""
    with rasterio.open(folder / scene.file) as dataset:
        own = dataset.read(scene.bands, window=scene.window)
        other = dataset.read(scene.held_back[0], window=scene.window).astype(np.float64)
        valid = dataset.dataset_mask(window=scene.window) > 0
        profile = {
            "driver": "GTiff",
            "count": len(own),
            "dtype": own.dtype,
            "height": own.shape[1],
            "width": own.shape[2],
            "crs": dataset.crs,
            "transform": dataset.window_transform(scene.window),
            "nodata": dataset.nodata,
        }
    if dataset.nodata is not None:
        valid &= (own != dataset.nodata).all(axis=0) & (other != dataset.nodata)
    with rasterio.open(target, "w", **profile) as written:
        written.write(own)
    return own.astype(np.float64), other, valid


def standardised(bands: Floats, valid: NDArray[np.bool_]) -> Floats:
    """Return bands by their middle and the spread of most of their pixels."""
    low, middle, high = np.percentile(bands[:, valid], [5, 50, 95], axis=1)[:, :, None, None]
    found: Floats = np.clip((bands - middle) / (np.maximum(high - low, 1) / 3), -5, 5)
    return found


def write_points(raster: Path, path: Path, rows: NDArray[np.intp], cols: NDArray[np.intp],
                 values: Floats) -> None:  # fmt: skip
    """Write points in the middle of pixels."""
    with rasterio.open(raster) as dataset:
        xs, ys = dataset.transform @ (cols + 0.5, rows + 0.5)
        crs = dataset.crs.to_wkt()
    points = shapely.to_wkb(shapely.points(xs, ys))
    path.unlink(missing_ok=True)
    pyogrio.raw.write(path, points, [values], [FIELD], geometry_type="Point", crs=crs)


def mapped(raster: Path, points: Path, folder: Path) -> tuple[dict[str, float], Floats]:
    """Return what is told of a model of points, and the map that it makes."""
    job = Job(lambda *_: None, lambda *_: None)
    told = adapt(
        FinetuneRequest(
            rasters=(str(raster),),
            polygons=str(points),
            field=FIELD,
            numbers=True,
            model="bands",
            out=str(folder / "model"),
        ),
        job,
    )["accuracy"]
    job = Job(lambda *_: None, lambda *_: None)
    output = folder / "map.tif"
    segment(SegmentRequest(input=str(raster), output=str(output), model=str(folder / "model")), job)
    with rasterio.open(output) as dataset:
        return told, dataset.read(1).astype(np.float64)


def rmse(found: Floats, truth: Floats) -> float:
    """Return the root of the mean squared error."""
    return float(np.sqrt(np.mean((found - truth) ** 2)))


def row_of(
    raster: Path, bands: Floats, truth: Floats, valid: NDArray[np.bool_], count: int, noise: float
) -> tuple[float, float, float, float]:
    """Return RMSE of map and forest, in deviations, and R², told and true: means over seeds."""
    found = []
    judged = np.zeros_like(valid)
    judged[::LATTICE, ::LATTICE] = True
    judged &= valid
    deviation = float(truth[valid].std())
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        chosen = rng.choice(np.flatnonzero(valid & ~judged), count, replace=False)
        rows, cols = np.divmod(chosen, valid.shape[1])
        noisy = truth + noise * deviation * rng.standard_normal(truth.shape)
        with tempfile.TemporaryDirectory() as name:
            points = Path(name) / "points.gpkg"
            write_points(raster, points, rows, cols, noisy[rows, cols])
            told, numbers = mapped(raster, points, Path(name))
        forest = RandomForestRegressor(TREES, random_state=seed)
        forest.fit(bands[:, rows, cols].T, noisy[rows, cols])
        by_forest = forest.predict(bands[:, judged].T)
        true_r2 = 1 - rmse(numbers[judged], noisy[judged]) ** 2 / noisy[judged].var()
        errors = rmse(numbers[judged], truth[judged]), rmse(by_forest, truth[judged])
        found.append((*(error / deviation for error in errors), told["r2"], true_r2))
    return tuple(map(float, np.mean(found, axis=0)))


def main() -> None:
    """Measure, and print a table; write it into a page if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scenes", type=Path)
    parser.add_argument("--write", type=Path, help="page to write the table into")
    options = parser.parse_args()
    lines = [
        "| scene | number | points | RMSE | of a forest | R², told | R², true |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    with tempfile.TemporaryDirectory() as name:
        os.environ["CROSSEARTH_HOME"] = name
        raster = Path(name) / "scene.tif"
        for scene in SCENES:
            bands, other, valid = write_scene(scene, options.scenes, raster)
            looked_at = standardised(bands, valid)
            cases = {field: (make(looked_at), NOISE) for field, make in FIELDS.items()}
            cases[f"its {scene.held_back[1]}"] = other, 0.0
            for field, (truth, noise) in cases.items():
                for count in COUNTS:
                    ours, theirs, told, true = row_of(raster, bands, truth, valid, count, noise)
                    lines.append(
                        f"| {scene.name} | {field} | {count} | {ours:.3f} | {theirs:.3f} | "
                        f"{told:.2f} | {true:.2f} |"
                    )
                    print(lines[-1], flush=True)
    if options.write:
        text = options.write.read_text("utf-8")
        before, _, rest = text.partition(BEGIN)
        after = rest.partition(END)[2]
        table = "\n".join(lines)
        options.write.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
