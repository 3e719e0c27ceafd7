"""What unfinished work lies under, who holds it, and whether it can be gone on with.

An output grows in a folder beside its final place. Whoever writes there holds a lock in it, which
the system lets go of however the process ends, and may keep a journal of how far the work is. A
download grows in a file of another name.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from . import moves

LOCK_FILE = "crossearth.lock"
JOURNAL_FILE = "journal.json"

_PARTIAL = ".partial"


def partial_folder(output: Path, mark: str = "") -> Path:
    """Return the folder in which an output grows; of one of several runs, by its mark."""
    marked = f".claim-{mark}" if mark else ""
    return output.with_name(output.name + marked + _PARTIAL)


def partial_folders(folder: Path) -> list[Path]:
    """Return where the outputs in a folder grow that are not complete."""
    return [lock.parent for lock in folder.glob(f"*{_PARTIAL}/{LOCK_FILE}")]


def is_ours(partial: Path) -> bool:
    """Tell whether it was made for an output: the lock is the first that comes into it.

    Raises:
        OSError: if it cannot be looked into.
    """
    return (partial / LOCK_FILE).is_file() or (partial.is_dir() and not any(partial.iterdir()))


def is_resumable(partial: Path) -> bool:
    """Tell whether a run could go on from what is in it, rather than it only has to be moved."""
    return (partial / JOURNAL_FILE).is_file() and moves.record_folder(partial) is None


def hold(partial: Path) -> TextIO | None:
    """Hold it until the returned file is closed, or the process ends; None if another one does.

    Raises:
        OSError: if there cannot be a lock in it.
    """
    lock = (partial / LOCK_FILE).open("a")
    if _try_lock(lock):
        return lock
    lock.close()
    return None


def settle(partial: Path) -> None:
    """Give outputs their names if a process was killed while it did; the caller holds the folder.

    To be called before anything in it is changed.

    Raises:
        OSError: if it cannot be done yet. Then nothing in it may be changed.
    """
    record = moves.record_folder(partial)
    if record == partial:
        moves.finish(partial)
    elif record is not None:
        lock = hold(record)
        if lock is not None:
            with lock:
                moves.finish(record)


def settle_output(output: Path) -> None:
    """Give an output its name if a process was killed while it did: before it is looked for."""
    record = None
    with contextlib.suppress(ValueError):  # no name of a file
        record = moves.record_folder(partial_folder(output))
    if record is not None:
        for partial in (record, *moves.folders(record)):
            remove(partial)


def remove(partial: Path) -> bool:
    """Remove what a process has left that was killed, and return whether there was any.

    Outputs that it was giving their names get them. What another process holds stays, and so does
    what only has the name.
    """
    try:
        lock = hold(partial) if is_ours(partial) else None
    except OSError:  # nobody can look into it, let alone remove it
        return False
    if lock is None:
        return False
    with lock:  # Windows removes no file that is open
        try:
            settle(partial)
        except OSError:  # what had the names is in it
            return False
    shutil.rmtree(partial, ignore_errors=True)
    return True


@contextlib.contextmanager
def working_aside(folder: Path) -> Iterator[None]:
    """Have an empty folder to oneself, to change what lies beside it as one; then it is removed.

    What another process was killed at there is brought to an end first. What this one is killed at
    is, by `settle_all`.

    Raises:
        OSError: if it cannot be made, or another process is at it.
    """
    folder.mkdir(exist_ok=True)
    lock = hold(folder)
    if lock is None:
        raise BlockingIOError(f"Another process is at work in {folder}.")
    try:
        settle(folder)
        for left_over in folder.iterdir():
            if left_over.is_dir():
                shutil.rmtree(left_over)
            elif left_over.name != LOCK_FILE:
                left_over.unlink()
        yield
    finally:
        lock.close()  # Windows removes no file that is open
        # What had the names may be in it.
        if moves.record_folder(folder) is None:
            shutil.rmtree(folder, ignore_errors=True)


def settle_all(folder: Path) -> None:
    """Give everything in a folder its name that a killed process was giving names to."""
    for record in folder.glob(f"*/{moves.RECORD_FILE}"):
        remove(record.parent)


def downloads(folder: Path, file: str) -> Iterator[Path]:
    """Yield what there is of a file, complete or not, each in a folder named after its content."""
    return folder.glob(f"*/{glob.escape(file)}*")


def download_part(file: Path) -> Path:
    """Return the name of a file while it is arriving."""
    return file.with_name(f"{file.name}.part")


def _try_lock(stream: TextIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        # Windows says "permission denied" of a file that is held; file systems without locks
        # exist, and a run there is better than none.
        return error.errno not in (errno.EACCES, errno.EDEADLK)
    return True
