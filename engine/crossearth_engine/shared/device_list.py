"""The devices of this computer, as the engine found them when it last tried them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .model_places import user_data_folder

LIST_FILE_NAME = "devices.json"


def list_file() -> Path:
    """Return the file in which the engine keeps the list."""
    return user_data_folder() / LIST_FILE_NAME


def read_list() -> dict[str, Any] | None:
    """Return what is kept, or None if there is nothing of use.

    Its ``key`` says of which drivers and packages it is true; ``devices`` and ``libraries`` are
    what the engine's command ``devices`` returns.
    """
    try:
        kept = json.loads(list_file().read_text(encoding="utf-8"))
        is_list = isinstance(kept["key"], str) and isinstance(kept["libraries"], dict)
        if is_list and all(isinstance(device["id"], str) for device in kept["devices"]):
            return dict(kept)
    except (OSError, ValueError, TypeError, LookupError):
        return None
    return None
