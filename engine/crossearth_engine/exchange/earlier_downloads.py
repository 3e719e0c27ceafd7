"""Digests of published files as they were when this computer first downloaded them.

Of many files nobody states a digest. Then the first download is believed, and every later one has
to be the same.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from crossearth_engine.digests import DIGESTS_FILE, file_digest, listed_digest
from crossearth_engine.shared.model_places import user_data_folder


def earlier_digest(file: str) -> tuple[str, Path] | None:
    """Return the SHA-256 that a file of this name had at first, and the list that says so."""
    path = user_data_folder() / DIGESTS_FILE
    try:
        digest = listed_digest(path.read_text(encoding="utf-8"), file)
    except (OSError, UnicodeDecodeError):
        return None
    return (digest, path) if digest else None


def remember_digest(path: Path) -> None:
    """Keep the SHA-256 of a file that was downloaded; one that is kept already stays."""
    if earlier_digest(path.name) is not None:
        return
    kept = user_data_folder() / DIGESTS_FILE
    # What cannot be kept is believed once more the next time.
    with contextlib.suppress(OSError), kept.open("a", encoding="utf-8") as stream:
        stream.write(f"{file_digest(path)}  {path.name}\n")
