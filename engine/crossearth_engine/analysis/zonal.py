"""One class for each object of a layer, such as parcels or outlines of buildings.

Writes a copy of the layer, piece by piece, with the class that most of the object's pixels have on
a map, or on the map that a model makes of a raster.
"""

from __future__ import annotations

import itertools
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray

from crossearth_engine.accuracy.class_names import first_of_name, listed
from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.accuracy.mapped import opened_map
from crossearth_engine.analysis.objects import ObjectClasses, ReadConfidence, classify_objects
from crossearth_engine.analysis.percent import opened_percent, path_beside
from crossearth_engine.arguments import Request
from crossearth_engine.errors import (
    DamagedOutput,
    InvalidRequest,
    NoIntersection,
    OutputIsInput,
    UnreadablePolygons,
)
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.map.geopackage import (
    GEOPACKAGE_ERRORS,
    add_style,
    check_geopackage,
    layer_name,
)
from crossearth_engine.publishing import PartialOutput, publish, writing
from crossearth_engine.raster.grids import outline
from crossearth_engine.raster.labelled_polygons import Grid, place_in_crs, unsaid_crs
from crossearth_engine.raster.opened import OpenRaster
from crossearth_engine.raster.opening import parse_crs, placed, transform_of
from crossearth_engine.raster.vector import NOT_VECTOR, reason_of
from crossearth_engine.raster.vector_copy import VectorLayer
from crossearth_engine.shared.findings import Finding, told
from crossearth_engine.shared.moves import Move
from crossearth_engine.shared.options import OBJECT_FIELDS, ZONAL, Options
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.shared.products import PRODUCTS, VECTOR

CONFIDENCE = PRODUCTS["confidence"].name
# Objects that are held in memory at a time.
BATCH = 5000
# Roughly how long objects take, seconds: little, beside making a map.
OBJECTS_S = 1.0


@dataclass(frozen=True)
class ZonalRequest(Request):
    """Which objects get a class, and from what.

    Attributes:
        objects: vector file; its polygons, points or lines are the objects.
        out: GeoPackage to write.
        map: class raster; or else:
        model, raster: a model, and the raster to map with it.
        confidence: raster of the confidence of the map, percent; by default that which lies beside
            a map of ours.
        layer: layer of the vector file; its first one unless it is given.
        nodata, crs: of the map or the raster, as in `SegmentRequest`.
        classes: names of the classes of the map by value; see `parse_names`.
        bands, gsd, stretch, pixel_size, device, threads: for the model, likewise.
        local_only: likewise.
    """

    options: ClassVar[Options] = ZONAL

    objects: str
    out: str
    map: str | None = ZONAL["map"].default
    model: str | None = ZONAL["model"].default
    raster: str | None = ZONAL["raster"].default
    confidence: str | None = ZONAL["confidence"].default
    layer: str | None = ZONAL["layer"].default
    bands: list[int] | None = ZONAL["bands"].default
    gsd: float | None = ZONAL["gsd"].default
    stretch: str | None = ZONAL["stretch"].default
    pixel_size: float | None = ZONAL["pixel_size"].default
    nodata: str | None = ZONAL["nodata"].default
    crs: str | None = ZONAL["crs"].default
    classes: list[str] | None = ZONAL["classes"].default
    device: str = ZONAL["device"].default
    threads: int | None = ZONAL["threads"].default
    local_only: bool = ZONAL["local_only"].default

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        super().check()
        if (self.map is None) == (self.model is None or self.raster is None):
            raise InvalidRequest(reason="Give either a map, or a model and a raster.")
        if self.confidence is not None and self.map is None:
            raise InvalidRequest(reason="A model gives its own confidence: leave out the raster.")
        if Path(self.out).suffix.lower() not in VECTOR.suffixes:
            raise InvalidRequest(reason=f"The output {self.out} must be a GeoPackage (.gpkg).")


