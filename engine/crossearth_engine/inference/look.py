"""One look at raster, model and options before a run: what may be wrong with the map.

For the command line, batches and QGIS alike: whatever is told of a run before it, is told here, in
this order: the bands, where there is no data, what the values are, the size of pixels. Costs a
sample of the raster and loads no network.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from crossearth_engine.errors import DoubtfulRaster
from crossearth_engine.inference.unfamiliar import Suspicion
from crossearth_engine.inference.view import match_to_training
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.band_statistics import (
    bare_border,
    is_band_bare,
    is_dark,
    unmarked_fills,
    unmarked_mask,
)
from crossearth_engine.raster.matching import MATCHED, TOLD
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.sample import Sample, Sampler
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.model_values import BYTES

# Shares of the pixels that are worth a word.
BARE_SHARE, CLIPPED_SHARE, TRANSLUCENT_SHARE = 0.005, 0.1, 0.1
# Fewer pixels say too little of bands that are all the same.
MIN_PIXELS = 256
# A map of classes has few values, and imagery of so many pixels has more.
MAX_CLASSES, MIN_CLASS_PIXELS = 32, 4096
# Bytes in larger numbers: the brightest is one, and no reflectance or class.
MIN_BRIGHTEST_BYTE = 64
# A part of a raster that is compared with the imagery that a model was trained on.
LEAST_PART = 0.25
# Pixels that are compared one by one.
MAX_COMPARED = 1 << 16


@dataclass(frozen=True)
class Looker:
    """Looks at the values of a raster, as far as they are asked for.

    Attributes:
        reader: the raster as the network is to see it.
        region: the part that is asked for.
        model: what is to see it.
        stretch: what was asked for, or None.
        is_compared: whether its bands are compared with those of the training imagery.
        is_final: whether bands that have moved are told; else the network is to be asked.
    """

    reader: RasterReader
    region: Window
    model: ModelInfo
    stretch: str | None
    is_compared: bool
    is_final: bool

    def look(self, sampler: Sampler) -> tuple[list[Finding], Suspicion | None]:
        """Return what is wrong with bands, with pixels that hold no data, and with values.

        And what may be wrong with values, which the network knows better.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        samples = sampler.seen(self.reader, self.region)
        sample = samples[0]
        values = sample.values
        if not values.shape[1]:
            return [], None
        found = [
            *self._bands(values),
            *self._masks(values),
            *self._alpha(sample),
            *self._fillings(samples),
            *self._classes(values),
            *self._range(values),
        ]
        # What is no imagery has moved from any.
        if not self.is_compared or any(finding.is_doubt for finding in found):
            return found, None
        moved = self._moved(samples[-1])
        if moved is None or not self.is_final:
            return found, moved
        if moved.match.distance >= TOLD:
            found.append(moved.finding)
        return found, None

    def _bands(self, values: Any) -> Iterator[Finding]:
        """Yield what is wrong with bands that are the same all over, or like each other."""
        if values.shape[1] < MIN_PIXELS:
            return
        source = self.reader.source
        bands = source.bands
        is_flat = (values == values[:, :1]).all(axis=1)
        flat: dict[float, list[int]] = {}
        for place in sorted({*np.flatnonzero(is_flat)} - source.dead_bands):
            flat.setdefault(float(values[place, 0]), []).append(bands[place])
        for value, numbers in flat.items():
            yield Finding("bands-flat", {"bands": _listed(numbers), "value": _value(value)})
        groups: dict[bytes, list[int]] = {}
        thinned = _thinned(values)
        for place in np.flatnonzero(~is_flat):
            groups.setdefault(thinned[place].tobytes(), []).append(int(place))
        for places in groups.values():
            same = all((values[place] == values[places[0]]).all() for place in places[1:])
            alike = {bands[place] for place in places}
            if len(alike) > 1 and same:
                yield Finding("bands-equal", {"bands": _listed(sorted(alike))})

    def _masks(self, values: Any) -> Iterator[Finding]:
        """Yield where a band seems to be a mask, be it read as imagery or not at all."""
        source = self.reader.source
        value = unmarked_mask(self.reader, self.region)
        if value is not None:
            yield Finding("mask-unmarked", {"band": str(source.spare_band), "value": str(value)})
        counts = [np.unique(band) for band in _thinned(values)]
        if max(map(len, counts)) <= MAX_CLASSES:
            return  # it may be anything
        for found, choice in zip(counts, source.choices, strict=True):
            is_guessed = choice.reason in ("order", "color")
            if is_guessed and len(found) == 2 and found[0] == 0 and found[1] > 0:
                details = {"band": str(choice.index), "wanted": choice.model_band}
                yield Finding("mask-as-band", {**details, "value": _value(found[1])})

    def _alpha(self, sample: Sample) -> Iterator[Finding]:
        if sample.translucent >= TRANSLUCENT_SHARE:
            alpha = str(self.reader.source.alpha)
            yield Finding("alpha-values", {"band": alpha, "share": _percent(sample.translucent)})

    def _fillings(self, samples: list[Sample]) -> list[Finding]:
        """Return what seems to be no data, each value once, with all that is to be said of it."""
        found: dict[str, Finding] = {}
        sample = samples[0]
        for group in (self._border(sample), *map(self._fills, samples), self._bare(sample)):
            for finding in group:
                found.setdefault(finding.details["value"], finding)
        said = self.reader.source.said_nodata
        values = (value for value, finding in found.items() if finding.code != "border-color")
        # What is said stands for what the file says.
        nodata = ",".join(filter(None, (said, *values)))
        return [
            replace(finding, details={**finding.details, "nodata": nodata})
            for finding in found.values()
        ]

    def _border(self, sample: Sample) -> Iterator[Finding]:
        border = bare_border(self.reader, self.region, sample)
        if border is None:
            return
        is_grey = len(set(border.low)) == 1
        colors = zip(border.low, border.high, strict=True)
        values = [_value(low) if low == high else f"{low:g}..{high:g}" for low, high in colors]
        details = {
            "share": _percent(border.share),
            "value": values[0] if is_grey else ", ".join(values),
        }
        yield Finding("border" if is_grey else "border-color", details)

    def _fills(self, sample: Sample) -> Iterator[Finding]:
        for fill in unmarked_fills(sample):
            details = {
                "share": _percent(fill.share),
                "value": _value(fill.value),
                "band": str(self.reader.source.bands[fill.band]),
                "low": f"{fill.low:.6g}",
                "high": f"{fill.high:.6g}",
            }
            yield Finding("fill-value", details)

    def _bare(self, sample: Sample) -> Iterator[Finding]:
        """Yield where patches are 0, in all bands or in one that else is far from it."""
        bands = self.reader.source.bands
        share, places = sample.all_bare, list(range(len(bands)))
        if share < BARE_SHARE or len(bands) == 1:
            likely = np.flatnonzero(sample.bare >= BARE_SHARE)
            places = [int(i) for i in likely if is_band_bare(sample, int(i))]
            share = max((float(sample.bare[i]) for i in places), default=0.0)
        is_flat = (sample.values == sample.values[:, :1]).all()
        if not places or is_flat or is_dark(sample):
            return
        named = (
            "all bands"
            if len(places) == len(bands)
            else f"band {_listed(bands[i] for i in places)}"
        )
        yield Finding("bare-inside", {"share": _percent(share), "bands": named, "value": "0"})

    def _classes(self, values: Any) -> Iterator[Finding]:
        if values.dtype.kind not in "iu" or values.shape[1] < MIN_CLASS_PIXELS:
            return
        few = _thinned(values)[:4]
        # Of imagery a part shows already that it is no map, in no time.
        count = _count(few[:, :MIN_CLASS_PIXELS])
        count = _count(few) if count <= MAX_CLASSES else count
        if 1 < count <= MAX_CLASSES:
            yield Finding("class-raster", {"count": str(count)})

    def _range(self, values: Any) -> Iterator[Finding]:
        """Yield what is wrong with the range of values that the model is shown."""
        stretch = self.reader.view.stretch
        if stretch is None:
            return
        is_measured = self.stretch is None or self.stretch.rstrip().endswith("%")
        is_own = self.stretch is None and self.model.value_range == BYTES
        whole = values.dtype.kind in "iu" or (values == np.floor(values)).all()
        high = float(values.max())
        if is_own and whole and values.min() >= 0 and MIN_BRIGHTEST_BYTE <= high <= BYTES[1]:
            if values.dtype != np.uint8:
                bits = str(8 * values.dtype.itemsize)
                yield Finding("bytes-in-disguise", {"bits": bits, "high": f"{high:g}"})
            return
        if is_measured and (self.stretch is not None or is_own):
            return  # as much is cut off as was asked for
        shares = stretch.clipped(_thinned(values))
        worst = int(np.argmax(shares))
        if shares[worst] >= CLIPPED_SHARE:
            low, most = sorted(stretch.limits[worst])
            details = {
                "share": _percent(shares[worst]),
                "band": str(self.reader.source.bands[worst]),
                "low": f"{low:g}",
                "high": f"{most:g}",
            }
            yield Finding("values-clipped", details)

    def _moved(self, sample: Sample) -> Suspicion | None:
        """Return how far bands are from those that the model was trained on, if it is far.

        A small part of a raster may well be unlike the rest.
        """
        source, trained = self.reader.source, self.model.quantiles
        seen = self.region.width * self.region.height
        is_small = seen < LEAST_PART * source.width * source.height
        if trained is None or is_small:
            return None
        match = match_to_training(self.model, self.reader.view.stretch, sample)
        if match is None:
            return None
        distances = match.distances
        farthest = int(distances.argmax())
        details = {
            "bands": _listed(source.bands[place] for place in np.flatnonzero(distances >= MATCHED)),
            "model": self.model.name,
            "band": str(source.bands[farthest]),
            "middle": f"{match.middles[farthest][0]:.4g}",
            "trained": f"{trained.at(50)[farthest]:.4g}",
            "low": f"{trained.at(25)[farthest]:.4g}",
            "high": f"{trained.at(75)[farthest]:.4g}",
        }
        return Suspicion(Finding("bands-moved", details), match)


