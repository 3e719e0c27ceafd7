"""What is asked of an adaptation, and whether it makes sense before anything is loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar

from crossearth_engine.arguments import Request
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.models.catalog import installed_models
from crossearth_engine.shared.dates import Dated, Dates, dates_named
from crossearth_engine.shared.model_places import as_id, path_of, user_models_folder
from crossearth_engine.shared.options import BANDS_ID, FEATURES, FINETUNE, Options


class Seeing(Protocol):
    """Which network is to see which rasters, and how: of each command that has a frozen one.

    Attributes:
        rasters, model, bands, gsd, stretch, pixel_size, device, threads: as in `FinetuneRequest`.
    """

    @property
    def rasters(self) -> tuple[str, ...]: ...  # noqa: D102 - see above

    @property
    def model(self) -> str: ...  # noqa: D102 - see above

    @property
    def bands(self) -> list[int] | None: ...  # noqa: D102 - see above

    @property
    def gsd(self) -> float | None: ...  # noqa: D102 - see above

    @property
    def stretch(self) -> str | None: ...  # noqa: D102 - see above

    @property
    def pixel_size(self) -> float | None: ...  # noqa: D102 - see above

    @property
    def device(self) -> str: ...  # noqa: D102 - see above

    @property
    def threads(self) -> int | None: ...  # noqa: D102 - see above

    def crs_at(self, path: str) -> str | None:
        """Return what is said of the CRS of a raster."""
        ...

    def nodata_at(self, path: str) -> str | None:
        """Return what is said of the values of a raster that are no data."""
        ...


S = TypeVar("S", bound=Seeing)


def of_one_date(request: S, own: Dated, dates: Dates) -> S:
    """Return a request for several dates as that for one of them alone."""
    asked: Any = request
    where = {"input": own.path} if hasattr(request, "input") else {"rasters": (own.path,)}
    bands = None if dates.bands is None else [*dates.bands]
    one: S = replace(asked, **where, bands=bands, nodata=own.nodata, crs=own.crs)
    return one


@dataclass(frozen=True)
class FinetuneRequest(Request):
    """Which model to adapt to which polygons, and how. None means: chosen by the engine.

    Attributes:
        rasters: paths of the images that the polygons were drawn on.
        polygons: vector file; points speak of the pixel that they lie in.
        field: attribute of the polygons that holds their class.
        numbers: whether it holds numbers instead, such as heights: the model tells these.
        layer: layer of the vector file; its first one unless it is given.
        model: id of an installed model, or path, to start from; or ``bands`` for none.
        out: folder for the new model; by default a folder among the user's models.
        name: of the new model; by default the name of the first raster and the day.
        recipe: ``quick`` fits a small head on features of the frozen network; ``full`` trains
            adapters and head.
        bands: band of the rasters, from 1, for each band of the model.
        gsd: ground sample distance to work at, metres.
        colors: ``#rrggbb`` by class; others keep the colour that the model gives them, or get one.
        stretch, nodata, crs, pixel_size: how the rasters are read, as in `SegmentRequest`.
        crs_of, nodata_of: by path, what goes before ``crs`` and ``nodata``.
        seed: fixes every random choice.
        device, threads: for the network, as in `SegmentRequest`.
        steps: training steps of the recipe ``full``.
        adapter: what learns in CrossEarth's backbone, ``rein``, ``earth-adapter`` or ``gate``
            (``full``).
        style: Earth-style injection, ``on``, ``off`` or ``auto``: as suits the network (``full``).
        masked: masked image modelling, likewise.
        resume: go on with the training that was stopped in ``out`` (``full``).
        local_only: as in `SegmentRequest`.
        dates, align, dates_as: likewise; of one raster.
        cluster, tls, without_tls, places: whose workers compute what the network sees (``quick``),
            as in `SegmentRequest`.
        scratch: folder in which they write it; by default that in which the new model's is.
    """

    options: ClassVar[Options] = FINETUNE

    rasters: tuple[str, ...]
    polygons: str
    field: str
    numbers: bool = FINETUNE["numbers"].default
    layer: str | None = FINETUNE["layer"].default
    model: str = FINETUNE["model"].default
    out: str | None = FINETUNE["out"].default
    name: str | None = FINETUNE["name"].default
    recipe: str = FINETUNE["recipe"].default
    colors: dict[str, str] | None = FINETUNE["colors"].default
    bands: list[int] | None = FINETUNE["bands"].default
    gsd: float | None = FINETUNE["gsd"].default
    stretch: str | None = FINETUNE["stretch"].default
    pixel_size: float | None = FINETUNE["pixel_size"].default
    nodata: str | None = FINETUNE["nodata"].default
    crs: str | None = FINETUNE["crs"].default
    crs_of: dict[str, str] | None = FINETUNE["crs_of"].default
    nodata_of: dict[str, str] | None = FINETUNE["nodata_of"].default
    seed: int = FINETUNE["seed"].default
    device: str = FINETUNE["device"].default
    threads: int | None = FINETUNE["threads"].default
    steps: int | None = FINETUNE["steps"].default
    adapter: str = FINETUNE["adapter"].default
    style: str = FINETUNE["style"].default
    masked: str = FINETUNE["masked"].default
    resume: bool = FINETUNE["resume"].default
    local_only: bool = FINETUNE["local_only"].default
    dates: list[str] | None = FINETUNE["dates"].default
    align: str = FINETUNE["align"].default
    dates_as: str = FINETUNE["dates_as"].default
    cluster: str | None = FINETUNE["cluster"].default
    tls: str | None = FINETUNE["tls"].default
    without_tls: bool = FINETUNE["without_tls"].default
    places: list[str] | None = FINETUNE["places"].default
    scratch: str | None = FINETUNE["scratch"].default

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        super().check()
        if len({str(Path(path)) for path in self.rasters}) < len(self.rasters):
            raise InvalidRequest(reason="A raster is given twice.")
        for name, color in (self.colors or {}).items():
            if not re.fullmatch(r"#[0-9a-fA-F]{6}", color):
                reason = f"The colour of {name} must look like #12ab00, not {color}."
                raise InvalidRequest(reason=reason)
        is_dated = bool(self.dates) or dates_named(self.rasters[0]) is not None
        if is_dated and self.recipe != "quick":
            raise InvalidRequest(reason="Several dates are learned by the recipe quick only.")
        if is_dated and self.cluster:
            reason = "Several dates are learned on this computer: leave out --cluster."
            raise InvalidRequest(reason=reason)
        if self.numbers and self.recipe != "quick":
            raise InvalidRequest(reason="Numbers are learned by the recipe quick only.")
        if self.numbers and self.colors:
            raise InvalidRequest(reason="Colours are of classes: numbers have a ramp.")
        if self.model == BANDS_ID and self.recipe != "quick":
            raise InvalidRequest(reason="The model bands can only be adapted by the recipe quick.")
        is_one = self.model != BANDS_ID and ("," not in self.model or path_of(self.model))
        if self.cluster and not (self.recipe == "quick" and is_one):
            reason = (
                "A cluster computes what one network sees, for the recipe quick; several networks, "
                "the bands alone and the recipe full are for this computer: leave out --cluster."
            )
            raise InvalidRequest(reason=reason)
        if self.resume and self.out is None and self.name is None:
            reason = "Say by name or out which training is to be gone on with."
            raise InvalidRequest(reason=reason)
        check_new_model(self.folder, None if self.out else self._name)

    def crs_at(self, path: str) -> str | None:
        """Return what is said of the CRS of a raster."""
        return (self.crs_of or {}).get(path, self.crs)

    def nodata_at(self, path: str) -> str | None:
        """Return what is said of the values of a raster that are no data."""
        return (self.nodata_of or {}).get(path, self.nodata)

    @property
    def folder(self) -> Path:
        """Where the new model goes, absolute."""
        return new_model_folder(self.out, self._name)

    @cached_property
    def _name(self) -> str:
        # Once: a training may go on beyond midnight.
        dates = dates_named(self.rasters[0])
        first = self.rasters[0] if dates is None else dates.rasters[dates.grid].path
        stem = Path(first).stem
        return self.name or f"{stem} {date.today().isoformat()}"

    @property
    def model_id(self) -> str:
        """Id of the new model: the name of its folder."""
        return self.folder.name


@dataclass(frozen=True, kw_only=True)
class FeaturesRequest(FinetuneRequest):
    """What a network sees of windows, to be written for an adaptation elsewhere.

    Attributes:
        windows: ``RASTER/ROW-COLUMN`` each: which of the rasters, from 0, and its first pixel.
        written: folder that gets a file of each, by that name.
        pixel: size of the pixels that rasters are seen in, metres; None: their own.
        looks_twice: whether the network looks at the image made half the size, too.
    """

    options: ClassVar[Options] = FEATURES

    windows: list[str]
    written: str
    pixel: float | None = FEATURES["pixel"].default
    looks_twice: bool = FEATURES["looks_twice"].default


def new_model_folder(out: str | None, name: str) -> Path:
    """Return where a new model goes, absolute: where it is said, else among the user's models."""
    if out is not None:
        return Path(out).expanduser().absolute()
    return user_models_folder().absolute() / as_id(name)


def check_new_model(folder: Path, name: str | None = None) -> None:
    """Raise InvalidRequest if a new model cannot have the name of a folder, which is absolute.

    Args:
        folder: where it goes, as `new_model_folder` says.
        name: of which that was made, if it was.
    """
    model_id = folder.name
    if name is not None and not as_id(name):
        reason = f"The name {name} has no letter and no digit to make an id of. Choose another one."
        raise InvalidRequest(reason=reason)
    if not model_id or model_id != as_id(model_id):
        reason = (
            f"The folder {folder} must have a name of small letters, digits, dots and "
            "hyphens: it is the id of the model."
        )
        raise InvalidRequest(reason=reason)
    if model_id == BANDS_ID:
        raise InvalidRequest(reason=f"The name {BANDS_ID} is taken. Choose another one.")
    item = installed_models().get(model_id)
    is_installed = folder.parent == user_models_folder().absolute()
    if is_installed and item is not None and item.parent.absolute() != folder:
        reason = f"There is a model {model_id} already. Choose another name."
        raise InvalidRequest(reason=reason)
