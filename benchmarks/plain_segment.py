"""What a segmentation run is measured against: the network alone, and the loop anybody would write.

    python benchmarks/plain_segment.py floor|loop|loop-replayed|ours-replayed RASTER OUTPUT MODEL

``loop`` reads a window, normalises it, runs the network, takes the class with the highest score and
writes the window's own part of it, one after the other: no joining, no nodata, no overviews.
``floor`` gives the network as many windows of noise and does nothing else. With ``replayed`` the
network is asked for eight windows of the raster before, and its scores are given again and again:
what is left is the work around it, whose CPU time, in seconds, is printed. It differs little from
run to run; what the network loses by sharing the cores with that work is not in it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.windows import Window

from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.load import load_backend
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster import windows


class Replayed:
    """A backend that repeats what the network says of the first windows on the diagonal."""

    device = "cpu"
    precision = "fp32"
    fixed_batch = None
    decides = False
    has_reference = False
    remarks = ()

    def __init__(self, model: ModelInfo, raster: str, backend: Backend) -> None:
        self.hardware, self.findings = backend.hardware, backend.findings
        size = model.window_size
        self.fallbacks: list[str] = []
        self._calls = 0
        self._scores = []
        with rasterio.open(raster) as source:
            # On a small raster they overlap by more, so that all are whole.
            step = min(size // 2, (min(source.shape) - size) // 7)
            for index in range(8):
                place = Window(index * step, index * step, size, size)
                pixels = source.read([1, 2, 3], window=place)
                self._scores.append(backend.run(normalized(pixels, model)))

    def run(self, x: np.ndarray, *, with_unfamiliarity: bool = False) -> np.ndarray:
        """Return the scores of a window; not of the one that is given."""
        self._calls += 1
        return self._scores[self._calls % len(self._scores)].copy()

    def halo(self, window_size: int) -> int:
        """Return none: the bundled model tells of every pixel."""
        return 0

    def clear_interrupt(self) -> None:
        """Do nothing: nothing can be interrupted."""

    def rest(self) -> None:
        """Do nothing: there is no memory to give back."""

    def peak_gpu_mb(self) -> None:
        """Return nothing: there is no card."""

    def interrupt(self) -> None:
        """Do nothing."""

    def batch_that_fits(self, shape: tuple[int, int, int]) -> int:
        """Return one, as on any CPU."""
        return 1


def normalized(pixels: np.ndarray, model: ModelInfo) -> np.ndarray:
    """Return pixels (C, H, W) as the network takes them, (1, C, H, W)."""
    mean, std = (np.array(x, np.float32)[:, None, None] for x in (model.mean, model.std))
    scaled: np.ndarray = ((pixels.astype(np.float32) - mean) / std)[None]
    return scaled


def main() -> None:
    """Run what is asked for."""
    what, raster, output, name = sys.argv[1:]
    model = find_model(name)
    backend: Any = load_backend(model, "cpu", None)
    if what.endswith("-replayed"):
        backend = Replayed(model, raster, backend)
    before_s = time.process_time()
    if what == "ours-replayed":
        confidence = str(Path(output).with_name("confidence.tif"))
        request = SegmentRequest(raster, output, model=name, confidence=confidence)
        segment(request, Job(lambda *_: None, lambda *_: None), lambda *_: backend)
    else:
        run_plainly(what, raster, output, model, backend)
    print(time.process_time() - before_s)


def run_plainly(what: str, raster: str, output: str, model: ModelInfo, backend: Backend) -> None:
    """Run the loop, or the network alone."""
    with rasterio.open(raster) as source:
        size, stride = model.window_size, model.window_size - model.overlap
        whole = windows.Window(0, 0, source.width, source.height)
        grid = windows.WindowGrid.over(source.width, source.height, size, stride, whole)
        if what == "floor":
            noise = np.random.default_rng(0).normal(size=(1, 3, size, size)).astype(np.float32)
            for _ in grid:
                backend.run(noise)
            return
        profile = {**source.profile, "count": 1, "photometric": None}
        with rasterio.open(output, "w", **profile) as target:
            for index, window in enumerate(grid):
                place = Window(window.col_off, window.row_off, size, size)
                pixels = source.read([1, 2, 3], window=place)
                classes = backend.run(normalized(pixels, model))[0].argmax(axis=0).astype(np.uint8)
                piece = grid.piece(*divmod(index, len(grid.cols)))
                place = Window(piece.col_off, piece.row_off, piece.width, piece.height)
                target.write(classes[: piece.height, : piece.width], 1, window=place)


if __name__ == "__main__":
    main()
