"""The cloud model against the code of its makers, on the same pixels stored in many ways.

DLR's package ``ukis-csmask`` has the networks of our catalogue and the code that runs them. Both
see a Landsat scene as it is, and with made clouds and shadows over a third of it; the raster that
we are given holds the same reflectance as floats, as integers of Sentinel-2 and Landsat products,
and with a scale in the file. Compared are what the networks are given, and the classes.

    python benchmarks/clouds.py LANDSAT.tif [--from FOLDER|URL] [--seeds 0 1 …]
        [--write docs/benchmarks-clouds.md]

LANDSAT.tif: bands blue, green, red, nir, swir16, swir22 first, reflectance times 10,000.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from scipy import ndimage

from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.exchange.download import download_model
from crossearth_engine.inference.load import load_backend
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import published_digest, read_catalog
from crossearth_engine.package_index import PackageIndex
from crossearth_engine.shared.model_places import user_data_folder
from crossearth_engine.shared.pip_settings import index_address
from crossearth_engine.transfer import fetch, open_source

BANDS = ("blue", "green", "red", "nir", "swir16", "swir22")
CLASSES = ("clear", "cloud", "shadow")
PACKAGE = "ukis_csmask"
# Of which class there are fewer pixels, a share says nothing.
FEWEST_PIXELS = 500
# As in the makers' code, where it is no parameter.
OVERLAP = 0.2
# By how many pixels the makers' code is shifted against itself, to know what a grid of windows is
# good for.
SHIFT = 9

Image = NDArray[np.float32]


@dataclass(frozen=True)
class Form:
    """How reflectance is stored in a raster.

    Attributes:
        title: in words.
        file: its name.
        level: of the product, which has a model of its own.
        scale, added: reflectance is the integer times scale, minus ``added``; None: as floats.
        is_said: whether the file itself says so.
        stretch: what the user has to say.
    """

    title: str
    file: str
    level: str
    scale: float | None = None
    added: float = 0.0
    is_said: bool = False
    stretch: str | None = None


FORMS = (
    Form("integers of nobody, `--stretch 0,10000`", "scene.tif", "l1c", 1e-4, stretch="0,10000"),
    Form("float32", "scene.tif", "l1c"),
    Form("float32", "scene.tif", "l2a"),
    Form("integers with scale and offset in the file", "scene.tif", "l1c", 1e-4, 0.1, is_said=True),
    Form(
        "Sentinel-2 L1C before the offset",
        "S2A_MSIL1C_20211231T105441_N0301_R051_T31UFS_20211231T125520.tif",
        *("l1c", 1e-4),
    ),
    Form(
        "Sentinel-2 L1C after it",
        "S2A_MSIL1C_20220301T105441_N0400_R051_T31UFS_20220301T125520.tif",
        *("l1c", 1e-4, 0.1),
    ),
    Form(
        "Sentinel-2 L2A before the offset",
        "S2B_MSIL2A_20200601T105629_N0214_R094_T31UFS_20200601T135805.tif",
        *("l2a", 1e-4),
    ),
    Form(
        "Sentinel-2 L2A after it",
        "S2B_MSIL2A_20230601T105629_N0509_R094_T31UFS_20230601T135805.tif",
        *("l2a", 1e-4, 0.1),
    ),
    Form(
        "Landsat Collection 2, Level 2",
        "LE07_L2SP_021047_19990313_20200918_02_T1.tif",
        *("l2a", 2.75e-5, 0.2),
    ),
)


class Makers:
    """The package of the networks' makers, taken out of its file and imported from there."""

    def __init__(self, wheel: Path, folder: Path) -> None:
        with zipfile.ZipFile(wheel) as package:
            names = [n for n in package.namelist() if n.startswith(f"{PACKAGE}/") and ".." not in n]
            package.extractall(folder, names)
        sys.path.insert(0, str(folder))
        self._mask = importlib.import_module(f"{PACKAGE}.mask").CSmask
        self._tiled = importlib.import_module(f"{PACKAGE}.utils").tile_array

    def run(self, image: Image, level: str) -> tuple[NDArray[np.uint8], Image]:
        """Return classes (H, W), and what the network was given (N, C, S, S), of reflectance."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that the scene is small
            mask = self._mask(np.moveaxis(image, 0, -1).copy(), list(BANDS), level)
        width, height = mask.target_size
        tiles = self._tiled(mask.img, xsize=width, ysize=height, overlap=OVERLAP)
        return mask.csm[..., 0], np.moveaxis(tiles, -1, 1)


def main() -> None:
    """Compare and print a table; with ``--write`` also write the page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("landsat", type=Path)
    parser.add_argument("--from", dest="address", help="where the package is")
    parser.add_argument("--seeds", type=int, nargs="+", default=[*range(8)])
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CROSSEARTH_HOME"] = str(Path(folder, "home"))
        makers = Makers(package_file(arguments.address), Path(folder, "package"))
        with rasterio.open(arguments.landsat) as dataset:
            image = dataset.read(list(range(1, 7))).astype(np.float32) / 10_000
            profile = {"crs": dataset.crs, "transform": dataset.transform}
        rows = list(compare_all(image, arguments.seeds, makers, profile, Path(folder)))
    page = as_page(rows, arguments.landsat.name)
    sys.stdout.write(page)
    if arguments.write:
        arguments.write.write_text(page, encoding="utf-8")


