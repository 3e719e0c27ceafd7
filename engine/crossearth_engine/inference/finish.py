"""What follows the last window: the rasters, what is made of them, and their final names."""

from __future__ import annotations

import importlib
import math
import time
from collections.abc import Collection, Mapping
from contextlib import ExitStack
from functools import cache
from typing import Any, Protocol

import numpy as np
import rasterio
from numpy.typing import NDArray

from crossearth_engine.devices.processor import peak_rss_mb, usable_cores
from crossearth_engine.inference.look import warnings_in
from crossearth_engine.inference.plan import RunPlan, values_named
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.job import Job
from crossearth_engine.map.claim import Claim
from crossearth_engine.map.class_map import ClassMap
from crossearth_engine.map.smoothing import write_majority, write_sieved
from crossearth_engine.publishing import writing
from crossearth_engine.raster.area import Sizes
from crossearth_engine.raster.mask import mask_file
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.addresses import address_of, file_name, gdal_name, is_remote
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.products import CLASSES, OUTPUTS, PRODUCTS, VECTOR
from crossearth_engine.shared.quantity import span_of
from crossearth_engine.shared.wording import say
from crossearth_engine.storage.staging import name_of, upload

# Roughly how long a million pixels take on a common computer, seconds: to make a raster, to smooth
# it, to draw polygons of it, and to publish all.
RASTER_S, MAJORITY_S, SIEVE_S, POLYGONS_S, FILES_S = 0.015, 0.1, 0.08, 0.2, 0.005


class Outcome(Protocol):
    """What came of windows, be it of one run or of several; see `SlidingRun`."""

    @property
    def started(self) -> float: ...  # noqa: D102 - see above

    @property
    def done(self) -> int: ...  # noqa: D102 - see above

    @property
    def computed(self) -> int: ...  # noqa: D102 - see above

    @property
    def batch(self) -> int: ...  # noqa: D102 - see above

    @property
    def inference_s(self) -> float: ...  # noqa: D102 - see above

    @property
    def is_partial(self) -> bool: ...  # noqa: D102 - see above

    @property
    def findings(self) -> list[Finding]: ...  # noqa: D102 - see above


def stages(plan: RunPlan) -> dict[str, float]:
    """Return the stages of a run and how long each may take, seconds, for `Job.plan`."""
    request = plan.request
    made = [OUTPUTS[name] for name in request.outputs]
    bands = sum(product.bands(len(plan.classes)) for product in made)
    paces = {"windows": 0.0, "map": bands * RASTER_S}
    if request.majority is not None:
        paces["majority"] = MAJORITY_S
    if request.min_area is not None:
        paces["sieve"] = SIEVE_S
    if any(product.format is VECTOR for product in made):
        paces["polygons"] = POLYGONS_S
    paces["files"] = bands * FILES_S
    return {name: pace * plan.pixels / 1e6 for name, pace in paces.items()}


def map_of(plan: RunPlan, *, keeps_canceled: bool = False, claim: Claim | None = None) -> ClassMap:
    """Return the map that a plan is of, to be written; arguments as of `ClassMap`."""
    return ClassMap(
        plan.request.outputs,
        plan.region,
        plan.crs,
        plan.transform,
        plan.classes,
        plan.area,
        quantity=plan.quantity,
        keeps_canceled=keeps_canceled,
        claim=claim,
    )


def load_writers(outputs: Collection[str]) -> None:
    """Load what finishing needs, which takes as long as making a small map does.

    Beside the windows, for which Python has little to do, it costs next to no time.
    """
    needed = ["map.map_item"]
    if any(OUTPUTS[name].format is VECTOR for name in outputs):
        needed += ["map.geopackage", "map.polygons"]
    if "report" in outputs:
        needed += ["reports.map", "reports.ground", "reports.pictures"]
    for name in needed:
        importlib.import_module(f"crossearth_engine.{name}")


