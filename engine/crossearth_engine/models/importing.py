"""Making an installed model out of a checkpoint file that a person already has.

What is known of the published checkpoints and of the datasets behind them is in ``catalog.json``;
what it does not know is read from the tensors.
"""

from __future__ import annotations

import datetime
import json
import re
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossearth_engine.errors import (
    EngineError,
    IncompatibleModel,
    InvalidRequest,
    OutputNotWritable,
)
from crossearth_engine.models.catalog import read_catalog, user_data_folder
from crossearth_engine.models.checkpoint import (
    DEFAULT_WINDOW_SIZE,
    Checkpoint,
    load_crossearth,
    save,
)
from crossearth_engine.models.crossearth import MEAN, STDDEV
from crossearth_engine.models.metadata import MODEL_FILE, ModelInfo, read_stac_item
from crossearth_engine.palette import ClassInfo, distinct_color

WEIGHTS_FILE = "model.safetensors"
DIGESTS_FILE = "SHA256SUMS"

_PREFIX = ".import-"
_ABANDONED_AFTER_S = 3600.0
_MLM_SCHEMA = "https://stac-extensions.github.io/mlm/v1.6.0/schema.json"
_FILE_SCHEMA = "https://stac-extensions.github.io/file/v2.1.0/schema.json"


@dataclass(frozen=True)
class ImportedModel:
    """What an import has made.

    Attributes:
        model: the installed model.
        unused: names of tensors in the file that the network does not have.
    """

    model: ModelInfo
    unused: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return what a person wants to see of it, ready for JSON."""
        return {**self.model.to_dict(), "unused_tensors": list(self.unused)}


def import_checkpoint(
    path: Path,
    backbone: Path | None = None,
    model_id: str | None = None,
    dataset: str | None = None,
) -> ImportedModel:
    """Install a CrossEarth checkpoint among the user's models.

    Args:
        path: the file, see `crossearth_engine.models.checkpoint.load_crossearth`.
        backbone: file of the backbone, if it is not in ``path``.
        model_id: folder and id of the model; by default that of the published file of this name,
            or made from the file's name.
        dataset: id of a dataset or a model in the catalogue, for classes and bands; by default
            that of the published file of this name. Without one, classes are only numbered.

    Raises:
        InvalidRequest: if the id is taken or not usable, or the dataset is not known.
        UnreadableModel, IncompatibleModel: if the file cannot be used.
        OutputNotWritable, DiskFull: if the model cannot be stored.
    """
    catalog = read_catalog()
    published = _published(catalog, path.name, dataset)
    source = _dataset(catalog, dataset or (published or {}).get("dataset"))
    if model_id is None:
        model_id = published["id"] if published else _as_id(path.stem)
    if not model_id or model_id != _as_id(model_id):
        reason = f"The id {model_id} may hold lower-case letters, digits, dots and hyphens only."
        raise InvalidRequest(reason=reason)
    folder = user_data_folder() / "models" / model_id
    if folder.exists():
        reason = f"There is a model {model_id} already. Choose another id (--id), or remove it."
        raise InvalidRequest(reason=reason)

    window_size = published["window_size"] if published else DEFAULT_WINDOW_SIZE
    checkpoint = load_crossearth(path, backbone, window_size)
    classes = _classes(checkpoint, source, path)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(folder.parent)
        # Beside its final place, so that the finished folder only needs a new name.
        with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=folder.parent) as temporary:
            made = Path(temporary) / model_id
            made.mkdir()
            weights = made / WEIGHTS_FILE
            save(checkpoint, weights)
            item = _stac_item(model_id, path.name, checkpoint, classes, source, published, weights)
            (made / MODEL_FILE).write_text(json.dumps(item, indent=2) + "\n", encoding="utf-8")
            digest = read_stac_item(made / MODEL_FILE).verify()
            (made / DIGESTS_FILE).write_text(f"{digest}  {WEIGHTS_FILE}\n", encoding="utf-8")
            made.rename(folder)
    except EngineError:
        raise
    except OSError as error:
        raise OutputNotWritable(path=folder, reason=f"{error.strerror}.") from error
    return ImportedModel(read_stac_item(folder / MODEL_FILE), checkpoint.unused)


def _remove_abandoned(folder: Path) -> None:
    """Remove what imports have left that were killed; a running one has just begun its folder."""
    for left in folder.glob(f"{_PREFIX}*"):
        if time.time() - left.stat().st_mtime > _ABANDONED_AFTER_S:
            shutil.rmtree(left, ignore_errors=True)


def _published(catalog: dict[str, Any], name: str, dataset: str | None) -> dict[str, Any] | None:
    """Return the catalogue's entry of this file or, by its id, of the asked model."""
    for entry in catalog["checkpoints"]:
        if dataset == entry["id"] or (dataset is None and name == entry["file"]):
            found: dict[str, Any] = entry
            return found
    return None