def package_file(address: str | None) -> Path:
    """Return the file of the package, and install its models out of it."""
    job = Job(lambda *_: None, lambda *_: None)
    published = read_catalog().models["csmask-6b-l1c"]
    project = published.packaged.project if published.packaged else ""
    source = open_source(address) if address else PackageIndex(index_address(), project)
    digest = published_digest(published.file)
    file = fetch(source, published.file, user_data_folder() / "package", job, sha256=digest)
    download_model(published.id, str(file.parent), None, job, is_whole_file=True)
    return file


def compare_all(
    image: Image, seeds: list[int], makers: Makers, profile: dict[str, Any], folder: Path
) -> Iterator[str]:
    """Yield a line of the table for each scene and form."""
    scenes = {"as it is": image}
    scenes |= {f"clouds, seed {seed}": with_clouds(image, seed) for seed in seeds}
    for number, (title, scene) in enumerate(scenes.items()):
        # What is stored otherwise is seen the same: two scenes show it.
        for form in FORMS if number < 2 else [form for form in FORMS if form.scale is None]:
            stored, reflectance = in_form(scene, form)
            path = write(folder / form.file, stored, form, profile)
            classes, given = makers.run(reflectance, form.level)
            ours, seen = run_ours(path, form, folder)
            difference = float(np.abs(seen - given).max())
            shares = " | ".join(agreement(ours, classes))
            line = (
                f"| {title} | {form.title} | {form.level.upper()} | {difference:.1g} | {shares} |"
            )
            sys.stderr.write(line + "\n")
            yield line
        for level in ("l1c", "l2a"):
            classes, _ = makers.run(scene, level)
            shifted, _ = makers.run(scene[:, SHIFT:, SHIFT:], level)
            shares = " | ".join(agreement(shifted, classes[SHIFT:, SHIFT:]))
            yield f"| {title} | *the makers' code, shifted* | {level.upper()} | | {shares} |"


def with_clouds(image: Image, seed: int) -> Image:
    """Return reflectance with clouds over a fifth of it, and their shadows beside them.

    Clouds are noise of all sizes, as thick as it is above a level; shadows take off more of the
    long waves, which the sky scatters less.
    """
    rng = np.random.default_rng(seed)
    shape = image.shape[1:]
    noise = fractal(shape, rng, 2.2)
    thick = np.clip((noise - np.quantile(noise, 0.8)) / 0.5, 0, 1) ** 0.7
    cloud = np.array([0.72, 0.70, 0.70, 0.72, 0.50, 0.36])[:, None, None]
    cloud = cloud * (1 + 0.06 * fractal(shape, rng, 1.2))
    shadow = ndimage.gaussian_filter(np.roll(thick, (30, -20), (0, 1)), 1)
    taken = 1.15 * np.array([0.55, 0.55, 0.60, 0.70, 0.75, 0.78])[:, None, None]
    ground = image * (1 - taken * shadow)
    return (ground * (1 - thick) + cloud * thick).astype(np.float32)


