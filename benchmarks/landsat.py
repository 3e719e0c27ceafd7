"""What an encoder of another task is worth on Landsat: DLR's cloud networks, bands, and a forest.

The polygons of one half of a scene are adapted to, those of the other half are the test: of their
pixels the share that is right, and the mean IoU. DLR's EfficientNet-B4, which tells clouds, is the
encoder: alone, with the bands beside it, and as quick adaptation decides; beside it the bands alone
(``--model bands``) and a random forest of the bands of each pixel. The map is made of the scene as
it is, and of two made dates that nothing was adapted to: under haze, and after a dry spell.

Only classes that were drawn in the half that is adapted to are counted. There are 30 polygons: a
half has a single one of some classes, and what is told here is no more than a few places.

    python benchmarks/landsat.py SCENES [--from FOLDER|URL] [--models ID ...]
        [--write docs/encoders.md]

SCENES holds ``landsat7_campeche_1999_int16.tif`` and ``…_polygons.gpkg``; ``--from`` is where the
package ``ukis-csmask`` is.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio.features import rasterize
from sklearn.ensemble import RandomForestClassifier

from crossearth_engine.exchange.download import download_model
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.job import Job
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.quick.frozen_network import FrozenNetwork
from crossearth_engine.training.request import FinetuneRequest

RASTER = "landsat7_campeche_1999_int16.tif"
POLYGONS = "landsat7_campeche_1999_polygons.gpkg"
FIELD = "class"
BANDS = ("blue", "green", "red", "nir", "swir16", "swir22")
MODELS = ("csmask-6b-l2a", "csmask-4b-l2a")
BANDS_ALONE, FOREST = "bands alone", "random forest"
TREES, SEED = 300, 0
# Added and multiplied reflectance of each band. Haze is bright where waves are short; the dry spell
# is about what the medians of a scene of 2002 of this place are to those of 1999.
DATES: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "as it is": ((0.0,) * 6, (1.0,) * 6),
    "haze": ((0.05, 0.035, 0.025, 0.015, 0.004, 0.002), (0.82, 0.86, 0.89, 0.92, 0.97, 0.98)),
    "dry": ((0.0,) * 6, (1.35, 1.5, 2.0, 0.95, 1.45, 1.7)),
}
WIDTH = 124
HEADING = "### On Landsat, measured"
UNTOUCHED = FrozenNetwork.with_texture


@dataclass(frozen=True)
class Half:
    """What is adapted to, and what it is tested on.

    Attributes:
        title: which rows the polygons of the test lie in.
        drawn: (H, W) class of each pixel that may be learned from, from 1; else 0.
        test: (H, W) likewise, of the other half; only classes that were drawn.
        polygons: file of the drawn polygons.
        counts: polygons of each class that were drawn, in words.
    """

    title: str
    drawn: NDArray[np.uint8]
    test: NDArray[np.uint8]
    polygons: Path
    counts: str


def main() -> None:
    """Measure, print a table; with ``--write`` also put it into the page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("scenes", type=Path)
    parser.add_argument("--from", dest="address", help="where the package is")
    parser.add_argument("--models", nargs="+", default=list(MODELS))
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CROSSEARTH_HOME"] = str(Path(folder, "home"))
        for model in arguments.models:
            download_model(model, arguments.address, None, quiet_job())
        dates = write_dates(arguments.scenes / RASTER, Path(folder))
        names, halves = read_halves(arguments.scenes, Path(folder))
        rows = [
            line
            for half in halves
            for line in compare(half, names, dates, arguments.models, Path(folder))
        ]
    text = as_section(rows, halves)
    sys.stdout.write(text)
    if arguments.write:
        page = arguments.write.read_text(encoding="utf-8")
        pattern = rf"{re.escape(HEADING)}\n.*?(?=\n##|\Z)"
        if not re.search(pattern, page, re.DOTALL):
            raise SystemExit(f"{arguments.write} has no heading “{HEADING}”.")
        page = re.sub(pattern, lambda _: text.rstrip("\n") + "\n", page, flags=re.DOTALL)
        arguments.write.write_text(page, encoding="utf-8")