def finish(
    plan: RunPlan,
    run: Outcome,
    class_map: ClassMap,
    origin: dict[str, Any],
    digest: str,
    job: Job,
) -> dict[str, Any]:
    """Complete and publish the map; return the summary of the run.

    Args:
        plan: says what is made.
        run: what came of the windows.
        class_map: what was written of them.
        origin: how the pixels came to be.
        digest: of all that was asked for, by which the same request finds the map.
        job: is told what goes on, and stops it.
    """
    request = plan.request
    job.log("info", "Writing the map…")
    if request.keep_partial:
        # Who keeps what is finished does not lose it in the last step.
        job.ignore_cancel()
    else:
        job.on_cancel(class_map.interrupt)
    tags = _tags(origin, plan, is_partial=run.is_partial)
    with job.doing("map"):
        class_map.complete(tags, job.advance)
    _smooth(plan, class_map, tags, job)
    _write_polygons(plan, class_map, job)
    peak = peak_rss_mb()
    areas = class_map.areas()
    facts = {
        **origin,
        "partial": run.is_partial,
        "windows": run.done,
        "planned_windows": len(plan.windows),
        "skipped_windows": run.done - run.computed,
        "batch": run.batch,
        "inference_s": round(run.inference_s, 3),
        "wall_s": round(time.perf_counter() - run.started, 3),
        "peak_rss_mb": None if peak is None else round(peak, 1),
        "area_method": plan.area.method,
        "class_area_m2": {item.info.name: item.area_m2 for item in areas},
        "acquired": plan.acquired and [moment.isoformat() for moment in plan.acquired],
        "attribution": plan.attribution or None,
        "unlike_training": plan.unlike_training,
        "warnings": [*plan.warnings, *warnings_in(run.findings)],
        "notes": [*plan.notes, *origin["fallbacks"]],
        "findings": [finding.to_dict() for finding in (*plan.findings, *run.findings)],
        "bands": [vars(choice) for choice in plan.bands],
        "stretch": plan.limits(),
        "classes": [item.to_dict() for item in areas],
        **({} if plan.quantity is None else {"numbers": class_map.numbers()}),
    }
    with job.doing("files"):
        _write_report(plan, class_map, facts)
        job.check()
        class_map.publish({**facts, "request": digest}, is_kept=run.is_partial)
        # Last of all the item, which says of a result in a store that it is complete.
        upload(request.files_written, keeps_canceled=request.resume)
    return {**told_outputs(request), **facts}


def told_outputs(request: SegmentRequest) -> dict[str, str | None]:
    """Return what the outputs are called, ``output`` being the class raster."""
    names = {name: name_of(path) for name, path in request.outputs.items()}
    return {"output": names[CLASSES.name], **{name: names.get(name) for name in PRODUCTS}}


def _tags(origin: dict[str, Any], plan: RunPlan, *, is_partial: bool) -> dict[str, str]:
    """Return how the pixels came to be, as tags of the rasters."""
    mask = origin["parameters"]["mask"]
    file = mask_file(mask) if mask else ""
    name = gdal_name(origin["input"])
    values = {
        # On a disk not by its folder: how a path was spelled is nothing of the map.
        "input": address_of(name) if is_remote(name) else plan.known_as,
        "model": origin["model"]["id"],
        "model_sha256": origin["model"]["sha256"],
        "classes": ", ".join(f"{item.value}={item.name}" for item in plan.classes) or None,
        "quantity": plan.quantity and plan.quantity.name,
        # By which `evaluate` knows the polygons again.
        "training_marks": ",".join(plan.model.training_marks) or None,
        **origin["parameters"],
        "mask": mask and f"{file_name(file)}{mask.removeprefix(file)}",
        "device": origin["device"],
        # The bytes of a map do not depend on which processor made it.
        "device_name": None if origin["device"] == "cpu" else origin["device_name"],
        "precision": origin["precision"],
        "partial": "yes" if is_partial else None,
    }
    software = {"TIFFTAG_SOFTWARE": f"crossearth-engine {origin['engine_version']}"}
    if plan.attribution:
        software["TIFFTAG_COPYRIGHT"] = plan.attribution
    return software | {
        f"CROSSEARTH_{name.upper()}": str(value)
        for name, value in values.items()
        if value is not None
    }


def _smooth(plan: RunPlan, class_map: ClassMap, tags: dict[str, str], job: Job) -> None:
    """Filter the completed class raster by majority and by the size of patches, in this order."""
    window_size, min_area = plan.request.majority, plan.request.min_area
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
        pixel_m2 = plan.area.middle_m2(plan.region) or 1.0
        most = plan.region.width * plan.region.height + 1.0
        min_pixels = math.ceil(min(min_area / pixel_m2, most) - 1e-6)
        if min_pixels > 1:
            size = f"{min_pixels} pixels"
            if plan.area.method is not None:
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


