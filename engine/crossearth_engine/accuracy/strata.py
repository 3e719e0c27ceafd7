"""The strata that sample points were drawn from: written with the points, read for judging.

Each point carries its stratum and how large that is, so that it can be told what the point stands
for, whichever map is judged by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.area_estimates import AreaEstimates, estimate_by_strata
from crossearth_engine.accuracy.class_names import spelling, written_name
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.raster.vector import read_attributes
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.options import POINT_FIELD, STRATUM_FIELDS
from crossearth_engine.shared.palette import ClassInfo

_NAME, _PIXELS, _M2, _TOTAL_PIXELS, _TOTAL_M2 = STRATUM_FIELDS

# Sizes that differ by less are those of the same place.
SAME_SIZE = 0.01
# And these of the same map, but for rounding in files.
SAME_MAP = 1e-6


@dataclass(frozen=True)
class Strata:
    """The strata of a sample.

    Attributes:
        names: (H,) of them.
        sizes: (H,) how large they are.
        unit: of the sizes, ``m2`` or ``pixels``.
        total: of all strata that there were, or None if nothing tells.
        of_points: (N,) stratum of each point, -1 where it has none.
        removed: how many numbers of points are missing among those that there are.
    """

    names: tuple[str, ...]
    sizes: NDArray[np.float64]
    unit: str
    total: float | None
    of_points: NDArray[np.intp]
    removed: int

    def classes_of(
        self, classes: Sequence[ClassInfo], mapped: NDArray[np.float64]
    ) -> NDArray[np.intp] | None:
        """Return which class of a map each stratum is, (H,), if they were drawn on this very map.

        Args:
            classes: (K,) of the map.
            mapped: (K,) how large they are on it, in the strata's unit.
        """
        index_of = {spelling(written_name(item)): i for i, item in enumerate(classes)}
        index_of |= {spelling(item.name): i for i, item in enumerate(classes)}
        own = np.array([index_of.get(spelling(name), -1) for name in self.names], np.intp)
        is_same = (own >= 0) & np.isclose(mapped[own], self.sizes, rtol=SAME_MAP)
        is_whole = self.total is None or np.isclose(mapped.sum(), self.total, rtol=SAME_MAP)
        return own if is_same.all() and is_whole else None

    def untold(self, found: NDArray[np.int64]) -> float:
        """Return which share of the place no labelled point speaks of, of (H,) that were found."""
        return float(1 - self.sizes[found > 0].sum() / (self.total or self.sizes.sum()))


@dataclass(frozen=True)
class Sample:
    """Points by stratum (H), mapped class and reference class.

    Attributes:
        strata: that they were drawn from.
        counts: (H, K, K) of them.
        elsewhere: (H,) labelled points where the map has no class.
    """

    strata: Strata
    counts: NDArray[np.int64]
    elsewhere: NDArray[np.int64]

    def estimate(
        self, mapped: NDArray[np.float64] | None
    ) -> tuple[AreaEstimates | None, Finding | None]:
        """Return what the points tell of the map, or None and why they do not.

        Args:
            mapped: (K,) how large the classes are on the map, in the strata's unit, if known.
        """
        strata, is_told = self.strata, self._found > 0
        untold = strata.untold(self._found)
        if untold <= SAME_SIZE:
            return (
                estimate_by_strata(
                    self.counts[is_told],
                    self.elsewhere[is_told],
                    strata.sizes[is_told],
                    self._occurs(is_told, mapped),
                ),
                None,
            )
        share = f"{untold:.0%}"
        if is_told.all():
            return None, Finding("points-missing", {"share": share})
        return None, Finding("strata-untold", {"names": self._names(~is_told), "share": share})

    def few(self) -> list[Finding]:
        """Return findings on strata of which too few points are labelled."""
        findings = []
        if not (self._found > 0).all():
            names = self._names(self._found == 0)
            findings.append(Finding("strata-unlabelled", {"names": names}))
        if (self._found == 1).any():
            names = self._names(self._found == 1)
            findings.append(Finding("strata-of-one-point", {"names": names}))
        return findings

    @property
    def _found(self) -> NDArray[np.int64]:
        """Labelled points of each stratum, (H,)."""
        found: NDArray[np.int64] = self.counts.sum(axis=(1, 2)) + self.elsewhere
        return found

    def _names(self, chosen: NDArray[np.bool_]) -> str:
        return ", ".join(n for n, is_so in zip(self.strata.names, chosen, strict=True) if is_so)

    def _occurs(
        self, used: NDArray[np.bool_], mapped: NDArray[np.float64] | None
    ) -> NDArray[np.bool_] | None:
        """Return which of the map's classes (K) the strata in use hold, where that is known.

        Where the points were drawn on this very map each stratum is one of its classes. Of another
        map it is known which classes it has nowhere.
        """
        if mapped is None:
            return None
        by_class, sizes = self.counts[used].sum(axis=2), self.strata.sizes[used]
        own = by_class.argmax(axis=1)
        is_own = by_class.max(axis=1) == self._found[used]
        is_own &= np.abs(mapped[own] - sizes) <= SAME_SIZE * sizes
        if not is_own.all() or len(np.unique(own)) < len(own):
            return np.broadcast_to(mapped > 0, by_class.shape)
        occurs: NDArray[np.bool_] = own[:, None] == np.arange(by_class.shape[1])
        return occurs


def read_strata(path: str, layer: str | None) -> Strata | None:
    """Return the strata of the points in a file, or None where it says nothing of them.

    Raises:
        InvalidRequest: if a stratum has several sizes.
    """
    columns = read_attributes(path, (POINT_FIELD, *STRATUM_FIELDS), layer)
    unit, size_field, total_field = "m2", _M2, _TOTAL_M2
    if _M2 not in columns or not (_numbers(columns[_M2]) > 0).any():
        unit, size_field, total_field = "pixels", _PIXELS, _TOTAL_PIXELS
    if _NAME not in columns or size_field not in columns:
        return None
    sizes = _numbers(columns[size_field])
    texts = np.array(["" if v is None else " ".join(str(v).split()) for v in columns[_NAME]])
    is_told = (texts != "") & (sizes > 0)
    if not is_told.any():
        return None
    names = sorted(set(texts[is_told].tolist()))
    of_points = np.array(
        [names.index(text) if told else -1 for text, told in zip(texts, is_told, strict=True)]
    )
    found = [sizes[of_points == i] for i in range(len(names))]
    for name, values in zip(names, found, strict=True):
        if np.ptp(values) > SAME_SIZE * values.max():
            details = {"name": str(name), "field": size_field}
            raise InvalidRequest(**Finding("strata-of-several", details).reason)
    totals = _numbers(columns[total_field]) if total_field in columns else np.zeros(0)
    total = float(totals.max()) if (totals > 0).any() else None
    removed = _gaps(columns[POINT_FIELD][is_told]) if POINT_FIELD in columns and total else 0
    return Strata(tuple(names), np.array([v[0] for v in found]), unit, total, of_points, removed)


def _gaps(numbers: NDArray[Any]) -> int:
    """Return how many of the numbers from 1 to the largest are missing; 0 if they are others."""
    there = np.unique(_numbers(numbers))
    is_counted = there.size > 0 and there[0] >= 1 and (there == np.rint(there)).all()
    return int(there[-1]) - len(there) if is_counted else 0


def stratum_columns(
    names: Sequence[str],
    pixels: NDArray[np.int64],
    square_metres: NDArray[np.float64] | None,
    of_points: NDArray[np.intp],
) -> dict[str, NDArray[Any]]:
    """Return the fields of sample points that tell their strata, by name.

    Args:
        names: (H,) of the strata.
        pixels: (H,) of each.
        square_metres: (H,) of each, or None where that is not known.
        of_points: (N,) stratum of each point.
    """
    columns: dict[str, NDArray[Any]] = {
        _NAME: np.array(names, object)[of_points],
        _PIXELS: pixels[of_points],
        _TOTAL_PIXELS: np.full(len(of_points), pixels.sum()),
    }
    if square_metres is not None:
        columns[_M2] = square_metres[of_points]
        columns[_TOTAL_M2] = np.full(len(of_points), square_metres.sum())
    return columns


def _numbers(values: NDArray[Any]) -> NDArray[np.float64]:
    """Return numbers, 0 for what is none; other programs may have made them texts."""

    def number(value: Any) -> float:
        try:
            return float(value)
        except (TypeError, ValueError):
            return 0.0

    return np.nan_to_num(np.array([number(value) for value in values], np.float64))
