"""Writing what is known of a model as a STAC Item with the Machine Learning Model extension.

The other direction, which needs neither stac-model nor pystac, is `metadata.read_stac_item`.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crossearth_engine.errors import MissingPackage
from crossearth_engine.models.metadata import ModelInfo

try:
    import pystac
    from pystac.extensions.file import FileExtension
    from stac_model.base import TaskEnum
    from stac_model.input import InputStructure, ModelInput, ValueScalingZScore
    from stac_model.output import MLMClassification, ModelOutput, ModelResult
    from stac_model.schema import MLModelExtension, MLModelProperties
except ImportError as error:
    raise MissingPackage(package="stac-model", requirement="stac-model pystac") from error

DIGESTS_FILE = "SHA256SUMS"

_FORMATS = {
    ".onnx": ("ONNX", "application/octet-stream; framework=onnx; profile=onnx"),
    ".safetensors": ("PyTorch", "application/octet-stream; application=safetensors"),
}
_TASKS = {TaskEnum.SEMANTIC_SEGMENTATION}


def write_stac_item(
    model: ModelInfo,
    path: Path,
    *,
    bbox: tuple[float, float, float, float],
    period: tuple[datetime.datetime, datetime.datetime],
    title: str,
    total_parameters: int,
    pretrained_source: str | None,
    hyperparameters: Mapping[str, Any],
    accuracy: Mapping[str, Any],
) -> None:
    """Write the item of a model whose weights lie in the same folder.

    Args:
        model: the model; its ``weights`` must exist, for their size and SHA-256.
        path: the JSON file to write, beside the weights. `DIGESTS_FILE` is written beside it, in
            the format of sha256sum.
        bbox: west, south, east, north in degrees: where the training data lie.
        period: first and last moment of the training data.
        title: one line for people; ``model.name`` is the name of the model itself.
        total_parameters: number of weights.
        pretrained_source: what the weights started from, or None if from random ones.
        hyperparameters: of the training, ready for JSON.
        accuracy: figures with their validation data, ready for JSON.
    """
    framework, media_type = _FORMATS[model.weights.suffix]
    extent = {"dim_order": ["batch", "bands", "height", "width"], "data_type": "float32"}
    properties = MLModelProperties(
        name=model.name,
        architecture=model.architecture,
        framework=framework,
        tasks=_TASKS,
        total_parameters=total_parameters,
        pretrained=pretrained_source is not None,
        pretrained_source=pretrained_source,
        hyperparameters=dict(hyperparameters),
        input=[
            ModelInput(
                name="image",
                description="Pixels in the units of the raster, scaled per band. Height and width "
                "may be any multiple of 32.",
                bands=list(model.bands),
                input=InputStructure(
                    shape=[-1, len(model.bands), model.window_size, model.window_size], **extent
                ),
                value_scaling=[
                    ValueScalingZScore(mean=mean, stddev=std)
                    for mean, std in zip(model.mean, model.std, strict=True)
                ],
            )
        ],
        output=[
            ModelOutput(
                name=model.scores,
                description="Scores of the classes in the order of classification:classes, "
                "for every pixel of the input.",
                tasks=_TASKS,
                result=ModelResult(
                    shape=[-1, len(model.classes), model.window_size, model.window_size],
                    dim_order=["batch", "class", "height", "width"],
                    data_type="float32",
                ),
                classes=[
                    MLMClassification(
                        value=item.value,
                        name=item.name,
                        color_hint=item.color.removeprefix("#").upper(),
                    )
                    for item in model.classes
                ],
            )
        ],
    )
    west, south, east, north = bbox
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    # MLM asks that the bands of its input are described in the item, and STAC only allows that
    # when an asset has them, too.
    bands = [{"name": name} for name in model.bands]
    item = pystac.Item(
        id=model.id,
        geometry={"type": "Polygon", "coordinates": [ring]},
        bbox=list(bbox),
        datetime=None,
        start_datetime=period[0],
        end_datetime=period[1],
        properties={
            "title": title,
            "description": model.description,
            "license": model.license,
            "bands": bands,
            "crossearth:window_size": model.window_size,
            "crossearth:overlap": model.overlap,
            "crossearth:trained_on": model.trained_on,
            "crossearth:scores": model.scores,
            "crossearth:accuracy": dict(accuracy),
        },
    )
    if model.gsd_m is not None:
        item.common_metadata.gsd = model.gsd_m
    if model.gsd_range_m is not None:
        item.properties["crossearth:gsd_range_m"] = list(model.gsd_range_m)
    weights = pystac.Asset(
        href=f"./{model.weights.name}",
        title=f"Weights as {framework}",
        media_type=media_type,
        roles=["mlm:model", "mlm:weights"],
        extra_fields={"mlm:artifact_type": framework.lower(), "bands": bands},
    )
    item.add_asset("model", weights)
    FileExtension.ext(weights, add_if_missing=True).apply(size=model.weights.stat().st_size)
    MLModelExtension.ext(item, add_if_missing=True).apply(properties)
    path.write_text(json.dumps(item.to_dict(), indent=2) + "\n", encoding="utf-8")
    # Not as file:checksum: the QGIS plugin repository takes any digest in a .json for a secret.
    digests = path.with_name(DIGESTS_FILE)
    digests.write_text(f"{model.verify()}  {model.weights.name}\n", encoding="utf-8")
