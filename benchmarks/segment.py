"""How long a map takes beside plain loops, what it takes of memory, and how good it is.

Maps labelled images, beside each other and repeated until a raster is as large as asked for, with
the bundled model and with a U-Net of random weights (`unet.py`): in turn by ours and by plain loops
(`plain_segment.py`) in onnxruntime and in OpenVINO as they come, and once more as on processors
without a matrix unit, by what oneDNN is allowed. All are processes of their own, timed from start
to end, in the same windows; every figure of a row comes from the same maps. Of larger rasters only
the memory is told. What is measured is kept in a folder, where a later call goes on:

    python benchmarks/segment.py DATA --work FOLDER [--sizes 2048 4096 8192] [--rounds 5]
        [--unet-sizes 2048 4096] [--memory-sizes 16384] [--sparse 100000] [--minutes 5]
        [--write docs/benchmarks.md]
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import re
import statistics
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import psutil
import rasterio
from rasterio.transform import from_origin
from rasterio.windows import Window
from unet import make_unet

import crossearth_engine
from crossearth_engine.devices.openvino_library import has_bf16_matrix_unit, openvino_version
from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.shared.library_trials import LibraryTrial
from crossearth_engine.shared.model_places import DEFAULT_ID

BLOCK = 512
HERE = Path(__file__).parent
TITLE = "## Segmentation beyond the network"
INSTRUCTIONS = ("avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16", "amx_int8")
ACROSS = 4  # images beside each other, of each the middle block
ALLOWED = ("AVX512_CORE", "AVX2")
NETWORKS = ("bundled", "U-Net")
COMPARED_BY_ALL = 4096  # the edge up to which OpenVINO's plain loops are timed, too
Measured = dict[str, Any]
"""What was found, by the name of the step."""


@dataclass
class Spent:
    """What a process took: seconds of wall and CPU time, MB at its peak, its last line."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    output: str

    @property
    def result(self) -> Any:
        """Return the summary that the command prints."""
        return json.loads(self.output.splitlines()[-1])


@dataclass(frozen=True)
class Way:
    """How a raster is mapped.

    Attributes:
        title: for people.
        precision: of ours as the command takes it, of a plain loop that of OpenVINO, if it is.
        is_ours: or a plain loop.
        allowed: the instructions that oneDNN, and with it OpenVINO, may use; all if empty.
        by_default: in the windows that a run chooses if nobody names any, not those of the loops.
    """

    title: str
    precision: str
    is_ours: bool = False
    allowed: str = ""
    by_default: bool = False

    @property
    def name(self) -> str:
        """Return what the files of it are called."""
        windows = "-default" if self.by_default else ""
        return f"{'ours' if self.is_ours else 'plain'}-{self.precision}-{self.allowed}{windows}"


LOOP = Way("plain loop, onnxruntime", "")
OURS = Way("ours, onnxruntime", "fp32", is_ours=True)
OURS_CHOOSING = Way("ours, onnxruntime, default windows", "fp32", is_ours=True, by_default=True)
OURS_FASTER = Way("ours, OpenVINO bf16", "bf16", is_ours=True)


def ways(network: str, size: int) -> list[Way]:
    """Return what is compared; without OpenVINO only ours and the plain loop in onnxruntime."""
    found = [LOOP, OURS]
    if network == "bundled":  # the only one that names windows to choose from
        found.append(OURS_CHOOSING)
    if openvino_version() is None:
        return found
    if has_bf16_matrix_unit():
        found.append(OURS_FASTER)
        if size <= COMPARED_BY_ALL:
            found.append(Way("plain loop, OpenVINO bf16", "bf16"))
    if size <= COMPARED_BY_ALL:
        found.append(Way("plain loop, OpenVINO fp32", "fp32"))
    if size < COMPARED_BY_ALL:
        for name in ALLOWED:
            found.append(Way(f"plain loop, OpenVINO fp32, {name}", "fp32", allowed=name))
            found.append(Way(f"ours, `auto`, {name}", "auto", is_ours=True, allowed=name))
    return found


