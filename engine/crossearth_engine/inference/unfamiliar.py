"""Whether a raster is unlike what a network was trained on, told by a few windows of it.

Before a run, at a hundredth of what mapping the raster costs, or by one window of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.inference.backend import Backend
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_file import read_wiring
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.sample import spread
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.products import UNFAMILIAR, UNFAMILIARITY

# Windows that are looked at: one for so many that a raster has, up to a few, and not more than that
# one of a raster on a server; and places along each side where one may lie.
WINDOWS_FOR_ONE, MOST_WINDOWS, POSITIONS = 100, 4, 3
# With less data in it a window says little.
LEAST_WANTED = 0.5


@dataclass(frozen=True)
class Strangeness:
    """How unlike the training imagery a raster is.

    Attributes:
        median: of the `UNFAMILIARITY` of the places that were looked at, 0 to 1.
        share: of these places that are at least `UNFAMILIAR`.
    """

    median: float
    share: float

    def findings(self, model: ModelInfo) -> list[Finding]:
        """Return what there is to tell of it."""
        if self.median < UNFAMILIAR:
            return []
        details = {"model": model.name, "share": f"{self.share * 100:.0f} %"}
        return [Finding("unlike-training", details)]


def knows_its_training(model: ModelInfo) -> bool:
    """Whether a model's network tells what is unlike its training, without loading it."""
    is_onnx = model.weights.suffix.lower() == ".onnx"
    return is_onnx and UNFAMILIARITY in read_wiring(model.weights).outputs


def look_for_strangeness(
    backend: Backend, model: ModelInfo, reader: RasterReader, seen: Window, window_size: int
) -> Strangeness | None:
    """Return how unlike the training imagery a raster is; None if the network does not tell.

    Args:
        backend: the network.
        model: how pixels are scaled for it.
        reader: the raster as it is shown.
        seen: the part that is asked for, pixels as they are shown.
        window_size: what the network is shown at once, pixels.

    Raises:
        UnreadableRaster: if blocks are missing or damaged.
        JobCanceled: if the backend was interrupted.
    """
    if not backend.has_reference:
        return None
    affordable = seen.width * seen.height // (WINDOWS_FOR_ONE * window_size**2)
    most = 1 if reader.source.is_remote else min(max(affordable, 1), MOST_WINDOWS)
    found: list[FloatArray] = []
    for window in _windows(seen, window_size):
        pixels, valid, wanted = reader.read_mirrored(window)
        if wanted.mean() < LEAST_WANTED:
            continue
        mean, std = np.array(model.mean, np.float32), np.array(model.std, np.float32)
        batch = normalize(pixels, valid, mean, std)[None].repeat(backend.fixed_batch or 1, axis=0)
        unlike = backend.run(batch, with_unfamiliarity=True)[0, -1]
        halo = (window_size - unlike.shape[-1]) // 2
        found.append(unlike[wanted[halo : window_size - halo, halo : window_size - halo]])
        if len(found) == most:
            break
    if not found:
        return None
    values = np.concatenate(found)
    return Strangeness(float(np.median(values)), float((values >= UNFAMILIAR).mean()))


def _windows(seen: Window, size: int) -> list[Window]:
    """Return windows all over what is seen; any first few are far from each other."""
    rows, cols = (
        [start + offset for offset in spread(max(length - size, 0) + 1, POSITIONS)]
        if length >= size
        else [start - (size - length) // 2]
        for start, length in ((seen.row_off, seen.height), (seen.col_off, seen.width))
    )
    windows = [Window(col, row, size, size) for row, col in product(rows, cols)]
    order = sorted(range(len(windows)), key=lambda i: 4 * i % len(windows))
    return [windows[i] for i in order]
