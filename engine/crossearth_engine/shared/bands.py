"""Which band of a raster stands for which band of a model, guessed from what the file says.

By name or wavelength first, then by colour interpretation, then in order; of a grey picture the
only band stands for all colours. Names are words (Red, near-infrared, nir) or the numbers of
Sentinel-2 and Landsat (B04, SR_B4, band 4). The bands of a model that nobody named are taken in
order, whatever those of the raster are. Opens no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from .findings import Finding
from .wording import say

ANY_BANDS = ("any",)
"""The bands of a network that takes any, by their wavelengths."""

# What the first pattern that fits says a band is: the common names of STAC's eo extension.
_WORDS = (
    (r"red[ -]?edge|vre", "rededge"),
    (r"swir[ -]?1|swir ?16|short[ -]?wave infra[ -]?red 1", "swir16"),
    (r"swir[ -]?2|swir ?22|short[ -]?wave infra[ -]?red 2", "swir22"),
    (r"swir|short[ -]?wave|kurzwellig\w*|mittleres infrarot|infrarouge moyen", "swir"),
    (r"lwir ?\d*|tir[s ]?\d*|therm\w*|t[eé]rmic\w*|temperature", "lwir"),
    (r"coastal|aerosols?|ultra[ -]?blue", "coastal"),
    (r"water vapou?r", "nir09"),
    (r"cirrus", "cirrus"),
    (r"pan|panchromatic", "pan"),
    (r"nir ?08|narrow nir|nir[ -]?narrow", "nir08"),
    (r"nir|near[ -]?infra[ -]?red|near ir|ir|infra[ -]?red", "nir"),
    (r"pir|nahinfrarot|infra(?:rot|rouge|rrojo|rosso|vermelho|rood)", "nir"),
    (r"alpha|mask|qa|scl|fmask|clouds?|quality|pixel qa", "mask"),
    (r"red|r|rot|rouge|rojo|rosso|vermelho|rood", "red"),
    (r"green|grn|g|grün|gruen|vert|verde|groen", "green"),
    (r"blue|blu|b|blau|bleu|azul|blauw", "blue"),
    (r"yellow", "yellow"),
    *((polarisation, polarisation) for polarisation in ("vv", "vh", "hh", "hv")),
    (r"sigma ?0|gamma ?0|backscatter|coherence", "radar"),
    (r"dem|dsm|dtm|ndsm|chm|elevation|slope|hillshade", "terrain"),
    (r"nd[vwmbs]i|nbr|evi2?|savi", "index"),
)
_NUMBER = re.compile(r"(?:^|_|\b)(?:sr_|st_|toa_)?(?:band|b)[ _-]?(\d{1,2}a?)(?:$|_|\b)")

_WAVELENGTH = re.compile(r"(\d+(?:\.\d+)?) ?(nm|nanomet|um\b|[µμ]m|micromet)")

_SENSORS = {
    "Sentinel-2": {
        **{"1": "coastal", "2": "blue", "3": "green", "4": "red", "5": "rededge", "6": "rededge"},
        **{"7": "rededge", "8": "nir", "8a": "nir08", "9": "nir09", "10": "cirrus"},
        **{"11": "swir16", "12": "swir22"},
    },
    "Landsat 8 and 9": {
        **{"1": "coastal", "2": "blue", "3": "green", "4": "red", "5": "nir", "6": "swir16"},
        **{"7": "swir22", "8": "pan", "9": "cirrus", "10": "lwir", "11": "lwir"},
    },
    "Landsat 4 to 7": {
        **{"1": "blue", "2": "green", "3": "red", "4": "nir", "5": "swir16", "6": "lwir"},
        **{"7": "swir22", "8": "pan"},
    },
}
# In the names of files and in metadata.
_SENSOR_SIGNS = (
    (
        r"hls[._]l30|l[co]0?[89]_|lc[89]\d{13}|landsat[ _-]?[89]|\boli\b",
        "Landsat 8 and 9",
    ),
    (r"hls[._]s30|s2[abc]?_|s2[abc]\b|sentinel[ _-]?2", "Sentinel-2"),
    (r"l[et]0?[4-7]_|l[et][4-7]\d{13}|landsat[ _-]?[4-7]|\be?tm\b", "Landsat 4 to 7"),
)
# Centres of bands, micrometres, and how far off they may be.
_WAVELENGTHS = (
    ("coastal", 0.440, 0.015),
    ("blue", 0.485, 0.030),
    ("green", 0.560, 0.035),
    ("red", 0.660, 0.025),
    ("rededge", 0.735, 0.045),
    ("nir", 0.840, 0.055),
    ("nir09", 0.945, 0.015),
    ("cirrus", 1.375, 0.020),
    ("swir16", 1.630, 0.080),
    ("swir22", 2.200, 0.130),
    ("lwir", 11.0, 2.5),
)


@dataclass(frozen=True)
class RasterBand:
    """What a file says of one of its bands.

    Attributes:
        name: its description, or ''.
        color: its colour interpretation, as GDAL calls it.
        wavelength_um: centre, micrometres, or None.
    """

    name: str = ""
    color: str = "undefined"
    wavelength_um: float | None = None


REASONS = {
    "asked": say("as asked"),
    "name": say("by name"),
    "wavelength": say("by wavelength"),
    "color": say("by colour"),
    "order": say("by order"),
    "only": say("as the only one"),
}
"""Why a band is chosen, and how that is said."""


@dataclass(frozen=True)
class BandChoice:
    """A band of the raster and what it stands for.

    Attributes:
        model_band: name of the model's band.
        index: of the raster's band, from 1.
        reason: one of `REASONS`.
        description: what the file calls the band.
    """

    model_band: str
    index: int
    reason: str
    description: str = ""


def choose_bands(
    model_bands: Sequence[str], bands: Sequence[RasterBand], sensor_text: str = ""
) -> list[BandChoice]:
    """Return a band for each of the model's, fewer where the raster has too few.

    Args:
        model_bands: their names.
        bands: of the raster, in order.
        sensor_text: name of the file and whatever else may name the sensor.
    """
    wanted = _wanted(model_bands)
    named = meanings(bands, sensor_text)
    # The very same name is the very same band: the model was made for a raster like this. A number
    # that only counts is no name.
    own = {_own_name(band, i): i for i, band in reversed(list(enumerate(bands)))}
    if are_counted(model_bands):
        own = {}
    chosen: dict[int, tuple[int, str]] = {
        place: (own[name.lower()], "name")
        for place, name in enumerate(model_bands)
        if name.lower() in own
    }
    for place, meaning in enumerate(wanted):
        if place in chosen:
            continue
        taken = {index for index, _ in chosen.values()}
        for index, reason in _candidates(meaning, bands, named):
            if index not in taken:
                chosen[place] = (index, reason)
                break
    taken = {index for index, _ in chosen.values()}
    rest = (i for i, band in enumerate(bands) if band.color != "alpha" and i not in taken)
    # Bands that are known to be something else come last: better a neighbour than a mask.
    in_order = iter(sorted(rest, key=lambda i: named[i][0] == "mask"))
    for place in range(len(model_bands)):
        if place not in chosen:
            chosen.update((place, (index, "order")) for index in islice(in_order, 1))
    pictured = [i for i, band in enumerate(bands) if band.color != "alpha"]
    if len(pictured) == 1 < len(model_bands) and {*wanted} <= {"red", "green", "blue"}:
        # A grey picture: it is seen as one in colours is that happens to have none.
        chosen = dict.fromkeys(range(len(model_bands)), (pictured[0], "only"))
    return [
        BandChoice(name, chosen[place][0] + 1, chosen[place][1], bands[chosen[place][0]].name)
        for place, name in enumerate(model_bands)
        if place in chosen
    ]


def unnamed_band(index: int) -> str:
    """Return what a band without a name is called, by its number from 1."""
    return f"channel {index}"


def counted_bands(count: int) -> tuple[str, ...]:
    """Return what the bands of a model are called that nobody named."""
    return tuple(f"band {i + 1}" for i in range(count))


def are_counted(model_bands: Sequence[str]) -> bool:
    """Whether the bands of a model only have numbers, which say nothing of what they show."""
    return tuple(model_bands) == counted_bands(len(model_bands))


def _wanted(model_bands: Sequence[str]) -> list[str | None]:
    """Return what each of a model's bands shows, None where its name does not tell."""
    if are_counted(model_bands):
        return [None] * len(model_bands)
    return [meaning_of_band(name) for name in model_bands]


