"""A reference laid over a map: what is there, and what the map says, counted together.

The reference is polygons, points or another class raster.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.crs import CRS

from crossearth_engine.accuracy.class_names import MatchedClasses, match_classes, shifted_numbers
from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.accuracy.figures import confusion_matrix
from crossearth_engine.accuracy.strata import Sample, Strata, read_strata
from crossearth_engine.errors import InvalidRequest, NoIntersection, UnreadablePolygons
from crossearth_engine.job import Job
from crossearth_engine.raster.labelled_polygons import (
    IGNORE_INDEX,
    Grid,
    LabelledPolygons,
    place_in_crs,
    read_classes,
    read_polygons,
    unsaid_crs,
)
from crossearth_engine.raster.polygon_marks import are_known
from crossearth_engine.raster.vector import LAYER_OPTION, NOT_VECTOR, read_layer
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.options import REFERENCE_FIELD, STRATUM_FIELDS
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.shared.wording import say, together

Confusion = NDArray[np.int64]

POINTS = (int(shapely.GeometryType.POINT), int(shapely.GeometryType.MULTIPOINT))
# A class that takes less of the map is not missed in a reference: strays are in every map.
LEAST_SHARE = 0.001
# Of the reference's pixels, so many may lie where the map has no class, as at its edges.
LEAST_UNMAPPED = 0.01
# A reference that says of so much of the map what it is, and has no such class, says that it is
# nowhere.
COMPLETE_SHARE = 0.9

NO_FIELD = Finding("field-unsaid")
NO_STRATA = Finding("strata-unknown")


@dataclass(frozen=True)
class Reference:
    """What says what is there, as `EvaluateRequest` has it."""

    path: str
    field: str | None
    layer: str | None
    background: str | None
    nodata: str | None
    crs: str | None
    names: Mapping[int, str]


@dataclass(frozen=True)
class Comparison:
    """What was counted, and what to say of it.

    Attributes:
        confusion: (K, K) by reference (rows) and map (columns).
        classes: (K,) of both.
        unit: ``pixels`` or ``points``.
        sentence: how it was measured.
        untold: why nothing but recall can be told; None where all can.
        findings: for the person.
        of_map: index of each of the map's classes.
        sample: the points by the strata that they were drawn from, if that is known.
    """

    confusion: Confusion
    classes: tuple[ClassInfo, ...]
    unit: str
    sentence: str
    untold: Finding | None
    findings: tuple[Finding, ...]
    of_map: NDArray[np.intp]
    sample: Sample | None = None


def compare(reference: Reference, classes: ClassRaster, job: Job) -> Comparison:
    """Count what the reference says against what the map says.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    kinds = _geometry_kinds(reference)
    if kinds is None:
        return _with_raster(reference, classes, job)
    if kinds <= set(POINTS):
        return _with_points(reference, classes, job)
    if reference.field is None:
        raise InvalidRequest(**NO_FIELD.reason)
    return _with_polygons(reference, reference.field, classes, job)


def _geometry_kinds(reference: Reference) -> set[int] | None:
    """Return the kinds of geometry in a vector file; None of what is none, perhaps a raster."""
    try:
        layer = f"{LAYER_OPTION}{reference.layer}" if reference.layer else ""
        geometries, _, _ = read_layer(f"{reference.path}{layer}")
    except NOT_VECTOR as error:
        if reference.field is not None and not Path(reference.path).exists():
            raise UnreadablePolygons(path=reference.path, reason="there is no file.") from error
        return None
    kinds = set(shapely.get_type_id(geometries[geometries != None]).tolist())  # noqa: E711 - per element
    return kinds or set(POINTS)


