"""How good a map of numbers, or a model that tells them, is: figures and report of `evaluate`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from crossearth_engine.accuracy.mapped import AsksForMap, Elsewhere, made_map
from crossearth_engine.accuracy.number_map import NumberReference, judge_numbers
from crossearth_engine.errors import EngineError, IncompatibleRaster, InvalidRequest
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster.gdal import READ_ERRORS
from crossearth_engine.raster.mask import mask_file
from crossearth_engine.raster.opened import OpenRaster
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.shared.findings import told
from crossearth_engine.shared.quantity import QUANTITY_TAG

READ_FAILURES: tuple[type[Exception], ...] = (EngineError, *READ_ERRORS)
"""What may be raised by a map, or a model, that cannot be read."""

_OF_CLASSES = ("background", "against", "classes", "corruptions", "reference_classes")
# What there is of classes only, in the result.
_NOTHING = ("against", "corruptions", "areas", "no_areas")


class AsksForNumbers(AsksForMap, Protocol):
    """A request that names a map, or a model and a raster, and what they are compared with."""

    @property
    def reference(self) -> str:
        """Vector file with polygons or points."""

    @property
    def field(self) -> str | None:
        """Its attribute with the number."""

    @property
    def layer(self) -> str | None:
        """Its layer; the first one unless it is given."""


def tell_numbers(request: AsksForNumbers) -> bool:
    """Whether the map, or the model, tells numbers; what cannot be read is for others to tell."""
    try:
        if request.map is None:
            return find_model(request.model or "").quantity is not None
        return QUANTITY_TAG in _tags(request.map)
    except READ_FAILURES:
        return False


def evaluate_numbers(
    request: AsksForNumbers, job: Job, elsewhere: Elsewhere | None = None
) -> dict[str, Any]:
    """Compare, and return figures, ready for JSON.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    asked = [name.replace("_", "-") for name in _OF_CLASSES if getattr(request, name, None)]
    if asked:
        reason = f"Numbers have no classes to compare. Leave out: {', '.join(asked)}."
        raise InvalidRequest(reason=reason)
    if request.field is None:
        raise InvalidRequest(reason="Name the field of the reference that holds the number.")
    reference = NumberReference(request.reference, request.field, request.layer)
    job.plan({"compare": 1.0})
    with _opened(request, job, elsewhere) as source:
        inputs = Inputs([source.path, mask_file(request.reference)], source.file_states)
        job.start("compare")
        tags = _tags(source.path)
        marks = tags.get("CROSSEARTH_TRAINING_MARKS", "").split(",")
        model = str(tags.get("CROSSEARTH_MODEL", ""))
        figures, findings = judge_numbers(reference, source, marks, model, job)
        for finding in findings:
            job.warn(finding)
        inputs.check()
    return {**figures, **told(findings), **dict.fromkeys(_NOTHING)}


def _tags(path: str) -> dict[str, str]:
    with OpenRaster(path) as raster:
        tags: dict[str, str] = raster.ask(lambda: raster.file.tags())
    return tags


@contextmanager
def _opened(
    request: AsksForNumbers, job: Job, elsewhere: Elsewhere | None
) -> Iterator[RasterSource]:
    """Open the map; make it first, of a model."""
    if request.map is None:
        if find_model(request.model or "").quantity is None:
            reason = f"{request.model} tells classes: leave out --numbers."
            raise InvalidRequest(reason=reason)
        with (
            made_map(request, job, elsewhere=elsewhere) as (output, _),
            RasterSource(str(output), ("number",), [1], takes_maps=True) as source,
        ):
            yield source
        return
    with OpenRaster(request.map) as raster:
        if raster.file.count != 1:
            reason = f"it has {raster.file.count} bands; a map of numbers has one."
            raise IncompatibleRaster(path=request.map, reason=reason)
    with RasterSource(
        request.map, ("number",), [1], request.nodata, request.crs, takes_maps=True
    ) as source:
        yield source
