"""Rasters of percent that lie on the pixels of a map: its confidence, and the like."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.analysis.objects import ReadConfidence
from crossearth_engine.errors import IncompatibleRaster
from crossearth_engine.map.sidecars import sidecar_paths
from crossearth_engine.raster.grids import grid_of, is_same_grid
from crossearth_engine.raster.labelled_polygons import Grid
from crossearth_engine.raster.opened import OpenRaster
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import Finding


@contextmanager
def opened_percent(
    path: str | None, classes: ClassRaster, crs: str | None, product: str = "confidence"
) -> Iterator[ReadConfidence | None]:
    """Open such a raster; yields what reads windows of it, or None without a path.

    Args:
        path: of the raster.
        classes: the map.
        crs: what the coordinates of both are in, whatever the files say.
        product: what it tells, as `PRODUCTS` names it.

    Raises:
        IncompatibleRaster: if it is none, or lies on other pixels.
    """
    if path is None:
        yield None
        return
    with OpenRaster(path) as raster:
        dataset = raster.file
        if dataset.count != 1 or dataset.dtypes[0] != "uint8":
            problem = Finding("percent-of-other-kind", {"product": product})
            raise IncompatibleRaster(path=path, **problem.reason)
        own = grid_of(path, crs)
        on = Grid(classes.path, classes.crs, classes.transform, classes.width, classes.height)
        if not is_same_grid(own, on):
            problem = Finding("percent-of-other-pixels", {"file": classes.path})
            raise IncompatibleRaster(path=path, **problem.reason)

        def read(window: Window) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
            place = RasterioWindow(window.col_off, window.row_off, window.width, window.height)
            percent = raster.read(indexes=1, window=place)
            return percent.astype(np.float64), percent <= 100

        yield read


def path_beside(path: str, product: str) -> str | None:
    """Return the raster of a product that the item of a map of ours names, if it is there."""
    try:
        item = json.loads(sidecar_paths(Path(path)).item.read_text(encoding="utf-8"))
        # In the folder of the map: an item of a stranger may name any file.
        beside = Path(path).with_name(PurePosixPath(item["assets"][product]["href"]).name)
        return str(beside) if beside.is_file() else None
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
