"""Where is what looks like this? A raster of similarity to a few objects, and candidates in it.

Nothing is learned: vectors of places are compared by their directions (cosine) with the mean of
each object's, and a place is as similar as to the object that it is most like.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import rasterio.shutil
from rasterio.windows import Window as RasterioWindow

from crossearth_engine import __version__
from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import MissingPackage, NoValidPixels
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.map.geopackage import check_geopackage
from crossearth_engine.map.outputs import check_map_outputs
from crossearth_engine.map.sidecars import is_ours, sidecar_paths
from crossearth_engine.publishing import PartialOutput, check_replaceable, publish, writing
from crossearth_engine.raster.mask import mask_file
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.moves import Move
from crossearth_engine.shared.palette import NODATA
from crossearth_engine.training.similar.candidates import write_candidates
from crossearth_engine.training.similar.objects import SoughtObjects, read_objects
from crossearth_engine.training.similar.request import SimilarRequest
from crossearth_engine.training.similar.vectors import (
    Vectors,
    of_length_1,
    opened_vectors,
    similarity,
    unit_vectors,
)

try:
    from threadpoolctl import threadpool_limits
except ImportError as error:
    raise MissingPackage(package="scikit-learn", requirement="onnx scikit-learn") from error

# Pixels of an object in a window whose vectors are looked at, at most.
_MOST_PIXELS = 2000
# Roughly how long things take, seconds: that of a window, and of the rest.
_WINDOW_S, _MAP_S, _CANDIDATES_S = 0.3, 1.0, 2.0
_BLOCK = 256


def similar(request: SimilarRequest, job: Job) -> dict[str, Any]:
    """Write how similar each pixel is to some objects, and return a summary, ready for JSON.

    Percent, 255 where there is no data: 100 times the cosine, 0 where it is below 0.

    Raises:
        UnreadablePolygons, NoIntersection, NoValidPixels: if there is no object, or it does not
            lie on data of the raster.
        EngineError: as reading a raster and a network says, and writing files.
    """
    started = time.perf_counter()
    request.check()
    output = Path(request.output).absolute()
    candidates = Path(request.candidates).absolute() if request.candidates else None
    check_map_outputs(
        {"classes": output, **({"candidates": candidates} if candidates else {})},
        [request.input, mask_file(request.objects)],
    )
    check_replaceable([output])
    if candidates:
        check_geopackage(candidates)
    files = Inputs([mask_file(request.objects)])
    with ExitStack() as stack:
        vectors = stack.enter_context(opened_vectors(request, job))
        # Each grows beside where it is to be, which may be on another disk.
        folders = [stack.enter_context(PartialOutput(p)) for p in (output, candidates) if p]
        for partial in folders:
            partial.clear()
        objects, findings = read_objects(request.objects, request.layer, vectors.grid)
        for finding in findings:
            job.warn(finding)
        if objects.tiny:
            job.warn(Finding("objects-tiny", {"count": str(objects.tiny)}))
        stages = {"windows": _WINDOW_S * len(vectors.tiles), "map": _MAP_S}
        job.plan(stages | ({"polygons": _CANDIDATES_S} if candidates else {}))
        plain = folders[0].folder / "plain.tif"
        used = _write_similarity(plain, objects, vectors, request, job)
        for inputs in (files, *vectors.inputs):
            inputs.check()
        made = folders[0].folder / f"final{output.suffix}"
        with job.doing("map"), writing(output):
            rasterio.shutil.copy(
                plain,
                made,
                driver="COG",
                compress="DEFLATE",
                blocksize=_BLOCK,
                overview_resampling="average",
                bigtiff="IF_SAFER",
            )
        moves, count = [Move(made, output), *_left_over(made, output)], None
        if candidates:
            drawn = folders[1].folder / "final.gpkg"
            with job.doing("polygons"):
                count = write_candidates(drawn, candidates, plain, vectors.grid, request, job)
            moves.append(Move(drawn, candidates))
        publish(folders[0].folder, moves)
    return {
        "output": str(output),
        "candidates": None if candidates is None else str(candidates),
        "count": count,
        "objects": used,
        "features_of": vectors.name,
        "attribution": vectors.attribution or None,
        "windows": len(vectors.tiles),
        "computed_windows": vectors.computed,
        "wall_s": round(time.perf_counter() - started, 3),
    }


def _left_over(made: Path, output: Path) -> list[Move]:
    """Return what to do with what lies beside an earlier raster of this name: it goes with that.

    QGIS would show the new one in the classes of a map.
    """
    beside = [output.with_name(output.name + ending) for ending in (".aux.xml", ".ovr", ".msk")]
    if is_ours(output):
        beside += [path for path in sidecar_paths(output) if path not in beside]
    return [
        Move(made.with_name(f"no-{path.name}"), path, is_removal=True)
        for path in beside
        if os.path.lexists(path)
    ]


def _write_similarity(
    path: Path, objects: SoughtObjects, vectors: Vectors, request: SimilarRequest, job: Job
) -> int:
    """Write the raster, in rows of windows, and return of how many objects vectors are known.

    Raises:
        NoValidPixels: if no object lies on data.
    """
    touched = objects.touched([tile.middle for tile in vectors.tiles])
    total = len(vectors.sampled) + len(touched) + len(vectors.tiles)
    done = 0
    job.start("windows")
    job.progress(done, total)

    def step() -> None:
        nonlocal done
        done += 1
        job.progress(done, total)

    vectors.settle(step)
    # Products of small matrices are slower on several threads, and far slower where these wait for
    # each other.
    with threadpool_limits(1):
        return _compared(path, objects, touched, vectors, request, step)


def _compared(
    path: Path,
    objects: SoughtObjects,
    touched: list[int],
    vectors: Vectors,
    request: SimilarRequest,
    step: Callable[[], None],
) -> int:
    """Write the raster; as `_write_similarity`, once it is known what is usual."""
    sought = _sought(objects, touched, vectors, step)
    if not len(sought):
        raise NoValidPixels(path=request.input)
    grid = vectors.grid
    profile = {
        "driver": "GTiff",
        "width": grid.width,
        "height": grid.height,
        "count": 1,
        "dtype": "uint8",
        "nodata": NODATA,
        "crs": grid.crs,
        "transform": grid.transform,
        "bigtiff": "IF_SAFER",
    }
    tags = {
        "TIFFTAG_SOFTWARE": f"crossearth-engine {__version__}",
        "CROSSEARTH_MODEL": vectors.name,
        "CROSSEARTH_SIMILAR_TO": Path(request.objects).name,
    }
    if vectors.attribution:
        tags["TIFFTAG_COPYRIGHT"] = vectors.attribution
    with writing(path), rasterio.open(path, "w", **profile) as target:
        target.update_tags(**tags)
        target.set_band_description(1, "similarity, percent")
        tops = sorted({tile.middle.row_off for tile in vectors.tiles})
        for top in tops:
            row = [tile for tile in vectors.tiles if tile.middle.row_off == top]
            strip = np.full((row[0].middle.height, grid.width), NODATA, np.uint8)
            for tile in row:
                valid, maps = vectors.of(tile.window)
                inside = tile.middle.slices(tile.window)
                found = similarity(vectors, maps, sought)[inside]
                percent = np.rint(100 * np.clip(found, 0, 1)).astype(np.uint8)
                columns = slice(tile.middle.col_off, tile.middle.col_off + tile.middle.width)
                strip[:, columns] = np.where(valid[inside], percent, NODATA)
                step()
            target.write(strip, 1, window=RasterioWindow(0, top, grid.width, len(strip)))
    return len(sought)


def _sought(
    objects: SoughtObjects, touched: list[int], vectors: Vectors, step: Callable[[], None]
) -> FloatArray:
    """Return the mean vector of each object that lies on data, (N, F), of length 1."""
    sums: dict[int, FloatArray] = {}
    for number in touched:
        tile = vectors.tiles[number]
        valid, maps = vectors.of(tile.window)
        top, left = (part.start for part in tile.middle.slices(tile.window))
        for owner, rows, cols in objects.pixels(tile.middle):
            rows, cols = rows + top, cols + left
            is_data = valid[rows, cols]
            rows, cols = rows[is_data], cols[is_data]
            every = -(-len(rows) // _MOST_PIXELS) or 1
            if len(rows):
                found = unit_vectors(vectors, maps, rows[::every], cols[::every]).sum(axis=0)
                sums[owner] = sums.get(owner, 0) + every * found
        step()
    means = [sums[owner] for owner in sorted(sums)]
    return of_length_1(np.stack(means)) if means else np.zeros((0, 1), np.float32)
