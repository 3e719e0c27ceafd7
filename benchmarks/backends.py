"""What OpenVINO saves beside onnxruntime, and what it changes: time, memory, labels, accuracy.

Puts the middles of labelled images beside each other into one raster, and maps it with the bundled
model and with a U-Net of random weights, in turn by ours and by plain loops (`plain_segment.py`)
on either library; on OpenVINO once more as on processors without a matrix unit, by what oneDNN is
allowed. Every figure comes from the same maps. What is measured is kept in a folder, where a later
call goes on:

    python benchmarks/backends.py DATA --work FOLDER [--rounds 3] [--minutes 4]
        [--write docs/benchmarks-backends.md]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import textwrap
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import rasterio
from segment import HERE, instructions, profile, run
from unet import make_unet

from crossearth_engine.devices.openvino_library import has_bf16_matrix_unit, openvino_version
from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.shared.library_trials import LibraryTrial, forget_trials, read_trials
from crossearth_engine.shared.model_places import DEFAULT_ID

TILE, ACROSS = 512, 4
ALLOWED = ("AVX512_CORE", "AVX2")
NETWORKS = ("bundled", "U-Net")


@dataclass(frozen=True)
class Way:
    """How a raster is mapped.

    Attributes:
        title: for people.
        precision: of ours as the command takes it, of a plain loop that of OpenVINO, if it is.
        is_ours: or a plain loop.
        allowed: the instructions that oneDNN, and with it OpenVINO, may use; all if empty.
    """

    title: str
    precision: str
    is_ours: bool = False
    allowed: str = ""

    @property
    def name(self) -> str:
        """Return what the files of it are called."""
        return f"{'ours' if self.is_ours else 'plain'}-{self.precision}-{self.allowed}"


def ways() -> list[Way]:
    """Return what is compared; of ours and of the plain loops onnxruntime first."""
    found = [
        Way("plain loop, onnxruntime", ""),
        Way("ours, onnxruntime", "fp32", is_ours=True),
        Way("plain loop, OpenVINO fp32", "fp32"),
    ]
    if has_bf16_matrix_unit():
        found += [
            Way("plain loop, OpenVINO bf16", "bf16"),
            Way("ours, OpenVINO bf16", "bf16", is_ours=True),
        ]
    return [
        *found,
        *(Way(f"plain loop, OpenVINO fp32, {name}", "fp32", allowed=name) for name in ALLOWED),
    ]


def main() -> None:
    """Run the benchmark, or go on with it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="with images and labels of a split val")
    parser.add_argument("--work", type=Path, required=True, help="folder; what is there is kept")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=60, help="after which it stops")
    parser.add_argument("--write", type=Path, help="write the page into this file")
    arguments = parser.parse_args()
    if openvino_version() is None:
        raise SystemExit("OpenVINO is not installed.")
    folder: Path = arguments.work
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["CROSSEARTH_HOME"] = str(folder / "home")
    if not (folder / "raster.tif").exists():
        onnx.save(make_unet(), folder / "unet.onnx")
        make_raster(folder, arguments.data)
    kept = folder / "measured.json"
    measured = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    until = time.monotonic() + 60 * arguments.minutes
    for key, measure in steps(folder, arguments.data, arguments.rounds):
        if key in measured:
            continue
        if time.monotonic() > until:
            raise SystemExit(f"{len(measured)} steps are done; call again to go on.")
        measured[key] = measure()
        kept.write_text(json.dumps(measured, indent=1), encoding="utf-8")
        print(key, measured[key], file=sys.stderr, flush=True)
    page = as_page(measured, arguments)
    print(page)
    if arguments.write:
        arguments.write.write_text(page, encoding="utf-8")


def steps(folder: Path, data: Path, rounds: int) -> Iterator[tuple[str, Any]]:
    """Yield what is measured, with its name: all ways in turn, round by round, and the trials."""
    for number in range(rounds):
        for network in NETWORKS:
            for way in ways():
                key = f"{network} | {way.title} | {number}"
                yield key, lambda network=network, way=way: mapped(folder, data, network, way)
    for network in NETWORKS:
        for allowed in ("", *ALLOWED):
            key = f"{network} | trial | {allowed}"
            yield key, lambda network=network, allowed=allowed: tried(folder, network, allowed)


