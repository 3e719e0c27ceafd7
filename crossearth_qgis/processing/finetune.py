"""crossearth:finetune: a model adapted to polygons that the user has drawn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsRasterLayer,
)
from qgis.PyQt.QtGui import QColor

from .. import settings
from ..errors import JobCanceled, UnsupportedLayer
from ..layers import raster_source
from ..layers.class_features import CLASS_FIELD, ClassFeatures
from ..models import catalog, published
from ..translation import translate
from .base import EngineAlgorithm
from .option_texts import parse_bands
from .parameters import advanced, choice_parameter, device_parameter, model_parameter
from .progress_texts import duration_text

RECIPES = ("quick", "full")
ADAPTERS = ("rein", "earth-adapter")
SWITCHES = ("auto", "on", "off")
BANDS_ONLY = "bands"
"""Stands for no network at all: any number of bands, their values and their surroundings."""
# Time to export what has been learned so far, when a training is stopped.
_STOP_TIMEOUT_S = 30.0


class FinetuneAlgorithm(EngineAlgorithm):
    """Fits a model to sample polygons and installs it among the user's models."""

    group_id = "models"

    RASTERS = "RASTERS"
    POLYGONS = "POLYGONS"
    CLASS_FIELD = "CLASS_FIELD"
    MODEL = "MODEL"
    RECIPE = "RECIPE"
    NAME = "NAME"
    COLORS = "COLORS"
    BANDS = "BANDS"
    GSD = "GSD"
    STEPS = "STEPS"
    ADAPTER = "ADAPTER"
    STYLE = "STYLE"
    MASKED = "MASKED"
    SEED = "SEED"
    RESUME = "RESUME"
    DEVICE = "DEVICE"
    ID = "ID"
    PATH = "PATH"
    ACCURACY = "ACCURACY"
    REPORT = "REPORT"
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
            "the best model so far.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        rasters = QgsProcessingParameterMultipleLayers(
            self.RASTERS,
            translate("CrossEarth", "Rasters that the polygons were drawn on"),
            QgsProcessing.SourceType.TypeRaster,
        )
        polygons = QgsProcessingParameterFeatureSource(
            self.POLYGONS,
            translate("CrossEarth", "Sample polygons"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
        )
        polygons.setHelp(
            translate(
                "CrossEarth",
                "Areas whose class is known. A dozen of each class, spread over the raster, is a "
                "good start. Any CRS.",
            )
        )
        field = QgsProcessingParameterField(
            self.CLASS_FIELD,
            translate("CrossEarth", "Field with the class"),
            defaultValue=CLASS_FIELD,
            parentLayerParameterName=self.POLYGONS,
            optional=True,  # without a value, "class": QGIS asks for one in spite of the default
        )
        model = model_parameter(self.MODEL, [(bands_only_text(), BANDS_ONLY)])
        model.setDescription(translate("CrossEarth", "Model to start from"))
        recipe = QgsProcessingParameterEnum(
            self.RECIPE,
            translate("CrossEarth", "Recipe"),
            options=list(RECIPES),
            defaultValue=RECIPES[0],
            usesStaticStrings=True,
        )
        recipe.setHelp(
            translate(
                "CrossEarth",
                "quick: a small head on the frozen model, in seconds. full: the model itself is "
                "trained.",
            )
        )
        name = QgsProcessingParameterString(
            self.NAME, translate("CrossEarth", "Name of the new model"), optional=True
        )
        name.setHelp(
            translate(
                "CrossEarth",
                "Its id is made of it. Empty: by the name of the polygon layer. A model that was "
                "adapted under this name before is replaced.",
            )
        )
        colors = QgsProcessingParameterString(
            self.COLORS, translate("CrossEarth", "Colours of the classes"), optional=True
        )
        colors.setHelp(
            translate(
                "CrossEarth",
                'As JSON: {"water": "#0000ff"}. Classes that are not named keep the colour that '
                "the model gives them, or get one.",
            )
        )
        bands = QgsProcessingParameterString(
            self.BANDS, translate("CrossEarth", "Bands for the model, in its order"), optional=True
        )
        bands.setHelp(
            translate(
                "CrossEarth", "Numbers separated by commas. Empty: as segmenting would take them."
            )
        )
        gsd = QgsProcessingParameterNumber(
            self.GSD,
            translate("CrossEarth", "Pixel size that the model sees (metres)"),
            QgsProcessingParameterNumber.Type.Double,
            optional=True,
            minValue=0.0001,
        )
        steps = QgsProcessingParameterNumber(
            self.STEPS,
            translate("CrossEarth", "Steps of training (recipe full)"),
            QgsProcessingParameterNumber.Type.Integer,
            optional=True,
            minValue=1,
        )
        steps.setHelp(
            translate("CrossEarth", "At most so many; it ends when the model no longer improves.")
        )
        adapter = QgsProcessingParameterEnum(
            self.ADAPTER,
            translate("CrossEarth", "What learns in CrossEarth's backbone (recipe full)"),
            options=list(ADAPTERS),
            defaultValue=ADAPTERS[0],
            usesStaticStrings=True,
        )
        style = choice_parameter(
            self.STYLE,
            translate("CrossEarth", "Earth-style injection (recipe full)"),
            translate(
                "CrossEarth",
                "Parts of the training patches take the look of other imagery, so that colours "
                "count less. auto: for CrossEarth's networks.",
            ),
            SWITCHES,
        )
        masked = choice_parameter(
            self.MASKED,
            translate("CrossEarth", "Masked image modelling (recipe full)"),
            translate(
                "CrossEarth",
                "Parts of the training patches are covered, and the network also learns to rebuild "
                "them. auto: for CrossEarth's networks.",
            ),
            SWITCHES,
        )
        seed = QgsProcessingParameterNumber(
            self.SEED,
            translate("CrossEarth", "Seed of the random numbers"),
            QgsProcessingParameterNumber.Type.Integer,
            defaultValue=0,
            minValue=0,
        )
        resume = QgsProcessingParameterBoolean(
            self.RESUME,
            translate("CrossEarth", "Go on with a training that was interrupted"),
            defaultValue=False,
        )
        for parameter in (
            rasters,
            polygons,
            field,
            model,
            recipe,
            name,
            advanced(colors),
            advanced(bands),
            advanced(gsd),
            advanced(steps),
            advanced(adapter),
            advanced(style),
            advanced(masked),
            advanced(seed),
            advanced(resume),
            device_parameter(self.DEVICE),
        ):
            self.addParameter(parameter)
        for output in (
            QgsProcessingOutputString(self.ID, translate("CrossEarth", "Model")),
            QgsProcessingOutputString(self.PATH, translate("CrossEarth", "Folder of the model")),
            QgsProcessingOutputString(self.ACCURACY, translate("CrossEarth", "Accuracy (JSON)")),
            QgsProcessingOutputString(self.REPORT, translate("CrossEarth", "Report (HTML)")),
            QgsProcessingOutputNumber(self.DURATION, translate("CrossEarth", "Duration (s)")),
        ):
            self.addOutput(output)

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        model_id = self.parameterAsString(parameters, self.MODEL, context)
        if not catalog.is_there(model_id) and model_id in published.ids():
            problem = translate(
                "CrossEarth",
                "The model {model} has to be downloaded first: in the CrossEarth panel, or with "
                "the algorithm crossearth:downloadmodel.",
            )
            return False, problem.format(model=model_id)
        try:
            self._rasters(parameters, context)
            self._band_numbers(parameters, context)
            self._class_colors(parameters, context)
        except (UnsupportedLayer, ValueError) as error:
            return False, str(error)
        source = self.parameterAsSource(parameters, self.POLYGONS, context)
        field = self._class_field(parameters, context)
        if source is not None and source.fields().lookupField(field) < 0:
            return False, translate(
                "CrossEarth", "The polygons have no field {field}. Choose the one with the class."
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
            rasters = self._rasters(parameters, context)
            bands = self._band_numbers(parameters, context)
        except (UnsupportedLayer, ValueError) as error:
            raise QgsProcessingException(str(error)) from error
        self._samples = ClassFeatures.of(source, self._class_field(parameters, context))
        model = self.parameterAsString(parameters, self.MODEL, context)
        name = self.parameterAsString(parameters, self.NAME, context).strip()
        optional = {
            "bands": bands,
            "colors": self._class_colors(parameters, context),
            "gsd": self._number(parameters, self.GSD, context),
            "steps": self._number(parameters, self.STEPS, context, int),
            "threads": settings.threads() or None,
        }
        self._arguments = {
            "rasters": rasters,
            "field": CLASS_FIELD,
            "model": catalog.engine_name(model),
            "recipe": self.parameterAsEnumString(parameters, self.RECIPE, context),
            "adapter": self.parameterAsEnumString(parameters, self.ADAPTER, context),
            "style": self.parameterAsEnumString(parameters, self.STYLE, context),
            "masked": self.parameterAsEnumString(parameters, self.MASKED, context),
            "name": name or source.sourceName(),
            "seed": self.parameterAsInt(parameters, self.SEED, context),
            "resume": self.parameterAsBool(parameters, self.RESUME, context),
            "device": self.parameterAsString(parameters, self.DEVICE, context) or "auto",
            **{key: value for key, value in optional.items() if value is not None},
        }
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        path = Path(QgsProcessingUtils.generateTempFilename("samples.gpkg"))
        try:
            count = self._samples.write(path, context.transformContext(), feedback.isCanceled)
        except JobCanceled:
            return {}
        if count == 0:
            raise QgsProcessingException(
                translate(
                    "CrossEarth",
                    "There are no polygons with a class in the field {field}. Draw some, and give "
                    "each its class.",
                ).format(field=self._samples.field)
            )
        arguments = {**self._arguments, "polygons": str(path)}
        result = self.run_job("finetune", arguments, feedback, cancel_timeout_s=_STOP_TIMEOUT_S)
        if result is None:
            return {}
        _tell(result, feedback)
        return {
            self.ID: result["id"],
            self.PATH: str(Path(result["path"])),
            self.ACCURACY: json.dumps(result["accuracy"]),
            self.REPORT: result.get("report") or "",
            self.DURATION: result["wall_s"],
        }

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

    def _rasters(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        layers = self.parameterAsLayerList(parameters, self.RASTERS, context)
        return [
            raster_source.resolve_file(layer).path
            for layer in layers
            if isinstance(layer, QgsRasterLayer)
        ]

    def _band_numbers(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> list[int] | None:
        text = self.parameterAsString(parameters, self.BANDS, context).strip()
        return parse_bands(text) if text else None

    def _class_colors(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, str] | None:
        text = self.parameterAsString(parameters, self.COLORS, context).strip()
        if not text:
            return None
        try:
            colors = json.loads(text)
            if all(QColor(color).isValid() for color in colors.values()):
                return {name: QColor(color).name() for name, color in colors.items()}
        except (ValueError, TypeError, AttributeError):
            pass  # said below, as for a colour that is none
        raise ValueError(
            translate("CrossEarth", "The colours must be a JSON object, not {text}.").format(
                text=text
            )
        )

    def _number(
        self,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        kind: type = float,
    ) -> Any:
        if parameters.get(name) in (None, "", NULL):
            return None
        return kind(self.parameterAsDouble(parameters, name, context))


def bands_only_text() -> str:
    """Return what `BANDS_ONLY` is called in a list of models."""
    return translate("CrossEarth", "Bands alone, of any number")


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
    feedback.pushInfo(
        translate("CrossEarth", "The model {id} is ready; made in {time}.").format(
            id=result["id"], time=duration_text(result["wall_s"])
        )
    )