def _with_polygons(reference: Reference, field: str, classes: ClassRaster, job: Job) -> Comparison:
    table = read_polygons(reference.path, field, reference.layer, _known(classes.classes))
    matched = match_classes(table.classes.tolist(), classes.classes, reference.background)
    named = [matched.classes[matched.of_reference[name]].name for name in table.classes.tolist()]
    named_table = replace(table, classes=np.array(named, np.str_))
    grid = Grid(classes.path, classes.crs, classes.transform, classes.width, classes.height)
    polygons = LabelledPolygons(named_table, matched.classes, [grid])
    count = len(matched.classes)
    confusion = np.zeros((count, count), np.int64)
    mapped = np.zeros(count, np.int64)
    drawn = unmapped = 0
    outside = IGNORE_INDEX if matched.background is None else matched.background
    for strip in classes.strips():
        labels = polygons.labels(0, strip, outside=outside)
        found = matched.of_map[classes.read(strip)]
        is_drawn = (labels != IGNORE_INDEX) & (labels != outside)
        drawn += int(is_drawn.sum())
        unmapped += int((is_drawn & (found < 0)).sum())
        confusion += confusion_matrix(labels, found, count, IGNORE_INDEX)
        mapped += np.bincount(found[found >= 0], minlength=count)
        job.progress(strip.row_off + strip.height, classes.height)
    findings = [item for item in polygons.findings if item.level == "warning"]
    findings += _holes(drawn, unmapped)
    sentence = say(
        "Compared with {count} polygons: each pixel in them counts.", count=len(table.classes)
    )
    if matched.background is None:
        which = say(
            "Polygons that somebody has chosen are no random sample: the figures hold for places "
            "like these, and no areas are estimated from them. Random points (crossearth sample) "
            "can tell both."
        )
    else:
        which = say(
            "All of the map that lies outside of them counts as {name}, as asked.",
            name=matched.classes[matched.background].name,
        )
        findings += _extent(polygons, grid)
    findings += _training(polygons, classes)
    return Comparison(
        confusion,
        matched.classes,
        "pixels",
        together([sentence, which, matched.sentence]),
        None if matched.background is not None else _untold(confusion, mapped, matched),
        (*findings, *_names(confusion, matched), *_rest(matched)),
        matched.of_map,
    )


def _names(confusion: Confusion, matched: MatchedClasses) -> list[Finding]:
    """Return what may be wrong with the names that the reference gives."""
    return [*matched.findings, *shifted_numbers(confusion, matched)]


def _rest(matched: MatchedClasses) -> list[Finding]:
    """Return a finding if a class that the map lacks may be all that is none of the others."""
    if matched.background is not None:
        return []
    lacking = [item.name for i, item in enumerate(matched.classes) if i not in matched.of_map]
    return [Finding("background-unsaid", {"name": name}) for name in lacking[:1]]


def _training(polygons: LabelledPolygons, classes: ClassRaster) -> list[Finding]:
    """Return a finding if the model that has made the map knows some of the polygons."""
    placed = polygons.placed(0)[polygons.is_inside]
    known = int(are_known(placed, classes.crs, classes.training_marks).sum())
    if not known:
        return []
    details = {"count": str(len(placed)), "model": str(classes.model), "known": str(known)}
    return [Finding("polygons-of-training", details)]


def _extent(polygons: LabelledPolygons, grid: Grid) -> list[Finding]:
    """Return a finding if polygons seem to have been drawn on a part of the map only."""
    corners = ((0, 0), (grid.width, 0), (grid.width, grid.height), (0, grid.height))
    outline = shapely.Polygon([grid.transform @ corner for corner in corners])
    spanned = shapely.box(*shapely.total_bounds(polygons.placed(0))).intersection(outline)
    share = spanned.area / outline.area
    if share >= 0.5:
        return []
    return [Finding("polygons-of-a-part", {"share": f"{share:.0%}"})]


@dataclass(frozen=True)
class LabelledPoints:
    """Points of which somebody has said what is there.

    Attributes:
        geometries: (N,) of the points, in ``crs``.
        names: (N,) what is there.
        crs: None where the file does not say.
        strata: that they were drawn from, if that is known.
        findings: what was left out.
        are_all: whether all points of the sample have a class.
    """

    geometries: NDArray[np.object_]
    names: NDArray[np.str_]
    crs: CRS | None
    strata: Strata | None
    findings: tuple[Finding, ...]
    are_all: bool


def are_points(reference: Reference) -> bool:
    """Whether a reference is a vector file of points, and nothing else."""
    kinds = _geometry_kinds(reference)
    return kinds is not None and kinds <= set(POINTS)