def _write_polygons(plan: RunPlan, class_map: ClassMap, job: Job) -> None:
    """Write the GeoPackage with the polygons of the smoothed map, if it is asked for."""
    output = plan.request.outputs.get("polygons")
    if output is None:
        return
    # Vector files take longer to load than a small map takes to make.
    from crossearth_engine.map.geopackage import GEOPACKAGE_ERRORS, layer_name, write_geopackage
    from crossearth_engine.map.polygons import SideLog, find_patches
    from crossearth_engine.map.squaring import Tally, with_right_angles

    job.log("info", "Drawing polygons…")
    region, area = plan.region, plan.area

    def sizes(window: Window) -> float | Sizes:
        left, top = window.col_off + region.col_off, window.row_off + region.row_off
        return area.sizes(Window(left, top, window.width, window.height))

    @cache
    def axes_of(tile_col: int, tile_row: int) -> NDArray[np.float64]:
        col, row = (512 * at + 256 for at in (tile_col, tile_row))
        return area.axes(col + region.col_off, row + region.row_off)

    def axes(col: float, row: float) -> NDArray[np.float64]:
        # They hardly change over a tile, and take their time.
        return axes_of(int(col // 512), int(row // 512))

    tolerance = _tolerance(plan)
    names = plan.request.right_angles or []
    squared = SideLog(values_named(plan.classes, names)) if names else None
    tally = Tally()
    threads = plan.request.threads or usable_cores()
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
        if "confidence" in plan.request.outputs:
            confidence = files.enter_context(rasterio.open(class_map.unpublished("confidence")))
        patches = find_patches(
            classes, confidence, sizes, tolerance, job.advance, threads, sides=squared
        )
        if squared is not None:
            patches = with_right_angles(patches, squared, classes.shape, axes, tolerance, tally)
        write_geopackage(
            target,
            layer_name(output),
            patches,
            class_map.classes,
            class_map.crs,
            class_map.transform,
            has_area=area.method is not None,
            has_confidence=confidence is not None,
        )
    if squared is not None:
        job.log(
            "info",
            f"Right angles: {tally.squared} of {tally.asked} polygons of {', '.join(names)}.",
        )


def _tolerance(plan: RunPlan) -> float:
    """Return how much simpler than their pixels polygons are, pixels; see `find_patches`."""
    if plan.request.simplify is None:
        # Steps of pixels go, and what is finer than the network can see.
        return max(1.5, 0.5 * max(plan.target.scale_xy))
    # Metres stand for pixels where the raster does not tell how large they are.
    return plan.request.simplify / math.sqrt(plan.area.middle_m2(plan.region) or 1.0)


def _write_report(plan: RunPlan, class_map: ClassMap, summary: Mapping[str, Any]) -> None:
    """Write the report on the smoothed map and on what was run, if it is asked for."""
    request, model = plan.request, plan.model
    output = request.outputs.get("report")
    if output is None:
        return
    from crossearth_engine.raster.dated_source import one_date
    from crossearth_engine.reports.ground import Ground, crs_name
    from crossearth_engine.reports.map import MapPictures, write_map_report
    from crossearth_engine.reports.pictures import (
        input_picture,
        map_picture,
        number_picture,
        picture_size,
    )

    with (
        writing(output),
        rasterio.open(class_map.unpublished("classes")) as dataset,
    ):
        size = picture_size(dataset.width, dataset.height)
        bands = summary["parameters"]["bands"]
        pictures = MapPictures(
            map_picture(dataset, class_map.classes, size)
            if plan.quantity is None
            else number_picture(dataset, span_of(summary["numbers"]), size),
            input_picture(*one_date(request.input, bands), dataset, size),
            size,
        )
        write_map_report(
            class_map.unpublished("report"),
            summary,
            [item.to_dict() for item in class_map.areas()],
            pictures,
            crs_name=crs_name(class_map.crs),
            transform=class_map.transform,
            shape_yx=dataset.shape,
            ground=Ground.under(class_map.crs, dataset.transform, dataset.width, dataset.height),
            facts={
                say("Licence of the model"): model.license,
                say("Trained on"): model.trained_on,
                say("Files"): ", ".join(path.name for path in request.outputs.values()),
            },
            is_crossearth=model.architecture.startswith("crossearth"),
        )
