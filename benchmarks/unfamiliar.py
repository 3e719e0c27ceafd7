"""Does the model know what is unlike its training?

It is shown windows of other sensors, of sites that were left out, and of these changed. Beside
it stands what a program could know without looking into the network.

    python benchmarks/unfamiliar.py DATA [--seeds 0 1 …] [--only bundled|adapted] [--write PAGE]

DATA: a folder with dubai_mbrsc, oam_kampala_buildings, scenes, chesapeake_naip and enmap_potsdam.
Each raster is seen as a run sees it, in up to nine windows. A window is flagged if the median of
its places is. ``adapted``: the model is also adapted to ten polygons of each of four scenes, and
shown these scenes and other sensors.
"""

from __future__ import annotations

import argparse
import io
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import few_polygons
import numpy as np
import rasterio
from few_polygons import Scene
from PIL import Image, ImageFilter
from scipy.stats import spearmanr

from crossearth_engine.commands import run
from crossearth_engine.devices.processor import cpu_name
from crossearth_engine.inference.load import WarmLoader, load_backend
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.inference.plan import see
from crossearth_engine.inference.request import LookRequest
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.sample import spread
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import NOTES
from crossearth_engine.shared.model_places import DEFAULT_ID
from crossearth_engine.shared.products import UNFAMILIAR
from crossearth_engine.training.quick.onnx_encoder import Encoder, FeatureMap
from crossearth_engine.training.quick.reference import (
    ELSEWHERE,
    features_of,
    fit_reference,
    judged_maps,
)

POSITIONS = 3
# Draws of polygons that the model is adapted to.
ADAPTED_SEEDS = 1
# Sites 4, 7 and 8 show partly the same ground, and 1 and 3 share an image.
GROUPS = {"1, 3": ("tile1", "tile3"), "5": ("tile5",), "4, 7, 8": ("tile4", "tile7", "tile8")}
METHODS = ("ours", "bands", "softmax", "entropy")
FOREIGN = {
    "Kampala, drone, 7.5 cm": ("oam_kampala_buildings/kampala_suburb.tif", None),
    "crop field, drone, 2 cm": ("scenes/drone_ortho_2cm_rgba.tif", None),
    "NAIP, North Dakota, three years, 5 m": ("scenes/naip_north_dakota_*.tif", None),
    "NAIP, West Virginia, summer, 1 m": ("chesapeake_naip/images_old/*.tif", None),
    "NAIP, West Virginia, autumn, 1 m": ("chesapeake_naip/images_new/*.tif", None),
    "Sentinel-2, North Carolina": ("scenes/sentinel2_north_carolina_2018.tif", [4, 3, 2]),
    "Sentinel-2, Flanders, infrared": ("scenes/sentinel2_flanders_2023_nir_r_g.tif", [1, 2, 3]),
    "Landsat 7, Campeche, 30 m": ("scenes/landsat7_campeche_1999_int16.tif", [3, 2, 1]),
    "EnMAP, Potsdam, 30 m": ("enmap_potsdam/images/*.tif", [47, 27, 11]),
}


@dataclass(frozen=True)
class Seen:
    """A window as methods see it.

    Attributes:
        image: that it is of.
        features: (N, F) of the inner maps that are judged.
        all_features: of all inner maps.
        bands: (1, 6) mean and deviation of each band.
        softmax, entropy: how doubtful the scores are, means over the window; larger is more so.
        right: share of the labelled pixels that are mapped right; None without labels.
    """

    image: str
    features: np.ndarray
    all_features: np.ndarray
    bands: np.ndarray
    softmax: float
    entropy: float
    right: float | None = None


