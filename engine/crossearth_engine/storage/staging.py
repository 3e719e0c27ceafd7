"""Where files grow that are to become objects of a store, and how they get there.

A store knows no files that grow, and no names that are exchanged all at once. So a result is made
in the computer's folder for temporary files, in the same folders as in the store. Its data are sent
before any of it shows; then the objects are made of them one after the other, the last one being
that by which the result is known to be complete.
"""

from __future__ import annotations

import contextlib
import contextvars
import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from crossearth_engine.errors import (
    InvalidRequest,
    JobCanceled,
    OutputNotWritable,
    UploadFailed,
)
from crossearth_engine.patience import check_stop
from crossearth_engine.shared.addresses import gdal_name, is_object
from crossearth_engine.storage import objects
from crossearth_engine.storage.objects import PART_BYTES, Upload

T = TypeVar("T")

LANES = 4
"""How many requests are under way at once."""

MOST_PARTS = 9_000
"""Of an object; stores take ten thousand."""

SMALL_BYTES = 1024**2
"""What is no larger is sent in one request, when its turn has come."""

# /vsis3/bucket/name
_FEWEST_PARTS = 3

# An object of this ending lies beside the first one while others are missing that belong to it.
_HALF_THERE = ".partial"
# Not empty: of nothing stores give no first bytes, and GDAL takes that for a refusal.
_MARK = b"An upload is under way, or has been broken off.\n"

# What GDAL takes for a part of a raster that lies beside it.
_BESIDE = (".aux.xml", ".ovr", ".msk")


def stand_in(name: str) -> Path:
    """Return where a file is written that is to have a name; of one on a disk, its own place.

    Raises:
        InvalidRequest: if a store has no such name.
    """
    path = stand_in_folder(name)
    if object_of(path) is not None and len(path.relative_to(_root()).parts) < _FEWEST_PARTS:
        raise _names_nothing(name)
    return path


def stand_in_folder(name: str) -> Path:
    """Return the same for a folder, which may be a whole bucket."""
    found = gdal_name(name)
    if not is_object(found):
        return Path(found).absolute()
    parts = found.strip("/").split("/")
    if len(parts) < _FEWEST_PARTS - 1 or not all(parts) or {".", ".."} & {*parts}:
        raise _names_nothing(name)
    return _root().joinpath(*parts)


def _names_nothing(name: str) -> InvalidRequest:
    return InvalidRequest(
        reason=f"{name} names no object of a store, as s3://bucket/folder/name does."
    )


def object_of(path: Path) -> str | None:
    """Return GDAL's name of the object for which a path stands; None if it does for itself."""
    root = _root()
    return f"/{path.relative_to(root).as_posix()}" if path.is_relative_to(root) else None


def name_of(path: Path) -> str:
    """Return what a file is called where it belongs."""
    return object_of(path) or str(path)


def exists(path: Path) -> bool:
    """Whether there is a file at a path, or the object for which it stands.

    Raises:
        OSError: if the store does not tell.
    """
    name = object_of(path)
    return path.exists() if name is None else objects.stat(name) is not None


def size_of(path: Path) -> int:
    """Return how many bytes there are at a path, or in the object for which it stands.

    Raises:
        OSError: if there is none, or the store does not tell.
    """
    name = object_of(path)
    if name is None:
        return path.stat().st_size
    found = objects.stat(name)
    if found is None:
        raise FileNotFoundError(errno.ENOENT, "There is no such object")
    return found.size


def read(path: Path) -> bytes:
    """Return what is in a file, or in the object for which a path stands.

    Raises:
        OSError: if there is none, or the store does not give it.
    """
    name = object_of(path)
    return path.read_bytes() if name is None else objects.read(name)


def is_half_there(path: Path) -> bool:
    """Whether a path stands for an object with others of which some are there, but not all.

    Args:
        path: the first of them.

    Raises:
        OSError: if the store does not tell.
    """
    name = object_of(path)
    return name is not None and objects.stat(name + _HALF_THERE) is not None


@contextmanager
def staged(paths: Iterable[Path]) -> Iterator[None]:
    """Have the folders in which files grow that are to become objects; of others do nothing.

    Raises:
        OutputNotWritable: before hours go into them, if the store takes none, or there can be no
            such folder.
    """
    named = [path for path in paths if object_of(path) is not None]
    try:
        for path in named:
            _make_folder(path)
        for path in named[:1]:
            _check_granted(name_of(path))
        yield
    finally:
        for folder in {path.parent for path in named}:
            _remove_empty(folder)


