"""crossearth:plansample: how many sample points a map needs, to be as sure as one wants."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterLayer,
)

from ..shared import options as engine_options
from ..translation import translate
from .base import EngineAlgorithm
from .option_texts import parse_accuracies
from .options import OptionRow, declare, read
from .progress_texts import percent_text


class PlanSampleAlgorithm(EngineAlgorithm):
    """Says how many points a stratified sample of a map needs."""

    group_id = "accuracy"
    help_page = "accuracy#how-many-points"

    MAP = "MAP"
    COUNT = "COUNT"
    LEAST_POINTS = "LEAST_POINTS"
    OVERALL_MARGIN = "OVERALL_MARGIN"

    def __init__(self) -> None:
        super().__init__()
        self._arguments: dict[str, Any] = {}

    def name(self) -> str:
        return "plansample"

    def displayName(self) -> str:
        return translate("CrossEarth", "Plan sample points")

    def tags(self) -> list[str]:
        return translate(
            "CrossEarth", "sample size,number of points,stratified sample,accuracy,confidence"
        ).split(",")

    def shortDescription(self) -> str:
        return translate("CrossEarth", "How many points make the accuracy of a map sure.")

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Says how many points are needed to tell the accuracy of a map to ± 5 %, or as you "
            "like, and how they are shared out among its classes (Cochran; Olofsson and others, "
            "2014): in proportion to area, with a least number for each class.\n\n"
            "Then draw as many with “Draw sample points on a map”.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            QgsProcessingParameterRasterLayer(self.MAP, translate("CrossEarth", "Map"))
        )
        for row in _option_rows():
            self.addParameter(declare(row, engine_options.PLAN_SAMPLE))
        for output in (
            QgsProcessingOutputNumber(self.COUNT, translate("CrossEarth", "Number of points")),
            QgsProcessingOutputNumber(
                self.LEAST_POINTS, translate("CrossEarth", "Least number of points of a class")
            ),
            QgsProcessingOutputNumber(
                self.OVERALL_MARGIN,
                translate("CrossEarth", "Margin of error of the overall accuracy (±)"),
            ),
        ):
            self.addOutput(output)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        super().prepareAlgorithm(parameters, context, feedback)
        try:
            asked = read(self, _option_rows(), engine_options.PLAN_SAMPLE, parameters, context)
        except ValueError as error:
            raise QgsProcessingException(str(error)) from error
        self._arguments = {**self.map_arguments(parameters, self.MAP, context), **asked}
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        result = self.run_job("plan-sample", self._arguments, feedback)
        if result is None:
            return {}
        for item in result["classes"]:
            if item["points"]:
                feedback.pushInfo(
                    translate(
                        "CrossEarth", "{name}: {points} points, accuracy {share} ± {margin}"
                    ).format(
                        name=item["name"],
                        points=item["points"],
                        share=f"{item['expected']:.3f}",
                        margin=f"{item['margin']:.3f}",
                    )
                )
        feedback.pushInfo(
            translate(
                "CrossEarth",
                "{count} points, {least} of a class at least: overall accuracy {share} ± {margin}. "
                "In proportion to area and without a least number, Cochran's formula would ask "
                "for {formula}.",
            ).format(
                count=result["count"],
                least=result["least"],
                share=f"{result['overall_accuracy']:.3f}",
                margin=f"{result['overall_margin']:.3f}",
                formula=result["by_formula"],
            )
        )
        return {
            self.COUNT: result["count"],
            self.LEAST_POINTS: result["least"],
            self.OVERALL_MARGIN: result["overall_margin"],
        }

    def progress_text(self, done: int, total: int, seconds_left: float | None) -> str:
        return percent_text(done, total, seconds_left)


def _option_rows() -> list[OptionRow]:
    return [
        OptionRow(
            "MARGIN",
            "margin",
            translate("CrossEarth", "Margin of error of the overall accuracy (±)"),
            translate("CrossEarth", "Half of its 95 % interval: 0.05 is ± 5 %."),
            is_advanced=False,
        ),
        OptionRow(
            "CLASS_MARGIN",
            "class_margin",
            translate("CrossEarth", "Margin of error of the user's accuracy of each class (±)"),
            translate("CrossEarth", "Empty: what the least number of points gives."),
            is_advanced=False,
        ),
        OptionRow(
            "EXPECTED",
            "expected",
            translate("CrossEarth", "Expected accuracy"),
            translate(
                "CrossEarth",
                "From 0 to 1, 0.85 where nothing is known: one number, or one for each class that "
                "the map has, with commas between them. The nearer to 0.5, the more points.",
            ),
            parse=parse_accuracies,
            is_advanced=False,
        ),
        OptionRow(
            "LEAST",
            "least",
            translate("CrossEarth", "Least number of points of a class"),
            is_advanced=False,
        ),
    ]
