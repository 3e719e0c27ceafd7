"""How good a map of another date is, with and without ``--match``.

Trains `--model bands` on one half of a Landsat scene, with the labelled polygons that lie there,
and maps the other half as other days would show it: each band brighter or darker (gain), another
curve (gamma), haze that varies in space, 10 % cloud, and all of these together. The halves have
another mix of classes. Measured is the overall accuracy on the labelled pixels of the mapped half
that no cloud covers; pixels of classes that the training half lacks are left out. Beside it stand a
random forest on the same six bands, the best map of one class only, and the rival: each band
brought to the training half's mean and deviation, clouds and all.

The matching was made by halves on both sides of lines in four other directions, with the dates of
the seeds 100 to 102.

    python benchmarks/match.py SCENE.tif POLYGONS.gpkg [--dates 5] [--first-seed 0]
        [--write docs/benchmarks-match.md]
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
from rasterio.features import rasterize
from scipy import ndimage
from sklearn.ensemble import RandomForestClassifier

from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.job import Job
from crossearth_engine.models.metadata import read_stac_item
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.request import FinetuneRequest

BANDS, NODATA, UNLABELLED = 6, -9999, 255
WAVELENGTHS = np.array([0.48, 0.56, 0.66, 0.83, 1.65, 2.2])
HAZE, CLOUD = 5500.0, 6000 * np.array([1, 1, 1, 1.05, 0.8, 0.6])
CLOUD_SHARE = 0.1
LINES = {"northwest to southeast": lambda x, y: x < y, "west to east": lambda x, y: y < 0.5}
SAME = "the same date"

Pixels = np.ndarray


@dataclasses.dataclass(frozen=True)
class Scene:
    """A scene and what is known of it: pixels (6, H, W), polygons with a class, the file."""

    path: Path
    pixels: Pixels
    shapes: list[shapely.Geometry]
    names: list[str]
    classes: list[str]
    labels: Pixels
    profile: dict

    def write(self, path: Path, pixels: Pixels, is_inside: Pixels) -> Path:
        """Write pixels, of a half only."""
        whole = np.where(is_inside, pixels.round(), NODATA).astype(np.int16)
        with rasterio.open(path, "w", **self.profile) as dataset:
            dataset.write(whole)
        return path


def read_scene(raster: Path, polygons: Path) -> Scene:
    """Return the scene."""
    with rasterio.open(raster) as dataset:
        pixels = dataset.read(list(range(1, BANDS + 1))).astype(np.float64)
        profile = {
            **{"driver": "GTiff", "count": BANDS, "dtype": "int16", "nodata": NODATA},
            **{name: dataset.profile[name] for name in ("width", "height", "crs", "transform")},
        }
    _, _, geometry, (names,) = pyogrio.raw.read(polygons, columns=["class"])
    shapes = list(shapely.from_wkb(geometry))
    classes = sorted(set(names))
    labels = rasterize(
        [(shape, classes.index(name)) for shape, name in zip(shapes, names, strict=True)],
        pixels.shape[1:],
        fill=UNLABELLED,
        transform=profile["transform"],
        dtype="uint8",
    )
    return Scene(raster, pixels, shapes, list(names), classes, labels, profile)


def smooth(rng: np.random.Generator, shape: tuple[int, ...], sigma: float) -> Pixels:
    """Return a random field, as smooth as said, from 0 to 1."""
    field = ndimage.gaussian_filter(rng.normal(size=shape), sigma, mode="wrap")
    return (field - field.min()) / np.ptp(field)


def gain(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Return the scene with each band brighter or darker, and something added."""
    factors, added = rng.uniform(0.6, 1.5, BANDS), rng.uniform(-50, 300, BANDS)
    return pixels * factors[:, None, None] + added[:, None, None]


