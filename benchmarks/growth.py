"""How CPU time, wall time and memory grow with what is given to the engine.

With pixels, full and sparse, with classes, bands, rasters of a batch, polygons to adapt by, and
with pixels of maps that are compared, or of which objects get their class. Each is varied alone, in
processes of their own; maps are made by a network of one convolution, so that what is measured is
the work around a network, and adapting is done with the bundled model. Of each row of figures y
over x the curve y = c + a·x^b is fitted, and b is told: 1 is proportional, 2 is what nobody wants.

    python benchmarks/growth.py [AXIS …] [--full] [--keep FILE] [--write docs/benchmarks-growth.md]

What is measured is kept in the file, and not measured again: axes can be measured one after the
other, and a run that was interrupted goes on.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pyogrio
import rasterio
import shapely
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from segment import Spent, compile_modules, make_raster, make_sparse_raster, profile, run

from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.shared.model_places import DEFAULT_ID

CLASSES, BANDS, PARTS = 5, 3, 8
# Tiles of sparse maps that have pixels, and the edge of a parcel.
ISLANDS, PARCEL = 100, 64
# Growth by less than this share of the smallest figure is none: it is what runs differ by.
LEAST_GROWTH = 0.2
FIGURES = {"cpu_s": "CPU time, s", "wall_s": "wall time, s", "peak_mb": "peak memory, MB"}
COMMAND = "python3 dev.py bench growth"


@dataclass(frozen=True)
class Axis:
    """Something that there may be more of.

    Attributes:
        title: what is varied, and in what all else stays.
        unit: what is counted.
        values: how much of it there is, by default.
        full: how much more there is if all is asked for.
        measure: makes so much of it in a folder, and returns what it took.
        count: what the values count, as its power: an edge counts twice.
    """

    title: str
    unit: str
    values: tuple[int, ...]
    full: tuple[int, ...]
    measure: Callable[[Path, int], Spent]
    power: int = 1


@dataclass(frozen=True)
class Growth:
    """The curve c + a·x^b.

    Attributes:
        constant: c.
        factor: a.
        exponent: b; None if there is no growth.
    """

    constant: float
    factor: float
    exponent: float | None

    def at(self, x: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the curve at some places."""
        return self.constant + self.factor * x ** (self.exponent or 0.0)


def fit_growth(x: Sequence[float], y: Sequence[float]) -> Growth:
    """Return the curve c + a·x^b, neither c nor a below 0, that is nearest to figures in ratio.

    Args:
        x: how much was given; increasing, positive.
        y: what it took; positive, at least three figures.

    Raises:
        ValueError: if there are too few figures to tell.
    """
    given, taken = np.asarray(x, float), np.asarray(y, float)
    if len(given) < 3 or len(given) != len(taken):
        raise ValueError(f"{len(given)} and {len(taken)} figures tell no curve")
    if taken.max() - taken[0] < LEAST_GROWTH * taken[0]:
        return Growth(float(taken.mean()), 0.0, None)
    scaled = given / given[-1]
    best, least = Growth(0.0, 0.0, None), math.inf
    for exponent in np.arange(0.05, 4.0, 0.01):
        # Both terms, or one alone where the other would be negative; errors as shares of figures.
        terms = np.stack([np.ones_like(scaled), scaled**exponent]) / taken
        both, *_ = np.linalg.lstsq(terms.T, np.ones_like(taken), rcond=None)
        alone = terms[1].sum() / (terms[1] ** 2).sum()
        constant, factor = both if (both >= 0).all() else (0.0, alone)
        error = float(((constant * terms[0] + factor * terms[1] - 1) ** 2).sum())
        if error < least:
            least = error
            best = Growth(float(constant), float(factor / given[-1] ** exponent), float(exponent))
    return best


