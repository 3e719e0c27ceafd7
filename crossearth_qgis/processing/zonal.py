"""crossearth:zonal: one class for each object of a layer, such as parcels or buildings."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ..engine_paths import for_engine
from ..styling import ResultMark, SidecarStyle, hand_over
from ..translation import one_or_many, translate
from .base import summary_output
from .leftovers import Leftovers
from .map_or_model import MapOrModelAlgorithm
from .parameters import device_parameter
from .progress_texts import percent_text


class ZonalAlgorithm(MapOrModelAlgorithm):
    """Gives each object of a layer the class that most of its pixels have."""

    group_id = "landcover"
    help_page = "objects"

    OBJECTS = "OBJECTS"
    CONFIDENCE = "CONFIDENCE"
    OUTPUT = "OUTPUT"
    COUNT = "COUNT"
    SUMMARY = "SUMMARY"

    def __init__(self) -> None:
        super().__init__()
        self._source: QgsProcessingFeatureSource | None = None
        self._arguments: dict[str, Any] = {}

    def name(self) -> str:
        return "zonal"

    def displayName(self) -> str:
        return translate("CrossEarth", "Classify the objects of a layer")

    def tags(self) -> list[str]:
        return translate(
            "CrossEarth",
            "zonal statistics,majority,objects,parcels,fields,buildings,footprints,object-based",
        ).split(",")

    def shortDescription(self) -> str:
        return translate(
            "CrossEarth", "Gives each parcel or building its class on a map, as fields of a copy."
        )

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Gives each object of a layer, such as parcels or outlines of buildings, the class "
            "that most of its pixels have on a map. The result is a copy of the layer with all its "
            "fields and these: class_id, class_name, share (percent of the pixels that have this "
            "class), confidence (their mean, percent, where it is known) and pixels.\n\n"
            "Give a map; or a model and a raster, which is then mapped first.\n\n"
            "Example: OBJECTS parcels.gpkg, MAP map.tif, OUTPUT classified.gpkg. Objects with a "
            "small share or confidence are those to look at.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        confidence = QgsProcessingParameterRasterLayer(
            self.CONFIDENCE, translate("CrossEarth", "Confidence of the map"), optional=True
        )
        confidence.setHelp(
            translate(
                "CrossEarth",
                "A raster of percent on the pixels of the map. Empty: that which was made with the "
                "map, if it lies beside it.",
            )
        )
        for parameter in (
            QgsProcessingParameterFeatureSource(
                self.OBJECTS,
                translate("CrossEarth", "Objects"),
                [QgsProcessing.SourceType.TypeVectorAnyGeometry],
            ),
            QgsProcessingParameterRasterLayer(
                self.MAP, translate("CrossEarth", "Map"), optional=True
            ),
            confidence,
            *self.map_or_model_parameters(),
            device_parameter(self.DEVICE),
            QgsProcessingParameterVectorDestination(
                self.OUTPUT, translate("CrossEarth", "Objects with their classes")
            ),
        ):
            self.addParameter(parameter)
        self.addOutput(
            QgsProcessingOutputNumber(self.COUNT, translate("CrossEarth", "Number of objects"))
        )
        self.addOutput(summary_output(self.SUMMARY))

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        super().prepareAlgorithm(parameters, context, feedback)
        self._source = self.parameterAsSource(parameters, self.OBJECTS, context)
        if self._source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.OBJECTS))
        self._arguments = self.map_or_model_arguments(parameters, context)
        confidence = self.raster_if_any(parameters, self.CONFIDENCE, context)
        if confidence is not None:
            self._arguments["confidence"] = confidence.path
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        objects = self.write_objects(self._source, context, feedback)
        if objects is None:
            return {}
        arguments = {**self._arguments, "objects": objects, "out": for_engine(output)}
        result = self.run_job("zonal", arguments, feedback, Leftovers([output]))
        if result is None:
            return {}
        for item in result["classes"]:
            if item["objects"]:
                text = one_or_many(
                    item["objects"],
                    translate("CrossEarth", "{name}: 1 object"),
                    translate("CrossEarth", "{name}: {count} objects"),
                )
                feedback.pushInfo(text.format(name=item["name"], count=item["objects"]))
        if context.willLoadLayerOnCompletion(output):
            details = context.layerToLoadOnCompletionDetails(output)
            hand_over(details, SidecarStyle() if result["has_style"] else ResultMark())
        return {
            self.OUTPUT: output,
            self.COUNT: result["objects"],
            self.SUMMARY: json.dumps(result),
        }

    def progress_text(self, done: int, total: int, seconds_left: float | None) -> str:
        return percent_text(done, total, seconds_left)
