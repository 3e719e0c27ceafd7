"""How accurate a model is in windows of other sizes, and what those save that suit the raster.

Maps the sites of dubai_mbrsc that the bundled model was not trained on, each as one raster of its
nine images, by whole runs in processes of their own, and compares the maps with the labels and with
that of the model's own window. Then made rasters are mapped in turn in the model's own windows and
in those that a run chooses of the ones that the model states.

    python benchmarks/windows.py DUBAI_MBRSC [--windows 384 512 …] [--sizes 600 1000 4096]
        [--rounds 3] [--threads 1] [--write docs/benchmarks-windows.md]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from segment import Spent, instructions, make_raster, run

from crossearth_engine.accuracy.figures import confusion_matrix, mean_iou
from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared.model_places import DEFAULT_ID

SITES = (1, 3)
CLASSES = 5
# Of the images of a site beside each other, and of the rows of these.
PER_ROW = 3
WINDOWS = (384, 448, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280)
CHOSEN = "chosen"

Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Mapped:
    """What came of the sites in windows of one size.

    Attributes:
        maps: classes from 0 of each site, (H, W).
        spent: on each.
    """

    maps: list[Labels]
    spent: list[Spent]

    @property
    def looked_at(self) -> float:
        """How many pixels the network saw for each pixel of the rasters."""
        seen = sum(pixels_seen(item) for item in self.spent)
        return seen / sum(map_.size for map_ in self.maps)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of dubai_mbrsc")
    parser.add_argument("--model", default=DEFAULT_ID)
    parser.add_argument("--windows", type=int, nargs="*", default=WINDOWS)
    parser.add_argument("--sizes", type=int, nargs="*", default=[600, 1000, 4096])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=usable_cores(), help="of the network")
    parser.add_argument("--write", type=Path, help="write the page into this file")
    arguments = parser.parse_args()

    own = find_model(arguments.model).window_size
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        accurate = accuracy_rows(folder, arguments, own) if arguments.windows else []
        quick = [time_row(folder, arguments, own, size) for size in arguments.sizes]
    page = as_page(accurate, quick, arguments, own)
    print(page)
    if arguments.write:
        arguments.write.write_text(page, encoding="utf-8")


def accuracy_rows(folder: Path, arguments: argparse.Namespace, own: int) -> list[str]:
    """Return the rows of the table on accuracy."""
    labels = [lay_site(arguments.data, site, folder / f"{site}.tif") for site in SITES]
    found: dict[int | None, Mapped] = {}
    for window in (own, *(size for size in arguments.windows if size != own), None):
        found[window] = map_sites(folder, arguments, window)
        print(accuracy_row(window, found, labels, own), file=sys.stderr, flush=True)
    in_order = [*sorted(size for size in found if size), None]
    return [accuracy_row(window, found, labels, own) for window in in_order]


def lay_site(data: Path, site: int, path: Path) -> Labels:
    """Write the nine images of a site as one raster; return its labels from 0, -1 for none."""
    images, labels = [], []
    for number in range(1, PER_ROW**2 + 1):
        name = f"tile{site}_{number:03d}"
        with rasterio.open(data / "images" / "val" / f"{name}.jpg") as dataset:
            images.append(dataset.read())
        with rasterio.open(data / "labels" / "val" / f"{name}.png") as dataset:
            labels.append(dataset.read(1).astype(np.int64) - 1)
    image = beside_each_other(images)
    bands, height, width = image.shape
    size = {"width": width, "height": height, "count": bands}
    with rasterio.open(path, "w", "GTiff", dtype="uint8", tiled=True, **size) as dataset:
        dataset.write(image)
    return beside_each_other(labels)


def beside_each_other(parts: list[Labels]) -> Labels:
    """Return parts (…, H, W), row by row, as one array."""
    rows = [parts[start : start + PER_ROW] for start in range(0, len(parts), PER_ROW)]
    return np.concatenate([np.concatenate(row, axis=-1) for row in rows], axis=-2)


def map_sites(folder: Path, arguments: argparse.Namespace, window: int | None) -> Mapped:
    """Map the sites in windows of a size, or of those that the run chooses."""
    maps, spent = [], []
    for site in SITES:
        output = folder / "map.tif"
        spent.append(segment(folder / f"{site}.tif", output, arguments, window))
        with rasterio.open(output) as dataset:
            maps.append(dataset.read(1).astype(np.int64) - 1)
    return Mapped(maps, spent)


def segment(raster: Path, output: Path, arguments: argparse.Namespace, window: int | None) -> Spent:
    """Map a raster in a process of its own, always in the same precision."""
    asked = [] if window is None else ["--window", str(window)]
    if window is not None:
        overlap = find_model(arguments.model).overlap
        asked += ["--overlap", str(overlap)]
    return run(
        [
            *(sys.executable, "-m", "crossearth_engine", "segment", "--json", *asked),
            *("--model", arguments.model, "--precision", "fp32", "--device", "cpu"),
            *("--threads", str(arguments.threads), str(raster), str(output)),
        ]
    )


def pixels_seen(spent: Spent) -> int:
    """Return how many pixels the network saw in a run."""
    return int(spent.result["windows"] * spent.result["parameters"]["window"] ** 2)


def accuracy_row(
    window: int | None, found: dict[int | None, Mapped], labels: list[Labels], own: int
) -> str:
    """Return a row of the table on accuracy.

    Args:
        window: edge of the windows, pixels; None: the run chose.
        found: what came of the sites, by window.
        labels: of each site, from 0, -1 for none.
        own: window of the model.
    """
    item = found[window]
    confusions = [
        confusion_matrix(label, map_, CLASSES)
        for label, map_ in zip(labels, item.maps, strict=True)
    ]
    both = sum(confusions)
    pairs = list(zip(item.maps, found[own].maps, strict=True))
    same = sum(int((one == other).sum()) for one, other in pairs)
    figures = [
        f"{item.looked_at:.2f}",
        *(f"{100 * mean_iou(confusion):.1f}" for confusion in (*confusions, both)),
        f"{100 * np.trace(both) / both.sum():.2f} %",
        f"{100 * same / sum(one.size for one, _ in pairs):.2f} %",
        f"{max(spent.peak_mb for spent in item.spent):.0f}",
    ]
    return f"| {window or windows_of(item.spent)} | {' | '.join(figures)} |"


def windows_of(spent: list[Spent]) -> str:
    """Return the windows that runs chose."""
    sizes = [str(item.result["parameters"]["window"]) for item in spent]
    return f"{CHOSEN}: {' and '.join(dict.fromkeys(sizes))}"


def time_row(folder: Path, arguments: argparse.Namespace, own: int, size: int) -> str:
    """Return the row of a made raster in the table on time, measured in turn."""
    make_raster(folder / "raster.tif", size)
    rounds = []
    for index in range(arguments.rounds):
        pair = {}
        for window in (own, None) if index % 2 else (None, own):
            pair[window] = segment(folder / "raster.tif", folder / "map.tif", arguments, window)
        rounds.append((pair[None], pair[own]))
        print(size, [f"{a.wall_s:.2f}/{b.wall_s:.2f} s" for a, b in rounds[-1:]], file=sys.stderr)
    chosen, usual = rounds[-1]
    figures = [
        " and ".join(f"{pixels_seen(spent) / size**2:.2f}" for spent in (usual, chosen)),
        *(
            as_range([getattr(a, name) / getattr(b, name) for a, b in rounds])
            for name in ("cpu_s", "wall_s")
        ),
        as_range([a.result["inference_s"] / b.result["inference_s"] for a, b in rounds]),
        " and ".join(
            f"{statistics.median(spent.peak_mb for spent in column):.0f}"
            for column in ([b for _, b in rounds], [a for a, _ in rounds])
        ),
    ]
    return f"| {size}² | {chosen.result['parameters']['window']} | {' | '.join(figures)} |"


def as_range(ratios: list[float]) -> str:
    """Return the median and the range of ratios."""
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


def as_page(accurate: list[str], quick: list[str], arguments: argparse.Namespace, own: int) -> str:
    """Return the page for the documentation."""
    model = find_model(arguments.model)
    stated = ", ".join(map(str, model.window_sizes)) or "none"
    return "\n".join(
        [
            "# Windows that suit the raster",
            "",
            f"`{model.id}` states in its `model.json` the windows in which it is as accurate as in",
            f"those of {own} pixels: {stated}. A run takes of these the ones in which the network",
            "sees the fewest pixels of the raster; `--window` asks for others.",
            f"Repeat with `python3 dev.py bench windows DUBAI_MBRSC --threads {arguments.threads} "
            "--write docs/benchmarks-windows.md`.",
            f"On {cpu_name()} ({', '.join(instructions())}), {arguments.threads} thread(s), fp32 "
            "in onnxruntime.",
            "",
            "## How accurate",
            "",
            "Sites 1 and 3 of the Dubai images (Humans in the Loop and MBRSC), which the model was",
            "not trained on, each as one raster of its nine images, 2391 by 1931 and 2046 by 1974",
            f"pixels; windows overlap by {model.overlap}. *Seen* is how many pixels the network",
            "sees for each of the raster; mean IoU is in percent; *same labels* are those of the",
            f"windows of {own} pixels, peak memory in MB is that of the process.",
            "",
            "| window | seen | mean IoU, site 1 | site 3 | both | right labels | same labels "
            "| peak memory |",
            "|---|---|---|---|---|---|---|---|",
            *accurate,
            "",
            "## How quick",
            "",
            f"Made rasters, in windows of {own} pixels and in those that the run chose, in turn;",
            f"ratios of the second to the first, medians (ranges) of {arguments.rounds} rounds.",
            "CPU and wall time are of whole processes.",
            "",
            "| raster | chosen | seen | CPU time | wall time | in the network | peak memory, MB |",
            "|---|---|---|---|---|---|---|",
            *quick,
            "",
        ]
    )


if __name__ == "__main__":
    main()
