"""Where to look next: the places of a map that are least certain, as points with reasons.

How sure a map is stands in the rasters that are made with it: confidence, lead of the class over
the next one, unfamiliarity. Reads all in strips: memory does not depend on their height.
"""

from __future__ import annotations

import contextlib
import time
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import shapely
from numpy.typing import NDArray

from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.accuracy.mapped import opened_map
from crossearth_engine.analysis.objects import ReadConfidence
from crossearth_engine.analysis.percent import opened_percent, path_beside
from crossearth_engine.analysis.places import BLOCK, PlaceFinder, Places
from crossearth_engine.arguments import Request
from crossearth_engine.errors import InvalidRequest, NoValidPixels, OutputIsInput
from crossearth_engine.inference.load import BackendLoader, load_backend
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.map.geopackage import (
    GEOPACKAGE_ERRORS,
    GEOPACKAGE_OPTIONS,
    check_geopackage,
    layer_name,
)
from crossearth_engine.publishing import PartialOutput, publish, writing
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.moves import Move
from crossearth_engine.shared.options import PLACE_FIELDS, REVIEW, Options
from crossearth_engine.shared.products import UNFAMILIARITY, VECTOR

REASONS = ("confidence", "lead", UNFAMILIARITY)
# Of these, what every network tells that tells how sure it is.
_OF_ANY_MODEL = REASONS[:2]
# Roughly how long choosing takes, seconds: little, beside making a map.
PLACES_S = 1.0
STRIP_PIXELS = 1 << 20


@dataclass(frozen=True)
class ReviewRequest(Request):
    """Of which map places are wanted, and how many.

    Attributes:
        out: GeoPackage to write.
        map: class raster; or else:
        model, raster: a model, and the raster to map with it.
        confidence, lead, unfamiliarity: rasters of percent on the pixels of the map; by default
            those that lie beside a map of ours.
        extent: what the model maps, as in `SegmentRequest`.
        by: by which of these places are chosen; ``all``: by those that are known.
        count: of the places.
        distance: least one between two places, metres; pixels without a CRS.
        nodata, crs: of the map or the raster, as in `SegmentRequest`.
        classes: names of the classes of the map by value; see `parse_names`.
        bands, gsd, stretch, pixel_size, device, threads: for the model, likewise.
        local_only: likewise.
    """

    options: ClassVar[Options] = REVIEW

    out: str
    map: str | None = REVIEW["map"].default
    model: str | None = REVIEW["model"].default
    raster: str | None = REVIEW["raster"].default
    confidence: str | None = REVIEW["confidence"].default
    lead: str | None = REVIEW["lead"].default
    unfamiliarity: str | None = REVIEW["unfamiliarity"].default
    extent: tuple[float, float, float, float] | None = REVIEW["extent"].default
    by: str = REVIEW["by"].default
    count: int = REVIEW["count"].default
    distance: float | None = REVIEW["distance"].default
    bands: list[int] | None = REVIEW["bands"].default
    gsd: float | None = REVIEW["gsd"].default
    stretch: str | None = REVIEW["stretch"].default
    pixel_size: float | None = REVIEW["pixel_size"].default
    nodata: str | None = REVIEW["nodata"].default
    crs: str | None = REVIEW["crs"].default
    classes: list[str] | None = REVIEW["classes"].default
    device: str = REVIEW["device"].default
    threads: int | None = REVIEW["threads"].default
    local_only: bool = REVIEW["local_only"].default

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        super().check()
        if (self.map is None) == (self.model is None or self.raster is None):
            raise InvalidRequest(reason="Give either a map, or a model and a raster.")
        given = [name for name in REASONS if getattr(self, name) is not None]
        if given and self.map is None:
            reason = f"A model tells by itself how sure it is: leave out {', '.join(given)}."
            raise InvalidRequest(reason=reason)
        if self.extent is not None and self.map is not None:
            raise InvalidRequest(reason="The extent is for a model: a map is taken whole.")
        if Path(self.out).suffix.lower() not in VECTOR.suffixes:
            raise InvalidRequest(reason=f"The output {self.out} must be a GeoPackage (.gpkg).")

    @property
    def reasons(self) -> tuple[str, ...]:
        """What may be looked at, in order."""
        return REASONS if self.by == "all" else (self.by,)


