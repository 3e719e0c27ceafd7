"""What STAC Items of others say of a model, in the words of MLM 1.6 that ours have.

The extension has changed its spellings since version 1.0, and describes models that are not run
here: such are refused with what they are. Takes and gives plain values of JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .bands import meaning_of_band, meaning_of_word

_SEGMENTATION = {"semanticsegmentation", "segmentation", "landcover", "landcoverclassification"}
_REGRESSION = "regression"
_AMOUNTS = {_REGRESSION, "downscaling", "super-resolution", "generative", "detection",
            "object-detection", "instance-segmentation"}  # fmt: skip
_CHANNEL_NAMES = {"channel", "channels", "band", "bands", "c", "variable", "variables"}
_ROW_NAMES, _COLUMN_NAMES = {"height", "h", "y", "lat", "row", "rows"}, {"width", "w", "x", "lon"}
# Of MLM before 1.4; what they say stood in `statistics`.
_OLD_SCALINGS = {"z-score": ("mean", "stddev"), "min-max": ("minimum", "maximum")}
_CONVERTED = {
    "torch.jit.save": "a TorchScript archive",
    "torch.jit.script": "a TorchScript archive",
    "torch.jit.trace": "a TorchScript archive",
    "torch.export.save": "a program of torch.export",
    "torch.export": "a program of torch.export",
    "torch.compile": "a compiled model of PyTorch",
}
_FRAMEWORKS = ("tensorflow", "keras", "scikit-learn", "jax", "paddle", "mxnet", "coreml", "rgee")
RUNNABLE = "Only ONNX can be run, and the files of CrossEarth networks; export it as ONNX"


class RefusedItem(ValueError):
    """An item of a model that is not run here; the message is a whole sentence."""


def model_asset(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the asset that is the model.

    Raises:
        RefusedItem: if none is, or if it is no file that lies beside the item and can be run.
    """
    assets = [a for a in (content.get("assets") or {}).values() if isinstance(a, dict)]
    for role in ("mlm:model", "mlm:weights", "ml-model:inference-runtime"):
        for asset in assets:
            if role in (asset.get("roles") or ()):
                _check_artifact(asset)
                return asset
    raise RefusedItem("none of its assets has the role mlm:model.")


def _check_artifact(asset: Mapping[str, Any]) -> None:
    kind = str(asset.get("mlm:artifact_type") or "")
    href = str(asset.get("href") or "")
    if kind in _CONVERTED:
        raise RefusedItem(f"its weights are {_CONVERTED[kind]}. {RUNNABLE}.")
    framework = next((name for name in _FRAMEWORKS if kind.lower().startswith(name)), None)
    if framework is not None:
        raise RefusedItem(f"its weights are made for {kind}. {RUNNABLE}.")
    if re.match(r"(?!file)[a-z0-9]+://", href):
        raise RefusedItem(
            f"its weights are not here but at {href}. Download them into the folder of the item, "
            "and put the name of the file in their href."
        )