class Eye:
    """The bundled network, which also gives its inner maps."""

    def __init__(self) -> None:
        self.model = find_model(DEFAULT_ID)
        encoder = Encoder.read(self.model.weights, self.model.window_size)
        self.maps = encoder.maps["all"]
        shown = (*self.maps, FeatureMap("logits", 1, len(self.model.classes)))
        self._network = OnnxMaps(self.model.weights, encoder.exposing(shown), "cpu", None)

    def windows(
        self, path: Path, bands: list[int] | None = None, labels: np.ndarray | None = None
    ) -> Iterator[Seen]:
        """Yield up to nine windows of a raster, as a run sees it."""
        for window, pixels, valid in windows_of(self.model, path, bands):
            rows, cols = (
                slice(start, start + window.height) for start in (window.row_off, window.col_off)
            )
            part = None if labels is None else labels[rows, cols]
            yield self.seen(path.stem, pixels, valid, part)

    def seen(
        self, image: str, pixels: np.ndarray, valid: np.ndarray, labels: np.ndarray | None = None
    ) -> Seen:
        """Return what methods see of pixels (3, S, S)."""
        mean, std = (np.array(n, np.float32) for n in (self.model.mean, self.model.std))
        *maps, logits = self._network.run(normalize(pixels, valid, mean, std)[None])
        shares = np.exp(logits[0] - logits[0].max(axis=0))
        shares /= shares.sum(axis=0)
        features = features_of([item[0] for item in maps], valid)
        count = sum(item.channels for item in judged_maps(self.maps))
        right = None
        if labels is not None:
            right = float((shares.argmax(axis=0) == labels - 1)[labels > 0].mean())
        return Seen(
            image,
            features[:, :count],
            features,
            colors_of(pixels, valid),
            float(1 - shares.max(axis=0)[valid].mean()),
            float(-(shares * np.log(shares + 1e-9)).sum(axis=0)[valid].mean()),
            right,
        )


