"""crossearth:samplepoints: random points on a map, for a person to say what is there."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
    QgsVectorLayer,
)

from ..engine_paths import for_engine
from ..layers.training_samples import offer_classes
from ..shared import options as engine_options
from ..styling import ResultMark, hand_over
from ..translation import one_or_many, translate
from .base import EngineAlgorithm
from .leftovers import Leftovers
from .options import OptionRow, declare, read
from .progress_texts import percent_text


class SamplePointsAlgorithm(EngineAlgorithm):
    """Draws a stratified random sample of a map's pixels."""

    group_id = "accuracy"
    help_page = "accuracy#areas-with-error-bars"

    MAP = "MAP"
    OUTPUT = "OUTPUT"

    def __init__(self) -> None:
        super().__init__()
        self._map: dict[str, str] = {}

    def name(self) -> str:
        return "samplepoints"

    def displayName(self) -> str:
        return translate("CrossEarth", "Draw sample points on a map")

    def tags(self) -> list[str]:
        return translate(
            "CrossEarth", "random points,stratified sample,validation,accuracy,reference"
        ).split(",")

    def shortDescription(self) -> str:
        return translate("CrossEarth", "Random points on a map, to be checked by eye.")

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Draws random points on a class map, so many in each class as Olofsson and others "
            "(2014) recommend. Look at the imagery at each point and fill its field “reference” "
            "with the class that is really there; what the map says is hidden on purpose. "
            "“Measure the accuracy of a map” then estimates accuracies and areas with their "
            "confidence intervals, of this map and of any other of the same place: each point "
            "carries the class that it was drawn from, and how large that is.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            QgsProcessingParameterRasterLayer(self.MAP, translate("CrossEarth", "Map"))
        )
        for row in _option_rows():
            self.addParameter(declare(row, engine_options.SAMPLE_POINTS))
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.OUTPUT,
                translate("CrossEarth", "Sample points"),
                QgsProcessing.SourceType.TypeVectorPoint,
            )
        )

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        super().prepareAlgorithm(parameters, context, feedback)
        self._map = self.map_arguments(parameters, self.MAP, context)
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        arguments = {
            **self._map,
            "out": for_engine(output),
            **read(self, _option_rows(), engine_options.SAMPLE_POINTS, parameters, context),
        }
        result = self.run_job("sample-points", arguments, feedback, Leftovers([output]))
        if result is None:
            return {}
        for item in result["classes"]:
            feedback.pushInfo(
                one_or_many(
                    item["points"],
                    translate("CrossEarth", "{name}: 1 point"),
                    translate("CrossEarth", "{name}: {points} points"),
                ).format(name=item["name"], points=item["points"])
            )
        if output.lower().endswith(".gpkg"):
            layer = QgsVectorLayer(output, "points", "ogr")
            names = [item["name"] for item in result["classes"]]
            # Whoever says what is there should not see what the map says.
            offer_classes(layer, result["field"], names, engine_options.STRATUM_FIELDS)
        if context.willLoadLayerOnCompletion(output):
            # Points that judge maps are none to teach models with.
            hand_over(context.layerToLoadOnCompletionDetails(output), ResultMark())
        return {self.OUTPUT: output}

    def progress_text(self, done: int, total: int, seconds_left: float | None) -> str:
        # Rows of the map are looked through, and no windows.
        return percent_text(done, total, seconds_left)


def _option_rows() -> list[OptionRow]:
    return [
        OptionRow("COUNT", "count", translate("CrossEarth", "Number of points"), is_advanced=False),
        OptionRow(
            "LEAST",
            "least",
            translate("CrossEarth", "Least number of points of a class"),
            translate("CrossEarth", "Where there are enough in all: else all classes share alike."),
        ),
        OptionRow(
            "SEED",
            "seed",
            translate("CrossEarth", "Seed"),
            translate("CrossEarth", "Of the random numbers: the same seed draws the same points."),
            is_advanced=False,
        ),
    ]