def read_points(reference: Reference, classes: Sequence[ClassInfo]) -> LabelledPoints:
    """Return the points of a reference that have a class, and a stratum if others have one.

    Args:
        reference: the points.
        classes: of the map that they judge.

    Raises:
        InvalidRequest: if no field is named, or a background is.
        UnreadablePolygons: if the file cannot be read, or no point has a class.
    """
    field = reference.field
    if field is None:
        raise InvalidRequest(**NO_FIELD.reason)
    if reference.background is not None:
        raise InvalidRequest(**Finding("background-of-points").reason)
    strata = read_strata(reference.path, reference.layer)
    if strata is not None and field in STRATUM_FIELDS:
        details = {"field": field, "reference": REFERENCE_FIELD}
        raise InvalidRequest(**Finding("field-of-stratum", details).reason)
    shapes, shape_values, crs, findings = read_classes(
        reference.path, field, reference.layer, _known(classes)
    )
    # Layers of multipoints, which often hold one point each, count point by point.
    geometries, shape = shapely.get_parts(shapes, return_index=True)
    values = shape_values[shape]
    is_labelled = (values != "") & (shapely.get_type_id(geometries) == POINTS[0])
    if not is_labelled.any():
        problem = Finding("points-none-labelled", {"field": field})
        raise UnreadablePolygons(path=reference.path, **problem.reason)
    if count := int((~is_labelled).sum()):
        findings.append(Finding("points-unlabelled", {"count": str(count)}))
    is_nowhere = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    if count := int((is_nowhere & (shape_values != "")).sum()):
        findings.append(Finding("points-nowhere", {"count": str(count)}))
    is_counted = is_labelled
    if strata is not None:
        of_points = strata.of_points[shape]
        is_counted = is_labelled & (of_points >= 0)
        if count := int((is_labelled & ~is_counted).sum()):
            findings.append(Finding("points-added", {"count": str(count)}))
        if strata.removed:
            findings.append(Finding("points-removed", {"count": str(strata.removed)}))
        strata = replace(strata, of_points=of_points[is_counted])
    return LabelledPoints(
        geometries[is_counted],
        values[is_counted],
        crs,
        strata,
        tuple(findings),
        bool(is_labelled.all()),
    )


def mapped_at(
    points: LabelledPoints, classes: ClassRaster, matched: MatchedClasses, job: Job
) -> NDArray[np.intp]:
    """Return which of the matched classes a map has at each point, (N,); -1 where it has none.

    Raises:
        NoIntersection: if it has none at any of them.
    """
    mapped: NDArray[np.intp] = matched.of_map[_at_points(_cells(points, classes), classes, job)]
    if (mapped < 0).all():
        raise NoIntersection(area="set of points", path=classes.path)
    return mapped


def _with_points(reference: Reference, classes: ClassRaster, job: Job) -> Comparison:
    points = read_points(reference, classes.classes)
    strata, findings = points.strata, list(points.findings)
    findings += unsaid_crs(points.crs, classes.path, classes.crs)
    names = points.names.tolist()
    matched = match_classes(names, classes.classes)
    labels = np.array([matched.of_reference[name] for name in names], np.intp)
    mapped = mapped_at(points, classes, matched, job)
    if count := int((mapped < 0).sum()):
        findings.append(Finding("points-unmapped", {"count": str(count)}))
    count = len(matched.classes)
    confusion = confusion_matrix(labels, mapped, count)
    points_compared = int((mapped >= 0).sum())
    if strata is None:
        sample = None
        sentence = say(
            "Compared with {count} points: each counts as much as any other.",
            count=points_compared,
        )
        findings.append(NO_STRATA)
        pixels = mapped_amounts(classes, matched.of_map, count, "pixels")
        mapped_pixels = np.zeros(count) if pixels is None else pixels
        untold = _of_points(_untold(confusion, mapped_pixels, matched))
    else:
        sample = _by_strata(strata, labels, mapped, count)
        findings += _out_of_place(points, strata, classes, matched, mapped)
        sentence = say(
            "Compared with {count} points of a random sample within {strata} strata: each counts "
            "for the part of its stratum that it stands for. Error bars hold if the points are "
            "those that were drawn, and whoever labelled them did not look at a map.",
            count=points_compared,
            strata=len(strata.names),
        )
        # Of a whole random sample a class that nobody found is nowhere, or rare.
        untold = None
        if not points.are_all:
            untold = _of_points(_untold(confusion, confusion.sum(axis=0), matched))
    return Comparison(
        confusion,
        matched.classes,
        "points",
        together([sentence, matched.sentence]),
        untold,
        (*findings, *_names(confusion, matched)),
        matched.of_map,
        sample,
    )


