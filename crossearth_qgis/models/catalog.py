"""Models on offer: what the picker shows of each, read from the ``model.json`` beside its weights.

A model is a folder; the bundled ones come with the plugin, the others lie in the user data folder.
The weights are not opened here: the engine does that, and verifies them.
"""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import paths

logger = logging.getLogger(__name__)

DEFAULT_ID = "crossearth-base-rgb"
_METADATA = "model.json"
# What reading somebody else's metadata may raise.
_BROKEN = (OSError, ValueError, LookupError, TypeError, AttributeError, StopIteration)


@dataclass(frozen=True)
class CatalogClass:
    """One class of a model: pixel value, name, colour ``#rrggbb``."""

    value: int
    name: str
    color: str


@dataclass(frozen=True)
class CatalogModel:
    """What the picker shows of a model.

    Attributes:
        id: stable identifier; the folder's name.
        name: what people read.
        description: one sentence.
        trained_on: one sentence.
        license: SPDX identifier.
        gsd_m: ground sample distance of the training imagery, metres; None if unknown.
        gsd_range_m: smallest and largest that work well; None if unknown.
        window_size: pixels.
        overlap: pixels.
        bands: names of the input bands, in order.
        classes: in the order of the network's channels.
        size_bytes: of the weights.
        path: the folder.
        is_on_disk: True when the weights are there.
        published_scores: benchmark and mean IoU in percent (None: not known) as the authors of the
            model published them; not measured here.
        note: what else there is to know; empty: nothing.
        download_bytes: of a model that can be downloaded, the smallest and largest size it may
            have; None for others.
        needs_adapting: True for a network that has not learned any classes yet.
    """

    id: str
    name: str
    description: str
    trained_on: str
    license: str
    gsd_m: float | None
    gsd_range_m: tuple[float, float] | None
    window_size: int
    overlap: int
    bands: tuple[str, ...]
    classes: tuple[CatalogClass, ...]
    size_bytes: int
    path: Path
    is_on_disk: bool
    published_scores: tuple[tuple[str, float | None], ...] = ()
    note: str = ""
    download_bytes: tuple[int, int] | None = None
    needs_adapting: bool = False
    weights: Path | None = None

    @property
    def typical_gsd_m(self) -> float | None:
        """The pixel size to give it where there is a choice, metres; None if unknown."""
        if self.gsd_m is None and self.gsd_range_m is not None:
            return math.sqrt(self.gsd_range_m[0] * self.gsd_range_m[1])
        return self.gsd_m


def models() -> list[CatalogModel]:
    """Return the bundled models, then the user's; a broken one is logged and left out.

    A user's model that has the id of a bundled one is left out: ids are what scripts hold.
    """
    found: dict[str, CatalogModel] = {}
    for folder in (paths.BUNDLED_MODELS, paths.user_models_folder()):
        for model in _models_in(folder):
            if model.id in found:
                logger.warning("Left out %s: its id %s is taken", model.path, model.id)
            else:
                found[model.id] = model
    return list(found.values())


def find(id_or_path: str) -> CatalogModel | None:
    """Return the model of this id, or in this folder, or with this ``model.json`` or weights."""
    for model in models():
        if model.id == id_or_path:
            return model
    if not is_file_or_folder(id_or_path):
        return None
    path = Path(id_or_path)
    folder = path if path.is_dir() else path.parent
    if not (folder / _METADATA).is_file():
        return None
    try:
        model = _read(folder)
    except _BROKEN as error:
        logger.warning("The model in %s cannot be read: %r", folder, error)
        return None
    if path.is_dir() or path.name == _METADATA:
        return model
    # Another file beside a model is not that model.
    is_its_own = model.weights is not None and path.resolve() == model.weights.resolve()
    return model if is_its_own else None


def is_file_or_folder(name: str) -> bool:
    """Whether something on disk has this name; one that cannot be a name is False."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def engine_name(id_or_path: str) -> str:
    """Return what to call a model when speaking with the engine: where it lies, if it does."""
    model = find(id_or_path)
    if model is not None:
        return str(model.path)
    # An id that only the engine knows, or that nobody knows, is for the engine to judge.
    return paths.for_engine(id_or_path) if is_file_or_folder(id_or_path) else id_or_path


def default_id() -> str:
    """Return the id of the model to offer first: the default, else the first on disk."""
    ids = [model.id for model in models() if model.is_on_disk]
    return DEFAULT_ID if DEFAULT_ID in ids or not ids else ids[0]


def _models_in(folder: Path) -> Iterator[CatalogModel]:
    try:
        metadata_files = sorted(folder.glob(f"*/{_METADATA}"))
    except OSError as error:
        logger.warning("The models in %s cannot be listed: %s", folder, error)
        return
    for metadata in metadata_files:
        try:
            yield _read(metadata.parent)
        except _BROKEN as error:
            logger.warning("Left out the model %s: %r", metadata, error)


def _read(folder: Path) -> CatalogModel:
    item = json.loads((folder / _METADATA).read_text(encoding="utf-8"))
    properties = item["properties"]
    network_input = properties["mlm:input"][0]
    network_output = properties["mlm:output"][0]
    asset = next(
        asset for asset in item["assets"].values() if "mlm:model" in asset.get("roles", ())
    )
    weights = folder / asset["href"]
    window_size = int(
        properties.get("crossearth:window_size") or network_input["input"]["shape"][-1]
    )
    gsd_range_m = properties.get("crossearth:gsd_range_m")
    is_on_disk = weights.is_file()
    classes = tuple(_class(entry) for entry in network_output.get("classification:classes", ()))
    return CatalogModel(
        id=str(item["id"]),
        # In the letters of any language; those of "mlm:name" are few.
        name=str(properties.get("crossearth:name") or properties.get("mlm:name") or item["id"]),
        description=str(properties.get("description", "")),
        trained_on=str(properties.get("crossearth:trained_on", "")),
        license=str(properties.get("license", "")),
        gsd_m=_float_or_none(properties.get("gsd")),
        gsd_range_m=(float(gsd_range_m[0]), float(gsd_range_m[1])) if gsd_range_m else None,
        window_size=window_size,
        overlap=int(properties.get("crossearth:overlap", window_size // 4)),
        bands=tuple(_band_name(band) for band in network_input["bands"]),
        classes=classes,
        size_bytes=weights.stat().st_size if is_on_disk else int(asset.get("file:size", 0)),
        path=folder,
        weights=weights,
        is_on_disk=is_on_disk,
        published_scores=_published_scores(properties),
        note=str(properties.get("crossearth:origin", {}).get("note", "")),
        needs_adapting=not classes,
    )


def _published_scores(properties: dict[str, Any]) -> tuple[tuple[str, float | None], ...]:
    scores = properties.get("crossearth:accuracy", {}).get("published_miou_percent", {})
    return tuple((str(name), float(value)) for name, value in scores.items())


def _float_or_none(value: Any) -> float | None:
    return None if value is None else float(value)


def _band_name(band: Any) -> str:
    # MLM allows a plain name, or an object that also holds an expression.
    return str(band["name"] if isinstance(band, dict) else band)


def _class(entry: dict[str, Any]) -> CatalogClass:
    hint = str(entry.get("color_hint") or entry.get("color-hint") or "808080").lstrip("#")
    return CatalogClass(
        value=int(entry["value"]),
        name=str(entry["name"]),
        color=f"#{hint.lower()}",
    )