def review(request: ReviewRequest, job: Job, load: BackendLoader = load_backend) -> dict[str, Any]:
    """Choose the places, write them, and return them, ready for JSON.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    started = time.perf_counter()
    request.check()
    output = Path(request.out).absolute()
    with writing(output):
        if request.map and output.exists() and output.samefile(request.map):
            raise OutputIsInput(path=str(output))
    check_geopackage(output)
    job.plan({"places": PLACES_S})
    wanted = [name for name in request.reasons if request.by != "all" or name in _OF_ANY_MODEL]
    with opened_map(request, job, wanted, load) as (classes, made):
        paths = _paths(request, classes, made)
        inputs = Inputs([classes.path, *paths.values()], classes.file_states)
        with contextlib.ExitStack() as stack:
            scores = {
                name: stack.enter_context(opened_percent(path, classes, request.crs, name))
                for name, path in paths.items()
            }
            job.start("places")
            places = _found(classes, scores, request, job)
        inputs.check()
        rows = _rows(places, classes, list(paths))
        xy = classes.transform @ (places.columns + 0.5, places.rows + 0.5)
        _write(output, xy, rows, classes)
    if len(rows) < request.count:
        details = {"asked": str(request.count), "count": str(len(rows))}
        job.warn(Finding("places-few", details))
    return {
        "output": str(output),
        "places": [
            {**row, "x": float(x), "y": float(y)} for row, x, y in zip(rows, *xy, strict=True)
        ],
        "by": list(paths),
        "wall_s": round(time.perf_counter() - started, 3),
    }


def _paths(
    request: ReviewRequest, classes: ClassRaster, made: Mapping[str, Path]
) -> dict[str, str]:
    """Return the rasters that tell how sure the map is, by their names.

    Raises:
        InvalidRequest: if there is none.
    """
    found: dict[str, str] = {}
    for name in request.reasons:
        path = str(made[name]) if name in made else getattr(request, name)
        if path := path or path_beside(classes.path, name):
            found[name] = path
    if not found:
        details = {
            "file": classes.path,
            "flags": ", ".join(f"--{name}" for name in request.reasons),
            "names": ", ".join(request.reasons).upper(),
        }
        raise InvalidRequest(**Finding("sureness-unknown", details).reason)
    return found


def _found(
    classes: ClassRaster,
    scores: Mapping[str, ReadConfidence | None],
    request: ReviewRequest,
    job: Job,
) -> Places:
    """Look through the map and choose.

    Raises:
        NoValidPixels: if there is nothing to choose from.
    """
    finder = PlaceFinder(classes.width, classes.height, len(scores), request.count)
    for strip in _strips(classes):
        read = [_score(name, scores[name], strip) for name in scores]
        finder.add(strip.row_off, classes.read(strip), np.stack(read))
        job.progress(strip.row_off + strip.height, classes.height)
    if not finder.pixels:
        raise NoValidPixels(path=classes.path)
    return finder.places(classes.area.gsd_xy_m or (1.0, 1.0), request.distance)


def _strips(classes: ClassRaster) -> Iterator[Window]:
    """Yield windows that tile the map, whole rows of blocks each."""
    rows = max(STRIP_PIXELS // classes.width // BLOCK, 1) * BLOCK
    yield from Window(0, 0, classes.width, classes.height).strips(rows * classes.width)


def _score(name: str, read: ReadConfidence | None, strip: Window) -> NDArray[np.uint8]:
    """Return how much each pixel should be looked at, (H, W), percent; 255: not known."""
    if read is None:
        raise TypeError(f"There is no raster of {name}")
    percent, is_known = read(strip)
    score = percent if name == UNFAMILIARITY else 100 - percent
    found: NDArray[np.uint8] = np.where(is_known, score, 255).astype(np.uint8)
    return found


def _rows(places: Places, classes: ClassRaster, reasons: list[str]) -> list[dict[str, Any]]:
    """Return what is told of each place."""
    rows = []
    for rank, (index, reason, score) in enumerate(
        zip(places.classes, places.reasons, places.scores, strict=True), start=1
    ):
        name, item = reasons[reason], classes.classes[index]
        value = score if name == UNFAMILIARITY else 100 - score
        rows.append(
            dict(
                zip(
                    PLACE_FIELDS,
                    (rank, name, round(float(value), 1), item.value, item.name),
                    strict=True,
                )
            )
        )
    return rows


def _write(
    output: Path,
    xy: tuple[NDArray[np.float64], NDArray[np.float64]],
    rows: list[dict[str, Any]],
    classes: ClassRaster,
) -> None:
    """Write the points.

    Raises:
        OutputNotWritable: if that cannot be done.
    """
    import pyogrio

    columns = {
        "rank": np.array([row["rank"] for row in rows], np.int32),
        "reason": np.array([row["reason"] for row in rows], object),
        "value": np.array([row["value"] for row in rows], np.float64),
        "class_id": np.array([row["class_id"] for row in rows], np.int64),
        "class_name": np.array([row["class_name"] for row in rows], object),
    }
    with writing(output, *GEOPACKAGE_ERRORS), PartialOutput(output) as partial:
        partial.clear()
        made = partial.folder / f"final{output.suffix}"
        with warnings.catch_warnings():
            # Points of a map without a CRS have none, which is all right.
            warnings.simplefilter("ignore", UserWarning)
            pyogrio.raw.write(
                made,
                shapely.to_wkb(shapely.points(*xy)),
                list(columns.values()),
                list(columns),
                layer=layer_name(output),
                driver="GPKG",
                geometry_type="Point",
                crs=None if classes.crs is None else classes.crs.to_wkt(),
                dataset_options=GEOPACKAGE_OPTIONS,
            )
        publish(partial.folder, [Move(made, output)])