def _by_strata(
    strata: Strata, labels: NDArray[np.intp], mapped: NDArray[np.intp], count: int
) -> Sample:
    counts = np.zeros((len(strata.names), count, count), np.int64)
    is_here = mapped >= 0
    np.add.at(counts, (strata.of_points[is_here], mapped[is_here], labels[is_here]), 1)
    elsewhere = np.bincount(strata.of_points[~is_here], minlength=len(strata.names))
    return Sample(strata, counts, elsewhere)


def _out_of_place(
    points: LabelledPoints,
    strata: Strata,
    classes: ClassRaster,
    matched: MatchedClasses,
    mapped: NDArray[np.intp],
) -> list[Finding]:
    """Return findings if points of a sample do not lie where they were drawn, as far as known.

    Of the map that they were drawn on, each lies on a pixel of its own, which is of its stratum.
    """
    size = len(matched.classes)
    amounts = mapped_amounts(classes, matched.of_map, size, strata.unit)
    own = None if amounts is None else strata.classes_of(matched.classes, amounts)
    xy = shapely.get_coordinates(points.geometries) if own is None else _cells(points, classes).T
    counts = {"points-twice": len(xy) - len(np.unique(xy, axis=0))}
    if own is not None:
        counts["points-moved"] = int((own[strata.of_points] != mapped).sum())
    return [Finding(code, {"count": str(count)}) for code, count in counts.items() if count]


def _cells(points: LabelledPoints, classes: ClassRaster) -> NDArray[np.float64]:
    """Return column and row of the pixel of a map at each point, (2, N); NaN where it has none."""
    placed = place_in_crs(points.geometries, points.crs, classes.crs)
    cols, rows = ~classes.transform @ (shapely.get_x(placed), shapely.get_y(placed))
    return np.array([np.floor(cols), np.floor(rows)])


def _at_points(cells: NDArray[np.float64], classes: ClassRaster, job: Job) -> NDArray[np.int64]:
    """Return the index of the map's class at each point, -1 where there is none."""
    cols, rows = cells
    mapped = np.full(len(cols), -1)
    for strip in classes.strips():
        inside = (rows >= strip.row_off) & (rows < strip.row_off + strip.height)
        inside &= (cols >= 0) & (cols < strip.width)
        if inside.any():
            indexes = classes.read(strip)
            place = rows[inside].astype(int) - strip.row_off, cols[inside].astype(int)
            mapped[inside] = indexes[place]
        job.progress(strip.row_off + strip.height, classes.height)
    return mapped


def mapped_amounts(
    classes: ClassRaster, of_map: NDArray[np.intp], count: int, unit: str
) -> NDArray[np.float64] | None:
    """Return how large the matched classes are on the map, (K,); None if that is not known.

    Args:
        classes: the map.
        of_map: of `MatchedClasses`.
        count: how many classes are matched, K.
        unit: ``pixels`` or ``m2``.
    """
    pixels, square_metres = classes.count()
    mapped = pixels if unit == "pixels" else square_metres
    if mapped is None:
        return None
    amounts = np.zeros(count)
    np.add.at(amounts, of_map[:-1], mapped)
    return amounts


def _known(classes: Sequence[ClassInfo]) -> set[str]:
    return {item.name.casefold() for item in classes}