def make_network(path: Path, bands: int, classes: int) -> None:
    """Write a network of one convolution, which tells classes by the values of single pixels."""
    rng = np.random.default_rng(0)
    weight = rng.normal(size=(classes, bands, 1, 1)).astype(np.float32)
    weights = [numpy_helper.from_array(weight, "weight")]
    image, scores = (
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", count, "height", "width"])
        for name, count in (("image", bands), ("scores", classes))
    )
    node = helper.make_node("Conv", ["image", "weight"], ["scores"], kernel_shape=[1, 1])
    graph = helper.make_graph([node], "colors", [image], [scores], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    values = {
        "model_type": "Segmentor",
        "class_names": {index: f"class {index}" for index in range(classes)},
        "resolution": 50,
        "tile_size": 512,
        "tiles_overlap": 15,
        "standardization_mean": [0.5] * bands,
        "standardization_std": [0.2] * bands,
    }
    helper.set_model_props(model, {name: json.dumps(value) for name, value in values.items()})
    onnx.save(model, path)


def segment(folder: Path, bands: int = BANDS, classes: int = CLASSES, *more: str) -> Spent:
    """Map the raster in a folder, and its confidence, by a network made for it."""
    make_network(folder / "network.onnx", bands, classes)
    paths = [folder / name for name in ("raster.tif", "map.tif", "confidence.tif")]
    raster, output, confidence = map(str, paths)
    return crossearth(
        *("segment", raster, output, "--confidence", confidence, "--json"),
        *("--model", str(folder / "network.onnx"), "--precision", "fp32"),
        *more,
    )


def crossearth(*arguments: str) -> Spent:
    """Run a command of the engine, which finds none of what others have left."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["CROSSEARTH_HOME"] = home
        return run([sys.executable, "-m", "crossearth_engine", *arguments])


def with_pixels(folder: Path, edge: int) -> Spent:
    """Map a raster of so many pixels."""
    make_raster(folder / "raster.tif", edge)
    return segment(folder)


def with_empty_pixels(folder: Path, edge: int) -> Spent:
    """Map a raster that is empty but for six islands."""
    make_sparse_raster(folder / "raster.tif", edge)
    return segment(folder)


def with_parts(folder: Path, edge: int) -> Spent:
    """Map such a raster in parts, one after the other; memory is that of the largest process."""
    make_sparse_raster(folder / "raster.tif", edge)
    make_network(folder / "network.onnx", BANDS, CLASSES)
    raster, output, confidence = (
        str(folder / name) for name in ("raster.tif", "map.tif", "confidence.tif")
    )
    model = ("--model", str(folder / "network.onnx"), "--precision", "fp32")
    asked = ("segment", raster, output, "--confidence", confidence, *model)
    spent = [crossearth(*asked, "--part", f"{n}/{PARTS}") for n in range(1, PARTS + 1)]
    spent.append(crossearth("assemble", output))
    walls, times, peaks, outputs = zip(*map(astuple, spent), strict=True)
    return Spent(sum(walls), sum(times), max(peaks), outputs[-1])


def make_maps(folder: Path, edge: int, *, is_sparse: bool = False) -> None:
    """Write two maps of patches, of which a tenth differ; of other programs, without any names."""
    rng = np.random.default_rng(0)
    shape = {**profile(edge), "count": 1, "nodata": 255, "sparse_ok": True}
    with (
        rasterio.open(folder / "before.tif", "w", **shape) as before,
        rasterio.open(folder / "after.tif", "w", **shape) as after,
    ):
        windows = [window for _, window in before.block_windows(1)]
        if is_sparse:
            windows = [windows[index] for index in rng.choice(len(windows), ISLANDS)]
        for window in windows:
            patches = rng.integers(0, CLASSES, (16, 16))
            others = np.where(
                rng.random((16, 16)) < 0.1, rng.integers(0, CLASSES, (16, 16)), patches
            )
            for dataset, classes in ((before, patches), (after, others)):
                block = classes.repeat(32, axis=0).repeat(32, axis=1).astype(np.uint8)
                dataset.write(block[: window.height, : window.width], 1, window=window)


def with_compared_pixels(folder: Path, edge: int) -> Spent:
    """Compare two maps of so many pixels."""
    make_maps(folder, edge)
    return compare_maps(folder)


def with_empty_compared_pixels(folder: Path, edge: int) -> Spent:
    """Compare two maps that are empty but for some tiles."""
    make_maps(folder, edge, is_sparse=True)
    return compare_maps(folder)


def compare_maps(folder: Path) -> Spent:
    """Write what has changed between the maps in a folder."""
    before, after, output = (str(folder / f"{name}.tif") for name in ("before", "after", "change"))
    return crossearth("change", before, after, output, "--json")


def with_objects(folder: Path, edge: int) -> Spent:
    """Give each parcel of a map of so many pixels its class; they cover all of it."""
    make_maps(folder, edge)
    with rasterio.open(folder / "before.tif") as dataset:
        rows, cols = np.mgrid[0:edge:PARCEL, 0:edge:PARCEL].reshape(2, -1)
        lefts, tops = dataset.transform @ np.stack([cols, rows]).astype(float)
        size, crs = PARCEL * dataset.transform.a, dataset.crs.to_wkt()
    parcels = shapely.box(lefts, tops - size, lefts + size, tops)
    pyogrio.raw.write(
        folder / "parcels.gpkg",
        geometry=shapely.to_wkb(parcels),
        field_data=[np.arange(len(parcels))],
        fields=["number"],
        geometry_type="Polygon",
        crs=crs,
    )
    objects, output = str(folder / "parcels.gpkg"), str(folder / "classified.gpkg")
    return crossearth(
        *("zonal", "--objects", objects, "--map", str(folder / "before.tif")),
        *("--out", output, "--json"),
    )


def with_classes(folder: Path, count: int) -> Spent:
    """Map a raster with so many classes."""
    make_raster(folder / "raster.tif", 2048)
    return segment(folder, classes=count)


def with_outlined_classes(folder: Path, count: int) -> Spent:
    """Map a raster with so many classes, and draw polygons around all of its patches."""
    make_raster(folder / "raster.tif", 2048)
    return segment(folder, BANDS, count, "--polygons", str(folder / "polygons.gpkg"))


def with_bands(folder: Path, count: int) -> Spent:
    """Map a raster with so many bands."""
    rng = np.random.default_rng(0)
    shape = {**profile(1024), "count": count, "interleave": "band"}
    with rasterio.open(folder / "raster.tif", "w", **shape) as dataset:
        for band in range(1, count + 1):
            coarse = rng.integers(30, 220, (128, 128)).repeat(8, axis=0).repeat(8, axis=1)
            dataset.write(coarse.astype(np.uint8), band)
    return segment(folder, bands=count)


def with_rasters(folder: Path, count: int) -> Spent:
    """Map so many rasters in a batch."""
    make_network(folder / "network.onnx", BANDS, CLASSES)
    make_raster(folder / "raster.tif", 512)
    rasters = [folder / "rasters" / f"{index}.tif" for index in range(count)]
    rasters[0].parent.mkdir()
    for raster in rasters:
        shutil.copyfile(folder / "raster.tif", raster)
    listed = folder / "rasters.txt"
    listed.write_text("\n".join(map(str, rasters)), encoding="utf-8")
    return crossearth(
        *("batch", "--list", str(listed), "--out-dir", str(folder / "maps"), "--json"),
        *("--model", str(folder / "network.onnx"), "--precision", "fp32"),
    )


def with_polygons(folder: Path, count: int) -> Spent:
    """Adapt the bundled model by so many polygons, of five classes."""
    make_raster(folder / "raster.tif", 2048)
    rng = np.random.default_rng(0)
    # Each in a cell of its own, so that none meets another.
    places = rng.choice(128 * 128, count, replace=False)
    rows, cols = np.divmod(places, 128)
    corners = 16 * np.stack([cols, rows], axis=1) + rng.integers(0, 8, (count, 2))
    with rasterio.open(folder / "raster.tif") as dataset:
        (left, top), step = (dataset.transform.c, dataset.transform.f), dataset.transform.a
        crs = dataset.crs.to_wkt()
    lows, highs = left + step * corners[:, 0], top - step * corners[:, 1]
    squares = shapely.box(lows, highs - 8 * step, lows + 8 * step, highs)
    pyogrio.raw.write(
        folder / "polygons.gpkg",
        geometry=shapely.to_wkb(squares),
        field_data=[np.array([f"class {index % CLASSES}" for index in range(count)], object)],
        fields=["class"],
        geometry_type="Polygon",
        crs=crs,
    )
    return crossearth(
        *("finetune", "--raster", str(folder / "raster.tif"), "--field", "class"),
        *("--polygons", str(folder / "polygons.gpkg"), "--model", DEFAULT_ID),
        *("--out", str(folder / "adapted"), "--json"),
    )


AXES = {
    "pixels": Axis(
        "pixels of a raster, 3 bands, 5 classes",
        "pixels",
        (1024, 2048, 4096, 8192),
        (16384,),
        with_pixels,
        2,
    ),
    "sparse": Axis(
        "pixels of a raster that is empty but for six islands of 2,000 × 2,000",
        "pixels",
        (12_500, 25_000, 50_000),
        (100_000,),
        with_empty_pixels,
        2,
    ),
    "parts": Axis(
        f"pixels of such a raster, in {PARTS} parts and joined; memory is that of one process",
        "pixels",
        (12_500, 25_000, 50_000),
        (100_000,),
        with_parts,
        2,
    ),
    "classes": Axis(
        "classes, 2048 × 2048 pixels, 3 bands",
        "classes",
        (5, 20, 80, 150, 254),
        (),
        with_classes,
    ),
    "outlined classes": Axis(
        "classes of the same map, and of the polygons that are drawn of it",
        "classes",
        (5, 20, 80, 150, 254),
        (),
        with_outlined_classes,
    ),
    "bands": Axis(
        "bands, 1024 × 1024 pixels, 5 classes", "bands", (3, 12, 48, 224), (), with_bands
    ),
    "rasters": Axis(
        "rasters of a batch, each 512 × 512 pixels",
        "rasters",
        (1, 10, 100),
        (400, 1000),
        with_rasters,
    ),
    "polygons": Axis(
        "polygons of 8 × 8 pixels by which the bundled model is adapted to 2048 × 2048 pixels",
        "polygons",
        (10, 100, 1000),
        (10_000,),
        with_polygons,
    ),
    "change": Axis(
        f"pixels of two maps that are compared, {CLASSES} classes",
        "pixels",
        (1024, 2048, 4096, 8192),
        (16384,),
        with_compared_pixels,
        2,
    ),
    "sparse change": Axis(
        f"pixels of two maps that are empty but for {ISLANDS} tiles of 512 × 512 pixels",
        "pixels",
        (12_500, 25_000, 50_000),
        (100_000,),
        with_empty_compared_pixels,
        2,
    ),
    "zonal": Axis(
        f"pixels of a map, all of them in parcels of {PARCEL} × {PARCEL} that get a class",
        "pixels",
        (1024, 2048, 4096, 8192),
        (16384,),
        with_objects,
        2,
    ),
}
Kept = dict[str, dict[str, dict[str, float]]]
"""What was measured, by axis and value: the figures by name."""


def main() -> None:
    """Measure what is asked for and not kept yet, and write all that is kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("axes", nargs="*", metavar="AXIS", help=f"[default: all] {', '.join(AXES)}")
    parser.add_argument("--full", action="store_true", help="the largest, too; ten minutes more")
    parser.add_argument(
        "--keep", type=Path, default=Path("build/growth.json"), help="figures so far"
    )
    parser.add_argument("--write", type=Path, help="the page; its plot is put beside it")
    parser.add_argument("--folder", type=Path, help="where rasters are made  [default: temporary]")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.axes if name not in AXES]
    if unknown:
        parser.error(f"no such axis: {', '.join(unknown)}")
    compile_modules()
    kept: Kept = {}
    if arguments.keep.exists():
        kept = json.loads(arguments.keep.read_text(encoding="utf-8"))
    for name in arguments.axes or AXES:
        axis = AXES[name]
        for value in (*axis.values, *(axis.full if arguments.full else ())):
            if str(value) in kept.get(name, {}):
                continue
            with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
                spent = axis.measure(Path(folder), value)
            figures = {figure: round(getattr(spent, figure), 3) for figure in FIGURES}
            kept.setdefault(name, {})[str(value)] = figures
            arguments.keep.parent.mkdir(parents=True, exist_ok=True)
            arguments.keep.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
            print(name, value, figures, flush=True)
    if arguments.write:
        plot = arguments.write.with_suffix(".svg")
        plot.write_text(as_plot(kept), encoding="utf-8")
        arguments.write.write_text(as_page(kept, plot.name), encoding="utf-8")


