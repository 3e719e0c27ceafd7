"""crossearth:similar: where a raster looks like a few objects, as a raster and candidates."""

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
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ..engine_paths import for_engine
from ..models import catalog
from ..shared import options as engine_options
from ..styling import ResultMark, SimilarityStyle, hand_over
from ..translation import one_or_many, translate
from .base import EngineAlgorithm, summary_output
from .finetune import bands_only_text
from .leftovers import Leftovers
from .options import OptionRow, declare, read
from .parameters import device_arguments, device_parameter, model_parameter
from .segmentation_options import bands_row, gsd_row, pixel_size_row, stretch_row


class SimilarAlgorithm(EngineAlgorithm):
    """Says how similar all places of a raster are to a few that somebody points at."""

    group_id = "landcover"
    help_page = "similar"

    INPUT = "INPUT"
    OBJECTS = "OBJECTS"
    MODEL = "MODEL"
    DEVICE = "DEVICE"
    OUTPUT = "OUTPUT"
    CANDIDATES = "CANDIDATES"
    COUNT = "COUNT"
    SUMMARY = "SUMMARY"

    def __init__(self) -> None:
        super().__init__()
        self._objects: QgsProcessingFeatureSource | None = None
        self._arguments: dict[str, Any] = {}

    def name(self) -> str:
        return "similar"

    def displayName(self) -> str:
        return translate("CrossEarth", "Find similar places")

    def tags(self) -> list[str]:
        return translate(
            "CrossEarth",
            "similarity,similar,search,find more like this,few-shot,example,cosine,embedding",
        ).split(",")

    def shortDescription(self) -> str:
        return translate(
            "CrossEarth",
            "Where it looks like at a few points or polygons, without any classes.",
        )

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Point at one or a few objects, and get a raster that says of every pixel how similar "
            "it is to the most similar of them, percent. Places that are similar enough can be "
            "written as outlines or points.\n\n"
            "What a model sees is compared, not colours alone; of an embedding raster its own "
            "vectors are. It is kept: with other objects or another threshold the answer comes "
            "within seconds.\n\n"
            "Example: INPUT scene.tif, OBJECTS points.gpkg, OUTPUT similarity.tif, CANDIDATES "
            "found.gpkg, THRESHOLD 70.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        objects = QgsProcessingParameterFeatureSource(
            self.OBJECTS,
            translate("CrossEarth", "Objects that are sought"),
            [
                QgsProcessing.SourceType.TypeVectorPoint,
                QgsProcessing.SourceType.TypeVectorPolygon,
            ],
        )
        objects.setHelp(
            translate(
                "CrossEarth",
                "Points or polygons of what is sought; of a layer in which some are selected, only "
                "these if you say so. Any CRS.",
            )
        )
        candidates = QgsProcessingParameterVectorDestination(
            self.CANDIDATES,
            translate("CrossEarth", "Candidates"),
            optional=True,
            createByDefault=False,
        )
        for parameter in (
            QgsProcessingParameterRasterLayer(self.INPUT, translate("CrossEarth", "Raster")),
            objects,
            _model_parameter(self.MODEL),
            *(declare(row, engine_options.SIMILAR) for row in _option_rows()),
            device_parameter(self.DEVICE),
            QgsProcessingParameterRasterDestination(
                self.OUTPUT, translate("CrossEarth", "Similarity")
            ),
            candidates,
        ):
            self.addParameter(parameter)
        self.addOutput(
            QgsProcessingOutputNumber(self.COUNT, translate("CrossEarth", "Number of candidates"))
        )
        self.addOutput(summary_output(self.SUMMARY))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        if problem := self.model_problem(parameters, self.MODEL, context):
            return False, problem
        try:
            read(self, _option_rows(), engine_options.SIMILAR, parameters, context)
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
        self._objects = self.parameterAsSource(parameters, self.OBJECTS, context)
        if self._objects is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.OBJECTS))
        raster = self.raster(parameters, self.INPUT, context)
        model = self.parameterAsString(parameters, self.MODEL, context)
        self._arguments = {
            "input": raster.path,
            **raster.said,
            **({"model": catalog.engine_name(model)} if model else {}),
            **device_arguments(self, self.DEVICE, parameters, context),
            **self.read_options(_option_rows(), engine_options.SIMILAR, parameters, context),
        }
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        candidates = self.parameterAsOutputLayer(parameters, self.CANDIDATES, context) or ""
        objects = self.write_objects(self._objects, context, feedback)
        if objects is None:
            return {}
        arguments = {**self._arguments, "objects": objects, "output": for_engine(output)}
        written = [output]
        if candidates:
            arguments["candidates"] = for_engine(candidates)
            written.append(candidates)
        result = self.run_job("similar", arguments, feedback, Leftovers(written))
        if result is None:
            return {}
        if context.willLoadLayerOnCompletion(output):
            details = context.layerToLoadOnCompletionDetails(output)
            hand_over(details, SimilarityStyle(arguments.get("threshold")))
        found: dict[str, Any] = {self.OUTPUT: output, self.SUMMARY: json.dumps(result)}
        if candidates:
            count = result["count"]
            feedback.pushInfo(
                one_or_many(
                    count,
                    translate("CrossEarth", "1 candidate."),
                    translate("CrossEarth", "{count} candidates."),
                ).format(count=count)
            )
            if context.willLoadLayerOnCompletion(candidates):
                hand_over(context.layerToLoadOnCompletionDetails(candidates), ResultMark())
            found |= {self.CANDIDATES: candidates, self.COUNT: count}
        return found


def _model_parameter(name: str) -> QgsProcessingParameterString:
    """Return the parameter for what sees; empty: as suits the raster."""
    own = translate("CrossEarth", "As suits the raster")
    parameter = model_parameter(name, [(own, ""), (bands_only_text(), engine_options.BANDS_ID)])
    parameter.setDescription(translate("CrossEarth", "Model whose view is compared"))
    parameter.setDefaultValue("")
    parameter.setFlags(parameter.flags() | parameter.Flag.FlagOptional)
    parameter.setHelp(
        translate(
            "CrossEarth",
            "Empty: of an embedding raster its own vectors, of any other the model that comes with "
            "the plugin. Else the id of a model, its path, or bands for none.",
        )
    )
    return parameter


def _option_rows() -> list[OptionRow]:
    return [
        OptionRow(
            "THRESHOLD",
            "threshold",
            translate("CrossEarth", "Least similarity of candidates"),
            unit="%",
            is_advanced=False,
        ),
        OptionRow(
            "FORM",
            "form",
            translate("CrossEarth", "Form of candidates"),
            translate("CrossEarth", "Outlines of them, or a point in each."),
            is_advanced=False,
            choices={
                "outlines": translate("CrossEarth", "Outlines"),
                "points": translate("CrossEarth", "Points"),
            },
        ),
        bands_row(),
        gsd_row(),
        stretch_row(),
        pixel_size_row(),
    ]
