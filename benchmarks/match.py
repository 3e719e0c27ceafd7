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

With --told it is measured instead who is told of ``--match`` before a run, and whom it helps: the
bundled model, a network that was adapted and models of bands see rasters that were made darker,
brighter, hazier or of another sensor, and such that were not changed, among them windows of one
class. What is told was decided by other images, seeds, lines and strengths of each change.

    python benchmarks/match.py SCENE.tif POLYGONS.gpkg [--dates 5] [--first-seed 0]
        [--write docs/benchmarks-match.md]
    python benchmarks/match.py --told DATA [--write docs/benchmarks-match.md]

DATA: a folder with dubai_mbrsc, oam_kampala_buildings, scenes and chesapeake_naip.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import few_polygons
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
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import read_stac_item
from crossearth_engine.shared.model_places import DEFAULT_ID
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


# Of who is told: how each kind of change is made, strongest last.
GAINS = {"darker, × 0.12": 0.12, "darker, × 0.25": 0.25, "darker, × 0.4": 0.4, "darker, × 0.6": 0.6}
GAINS |= {"brighter, × 1.5": 1.5, "brighter, × 2.5": 2.5, "brighter, × 4": 4.0}
HELPS = 0.02
"""Of the labels, more or less: matching helps, or harms."""
WINDOW = 512
TILES = ("tile1_002", "tile1_006", "tile1_008", "tile3_001", "tile3_004", "tile3_007")
OTHERS = (
    "scenes/naip_north_dakota_2012.tif",
    "scenes/naip_north_dakota_2017.tif",
    "chesapeake_naip/images_new/m_3708020_sw-4.tif",
    "chesapeake_naip/images_new/m_3708035_ne-7.tif",
    "oam_kampala_buildings/kampala_suburb.tif",
)


@dataclasses.dataclass(frozen=True)
class Seen:
    """A raster that a model is shown, changed.

    Attributes:
        kind: of the model, as the table calls it.
        model: folder or id.
        pixels: (C, H, W) as they are stored.
        profile: of the file.
        truth: (H, W) values of the map, 255 where nothing is known; None: those of the map as the
            raster is.
        is_one_class: whether nearly all of it is.
    """

    kind: str
    model: str
    pixels: Pixels
    profile: dict[str, Any]
    truth: Pixels | None = None
    is_one_class: bool = False


def changed(pixels: Pixels, rng: np.random.Generator) -> Iterator[tuple[str, Pixels]]:
    """Yield a name, and the pixels of a raster as another light, date or sensor has them."""
    count, white = len(pixels), np.percentile(pixels, 99.5, axis=(1, 2))[:, None, None]

    def each(low: float, high: float) -> Pixels:
        return rng.uniform(low, high, count)[:, None, None]

    def curved(power: float | Pixels) -> Pixels:
        return white * (np.maximum(pixels, 0) / white) ** power

    yield SAME, pixels
    yield from ((name, factor * pixels) for name, factor in GAINS.items())
    yield from (("another curve, 0.5 to 2", curved(power)) for power in (0.5, 0.7, 1.5, 2))
    yield from (("something added or taken", pixels + n * white) for n in (-0.2, 0.12, 0.25))
    yield from (("haze", (1 - n) * pixels + n * 0.8 * white) for n in (0.3, 0.6))
    for _ in range(2):
        yield "another sensor", curved(each(0.7, 1.4)) * each(0.5, 1.4) + each(-0.1, 0.15) * white


def told(seen: Seen, rng: np.random.Generator, folder: Path) -> list[dict[str, Any]]:
    """Return for each change whether matching is advised, and how right maps are with and without.

    Args:
        seen: the raster, and the model that it is shown to.
        rng: of the other sensors.
        folder: for files.
    """
    rows: list[dict[str, Any]] = []
    truth = seen.truth
    for name, pixels in changed(seen.pixels.astype(np.float64), rng):
        stored, raster = seen.pixels.dtype, folder / "seen.tif"
        limits = np.iinfo(stored)
        pixels = pixels.round().clip(limits.min, limits.max).astype(stored)
        if seen.profile.get("nodata") is not None:
            pixels[:, (seen.pixels == seen.profile["nodata"]).all(axis=0)] = seen.profile["nodata"]
        with rasterio.open(raster, "w", **seen.profile) as dataset:
            dataset.write(pixels)
        maps = []
        for match in (False, True):
            request = {"input": str(raster), "output": str(folder / "map.tif")}
            result = segment(
                SegmentRequest(**request, model=seen.model, match=match, threads=1), silent()
            )
            with rasterio.open(folder / "map.tif") as dataset:
                maps.append(dataset.read(1))
            if not match:
                is_told = any(item["code"] == "bands-moved" for item in result["findings"])
        truth = maps[0] if truth is None else truth
        known = (truth < UNLABELLED) & (maps[0] < UNLABELLED)
        plain, matched = (float((found == truth)[known].mean()) for found in maps)
        row = {"kind": seen.kind, "change": name, "told": is_told, "one": seen.is_one_class}
        rows.append({**row, "plain": plain, "match": matched})
    return rows