def series(kept: Kept, name: str) -> tuple[list[float], dict[str, list[float]]]:
    """Return how much there was of what an axis counts, and for each figure what it took."""
    axis = AXES[name]
    values = sorted(map(int, kept[name]))
    rows = [kept[name][str(value)] for value in values]
    counts = [float(value**axis.power) for value in values]
    return counts, {figure: [row[figure] for row in rows] for figure in FIGURES}


def as_page(kept: Kept, plot: str) -> str:
    """Return the page with a table for each axis."""
    lines = [
        "# How cost grows",
        "",
        "Of what a run is given, one thing is varied at a time. Maps and their confidence are made",
        "by a network of one convolution: what is measured is the work around a network, and of a",
        "real one its own time comes on top. Memory is that of the process tree at its peak. Each",
        "row was measured once, in a process of its own.",
        "",
        "The exponent b is that of the curve c + a·x^b, fitted to each column: 1 is proportional;",
        f"a dash says that a figure grew by less than {100 * LEAST_GROWTH:.0f} %.",
        "",
        "Memory grows with classes and bands, and not with the raster: a class or a band of a",
        "window of 512 × 512 pixels is 1 MB of numbers, and several windows are read ahead,",
        "computed and written at a time. Of many classes or bands there is one at a time, and of",
        "bands another one that is read ahead. What a window of many classes leaves to the next",
        "ones lies on the disk. Most of what is left is the network's own: onnxruntime computes so",
        "large a layer in one array, and arranges it in another.",
        "",
        f"![CPU time and memory over what there is, on logarithmic axes]({plot})",
        "",
        "| of | CPU time | wall time | memory |",
        "|---|---|---|---|",
    ]
    told = [name for name in AXES if name in kept and len(kept[name]) >= 3]
    for name in told:
        counts, figures = series(kept, name)
        cells = [as_exponent(fit_growth(counts, figures[figure])) for figure in FIGURES]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    for name in told:
        axis = AXES[name]
        counts, figures = series(kept, name)
        lines += [
            "",
            f"## {name.capitalize()}",
            "",
            f"Varied: {axis.title}.",
            "",
            f"| {axis.unit} | {' | '.join(FIGURES.values())} |",
            "|---|---|---|---|",
        ]
        for index, value in enumerate(sorted(map(int, kept[name]))):
            cells = [f"{figures[figure][index]:.3g}" for figure in ("cpu_s", "wall_s")]
            cells.append(f"{figures['peak_mb'][index]:.0f}")
            amount = f"{value:,}" + ("²" if axis.power == 2 else "")
            lines.append(f"| {amount} | {' | '.join(cells)} |")
    missing = [
        f"{value:,}{'²' if axis.power == 2 else ''} ({name})"
        for name, axis in AXES.items()
        for value in (*axis.values, *axis.full)
        if str(value) not in kept.get(name, {})
    ]
    lines += [
        "",
        *([f"Not measured: {', '.join(missing)}.", ""] if missing else []),
        f"`{COMMAND} --write docs/benchmarks-growth.md` takes about five minutes and leaves out",
        "the largest rasters, batches and numbers of polygons, which `--full` adds. Axes can be",
        "named, and measured one after the other: `build/growth.json` keeps what was measured.",
        f"Seed 0, on {cpu_name()}, {usable_cores()} cores, onnxruntime {onnxruntime.__version__}.",
        "",
    ]
    return "\n".join(lines)