def main() -> None:
    """Run the benchmark, or go on with it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="with images and labels of a split val")
    parser.add_argument("--work", type=Path, required=True, help="folder; what is there is kept")
    parser.add_argument("--sizes", type=int, nargs="+", default=[2048, 4096, 8192])
    parser.add_argument(
        "--unet-sizes", type=int, nargs="*", default=[2048], help="those of the U-Net"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory-sizes", type=int, nargs="*", default=[], help="once, ours only")
    parser.add_argument("--sparse", type=int, help="edge of a raster that is empty but for islands")
    parser.add_argument("--minutes", type=float, default=60, help="after which it stops")
    parser.add_argument("--write", type=Path, help="write the section into this file")
    arguments = parser.parse_args()
    folder: Path = arguments.work
    folder.mkdir(parents=True, exist_ok=True)
    compile_modules()
    kept = folder / "measured.json"
    measured: Measured = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    until = time.monotonic() + 60 * arguments.minutes
    for key, measure in steps(folder, arguments):
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
        replace_section(arguments.write, page)


def steps(
    folder: Path, arguments: argparse.Namespace
) -> Iterator[tuple[str, Callable[[], dict[str, Any]]]]:
    """Yield what is measured, with its name."""
    data: Path = arguments.data
    yield "rasters", lambda: make_rasters(folder, data, arguments)
    for network in NETWORKS:
        for allowed in ("", *ALLOWED) if openvino_version() else ():
            key = f"{network} | trial | {allowed}"
            yield key, lambda network=network, allowed=allowed: tried(folder, network, allowed)
    for network, size in compared(arguments):
        for number in range(arguments.rounds):
            # Every other round the other way about: no way always follows the same one.
            for way in ways(network, size)[:: -1 if number % 2 else 1]:
                key = f"{network} | {size} | {way.title} | {number}"
                given = (folder, network, size, way)
                yield key, lambda given=given: mapped(*given)
        for way in ways(network, size):
            key = f"{network} | {size} | {way.title} | map"
            yield key, lambda way=way, given=(network, size): judged(folder, data, *given, way)
        if size >= COMPARED_BY_ALL:
            for way in (OURS, OURS_FASTER):
                if way in ways(network, size):
                    key = f"{network} | {size} | {way.title} | threads"
                    given = (folder, network, size, way)
                    yield key, lambda given=given: time_spent(*given)
    for size in arguments.memory_sizes:
        key = f"bundled | {size} | {OURS.title} | 0"
        yield key, lambda size=size: mapped(folder, "bundled", size, OURS)
    if arguments.sparse:
        key = f"bundled | {arguments.sparse} | sparse"
        yield key, lambda: mapped_sparsely(folder, arguments.sparse)


def compared(arguments: argparse.Namespace) -> list[tuple[str, int]]:
    """Return which networks are compared on rasters of which size."""
    return [
        (network, size)
        for size in arguments.sizes
        for network in NETWORKS
        if network == "bundled" or size in arguments.unet_sizes
    ]


def compile_modules() -> None:
    """Compile the engine's modules, as setting it up does: else each process might do it anew."""
    compileall.compile_dir(Path(crossearth_engine.__file__).parent, quiet=1)


