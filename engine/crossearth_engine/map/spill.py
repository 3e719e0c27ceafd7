"""What a row of windows leaves to the next one, kept on disk instead of in memory.

One file per row, written from front to back and never changed afterwards: a run that was killed
finds in it what it had at the end of that row. Read and written, not mapped, so that the process
does not grow.
"""

from __future__ import annotations

import contextlib
import math
import os
import threading
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
    # Of the place in the stream.
    lock: threading.Lock = field(default_factory=threading.Lock)


class Planes:
    """An array (K, H, W) in a file, of which one plane (H, W) at a time is in memory.

    Several threads may read and write planes.

    Attributes:
        shape: of the array.
    """

    def __init__(
        self, row: _Row, offset: int, shape: tuple[int, ...], dtype: np.dtype[Any]
    ) -> None:
        self._row = row
        self._offset = offset
        self._dtype = dtype
        self.shape = shape

    @property
    def nbytes(self) -> int:
        """Bytes of the whole array."""
        return math.prod(self.shape) * self._dtype.itemsize

    def __getitem__(self, index: int) -> NDArray[Any]:
        """Return a plane."""
        return self._read(self.shape[1:], index)

    def __setitem__(self, index: int, plane: NDArray[Any]) -> None:
        """Write a plane."""
        self._write(plane, index)

    def read(self) -> NDArray[Any]:
        """Return the whole array."""
        return self._read(self.shape, 0)

    def write(self, values: NDArray[Any]) -> None:
        """Write the whole array."""
        self._write(values, 0)

    def _read(self, shape: tuple[int, ...], index: int) -> NDArray[Any]:
        values = np.empty(shape, self._dtype)
        with self._row.lock:
            self._row.stream.seek(self._offset + index * values.nbytes)
            length = self._row.stream.readinto(values.data.cast("B"))
        if length != values.nbytes:
            raise OSError(f"{self._row.stream.name} is shorter than it was.")
        return values

    def _write(self, values: NDArray[Any], index: int) -> None:
        stored = np.ascontiguousarray(values, self._dtype)
        with self._row.lock:
            self._row.stream.seek(self._offset + index * stored.nbytes)
            self._row.stream.write(stored.data)


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

    def reserve(self, row: int, slot: int, shape: tuple[int, ...]) -> Planes:
        """Make room for an array, which is written plane by plane; each slot of a row takes one."""
        if row not in self._rows:
            self._rows[row] = self._open(row)
        entry = self._rows[row]
        planes = Planes(entry, entry.end, shape, self._dtype)
        entry.places[slot] = (entry.end, shape)
        entry.end += planes.nbytes
        return planes

    def kept(self, row: int, slot: int) -> Planes | None:
        """Return the array of a slot as it lies on the disk, or None if there is none."""
        entry = self._rows.get(row)
        if entry is None or slot not in entry.places:
            return None
        return Planes(entry, *entry.places[slot], self._dtype)

    def put(self, row: int, slot: int, values: NDArray[Any]) -> None:
        """Keep an array."""
        self.reserve(row, slot, values.shape).write(values)

    def get(self, row: int, slot: int) -> NDArray[Any] | None:
        """Return the array of a slot, or None if nothing was put there."""
        planes = self.kept(row, slot)
        return None if planes is None else planes.read()

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
