"""Parameters that more than one algorithm offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from .. import settings
from ..models import catalog, published
from ..translation import translate
from .known_devices import known_devices
from .options import CHOICE_WIDGET, advanced

Polygons = tuple[list[QgsFeature], QgsCoordinateReferenceSystem]


def extent_parameter(name: str) -> QgsProcessingParameterExtent:
    """Return the parameter for the rectangle that limits a run."""
    parameter = QgsProcessingParameterExtent(name, translate("CrossEarth", "Extent"), optional=True)
    parameter.setHelp(
        translate("CrossEarth", "Limits the run to a rectangle. Empty: the whole raster.")
    )
    return parameter


def mask_parameter(name: str) -> QgsProcessingParameterDefinition:
    """Return the parameter for the polygons that limit a run."""
    parameter = QgsProcessingParameterFeatureSource(
        name,
        translate("CrossEarth", "Polygons"),
        [QgsProcessing.SourceType.TypeVectorPolygon],
        optional=True,
    )
    parameter.setHelp(
        translate(
            "CrossEarth",
            "Limits the run to polygons: outside of them nothing is computed or written.",
        )
    )
    return parameter


def mask_polygons(
    algorithm: QgsProcessingAlgorithm,
    name: str,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> Polygons | None:
    """Return the mask's features and CRS, or None without a mask.

    Call it on the main thread: the layer may be gone when the task gets its turn.

    Args:
        algorithm: has the parameter that `mask_parameter` returns.
        name: of that parameter.
        parameters: of the run.
        context: of the run.
    """
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        return None
    features = source.getFeatures(
        QgsFeatureRequest().setSubsetOfAttributes([]),
        # Invalid polygons are repaired, whatever QGIS is set to do with them.
        QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks,
    )
    return list(features), source.sourceCrs()


def model_parameter(
    name: str, others: Sequence[tuple[str, str]] = ()
) -> QgsProcessingParameterString:
    """Return the parameter for a model: the id of one in the catalogue, or a path.

    Args:
        name: of the parameter.
        others: what can be chosen besides: name to show, and value.
    """
    parameter = QgsProcessingParameterString(
        name, translate("CrossEarth", "Model"), defaultValue=catalog.default_id()
    )
    choices = [[model.name, model.id] for model in catalog.models() if model.is_on_disk]
    choices += [list(other) for other in others]
    parameter.setMetadata({"widget_wrapper": {"class": CHOICE_WIDGET, "choices": choices}})
    parameter.setHelp(
        translate(
            "CrossEarth",
            "What looks at the imagery and knows the classes. The id of a model in the catalogue, "
            "or the path of a model's folder or ONNX file.",
        )
    )
    return parameter


def dataset_parameter(name: str) -> QgsProcessingParameterString:
    """Return the parameter for a dataset whose classes a model knows."""
    parameter = QgsProcessingParameterString(
        name, translate("CrossEarth", "Dataset it was trained on"), optional=True
    )
    choices = [[translate("CrossEarth", "By the name of the file"), ""]]
    choices += [[title, dataset] for title, dataset in published.datasets()]
    parameter.setMetadata({"widget_wrapper": {"class": CHOICE_WIDGET, "choices": choices}})
    parameter.setHelp(
        translate(
            "CrossEarth",
            "Gives names and colours to the classes. Empty: the dataset of the published file of "
            "this name; of other files the classes are numbered.",
        )
    )
    return parameter


def device_parameter(name: str) -> QgsProcessingParameterString:
    """Return the parameter for the device that computes."""
    parameter = QgsProcessingParameterString(
        name, translate("CrossEarth", "Device"), defaultValue=settings.device()
    )
    choices = [[device.label, device.name] for device in known_devices() if device.is_usable]
    parameter.setMetadata({"widget_wrapper": {"class": CHOICE_WIDGET, "choices": choices}})
    parameter.setHelp(
        translate(
            "CrossEarth",
            "Where the model is computed: auto, cpu, or a graphics card: gpu:0, gpu:1… What really "
            "ran, and why no better device, is written into the result.",
        )
    )
    return advanced(parameter)


def device_arguments(
    algorithm: QgsProcessingAlgorithm,
    name: str,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> dict[str, Any]:
    """Return what a job computes on, as arguments of the engine's commands.

    Args:
        algorithm: has the parameter that `device_parameter` returns.
        name: of that parameter.
        parameters: of the run.
        context: of the run.
    """
    return {
        "device": algorithm.parameterAsString(parameters, name, context) or "auto",
        "threads": settings.threads() or None,
    }