def write_dates(raster: Path, folder: Path) -> dict[str, Path]:
    """Write the reflectance of the scene as it is and as it would be at other dates."""
    with rasterio.open(raster) as dataset:
        stored = dataset.read(list(range(1, len(BANDS) + 1)))
        place = {"crs": dataset.crs, "transform": dataset.transform}
        is_empty = (stored == dataset.nodata).any(axis=0)
    reflectance = stored.astype(np.float32) / 10_000
    files = {}
    for name, terms in DATES.items():
        added, factors = (np.array(values, np.float32)[:, None, None] for values in terms)
        pixels = np.where(is_empty, np.float32(-9999), reflectance * factors + added)
        files[name] = folder / f"{name.replace(' ', '-')}.tif"
        options = {"count": len(BANDS), "dtype": "float32", "nodata": -9999, **place}
        height, width = is_empty.shape
        with rasterio.open(
            files[name], "w", driver="GTiff", height=height, width=width, **options
        ) as dataset:
            dataset.write(pixels)
            dataset.descriptions = BANDS
    return files


def read_halves(scenes: Path, folder: Path) -> tuple[list[str], list[Half]]:
    """Return the names of the classes, and both ways to take one half for the other."""
    meta, _, wkb, (classes,) = pyogrio.raw.read(scenes / POLYGONS, columns=[FIELD])
    outlines = shapely.from_wkb(wkb)
    with rasterio.open(scenes / RASTER) as dataset:
        shape, transform = dataset.shape, dataset.transform
    middle = (transform @ (0, shape[0] / 2))[1]
    names = sorted(set(classes))
    is_upper = shapely.get_y(shapely.centroid(outlines)) > middle
    halves = []
    for title, is_drawn in (("lower", is_upper), ("upper", ~is_upper)):
        drawn = sorted(set(classes[is_drawn]))
        path = folder / f"test-{title}.gpkg"
        pyogrio.raw.write(
            path,
            wkb[is_drawn],
            [classes[is_drawn]],
            [FIELD],
            crs=meta["crs"],
            geometry_type="Unknown",
        )
        is_test = ~is_drawn & np.isin(classes, drawn)
        of_drawn, of_test = (
            rasterize(
                ((o, names.index(c) + 1) for o, c in zip(outlines[p], classes[p], strict=True)),
                shape,
                transform=transform,
                dtype="uint8",
            )
            for p in (is_drawn, is_test)
        )
        counts = ", ".join(f"{name} {int((classes[is_drawn] == name).sum())}" for name in drawn)
        halves.append(Half(title, of_drawn, of_test, path, counts))
    return names, halves


def compare(
    half: Half, names: list[str], dates: dict[str, Path], models: list[str], folder: Path
) -> Iterator[str]:
    """Yield a line of the table for each way to make a map."""
    for title, maps_of, told in ways(half, names, dates, models, folder):
        cells = []
        for path in dates.values():
            found = maps_of(path)
            right, iou = figures(found, half.test, len(names))
            cells.append(f"{right:.3f} ({iou:.3f})")
        line = f"| {half.title} | {title} | {told} | {' | '.join(cells)} |"
        sys.stderr.write(line + "\n")
        yield line


def ways(
    half: Half, names: list[str], dates: dict[str, Path], models: list[str], folder: Path
) -> Iterator[tuple[str, Callable[[Path], NDArray[np.uint8]], str]]:
    """Yield what a map is made with, what makes it of a raster, and what was taken."""
    first = next(iter(dates.values()))
    yield FOREST, forest(half, first), ""
    yield BANDS_ALONE, *adapted(half, names, "bands", first, folder)
    for model in models:
        for title, with_texture in (
            (f"{model} alone", lambda network: network),
            (f"{model} and bands", beside_the_bands),
            (f"{model}, as quick decides", UNTOUCHED),
        ):
            # No option of a user asks for what does worse.
            FrozenNetwork.with_texture = with_texture  # type: ignore[method-assign] # as said
            yield title, *adapted(half, names, model, first, folder)
            FrozenNetwork.with_texture = UNTOUCHED  # type: ignore[method-assign] # as it was


def beside_the_bands(network: FrozenNetwork) -> FrozenNetwork:
    """Return a network with the bands beside its maps, which are not tried alone."""
    seen = UNTOUCHED(network)
    seen.encoder.maps.pop("bands", None)
    return seen


