"""The bands of an encoder that a raster has: by name, or for an encoder of any, by wavelength.

A run cannot do without a band; an encoder that is adapted can.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.opened import bands_of
from crossearth_engine.shared.bands import ANY_BANDS, choose_bands
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.wavelengths import wavelengths_um

_SURE = {"name", "wavelength", "color"}


def present_bands(
    model: ModelInfo, rasters: Sequence[str], bands: Sequence[int] | None
) -> list[int]:
    """Return the places, from 0, of the model's bands that all rasters have.

    All of them where bands are given, and where nothing tells what those of a raster are: then
    there have to be as many, in order.

    Raises:
        UnreadableRaster: if a raster cannot be opened.
    """
    every = list(range(len(model.bands)))
    if bands is not None:
        return every
    present = {*model.bands}
    for path in rasters:
        choices = choose_bands(model.bands, bands_of(path), Path(path).name)
        present &= {choice.model_band for choice in choices if choice.reason in _SURE} or present
    return [place for place in every if model.bands[place] in present] or every


def lacking(model: ModelInfo, places: Sequence[int]) -> Finding:
    """Return what there is to tell of rasters that have only these bands of a model."""
    names = [name for place, name in enumerate(model.bands) if place not in places]
    details = {"model": model.name, "names": ", ".join(names), "count": str(len(model.bands))}
    return Finding("bands-lacking", details)


def of_bands(model: ModelInfo, places: Sequence[int]) -> ModelInfo:
    """Return a model that takes these of its bands only."""
    return replace(
        model,
        bands=tuple(model.bands[place] for place in places),
        mean=tuple(model.mean[place] for place in places),
        std=tuple(model.std[place] for place in places),
        clips=tuple(model.clips[place] for place in places) if model.clips else (),
    )


def wavelengths_of(model: ModelInfo, path: str, indexes: Sequence[int]) -> list[float]:
    """Return the wavelengths, micrometres, by which an encoder knows the bands of a raster.

    Args:
        model: what is known of the encoder, for messages.
        path: of the raster.
        indexes: of its bands, from 1.

    Raises:
        InvalidRequest: if nothing tells one of them.
        UnreadableRaster: if the raster cannot be opened.
    """
    bands = bands_of(path)
    waves = wavelengths_um([bands[i - 1] for i in indexes], Path(path).name)
    unknown = [str(index) for index, wave in zip(indexes, waves, strict=True) if wave is None]
    if unknown:
        reason = (
            f"{model.name} knows bands by their wavelengths, and nothing tells that of band "
            f"{', '.join(unknown)}. Name the bands in the file (Blue, B02, 490 nm, VV), or choose "
            "those that have one (--bands)."
        )
        raise InvalidRequest(reason=reason)
    return [wave for wave in waves if wave is not None]


def as_seen(
    model: ModelInfo, path: str, bands: Sequence[int] | None
) -> tuple[ModelInfo, list[Finding]]:
    """Return what an encoder takes of a raster that it would be adapted to, and what it lacks.

    Raises:
        InvalidRequest: if it takes any bands, and nothing tells the wavelength of one of them.
        UnreadableRaster: if the raster cannot be opened.
    """
    if model.bands != ANY_BANDS:
        places = present_bands(model, (path,), bands)
        if len(places) == len(model.bands):
            return model, []
        return of_bands(model, places), [lacking(model, places)]
    indexes = bands or [i + 1 for i, _ in enumerate(bands_of(path))]
    wavelengths_of(model, path, indexes)
    count = len(indexes)
    names = tuple(f"band {index}" for index in indexes)
    return replace(model, bands=names, mean=model.mean * count, std=model.std * count), []
