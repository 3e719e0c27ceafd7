"""Bands that have moved since a model was trained: how far, and how they are brought back.

Another day, another sun, haze or another sensor move the values of a whole band, and what a network
has learned of them is of no use there. Quantiles of the training imagery tell how far they have
moved; a line from each quantile to the next brings the new ones to the old ones. The brightest of
the one may have no part in the other, such as clouds, and would push all others aside: as much of
it is left out as makes the two the most alike.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.raster.stretch import Stretch
from crossearth_engine.shared.band_quantiles import PERCENTS, BandQuantiles

Quantiles = NDArray[np.float64]
"""(C, Q): of each band, at `PERCENTS`."""

# How far a raster has moved, see `Match.distance`: what is told where nothing else is known, and
# what is less than that and worth matching. Halves of one scene are up to 0.5 apart, ground of one
# class up to 1.16 from the whole; chosen on others than those of docs/benchmarks-match.md.
TOLD, MATCHED = 1.2, 1.1
_ALONE = 0.6
# Shares of a raster, and of the training imagery, that may be what the other one has nothing of.
_OWN_BRIGHTEST = (0.0, 0.02, 0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25)
_TRAINED_BRIGHTEST = (0.0, 0.02, 0.05, 0.1)
# Nothing is left out unless what is not alike then falls to this share.
_WORTH_LEAVING_OUT = 0.9
# Fewer pixels have no quantiles; more are not needed for them.
_LEAST_PIXELS, _MOST_PIXELS = 256, 1 << 16
# Of more than 64 bands fewer, as their numbers take memory.
_MOST_NUMBERS = 1 << 22
# How far values may lie beyond the training's outer quantiles, in distances between these.
_BEYOND = 1.0

_SHARES = np.asarray(PERCENTS)
_QUARTER, _MIDDLE, _THREE_QUARTERS = (PERCENTS.index(percent) for percent in (25, 50, 75))


def measure(*rasters: tuple[NDArray[Any], Stretch | None]) -> BandQuantiles | None:
    """Return quantiles of pixels of some rasters, which all count the same.

    Args:
        rasters: of each pixels (C, N) as they are stored, and what is done with them first.

    Returns:
        None where there are hardly any pixels.
    """
    bands = len(rasters[0][0]) if rasters else 1
    most = max(min(_MOST_PIXELS, _MOST_NUMBERS // max(bands, 1)) // len(rasters), 1)
    # Differences of whole numbers may be none of their type.
    seen = [
        np.float64(thinned) if stretch is None else stretch(thinned)
        for pixels, stretch in rasters
        if (thinned := pixels[:, :: max(-(-pixels.shape[1] // most), 1)]).size
    ]
    if sum(part.shape[1] for part in seen) < _LEAST_PIXELS:
        return None
    quantiles = np.percentile(np.concatenate(seen, axis=1), PERCENTS, axis=1)
    return BandQuantiles(tuple(tuple(map(float, band)) for band in quantiles.T))


@dataclass(frozen=True)
class Match:
    """What brings the values of a raster to those of the training imagery, band by band.

    Attributes:
        own, trained: quantiles of the raster, and of that imagery.
        limits: least and most that values may become, or None.
    """

    own: BandQuantiles
    trained: BandQuantiles
    limits: tuple[float, float] | None = None

    @cached_property
    def knots(self) -> tuple[Quantiles, Quantiles]:
        """Quantiles of what both have, and what these become."""
        own, trained = np.array(self.own.values), np.array(self.trained.values)
        shares = list(product(_OWN_BRIGHTEST, _TRAINED_BRIGHTEST))
        pairs = [(_without(own, a), _without(trained, b)) for a, b in shares]
        unlike = [_unlikeness(*pair) for pair in pairs]
        best = int(np.argmin(unlike))
        # The first leaves nothing out.
        return pairs[best if unlike[best] < _WORTH_LEAVING_OUT * unlike[0] else 0]

    @property
    def middles(self) -> list[tuple[float, float]]:
        """The middle of each band as it is and as it becomes."""
        own, trained = self.knots
        return list(zip(own[:, _MIDDLE].tolist(), trained[:, _MIDDLE].tolist(), strict=True))

    @property
    def distances(self) -> NDArray[np.float64]:
        """How far each band has moved, (C,), in spreads of the training's pixels.

        The median over the quantiles, beside that of how far the training's are from their middle:
        the same for bytes, reflectance and decibels. Bytes that fill their range cannot be much
        farther than 2 from others.
        """
        own, trained = self.knots
        moved: NDArray[np.float64] = np.median(np.abs(own - trained), axis=1)
        return moved / _spreads(trained)

    @property
    def distance(self) -> float:
        """How far the raster has moved: the mean over its bands, or what one band counts alone.

        Ground of one class is far from all of the training in some bands, another day in most.
        """
        return float(max(self.distances.mean(), _ALONE * self.distances.max()))

    @property
    def is_needed(self) -> bool:
        """Whether bands have moved by more than another part of the same imagery may."""
        return self.distance >= MATCHED

    @property
    def is_from_dark(self) -> bool:
        """Whether nine tenths of the raster are darker than four fifths of the training."""
        return all(map(operator.lt, self.own.at(90), self.trained.at(20)))

    def __call__(self, pixels: NDArray[Any]) -> NDArray[np.float32]:
        """Return ``pixels`` (C, …) of any real type as float32, matched; no number stays none."""
        matched = np.empty(pixels.shape, np.float32)
        for band, (own, trained) in enumerate(zip(*self.knots, strict=True)):
            matched[band] = self._curve(pixels[band].astype(np.float64), own, trained)
        return matched

    def _curve(
        self, values: NDArray[np.float64], own: Quantiles, trained: Quantiles
    ) -> NDArray[np.float64]:
        """Return values of a band along the lines between its quantiles, and a little beyond."""
        span = trained[-1] - trained[0]
        least, most = trained[0] - _BEYOND * span, trained[-1] + _BEYOND * span
        if self.limits is not None:
            least, most = max(least, self.limits[0]), min(most, self.limits[1])
        if own[0] == own[-1]:
            # A band of one value tells nothing: that becomes the middle.
            moved: NDArray[np.float64] = values - own[0] + trained[_MIDDLE]
            return moved.clip(least, most)
        places, first, counts = np.unique(own, return_index=True, return_counts=True)
        # Of several quantiles of one value, the middle one.
        matched: NDArray[np.float64] = np.interp(values, places, trained[first + (counts - 1) // 2])
        beyond = np.minimum(values - own[0], 0) + np.maximum(values - own[-1], 0)
        matched += span / (own[-1] - own[0]) * beyond
        return matched.clip(least, most)


def _without(quantiles: Quantiles, share: float) -> Quantiles:
    """Return quantiles of what remains without the brightest of each band."""
    if not share:
        return quantiles
    return np.stack([np.interp((1 - share) * _SHARES, _SHARES, band) for band in quantiles])


def _unlikeness(own: Quantiles, trained: Quantiles) -> float:
    """Return how far quantiles are from being the same but for a factor and an offset."""
    middle = own.mean(axis=1, keepdims=True), trained.mean(axis=1, keepdims=True)
    x, y = own - middle[0], trained - middle[1]
    squares = (x * x).sum(axis=1)
    slopes = np.divide((x * y).sum(axis=1), squares, out=np.zeros(len(x)), where=squares > 0)
    return float((np.abs(y - slopes[:, None] * x).mean(axis=1) / _widths(trained)).mean())


def _spreads(quantiles: Quantiles) -> NDArray[np.float64]:
    """Return how far half of the quantiles of each band are from the middle one, at least."""
    apart = np.abs(quantiles - quantiles[:, [_MIDDLE]])
    # A band that is 0 in most pixels is not so in all of them; one of one value has no spread.
    middle, mean = np.median(apart, axis=1), apart.mean(axis=1)
    spreads: NDArray[np.float64] = np.where(middle > 0, middle, np.where(mean > 0, mean, 1.0))
    return spreads


def _widths(quantiles: Quantiles) -> NDArray[np.float64]:
    """Return how wide the middle half of each band is."""
    halves = quantiles[:, _THREE_QUARTERS] - quantiles[:, _QUARTER]
    # A band that is 0 nearly everywhere has no width there, and one of one value none at all.
    whole = quantiles[:, -1] - quantiles[:, 0]
    widths: NDArray[np.float64] = np.where(halves > 0, halves, np.where(whole > 0, whole, 1.0))
    return widths
