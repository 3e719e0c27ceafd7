"""``model.json`` as plain values: a STAC Item with the Machine Learning Model (MLM) extension.

The engine and the picker in QGIS read it by these rules, so that what a person is shown of a model
is what a run does with it. What items of others leave out takes what is usual, which
`ModelItem.assumed` tells. Loads no weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

from . import mlm_item
from .band_quantiles import BandQuantiles, read_quantiles
from .bands import counted_bands
from .mlm_item import RefusedItem
from .model_values import (
    BYTES,
    DECIBELS,
    MAX_WINDOW_SIZE,
    UNITS,
    RefusedScaling,
    read_scaling,
    read_values,
)
from .palette import ClassInfo, RefusedClasses, check_palette, distinct_color
from .quantity import Quantity

Scores = Literal["logits", "probabilities", "classes", "numbers", "features", "unknown"]
USUAL_WINDOW_SIZE = 512
ASPECTS = ("classes", "bands", "window", "scaling", "values")
"""What of a model may have to be assumed."""
SHA256_MULTIHASH_PREFIX = "1220"

NOT_AS_EXPECTED = (
    LookupError,
    TypeError,
    AttributeError,
    ValueError,
    ArithmeticError,
    RuntimeError,
    OSError,
)
"""What comes of reading metadata of another shape than ours; OSError of a path that is none."""

_MAX_BANDS = 65_535  # GDAL's own limit


class ItemError(ValueError):
    """An item describes no network with one image in and one map of classes or numbers out.

    Attributes:
        path: its file, or the file that it is in.
        reason: what is wrong, to follow "the model cannot be used:".
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UnreadableItem(ItemError):
    """There is no such file, or no JSON object in it."""


