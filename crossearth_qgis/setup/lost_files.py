"""Whether an environment still has what was installed into it.

Virus scanners, cleaners and disks take files away long after the set-up; what Python then says
names a module, and only of the first job that needs it.
"""

from __future__ import annotations

import csv
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

_SHARE = "\\\\"
"""How the path of a folder on another computer begins on Windows."""


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
        prefix = _prefix(packages)
        for name, expected in sizes.items():
            try:
                # To make ten thousand Paths takes longer than to look.
                state = os.stat(f"{prefix}{name.replace('/', os.sep)}")  # noqa: PTH116 - see above
            except OSError:
                return name
            if state.st_size not in expected:
                return name
    return None


def _prefix(packages: Path) -> str:
    """Return what comes before the names of files in a folder."""
    folder = os.path.abspath(packages)  # noqa: PTH100 - without ".." and without links followed
    if sys.platform == "win32":
        # Python may open longer paths than the QGIS that looks for them; written so, QGIS may.
        if folder.startswith(_SHARE):
            return f"{_SHARE}?\\UNC\\{folder[len(_SHARE) :]}\\"
        return f"{_SHARE}?\\{folder}\\"
    return folder + os.sep


def _recorded(record: Path) -> Iterator[tuple[str, int]]:
    """Yield files and their sizes in bytes.

    Without those that Python makes by itself; and without programs, which lie outside, and
    elsewhere than it says where pip was told a folder to install into.
    """
    with record.open(encoding="utf-8", newline="") as file:
        for name, _, size in csv.reader(file):
            if size and not name.startswith(".."):
                yield name, int(size)
