"""The map that is asked about: a class raster, or the one that a model makes of a raster."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from crossearth_engine.accuracy.class_names import parse_names
from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.options import SEGMENT

if TYPE_CHECKING:
    from crossearth_engine.inference.load import BackendLoader
    from crossearth_engine.inference.request import SegmentRequest

# What of a request is for the model, under the names that `SegmentRequest` has for it.
_FOR_MODEL = (
    "bands",
    "gsd",
    "stretch",
    "nodata",
    "pixel_size",
    "crs",
    "device",
    "threads",
    "extent",
)


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

    @property
    def classes(self) -> Sequence[str] | None:
        """Names of the map's classes; see `parse_names`."""


class Elsewhere(NamedTuple):
    """Other computers that make a map.

    Attributes:
        folder: where they write it.
        segment: has them do it.
    """

    folder: Path
    segment: Callable[[SegmentRequest, Job], Any]


@contextmanager
def opened_map(
    request: AsksForMap,
    job: Job,
    products: Sequence[str] = (),
    load: BackendLoader | None = None,
    elsewhere: Elsewhere | None = None,
) -> Iterator[tuple[ClassRaster, dict[str, Path]]]:
    """Open the map; make it first, of a model. It goes with the context.

    Args:
        request: names it.
        job: of the run that makes it.
        products: what a run makes beside it.
        load: how to load the network, and keep it.
        elsewhere: who makes it, if not this process.

    Yields:
        The map; and the rasters of the products that a run has made, by name.
    """
    if request.map is not None:
        names = parse_names(request.classes)
        with ClassRaster(
            request.map, nodata=request.nodata, crs=request.crs, names=names
        ) as classes:
            yield classes, {}
        return
    if request.classes is not None:
        raise InvalidRequest(reason="A model names its classes itself: leave out --classes.")
    refuse_numbers(find_model(request.model or ""))
    with (
        made_map(request, job, products, load, elsewhere) as (output, made),
        ClassRaster(output) as classes,
    ):
        yield classes, made


def refuse_numbers(model: ModelInfo) -> None:
    """Raise InvalidRequest if a model tells numbers where classes are asked for."""
    if model.quantity is not None:
        details = {"model": model.name, "name": model.quantity.name}
        raise InvalidRequest(**Finding("model-of-numbers", details).reason)


@contextmanager
def made_map(
    request: AsksForMap,
    job: Job,
    products: Sequence[str] = (),
    load: BackendLoader | None = None,
    elsewhere: Elsewhere | None = None,
) -> Iterator[tuple[Path, dict[str, Path]]]:
    """Make the map of a model, which goes with the context; arguments as of `opened_map`."""
    from crossearth_engine.inference.load import load_backend
    from crossearth_engine.inference.request import SegmentRequest
    from crossearth_engine.inference.segment import segment

    with ExitStack() as kept:
        if elsewhere is None:
            folder = kept.enter_context(tempfile.TemporaryDirectory(prefix="crossearth-"))
        else:
            folder = str(elsewhere.folder)
        output = Path(folder) / "map.tif"
        made = {name: output.with_name(f"{name}.tif") for name in products}
        options = for_model(request) | {name: str(path) for name, path in made.items()}
        asked = SegmentRequest(
            input=request.raster or "", output=str(output), model=request.model or "", **options
        )
        if elsewhere is None:
            segment(asked, job, load or load_backend)
        else:
            elsewhere.segment(asked, job)
        yield output, made


def for_model(request: AsksForMap) -> dict[str, Any]:
    """Return what of a request is for the model, as options of a `SegmentRequest`."""
    return {name: getattr(request, name, SEGMENT[name].default) for name in _FOR_MODEL}
