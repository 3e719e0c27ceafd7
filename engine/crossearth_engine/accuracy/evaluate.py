"""How good a map is: compared with polygons, points or another raster that say what is there.

Counts pixels or points by what they are and what the map says; from random points it also estimates
the true areas. A model is judged by the map that it makes of a raster.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import shapely
from numpy.typing import NDArray

from crossearth_engine import __version__
from crossearth_engine.accuracy.area_estimates import estimate_areas
from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.accuracy.figures import accuracy_figures, confusion_matrix
from crossearth_engine.arguments import Request
from crossearth_engine.errors import InvalidRequest, NoIntersection, UnreadablePolygons
from crossearth_engine.job import Job
from crossearth_engine.publishing import writing
from crossearth_engine.raster.labelled_polygons import (
    IGNORE_INDEX,
    Grid,
    LabelledPolygons,
    place_in_crs,
    read_classes,
    read_polygons,
)
from crossearth_engine.raster.vector import NOT_VECTOR, read_layer
from crossearth_engine.reports.accuracy import write_accuracy_report
from crossearth_engine.shared.options import EVALUATE, Options
from crossearth_engine.shared.palette import ClassInfo, distinct_color

Confusion = NDArray[np.int64]

POINTS = (int(shapely.GeometryType.POINT), int(shapely.GeometryType.MULTIPOINT))
# Roughly how long it takes to compare, seconds: little, beside making the map.
COMPARE_S = 1.0


@dataclass(frozen=True)
class EvaluateRequest(Request):
    """What to judge, and by what.

    Attributes:
        reference: vector file with polygons or points, or a class raster.
        map: class raster to judge; or else:
        model, raster: a model, and the raster to map with it.
        field: attribute of the reference that holds the class.
        layer: layer of the vector file; its first one unless it is given.
        report: HTML file to write; figures go beside it as JSON.
        nodata, crs: of the map or the raster, as in `SegmentRequest`.
        reference_nodata, reference_crs: of a reference raster, likewise.
        bands, gsd, stretch, pixel_size, device, threads: for the model, likewise.
        shown: what to tell of attributes instead of their values: what the user gave, where a
            copy of it is compared.
    """

    options: ClassVar[Options] = EVALUATE

    reference: str
    map: str | None = EVALUATE["map"].default
    model: str | None = EVALUATE["model"].default
    raster: str | None = EVALUATE["raster"].default
    field: str | None = EVALUATE["field"].default
    layer: str | None = EVALUATE["layer"].default
    report: str | None = EVALUATE["report"].default
    bands: list[int] | None = EVALUATE["bands"].default
    gsd: float | None = EVALUATE["gsd"].default
    stretch: str | None = EVALUATE["stretch"].default
    pixel_size: float | None = EVALUATE["pixel_size"].default
    nodata: str | None = EVALUATE["nodata"].default
    crs: str | None = EVALUATE["crs"].default
    reference_nodata: str | None = EVALUATE["reference_nodata"].default
    reference_crs: str | None = EVALUATE["reference_crs"].default
    device: str = EVALUATE["device"].default
    threads: int | None = EVALUATE["threads"].default
    shown: dict[str, str] | None = EVALUATE["shown"].default

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        super().check()
        if (self.map is None) == (self.model is None or self.raster is None):
            raise InvalidRequest(reason="Give either a map, or a model and a raster.")
        if self.report is not None and Path(self.report).suffix.lower() != ".html":
            raise InvalidRequest(reason=f"The report {self.report} must be a file .html.")


@dataclass(frozen=True)
class _Comparison:
    """Counts (K, K) by reference (rows) and map (columns), and what to say of them."""

    confusion: Confusion
    classes: tuple[ClassInfo, ...]
    unit: str
    sentence: str
    warnings: tuple[str, ...]


def evaluate(request: EvaluateRequest, job: Job) -> dict[str, Any]:
    """Compare, write the report if asked, and return figures, ready for JSON.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    started = time.perf_counter()
    request.check()
    job.plan({"compare": COMPARE_S})
    with _opened_map(request, job) as classes:
        job.start("compare")
        compared = _compare(request, classes, job)
        for text in compared.warnings:
            job.log("warning", text)
        figures = accuracy_figures(compared.confusion, compared.classes, compared.unit)
        accuracy: dict[str, Any] = {
            **figures,
            "split": compared.sentence,
            "warnings": list(compared.warnings),
            "areas": None,
        }
        if compared.unit == "points":
            accuracy["areas"] = _areas(compared, classes)
    asked = asdict(replace(request, shown=None)) | (request.shown or {})
    facts = {
        **{name: value for name, value in asked.items() if value is not None},
        "engine_version": __version__,
    }
    if request.report is not None:
        _write_report(Path(request.report), request, accuracy, facts)
    return {
        **accuracy,
        "map": request.map,
        "reference": asked["reference"],
        "report": request.report,
        "wall_s": round(time.perf_counter() - started, 3),
    }