def meaning_of_band(name: str) -> str | None:
    """Return what the name of a model's band says, or None; numbers are those of Sentinel-2."""
    return meaning_of_word(name) or _by_number(name, "Sentinel-2")


def _own_name(band: RasterBand, place: int) -> str:
    return (band.name or unnamed_band(place + 1)).lower()


def _candidates(
    meaning: str | None, bands: Sequence[RasterBand], named: list[tuple[str | None, str]]
) -> Iterator[tuple[int, str]]:
    """Yield bands that mean this, the surest first, and what tells."""
    if meaning is None:
        return
    yield from ((i, reason) for i, (found, reason) in enumerate(named) if found == meaning)
    other = {"nir": "nir08", "nir08": "nir"}.get(meaning)
    if other is not None:
        yield from ((i, reason) for i, (found, reason) in enumerate(named) if found == other)
    for i, band in enumerate(bands):
        # A colour says how a file is shown. A name that says what it is weighs more.
        if band.color == meaning and named[i][0] is None:
            yield i, "color"


def contradictions(
    choices: Sequence[BandChoice], bands: Sequence[RasterBand], sensor_text: str = ""
) -> list[Finding]:
    """Return a finding for each band that stands for something else than it is named."""
    if len({choice.index for choice in choices}) == 1 < len(choices):
        names = ", ".join(choice.model_band for choice in choices[:-1])
        details = {"band": str(choices[0].index), "names": names, "last": choices[-1].model_band}
        return [Finding("band-only", details)]
    named = meanings(bands, sensor_text)
    found = []
    all_wanted = _wanted([choice.model_band for choice in choices])
    for choice, wanted in zip(choices, all_wanted):
        meaning, reason = named[choice.index - 1]
        same = {meaning, wanted} <= {"nir", "nir08"} or meaning == wanted
        is_namesake = choice.description.lower() == choice.model_band.lower()
        if wanted is None or meaning is None or same or is_namesake:
            continue
        details = {
            "band": str(choice.index),
            "wanted": choice.model_band,
            "meaning": _READABLE.get(meaning, meaning),
            "by": choice.description if reason == "name" else "its wavelength",
        }
        found.append(Finding("band-differs", details))
    return [*found, *_numbered_otherwise(choices, bands, named)]


