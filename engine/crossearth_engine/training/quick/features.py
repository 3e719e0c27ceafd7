"""Dense features of rasters: computed once per window by the frozen network, kept on disk.

The cache lies in the user's data folder. A window is found again by the raster and its state, the
network and how pixels were brought to it; whatever was not used for longest goes first.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.digests import digest_of
from crossearth_engine.raster.windows import Window, axis_offsets
from crossearth_engine.shared.model_places import user_data_folder

MAX_CACHE_BYTES = 4 * 1024**3

HalfArray = NDArray[np.float16]
Key = Window | str
"""By which a window is known again: its place on the raster, or a digest of what it shows."""


@dataclass(frozen=True)
class Tile:
    """A window, and the part of it whose features are used: as far from its edges as can be."""

    window: Window
    middle: Window


def tiles_over(width: int, height: int, window_size: int, overlap: int) -> list[Tile]:
    """Return windows that cover a grid; their middles cover every pixel once.

    Args:
        width: of the grid, pixels.
        height: likewise.
        window_size: window edge, pixels.
        overlap: of windows, pixels; two neighbours meet halfway in what they share.
    """
    rows = _spans(height, window_size, overlap)
    cols = _spans(width, window_size, overlap)
    return [
        Tile(
            Window(col, row, window_size, window_size),
            Window(left, top, right - left, bottom - top),
        )
        for row, top, bottom in rows
        for col, left, right in cols
    ]


def _spans(length: int, window_size: int, overlap: int) -> list[tuple[int, int, int]]:
    """Return offset, and start and end of the middle, of the windows along an axis."""
    offsets = axis_offsets(length, window_size, window_size - overlap)
    cuts = [(before + after + window_size) // 2 for before, after in pairwise(offsets)]
    return list(zip(offsets, [0, *cuts], [*cuts, length], strict=True))


def in_half_precision(maps: Sequence[FloatArray]) -> list[HalfArray]:
    """Return maps as they are kept."""
    # Beyond half precision's range a network is broken anyway.
    return [np.clip(item, -65504, 65504).astype(np.float16) for item in maps]


class FeatureFolder:
    """Features of windows of one raster on disk.

    Args:
        folder: with a file for each.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def holds(self, window: Key) -> bool:
        """Whether there is a file of a window."""
        return self._path(window).exists()

    def get(self, window: Key) -> list[HalfArray] | None:
        """Return the maps (C, h, w) of a window, or None where they are not known."""
        path = self._path(window)
        try:
            with np.load(path) as arrays:
                maps = [arrays[name].astype(np.float16, copy=False) for name in arrays.files]
            os.utime(path)
        except (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile):
            return None  # not there, or half there
        return maps

    def write(self, window: Key, halves: Sequence[HalfArray]) -> None:
        """Keep the maps of a window.

        Raises:
            OSError: if they cannot be written; then nothing of them is left.
        """
        path = self._path(window)
        temporary = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as stream:
                temporary = Path(stream.name)
                np.savez(stream, *halves)
            temporary.replace(path)
        except OSError:
            if temporary is not None:
                temporary.unlink(missing_ok=True)
            raise

    def remove(self, window: Key) -> None:
        """Remove the file of a window."""
        self._path(window).unlink(missing_ok=True)

    def _path(self, window: Key) -> Path:
        name = window if isinstance(window, str) else f"{window.row_off}-{window.col_off}"
        return self._folder / f"{name}.npz"


