"""Starts the command line ``crossearth``; QGIS starts this file by its name."""

from __future__ import annotations

import sys
from pathlib import Path

if __package__ in (None, ""):
    # From an installed plugin, isolated from every other package folder.
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from crossearth_engine.cli.main import main

if __name__ == "__main__":
    main()