def fractal(shape: tuple[int, ...], rng: np.random.Generator, power: float) -> NDArray[np.float64]:
    """Return noise whose amplitude falls with this power of its frequency, mean 0, deviation 1."""
    frequency = np.hypot(np.fft.fftfreq(shape[0])[:, None], np.fft.fftfreq(shape[1])[None])
    frequency[0, 0] = 1
    noise = np.fft.ifft2(np.fft.fft2(rng.standard_normal(shape)) * frequency**-power).real
    return np.asarray((noise - noise.mean()) / noise.std())


def in_form(image: Image, form: Form) -> tuple[NDArray[Any], Image]:
    """Return what is stored of reflectance, and the reflectance that this is."""
    if form.scale is None:
        return image, image
    stored = np.round((image.astype(np.float64) + form.added) / form.scale)
    reflectance = (stored * form.scale - form.added).astype(np.float32)
    return stored.astype(np.uint16 if form.added else np.int16), reflectance


def write(path: Path, stored: NDArray[Any], form: Form, profile: dict[str, Any]) -> Path:
    """Write the raster that we are given."""
    count, height, width = stored.shape
    size = {"count": count, "height": height, "width": width, "dtype": stored.dtype}
    with rasterio.open(path, "w", driver="GTiff", **size, **profile) as dataset:
        dataset.write(stored)
        dataset.descriptions = BANDS
        if form.is_said:
            dataset.scales, dataset.offsets = (form.scale,) * count, (-form.added,) * count
    return path


def run_ours(path: Path, form: Form, folder: Path) -> tuple[NDArray[np.uint8], Image]:
    """Return our classes (H, W), and what the network was given (N, C, S, S)."""
    windows: list[Image] = []

    def load(*arguments: Any) -> Any:
        backend = load_backend(*arguments)
        run = backend.run
        backend.run = lambda batch: (windows.append(batch[0].copy()), run(batch))[1]  # type: ignore[method-assign]
        return backend

    output = str(folder / "map.tif")
    model = f"csmask-6b-{form.level}"
    request = SegmentRequest(str(path), output, model=model, stretch=form.stretch)
    result = segment(request, Job(lambda *_: None, lambda *_: None), load)
    if result["warnings"]:
        raise SystemExit(f"{form.title}: {result['warnings']}")
    with rasterio.open(output) as dataset:
        return dataset.read(1), np.stack(windows)


def agreement(ours: NDArray[np.uint8], theirs: NDArray[np.uint8]) -> Iterator[str]:
    """Yield the share of the makers' pixels of each class that is ours, and of all pixels."""
    for value in range(len(CLASSES)):
        wanted = theirs == value
        count, same = int(wanted.sum()), int((ours[wanted] == value).sum())
        yield f"{same / count:.1%}" if count >= FEWEST_PIXELS else f"{same} of {count} px"
    yield f"{(ours == theirs).mean():.1%}"


def as_page(rows: list[str], scene: str) -> str:
    """Return the page with the table."""
    return "\n".join(
        [
            "# The cloud model beside the code of its makers",
            "",
            "`csmask-6b-l1c` and `csmask-6b-l2a` of our catalogue are networks of DLR's package",
            "`ukis-csmask` 1.0.0. Its own code and ours see the same reflectance: a Landsat 7",
            f"scene of 1999 (`{scene}`, Campeche, 250 × 250 pixels of 30 m), as",
            "it is and with made clouds and shadows over a third of it. Our raster holds it in",
            "nine ways, of which nothing but the first needs an option.",
            "",
            "*Input* is the largest difference between what the two networks are given, over all",
            "pixels of all windows. Then: of the pixels that DLR's code has in a class, how many",
            f"are so in our map; of fewer than {FEWEST_PIXELS} pixels, the count. Our windows lie",
            "where DLR's do: they begin 51 pixels before the scene, which is mirrored there, and",
            "overlap by 52. DLR's code joins shares of the classes, ours the network's scores. The",
            f"lines in italics are DLR's code beside itself where the scene begins {SHIFT} pixels",
            "further on: so much is up to where windows lie. The clouds are those of the first",
            "seeds; none was left out.",
            "",
            f"On {cpu_name()}, {usable_cores()} cores; the result does not depend on it.",
            "Repeat with",
            "`python3 dev.py bench clouds LANDSAT.tif --write docs/benchmarks-clouds.md`",
            "(145 MB are downloaded; `--from FOLDER` takes the package from a disk).",
            "",
            f"| scene | stored as | level | input | {' | '.join(CLASSES)} | all |",
            "|---|---|---|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    main()
