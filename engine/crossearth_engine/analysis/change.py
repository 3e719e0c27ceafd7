"""What has changed between two maps: a raster of changes, and from what to what, with areas.

Goes over both maps twice, window by window, once to count and once to write: memory does not depend
on how large they are. Pixels are compared as the maps have them: what either has wrong counts as
change.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import rasterio
from numpy.typing import NDArray

from crossearth_engine import __version__
from crossearth_engine.accuracy.class_names import listed, parse_names
from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.analysis.change_classes import UNCHANGED, ChangeClasses, change_classes
from crossearth_engine.analysis.shared_classes import (
    SharedClasses,
    share_classes,
)
from crossearth_engine.arguments import Request
from crossearth_engine.errors import InvalidRequest, NoIntersection
from crossearth_engine.inputs import Inputs, refuse_the_same
from crossearth_engine.job import Job
from crossearth_engine.map.class_map import ClassMap
from crossearth_engine.map.outputs import check_map_outputs
from crossearth_engine.map.sidecars import sidecar_paths
from crossearth_engine.publishing import check_replaceable, writing
from crossearth_engine.raster.area import sum_areas
from crossearth_engine.raster.grids import (
    common_grid,
    common_share,
    grid_of,
    is_same_grid,
    pixel_ratio,
)
from crossearth_engine.raster.labelled_polygons import Grid
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import Finding, told
from crossearth_engine.shared.options import CHANGE, Options
from crossearth_engine.shared.palette import NODATA
from crossearth_engine.shared.products import CLASSES, PAGE, PROCESSING_FIELD, RASTER, Format
from crossearth_engine.shared.wording import say

AREAS_ARE_COUNTED = say(
    "Areas are counted pixels of the two maps, not estimates: what either map has wrong counts as "
    "change, and small changes may be nothing but errors. For areas with error bars draw random "
    "points on the map of changes (crossearth sample), say at each what has become of what, and "
    "give them to crossearth evaluate."
)
# Of the pixels that one map has a class for, so many may have none on the other.
LEAST_UNMATCHED = 0.01
# Two maps of one place have more in common.
LEAST_COMMON = 0.5
# Maps whose pixels differ more in length differ along every edge.
TOLERATED_RATIO = 1.5
# Roughly how long a million pixels take on a common computer, seconds.
COMPARE_S, RASTER_S, FILES_S = 0.02, 0.01, 0.005


@dataclass(frozen=True)
class ChangeRequest(Request):
    """Which maps to compare, and where the result goes.

    Attributes:
        before, after: class rasters.
        output: the class raster to write, a GeoTIFF.
        report: HTML file to write.
        align: whose grid to compare them on; ``none``: they have to have the same pixels.
        classes: names of classes, ``VALUE=NAME`` each, of both maps.
        before_classes, after_classes: of one map; they go before those of both.
        before_nodata, before_crs: of that map, as in `SegmentRequest`.
        after_nodata, after_crs: likewise.
        local_only: likewise.
    """

    options: ClassVar[Options] = CHANGE

    before: str
    after: str
    output: str
    report: str | None = CHANGE["report"].default
    align: str = CHANGE["align"].default
    classes: list[str] | None = CHANGE["classes"].default
    before_classes: list[str] | None = CHANGE["before_classes"].default
    after_classes: list[str] | None = CHANGE["after_classes"].default
    before_nodata: str | None = CHANGE["before_nodata"].default
    before_crs: str | None = CHANGE["before_crs"].default
    after_nodata: str | None = CHANGE["after_nodata"].default
    after_crs: str | None = CHANGE["after_crs"].default
    local_only: bool = CHANGE["local_only"].default

    @property
    def outputs(self) -> dict[str, Path]:
        """What is written, by name, with absolute paths."""
        named = {CLASSES.name: self.output, "report": self.report}
        return {name: Path(path).absolute() for name, path in named.items() if path}

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        super().check()
        refuse_the_same(self.before, self.after)
        for path, wanted in ((self.output, RASTER), (self.report, PAGE)):
            if path is not None:
                _check_suffix(path, wanted)


@dataclass(frozen=True)
class Maps:
    """Two maps on one grid.

    Attributes:
        before, after: the maps; both of one size, and in one place.
        shared: their classes.
        pixel_ratio: how many times as long the longer of their own pixels is.
        common_share: how much of the smaller one lies where the other one lies, too.
    """

    before: ClassRaster
    after: ClassRaster
    shared: SharedClasses
    pixel_ratio: float
    common_share: float

    @cached_property
    def pairs(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Class before and after of each pair that there may be, (P,) each; -1 where none is.

        Pair 0 is that of pixels that have no class on either map.
        """
        others = len(self.after.classes) + 1
        numbers = np.arange((len(self.before.classes) + 1) * others)
        # -1, no class, is the last.
        return (
            self.shared.of_before[numbers // others - 1],
            self.shared.of_after[numbers % others - 1],
        )

    def read(self, window: Window) -> NDArray[np.int32] | None:
        """Return the pair of each pixel, (H, W); None if it is known that all are pair 0."""
        if self.before.holds_none(window) and self.after.holds_none(window):
            return None
        pairs = self.before.read(window)
        pairs += 1
        pairs *= len(self.after.classes) + 1
        pairs += self.after.read(window)
        pairs += 1
        return pairs


@dataclass(frozen=True)
class Counts:
    """How much of what has become what: (K + 1, K + 1), the last for pixels without a class.

    Attributes:
        pixels: by class before (rows) and after (columns).
        square_metres: the same; None where nothing tells how large pixels are.
    """

    pixels: NDArray[np.int64]
    square_metres: NDArray[np.float64] | None


def change(request: ChangeRequest, job: Job) -> dict[str, Any]:
    """Compare the maps, write what has changed, and return a summary, ready for JSON.

    Writes the class raster with its sidecars, as `segment` does, and the report if it is asked
    for; all or nothing.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    started = time.perf_counter()
    request.check()
    outputs = request.outputs
    read = [request.before, request.after]
    beside = [str(path) for file in read for path in sidecar_paths(Path(file))]
    check_map_outputs(outputs, [*read, *beside])
    check_replaceable([*outputs.values(), *sidecar_paths(outputs[CLASSES.name])])
    with _opened(request) as maps:
        before = maps.before
        inputs = Inputs(read, before.file_states | maps.after.file_states)
        with rasterio.Env(GDAL_CACHEMAX=before.cache_bytes() + maps.after.cache_bytes()):
            million = before.width * before.height / 1e6
            paces = {"change": 2 * COMPARE_S, "map": RASTER_S, "files": FILES_S}
            job.plan({name: pace * million for name, pace in paces.items()})
            job.start("change")
            counts = _count(maps, job)
            changes = change_classes(maps.shared.classes, counts.pixels[:-1, :-1])
            findings = _findings(maps, counts, request)
            for finding in findings:
                job.warn(finding)
            with ClassMap(
                outputs, Window(0, 0, before.width, before.height), before.crs, before.transform,
                changes.classes, before.area,
            ) as class_map:  # fmt: skip
                class_map.start()
                _write(maps, changes, class_map, job)
                inputs.check()
                facts = {
                    **_facts(request, maps, counts, changes, class_map),
                    **told(findings),
                    "wall_s": round(time.perf_counter() - started, 3),
                }
                _publish(request, facts, class_map, job)
    return {
        "output": str(outputs[CLASSES.name]),
        "report": None if request.report is None else str(outputs["report"]),
        **facts,
    }


@contextmanager
def _opened(request: ChangeRequest) -> Iterator[Maps]:
    """Open both maps on the grid that they are compared on."""
    named = [
        {**parse_names(request.classes), **parse_names(own)}
        for own in (request.before_classes, request.after_classes)
    ]
    one = grid_of(request.before, request.before_crs)
    other = grid_of(request.after, request.after_crs)
    grid = common_grid(one, other, request.align)

    def place(own: Grid) -> Grid | None:
        return None if is_same_grid(own, grid) else grid

    with (
        ClassRaster(
            request.before, place(one), nodata=request.before_nodata,
            crs=request.before_crs, names=named[0],
        ) as before,
        ClassRaster(
            request.after, place(other), nodata=request.after_nodata,
            crs=request.after_crs, names=named[1],
        ) as after,
    ):  # fmt: skip
        shared = share_classes(before.classes, after.classes)
        yield Maps(before, after, shared, pixel_ratio(one, other), common_share(one, other))


def _count(maps: Maps, job: Job) -> Counts:
    """Count what has become what, on the first way over the maps.

    Raises:
        NoIntersection: if there is no pixel where both maps have a class.
    """
    before, after = maps.pairs
    pixels, areas = np.zeros(len(before), np.int64), np.zeros(len(before))
    area, windows = maps.before.area, list(maps.before.pieces())
    for done, window in enumerate(windows, 1):
        pairs = maps.read(window)
        if pairs is not None:
            found = np.bincount(pairs.ravel(), minlength=len(pixels))
            pixels += found
            areas += sum_areas(pairs, found, area.sizes(window))
        job.progress(done, 2 * len(windows))
    size = len(maps.shared.classes) + 1
    counted, measured = np.zeros((size, size), np.int64), np.zeros((size, size))
    np.add.at(counted, (before, after), pixels)
    np.add.at(measured, (before, after), areas)
    if not counted[:-1, :-1].any():
        raise NoIntersection(area=f"map {maps.before.path}", path=maps.after.path)
    return Counts(counted, None if area.method is None else measured)


def _write(maps: Maps, changes: ChangeClasses, class_map: ClassMap, job: Job) -> None:
    """Write what has changed, on the second way over the maps."""
    values_of = changes.values[maps.pairs]
    windows = list(maps.before.pieces())
    for done, window in enumerate(windows, 1):
        pairs = maps.read(window)
        if pairs is not None:
            values = values_of[pairs]
            class_map.write(window, values != NODATA, values, {})
        class_map.flush(window)
        job.progress(len(windows) + done, 2 * len(windows))


def _findings(maps: Maps, counts: Counts, request: ChangeRequest) -> list[Finding]:
    """Return what a person should know of the maps before believing what has changed."""
    shared, pixels = maps.shared, counts.pixels
    findings = list(filter(None, [shared.finding]))
    sides = (
        (
            "classes-before-only",
            "holes-after",
            request.before,
            shared.of_before,
            shared.of_after,
            pixels,
        ),
        (
            "classes-after-only",
            "holes-before",
            request.after,
            shared.of_after,
            shared.of_before,
            pixels.T,
        ),
    )
    for alone_code, holes_code, path, own, other, of_own in sides:
        alone = [i for i in shared.only_in(own, other) if of_own[i, :-1].any()]
        if alone:
            names = listed([shared.classes[i].name for i in alone])
            details = {"file": Path(path).name, "classes": names}
            findings.append(Finding(alone_code, details))
        missing, all_of_it = of_own[:-1, -1].sum(), of_own[:-1].sum()
        if missing > LEAST_UNMATCHED * all_of_it:
            share = f"{missing / all_of_it:.0%}"
            findings.append(Finding(holes_code, {"share": share}))
    if maps.common_share < LEAST_COMMON:
        details = {"share": f"{100 * maps.common_share:.2g} %"}
        findings.append(Finding("overlap-small", details))
    if maps.pixel_ratio > TOLERATED_RATIO:
        findings.append(Finding("pixels-unequal", {"times": f"{maps.pixel_ratio:.1f}"}))
    return findings


def _facts(
    request: ChangeRequest, maps: Maps, counts: Counts, changes: ChangeClasses, class_map: ClassMap
) -> dict[str, Any]:
    """Return what has changed and how it was found, ready for JSON."""
    classes, pixels = maps.shared.classes, counts.pixels[:-1, :-1]
    areas = None if counts.square_metres is None else counts.square_metres[:-1, :-1]
    size = pixels if areas is None or not areas.any() else areas
    total, unchanged = float(size.sum()), float(np.trace(size))

    def of_class(i: int) -> dict[str, Any]:
        return {"name": classes[i].name, "color": classes[i].color} | {
            f"{unit}_{when}": None if matrix is None else matrix.sum(axis=axis)[i].item()
            for unit, matrix in (("pixels", pixels), ("area_m2", areas))
            for when, axis in (("before", 1), ("after", 0))
        }

    def of_change(row: dict[str, Any]) -> dict[str, Any]:
        # What is of several has no names of its own.
        pair = changes.pairs.get(row["value"])
        came, went = (None, None) if pair is None else (classes[i].name for i in pair)
        return {**row, "from": came, "to": went}

    rows = [item.to_dict() for item in class_map.areas()]
    return {
        "engine_version": __version__,
        "before": request.before,
        "after": request.after,
        "inputs": [request.before, request.after],
        "lineage": f"Change from {request.before} to {request.after}",
        "acquired": _acquired(request),
        "parameters": {
            name: value
            for name, option in CHANGE.items()
            if option.group == "Maps" and (value := getattr(request, name)) != option.default
        },
        "area_method": maps.before.area.method,
        "matching": maps.shared.sentence,
        "areas_are": AREAS_ARE_COUNTED,
        "changed_share": 1 - unchanged / total,
        "from_to": {
            "classes": [of_class(i) for i in range(len(classes))],
            "pixels": pixels.tolist(),
            "area_m2": None if areas is None else areas.tolist(),
        },
        "changes": [of_change(row) for row in rows if row["value"] != UNCHANGED.value],
        "classes": rows,
    }


def _acquired(request: ChangeRequest) -> list[str] | None:
    """Return from when to when, if both maps are ours and say when their imagery was taken."""
    moments = []
    for path in (request.before, request.after):
        try:
            text = sidecar_paths(Path(path)).item.read_text(encoding="utf-8")
            moments.append(json.loads(text)["properties"][PROCESSING_FIELD]["acquired"])
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None
    if not all(isinstance(item, list) and len(item) == 2 for item in moments):
        return None
    first, last = min(item[0] for item in moments), max(item[1] for item in moments)
    return [first, last]


def _publish(request: ChangeRequest, facts: dict[str, Any], class_map: ClassMap, job: Job) -> None:
    """Complete the raster, write the report and the sidecars, and give all their names."""
    tags = {
        "TIFFTAG_SOFTWARE": f"crossearth-engine {__version__}",
        "CROSSEARTH_BEFORE": request.before,
        "CROSSEARTH_AFTER": request.after,
        "CROSSEARTH_CLASSES": ", ".join(f"{c.value}={c.name}" for c in class_map.classes),
    }
    job.on_cancel(class_map.interrupt)
    with job.doing("map"):
        class_map.complete(tags, job.advance)
    with job.doing("files"):
        if request.report is not None:
            _write_report(request, facts, class_map)
        job.check()
        class_map.publish(facts)


def _write_report(request: ChangeRequest, facts: dict[str, Any], class_map: ClassMap) -> None:
    from crossearth_engine.reports.change import write_change_report
    from crossearth_engine.reports.pictures import map_picture, picture_size

    output = request.outputs["report"]
    with writing(output), rasterio.open(class_map.unpublished(CLASSES.name)) as dataset:
        size = picture_size(dataset.width, dataset.height)
        write_change_report(
            class_map.unpublished("report"),
            facts,
            map_picture(dataset, class_map.classes, size),
            size,
            crs=class_map.crs,
            transform=class_map.transform,
            shape_yx=dataset.shape,
        )


def _check_suffix(path: str, wanted: Format) -> None:
    if Path(path).suffix.lower() not in wanted.suffixes:
        reason = f"The output {path} must be a {wanted.name} ({wanted.suffixes[0]})."
        raise InvalidRequest(reason=reason)