def make_raster(folder: Path, data: Path) -> None:
    """Write the middles of the first images beside each other, and their labels."""
    paths = sorted((data / "images" / "val").glob("*.jpg"))[: ACROSS**2]
    if len(paths) < ACROSS**2:
        raise SystemExit(f"{data} has fewer than {ACROSS**2} images.")
    for name, count, kind, suffix in (
        ("raster", 3, "images", "jpg"),
        ("labels", 1, "labels", "png"),
    ):
        pixels = np.zeros((count, ACROSS * TILE, ACROSS * TILE), np.uint8)
        for number, path in enumerate(paths):
            with rasterio.open(data / kind / "val" / f"{path.stem}.{suffix}") as source:
                found = source.read(list(range(1, count + 1)))
            top, left = ((length - TILE) // 2 for length in found.shape[1:])
            row, col = (TILE * place for place in divmod(number, ACROSS))
            part = found[:, top : top + TILE, left : left + TILE]
            pixels[:, row : row + TILE, col : col + TILE] = part
        with rasterio.open(
            folder / f"{name}.tif", "w", **{**profile(ACROSS * TILE), "count": count}
        ) as target:
            target.write(pixels)


def mapped(folder: Path, data: Path, network: str, way: Way) -> dict[str, float]:
    """Map the raster in a process of its own; return what it took and how good the map is."""
    allow(way.allowed)
    model = model_of(folder, network)
    output = folder / f"{network}-{way.name}.tif"
    if way.is_ours:
        command = [sys.executable, "-m", "crossearth_engine", "segment", "--json"]
        command += ["--model", str(model.weights) if network == "U-Net" else model.id]
        command += ["--precision", way.precision, "--confidence", str(folder / "confidence.tif")]
        command += [str(folder / "raster.tif"), str(output)]
    else:
        mean, std = (",".join(map(str, values)) for values in (model.mean, model.std))
        command = [sys.executable, str(HERE / "plain_segment.py"), str(folder / "raster.tif")]
        command += [str(output), str(model.weights), f"--mean={mean}", f"--std={std}"]
        command += ["--window", str(model.window_size), "--overlap", str(model.overlap)]
        command += ["--openvino", way.precision] if way.precision else []
    spent = run(command)
    # Of its own kind onnxruntime's: ours joins windows otherwise than the loop.
    reference = next(other for other in ways() if other.is_ours == way.is_ours)
    expected, found = (read(folder / f"{network}-{item.name}.tif") for item in (reference, way))
    told = {"wall_s": spent.wall_s, "cpu_s": spent.cpu_s, "peak_mb": spent.peak_mb}
    told["network_s"] = spent.result["inference_s"]
    told["same"] = float((expected == found).mean())
    if network == "bundled":
        values = np.array([item.value for item in model.classes])
        told["mean_iou"] = mean_iou(folder, data, found if way.is_ours else values[found], model)
    return told


def tried(folder: Path, network: str, allowed: str) -> dict[str, Any]:
    """Return what a trial finds: what ``--precision auto`` computes in from then on."""
    allow(allowed)
    forget_trials()
    model = model_of(folder, network)
    command = [sys.executable, "-m", "crossearth_engine", "segment", "--json"]
    command += ["--model", str(model.weights) if network == "U-Net" else model.id]
    run([*command, str(folder / "raster.tif"), str(folder / "auto.tif")])
    return {key: asdict(trial) for key, trial in read_trials().items()}


def allow(instructions_: str) -> None:
    """Have the processes to come use no more than these; all if empty."""
    os.environ.pop("ONEDNN_MAX_CPU_ISA", None)
    if instructions_:
        os.environ["ONEDNN_MAX_CPU_ISA"] = instructions_


def model_of(folder: Path, network: str) -> ModelInfo:
    """Return one of `NETWORKS`."""
    return find_model(DEFAULT_ID if network == "bundled" else str(folder / "unet.onnx"))


def mean_iou(folder: Path, data: Path, found: np.ndarray, model: ModelInfo) -> float:
    """Return the mean over the classes of intersection by union with the labels."""
    stated = json.loads((data / "classes.json").read_text("utf-8"))["classes"]
    value_of = {entry["name"]: entry["value"] for entry in stated}
    labels = read(folder / "labels.tif")
    ious = []
    for item in model.classes:
        is_found, is_labelled = found == item.value, labels == value_of[item.name]
        union = ((is_found | is_labelled) & (labels != 0)).sum()
        ious.append(float((is_found & is_labelled).sum() / union))
    return statistics.mean(ious)


def read(path: Path) -> np.ndarray:
    """Return the first band."""
    with rasterio.open(path) as dataset:
        return dataset.read(1)


def told(values: list[float]) -> str:
    """Return median and range."""
    return f"{statistics.median(values):.1f} ({min(values):.1f} to {max(values):.1f})"


def introduction(arguments: argparse.Namespace) -> str:
    """Return what was measured, and on what."""
    return (
        f"{ACROSS**2} labelled images of `{arguments.data.name}`, of sites that the bundled model "
        f"was not trained on: {TILE}² pixels of each, beside each other in a raster of "
        f"{ACROSS * TILE}². Whole processes, in turn; median (range) of {arguments.rounds} rounds "
        f"on {cpu_name()}, {usable_cores()} cores ({', '.join(instructions())}), OpenVINO "
        f"{openvino_version()}. Ours writes classes and confidence, the plain loop classes only. "
        "*Network* is the time inside the network, *same* the share of pixels with the class that "
        "the same kind of run has in onnxruntime, *mean IoU* that with the labels. "
        f"{' and '.join(ALLOWED)} are all that OpenVINO was allowed (`ONEDNN_MAX_CPU_ISA`), as on "
        "processors without a matrix unit for bf16; onnxruntime has no such limit, and still "
        "computes with AVX-512 beside AVX2. The U-Net has random weights, whose choices are narrow "
        "everywhere: its labels change sooner than those of a trained network."
    )


def as_page(measured: dict[str, Any], arguments: argparse.Namespace) -> str:
    """Return the page."""
    rows, found = [], []
    for network in NETWORKS:
        for way in ways():
            prefix = f"{network} | {way.title} | "
            rounds = [value for key, value in measured.items() if key.startswith(prefix)]
            cells = [network, way.title]
            cells += [told([item[name] for item in rounds]) for name in ("wall_s", "cpu_s")]
            cells.append(f"{statistics.median(item['network_s'] for item in rounds):.1f}")
            cells.append(f"{statistics.median(item['peak_mb'] for item in rounds):.0f}")
            # The least of the rounds; they are the same unless something is wrong.
            cells.append(f"{100 * min(item['same'] for item in rounds):.2f} %")
            ious = [item["mean_iou"] for item in rounds if "mean_iou" in item]
            cells.append(f"{100 * min(ious):.2f} %" if ious else "–")
            rows.append(f"| {' | '.join(cells)} |")
        for allowed in ("", *ALLOWED):
            trials = measured[f"{network} | trial | {allowed}"].values()
            said = [LibraryTrial(**trial).sentence for trial in trials] or ["nothing was tried."]
            found.append(f"- {network}, {allowed or 'all instructions'}: {' '.join(said)}")
    return "\n".join(
        [
            "# OpenVINO beside onnxruntime",
            "",
            textwrap.fill(introduction(arguments), 120),
            "",
            "| network | way | wall, s | CPU, s | network, s | peak memory, MB | same | mean IoU |",
            "|---|---|---|---|---|---|---|---|",
            *rows,
            "",
            "What `--precision auto` finds on this raster, by its trial:",
            "",
            *found,
            "",
            "Repeat with `python3 dev.py bench backends DATA --work FOLDER --write",
            "docs/benchmarks-backends.md`; called again with the same folder it goes on.",
            "",
        ]
    )


if __name__ == "__main__":
    main()
