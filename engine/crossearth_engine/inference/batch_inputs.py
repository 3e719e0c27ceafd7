"""Which rasters a batch is of: files, those in folders, and those that STAC Items name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from crossearth_engine.errors import InvalidRequest, UnreadableRaster
from crossearth_engine.inference.request import BatchRequest
from crossearth_engine.inputs import refuse_streams
from crossearth_engine.job import Job
from crossearth_engine.map.mosaic import is_mosaic
from crossearth_engine.raster.gdal_log import told_to
from crossearth_engine.raster.opening import open_raster
from crossearth_engine.raster.stac_items import is_list, rasters_listed
from crossearth_engine.shared.products import MOSAIC, RASTER

# What is taken of a folder: pictures lie beside imagery to look at, and virtual rasters are of
# others.
IMAGERY = (*RASTER.suffixes, ".jp2", ".img")
# Tags of the rasters that this engine makes.
OURS = "CROSSEARTH_MODEL"
MOST_NAMED = 5


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
        what = "is a map of an earlier run" if len(own) == 1 else "are maps of earlier runs"
        job.log("warning", f"{names} {what} and no imagery: left out.")
    inputs = [path for path in paths if path not in set(own)]
    if not inputs:
        raise InvalidRequest(reason="There is no raster among what was given.")
    names_of = {path: name for path, name in found if name}
    return replace(request, inputs=inputs, name_of={**names_of, **(request.name_of or {})} or None)


def _rasters_of(given: str, request: BatchRequest, job: Job) -> Iterator[tuple[str, str]]:
    """Yield the paths of rasters, each with what it is called where that is not its own name."""
    path = Path(given)
    if path.is_dir() and not _is_raster(given):
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in IMAGERY)
        if not files:
            reason = f"The folder {given} has no rasters in it ({', '.join(IMAGERY)})."
            raise InvalidRequest(reason=reason)
        yield from ((str(file), "") for file in files)
    elif is_list(path):
        if request.local_only:
            reason = (
                f"{given} names other files, and only what is given is to be read (--local-only)."
            )
            raise InvalidRequest(reason=reason)
        listed = rasters_listed(path, request.asset)
        wanted = f"asset {request.asset}" if request.asset else "raster among their assets"
        if listed.without:
            count, names = len(listed.without), _named(listed.without)
            text = f"{count} items of {given} have no {wanted} and are left out: {names}."
            job.log("warning", text)
        if not listed.rasters:
            raise InvalidRequest(reason=f"No item of {given} has a raster, or the one asked for.")
        yield from ((raster.path, raster.name) for raster in listed.rasters)
    else:
        yield given, ""


def _is_raster(folder: str) -> bool:
    """Whether a folder is a raster, as in some formats."""
    with suppress(UnreadableRaster), open_raster(folder):
        return True
    return False


def _is_made_here(path: str, folder: Path) -> bool:
    """Whether a raster lies where the maps go, and is one."""
    file = Path(path)
    with suppress(OSError, ValueError):
        if not file.is_file() or os.path.realpath(file.parent) != os.path.realpath(folder):
            return False
        if file.suffix.lower() in MOSAIC.suffixes:
            return is_mosaic(file)
        with suppress(UnreadableRaster), open_raster(path) as dataset:
            return OURS in dataset.tags()
    return False


def _named(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
