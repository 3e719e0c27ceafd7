"""What a second date is worth: trees against low vegetation on aerial images of two dates.

Chips of NAIP that somebody has labelled by the newer image, in autumn colours; the older one is of
a summer some years before. Half of the chips are learned from, as points, and the others are the
test. Quick adaptation of the bands, and a random forest of the bands of a pixel, each of one date,
of the other, and of both. What has changed between the dates counts as error of the older one.

And made fields of four crops, of which no one date tells all apart: how much noise two bands of
three dates can bear.

    python benchmarks/dates.py CHIPS [--splits 6] [--write docs/dates.md]

CHIPS holds the folders ``images_new``, ``images_old`` and ``labels``, with files of the same names.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import rasterio
from landsat import SEED, TREES, WIDTH, figures, quiet_job
from numpy.typing import NDArray
from rasterio.transform import from_origin
from sklearn.ensemble import RandomForestClassifier

from crossearth_engine.commands import run

HEADING = "## Measured"
TREE, LOW = 2, 3
CLASSES = {TREE: "tree", LOW: "low"}
# Seasons and order are those of the images; on which day they were taken is not known.
NEW, OLD = "2014-10-15", "2011-07-15"
TITLES = {(NEW,): "autumn, which was labelled", (OLD,): "summer, years before"}
POINTS = 100
NOISES = (1, 2, 3)
MADE_SPLITS = 2
CROPS = np.array([[1, 0, 0], [0, 1, 0], [0, 1, 1], [1, 1, 0]], bool)
SEASON = ("2021-05-12", "2021-07-01", "2021-09-15")
FIELDS, FIELD_PX = 16, 16


class Scene(NamedTuple):
    """Rasters of one place.

    Attributes:
        rasters: by date.
        truth: (H, W) class of each pixel, from 1; 0 where it does not count.
        places: (H, W) which place each pixel is of, that is learned from or tested on as a whole.
    """

    rasters: dict[str, Path]
    truth: NDArray[np.uint8]
    places: NDArray[np.int64]


def main() -> None:
    """Measure, print tables; with ``--write`` also put them into the page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("chips", type=Path)
    parser.add_argument("--splits", type=int, default=6)
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["CROSSEARTH_HOME"] = str(folder / "home")
        naip = list(compare_naip(arguments.chips, folder, arguments.splits))
        crops = list(compare_crops(folder, arguments.splits))
    text = as_section(naip, crops, arguments.splits)
    sys.stdout.write(text)
    if arguments.write:
        page = arguments.write.read_text(encoding="utf-8")
        pattern = rf"{re.escape(HEADING)}\n.*?(?=\n## |\Z)"
        if not re.search(pattern, page, re.DOTALL):
            raise SystemExit(f"{arguments.write} has no heading “{HEADING}”.")
        page = re.sub(pattern, lambda _: text.rstrip("\n") + "\n", page, flags=re.DOTALL)
        arguments.write.write_text(page, encoding="utf-8")


def compare_naip(chips: Path, folder: Path, splits: int) -> Iterator[str]:
    """Yield a line of the table for each set of dates."""
    scene = naip_scene(chips, folder)
    for dates in ((NEW,), (OLD,), (OLD, NEW)):
        found = list(trials(scene, dates, splits, folder))
        title = TITLES.get(dates, "both")
        line = f"| {title} | {' | '.join(summed(values) for values in zip(*found, strict=True))} |"
        sys.stderr.write(line + "\n")
        yield line


def compare_crops(folder: Path, splits: int) -> Iterator[str]:
    """Yield a line of the table for each amount of noise and set of dates."""
    for noise in NOISES:
        scene = crop_scene(folder, noise)
        for dates in (*((date,) for date in SEASON), SEASON):
            found = list(trials(scene, dates, min(splits, MADE_SPLITS), folder))
            title = dates[0] if len(dates) == 1 else "all three"
            right = (summed(values) for values in zip(*found, strict=True))
            line = f"| {noise} | {title} | {' | '.join(right)} |"
            sys.stderr.write(line + "\n")
            yield line


