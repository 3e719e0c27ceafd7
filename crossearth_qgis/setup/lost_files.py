"""Whether an environment still has what was installed into it.

Virus scanners, cleaners and disks take files away long after the set-up; what Python then says
names a module, and only of the first job that needs it.
"""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path


def lost_file(folder: Path) -> str | None:
    """Return a file that is gone or of another size than when it was installed; None: all is there.

    Looks at files by name only, a twentieth of a second for ten thousand.

    Args:
        folder: of a virtual environment.
    """
    places = (*folder.glob("lib/python3*/site-packages"), *folder.glob("addons/*"))
    for packages in (*places, folder / "Lib" / "site-packages"):
        sizes: defaultdict[str, set[int]] = defaultdict(set)
        for record in packages.glob("*.dist-info/RECORD"):
            # Two packages may bring a file of one name; which of them was the last is not known.
            try:
                for name, size in _recorded(record):
                    sizes[name].add(size)
            except (OSError, ValueError, csv.Error):
                return f"{record.parent.name}/{record.name}"
        for name, expected in sizes.items():
            try:
                # To make ten thousand Paths takes longer than to look.
                state = os.stat(f"{packages}/{name}")  # noqa: PTH116 - see above
            except OSError:
                return name
            if state.st_size not in expected:
                return name
    return None


def _recorded(record: Path) -> Iterator[tuple[str, int]]:
    """Yield files and their sizes in bytes; without those that Python makes by itself."""
    with record.open(encoding="utf-8", newline="") as file:
        for name, _, size in csv.reader(file):
            if size:
                yield name, int(size)