class FeatureCache(FeatureFolder):
    """Features of windows on disk, under a key that says all they depend on.

    Args:
        key: what they depend on, ready for JSON.
        device: the mark of what has computed them, as of `device_mark`: each rounds otherwise.
        folder: of the cache; by default one in the user's data folder.
        max_bytes: what all of the cache may take.
    """

    def __init__(
        self,
        key: dict[str, Any],
        device: str,
        folder: Path | None = None,
        max_bytes: int = MAX_CACHE_BYTES,
    ) -> None:
        digest = hashlib.sha256(json.dumps(key, sort_keys=True).encode()).hexdigest()
        self._root = folder or user_data_folder() / "cache" / "features"
        self._name = digest[:32]
        super().__init__(self._root / f"{self._name}-{device}")
        self._max_bytes = max_bytes

    @property
    def devices(self) -> list[str]:
        """The marks of all devices under whose features are some with this key."""
        return sorted(path.name.rpartition("-")[2] for path in self._root.glob(f"{self._name}-*"))

    def put(self, window: Key, halves: Sequence[HalfArray]) -> None:
        """Keep the maps of a window. A disk that is full keeps nothing."""
        with contextlib.suppress(OSError):
            self.write(window, halves)

    def prune(self) -> None:
        """Remove what was not used for longest, until the rest fits."""
        files = []
        for path in self._root.glob("*/*"):
            with contextlib.suppress(OSError):
                status = path.stat()
                files.append((status.st_mtime, status.st_size, path))
        excess = sum(size for _, size, _ in files) - self._max_bytes
        for _, size, path in sorted(files):
            if excess <= 0:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                excess -= size
                path.parent.rmdir()  # only if it is empty


def device_mark(device: str) -> str:
    """Return what stands for a device in the name of a folder."""
    return digest_of({"device": device})[:12]


def state_of(files: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return path, size and time of change of files, for a key; of those that are on a disk."""
    states = []
    for name in files:
        with contextlib.suppress(OSError, ValueError):
            status = Path(name).stat()
            states.append((str(Path(name).absolute()), status.st_size, status.st_mtime_ns))
    return states


def at_pixels(
    maps: Sequence[FloatArray | HalfArray], window_size: int, rows: NDArray[Any], cols: NDArray[Any]
) -> FloatArray:
    """Return the features of pixels of a window, (N, F) float32: every map, interpolated.

    As a network does that enlarges its maps: linear between the centres of their pixels.

    Args:
        maps: (C, h, w) each, covering the window.
        window_size: window edge, pixels.
        rows: (N,) within the window; the centres of its pixels are whole numbers.
        cols: likewise.
    """
    parts = []
    for item in maps:
        channels, height, width = item.shape
        above, below, down = neighbours(rows, window_size, height)
        left, right, across = neighbours(cols, window_size, width)
        # By one index for both axes: by two it takes a third longer.
        flat = item.reshape(channels, height * width)
        upper, lower = (
            flat.take(row * width + left, axis=1) * (1 - across)
            + flat.take(row * width + right, axis=1) * across
            for row in (above, below)
        )
        parts.append((upper * (1 - down) + lower * down).T)
    return np.concatenate(parts, axis=1).astype(np.float32)


def neighbours(
    positions: NDArray[Any], window_size: int, length: int
) -> tuple[NDArray[np.intp], NDArray[np.intp], FloatArray]:
    """Return the two pixels of a map around each position, and what the second counts, (N,) each.

    Args:
        positions: (N,) within a window.
        window_size: its edge, pixels.
        length: edge of the map that covers it, pixels.
    """
    place = np.clip((positions + 0.5) * length / window_size - 0.5, 0, length - 1)
    first = place.astype(np.intp)
    weight = (place - first).astype(np.float32)
    return first, np.minimum(first + 1, length - 1), weight


@dataclass
class Moments:
    """Mean and deviation of features, gathered window by window."""

    count: float = 0.0
    total: Any = 0.0
    squares: Any = 0.0

    def add(self, features: FloatArray) -> None:
        """Take in (N, F) features."""
        values = features.astype(np.float64)
        self.count += len(values)
        self.total = self.total + values.sum(axis=0)
        self.squares = self.squares + (values**2).sum(axis=0)

    def mean_and_deviation(self) -> tuple[FloatArray, FloatArray]:
        """Return both, (F,); a feature that does not vary has a deviation of 1."""
        mean = self.total / max(self.count, 1)
        deviation = np.sqrt(np.maximum(self.squares / max(self.count, 1) - mean**2, 0))
        deviation[deviation < 1e-6] = 1
        return mean.astype(np.float32), deviation.astype(np.float32)


def spread_pixels(valid: NDArray[np.bool_], step: int) -> Iterator[tuple[Any, Any]]:
    """Yield rows and columns of valid pixels on a coarse lattice, in one go if there are any."""
    rows, cols = np.nonzero(valid[step // 2 :: step, step // 2 :: step])
    if len(rows):
        yield rows * step + step // 2, cols * step + step // 2
