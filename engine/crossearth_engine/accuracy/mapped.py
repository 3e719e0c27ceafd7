"""The map that is asked about: a class raster, or the one that a model makes of a raster."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.job import Job

# What of a request is for the model, under the names that `SegmentRequest` has for it.
_FOR_MODEL = ("bands", "gsd", "stretch", "nodata", "pixel_size", "crs", "device", "threads")


class AsksForMap(Protocol):
    """A request that names a map, or a model and a raster; and options of the latter."""

    @property
    def map(self) -> str | None:
        """The class raster."""

    @property
    def model(self) -> str | None:
        """A model, where there is no map."""

    @property
    def raster(self) -> str | None:
        """The raster to map with it."""

    @property
    def nodata(self) -> str | None:
        """Values without data, of the map or the raster."""

    @property
    def crs(self) -> str | None:
        """CRS of the map or the raster."""


@contextmanager
def opened_map(
    request: AsksForMap, job: Job, *, has_confidence: bool = False
) -> Iterator[tuple[ClassRaster, Path | None]]:
    """Open the map; make it first, of a model. It goes with the context.

    Args:
        request: names it.
        job: of the run that makes it.
        has_confidence: whether the run tells the confidence, too.

    Yields:
        The map; and the raster of its confidence, if a run has made it.
    """
    if request.map is not None:
        with ClassRaster(request.map, nodata=request.nodata, crs=request.crs) as classes:
            yield classes, None
        return
    from crossearth_engine.inference.request import SegmentRequest
    from crossearth_engine.inference.segment import segment

    with tempfile.TemporaryDirectory(prefix="crossearth-") as folder:
        output = Path(folder) / "map.tif"
        confidence = output.with_name("confidence.tif") if has_confidence else None
        options: dict[str, Any] = {name: getattr(request, name) for name in _FOR_MODEL}
        asked = SegmentRequest(
            input=request.raster or "",
            output=str(output),
            model=request.model or "",
            confidence=None if confidence is None else str(confidence),
            **options,
        )
        segment(asked, job)
        with ClassRaster(output) as classes:
            yield classes, confidence