def summed(values: tuple[tuple[float, float], ...]) -> str:
    """Return the mean over splits of the share that is right, and of the mean IoU with its ends."""
    right, ious = zip(*values, strict=True)
    ends = f"{min(ious):.3f} to {max(ious):.3f}"
    return f"{statistics.mean(right):.3f} | {statistics.mean(ious):.3f} ({ends})"


def trials(
    scene: Scene, dates: tuple[str, ...], splits: int, folder: Path
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield for each split what quick adaptation and a forest come to: right, and mean IoU."""
    numbers = np.unique(scene.places)
    count = int(scene.truth.max())
    for split in range(splits):
        rng = np.random.default_rng(split)
        learned = rng.permutation(numbers)[: (len(numbers) + 1) // 2]
        is_learned = np.isin(scene.places, learned)
        drawn = np.zeros_like(scene.truth)
        for value in np.unique(scene.truth[scene.truth > 0]):
            rows, cols = np.nonzero(is_learned & (scene.truth == value))
            chosen = rng.choice(len(rows), min(POINTS, len(rows)), replace=False)
            drawn[rows[chosen], cols[chosen]] = value
        test = np.where(is_learned, 0, scene.truth).astype(np.uint8)
        rasters = [scene.rasters[date] for date in dates]
        yield (
            figures(by_quick(rasters, drawn, folder), test, count),
            figures(by_forest(rasters, drawn), test, count),
        )


def by_quick(rasters: list[Path], drawn: NDArray[np.uint8], folder: Path) -> NDArray[np.uint8]:
    """Return the map (H, W) of what quick adaptation of the bands learns from points."""
    work = Path(tempfile.mkdtemp(dir=folder))
    with rasterio.open(rasters[0]) as dataset:
        transform, crs = dataset.transform, dataset.crs.to_epsg()
    features = [
        {
            "type": "Feature",
            "properties": {"class": f"c{drawn[row, col]}"},
            "geometry": {"type": "Point", "coordinates": transform @ (col + 0.5, row + 0.5)},
        }
        for row, col in zip(*map(np.ndarray.tolist, np.nonzero(drawn)), strict=True)
    ]
    named = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{crs}"}}
    points = work / "points.geojson"
    points.write_text(json.dumps({"type": "FeatureCollection", "crs": named, "features": features}))
    first, *others = map(str, rasters)
    dates: dict[str, Any] = {"dates": others} if others else {}
    out, output = str(work / "model"), str(work / "map.tif")
    asked = {"rasters": [first], "polygons": str(points), "field": "class", "model": "bands"}
    run("finetune", {**asked, "out": out, **dates}, quiet_job())
    result = run("segment", {"input": first, "output": output, "model": out, **dates}, quiet_job())
    value_of = np.zeros(256, np.uint8)
    for item in result["classes"]:
        value_of[item["value"]] = int(item["name"][1:])
    with rasterio.open(output) as dataset:
        return value_of[dataset.read(1)]


def by_forest(rasters: list[Path], drawn: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the map (H, W) of a forest of the bands of a pixel, of all dates together."""
    bands = []
    for path in rasters:
        with rasterio.open(path) as dataset:
            bands.append(dataset.read())
    pixels = np.concatenate(bands)
    trees = RandomForestClassifier(TREES, random_state=SEED)
    trees.fit(pixels[:, drawn > 0].T, drawn[drawn > 0])
    found: NDArray[np.uint8] = trees.predict(pixels.reshape(len(pixels), -1).T)
    return found.reshape(drawn.shape)


def naip_scene(chips: Path, folder: Path) -> Scene:
    """Write the chips of each date as one raster, one below the other."""
    names = sorted(path.name for path in (chips / "labels").glob("*.tif"))
    rasters = {}
    for date, part in ((NEW, "images_new"), (OLD, "images_old")):
        pixels = np.concatenate([read(chips / part / name) for name in names], axis=1)
        rasters[date] = folder / f"naip_{date}.tif"
        write(rasters[date], pixels, ("red", "green", "blue", "nir"), 1.0)
    labels = np.concatenate([read(chips / "labels" / name)[0] for name in names])
    truth = np.zeros(labels.shape, np.uint8)
    for value, label in enumerate(CLASSES, 1):
        truth[labels == label] = value
    places = np.repeat(np.arange(len(names)), len(labels) // len(names))
    return Scene(rasters, truth, np.broadcast_to(places[:, None], truth.shape))


def crop_scene(folder: Path, noise: int) -> Scene:
    """Write made fields of four crops at three dates."""
    rng = np.random.default_rng(noise)
    kinds = rng.integers(0, len(CROPS), (FIELDS, FIELDS))
    edge = np.ones((FIELD_PX, FIELD_PX), int)
    truth = np.kron(kinds, edge)
    rasters = {}
    for number, date in enumerate(SEASON):
        is_green = CROPS[truth, number]
        red = np.where(is_green, 400, 1500) + rng.normal(0, 300 * noise, truth.shape)
        nir = np.where(is_green, 3500, 1800) + rng.normal(0, 500 * noise, truth.shape)
        rasters[date] = folder / f"crops-{noise}_{date}.tif"
        pixels = np.stack([red, nir]).clip(1, 10_000).astype(np.uint16)
        write(rasters[date], pixels, ("red", "nir"), 10.0)
    places = np.kron(np.arange(FIELDS * FIELDS).reshape(FIELDS, FIELDS), edge)
    return Scene(rasters, (truth + 1).astype(np.uint8), places)


def read(path: Path) -> NDArray[Any]:
    """Return the pixels of a file, (C, H, W)."""
    with rasterio.open(path) as dataset:
        pixels: NDArray[Any] = dataset.read()
    return pixels


def write(path: Path, pixels: NDArray[Any], names: tuple[str, ...], pixel_m: float) -> None:
    """Write a raster somewhere in Virginia."""
    count, height, width = pixels.shape
    place = {"crs": "EPSG:26917", "transform": from_origin(500_000, 4_100_000, pixel_m, pixel_m)}
    kind = {"driver": "GTiff", "count": count, "height": height, "width": width}
    with rasterio.open(path, "w", dtype=pixels.dtype, **kind, **place) as dataset:
        dataset.write(pixels)
        dataset.descriptions = names


def as_section(naip: list[str], crops: list[str], splits: int) -> str:
    """Return the part of the page, with the tables."""
    aerial = (
        f"Trees against low vegetation on 11 chips of NAIP, 256 × 256 pixels of 1 m in 4 bands, "
        "labelled by the newer image. Half of the chips are learned from, by "
        f"{POINTS} points of each class, the others are the test: the share of pixels that is "
        f"right, and the mean IoU of the two classes; means of {splits} ways to halve them, and "
        f"the least and the most of them. The forest has {TREES} trees and sees the bands of a "
        "pixel."
    )
    made = (
        f"Made fields of four crops, {FIELDS} × {FIELDS} of {FIELD_PX} × {FIELD_PX} pixels in red "
        "and near infrared: no one date tells all four apart. Half of the fields are learned "
        f"from, by {POINTS} points of each crop; means of {min(splits, MADE_SPLITS)} ways to "
        "halve them. Of noise 1 the deviation is between a quarter and a third of what green and "
        "bare differ by."
    )
    caveat = (
        "On NAIP both dates are no better than the better one within what chance moves, and far "
        "better than the one that was labelled: who does not know which date tells more gives "
        "both. The fields are made so that several dates have to help; the figures show by how "
        "much noise, and not how it is on real crops."
    )
    repeat = (
        "Repeat with `python3 dev.py bench dates CHIPS --write docs/dates.md`; seeds are those of "
        "the splits, the computer does not matter."
    )
    aerial, made, caveat, repeat = (
        textwrap.fill(text, WIDTH, break_on_hyphens=False)
        for text in (aerial, made, caveat, repeat)
    )
    head = "quick, right | quick, mean IoU | forest, right | forest, mean IoU |"
    return "\n".join(
        [
            *(HEADING, "", aerial, "", f"| dates | {head}", "|" + " --- |" * 5, *naip, "", made),
            *("", f"| noise | dates | {head}", "|" + " --- |" * 6, *crops, "", caveat),
            *("", repeat, ""),
        ]
    )


if __name__ == "__main__":
    main()
