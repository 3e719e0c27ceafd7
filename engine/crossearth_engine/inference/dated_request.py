"""Requests for several dates of one raster: in which order they count, and as which one raster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from crossearth_engine.arguments import Request
from crossearth_engine.errors import DatesEqual, InvalidRequest
from crossearth_engine.inputs import is_the_same
from crossearth_engine.raster.dates import date_of
from crossearth_engine.raster.opened import bands_of
from crossearth_engine.shared.dates import Dated, Dates, given_date

R = TypeVar("R", bound=Request)


def settled(request: R) -> R:
    """Return a request in which several dates of one raster are one raster: see `Dates`.

    Any other is returned as it is. Dates go by time, whichever comes first on a command line; the
    raster that is given as such says on which pixels all are.

    Raises:
        DateUnknown: if nothing tells when one is of.
        DatesEqual: if two are of one date.
        InvalidRequest: if a file is given twice, or dates are of more than one place.
        UnreadableRaster: if one cannot be opened.
    """
    asked: Any = request
    others: Sequence[str] = getattr(request, "dates", None) or ()
    if not others:
        return request
    request.check()
    rasters = [asked.input] if hasattr(request, "input") else [*asked.rasters]
    if len(rasters) > 1:
        reason = (
            f"Several dates are of one place, and {len(rasters)} rasters are given: give one of "
            "them, and its other dates."
        )
        raise InvalidRequest(reason=reason)
    dated = [_dated(text, request) for text in (rasters[0], *others)]
    for place, one in enumerate(dated):
        for other in dated[:place]:
            if is_the_same(other.path, one.path):
                reason = f"{one.path} is given twice. Give the raster of each date once."
                raise InvalidRequest(reason=reason)
    by_time = sorted(dated, key=lambda raster: raster.date)
    for one, other in pairwise(by_time):
        if one.date == other.date:
            raise DatesEqual(path=one.path, other=other.path, date=one.date)
    bands = None if asked.bands is None else tuple(asked.bands)
    for raster in by_time if bands else ():
        count = len(bands_of(raster.path))
        lacked = [str(index) for index in bands or () if not 1 <= index <= count]
        if lacked:
            reason = (
                f"The raster {raster.path} has no band {' or '.join(lacked)}: its bands are "
                f"numbered from 1 to {count}."
            )
            raise InvalidRequest(reason=reason)
    dates = Dates(tuple(by_time), by_time.index(dated[0]), asked.align, asked.dates_as, bands)
    as_one: dict[str, Any] = {"dates": None, "align": "none", "dates_as": "same"}
    as_one |= {"bands": None, "nodata": None, "crs": None}
    where = {"input": dates.name} if hasattr(request, "input") else {"rasters": (dates.name,)}
    return replace(request, **as_one, **where)


def _dated(text: str, request: Any) -> Dated:
    """Return a raster with its date, and what is said of it."""
    date, path = given_date(text)
    if not path.strip():
        raise InvalidRequest(reason="One of the dates has no raster. Name it, or leave it out.")
    if date and Path(text).exists():
        date, path = "", text  # it is called like that
    nodata = (getattr(request, "nodata_of", None) or {}).get(path, request.nodata)
    crs = (getattr(request, "crs_of", None) or {}).get(path, request.crs)
    return Dated(date or date_of(path), path, nodata, crs)
