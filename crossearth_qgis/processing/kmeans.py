"""crossearth:kmeans: a map of groups of pixels that are alike, without samples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingUtils,
)

from ..engine_paths import for_engine
from ..errors import JobCanceled, UnsupportedLayer
from ..layers.mask_source import write_mask
from ..layers.raster_source import RasterSource
from ..models import catalog
from ..shared import options as engine_options
from ..translation import translate
from .base import EngineAlgorithm, summary_output
from .dates import dates_arguments, dates_parameters
from .finetune import bands_only_text
from .leftovers import Leftovers
from .options import OptionRow, declare, read
from .outputs import Output, name_results, outputs
from .parameters import (
    Polygons,
    device_arguments,
    device_parameter,
    extent_parameter,
    mask_parameter,
    mask_polygons,
    model_parameter,
)
from .result_log import log_result
from .segmentation_options import (
    bands_row,
    gsd_row,
    majority_problem,
    majority_row,
    min_area_row,
    nodata_row,
    pixel_size_row,
    stretch_row,
)


class KmeansAlgorithm(EngineAlgorithm):
    """Divides a raster into groups of pixels that are alike."""

    group_id = "landcover"
    help_page = "groups"

    INPUT = "INPUT"
    MODEL = "MODEL"
    EXTENT = "EXTENT"
    MASK = "MASK"
    DEVICE = "DEVICE"
    OUTPUT = "OUTPUT"
    AREAS = "AREAS"
    ID = "ID"
    PATH = "PATH"
    DURATION = "DURATION"
    SUMMARY = "SUMMARY"

    def __init__(self) -> None:
        super().__init__()
        self._mask: Polygons | None = None
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
        for parameter in (
            QgsProcessingParameterRasterLayer(self.INPUT, translate("CrossEarth", "Raster")),
            _model_parameter(self.MODEL),
            extent_parameter(self.EXTENT),
            *dates_parameters(engine_options.KMEANS),
            mask_parameter(self.MASK),
            *(declare(row, engine_options.KMEANS) for row in option_rows()),
            device_parameter(self.DEVICE),
            QgsProcessingParameterRasterDestination(self.OUTPUT, translate("CrossEarth", "Groups")),
            *(output.destination() for output in _outputs()),
        ):
            self.addParameter(parameter)
        for output in (
            QgsProcessingOutputString(
                self.AREAS, translate("CrossEarth", "Pixels and area per class (JSON)")
            ),
            QgsProcessingOutputString(self.ID, translate("CrossEarth", "Model")),
            QgsProcessingOutputString(self.PATH, translate("CrossEarth", "Folder of the model")),
            QgsProcessingOutputNumber(self.DURATION, translate("CrossEarth", "Duration (s)")),
            summary_output(self.SUMMARY),
        ):
            self.addOutput(output)

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        if problem := self.model_problem(parameters, self.MODEL, context):
            return False, problem
        try:
            options = read(self, option_rows(), engine_options.KMEANS, parameters, context)
        except ValueError as error:
            return False, str(error)
        if problem := majority_problem(options):
            return False, problem
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        super().prepareAlgorithm(parameters, context, feedback)
        self._raster: RasterSource = self.raster(parameters, self.INPUT, context)
        self._mask = mask_polygons(self, self.MASK, parameters, context)
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        model = self.parameterAsString(parameters, self.MODEL, context)
        self._arguments = {
            "input": self._raster.path,
            **self._raster.said,
            "model": catalog.engine_name(model),
            **self.extent_arguments(parameters, self.EXTENT, context, self._raster),
            **device_arguments(self, self.DEVICE, parameters, context),
            **self.read_options(option_rows(), engine_options.KMEANS, parameters, context),
            **dates_arguments(self, parameters, context, engine_options.KMEANS, layer),
        }
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        written = {self.OUTPUT: self.parameterAsOutputLayer(parameters, self.OUTPUT, context)}
        for output in _outputs():
            find = self.parameterAsOutputLayer if output.title else self.parameterAsFileOutput
            if place := find(parameters, output.name, context):
                written[output.name] = place
        files = {name.lower(): for_engine(place) for name, place in written.items()}
        try:
            arguments = {**self._arguments, **files, **self._mask_arguments(context, feedback)}
        except JobCanceled:
            feedback.pushInfo(self.canceled_text())
            return {}
        except (UnsupportedLayer, OSError) as error:
            raise QgsProcessingException(str(error)) from error
        result = self.run_job("kmeans", arguments, feedback, Leftovers(list(files.values())))
        if result is None:
            return {}
        log_result(result, feedback)
        name_results(self, written, groups_name(self._raster.name, result["groups"]), context)
        kept = result["path"]
        return {
            **written,
            self.AREAS: json.dumps(result["classes"]),
            self.ID: Path(kept).name if kept else "",
            self.PATH: kept or "",
            self.DURATION: result["wall_s"],
            self.SUMMARY: json.dumps(result),
        }

    def _mask_arguments(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Return what the engine is told of the polygons that limit the run."""
        if self._mask is None:
            return {}
        path = Path(QgsProcessingUtils.generateTempFilename("mask.geojson"))
        write_mask(*self._mask, self._raster, context.transformContext(), path, feedback.isCanceled)
        return {"mask": str(path)}


def groups_name(raster: str, count: int) -> str:
    """Return what people call a map of groups of a raster."""
    return translate("CrossEarth", "{raster} – {count} groups").format(raster=raster, count=count)


def _outputs() -> list[Output]:
    """Return what can be made beside the map."""
    return [output for output in outputs() if output.product.name in engine_options.KMEANS]


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


def option_rows() -> list[OptionRow]:
    """Return the options, in the order in which dialogs show them."""
    return [
        OptionRow(
            "GROUPS",
            "groups",
            translate("CrossEarth", "Number of groups"),
            translate("CrossEarth", "More than there are classes: several may become one later."),
            is_advanced=False,
        ),
        min_area_row(),
        OptionRow(
            "NAME",
            "name",
            translate("CrossEarth", "Name of a model of the groups"),
            translate(
                "CrossEarth",
                "It is kept among your models, and maps other rasters into the same groups. Empty: "
                "none is kept.",
            ),
            is_advanced=False,
        ),
        majority_row(),
        OptionRow(
            "SEED",
            "seed",
            translate("CrossEarth", "Seed"),
            translate("CrossEarth", "Of the random numbers: the same seed gives the same map."),
        ),
        bands_row(),
        gsd_row(),
        stretch_row(),
        pixel_size_row(),
        nodata_row(),
    ]
