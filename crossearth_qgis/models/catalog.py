"""Models on offer: what the picker shows of each, as the engine reads it.

The bundled ones come with the plugin, the others lie in the user data folder. The weights are not
opened here: the engine does that, and verifies them.
"""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from pathlib import Path

from .. import paths
from ..engine_paths import for_engine
from ..shared import model_item, model_places, palette

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class CatalogModel:
    """What the picker shows of a model.

    Attributes:
        id: stable identifier.
        name: what people read.
        description: one sentence.
        trained_on: one sentence.
        license: SPDX identifier.
        gsd_m: ground sample distance of the training imagery, metres; None if unknown.
        gsd_range_m: smallest and largest that work well; None if unknown.
        window_size: pixels.
        overlap: pixels.
        window_sizes: edges of windows of which a run takes the best for the raster, pixels; none:
            it takes that of the model.
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
        takes: the values that it takes, as the engine writes them; empty: as they are.
        in_same_file: how many models the file of a model that can be downloaded holds.
        needs_torch: whether it takes PyTorch to make a model of that file.
        tasks: ids of what a published model finds; the first is what it is for.
        imagery: of a published model: ``aerial``, ``satellite``, or the name of a sensor.
        checked: what is known of the file of a published model, as the catalogue says it.
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
    classes: tuple[palette.ClassInfo, ...]
    size_bytes: int
    path: Path
    is_on_disk: bool
    published_scores: tuple[tuple[str, float | None], ...] = ()
    note: str = ""
    download_bytes: tuple[int, int] | None = None
    needs_adapting: bool = False
    weights: Path | None = None
    takes: str = ""
    in_same_file: int = 1
    needs_torch: bool = True
    window_sizes: tuple[int, ...] = ()
    tasks: tuple[str, ...] = ()
    imagery: str = ""
    checked: str = ""
    quantity: str = ""

    @property
    def typical_gsd_m(self) -> float | None:
        """The pixel size to give it where there is a choice, metres; None if unknown."""
        if self.gsd_m is None and self.gsd_range_m is not None:
            return math.sqrt(self.gsd_range_m[0] * self.gsd_range_m[1])
        return self.gsd_m


def models() -> list[CatalogModel]:
    """Return the bundled models, then the user's; a broken one is logged and left out."""
    found = []
    for item in _installed().values():
        try:
            found.append(_model(model_places.read_installed(item)))
        except model_item.ItemError as error:
            logger.warning("Left out the model %s", error)
    return found


def find(id_or_path: str) -> CatalogModel | None:
    """Return the model of this id or at this path, None where only the engine can read it."""
    installed = _installed()
    try:
        if id_or_path in installed:
            return _model(model_places.read_installed(installed[id_or_path]))
        path = model_places.path_of(id_or_path)
        item = path and model_places.describing(path)
    except model_item.ItemError as error:
        logger.warning("The model cannot be read: %s", error)
        return None
    return _model(item) if item else None


def is_there(id_or_path: str) -> bool:
    """Whether there is a model of this id, or a file that may be one at this path."""
    return id_or_path in _installed() or model_places.path_of(id_or_path) is not None


def engine_name(id_or_path: str) -> str:
    """Return what to call a model when speaking with the engine."""
    path = None if id_or_path in _installed() else model_places.path_of(id_or_path)
    # An id that only the engine knows, or that nobody knows, is for the engine to judge.
    return for_engine(path) if path else id_or_path


def default_id() -> str:
    """Return the id of the model to offer first: the default, else the first on disk."""
    default = find(model_places.DEFAULT_ID)
    if default is not None and default.is_on_disk:
        return default.id
    return next((model.id for model in models() if model.is_on_disk), model_places.DEFAULT_ID)


def _installed() -> dict[str, Path]:
    return model_places.installed([paths.BUNDLED_MODELS, model_places.user_models_folder()])


def _model(item: model_item.ModelItem) -> CatalogModel:
    return CatalogModel(
        id=item.id,
        name=item.name,
        description=item.description,
        trained_on=item.trained_on,
        license=item.license,
        gsd_m=item.gsd_m,
        gsd_range_m=item.gsd_range_m,
        window_size=item.window_size,
        window_sizes=item.window_sizes,
        overlap=item.overlap,
        bands=item.bands,
        classes=item.classes,
        size_bytes=item.weights.stat().st_size if item.is_on_disk else item.size_bytes or 0,
        path=(item.description_file or item.weights).parent,
        is_on_disk=item.is_on_disk,
        published_scores=item.published_scores,
        note=item.note,
        needs_adapting=item.needs_adapting,
        weights=item.weights,
        takes=item.takes,
        quantity=item.quantity.name if item.quantity else "",
    )
