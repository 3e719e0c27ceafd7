"""How good a map is after a few polygons: the quick recipe against a random forest.

Draws n buildings, the ground around each and n other places in the left two thirds of a scene
whose buildings are all known, adapts the bundled model to them, and measures the IoU of buildings
in the right third, which nothing was chosen by. The random forest sees the same pixels: colour,
and colour, deviation and gradient at four sizes. Also times a first fit and one after more
polygons.

    python benchmarks/few_polygons.py SCENE.tif BUILDINGS.gpkg [--counts 5 10 20] [--draws 5]
        [--full STEPS] [--write docs/benchmarks.md]
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import shapely
from affine import Affine
from rasterio.enums import Resampling
from rasterio.features import rasterize
from scipy import ndimage
from sklearn.ensemble import RandomForestClassifier

from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.job import Job
from crossearth_engine.shared.model_places import DEFAULT_ID
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.request import FinetuneRequest

TITLE = "## A few polygons"
TRAIN_SHARE = 2 / 3
# Pixels of 15 cm: better for the random forest than 30 and 50 cm, measured on the left part.
FOREST_REDUCTION = 2
SIGMAS = (1, 2, 4, 8)
CLASSES = ("building", "other")


class Scene:
    """The image and all its buildings."""

    def __init__(self, path: Path, buildings: Path) -> None:
        self.path = path
        with rasterio.open(path) as dataset:
            self.pixels = dataset.read([1, 2, 3])
            self.transform, self.crs = dataset.transform, dataset.crs
            self.reduced = dataset.read(
                [1, 2, 3],
                out_shape=(
                    3,
                    dataset.height // FOREST_REDUCTION,
                    dataset.width // FOREST_REDUCTION,
                ),
                resampling=Resampling.average,
            )
        self.height, self.width = self.pixels.shape[1:]
        _, _, wkb, _ = pyogrio.raw.read(buildings, columns=[])
        self.buildings = shapely.make_valid(shapely.from_wkb(wkb))
        shapes = ((shape, 1) for shape in self.buildings)
        self.truth = rasterize(shapes, (self.height, self.width), transform=self.transform) == 1

    @property
    def split(self) -> int:
        """The first column of the part that is only for testing."""
        return round(self.width * TRAIN_SHARE)

    def box(self, right: int) -> Any:
        """Return the outline of the columns below ``right``."""
        (left, top), (end, bottom) = (
            self.transform @ corner for corner in ((0, 0), (right, self.height))
        )
        return shapely.box(left, bottom, end, top)


def draw(scene: Scene, count: int, seed: int) -> tuple[list[Any], list[str]]:
    """Return polygons as a person may draw them, and their classes."""
    rng = np.random.default_rng(seed)
    area, built = scene.box(scene.split), shapely.union_all(scene.buildings)
    inside = [shape for shape in scene.buildings if area.contains(shape)]
    drawn = [inside[i] for i in rng.choice(len(inside), count, replace=False)]
    others = [
        shape.buffer(4, join_style="mitre").difference(built.buffer(0.3)).intersection(area)
        for shape in drawn
    ]
    others = [shape for shape in others if shape.area > 0]
    left, bottom, right, top = area.bounds
    clear = built.buffer(0.5)
    while len(others) < 2 * count:
        center = shapely.Point(rng.uniform(left, right), rng.uniform(bottom, top))
        place = center.buffer(rng.uniform(3, 8)).difference(clear).intersection(area)
        if place.area > 20:
            others.append(place)
    return [*drawn, *others], ["building"] * count + ["other"] * len(others)


def save(path: Path, shapes: list[Any], classes: list[str], crs: Any) -> None:
    """Write polygons."""
    path.unlink(missing_ok=True)
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(shapes, object)),
        [np.array(classes, object)],
        ["class"],
        crs=crs.to_wkt(),
        geometry_type="Unknown",
    )


def iou(found: np.ndarray, scene: Scene) -> float:
    """Return the IoU of buildings in the part that is only for testing."""
    found, truth = found[:, scene.split :], scene.truth[:, scene.split :]
    return float((found & truth).sum() / (found | truth).sum())


def forest_map(scene: Scene, shapes: list[Any], classes: list[str], seed: int) -> np.ndarray:
    """Return where a random forest sees buildings, (H, W)."""
    features = colour_and_texture(scene.reduced.astype(np.float32))
    transform = scene.transform @ Affine.scale(FOREST_REDUCTION)
    values = ((shape, CLASSES.index(name)) for shape, name in zip(shapes, classes, strict=True))
    labels = rasterize(values, features.shape[1:], fill=255, transform=transform)
    used = labels < 255
    forest = RandomForestClassifier(
        100,
        min_samples_leaf=2,
        max_samples=min(10_000, int(used.sum())),
        class_weight="balanced",
        n_jobs=usable_cores(),
        random_state=seed,
    )
    forest.fit(features[:, used].T, labels[used])
    start = scene.split // FOREST_REDUCTION
    part = features[:, :, start:]
    found = np.zeros(labels.shape, bool)
    found[:, start:] = (forest.predict(part.reshape(len(part), -1).T) == 0).reshape(part.shape[1:])
    return np.kron(found, np.ones((FOREST_REDUCTION, FOREST_REDUCTION), bool))


def colour_and_texture(image: np.ndarray) -> np.ndarray:
    """Return colours and, at four sizes, smoothed colours, local deviation and gradient."""
    grey = image.mean(axis=0)
    maps = [*image]
    for sigma in SIGMAS:
        maps += [ndimage.gaussian_filter(band, sigma) for band in image]
        mean = ndimage.gaussian_filter(grey, sigma)
        variance = ndimage.gaussian_filter(grey**2, sigma) - mean**2
        maps += [np.sqrt(np.maximum(variance, 0)), ndimage.gaussian_gradient_magnitude(grey, sigma)]
    return np.stack(maps)


def adapted_map(scene: Scene, folder: Path, seed: int, **options: Any) -> np.ndarray:
    """Return where a model that was adapted to ``samples.gpkg`` sees buildings, (H, W)."""
    job = quiet_job()
    request = {
        "rasters": [str(scene.path)],
        "polygons": str(folder / "samples.gpkg"),
        "field": "class",
        "out": str(folder / "adapted"),
        "seed": seed,
    }
    result = adapt(FinetuneRequest.from_arguments({**request, **options}), job)
    output = folder / "map.tif"
    segment(SegmentRequest(str(scene.path), str(output), model=result["path"]), job)
    with rasterio.open(output) as dataset:
        return dataset.read(1) == 1


def fit_times(scene: Scene, folder: Path) -> list[tuple[float, float, int]]:
    """Return wall and CPU seconds and new windows of a first fit, and of one with more polygons.

    On the left 2048 x 2048 pixels, taken to be of half a metre, which the network sees as they are.
    """
    size = 2048
    transform = Affine(0.5, 0, 450_000, 0, -0.5, 40_000)
    path = folder / "half-metre.tif"
    options = {"crs": "EPSG:32636", "transform": transform, "dtype": "uint8", "tiled": True}
    with rasterio.open(
        path, "w", driver="GTiff", width=size, height=size, count=3, **options
    ) as dataset:
        dataset.write(scene.pixels[:, :size, :size])
        crs = dataset.crs
    shapes, classes = draw(scene, 12, 0)
    to_new = transform @ ~scene.transform
    moved = shapely.transform(
        np.array(shapes, object),
        lambda points: np.column_stack(to_new @ (points[:, 0], points[:, 1])),
    )
    request = FinetuneRequest.from_arguments(
        {
            "rasters": [str(path)],
            "polygons": str(folder / "timed.gpkg"),
            "field": "class",
            "out": str(folder / "timed"),
        }
    )
    # The first ten of each kind, then all.
    first = [i for i in range(len(moved)) if i < 10 or (i >= 12 and (i - 12) % 6 < 5)]
    taken = []
    for indexes in (first, range(len(moved))):
        save(folder / "timed.gpkg", [moved[i] for i in indexes], [classes[i] for i in indexes], crs)
        began = time.process_time()
        result = adapt(request, quiet_job())
        cpu_s = time.process_time() - began
        taken.append((result["wall_s"], cpu_s, result["computed_windows"]))
    return taken


def quiet_job() -> Job:
    """Return a job that tells nobody."""
    return Job(lambda done, total, left: None, lambda level, text: None)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scene", type=Path)
    parser.add_argument("buildings", type=Path)
    parser.add_argument("--counts", type=int, nargs="+", default=[5, 10, 20])
    parser.add_argument("--draws", type=int, default=5)
    parser.add_argument("--full", type=int, metavar="STEPS", help="also train by the recipe full")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="replace the section in a page")
    arguments = parser.parse_args()
    scene = Scene(arguments.scene, arguments.buildings)
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["CROSSEARTH_HOME"] = str(folder / "home")
        for count in arguments.counts:
            rounds = []
            for seed in range(arguments.draws):
                shapes, classes = draw(scene, count, seed)
                save(folder / "samples.gpkg", shapes, classes, scene.crs)
                found = [
                    iou(forest_map(scene, shapes, classes, seed), scene),
                    # Another folder each time: no fit learns from the one before.
                    iou(adapted_map(scene, folder, seed, out=f"{folder}/q{count}-{seed}"), scene),
                ]
                if arguments.full:
                    options = {"recipe": "full", "steps": arguments.full}
                    out = f"{folder}/f{count}-{seed}"
                    found.append(iou(adapted_map(scene, folder, seed, out=out, **options), scene))
                rounds.append(found)
                print(f"{count} buildings, draw {seed}: {[round(x, 3) for x in found]}", flush=True)
            rows.append(as_row(count, rounds))
        times = fit_times(scene, folder)
    page = as_page(rows, arguments, times)
    print(page)
    if arguments.write:
        text = arguments.write.read_text(encoding="utf-8")
        pattern = re.escape(TITLE) + r".*?(?=\n## |\Z)"
        known = re.search(pattern, text, flags=re.DOTALL)
        text = text.replace(known.group(), page) if known else f"{text.rstrip()}\n\n{page}"
        arguments.write.write_text(text, encoding="utf-8")


def as_row(count: int, rounds: list[list[float]]) -> str:
    """Return a line of the table: means and ranges over the draws."""
    columns = list(zip(*rounds, strict=True))
    cells = [f"{statistics.mean(x):.3f} ({min(x):.3f} to {max(x):.3f})" for x in columns]
    gain = 100 * (statistics.mean(columns[1]) - statistics.mean(columns[0]))
    cells.insert(2, f"{gain:+.1f}")
    return f"| {count} | {' | '.join(cells)} |"


def as_page(
    rows: list[str], arguments: argparse.Namespace, times: list[tuple[float, float, int]]
) -> str:
    """Return the section with the table."""
    full = (f" full, {arguments.full} steps |", "---|") if arguments.full else ("", "")
    (first_s, first_cpu_s, _), (again_s, again_cpu_s, windows) = times
    return "\n".join(
        [
            TITLE,
            "",
            "IoU of buildings in the right third of a drone scene (7.5 cm) after polygons in its",
            "left two thirds: n buildings, the ground around each, and n other places. Model",
            f"`{DEFAULT_ID}`, all else by default; the random forest sees the same pixels by",
            f"colour and texture. Mean (range) of {arguments.draws} draws of polygons. All choices",
            "were made on the left two thirds.",
            "",
            f"| buildings drawn | random forest | quick | quick − forest, points |{full[0]}",
            f"|---|---|---|---|{full[1]}",
            *rows,
            "",
            f"A first fit on 2048 × 2048 pixels of 0.5 m takes {first_s:.1f} s "
            f"({first_cpu_s:.1f} s of CPU time), one after more",
            f"polygons {again_s:.1f} s ({again_cpu_s:.1f} s; {windows} new windows), on "
            f"{cpu_name()}, {usable_cores()} cores; 60 s and 5 s are the budget.",
            "Repeat with `python3 dev.py bench few_polygons SCENE.tif BUILDINGS.gpkg`.",
            "",
        ]
    )


if __name__ == "__main__":
    main()
