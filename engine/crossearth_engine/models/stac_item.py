"""Writing what is known of a model as a STAC Item with the Machine Learning Model extension.

pystac makes the item. Its own class for the extension is of version 1.4, so that the properties of
1.6 are put together here. The other direction is `metadata.read_stac_item`.
"""

from __future__ import annotations

import datetime
import json
import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crossearth_engine.digests import DIGESTS_FILE
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.shared.mlm_item import mlm_name
from crossearth_engine.shared.model_values import BYTES, range_of_means
from crossearth_engine.stac import FileExtension, pystac, str_to_datetime

_MLM_SCHEMA = "https://stac-extensions.github.io/mlm/v1.6.0/schema.json"
_FORMATS = {
    ".onnx": ("ONNX", "application/octet-stream; framework=onnx; profile=onnx"),
    ".safetensors": ("PyTorch", "application/octet-stream; application=safetensors"),
}
_TASKS, _REGRESSION = ["semantic-segmentation"], ["regression"]
# Of what a card shows of a model's origin.
_ORIGIN_TEXTS = {"note", "file", "from", "sha256", "imported", "by"}
# Where the model says nothing of these, nothing is to be said, whatever the item of its base says.
_ALWAYS_OURS = tuple(
    f"crossearth:{key}"
    for key in (
        *("window_sizes", "overhang", "values", "value_range", "assumed", "remarks"),
        *("band_quantiles", "quantity"),
    )
)