def _make_folder(path: Path) -> None:
    root = _root()
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = root.lstat()
        if hasattr(os, "getuid") and (found.st_uid != os.getuid() or root.is_symlink()):
            reason = f"the folder {root} belongs to somebody else. Choose another one (TMPDIR)."
            raise OutputNotWritable(path=name_of(path), reason=reason)
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if isinstance(error, OutputNotWritable):
            raise
        raise OutputNotWritable(path=str(path), reason=f"{error.strerror}.") from error


def _check_granted(name: str) -> None:
    try:
        # Nothing shows of what is begun. Azure's store is not asked before the first part.
        Upload.begun(name).abort()
    except OSError as error:
        raise OutputNotWritable(path=name, reason=f"{error.strerror}.") from error


def upload(files: Sequence[Path], *, keeps_canceled: bool = False) -> None:
    """Make the objects for which files stand, and remove the files; of others do nothing.

    What objects of these names hold stays until all data are sent.

    Args:
        files: in order; the last is that by which the others are known to be complete: without it
            they are no result, be they of this call or of an earlier one.
        keeps_canceled: whether the files stay on cancel, as they do where the upload fails.

    Raises:
        UploadFailed: if the store refuses something, or does not answer, or on request when some
            objects are changed. The files stay.
        JobCanceled: on request, as long as no object is changed.
    """
    named = [(path, name) for path in files if (name := object_of(path)) is not None]
    if not named:
        return
    try:
        _upload(named)
    except OSError as error:
        if error.strerror is None:
            raise
        reason = error.strerror.rstrip(".")
        where = str(named[-1][0].parent)
        raise UploadFailed(path=named[0][1], reason=reason, folder=where) from error
    except JobCanceled:
        if not keeps_canceled:
            _remove(named)
        raise
    _remove(named)


def _remove(named: list[tuple[Path, str]]) -> None:
    for path, _ in named:
        path.unlink(missing_ok=True)


def _upload(named: list[tuple[Path, str]]) -> None:
    uploads: list[Upload] = []
    try:
        large = [(path, name) for path, name in named if path.stat().st_size > SMALL_BYTES]
        _side_by_side([partial(_send, path, name, uploads) for path, name in large])
        check_stop()
    except BaseException:
        for begun in uploads:
            begun.abort()
        raise
    try:
        _exchange(named, {begun.name: begun for begun in uploads})
    except JobCanceled as error:
        raise InterruptedError(errno.EINTR, "It was canceled halfway") from error


def _exchange(named: list[tuple[Path, str]], by_name: dict[str, Upload]) -> None:
    """Have the objects show, the last one last."""
    *others, last = named
    # From here on it is of two results, until the last one is there: so it is none.
    mark = named[0][1] + _HALF_THERE
    objects.write(mark, _MARK)
    objects.remove(last[1])
    stale = {f"{name}{ending}" for path, name in named for ending in _BESIDE if _is_raster(path)}
    stale -= {name for _, name in named}
    _side_by_side(
        [partial(_complete, path, name, by_name.get(name)) for path, name in others]
        + [partial(objects.remove, name) for name in sorted(stale)]
    )
    _complete(*last, by_name.get(last[1]))
    with contextlib.suppress(OSError):  # it says no more than what is there says itself
        objects.remove(mark)


def _send(path: Path, name: str, uploads: list[Upload]) -> None:
    """Send what a file holds, of which nothing shows yet."""
    begun = Upload.begun(name)
    uploads.append(begun)
    size = PART_BYTES
    while size * MOST_PARTS < path.stat().st_size:
        size *= 2
    with path.open("rb") as stream:
        while part := stream.read(size):
            check_stop()
            begun.add(part)


def _complete(path: Path, name: str, begun: Upload | None) -> None:
    """Have an object show, and see that it is whole."""
    if begun is None:
        objects.write(name, path.read_bytes())
    else:
        begun.complete()
    found = objects.stat(name)
    if found is None or found.size != path.stat().st_size:
        raise ConnectionError(None, f"{name} has not arrived as it was sent")


def _side_by_side(calls: Sequence[Callable[[], T]]) -> list[T]:
    """Return what calls return, some of them at once; the first error when all have ended."""
    with ThreadPoolExecutor(LANES, thread_name_prefix="store") as pool:
        futures = [pool.submit(contextvars.copy_context().run, call) for call in calls]
    return [future.result() for future in futures]


def _is_raster(path: Path) -> bool:
    return path.suffix.lower() in (".tif", ".tiff")


def _remove_empty(folder: Path) -> None:
    """Remove a folder that stands for one of a store, and those above, as far as they are empty."""
    with contextlib.suppress(OSError):
        while object_of(folder) not in (None, "/."):
            folder.rmdir()
            folder = folder.parent


def _root() -> Path:
    """Return the folder in which all of them are, of this person."""
    user = str(os.getuid()) if hasattr(os, "getuid") else "files"
    return Path(tempfile.gettempdir()).absolute() / f"crossearth-{user}"
