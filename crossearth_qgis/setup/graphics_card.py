"""Whether this computer has a graphics card that there are builds for: by the files of its driver.

A thin look, for what is offered before there is an engine that could be asked.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path


def nvidia_card(root: Path = Path("/")) -> str | None:
    """Return the name of an NVIDIA card with a driver; None: there is none.

    Args:
        root: the top of the file system.
    """
    if sys.platform == "win32":
        system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32")
        return "NVIDIA" if (system / "nvcuda.dll").is_file() else None
    for card in sorted(root.glob("proc/driver/nvidia/gpus/*/information")):
        try:
            text = card.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        model = re.search(r"Model:\s*(.+)", text)
        return model.group(1).strip() if model else "NVIDIA"
    # WSL has the library of the host's driver, and nothing in /proc.
    return "NVIDIA" if (root / "usr/lib/wsl/lib/libcuda.so.1").exists() else None
