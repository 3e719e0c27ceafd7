"""Of which date a raster is, as the bands of several dates are called by it."""

from __future__ import annotations

import contextlib
import json
import re
from pathlib import Path, PurePath

from crossearth_engine.errors import DateUnknown
from crossearth_engine.raster.acquired import Acquired, acquired
from crossearth_engine.raster.opened import OpenRaster
from crossearth_engine.shared.addresses import file_name
from crossearth_engine.shared.dates import is_date

# In names of files: 2021-05-12, 20210512, 2021_05; what is longer is no date.
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.](\d\d)(?![-_.]?\d)")
_MOST_BYTES = 1 << 20


def date_of(path: str) -> str:
    """Return of which date a raster is, as bands are called by it.

    As a STAC Item beside it says, else its tags or the name of its product, else its name.

    Raises:
        DateUnknown: if none of them tells.
        UnreadableRaster: if it cannot be opened.
    """
    found = _of_item(path)
    if not found:
        with OpenRaster(path) as raster:
            sure = raster.ask(lambda: acquired(raster.file, path, is_sure=True))
            likely = raster.ask(lambda: acquired(raster.file, path))
        found = _in_name(file_name(path)) if sure is None else _day(sure)
        if not found and likely is not None:
            found = _day(likely)
    if not found:
        raise DateUnknown(path=path)
    return found


def _day(when: Acquired) -> str:
    return when.first.date().isoformat()


def _in_name(name: str) -> str:
    """Return the date in the name of a file; '' where there is none, or more than one."""
    days = {"-".join((found[1], found[3], found[4])) for found in _DAY.finditer(name)}
    days = {text for text in days if is_date(text)}
    if not days:
        days = {f"{found[1]}-{found[2]}" for found in _MONTH.finditer(name)}
        days = {text for text in days if is_date(text)}
    return days.pop() if len(days) == 1 else ""


def _of_item(path: str) -> str:
    """Return the day that a STAC Item beside a file gives to it; '' if there is none."""
    with contextlib.suppress(OSError, ValueError, LookupError, TypeError, AttributeError):
        file = Path(path).with_suffix(".json")
        if file.stat().st_size > _MOST_BYTES:
            return ""
        item = json.loads(file.read_text(encoding="utf-8"))
        names = {PurePath(asset["href"]).name for asset in item["assets"].values()}
        told = item["properties"].get("datetime") or item["properties"].get("start_datetime")
        day = str(told)[:10]
        if PurePath(path).name in names and "stac_version" in item and is_date(day):
            return day
    return ""
