"""Encoders at their true size: imported from a file as their authors write it, and run.

The weights are random, for the published ones could not be had: nothing is said of quality. Each
step has a process of its own, of which the largest memory is told.

    python benchmarks/encoders.py [NAME ...]
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import nn

from crossearth_engine.devices.processor import cpu_name, peak_rss_mb, usable_cores
from crossearth_engine.exchange.importing import import_model
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.models.checkpoint_file import read_tensors
from crossearth_engine.models.encoder_imagery import TERRAMIND, TERRAMIND_KEYS
from crossearth_engine.models.encoders import load_encoder
from crossearth_engine.models.onnx_wavelengths import file_for_wavelengths
from crossearth_engine.networks.dinov2 import DinoV2
from crossearth_engine.networks.dofa import Dofa
from crossearth_engine.networks.prithvi import Prithvi
from crossearth_engine.networks.terramind import TerraMind

ROUNDS = 5
FILE = "encoder.pth"
MODALITIES = {key: len(TERRAMIND[name].bands) for name, key in TERRAMIND_KEYS.items()}
# Of Prithvi the names of the file have a prefix.
ENCODERS: dict[str, tuple[Callable[[], nn.Module], str]] = {
    "softcon-s": (lambda: DinoV2(384, 12, 6, 16, (), 13, patch_size=14), ""),
    "terramind-tiny": (lambda: TerraMind(MODALITIES, 192, 12, 3, 14, ()), ""),
    "prithvi-tiny-tl": (
        lambda: Prithvi(192, 12, 3, 14, (), num_frames=4, knows_time_and_place=True),
        "encoder.",
    ),
    "prithvi-300m": (lambda: Prithvi(1024, 24, 16, 14, (), num_frames=4), "encoder."),
    "dofa-base": (lambda: Dofa(768, 12, 12, 14, ()), ""),
}


def main() -> None:
    """Take each encoder that is asked for, each step in a process of its own, and tell of it."""
    if sys.argv[1:2] == ["--alone"]:
        print(json.dumps(STEPS[sys.argv[2]](sys.argv[3], Path(sys.argv[4]))))
        return
    print(f"{cpu_name()}, {usable_cores()} cores, torch {torch.__version__}")
    for name in sys.argv[1:] or ENCODERS:
        with tempfile.TemporaryDirectory() as folder:
            told: dict[str, float] = {}
            for step in STEPS:
                command = [sys.executable, __file__, "--alone", step, name, folder]
                result = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
                told |= json.loads(result.stdout.splitlines()[-1])
            print(f"{name:16}", json.dumps(told), flush=True)


def build(name: str, folder: Path) -> dict[str, float]:
    """Write a file like that of the authors."""
    make, prefix = ENCODERS[name]
    torch.manual_seed(0)
    tensors = {prefix + key: tensor for key, tensor in make().state_dict().items()}
    torch.save(tensors, folder / FILE)
    numbers = sum(tensor.numel() for tensor in tensors.values())
    return {"million_numbers": round(numbers / 1e6, 1)}


def run_network(name: str, folder: Path) -> dict[str, float]:
    """Load the file in PyTorch, and let the network look at a window."""
    encoder = load_encoder(read_tensors(folder / FILE), folder / FILE)
    if encoder is None:
        raise ValueError(f"{name} is not recognised")
    shape = (1, encoder.num_bands, encoder.model.window_size, encoder.model.window_size)
    pixels = np.random.default_rng(1).standard_normal(shape, np.float32)
    np.savez(folder / "window.npz", pixels, np.array(encoder.wavelengths_um, np.float32))
    np.savez(folder / "maps.npz", *encoder.maps(pixels))
    return {
        "torch_peak_mb": round(peak_rss_mb() or 0),
        "torch_window_s": timed(lambda: encoder.maps(pixels)),
    }


def import_file(name: str, folder: Path) -> dict[str, float]:
    """Import the file."""
    os.environ["CROSSEARTH_HOME"] = str(folder)
    began = time.perf_counter()
    model = import_model(folder / FILE, model_id=name).model
    return {
        "import_s": round(time.perf_counter() - began, 1),
        "import_peak_mb": round(peak_rss_mb() or 0),
        "onnx_mb": round(model.weights.stat().st_size / 1e6, 1),
    }


def run_onnx(name: str, folder: Path) -> dict[str, float]:
    """Let what was imported look at the same window."""
    path = folder / "models" / name / "model.onnx"
    with np.load(folder / "window.npz") as arrays:
        pixels, wavelengths = arrays["arr_0"], arrays["arr_1"].tolist()
    with np.load(folder / "maps.npz") as arrays:
        expected = [arrays[key] for key in arrays.files]
    content = file_for_wavelengths(path, wavelengths) if wavelengths else None
    network = OnnxMaps(path, content, "cpu", usable_cores())
    pairs = zip(network.run(pixels), expected, strict=True)
    return {
        "largest_difference": float(max(np.abs(a - b).max() for a, b in pairs)),
        "onnx_peak_mb": round(peak_rss_mb() or 0),
        "onnx_window_s": timed(lambda: network.run(pixels)),
    }


STEPS: dict[str, Callable[[str, Path], dict[str, float]]] = {
    "build": build,
    "network": run_network,
    "import": import_file,
    "onnx": run_onnx,
}


def timed(run: Callable[[], object]) -> float:
    """Return the median wall time of a call, seconds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return round(statistics.median(times), 4)


if __name__ == "__main__":
    main()
