"""The published checkpoints: what the catalogue tells of each before it is downloaded.

Once one is downloaded it is a model on disk like any other, with the same id, and only
`catalog` speaks of it.
"""

from __future__ import annotations

import logging
import os
import re
from functools import lru_cache
from pathlib import Path

from .. import paths, settings
from ..shared import catalog_file, leftovers, model_places, pip_settings
from ..translation import translate
from . import catalog
from .catalog import CatalogModel

logger = logging.getLogger(__name__)


def models() -> list[CatalogModel]:
    """Return what is published and not on disk: trained models, then those to be adapted first."""
    on_disk = {model.id for model in catalog.models()}
    return [_model(entry) for entry in _published() if entry.id not in on_disk]


def ids() -> list[str]:
    """Return the ids of all that can be downloaded."""
    return [entry.id for entry in _published()]


def download_first(model_id: str) -> str:
    """Return the sentence for who asks for a model that is not on disk yet."""
    return translate(
        "CrossEarth",
        "The model “{model}” has to be downloaded first: in the CrossEarth panel, or with the "
        "algorithm crossearth:downloadmodel.",
    ).format(model=model_id)


def arrived_bytes(model: CatalogModel) -> int:
    """Return how much there is on disk of a download that was paused."""
    entry = _entry(model.id)
    if entry is None:
        return 0
    parts = leftovers.downloads(model_places.downloads_folder(), entry.file)
    try:
        return sum(part.stat().st_size for part in parts)
    except OSError:  # it has just been completed
        return 0


def datasets() -> list[tuple[str, str]]:
    """Return title and id of the datasets whose classes are known."""
    content = _catalog()
    return [(entry.title, entry.id) for entry in content.datasets.values()] if content else []


def by_task(offered: list[CatalogModel]) -> list[tuple[tuple[str, ...], str, list[CatalogModel]]]:
    """Return trained models by what they find and on which imagery, as the catalogue orders tasks.

    Returns:
        Of each group the ids of the tasks, the imagery, and its models.
    """
    content = _catalog()
    order = {task: place for place, task in enumerate(content.tasks if content else ())}
    groups: dict[tuple[tuple[str, ...], str], list[CatalogModel]] = {}
    trained = [model for model in offered if not model.needs_adapting]
    # What is for a task that nobody knows comes last.
    for model in sorted(trained, key=lambda model: order.get("".join(model.tasks[:1]), len(order))):
        groups.setdefault((model.tasks, model.imagery), []).append(model)
    return [(tasks, imagery, models) for (tasks, imagery), models in groups.items()]


def address(model_id: str) -> str:
    """Return the web address or folder that a model comes from."""
    entry = _entry(model_id)
    chosen = settings.models_address() or os.environ.get(catalog_file.ADDRESS_VARIABLE, "")
    if chosen or entry is None:
        return chosen or hub()
    return pip_settings.index_address() if entry.packaged else entry.hub


def shown_address(model_id: str) -> str:
    """Return the same for people to see, without the password that may be in it."""
    return re.sub("//[^/@]*@", "//", address(model_id))


def hub() -> str:
    """Return the web address where the models are published."""
    content = _catalog()
    return content.hub if content else ""


def _entry(model_id: str) -> catalog_file.PublishedModel | None:
    return next((entry for entry in _published() if entry.id == model_id), None)


def _published() -> list[catalog_file.PublishedModel]:
    content = _catalog()
    return list(content.models.values()) if content else []


def _catalog() -> catalog_file.Catalog | None:
    try:
        changed = (paths.BUNDLED_MODELS / catalog_file.CATALOG_FILE).stat().st_mtime_ns
        return _read_catalog(paths.BUNDLED_MODELS, changed)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        logger.warning("%s", error)
        return None


@lru_cache(maxsize=1)
def _read_catalog(folder: Path, _changed: int) -> catalog_file.Catalog:
    """Return the catalogue in a folder; who asks again gets the same until the file changes."""
    return catalog_file.read_catalog(folder)


def _model(entry: catalog_file.PublishedModel) -> CatalogModel:
    dataset, packaged = entry.dataset, entry.packaged
    if entry.imagery:
        description = translate(
            "CrossEarth",
            "An encoder for {imagery}: it turns images into features, but knows no classes. It has "
            "to be adapted to polygons of your own first.",
        ).format(imagery=entry.imagery)
        trained_on = translate("CrossEarth", "{imagery}, without labels").format(
            imagery=entry.imagery
        )
    elif dataset is None:
        description = translate(
            "CrossEarth",
            "The network of CrossEarth without a trained head: it knows imagery, but no classes. "
            "It has to be adapted to polygons of your own first.",
        )
        trained_on = translate("CrossEarth", "Images without labels (DINOv2)")
    else:
        description = translate(
            "CrossEarth", "{model} as its authors published it, not on this computer yet."
        ).format(model=entry.name if entry.mean else "CrossEarth")
        if packaged is not None:
            description = packaged.description
        trained_on = dataset.title
    return CatalogModel(
        id=entry.id,
        name=entry.name,
        description=description,
        trained_on=trained_on,
        license=entry.license,
        gsd_m=entry.gsd_m,
        gsd_range_m=packaged.gsd_range_m if packaged else None,
        window_size=entry.window_size,
        overlap=entry.overlap,
        bands=entry.bands,
        classes=dataset.classes if dataset else (),
        size_bytes=0,
        path=model_places.user_models_folder() / entry.id,
        is_on_disk=False,
        published_scores=tuple(
            (f"{item.name}, {item.target}", item.published_miou_percent)
            for item in entry.benchmarks
        ),
        note=entry.note,
        download_bytes=entry.size_bytes,
        needs_adapting=dataset is None,
        takes=entry.values,
        in_same_file=sum(other.file == entry.file for other in _published()) if packaged else 1,
        needs_torch=packaged is None,
        tasks=dataset.tasks if dataset else (),
        imagery=dataset.imagery if dataset else entry.imagery,
        checked=entry.checked,
    )
