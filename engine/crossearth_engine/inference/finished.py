"""Whether a map is there already, as a request wants it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from crossearth_engine.errors import EngineError
from crossearth_engine.inference.finish import told_outputs
from crossearth_engine.inference.request import SegmentRequest, is_same_request, request_digest
from crossearth_engine.map.sidecars import belong_together, sidecar_paths
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.shared import leftovers
from crossearth_engine.shared.products import CLASSES, PROCESSING_FIELD
from crossearth_engine.storage import staging


def finished(
    request: SegmentRequest, model: ModelInfo, digest: str | None = None
) -> dict[str, Any] | None:
    """Return what is known of the map that an earlier run has made, if it made just this one.

    Of one in a store, that is there whole.

    Args:
        request: which one.
        model: that makes it.
        digest: of all that was asked for; by default of this request and its files.
    """
    outputs = request.outputs
    is_stored = staging.object_of(outputs[CLASSES.name]) is not None
    try:
        if not is_stored and not _is_moved(outputs):
            return None
        read = staging.read if is_stored else Path.read_bytes
        item = json.loads(read(sidecar_paths(outputs[CLASSES.name]).item))
        facts: dict[str, Any] = item["properties"][PROCESSING_FIELD]
        if facts["partial"]:
            return None
        if not (_is_whole(request, item) if is_stored else belong_together(outputs, item)):
            return None
        if not is_same_request(str(facts["request"]), digest or _digest(request, model)):
            return None
        return {**facts, **told_outputs(request)}
    except (EngineError, OSError, ValueError, LookupError, TypeError):
        return None  # the run will say what is wrong


def _digest(request: SegmentRequest, model: ModelInfo) -> str:
    with open_source(
        request.input, model.bands, request.bands, request.nodata, request.crs
    ) as source:
        return request_digest(request, source, model)


def kept_for_upload(
    request: SegmentRequest, source: RasterSource, model: ModelInfo
) -> dict[str, Any] | None:
    """Return what is known of the map that an earlier run has made and could not upload.

    Args:
        request: says where it is to go.
        source: the raster, opened.
        model: that makes the map.
    """
    outputs = request.outputs
    if staging.object_of(outputs[CLASSES.name]) is None:
        return None
    try:
        if not _are_there(outputs):
            return None
        item = json.loads(sidecar_paths(outputs[CLASSES.name]).item.read_bytes())
        facts: dict[str, Any] = item["properties"][PROCESSING_FIELD]
        # Of a partial one the rest is to be computed.
        asked = request_digest(request, source, model)
        is_it = not facts["partial"] and is_same_request(str(facts["request"]), asked)
        if not (is_it and belong_together(outputs, item)):
            return None
        # Of a run that was killed while it uploaded. One that is still at it holds them.
        left_over = [leftovers.partial_folder(path) for path in outputs.values()]
        are_free = all(leftovers.remove(folder) for folder in left_over if folder.exists())
        return facts if are_free else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _is_moved(outputs: dict[str, Path]) -> bool:
    """Whether all outputs have their names on the disk, and no run was left that makes them."""
    is_there = _are_there(outputs)
    # The folder of a run that was killed while it moved its files into place.
    return is_there and not leftovers.partial_folder(outputs[CLASSES.name]).exists()


def _are_there(outputs: dict[str, Path]) -> bool:
    """Whether all outputs have their names on the disk."""
    for path in outputs.values():
        leftovers.settle_output(path)
    return all(path.is_file() for path in outputs.values())


def _is_whole(request: SegmentRequest, item: dict[str, Any]) -> bool:
    """Whether a store has all that the item speaks of, which comes last: nothing is fetched."""
    sizes = {name: item["assets"][name]["file:size"] for name in request.outputs}
    *files, _ = request.files_written
    found = dict(zip(files, map(staging.size_of, files), strict=True))
    return all(found[path] == sizes[name] for name, path in request.outputs.items())
