"""What the numbers in a raster measure: scale and offset of each band, and who says so.

The file itself may, as GDAL knows it (or its ENVI header); a STAC Item beside it; or the metadata
of the product that it is or was cut from: Sentinel-2, whose integers have 1000 added since
processing baseline 04.00 of January 2022, Landsat Collection 2, and HLS. What nobody tells is not
guessed here. Reads small text files beside the raster, never its pixels.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from crossearth_engine.raster import local_only

REFLECTANCE = "reflectance"

_MAX_TEXT_BYTES = 1 << 20
# Between a name and its value in tags, ODL, JSON and XML.
_IS = r'[">]?\s*[=:]?\s*"?'
_NUMBER = rf"{_IS}(-?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?)"
# The folders of a product of Sentinel-2 above the files with its bands.
_MAX_PARENTS = 6
_SENTINEL_FILES = ("MTD_MSIL1C.xml", "MTD_MSIL2A.xml")
_FIRST_BASELINE_WITH_OFFSET, _UNKNOWN_BASELINE = 400, 9999
# The day from which on all that was sensed was processed with that baseline or a later one.
_FIRST_DAY_WITH_OFFSET = "20220125"
_SENTINEL_QUANTUM, _SENTINEL_OFFSET = 10_000.0, -1_000.0
_LANDSAT_SCALE, _LANDSAT_OFFSET = 2.75e-5, -0.2
_HLS_SCALE = 1e-4

_SENTINEL_NAME = re.compile(r"(?<![A-Za-z0-9])S2[A-D]_MSIL(?:1C|2A)_(\d{8})T\d{6}(?:_N(\d{4}))?_")
_HARMONIZED = re.compile(r"(?<![A-Za-z0-9])S2(?:_SR)?_HARMONIZED(?![A-Za-z0-9])")
# Of a strip of data, or of a datatake.
_SENTINEL_STRIP = re.compile(r"(?<![A-Za-z0-9])G?S2[A-D]_\w+_N(\d\d)\.(\d\d)(?!\d)")
_BASELINE = re.compile(rf"\bPROCESSING_BASELINE{_IS}N?(\d{{1,2}})\.?(\d\d)\b", re.IGNORECASE)
_ADDED = re.compile(rf"\b(?:BOA|RADIO)_ADD_OFFSET\w*{_NUMBER}", re.IGNORECASE)
_QUANTUM = re.compile(rf"\b(?:BOA_)?QUANTIFICATION_VALUE{_NUMBER}", re.IGNORECASE)
_LANDSAT_NAME = re.compile(
    r"(?<![A-Za-z0-9])L[COTEM]0\d_(L[12][A-Z]{2})_\d{6}_\d{8}(?:_\d{8})?_(\d\d)_"
    r"(?:T1|T2|RT|A1|A2)(?![A-Za-z0-9])"
)
_HLS_NAME = re.compile(r"(?<![A-Za-z0-9])HLS\.[SL]30\.T\w{5}\.\d{7}T\d{6}\.v\d\.\d\b")
# In the names of files of these products that hold something else.
_NO_REFLECTANCE = re.compile(r"[._](?:SCL|AOT|WVP|TCI|PVI|CLD|SNW|QA|ST|Fmask|S[AZ]A|V[AZ]A)[._]")
_LANDSAT_BAND = re.compile(r"(?:^|[_ ])B(?:and)?[_ ]?0?(\d{1,2})(?:$|[._ ])", re.IGNORECASE)


@dataclass(frozen=True)
class Calibration:
    """What is measured is the number in the file x scale + offset.

    Attributes:
        scales, offsets: of each band that is read.
        source: who says so, to follow "by".
        measures: `REFLECTANCE`, or '' where nobody says.
    """

    scales: tuple[float, ...]
    offsets: tuple[float, ...]
    source: str
    measures: str = ""

    @property
    def unit_limits(self) -> tuple[tuple[float, float], ...]:
        """The numbers in the file that stand for 0 and for 1, of each band."""
        return tuple(
            ((0 - offset) / scale, (1 - offset) / scale)
            for scale, offset in zip(self.scales, self.offsets, strict=True)
        )


def calibration_of_file(dataset: Any, bands: Sequence[int]) -> Calibration | None:
    """Return what the file says of itself; None if it says nothing.

    Args:
        dataset: as rasterio opens it.
        bands: those that are read, from 1.
    """
    scales = tuple(float(dataset.scales[index - 1]) for index in bands)
    offsets = tuple(float(dataset.offsets[index - 1]) for index in bands)
    is_said = any(scale != 1 for scale in scales) or any(offset != 0 for offset in offsets)
    if is_said and all(scale != 0 and math.isfinite(scale) for scale in scales):
        return Calibration(scales, offsets, "scale and offset of the file")
    factor = _positive(dataset.tags(ns="ENVI").get("reflectance_scale_factor"))
    if factor is not None:
        return _same_for_all(bands, 1 / factor, 0.0, "its ENVI header")
    return None


def calibration_of_product(dataset: Any, path: str, bands: Sequence[int]) -> Calibration | None:
    """Return what the metadata of the product says, or a STAC Item beside the file; else None.

    Args:
        dataset: as rasterio opens it.
        path: what it was opened with.
        bands: those that are read, from 1.
    """
    found = _of_item(path, bands)
    if found is not None:
        return found
    name = PurePath(path).name
    if _NO_REFLECTANCE.search(name):
        return None
    text = _text(dataset, path, bands)
    return (
        _of_sentinel(text, bands)
        or _of_landsat(text, bands, [name, *(dataset.descriptions[i - 1] or "" for i in bands)])
        or _of_hls(text, bands)
    )


def _of_sentinel(text: str, bands: Sequence[int]) -> Calibration | None:
    """Return what the metadata, the baseline in it, or that in the name of a product says.

    Of a mosaic of several products only what all of them say.
    """
    found = _sentinel_offset(text)
    if found is None:
        return None
    offset, source = found
    quantum = _QUANTUM.search(text)
    scale = 1 / (float(quantum.group(1)) if quantum else _SENTINEL_QUANTUM)
    return _same_for_all(bands, scale, offset * scale, source)


def _sentinel_offset(text: str) -> tuple[float, str] | None:
    """Return what is added to the numbers of Sentinel-2, negative, and who says so; or None."""
    if _HARMONIZED.search(text):
        return 0.0, "its collection, in which Sentinel-2's numbers have nothing added"
    baselines, source = _baselines(text), "the metadata of Sentinel-2"
    offsets = {float(value) for value in _ADDED.findall(text)}
    if not offsets and _UNKNOWN_BASELINE not in baselines:
        offsets = {
            _SENTINEL_OFFSET if baseline >= _FIRST_BASELINE_WITH_OFFSET else 0.0
            for baseline in baselines
        }
        if len(baselines) == 1:
            (baseline,) = baselines
            source = f"Sentinel-2's processing baseline {baseline // 100:02d}.{baseline % 100:02d}"
    return (offsets.pop(), source) if len(offsets) == 1 else None


def _baselines(text: str) -> set[int]:
    """Return the processing baselines, 509 for 05.09, by what tells most surely."""
    found = _BASELINE.findall(text) or _SENTINEL_STRIP.findall(text)
    if found:
        return {int(major) * 100 + int(minor) for major, minor in found}
    named = set()
    for day, digits in _SENTINEL_NAME.findall(text):
        if digits:
            named.add(int(digits))
        elif day >= _FIRST_DAY_WITH_OFFSET:
            named.add(_FIRST_BASELINE_WITH_OFFSET)
        else:
            # It may have been processed anew, long after.
            named.add(_UNKNOWN_BASELINE)
    return named


def _of_landsat(text: str, bands: Sequence[int], names: Sequence[str]) -> Calibration | None:
    """Return what all products of Level 2 have, or what the metadata (MTL) of a Level 1 says.

    Args:
        text: all that may name the product.
        bands: those that are read.
        names: of the file, then of these bands.
    """
    products = {*_LANDSAT_NAME.findall(text)}
    named_level, named_collection = products.pop() if len(products) == 1 else ("", "")
    level = _word("PROCESSING_LEVEL", text) or named_level
    collection = _word("COLLECTION_NUMBER", text) or named_collection
    if level.startswith("L2") and collection in ("2", "02"):
        source = "Landsat's Collection 2, Level 2"
        return _same_for_all(bands, _LANDSAT_SCALE, _LANDSAT_OFFSET, source)
    factors, added = _landsat_values("MULT", text), _landsat_values("ADD", text)
    elevation = re.search(rf"\bSUN_ELEVATION{_NUMBER}", text)
    if not (level.startswith("L1") and factors and elevation):
        return None
    # The numbers are reflectance under a sun in the zenith.
    height = math.sin(math.radians(float(elevation.group(1))))
    numbers = [_LANDSAT_BAND.search(name) for name in names]
    own = [match.group(1) for match in numbers[1:] if match]
    if len({*zip(factors.values(), added.values(), strict=False)}) == 1:
        own = [next(iter(factors))] * len(bands)
    elif not own and len(bands) == 1 and numbers[0]:
        own = [numbers[0].group(1)]
    if height <= 0 or len(own) != len(bands) or not all(n in factors and n in added for n in own):
        return None
    return Calibration(
        tuple(factors[number] / height for number in own),
        tuple(added[number] / height for number in own),
        "the metadata of Landsat",
        REFLECTANCE,
    )


def _landsat_values(kind: str, text: str) -> dict[str, float]:
    """Return what is multiplied or added, by number of the band."""
    found = re.findall(rf"\bREFLECTANCE_{kind}_BAND_(\d+){_NUMBER}", text)
    return {number: float(value) for number, value in found}


def _of_hls(text: str, bands: Sequence[int]) -> Calibration | None:
    is_hls = _HLS_NAME.search(text)
    return _same_for_all(bands, _HLS_SCALE, 0.0, "the product, HLS") if is_hls else None


def _of_item(path: str, bands: Sequence[int]) -> Calibration | None:
    """Return what a STAC Item beside the file says of the file's bands."""
    name = PurePath(path).name
    try:
        item = json.loads(_read(Path(path).with_suffix(".json")) or "null")
        asset = next(a for a in item["assets"].values() if PurePath(a["href"]).name == name)
        entries = asset.get("raster:bands") or asset.get("bands") or [asset]
        if len(entries) == 1:
            entries = entries * max(bands)
        chosen = [entries[index - 1] for index in bands]
        scales = tuple(float(_first(entry, "scale", 1)) for entry in chosen)
        offsets = tuple(float(_first(entry, "offset", 0)) for entry in chosen)
    except (LookupError, TypeError, AttributeError, ValueError, StopIteration, RecursionError):
        return None  # it is about something else
    is_said = any(scale != 1 for scale in scales) or any(offset != 0 for offset in offsets)
    if not is_said or not all(scale != 0 and math.isfinite(scale) for scale in scales):
        return None
    return Calibration(scales, offsets, "the STAC Item beside the file")