def the_input(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the only input of a model.

    Raises:
        RefusedItem: if there are none or more.
    """
    inputs = properties.get("mlm:input")
    if inputs is None:
        known = [key for key in properties if key.startswith(("dlm:", "ml-model:"))]
        of_what = f"it is one of the older extension {known[0].split(':')[0]}" if known else (
            "it does not describe a model by the Machine Learning Model extension"
        )  # fmt: skip
        raise RefusedItem(f"{of_what}: it has no mlm:input.")
    if isinstance(inputs, list) and len(inputs) > 1:
        names = ", ".join(str(entry.get("name")) for entry in inputs)
        raise RefusedItem(
            f"it takes {len(inputs)} inputs ({names}); only models of one image can be run."
        )
    found: dict[str, Any] = inputs[0]
    return found


def the_output(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the output that gives every pixel a class, or a number.

    Raises:
        RefusedItem: if the model is for something else.
    """
    outputs = properties["mlm:output"]
    for output in outputs:
        if _is_segmentation(output.get("tasks") or ()):
            return dict(output)
    found: dict[str, Any] = outputs[0]
    result = found.get("result") or {}
    tasks = found.get("tasks") or properties.get("mlm:tasks") or []
    if is_regression(found, properties):
        return found
    is_map = len(result.get("shape") or ()) > 2
    if tasks and not _is_segmentation(tasks) and (not is_map or _AMOUNTS & {*map(str, tasks)}):
        raise RefusedItem(
            f"it is made for {', '.join(map(str, tasks))} and gives no class to every pixel, nor "
            "one number; only models for semantic segmentation and regression can be run."
        )
    return found


def is_regression(output: Mapping[str, Any], properties: Mapping[str, Any]) -> bool:
    """Whether an output is one number for every pixel."""
    tasks = {str(task).lower() for task in output.get("tasks") or properties.get("mlm:tasks") or []}
    result = output.get("result") or {}
    is_map = len(result.get("shape") or ()) > 2 and channels_of_map(result)[0] in (0, 1)
    return _REGRESSION in tasks and not _is_segmentation(tasks) and is_map


def _is_segmentation(tasks: Iterable[Any]) -> bool:
    return any("".join(filter(str.isalpha, str(task).lower())) in _SEGMENTATION for task in tasks)


def channels_and_edge(described: Mapping[str, Any]) -> tuple[int, int]:
    """Return channels and edge of the images in an ``input``, 0 where any will do or nothing tells.

    Their order is said by ``dim_order``; without it channels come before height and width.
    """
    shape = described.get("shape") or []
    names = [str(name).lower() for name in described.get("dim_order") or []]
    if len(names) != len(shape):
        names = []
    channel = next((i for i, name in enumerate(names) if name in _CHANNEL_NAMES), None)
    edge = next((i for i, name in enumerate(names) if name in _COLUMN_NAMES), None)
    if edge is None:
        edge = next((i for i, name in enumerate(names) if name in _ROW_NAMES), None)
    if len(shape) < 3 and channel is None:
        return 0, 0
    return (
        _fixed(shape[-3 if channel is None else channel]),
        _fixed(shape[-1 if edge is None else edge]),
    )


def band_names(
    source: Mapping[str, Any],
    asset: Mapping[str, Any],
    properties: Mapping[str, Any],
    channels: int,
) -> tuple[str, ...]:
    """Return the names of an input's bands, none where nothing tells.

    A band that is described elsewhere in the item has its common name, such as ``nir``, unless its
    own says the same: B5 is another band of Landsat than of Sentinel-2.

    Raises:
        RefusedItem: if one has to be computed first.
    """
    entries = source.get("bands") or []
    if not isinstance(entries, list):
        raise TypeError("its bands are no list")
    described = _described_bands(asset, properties)
    if not entries and len(described) == channels > 0:
        entries = [band.get("name") or _common_name(band) for band in described]
        if not all(entries):
            return ()
    common = {band.get("name"): _common_name(band) for band in described}
    names = []
    for entry in entries:
        name = entry["name"] if isinstance(entry, dict) else entry
        if isinstance(entry, dict) and entry.get("expression"):
            raise RefusedItem(
                f"its band {name} has to be computed ({str(entry['expression'])[:80]}), which is "
                "not done here. Make a raster that has this band, and take the expression out."
            )
        known = common.get(name)
        names.append(str(known if known and known != meaning_of_band(str(name)) else name))
    return tuple(names) if len(set(names)) == len(names) else tuple(
        str(entry["name"] if isinstance(entry, dict) else entry) for entry in entries
    )  # fmt: skip


def _described_bands(
    asset: Mapping[str, Any], properties: Mapping[str, Any]
) -> list[Mapping[str, Any]]:
    for place in (asset, properties):
        for key in ("bands", "eo:bands", "raster:bands"):
            bands = place.get(key)
            is_list = isinstance(bands, list)
            if bands and is_list and all(isinstance(band, Mapping) for band in bands):
                return [*bands]
    return []


def _common_name(band: Mapping[str, Any]) -> str | None:
    name = band.get("eo:common_name") or band.get("common_name")
    return str(name) if name and meaning_of_word(str(name)) else None


def value_scaling(source: Mapping[str, Any]) -> list[dict[str, Any] | None]:
    """Return the scaling of each band, or one for all, as MLM 1.6 has them; [None] without any.

    Raises:
        RefusedItem: if it is one of older versions that is not run.
    """
    stated = source.get("value_scaling") or source.get("scaling")
    if stated:
        return [*stated] if isinstance(stated, list) else [stated]
    kind = source.get("norm_type")
    if kind is None:
        return [None]
    keys = _OLD_SCALINGS.get(str(kind))
    if keys is None:
        raise RefusedItem(f"its values are to be normalized by {kind}; known are z-score, min-max.")
    statistics = source.get("statistics") or []
    scaling: list[dict[str, Any] | None] = [
        {"type": kind, **{key: entry[key] for key in keys}} for entry in statistics
    ]
    if not scaling:
        raise RefusedItem(f"its values are to be normalized by {kind}, and no statistics tell how.")
    return scaling


def classes(
    output: Mapping[str, Any], properties: Mapping[str, Any], asset: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Return the classes of an output in the order of its channels: by value, if values count them.

    Each with ``value``, ``name`` and, where it is told, ``color_hint`` as six digits.

    Raises:
        RefusedItem: if one has no name.
    """
    entries: list[Any] = []
    for place in (output, output.get("result") or {}, properties, asset):
        entries = place.get("classification:classes") or place.get("classification_classes") or []
        if entries:
            break
    if not isinstance(entries, list):
        raise TypeError("its classes are no list")
    found: list[dict[str, Any]] = []
    for index, entry in enumerate(entries):
        told = entry if isinstance(entry, dict) else {"name": entry}
        value = int(told.get("value", index))
        # STAC: a name for machines or a title for people, of which old items have neither.
        texts = (str(told.get(key) or "") for key in ("name", "title", "description"))
        name = next((text for text in texts if text.strip()), None)
        if name is None:
            raise RefusedItem(f"its class of value {value} has no name, title or description.")
        # With a hyphen before version 2 of the extension.
        hint = told.get("color_hint") or told.get("color-hint")
        if isinstance(hint, (list, tuple)):
            hint = "".join(f"{int(part):02X}" for part in hint[:3])
        found.append({"value": value, "name": name, "hint": hint})
    is_ours = any(key.startswith("crossearth:") for key in properties)
    if not is_ours and {entry["value"] for entry in found} == {*range(len(found))}:
        found.sort(key=lambda entry: int(entry["value"]))
    return found


def threshold(output: Mapping[str, Any], count: int) -> float | None:
    """Return above which score a pixel is of the second class: of one channel for two classes."""
    result = output.get("result") or {}
    channels, _ = channels_of_map(result)
    is_score = "int" not in str(result.get("data_type") or "float32")
    return 0.5 if channels == 1 and count == 2 and is_score else None


def channels_of_map(result: Mapping[str, Any]) -> tuple[int, int]:
    """Return channels and edge of a map in a ``result``, as `channels_and_edge` does."""
    names = [str(name).lower() for name in result.get("dim_order") or []]
    renamed = ["channel" if name in ("class", "classes") else name for name in names]
    return channels_and_edge({**result, "dim_order": renamed})


def _fixed(size: Any) -> int:
    return size if isinstance(size, int) and size > 0 else 0


def mlm_name(name: str) -> str:
    """Return a name in the letters that the extension allows for ``mlm:name``."""
    plain = re.sub(r"[^a-zA-Z0-9_.\-\s]+", "", name)
    plain = re.sub(r"^[^a-zA-Z]+|[^a-zA-Z0-9]+$", "", plain)
    return plain if len(plain) > 2 else f"model {plain}".strip()
