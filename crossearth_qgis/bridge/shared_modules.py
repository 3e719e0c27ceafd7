"""Modules of the engine that the plugin reads too, those that need the standard library alone.

By file location and under a private name: nothing of the engine is on the sys.path of QGIS.
"""

from __future__ import annotations

import functools
import importlib.util
import sys
from types import ModuleType

from .. import paths


def protocol() -> ModuleType:
    """Return the engine's ``shared.protocol``: messages and their framing."""
    return _load("shared/protocol.py")


def bands() -> ModuleType:
    """Return the engine's ``shared.bands``: which band stands for which."""
    return _load("shared/bands.py")


@functools.lru_cache
def _load(file: str) -> ModuleType:
    path = paths.ENGINE_PACKAGE / file
    name = f"_{__package__}_engine_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"No module at {path}")
    module = importlib.util.module_from_spec(spec)
    # dataclasses looks its module up there to resolve annotations.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
