"""What is known of a model: bands, scaling, window, classes, licence, and where its weights are.

Read from a STAC Item, by the rules of `crossearth_engine.shared.model_item`, or from the metadata
keys that the Deepness plugin keeps inside ONNX files. Loads no weights.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from crossearth_engine.digests import DIGESTS_FILE, digest_of_state, listed_digest
from crossearth_engine.errors import ChecksumMismatch, IncompatibleModel, UnreadableModel
from crossearth_engine.shared import model_item
from crossearth_engine.shared.model_item import (
    ASPECTS,
    NOT_AS_EXPECTED,
    USUAL_WINDOW_SIZE,
    ItemError,
    ModelItem,
    UnreadableItem,
    usual_bands,
)
from crossearth_engine.shared.model_values import BYTES
from crossearth_engine.shared.palette import ClassInfo, check_palette, distinct_color

ITEM_KEY = "stac_item"
"""Metadata key under which an ONNX file carries its whole STAC Item."""


@dataclass(frozen=True)
class ModelInfo(ModelItem):
    """A model that can be run, or adapted first: its weights are there."""

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
            "values": self.takes,
            "value_range": self.value_range,
            "classes": [vars(item) for item in self.classes],
            "scores": self.scores,
            "size_bytes": self.weights.stat().st_size,
            "path": str(self.weights),
            "assumed": list(self.assumed),
        }

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

    Raises:
        UnreadableModel: if the file is missing or not JSON.
        IncompatibleModel: if it describes no network with one image in and one class map out, or
            its weights are missing or outside the item's folder.
    """
    with item_errors():
        return with_weights(model_item.read(path))


def with_weights(item: ModelItem) -> ModelInfo:
    """Return the model that an item describes, with the digest that is listed beside its weights.

    Raises:
        ItemError: if its weights are missing.
        OSError: if what lies beside them cannot be read.
    """
    weights = item.weights
    if not item.is_on_disk:
        raise ItemError(item.description_file or weights, f"the file {weights.name} is missing.")
    sums = weights.with_name(DIGESTS_FILE)
    if item.sha256 is None and sums.is_file():
        lines = sums.read_text(encoding="utf-8", errors="replace")
        item = replace(item, sha256=listed_digest(lines, weights.name))
    return ModelInfo(**vars(item))


@contextmanager
def item_errors() -> Iterator[None]:
    """Turn what is wrong with an item into errors of the engine.

    Raises:
        UnreadableModel, IncompatibleModel: see `read_stac_item`.
    """
    try:
        yield
    except UnreadableItem as error:
        raise UnreadableModel(path=error.path, reason=error.reason) from error
    except ItemError as error:
        raise IncompatibleModel(path=error.path, reason=error.reason) from error
    except OSError as error:
        raise UnreadableModel(path=error.filename, reason=f"{error.strerror}.") from error


def read_item(path: Path) -> dict[str, Any]:
    """Return the JSON object in a file.

    Raises:
        UnreadableModel: if the file is missing or not JSON.
    """
    with item_errors():
        return model_item.load(path)


def numbered_classes(count: int) -> tuple[ClassInfo, ...]:
    """Return class 0, class 1, …, in distinct colours."""
    return tuple(ClassInfo(i, f"class {i}", distinct_color(i, count)) for i in range(count))


def deepness_metadata(model: ModelInfo) -> dict[str, str]:
    """Return the keys that the Deepness plugin reads from an ONNX file, as JSON values.

    Deepness numbers classes by output channel, gives the resolution in centimetres, the overlap in
    percent of the window, and standardises pixels divided by 255: shares of the range of values.
    """
    low, high = model.value_range or BYTES
    values = {
        "model_type": "Segmentor",
        "class_names": {i: item.name for i, item in enumerate(model.classes)},
        "tile_size": model.window_size,
        "tiles_overlap": round(100 * model.overlap / model.window_size),
        "standardization_mean": [(value - low) / (high - low) for value in model.mean],
        "standardization_std": [value / (high - low) for value in model.std],
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
    if ITEM_KEY in metadata:
        with item_errors():
            return ModelInfo(**vars(model_item.read_embedded(metadata[ITEM_KEY], path)))
    try:
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
    told["values"] = True  # shares of the range of bytes, by Deepness's rule
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
        assumed=tuple(aspect for aspect in ASPECTS if not told[aspect]),
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