@dataclass(frozen=True)
class ModelItem:
    """A model, as far as it is known without loading it.

    Attributes:
        weights: file with the weights; it may be missing.
        architecture: name in the engine's registry of networks; only torch weights need it.
        bands: names of the input bands, in order.
        mean, std: per band, in the units of `value_range`.
        window_size, overlap: pixels.
        window_sizes: edges of other windows in which it is as accurate, pixels; none: nobody says.
        overhang: how far windows reach beyond the raster, which is mirrored there, pixels.
        gsd_m, gsd_range_m: ground sample distance it was trained for, metres, where known.
        classes: channel ``i`` of the network's output is ``classes[i]``; none in a network that
            has not learned any yet.
        scores: whether the network returns logits, or probabilities or other shares; or decides
            by itself and returns classes; or numbers, which are the map; or knows nothing and
            returns maps of features.
        threshold: of a network with one output channel, above which a pixel is of the second
            class; None for all others.
        value_range: the pixel values that the network was trained with; rasters of other types
            than bytes are stretched into it. None for a network that is given pixels as they are,
            whatever their type.
        unit: what these values are, one of `UNITS`; None: nobody says.
        clips: least and most that the network is given of each band, in these values; empty:
            whatever there is.
        sha256, size_bytes: what the metadata says of the weights file, or None.
        description_file: the item that this was read from, or None.
        assumed: which of `ASPECTS` nothing tells, so that they are what is usual.
        note: what else there is to know; empty: nothing.
        training_marks: of the polygons that it was adapted to, by which they are known again.
        raster_gsd_m: longest edge of a pixel of the rasters that it was adapted to, metres, before
            these were brought to its own size; None: nobody says.
        remarks: sentences about what its maker may have meant otherwise, for all who run it.
        published_scores: benchmark and mean IoU in percent, as the authors published them.
        quantiles: of the imagery that it was trained on, by band; None: nobody says.
        quantity: what the numbers are of that it tells; None: it tells classes.
    """

    id: str
    name: str
    description: str
    license: str
    trained_on: str
    weights: Path
    architecture: str
    bands: tuple[str, ...]
    mean: tuple[float, ...]
    std: tuple[float, ...]
    window_size: int
    overlap: int
    gsd_m: float | None
    gsd_range_m: tuple[float, float] | None
    classes: tuple[ClassInfo, ...]
    scores: Scores
    threshold: float | None = None
    window_sizes: tuple[int, ...] = ()
    overhang: int = 0
    value_range: tuple[float, float] | None = BYTES
    unit: str | None = None
    clips: tuple[tuple[float, float], ...] = ()
    sha256: str | None = None
    size_bytes: int | None = None
    description_file: Path | None = None
    assumed: tuple[str, ...] = ()
    note: str = ""
    training_marks: tuple[str, ...] = ()
    raster_gsd_m: float | None = None
    remarks: tuple[str, ...] = ()
    published_scores: tuple[tuple[str, float], ...] = ()
    quantiles: BandQuantiles | None = None
    quantity: Quantity | None = None

    def __post_init__(self) -> None:
        """Refuse numbers that no run could be made with.

        Raises:
            ValueError: saying which.
        """
        if not (len(self.bands) == len(self.mean) == len(self.std) > 0):
            raise ValueError("bands, means and deviations differ in number")
        if not all(map(math.isfinite, self.mean)):
            raise ValueError(f"means must be numbers, got {self.mean}")
        if not all(0 < value < math.inf for value in self.std):
            raise ValueError(f"deviations must be more than 0, got {self.std}")
        if not 0 <= self.overlap < self.window_size <= MAX_WINDOW_SIZE:
            raise ValueError(f"overlap {self.overlap} does not fit window {self.window_size}")
        for size in self.window_sizes:
            if not self.overlap < size <= MAX_WINDOW_SIZE:
                raise ValueError(f"overlap {self.overlap} does not fit window {size}")
        if not 0 <= self.overhang < self.window_size:
            raise ValueError(f"overhang {self.overhang} does not fit window {self.window_size}")
        if self.gsd_m is not None and not 0 < self.gsd_m < math.inf:
            raise ValueError(f"the pixel size is none: {self.gsd_m}")
        if self.gsd_range_m and not 0 < self.gsd_range_m[0] <= self.gsd_range_m[1] < math.inf:
            raise ValueError(f"the range of pixel sizes is none: {self.gsd_range_m}")
        low, high = self.value_range or BYTES
        if not -math.inf < low < high < math.inf:
            raise ValueError(f"the range of pixel values is none: {self.value_range}")
        if self.unit is not None and UNITS[self.unit] != self.value_range:
            raise ValueError(f"{self.unit} does not have the range {self.value_range}")
        if self.clips and len(self.clips) != len(self.bands):
            raise ValueError("bands and what they are clipped to differ in number")
        if not all(least < most for least, most in self.clips):
            raise ValueError(f"values cannot be clipped to {self.clips}")

    @property
    def takes(self) -> str:
        """What values it takes, in words that `parse_values` understands; '' if as they are."""
        if self.unit is not None:
            return self.unit
        if self.value_range is None:
            return ""
        return "bytes" if self.value_range == BYTES else "{:g},{:g}".format(*self.value_range)

    @property
    def needs_adapting(self) -> bool:
        """True for a network that has not learned any classes yet, nor numbers."""
        return not self.classes and self.quantity is None

    @property
    def channels(self) -> int:
        """How many numbers it gives of each pixel: one that is the map's, or scores of classes."""
        is_one = self.threshold is not None or self.quantity is not None
        return 1 if is_one else len(self.classes)

    @property
    def is_encoder(self) -> bool:
        """True for a network that gives maps of features, from which a head learns classes."""
        return self.scores == "features"

    @property
    def is_on_disk(self) -> bool:
        """Whether its weights are there."""
        try:
            return self.weights.is_file()
        except OSError:  # a name that no file can have
            return False


