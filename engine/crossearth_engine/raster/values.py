"""How the numbers in a raster become the values that a model takes, decided before a run.

A model takes bytes, reflectance, decibels, values in a range of its own, or numbers as they are.
What the numbers of a raster measure is what its metadata say (`raster.calibration`), else what is
asked for, else what they look like; what is only likely is told. Computes from what was measured
and opens nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.raster.calibration import Calibration
from crossearth_engine.raster.stretch import DEFAULT_LIMITS, Limits, Stretch
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.model_item import ModelItem, describe_values
from crossearth_engine.shared.model_values import BYTES, DECIBELS, FRACTION, REFLECTANCE

TEN_THOUSANDTHS = (0.0, 10_000.0)
"""The range of reflectance as most products store it."""

Pairs = tuple[tuple[float, float], ...]

# Least, low, middle, high and most of a band; those in between are what it mostly holds.
_PERCENTILES = (0.0, 2.0, 50.0, 98.0, 100.0)
_UNLIMITED = (-math.inf, math.inf)
# Reflectance: snow and the sun's glint are brighter than a white surface, and what is dark may be
# a little below zero once the atmosphere is taken off.
_LEAST_REFLECTANCE, _MOST_REFLECTANCE = -0.04, 2.0
# Numbers that may be reflectance in ten-thousandths: the brightest as bright as the darkest of
# scenes has, the darkest of them neither brighter than snow nor far below zero.
_LEAST_TOP, _DARKEST = 300.0, (-2_000.0, 5_000.0)
# A range is used where what a band mostly holds is a hundredth of it, and it is another one that
# was meant where that is a thousandth. A band is far from what a model was trained with by ten
# deviations, or where it varies by less than a hundredth of one.
_LEAST_SHARE, _NO_SHARE = 0.01, 0.001
_MOST_DEVIATIONS, _LEAST_DEVIATIONS = 10.0, 0.01
# Backscatter that is not in decibels is above 0, and seldom above this.
_MOST_BACKSCATTER = 20.0
# A band that is in metres, and what files call other units of it.
_ELEVATION = "elevation"
_FEET = {"ft", "ft_us", "ftus", "us-ft", "foot", "feet", "us survey foot", "foot_us", "usft"}
# What is told of values that are nothing like what a model takes.
_MISFITS = {"values-far", "values-linear", "values-outside"}
# Two ways to come to reflectance that differ by less are the same.
_SAME_REFLECTANCE = 0.02


@dataclass(frozen=True)
class Numbers:
    """What there is to know of the numbers in the bands of a raster that are read.

    Attributes:
        dtype: of the pixels.
        count: of bands.
        own_dtypes: of the bands, where they are of several types; else empty.
        units: what the file says that the numbers of each band are in; empty where it does not.
        calibration: what the file says of itself, or None.
        product: what its product's metadata say, or None.
        measure: returns percentiles of the valid pixels, a tuple for each band; zeros where there
            is no valid pixel.
    """

    dtype: np.dtype[Any]
    count: int
    calibration: Calibration | None
    product: Calibration | None
    measure: Callable[[tuple[float, ...]], tuple[tuple[float, ...], ...]]
    own_dtypes: tuple[np.dtype[Any], ...] = ()
    units: tuple[str, ...] = ()

    @property
    def are_bytes(self) -> bool:
        """Whether pixels are of 8 bits without a sign."""
        return self.dtype == np.uint8

    @cached_property
    def percentiles(self) -> tuple[tuple[float, ...], ...]:
        """The `_PERCENTILES` of each band."""
        return self.measure(_PERCENTILES)

    @property
    def low(self) -> float:
        """What nearly all numbers are above, in all bands."""
        return min(band[1] for band in self.percentiles)

    @property
    def high(self) -> float:
        """What nearly all numbers are below, in all bands."""
        return max(band[3] for band in self.percentiles)

    def limits(self, asked: Limits) -> Pairs:
        """Return two percentiles of each band; the least and the most where they are the same."""
        if asked == DEFAULT_LIMITS:
            measured: tuple[tuple[float, ...], ...] = tuple(
                (band[0], band[1], band[3], band[4]) for band in self.percentiles
            )
        else:
            measured = self.measure((0.0, asked.low, asked.high, 100.0))
        return tuple(
            (low, high) if low != high else (least, most) for least, low, high, most in measured
        )


@dataclass(frozen=True)
class Conversion:
    """What is done with pixel values, who says so, and what may be wrong with that.

    Attributes:
        stretch: None where they are taken as they are.
        source: who says so, to follow "by"; '' where it is the model's own rule.
        findings: to be told before the run.
    """

    stretch: Stretch | None
    source: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether the values may be what the model takes, as far as they tell."""
        return not {finding.code for finding in self.findings} & _MISFITS

    def told(self, *findings: Finding | None) -> Conversion:
        """Return the same with more to tell."""
        return replace(self, findings=(*self.findings, *filter(None, findings)))