def _numbered_otherwise(
    choices: Sequence[BandChoice],
    bands: Sequence[RasterBand],
    named: list[tuple[str | None, str]],
) -> list[Finding]:
    """Return a finding if no sensor has the colours that a file shows in bands of these numbers."""
    colored = [
        choice
        for choice in choices
        if choice.reason == "color"
        and named[choice.index - 1][0] is None
        and _NUMBER.search(choice.description.lower())
    ]
    if all(_only_counts(choice.description, choice.index) for choice in colored):
        return []
    for sensor in _SENSORS:
        numbers = [_by_number(choice.description, sensor) for choice in colored]
        if numbers == [bands[choice.index - 1].color for choice in colored]:
            return []
    details = {
        "bands": ", ".join(str(choice.index) for choice in colored),
        "names": ", ".join(choice.model_band for choice in colored),
        "called": ", ".join(choice.description for choice in colored),
    }
    return [Finding("colors-differ", details)]


def unnamed(
    choices: Sequence[BandChoice], bands: Sequence[RasterBand], sensor_text: str = ""
) -> list[Finding]:
    """Return a finding if bands were taken in order, and that may well be wrong.

    A fourth one without a name is the near infrared nearly always, and comes last; of more than
    that any may be the first. Names that are not understood may say anything.
    """
    count = sum(band.color != "alpha" for band in bands)
    guessed = [choice for choice in choices if choice.reason == "order"]
    named = [meaning_of_word(choice.model_band) for choice in guessed]
    is_of_many = count >= MANY_BANDS and count > len(choices)
    known = meanings(bands, sensor_text)
    # What is known to be something else is told by itself.
    unknown = {c.index: c.description for c in guessed if known[c.index - 1][0] is None}
    is_each_its_own = len({*unknown.values()}) == len(unknown)
    has_names = is_each_its_own and not all(_only_counts(n, i) for i, n in unknown.items())
    # The first of many are those of no sensor, whatever the model calls its own.
    is_named = is_of_many and not are_counted([choice.model_band for choice in choices])
    has_colors = bool({"red", "green", "blue"} & {*named})
    if not guessed or not ((has_colors and (is_of_many or has_names)) or is_named):
        return []
    details = {
        "count": str(count),
        "names": ", ".join(choice.model_band for choice in guessed),
        "bands": ", ".join(str(choice.index) for choice in guessed),
    }
    return [Finding("bands-unnamed", details)]