def windows_of(
    model: ModelInfo,
    path: Path,
    bands: list[int] | None = None,
    positions: int = POSITIONS,
    density: int = 1,
) -> Iterator[tuple[Window, np.ndarray, np.ndarray]]:
    """Yield windows of a raster as a run sees it, pixels (3, S, S) and validity (S, S).

    Args:
        model: that the raster is seen for.
        path: of the raster.
        bands: that the model takes, or None.
        positions: of windows along a side, at most.
        density: windows along a side for each that fits beside others.
    """
    size = model.window_size
    request = LookRequest(str(path), bands=bands)
    with RasterSource(str(path), model.bands, bands) as source:
        reader = RasterReader(source, see(request, source, model).view)
        rows, cols = (
            [(n - size) // 2]
            if n < size
            else spread(n - size + 1, min(positions, density * n // size))
            for n in (reader.view.grid.height, reader.view.grid.width)
        )
        for row, col in product(rows, cols):
            window = Window(col, row, size, size)
            pixels, valid, _ = reader.read_mirrored(window)
            if valid.mean() >= 0.5:
                yield window, pixels, valid


def colors_of(pixels: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Return mean and deviation of each band of a window (3, S, S), (1, 6)."""
    inside = pixels[:, valid].astype(float)
    return np.concatenate([inside.mean(axis=1), inside.std(axis=1)])[None]


def colors_of_cells(pixels: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Return mean and deviation of each band around each cell of a window (3, S, S), (N, 6)."""
    values = pixels.astype(np.float32)
    features = features_of([values, values**2], valid)
    mean, squares = np.split(features, 2, axis=1)
    return np.concatenate([mean, np.sqrt(np.maximum(squares - mean**2, 0))], axis=1)


def judges(training: Sequence[Seen]) -> dict[str, Callable[[Seen], bool]]:
    """Return for each method what flags a window, by windows of the training imagery alone."""
    ours = fit_reference([seen.features for seen in training])
    bands = fit_reference([seen.bands for seen in training])
    softmax, entropy = (
        float(np.quantile([getattr(seen, name) for seen in training], UNFAMILIAR))
        for name in ("softmax", "entropy")
    )
    return {
        "ours": lambda seen: bool(np.median(ours.unfamiliarity(seen.features)) >= UNFAMILIAR),
        "bands": lambda seen: bool(bands.unfamiliarity(seen.bands)[0] >= UNFAMILIAR),
        "softmax": lambda seen: seen.softmax >= softmax,
        "entropy": lambda seen: seen.entropy >= entropy,
    }


def blurred(pixels: np.ndarray) -> np.ndarray:
    """Return pixels (3, H, W) out of focus."""
    image = Image.fromarray(pixels.transpose(1, 2, 0)).filter(ImageFilter.GaussianBlur(3))
    return np.asarray(image).transpose(2, 0, 1)


def compressed(pixels: np.ndarray) -> np.ndarray:
    """Return pixels (3, H, W) after a poor JPEG."""
    stream = io.BytesIO()
    Image.fromarray(pixels.transpose(1, 2, 0)).save(stream, "JPEG", quality=15)
    return np.asarray(Image.open(stream)).transpose(2, 0, 1)


def map_scan(pixels: np.ndarray) -> np.ndarray:
    """Return a drawn map in place of imagery: five flat colours, and lines between them."""
    grey = np.asarray(
        Image.fromarray(pixels.mean(axis=0).astype(np.uint8)).filter(ImageFilter.GaussianBlur(6))
    )
    steps = np.digitize(grey, np.quantile(grey, [0.2, 0.4, 0.6, 0.8]))
    colors = [(250, 245, 230), (200, 225, 180), (170, 205, 235), (245, 215, 150), (235, 200, 200)]
    drawn = np.array(colors, np.uint8)[steps].transpose(2, 0, 1).copy()
    lines = (np.diff(steps, axis=0, prepend=steps[:1]) != 0) | (
        np.diff(steps, axis=1, prepend=steps[:, :1]) != 0
    )
    drawn[:, lines] = 60
    return drawn


def resized(times: float) -> Callable[[np.ndarray], np.ndarray]:
    """Return what shows an image at another size, seen in pixels as large as before."""

    def change(pixels: np.ndarray) -> np.ndarray:
        size = [round(edge * times) for edge in pixels.shape[:0:-1]]
        image = Image.fromarray(pixels.transpose(1, 2, 0)).resize(size, Image.Resampling.BICUBIC)
        return np.asarray(image).transpose(2, 0, 1)

    return change


def coarse(pixels: np.ndarray) -> np.ndarray:
    """Return pixels (3, H, W) of an eighth of the detail, as a coarse sensor enlarged has them."""
    _, height, width = pixels.shape
    image = Image.fromarray(pixels.transpose(1, 2, 0)).resize(
        (width // 8, height // 8), Image.Resampling.BOX
    )
    return np.asarray(image.resize((width, height), Image.Resampling.BICUBIC)).transpose(2, 0, 1)


def clipped(values: np.ndarray) -> np.ndarray:
    """Return values as bytes."""
    return values.clip(0, 255).astype(np.uint8)


CHANGES: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "as they are": lambda p: p,
    "turned by 90°": lambda p: p.transpose(0, 2, 1)[:, ::-1].copy(),
    "a tenth darker": lambda p: clipped(0.9 * p),
    "enlarged 1.5 times": resized(1.5),
    "noise of 12": lambda p: clipped(p + np.random.default_rng(0).normal(0, 12, p.shape)),
    "JPEG of quality 15": compressed,
    "red and blue exchanged": lambda p: p[::-1].copy(),
    "grey": lambda p: clipped(np.repeat(p.mean(axis=0, keepdims=True), 3, axis=0)),
    "haze": lambda p: clipped(0.55 * p + 0.45 * 205),
    "night": lambda p: clipped(p * np.array([0.16, 0.14, 0.2])[:, None, None] + 4),
    "inverted": lambda p: 255 - p,
    "blurred by 3 pixels": blurred,
    "an eighth of the detail": coarse,
    "a drawn map": map_scan,
}


LOOKED_AT = ("as they are", "red and blue exchanged", "grey", "haze", "inverted", "night")


def changed_windows(eye: Eye, path: Path) -> Iterator[tuple[str, Seen]]:
    """Yield the middle of an image, changed in each way."""
    with rasterio.open(path) as dataset:
        image = dataset.read()
    size = eye.model.window_size
    for name, change in CHANGES.items():
        pixels = change(image)
        top, left = ((edge - size) // 2 for edge in pixels.shape[1:])
        middle = pixels[:, top : top + size, left : left + size]
        yield name, eye.seen(path.stem, middle, np.ones(middle.shape[1:], bool))


def percent(flags: Sequence[bool]) -> str:
    """Return a share in words."""
    return f"{sum(flags)} of {len(flags)}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"


def flags_of(judge: dict[str, Callable[[Seen], bool]], windows: Sequence[Seen]) -> list[str]:
    """Return how many windows each method flags."""
    return [percent([judge[name](seen) for seen in windows]) for name in METHODS]


def adapted_table(data: Path, seeds: Sequence[int]) -> str:
    """Return a table of models adapted to ten polygons of a scene, shown others.

    Beside them stand the means and deviations of bands, by the windows of the same ground.
    """
    scenes = [few_polygons.load(name, data) for name in ("suburb", "quarter", "desert", "shore")]
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["CROSSEARTH_HOME"] = str(folder / "home")
        for scene in scenes:
            scene.write(folder / f"{scene.name}.tif")
            scene.write(folder / f"{scene.name}-right.tif", scene.split)
            left = replace(scene, pixels=scene.pixels[:, :, : scene.split])
            left.write(folder / f"{scene.name}-left.tif")
        for scene in scenes:
            counts: dict[str, list[tuple[bool, bool]]] = {}
            for seed in seeds:
                drawn, names = few_polygons.draw(scene, 10, seed)
                made = few_polygons.adapted(scene, folder, seed, drawn, names)
                shown = shown_rasters(scene, scenes, data, folder)
                flags = flags_of_adapted(made["path"], folder / f"{scene.name}-left.tif", shown)
                for title, found in flags.items():
                    counts.setdefault(title, []).extend(found)
            cells = (
                f"{sum(ours for ours, _ in found)}; {percent([bands for _, bands in found])}"
                if found
                else "–"
                for found in counts.values()
            )
            rows.append([scene.name, *cells])
            print(*rows[-1], sep=" | ", flush=True)
    return table(["adapted to the left two thirds of", *counts], rows)


def shown_rasters(
    scene: Scene, scenes: Sequence[Scene], data: Path, folder: Path
) -> dict[str, list[tuple[Path, list[int] | None]]]:
    """Return the rasters that a model adapted to a scene is shown, by what they are to it."""
    is_dubai = scene.name != "suburb"
    rights = {item.name: (folder / f"{item.name}-right.tif", None) for item in scenes}
    others = [name for name in rights if name != scene.name]
    same = [name for name in others if is_dubai and name != "suburb"]
    foreign = [
        (path, bands)
        for title, (files, bands) in FOREIGN.items()
        if is_dubai or not title.startswith("Kampala")
        # One raster of each sensor.
        for path in sorted(data.glob(files))[:1]
    ]
    return {
        "its right third": [rights[scene.name]],
        "right thirds of others, same sensor": [rights[name] for name in same],
        "right thirds of others, another sensor": [
            rights[name] for name in others if name not in same
        ],
        "other sensors": foreign,
    }


def flags_of_adapted(
    path: str, ground: Path, shown: dict[str, list[tuple[Path, list[int] | None]]]
) -> dict[str, list[tuple[bool, bool]]]:
    """Return for each window whether an adapted model flags it, and whether its bands do."""
    model = find_model(path)
    backend = load_backend(model, "cpu", None)
    mean, std = (np.array(n, np.float32) for n in (model.mean, model.std))
    known = fit_reference(
        [
            colors_of_cells(pixels, valid)
            for _, pixels, valid in windows_of(model, ground, positions=4, density=2)
        ]
    )

    def flags(pixels: np.ndarray, valid: np.ndarray) -> tuple[bool, bool]:
        batch = normalize(pixels, valid, mean, std)[None]
        unlike = backend.run(batch, with_unfamiliarity=True)[0, -1][valid]
        by_color = known.unfamiliarity(colors_of_cells(pixels, valid))
        return bool(np.median(unlike) >= UNFAMILIAR), bool(np.median(by_color) >= UNFAMILIAR)

    return {
        title: [
            flags(pixels, valid)
            for raster, indexes in rasters
            for _, pixels, valid in windows_of(model, raster, indexes, positions=2)
        ]
        for title, rasters in shown.items()
    }


def margins_table(dubai: Sequence[Seen], everything: Sequence[Seen]) -> str:
    """Return how far windows of left-out sites and of other sensors lie, by limits without margin.

    A limit without margin is what is found on parts of the places that the statistics are of.
    """
    rows = []
    for title, name in (("three", "features"), ("all four", "all_features")):
        found = {}
        for group, sites in GROUPS.items():
            training = of_sites(dubai, sites, are_left_out=True)
            known = fit_reference([getattr(seen, name) for seen in training])
            found[group] = [
                np.array(
                    [
                        np.median(known.spread.distances(getattr(seen, name)))
                        / (known.limit / ELSEWHERE)
                        for seen in windows
                    ]
                )
                for windows in (of_sites(dubai, sites, are_left_out=False), everything)
            ]
        for group, (own, foreign) in found.items():
            others = np.concatenate([values for g, (values, _) in found.items() if g != group])
            margin = np.quantile(others, UNFAMILIAR)
            limit = np.quantile(own, UNFAMILIAR)
            rows.append(
                [
                    title,
                    group,
                    f"{np.median(own):.2f}, {limit:.2f}",
                    f"{foreign.min():.2f}",
                    percent(list(foreign >= limit)),
                    f"{margin:.2f}",
                    f"{percent(list(own >= margin))}; {percent(list(foreign >= margin))}",
                ]
            )
        pooled = np.quantile(np.concatenate([own for own, _ in found.values()]), UNFAMILIAR)
        flagged = sum(int((own >= pooled).sum()) for own, _ in found.values())
        seen = sum(int((foreign >= pooled).sum()) for _, foreign in found.values())
        rows.append(
            [
                f"**{title}**",
                "**each in turn**",
                f"{pooled:.2f} (95 % of all)",
                "",
                "",
                f"{pooled:.2f}",
                f"{flagged} of {len(dubai)}; {seen} of {3 * len(everything)}",
            ]
        )
    head = ["maps", "sites left out", "their windows: half, 95 % below", "nearest of other sensors"]
    head += ["other sensors beyond these 95 %", "margin by the other groups"]
    return table([*head, "flagged with it: left out; other sensors"], rows)


def warned(paths: Sequence[Path]) -> dict[str, str]:
    """Return of how many images, changed in ways that statistics hardly tell, the look warns."""
    load, flags = WarmLoader(), dict[str, list[bool]]()
    with tempfile.TemporaryDirectory() as folder:
        shown = Path(folder) / "shown.tif"
        for path in paths:
            with rasterio.open(path) as dataset:
                image = dataset.read()
            for name in LOOKED_AT:
                pixels = CHANGES[name](image)
                _, height, width = pixels.shape
                with rasterio.open(
                    shown, "w", count=3, dtype="uint8", height=height, width=width
                ) as dataset:
                    dataset.write(pixels)
                flags.setdefault(name, []).append(warned_of(shown, load))
    return {name: percent(found) for name, found in flags.items()}


def warned_of(path: Path, load: WarmLoader) -> bool:
    """Return whether the look before a run warns of an image."""
    told = run("look", {"input": str(path)}, few_polygons.quiet_job(), load)
    return any(finding["code"] not in NOTES for finding in told["findings"])


def of_sites(dubai: Sequence[Seen], sites: Sequence[str], *, are_left_out: bool) -> list[Seen]:
    """Return the windows of some sites, or of all others."""
    return [seen for seen in dubai if (seen.image.partition("_")[0] in sites) is not are_left_out]


def tables(
    data: Path, eye: Eye, dubai: list[Seen], foreign: dict[str, list[Seen]], seeds: Sequence[int]
) -> dict[str, str]:
    """Return what the page shows, by the name of its place there."""
    everything = [seen for windows in foreign.values() for seen in windows]
    titles = ["inside the network", "band means", "softmax", "entropy"]
    sites = GROUPS["1, 3"]
    training = of_sites(dubai, sites, are_left_out=True)
    left_out = of_sites(dubai, sites, are_left_out=False)
    judge = judges(training)
    shipped = [["**sites 1 and 3, left out**", *flags_of(judge, left_out)]]
    shipped += [[title, *flags_of(judge, windows)] for title, windows in foreign.items()]
    shipped.append(["**all of other sensors**", *flags_of(judge, everything)])
    folds = []
    for name, group in GROUPS.items():
        of_rest = judges(of_sites(dubai, group, are_left_out=True))
        own = of_sites(dubai, group, are_left_out=False)
        folds.append([f"sites {name}: themselves", *flags_of(of_rest, own)])
        folds.append([f"sites {name}: other sensors", *flags_of(of_rest, everything)])
    halves = []
    for seed in seeds:
        images = sorted({seen.image for seen in training})
        half = {*np.random.default_rng(seed).choice(images, len(images) // 2, replace=False)}
        of_half = judges([seen for seen in training if seen.image in half])
        flags = zip(flags_of(of_half, left_out), flags_of(of_half, everything), strict=True)
        halves.append([f"seed {seed}", *(f"{own}; {other}" for own, other in flags)])
    changed: dict[str, list[Seen]] = {}
    for path in sorted((data / "dubai_mbrsc/images/val").glob("*.jpg")):
        for name, seen in changed_windows(eye, path):
            changed.setdefault(name, []).append(seen)
    told = warned(sorted((data / "dubai_mbrsc/images/val").glob("*.jpg")))
    changes = [[n, *flags_of(judge, windows), told.get(n, "")] for n, windows in changed.items()]
    ours = fit_reference([seen.features for seen in training])
    unlike = [float(np.median(ours.unfamiliarity(seen.features))) for seen in left_out]
    right = [seen.right for seen in left_out]
    by_distance = spearmanr(unlike, right).statistic
    by_confidence = spearmanr([-seen.softmax for seen in left_out], right).statistic
    return {
        "shipped": table(["windows flagged", *titles], shipped),
        "folds": table(["left out", *titles], folds),
        "halves": table(["half of the images", *titles], halves),
        "margins": margins_table(dubai, everything),
        "changes": table(
            ["sites 1 and 3, middle of each image", *titles, "any warning of the look"], changes
        ),
        "rank": f"{by_distance:.2f} for the unfamiliarity, {by_confidence:.2f} for the mean "
        "confidence\n",
    }


def bundled_tables(data: Path, seeds: Sequence[int]) -> dict[str, str]:
    """Return what the page shows of the bundled model, by the name of its place there."""
    started = time.process_time()
    eye = Eye()
    dubai: list[Seen] = []
    for path in sorted((data / "dubai_mbrsc" / "images").glob("*/*.jpg")):
        labels = data / "dubai_mbrsc" / "labels" / path.parent.name / f"{path.stem}.png"
        with rasterio.open(labels) as dataset:
            dubai += eye.windows(path, labels=dataset.read(1))
    foreign = {
        title: [seen for path in sorted(data.glob(files)) for seen in eye.windows(path, bands)]
        for title, (files, bands) in FOREIGN.items()
    }
    parts = tables(data, eye, dubai, foreign, seeds)
    return {**parts, "machine": machine(started)}


def machine(started: float) -> str:
    """Return on what the tables were made, and how long it took since a processor time."""
    return f"{cpu_name()}, {time.process_time() - started:.0f} s of processor time\n"


def main() -> None:
    """Measure, and print or write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--seeds", type=int, nargs="*", default=[0, 1, 2, 3, 4])
    parser.add_argument("--only", choices=["bundled", "adapted"], help="the other tables stay")
    parser.add_argument("--write", type=Path, help="page that has places for the tables")
    arguments = parser.parse_args()
    parts: dict[str, str] = {}
    if arguments.only != "adapted":
        parts |= bundled_tables(arguments.data, arguments.seeds)
    if arguments.only != "bundled":
        started = time.process_time()
        seeds = [seed for seed in arguments.seeds if seed < ADAPTED_SEEDS]
        parts["adapted"] = adapted_table(arguments.data, seeds)
        parts["adapted machine"] = machine(started)
    for name, part in parts.items():
        print(f"{name}\n{part}")
    if arguments.write:
        page = arguments.write.read_text(encoding="utf-8")
        for name, part in parts.items():
            start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
            if start in page:
                before, _, after = page.partition(start)
                page = f"{before}{start}{part}{end}{after.partition(end)[2]}"
        arguments.write.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
