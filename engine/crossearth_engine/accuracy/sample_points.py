"""Random points on a map, for a person to say what is really there.

A stratified random sample: each class of the map is a stratum, and every pixel of a class has the
same chance. From what is found there `evaluate` gets accuracies and areas with error bars.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pyogrio
import shapely
from numpy.typing import NDArray

from crossearth_engine.accuracy.area_estimates import allocate_points
from crossearth_engine.accuracy.class_names import by_name, first_of_name, parse_names
from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.accuracy.strata import stratum_columns
from crossearth_engine.arguments import Request
from crossearth_engine.errors import (
    InvalidRequest,
    NoValidPixels,
    OutputNotWritable,
    UnreadablePolygons,
)
from crossearth_engine.job import Job
from crossearth_engine.map.geopackage import GEOPACKAGE_OPTIONS, layer_name
from crossearth_engine.publishing import PartialOutput, publish
from crossearth_engine.raster.labelled_polygons import NOTHING, read_classes
from crossearth_engine.raster.vector import NOT_VECTOR
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.moves import Move
from crossearth_engine.shared.options import POINT_FIELD, REFERENCE_FIELD, SAMPLE_POINTS, Options

_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".shp": "ESRI Shapefile"}


@dataclass(frozen=True)
class SamplePointsRequest(Request):
    """Where to draw points.

    Attributes:
        map: the class raster.
        out: vector file to write (.gpkg, .geojson, .shp).
        count: points in all.
        least: points that a class gets at least, where there are enough in all.
        seed: fixes where they fall.
        nodata, crs: of the map, as in `SegmentRequest`.
        classes: names of its classes by value; see `parse_names`.
        local_only: likewise.
    """

    options: ClassVar[Options] = SAMPLE_POINTS

    map: str
    out: str
    count: int = SAMPLE_POINTS["count"].default
    seed: int = SAMPLE_POINTS["seed"].default
    nodata: str | None = SAMPLE_POINTS["nodata"].default
    crs: str | None = SAMPLE_POINTS["crs"].default
    classes: list[str] | None = SAMPLE_POINTS["classes"].default
    local_only: bool = SAMPLE_POINTS["local_only"].default
    least: int = SAMPLE_POINTS["least"].default

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range, or the file is of no such kind."""
        super().check()
        if Path(self.out).suffix.lower() not in _DRIVERS:
            reason = f"The points {self.out} must go to a file {', '.join(_DRIVERS)}."
            raise InvalidRequest(reason=reason)


