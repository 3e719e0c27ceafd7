"""Giving several files their names as one: all of them, or none.

What had the names before is moved aside first, then the new files come in. A record says what goes
where until that is done, so that a process which is killed between two moves leaves nothing half
done for long: whoever comes next finishes it. Until then there is no map at all under its name,
rather than one with the legend of another: the first of the files is the first to go, and the last
to come.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

RECORD_FILE = "publish.json"

# Virus scanners and indexers open a new file for a moment, and Windows moves no file that is open.
ATTEMPTS, PAUSE_S = 6, 0.2
# What file systems say that cannot bring a folder to the disk by itself, such as shared ones.
_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.ENOSYS}


@dataclass(frozen=True)
class Move:
    """A file that gets a name.

    Attributes:
        source: the file, in a folder beside its name.
        target: the name.
        is_removal: whether there is no such file, and what has the name only goes.
    """

    source: Path
    target: Path
    is_removal: bool = False

    @property
    def aside(self) -> Path:
        """Where that goes which has the name now."""
        return self.source.with_name(f"old-{self.source.name}")

    @property
    def is_done(self) -> bool:
        """Whether the file has its name."""
        return not self.is_removal and not os.path.lexists(self.source)


def move_all(folder: Path, moves: list[Move]) -> None:
    """Give files their names; they are on the disk.

    Args:
        folder: where the record is kept, which nobody else writes to meanwhile.
        moves: what goes where, the file that the others belong to first.

    Raises:
        OSError: if one cannot have its name. Everything is where it was then, or `finish` can do
            it later.
    """
    try:
        _write(folder, moves)
        _forward(moves)
    except BaseException:
        _back(moves)
        _forget(folder, moves)
        raise
    for parent in _parents(moves):
        sync_folder(parent)
    _forget(folder, moves)


def record_folder(folder: Path) -> Path | None:
    """Return where the record is of moves that concern a folder, or None if there are none."""
    try:
        content = json.loads((folder / RECORD_FILE).read_text(encoding="utf-8"))
        if "moves" in content:
            return folder if _read(folder) is not None else None
        other = Path(os.path.normpath(folder.parent / content["record"]))
        return other if _read(other) is not None else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def folders(folder: Path) -> list[Path]:
    """Return all folders from which files are to be moved by the record in one of them."""
    return sorted({move.source.parent for move in _read(folder) or ()})


def finish(folder: Path) -> None:
    """Bring to an end what another process was killed at; the caller holds the folder.

    All files get their names, as they would have. What cannot be done for all is taken back.

    Raises:
        OSError: if neither can be done. It can be tried again then.
    """
    moves = _read(folder)
    if moves is None:
        return
    try:
        if not all(_is_possible(move) for move in moves):
            _back(moves)
        else:
            _forward(moves)
    except OSError:
        _back(moves)
    _forget(folder, moves)


def rename(source: Path, target: Path) -> None:
    """Give a file a name, whatever had it; wait for who has one of them open for a moment.

    Raises:
        OSError: if it cannot be done.
    """
    for attempt in range(1, ATTEMPTS + 1):
        try:
            source.replace(target)
            return
        except PermissionError:
            if attempt == ATTEMPTS:
                raise
            time.sleep(PAUSE_S)


def sync_file(path: Path) -> None:
    """Bring a file that another library has written to the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names of the files in a folder to the disk, where the file system can."""
    if sys.platform == "win32":
        return  # there names are kept with the files
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def _forward(moves: list[Move]) -> None:
    # What another program holds open shows here, when nothing has changed yet.
    for move in moves:
        if not move.is_done and os.path.lexists(move.target) and not os.path.lexists(move.aside):
            rename(move.target, move.aside)
    for move in reversed(moves):
        if not move.is_removal and not move.is_done:
            rename(move.source, move.target)


def _back(moves: list[Move]) -> None:
    for move in moves:
        if move.is_done and os.path.lexists(move.target):
            rename(move.target, move.source)
    for move in reversed(moves):
        if os.path.lexists(move.aside):
            # Not over a file: there is none.
            move.aside.rename(move.target)


def _is_possible(move: Move) -> bool:
    return move.is_removal or os.path.lexists(move.source) or os.path.lexists(move.target)


def _write(folder: Path, moves: list[Move]) -> None:
    """Write the record; last of all into its own folder, from when on it counts."""
    rows = [
        [_name(move.source, folder), _name(move.target, folder), move.is_removal] for move in moves
    ]
    for other in _others(folder, moves):
        _write_json(other / RECORD_FILE, {"record": _name(folder, other)})
    _write_json(folder / RECORD_FILE, {"moves": rows})


def _read(folder: Path) -> list[Move] | None:
    """Return what a record says, or None if there is none, or none of ours."""
    try:
        rows = json.loads((folder / RECORD_FILE).read_text(encoding="utf-8"))["moves"]
        moves = [
            Move(
                Path(os.path.normpath(folder.parent / source)),
                Path(os.path.normpath(folder.parent / target)),
                bool(is_removal),
            )
            for source, target, is_removal in rows
        ]
    except (OSError, ValueError, LookupError, TypeError):
        return None
    # A folder may come from others: it has nothing to say about files elsewhere.
    is_ours = all(move.source.parent.parent == move.target.parent for move in moves)
    return moves if is_ours else None


def _forget(folder: Path, moves: list[Move]) -> None:
    """Remove the record; first of all from its own folder, from when on it does not count."""
    for place in (folder, *_others(folder, moves)):
        (place / RECORD_FILE).unlink(missing_ok=True)


def _others(folder: Path, moves: Iterable[Move]) -> list[Path]:
    return sorted({move.source.parent for move in moves} - {folder})


def _parents(moves: Iterable[Move]) -> set[Path]:
    return {move.target.parent for move in moves}


def _name(path: Path, folder: Path) -> str:
    """Return a path as seen from beside a folder: whoever moves both moves the record too."""
    with contextlib.suppress(ValueError):  # on another drive
        return os.path.relpath(path, folder.parent)
    return str(path.absolute())


def _write_json(path: Path, content: object) -> None:
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as stream:
        json.dump(content, stream)
        stream.flush()
        os.fsync(stream.fileno())
    rename(fresh, path)
    sync_folder(path.parent)
