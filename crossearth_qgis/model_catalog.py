"""Models on offer. (interface; body follows)"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DEFAULT_ID = "crossearth-base-rgb"


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


def models() -> list[CatalogModel]:
    """Return the bundled models, then the user's; a broken one is logged and left out."""
    raise NotImplementedError


def find(id_or_path: str) -> CatalogModel | None:
    """Return the model of this id, or in this folder, or described by this ``model.json``."""
    raise NotImplementedError


def default_id() -> str:
    """Return the id of the model to offer first: DEFAULT_ID, else the first on disk."""
    raise NotImplementedError
