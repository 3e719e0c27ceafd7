"""The published checkpoints: what the catalogue tells of each before it is downloaded.

Once one is downloaded it is a model on disk like any other, with the same id, and only
`catalog` speaks of it.
"""

from __future__ import annotations

import glob
import json
import logging
import os
from typing import Any

from .. import paths, settings
from ..translation import translate
from . import catalog
from .catalog import CatalogClass, CatalogModel

logger = logging.getLogger(__name__)

_CATALOG_FILE = "catalog.json"
_ADDRESS_VARIABLE = "CROSSEARTH_MODELS_URL"
_GIGABYTE = 1_000_000_000
# What reading a catalogue that is not ours may raise.
_BROKEN = (OSError, ValueError, LookupError, TypeError, AttributeError)


def models() -> list[CatalogModel]:
    """Return what is published and not on disk: trained models, then those to be adapted first."""
    on_disk = {model.id for model in catalog.models()}
    return [model for model in _published() + _backbones() if model.id not in on_disk]


def ids() -> list[str]:
    """Return the ids of all that can be downloaded."""
    return [model.id for model in _published() + _backbones()]


def arrived_bytes(model: CatalogModel) -> int:
    """Return how much there is on disk of a download that was paused."""
    file = str(_entry(model.id).get("file"))
    parts = (paths.user_data_folder() / "downloads").glob(f"*/{glob.escape(file)}*")
    try:
        return sum(part.stat().st_size for part in parts)
    except OSError:  # it has just been completed
        return 0


def datasets() -> list[tuple[str, str]]:
    """Return title and id of the datasets whose classes are known."""
    return [(str(entry["title"]), str(entry["id"])) for entry in _catalog().get("datasets", ())]


def address(model_id: str) -> str:
    """Return the web address or folder that a model comes from."""
    chosen = settings.models_address() or os.environ.get(_ADDRESS_VARIABLE, "")
    return chosen or str(_entry(model_id).get("hub") or hub())


def hub() -> str:
    """Return the web address where the models are published."""
    return str(_catalog().get("hub", ""))


def _entry(model_id: str) -> dict[str, Any]:
    """Return what the catalogue has on a model; empty if it has nothing."""
    content = _catalog()
    entries = [*content.get("checkpoints", ()), *content.get("backbones", ())]
    return next((entry for entry in entries if entry.get("id") == model_id), {})


def _catalog() -> dict[str, Any]:
    path = paths.BUNDLED_MODELS / _CATALOG_FILE
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except _BROKEN as error:
        logger.warning("The catalogue %s cannot be read: %r", path, error)
        return {}


def _published() -> list[CatalogModel]:
    content = _catalog()
    try:
        known = {entry["id"]: entry for entry in content.get("datasets", ())}
        return [
            _model(content, entry, known[entry["dataset"]])
            for entry in content.get("checkpoints", ())
        ]
    except _BROKEN as error:
        logger.warning("The catalogue of published models is not understood: %r", error)
        return []


def _backbones() -> list[CatalogModel]:
    try:
        return [_backbone(entry) for entry in _catalog().get("backbones", ())]
    except _BROKEN as error:
        logger.warning("The catalogue of networks to adapt is not understood: %r", error)
        return []


def _model(content: dict[str, Any], entry: dict[str, Any], dataset: dict[str, Any]) -> CatalogModel:
    smallest, largest = content["size_gb"]
    return CatalogModel(
        id=entry["id"],
        name=entry["name"],
        description=translate(
            "CrossEarth", "CrossEarth as its authors published it, not on this computer yet."
        ),
        trained_on=dataset["title"],
        license=content["license"],
        gsd_m=dataset["gsd_m"],
        gsd_range_m=None,
        window_size=entry["window_size"],
        overlap=entry["window_size"] - entry["stride"],
        bands=tuple(dataset["bands"]),
        classes=tuple(
            CatalogClass(item["value"], item["name"], item["color"]) for item in dataset["classes"]
        ),
        size_bytes=0,
        path=paths.user_models_folder() / entry["id"],
        is_on_disk=False,
        published_scores=tuple(
            (f"{item['name']}, {item['target']}", item["published_miou_percent"])
            for item in entry["benchmarks"]
        ),
        note=" ".join(filter(None, (entry.get("note"), dataset.get("note")))),
        download_bytes=(round(smallest * _GIGABYTE), round(largest * _GIGABYTE)),
    )


def _backbone(entry: dict[str, Any]) -> CatalogModel:
    return CatalogModel(
        id=entry["id"],
        name=entry["name"],
        description=translate(
            "CrossEarth",
            "The network of CrossEarth without a trained head: it knows imagery, but no classes. "
            "It has to be adapted to polygons of your own first.",
        ),
        trained_on=translate("CrossEarth", "Images without labels (DINOv2)"),
        license=entry["license"],
        gsd_m=None,
        gsd_range_m=None,
        window_size=entry["window_size"],
        overlap=entry["window_size"] - entry["stride"],
        bands=("red", "green", "blue"),
        classes=(),
        size_bytes=0,
        path=paths.user_models_folder() / entry["id"],
        is_on_disk=False,
        download_bytes=(entry["size_bytes"], entry["size_bytes"]),
        needs_adapting=True,
    )