def as_exponent(growth: Growth) -> str:
    """Return the exponent of a curve for people."""
    return "–" if growth.exponent is None else f"{growth.exponent:.2f}"


PANEL_W, PANEL_H, MARGIN = 250, 170, 46
COLORS = {"cpu_s": "#1b6ca8", "wall_s": "#d1495b", "peak_mb": "#3a7d44"}


def as_plot(kept: Kept) -> str:
    """Return a picture (SVG): times above, memory below, a panel for each axis."""
    told = [name for name in AXES if name in kept and len(kept[name]) >= 3]
    width, height = len(told) * PANEL_W + 20, 2 * PANEL_H + 50
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="sans-serif" font-size="11">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for column, name in enumerate(told):
        counts, figures = series(kept, name)
        rows = (("cpu_s", "wall_s"), ("peak_mb",))
        for row, chosen in enumerate(rows):
            shown = {figure: figures[figure] for figure in chosen}
            offset = column * PANEL_W + 10, row * PANEL_H + 20
            parts += panel(offset, counts, shown)
        left = column * PANEL_W + 10 + MARGIN
        parts.append(f'<text x="{left}" y="14" font-weight="bold">{name}</text>')
    words = [(MARGIN + 10, "cpu_s"), (MARGIN + 110, "wall_s"), (MARGIN + 210, "peak_mb")]
    parts += [
        f'<text x="{x}" y="{height - 8}" fill="{COLORS[figure]}">{FIGURES[figure]}</text>'
        for x, figure in words
    ]
    return "\n".join([*parts, "</svg>", ""])


