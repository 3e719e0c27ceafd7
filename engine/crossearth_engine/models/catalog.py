"""Finding a model: by id among those installed, or by the path of a file or folder."""

from __future__ import annotations

from pathlib import Path

from crossearth_engine.digests import DIGESTS_FILE, listed_digest
from crossearth_engine.errors import EngineError, IncompatibleModel, ModelNotFound
from crossearth_engine.models.metadata import ModelInfo, item_errors, with_weights
from crossearth_engine.shared import model_places
from crossearth_engine.shared.catalog_file import Catalog
from crossearth_engine.shared.catalog_file import read_catalog as read_catalog_in


def shipped_models_folder() -> Path:
    """Return the folder of what comes with the engine: in its package, or in the repository."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources" / "models"
    return installed if installed.is_dir() else package.parents[1] / "resources" / "models"


def installed_models() -> dict[str, Path]:
    """Return the metadata file of every installed model by id, the default one first."""
    return model_places.installed([shipped_models_folder(), model_places.user_models_folder()])


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
        return read_installed(installed[id_or_path])
    path = model_places.path_of(id_or_path)
    if path is None:
        raise ModelNotFound(model=id_or_path[:200], known=", ".join(installed) or "none")
    with item_errors():
        item = model_places.describing(path)
        if item is not None:
            return with_weights(item)
    if path.suffix.lower() == ".onnx":
        # Imported here: onnxruntime is heavy and only such files need it to be described.
        from crossearth_engine.models.onnx_description import describe_onnx

        return describe_onnx(path)
    raise IncompatibleModel(path=path, reason="it is neither ONNX nor described by a STAC Item.")


def read_installed(item: Path) -> ModelInfo:
    """Return an installed model, by the id that it is installed with.

    Raises:
        EngineError: if it is not usable.
    """
    with item_errors():
        return with_weights(model_places.read_installed(item))


def list_models() -> list[tuple[str, ModelInfo | EngineError]]:
    """Return every installed model, or what is wrong with it, by id."""
    entries: list[tuple[str, ModelInfo | EngineError]] = []
    for model_id, item in installed_models().items():
        try:
            entries.append((model_id, read_installed(item)))
        except EngineError as error:
            entries.append((model_id, error))
    return entries


def read_catalog() -> Catalog:
    """Return the published models and their datasets."""
    return read_catalog_in(shipped_models_folder())


def published_digest(file: str) -> str | None:
    """Return the digest of a published file whose server does not state it; or None."""
    lines = (shipped_models_folder() / DIGESTS_FILE).read_text(encoding="utf-8")
    return listed_digest(lines, file)
