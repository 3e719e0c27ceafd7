"""The steps of `gpu.py`, each run as a process: prints a line of JSON for everything it finds out.

python benchmarks/gpu_steps.py STEP --device cuda:0 --architecture crossearth-l-512 --work FOLDER
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import gpu_network
import numpy as np
import pyogrio
import rasterio
import safetensors.torch
import shapely
import torch
from rasterio.transform import from_origin

from crossearth_engine.devices import onnx_cards, torch_cards
from crossearth_engine.devices.cards import find_cards
from crossearth_engine.devices.processor import cpu_name, peak_rss_mb
from crossearth_engine.errors import JobCanceled, OutOfMemory
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.load import WarmLoader, load_backend
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.inference.torch_backend import synchronize
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.registry import build
from crossearth_engine.models.stac_item import write_stac_item
from crossearth_engine.networks.crossearth import CONFIGS, MEAN, STDDEV
from crossearth_engine.networks.precision import available_precisions
from crossearth_engine.shared.model_places import DEFAULT_ID, MODEL_FILE
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.training.full.adapt import adapt_full
from crossearth_engine.training.full.recipe import FullRecipe
from crossearth_engine.training.request import FinetuneRequest

NAMES = ("water", "sand", "trees")
TINY = "crossearth-tiny-128"
ROOT = Path(__file__).resolve().parents[1]

Row = tuple[str, Any, str]
"""What was looked at, its value, and the unit of that."""


@dataclass(frozen=True)
class Case:
    """What the steps work with.

    Attributes:
        device: that is looked at.
        architecture: of the network.
        work: folder for models and rasters, the same for all steps.
        quick: whether little is done of everything.
    """

    device: str
    architecture: str
    work: Path
    quick: bool

    @property
    def is_gpu(self) -> bool:
        """Whether the device is a card of NVIDIA's or AMD's."""
        return self.device.startswith("cuda")

    @property
    def threads(self) -> int | None:
        """Threads on a CPU: one where little is done, which is quicker than several."""
        return 1 if self.quick else None

    @property
    def window(self) -> int:
        """Edge of the network's windows, pixels."""
        return CONFIGS[self.architecture].window_size

    def model(self, architecture: str | None = None) -> ModelInfo:
        """Return a model with random weights, made when it is first asked for."""
        architecture = architecture or self.architecture
        folder = self.work / architecture
        if not (folder / MODEL_FILE).exists():
            make_model(folder, architecture)
        return find_model(str(folder))

    def load(self, precision: str = "fp32", device: str | None = None) -> Backend:
        """Return the network on a device."""
        return load_backend(self.model(), device or self.device, self.threads, precision)

    def windows(self, count: int) -> np.ndarray:
        """Return normalised windows that are smooth enough to have objects."""
        generator = torch.Generator().manual_seed(1)
        coarse = torch.randn(count, 3, self.window // 8, self.window // 8, generator=generator)
        fine = torch.nn.functional.interpolate(coarse, scale_factor=8, mode="bilinear")
        return np.asarray(fine.numpy())

    def memory_mb(self) -> float:
        """Return what is taken of the card's memory now; on a CPU of the computer's."""
        if self.is_gpu:
            return round(torch.cuda.memory_allocated(self.device) / 1e6, 1)
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return round(pages * resource.getpagesize() / 1e6, 1)


def devices(case: Case) -> Iterator[Row]:
    """What there is: cards, drivers, libraries."""
    yield "processor", cpu_name(), ""
    cards = find_cards()
    yield "cards", len(cards), ""
    for card in cards:
        yield "card", f"{card.name}, driver {card.driver}, {card.memory_mb}", "MB"
    for library in (torch_cards, onnx_cards):
        yield library.NAME, dict(library.versions()), ""
        for name, card in library.reach(cards).items():
            finding = library.refusal(name, card)
            yield f"{library.NAME} on {name}", "works" if finding is None else finding.sentence, ""
    if case.is_gpu:
        yield "capability", torch.cuda.get_device_capability(case.device), ""
        yield "kernels for", ", ".join(torch.cuda.get_arch_list()), ""
        free, total = torch.cuda.mem_get_info(case.device)
        yield "memory free", f"{free / 1e6:.0f} of {total / 1e6:.0f}", "MB"


def tests(case: Case) -> Iterator[Row]:
    """What the tests say that are marked for a card."""
    command = [sys.executable, "-m", "pytest", "-q", "-m", "gpu", "tests/engine/inference"]
    command += ["tests/engine/networks", "-p", "no:cacheprovider"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    summary = result.stdout.strip().splitlines()[-1]
    for count, what in re.findall(r"(\d+) (passed|failed|error|skipped)", summary):
        yield what, int(count), "tests"
    if result.returncode not in (0, 5):
        print(result.stdout[-4000:], file=sys.stderr)
        raise SystemExit(1)


def scores(case: Case) -> Iterator[Row]:
    """How far scores are from those of the processor, and whether they are the same twice."""
    x = case.windows(2 if case.quick else 4)
    expected = case.load(device="cpu").run(x)
    for precision in precisions(case):
        backend = case.load(precision)
        found = backend.run(x)
        yield f"{precision}, largest difference", float(np.abs(found - expected).max()), ""
        share = float((found.argmax(1) == expected.argmax(1)).mean())
        yield f"{precision}, equal classes", round(100 * share, 3), "%"
        yield f"{precision}, same bytes twice", bool((backend.run(x) == found).all()), ""
        single = np.concatenate([backend.run(one[None]) for one in x])
        yield f"{precision}, batch and single, difference", float(np.abs(single - found).max()), ""
        backend.close()


def memory(case: Case) -> Iterator[Row]:
    """What a window takes, what batch is chosen, and what that takes."""
    shape = (3, case.window, case.window)
    for precision in precisions(case):
        backend = case.load(precision)
        yield f"{precision}, weights", case.memory_mb(), "MB"
        with peak(case) as taken:
            backend.run(np.zeros((1, *shape), np.float32))
        yield f"{precision}, peak of 1 window", taken(), "MB"
        batch = backend.batch_that_fits(shape)
        yield f"{precision}, batch that is chosen", batch, "windows"
        with peak(case) as taken:
            backend.run(np.zeros((batch, *shape), np.float32))
        yield f"{precision}, peak of that batch", taken(), "MB"
        backend.rest()
        yield f"{precision}, at rest", case.memory_mb(), "MB"
        backend.close()
        yield f"{precision}, after it is closed", case.memory_mb(), "MB"


def run(case: Case) -> Iterator[Row]:
    """How fast a whole run is, and how busy the card."""
    raster, _ = scene(case, edge=case.window * (2 if case.quick else 12))
    precision = precisions(case)[1 if case.is_gpu else 0]
    for name in dict.fromkeys(["fp32", precision]):
        request = SegmentRequest(
            str(raster),
            str(case.work / "map.tif"),
            model=str(case.model().weights.parent),
            device=case.device,
            precision=name,
            threads=case.threads,
        )
        with busy(case) as share:
            result = segment(request, silent())
        yield f"{name}, windows", result["windows"], ""
        yield f"{name}, batch", result["batch"], ""
        yield f"{name}, windows a second", round(result["windows"] / result["wall_s"], 2), "/s"
        inference = 100 * result["inference_s"] / result["wall_s"]
        yield f"{name}, share of the run inside the network", round(inference, 1), "%"
        for value in share():
            yield f"{name}, the card is busy, nvidia-smi", value, "%"


def out_of_memory(case: Case) -> Iterator[Row]:
    """What the engine says when memory is short: at load, with a batch, with a window."""
    model = case.model()
    weights_mb = model.weights.stat().st_size / 1e6
    with limited(case, weights_mb / 2), contextlib.suppress(StopIteration):
        yield "at load", said(lambda: load_backend(model, case.device, case.threads, "fp32")), ""
    backend = case.load()
    with peak(case) as taken:
        backend.run(case.windows(1))
    # A process keeps what it has once had of a computer's memory: there more of it is asked for.
    one_mb = taken() - case.memory_mb() if case.is_gpu else 1.0
    batch = case.windows(1).repeat(8 if case.is_gpu else 256, axis=0)
    window = np.zeros((1, 3, *[case.window * (1 if case.is_gpu else 16)] * 2), np.float32)
    with limited(case, 2 * one_mb):
        yield f"{len(batch)} windows where few fit", said(lambda: backend.run(batch)), ""
    with limited(case, one_mb / 8):
        yield "1 window where none fits", said(lambda: backend.run(window)), ""
    yield "1 window afterwards", said(lambda: backend.run(case.windows(1))), ""


def cancel(case: Case) -> Iterator[Row]:
    """How long a cancel takes, at random moments of a batch."""
    backend = case.load()
    x = case.windows(1).repeat(1 if case.quick or not case.is_gpu else 8, axis=0)
    backend.run(x)
    began = time.perf_counter()
    backend.run(x)
    whole_s = time.perf_counter() - began
    yield "a call", round(1000 * whole_s), "ms"
    waits = []
    for _ in range(5):
        asked: list[float] = []

        def interrupt(asked: list[float] = asked) -> None:
            asked.append(time.perf_counter())
            backend.interrupt()

        timer = threading.Timer(random.uniform(0, whole_s), interrupt)  # noqa: S311 - no secret
        timer.start()
        with contextlib.suppress(JobCanceled):
            while True:
                backend.run(x)
        waits.append(time.perf_counter() - asked[0])
        timer.join()
        backend.clear_interrupt()
    yield "longest wait of 5", round(1000 * max(waits)), "ms"
    backend.run(x)
    yield "the next call", "works", ""


def warm(case: Case) -> Iterator[Row]:
    """What memory is taken when models change, and before a training."""
    loader = WarmLoader()
    for name, architecture in (("A", case.architecture), ("B", TINY), ("A", case.architecture)):
        loader(case.model(architecture), case.device, case.threads, "fp32")
        yield f"after {name} is loaded", case.memory_mb(), "MB"
    loader.forget()
    yield "before a training", case.memory_mb(), "MB"


def training(case: Case) -> Iterator[Row]:
    """How fast a training is, and whether one that is resumed ends the same."""
    for architecture in dict.fromkeys([TINY, TINY if case.quick else "crossearth-b-512"]):
        steps = 2 if case.quick else 20
        whole = request_for(case, architecture, "whole")
        with peak(case) as taken, busy(case) as share:
            began = time.perf_counter()
            adapt_full(whole, silent(), recipe(case, architecture, steps))
        seconds = (time.perf_counter() - began) / steps
        yield f"{architecture}, a step", round(seconds, 3), "s"
        yield f"{architecture}, peak", taken(), "MB"
        for value in share():
            yield f"{architecture}, the card is busy, nvidia-smi", value, "%"
        halves = request_for(case, architecture, "halves")
        with contextlib.suppress(_Killed):
            adapt_full(halves, killed_after(steps // 2 + 1), recipe(case, architecture, steps))
        adapt_full(replace(halves, resume=True), silent(), recipe(case, architecture, steps))
        files = [request.folder / "model.safetensors" for request in (whole, halves)]
        ends = [safetensors.torch.load_file(file) for file in files]
        apart = max(float((ends[0][name] - ends[1][name]).abs().max()) for name in ends[0])
        yield f"{architecture}, resumed and whole, largest difference of weights", apart, ""


def torchrun(case: Case) -> Iterator[Row]:
    """Whether several processes train together: one to a card, or two on a CPU."""
    count = torch.cuda.device_count() if case.is_gpu else 2
    request = replace(
        request_for(case, TINY, "together"), device="auto" if case.is_gpu else "cpu", steps=2
    )
    options = ["--raster", request.rasters[0], "--polygons", request.polygons, "--field", "kind"]
    options += ["--model", request.model, "--out", str(request.folder), "--recipe", "full"]
    options += ["--steps", "2", "--device", request.device]
    command = [sys.executable, "-m", "torch.distributed.run", "--nproc_per_node", str(count)]
    command += ["--master_port", "29655", "-m", "crossearth_engine", "finetune", *options]
    began = time.perf_counter()
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    print(result.stderr[-4000:], file=sys.stderr)
    result.check_returncode()
    yield "processes", count, ""
    yield "2 steps, from start to end", round(time.perf_counter() - began, 1), "s"
    yield "the model is there", (request.folder / "model.safetensors").exists(), ""


def onnx(case: Case) -> Iterator[Row]:
    """The bundled model on the card, if onnxruntime can reach it, against the processor."""
    reach = [*onnx_cards.reach(find_cards()), "cpu"]
    yield "onnxruntime reaches", ", ".join(reach), ""
    model = find_model(DEFAULT_ID)
    shape = (len(model.bands), model.window_size, model.window_size)
    x = np.random.default_rng(0).normal(size=(4, *shape)).astype(np.float32)
    expected = load_backend(model, "cpu", case.threads).run(x)
    for device in reach:
        backend = load_backend(model, device, case.threads)
        first_s = seconds_of(lambda b=backend: b.run(x))
        found = backend.run(x)
        yield f"{device}, largest difference", float(np.abs(found - expected).max()), ""
        yield f"{device}, the first batch of 4", round(first_s, 3), "s"
        for count in (4, 3, 2, 1):
            times = [seconds_of(lambda b=backend, n=count: b.run(x[:n])) for _ in range(3)]
            yield f"{device}, batches of {count}: first", round(times[0], 3), "s"
            yield f"{device}, batches of {count}: then", round(statistics.median(times[1:]), 3), "s"


def peak_of_matrices(case: Case) -> Iterator[Row]:
    """How fast the card multiplies, and what share of that the backbone reaches."""
    config, edge = CONFIGS[case.architecture], 512 if case.quick else 8192
    for precision in precisions(case):
        dtype = gpu_network.TYPES.get(precision)
        if dtype is None:
            continue
        torch.backends.cudnn.allow_tf32 = precision != "fp32"
        highest = gpu_network.matrix_peak(edge, dtype, case.device, 5)
        yield f"{precision}, product of matrices", round(highest / 1e12, 3), "TFLOP/s"
        with torch.inference_mode():
            network = gpu_network.build_network(config, case.device, dtype)
            for batch in (1,) if case.quick else (1, 8):
                x = torch.randn(batch, 3, case.window, case.window, device=case.device)
                times = gpu_network.timed(lambda n=network, x=x: n.backbone(x), case.device, 5)
                rate = batch * gpu_network.backbone_flops(config) / statistics.median(times)
                share = round(100 * rate / highest, 1)
                yield f"{precision}, backbone, {batch} at once: share of that", share, "%"


STEPS: dict[str, Callable[[Case], Iterator[Row]]] = {
    "devices": devices,
    "tests": tests,
    "scores": scores,
    "memory": memory,
    "run": run,
    "out-of-memory": out_of_memory,
    "cancel": cancel,
    "warm": warm,
    "training": training,
    "torchrun": torchrun,
    "onnx": onnx,
    "peak": peak_of_matrices,
}


def make_model(folder: Path, architecture: str) -> None:
    """Save a model with random weights in which, unlike in a new one, every part matters."""
    torch.manual_seed(0)
    network = build(architecture, len(NAMES), 3)
    with torch.no_grad():
        for name, tensor in network.named_parameters():
            if "gamma" in name:
                tensor.fill_(0.25)
            elif name.endswith("reins.scale"):
                tensor.fill_(0.5)
    folder.mkdir(parents=True)
    size = CONFIGS[architecture].window_size
    model = ModelInfo(
        id=folder.name,
        name=architecture,
        description="Random weights.",
        license="CC0-1.0",
        trained_on="nothing",
        weights=folder / "model.safetensors",
        architecture=architecture,
        bands=("red", "green", "blue"),
        mean=MEAN,
        std=STDDEV,
        window_size=size,
        overlap=size // 4,
        gsd_m=None,
        gsd_range_m=None,
        classes=tuple(ClassInfo(i, name, "#808080") for i, name in enumerate(NAMES)),
        scores="probabilities",
    )
    safetensors.torch.save_file(network.state_dict(), model.weights)
    write_stac_item(model, folder / MODEL_FILE)


def scene(case: Case, edge: int) -> tuple[Path, Path]:
    """Return a raster of stripes of dark water and bright sand, and polygons on it."""
    raster, polygons = case.work / f"scene-{edge}.tif", case.work / f"polygons-{edge}.gpkg"
    if raster.exists():
        return raster, polygons
    stripe = max(edge // 8, 1)
    is_water = (np.arange(edge) // stripe % 2 == 0)[None]
    noise = np.random.default_rng(0).normal(0, 12, (3, edge, edge))
    pixels = (np.where(is_water, 50, 190) + noise).clip(0, 255).astype(np.uint8)
    transform = from_origin(500_000, 20_000, 1, 1)
    profile = {"driver": "GTiff", "width": edge, "height": edge, "count": 3, "dtype": "uint8"}
    with rasterio.open(raster, "w", crs="EPSG:32636", transform=transform, **profile) as dataset:
        dataset.write(pixels)
    boxes, names = [], []
    for number in range(8):
        left = 500_000 + stripe * number
        for top in (20_000 - edge // 16, 20_000 - edge // 2):
            box = shapely.box(left + stripe / 8, top - edge / 3, left + 7 * stripe / 8, top)
            boxes.append(box)
            names.append(NAMES[number % 2])
    pyogrio.raw.write(
        polygons,
        geometry=shapely.to_wkb(boxes),
        field_data=[np.array(names)],
        fields=["kind"],
        geometry_type="Polygon",
        crs="EPSG:32636",
    )
    return raster, polygons


def request_for(case: Case, architecture: str, name: str) -> FinetuneRequest:
    """Return what is asked of a training."""
    case.model(architecture)
    raster, polygons = scene(case, edge=3 * CONFIGS[architecture].window_size)
    return FinetuneRequest(
        rasters=(str(raster),),
        polygons=str(polygons),
        field="kind",
        model=str(case.work / architecture),
        out=str(case.work / f"{architecture}-{name}"),
        recipe="full",
        device=case.device,
        threads=case.threads,
    )


def recipe(case: Case, architecture: str, steps: int) -> FullRecipe:
    """Return a training of a few steps, looked at twice."""
    return FullRecipe(
        steps=steps,
        batch_size=1,
        accumulation=1,
        patch_size=CONFIGS[architecture].window_size,
        learning_rate=1e-4,
        weight_decay=0.05,
        validate_every=steps // 2,
        validation_windows=4,
    )


class _Killed(Exception):
    """What a job raises in place of a crash."""


def silent() -> Job:
    """Return a job that tells nobody."""
    return Job(lambda *_: None, lambda *_: None)


def killed_after(step: int) -> Job:
    """Return a job that ends like a crash."""

    def on_progress(done: int, total: int, left: float | None) -> None:
        if done == step:
            raise _Killed

    return Job(on_progress, lambda *_: None)


def precisions(case: Case) -> list[str]:
    """Return what the network can be computed in there, without what is only for processors."""
    with torch.device("meta"):
        network = build(case.architecture, len(NAMES), 3)
    return [str(name) for name in available_precisions(network, case.device) if name != "int8"]


def seconds_of(call: Callable[[], object]) -> float:
    """Return how long a call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def said(call: Callable[[], object]) -> str:
    """Return what the engine says of a call."""
    try:
        call()
    except OutOfMemory as error:
        return f"{type(error).__name__}: {error}"
    except Exception as error:
        return f"NOT UNDERSTOOD: {type(error).__name__}: {error}"
    return "works"


@contextlib.contextmanager
def peak(case: Case) -> Iterator[Callable[[], float]]:
    """Yield what tells how much memory was taken at most since; on a CPU since the start."""
    if case.is_gpu:
        torch.cuda.reset_peak_memory_stats(case.device)

    def taken() -> float:
        if case.is_gpu:
            return round(torch.cuda.max_memory_allocated(case.device) / 1e6, 1)
        return round(peak_rss_mb() or 0.0, 1)

    yield taken
    synchronize(case.device)


@contextlib.contextmanager
def limited(case: Case, more_mb: float) -> Iterator[None]:
    """Leave only so much memory, on the card, or of the addresses of this process."""
    if case.is_gpu:
        torch.cuda.empty_cache()
        _, total = torch.cuda.mem_get_info(case.device)
        share = (torch.cuda.memory_reserved(case.device) + more_mb * 1e6) / total
        torch.cuda.set_per_process_memory_fraction(min(share, 1.0), case.device)
        yield
        torch.cuda.set_per_process_memory_fraction(1.0, case.device)
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    taken = pages * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + int(more_mb * 1e6), before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


@contextlib.contextmanager
def busy(case: Case) -> Iterator[Callable[[], list[float]]]:
    """Yield what tells how busy the card was, by nvidia-smi; nothing where that is not there."""
    values: list[float] = []
    process = None
    if case.is_gpu:
        index = torch.device(case.device).index or 0
        query = ["nvidia-smi", f"--id={index}", "--query-gpu=utilization.gpu", "--loop-ms=200"]
        query += ["--format=csv,noheader,nounits"]
        with contextlib.suppress(OSError):
            process = subprocess.Popen(query, stdout=subprocess.PIPE, text=True)
    yield lambda: [round(statistics.mean(values), 1)] if values else []
    if process is not None:
        process.terminate()
        output, _ = process.communicate()
        values += [float(line) for line in output.split() if line.isdigit()]


def main() -> None:
    """Take one step and print what it says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("step", choices=STEPS)
    parser.add_argument("--device", required=True)
    parser.add_argument("--architecture", required=True, choices=CONFIGS)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--quick", action="store_true")
    arguments = parser.parse_args()
    case = Case(arguments.device, arguments.architecture, arguments.work, arguments.quick)
    for what, value, unit in STEPS[arguments.step](case):
        print(json.dumps({"what": what, "value": value, "unit": unit}), flush=True)


if __name__ == "__main__":
    main()
