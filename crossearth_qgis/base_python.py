"""Where a Python that can make the engine's environment may be; nothing is started here.

Not the one that QGIS runs in: ``sys.executable`` is often the QGIS binary, and starting that opens
a second QGIS.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def base_python_candidates() -> list[Path]:
    """Return interpreters worth asking, best first; they need not exist."""
    base = Path(sys.base_prefix)
    versions = [f"3.{minor}" for minor in (12, 11, 13, 10, 14)]
    found: list[Path | str | None]
    if sys.platform == "win32":
        found = [base / "python.exe", *(shutil.which(name) for name in ("python3", "python"))]
    elif sys.platform == "darwin":
        # Not /usr/bin/python3: without the developer tools it opens a window that asks for them.
        found = [base / "bin" / "python3"]
        for version in versions:
            found += [
                f"/Library/Frameworks/Python.framework/Versions/{version}/bin/python3",
                f"/opt/homebrew/bin/python{version}",
                f"/usr/local/bin/python{version}",
            ]
    else:
        own = f"python3.{sys.version_info.minor}"
        found = [base / "bin" / own, *(shutil.which(f"python{version}") for version in versions)]
        found += [shutil.which("python3")]
    if Path(sys.executable or "").name.lower().startswith("python"):
        found.insert(0, sys.executable)
    return list(dict.fromkeys(Path(python) for python in found if python))
