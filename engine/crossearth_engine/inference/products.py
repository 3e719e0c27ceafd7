"""What is done with a completed class map before it is published, as the request asks."""

from __future__ import annotations

import math
from collections.abc import Callable

from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.job import Job
from crossearth_engine.products.smoothing import write_majority, write_sieved
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.result import ClassMap


def smooth(
    class_map: ClassMap,
    request: SegmentRequest,
    area: PixelArea,
    tags: dict[str, str],
    job: Job,
    check: Callable[[], None],
) -> None:
    """Filter the class raster by majority and by the size of patches, in this order.

    Args:
        class_map: completed.
        request: says how.
        area: measures the map's pixels.
        tags: of the rasters.
        job: is told what goes on.
        check: called all the time; raises to stop.
    """
    window_size, min_area = request.majority, request.min_area
    if window_size is not None:
        job.log("info", f"Taking the majority of {window_size} by {window_size} pixels…")
        class_map.revise(
            lambda source, target: write_majority(source, target, window_size, check), tags, check
        )
    if min_area is not None:
        # Pixels stand for square metres where the raster does not tell how large they are. What is
        # as large as the limit, but for rounding, is not below it.
        pixel_m2 = area.mean_m2(class_map.region) or 1.0
        min_pixels = math.ceil(min_area / pixel_m2 - 1e-6)
        job.log("info", f"Giving patches of less than {min_pixels} pixels to their neighbours…")
        if min_pixels > 1:
            class_map.revise(
                lambda source, target: write_sieved(source, target, min_pixels, check), tags, check
            )