MANY_BANDS = 5


def _only_counts(name: str, index: int) -> bool:
    """Whether the name of a band says no more than which one it is, from 1."""
    return not name.strip() or str(index) in re.findall(r"0*(\d+)", name)


_READABLE = {
    "nir": "near infrared",
    "nir08": "near infrared",
    "nir09": "water vapour",
    "swir": "short-wave infrared",
    "swir16": "short-wave infrared",
    "swir22": "short-wave infrared",
    "lwir": "thermal infrared",
    "rededge": "red edge",
    "pan": "panchromatic",
    "coastal": "coastal aerosol",
    "mask": "a mask",
    **dict.fromkeys(("vv", "vh", "hh", "hv", "radar"), "radar backscatter"),
    "terrain": "terrain",
    "index": "an index of several bands",
}


def meanings(bands: Sequence[RasterBand], sensor_text: str = "") -> list[tuple[str | None, str]]:
    """Return what each band is, or None, and whether ``name`` or ``wavelength`` tells."""
    sensor = _sensor([band.name for band in bands], sensor_text)
    result: list[tuple[str | None, str]] = []
    for band in bands:
        by_name = meaning_of_word(band.name) or (_by_number(band.name, sensor) if sensor else None)
        wavelength_um = band.wavelength_um or wavelength_in(band.name)
        if by_name is None and wavelength_um is not None:
            result.append((_by_wavelength(wavelength_um), "wavelength"))
        else:
            result.append((by_name, "name"))
    return result


def meaning_of_word(name: str) -> str | None:
    """Return what a name says in words, or None."""
    # Words apart from what surrounds them: "Band 4 (Near-infrared)", "SR_B4 - red".
    text = re.sub(r"[\s_()\[\]:;,./]+", " ", name.lower()).strip()
    for pattern, meaning in _WORDS:
        # Single letters are names only by themselves: "B" is blue, "band b" may be anything.
        found = re.search(rf"(?<![a-z])(?:{pattern})(?![a-z])", text)
        if found and (len(found.group()) > 1 or found.group() == text):
            return meaning
    return None


def _by_number(name: str, sensor: str) -> str | None:
    found = _NUMBER.search(name.lower())
    return _SENSORS[sensor].get(found.group(1).lstrip("0")) if found else None


def wavelength_in(name: str) -> float | None:
    """Return the wavelength that a name states, micrometres, or None."""
    found = _WAVELENGTH.search(name.lower())
    if found is None:
        return None
    return float(found.group(1)) / (1000 if found.group(2).startswith("n") else 1)


def _by_wavelength(wavelength_um: float) -> str | None:
    for meaning, center, tolerance in _WAVELENGTHS:
        if abs(wavelength_um - center) <= tolerance:
            return meaning
    return None


def _sensor(names: Sequence[str], sensor_text: str) -> str | None:
    """Return whose numbers the names of bands are, or None if nothing tells."""
    found = [match for name in names if (match := _NUMBER.search(name.lower()))]
    numbers = {match.group(1) for match in found}
    if len(names) <= 4 and [name.lower() for name in names] == [
        f"band {i + 1}" for i in range(len(names))
    ]:
        # Counted by a program, in a composite whose bands may be any.
        return None
    text = " ".join([sensor_text, *names]).lower()
    for pattern, sensor in _SENSOR_SIGNS:
        if re.search(pattern, text):
            return sensor
    if numbers & {"8a", "12"} or any(number.startswith("0") for number in numbers):
        return "Sentinel-2"
    if any("sr_b" in match.group() for match in found):
        # Landsat 4 to 7 have no reflectance of band 6, which is thermal.
        return "Landsat 8 and 9" if "6" in numbers else "Landsat 4 to 7"
    return None
