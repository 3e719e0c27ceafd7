"""The metadata that the Deepness plugin keeps inside ONNX files: written, and read in every form.

Its documentation has dictionaries, lists of them and, by way of Python, text with single quotes;
Ultralytics writes the like under ``names``. Loads no weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.models.class_names import NotUnderstood, class_names, is_told, parse, shown
from crossearth_engine.models.metadata import ModelInfo, item_errors, numbered_classes
from crossearth_engine.shared import model_item
from crossearth_engine.shared.model_item import (
    ASPECTS,
    NOT_AS_EXPECTED,
    USUAL_WINDOW_SIZE,
    plain_reason,
    usual_bands,
)
from crossearth_engine.shared.model_values import BYTES
from crossearth_engine.shared.palette import NODATA, ClassInfo, RefusedClasses, check_palette

ITEM_KEY = "stac_item"
"""Metadata key under which an ONNX file carries its whole STAC Item."""

# Numbers that say nothing outside of these ranges, the end left out; and the option that says it
# in their place.
_RANGES = {
    "tile_size": (1, 65_536, "--window"),
    "tiles_size": (1, 65_536, "--window"),
    "tiles_overlap": (0, 100, "--overlap"),
    "resolution": (0, math.inf, "--gsd"),
}
_SEGMENTATION = ("segmentor", "segmentation", "semantic", "semantic-segmentation")


def deepness_metadata(model: ModelInfo) -> dict[str, str]:
    """Return the keys that the Deepness plugin reads from an ONNX file, as JSON values.

    Deepness numbers classes by output channel, gives the resolution in centimetres, the overlap in
    percent of the window, and standardises pixels divided by 255: shares of the range of values.
    """
    low, high = model.value_range or BYTES
    names = (
        [item.name for item in model.classes] if model.quantity is None else [model.quantity.name]
    )
    values: dict[str, Any] = {
        "model_type": "Segmentor" if model.quantity is None else "Regressor",
        "class_names": dict(enumerate(names)),
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
    metadata: Mapping[str, str],
    input_shape: tuple[int | None, ...],
    output_shape: tuple[int | None, ...],
    *,
    gives_classes: bool = False,
    scales_itself: bool = False,
    head: int = 0,
    num_classes: int | None = None,
) -> ModelInfo:
    """Return the model described by an ONNX file alone.

    Understands a whole item under `ITEM_KEY`, else the keys of the Deepness plugin
    (``class_names``, ``resolution`` in cm per pixel, ``tile_size``, ``tiles_overlap`` in percent,
    ``standardization_mean`` and ``_std`` of pixels divided by 255, ``seg_thresh``); what is absent
    takes Deepness's defaults, which ``assumed`` tells. What Deepness would do besides is in
    ``remarks``.

    Args:
        path: the ONNX file.
        metadata: its metadata, key to text.
        input_shape: (B, C, H, W), None where dynamic.
        output_shape: (B, K, H, W), likewise.
        gives_classes: whether the network returns class numbers and no scores.
        scales_itself: whether it takes bytes as they are, and scales them itself.
        head: which of the network's outputs it is, from 0.
        num_classes: how many a person names, in place of what the file does.

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
        values = {key: parse(text) for key, text in metadata.items()}
        values, nonsense = _without_nonsense(values)
        _check_kind(path, values)
        num_bands, num_channels = input_shape[1], output_shape[1]
        if num_bands is None or (num_channels is None and not gives_classes):
            reason = (
                "its number of bands or classes is not fixed. Import it with their names "
                "(--bands, --classes)."
            )
            raise IncompatibleModel(path=path, reason=reason)
        # Whoever names the classes has not to agree with the file.
        names = {} if num_classes else class_names(values, head)
        if gives_classes:
            classes, remarks = _numbered(path, names, num_classes)
        else:
            classes, remarks = _named(path, names, num_channels or 1)
        return _described(
            path,
            values,
            num_bands,
            input_shape[2],
            classes,
            is_single=num_channels == 1 and not gives_classes,
            gives_classes=gives_classes,
            scales_itself=scales_itself,
            remarks=(*remarks, *nonsense, *_unapplied(values, num_channels)),
            are_named=sum(map(is_told, names.items())) >= len(classes) - 1,
        )
    except (NotUnderstood, RefusedClasses) as error:
        hint = (
            "" if isinstance(error, NotUnderstood) else " Import it with other names (--classes)."
        )
        raise IncompatibleModel(path=path, reason=f"{error}.{hint}") from error
    except NOT_AS_EXPECTED as error:
        if isinstance(error, IncompatibleModel):
            raise
        reason = f"its metadata is not understood ({plain_reason(error)})."
        raise IncompatibleModel(path=path, reason=reason) from error


