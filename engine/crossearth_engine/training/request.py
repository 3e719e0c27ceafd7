"""What is asked of an adaptation, and whether it makes sense before anything is loaded."""

from __future__ import annotations

import dataclasses
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.models.catalog import installed_models
from crossearth_engine.shared.model_places import DEFAULT_ID, as_id, user_models_folder

RECIPES = ("quick", "full")
ADAPTERS = ("rein", "earth-adapter")
SWITCHES = ("auto", "on", "off")
BANDS_ID = "bands"
"""Stands for no network at all: the bands of the raster, whichever they are."""


@dataclass(frozen=True)
class FinetuneRequest:
    """Which model to adapt to which polygons, and how. None means: chosen by the engine.

    Attributes:
        rasters: paths of the images that the polygons were drawn on.
        polygons: vector file.
        field: attribute of the polygons that holds their class.
        layer: layer of the vector file; its first one unless it is given.
        model: id of an installed model, or path, to start from; or `BANDS_ID`.
        out: folder for the new model; by default a folder among the user's models.
        name: of the new model.
        recipe: ``quick`` fits a small head on features of the frozen network; ``full`` trains
            adapters and head.
        bands: band of the rasters, from 1, for each band of the model.
        gsd: ground sample distance to work at, metres.
        colors: ``#rrggbb`` by class; others keep the colour that the model gives them, or get one.
        stretch, nodata: how values of the rasters are read, as in `SegmentRequest`.
        seed: fixes every random choice.
        device, threads: for the network, as in `SegmentRequest`.
        steps: training steps of the recipe ``full``.
        adapter: what learns in CrossEarth's backbone, ``rein`` or ``earth-adapter`` (``full``).
        style: Earth-style injection, ``on``, ``off`` or ``auto``: as suits the network (``full``).
        masked: masked image modelling, likewise.
        resume: go on with the training that was stopped in ``out`` (``full``).
    """

    rasters: tuple[str, ...]
    polygons: str
    field: str
    layer: str | None = None
    model: str = DEFAULT_ID
    out: str | None = None
    name: str | None = None
    recipe: str = "quick"
    colors: dict[str, str] | None = None
    bands: list[int] | None = None
    gsd: float | None = None
    stretch: str | None = None
    nodata: float | None = None
    seed: int = 0
    device: str = "auto"
    threads: int | None = None
    steps: int | None = None
    adapter: str = "rein"
    style: str = "auto"
    masked: str = "auto"
    resume: bool = False

    @classmethod
    def from_arguments(cls, arguments: dict[str, Any]) -> FinetuneRequest:
        """Return the request in a message.

        Raises:
            InvalidRequest: if an argument is unknown, missing or of the wrong type.
        """
        try:
            request = cls(**arguments)
            if not isinstance(request.rasters, (list, tuple)):
                raise TypeError(f"rasters must be a list, not {request.rasters!r}")
            request = dataclasses.replace(request, rasters=tuple(request.rasters))
            for name, value in vars(request).items():
                _check_type(name, value)
            return request
        except (TypeError, ValueError) as error:
            raise InvalidRequest(reason=f"The request is not understood: {error}.") from error

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        if not self.rasters:
            raise InvalidRequest(reason="At least one raster is needed.")
        if len({str(Path(path)) for path in self.rasters}) < len(self.rasters):
            raise InvalidRequest(reason="A raster is given twice.")
        if self.recipe not in RECIPES:
            reason = f"The recipe must be one of {', '.join(RECIPES)}, not {self.recipe}."
            raise InvalidRequest(reason=reason)
        if self.adapter not in ADAPTERS:
            reason = f"The adapter must be one of {', '.join(ADAPTERS)}, not {self.adapter}."
            raise InvalidRequest(reason=reason)
        for name, switch in (("style", self.style), ("masked", self.masked)):
            if switch not in SWITCHES:
                reason = f"The option {name} must be one of {', '.join(SWITCHES)}, not {switch}."
                raise InvalidRequest(reason=reason)
        if not self.field:
            raise InvalidRequest(reason="The field that holds the classes has no name.")
        if self.gsd is not None and not 0 < self.gsd < math.inf:
            raise InvalidRequest(reason=f"The GSD must be more than 0 m, not {self.gsd}.")
        for name, color in (self.colors or {}).items():
            if not re.fullmatch(r"#[0-9a-fA-F]{6}", color):
                reason = f"The colour of {name} must look like #12ab00, not {color}."
                raise InvalidRequest(reason=reason)
        for name, value in (("number of threads", self.threads), ("number of steps", self.steps)):
            if value is not None and value < 1:
                raise InvalidRequest(reason=f"The {name} must be at least 1, not {value}.")
        if not self.model_id or self.model_id != as_id(self.model_id):
            reason = (
                f"The folder {self.folder} must have a name of lower-case letters, digits, dots "
                "and hyphens: it is the id of the model."
            )
            raise InvalidRequest(reason=reason)
        if self.model == BANDS_ID and self.recipe != "quick":
            raise InvalidRequest(reason="The model bands can only be adapted by the recipe quick.")
        if self.model_id == BANDS_ID:
            raise InvalidRequest(reason=f"The name {BANDS_ID} is taken. Choose another one.")
        item = installed_models().get(self.model_id)
        is_installed = self.folder.parent == user_models_folder().absolute()
        if is_installed and item is not None and item.parent.absolute() != self.folder:
            reason = f"There is a model {self.model_id} already. Choose another name."
            raise InvalidRequest(reason=reason)

    @property
    def folder(self) -> Path:
        """Where the new model goes, absolute."""
        if self.out is not None:
            return Path(self.out).expanduser().absolute()
        return user_models_folder().absolute() / as_id(self.name or Path(self.polygons).stem)

    @property
    def model_id(self) -> str:
        """Id of the new model: the name of its folder."""
        return self.folder.name


_OPTIONAL = (
    "layer",
    "out",
    "name",
    "colors",
    "bands",
    "gsd",
    "stretch",
    "nodata",
    "threads",
    "steps",
)
_TEXTS = (
    "polygons",
    "field",
    "layer",
    "model",
    "out",
    "name",
    "recipe",
    "stretch",
    "device",
    "adapter",
    "style",
    "masked",
)


def _check_type(name: str, value: Any) -> None:
    if value is None and name in _OPTIONAL:
        return
    if name == "rasters":
        is_fine, kind = all(isinstance(path, str) for path in value), "texts"
    elif name in _TEXTS:
        is_fine, kind = isinstance(value, str), "a text"
    elif name == "bands":
        is_fine = isinstance(value, list) and all(type(i) is int for i in value)
        kind = "whole numbers"
    elif name == "colors":
        is_fine = isinstance(value, dict) and all(isinstance(x, str) for x in value.values())
        kind = "colours by class"
    elif name in ("gsd", "nodata"):
        is_fine, kind = type(value) in (int, float), "a number"
    elif name == "resume":
        is_fine, kind = isinstance(value, bool), "true or false"
    else:
        is_fine, kind = type(value) is int, "a whole number"
    if not is_fine:
        raise TypeError(f"{name} must be {kind}, not {value!r}")
