"""What a segmentation run is measured against: the network alone, and the loop anybody would write.

    python benchmarks/plain_segment.py floor|loop RASTER OUTPUT MODEL

``loop`` reads a window, normalises it, runs the network, takes the class with the highest score and
writes the window's own part of it, one after the other: no joining, no nodata, no overviews.
``floor`` gives the network as many windows of noise and does nothing else.
"""

from __future__ import annotations

import sys

import numpy as np
import rasterio
from rasterio.windows import Window

from crossearth_engine.inference.backend import load_backend
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster import windows


def main() -> None:
    """Run what is asked for."""
    what, raster, output, model = sys.argv[1:]
    info = find_model(model)
    backend = load_backend(info, "cpu", None)
    mean = np.array(info.mean, np.float32)[:, None, None]
    std = np.array(info.std, np.float32)[:, None, None]
    with rasterio.open(raster) as source:
        size, stride = info.window_size, info.window_size - info.overlap
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
                pixels = source.read([1, 2, 3], window=place).astype(np.float32)
                scores = backend.run(((pixels - mean) / std)[None])[0]
                classes = scores.argmax(axis=0).astype(np.uint8)
                piece = grid.piece(*divmod(index, len(grid.cols)))
                place = Window(piece.col_off, piece.row_off, piece.width, piece.height)
                target.write(classes[: piece.height, : piece.width], 1, window=place)


if __name__ == "__main__":
    main()
