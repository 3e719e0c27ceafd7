"""How good a map of numbers is: compared with polygons or points that have a number.

A point is compared with the pixel that it lies in, a polygon with the mean of the pixels whose
centres it holds; each counts once. Points of a random sample that carry their stratum and its size
count for as much of the ground as they stand for. Reads the tiles that samples lie in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from crossearth_engine.accuracy.number_figures import number_figures
from crossearth_engine.accuracy.strata import Strata, read_strata
from crossearth_engine.errors import InvalidRequest, UnreadablePolygons
from crossearth_engine.job import Job
from crossearth_engine.raster.labelled_polygons import (
    Geometries,
    Grid,
    LabelledPolygons,
    place_in_crs,
    read_number_column,
    read_numbers,
    unsaid_crs,
)
from crossearth_engine.raster.polygon_marks import are_known
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.shared.quantity import RAMP
from crossearth_engine.shared.wording import say, together

_TILE = 512
_POINTS = (shapely.GeometryType.POINT, shapely.GeometryType.MULTIPOINT)


@dataclass(frozen=True)
class NumberReference:
    """What numbers are compared with.

    Attributes:
        path: vector file.
        field: attribute that holds the number.
        layer: of the file; its first one unless it is given.
    """

    path: str
    field: str
    layer: str | None


@dataclass(frozen=True)
class Pairs:
    """What was found at the samples.

    Attributes:
        observed, mapped: (N,); NaN in ``mapped`` where the map has no number.
        placed: (N,) of the samples, in the CRS of the map.
        weights: (N,) what each stands for; None: all for the same.
        strata: (N,) stratum of each, likewise.
        sentence: how they were compared.
        findings: for the person.
    """

    observed: NDArray[np.float64]
    mapped: NDArray[np.float64]
    placed: Geometries
    weights: NDArray[np.float64] | None
    strata: NDArray[np.intp] | None
    sentence: str
    findings: tuple[Finding, ...]


def judge_numbers(
    reference: NumberReference, source: RasterSource, marks: Sequence[str], model: str, job: Job
) -> tuple[dict[str, Any], list[Finding]]:
    """Return figures of a map, ready for JSON, and findings; ``split`` says how it was measured.

    Args:
        reference: polygons or points.
        source: the map, of which one band is open.
        marks: of the samples that the model knows which has made it.
        model: what that is called.
        job: may be canceled, and is told how far it is.

    Raises:
        UnreadablePolygons: if the reference cannot be used.
        InvalidRequest: if none of it lies where the map has numbers.
    """
    geometries, *_ = read_number_column(reference.path, reference.field, reference.layer)
    kinds = set(shapely.get_type_id(geometries[~shapely.is_missing(geometries)]).tolist())
    pairs = (_at_points if kinds <= set(_POINTS) else _in_polygons)(reference, source, job)
    is_mapped = np.isfinite(pairs.mapped)
    is_counted = is_mapped if pairs.weights is None else is_mapped & (pairs.weights > 0)
    findings = list(pairs.findings)
    if not is_counted.any():
        reason = "None of the polygons and points lies where the map has numbers."
        raise InvalidRequest(reason=reason)
    if count := int((~is_mapped).sum()):
        findings.append(Finding("samples-unmapped", {"count": str(count)}))
    if known := int(are_known(pairs.placed[is_mapped], source.crs, marks).sum()):
        details = {"count": str(int(is_mapped.sum())), "model": model, "known": str(known)}
        findings.append(Finding("polygons-of-training", details))
    figures = number_figures(
        pairs.observed[is_counted],
        pairs.mapped[is_counted],
        None if pairs.weights is None else pairs.weights[is_counted],
        None if pairs.strata is None else pairs.strata[is_counted],
    )
    return {**figures, "split": pairs.sentence}, findings


def _at_points(reference: NumberReference, source: RasterSource, job: Job) -> Pairs:
    shapes, numbers, crs = read_number_column(reference.path, reference.field, reference.layer)
    strata = read_strata(reference.path, reference.layer)
    points, shape = shapely.get_parts(shapes, return_index=True)
    numbers = numbers[shape]
    is_told = np.isfinite(numbers) & ~shapely.is_empty(points)
    if not is_told.any():
        reason = f"none of its points has a number in the field {reference.field}."
        raise UnreadablePolygons(path=reference.path, reason=reason)
    findings = [*unsaid_crs(crs, source.path, source.crs)]
    if count := int((~is_told).sum()):
        findings.append(Finding("samples-without-number", {"count": str(count)}))
    points, numbers, shape = points[is_told], numbers[is_told], shape[is_told]
    placed = place_in_crs(points, crs, source.crs)
    mapped = _pixels_at(placed, source, job)
    sentence = say(
        "Compared with {count} points: each with the pixel that it lies in.", count=len(points)
    )
    if strata is None:
        alike = say(
            "Each counts alike: the figures are those of the map if the points are a random sample "
            "of it."
        )
        told = together([sentence, alike])
        return Pairs(numbers, mapped, placed, None, None, told, tuple(findings))
    weights, of_points, found = _weights(strata, shape, np.isfinite(mapped))
    shares = say(
        "Each counts for as much of the ground as it stands for in its stratum: the figures are "
        "those of the map."
    )
    told = together([sentence, shares])
    return Pairs(numbers, mapped, placed, weights, of_points, told, (*findings, *found))


def _weights(
    strata: Strata, shape: NDArray[np.intp], is_mapped: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.intp], list[Finding]]:
    """Return what points stand for (N,), their strata (N,), and findings.

    Those of no stratum stand for nothing.
    """
    of_points = strata.of_points[shape]
    is_counted = is_mapped & (of_points >= 0)
    counts = np.bincount(of_points[is_counted], minlength=len(strata.names))
    findings = []
    if added := int((is_mapped & (of_points < 0)).sum()):
        findings.append(Finding("points-added", {"count": str(added)}))
    lacking = [name for name, count in zip(strata.names, counts, strict=True) if not count]
    if lacking:
        findings.append(Finding("strata-unlabelled", {"names": ", ".join(lacking)}))
    of_each = strata.sizes / np.maximum(counts, 1)
    weights = np.where(is_counted, of_each[of_points], 0.0)
    return weights, of_points, findings


def _pixels_at(placed: Geometries, source: RasterSource, job: Job) -> NDArray[np.float64]:
    """Return the number of the pixel that each point lies in, (N,); NaN where there is none."""
    mapped = np.full(len(placed), np.nan)
    cols, rows = ~source.transform @ (shapely.get_x(placed), shapely.get_y(placed))
    is_inside = (cols >= 0) & (rows >= 0) & (cols < source.width) & (rows < source.height)
    members = np.flatnonzero(is_inside)
    cols, rows = cols[members].astype(np.intp), rows[members].astype(np.intp)
    tiles = np.column_stack([rows // _TILE, cols // _TILE])
    found, index = np.unique(tiles, axis=0, return_inverse=True)
    for done, (row, col) in enumerate(found.tolist(), start=1):
        own = np.flatnonzero(index.ravel() == done - 1)
        numbers = _numbers_of(source, _tile(source, row, col))
        mapped[members[own]] = numbers[rows[own] - row * _TILE, cols[own] - col * _TILE]
        job.progress(done, len(found))
    return mapped


def _in_polygons(reference: NumberReference, source: RasterSource, job: Job) -> Pairs:
    table = read_numbers(reference.path, reference.field, reference.layer)
    grid = Grid(source.path, source.crs, source.transform, source.width, source.height)
    only = (ClassInfo(0, reference.field, RAMP[0]),)
    polygons = LabelledPolygons(table, only, [grid])
    sums, counts = np.zeros((2, len(table.geometries)))
    tiles = [
        _tile(source, row, col)
        for row in range(-(-source.height // _TILE))
        for col in range(-(-source.width // _TILE))
    ]
    tiles = polygons.windows_of(0, tiles)
    for done, tile in enumerate(tiles, start=1):
        owners = polygons.polygon_indexes(0, tile)
        numbers = _numbers_of(source, tile)
        is_told = (owners >= 0) & np.isfinite(numbers)
        sums += np.bincount(owners[is_told], numbers[is_told], len(sums))
        counts += np.bincount(owners[is_told], minlength=len(sums))
        job.progress(done, len(tiles))
    means = np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)
    inside = polygons.is_inside
    observed = table.numbers if polygons.numbers is None else polygons.numbers
    if observed is None:
        raise ValueError("The samples tell classes.")
    sentence = say(
        "Compared with {count} polygons: each, once, with the mean of the pixels in it. Polygons "
        "that somebody has chosen are no random sample: the figures hold for places like these.",
        count=int(inside.sum()),
    )
    findings = tuple(item for item in polygons.findings if item.level == "warning")
    placed = polygons.placed(0)[inside]
    return Pairs(observed[inside], means[inside], placed, None, None, sentence, findings)


def _tile(source: RasterSource, row: int, col: int) -> Window:
    top, left = row * _TILE, col * _TILE
    return Window(left, top, min(_TILE, source.width - left), min(_TILE, source.height - top))


def _numbers_of(source: RasterSource, window: Window) -> NDArray[np.float64]:
    """Return the numbers (H, W) of a window; NaN where there are none."""
    pixels, valid = source.read(window)
    numbers: NDArray[np.float64] = np.where(valid, pixels[0], np.nan)
    numbers[~np.isfinite(numbers)] = np.nan
    return numbers