def read(path: Path) -> ModelItem:
    """Return the model that the item in a file describes.

    Raises:
        UnreadableItem: if there is no JSON object in the file.
        ItemError: if it describes none, or weights outside its own folder.
    """
    content = load(path)
    with _told(path):
        asset = mlm_item.model_asset(content)
        weights = (path.parent / asset["href"]).resolve()
        # What is read, copied and handed on with a model is what lies beside its item.
        if not weights.is_relative_to(path.parent.resolve()):
            raise ItemError(path, "its weights lie outside its own folder.")
        checksum, size = asset.get("file:checksum"), asset.get("file:size")
        return replace(
            _parse(content, asset, weights),
            sha256=str(checksum).removeprefix(SHA256_MULTIHASH_PREFIX) if checksum else None,
            size_bytes=size if isinstance(size, int) else None,
            description_file=path,
        )


def read_embedded(text: str, weights: Path) -> ModelItem:
    """Return the model that the item inside a file with weights describes.

    Raises:
        ItemError: if it describes none.
    """
    with _told(weights):
        return _parse(_object(text), {}, weights)


def load(path: Path) -> dict[str, Any]:
    """Return the JSON object in a file.

    Raises:
        UnreadableItem: if there is none.
    """
    try:
        return _object(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnreadableItem(path, f"{error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableItem(path, f"its metadata is not JSON ({error}).") from error


def describe_values(item: ModelItem) -> str:
    """Return what values a model takes, in English."""
    if item.unit is not None:
        return "decibels" if item.unit == DECIBELS else item.unit
    if item.value_range is None:
        return "numbers as they are"
    return "{:g} to {:g}".format(*item.value_range)


def usual_bands(count: int) -> tuple[str, ...]:
    """Return names for bands that nothing names."""
    if count == 3:
        return ("red", "green", "blue")
    return counted_bands(count)


def plain_reason(error: Exception) -> str:
    """Return what was not as expected, for a sentence: Python's errors are for programmers."""
    return f"there is no {error}" if isinstance(error, LookupError) else str(error)


def _object(text: str) -> dict[str, Any]:
    content = json.loads(text, parse_constant=_refuse_constant)
    if not isinstance(content, dict):
        raise ValueError("there is no object in it")
    try:
        json.dumps(content, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise ValueError("a text in it ends in half a letter") from error
    return content


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a JSON number")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except ItemError:
        raise
    except (RefusedScaling, RefusedItem) as error:
        raise ItemError(path, str(error)) from error
    except RefusedClasses as error:
        raise ItemError(path, f"{error}.") from error
    except NOT_AS_EXPECTED as error:
        reason = f"its metadata is no usable MLM item ({plain_reason(error)})."
        raise ItemError(path, reason) from error


def _parse(content: dict[str, Any], asset: dict[str, Any], weights: Path) -> ModelItem:
    properties = content["properties"]
    source, result = mlm_item.the_input(properties), mlm_item.the_output(properties)
    told = properties.get("crossearth:assumed")
    assumed = {aspect for aspect in ASPECTS if isinstance(told, list) and aspect in told}
    count, edge = mlm_item.channels_and_edge(source.get("input") or {})
    bands = mlm_item.band_names(source, asset, properties, count)
    if not bands:
        assumed.add("bands")
        if not 0 < count <= _MAX_BANDS:
            raise ValueError("nothing tells how many bands it takes")
        bands = usual_bands(count)
    window_size = properties.get("crossearth:window_size") or edge
    if window_size <= 0:
        assumed.add("window")
        window_size = USUAL_WINDOW_SIZE
    overlap = properties.get("crossearth:overlap")
    # MLM: null means that pixels are taken as they are, a single entry stands for all bands.
    scaling = [read_scaling(entry) for entry in mlm_item.value_scaling(source)]
    if len(scaling) == 1:
        scaling = scaling * len(bands)
    values, are_told = read_values(properties, scaling)
    if not are_told:
        assumed.add("values")
    gsd, gsd_range = properties.get("gsd"), properties.get("crossearth:gsd_range_m")
    scores, threshold = properties.get("crossearth:scores"), properties.get("crossearth:threshold")
    quantity = _quantity(result, properties)
    classes = () if quantity else _classes(mlm_item.classes(result, properties, asset), result)
    if threshold is None:
        threshold = mlm_item.threshold(result, len(classes))
    model_id, origin = str(content["id"]), _mapping(properties.get("crossearth:origin"))
    return ModelItem(
        id=model_id,
        # In the letters of any language; those of "mlm:name" are few.
        name=str(properties.get("crossearth:name") or properties.get("mlm:name") or model_id),
        description=str(properties.get("description") or ""),
        license=str(properties.get("license") or "unknown"),
        trained_on=str(properties.get("crossearth:trained_on") or ""),
        weights=weights,
        architecture=str(properties.get("mlm:architecture") or ""),
        bands=bands,
        mean=tuple(entry.mean for entry in scaling),
        std=tuple(entry.std for entry in scaling),
        window_size=int(window_size),
        overlap=int(window_size // 4 if overlap is None else overlap),
        window_sizes=tuple(map(int, properties.get("crossearth:window_sizes") or ())),
        overhang=int(properties.get("crossearth:overhang") or 0),
        gsd_m=None if gsd is None else float(gsd),
        gsd_range_m=(float(gsd_range[0]), float(gsd_range[1])) if gsd_range else None,
        classes=classes,
        scores="numbers" if quantity else scores if scores in get_args(Scores) else "unknown",
        threshold=None if threshold is None else float(threshold),
        **values,
        assumed=tuple(aspect for aspect in ASPECTS if aspect in assumed),
        note=str(origin.get("note") or ""),
        training_marks=_texts(origin.get("polygon_marks")),
        raster_gsd_m=_positive(origin.get("raster_gsd_m")),
        remarks=_texts(properties.get("crossearth:remarks")),
        published_scores=_published_scores(properties.get("crossearth:accuracy")),
        quantiles=read_quantiles(properties.get("crossearth:band_quantiles"), len(bands)),
        quantity=quantity,
    )


def _quantity(output: dict[str, Any], properties: dict[str, Any]) -> Quantity | None:
    """Return what a regression tells numbers of; None of other models."""
    told = properties.get("crossearth:quantity")
    if isinstance(told, Mapping):
        return Quantity.from_dict(told)
    if not mlm_item.is_regression(output, properties):
        return None
    return Quantity(str(output.get("name") or "value"))


def _classes(entries: list[dict[str, Any]], output: dict[str, Any]) -> tuple[ClassInfo, ...]:
    found = tuple(
        ClassInfo(entry["value"], entry["name"], _color(entry["hint"], i, len(entries)))
        for i, entry in enumerate(entries)
    )
    if len(found) == 1 and mlm_item.channels_of_map(output.get("result") or {})[0] == 1:
        # What is not of the only class is of none.
        (only,) = found
        rest = ClassInfo(0 if only.value else 1, f"not {only.name}", distinct_color(1, 2))
        found = (rest, only)
    return check_palette(found)


def _color(hint: str | None, index: int, count: int) -> str:
    return f"#{hint.lstrip('#').lower()}" if hint else distinct_color(index, count)


def _published_scores(accuracy: Any) -> tuple[tuple[str, float], ...]:
    published = _mapping(_mapping(accuracy).get("published_miou_percent"))
    return tuple(
        (str(name), float(value))
        for name, value in published.items()
        if isinstance(value, (int, float))
    )


def _texts(value: Any) -> tuple[str, ...]:
    """Return sentences; of another shape they are left out, not refused."""
    return tuple(str(text) for text in value) if isinstance(value, list) else ()


def _positive(value: Any) -> float | None:
    """Return what a run does not depend on; of another shape it is left out, not refused."""
    is_one = isinstance(value, (int, float)) and 0 < value < math.inf
    return float(value) if is_one else None


def _mapping(value: Any) -> Mapping[str, Any]:
    """Return what a run does not depend on; of another shape it is left out, not refused."""
    return value if isinstance(value, Mapping) else {}