def _without_nonsense(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return values without numbers of windows and pixels that are none, and a sentence on each."""
    kept, remarks = dict(values), []
    for key, (least, end, option) in _RANGES.items():
        if values.get(key) in (None, ""):
            continue
        kept[key] = _number(values[key])
        if not least <= kept[key] < end:
            del kept[key]
            remarks.append(
                f"Its file says that {key} is {shown(values[key])}, which is not understood and "
                f"left out of account: what is usual is taken. If that is wrong, say so ({option})."
            )
    return kept, remarks


def _number(given: Any) -> float:
    """Return a number, or the one that is meant for height and width alike; NaN if it is none."""
    try:
        (number,) = {
            float(part) for part in (given if isinstance(given, (list, tuple)) else [given])
        }
    except (TypeError, ValueError):
        return math.nan
    return number


def _check_kind(path: Path, values: Mapping[str, Any]) -> None:
    kind = str(values.get("model_type", "segmentor")).strip().lower()
    if kind not in _SEGMENTATION:
        reason = f"it is a {kind}; only segmentation models can be run."
        raise IncompatibleModel(path=path, reason=reason)
    task = values.get("task")  # of Ultralytics
    if isinstance(task, str) and "model_type" not in values and task != "semantic":
        reason = (
            f"it is made for the task {task}: it finds objects, and gives no class to every pixel. "
            "Only segmentation models can be run."
        )
        raise IncompatibleModel(path=path, reason=reason)


def _named(
    path: Path, names: dict[int, str], channels: int
) -> tuple[tuple[ClassInfo, ...], list[str]]:
    """Return the classes of a network that scores them, and what is to be said of that."""
    count = max(channels, 2)
    if len(names) == 1 and channels == 1:
        # Deepness: a single class with a sigmoid. All else is what it is not.
        (name,) = names.values()
        return _classes({0: f"not {name}", 1: name}, 2), []
    if len(names) > count:
        reason = (
            f"it scores {count} classes, but its metadata names {len(names)} "
            f"({_first_few(names.values())}). Name the right ones (--classes) when you import it."
        )
        raise IncompatibleModel(path=path, reason=reason)
    remarks = []
    if names and min(names) == 1 and max(names) == count:
        names = {number - 1: name for number, name in names.items()}
        remarks.append(
            f"Its class names are numbered from 1: the first channel is taken for {names[0]}. If "
            "that is wrong, import the model with the names in the order of the channels "
            "(--classes)."
        )
    if names and not set(names) <= set(range(count)):
        reason = f"its class names are numbered {sorted(names)}, but it scores {count} classes."
        raise IncompatibleModel(path=path, reason=reason)
    return _classes(names, count), remarks


def _numbered(
    path: Path, names: dict[int, str], num_classes: int | None
) -> tuple[tuple[ClassInfo, ...], list[str]]:
    """Return the classes of a network that returns their numbers."""
    if len(names) == 1:
        (name,) = names.values()
        return _classes({0: f"not {name}", 1: name}, 2), []
    if names and 0 not in names:
        reason = (
            "it returns class numbers, and its names are numbered from "
            f"{min(names)}: what 0 means is not told. Import it with the names of all classes, "
            "that of number 0 first (--classes)."
        )
        raise IncompatibleModel(path=path, reason=reason)
    # A single one is told from what it is not.
    count = max(num_classes, 2) if num_classes else max(names, default=-1) + 1
    if not count:
        reason = (
            "it returns class numbers and no scores, and nothing tells how many classes there are. "
            "Import it with their names, that of number 0 first (--classes)."
        )
        raise IncompatibleModel(path=path, reason=reason)
    if min(names, default=0) < 0 or count > NODATA:
        reason = f"its class numbers do not fit a map, which holds 0 to {NODATA - 1}."
        raise IncompatibleModel(path=path, reason=reason)
    return _classes({n: name for n, name in names.items() if n < count}, count), []


def _classes(names: Mapping[int, str], count: int) -> tuple[ClassInfo, ...]:
    if count > NODATA:
        raise NotUnderstood(f"it tells {count} classes apart, and a map holds at most {NODATA}")
    return check_palette(
        tuple(
            replace(item, name=names.get(item.value, item.name)) for item in numbered_classes(count)
        )
    )


def _unapplied(values: Mapping[str, Any], channels: int | None) -> list[str]:
    """Return sentences on what Deepness does by these keys and a run does not by itself."""
    remarks = []
    size = values.get("seg_small_segment")
    if isinstance(size, (int, float)) and size >= 2:
        odd = int(size) // 2 * 2 + 1
        remarks.append(
            f"Its file asks for a filter of {odd} pixels against small segments, which is not "
            f"applied by itself. The like does --majority {odd}."
        )
    if channels is not None and channels > 1 and "seg_thresh" in values:
        remarks.append(
            f"Its file states a threshold of {values['seg_thresh']}, which only counts for "
            "networks with one class: the class with the highest score is taken."
        )
    return remarks


def _described(
    path: Path,
    values: Mapping[str, Any],
    num_bands: int,
    height: int | None,
    classes: tuple[ClassInfo, ...],
    *,
    is_single: bool,
    gives_classes: bool,
    scales_itself: bool,
    remarks: tuple[str, ...],
    are_named: bool,
) -> ModelInfo:
    # What a network does not leave open is not up to its metadata.
    fixed_size = height or values.get("tile_size") or values.get("tiles_size")
    window_size = int(fixed_size or USUAL_WINDOW_SIZE)
    mean, std = values.get("standardization_mean"), values.get("standardization_std")
    unit = 255.0
    if scales_itself and _is_plain(mean, 0) and _is_plain(std, 1):
        # Such a network is given pixels as they are; what its maker did before is in it.
        mean, std, unit = 0.0, 1.0, 1.0
    elif (mean is None) != (std is None):
        raise NotUnderstood("it has one of standardization_mean and standardization_std only")
    told = {
        "classes": are_named,
        "bands": False,
        "window": fixed_size,
        "scaling": mean is not None,
        "values": True,  # shares of the range of bytes, by Deepness's rule
    }
    threshold = _number(values.get("seg_thresh", 0.5))
    if is_single and not 0 <= threshold <= 1:
        stated = shown(values["seg_thresh"])
        raise NotUnderstood(f"its seg_thresh is to be a share from 0 to 1, and is {stated}")
    resolution_cm = values.get("resolution")
    return ModelInfo(
        id=path.stem,
        name=path.stem,
        description="ONNX model without a description of its own.",
        license="unknown",
        trained_on="",
        weights=path,
        architecture="",
        bands=usual_bands(num_bands),
        mean=tuple(unit * value for value in _per_band("mean", mean or 0.0, num_bands)),
        std=tuple(
            unit * value for value in _per_band("std", 1.0 if std is None else std, num_bands)
        ),
        window_size=window_size,
        overlap=round(window_size * float(values.get("tiles_overlap", 15)) / 100),
        gsd_m=float(resolution_cm) / 100 if resolution_cm else None,
        gsd_range_m=None,
        classes=classes,
        # Nothing in the file tells; the first scores will.
        scores="classes" if gives_classes else "unknown",
        threshold=threshold if is_single else None,
        value_range=BYTES,
        assumed=tuple(aspect for aspect in ASPECTS if not told[aspect]),
        remarks=remarks,
    )


def _is_plain(given: Any, wanted: float) -> bool:
    """Whether nothing else is stated than what changes nothing."""
    return given is None or {*(given if isinstance(given, (list, tuple)) else [given])} <= {wanted}


def _per_band(key: str, given: Any, num_bands: int) -> list[float]:
    values = [_number(value) for value in (given if isinstance(given, (list, tuple)) else [given])]
    if len(values) == 1:
        values *= num_bands
    if len(values) != num_bands or not all(map(math.isfinite, values)):
        bands = "a number" if num_bands == 1 else f"{num_bands} numbers, one for each band"
        reason = f"its standardization_{key} is to be {bands}, and is {shown(given)}"
        raise NotUnderstood(reason)
    if key == "std" and min(values) <= 0:
        reason = f"its standardization_std is to be more than 0 in each band, and is {shown(given)}"
        raise NotUnderstood(reason)
    return values


def _first_few(names: Any) -> str:
    listed = [*names]
    return ", ".join(listed[:5]) + (", …" if len(listed) > 5 else "")
