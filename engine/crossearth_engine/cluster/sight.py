"""Whether a worker sees what the run is about, and is what the run is planned for."""

from __future__ import annotations

import contextlib
import json
import os
import uuid
from dataclasses import dataclass
from pathlib import Path

from crossearth_engine import __version__
from crossearth_engine.digests import digest_of
from crossearth_engine.errors import EngineError
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster.source import RasterSource


@dataclass(frozen=True)
class Sight:
    """What is seen where the command was given; plain values, which travel.

    Attributes:
        version: of the engine.
        folder: that paths are seen from.
        arguments: of the `SegmentRequest`.
        raster: digest of the identity of the raster.
        model: SHA-256 of the weights.
        place: folder that is written to.
        mark: file in it, which is there while the run goes on.
    """

    version: str
    folder: str
    arguments: dict[str, object]
    raster: str
    model: str
    place: str
    mark: str

    def objection(self) -> str:
        """Return why a worker cannot take part, as the rest of a sentence; empty if it can."""
        if self.version != __version__:
            return f"has version {__version__} of the engine, and not {self.version}"
        if not Path(self.mark).is_file():
            return f"does not see the folder {self.place}, where the map is to be"
        probe = Path(self.place) / f"{uuid.uuid4().hex}.new"
        try:
            probe.touch()
        except OSError as error:
            return f"cannot write to the folder {self.place}: {error.strerror}"
        finally:
            with contextlib.suppress(OSError):
                probe.unlink()
        request = SegmentRequest.from_arguments(self.arguments)
        try:
            raster, model = identities(request, self.folder)
        except EngineError as error:
            return f"does not see what is here: {error}"
        if model != self.model:
            return f"has another model {request.model} than there is here, by its SHA-256"
        if raster != self.raster:
            return f"sees another raster {request.input} than the one that is here"
        return ""


def identities(request: SegmentRequest, folder: str) -> tuple[str, str]:
    """Return what raster and model are told from others by.

    Args:
        request: names them.
        folder: that their paths are seen from.

    Raises:
        EngineError: if one of them is not there.
    """
    model = find_model(_seen(request.model, folder))
    path = _seen(request.input, folder)
    with RasterSource(path, model.bands, request.bands, request.nodata, request.crs) as source:
        # As JSON has it: no tuples.
        raster = digest_of(json.loads(json.dumps(source.identity)))
    return raster, model.verify()


def _seen(path: str, folder: str) -> str:
    there = os.path.join(folder, path)  # noqa: PTH118 - GDAL's names are no paths
    return there if os.path.exists(there) else path  # noqa: PTH110 - likewise
