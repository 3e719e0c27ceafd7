"""Which network a raster of these bands and pixels is likely to be adapted from with success.

By names, wavelengths and pixel sizes alone; how good it is then tells the adaptation. Opens no
file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .bands import ANY_BANDS, MANY_BANDS, RasterBand, choose_bands
from .options import BANDS_ID
from .wavelengths import wavelengths_um

# What tells a band for sure; a place in the order does not.
_SURE = {"name", "wavelength", "color"}
# An encoder that finds fewer of its bands sees little of what it was trained on.
_LEAST_FOUND = 0.6
# Pixels that differ by more show an encoder things of another size.
_MOST_TIMES = 2.0


@dataclass(frozen=True)
class Candidate:
    """A network to start from.

    Attributes:
        id: of the model.
        bands: that it takes, in order.
        gsd_m: pixel size of its training, metres; None: any.
        is_on_disk: whether it can be used at once.
    """

    id: str
    bands: tuple[str, ...]
    gsd_m: float | None
    is_on_disk: bool


@dataclass(frozen=True)
class Proposal:
    """What to start from, and what speaks for it.

    Attributes:
        id: of a model, or `BANDS_ID`.
        used: how many bands of the raster it looks at.
        found: how many of its own bands the raster has.
    """

    id: str
    used: int
    found: int = 0


def propose(
    bands: Sequence[RasterBand],
    gsd_m: float | None,
    candidates: Iterable[Candidate],
    sensor_text: str = "",
) -> Proposal | None:
    """Return what to adapt to a raster, or None where nothing speaks against an RGB network.

    Of encoders that fit the one that uses most of the raster's bands; of these one that lacks
    none, then one on disk. Bands that nothing tells belong to no encoder.

    Args:
        bands: of the raster, in order.
        gsd_m: its pixel size, metres; None if unknown.
        candidates: networks without classes yet.
        sensor_text: name of the file and whatever else may name the sensor.
    """
    pictured = [band for band in bands if band.color != "alpha"]
    fitting = []
    for candidate in candidates:
        proposal = _fit(candidate, bands, sensor_text)
        if proposal is None or _is_of_other_pixels(candidate.gsd_m, gsd_m):
            continue
        share = proposal.found / max(len(candidate.bands), 1)
        # One for any bands is trained on none in particular.
        is_of_these = candidate.bands != ANY_BANDS
        order = (proposal.used, is_of_these, share == 1, candidate.is_on_disk, share)
        fitting.append((order, proposal))
    if fitting:
        return max(fitting, key=lambda item: item[0])[1]
    return Proposal(BANDS_ID, len(pictured)) if len(pictured) >= MANY_BANDS else None


def _fit(candidate: Candidate, bands: Sequence[RasterBand], sensor_text: str) -> Proposal | None:
    """Return how a network fits the bands of a raster; None: it does not, or needs no more."""
    pictured = [band for band in bands if band.color != "alpha"]
    if candidate.bands == ANY_BANDS:
        known = [wave for wave in wavelengths_um(pictured, sensor_text) if wave is not None]
        is_fit = len(known) == len(pictured) >= MANY_BANDS
        return Proposal(candidate.id, len(known), len(known)) if is_fit else None
    choices = choose_bands(candidate.bands, bands, sensor_text)
    found = sum(choice.reason in _SURE for choice in choices)
    # Colours alone are what RGB networks are for.
    is_more = any(c.reason in _SURE and c.model_band not in _COLORS for c in choices)
    is_fit = is_more and found >= _LEAST_FOUND * len(candidate.bands)
    return Proposal(candidate.id, found, found) if is_fit else None


_COLORS = ("red", "green", "blue")


def _is_of_other_pixels(made_for_m: float | None, gsd_m: float | None) -> bool:
    if made_for_m is None or gsd_m is None:
        return False
    return not made_for_m / _MOST_TIMES <= gsd_m <= made_for_m * _MOST_TIMES
