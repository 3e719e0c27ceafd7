"""Where models are, and which item describes the one that a person names by id or by path."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from . import leftovers
from .model_item import ModelItem, read

DEFAULT_ID = "crossearth-base-rgb"
"""Id of the model that comes with the engine and the plugin."""
MODEL_FILE = "model.json"
"""Name of the item in the folder of a model."""


def user_data_folder() -> Path:
    """Return the folder for what is downloaded, trained or installed; it outlives the plugin.

    ``CROSSEARTH_HOME`` names another one.
    """
    chosen = os.environ.get("CROSSEARTH_HOME")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "crossearth"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "crossearth"
    shared = os.environ.get("XDG_DATA_HOME")
    return (Path(shared) if shared else Path.home() / ".local" / "share") / "crossearth"


def user_models_folder() -> Path:
    """Return the folder for models that are not shipped."""
    return user_data_folder() / "models"


def downloads_folder() -> Path:
    """Return the folder for files that are to become models."""
    return user_data_folder() / "downloads"


def installed(folders: Iterable[Path]) -> dict[str, Path]:
    """Return the item of every model in some folders by id: the name of the model's own folder.

    An earlier folder keeps its ids, for they are what scripts hold. The default model comes first,
    the others as the folders have them. A model whose files a killed process was moving is there
    again.
    """
    found: dict[str, Path] = {}
    for folder in folders:
        with contextlib.suppress(OSError):  # a drive that is gone
            leftovers.settle_all(folder)
            for item in sorted(folder.glob(f"*/{MODEL_FILE}")):
                found.setdefault(item.parent.name, item)
    return dict(sorted(found.items(), key=lambda entry: entry[0] != DEFAULT_ID))


def read_installed(item: Path) -> ModelItem:
    """Return an installed model, by the id that it is installed with.

    Raises:
        ItemError: as `model_item.read`.
    """
    return replace(read(item), id=item.parent.name)


def as_id(text: str) -> str:
    """Return a text as an id of a model: small letters of any script, digits, dots and hyphens."""
    small = unicodedata.normalize("NFC", text.lower())
    # Marks are vowels in some scripts; what holds neither a letter nor a digit has no id.
    kept = "".join(
        letter
        if letter == "." or letter.isalnum() or unicodedata.category(letter)[0] == "M"
        else "-"
        for letter in small
    )
    return re.sub("-+", "-", kept).strip("-.") if any(map(str.isalnum, small)) else ""


def path_of(text: str) -> Path | None:
    """Return the item or weights at a path, None if nothing is there; a folder means its item."""
    try:
        path = Path(text).expanduser()
        if path.is_dir():
            path = path / MODEL_FILE
        return path if text and path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        # Too long, of an unknown user, or with a null character: no name of a file.
        return None


def describing(path: Path) -> ModelItem | None:
    """Return what an item says of the model at a path, None for weights that none describes.

    An item describes itself. Weights are described by an item beside them, of their own name or in
    the way of an installed model, if it says that they are its weights.

    Raises:
        ItemError: as `model_item.read`, of that item.
    """
    if path.suffix.lower() == ".json":
        return read(path)
    for item in (path.with_suffix(".json"), path.with_name(MODEL_FILE)):
        if item.is_file():
            model = read(item)
            if model.weights == path.resolve():
                return model
    return None