def _first(entry: Mapping[str, Any], name: str, usual: float) -> Any:
    # With the prefix where the band is one of STAC 1.1.
    return entry.get(name, entry.get(f"raster:{name}", usual))


def _text(dataset: Any, path: str, bands: Sequence[int]) -> str:
    """Return all that may name the product: paths, tags, and the text files that come with it.

    Of a virtual raster these are also the paths of what it is made of.
    """
    tags = {**dataset.tags(bands[0]), **dataset.tags()}
    parts = [path, *dataset.files, *(f"{name} = {value}" for name, value in tags.items())]
    parts += [_read(file) for file in _metadata_files(path)]
    # Attributes of XML stand between a name and its value.
    return re.sub(r"(<\w+)\s[^<>]*>", r"\1>", "\n".join(parts))


def _metadata_files(path: str) -> list[Path]:
    """Return the files that come with a product of Sentinel-2 or Landsat, if it is on a disk."""
    place, parents = Path(path), 1 if local_only.is_on() else _MAX_PARENTS
    try:
        if not place.is_file():
            return []
        found = [p / name for p in [*place.parents][:parents] for name in _SENTINEL_FILES]
        found = [file for file in found if file.is_file()]
        landsat = sorted(place.parent.glob("*_MTL.*"))
    except (OSError, ValueError):
        return []
    own = [file for file in landsat if place.name.startswith(file.name.partition("_MTL.")[0])]
    if not own and not _LANDSAT_NAME.search(place.name):
        # A stack that was made in the folder of the one product that it is of.
        own = landsat if len({file.stem for file in landsat}) == 1 else []
    return found + own[:1]


def _read(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(_MAX_TEXT_BYTES).decode("utf-8", errors="replace")
    except (OSError, ValueError):
        return ""


def _word(name: str, text: str) -> str:
    found = re.search(rf"\b{name}{_IS}(\w+)", text)
    return found.group(1) if found else ""


def _same_for_all(bands: Sequence[int], scale: float, offset: float, source: str) -> Calibration:
    count = len(bands)
    return Calibration((scale,) * count, (offset,) * count, source, REFLECTANCE)


def _positive(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if 0 < value < math.inf else None
