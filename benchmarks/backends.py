"""What OpenVINO saves beside onnxruntime, and what it changes: time, labels, accuracy.

Maps a raster of real imagery, mirrored to any size, with the bundled model and with a U-Net of
random weights, in turn by ours with onnxruntime (fp32), ours as auto finds best, and plain
loops on either library alone
(`plain_segment.py`); once more as on processors without a matrix unit, by what oneDNN is allowed.
Then it compares the maps of labelled images.

    python benchmarks/backends.py DATA [--size 4096] [--rounds 3]
        [--write docs/benchmarks-backends.md]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import rasterio
from segment import HERE, Spent, instructions, profile, run
from unet import make_unet

from crossearth_engine.devices.openvino_library import has_bf16_matrix_unit, openvino_version
from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared.model_places import DEFAULT_ID

ALLOWED = ("", "AVX512_CORE", "AVX2")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="with images and labels, train and val")
    parser.add_argument("--size", type=int, default=4096)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", type=Path, help="write the page into this file")
    arguments = parser.parse_args()
    if openvino_version() is None:
        raise SystemExit("OpenVINO is not installed.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["CROSSEARTH_HOME"] = str(folder / "home")
        make_raster(folder / "raster.tif", arguments.size, arguments.data)
        onnx.save(make_unet(), folder / "unet.onnx")
        rows = []
        for model in (DEFAULT_ID, str(folder / "unet.onnx")):
            for allowed in ALLOWED:
                rows += measured(folder, model, allowed, arguments.rounds)
        compared = accuracy(folder, arguments.data)
    page = as_page(rows, compared, arguments)
    print(page)
    if arguments.write:
        arguments.write.write_text(page, encoding="utf-8")


def make_raster(path: Path, size: int, data: Path) -> None:
    """Write the largest image of the training, mirrored at its edges as often as it takes."""
    image = max((data / "images" / "train").glob("*.jpg"), key=lambda file: file.stat().st_size)
    with rasterio.open(image) as source:
        pixels = source.read()
    missing = [(0, max(size - length, 0)) for length in pixels.shape[1:]]
    pixels = np.pad(pixels, [(0, 0), *missing], mode="symmetric")[:, :size, :size]
    with rasterio.open(path, "w", **profile(size)) as target:
        target.write(pixels)


def measured(folder: Path, model: str, allowed: str, rounds: int) -> list[str]:
    """Return the rows of a network: what each way takes, in turn."""
    os.environ.pop("ONEDNN_MAX_CPU_ISA", None)
    if allowed:
        os.environ["ONEDNN_MAX_CPU_ISA"] = allowed
    ways = {"ours, onnxruntime": "fp32", "ours, auto": "auto"}
    loops = {"plain loop, onnxruntime": ""}
    if not allowed:
        loops["plain loop, OpenVINO"] = "bf16" if has_bf16_matrix_unit() else "fp32"
    ours(folder, model, "auto")  # which tries OpenVINO
    spent: dict[str, list[Spent]] = {way: [] for way in (*ways, *loops)}
    for _ in range(rounds):
        for way, precision in ways.items():
            spent[way].append(ours(folder, model, precision))
        for way, precision in loops.items():
            spent[way].append(plainly(folder, model, precision))
    exact, chosen = (read(folder / f"{precision}.tif") for precision in ("fp32", "auto"))
    result = spent["ours, auto"][-1].result
    library = "OpenVINO" if "openvino" in result["libraries"] else "onnxruntime"
    title = "bundled" if model == DEFAULT_ID else "U-Net"
    rows = []
    for way, found in spent.items():
        same = f"{100 * (exact == chosen).mean():.2f} %" if way == "ours, auto" else "–"
        took = f" ({library}, {result['precision']})" if way == "ours, auto" else ""
        cells = [title, allowed or "all", f"{way}{took}"]
        cells += [told([item.wall_s for item in found]), told([item.cpu_s for item in found])]
        cells += [f"{statistics.median(item.peak_mb for item in found):.0f}", same]
        rows.append(f"| {' | '.join(cells)} |")
        print(rows[-1], file=sys.stderr, flush=True)
    return rows


def ours(folder: Path, model: str, precision: str) -> Spent:
    """Map the raster, with confidence."""
    command = [sys.executable, "-m", "crossearth_engine", "segment", "--json", "--model", model]
    command += ["--precision", precision, "--confidence", str(folder / "confidence.tif")]
    return run([*command, str(folder / "raster.tif"), str(folder / f"{precision}.tif")])


def plainly(folder: Path, name: str, openvino: str) -> Spent:
    """Run the plain loop on the same network, with the same windows."""
    model = find_model(name)
    mean, std = (",".join(map(str, values)) for values in (model.mean, model.std))
    command = [sys.executable, str(HERE / "plain_segment.py"), str(folder / "raster.tif")]
    command += [str(folder / "plain.tif"), str(model.weights), f"--mean={mean}", f"--std={std}"]
    command += ["--window", str(model.window_size), "--overlap", str(model.overlap)]
    return run([*command, *(["--openvino", openvino] if openvino else [])])


def told(seconds: list[float]) -> str:
    """Return median and range."""
    return f"{statistics.median(seconds):.1f} ({min(seconds):.1f} to {max(seconds):.1f})"


def accuracy(folder: Path, data: Path) -> list[str]:
    """Return how much of labelled images is right by the bundled model, and the same."""
    os.environ.pop("ONEDNN_MAX_CPU_ISA", None)
    stated = json.loads((data / "classes.json").read_text("utf-8"))["classes"]
    value_of = {entry["name"]: entry["value"] for entry in stated}
    classes = find_model(DEFAULT_ID).classes
    images = sorted((data / "images" / "val").glob("*.jpg"))
    second = "bf16" if has_bf16_matrix_unit() else "auto"
    right = {"fp32": 0, second: 0}
    same = pixels = 0
    for image in images:
        labels = read(data / "labels" / "val" / f"{image.stem}.png")
        maps = {}
        for precision in right:
            path = folder / f"{precision}.tif"
            command = [sys.executable, "-m", "crossearth_engine", "segment", str(image), str(path)]
            run([*command, "--precision", precision])
            found = read(path)
            maps[precision] = np.zeros_like(labels)
            for item in classes:
                maps[precision][found == item.value] = value_of[item.name]
        known = labels != 0
        pixels += int(known.sum())
        same += int((maps["fp32"] == maps[second])[known].sum())
        for precision, found in maps.items():
            right[precision] += int((found == labels)[known].sum())
    shares = ", ".join(f"{100 * count / pixels:.2f} % in {name}" for name, count in right.items())
    return [
        f"On {len(images)} labelled images of `{data.name}` (sites 1 and 3) the bundled model is",
        f"right in {shares}; {100 * same / pixels:.2f} % of the labelled pixels are the same.",
    ]


def read(path: Path) -> np.ndarray:
    """Return the first band."""
    with rasterio.open(path) as dataset:
        return dataset.read(1)


def as_page(rows: list[str], compared: list[str], arguments: argparse.Namespace) -> str:
    """Return the page."""
    return "\n".join(
        [
            "# OpenVINO beside onnxruntime",
            "",
            f"An aerial image mirrored to {arguments.size}² pixels; ours writes classes and",
            "confidence, the plain loops classes only. Whole processes, in turn; median (range) of",
            f"{arguments.rounds} rounds on {cpu_name()}, {usable_cores()} cores",
            f"({', '.join(instructions())}), OpenVINO {openvino_version()}. *Allowed* is what",
            "OpenVINO may use (`ONEDNN_MAX_CPU_ISA`); onnxruntime always uses all there is. *Same*",
            "is the share of pixels with the class of onnxruntime's map. The U-Net has random",
            "weights, whose choices are narrow everywhere: its labels change sooner.",
            "Repeat with `python3 dev.py bench backends DATA --write docs/benchmarks-backends.md`.",
            "",
            "| network | allowed | way | wall, s | CPU, s | peak memory, MB | same |",
            "|---|---|---|---|---|---|---|",
            *rows,
            *(["", *compared] if compared else []),
            "",
        ]
    )


if __name__ == "__main__":
    main()