def _with_raster(reference: Reference, classes: ClassRaster, job: Job) -> Comparison:
    with ClassRaster(
        reference.path,
        like=classes,
        nodata=reference.nodata,
        crs=reference.crs,
        names=reference.names,
    ) as truth:
        pixels, _ = truth.count()
        if not pixels.sum():
            raise NoIntersection(area="reference raster", path=classes.path)
        # A legend may name more than there is.
        given = [item.name for item, n in zip(truth.classes, pixels, strict=True) if n > 0]
        matched = match_classes(given, classes.classes, reference.background)
        # -1, no class, is the last.
        index_of = np.array([matched.of_reference.get(c.name, -1) for c in truth.classes] + [-1])
        count = len(matched.classes)
        confusion = np.zeros((count, count), np.int64)
        mapped = np.zeros(count, np.int64)
        drawn = unmapped = 0
        for strip in classes.strips():
            labels = index_of[truth.read(strip)]
            found = matched.of_map[classes.read(strip)]
            drawn += int((labels >= 0).sum())
            unmapped += int(((labels >= 0) & (found < 0)).sum())
            is_within = truth.extent_mask(strip)
            if matched.background is not None:
                labels[is_within & (labels < 0)] = matched.background
            confusion += confusion_matrix(labels, found, count)
            mapped += np.bincount(found[is_within & (found >= 0)], minlength=count)
            job.progress(strip.row_off + strip.height, classes.height)
    if not confusion.sum():
        raise NoIntersection(area="reference raster", path=classes.path)
    sentence = say("Compared with another raster, pixel by pixel, wherever both have a class.")
    rest = ""
    if matched.background is not None:
        rest = say(
            "Where it has none, within its extent, counts as {name}, as asked.",
            name=matched.classes[matched.background].name,
        )
    return Comparison(
        confusion,
        matched.classes,
        "pixels",
        together([sentence, rest, matched.sentence]),
        None if matched.background is not None else _untold(confusion, mapped, matched),
        (
            *_holes(drawn, unmapped),
            *_names(confusion, matched),
            *_rest(matched),
            *_maps(truth),
        ),
        matched.of_map,
    )


def _of_points(finding: Finding | None) -> Finding | None:
    """Return the same of points, which have no outside."""
    if finding is None:
        return None
    of_points = {
        "reference-of-one-class": "points-of-one-class",
        "reference-lacks-classes": "points-lack-classes",
    }
    return Finding(of_points[finding.code], finding.details)


def _holes(drawn: int, unmapped: int) -> list[Finding]:
    """Return a finding if much of what the reference knows is left out.

    Args:
        drawn: pixels to which the reference gives a class.
        unmapped: those of them where the map has none.
    """
    if unmapped < LEAST_UNMAPPED * drawn or unmapped == 0:
        return []
    return [Finding("reference-unmapped", {"share": f"{unmapped / drawn:.0%}"})]


def _maps(truth: ClassRaster) -> list[Finding]:
    return [Finding("reference-is-a-map", {"model": truth.model})] if truth.model else []


def _untold(confusion: Confusion, mapped: NDArray[Any], matched: MatchedClasses) -> Finding | None:
    """Return why nothing but recall can be told; None where all can.

    A class that the map does not have, such as "other" beside "building", is where the reference
    says what is none of the map's: the classes that the reference lacks are judged there.

    Args:
        confusion: (K, K) by reference and map.
        mapped: (K,) pixels of the map, where the reference may speak of it.
        matched: its K classes.
    """
    classes = matched.classes
    drawn = confusion.sum(axis=1)
    total = max(int(mapped.sum()), 1)
    lacking = [
        item.name
        for item, here, there in zip(classes, drawn, mapped, strict=True)
        if here == 0 and there >= LEAST_SHARE * total
    ]
    present = [item.name for item, here in zip(classes, drawn, strict=True) if here > 0]
    is_elsewhere = drawn[~np.isin(np.arange(len(classes)), matched.of_map)].any()
    if len(present) == 1:
        return Finding("reference-of-one-class", {"name": present[0]})
    if lacking and not is_elsewhere and drawn.sum() < COMPLETE_SHARE * total:
        return Finding("reference-lacks-classes", {"names": ", ".join(lacking)})
    return None