def panel(offset: tuple[int, int], x: list[float], shown: dict[str, list[float]]) -> list[str]:
    """Return a part of the picture: figures as dots, and the curves that were fitted to them."""
    left, top = offset[0] + MARGIN, offset[1]
    width, height = PANEL_W - MARGIN - 14, PANEL_H - 40
    across = math.log10(x[0]), math.log10(x[-1])
    low = math.floor(math.log10(min(map(min, shown.values()))))
    high = max(math.ceil(math.log10(max(map(max, shown.values())))), low + 1)

    def place(given: float, taken: float) -> tuple[float, float]:
        share = (math.log10(given) - across[0]) / (across[1] - across[0])
        part = (math.log10(taken) - low) / (high - low)
        return left + share * width, top + (1 - part) * height

    parts = [
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="none" stroke="#999"/>'
    ]
    for power in range(low, high + 1):
        _, y = place(x[0], 10.0**power)
        parts.append(
            f'<path d="M{left} {y:.1f}h{width}" stroke="#ddd"/>'
            f'<text x="{left - 4}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>'
        )
    for given, anchor in ((x[0], "start"), (x[-1], "end")):
        at, _ = place(given, 10.0**low)
        words = f"{given / 1e6:,.0f} million" if given >= 1e6 else f"{given:,.0f}"
        parts.append(
            f'<text x="{at:.1f}" y="{top + height + 14}" text-anchor="{anchor}">{words}</text>'
        )
    for figure, taken in shown.items():
        curve = fit_growth(x, taken)
        steps = np.logspace(*across, 40)
        points = [place(a, b) for a, b in zip(steps, curve.at(steps), strict=True)]
        drawn = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        parts.append(f'<polyline points="{drawn}" fill="none" stroke="{COLORS[figure]}"/>')
        for given, figure_taken in zip(x, taken, strict=True):
            a, b = place(given, figure_taken)
            parts.append(f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{COLORS[figure]}"/>')
    return parts


if __name__ == "__main__":
    main()
