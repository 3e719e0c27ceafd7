"""Places that are similar enough, as outlines or points in a GeoPackage."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import rasterio
import shapely
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.devices.processor import usable_cores
from crossearth_engine.job import Job
from crossearth_engine.map.geopackage import GEOPACKAGE_ERRORS, GEOPACKAGE_OPTIONS, layer_name
from crossearth_engine.map.polygons import Patches, find_patches
from crossearth_engine.publishing import writing
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.labelled_polygons import Grid
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.palette import NODATA
from crossearth_engine.training.similar.request import SimilarRequest

_STRIP_PIXELS = 1 << 22
_TOLERANCE_PX = 1.0


def write_candidates(
    path: Path, output: Path, similarity: Path, grid: Grid, request: SimilarRequest, job: Job
) -> int:
    """Write what hangs together of pixels that are similar enough; return how many there are.

    Fields: ``similarity`` (mean, percent), ``pixels``, and ``area_m2`` where that is known.

    Args:
        path: where it is written; ``output`` is its final name.
        output: by which its layer is called.
        similarity: raster of percent.
        grid: its pixels.
        request: how similar, and in which form.
        job: is told how far it is.

    Raises:
        OutputNotWritable, DiskFull: if it cannot be written.
    """
    enough = similarity.with_name("enough.tif")
    area = PixelArea(grid.crs, grid.transform, grid.width, grid.height, request.pixel_size)
    count = 0
    with rasterio.open(similarity) as percent:
        with writing(output):
            _write_enough(percent, enough, request.threshold)
        with rasterio.open(enough) as classes:
            threads = request.threads or usable_cores()
            found = find_patches(
                *(classes, percent, area.sizes, _TOLERANCE_PX, job.advance, threads)
            )
            with writing(output, *GEOPACKAGE_ERRORS):
                for some in found:
                    count += len(some.values)
                    if len(some.values) or not path.exists():
                        _append(path, layer_name(output), some, grid, request, area)
    return count


def _write_enough(percent: rasterio.DatasetReader, path: Path, threshold: float) -> None:
    """Write a raster of 0 where percent reaches a threshold, elsewhere without data."""
    profile = {**percent.profile, "driver": "GTiff", "compress": "deflate"}
    with rasterio.open(path, "w", **profile) as target:
        for strip in Window(0, 0, percent.width, percent.height).strips(_STRIP_PIXELS):
            window = RasterioWindow(strip.col_off, strip.row_off, strip.width, strip.height)
            values = percent.read(1, window=window)
            is_enough = (values >= threshold) & (values != NODATA)
            target.write(np.where(is_enough, 0, NODATA).astype(np.uint8), 1, window=window)


def _append(
    path: Path, layer: str, some: Patches, grid: Grid, request: SimilarRequest, area: PixelArea
) -> None:
    """Add patches to a file, which is made with the first."""
    import pyogrio

    shapes = some.outlines
    if request.form == "points":
        shapes = shapely.point_on_surface(shapes)
    placed = shapely.transform(
        shapes, lambda xy: np.column_stack(grid.transform @ (xy[:, 0], xy[:, 1]))
    )
    fields = {
        "similarity": np.round(some.percent / np.maximum(some.pixels, 1), 1),
        "pixels": some.pixels,
    }
    if area.method is not None:
        fields["area_m2"] = np.round(some.area_m2, 3)
    with warnings.catch_warnings():
        # What has no CRS has none here either.
        warnings.simplefilter("ignore", UserWarning)
        pyogrio.raw.write(
            path,
            shapely.to_wkb(placed),
            list(fields.values()),
            list(fields),
            layer=layer,
            driver="GPKG",
            geometry_type="Point" if request.form == "points" else "Polygon",
            crs=None if grid.crs is None else grid.crs.to_wkt(),
            append=path.exists(),
            dataset_options=GEOPACKAGE_OPTIONS,
        )