def make_rasters(folder: Path, data: Path, arguments: argparse.Namespace) -> dict[str, Any]:
    """Write the middles of the first images beside each other, repeated, and their labels."""
    onnx.save(make_unet(), folder / "unet.onnx")
    paths = sorted((data / "images" / "val").glob("*.jpg"))[: ACROSS**2]
    if len(paths) < ACROSS**2:
        raise SystemExit(f"{data} has fewer than {ACROSS**2} images.")
    blocks: dict[str, list[np.ndarray]] = {"raster": [], "labels": []}
    for path in paths:
        for name, kind, suffix in (("raster", "images", "jpg"), ("labels", "labels", "png")):
            with rasterio.open(data / kind / "val" / f"{path.stem}.{suffix}") as source:
                pixels = source.read()
            top, left = ((length - BLOCK) // 2 for length in pixels.shape[1:])
            blocks[name].append(pixels[:, top : top + BLOCK, left : left + BLOCK])
    for size in {2048, *arguments.sizes, *arguments.memory_sizes}:
        for name, parts in blocks.items():
            shape = {**profile(size), "count": len(parts[0])}
            with rasterio.open(folder / f"{name}-{size}.tif", "w", **shape) as target:
                for (row, col), window in target.block_windows(1):
                    part = parts[row % ACROSS * ACROSS + col % ACROSS]
                    target.write(part[:, : window.height, : window.width], window=window)
    return {"images": [path.name for path in paths]}


def mapped(folder: Path, network: str, size: int, way: Way) -> dict[str, float]:
    """Map a raster in a process of its own and return what it took."""
    spent = run(command_of(folder, network, size, way), environment(folder, network, way.allowed))
    return {
        **{"wall_s": spent.wall_s, "cpu_s": spent.cpu_s, "peak_mb": spent.peak_mb},
        "run_s": spent.result["wall_s"],
        "network_s": spent.result["inference_s"],
    }


def command_of(folder: Path, network: str, size: int, way: Way) -> list[str]:
    """Return the command that makes a map; all but one way in the same windows."""
    raster = str(folder / f"raster-{size}.tif")
    output = str(folder / f"{network}-{size}-{way.name}.tif")
    if way.is_ours:
        return [
            *(sys.executable, "-m", "crossearth_engine"),
            *asked(folder, network, raster, output, way),
        ]
    model = model_of(folder, network)
    mean, std = (",".join(map(str, values)) for values in (model.mean, model.std))
    return [
        *(sys.executable, str(HERE / "plain_segment.py"), raster, output, str(model.weights)),
        *("--window", str(model.window_size), "--overlap", str(model.overlap)),
        *(f"--mean={mean}", f"--std={std}"),
        *(("--openvino", way.precision) if way.precision else ()),
    ]


def asked(folder: Path, network: str, raster: str, output: str, way: Way) -> list[str]:
    """Return the arguments of a map with confidence."""
    model = model_of(folder, network)
    windows = ("--window", str(model.window_size), "--overlap", str(model.overlap))
    return [
        *("segment", "--json", "--precision", way.precision),
        *("--model", str(model.weights) if network == "U-Net" else model.id),
        *(() if way.by_default else windows),
        *("--confidence", str(folder / "confidence.tif"), raster, output),
    ]


def environment(folder: Path, network: str, allowed: str) -> dict[str, str]:
    """Return the variables of a process; what it finds is kept for its like alone."""
    home = str(folder / f"home-{network}-{allowed}")
    return {"CROSSEARTH_HOME": home, **({"ONEDNN_MAX_CPU_ISA": allowed} if allowed else {})}


def tried(folder: Path, network: str, allowed: str) -> dict[str, Any]:
    """Return what ``--precision auto`` finds in its trial, and computes in from then on."""
    variables = environment(folder, network, allowed)
    raster, output = str(folder / "raster-2048.tif"), str(folder / "tried.tif")
    arguments = asked(folder, network, raster, output, Way("a trial", "auto", is_ours=True))
    run([sys.executable, "-m", "crossearth_engine", *arguments], variables)
    kept = Path(variables["CROSSEARTH_HOME"]) / "library-trials.json"
    found: dict[str, Any] = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    return found


def judged(folder: Path, data: Path, network: str, size: int, way: Way) -> dict[str, float]:
    """Return how much of a map is as others have it, and how good it is by the labels.

    ``same_as_loop`` is the share of pixels with the class that the plain loop in onnxruntime gives
    them, ``same_as_onnxruntime`` the same beside the same kind of run in onnxruntime.
    """
    model = model_of(folder, network)
    values = np.array([item.value for item in model.classes], np.uint8)

    def classes_of(way: Way) -> np.ndarray:
        found = read(folder / f"{network}-{size}-{way.name}.tif")
        return found if way.is_ours else values[found]

    found = classes_of(way)
    told = {
        "same_as_loop": float((found == classes_of(LOOP)).mean()),
        "same_as_onnxruntime": float((found == classes_of(OURS if way.is_ours else LOOP)).mean()),
    }
    if network == "bundled":
        told["mean_iou"] = mean_iou(read(folder / f"labels-{size}.tif"), data, found, model)
    return told


def time_spent(folder: Path, network: str, size: int, way: Way) -> dict[str, dict[str, float]]:
    """Return which share of the time of such a run each stage takes, and each thread computes."""
    raster, output = str(folder / f"raster-{size}.tif"), str(folder / "watched.tif")
    arguments = asked(folder, network, raster, output, way)
    command = [sys.executable, str(HERE / "_threads.py"), *arguments]
    found: dict[str, dict[str, float]] = run(command, environment(folder, network, "")).result
    return found


def mapped_sparsely(folder: Path, size: int) -> dict[str, float]:
    """Map a raster that is empty but for six islands and return what it took."""
    raster, output = folder / "sparse.tif", str(folder / "sparse-map.tif")
    make_sparse_raster(raster, size)
    arguments = asked(folder, "bundled", str(raster), output, OURS)
    command = [sys.executable, "-m", "crossearth_engine", *arguments]
    spent = run(command, environment(folder, "bundled", ""))
    computed = spent.result["windows"] - spent.result["skipped_windows"]
    told = {"windows": spent.result["windows"], "computed": computed}
    return {**told, "wall_s": spent.wall_s, "peak_mb": spent.peak_mb}


def model_of(folder: Path, network: str) -> ModelInfo:
    """Return one of `NETWORKS`."""
    return find_model(DEFAULT_ID if network == "bundled" else str(folder / "unet.onnx"))


def mean_iou(labels: np.ndarray, data: Path, found: np.ndarray, model: ModelInfo) -> float:
    """Return the mean over the classes of intersection by union with the labels."""
    stated = json.loads((data / "classes.json").read_text("utf-8"))["classes"]
    value_of = {entry["name"]: entry["value"] for entry in stated}
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


def run(command: list[str], variables: dict[str, str] | None = None) -> Spent:
    """Run a command, with more environment variables, and measure it.

    Memory is the proportional set size of the process and its children, sampled ten times a
    second: shared libraries count once, and file pages that nobody mapped do not count.
    """
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(variables or {})},
    )
    peak = 0
    ended = threading.Event()

    def sample() -> None:
        nonlocal peak
        parent = psutil.Process(process.pid)
        while not ended.wait(0.1):
            try:
                tree = [parent, *parent.children(recursive=True)]
                peak = max(peak, sum(part.memory_full_info().pss for part in tree))
            except psutil.Error:
                return

    sampler = threading.Thread(target=sample)
    sampler.start()
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall_s = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    sampler.join()
    if status:
        raise SystemExit(f"{command} ended with status {process.returncode}")
    return Spent(wall_s, usage.ru_utime + usage.ru_stime, peak / 1e6, output)


