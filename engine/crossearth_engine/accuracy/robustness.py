"""How well a model stands it when imagery is spoiled: its accuracy under each of `CORRUPTIONS`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.accuracy.corrupted_raster import CleanRaster, put_back
from crossearth_engine.accuracy.corruptions import CORRUPTIONS, Moving, Spoiling
from crossearth_engine.accuracy.mapped import AsksForMap, for_model
from crossearth_engine.inference.load import WarmLoader
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.job import Job
from crossearth_engine.map.sidecars import sidecar_paths
from crossearth_engine.shared.addresses import file_name

SEED = 0
"""Of the noise, the clouds and the stripes."""

Judge = Callable[[ClassRaster], "float | None"]


def under_corruptions(
    request: AsksForMap, clean_map: Path, clean: float | None, judge: Judge, job: Job
) -> dict[str, Any]:
    """Map the raster spoiled in each way and strength, and judge each map.

    Each is made as that of the raster itself was, and compared at the same places with the same
    reference; one spoiled raster lies on the disk at a time, in the folder for temporary files.

    Args:
        request: names model, raster and reference.
        clean_map: map of the raster itself.
        clean: its mean IoU, as ``judge`` tells it.
        judge: returns the mean IoU of a map.
        job: told how far it is.

    Returns:
        ``clean``; ``rows``, with name, title, unit, levels and mean IoU by strength, and their
        ``mean``, of each corruption; ``mean`` of these, and ``kept``, its share of ``clean``.
    """
    load = WarmLoader()
    rows: list[dict[str, Any]] = []
    means: list[float | None] = []
    done, total = 0, sum(len(corruption.levels) for corruption in CORRUPTIONS)
    with (
        job.doing("corruptions"),
        tempfile.TemporaryDirectory(prefix="crossearth-") as name,
        CleanRaster(
            request.raster or "", for_model(request)["bands"], request.nodata, request.crs
        ) as raster,
    ):
        folder = Path(name)
        for corruption in CORRUPTIONS:
            found: list[float | None] = []
            for level in corruption.levels:
                job.progress(done, total)
                done += 1
                path = _map(request, raster, corruption, level, clean_map, folder, load, job)
                with ClassRaster(path) as classes:
                    found.append(judge(classes))
                for made in folder.iterdir():
                    shutil.rmtree(made)
            means.append(_mean(found))
            rows.append(
                {
                    "name": corruption.name,
                    "title": corruption.title,
                    "unit": corruption.unit,
                    "levels": list(corruption.levels),
                    "mean_iou": found,
                    "mean": means[-1],
                }
            )
    load.forget()
    mean = _mean(means)
    return {
        "clean": clean,
        "rows": rows,
        "mean": mean,
        "kept": mean / clean if mean is not None and clean else None,
        "seed": SEED,
    }


def _map(
    request: AsksForMap,
    raster: CleanRaster,
    corruption: Spoiling | Moving,
    level: float,
    clean_map: Path,
    folder: Path,
    load: WarmLoader,
    job: Job,
) -> Path:
    """Return the map of a spoiled raster, on the grid of the raster itself."""
    place = folder / f"{corruption.name}-{level:g}"
    place.mkdir()
    # Its name may say which sensor it is of.
    spoiled = (place / file_name(request.raster or "")).with_suffix(".tif")
    raster.spoil(spoiled, corruption, level, SEED, job)
    output = place / "map" / "map.tif"
    output.parent.mkdir()
    asked = SegmentRequest(
        input=str(spoiled),
        output=str(output),
        model=request.model or "",
        **{**for_model(request), "bands": raster.bands, "nodata": None},
    )
    segment(asked, silent(job), load)
    spoiled.unlink()
    if isinstance(corruption, Spoiling):
        return output
    *_, to_source = corruption.move(level, raster.height, raster.width)
    back = place / "map.tif"
    put_back(output, back, clean_map, to_source)
    # It names the classes.
    shutil.copyfile(sidecar_paths(clean_map).item, sidecar_paths(back).item)
    return back


def silent(job: Job) -> Job:
    """Return a job that says nothing, and stops where ``job`` is to."""

    def stop_if_asked(_done: int, _total: int, _left: float | None) -> None:
        job.check()

    return Job(stop_if_asked, lambda _level, _text: None)


def _mean(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
