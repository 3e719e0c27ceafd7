"""What tells whether a file or a value is still the same, and the lists that sha256sum writes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

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


def _places(path: str) -> Iterator[Path]:
    """Yield where a file may be: at its path, or an archive with it on the way there."""
    yield Path(path)
    inner = re.sub(r"^(/vsi(zip|tar|gzip|7z|rar)/)+", "", path)
    if inner != path:
        plain = Path(inner.replace("{", "").replace("}", ""))
        yield from (place for place in (plain, *plain.parents) if place.is_file())
