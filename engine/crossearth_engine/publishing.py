"""Giving files their names only when they are whole.

Everything is written in a folder ``<output>.partial`` beside the output. At the end it is moved
into place. After a failure the folder is removed, unless a run can go on from what is in it.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TextIO

from crossearth_engine.errors import DiskFull, EngineError, OutputNotWritable
from crossearth_engine.raster.gdal import WRITE_ERRORS
from crossearth_engine.shared import leftovers

# A disk with less is full: a tile of a raster takes as much.
MIN_FREE_BYTES = 512**2


class PartialOutput:
    """The folder beside an output in which it grows; held by one run at a time.

    Args:
        output: final path.

    Attributes:
        folder: where it grows.
        is_kept: whether the folder stays when the context ends, for a run that goes on from it.

    Raises:
        OutputNotWritable: on entering, if the folder cannot be made, is not one of ours, or
            another run holds it.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self.folder = leftovers.partial_folder(output)
        self.is_kept = False
        self._lock: TextIO | None = None

    def __enter__(self) -> PartialOutput:
        with writing(self._output):
            try:
                self.folder.mkdir()
            except FileExistsError:
                # Left by a run that was killed, unless somebody else made it.
                if not leftovers.is_ours(self.folder):
                    reason = f"the folder {self.folder.name} is in the way."
                    raise OutputNotWritable(path=str(self._output), reason=reason) from None
            self._lock = leftovers.hold(self.folder)
            if self._lock is None:
                reason = "another run is writing it at this moment."
                raise OutputNotWritable(path=str(self._output), reason=reason)
        return self

    def clear(self) -> None:
        """Remove what an earlier run has left."""
        with writing(self._output):
            for left_over in self.folder.iterdir():
                if left_over.is_dir():
                    shutil.rmtree(left_over)
                elif left_over.name != leftovers.LOCK_FILE:
                    left_over.unlink()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._lock is not None:
            self._lock.close()
        if not self.is_kept:
            shutil.rmtree(self.folder, ignore_errors=True)


def publish(moves: list[tuple[Path, Path]]) -> None:
    """Give finished files their final names, in order; the raster comes last.

    Whoever sees the raster's name then also finds what belongs to it. Each is replaced as a
    whole, even if the power fails: a file and its final name are in folders of one file system,
    and it is on the disk before it gets the name.

    Raises:
        OutputNotWritable: naming the file, for instance because another program holds it open.
    """
    for source, target in moves:
        with writing(target):
            sync_file(source)
            source.replace(target)
    for folder in {target.parent for _, target in moves}:
        with writing(folder):
            sync_folder(folder)


def sync_file(path: Path) -> None:
    """Bring a file that another library has written to the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names of the files in a folder to the disk."""
    if sys.platform == "win32":
        return  # there names are kept with the files
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def writing(path: Path, *other_errors: type[Exception]) -> Iterator[None]:
    """Turn what the operating system and GDAL say about a failed write into our sentences.

    Args:
        path: what is written.
        other_errors: what else a library raises that cannot write.

    Raises:
        DiskFull: if there is no space left.
        OutputNotWritable: for any other reason.
    """
    try:
        yield
    except (*WRITE_ERRORS, *other_errors) as error:
        if isinstance(error, EngineError):
            raise
        is_full = getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
        if is_full or (not isinstance(error, OSError) and _is_full(path)):
            raise DiskFull(path=str(path)) from error
        reason = f"{error.strerror}." if isinstance(error, OSError) and error.strerror else error
        raise OutputNotWritable(path=str(path), reason=str(reason)) from error


def check_free_space(needed_bytes: dict[Path, int]) -> None:
    """Raise OutputNotWritable before a run rather than DiskFull hours into it.

    Args:
        needed_bytes: what each output may take; those on one disk share what is free there.
    """
    needed: dict[int, int] = {}
    for path, count in needed_bytes.items():
        with writing(path):
            disk = path.parent.stat().st_dev
            free = shutil.disk_usage(path.parent).free
        needed[disk] = needed.get(disk, 0) + count
        if free < needed[disk]:
            reason = (
                f"up to {needed[disk] / 1e6:.3g} MB are needed, {free / 1e6:.3g} MB are free there."
            )
            raise OutputNotWritable(path=str(path), reason=reason)


def _is_full(path: Path) -> bool:
    # GDAL reports a failed write without its cause.
    return path.parent.is_dir() and shutil.disk_usage(path.parent).free < MIN_FREE_BYTES
