"""Which rasters a batch is of: files, objects, those in folders, and those that STAC Items name."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from crossearth_engine.errors import ConnectionLost, InvalidRequest, UnreadableRaster
from crossearth_engine.inference.request import BatchRequest
from crossearth_engine.inputs import refuse_streams
from crossearth_engine.job import Job
from crossearth_engine.map.mosaic import is_mosaic
from crossearth_engine.raster.gdal_log import told_to
from crossearth_engine.raster.opened import OpenRaster
from crossearth_engine.raster.stac_items import LISTS, is_list, rasters_listed
from crossearth_engine.shared.addresses import gdal_name, is_object, is_remote
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.products import MOSAIC, RASTER
from crossearth_engine.storage import objects
from crossearth_engine.storage.staging import object_of

# What is taken of a folder: pictures lie beside imagery to look at, and virtual rasters are of
# others.
IMAGERY = (*RASTER.suffixes, ".jp2", ".img")
# Tags of the rasters that this engine makes.
OURS = "CROSSEARTH_MODEL"
MOST_NAMED = 5
# /vsis3/bucket
_STROKES_OF_BUCKET = 2
_NO_RASTERS = f"The folder {{}} has no rasters in it ({', '.join(IMAGERY)})."


def with_rasters(request: BatchRequest, job: Job) -> BatchRequest:
    """Return a request whose inputs are rasters alone, without those that batches have made.

    Args:
        request: may name folders and lists of items, too.
        job: is told what is left out.

    Raises:
        InvalidRequest: if there is none, or a list cannot be used.
        MissingPackage: if a list is a table, which only PyArrow reads.
    """
    # What GDAL has to say of them it says again when their turn comes.
    with told_to(lambda level, text: None):
        return _with_rasters(request, job)


def _with_rasters(request: BatchRequest, job: Job) -> BatchRequest:
    found = [name for path in request.inputs for name in _rasters_of(path, request, job)]
    paths = [path for path, _ in found]
    refuse_streams({"inputs": paths})
    own = [path for path in dict.fromkeys(paths) if _is_made_here(path, request.folder)]
    if own:
        names = _named([Path(path).name for path in own])
        job.warn(Finding("inputs-are-maps", {"names": names}))
    inputs = [path for path in paths if path not in set(own)]
    if not inputs:
        raise InvalidRequest(reason="There is no raster among what was given.")
    names_of = {path: name for path, name in found if name}
    return replace(request, inputs=inputs, name_of={**names_of, **(request.name_of or {})} or None)


def _rasters_of(given: str, request: BatchRequest, job: Job) -> Iterator[tuple[str, str]]:
    """Yield the paths of rasters, each with what it is called where that is not its own name."""
    path, name = Path(given), gdal_name(given)
    if is_object(name) and _is_folder(name):
        yield from ((file, "") for file in _objects_of(given, name.rstrip("/")))
    elif is_remote(name) and path.suffix.lower() in LISTS:
        reason = f"{given} is a list on a server, and lists are read from a disk: download it."
        raise InvalidRequest(reason=reason)
    elif path.is_dir() and not _is_raster(given):
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in IMAGERY)
        if not files:
            raise InvalidRequest(reason=_NO_RASTERS.format(given))
        yield from ((str(file), "") for file in files)
    elif is_list(path):
        if request.local_only:
            reason = (
                f"{given} names other files, and only what is given is to be read (--local-only)."
            )
            raise InvalidRequest(reason=reason)
        listed = rasters_listed(path, request.asset)
        if listed.without:
            details = {"count": str(len(listed.without)), "list": given}
            details["names"] = _named(listed.without)
            if request.asset:
                job.warn(Finding("items-without-asset", {**details, "asset": request.asset}))
            else:
                job.warn(Finding("items-without-raster", details))
        if not listed.rasters:
            raise InvalidRequest(reason=f"No item of {given} has a raster, or the one asked for.")
        yield from ((raster.path, raster.name) for raster in listed.rasters)
    else:
        yield given, ""


def _is_folder(name: str) -> bool:
    """Whether a name of a store is that of a folder: what ends with a stroke is, or a bucket."""
    if name.endswith("/") or name.count("/") == _STROKES_OF_BUCKET:
        return True
    # Who names rasters is not to wait for a question about each.
    with suppress(OSError):
        return not PurePath(name).suffix and not objects.stat(name) and objects.is_folder(name)
    return False


def _objects_of(given: str, folder: str) -> list[str]:
    """Return the rasters right in a folder of a store; ``given`` is what it was called.

    Raises:
        InvalidRequest: if there is none, or the store does not list them.
        ConnectionLost: if it does not answer.
    """
    try:
        names = objects.names(folder, most=math.inf) or []
    except ConnectionError as error:
        raise ConnectionLost(path=given, reason=str(error.strerror)) from error
    except OSError as error:
        raise InvalidRequest(reason=f"{given} cannot be listed: {error.strerror}.") from error
    files = sorted({name for name in names if PurePath(name).suffix.lower() in IMAGERY})
    if not files:
        raise InvalidRequest(reason=_NO_RASTERS.format(given))
    return [f"{given.rstrip('/')}/{name}" for name in files]


def _is_raster(folder: str) -> bool:
    """Whether a folder is a raster, as in some formats."""
    return _asked(folder, lambda _: True)


def _is_made_here(path: str, folder: Path) -> bool:
    """Whether a raster lies where the maps go, and is one."""
    file, name = Path(path), gdal_name(path)
    if is_object(name):
        return name.rpartition("/")[0] == object_of(folder) and _is_map(path)
    with suppress(OSError, ValueError):
        if not file.is_file() or os.path.realpath(file.parent) != os.path.realpath(folder):
            return False
        if file.suffix.lower() in MOSAIC.suffixes:
            return is_mosaic(file)
        return _is_map(path)
    return False


def _is_map(path: str) -> bool:
    return _asked(path, lambda dataset: OURS in dataset.tags())


def _asked(path: str, question: Callable[[Any], bool]) -> bool:
    """Return what an open raster answers; False of what is none.

    Raises:
        ConnectionLost: if it did not come whole: what it would have answered is not known.
    """
    try:
        with OpenRaster(path) as raster:
            return raster.ask(lambda: question(raster.file))
    except ConnectionLost:
        raise
    except UnreadableRaster:
        return False


def _named(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
