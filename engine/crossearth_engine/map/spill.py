"""What a row of windows leaves to the next one, kept on disk instead of in memory.

One file per row, written from front to back and never changed afterwards: a run that was killed
finds in it what it had at the end of that row. Read and written, not mapped, so that the process
does not grow.
"""

from __future__ import annotations

import contextlib
import os
import zlib
from dataclasses import dataclass, field
from io import BufferedRandom
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import DTypeLike, NDArray


@dataclass
class _Row:
    stream: BufferedRandom
    # Offset in bytes and shape of the array in each slot; where the next one goes.
    places: dict[int, tuple[int, tuple[int, ...]]] = field(default_factory=dict)
    end: int = 0


class RowFiles:
    """Arrays by row and slot. Rows come in order; the row before the latest can be read.

    Args:
        folder: where the files are made.
        name: what their names begin with.
        dtype: of all arrays.
    """

    def __init__(self, folder: Path, name: str, dtype: DTypeLike) -> None:
        self._folder = folder
        self._name = name
        self._dtype = np.dtype(dtype)
        self._rows: dict[int, _Row] = {}
        self._kept: int | None = None

    def put(self, row: int, slot: int, values: NDArray[Any]) -> None:
        """Keep an array; each slot of a row takes one."""
        if row not in self._rows:
            self._rows[row] = self._open(row)
        entry = self._rows[row]
        entry.stream.seek(entry.end)
        entry.stream.write(np.ascontiguousarray(values, self._dtype).data)
        entry.places[slot] = (entry.end, values.shape)
        entry.end += values.nbytes

    def get(self, row: int, slot: int) -> NDArray[Any] | None:
        """Return the array of a slot, or None if nothing was put there."""
        entry = self._rows.get(row)
        if entry is None or slot not in entry.places:
            return None
        offset, shape = entry.places[slot]
        values = np.empty(shape, self._dtype)
        entry.stream.seek(offset)
        if entry.stream.readinto(values.data.cast("B")) != values.nbytes:
            raise OSError(f"{self._path(row)} is shorter than it was.")
        return values

    def save(self, row: int) -> dict[str, Any]:
        """Bring a row to the disk and keep it until another is saved.

        Returns:
            What `resume` needs, as JSON.
        """
        self._kept = row
        entry = self._rows.get(row)
        if entry is None:
            return {"places": [], "end": 0, "checksum": 0}
        entry.stream.flush()
        os.fsync(entry.stream.fileno())
        return {
            "places": [[slot, offset, *shape] for slot, (offset, shape) in entry.places.items()],
            "end": entry.end,
            "checksum": checksum(entry.stream, entry.end),
        }

    def resume(self, row: int, saved: dict[str, Any]) -> None:
        """Go on from a saved row, with files that an earlier process has left.

        Raises:
            OSError, ValueError: if the file is not there, or not what it was.
        """
        places = {slot: (offset, tuple(shape)) for slot, offset, *shape in saved["places"]}
        if places:
            stream = self._path(row).open("r+b")
            self._rows[row] = _Row(stream, places, saved["end"])
            if checksum(stream, saved["end"]) != saved["checksum"]:
                raise ValueError(f"{self._path(row)} is not what it was.")
        self._kept = row

    def close(self) -> None:
        """Close the files; they go, or stay, with their folder."""
        for entry in self._rows.values():
            # What could not be written yet is written now. Where it cannot, either that has been
            # told, or nobody needs it any more.
            with contextlib.suppress(OSError):
                entry.stream.close()
        self._rows.clear()

    def _open(self, row: int) -> _Row:
        """Open the file of a row: one that is not needed any more, or a new one."""
        path = self._path(row)
        old_rows = [old for old in self._rows if old < row - 1 and old != self._kept]
        for old in old_rows:
            self._rows.pop(old).stream.close()
            # Its pages are in memory already; new ones take longer to get than to fill.
            self._path(old).replace(path)
        return _Row(path.open("r+b" if old_rows else "w+b"))

    def _path(self, row: int) -> Path:
        return self._folder / f"{self._name}-{row}.bin"


def checksum(stream: BinaryIO, size: int) -> int:
    """Return the CRC-32 of the first ``size`` bytes of a file, of all if there are less."""
    stream.seek(0)
    result = 0
    while size > 0 and (block := stream.read(min(size, 1 << 20))):
        result = zlib.crc32(block, result)
        size -= len(block)
    return result