def adapted(
    half: Half, names: list[str], model: str, raster: Path, folder: Path
) -> tuple[Callable[[Path], NDArray[np.uint8]], str]:
    """Adapt a model by quick, and return what maps with it, and which maps were taken."""
    out = Path(tempfile.mkdtemp(prefix="fit-", dir=folder)) / "fit"
    request = {
        "rasters": [str(raster)],
        "polygons": str(half.polygons),
        "field": FIELD,
        "model": model,
        "out": str(out),
        "seed": SEED,
    }
    result = adapt(FinetuneRequest.from_arguments(request), quiet_job())
    values = {item["name"]: item["value"] for item in result["classes"]}
    index_of = np.zeros(256, np.uint8)
    for index, name in enumerate(names, 1):
        if name in values:
            index_of[values[name]] = index

    def made(path: Path) -> NDArray[np.uint8]:
        output = out.parent / f"map-{path.name}"
        segment(SegmentRequest(str(path), str(output), model=str(out)), quiet_job())
        with rasterio.open(output) as dataset:
            return index_of[dataset.read(1)]

    choice = result["choice"]
    maps = choice["maps"].replace("all", "network and bands" if "bands" in model else "network")
    return made, f"{maps}, {choice['head']}"


def forest(half: Half, raster: Path) -> Callable[[Path], NDArray[np.uint8]]:
    """Return what maps with a forest of the bands of the drawn pixels."""
    with rasterio.open(raster) as dataset:
        pixels = dataset.read()
    trees = RandomForestClassifier(TREES, random_state=SEED)
    trees.fit(pixels[:, half.drawn > 0].T, half.drawn[half.drawn > 0])

    def made(path: Path) -> NDArray[np.uint8]:
        with rasterio.open(path) as dataset:
            image = dataset.read()
        found: NDArray[np.uint8] = trees.predict(image.reshape(len(image), -1).T)
        return found.reshape(image.shape[1:])

    return made


def figures(found: NDArray[np.uint8], test: NDArray[np.uint8], classes: int) -> tuple[float, float]:
    """Return the share of the pixels of the test that are right, and the mean IoU on them."""
    is_test = test > 0
    found, wanted = found[is_test], test[is_test]
    ious = []
    for value in range(1, classes + 1):
        is_found, is_there = found == value, wanted == value
        if is_there.any():
            ious.append((is_found & is_there).sum() / (is_found | is_there).sum())
    return float((found == wanted).mean()), float(np.mean(ious))


def quiet_job() -> Job:
    """Return a job that tells nobody."""
    return Job(lambda *_: None, lambda *_: None)


def as_section(rows: list[str], halves: list[Half]) -> str:
    """Return the part of the page, with the table."""
    titles = ("test", "made with", "taken", *DATES)
    drawn = "; ".join(
        f"for the test in the {half.title} half, {int((half.drawn > 0).sum())} pixels of "
        f"{half.counts}, tested on {int((half.test > 0).sum())}"
        for half in halves
    )
    text = (
        "DLR's EfficientNet-B4, which tells clouds (`csmask`, 6 and 4 bands), as the encoder on "
        "Landsat 7 (Campeche, 1999, surface reflectance, 250 × 250 pixels). The polygons of one "
        "half are adapted to, those of the other half are the test. Told is the share of its "
        "pixels that is right and, in brackets, the mean IoU; on the scene as it is, and on two "
        "made dates that nothing was adapted to. *Alone* and *and bands* is what would come of it "
        "if nothing were left out; *bands alone* is `--model bands`; the forest has "
        f"{TREES} trees and sees the {len(BANDS)} bands of a pixel."
    )
    caveat = (
        f"There are few polygons: {drawn}. Single places decide such figures, and a few points "
        "are chance; 0.372 and 0.069 are maps of nearly one class. On the scene itself the network "
        "of another task is worse than the bands, and quick adaptation leaves it out. On the made "
        "dates it may be the better one: tested in the lower half, the network of 4 bands loses "
        "little of what it has, and bands and forest nearly all. What the polygons of one date "
        "tell cannot show that; see [`--match`](adapt.md#another-date-or-sensor). Repeat with "
        "`python3 dev.py bench landsat SCENES --write docs/encoders.md`; seed 0, the computer does "
        "not matter."
    )
    lines = [HEADING, "", text, "", f"| {' | '.join(titles)} |", "|" + " --- |" * len(titles)]
    lines[2], caveat = (textwrap.fill(t, WIDTH, break_on_hyphens=False) for t in (text, caveat))
    return "\n".join([*lines, *rows, "", caveat, ""])


if __name__ == "__main__":
    main()
