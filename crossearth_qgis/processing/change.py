"""crossearth:change: what has changed between two maps."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..engine_paths import for_engine
from ..quantities import number_text
from ..shared import options as engine_options
from ..styling import ChangeStyle, hand_over
from ..translation import translate
from .base import EngineAlgorithm
from .leftovers import Leftovers
from .option_texts import parse_class_names
from .options import OptionRow, declare, read
from .outputs import page_parameter
from .progress_texts import percent_text

# Lines of the log: the largest changes.
_MOST_CHANGES = 15


class ChangeAlgorithm(EngineAlgorithm):
    """Compares two class rasters pixel by pixel."""

    group_id = "landcover"
    help_page = "change"

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    REPORT = "REPORT"
    OUTPUT = "OUTPUT"
    CHANGED = "CHANGED"
    CHANGES = "CHANGES"

    def __init__(self) -> None:
        super().__init__()
        self._arguments: dict[str, Any] = {}
        self._title = ""

    def name(self) -> str:
        return "change"

    def displayName(self) -> str:
        return translate("CrossEarth", "Compare two maps")

    def tags(self) -> list[str]:
        return translate(
            "CrossEarth",
            "change detection,from-to matrix,transition,land cover change,difference,gain,loss",
        ).split(",")

    def shortDescription(self) -> str:
        return translate("CrossEarth", "What has changed between two maps, from what to what.")

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Compares two class rasters pixel by pixel: a raster with a class for each change that "
            "there is, such as “forest → building”, and the area of each, as a table and, if you "
            "like, as a page. The maps may be of any program; classes are matched by the names in "
            "their legends, and where there are none, by their values.\n\n"
            "Areas are counted pixels: what either map has wrong counts as change. For areas with "
            "error bars draw sample points on the map of changes, say at each what has become of "
            "what, and give both to “Measure the accuracy of a map”.\n\n"
            "Example: BEFORE map-2020.tif, AFTER map-2024.tif, OUTPUT change.tif. Maps whose "
            "pixels are not the same are refused; with ALIGN=before the second one is brought to "
            "the pixels of the first, each of which gets the class of the nearest.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            QgsProcessingParameterRasterLayer(self.BEFORE, translate("CrossEarth", "Map before")),
            QgsProcessingParameterRasterLayer(self.AFTER, translate("CrossEarth", "Map after")),
            *(declare(row, engine_options.CHANGE) for row in _option_rows()),
            page_parameter(self.REPORT),
            QgsProcessingParameterRasterDestination(
                self.OUTPUT, translate("CrossEarth", "Map of changes")
            ),
        ):
            self.addParameter(parameter)
        self.addOutput(
            QgsProcessingOutputNumber(self.CHANGED, translate("CrossEarth", "Changed (0 to 1)"))
        )
        self.addOutput(
            QgsProcessingOutputString(
                self.CHANGES, translate("CrossEarth", "All that has changed (JSON)")
            )
        )

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        try:
            read(self, _option_rows(), engine_options.CHANGE, parameters, context)
        except ValueError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        super().prepareAlgorithm(parameters, context, feedback)
        try:
            asked = read(self, _option_rows(), engine_options.CHANGE, parameters, context)
        except ValueError as error:
            raise QgsProcessingException(str(error)) from error
        before = self.further_map_arguments(parameters, self.BEFORE, context, "before")
        after = self.further_map_arguments(parameters, self.AFTER, context, "after")
        self._arguments = {**before, **after, **asked}
        names = [
            self.parameterAsRasterLayer(parameters, name, context).name()
            for name in (self.BEFORE, self.AFTER)
        ]
        self._title = translate("CrossEarth", "Change – {before} → {after}").format(
            before=names[0], after=names[1]
        )
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        report = self.parameterAsFileOutput(parameters, self.REPORT, context) or None
        arguments = {**self._arguments, "output": for_engine(output)}
        if report:
            arguments["report"] = for_engine(report)
        files = [path for path in (output, report) if path]
        result = self.run_job("change", arguments, feedback, Leftovers(files))
        if result is None:
            return {}
        for text in _texts(result):
            feedback.pushInfo(text)
        if context.willLoadLayerOnCompletion(output):
            details = context.layerToLoadOnCompletionDetails(output)
            # A name that somebody chose, in a model or a script, stays.
            if details.name in ("", self.parameterDefinition(self.OUTPUT).description()):
                details.name = self._title
                if hasattr(details, "forceName"):
                    details.forceName = True
            hand_over(details, ChangeStyle())
        return {
            self.OUTPUT: output,
            self.REPORT: report,
            self.CHANGED: result["changed_share"],
            self.CHANGES: json.dumps(result),
        }

    def progress_text(self, done: int, total: int, seconds_left: float | None) -> str:
        return percent_text(done, total, seconds_left)


def _texts(result: dict[str, Any]) -> list[str]:
    """Return what to say of the changes, the largest first."""
    has_area = result["area_method"] is not None
    key, unit, digits = ("area_m2", 10_000, 2) if has_area else ("pixels", 1, 0)
    text = (
        translate("CrossEarth", "{name}: {amount} ha, {percent} %")
        if has_area
        else translate("CrossEarth", "{name}: {amount} pixels, {percent} %")
    )
    changes = sorted(result["changes"], key=lambda item: -item[key])
    lines = [
        text.format(
            name=item["name"],
            amount=number_text(item[key] / unit, digits),
            percent=number_text(item["percent"], 2),
        )
        for item in changes[:_MOST_CHANGES]
    ]
    if len(changes) > _MOST_CHANGES:
        lines.append(
            translate("CrossEarth", "… and {count} more kinds of change.").format(
                count=len(changes) - _MOST_CHANGES
            )
        )
    lines.append(changed_text(result["changed_share"]))
    return lines


def changed_text(share: float) -> str:
    """Return how much has changed, in a sentence.

    Args:
        share: of where both maps have a class, 0 to 1.
    """
    return translate(
        "CrossEarth",
        "Changed: {percent} % of where both maps have a class. These are counted pixels, not "
        "estimates: what either map has wrong counts as change.",
    ).format(percent=number_text(100 * share, 2))


def _option_rows() -> list[OptionRow]:
    names = translate(
        "CrossEarth",
        "Where the legend of the layer does not say them: values and names, such as 1=water, "
        "2=forest.",
    )
    return [
        OptionRow(
            "ALIGN",
            "align",
            translate("CrossEarth", "Align to the grid of the map"),
            translate(
                "CrossEarth",
                "Maps whose pixels are not the same are refused; or are brought to the pixels of "
                "one of them, each of which gets the class of the other map's nearest.",
            ),
            is_advanced=False,
            choices={
                "none": translate("CrossEarth", "Not at all"),
                "before": translate("CrossEarth", "Before"),
                "after": translate("CrossEarth", "After"),
            },
        ),
        OptionRow(
            "BEFORE_CLASSES",
            "before_classes",
            translate("CrossEarth", "Names of the classes before"),
            names,
            parse=parse_class_names,
        ),
        OptionRow(
            "AFTER_CLASSES",
            "after_classes",
            translate("CrossEarth", "Names of the classes after"),
            names,
            parse=parse_class_names,
        ),
    ]
