"""The loop that a segmentation run is measured against: what anybody would write in an afternoon.

    python benchmarks/plain_segment.py RASTER OUTPUT NETWORK.onnx --window 512 --overlap 128
        --mean 1,2,3 --std 1,2,3 [--threads N] [--openvino PRECISION]

It reads a window, normalises it, runs the network in onnxruntime as that comes, takes the class
with the highest score and writes the window's own part of it, one window after the other: classes
only, no joining, no nodata, no overviews. Nothing of the product is in it. Prints as JSON its wall
time without imports, and the part of it inside the network.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable

import numpy as np
import onnxruntime
import rasterio
from rasterio.windows import Window


def main() -> None:
    """Run the loop."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("raster")
    parser.add_argument("output")
    parser.add_argument("network")
    parser.add_argument("--window", type=int, required=True)
    parser.add_argument("--overlap", type=int, required=True)
    parser.add_argument("--mean", type=numbers, required=True, help="of each band, as pixels are")
    parser.add_argument("--std", type=numbers, required=True)
    parser.add_argument("--threads", type=int, default=0, help="0: as onnxruntime chooses")
    parser.add_argument("--openvino", choices=["bf16", "fp32"], help="in place of onnxruntime")
    arguments = parser.parse_args()

    began, inside_s = time.perf_counter(), 0.0
    compute = in_openvino(arguments) if arguments.openvino else in_onnxruntime(arguments)
    size, overlap = arguments.window, arguments.overlap
    with rasterio.open(arguments.raster) as source:
        profile = {**source.profile, "count": 1, "photometric": None}
        rows, cols = (offsets(length, size, size - overlap) for length in source.shape)
        with rasterio.open(arguments.output, "w", **profile) as target:
            for top, next_top in zip(rows, [*rows[1:], source.height], strict=True):
                for left, next_left in zip(cols, [*cols[1:], source.width], strict=True):
                    pixels = source.read([1, 2, 3], window=Window(left, top, size, size))
                    x = (pixels.astype(np.float32) - arguments.mean) / arguments.std
                    before = time.perf_counter()
                    result = compute(x[None])
                    inside_s += time.perf_counter() - before
                    classes = result[0].argmax(axis=0).astype(np.uint8)
                    height, width = next_top - top, next_left - left
                    place = Window(left, top, width, height)
                    target.write(classes[:height, :width], 1, window=place)
    print(json.dumps({"wall_s": time.perf_counter() - began, "inference_s": inside_s}))


def in_onnxruntime(arguments: argparse.Namespace) -> Callable[[np.ndarray], np.ndarray]:
    """Return the network in onnxruntime as that comes."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = arguments.threads
    session = onnxruntime.InferenceSession(
        arguments.network, options, providers=["CPUExecutionProvider"]
    )
    image, scores = session.get_inputs()[0].name, session.get_outputs()[0].name
    return lambda x: session.run([scores], {image: x})[0]


def in_openvino(arguments: argparse.Namespace) -> Callable[[np.ndarray], np.ndarray]:
    """Return the network in OpenVINO as that comes, in a precision."""
    sys.modules.setdefault("openvino_telemetry", None)
    import openvino

    precision = {"bf16": "bf16", "fp32": "f32"}[arguments.openvino]
    settings = {"INFERENCE_PRECISION_HINT": precision, "INFERENCE_NUM_THREADS": arguments.threads}
    network = openvino.Core().compile_model(arguments.network, "CPU", settings)
    return lambda x: network([x])[0]


def numbers(text: str) -> np.ndarray:
    """Return numbers between commas, one for each band, (C, 1, 1)."""
    return np.array([float(part) for part in text.split(",")], np.float32)[:, None, None]


def offsets(length: int, size: int, stride: int) -> list[int]:
    """Return where windows begin that cover a length; the last one ends with it."""
    return [*range(0, length - size, stride), length - size]


if __name__ == "__main__":
    main()
