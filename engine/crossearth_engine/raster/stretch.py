"""How pixel values become what a model was trained with: a linear stretch per band.

Models that were trained on bytes see other types stretched into 0 to 255; those that take a unit
see what the numbers of the raster measure. The limits are the same for every window of a raster: a
stretch per window would make each one another scene. Computes values from values; which limits fit
is decided in `crossearth_engine.raster.values`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.model_values import BYTES

NONE = "none"


@dataclass(frozen=True)
class Stretch:
    """Limits per band that are taken to the ends of the target.

    Attributes:
        limits: (low, high) of each band, in the raster's values; the other way round where these
            fall as what is measured rises.
        target: (low, high), in the values that the model was trained with.
        clips: least and most of each band, in these values; None: the ends of the target.
    """

    limits: tuple[tuple[float, float], ...]
    target: tuple[float, float] = BYTES
    clips: tuple[tuple[float, float], ...] | None = None

    def __call__(self, pixels: NDArray[Any]) -> NDArray[np.float32]:
        """Return ``pixels`` (C, H, W) of any real type as (C, H, W) float32, stretched."""
        low, high = self.target
        clips = self.clips or (self.target,) * len(self.limits)
        stretched = np.empty(pixels.shape, np.float32)
        for band, (band_low, band_high) in enumerate(self.limits):
            # A band of one value has no width; it becomes the low end.
            factor = (high - low) / (band_high - band_low) if band_high != band_low else 0.0
            # Large values with small differences lose these in single precision.
            values = pixels[band].astype(np.float64)
            values -= band_low
            values *= factor
            values += low
            # Invalid pixels may hold NaN, which stays.
            stretched[band] = np.clip(values, *clips[band], out=values)
        return stretched

    def clipped(self, pixels: NDArray[Any]) -> list[float]:
        """Return for each band the share of ``pixels`` (C, N) that are cut off."""
        low, high = self.target
        clips = self.clips or (self.target,) * len(self.limits)
        shares = []
        for band, (band_low, band_high), (least, most) in zip(
            pixels, self.limits, clips, strict=True
        ):
            if band_low == band_high:
                shares.append(0.0)
                continue
            scale = (band_high - band_low) / (high - low)
            ends = sorted(band_low + (end - low) * scale for end in (least, most))
            margin = 1e-6 * (ends[1] - ends[0]) if np.isfinite(ends).all() else 0.0
            shares.append(float(((band < ends[0] - margin) | (band > ends[1] + margin)).mean()))
        return shares


@dataclass(frozen=True)
class Limits:
    """What is asked for: two values, or two percentiles to be measured."""

    low: float
    high: float
    is_percent: bool = False


DEFAULT_LIMITS = Limits(2, 98, is_percent=True)


def asked_limits(text: str | None) -> Limits | None:
    """Return what a request asks for; None for ``none`` and where nothing is asked.

    Raises:
        InvalidRequest: if it is not understood.
    """
    try:
        return None if text is None else parse_limits(text)
    except ValueError as error:
        raise InvalidRequest(reason=f"The stretch is not understood: {error}.") from error


def parse_limits(text: str) -> Limits | None:
    """Return what ``none``, ``MIN,MAX`` or ``P1%,P2%`` asks for; None for ``none``.

    Raises:
        ValueError: if it is none of them.
    """
    if text.strip().lower() == NONE:
        return None
    parts = [part.strip() for part in text.split(",")]
    is_percent = len(parts) == 2 and all(part.endswith("%") for part in parts)
    try:
        low, high = (float(part.rstrip("%") if is_percent else part) for part in parts)
    except ValueError:
        raise ValueError(f"it must be none, MIN,MAX or P1%,P2%, not {text}") from None
    if not (low < high and math.isfinite(low) and math.isfinite(high)):
        raise ValueError(f"its first number must be below its second, not {text}")
    if is_percent and not (low >= 0 and high <= 100):
        raise ValueError(f"percentiles lie between 0% and 100%, not {text}")
    return Limits(low, high, is_percent)
