"""Giving files their names only when they are whole.

Everything is written in a folder ``<output>.partial`` beside the output. At the end it is moved
into place. After a failure the folder is removed, unless a run can go on from what is in it.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TextIO

from crossearth_engine.disk_space import format_bytes
from crossearth_engine.errors import (
    DiskFull,
    EngineError,
    NotEnoughMemory,
    NotEnoughSpace,
    OutputNotWritable,
)
from crossearth_engine.faults import is_out_of_memory
from crossearth_engine.raster.gdal import WRITE_ERRORS, said
from crossearth_engine.shared import leftovers
from crossearth_engine.shared.moves import Move, move_all, record_folder, rename, sync_file
from crossearth_engine.storage.staging import name_of

# A disk with less is full: a tile of a raster takes as much.
MIN_FREE_BYTES = 512**2
RESERVE_BYTES = 1_000_000
# To remove a folder takes two at once.
RESERVE_DESCRIPTORS = 3


class PartialOutput:
    """The folder beside an output in which it grows; held by one run at a time.

    Args:
        output: final path.
        mark: what tells the run from others that may be at the same output; see `Claim`.

    Attributes:
        folder: where it grows.
        is_kept: whether the folder stays when the context ends, for a run that goes on from it.

    Raises:
        OutputNotWritable: on entering, if the folder cannot be made, is not one of ours, or
            another run holds it.
    """

    def __init__(self, output: Path, mark: str = "") -> None:
        self._output = output
        self.folder = leftovers.partial_folder(output, mark)
        self.is_kept = False
        self._lock: TextIO | None = None
        # Given back first, so that there are memory and descriptors to tidy up with.
        self._reserve: bytearray | None = bytearray(RESERVE_BYTES)
        self._descriptors = ExitStack()

    def __enter__(self) -> PartialOutput:
        with writing(self._output), ExitStack() as descriptors:
            for _ in range(RESERVE_DESCRIPTORS):
                descriptors.enter_context(Path(os.devnull).open("rb"))
            try:
                self.folder.mkdir()
            except FileExistsError:
                # Left by a run that was killed, unless somebody else made it.
                if not leftovers.is_ours(self.folder):
                    reason = f"the folder {self.folder.name} is in the way."
                    raise OutputNotWritable(path=str(self._output), reason=reason) from None
            try:
                self._lock = leftovers.hold(self.folder)
            except OSError:
                with suppress(OSError):  # one with something in it stays
                    self.folder.rmdir()
                raise
            if self._lock is None:
                reason = "another run is writing it at this moment."
                raise OutputNotWritable(path=str(self._output), reason=reason)
            leftovers.settle(self.folder)
            self._descriptors = descriptors.pop_all()
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
        self._reserve = None
        self._descriptors.close()
        if self._lock is not None:
            self._lock.close()
        # What had the names of the outputs may be in it.
        if not self.is_kept and record_folder(self.folder) is None:
            shutil.rmtree(self.folder, ignore_errors=True)


def publish(folder: Path, moves: list[Move]) -> None:
    """Give finished files their final names, all or none, even if the power fails.

    Args:
        folder: in which the first of them grew; it keeps the record.
        moves: what goes where, the file that the others belong to first.

    Raises:
        OutputNotWritable: naming the file, for instance because another program holds it open.
    """
    for move in moves:
        if not move.is_removal:
            with writing(move.target):
                sync_file(move.source)
    try:
        move_all(folder, moves)
    except OSError as error:
        named = {error.filename, error.filename2}
        target = next((move.target for move in moves if str(move.target) in named), moves[0].target)
        with _replacing(target):
            raise


def check_replaceable(paths: Iterable[Path]) -> None:
    """Raise OutputNotWritable, before a run rather than after it, if a file cannot be replaced."""
    for path in paths:
        if not os.path.lexists(path):
            continue
        with _replacing(path):
            if sys.platform == "win32":
                # Refused while another program has it open, and changes nothing.
                rename(path, path)
            else:
                _check_removable(path)


def check_name(path: Path) -> None:
    """Raise OutputNotWritable if nothing can have this name, before hours go into what gets it."""
    with writing(path):
        str(path).encode()  # libraries take paths as UTF-8 only
        with suppress(FileNotFoundError):
            path.lstat()


@contextmanager
def _replacing(path: Path) -> Iterator[None]:
    """Say what a person can do where a file may not be replaced; else as `writing`."""
    with writing(path):
        try:
            yield
        except PermissionError as error:
            reason = (
                f"it cannot be replaced ({error.strerror}). Close it in the program that has it "
                "open, unlock it, or choose another name."
            )
            raise OutputNotWritable(path=str(path), reason=reason) from error


def _check_removable(path: Path) -> None:
    """Raise OSError if a file cannot be replaced, whoever may write into it."""
    folder = path.parent.stat()
    owners = {0, folder.st_uid, path.lstat().st_uid}
    if folder.st_mode & stat.S_ISVTX and os.geteuid() not in owners:
        raise PermissionError(errno.EPERM, "It belongs to somebody else")
    try:
        path.open("rb+").close()
    except OSError as error:
        # Files may be replaced in a folder that may be written to.
        if error.errno not in (errno.EACCES, errno.ENOENT):
            raise


@contextmanager
def writing(path: Path, *other_errors: type[Exception]) -> Iterator[None]:
    """Turn what the operating system and GDAL say about a failed write into our sentences.

    Args:
        path: what is written.
        other_errors: what else a library raises that cannot write.

    Raises:
        DiskFull: if there is no space left.
        NotEnoughMemory: if memory is what is short.
        OutputNotWritable: for any other reason.
    """
    try:
        yield
    except (*WRITE_ERRORS, *other_errors) as error:
        if isinstance(error, EngineError):
            raise
        if is_out_of_memory(error):
            raise NotEnoughMemory from error
        # Rasterio's errors are the operating system's by their class, but say nothing of it.
        number = getattr(error, "errno", None)
        is_full = number in (errno.ENOSPC, errno.EDQUOT)
        if is_full or _says_full(error) or (number is None and _is_full(path)):
            raise DiskFull(path=name_of(path)) from error
        system = error.strerror if isinstance(error, OSError) else None
        reason = f"{system}." if system else said(error)
        if number == errno.EFBIG:
            # Four gigabytes on FAT32, as of most memory cards; or a limit of the account.
            reason = "files on this disk may not be so large. Choose a folder on another disk."
        raise OutputNotWritable(path=name_of(path), reason=reason) from error


def check_free_space(needed_bytes: dict[Path, int]) -> None:
    """Raise NotEnoughSpace before a run rather than DiskFull hours into it.

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
            raise NotEnoughSpace(
                folder=path.parent, needed=format_bytes(needed[disk]), free=format_bytes(free)
            )


def _says_full(error: Exception) -> bool:
    # SQLite's words, below GeoPackages, and the operating system's, by way of GDAL.
    return re.search(r"disk is full|No space left|quota exceeded", str(error), re.I) is not None


def _is_full(path: Path) -> bool:
    # GDAL reports a failed write without its cause.
    return path.parent.is_dir() and shutil.disk_usage(path.parent).free < MIN_FREE_BYTES