def make_raster(path: Path, size: int) -> None:
    """Write a tiled, deflated RGB raster of smooth colour fields with noise."""
    rng = np.random.default_rng(0)
    with rasterio.open(path, "w", **profile(size)) as dataset:
        for _, window in dataset.block_windows(1):
            coarse = rng.integers(30, 220, (3, 8, 8)).repeat(64, axis=1).repeat(64, axis=2)
            noise = rng.integers(-12, 12, (3, BLOCK, BLOCK))
            block = np.clip(coarse + noise, 0, 255).astype(np.uint8)
            dataset.write(block[:, : window.height, : window.width], window=window)


def make_sparse_raster(path: Path, size: int) -> None:
    """Write a raster that is empty but for six islands of 2,000 pixels."""
    rng = np.random.default_rng(0)
    with rasterio.open(path, "w", **profile(size), nodata=0, sparse_ok=True) as dataset:
        for _ in range(6):
            row, col = (int(offset) for offset in rng.integers(0, size - 2000, 2))
            island = rng.integers(1, 255, (3, 2000, 2000)).astype(np.uint8)
            dataset.write(island, window=Window(col, row, 2000, 2000))


def profile(size: int) -> dict[str, Any]:
    """Return how the rasters are stored."""
    return {
        "driver": "GTiff",
        "width": size,
        "height": size,
        "count": 3,
        "dtype": "uint8",
        "crs": "EPSG:32636",
        "transform": from_origin(500_000, 4_000_000, 0.5, 0.5),
        "tiled": True,
        "blockxsize": BLOCK,
        "blockysize": BLOCK,
        "compress": "deflate",
        "bigtiff": "IF_SAFER",
    }