def warnings_in(findings: Iterable[Finding]) -> list[str]:
    """Return the sentences of what is to be warned of, which mostly makes a map doubtful."""
    return [finding.sentence for finding in findings if finding.level == "warning"]


def notes_in(findings: Iterable[Finding]) -> list[str]:
    """Return the sentences of what is worth knowing, and right as it is."""
    return [finding.sentence for finding in findings if finding.level != "warning"]


def refuse_doubts(path: str, findings: Iterable[Finding]) -> None:
    """Raise DoubtfulRaster if there is a finding that makes a map doubtful."""
    doubts = [finding for finding in findings if finding.is_doubt]
    if doubts:
        raise DoubtfulRaster(
            path=path,
            doubts=" ".join(warnings_in(doubts)),
            findings=json.dumps([finding.to_dict() for finding in doubts]),
        )


def _thinned(values: Any) -> Any:
    return values[:, :: max(values.shape[1] // MAX_COMPARED, 1)]


def _count(values: Any) -> int:
    """Return how many different pixels there are among these, (C, N)."""
    return len(np.unique(values, axis=1)[0])


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= 0.0095 else f"{100 * share:.2g}%"


def _value(value: float) -> str:
    """Return a value so that ``--nodata`` finds it again."""
    is_whole = value == int(value) and abs(value) < 1e15
    return f"{value:.0f}" if is_whole else repr(np.float32(value).item())


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