def of_bundled(data: Path) -> Iterator[Seen]:
    """Yield images of left-out sites, with what is there, and rasters of other sensors."""
    values = {item.name: item.value for item in find_model(DEFAULT_ID).classes}
    table = np.full(256, UNLABELLED, np.uint8)
    for index, name in enumerate(few_polygons.DUBAI_CLASSES):
        table[index] = values.get(name, UNLABELLED)
    paths = [data / "dubai_mbrsc" / "images" / "val" / f"{tile}.jpg" for tile in TILES]
    for path in [*paths, *(data / other for other in OTHERS)]:
        truth = None
        with rasterio.open(path) as dataset:
            col, row = ((edge - WINDOW) // 2 for edge in (dataset.width, dataset.height))
            place = rasterio.windows.Window(max(col, 0), max(row, 0), WINDOW, WINDOW)
            pixels = dataset.read([1, 2, 3], window=place)
        if path in paths:
            labels = data / "dubai_mbrsc" / "labels" / "val" / f"{path.stem}.png"
            with rasterio.open(labels) as dataset:
                truth = table[dataset.read(1, window=place)]
        yield Seen("bundled", DEFAULT_ID, pixels, metre_profile(pixels), truth)


def metre_profile(pixels: Pixels, pixel_m: float = 1.0) -> dict[str, Any]:
    """Return how to write bytes of an image without a place."""
    transform = rasterio.Affine(pixel_m, 0, 450_000, 0, -pixel_m, 40_000)
    size = {"count": len(pixels), "height": pixels.shape[1], "width": pixels.shape[2]}
    return {
        "driver": "GTiff",
        "dtype": "uint8",
        "crs": "EPSG:32636",
        "transform": transform,
        **size,
    }


def of_adapted(data: Path, folder: Path) -> Iterator[Seen]:
    """Yield ground beside that which a network was adapted to, with what is there."""
    for name in ("quarter", "suburb"):
        scene = few_polygons.load(name, data)
        scene.write(folder / f"{name}.tif")
        drawn, names = few_polygons.draw(scene, 10, 0)
        few_polygons.save(folder / "samples.gpkg", drawn, names, scene.transform)
        request = {"rasters": [str(folder / f"{name}.tif")], "field": "class", "seed": 0}
        request |= {"polygons": str(folder / "samples.gpkg"), "out": str(folder / name)}
        result = adapt(FinetuneRequest.from_arguments(request), silent())
        values = {item["name"]: item["value"] for item in result["classes"]}
        table = np.full(256, UNLABELLED, np.uint8)
        for index, class_name in enumerate(scene.classes):
            table[index] = values[class_name]
        row = max((scene.truth.shape[0] - WINDOW) // 2, 0)
        place = np.s_[row : row + WINDOW, scene.split : scene.split + WINDOW]
        pixels = scene.pixels[(slice(None), *place)]
        profile = metre_profile(pixels, scene.pixel_m)
        yield Seen(
            "adapted network", str(folder / name), pixels, profile, table[scene.truth[place]]
        )


def of_bands(data: Path, folder: Path) -> Iterator[Seen]:
    """Yield halves of a scene that were not trained on, and windows in them of one class."""
    files = ("landsat7_campeche_1999_int16.tif", "landsat7_campeche_1999_polygons.gpkg")
    scene = read_scene(*(data / "scenes" / file for file in files))
    rows, columns = np.mgrid[: scene.labels.shape[0], : scene.labels.shape[1]]
    y, x = rows / rows.max(), columns / columns.max()
    for line, divide in LINES.items():
        for side, is_trained in enumerate((divide(x, y), ~divide(x, y))):
            place = folder / f"{line}-{side}"
            place.mkdir()
            half = Half(scene, is_trained, place)
            numbers = np.full(256, UNLABELLED, np.uint8)
            for value, number in half.numbers.items():
                numbers[number] = value
            pixels = np.where(is_trained, NODATA, scene.pixels.round()).astype(np.int16)
            truth = np.where(is_trained, UNLABELLED, numbers[scene.labels])
            yield Seen("bands", str(half.model), pixels, scene.profile, truth)
            found = half.mapped(scene.pixels, match=False)
            for number in half.numbers.values():
                window = purest(found == number, ~is_trained)
                if window is not None:
                    size = {"height": WINDOW_OF_ONE, "width": WINDOW_OF_ONE}
                    part = scene.pixels[(slice(None), *window)].round().astype(np.int16)
                    profile = {**scene.profile, **size}
                    yield Seen("bands", str(half.model), part, profile, None, True)


WINDOW_OF_ONE, PURE = 60, 0.8


def purest(is_it: Pixels, is_there: Pixels) -> tuple[slice, slice] | None:
    """Return the window where most is of a class, if four fifths are."""
    best, found = PURE, None
    for row in range(0, is_it.shape[0] - WINDOW_OF_ONE, 20):
        for col in range(0, is_it.shape[1] - WINDOW_OF_ONE, 20):
            window = np.s_[row : row + WINDOW_OF_ONE, col : col + WINDOW_OF_ONE]
            if is_there[window].all() and is_it[window].mean() > best:
                best, found = is_it[window].mean(), window
    return found


def told_rows(data: Path, folder: Path) -> list[dict[str, Any]]:
    """Return what is told of all rasters."""
    rows: list[dict[str, Any]] = []
    sources = (of_bundled(data), of_bands(data, folder), of_adapted(data, folder))
    for source, rasters in enumerate(sources):
        for number, seen in enumerate(rasters):
            rows += told(seen, np.random.default_rng([source, number]), folder)
            print(json.dumps(rows[-1]), flush=True)
    return rows


def told_table(rows: list[dict[str, Any]]) -> str:
    """Return how often matching is advised, and how often it helps."""
    heads = ["model", "change", "rasters", "right, plain", "right, match"]
    heads += [f"{which}: told, of" for which in ("helps", "harms", "neither")]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]

    def line(kind: str, name: str, chosen: list[dict[str, Any]]) -> str:
        plain, match = (np.mean([row[way] for row in chosen]) for way in ("plain", "match"))
        helps = [row["told"] for row in chosen if row["match"] - row["plain"] > HELPS]
        harms = [row["told"] for row in chosen if row["plain"] - row["match"] > HELPS]
        neither = sum(row["told"] for row in chosen) - sum(helps) - sum(harms)
        cells = [kind, name, str(len(chosen)), f"{plain:.3f}", f"{match:.3f}"]
        cells += [f"{sum(helps)} of {len(helps)}", f"{sum(harms)} of {len(harms)}"]
        cells.append(f"{neither} of {len(chosen) - len(helps) - len(harms)}")
        return f"| {' | '.join(cells)} |"

    for kind in dict.fromkeys(row["kind"] for row in rows):
        own = [row for row in rows if row["kind"] == kind]
        for name in dict.fromkeys(row["change"] for row in own):
            of_name = [row for row in own if row["change"] == name]
            if name == SAME and any(row["one"] for row in of_name):
                whole = [row for row in of_name if not row["one"]]
                lines.append(line(kind, f"{name}, other half", whole))
                of_name = [row for row in of_name if row["one"]]
                name = f"{name}, one class only"
            lines.append(line(kind, name, of_name))
        lines.append(line(f"**{kind}**", "**all**", own))
    return "\n".join(lines) + "\n"


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
            "lines and dates; the figures of seed 0 were seen once meanwhile.",
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


TOLD_TITLE = "## Who is told"
START, END = "<!-- told -->\n", "<!-- end of told -->"


def write_told(data: Path, page: Path | None) -> None:
    """Measure who is told; print the table, or write it to its place in a page."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CROSSEARTH_HOME"] = str(Path(folder) / "home")
        table = told_table(told_rows(data, Path(folder)))
    print(table)
    if page:
        before, _, after = page.read_text(encoding="utf-8").partition(START)
        page.write_text(f"{before}{START}{table}{END}{after.partition(END)[2]}", encoding="utf-8")


def section_of_told(page: Path) -> str:
    """Return what a page says of who is told."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    return TOLD_TITLE + text.partition(TOLD_TITLE)[2] if TOLD_TITLE in text else ""


def main() -> None:
    """Measure, and print or write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scene", type=Path, nargs="?")
    parser.add_argument("polygons", type=Path, nargs="?", help="with a field class")
    parser.add_argument("--told", type=Path, metavar="DATA", help="measure who is told, instead")
    parser.add_argument("--dates", type=int, default=5)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--write", type=Path, metavar="PAGE")
    arguments = parser.parse_args()
    if arguments.told:
        write_told(arguments.told, arguments.write)
        return
    if not arguments.scene or not arguments.polygons:
        parser.error("give a scene and its polygons, or --told DATA")
    seeds = range(arguments.first_seed, arguments.first_seed + arguments.dates)
    with tempfile.TemporaryDirectory() as home:
        os.environ["CROSSEARTH_HOME"] = home
        found = measure(read_scene(arguments.scene, arguments.polygons), seeds, LINES)
    page = as_page(found, arguments)
    print(page)
    if arguments.write:
        page = "\n".join(filter(None, [page, section_of_told(arguments.write)]))
        arguments.write.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
