"""Whether a worker sees what the run is about, and is what the run is planned for."""

from __future__ import annotations

import contextlib
import json
import os
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossearth_engine import __version__
from crossearth_engine.cluster.model_copy import ModelFiles, copy_beside
from crossearth_engine.cluster.places import Places
from crossearth_engine.digests import is_same_raster
from crossearth_engine.errors import EngineError, ModelNotFound
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.model_folder import model_identity
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.shared.findings import Finding

NO_PLACES = Places()
# For how long a network file system may hide what is new, seconds.
HIDDEN_S = 90


@dataclass(frozen=True)
class Sight:
    """What is seen where the command was given; plain values, which travel.

    Attributes:
        version: of the engine.
        folder: that paths are seen from.
        arguments: of the `SegmentRequest`.
        raster: identity of the raster.
        model: as of `model_identity`.
        place: folder that is written to.
        mark: file in it, which is there while the run goes on.
        places: what workers call folders.
        files: of the model, which a worker may be sent; None: it is not sent.
    """

    version: str
    folder: str
    arguments: dict[str, Any]
    raster: dict[str, Any]
    model: str
    place: str
    mark: str
    places: Places = NO_PLACES
    files: ModelFiles | None = None

    def objection(self, worker: str) -> Finding | None:
        """Return why a worker, which is this process, cannot take part; None if it can."""

        def because(code: str, **details: object) -> Finding:
            return Finding(code, {"worker": worker, **{n: str(v) for n, v in details.items()}})

        if self.version != __version__:
            return because("worker-of-other-version", own=__version__, version=self.version)
        mark, place = (Path(self.places.of_worker(path)) for path in (self.mark, self.place))
        if not mark.is_file():
            hint = "" if str(place) == self.place else f" ({self.place})"
            return because("worker-without-folder", folder=f"{place}{hint}")
        probe = place / f"{uuid.uuid4().hex}.new"
        try:
            probe.touch()
        except OSError as error:
            return because("worker-cannot-write", folder=place, reason=error.strerror)
        finally:
            with contextlib.suppress(OSError):
                probe.unlink()
        try:
            arguments = self.here(self.arguments)
            request = SegmentRequest.from_arguments(arguments)
            raster, model = identities(request, self.folder_here)
        except ModelNotFound:
            return because("worker-without-model", model=request.model)
        except EngineError as error:
            return because("worker-without-raster", reason=error)
        except OSError as error:
            return because("worker-cannot-keep-model", reason=error.strerror)
        if model != self.model:
            return because("worker-with-other-model", model=request.model)
        if not is_same_raster(raster, self.raster):
            return because("worker-with-other-raster", raster=request.input)
        return None

    @property
    def folder_here(self) -> str:
        """What a worker calls the folder that paths are seen from."""
        return str(self.places.of_worker(self.folder))

    def here(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """Return arguments as a worker understands them: its own paths, and its copy of the model.

        Raises:
            ChecksumMismatch, OSError: if a model that was sent cannot be kept.
        """
        moved: dict[str, Any] = self.places.of_worker(arguments)
        if self.files is not None and arguments.get("model") == self.arguments.get("model"):
            moved["model"] = self._model_here(moved["model"], self.files)
        return moved

    def _model_here(self, asked: str, files: ModelFiles) -> str:
        try:
            find_model(_seen(asked, self.folder_here))
        except ModelNotFound:
            copy = copy_beside(Path(self.places.of_worker(self.mark)))
            if files.kept.exists() or copy.is_dir():
                return str(files.take(copy))
        except EngineError:
            pass  # it is said when it is asked for
        return asked


def identities(request: SegmentRequest, folder: str) -> tuple[dict[str, Any], str]:
    """Return what raster and model are told from others by.

    Args:
        request: names them.
        folder: that their paths are seen from.

    Raises:
        EngineError: if one of them is not there.
    """
    model = find_model(_seen(request.model, folder))
    path = _seen(request.input, folder)
    # Where bands are given, which of the model's they stand for makes no other raster of it.
    names = model.bands if request.bands is None else tuple(map(str, request.bands))
    with open_source(path, names, request.bands, request.nodata, request.crs) as source:
        # As JSON has it: no tuples.
        return json.loads(json.dumps(source.identity)), model_identity(model)


def _seen(path: str, folder: str) -> str:
    there = os.path.join(folder, path)  # noqa: PTH118 - GDAL's names are no paths
    return there if os.path.exists(there) else path  # noqa: PTH110 - likewise
