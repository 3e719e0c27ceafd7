"""What tells whether a file or a value is still the same, and the lists that sha256sum writes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

# Pieces of a file that are compared: programs exist that set back the time of change.
SAMPLES, SAMPLE_BYTES = 64, 4096
# File systems keep times to 2 s at worst (FAT); over a network they are rounded too (SMB: 100 ns).
SAME_TIME_NS = 2_000_000_000
DIGESTS_FILE = "SHA256SUMS"
SHA256_DIGITS = 64


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, hexadecimal.

    Raises:
        OSError: if it cannot be read.
    """
    hasher = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            hasher.update(block)
    return hasher.hexdigest()


@lru_cache(maxsize=8)
def digest_of_state(path: Path, size: int, changed_ns: int) -> str:
    """Return the SHA-256 of a file of this size and time of change, read once in a process."""
    return file_digest(path)


def listed_digest(lines: str, file: str) -> str | None:
    """Return the digest of a file in what sha256sum prints, or None."""
    for line in lines.splitlines():
        digest, _, name = line.partition(" ")
        if name.lstrip(" *") == file and len(digest) == SHA256_DIGITS:
            return digest.lower()
    return None


def digest_of(identity: dict[str, Any]) -> str:
    """Return the SHA-256 of JSON, whatever the order of its names."""
    return hashlib.sha256(json.dumps(identity, sort_keys=True).encode()).hexdigest()


def file_identity(path: str) -> list[Any]:
    """Return name, size and time of change of a file; of what is no file, its name.

    Of what is in an archive, as GDAL names it, those of the archive.
    """
    for place in _places(path):
        try:
            stat = place.stat()
        except (OSError, ValueError):
            continue
        return [str(place.absolute()), stat.st_size, stat.st_mtime_ns]
    return [path]


def content_identity(path: str, state: list[Any]) -> list[Any]:
    """Return what a file is told from others by, wherever it lies, and under which folder.

    Its name, size, time of change and a checksum of pieces of it: those of a copy, too, that has
    kept its time.

    Args:
        path: as GDAL names it.
        state: as of `file_identity`; of what is on a server, what that says of it.
    """
    if len(state) < 3:
        return state
    place, size, changed_ns = state
    name = os.path.basename(place)  # noqa: PTH119 - of any system's paths
    inner = "" if path.endswith(name) else path.rpartition(name)[2]
    return [name + inner, size, changed_ns, sampled(place, size)]


def is_same_raster(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two identities of rasters, as JSON has them, are of one, seen from two computers.

    Times of its files may be rounded differently there.
    """
    files, others = one["files"], other["files"]
    if {**one, "files": 0} != {**other, "files": 0} or len(files) != len(others):
        return False
    return all(map(_is_same_file, files, others))


def _is_same_file(one: list[Any], other: list[Any]) -> bool:
    if len(one) != 4 or len(other) != 4:  # none of a disk: see `content_identity`
        return one == other
    (*name_size, changed, pieces), (*name_size_too, changed_too, pieces_too) = one, other
    same_times = is_same_time(changed, changed_too)
    return same_times and (name_size, pieces) == (name_size_too, pieces_too)


def is_same_time(one: int, other: int) -> bool:
    """Whether two times of change, nanoseconds, may be of one file, seen from two computers."""
    return abs(one - other) <= SAME_TIME_NS


def are_same_times(some: Sequence[int], others: Sequence[int]) -> bool:
    """Whether times of change, as of `times_apart`, may be of the same files."""
    return len(some) == len(others) and all(map(is_same_time, some, others))


def times_apart(files: list[list[Any]]) -> tuple[list[list[Any]], list[int]]:
    """Return what files are told by but for their times of change, and these."""
    # None of a disk has four: see `content_identity`.
    times = [file[2] for file in files if len(file) == 4]
    return [[*file[:2], file[3]] if len(file) == 4 else file for file in files], times


def sampled(path: str, size: int) -> int | None:
    """Return a checksum of pieces of a file of so many bytes; None of a folder."""
    checksum = 0
    try:
        with Path(path).open("rb") as stream:
            for index in range(SAMPLES):
                stream.seek(size * index // SAMPLES)
                checksum = zlib.crc32(stream.read(SAMPLE_BYTES), checksum)
            stream.seek(-min(size, SAMPLE_BYTES), os.SEEK_END)
            return zlib.crc32(stream.read(), checksum)
    except OSError:
        return None


def _places(path: str) -> Iterator[Path]:
    """Yield where a file may be: at its path, or an archive with it on the way there."""
    yield Path(path)
    inner = re.sub(r"^(/vsi(zip|tar|gzip|7z|rar)/)+", "", path)
    if inner != path:
        plain = Path(inner.replace("{", "").replace("}", ""))
        yield from (place for place in (plain, *plain.parents) if place.is_file())