def as_page(measured: Measured, arguments: argparse.Namespace) -> str:
    """Return the section."""
    rows, shares, trials = [], [], []
    smallest: dict[str, float] = {}
    for network, size in [*compared(arguments), *(("bundled", n) for n in arguments.memory_sizes)]:
        is_compared = size in arguments.sizes
        for way in ways(network, size) if is_compared else [OURS]:
            rounds = rounds_of(measured, network, size, way)
            if way == OURS:
                smallest.setdefault(network, median_of(rounds, "peak_mb"))
            loops = rounds_of(measured, network, size, LOOP) if is_compared else None
            judgement = measured.get(f"{network} | {size} | {way.title} | map", {})
            name = network if network == "U-Net" else f"`{DEFAULT_ID}`"
            cells = [name, f"{size}²", way.title, *as_cells(rounds, loops, judgement)]
            rows.append(f"| {' | '.join(cells)} |")
        for way in (OURS, OURS_FASTER):
            if threads := measured.get(f"{network} | {size} | {way.title} | threads"):
                shares.append(as_threads(f"{network}, {size}², {way.title}", threads))
    for network in NETWORKS:
        for allowed in ("", *ALLOWED) if openvino_version() else ():
            found = measured[f"{network} | trial | {allowed}"].values()
            said = [LibraryTrial(**trial).sentence for trial in found] or ["nothing was tried."]
            trials.append(f"- {network}, {allowed or 'all instructions'}: {' '.join(said)}")
    lines = [TITLE, "", filled(introduction(arguments)), ""]
    lines += [
        "| network | raster | way | wall, s | wall / plain loop "
        "| CPU / plain loop | wall / network | peak memory, MB | same as the plain loop "
        "| same as onnxruntime | mean IoU |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
        *rows,
        "",
        filled(ABOUT_THREADS),
        "",
        *shares,
    ]
    if trials:
        lines += ["", "What `--precision auto` finds, by its trial on the raster of 2048²:"]
        lines += ["", *trials]
    if sparse := measured.get(f"bundled | {arguments.sparse} | sparse"):
        lines += ["", as_sentence(arguments.sparse, sparse, smallest["bundled"])]
    return "\n".join([*lines, ""])


def rounds_of(measured: Measured, network: str, size: int, way: Way) -> list[dict[str, float]]:
    """Return what the rounds of a way took."""
    prefix = f"{network} | {size} | {way.title} | "
    numbered = {key.removeprefix(prefix): value for key, value in measured.items()}
    return [numbered[key] for key in sorted(filter(str.isdecimal, numbered), key=int)]


def as_cells(
    rounds: list[dict[str, float]],
    loops: list[dict[str, float]] | None,
    judgement: dict[str, float],
) -> list[str]:
    """Return the figures of a row; ratios to the plain loop are those of each round."""
    ratios = [
        "–" if loops is None else told([a[of] / b[of] for a, b in zip(rounds, loops, strict=True)])
        for of in ("wall_s", "cpu_s")
    ]
    shares = [judgement.get(of) for of in ("same_as_loop", "same_as_onnxruntime", "mean_iou")]
    return [
        told([item["wall_s"] for item in rounds], 1),
        *ratios,
        told([item["run_s"] / item["network_s"] for item in rounds]),
        f"{median_of(rounds, 'peak_mb'):.0f}",
        *("–" if share is None else f"{100 * share:.2f} %" for share in shares),
    ]


def median_of(rounds: list[dict[str, float]], figure: str) -> float:
    """Return the median of a figure."""
    return statistics.median(item[figure] for item in rounds)


def told(values: list[float], digits: int = 3) -> str:
    """Return median and range."""
    middle, least, most = (
        f"{value:.{digits}f}" for value in (statistics.median(values), min(values), max(values))
    )
    return middle if len(values) == 1 else f"{middle} ({least} to {most})"


def filled(text: str) -> str:
    """Return a paragraph in lines."""
    return textwrap.fill(text, 120, break_on_hyphens=False)


