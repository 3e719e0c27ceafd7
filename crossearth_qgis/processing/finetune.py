"""crossearth:finetune: a model adapted to polygons that the user has drawn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from ..errors import JobCanceled, UnsupportedLayer
from ..layers import raster_source
from ..layers.class_features import CLASS_FIELD, ClassFeatures
from ..layers.raster_source import RasterSource
from ..models import catalog
from ..quantities import number_text, significant_text
from ..shared import options as engine_options
from ..translation import translate
from .base import EngineAlgorithm
from .cluster import at_cluster, cancel_timeout_s, is_far
from .dates import dates_arguments, dates_parameters
from .finetune_options import option_rows
from .options import declare, read
from .parameters import device_arguments, device_parameter, model_parameter
from .progress_texts import duration_text

# Time to export what has been learned so far, when a training is stopped.
_STOP_TIMEOUT_S = 30.0


class FinetuneAlgorithm(EngineAlgorithm):
    """Fits a model to sample polygons and installs it among the user's models."""

    group_id = "models"
    help_page = "adapt"

    RASTERS = "RASTERS"
    POLYGONS = "POLYGONS"
    CLASS_FIELD = "CLASS_FIELD"
    MODEL = "MODEL"
    DEVICE = "DEVICE"
    ID = "ID"
    PATH = "PATH"
    ACCURACY = "ACCURACY"
    REPORT = "REPORT"
    ROUND = "ROUND"
    DURATION = "DURATION"

    def __init__(self) -> None:
        super().__init__()
        self._arguments: dict[str, Any] = {}

    def name(self) -> str:
        return "finetune"

    def displayName(self) -> str:
        return translate("CrossEarth", "Adapt a model to polygons")

    def tags(self) -> list[str]:
        words = translate(
            "CrossEarth",
            "train,training,finetune,fine-tuning,samples,polygons,machine learning,deep learning",
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate("CrossEarth", "Teaches a model the classes of polygons that you drew.")

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Fits a model to polygons drawn on imagery and stores it as a new model, which can be "
            "chosen at once. Some of the polygons are held out, whole ones, to measure how "
            "good the new model is where it has not been taught.\n\n"
            "quick fits a small head on what the model sees; it takes seconds to a minute. full "
            "trains the model itself, which takes much longer and needs PyTorch. Cancelling keeps "
            "the best model so far.\n\n"
            "A field of numbers, such as heights or shares of cover, makes a model whose maps tell "
            "these: choose “Numbers, not classes”.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        rasters = QgsProcessingParameterMultipleLayers(
            self.RASTERS,
            translate("CrossEarth", "Rasters that the polygons were drawn on"),
            QgsProcessing.SourceType.TypeRaster,
        )
        polygons = QgsProcessingParameterFeatureSource(
            self.POLYGONS,
            translate("CrossEarth", "Sample polygons or points"),
            [
                QgsProcessing.SourceType.TypeVectorPolygon,
                QgsProcessing.SourceType.TypeVectorPoint,
            ],
        )
        polygons.setHelp(
            translate(
                "CrossEarth",
                "Areas or places whose class is known; a point speaks of the pixel that it lies "
                "in. A dozen areas of each class, spread over the raster, are a good start. "
                "Any CRS.",
            )
        )
        field = QgsProcessingParameterField(
            self.CLASS_FIELD,
            translate("CrossEarth", "Field with the class or number"),
            defaultValue=CLASS_FIELD,
            parentLayerParameterName=self.POLYGONS,
            optional=True,  # without a value, "class": QGIS asks for one in spite of the default
        )
        model = model_parameter(self.MODEL, [(bands_only_text(), engine_options.BANDS_ID)])
        model.setDescription(translate("CrossEarth", "Model to start from"))
        options = [declare(row, engine_options.FINETUNE) for row in option_rows()]
        dates = dates_parameters(engine_options.FINETUNE)
        device = device_parameter(self.DEVICE)
        for parameter in (rasters, polygons, field, model, *dates, *options, device):
            self.addParameter(parameter)
        for output in (
            QgsProcessingOutputString(self.ID, translate("CrossEarth", "Model")),
            QgsProcessingOutputString(self.PATH, translate("CrossEarth", "Folder of the model")),
            QgsProcessingOutputString(self.ACCURACY, translate("CrossEarth", "Accuracy (JSON)")),
            QgsProcessingOutputString(self.REPORT, translate("CrossEarth", "Report (HTML)")),
            QgsProcessingOutputNumber(self.ROUND, translate("CrossEarth", "Round of the model")),
            QgsProcessingOutputNumber(self.DURATION, translate("CrossEarth", "Duration (s)")),
        ):
            self.addOutput(output)

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        if problem := self.model_problem(parameters, self.MODEL, context):
            return False, problem
        try:
            self._rasters(parameters, context)
            options = self._options(parameters, context)
        except (UnsupportedLayer, ValueError) as error:
            return False, str(error)
        model_id = self.parameterAsString(parameters, self.MODEL, context)
        if problem := _cluster_problem(options, model_id):
            return False, problem
        source = self.parameterAsSource(parameters, self.POLYGONS, context)
        field = self._class_field(parameters, context)
        if source is not None and source.fields().lookupField(field) < 0:
            return False, translate(
                "CrossEarth", "The polygons have no field “{field}”. Choose the one with the class."
            ).format(field=field)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        super().prepareAlgorithm(parameters, context, feedback)
        source = self.parameterAsSource(parameters, self.POLYGONS, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.POLYGONS))
        try:
            sources = self._rasters(parameters, context)
            options = self._options(parameters, context)
        except (UnsupportedLayer, ValueError) as error:
            raise QgsProcessingException(str(error)) from error
        self._samples_name = source.sourceName()
        self._samples = ClassFeatures.of(
            source,
            self._class_field(parameters, context),
            are_numbers=bool(options.get("numbers")),
        )
        model = self.parameterAsString(parameters, self.MODEL, context)
        arguments = {
            "rasters": [source.path for source in sources],
            **raster_source.said_of(sources),
            "field": self._samples.written_field,
            "model": catalog.engine_name(model),
            **device_arguments(self, self.DEVICE, parameters, context),
            **options,
            **self._dates(parameters, context),
        }
        self._arguments = at_cluster(arguments, parameters.get(self.DEVICE))
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        path = Path(QgsProcessingUtils.generateTempFilename("samples.gpkg"))
        self._copies[str(path)] = self._samples_name
        try:
            count = self._samples.write(path, context.transformContext(), feedback.isCanceled)
        except JobCanceled:
            return {}
        if count == 0:
            raise QgsProcessingException(
                translate(
                    "CrossEarth",
                    "There are no polygons or points with a class in the field “{field}”. Draw "
                    "some, and give each its class.",
                ).format(field=self._samples.field)
                if self._samples.number is None
                else translate(
                    "CrossEarth",
                    "There are no polygons or points with a number in the field “{field}”.",
                ).format(field=self._samples.field)
            )
        arguments = {**self._arguments, "polygons": str(path)}
        timeout_s = cancel_timeout_s(arguments, _STOP_TIMEOUT_S)
        result = self.run_job("finetune", arguments, feedback, cancel_timeout_s=timeout_s)
        if result is None:
            return {}
        _tell(result, feedback)
        return {
            self.ID: result["id"],
            self.PATH: str(Path(result["path"])),
            self.ACCURACY: json.dumps(result["accuracy"]),
            self.REPORT: result.get("report") or "",
            self.ROUND: result["round"],
            self.DURATION: result["wall_s"],
        }

    def _dates(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the other dates of the raster, as arguments of the engine's command.

        Raises:
            QgsProcessingException: if there are several rasters, or a layer is no file.
        """
        layers = self.parameterAsLayerList(parameters, self.RASTERS, context)
        dates = dates_arguments(self, parameters, context, engine_options.FINETUNE, layers[0])
        if dates and len(layers) > 1:
            raise QgsProcessingException(
                translate(
                    "CrossEarth",
                    "Several dates are of one place: choose one raster that the polygons were "
                    "drawn on, and its other dates.",
                )
            )
        return dates

    def progress_text(self, done: int, total: int, seconds_left: float | None) -> str:
        if seconds_left is None:
            return translate("CrossEarth", "Step {done} of {total}").format(done=done, total=total)
        return translate("CrossEarth", "Step {done} of {total}, {time} left").format(
            done=done, total=total, time=duration_text(seconds_left)
        )

    def canceled_text(self) -> str:
        return translate("CrossEarth", "Canceled; no model was made.")

    def _class_field(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return self.parameterAsString(parameters, self.CLASS_FIELD, context) or CLASS_FIELD

    def _rasters(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> list[RasterSource]:
        layers = self.parameterAsLayerList(parameters, self.RASTERS, context)
        return [
            raster_source.resolve_file(layer)
            for layer in layers
            if isinstance(layer, QgsRasterLayer)
        ]

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        return read(self, option_rows(), engine_options.FINETUNE, parameters, context)


def bands_only_text() -> str:
    """Return what `engine_options.BANDS_ID` is called in a list of models."""
    return translate("CrossEarth", "Bands alone, of any number")


def not_on_a_cluster(recipe: str, model_id: str) -> str:
    """Return why a cluster cannot help to adapt a model; an empty string if it can.

    Args:
        recipe: ``quick`` or ``full``.
        model_id: of the model to start from, or its path.
    """
    if recipe != "quick":
        return translate(
            "CrossEarth",
            "A cluster helps to adapt quickly; the recipe full trains on this computer: change "
            "“Compute on”.",
        )
    if model_id == engine_options.BANDS_ID or ("," in model_id and not Path(model_id).exists()):
        return translate(
            "CrossEarth",
            "A cluster computes what one model sees; bands alone, and several models at once, are "
            "for this computer: change “Compute on”.",
        )
    return ""


def _cluster_problem(options: dict[str, Any], model_id: str) -> str:
    cluster = options.get("cluster")
    if not cluster:
        return ""
    problem = not_on_a_cluster(options.get("recipe", "quick"), model_id)
    if not problem and is_far(cluster) and not options.get("scratch"):
        problem = translate(
            "CrossEarth",
            "Name a folder that the computers of the cluster see, too: they write there what they "
            "have computed.",
        )
    return problem


def numbers_text(accuracy: dict[str, Any]) -> str:
    """Return how good numbers are; empty of classes, and where nothing was measured."""
    if accuracy.get("r2") is None:
        return ""
    return translate("CrossEarth", "R² {r2}, RMSE {rmse}, bias {bias}").format(
        r2=number_text(accuracy["r2"], 2),
        rmse=significant_text(accuracy["rmse"]),
        bias=significant_text(accuracy["bias"]),
    )


def _tell(result: dict[str, Any], feedback: QgsProcessingFeedback) -> None:
    """Write to the log how good the new model is."""
    accuracy = result["accuracy"]
    for item in accuracy.get("classes", []):
        iou = item.get("iou")
        feedback.pushInfo(
            translate("CrossEarth", "{name}: IoU {iou}").format(
                name=item["name"], iou="–" if iou is None else f"{iou:.2f}"
            )
        )
    if text := numbers_text(accuracy):
        feedback.pushInfo(text)
    if result["earlier_rounds"]:
        feedback.pushInfo(
            translate(
                "CrossEarth", "A model of this name was there: it is kept as an earlier round."
            )
        )
    feedback.pushInfo(
        translate("CrossEarth", "The model “{id}” is ready; made in {time}.").format(
            id=result["id"], time=duration_text(result["wall_s"])
        )
    )
