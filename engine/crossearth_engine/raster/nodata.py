"""Values that are no data: what somebody says of them, and which pixels hold them.

Written as ``0``, ``0,255`` or ``-9999..-9000``; of one band alone ``2:0``; ``none``: no value is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.errors import InvalidRequest

NONE = "none"

Valid = NDArray[np.bool_]


@dataclass(frozen=True)
class ValueRange:
    """Values from low to high, both among them, of one band of the raster or of all (None)."""

    low: float
    high: float
    band: int | None = None


def parse_nodata(text: str) -> tuple[ValueRange, ...]:
    """Return the values that are no data; none of ``none``.

    Raises:
        InvalidRequest: if the text is not understood.
    """
    if text.strip().lower() == NONE:
        return ()
    try:
        return tuple(_parse_range(part) for part in text.split(","))
    except ValueError:
        reason = (
            f"The nodata value {text} is not understood. Write finite values, or ranges of them, "
            "with commas between them, such as 0 or -9999..-9000,255; 2:0 for band 2 alone; or "
            "none, if all values are data. What is no number is no data anyway."
        )
        raise InvalidRequest(reason=reason) from None


def _parse_range(text: str) -> ValueRange:
    band, _, values = text.rpartition(":")
    low, dots, high = values.partition("..")
    found = ValueRange(float(low), float(high if dots else low), int(band) if band else None)
    if not (math.isfinite(found.low) and math.isfinite(found.high) and found.low <= found.high):
        raise ValueError(text)
    if found.band is not None and found.band < 1:
        raise ValueError(text)
    return found


class NodataRule:
    """Which pixels of some bands hold no data.

    Bytes do if all bands hold it: a single one may well have that shade. Pixels of other types do
    if any band does.
    """

    def __init__(
        self,
        common: Sequence[ValueRange],
        by_band: Sequence[Sequence[ValueRange] | None],
        dtype: np.dtype[Any],
    ) -> None:
        """Take values, of which those that no pixel can have are left out.

        Args:
            common: that are no data in all of the bands.
            by_band: those of single bands, for each that is read; None of one that does not take
                part: by them, a byte is no data if all that do hold it.
            dtype: of the pixels.
        """
        self._must_all = dtype == np.uint8
        self._common = _as_pixels(common, dtype)
        self._takes_part = np.array([ranges is not None for ranges in by_band], bool)
        self._by_band = [_as_pixels(ranges or (), dtype) for ranges in by_band]

    @classmethod
    def asked(cls, text: str, bands: Sequence[int], dtype: np.dtype[Any]) -> NodataRule:
        """Return what somebody says, of these bands of the raster.

        Raises:
            InvalidRequest: if the text is not understood.
        """
        ranges = parse_nodata(text)
        by_band = [[found for found in ranges if found.band == band] or None for band in bands]
        return cls([found for found in ranges if found.band is None], by_band, dtype)

    @classmethod
    def of_file(cls, values: Sequence[float | None], dtype: np.dtype[Any]) -> NodataRule:
        """Return what a file says: a value for each band, or None where all are data."""
        finite = [value if value is not None and math.isfinite(value) else None for value in values]
        return cls(
            [], [[] if value is None else [ValueRange(value, value)] for value in finite], dtype
        )

    def __bool__(self) -> bool:
        return bool(self._common or any(self._by_band))

    def __call__(self, pixels: NDArray[Any], counts: NDArray[np.bool_]) -> Valid:
        """Return where pixels (C, H, W) are no data, (H, W), by the bands (C,) that count."""
        if not self._must_all:
            found = self.of_bands(pixels)
            return np.asarray((found if counts.all() else found[counts]).any(axis=0))
        found = np.zeros(pixels.shape[1:], bool)
        for low, high in self._common:
            found |= _holds(pixels, low, high).all(axis=0)
        if any(self._by_band):
            found |= self._holds_own(pixels)[self._takes_part].all(axis=0)
        return found

    def of_bands(self, pixels: NDArray[Any]) -> Valid:
        """Return where each band holds a value that is no data, (C, H, W)."""
        found = self._holds_own(pixels)
        for low, high in self._common:
            found |= _holds(pixels, low, high)
        return found

    def _holds_own(self, pixels: NDArray[Any]) -> Valid:
        """Return where each band holds one of its own values, (C, H, W)."""
        found = np.zeros(pixels.shape, bool)
        for band, target, ranges in zip(pixels, found, self._by_band, strict=True):
            for low, high in ranges:
                target |= _holds(band, low, high)
        return found


def _holds(pixels: NDArray[Any], low: Any, high: Any) -> Valid:
    if low == high:
        same: Valid = pixels == low
        return same
    between: Valid = (pixels >= low) & (pixels <= high)
    return between


def _as_pixels(ranges: Sequence[ValueRange], dtype: np.dtype[Any]) -> list[tuple[Any, Any]]:
    """Return the ends of ranges as pixels have them, without ranges that no pixel lies in."""
    if dtype.kind == "f":
        # The nearest single is what is written for a value like -3.4028235e+38.
        return [
            (_nearest(found.low, dtype), _nearest(found.high, dtype))
            for found in ranges
            if found.low != found.high or _is_representable(found.low, dtype)
        ]
    limits = np.iinfo(dtype)
    ends = [
        (max(math.ceil(found.low), int(limits.min)), min(math.floor(found.high), int(limits.max)))
        for found in ranges
    ]
    return [(dtype.type(low), dtype.type(high)) for low, high in ends if low <= high]


def _nearest(value: float, dtype: np.dtype[Any]) -> Any:
    with np.errstate(over="ignore"):
        return dtype.type(value)


def _is_representable(value: float, dtype: np.dtype[Any]) -> bool:
    return bool(np.isclose(float(_nearest(value, dtype)), value, rtol=1e-6))
