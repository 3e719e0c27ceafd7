"""crossearth:kmeans: a map of groups of pixels that are alike, without samples."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterExtent,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from .. import paths
from ..errors import UnsupportedLayer
from ..layers import raster_source
from ..models import catalog, published
from ..shared import options as engine_options
from ..styling import SidecarStyle, hand_over
from ..translation import translate
from .base import EngineAlgorithm
from .finetune import bands_only_text
from .leftovers import Leftovers
from .option_texts import parse_bands
from .options import OptionRow, declare, read
from .parameters import device_arguments, device_parameter, model_parameter
from .result_log import log_result
from .segmentation_options import nodata_row, pixel_size_row, stretch_row


class KmeansAlgorithm(EngineAlgorithm):
    """Divides a raster into groups of pixels that are alike."""

    group_id = "landcover"
    help_page = "groups"

    INPUT = "INPUT"
    MODEL = "MODEL"
    EXTENT = "EXTENT"
    DEVICE = "DEVICE"
    OUTPUT = "OUTPUT"
    POLYGONS = "POLYGONS"
    SUMMARY = "SUMMARY"

    def __init__(self) -> None:
        super().__init__()
        self._arguments: dict[str, Any] = {}

    def name(self) -> str:
        return "kmeans"

    def displayName(self) -> str:
        return translate("CrossEarth", "Find groups of pixels that are alike")

    def tags(self) -> list[str]:
        return translate(
            "CrossEarth",
            "k-means,kmeans,cluster,clustering,unsupervised,isodata,classification,groups,features",
        ).split(",")

    def shortDescription(self) -> str:
        return translate(
            "CrossEarth", "Makes a map of groups of pixels that are alike, without any samples."
        )

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Divides a raster into groups by what a model sees of it, or by its bands alone "
            "(k-means). What a group is, is for you to say: name the groups on the page Adapt, and "
            "they become samples of classes.\n\n"
            "Groups are numbered from the darkest to the brightest. The same seed gives the same "
            "map. What the model sees is kept: another number of groups takes a few seconds.\n\n"
            "Example: INPUT scene.tif, GROUPS 12, OUTPUT groups.tif.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        extent = QgsProcessingParameterExtent(
            self.EXTENT, translate("CrossEarth", "Extent"), optional=True
        )
        extent.setHelp(
            translate("CrossEarth", "Limits the run to a rectangle. Empty: the whole raster.")
        )
        for parameter in (
            QgsProcessingParameterRasterLayer(self.INPUT, translate("CrossEarth", "Raster")),
            _model_parameter(self.MODEL),
            extent,
            *(declare(row, engine_options.KMEANS) for row in _option_rows()),
            device_parameter(self.DEVICE),
            QgsProcessingParameterRasterDestination(self.OUTPUT, translate("CrossEarth", "Groups")),
            QgsProcessingParameterVectorDestination(
                self.POLYGONS,
                translate("CrossEarth", "Polygons"),
                optional=True,
                createByDefault=False,
            ),
        ):
            self.addParameter(parameter)
        self.addOutput(
            QgsProcessingOutputString(
                self.SUMMARY, translate("CrossEarth", "All that is known of the run (JSON)")
            )
        )

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        model_id = self.parameterAsString(parameters, self.MODEL, context)
        if not catalog.is_there(model_id) and model_id in published.ids():
            return False, published.download_first(model_id)
        try:
            read(self, _option_rows(), engine_options.KMEANS, parameters, context)
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
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        if layer is None:
            raise QgsProcessingException(self.invalidRasterError(parameters, self.INPUT))
        try:
            raster = raster_source.resolve_file(layer)
            options = read(self, _option_rows(), engine_options.KMEANS, parameters, context)
        except (UnsupportedLayer, ValueError) as error:
            raise QgsProcessingException(str(error)) from error
        extent = self.parameterAsExtent(parameters, self.EXTENT, context, raster.crs)
        if not extent.isNull():
            options["extent"] = raster_source.engine_bounds(extent)
        model = self.parameterAsString(parameters, self.MODEL, context)
        self._arguments = {
            "input": raster.path,
            **raster.said,
            "model": catalog.engine_name(model),
            **device_arguments(self, self.DEVICE, parameters, context),
            **options,
        }
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        names = (self.OUTPUT, self.POLYGONS)
        places = {name: self.parameterAsOutputLayer(parameters, name, context) for name in names}
        written = {name: place for name, place in places.items() if place}
        files = {name.lower(): paths.for_engine(place) for name, place in written.items()}
        arguments = {**self._arguments, **files}
        result = self.run_job("kmeans", arguments, feedback, Leftovers(list(files.values())))
        if result is None:
            return {}
        log_result(result, feedback)
        for place in written.values():
            if context.willLoadLayerOnCompletion(place):
                hand_over(context.layerToLoadOnCompletionDetails(place), SidecarStyle())
        return {**written, self.SUMMARY: json.dumps(result)}


def _model_parameter(name: str) -> QgsProcessingParameterString:
    """Return the parameter for what sees the raster."""
    parameter = model_parameter(name, [(bands_only_text(), engine_options.BANDS_ID)])
    parameter.setDescription(translate("CrossEarth", "Model whose view is grouped"))
    parameter.setHelp(
        translate(
            "CrossEarth",
            "Its classes do not matter. The id of a model, its path, or bands for none: then "
            "colour and texture of the raster's own bands are grouped, whichever they are.",
        )
    )
    return parameter


def _option_rows() -> list[OptionRow]:
    return [
        OptionRow(
            "GROUPS",
            "groups",
            translate("CrossEarth", "Number of groups"),
            translate("CrossEarth", "More than there are classes: several may become one later."),
            is_advanced=False,
        ),
        OptionRow(
            "MIN_AREA",
            "min_area",
            translate("CrossEarth", "Minimum mapping unit"),
            translate(
                "CrossEarth",
                "Patches that are smaller take the class of their largest neighbour. In pixels "
                "where the raster has no CRS. By default nothing is removed.",
            ),
            unit="m²",
            is_advanced=False,
        ),
        OptionRow(
            "SEED",
            "seed",
            translate("CrossEarth", "Seed"),
            translate("CrossEarth", "Of the random numbers: the same seed gives the same map."),
        ),
        OptionRow(
            "BANDS",
            "bands",
            translate("CrossEarth", "Bands for the model, in its order"),
            translate(
                "CrossEarth", "Numbers separated by commas. Empty: as segmenting would take them."
            ),
            parse=parse_bands,
        ),
        OptionRow(
            "GSD",
            "gsd",
            translate("CrossEarth", "Model pixel size"),
            unit=translate("CrossEarth", "metres"),
        ),
        stretch_row(),
        pixel_size_row(),
        nodata_row(),
    ]
