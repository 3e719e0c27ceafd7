"""Several dates of one place as one raster: its name, and the names of its bands.

Whatever takes the name of a raster takes that of several dates, too; it is text that processes hand
on, and says all that there is to say: which raster is of which date, and how they lie over each
other. A band is called by its date and by what it is called in its raster: ``2021-05-12 B04``.
Opens no file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

_PREFIX = "DATES:"
# A day; its time, where one has several; or a month or a year, of what is made of these.
_DATE = r"(?:19|20)\d\d(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?"
_BAND = re.compile(rf"({_DATE}) (\S.*)")
_GIVEN = re.compile(rf"({_DATE})=(.+)", re.DOTALL)

ALIGNMENTS = ("none", "nearest", "bilinear", "cubic", "average")
"""How a raster of another grid is brought to that of the others; ``none``: it is refused."""

STANDING = ("same", "order", "season")
"""Which dates stand for those that a model has learned: the same; one after the other; those of the
same time of the year."""

MOST_DAYS_APART = 45
"""Of dates of the same time of the year, whatever the year."""


@dataclass(frozen=True)
class Dated:
    """A raster of one date.

    Attributes:
        date: as bands are called by it.
        path: of the raster.
        nodata, crs: what somebody says of it; see `RasterSource`.
    """

    date: str
    path: str
    nodata: str | None = None
    crs: str | None = None


@dataclass(frozen=True)
class Dates:
    """Rasters of one place, which are one raster with the bands of all dates.

    Attributes:
        rasters: in the order of their dates.
        grid: place of the raster among them on whose pixels all are.
        align: one of `ALIGNMENTS`.
        standing: one of `STANDING`.
        bands: those that are read of each, from 1; None: all.
    """

    rasters: tuple[Dated, ...]
    grid: int = 0
    align: str = ALIGNMENTS[0]
    standing: str = STANDING[0]
    bands: tuple[int, ...] | None = None

    @property
    def dates(self) -> tuple[str, ...]:
        """Of the rasters, in their order."""
        return tuple(raster.date for raster in self.rasters)

    @property
    def name(self) -> str:
        """What stands for all of them where the name of a raster is asked for."""
        return _PREFIX + json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @property
    def shown(self) -> str:
        """What people are told in place of the name."""
        return ", ".join(f"{raster.path} ({raster.date})" for raster in self.rasters)


def dates_named(name: str) -> Dates | None:
    """Return the dates that a name stands for; None of any other raster."""
    if not name.startswith(_PREFIX):
        return None
    try:
        content: dict[str, Any] = json.loads(name[len(_PREFIX) :])
        rasters = tuple(Dated(**raster) for raster in content.pop("rasters"))
        bands = content.pop("bands")
        dates = Dates(rasters, bands=None if bands is None else tuple(bands), **content)
    except (ValueError, TypeError, LookupError, AttributeError):
        return None
    is_whole = dates.align in ALIGNMENTS and dates.standing in STANDING
    return dates if is_whole and 0 <= dates.grid < len(rasters) else None


def shown(name: str) -> str:
    """Return what people are told in place of the name of a raster."""
    dates = dates_named(name)
    return name if dates is None else dates.shown


def given_date(text: str) -> tuple[str, str]:
    """Return date and path of ``2021-05-12=may.tif``; '' and the text where it names no date."""
    found = _GIVEN.fullmatch(text)
    return (found[1], found[2]) if found and is_date(found[1]) else ("", text)


def is_date(text: str) -> bool:
    """Whether a text is a date that there is, as bands are called by it."""
    if not re.fullmatch(_DATE, text):
        return False
    try:
        first_day(text)
    except ValueError:
        return False
    hour, minute = (text[11:13], text[14:16]) if len(text) > 10 else ("0", "0")
    return int(hour) < 24 and int(minute) < 60


def first_day(text: str) -> date:
    """Return the day of a date; of a month or a year the one in its middle."""
    year, month, day = [*map(int, text[:10].split("-")), 0, 0][:3]
    return date(year, month or 7, day or (15 if month else 2))


def band_of(when: str, name: str) -> str:
    """Return what the band of a date is called."""
    return f"{when} {name}"


def dates_of(bands: Sequence[str]) -> tuple[str, ...]:
    """Return the dates in the names of a model's bands, in their order; empty: it knows none."""
    found = [_BAND.fullmatch(name) for name in bands]
    known = [match[1] for match in found if match and is_date(match[1])]
    return tuple(dict.fromkeys(known)) if len(known) == len(bands) else ()


def apart(band: str) -> tuple[str, str]:
    """Return date and name of a band of several dates."""
    when, _, name = band.partition(" ")
    return when, name


def stand_ins(learned: Sequence[str], given: Sequence[str], standing: str) -> dict[str, str]:
    """Return which of the given dates stands for which learned one; what is missing is not in it.

    Args:
        learned: dates, in their order.
        given: dates, likewise.
        standing: one of `STANDING`.
    """
    if standing == "same":
        return {when: when for when in learned if when in given}
    if standing == "order":
        return dict(zip(learned, given)) if len(given) == len(learned) else {}
    # The nearest pairs first: each date stands for one only.
    pairs = sorted(
        (days_apart(own, other), i, j)
        for i, own in enumerate(learned)
        for j, other in enumerate(given)
    )
    found: dict[str, str] = {}
    for days, i, j in pairs:
        is_free = learned[i] not in found and given[j] not in found.values()
        if is_free and days <= MOST_DAYS_APART:
            found[learned[i]] = given[j]
    return found


def days_apart(one: str, other: str) -> int:
    """Return how many days lie between two dates, whatever their years."""
    days = abs(first_day(one).timetuple().tm_yday - first_day(other).timetuple().tm_yday)
    return min(days, 365 - days)
