"""What is done with a completed class map before it is published, as the request asks."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

import rasterio
from rasterio.crs import CRS

from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.job import Job
from crossearth_engine.map.class_map import ClassMap
from crossearth_engine.map.smoothing import write_majority, write_sieved
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.publishing import writing
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.products import OUTPUTS, VECTOR

# Roughly how long a million pixels take on a common computer, seconds: to make a raster, to smooth
# it, to draw polygons of it, and to publish all.
RASTER_S, MAJORITY_S, SIEVE_S, POLYGONS_S, FILES_S = 0.015, 0.1, 0.08, 0.2, 0.005


def stages(request: SegmentRequest, classes: int, pixels: int) -> dict[str, float]:
    """Return the stages of a run and how long each may take, seconds, for `Job.plan`.

    Args:
        request: says what is made.
        classes: their number.
        pixels: of the map that have data.
    """
    made = [OUTPUTS[name] for name in request.outputs]
    bands = sum(product.bands(classes) for product in made)
    paces = {"windows": 0.0, "map": bands * RASTER_S}
    if request.majority is not None:
        paces["majority"] = MAJORITY_S
    if request.min_area is not None:
        paces["sieve"] = SIEVE_S
    if any(product.format is VECTOR for product in made):
        paces["polygons"] = POLYGONS_S
    paces["files"] = bands * FILES_S
    return {name: pace * pixels / 1e6 for name, pace in paces.items()}


def smooth(
    class_map: ClassMap,
    request: SegmentRequest,
    area: PixelArea,
    tags: dict[str, str],
    job: Job,
) -> None:
    """Filter the class raster by majority and by the size of patches, in this order.

    Args:
        class_map: completed.
        request: says how.
        area: measures the map's pixels.
        tags: of the rasters.
        job: is told what goes on, and stops it.
    """
    window_size, min_area = request.majority, request.min_area
    if window_size is not None:
        job.log("info", f"Taking the majority of {window_size} by {window_size} pixels…")
        with job.doing("majority"):
            class_map.revise(
                lambda source, target, advance: write_majority(
                    source, target, window_size, advance
                ),
                tags,
                job.advance,
            )
    if min_area is not None:
        # Pixels stand for square metres where the raster does not tell how large they are. What is
        # as large as the limit, but for rounding, is not below it.
        pixel_m2 = area.mean_m2(class_map.region) or 1.0
        min_pixels = math.ceil(min_area / pixel_m2 - 1e-6)
        if min_pixels > 1:
            size = f"{min_pixels} pixels"
            if area.method is not None:
                size = f"{min_area:g} m² ({size})"
            job.log("info", f"Giving patches of less than {size} to their neighbours…")
            with job.doing("sieve"):
                class_map.revise(
                    lambda source, target, advance: write_sieved(
                        source, target, min_pixels, advance
                    ),
                    tags,
                    job.advance,
                )


def write_polygons(
    class_map: ClassMap,
    request: SegmentRequest,
    area: PixelArea,
    network_pixel: float,
    job: Job,
) -> None:
    """Write the GeoPackage with the polygons of the map, if it is asked for.

    Args:
        class_map: completed, and smoothed.
        request: says how.
        area: measures the map's pixels.
        network_pixel: edge of a pixel that the network saw, in pixels of the map.
        job: is told what goes on, and stops it.

    Raises:
        OutputNotWritable, DiskFull: if it cannot be written.
    """
    output = request.outputs.get("polygons")
    if output is None:
        return
    # Vector files take longer to load than a small map takes to make.
    from crossearth_engine.map.geopackage import GEOPACKAGE_ERRORS, write_geopackage
    from crossearth_engine.map.polygons import find_patches

    job.log("info", "Drawing polygons…")
    region = class_map.region

    def mean_m2(window: Window) -> float:
        left, top = window.col_off + region.col_off, window.row_off + region.row_off
        return area.mean_m2(Window(left, top, window.width, window.height))

    # Steps of pixels go, and what is finer than the network can see.
    tolerance = max(1.5, 0.5 * network_pixel)
    target = class_map.unpublished("polygons")
    with (
        job.doing("polygons"),
        writing(output, *GEOPACKAGE_ERRORS),
        ExitStack() as files,
    ):
        # What a run has left that goes on now.
        target.unlink(missing_ok=True)
        classes = files.enter_context(rasterio.open(class_map.unpublished("classes")))
        confidence = None
        if "confidence" in request.outputs:
            confidence = files.enter_context(rasterio.open(class_map.unpublished("confidence")))
        write_geopackage(
            target,
            output.stem,
            find_patches(classes, confidence, mean_m2, tolerance, job.advance),
            class_map.classes,
            class_map.crs,
            class_map.transform,
            has_area=area.method is not None,
            has_confidence=confidence is not None,
        )


def write_report(
    class_map: ClassMap,
    request: SegmentRequest,
    model: ModelInfo,
    summary: Mapping[str, Any],
) -> None:
    """Write the report, if it is asked for.

    Args:
        class_map: completed, and smoothed.
        request: says where.
        model: that made the map.
        summary: what was run, with which figures.

    Raises:
        OutputNotWritable, DiskFull: if it cannot be written.
    """
    output = request.outputs.get("report")
    if output is None:
        return
    from crossearth_engine.reports.ground import Ground
    from crossearth_engine.reports.map import MapPictures, write_map_report
    from crossearth_engine.reports.pictures import input_picture, map_picture, picture_size

    with (
        writing(output),
        rasterio.open(class_map.unpublished("classes")) as dataset,
    ):
        size = picture_size(dataset.width, dataset.height)
        pictures = MapPictures(
            map_picture(dataset, class_map.classes, size),
            input_picture(request.input, summary["parameters"]["bands"], dataset, size),
            size,
        )
        write_map_report(
            class_map.unpublished("report"),
            summary,
            [item.to_dict() for item in class_map.areas()],
            pictures,
            crs_name=_name_of(class_map.crs),
            transform=class_map.transform,
            shape_yx=dataset.shape,
            ground=Ground.under(dataset.crs, dataset.transform, dataset.width, dataset.height),
            facts={
                "Licence of the model": model.license,
                "Trained on": model.trained_on,
                "Files": ", ".join(path.name for path in request.outputs.values()),
            },
            is_crossearth=model.architecture.startswith("crossearth"),
        )


def _name_of(crs: CRS | None) -> str:
    """Return what people call a CRS, or an empty text."""
    if crs is None:
        return ""
    name = re.match(r'\w+\["([^"]+)"', crs.to_wkt())
    authority = crs.to_authority()
    words = [name[1]] if name else []
    return " ".join([*words, *([f"({':'.join(authority)})"] if authority else [])])
