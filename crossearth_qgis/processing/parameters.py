"""Parameters that more than one algorithm offers."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from .. import settings
from ..models import catalog, published
from ..translation import translate

# A combo box that also takes what is not in its list. By name, because qgis_process has no widgets.
_CHOICE_WIDGET = f"{__package__.rsplit('.', 1)[0]}.gui.widgets.choice_widget.ChoiceWidgetWrapper"


def choice_parameter(
    name: str, label: str, text: str, choices: tuple[str, ...]
) -> QgsProcessingParameterDefinition:
    """Return a choice of strings that scripts hold; the first is the default, ``text`` the help."""
    parameter = QgsProcessingParameterEnum(
        name,
        label,
        options=list(choices),
        defaultValue=choices[0],
        # A model that was made before a parameter came has no value for it.
        optional=True,
        usesStaticStrings=True,
    )
    parameter.setHelp(text)
    return parameter


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
    parameter.setMetadata({"widget_wrapper": {"class": _CHOICE_WIDGET, "choices": choices}})
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
    parameter.setMetadata({"widget_wrapper": {"class": _CHOICE_WIDGET, "choices": choices}})
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
    choices = [
        [translate("CrossEarth", "Automatic"), "auto"],
        [translate("CrossEarth", "Processor"), "cpu"],
        [translate("CrossEarth", "First NVIDIA graphics card"), "cuda:0"],
    ]
    parameter.setMetadata({"widget_wrapper": {"class": _CHOICE_WIDGET, "choices": choices}})
    parameter.setHelp(
        translate(
            "CrossEarth",
            "Where the model is computed: auto, cpu, cuda:0, cuda:1… What really ran is written "
            "into the result.",
        )
    )
    return advanced(parameter)


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """Return the parameter, moved to the advanced ones."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter
