"""What is known of a model: bands, scaling, window, classes, licence, and where its weights are.

Read from a STAC Item with the Machine Learning Model (MLM) extension, or from the metadata keys
that the Deepness plugin keeps inside ONNX files. Loads no weights.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from crossearth_engine.digests import DIGESTS_FILE, digest_of_state, listed_digest
from crossearth_engine.errors import ChecksumMismatch, IncompatibleModel, UnreadableModel
from crossearth_engine.raster.stretch import BYTES
from crossearth_engine.shared.palette import ClassInfo, check_palette, distinct_color

MODEL_FILE = "model.json"
ITEM_KEY = "stac_item"
"""Metadata key under which an ONNX file carries its whole STAC Item."""
SHA256_MULTIHASH_PREFIX = "1220"
USUAL_WINDOW_SIZE = 512

# What comes of reading metadata of another shape than ours; OSError of a path that cannot be one.
NOT_AS_EXPECTED = (
    LookupError,
    TypeError,
    AttributeError,
    ValueError,
    ArithmeticError,
    RecursionError,
    StopIteration,
    OSError,
)


@dataclass(frozen=True)
class ModelInfo:
    """A model, as far as it is known without loading it.

    Attributes:
        weights: file with the weights.
        architecture: name in `crossearth_engine.models.registry`; only torch weights need it.
        bands: names of the input bands, in order.
        mean, std: per band, in the units of `value_range`.
        window_size, overlap: pixels.
        gsd_m, gsd_range_m: ground sample distance it was trained for, metres, where known.
        classes: channel ``i`` of the network's output is ``classes[i]``.
        scores: whether the network returns logits, or probabilities or other shares.
        threshold: of a network with one output channel, above which a pixel is of the second
            class; None for all others.
        value_range: the pixel values that the network was trained with; rasters of other types
            than bytes are stretched into it. None for a network that is given pixels as they are,
            whatever their type.
        sha256: what the metadata says of the weights file, or None.
        description_file: the STAC Item that this was read from, or None.
        assumed: which of ``classes``, ``bands``, ``window`` and ``scaling`` nothing tells, so that
            they are what is usual.
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
    scores: Literal["logits", "probabilities", "unknown"]
    threshold: float | None = None
    value_range: tuple[float, float] | None = BYTES
    sha256: str | None = None
    description_file: Path | None = None
    assumed: tuple[str, ...] = ()

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
        if not 0 <= self.overlap < self.window_size:
            raise ValueError(f"overlap {self.overlap} does not fit window {self.window_size}")
        if self.gsd_range_m and not 0 < self.gsd_range_m[0] <= self.gsd_range_m[1] < math.inf:
            raise ValueError(f"the range of pixel sizes is none: {self.gsd_range_m}")
        low, high = self.value_range or BYTES
        if not -math.inf < low < high < math.inf:
            raise ValueError(f"the range of pixel values is none: {self.value_range}")

    def to_dict(self) -> dict[str, Any]:
        """Return what a person wants to see of the model, ready for JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "license": self.license,
            "trained_on": self.trained_on,
            "gsd_m": self.gsd_m,
            "gsd_range_m": self.gsd_range_m,
            "window_size": self.window_size,
            "overlap": self.overlap,
            "bands": list(self.bands),
            "value_range": self.value_range,
            "classes": [vars(item) for item in self.classes],
            "scores": self.scores,
            "size_bytes": self.weights.stat().st_size,
            "path": str(self.weights),
            "assumed": list(self.assumed),
        }

    @property
    def needs_adapting(self) -> bool:
        """True for a network that has not learned any classes yet."""
        return not self.classes

    def verify(self) -> str:
        """Return the SHA-256 of the weights file, hexadecimal.

        Raises:
            ChecksumMismatch: if the metadata states another one.
            UnreadableModel: if the file cannot be read.
        """
        try:
            stat = self.weights.stat()
            digest = digest_of_state(self.weights, stat.st_size, stat.st_mtime_ns)
        except OSError as error:
            raise UnreadableModel(path=self.weights, reason=f"{error.strerror}.") from error
        if self.sha256 is not None and digest != self.sha256:
            raise ChecksumMismatch(path=self.weights)
        return digest


def read_stac_item(path: Path) -> ModelInfo:
    """Return the model described by a STAC Item with the MLM extension.

    What items of others leave out takes what is usual, which ``assumed`` tells.

    Raises:
        UnreadableModel: if the file is missing or not JSON.
        IncompatibleModel: if it describes no network with one image in and one class map out, or
            its weights are missing or outside the item's folder.
    """
    item = read_item(path)
    try:
        asset = next(a for a in item["assets"].values() if "mlm:model" in a.get("roles", ()))
        weights = (path.parent / asset["href"]).resolve()
        if not weights.is_relative_to(path.parent.resolve()):
            raise IncompatibleModel(path=path, reason="its weights lie outside its own folder.")
        if not weights.is_file():
            raise IncompatibleModel(path=path, reason=f"the file {weights.name} is missing.")
        return replace(
            _from_item(item, weights), sha256=_stated_digest(asset, weights), description_file=path
        )
    except NOT_AS_EXPECTED as error:
        reason = f"its metadata is no usable MLM item ({type(error).__name__}: {error})."
        raise IncompatibleModel(path=path, reason=reason) from error


def read_item(path: Path) -> dict[str, Any]:
    """Return the JSON object in a file.

    Raises:
        UnreadableModel: if the file is missing or not JSON.
    """
    try:
        return _parse_item(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnreadableModel(path=path, reason=f"{error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableModel(path=path, reason=f"its metadata is not JSON ({error}).") from error


def _parse_item(text: str) -> dict[str, Any]:
    item = json.loads(text, parse_constant=_refuse_constant)
    if not isinstance(item, dict):
        raise ValueError("there is no object in it")
    return item


def _from_item(item: dict[str, Any], weights: Path) -> ModelInfo:
    properties = item["properties"]
    source, result = properties["mlm:input"][0], properties["mlm:output"][0]
    assumed = list(properties.get("crossearth:assumed", ()))
    shape = source.get("input", {}).get("shape", ())
    bands = tuple(b if isinstance(b, str) else b["name"] for b in source.get("bands", ()))
    if not bands:
        assumed.append("bands")
        bands = usual_bands(shape[1])
    # MLM: null means that pixels are taken as they are.
    scaling = source.get("value_scaling") or [{"type": "z-score", "mean": 0, "stddev": 1}]
    if len(scaling) == 1:
        # MLM: a single entry stands for all bands.
        scaling = scaling * len(bands)
    window_size = properties.get("crossearth:window_size") or (shape[-1] if shape else 0)
    if window_size <= 0:
        assumed.append("window")
        window_size = USUAL_WINDOW_SIZE
    classes = result.get("classification:classes") or ()
    gsd_range = properties.get("crossearth:gsd_range_m")
    scores = properties.get("crossearth:scores")
    threshold = properties.get("crossearth:threshold")
    value_range = properties.get("crossearth:value_range", _value_range(scaling))
    return ModelInfo(
        id=item["id"],
        name=properties.get("crossearth:name") or properties.get("mlm:name") or item["id"],
        description=properties.get("description") or "",
        license=properties.get("license") or "unknown",
        trained_on=properties.get("crossearth:trained_on") or "",
        weights=weights,
        architecture=properties.get("mlm:architecture") or "",
        bands=bands,
        mean=tuple(_mean_and_std(entry)[0] for entry in scaling),
        std=tuple(_mean_and_std(entry)[1] for entry in scaling),
        window_size=int(window_size),
        overlap=int(properties.get("crossearth:overlap", window_size // 4)),
        gsd_m=properties.get("gsd"),
        gsd_range_m=(float(gsd_range[0]), float(gsd_range[1])) if gsd_range else None,
        classes=check_palette(
            tuple(
                ClassInfo(
                    int(c["value"]),
                    c.get("name") or c["description"],
                    _color(c, index, len(classes)),
                )
                for index, c in enumerate(classes)
            )
        ),
        scores=scores if scores in ("logits", "probabilities") else "unknown",
        threshold=None if threshold is None else float(threshold),
        value_range=(float(value_range[0]), float(value_range[1])) if value_range else None,
        assumed=tuple(dict.fromkeys(assumed)),
    )


def _value_range(scaling: list[dict[str, Any]]) -> tuple[float, float] | None:
    """Return the range of pixel values that the scaling tells of; None if it is not that of bytes.

    What is scaled from its minimum and maximum has these as range. A mean that no byte can have
    belongs to values of another type, whose range nobody tells.
    """
    if all(entry["type"] == "min-max" for entry in scaling):
        lowest = min(float(entry["minimum"]) for entry in scaling)
        return lowest, max(float(entry["maximum"]) for entry in scaling)
    low, high = BYTES
    is_of_bytes = all(low <= _mean_and_std(entry)[0] <= high for entry in scaling)
    return BYTES if is_of_bytes else None


def _mean_and_std(scaling: dict[str, Any]) -> tuple[float, float]:
    """Return what is subtracted from pixels, and what they are then divided by."""
    kind = scaling["type"]
    if kind == "z-score":
        return float(scaling["mean"]), float(scaling["stddev"])
    if kind == "min-max":
        low, high = float(scaling["minimum"]), float(scaling["maximum"])
        return low, high - low
    raise ValueError(f"its value scaling is {kind}; only z-score and min-max can be applied")


def usual_bands(count: int) -> tuple[str, ...]:
    """Return names for bands that nothing names."""
    if count == 3:
        return ("red", "green", "blue")
    return tuple(f"band {i + 1}" for i in range(count))


def numbered_classes(count: int) -> tuple[ClassInfo, ...]:
    """Return class 0, class 1, …, in distinct colours."""
    return tuple(ClassInfo(i, f"class {i}", distinct_color(i, count)) for i in range(count))


def _color(entry: dict[str, Any], index: int, count: int) -> str:
    hint = entry.get("color_hint")
    return f"#{hint.lower()}" if hint else distinct_color(index, count)


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a JSON number")


def _stated_digest(asset: dict[str, Any], weights: Path) -> str | None:
    """Return the SHA-256 in the item, or in the file ``SHA256SUMS`` beside the weights."""
    if checksum := asset.get("file:checksum"):
        return str(checksum).removeprefix(SHA256_MULTIHASH_PREFIX)
    sums = weights.with_name(DIGESTS_FILE)
    return listed_digest(sums.read_text(encoding="utf-8"), weights.name) if sums.is_file() else None


def deepness_metadata(model: ModelInfo) -> dict[str, str]:
    """Return the keys that the Deepness plugin reads from an ONNX file, as JSON values.

    Deepness numbers classes by output channel, gives the resolution in centimetres, the overlap in
    percent of the window, and standardises pixels divided by 255.
    """
    values = {
        "model_type": "Segmentor",
        "class_names": {i: item.name for i, item in enumerate(model.classes)},
        "tile_size": model.window_size,
        "tiles_overlap": round(100 * model.overlap / model.window_size),
        "standardization_mean": [value / 255 for value in model.mean],
        "standardization_std": [value / 255 for value in model.std],
    }
    if model.gsd_m is not None:
        values["resolution"] = 100 * model.gsd_m
    return {key: json.dumps(value) for key, value in values.items()}


def from_deepness(
    path: Path,
    metadata: dict[str, str],
    input_shape: tuple[int | None, ...],
    output_shape: tuple[int | None, ...],
) -> ModelInfo:
    """Return the model described by an ONNX file alone.

    Understands a whole item under `ITEM_KEY`, else the keys of the Deepness plugin
    (``class_names``, ``resolution`` in cm per pixel, ``tile_size``, ``tiles_overlap`` in percent,
    ``standardization_mean`` and ``_std`` of pixels divided by 255, ``seg_thresh``); what is absent
    takes Deepness's defaults, which ``assumed`` tells.

    Args:
        path: the ONNX file.
        metadata: its metadata, key to text.
        input_shape: (B, C, H, W), None where dynamic.
        output_shape: (B, K, H, W), likewise.

    Raises:
        IncompatibleModel: if shapes or metadata are not those of a segmentation network.
    """
    if len(input_shape) != 4 or len(output_shape) != 4:
        reason = f"it does not map images to class maps (shapes {input_shape} to {output_shape})."
        raise IncompatibleModel(path=path, reason=reason)
    try:
        if ITEM_KEY in metadata:
            return _from_item(_parse_item(metadata[ITEM_KEY]), path)
        return _from_deepness(path, metadata, input_shape, output_shape)
    except NOT_AS_EXPECTED as error:
        reason = f"its metadata is not understood ({type(error).__name__}: {error})."
        raise IncompatibleModel(path=path, reason=reason) from error


def _from_deepness(
    path: Path,
    metadata: dict[str, str],
    input_shape: tuple[int | None, ...],
    output_shape: tuple[int | None, ...],
) -> ModelInfo:
    values = {key: _parse(text) for key, text in metadata.items()}
    model_type = str(values.get("model_type", "segmentor")).lower()
    if model_type not in ("segmentor", "segmentation"):
        reason = f"it is a {model_type}; only segmentation models can be run."
        raise IncompatibleModel(path=path, reason=reason)
    num_bands, num_channels = input_shape[1], output_shape[1]
    if num_bands is None or num_channels is None:
        raise IncompatibleModel(path=path, reason="its number of bands or classes is not fixed.")
    # One channel is the probability of the second of two classes.
    num_classes = max(num_channels, 2)
    names = values.get("class_names") or values.get("names")
    mean, std = values.get("standardization_mean"), values.get("standardization_std")
    fixed_size = values.get("tile_size") or input_shape[2]
    told = {"classes": names, "bands": None, "window": fixed_size, "scaling": mean and std}
    window_size = int(fixed_size or USUAL_WINDOW_SIZE)
    mean = mean or [0.0] * num_bands
    std = std or [1.0] * num_bands
    if len(mean) != num_bands or len(std) != num_bands:
        raise ValueError(f"{len(mean)} means and {len(std)} deviations for {num_bands} bands")
    resolution_cm = values.get("resolution")
    gsd_m = float(resolution_cm) / 100 if resolution_cm else None
    return ModelInfo(
        id=path.stem,
        name=path.stem,
        description="ONNX model without a description of its own.",
        license="unknown",
        trained_on="",
        weights=path,
        architecture="",
        bands=usual_bands(num_bands),
        mean=tuple(255.0 * float(value) for value in mean),
        std=tuple(255.0 * float(value) for value in std),
        window_size=window_size,
        overlap=round(window_size * float(values.get("tiles_overlap", 15)) / 100),
        gsd_m=gsd_m,
        gsd_range_m=None,
        classes=check_palette(
            tuple(
                replace(item, name=str((names or {}).get(str(item.value), item.name)))
                for item in numbered_classes(num_classes)
            )
        ),
        # Nothing in the file tells; the first scores will.
        scores="unknown",
        threshold=float(values.get("seg_thresh", 0.5)) if num_channels == 1 else None,
        assumed=tuple(name for name, value in told.items() if not value),
    )


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        # Ultralytics writes the dictionary of names as Python does: {0: 'road'}.
        if text.startswith("{") and "'" in text:
            pairs = (entry.split(":", 1) for entry in text.strip("{}").split(","))
            return {key.strip().strip("'"): name.strip().strip("'") for key, name in pairs}
        return text
