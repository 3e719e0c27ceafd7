"""An option of the engine as a parameter of an algorithm: one row says how people read it.

Kind, default, choices and limits stand in the engine's table of options. A row adds what QGIS
needs: the parameter's name, which scripts hold, its label and help, and how a text is understood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    NULL,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..layers.stated import crs_text
from ..shared import options as engine_options

CHOICE_WIDGET = f"{__package__.rsplit('.', 1)[0]}.gui.widgets.choice_widget.ChoiceWidgetWrapper"
"""Shows what can be chosen by its label. By name, because qgis_process has no widgets."""


@dataclass(frozen=True)
class OptionRow:
    """How people see an option.

    Attributes:
        parameter: its name.
        argument: name of the engine's option.
        label, help: of the parameter, and of the field of a form.
        unit: that a number is given in.
        parse: what a text says; raises ValueError with a sentence for the user.
        minimum: where it is another than the engine's.
        is_advanced: whether few need to touch it.
        choices: what people call the values of a choice; those that are missing are names.
    """

    parameter: str
    argument: str
    label: str
    help: str = ""
    parse: Callable[[str], Any] = str
    minimum: float | None = None
    is_advanced: bool = True
    unit: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The label where nothing else tells the unit."""
        return f"{self.label} ({self.unit})" if self.unit else self.label


def declare(row: OptionRow, options: engine_options.Options) -> QgsProcessingParameterDefinition:
    """Return the parameter for a row.

    Args:
        row: says how people see it.
        options: the table of the engine's command.

    Raises:
        KeyError: if the engine has no such option.
    """
    option = options[row.argument]
    # All are optional: a model that was made before a parameter came has no value for it.
    if option.kind == "choice":
        parameter = QgsProcessingParameterEnum(
            row.parameter,
            row.title,
            options=list(option.choices),
            defaultValue=option.default,
            optional=True,
            usesStaticStrings=True,
        )
        # With their values, which the help and scripts speak of.
        labels = {value: f"{label} ({value})" for value, label in row.choices.items()}
        choices = [[labels.get(value, value), value] for value in option.choices]
        parameter.setMetadata(
            {"widget_wrapper": {"class": CHOICE_WIDGET, "choices": choices, "is_closed": True}}
        )
    elif option.kind in ("whole", "number"):
        parameter = _number(row, option)
    elif option.kind == "crs":
        parameter = QgsProcessingParameterCrs(row.parameter, row.title, optional=True)
    elif option.kind == "switch":
        parameter = QgsProcessingParameterBoolean(
            row.parameter, row.title, defaultValue=option.default, optional=True
        )
    else:
        parameter = QgsProcessingParameterString(row.parameter, row.title, optional=True)
    parameter.setHelp(row.help)
    return advanced(parameter) if row.is_advanced else parameter


def read(
    algorithm: QgsProcessingAlgorithm,
    rows: Iterable[OptionRow],
    options: engine_options.Options,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> dict[str, Any]:
    """Return what is asked for by arguments of the engine's command, where it is not the default.

    Raises:
        ValueError: with a sentence for the user, if a text is not understood.
    """
    values = {row.argument: value_of(algorithm, row, options, parameters, context) for row in rows}
    return {name: value for name, value in values.items() if value != options[name].default}


def value_of(
    algorithm: QgsProcessingAlgorithm,
    row: OptionRow,
    options: engine_options.Options,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> Any:
    """Return the value of an option; the engine's default where nothing is given.

    Raises:
        ValueError: with a sentence for the user, if a text is not understood.
    """
    option, name = options[row.argument], row.parameter
    if option.kind == "choice":
        return algorithm.parameterAsEnumString(parameters, name, context) or option.default
    if option.kind == "switch":
        return bool(algorithm.parameterAsBool(parameters, name, context))
    if option.kind == "crs":
        crs = algorithm.parameterAsCrs(parameters, name, context)
        return crs_text(crs) if crs.isValid() else option.default
    if option.kind in ("whole", "number"):
        if parameters.get(name) in (None, "", NULL):
            return option.default
        if option.kind == "whole":
            return algorithm.parameterAsInt(parameters, name, context)
        number = algorithm.parameterAsDouble(parameters, name, context)
        # A field that nobody has filled in shows its minimum.
        return option.default if number == option.above else number
    text = str(algorithm.parameterAsString(parameters, name, context)).strip()
    return row.parse(text) if text else option.default


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """Return the parameter, moved to the advanced ones."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def _number(row: OptionRow, option: engine_options.Option) -> QgsProcessingParameterDefinition:
    kinds = QgsProcessingParameterNumber.Type
    parameter = QgsProcessingParameterNumber(
        row.parameter,
        row.title,
        kinds.Integer if option.kind == "whole" else kinds.Double,
        defaultValue=option.default,
        optional=True,
    )
    limits = (row.minimum, option.minimum, option.above)
    minimum = next((limit for limit in limits if limit is not None), None)
    if minimum is not None:
        parameter.setMinimum(minimum)
    if option.maximum is not None:
        parameter.setMaximum(option.maximum)
    return parameter
