"""Encoders at their true size: imported from a file as their authors write it, and run.

The weights are random, for the published ones could not be had: nothing is said of quality. Each
encoder has a process of its own, of which the largest memory is told.

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
    """Run each encoder that is asked for in a process of its own, and tell what came of it."""
    if sys.argv[1:2] == ["--alone"]:
        print(json.dumps(measure(sys.argv[2])))
        return
    print(f"{cpu_name()}, {usable_cores()} cores, torch {torch.__version__}")
    for name in sys.argv[1:] or ENCODERS:
        command = [sys.executable, __file__, "--alone", name]
        result = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        print(f"{name:16}", result.stdout.splitlines()[-1])


def measure(name: str) -> dict[str, float]:
    """Import an encoder and run one window, in PyTorch and in onnxruntime."""
    build, prefix = ENCODERS[name]
    torch.manual_seed(0)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CROSSEARTH_HOME"] = folder
        file = Path(folder) / f"{name}.pth"
        tensors = {prefix + key: tensor for key, tensor in build().state_dict().items()}
        torch.save(tensors, file)
        numbers = sum(tensor.numel() for tensor in tensors.values())
        del tensors
        encoder = load_encoder(read_tensors(file), file)
        if encoder is None:
            raise ValueError(f"{name} is not recognised")
        shape = (1, encoder.num_bands, encoder.model.window_size, encoder.model.window_size)
        pixels = np.random.default_rng(1).standard_normal(shape, np.float32)
        encoder.maps(pixels)
        network_mb = peak_rss_mb()
        began = time.perf_counter()
        model = import_model(file).model
        import_s = time.perf_counter() - began
        import_mb = peak_rss_mb()
        content = None
        if encoder.wavelengths_um:
            content = file_for_wavelengths(model.weights, encoder.wavelengths_um)
        network = OnnxMaps(model.weights, content, "cpu", usable_cores())
        pairs = zip(network.run(pixels), encoder.maps(pixels), strict=True)
        return {
            "million_numbers": round(numbers / 1e6, 1),
            "onnx_mb": round(model.weights.stat().st_size / 1e6, 1),
            "network_peak_mb": round(network_mb),
            "import_s": round(import_s, 1),
            "import_peak_mb": round(import_mb),
            "largest_difference": float(max(np.abs(a - b).max() for a, b in pairs)),
            "torch_window_s": timed(lambda: encoder.maps(pixels)),
            "onnx_window_s": timed(lambda: network.run(pixels)),
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