def gamma(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Return the scene by another curve."""
    white = np.percentile(pixels, 99.5, axis=(1, 2))[:, None, None]
    return white * (np.maximum(pixels, 0) / white) ** rng.uniform(0.65, 1.5)


def haze(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Return the scene behind haze, more of it in blue and in some places."""
    share = rng.uniform(0.25, 0.5) * smooth(rng, pixels.shape[1:], 30)
    share = share * ((WAVELENGTHS / WAVELENGTHS[0]) ** -1.3)[:, None, None]
    return pixels * (1 - share) + share * HAZE


def clouds(pixels: Pixels, rng: np.random.Generator) -> tuple[Pixels, Pixels]:
    """Return the scene under clouds with soft edges, and where there is none."""
    field = ndimage.gaussian_filter(rng.normal(size=pixels.shape[1:]), 8, mode="wrap")
    field = (field - np.quantile(field, 1 - CLOUD_SHARE)) / field.std()
    cover = np.clip(field / 0.3 + 0.5, 0, 1)
    bright = CLOUD[:, None, None] * (0.8 + 0.4 * smooth(rng, pixels.shape[1:], 3))
    return pixels * (1 - cover) + cover * bright, cover <= 0.02


def other_dates(pixels: Pixels, seed: int) -> Iterator[tuple[str, Pixels, Pixels]]:
    """Yield a name, the scene on that day, and where it is clear."""
    rngs = [np.random.default_rng([seed, kind]) for kind in range(1, 9)]
    clear = np.ones(pixels.shape[1:], bool)
    yield "gain", gain(pixels, rngs[0]), clear
    yield "gamma", gamma(pixels, rngs[1]), clear
    yield "haze", haze(pixels, rngs[2]), clear
    yield "10 % cloud", *clouds(pixels, rngs[3])
    dull = haze(gamma(gain(pixels, rngs[4]), rngs[5]), rngs[6])
    yield "all of these", *clouds(dull, rngs[7])


def silent() -> Job:
    """Return a job that tells nobody."""
    return Job(lambda *_: None, lambda *_: None)


class Half:
    """What was learned from one half of the scene, to map the other.

    Args:
        scene: the scene.
        is_trained: (H, W) where it is learned from.
        folder: for rasters and models.
    """

    def __init__(self, scene: Scene, is_trained: Pixels, folder: Path) -> None:
        self.scene, self.is_trained, self.folder = scene, is_trained, folder
        raster = scene.write(folder / "trained.tif", scene.pixels, is_trained)
        labels = np.where(is_trained, scene.labels, UNLABELLED)
        places = [
            i
            for i, shape in enumerate(scene.shapes)
            if (shape_labels := self._in(shape, is_trained)).any() and shape_labels.mean() > 0.5
        ]
        polygons = folder / "polygons.gpkg"
        pyogrio.raw.write(
            polygons,
            np.array([scene.shapes[i].wkb for i in places], object),
            [np.array([scene.names[i] for i in places], object)],
            ["class"],
            geometry_type="Polygon",
            crs=scene.profile["crs"].to_wkt(),
            driver="GPKG",
        )
        self.model = folder / "model"
        adapt(
            FinetuneRequest(
                *((str(raster),), str(polygons), "class"), model="bands", out=str(self.model)
            ),
            silent(),
        )
        classes = read_stac_item(self.model / "model.json").classes
        self.numbers = {item.value: scene.classes.index(item.name) for item in classes}
        seen = labels != UNLABELLED
        self.forest = RandomForestClassifier(300, random_state=0, n_jobs=-1)
        self.forest.fit(scene.pixels[:, seen].T, labels[seen])
        known = np.isin(scene.labels, list(self.numbers.values()))
        self.is_tested = known & ~is_trained

    def _in(self, shape: shapely.Geometry, mask: Pixels) -> Pixels:
        burnt = rasterize([shape], mask.shape, transform=self.scene.profile["transform"])
        return mask[burnt > 0]

    def mapped(self, pixels: Pixels, *, match: bool) -> Pixels:
        """Return the classes (H, W) that the product sees in the other half."""
        raster = self.scene.write(self.folder / "mapped.tif", pixels, ~self.is_trained)
        output = self.folder / "map.tif"
        segment(
            SegmentRequest(str(raster), str(output), model=str(self.model), match=match), silent()
        )
        with rasterio.open(output) as dataset:
            values = dataset.read(1)
        table = np.full(256, UNLABELLED)
        for value, number in self.numbers.items():
            table[value] = number
        return table[values]

    def by_moments(self, pixels: Pixels) -> Pixels:
        """Return the scene with mean and deviation of each band as in the trained half."""
        own, trained = pixels[:, ~self.is_trained], self.scene.pixels[:, self.is_trained]
        factor = trained.std(axis=1) / own.std(axis=1)
        added = trained.mean(axis=1) - own.mean(axis=1) * factor
        return pixels * factor[:, None, None] + added[:, None, None]

    def accuracies(self, pixels: Pixels, clear: Pixels) -> dict[str, float]:
        """Return the overall accuracy of each way to map."""
        tested = self.is_tested & clear
        truth = self.scene.labels[tested]

        def accuracy(values: Pixels) -> float:
            return float((values == truth).mean())

        def of_forest(seen: Pixels) -> float:
            return accuracy(self.forest.predict(seen[:, tested].T))

        rival = self.by_moments(pixels)
        return {
            "constant": float(np.bincount(truth).max() / len(truth)),
            "forest": of_forest(pixels),
            "plain": accuracy(self.mapped(pixels, match=False)[tested]),
            "rival": accuracy(self.mapped(rival, match=False)[tested]),
            "match": accuracy(self.mapped(pixels, match=True)[tested]),
        }


WAYS = ("constant", "forest", "plain", "rival", "match")


def measure(
    scene: Scene, seeds: range, lines: dict[str, Callable[..., Pixels]]
) -> list[tuple[str, dict[str, float], dict[str, float]]]:
    """Return for each date its name, and the accuracies of that and of the same date."""
    rows, columns = np.mgrid[: scene.labels.shape[0], : scene.labels.shape[1]]
    y, x = rows / rows.max(), columns / columns.max()
    clear = np.ones(scene.labels.shape, bool)
    found = []
    for line, divide in lines.items():
        for is_trained in (divide(x, y), ~divide(x, y)):
            with tempfile.TemporaryDirectory() as folder:
                half = Half(scene, is_trained, Path(folder))
                same = half.accuracies(scene.pixels, clear)
                found.append((SAME, same, same))
                for seed in seeds:
                    for name, pixels, is_clear in other_dates(scene.pixels, seed):
                        found.append((name, half.accuracies(pixels, is_clear), same))
            told = [(name, *(round(a[w], 3) for w in WAYS)) for name, a, _ in found]
            print(line, *told[-1 - 5 * len(seeds) :], sep="\n  ", flush=True)
    return found


def as_row(name: str, chosen: list[tuple[str, dict[str, float], dict[str, float]]]) -> str:
    """Return a line of the table."""
    means = {way: np.mean([own[way] for _, own, _ in chosen]) for way in WAYS}
    before = np.mean([same["plain"] for *_, same in chosen])
    lost = before - means["plain"]

    def back(way: str) -> str:
        return f"{(means[way] - means['plain']) / lost:.0%}" if lost > 0.005 else "–"

    worst = min(own["match"] - own["plain"] for _, own, _ in chosen)
    cells = [name, str(len(chosen)), *(f"{means[way]:.3f}" for way in WAYS)]
    return f"| {' | '.join([*cells, back('rival'), back('match'), f'{100 * worst:+.1f}'])} |"


def as_page(found: list, arguments: argparse.Namespace) -> str:
    """Return the page with the table."""
    names = list(dict.fromkeys(name for name, *_ in found))
    seeds = f"{arguments.first_seed} to {arguments.first_seed + arguments.dates - 1}"
    others = [row for row in found if row[0] != SAME]
    lines = [as_row(name, [row for row in found if row[0] == name]) for name in names]
    return "\n".join(
        [
            "# Another date, with and without --match",
            "",
            "A model of `--model bands` learns from one half of a Landsat scene of 1999",
            f"(`{arguments.scene.name}`, 30 labelled polygons) and maps the other half as",
            "other days would show it: bands brighter or darker by 0.6 to 1.5 with something added",
            "(*gain*), another curve (*gamma* 0.65 to 1.5), *haze* that varies in space and is",
            "strongest in blue, *10 % cloud*, and all of these. The halves have another mix of",
            "classes. Overall accuracy on labelled pixels of the mapped half that no cloud covers,",
            "of classes that the training half has; means over two lines that divide the scene,",
            f"each half once, and the dates of the seeds {seeds}. The matching was made by other",
            "lines and dates.",
            "",
            "*Constant* is the best map of one class only; *forest* a random forest on the six",
            "bands; *plain* and *match* are the product without and with `--match`; *mean, std* is",
            "the rival: each band brought to mean and deviation of the training half. *Back* is",
            "how much of what the other date loses comes back, of the means; *least* the change by",
            "`--match` where it does worst, in points.",
            "",
            "| date | maps | constant | forest | plain | mean, std | match "
            "| back: mean, std | back: match | least |",
            "|---|---|---|---|---|---|---|---|---|---|",
            *lines,
            as_row("all other dates", others),
            "",
            f"On {cpu_name()}, {usable_cores()} cores; the result does not depend on it. Repeat",
            "with `python3 dev.py bench match SCENE.tif POLYGONS.gpkg --write",
            "docs/benchmarks-match.md`.",
            "",
        ]
    )


def main() -> None:
    """Measure, and print or write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scene", type=Path)
    parser.add_argument("polygons", type=Path, help="with a field class")
    parser.add_argument("--dates", type=int, default=5)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--write", type=Path, metavar="PAGE")
    arguments = parser.parse_args()
    seeds = range(arguments.first_seed, arguments.first_seed + arguments.dates)
    with tempfile.TemporaryDirectory() as home:
        os.environ["CROSSEARTH_HOME"] = home
        found = measure(read_scene(arguments.scene, arguments.polygons), seeds, LINES)
    page = as_page(found, arguments)
    print(page)
    if arguments.write:
        arguments.write.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
