"""Rasters of several dates, open as one raster with the bands of all.

Each date is read as if it were alone: by its own mask, nodata values, scales and metadata. A pixel
has data where it has some on every date.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import Resampling

from crossearth_engine.errors import (
    DatesApart,
    DatesMissing,
    DatesOnTwoGrids,
    InvalidRequest,
    WrongBandCount,
)
from crossearth_engine.raster.acquired import Acquired
from crossearth_engine.raster.calibration import Calibration
from crossearth_engine.raster.grids import common_share, difference_of, is_same_grid
from crossearth_engine.raster.labelled_polygons import Grid
from crossearth_engine.raster.opened import OpenRaster, bands_of
from crossearth_engine.raster.opening import Onto, parse_crs, placed, transform_of
from crossearth_engine.raster.source import Pixels, RasterSource, Valid
from crossearth_engine.raster.windows import Window
from crossearth_engine.raster.working_grid import WorkingGrid
from crossearth_engine.shared.addresses import gdal_name
from crossearth_engine.shared.bands import BandChoice, unnamed_band
from crossearth_engine.shared.dates import (
    Dated,
    Dates,
    apart,
    band_of,
    dates_named,
    dates_of,
    stand_ins,
)
from crossearth_engine.shared.findings import Finding

# A date that lacks less of what others have is not told of; what is looked at for that: so many
# squares along each edge, and their edge, pixels.
LEAST_GAP = 0.01
GAP_PLACES, GAP_EDGE = 6, 128

T = TypeVar("T")


class DatedSource(RasterSource):
    """Rasters of several dates, open as one: on the pixels of one of them.

    Its bands are numbered date by date; ``bands`` and ``choices`` are of these numbers.
    """

    def __init__(
        self, dates: Dates, band_names: tuple[str, ...], bands: Sequence[int] | None
    ) -> None:
        """Open the rasters and settle which band stands for which of the model.

        Args:
            dates: the rasters.
            band_names: the model's bands, which have dates in their names unless ``bands`` says
                which they are.
            bands: number of each among all bands of all dates, from 1; None: by their names.

        Raises:
            DatesMissing: if the model has learned dates that none of the rasters is of, or stands
                for.
            DatesOnTwoGrids: if pixels are not the same, and are not to be aligned.
            DatesApart: if rasters do not lie over each other.
            InvalidRequest: if the model has learned no dates.
            UnreadableRaster, UnsupportedType, WrongBandCount: as `RasterSource`.
        """
        self.dates = dates
        self.path = dates.name
        self._is_left = False
        self._opened: list[RasterSource] = []
        self._numbers = _numbered(dates)
        self.findings = []
        wanted = self._by_name(band_names) if bands is None else self._by_number(bands, band_names)
        try:
            self._open_dates(wanted, is_chosen=bands is not None)
        except BaseException:
            self._close()
            raise
        self._settle_all(band_names, wanted)

    def _by_number(
        self, bands: Sequence[int], names: Sequence[str]
    ) -> list[tuple[int, int | None, str]]:
        wrong = [str(number) for number in bands if not 1 <= number <= len(self._numbers)]
        if wrong or len(bands) != len(names):
            reason = (
                f"Of several dates, {len(names)} bands were to be chosen among "
                f"{len(self._numbers)}, and not {', '.join(map(str, bands))}."
            )
            raise InvalidRequest(reason=reason)
        chosen = [self._numbers[number - 1] for number in bands]
        return [(*found, name) for found, name in zip(chosen, names, strict=True)]

    def _by_name(self, names: Sequence[str]) -> list[tuple[int, int | None, str]]:
        """Return for each of a model's bands its date, and what it is called there."""
        learned, given = dates_of(names), self.dates.dates
        if not learned:
            reason = (
                f"{len(given)} dates are given, and the model was made for one ({', '.join(names)}"
                "). Adapt it to polygons on all dates first (crossearth finetune --date), and map "
                "by the model that comes of it, or map one date."
            )
            raise InvalidRequest(reason=reason)
        instead = stand_ins(learned, given, self.dates.standing)
        missing = [when for when in learned if when not in instead]
        if missing:
            raise DatesMissing(
                learned=", ".join(learned),
                missing=", ".join(missing),
                given=", ".join(given),
            )
        moved = [f"{new} for {old}" for old, new in instead.items() if old != new]
        if moved:
            self.findings.append(Finding("dates-stand-in", {"dates": ", ".join(moved)}))
        unused = [when for when in given if when not in instead.values()]
        if unused:
            self.findings.append(Finding("dates-unused", {"dates": ", ".join(unused)}))
        places = {when: given.index(new) for when, new in instead.items()}
        return [(places[when], None, name) for when, name in map(apart, names)]

    def _open_dates(self, wanted: list[tuple[int, int | None, str]], *, is_chosen: bool) -> None:
        """Open the rasters of which bands are wanted, that whose pixels count first."""
        dates = self.dates
        self._slots: list[list[int]] = []
        used = sorted({date for date, _, _ in wanted})
        base = dates.rasters[dates.grid]
        grid = _grid_of(base)
        self.crs, self.transform = grid.crs, grid.transform
        self.width, self.height = grid.width, grid.height
        self.grid = WorkingGrid.own(self.width, self.height)
        for date in used:
            slots = [slot for slot, (own, _, _) in enumerate(wanted) if own == date]
            names = tuple(wanted[slot][2] for slot in slots)
            bands: list[int] | None = None
            if is_chosen:
                bands = [index for slot in slots if (index := wanted[slot][1]) is not None]
            elif dates.bands is not None and len(dates.bands) == len(names):
                bands = [*dates.bands]
            raster = dates.rasters[date]
            onto = None if date == dates.grid else self._brought(grid, raster)
            source = self._source(raster, names, bands, onto)
            self._opened.append(source)
            self._slots.append(slots)
            if dates.bands is not None and not {*source.bands} <= {*dates.bands}:
                raise WrongBandCount(
                    path=raster.path,
                    needed=len(names),
                    names=", ".join(names),
                    given=",".join(map(str, dates.bands)),
                    available=len(bands_of(raster.path)),
                    example=",".join(map(str, source.bands)),
                )

    def _source(
        self,
        raster: Dated,
        names: tuple[str, ...],
        bands: list[int] | None,
        onto: Onto | None = None,
    ) -> RasterSource:
        return RasterSource(raster.path, names, bands, raster.nodata, raster.crs, onto=onto)

    def _brought(self, grid: Grid, raster: Dated) -> Onto | None:
        """Return the pixels that a raster has to be brought to; None if it has them."""
        align, own = self.dates.align, _grid_of(raster)
        if is_same_grid(grid, own):
            return None
        is_placed = grid.crs is not None and own.crs is not None
        difference = difference_of(grid, own)
        if not is_placed or (difference is not None and align == "none"):
            if difference is None:
                difference = Finding("grids-without-crs")
            raise DatesOnTwoGrids(
                path=raster.path,
                other=grid.path,
                reason=difference.sentence,
                finding=json.dumps(difference.to_dict()),
            )
        if not common_share(grid, own) > 0:
            raise DatesApart(path=raster.path, other=grid.path)
        # Pixels that are the same, of a larger or smaller part of the place, stay what they are.
        how = "nearest" if difference is None else align
        return Onto(grid.crs, grid.transform, grid.width, grid.height, Resampling[how])

    def _settle_all(
        self, names: tuple[str, ...], wanted: list[tuple[int, int | None, str]]
    ) -> None:
        """Tell of all rasters together what a raster tells of itself."""
        own = list(self._each_slot(lambda source: source.choices))
        used = [self.dates.dates[date] for date, _, _ in wanted]
        numbers = {found: number for number, found in enumerate(self._numbers, 1)}
        self.choices: list[BandChoice] = []
        for (date, _, _), choice, name, when in zip(wanted, own, names, used, strict=True):
            called = band_of(when, choice.description or unnamed_band(choice.index))
            number = numbers[date, choice.index]
            self.choices.append(BandChoice(name, number, choice.reason, called))
        self.bands = [choice.index for choice in self.choices]
        for source in self._opened:
            self.findings += [found for found in source.findings if found not in self.findings]
        embeddings = [source.embedding for source in self._opened if source.embedding]
        self.embedding = embeddings[0] if embeddings else None
        self.dtype = np.result_type(*(source.dtype for source in self._opened))
        # Windows are cut by the blocks of the raster that is read as it is.
        dates = sorted({date for date, _, _ in wanted})
        first = dates.index(self.dates.grid) if self.dates.grid in dates else 0
        self.block_shape = self._opened[first].block_shape

    def _each_slot(self, tell: Callable[[RasterSource], Sequence[T]]) -> list[T]:
        """Return what rasters tell of each of their bands, in the order of the model's bands."""
        found: dict[int, T] = {}
        for source, slots in zip(self._opened, self._slots, strict=True):
            found.update(zip(slots, tell(source), strict=True))
        return [found[slot] for slot in sorted(found)]

    def _close(self) -> None:
        for source in self._opened:
            source._close()

    def reopen(self) -> RasterSource:
        """Return the same rasters opened anew, for another thread: they cannot share them."""
        again = DatedSource.__new__(DatedSource)
        again.__dict__.update(self.__dict__)
        again._opened = []
        try:
            for source in self._opened:
                again._opened.append(source.reopen())
        except BaseException:
            again._close()
            raise
        return again

    @property
    def units(self) -> tuple[str, ...]:
        """The unit of the numbers of each band, by its file; empty where it says none."""
        return tuple(self._each_slot(lambda source: source.units))

    @property
    def own_dtypes(self) -> tuple[np.dtype[Any], ...]:
        """Types of the bands, where they are several; else nothing."""
        types = self._each_slot(lambda s: s.own_dtypes or (s.dtype,) * len(s.bands))
        return tuple(types) if len(set(types)) > 1 else ()

    @property
    def can_lack_bands(self) -> bool:
        """Whether a band without data would leave a pixel without any."""
        return any(source.can_lack_bands for source in self._opened)

    @property
    def is_remote(self) -> bool:
        """Whether one of the rasters is fetched from a server, bit by bit."""
        return any(source.is_remote for source in self._opened)

    @property
    def dead_bands(self) -> set[int]:
        """Places of the bands that hold no data anywhere, among those that are read."""
        told = zip(self._opened, self._slots, strict=True)
        return {slots[place] for source, slots in told for place in source.dead_bands}

    @property
    def said_nodata(self) -> str:
        """What is known to be no data on every date; '' without any such value."""
        values = dict.fromkeys(source.said_nodata for source in self._opened)
        return next(iter(values)) if len(values) == 1 else ""

    @property
    def alpha(self) -> int | None:
        """None: each date has its own."""
        return None

    @property
    def spare_band(self) -> int | None:
        """None: each date has its own."""
        return None

    @property
    def files(self) -> tuple[str, ...]:
        """Files the rasters are read from, as GDAL knows them."""
        return tuple(dict.fromkeys(path for source in self._opened for path in source.files))

    @property
    def file_states(self) -> dict[str, list[Any]]:
        """What they were when they were opened, by their names."""
        return {
            name: state for source in self._opened for name, state in source.file_states.items()
        }

    @cached_property
    def calibration(self) -> Calibration | None:
        """What the files say that their numbers measure; None unless all do."""
        return self._calibrated([source.calibration for source in self._opened])

    @cached_property
    def product_calibration(self) -> Calibration | None:
        """What the metadata of their products say of it; None unless all do."""
        return self._calibrated([source.product_calibration for source in self._opened])

    def _calibrated(self, told: list[Calibration | None]) -> Calibration | None:
        known = [calibration for calibration in told if calibration is not None]
        if len(known) < len(told) or len({calibration.measures for calibration in known}) > 1:
            return None
        by_source = dict(zip(map(id, self._opened), known, strict=True))
        return Calibration(
            tuple(self._each_slot(lambda source: by_source[id(source)].scales)),
            tuple(self._each_slot(lambda source: by_source[id(source)].offsets)),
            ", ".join(dict.fromkeys(calibration.source for calibration in known)),
            known[0].measures,
        )

    @property
    def identity(self) -> dict[str, Any]:
        """JSON that differs where pixels or their place do, known without reading them."""
        each = [source.identity for source in self._opened]
        return {
            # As of one raster: what asks whether it is the same looks there.
            "files": [state for identity in each for state in identity["files"]],
            "crs": None if self.crs is None else self.crs.to_wkt(),
            "transform": list(self.transform),
            "bands": list(self.bands),
            "dates": [
                {name: value for name, value in identity.items() if name != "files"}
                for identity in each
            ],
            "align": self.dates.align,
        }

    @property
    def acquired(self) -> Acquired | None:
        """From when to when the imagery was taken, if that is known of all dates."""
        found = [source.acquired for source in self._opened]
        known = [when for when in found if when is not None]
        if len(known) < len(found):
            return None
        return Acquired(min(w.first for w in known), max(w.last for w in known))

    @property
    def stored_share(self) -> float:
        """Share of the raster that may hold valid pixels, as far as that is known unread."""
        return min(source.stored_share for source in self._opened)

    def bytes_behind_rows(self, rows: float) -> int:
        """Return the bytes of the strips, decoded, behind this many rows wherever they begin."""
        return sum(source.bytes_behind_rows(rows) for source in self._opened)

    def read(self, window: Window) -> tuple[Pixels, Valid]:
        """Return pixels (C, H, W) of a window, and where all dates have data, (H, W).

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        shape = (window.height, window.width)
        pixels = np.zeros((len(self.bands), *shape), self.dtype)
        valid = np.ones(shape, bool)
        for source, slots in zip(self._opened, self._slots, strict=True):
            own, own_valid = source.read(window)
            pixels[slots], valid = own, valid & own_valid
            if not valid.any():
                return np.zeros_like(pixels), valid
        return pixels, valid

    def read_band_valid(self, window: Window) -> Valid:
        """Return where each band has data, (C, H, W).

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        return np.stack(self._each_slot(lambda source: [*source.read_band_valid(window)]))

    def leave_out(self, places: list[int]) -> None:
        """Have some of the bands that are read not count for where there is data, and read as 0.

        Args:
            places: of the bands among those that are read, from 0.
        """
        for source, slots in zip(self._opened, self._slots, strict=True):
            own = [slots.index(place) for place in places if place in slots]
            if own:
                source.leave_out(own)
        numbers = ", ".join(str(self.bands[place]) for place in places)
        self.findings.append(Finding("bands-dead", {"bands": numbers}))

    def read_translucent(self, window: Window) -> Valid | None:
        """Return where alpha of any date is neither 0 nor 1 nor its largest value, (H, W).

        None where no date has alpha.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        found = [source.read_translucent(window) for source in self._opened]
        known = [valid for valid in found if valid is not None]
        return np.any(known, axis=0) if known else None

    def gaps(self) -> list[Finding]:
        """Return a finding for each date that lacks data where others have some, by a sample.

        Of rasters on a server nothing: what is looked at has to be fetched.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        if self.is_remote:
            return []
        some, lacked = 0, np.zeros(len(self._opened), int)
        for window in self._places():
            valid = np.stack([source.read_valid(window) for source in self._opened])
            is_any = valid.any(axis=0)
            some += int(is_any.sum())
            lacked += (is_any & ~valid).sum(axis=(1, 2))
        found = []
        for source, count in zip(self._opened, lacked, strict=True):
            share = count / max(some, 1)
            if share >= LEAST_GAP:
                when = next(r.date for r in self.dates.rasters if gdal_name(r.path) == source.path)
                details = {"date": when, "share": f"{share:.0%}"}
                found.append(Finding("dates-incomplete", details))
        return found

    def _places(self) -> Iterator[Window]:
        """Yield squares spread over the raster."""
        edges = [min(length, GAP_EDGE) for length in (self.height, self.width)]
        rows, cols = (
            sorted({int(start) for start in np.linspace(0, length - edge, GAP_PLACES).round()})
            for length, edge in zip((self.height, self.width), edges, strict=True)
        )
        for row in rows:
            for col in cols:
                yield Window(col, row, edges[1], edges[0])

    def read_spare(self, window: Window) -> NDArray[Any]:
        """There is none: see `spare_band`."""
        raise NotImplementedError  # nobody asks where `spare_band` is None

    def read_valid(self, window: Window, among: Valid | None = None) -> Valid:
        """Return where all dates have data, (H, W): see `RasterSource.read_valid`.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        valid = among
        for source in self._opened:
            valid = source.read_valid(window, valid)
        if valid is None:
            raise ValueError("no date is open")
        return valid

    def is_hole(self, window: Window) -> bool:
        """Tell, without reading, that nothing in a window has data on every date."""
        return any(source.is_hole(window) for source in self._opened)


def one_date(name: str, bands: Sequence[int]) -> tuple[str, list[int]]:
    """Return a raster to show for a name, and its bands: of several dates the one that came first.

    Args:
        name: of a raster, or of several dates.
        bands: that a map was made of, as they are numbered there.
    """
    dates = dates_named(name)
    if dates is None:
        return name, [*bands]
    numbers = _numbered(dates)
    own = [index for number in bands if (index := _on(dates.grid, numbers[number - 1]))]
    return dates.rasters[dates.grid].path, own


def _on(place: int, band: tuple[int, int]) -> int:
    return band[1] if band[0] == place else 0


def _numbered(dates: Dates) -> list[tuple[int, int]]:
    """Return date and band, in its raster, of each band of all dates."""
    return [
        (place, index)
        for place, raster in enumerate(dates.rasters)
        for index in dates.bands or range(1, len(bands_of(raster.path)) + 1)
    ]


def _grid_of(raster: Dated) -> Grid:
    """Return the pixels of a raster; reads none."""

    def grid() -> Grid:
        found = opened.dataset
        crs = found.crs if raster.crs is None else parse_crs(raster.crs)
        return Grid(raster.path, crs, transform_of(found), found.width, found.height)

    def view(file: Any) -> Any:
        return placed(file, raster.path, raster.nodata, raster.crs)

    with OpenRaster(raster.path, view) as opened:
        return opened.ask(grid)
