"""What the values of a raster are like, judged by a sample: percentiles, and what looks wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.sample import Sample, Sampler, edge_pixels, squares
from crossearth_engine.raster.windows import Window

# Pieces of each edge that are looked at, their length, and the share that makes a border.
BORDER_POSITIONS, BORDER_LENGTH = 8, 64
REMOTE_BORDER_POSITIONS = 2
# Along each side, squares of a band that may be a mask.
MASK_POSITIONS = 6
BORDER_SHARE = 0.3
# How far from black or white JPEG leaves the pixels of a border, grey levels.
BLUR = 3
# A colour that is there as well in all the rest of the raster makes no border.
MOST_OF_RASTER = 0.9

# Values that programs and people write where there is no data, besides the ends of a type.
USUAL_FILLS = frozenset(
    {-99999, -32768, -32767, -9999, -999, -99, 9999, 32767, 65535, 99999, -1e10, 1e10, 1e20, -1e20}
)
# How often a value has to be there, and how far off it has to lie, in ranges of all others: less of
# both where it is a usual one.
USUAL_SHARE, USUAL_GAP = 0.0002, 0.5
ANY_SHARE, ANY_GAP = 0.005, 20.0
MIN_PIXELS = 8
# A byte that is nearly black, and how many of them there are to each that is, where it is honest.
NEARLY_BLACK, NEARLY_BLACK_SHARE = 8, 0.1
# The others are those between these percentiles: of several fills, each hides the next.
_OTHERS, MAX_OTHERS = (5, 95), 1 << 16
MAX_FILLS = 3


@dataclass(frozen=True)
class Fill:
    """A value that seems to mean that there is no data.

    Attributes:
        value: of the pixels.
        band: place among those that are read.
        share: of the valid pixels.
        low, high: the ends of what the others are.
    """

    value: float
    band: int
    share: float
    low: float
    high: float


def percentile_limits(sampler: Sampler, low: float, high: float) -> tuple[tuple[float, float], ...]:
    """Return two percentiles of the valid pixels of each band, measured over the whole raster.

    Where the two are the same, as in a band that is zero nearly everywhere, smallest and largest
    value stand for them. Without a valid pixel (0, 0).

    Raises:
        UnreadableRaster: if blocks are missing or damaged.
    """
    return tuple(
        (low_value, high_value) if low_value != high_value else (least, most)
        for least, low_value, high_value, most in sampler.percentiles((0, low, high, 100))
    )


@dataclass(frozen=True)
class Border:
    """A colour that the edges of a raster have, as if nothing was there.

    Attributes:
        low, high: the values of each band; the same, but where compression has blurred them.
        share: of the valid pixels along the four edges.
    """

    low: tuple[float, ...]
    high: tuple[float, ...]
    share: float


def bare_border(reader: RasterReader, region: Window, sample: Sample) -> Border | None:
    """Return the border that seems to hold no data, or None.

    Only where the border is asked for: in the region, and in the polygons that limit the view.
    """
    source = reader.source
    positions = REMOTE_BORDER_POSITIONS if source.is_remote else BORDER_POSITIONS
    pixels = edge_pixels(reader, region, positions, BORDER_LENGTH)
    if pixels is None:
        return None
    usual = [0.0]
    if source.dtype.kind == "u" and source.dtype.itemsize <= 2:
        usual.append(float(np.iinfo(source.dtype).max))
    for value in usual:
        low, high = _blurred(pixels, value)
        share = float(((pixels >= low) & (pixels <= high)).all(axis=0).mean())
        if share >= BORDER_SHARE:
            return Border((low,) * len(pixels), (high,) * len(pixels), share)
    colors, counts = np.unique(pixels, axis=1, return_counts=True)
    color, share = colors[:, counts.argmax()], float(counts.max() / pixels.shape[1])
    inside = (sample.values == color[:, None]).all(axis=0)
    if share < BORDER_SHARE or (inside.size and inside.mean() > MOST_OF_RASTER):
        return None
    values = tuple(float(value) for value in color)
    return Border(values, values, share)


def _blurred(pixels: NDArray[Any], value: float) -> tuple[float, float]:
    """Return between which values a border of black or white bytes lies; JPEG blurs it a little.

    Only where nothing is a little further off: what is dark by itself ends nowhere abruptly.
    """
    if pixels.dtype != np.uint8:
        return value, value
    off = np.abs(pixels.astype(np.int16) - int(value)).max(axis=0)
    exact, near, far = ((off <= most).sum() for most in (0, BLUR, 4 * BLUR))
    if near <= 1.01 * exact or far - near > 0.05 * near:
        return value, value
    return (value, value + BLUR) if value == 0 else (value - BLUR, value)


def unmarked_mask(reader: RasterReader, region: Window) -> int | None:
    """Return what else than 0 the spare band holds, if that is one value; else None."""
    source = reader.source
    if source.spare_band is None:
        return None
    positions = REMOTE_BORDER_POSITIONS if source.is_remote else MASK_POSITIONS
    seen: set[int] = set()
    for window in squares(region, positions, BORDER_LENGTH):
        seen.update(np.unique(source.read_spare(window)).tolist())
        if len(seen) > 2:
            return None
    return max(seen) if len(seen) == 2 and min(seen) == 0 else None


def unmarked_fills(sample: Sample) -> list[Fill]:
    """Return values far from all others that many pixels have, the most frequent band of each."""
    found: dict[float, Fill] = {}
    if sample.values.dtype == np.uint8:
        return []  # no byte is far from the others
    for place, band in enumerate(sample.values):
        for fill in _fills_of(band, place):
            known = found.get(fill.value)
            if known is None or known.share < fill.share:
                found[fill.value] = fill
    return list(found.values())


def is_band_bare(sample: Sample, place: int) -> bool:
    """Tell whether a band has no data where it is 0: it is far from 0 everywhere else."""
    others = sample.values[place][sample.values[place] != 0]
    if not others.size or sample.values.dtype == np.uint8:
        return False
    dark, middle = np.percentile(others, (0.5, 50))
    return bool(abs(dark) >= 0.1 * abs(middle) and dark * middle > 0)


def is_dark(sample: Sample) -> bool:
    """Tell whether bytes that are 0 are the darkest of what is dark, such as deep water.

    A filled part ends abruptly; around what is black there is much that is nearly so.
    """
    if sample.values.dtype != np.uint8:
        return False
    brightest = sample.values.max(axis=0)
    nearly = (brightest > 0) & (brightest <= NEARLY_BLACK)
    return bool(nearly.sum() > NEARLY_BLACK_SHARE * (brightest == 0).sum())


def _fills_of(band: NDArray[Any], place: int) -> list[Fill]:
    fills: list[Fill] = []
    rest = band
    for pick in (np.min, np.max) * MAX_FILLS:
        if rest.size < 2:
            break
        value = pick(rest)
        is_value = rest == value
        count = int(is_value.sum())
        share = count / band.size
        # 0 is far from numbers that lie close together and away from it, and an honest one.
        if value == 0 or share < USUAL_SHARE or count < MIN_PIXELS or count == rest.size:
            continue
        others = rest[~is_value]
        ends = float(others.min()), float(others.max())
        low, high = np.percentile(others[:: max(others.size // MAX_OTHERS, 1)], _OTHERS)
        gap = min(abs(float(value) - end) for end in ends)
        is_usual = _is_usual(value)
        least_share = USUAL_SHARE if is_usual else ANY_SHARE
        # What many saturated pixels have is bright, and not below zero.
        is_low = value < 0 <= ends[0]
        least_gap = USUAL_GAP if is_usual or is_low else ANY_GAP
        if share < least_share or gap < least_gap * max(high - low, 1e-12):
            continue
        fills.append(Fill(float(value), place, share, float(low), float(high)))
        rest = others
    return fills


def _is_usual(value: Any) -> bool:
    """Tell whether a value is one that is written where there is no data."""
    kind = value.dtype.kind
    if kind == "f":
        return abs(float(value)) >= 1e19 or float(value) in USUAL_FILLS
    limits = np.iinfo(value.dtype)
    return int(value) in (limits.min, limits.max) or int(value) in USUAL_FILLS
