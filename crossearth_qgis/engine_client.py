"""The name by which scripts outside the plugin import the engine; `bridge.engine` holds it."""

from __future__ import annotations

from .bridge.engine import Engine

__all__ = ["Engine"]