def introduction(arguments: argparse.Namespace) -> str:
    """Return what was measured, and on what."""
    library, sizes, model = openvino_version(), arguments.sizes, find_model(DEFAULT_ID)
    unet = f" --unet-sizes {numbers(arguments.unet_sizes)}" if arguments.unet_sizes else ""
    libraries = f"onnxruntime {onnxruntime.__version__}{f', OpenVINO {library}' if library else ''}"
    return (
        f"{ACROSS**2} labelled images of `{arguments.data.name}`, of sites that the bundled model "
        f"was not trained on: {BLOCK}² pixels of each, beside each other, and repeated until the "
        f"raster is as large as told. Model `{DEFAULT_ID}` and, as people bring them along, a "
        "U-Net of a million parameters (`benchmarks/unet.py`), whose weights are random: its "
        "choices are narrow everywhere, and change sooner than those of a trained network. Ours "
        "writes classes and confidence with overviews, the plain loops "
        "(`benchmarks/plain_segment.py`: onnxruntime or OpenVINO as they come and rasterio, "
        "nothing of ours) classes only. Whole processes in turn, on all cores, Python's modules "
        f"compiled, in windows of {model.window_size} pixels that overlap by {model.overlap}, in "
        "the rows *default windows* in those that a run chooses ([which these are]"
        "(benchmarks-windows.md)): "
        f"median (range) of {arguments.rounds} rounds on {cpu_name()}, {usable_cores()} "
        f"cores ({', '.join(instructions())}), {libraries}. Ratios are those within a round. "
        "*Same as the plain loop* is the share of pixels with the class that the plain loop in "
        "onnxruntime gives them, which does not join windows; *same as onnxruntime* is that of "
        "the same kind of run in onnxruntime, *mean IoU* with the labels. "
        f"{' and '.join(ALLOWED)} are all that OpenVINO was allowed (`ONEDNN_MAX_CPU_ISA`), as on "
        "processors without a matrix unit for bf16; `auto` had made its trial before. onnxruntime "
        "has no such limit: in fp32 it uses no matrix unit, and AVX-512 in either case. The "
        "budgets are 0.90 for the wall time and 1.05 for the CPU time beside the plain loop in "
        "onnxruntime, and 1.05 for the wall time beside the network's. "
        "Repeat with `python3 dev.py bench segment DATA --work FOLDER --sizes "
        f"{numbers(sizes)}{unet} --write docs/benchmarks.md`; called again with the same folder it "
        "goes on."
    )


def numbers(values: list[int]) -> str:
    """Return numbers as an option takes them."""
    return " ".join(map(str, values))


ABOUT_THREADS = (
    "The network's time is the mean over the threads that compute windows side by side, one each: "
    "a thread without a window counts against us. It is longer than it would be alone: reading and "
    "writing share the cores with it. How much of the time each stage takes, and each thread "
    "computes: the raster is looked at while the network is loaded and asked for the first time; "
    "windows are read, joined and written beside the network. OpenVINO computes in threads of its "
    "own, and GDAL compresses in such. Python's start is not in it:"
)


def as_threads(title: str, shares: dict[str, dict[str, float]]) -> str:
    """Return the row of what a run, and what its threads do."""
    stages, threads = (
        ", ".join(f"{task} {100 * share:.0f} %" for task, share in shares[of].items())
        for of in ("stages", "threads")
    )
    return f"- {title}: {stages}. Threads: {threads}"


def instructions() -> list[str]:
    """Return those instruction sets of the processor that networks are computed with."""
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="utf-8").split()
    except OSError:
        return ["instruction sets unknown"]
    return [name for name in INSTRUCTIONS if name in flags]


def as_sentence(size: int, spent: dict[str, float], smallest_mb: float) -> str:
    """Return what a sparse raster took."""
    return filled(
        f"A sparse raster of {size:,} × {size:,} pixels with six islands of 2,000 × 2,000: "
        f"{spent['computed']} of {spent['windows']:,} windows computed, "
        f"{spent['wall_s'] / 60:.1f} minutes in all, peak memory {spent['peak_mb']:.0f} MB, "
        f"{spent['peak_mb'] / smallest_mb:.2f} of the smallest raster's."
    )


def replace_section(path: Path, page: str) -> None:
    """Put a section in the place of the one of its title; at the end where there is none."""
    text, title = path.read_text(encoding="utf-8"), page.partition("\n")[0]
    pattern = f"^{re.escape(title)}$.*?(?=\n## |\\Z)"
    fresh, count = re.subn(pattern, lambda _: page, text, flags=re.DOTALL | re.MULTILINE)
    path.write_text(fresh if count else f"{text}\n{page}", encoding="utf-8")


if __name__ == "__main__":
    main()