@contextmanager
def _opened_map(request: EvaluateRequest, job: Job) -> Iterator[ClassRaster]:
    """Open the map to judge; make it first, of a model."""
    if request.map is not None:
        with ClassRaster(request.map, nodata=request.nodata, crs=request.crs) as classes:
            yield classes
        return
    from crossearth_engine.inference.request import SegmentRequest
    from crossearth_engine.inference.segment import segment

    with tempfile.TemporaryDirectory(prefix="crossearth-") as folder:
        output = str(Path(folder) / "map.tif")
        asked = SegmentRequest(
            input=request.raster or "",
            output=output,
            model=request.model or "",
            bands=request.bands,
            gsd=request.gsd,
            stretch=request.stretch,
            nodata=request.nodata,
            pixel_size=request.pixel_size,
            crs=request.crs,
            device=request.device,
            threads=request.threads,
        )
        segment(asked, job)
        with ClassRaster(output) as classes:
            yield classes


def _compare(request: EvaluateRequest, classes: ClassRaster, job: Job) -> _Comparison:
    kinds = _geometry_kinds(request)
    if kinds is None:
        return _with_raster(request, classes, job)
    if request.field is None:
        raise InvalidRequest(reason="Name the field of the reference that holds the class.")
    if kinds <= set(POINTS):
        return _with_points(request, request.field, classes, job)
    return _with_polygons(request, request.field, classes, job)


def _geometry_kinds(request: EvaluateRequest) -> set[int] | None:
    """Return the kinds of geometry in a vector file; None of what is none, perhaps a raster."""
    try:
        geometries, _, _ = read_layer(request.reference)
    except NOT_VECTOR as error:
        if request.field is not None and not Path(request.reference).exists():
            raise UnreadablePolygons(path=request.reference, reason="there is no file.") from error
        return None
    kinds = set(shapely.get_type_id(geometries[geometries != None]).tolist())  # noqa: E711 - per element
    return kinds or set(POINTS)


def _with_polygons(
    request: EvaluateRequest, field: str, classes: ClassRaster, job: Job
) -> _Comparison:
    table = read_polygons(request.reference, field, request.layer)
    names, union, warnings = _matched(table.classes.tolist(), classes.classes)
    table = replace(table, classes=np.array(names, np.str_))
    grid = Grid(classes.path, classes.crs, classes.transform, classes.width, classes.height)
    polygons = LabelledPolygons(table, union, [grid])
    strips = list(classes.strips())
    touched = polygons.windows_of(0, strips)
    confusion = np.zeros((len(union), len(union)), np.int64)
    for done, strip in enumerate(touched, start=1):
        labels, mapped = polygons.labels(0, strip), classes.read(strip)
        confusion += confusion_matrix(labels, mapped, len(union), IGNORE_INDEX)
        job.progress(done, len(touched))
    notices = [text for level, text in polygons.notices if level == "warning"]
    sentence = (
        f"Compared with {len(table.classes)} polygons: each pixel in them counts. Polygons that "
        "somebody has chosen are no random sample: the figures hold for places like these, and no "
        "areas are estimated from them. Random points (crossearth sample) can tell both."
    )
    return _Comparison(confusion, union, "pixels", sentence, (*notices, *warnings))


def _with_points(
    request: EvaluateRequest, field: str, classes: ClassRaster, job: Job
) -> _Comparison:
    shapes, shape_values, crs = read_classes(request.reference, field, request.layer)
    # Layers of multipoints, which often hold one point each, count point by point.
    geometries, shape = shapely.get_parts(shapes, return_index=True)
    values = shape_values[shape]
    is_labelled = (values != "") & (shapely.get_type_id(geometries) == POINTS[0])
    if not is_labelled.any():
        reason = f"none of its points has a class in the field {field} yet."
        raise UnreadablePolygons(path=request.reference, reason=reason)
    names, union, warnings = _matched(values[is_labelled].tolist(), classes.classes)
    placed = place_in_crs(geometries[is_labelled], crs, classes.crs)
    places = ~classes.transform @ (shapely.get_x(placed), shapely.get_y(placed))
    cols, rows = (np.floor(axis) for axis in places)
    known = [item.name for item in union]
    labels = np.array([known.index(name) for name in names])
    mapped = np.full(len(labels), -1)
    for strip in classes.strips():
        inside = (rows >= strip.row_off) & (rows < strip.row_off + strip.height)
        inside &= (cols >= 0) & (cols < strip.width)
        if inside.any():
            indexes = classes.read(strip)
            place = rows[inside].astype(int) - strip.row_off, cols[inside].astype(int)
            mapped[inside] = indexes[place]
        job.progress(strip.row_off + strip.height, classes.height)
    if (mapped < 0).all():
        raise NoIntersection(area="set of points", path=classes.path)
    notices = []
    if count := int((~is_labelled).sum()):
        notices.append(f"{_points(count)} without a class yet: left out.")
    if count := int((mapped < 0).sum()):
        notices.append(f"{_points(count)} where the map has no class: left out.")
    confusion = confusion_matrix(labels, mapped, len(union))
    sentence = (
        f"Compared with {int((mapped >= 0).sum())} points. Areas and error bars hold if the points "
        "are a random sample within each class of this map, as crossearth sample draws them."
    )
    return _Comparison(confusion, union, "points", sentence, (*notices, *warnings))