def _dataset(catalog: dict[str, Any], name: str | None) -> dict[str, Any] | None:
    if name is None:
        return None
    by_model = {entry["id"]: entry["dataset"] for entry in catalog["checkpoints"]}
    datasets: dict[str, dict[str, Any]] = {entry["id"]: entry for entry in catalog["datasets"]}
    try:
        return datasets[by_model.get(name, name)]
    except KeyError as error:
        known = ", ".join([*datasets, *by_model])
        raise InvalidRequest(reason=f"There is no dataset {name}. Known are: {known}.") from error


def _as_id(text: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-.")


def _classes(
    checkpoint: Checkpoint, source: dict[str, Any] | None, path: Path
) -> tuple[ClassInfo, ...]:
    count = checkpoint.num_classes
    if source is None:
        return tuple(ClassInfo(i, f"class {i}", distinct_color(i, count)) for i in range(count))
    classes = tuple(ClassInfo(**entry) for entry in source["classes"])
    if len(classes) != count:
        reason = (
            f"it tells {count} classes apart, but {source['title']} has {len(classes)} "
            f"({', '.join(item.name for item in classes)}). Choose another dataset (--dataset)."
        )
        raise IncompatibleModel(path=path, reason=reason)
    return classes


def _stac_item(
    model_id: str,
    file_name: str,
    checkpoint: Checkpoint,
    classes: tuple[ClassInfo, ...],
    source: dict[str, Any] | None,
    published: dict[str, Any] | None,
    weights: Path,
) -> dict[str, Any]:
    """Return a STAC Item with the Machine Learning Model extension, which `json` can write.

    Not by `stac_item.write_stac_item`: the environment that runs models has no pystac.
    """
    size = checkpoint.config.window_size
    source = source or {"title": "an unknown dataset", "bands": [], "gsd_m": None}
    bands = source["bands"] or ["red", "green", "blue"]
    if checkpoint.in_channels != len(bands):
        bands = [f"band {i + 1}" for i in range(checkpoint.in_channels)]
    scores = {
        f"{benchmark['name']}, {benchmark['target']}": benchmark["published_miou_percent"]
        for benchmark in (published or {}).get("benchmarks", ())
        if benchmark["published_miou_percent"] is not None
    }
    properties: dict[str, Any] = {
        "title": published["name"] if published else model_id,
        "description": f"{checkpoint.architecture}, {len(classes)} classes, from {file_name}.",
        "license": "MIT" if published else "unknown",
        # Of the import: the files do not tell when the training images were taken.
        "datetime": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "bands": [{"name": name} for name in bands],
        "mlm:name": published["name"] if published else model_id,
        "mlm:architecture": checkpoint.architecture,
        "mlm:framework": "PyTorch",
        "mlm:tasks": ["semantic-segmentation"],
        "mlm:total_parameters": sum(tensor.numel() for tensor in checkpoint.tensors.values()),
        "mlm:pretrained": True,
        "mlm:pretrained_source": f"DINOv2; {source['title']}",
        "mlm:input": [
            {
                "name": "image",
                "bands": bands,
                "input": {
                    "shape": [-1, len(bands), size, size],
                    "dim_order": ["batch", "bands", "height", "width"],
                    "data_type": "float32",
                },
                "value_scaling": [
                    {"type": "z-score", "mean": MEAN[i % 3], "stddev": STDDEV[i % 3]}
                    for i in range(len(bands))
                ],
                "pre_processing_function": None,
                "description": "8-bit pixels, scaled per band in the order of the file.",
            }
        ],
        "mlm:output": [
            {
                "name": "scores",
                "tasks": ["semantic-segmentation"],
                "result": {
                    "shape": [-1, len(classes), size, size],
                    "dim_order": ["batch", "class", "height", "width"],
                    "data_type": "float32",
                },
                "classification:classes": [
                    {
                        "value": item.value,
                        "name": item.name,
                        "description": item.name,
                        "color_hint": item.color.removeprefix("#").upper(),
                    }
                    for item in classes
                ],
                "post_processing_function": None,
                "description": "Sums over queries: not negative, not normalised.",
            }
        ],
        "crossearth:window_size": size,
        "crossearth:overlap": size - _stride(size),
        "crossearth:trained_on": f"{source['title']}.",
        "crossearth:scores": "probabilities",
        "crossearth:accuracy": {"published_miou_percent": scores},
    }
    if source["gsd_m"] is not None:
        properties["gsd"] = source["gsd_m"]
    return {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": [_FILE_SCHEMA, _MLM_SCHEMA],
        "id": model_id,
        "geometry": None,
        "properties": properties,
        "links": [],
        "assets": {
            "model": {
                "href": f"./{weights.name}",
                "type": "application/octet-stream; application=safetensors",
                "title": "Weights",
                "roles": ["mlm:model", "mlm:weights"],
                "mlm:artifact_type": "safetensors",
                # STAC allows the bands of the item, which MLM asks for, only if an asset has them.
                "bands": properties["bands"],
                "file:size": weights.stat().st_size,
            }
        },
    }


def _stride(window_size: int) -> int:
    # Two thirds, rounded as in the official settings: 341 of 512, 683 of 1024.
    return round(window_size * 2 / 3)