def zonal(request: ZonalRequest, job: Job) -> dict[str, Any]:
    """Give the objects their classes, write the copy, and return a summary, ready for JSON.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    started = time.perf_counter()
    request.check()
    layer = _opened_layer(request)
    output = Path(request.out).absolute()
    _check_output(output, layer)
    if request.raster is not None:
        _check_place(layer, request.raster, request)
    job.plan({"objects": OBJECTS_S})
    with (
        opened_map(request, job, [CONFIDENCE]) as (classes, made),
        opened_percent(
            _path_of_confidence(request, classes, made), classes, request.crs
        ) as confidence,
    ):
        inputs = Inputs([classes.path, layer.file], classes.file_states)
        fields = _field_names(layer, has_confidence=confidence is not None)
        job.start("objects")
        with (
            rasterio.Env(GDAL_CACHEMAX=2 * classes.cache_bytes()),  # of the map and its confidence
            writing(output, *GEOPACKAGE_ERRORS),
            PartialOutput(output) as partial,
        ):
            partial.clear()
            copy = partial.folder / f"final{output.suffix}"
            name = layer_name(output)
            counts, are_areas, crossing = _write(
                layer, classes, confidence, fields, copy, name, job
            )
            has_style = are_areas and fields["class_id"] == "class_id"
            if has_style:
                add_style(copy, name, classes.classes, "no class")
            _read_back(copy, output, counts, fields["class_id"], classes.classes)
            inputs.check()
            publish(partial.folder, [Move(copy, output)])
        named = [classes.classes[index] for index in {*first_of_name(classes.classes).tolist()}]
        rows = [
            {"value": item.value, "name": item.name, "color": item.color, "objects": int(count)}
            for item, count in zip(classes.classes, counts[:-1], strict=True)
            if item in named
        ]
        findings = [*unsaid_crs(layer.crs, classes.path, classes.crs)]
    findings += _findings(layer, int(counts[-1]), crossing, fields)
    for finding in findings:
        job.warn(finding)
    return {
        "output": str(output),
        "objects": layer.count,
        "without_class": int(counts[-1]),
        "fields": fields,
        "classes": rows,
        "has_confidence": confidence is not None,
        "has_style": has_style,
        **told(findings),
        "wall_s": round(time.perf_counter() - started, 3),
    }


def _findings(
    layer: VectorLayer, without: int, crossing: list[int], fields: dict[str, str]
) -> list[Finding]:
    """Return what a person should know of the copy."""
    findings = []
    if crossing:
        numbers = listed([str(number) for number in crossing])
        findings.append(Finding("objects-crossing", {"numbers": numbers}))
    if without:
        details = {"count": str(without), "total": str(layer.count)}
        findings.append(Finding("objects-without-class", details))
    if layer.left_out:
        findings.append(Finding("fields-left-out", {"fields": ", ".join(layer.left_out)}))
    if renamed := [own for name, own in fields.items() if name != own]:
        findings.append(Finding("fields-renamed", {"fields": ", ".join(renamed)}))
    return findings


def _opened_layer(request: ZonalRequest) -> VectorLayer:
    try:
        layer = VectorLayer.of(request.objects, request.layer)
    except NOT_VECTOR as error:
        reason = reason_of(error, request.objects)
        raise UnreadablePolygons(path=request.objects, reason=reason) from error
    if layer.count == 0:
        raise UnreadablePolygons(path=request.objects, **Finding("layer-empty").reason)
    return layer


def _check_output(output: Path, layer: VectorLayer) -> None:
    """Refuse a file that is read, or that another program has open."""
    with writing(output):
        if output.exists() and Path(layer.file).exists() and output.samefile(layer.file):
            raise OutputIsInput(path=str(output))
    check_geopackage(output)


def _field_names(layer: VectorLayer, *, has_confidence: bool) -> dict[str, str]:
    """Return what the new fields are called: with a number where the layer has such fields."""
    taken = {name.casefold() for name in (*layer.fields, "fid", "geom")}
    names = {}
    for field in OBJECT_FIELDS:
        if field == CONFIDENCE and not has_confidence:
            continue
        numbered = (field if n == 1 else f"{field}_{n}" for n in itertools.count(1))
        names[field] = next(name for name in numbered if name.casefold() not in taken)
    return names


def _check_place(layer: VectorLayer, raster: str, request: ZonalRequest) -> None:
    """Look whether any object lies where a raster lies, before a model maps all of that.

    Raises:
        NoIntersection: if none does.
    """

    def grid_of_opened() -> Grid:
        dataset = opened.dataset
        crs = dataset.crs if request.crs is None else parse_crs(request.crs)
        return Grid(raster, crs, transform_of(dataset), dataset.width, dataset.height)

    def view(file: Any) -> Any:
        return placed(file, raster, request.nodata, request.crs)

    with OpenRaster(raster, view) as opened:
        grid = opened.ask(grid_of_opened)
    place = outline(grid)
    for piece in layer.pieces(BATCH):
        objects = place_in_crs(piece.geometries(), layer.crs, grid.crs)
        if shapely.intersects(shapely.envelope(objects), place).any():
            return
    raise NoIntersection(area="set of objects", path=raster)


def _path_of_confidence(
    request: ZonalRequest, classes: ClassRaster, made: Mapping[str, Path]
) -> str | None:
    """Return the raster of the confidence of a map, if there is any."""
    if CONFIDENCE in made:
        return str(made[CONFIDENCE])
    return request.confidence or path_beside(classes.path, CONFIDENCE)


def _write(
    layer: VectorLayer,
    classes: ClassRaster,
    confidence: ReadConfidence | None,
    fields: dict[str, str],
    path: Path,
    name: str,
    job: Job,
) -> tuple[NDArray[np.int64], bool, list[int]]:
    """Write the copy; return counts by class, whether all are polygons, and which are invalid.

    The counts are (K + 1,); the last is of those without a class. Objects are numbered from 1.

    Raises:
        NoIntersection: if none has a class.
    """
    counts = np.zeros(len(classes.classes) + 1, np.int64)
    done, are_areas = 0, True
    crossing: list[int] = []

    def advance(more: int) -> None:
        job.progress(done + more, layer.count)

    for piece in layer.pieces(BATCH):
        geometries = piece.geometries()
        # A layer may hold other kinds than it says, or say nothing.
        are_areas &= bool(np.isin(shapely.get_dimensions(geometries), (-1, 2)).all())
        is_invalid = ~shapely.is_valid(geometries) & (shapely.get_dimensions(geometries) == 2)
        crossing += (done + 1 + np.flatnonzero(is_invalid)).tolist()
        placed = place_in_crs(geometries, layer.crs, classes.crs)
        found = classify_objects(placed, classes, confidence, advance)
        values = _columns(found, classes)
        more = {fields[name]: values[name] for name in fields}
        layer.append(piece, more, path, name)
        counts += np.bincount(found.index % len(counts), minlength=len(counts))
        done += len(placed)
    if not counts[:-1].any():
        raise NoIntersection(area="set of objects", path=classes.path)
    return counts, are_areas, crossing


def _columns(found: ObjectClasses, classes: ClassRaster) -> dict[str, NDArray[Any]]:
    """Return what the new fields hold."""
    is_none = found.index < 0
    values = np.array([item.value for item in classes.classes])[found.index]
    names = np.array([item.name for item in classes.classes], object)[found.index]
    own = (
        np.ma.array(values, mask=is_none),
        np.ma.array(names, mask=is_none),
        np.ma.masked_invalid(np.round(found.share, 1)),
        np.ma.masked_invalid(np.round(found.confidence, 1)),
        found.pixels,
    )
    return dict(zip(OBJECT_FIELDS, own, strict=True))


def _read_back(
    path: Path,
    output: Path,
    counts: NDArray[np.int64],
    field: str,
    classes: tuple[ClassInfo, ...],
) -> None:
    """Compare the copy with what was written to it.

    Raises:
        DamagedOutput: if it is another.
    """
    import pyogrio

    # There may be a layer of styles, too.
    values = pyogrio.raw.read(path, layer_name(output), columns=[field], read_geometry=False)[3][0]
    found = Counter(values[np.isfinite(values)].astype(int).tolist())
    meant = {item.value: int(n) for item, n in zip(classes, counts[:-1], strict=True) if n}
    if len(values) != counts.sum() or dict(found) != meant:
        reason = f"it has {len(values)} objects instead of {counts.sum()}, or others of a class"
        raise DamagedOutput(path=str(output), reason=reason)
