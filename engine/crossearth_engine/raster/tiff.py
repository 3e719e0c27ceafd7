"""Putting compressed tiles together as a Cloud Optimized GeoTIFF.

The layout is that of GDAL's COG driver: all directories first, then the tiles, those of the
smallest overview first. GDAL says in a file without pixels where a raster lies and how it is
coloured; its tags are taken over, so that nothing about CRS or metadata is written here.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.raster.pyramid import Level

_SUBFILE_TYPE, _WIDTH, _HEIGHT, _COMPRESSION = 254, 256, 257, 259
_TILE_OFFSETS, _TILE_SIZES = 324, 325
_DEFLATE = 8
# What an overview has in common with the raster: how samples are stored, coloured and masked.
_STORAGE_TAGS = {258, 259, 262, 277, 284, 317, 320, 322, 323, 338, 339, 42113}
_BYTES_PER_VALUE = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8,
                    13: 4, 16: 8, 17: 8, 18: 8}  # fmt: skip
# In front of each tile its size, behind it its last bytes once more, as announced above.
_LEADER_BYTES = _TRAILER_BYTES = 4
_SHORT, _LONG, _LONG8 = 3, 4, 16
MAX_CLASSIC_BYTES = 2**32 - 1
# Read by GDAL, which then needs one request for a tile, and marks a file that it edits.
_STRUCTURE = (
    b"LAYOUT=IFDS_BEFORE_DATA\nBLOCK_ORDER=ROW_MAJOR\nBLOCK_LEADER=SIZE_AS_UINT4\n"
    b"BLOCK_TRAILER=LAST_4_BYTES_REPEATED\nKNOWN_INCOMPATIBLE_EDITION=NO\n "
)
_STRUCTURE = b"GDAL_STRUCTURAL_METADATA_SIZE=%06d bytes\n" % len(_STRUCTURE) + _STRUCTURE


@dataclass(frozen=True)
class Tag:
    """An entry of a TIFF directory: type, number of values, and these as bytes."""

    kind: int
    count: int
    values: bytes


Directory = dict[int, Tag]


def read_directory(path: Path) -> Directory:
    """Return the first directory of a classic little-endian TIFF."""
    content = path.read_bytes()
    magic, start = struct.unpack_from("<4sI", content)
    if magic != b"II*\0":
        raise ValueError(f"{path} is not a classic little-endian TIFF.")
    (entries,) = struct.unpack_from("<H", content, start)
    directory = {}
    for i in range(entries):
        place = start + 2 + 12 * i
        number, kind, count, offset = struct.unpack_from("<HHII", content, place)
        size = count * _BYTES_PER_VALUE[kind]
        begin = place + 8 if size <= 4 else offset
        directory[number] = Tag(kind, count, content[begin : begin + size])
    return directory


def write_cog(
    target: Path,
    template: Path,
    tiles: Path,
    levels: list[Level],
    check: Callable[[], None],
) -> None:
    """Write tiles as a Cloud Optimized GeoTIFF.

    Args:
        target: the file to write.
        template: a tiled GeoTIFF of any size whose tags are taken over.
        tiles: file that holds the compressed tiles.
        levels: where they are in it; full resolution first.
        check: called between tiles; raises to stop.
    """
    given = read_directory(template)
    tile_count = sum(level.sizes.size for level in levels)
    # Directories take 12 bytes per tile at most, and what GDAL has to say.
    needed = 16 * tile_count + len(levels) * (template.stat().st_size + 4096)
    needed += sum(_data_bytes(level) for level in levels)
    layout = _Layout(is_big=needed > MAX_CLASSIC_BYTES)

    directories = [_directory(given, level, layout, index) for index, level in enumerate(levels)]
    data_start = layout.header_bytes + sum(layout.size_of(entry) for entry in directories)
    starts = []
    for level in reversed(levels):
        starts.append(data_start)
        data_start += _data_bytes(level)
    with target.open("wb") as stream, tiles.open("rb") as source:
        stream.write(layout.header())
        for level, directory, start in zip(levels, directories, reversed(starts), strict=True):
            is_last = level is levels[-1]
            directory[_TILE_OFFSETS] = layout.offsets(_offsets(level, start))
            layout.write_directory(stream, directory, is_last=is_last)
        for level in reversed(levels):
            for row_offsets, row_sizes in zip(level.offsets, level.sizes, strict=True):
                check()
                for offset, size in zip(row_offsets.tolist(), row_sizes.tolist(), strict=True):
                    if size:
                        source.seek(offset)
                        data = source.read(size)
                        leader = struct.pack("<I", size)
                        stream.write(leader + data + data[-_TRAILER_BYTES:])


def _directory(given: Directory, level: Level, layout: _Layout, index: int) -> Directory:
    if index == 0:
        directory = dict(given)
    else:
        directory = {number: given[number] for number in _STORAGE_TAGS & given.keys()}
        directory[_SUBFILE_TYPE] = Tag(_LONG, 1, struct.pack("<I", 1))
    directory[_WIDTH] = Tag(_LONG, 1, struct.pack("<I", level.width))
    directory[_HEIGHT] = Tag(_LONG, 1, struct.pack("<I", level.height))
    directory[_COMPRESSION] = Tag(_SHORT, 1, struct.pack("<H", _DEFLATE))
    directory[_TILE_OFFSETS] = layout.offsets(np.zeros(level.offsets.size, np.uint64))
    directory[_TILE_SIZES] = Tag(_LONG, level.sizes.size, level.sizes.astype("<u4").tobytes())
    return directory


def _stored_sizes(level: Level) -> NDArray[np.uint64]:
    """Return the bytes of each tile with what is around it, in the order of the file."""
    sizes = level.sizes.ravel().astype(np.uint64)
    return np.where(sizes > 0, sizes + np.uint64(_LEADER_BYTES + _TRAILER_BYTES), sizes)


def _data_bytes(level: Level) -> int:
    return int(_stored_sizes(level).sum())


def _offsets(level: Level, start: int) -> NDArray[np.uint64]:
    """Return where the tiles of a level will be if the first is at ``start``; 0 for none."""
    sizes = _stored_sizes(level)
    offsets: NDArray[np.uint64] = np.cumsum(sizes) - sizes + np.uint64(start + _LEADER_BYTES)
    offsets[sizes == 0] = 0
    return offsets


class _Layout:
    """Classic TIFF, or BigTIFF for files from 4 GB."""

    def __init__(self, *, is_big: bool) -> None:
        self._is_big = is_big
        self._entry = struct.Struct("<HHQ8s" if is_big else "<HHI4s")
        self._pointer = struct.Struct("<Q" if is_big else "<I")
        self._count = struct.Struct("<Q" if is_big else "<H")
        self.header_bytes = _padded((16 if is_big else 8) + len(_STRUCTURE))

    def header(self) -> bytes:
        """Return what stands before the first directory."""
        start = struct.pack("<2sHHHQ", b"II", 43, 8, 0, self.header_bytes)
        if not self._is_big:
            start = struct.pack("<2sHI", b"II", 42, self.header_bytes)
        return (start + _STRUCTURE).ljust(self.header_bytes, b"\0")

    def offsets(self, values: NDArray[np.uint64]) -> Tag:
        """Return a tag of places in the file."""
        kind, dtype = (_LONG8, "<u8") if self._is_big else (_LONG, "<u4")
        return Tag(kind, values.size, values.astype(dtype).tobytes())

    def size_of(self, directory: Directory) -> int:
        """Return the bytes a directory takes with its values."""
        size = self._fixed_size(directory)
        return size + sum(_padded(len(tag.values)) for tag in self._far(directory))

    def write_directory(self, stream: BinaryIO, directory: Directory, *, is_last: bool) -> None:
        """Write a directory, its values behind it, and where the next one begins."""
        start = stream.tell()
        far = start + self._fixed_size(directory)
        entries, values = [], []
        for number, tag in sorted(directory.items()):
            place = tag.values
            if len(place) > self._pointer.size:
                place = self._pointer.pack(far)
                values.append(tag.values.ljust(_padded(len(tag.values)), b"\0"))
                far += len(values[-1])
            entries.append(self._entry.pack(number, tag.kind, tag.count, place))
        stream.write(self._count.pack(len(directory)))
        stream.write(b"".join(entries))
        stream.write(self._pointer.pack(0 if is_last else start + self.size_of(directory)))
        stream.write(b"\0" * (start + self._fixed_size(directory) - stream.tell()))
        stream.write(b"".join(values))

    def _fixed_size(self, directory: Directory) -> int:
        return _padded(self._count.size + self._entry.size * len(directory) + self._pointer.size)

    def _far(self, directory: Directory) -> list[Tag]:
        return [tag for tag in directory.values() if len(tag.values) > self._pointer.size]


def _padded(size: int) -> int:
    """Return the size rounded up to where numbers of 8 bytes may begin."""
    return -(-size // 8) * 8