def _with_raster(request: EvaluateRequest, classes: ClassRaster, job: Job) -> _Comparison:
    with ClassRaster(
        request.reference,
        like=classes,
        nodata=request.reference_nodata,
        crs=request.reference_crs,
    ) as reference:
        given = [item.name for item in reference.classes]
        names, union, warnings = _matched(given, classes.classes)
        known = [item.name for item in union]
        index_of = np.array([known.index(name) for name in names] + [-1])  # -1: the last
        confusion = np.zeros((len(union), len(union)), np.int64)
        for strip in classes.strips():
            labels = index_of[reference.read(strip)]
            confusion += confusion_matrix(labels, classes.read(strip), len(union))
            job.progress(strip.row_off + strip.height, classes.height)
    if not confusion.sum():
        raise NoIntersection(area="reference raster", path=classes.path)
    sentence = "Compared with another raster, pixel by pixel, wherever both have a class."
    return _Comparison(confusion, union, "pixels", sentence, tuple(warnings))


def _matched(
    given: Sequence[str], classes: tuple[ClassInfo, ...]
) -> tuple[list[str], tuple[ClassInfo, ...], list[str]]:
    """Return the map's name of each given class, the classes of both, and warnings.

    By name, whatever its case; else by the value of the class. What the map does not have counts
    as a class of its own, which the map misses.
    """
    by_name = {item.name.lower(): item.name for item in classes}
    by_value = {str(item.value): item.name for item in classes}
    match = {name: by_name.get(name.lower()) or by_value.get(name) for name in set(given)}
    unknown = sorted(name for name, found in match.items() if found is None)
    union = list(classes)
    free = iter(sorted(set(range(255)) - {item.value for item in classes}))
    for i, name in enumerate(unknown):
        union.append(ClassInfo(next(free), name, distinct_color(i, len(unknown))))
    warnings = [
        f"The map has no class {name} (its classes: {', '.join(c.name for c in classes)}): all of "
        "it counts as wrong."
        for name in unknown
    ]
    return [match[name] or name for name in given], tuple(union), warnings


def _areas(compared: _Comparison, classes: ClassRaster) -> dict[str, Any] | None:
    """Return the estimated areas, ready for JSON; None where points do not suffice."""
    pixels, square_metres = classes.count()
    unit, mapped = ("pixels", pixels) if square_metres is None else ("m2", square_metres)
    mapped_area = np.zeros(len(compared.classes))
    mapped_area[: len(mapped)] = mapped
    try:
        found = estimate_areas(compared.confusion.T, mapped_area)
    except ValueError:
        return None
    columns = {
        "mapped_area": mapped_area,
        "area": found.area,
        "area_margin": found.area_margin,
        "users_accuracy": found.users_accuracy,
        "users_margin": found.users_margin,
        "producers_accuracy": found.producers_accuracy,
        "producers_margin": found.producers_margin,
    }
    return {
        "unit": unit,
        "confidence": 0.95,
        "method": (
            "Stratified estimator of Olofsson et al. (2014), strata are the classes of the map; "
            "± is half of a 95 % confidence interval."
        ),
        "overall_accuracy": found.overall_accuracy,
        "overall_margin": found.overall_margin,
        "classes": [
            {
                "value": item.value,
                "name": item.name,
                **{name: _plain(column[i]) for name, column in columns.items()},
            }
            for i, item in enumerate(compared.classes)
        ],
    }


def _points(count: int) -> str:
    return "1 point is" if count == 1 else f"{count} points are"


def _plain(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _write_report(
    path: Path, request: EvaluateRequest, accuracy: dict[str, Any], facts: dict[str, Any]
) -> None:
    title = f"Accuracy of {Path(request.map or request.model or '').name}"
    with writing(path), tempfile.TemporaryDirectory(prefix=".report-", dir=path.parent) as folder:
        page, data = Path(folder) / "report.html", Path(folder) / "report.json"
        write_accuracy_report(page, title, accuracy, facts)
        content = json.dumps({**accuracy, "made": facts}, indent=1, allow_nan=False)
        data.write_text(content + "\n", encoding="utf-8")
        data.replace(path.with_suffix(".json"))
        page.replace(path)