def sample_points(request: SamplePointsRequest, job: Job) -> dict[str, Any]:
    """Draw the points, write them, and return a summary, ready for JSON.

    The file has the fields `POINT_FIELD`, from 1 on, and `REFERENCE_FIELD`, which is empty: a
    person fills it with the name of the class that is there. `STRATUM_FIELDS` say what each point
    stands for; whoever labels the points should not look at them, so that they come last. A file of
    an earlier sample is replaced unless somebody has begun to fill it.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    request.check()
    _check_unlabelled(Path(request.out))
    with ClassRaster(
        request.map,
        nodata=request.nodata,
        crs=request.crs,
        names=parse_names(request.classes),
    ) as classes:
        of_class = first_of_name(classes.classes)
        pixels, square_metres = classes.count()
        pixels = by_name(pixels, of_class)
        if square_metres is not None:
            square_metres = by_name(square_metres, of_class)
        if not pixels.sum():
            raise NoValidPixels(path=request.map)
        allocated = allocate_points(pixels, request.count, request.least)
        rng = np.random.default_rng(request.seed)
        # Numbers of pixels within their class, as they come in reading order.
        wanted = [
            np.sort(rng.choice(int(have), int(take), replace=False)) if take else np.empty(0, int)
            for have, take in zip(pixels, allocated, strict=True)
        ]
        cols, rows, strata = _find(classes, of_class, wanted, job)
        xs, ys = classes.transform @ (cols + 0.5, rows + 0.5)
        order = rng.permutation(len(xs))  # no class comes in a row
        crs, names = classes.crs, [item.name for item in classes.classes]
    columns = stratum_columns(names, pixels, square_metres, strata[order])
    _write(Path(request.out), shapely.points(xs[order], ys[order]), columns, crs)
    for finding in _findings(request.count, names, pixels, allocated):
        job.warn(finding)
    return {
        "output": request.out,
        "count": len(order),
        "field": REFERENCE_FIELD,
        "classes": [
            {"name": name, "pixels": int(have), "points": int(take)}
            for index, (name, have, take) in enumerate(zip(names, pixels, allocated, strict=True))
            if of_class[index] == index
        ],
    }


def _findings(
    asked: int, names: list[str], pixels: NDArray[np.int64], allocated: NDArray[np.int64]
) -> list[Finding]:
    """Return what there is to say if the sample is not as asked for, or tells no areas."""
    findings = []
    if allocated.sum() < asked:
        details = {"pixels": str(int(pixels.sum())), "asked": str(asked)}
        findings.append(Finding("pixels-few", details))
    left_out = [
        name
        for name, have, take in zip(names, pixels, allocated, strict=True)
        if have > 0 and take == 0
    ]
    if left_out:
        details = {"names": ", ".join(left_out), "least": str(int((pixels > 0).sum()))}
        findings.append(Finding("points-few", details))
    return findings


def _check_unlabelled(path: Path) -> None:
    """Raise OutputNotWritable if the file holds what a person has typed."""
    count = sum(_labelled_points(path, layer) for layer in _layers(path))
    if count:
        problem = Finding("points-are-labelled", {"count": str(count)})
        raise OutputNotWritable(path=path, **problem.reason)


def _layers(path: Path) -> list[str]:
    try:
        return [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
    except NOT_VECTOR:
        return []  # no file, or one that holds no labels


def _labelled_points(path: Path, layer: str) -> int:
    try:
        # Whatever a person may have typed.
        known = {text.casefold() for text in NOTHING}
        _, names, _, _ = read_classes(path, REFERENCE_FIELD, layer, known)
    except UnreadablePolygons:
        return 0
    return int((names != "").sum())


def _find(
    classes: ClassRaster, of_class: NDArray[np.intp], wanted: list[NDArray[np.int64]], job: Job
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.intp]]:
    """Return columns, rows and class indexes of the wanted pixels of each class."""
    seen = np.zeros(len(wanted), np.int64)
    cols: list[NDArray[np.int64]] = []
    rows: list[NDArray[np.int64]] = []
    strata: list[NDArray[np.intp]] = []
    of_index = np.append(of_class, -1)
    for strip in classes.strips():
        indexes = of_index[classes.read(strip).ravel()]
        for index, numbers in enumerate(wanted):
            first = int(seen[index])
            places = np.flatnonzero(indexes == index)
            seen[index] += len(places)
            here = numbers[np.searchsorted(numbers, first) : np.searchsorted(numbers, seen[index])]
            chosen = places[here - first]
            rows.append(strip.row_off + chosen // strip.width)
            cols.append(strip.col_off + chosen % strip.width)
            strata.append(np.full(len(chosen), index))
        job.progress(strip.row_off + strip.height, classes.height)
    return np.concatenate(cols), np.concatenate(rows), np.concatenate(strata)


def _write(path: Path, points: NDArray[Any], columns: dict[str, NDArray[Any]], crs: Any) -> None:
    empty = np.full(len(points), None, object)
    try:
        with PartialOutput(path) as partial:
            partial.clear()
            made = partial.folder / f"final{path.suffix}"
            options: dict[str, Any] = {}
            if path.suffix.lower() == ".gpkg":
                options = {"layer": layer_name(path), "dataset_options": GEOPACKAGE_OPTIONS}
            with warnings.catch_warnings():
                # That there is no CRS is the map's.
                warnings.simplefilter("ignore", UserWarning)
                pyogrio.raw.write(
                    made,
                    shapely.to_wkb(points),
                    [np.arange(1, len(points) + 1), empty, *columns.values()],
                    [POINT_FIELD, REFERENCE_FIELD, *columns],
                    crs=None if crs is None else crs.to_wkt(),
                    geometry_type="Point",
                    driver=_DRIVERS[path.suffix.lower()],
                    **options,
                )
            # Some formats are of several files.
            beside = sorted({*partial.folder.glob("final.*")} - {made})
            moves = [Move(piece, path.with_suffix(piece.suffix)) for piece in (made, *beside)]
            publish(partial.folder, moves)
    except OutputNotWritable:
        raise
    except NOT_VECTOR as error:
        reason = getattr(error, "strerror", None) or str(error).rstrip(".")
        raise OutputNotWritable(path=path, reason=f"{reason}.") from error