def choose_conversion(
    model: ModelItem, numbers: Numbers, asked: Limits | None = None, *, is_raw: bool = False
) -> Conversion:
    """Return how the numbers of a raster get into a model.

    Args:
        model: what it takes, its means and deviations.
        numbers: what the raster's bands hold.
        asked: which numbers become the ends of the model's range, if somebody says.
        is_raw: whether somebody says that the numbers are right as they are.

    Raises:
        InvalidRequest: if limits are asked for and the model has no range, or if the numbers
            cannot be what the model takes and nothing tells what they are.
        UnreadableRaster: if blocks are missing or damaged.
    """
    if asked is not None and model.value_range is None:
        reason = f"{model.name} takes pixel values as they are: leave the stretch out."
        raise InvalidRequest(reason=reason)
    if is_raw:
        chosen = Conversion(None, "what was asked")
    elif asked is not None:
        chosen = _as_asked(model, numbers, asked)
    elif _takes_reflectance(model):
        chosen = _as_reflectance(model, numbers)
    elif model.value_range == BYTES:
        chosen = _as_bytes(numbers)
    elif model.value_range is not None:
        chosen = _in_range(model, numbers, model.value_range)
    else:
        chosen = _as_they_are(model, numbers)
    return replace(chosen, stretch=_clipped(model, chosen.stretch))


def _takes_reflectance(model: ModelItem) -> bool:
    """Whether a model takes reflectance, or what looks the same: bytes divided by 255."""
    return model.unit == REFLECTANCE or (model.unit is None and model.value_range == FRACTION)


def _as_asked(model: ModelItem, numbers: Numbers, asked: Limits) -> Conversion:
    target = model.value_range or BYTES
    given = ((asked.low, asked.high),) * numbers.count
    limits = numbers.limits(asked) if asked.is_percent else given
    if numbers.are_bytes and target == BYTES and limits == (BYTES,) * numbers.count:
        return Conversion(None)
    clips = (_UNLIMITED,) * numbers.count if _takes_reflectance(model) else None
    return Conversion(Stretch(limits, target, clips), "what was asked")


def _as_bytes(numbers: Numbers) -> Conversion:
    """Return how bytes are made of the numbers: bands that hold some stay as they are."""
    if numbers.are_bytes:
        return Conversion(None)
    kinds = numbers.own_dtypes or (numbers.dtype,) * numbers.count
    has_bytes = np.dtype(np.uint8) in kinds

    def holds_bytes(band: int) -> bool:
        least, *_, most = numbers.percentiles[band]
        # Among bytes, a band of a wider type whose numbers are bytes was only stored so.
        is_disguised = has_bytes and kinds[band].kind in "iu" and 0 <= least <= most <= BYTES[1]
        return kinds[band] == np.uint8 or is_disguised

    # The percentiles of others fit by themselves.
    measured = numbers.limits(DEFAULT_LIMITS)
    return Conversion(
        Stretch(tuple(BYTES if holds_bytes(i) else pair for i, pair in enumerate(measured)))
    )