def write_stac_item(
    model: ModelInfo,
    path: Path,
    *,
    title: str | None = None,
    bbox: tuple[float, float, float, float] | None = None,
    period: tuple[datetime.datetime, datetime.datetime] | None = None,
    total_parameters: int | None = None,
    pretrained_source: str | None = "",
    hyperparameters: Mapping[str, Any] | None = None,
    accuracy: Mapping[str, Any] | None = None,
    origin: Mapping[str, Any] | None = None,
    base: Mapping[str, Any] | None = None,
) -> None:
    """Write the item of a model whose weights lie in the same folder.

    Args:
        model: the model; its ``weights`` must exist, for their size and SHA-256.
        path: the JSON file to write, beside the weights. `DIGESTS_FILE` is written beside it, in
            the format of sha256sum.
        title: one line for people; by default the model's name.
        bbox: west, south, east, north in degrees: where the training data lie, if that is known.
        period: first and last moment of the training data, likewise.
        total_parameters: number of weights.
        pretrained_source: what the weights started from; None if from random ones, empty if that
            is not known.
        hyperparameters: of the training, ready for JSON.
        accuracy: figures with their validation data, ready for JSON.
        origin: where the weights came from and when, ready for JSON.
        base: an item of the same model; what it says beyond the arguments is kept.
    """
    known = dict(base or {})
    said = {k: v for k, v in known.get("properties", {}).items() if k not in _ALWAYS_OURS}
    # The file may be of others: what is of another shape is left out.
    moment = _moment(said.pop("datetime", None))
    came_from = _origin(said.pop("crossearth:origin", None))
    properties = {
        **said,
        **_properties(model, title or said.get("title") or model.name),
        **_given("mlm:total_parameters", total_parameters),
        **_given("mlm:hyperparameters", hyperparameters),
        **_given("crossearth:accuracy", accuracy),
        **_given("crossearth:origin", {**came_from, **(origin or {})}),
    }
    if pretrained_source != "":
        properties["mlm:pretrained"] = pretrained_source is not None
        properties["mlm:pretrained_source"] = pretrained_source
    first, last = period or (None, None)
    if moment is None and first is None and "start_datetime" not in said:
        # Nothing tells when the training images were taken; STAC asks for some moment.
        now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        moment = now
    item = pystac.Item(
        id=model.id,
        geometry=known.get("geometry"),
        bbox=known.get("bbox"),
        datetime=None if first else moment,
        properties=properties,
        start_datetime=first,
        end_datetime=last,
        stac_extensions=[
            schema
            for schema in _texts(known.get("stac_extensions"))
            if not re.search(r"/(mlm|file)/v[^/]+/schema\.json$", schema)
        ],
    )
    if bbox is not None:
        west, south, east, north = bbox
        ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
        item.geometry, item.bbox = {"type": "Polygon", "coordinates": [ring]}, list(bbox)
    weights = _weights_asset(model, properties["bands"])
    item.add_asset("model", weights)
    FileExtension.ext(weights, add_if_missing=True).size = model.weights.stat().st_size
    item.stac_extensions.append(_MLM_SCHEMA)
    text = json.dumps(item.to_dict(include_self_link=False), indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    # Not as file:checksum: the QGIS plugin repository takes any digest in a .json for a secret.
    digests = path.with_name(DIGESTS_FILE)
    digests.write_text(f"{model.verify()}  {model.weights.name}\n", encoding="utf-8")


def _moment(text: Any) -> datetime.datetime | None:
    try:
        return str_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None


def _origin(value: Any) -> dict[str, Any]:
    """Return where a model came from: texts, and a table of benchmarks with its columns."""
    entries = value if isinstance(value, Mapping) else {}
    return {
        name: entry
        for name, entry in entries.items()
        if (isinstance(entry, str) or name not in _ORIGIN_TEXTS)
        and (name != "benchmarks" or _are_benchmarks(entry))
    }


def _are_benchmarks(entries: Any) -> bool:
    return isinstance(entries, list) and all(
        isinstance(entry, Mapping)
        and all(isinstance(entry.get(name), str) for name in ("name", "target", "domain_gap"))
        and isinstance(entry.get("published_miou_percent", ""), (int, float, type(None)))
        for entry in entries
    )


def _texts(value: Any) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _weights_asset(model: ModelInfo, bands: Any) -> pystac.Asset:
    framework, media_type = _FORMATS[model.weights.suffix]
    return pystac.Asset(
        href=f"./{model.weights.name}",
        title=f"Weights as {framework}",
        media_type=media_type,
        roles=["mlm:model", "mlm:weights"],
        extra_fields={
            "mlm:artifact_type": framework.lower() if framework == "ONNX" else "safetensors",
            # MLM asks that the bands of its input are described in the item, and STAC only
            # allows that when an asset has them, too.
            "bands": bands,
        },
    )


def _properties(model: ModelInfo, title: str) -> dict[str, Any]:
    """Return what a `ModelInfo` says."""
    extent = {"dim_order": ["batch", "bands", "height", "width"], "data_type": "float32"}
    size = model.window_size
    output = _output(model)
    return {
        "title": title,
        "description": model.description,
        "license": model.license,
        "bands": [{"name": name} for name in model.bands],
        **_given("gsd", model.gsd_m),
        "mlm:name": mlm_name(model.name),
        "mlm:architecture": model.architecture or "unknown",
        "mlm:framework": _FORMATS[model.weights.suffix][0],
        "mlm:tasks": output["tasks"],
        "mlm:input": [
            {
                "name": "image",
                "description": "Pixels in the units of the raster, scaled per band.",
                "bands": list(model.bands),
                "input": {"shape": [-1, len(model.bands), size, size], **extent},
                "value_scaling": _scaling(model),
                "pre_processing_function": None,
            }
        ],
        "mlm:output": [output],
        "crossearth:name": model.name,
        "crossearth:window_size": size,
        "crossearth:overlap": model.overlap,
        **_given("crossearth:window_sizes", list(model.window_sizes)),
        **_given("crossearth:overhang", model.overhang or None),
        "crossearth:trained_on": model.trained_on,
        "crossearth:scores": model.scores,
        **_given("crossearth:quantity", model.quantity and model.quantity.to_dict()),
        **_given("crossearth:threshold", model.threshold),
        **_given("crossearth:gsd_range_m", model.gsd_range_m and list(model.gsd_range_m)),
        **_values(model),
        **_given("crossearth:assumed", list(model.assumed)),
        **_given("crossearth:remarks", list(model.remarks)),
        **_given("crossearth:band_quantiles", model.quantiles and model.quantiles.to_dict()),
    }


def _output(model: ModelInfo) -> dict[str, Any]:
    """Return what a model gives of every pixel, as MLM describes it."""
    size, quantity = model.window_size, model.quantity
    result = {
        "shape": [-1, model.channels, size, size],
        "dim_order": ["batch", "class" if quantity is None else "channel", "height", "width"],
        "data_type": "float32",
    }
    if quantity is not None:
        return {
            "name": quantity.name,
            "description": f"The number {quantity.name}, for every pixel of the input.",
            "tasks": _REGRESSION,
            "result": result,
            "post_processing_function": None,
        }
    return {
        "name": model.scores if model.classes else "features",
        "description": "Scores of the classes in the order of classification:classes, for every "
        "pixel of the input."
        if model.classes
        else "None before the network is adapted to classes.",
        "tasks": _TASKS,
        "result": result,
        "post_processing_function": None,
        "classification:classes": [
            {
                "value": item.value,
                "name": item.name,
                "description": item.name,
                "color_hint": item.color.removeprefix("#").upper(),
            }
            for item in model.classes
        ],
    }


def _scaling(model: ModelInfo) -> list[dict[str, Any]]:
    """Return what is done with the values of each band, as MLM writes it."""
    pairs = list(zip(model.mean, model.std, strict=True))
    if _is_scaled_by_its_ends(model):
        return [{"type": "min-max", "minimum": low, "maximum": low + span} for low, span in pairs]
    if _is_clipped_only(model):
        return [_clip(least, most) for least, most in model.clips]
    return [{"type": "z-score", "mean": mean, "stddev": std} for mean, std in pairs]


def _is_scaled_by_its_ends(model: ModelInfo) -> bool:
    """Whether the least value becomes 0 and the most becomes 1, which tells the range as well."""
    if model.unit is not None or model.value_range in (None, BYTES) or model.clips:
        return False
    least, most = model.value_range
    highest = max(low + span for low, span in zip(model.mean, model.std, strict=True))
    return math.isclose(least, min(model.mean)) and math.isclose(most, highest)


def _is_clipped_only(model: ModelInfo) -> bool:
    is_plain = not any(model.mean) and set(model.std) == {1}
    return is_plain and bool(model.clips) and not _is_said(model)


def _is_said(model: ModelInfo) -> bool:
    """Whether a person said the range, beyond which nothing was ever seen."""
    return model.value_range is not None and set(model.clips) == {model.value_range}


def _clip(least: float, most: float) -> dict[str, Any]:
    if least == -math.inf:
        return {"type": "clip-max", "maximum": most} if most < math.inf else {"type": None}
    if most == math.inf:
        return {"type": "clip-min", "minimum": least}
    return {"type": "clip", "minimum": least, "maximum": most}


def _values(model: ModelInfo) -> dict[str, Any]:
    """Return unit or range of the values, where the scaling does not tell them by itself."""
    if model.unit is not None:
        return {"crossearth:values": model.unit}
    if _is_scaled_by_its_ends(model) or _is_clipped_only(model):
        return {}
    if model.value_range == range_of_means(model.mean, model.std)[0] and not model.clips:
        return {}
    return {"crossearth:value_range": model.value_range and list(model.value_range)}


def _given(key: str, value: Any) -> dict[str, Any]:
    return {key: value} if value not in (None, {}, []) else {}
