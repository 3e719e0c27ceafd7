"""When imagery was taken, as its file or its name tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any, NamedTuple

# Where GDAL keeps it: what sensors say first; last what is often when a program wrote the file.
_SENSOR_TAGS = (
    "ACQUISITIONDATETIME",
    "PRODUCT_START_TIME",
    "DATATAKE_1_DATATAKE_SENSING_START",
    "SENSING_TIME",
    "ACQUISITION_DATETIME",
    "DATE_ACQUIRED",
    "ACQUISITIONDATE",
    "ACQUISITION_DATE",
    "EXIF_DATETIMEORIGINAL",
    "EXIF_DATETIMEDIGITIZED",
)
_FILE_TAGS = ("TIFFTAG_DATETIME", "EXIF_DATETIME")
_DOMAINS = ("IMAGERY", None, "EXIF")

_MOMENT = re.compile(
    r"\D*?((?:19|20)\d\d)[-:/]?(\d\d)[-:/]?(\d\d)"
    r"(?:[T _]+(\d\d)[:-]?(\d\d)(?:[:-]?(\d\d)(?:\.(\d+))?)?\s*(Z|[+-]\d\d:?\d\d)?)?(?!\d)"
)
_EDGE = r"(?<![A-Za-z0-9])"
_NAMES = tuple(
    re.compile(pattern)
    for pattern in (
        # Sentinel-2, whole or band by band; Sentinel-1.
        rf"{_EDGE}S2[A-D]_MSIL(?:1C|2A)_(\d{{8}}T\d{{6}})",
        rf"{_EDGE}(?:L2A_)?T\d\d[C-X][A-Z]{{2}}_(\d{{8}}T\d{{6}})(?!\d)",
        rf"{_EDGE}S1[A-D]_(?:IW|EW|WV|S\d)_\w{{4}}_\w{{4}}_(\d{{8}}T\d{{6}})",
        # Landsat; EnMAP; PlanetScope and SkySat; American aerial imagery (NAIP).
        rf"{_EDGE}L[COTEM]0\d_L[12][A-Z]{{2}}_\d{{6}}_(\d{{8}})_",
        rf"{_EDGE}ENMAP\d\d[-_]+L\w+-DT\d+_(\d{{8}}T\d{{6}})",
        rf"{_EDGE}(\d{{8}}_\d{{6}})_(?:\d\d_)?[0-9a-z]{{4,8}}_(?:1B|3A|3B|ssc|SkySat)",
        rf"{_EDGE}m_\d{{7}}_[ns][ew]_\d\d_\w{{1,4}}_(\d{{8}})",
    )
)


class Acquired(NamedTuple):
    """When imagery was taken: from ``first`` to ``last``, which are equal for a moment. UTC."""

    first: datetime
    last: datetime


def acquired(dataset: Any, path: str, *, is_sure: bool = False) -> Acquired | None:
    """Return when imagery was taken, or None if nothing tells.

    Args:
        dataset: of rasterio.
        path: of the raster, with the names of the folders of its product.
        is_sure: whether what may be the date of the file does not count.
    """
    tags = {
        domain: {name.upper(): text for name, text in dataset.tags(ns=domain).items()}
        for domain in _DOMAINS
    }
    texts = [*_tagged(tags, _SENSOR_TAGS), *_named(path)]
    texts += [] if is_sure else _tagged(tags, _FILE_TAGS)
    return next((found for text in texts if (found := _moment(text)) is not None), None)


def _tagged(tags: Mapping[str | None, Mapping[str, str]], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        for some in tags.values():
            if name in some:
                text = some[name]
                # Landsat keeps the time apart.
                if re.fullmatch(r"\s*\d{4}-\d\d-\d\d\s*", text):
                    text += " " + some.get("SCENE_CENTER_TIME", "").strip('" ')
                yield text


def _named(path: str) -> Iterator[str]:
    for pattern in _NAMES:
        for found in pattern.finditer(path):
            yield found[1]


def _moment(text: str) -> Acquired | None:
    """Return what a text says, a moment or a whole day; without a zone it is taken for UTC."""
    found = _MOMENT.match(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    try:
        first = datetime(int(year), int(month), int(day), tzinfo=timezone.utc)
        last = first + timedelta(days=1, seconds=-1)
        if hour is not None:
            microsecond = int((fraction or "0")[:6].ljust(6, "0"))
            first = first.replace(
                hour=int(hour),
                minute=int(minute),
                second=int(second or 0),
                microsecond=microsecond,
            )
            if zone and zone != "Z":
                sign = -1 if zone[0] == "-" else 1
                first -= sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
            last = first
    except (ValueError, OverflowError):
        return None
    # No imagery is of tomorrow; but clocks differ.
    is_possible = first <= datetime.now(timezone.utc) + timedelta(days=1)
    return Acquired(first, last) if is_possible else None