def _as_reflectance(model: ModelItem, numbers: Numbers) -> Conversion:
    """Return how reflectance is made of the numbers: what is brighter than white is kept."""
    told = numbers.calibration
    if told is None and numbers.dtype.kind in "iu" and not numbers.are_bytes:
        told = numbers.product
    if told is not None:
        return _calibrated(numbers, told).told(
            _difference(numbers),
            _outside_reflectance(model, numbers, told) or _far(model, _mostly(numbers, told)),
        )
    if numbers.are_bytes:
        finding = Finding("bytes-assumed", {"model": model.name})
        is_certain = model.unit is None
        return _fraction_of(numbers, BYTES[1]).told(None if is_certain else finding)
    low, high = numbers.low, numbers.high
    if low >= -1 and high <= _MOST_REFLECTANCE:
        return Conversion(None).told(_far(model, _mostly(numbers)))
    if numbers.product is not None:
        return _calibrated(numbers, numbers.product).told(
            _outside_reflectance(model, numbers, numbers.product)
        )
    one = None
    if high <= BYTES[1] and model.unit is None:
        one = BYTES[1]
    elif (
        _DARKEST[0] <= low <= _DARKEST[1]
        and _LEAST_TOP <= high <= TEN_THOUSANDTHS[1] * _MOST_REFLECTANCE
    ):
        one = TEN_THOUSANDTHS[1]
    if one is None:
        reason = (
            f"{model.name} takes {describe_values(model)}, and nothing tells how the numbers of "
            f"the raster, {low:g} to {high:g}, become that. Say which numbers stand for 0 and 1: "
            "--stretch 0,10000 for most products, 1000,11000 for Sentinel-2 since 2022, "
            "7272.73,43636.36 for Landsat Collection 2, 0,100 for percent; and which one is no "
            "data, if nothing tells that (--nodata)."
        )
        raise InvalidRequest(reason=reason)
    details = {"low": f"{low:g}", "high": f"{high:g}", "one": f"{one:g}"}
    details |= {"model": model.name, "takes": describe_values(model)}
    return _fraction_of(numbers, one).told(Finding("values-assumed", details))


def _in_range(model: ModelItem, numbers: Numbers, wanted: tuple[float, float]) -> Conversion:
    """Return how values in a range are made of the numbers."""
    if numbers.are_bytes and numbers.calibration is None:
        return Conversion(Stretch((BYTES,) * numbers.count, wanted))
    plain = Conversion(None)
    told = numbers.calibration
    if told is None and numbers.dtype.kind in "iu" and wanted == TEN_THOUSANDTHS:
        told = numbers.product
    if told is None:
        return plain.told(_outside(model, wanted, _mostly(numbers), "themselves"))
    measured = _mostly(numbers, told)
    if _use(wanted, measured):
        return _calibrated(numbers, told)
    if wanted == TEN_THOUSANDTHS and _use(FRACTION, measured):
        stretch = Stretch(told.unit_limits, wanted, (_UNLIMITED,) * numbers.count)
        return Conversion(stretch, told.source)
    if _use(wanted, _mostly(numbers)):
        details = {"low": f"{numbers.low:g}", "high": f"{numbers.high:g}"}
        details |= {"model": model.name, "takes": describe_values(model)}
        return plain.told(Finding("scale-not-applied", details))
    return _calibrated(numbers, told).told(_outside(model, wanted, measured, told.source))


def _as_they_are(model: ModelItem, numbers: Numbers) -> Conversion:
    """Return how decibels, or numbers that nobody explains, get into a model: by their file."""
    told = numbers.calibration if model.unit is not None else None
    chosen = Conversion(None) if told is None else _calibrated(numbers, told)
    measured = _mostly(numbers, told)
    low, high = min(band[0] for band in measured), max(band[2] for band in measured)
    if model.unit == DECIBELS and 0 <= low < high <= _MOST_BACKSCATTER:
        details = {"model": model.name, "low": f"{low:.3g}", "high": f"{high:.3g}"}
        return chosen.told(Finding("values-linear", details))
    return chosen.told(_in_feet(model, numbers), _added(model, numbers), _far(model, measured))


def _in_feet(model: ModelItem, numbers: Numbers) -> Finding | None:
    """Return a finding if a model that takes elevation is shown feet."""
    for name, unit in zip(model.bands, numbers.units, strict=False):
        if name == _ELEVATION and unit.strip().lower() in _FEET:
            return Finding("values-in-feet", {"model": model.name, "unit": unit})
    return None


def _calibrated(numbers: Numbers, calibration: Calibration) -> Conversion:
    stretch = Stretch(calibration.unit_limits, FRACTION, (_UNLIMITED,) * numbers.count)
    return Conversion(stretch, calibration.source)


def _fraction_of(numbers: Numbers, one: float) -> Conversion:
    limits = ((0.0, one),) * numbers.count
    return Conversion(Stretch(limits, FRACTION, (_UNLIMITED,) * numbers.count))


def _mostly(
    numbers: Numbers, calibration: Calibration | None = None
) -> list[tuple[float, float, float]]:
    """Return low, middle and high of each band, in what is measured."""
    found = []
    for index, (_, *band, _) in enumerate(numbers.percentiles):
        if calibration is not None:
            scale, offset = calibration.scales[index], calibration.offsets[index]
            band = sorted(value * scale + offset for value in band)
        low, middle, high = band
        found.append((low, middle, high))
    return found


