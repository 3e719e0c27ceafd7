"""Finding a model: by id among those installed or published, or by the path of a file or folder."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from crossearth_engine.errors import EngineError, IncompatibleModel, ModelNotFound
from crossearth_engine.models.metadata import MODEL_FILE, ModelInfo, read_stac_item

DEFAULT_ID = "crossearth-base-rgb"
CATALOG_FILE = "catalog.json"


def user_data_folder() -> Path:
    """Return the folder for what is downloaded or trained; ``CROSSEARTH_HOME`` overrides it."""
    override = os.environ.get("CROSSEARTH_HOME")
    if override:
        return Path(override)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "crossearth"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "crossearth"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "crossearth"


def shipped_models_folder() -> Path:
    """Return the folder of what comes with the engine: in its package, or in the repository."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources" / "models"
    return installed if installed.is_dir() else package.parents[1] / "resources" / "models"


def model_folders() -> list[Path]:
    """Return the folders that hold models: what is shipped, whose ids are taken; the user's."""
    folders = (shipped_models_folder(), user_data_folder() / "models")
    return [folder for folder in folders if folder.is_dir()]


def installed_models() -> dict[str, Path]:
    """Return the metadata file of every installed model by id, the default one first."""
    found = {
        item.parent.name: item
        for folder in reversed(model_folders())
        for item in sorted(folder.glob(f"*/{MODEL_FILE}"))
    }
    return dict(sorted(found.items(), key=lambda entry: (entry[0] != DEFAULT_ID, entry[0])))


def find_model(id_or_path: str) -> ModelInfo:
    """Return the model of this id or at this path.

    Args:
        id_or_path: id of an installed model; or a folder with ``model.json``, a STAC Item, or an
            ONNX file, whose neighbour ``<name>.json`` is read if there is one.

    Raises:
        ModelNotFound: if there is neither.
        EngineError: if what is there is not a usable model.
    """
    installed = installed_models()
    if id_or_path in installed:
        return read_stac_item(installed[id_or_path])
    path = Path(id_or_path)
    try:
        path = path.expanduser()
        if path.is_dir():
            path = path / MODEL_FILE
        is_file = path.is_file()
    except (OSError, RuntimeError, ValueError):
        # Too long, of an unknown user, or with a null character: no name of a file.
        is_file = False
    if not is_file:
        raise ModelNotFound(model=id_or_path[:200], known=", ".join(installed) or "none")
    if path.suffix.lower() == ".json":
        return read_stac_item(path)
    for item in (path.with_suffix(".json"), path.with_name(MODEL_FILE)):
        if item.is_file():
            model = read_stac_item(item)
            if model.weights == path.resolve():
                return model
    if path.suffix.lower() == ".onnx":
        # Imported here: onnxruntime is heavy and only such files need it to be described.
        from crossearth_engine.models.onnx_description import describe_onnx

        return describe_onnx(path)
    raise IncompatibleModel(path=path, reason="it is neither ONNX nor described by a STAC Item.")


def list_models() -> list[tuple[str, ModelInfo | EngineError]]:
    """Return every installed model, or what is wrong with it, by id."""
    entries: list[tuple[str, ModelInfo | EngineError]] = []
    for model_id, item in installed_models().items():
        try:
            entries.append((model_id, read_stac_item(item)))
        except EngineError as error:
            entries.append((model_id, error))
    return entries


def read_catalog() -> dict[str, Any]:
    """Return ``catalog.json``: the published checkpoints and their datasets."""
    # The last folder is the shipped one.
    path = shipped_models_folder() / CATALOG_FILE
    catalog: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return catalog
