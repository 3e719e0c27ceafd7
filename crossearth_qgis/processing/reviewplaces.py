"""crossearth:reviewplaces: the places of a map to look at next, as points with reasons."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ..engine_paths import for_engine
from ..shared import options as engine_options
from ..styling import ResultMark, hand_over
from ..translation import one_or_many, translate
from .base import summary_output
from .leftovers import Leftovers
from .map_or_model import MapOrModelAlgorithm
from .options import OptionRow, advanced, declare, read
from .parameters import device_parameter, extent_parameter
from .progress_texts import percent_text


class ReviewPlacesAlgorithm(MapOrModelAlgorithm):
    """Says where a map is least certain, most undecided or least like the training."""

    group_id = "models"
    help_page = "review"

    EXTENT = "EXTENT"
    OUTPUT = "OUTPUT"
    COUNT_FOUND = "PLACES"
    SUMMARY = "SUMMARY"

    def __init__(self) -> None:
        super().__init__()
        self._arguments: dict[str, Any] = {}

    def name(self) -> str:
        return "reviewplaces"

    def displayName(self) -> str:
        return translate("CrossEarth", "Find places to review")

    def tags(self) -> list[str]:
        return translate(
            "CrossEarth",
            "active learning,uncertainty,uncertain,review,where to draw,samples,confidence",
        ).split(",")

    def shortDescription(self) -> str:
        return translate(
            "CrossEarth", "The places where a map is least sure, for you to look there next."
        )

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Finds the places where a map is least certain, most undecided or least like what the "
            "model was trained on, spread over the area. They are points with "
            "these fields: rank, reason (confidence, lead or unfamiliarity), value (what that is "
            "there, percent), class_id and class_name (what the map says).\n\n"
            "Draw a sample at each and adapt the model to them.\n\n"
            "Give a map that was made with its confidence, its lead or its unfamiliarity; or a "
            "model and a raster, which is then mapped first.\n\n"
            "Example: RASTER scene.tif, MODEL my-city, COUNT 20, OUTPUT places.gpkg.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        extent = extent_parameter(self.EXTENT)
        extent.setHelp(translate("CrossEarth", "What of the raster the model maps; empty: all."))
        for parameter in (
            QgsProcessingParameterRasterLayer(
                self.MAP, translate("CrossEarth", "Map"), optional=True
            ),
            *self.map_or_model_parameters(),
            extent,
            *(declare(row, engine_options.REVIEW) for row in _option_rows()),
            *(_product_parameter(name, label) for name, label in _products()),
            device_parameter(self.DEVICE),
            QgsProcessingParameterVectorDestination(
                self.OUTPUT,
                translate("CrossEarth", "Places"),
                QgsProcessing.SourceType.TypeVectorPoint,
            ),
        ):
            self.addParameter(parameter)
        self.addOutput(
            QgsProcessingOutputNumber(self.COUNT_FOUND, translate("CrossEarth", "Number of places"))
        )
        self.addOutput(summary_output(self.SUMMARY))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        has_extent = not self.parameterAsExtent(parameters, self.EXTENT, context).isNull()
        has_map = self.parameterAsRasterLayer(parameters, self.MAP, context) is not None
        if has_extent and has_map:
            return False, translate(
                "CrossEarth", "The extent is for a model and a raster: a map is taken whole."
            )
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        super().prepareAlgorithm(parameters, context, feedback)
        self._arguments = {
            **self.map_or_model_arguments(parameters, context),
            **read(self, _option_rows(), engine_options.REVIEW, parameters, context),
        }
        for name, _ in _products():
            product = self.raster_if_any(parameters, name, context)
            if product is not None:
                self._arguments[name.lower()] = product.path
        raster = self.raster_if_any(parameters, self.RASTER, context)
        if raster is not None:
            self._arguments |= self.extent_arguments(parameters, self.EXTENT, context, raster)
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        arguments = {**self._arguments, "out": for_engine(output)}
        result = self.run_job("review", arguments, feedback, Leftovers([output]))
        if result is None:
            return {}
        count = len(result["places"])
        feedback.pushInfo(
            one_or_many(
                count,
                translate("CrossEarth", "1 place."),
                translate("CrossEarth", "{count} places."),
            ).format(count=count)
        )
        if context.willLoadLayerOnCompletion(output):
            # Points without a class are none to teach models with.
            hand_over(context.layerToLoadOnCompletionDetails(output), ResultMark())
        return {self.OUTPUT: output, self.COUNT_FOUND: count, self.SUMMARY: json.dumps(result)}

    def progress_text(self, done: int, total: int, seconds_left: float | None) -> str:
        return percent_text(done, total, seconds_left)


def _products() -> list[tuple[str, str]]:
    """Return the rasters that tell how sure a map is: their parameters and labels."""
    return [
        ("CONFIDENCE", translate("CrossEarth", "Confidence of the map")),
        ("LEAD", translate("CrossEarth", "Lead of the map")),
        ("UNFAMILIARITY", translate("CrossEarth", "Unfamiliarity of the map")),
    ]


def _product_parameter(name: str, label: str) -> QgsProcessingParameterRasterLayer:
    parameter = QgsProcessingParameterRasterLayer(name, label, optional=True)
    parameter.setHelp(
        translate(
            "CrossEarth",
            "A raster of percent on the pixels of the map. Empty: that which was made with the "
            "map, if it lies beside it.",
        )
    )
    return advanced(parameter)


def _option_rows() -> list[OptionRow]:
    return [
        OptionRow("COUNT", "count", translate("CrossEarth", "Number of places"), is_advanced=False),
        OptionRow(
            "BY",
            "by",
            translate("CrossEarth", "Reasons"),
            translate(
                "CrossEarth",
                "Little confidence, little lead of the class over the next one, or unlike the "
                "training. all: those that are known of the map; of a model the first two.",
            ),
            is_advanced=False,
            choices={
                "all": translate("CrossEarth", "All that are known"),
                "confidence": translate("CrossEarth", "Confidence"),
                "lead": translate("CrossEarth", "Lead"),
                "unfamiliarity": translate("CrossEarth", "Unfamiliarity"),
            },
        ),
        OptionRow(
            "DISTANCE",
            "distance",
            translate("CrossEarth", "Least distance between two places"),
            translate("CrossEarth", "Pixels without a CRS. Empty: as the area has room."),
            unit="m",
        ),
    ]