def _use(wanted: tuple[float, float], measured: list[tuple[float, float, float]]) -> bool:
    """Whether values lie in a range and make use of it, in at least half of the bands."""
    least, most = wanted
    share = _LEAST_SHARE * (most - least)
    fitting = [least <= middle <= most and high - low >= share for low, middle, high in measured]
    return 2 * sum(fitting) >= len(fitting)


def _outside(
    model: ModelItem,
    wanted: tuple[float, float],
    measured: list[tuple[float, float, float]],
    source: str,
    least_share: float = _NO_SHARE,
) -> Finding | None:
    """Return what there is to tell if most values lie outside of a range, or at a spot of it."""
    least, most = wanted
    spot = least_share * (most - least)
    fitting = [
        least <= middle <= most and not 0 < high - low < spot for low, middle, high in measured
    ]
    if 2 * sum(fitting) >= len(fitting):
        return None
    low, high = min(band[0] for band in measured), max(band[2] for band in measured)
    details = {"low": f"{low:.4g}", "high": f"{high:.4g}", "source": source}
    return Finding("values-outside", details | _takes(model))


def _outside_reflectance(
    model: ModelItem, numbers: Numbers, calibration: Calibration
) -> Finding | None:
    measured = _mostly(numbers, calibration)
    low = min(band[0] for band in measured)
    if low < _LEAST_REFLECTANCE and any(calibration.offsets):
        return Finding("values-below-zero", {"low": f"{low:.2g}", "source": calibration.source})
    # Water is nearly the same everywhere.
    return _outside(model, (-1.0, _MOST_REFLECTANCE), measured, calibration.source, least_share=0)


def _difference(numbers: Numbers) -> Finding | None:
    """Return what there is to tell if the file says something else than its product."""
    own, product = numbers.calibration, numbers.product
    if own is None or product is None:
        return None
    pairs = zip(_mostly(numbers, own), _mostly(numbers, product), strict=True)
    if all(abs(mine[1] - other[1]) < _SAME_REFLECTANCE for mine, other in pairs):
        return None
    zeros = (f"{calibration.unit_limits[0][0]:g}" for calibration in (own, product))
    details = dict(zip(("own", "other"), zeros, strict=True))
    return Finding("scale-differs", details | {"source": product.source})


def _added(model: ModelItem, numbers: Numbers) -> Finding | None:
    """Return what there is to tell if a model was trained without what is added to the numbers."""
    product = numbers.product
    if model.unit is not None or product is None or not any(product.offsets):
        return None
    added = -product.offsets[0] / product.scales[0]
    bands = zip(_mostly(numbers), model.mean, strict=True)
    nearer = [abs(middle - added - mean) < abs(middle - mean) for (_, middle, _), mean in bands]
    if 2 * sum(nearer) <= len(nearer):
        return None
    details = {"source": product.source, "added": f"{added:g}", "model": model.name}
    return Finding("offset-unknown", details)


def _far(model: ModelItem, measured: list[tuple[float, float, float]]) -> Finding | None:
    """Return what there is to tell if most bands are nothing like those of the training."""
    found = []
    for index, (mean, std) in enumerate(zip(model.mean, model.std, strict=True)):
        low, middle, high = measured[index]
        is_far = abs(middle - mean) > _MOST_DEVIATIONS * std
        is_flat = 0 < high - low < _LEAST_DEVIATIONS * std
        # Networks that are given numbers as they are scale them by themselves.
        if (mean, std) != (0, 1) and (is_far or is_flat):
            found.append(index)
    if 2 * len(found) <= len(measured):
        return None
    first = found[0]
    low, _, high = measured[first]
    details = {"low": f"{low:.4g}", "high": f"{high:.4g}", "band": model.bands[first]}
    details |= {"mean": f"{model.mean[first]:.4g}", "std": f"{model.std[first]:.4g}"}
    return Finding("values-far", details | {"model": model.name})


def _takes(model: ModelItem) -> dict[str, str]:
    return {"model": model.name, "takes": describe_values(model)}


def _clipped(model: ModelItem, stretch: Stretch | None) -> Stretch | None:
    """Return a stretch that ends in the model's own limits, where it has such."""
    if not model.clips:
        return stretch
    if stretch is None:
        count, target = len(model.bands), model.value_range or FRACTION
        stretch = Stretch((target,) * count, target, (_UNLIMITED,) * count)
    before = stretch.clips or (stretch.target,) * len(stretch.limits)
    clips = tuple(
        (max(least, own_least), min(most, own_most))
        for (least, most), (own_least, own_most) in zip(before, model.clips, strict=True)
    )
    return replace(stretch, clips=clips)
