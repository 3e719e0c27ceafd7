"""crossearth:evaluate: how good a map or a model is, by what is known to be there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QLocale

from ..engine_paths import for_engine
from ..errors import JobCanceled
from ..finding_sentences import warning_sentences
from ..layers.class_features import CLASS_FIELD, ClassFeatures
from ..layers.number_maps import tells_numbers
from ..models import catalog
from ..quantities import number_text
from ..shared import options as engine_options
from ..translation import translate
from .cluster import at_cluster, cancel_timeout_s, cluster_row, is_far
from .finetune import numbers_text
from .map_or_model import MapOrModelAlgorithm
from .options import OptionRow, declare, read
from .parameters import device_parameter

# Where a file goes that nobody else sees, or none at all.
_NOWHERE = (None, "", QgsProcessing.TEMPORARY_OUTPUT)


class EvaluateAlgorithm(MapOrModelAlgorithm):
    """Compares a map with reference polygons, points or a reference raster."""

    group_id = "accuracy"
    help_page = "accuracy"

    AGAINST = "AGAINST"
    REFERENCE = "REFERENCE"
    CLASS_FIELD = "CLASS_FIELD"
    REFERENCE_RASTER = "REFERENCE_RASTER"
    REPORT = "REPORT"
    FIGURES = "FIGURES"
    R2 = "R2"
    RMSE = "RMSE"
    BIAS = "BIAS"
    OVERALL_ACCURACY = "OVERALL_ACCURACY"
    KAPPA = "KAPPA"
    MEAN_IOU = "MEAN_IOU"
    DIFFERENCE = "DIFFERENCE"
    P_VALUE = "P_VALUE"

    def __init__(self) -> None:
        super().__init__()
        self._reference: ClassFeatures | None = None
        self._arguments: dict[str, Any] = {}

    def name(self) -> str:
        return "evaluate"

    def displayName(self) -> str:
        return translate("CrossEarth", "Measure the accuracy of a map")

    def tags(self) -> list[str]:
        words = translate(
            "CrossEarth",
            "accuracy,validation,confusion matrix,kappa,iou,f1,precision,recall,area estimation",
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate("CrossEarth", "Says how good a map or a model is, and how sure that is.")

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Compares a map with polygons, points or a raster that say what is really there: "
            "confusion matrix, overall accuracy, kappa, and precision, recall, F1 and IoU of each "
            "class.\n\n"
            "From the random points of “Draw sample points on a map”, filled in by eye, it also "
            "estimates the true area of each class with its 95 % confidence interval (Olofsson "
            "and others, 2014).\n\n"
            "Give a map; or a model and a raster, which is then mapped first. With another map the "
            "same points also tell which of the two is better, and how sure that is.\n\n"
            "Example: MAP map.tif, AGAINST other-map.tif, REFERENCE points.gpkg, "
            "CLASS_FIELD reference.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        class_map = QgsProcessingParameterRasterLayer(
            self.MAP, translate("CrossEarth", "Map to judge"), optional=True
        )
        against = QgsProcessingParameterRasterLayer(
            self.AGAINST, translate("CrossEarth", "Another map"), optional=True
        )
        against.setHelp(
            translate(
                "CrossEarth",
                "Of the same place: by the same points it is said which of the two maps is better, "
                "and whether chance alone can explain it (exact paired test of McNemar).",
            )
        )
        reference = QgsProcessingParameterFeatureSource(
            self.REFERENCE,
            translate("CrossEarth", "Reference polygons or points"),
            [
                QgsProcessing.SourceType.TypeVectorPolygon,
                QgsProcessing.SourceType.TypeVectorPoint,
            ],
            optional=True,
        )
        field = QgsProcessingParameterField(
            self.CLASS_FIELD,
            translate("CrossEarth", "Field with the class or number"),
            parentLayerParameterName=self.REFERENCE,
            optional=True,
        )
        reference_raster = QgsProcessingParameterRasterLayer(
            self.REFERENCE_RASTER,
            translate("CrossEarth", "Or a reference raster of classes"),
            optional=True,
        )
        report = QgsProcessingParameterFileDestination(
            self.REPORT,
            translate("CrossEarth", "Report"),
            fileFilter=translate("CrossEarth", "HTML files (*.html)"),
            optional=True,
        )
        report.setHelp(translate("CrossEarth", "The figures go beside it as JSON, too."))
        for parameter in (
            class_map,
            *self.map_or_model_parameters(),
            against,
            reference,
            field,
            reference_raster,
            *(declare(row, engine_options.EVALUATE) for row in _option_rows()),
            device_parameter(self.DEVICE),
            report,
        ):
            self.addParameter(parameter)
        for output in (
            QgsProcessingOutputNumber(
                self.OVERALL_ACCURACY, translate("CrossEarth", "Overall accuracy (0 to 1)")
            ),
            QgsProcessingOutputNumber(self.KAPPA, translate("CrossEarth", "Kappa")),
            QgsProcessingOutputNumber(self.MEAN_IOU, translate("CrossEarth", "Mean IoU (0 to 1)")),
            QgsProcessingOutputNumber(
                self.DIFFERENCE,
                translate("CrossEarth", "Overall accuracy, less that of the other map"),
            ),
            QgsProcessingOutputNumber(
                self.P_VALUE, translate("CrossEarth", "p-value of the difference")
            ),
            QgsProcessingOutputNumber(self.R2, translate("CrossEarth", "R² of numbers")),
            QgsProcessingOutputNumber(self.RMSE, translate("CrossEarth", "RMSE of numbers")),
            QgsProcessingOutputNumber(self.BIAS, translate("CrossEarth", "Bias of numbers")),
            QgsProcessingOutputString(self.FIGURES, translate("CrossEarth", "All figures (JSON)")),
        ):
            self.addOutput(output)

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        source = self.parameterAsSource(parameters, self.REFERENCE, context)
        truth = self.parameterAsRasterLayer(parameters, self.REFERENCE_RASTER, context)
        if (source is None) == (truth is None):
            return False, translate(
                "CrossEarth", "Give either polygons or points, or a raster, as reference."
            )
        if source is not None and not self._class_field(parameters, context, source):
            return False, translate("CrossEarth", "Choose the field that holds the class.")
        if problem := self._cluster_problem(parameters, context):
            return False, problem
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        super().prepareAlgorithm(parameters, context, feedback)
        arguments = {
            **read(self, _option_rows(), engine_options.EVALUATE, parameters, context),
            **self.map_or_model_arguments(parameters, context),
        }
        self._arguments = at_cluster(arguments, parameters.get(self.DEVICE))
        for name, argument in ((self.AGAINST, "against"), (self.REFERENCE_RASTER, "reference")):
            if self.parameterAsRasterLayer(parameters, name, context) is not None:
                self._arguments |= self.further_map_arguments(parameters, name, context, argument)
        source = self.parameterAsSource(parameters, self.REFERENCE, context)
        self._reference = None
        if source is not None:
            field = self._class_field(parameters, context, source)
            self._reference = ClassFeatures.of(
                source, field, are_numbers=self._are_numbers(parameters, context)
            )
            # The engine gets a copy, of which nobody wants to read in the report.
            self._arguments["shown"] = {
                "reference": self._reference_text(parameters, context, source),
                "field": field,
            }
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        report = self.parameterAsFileOutput(parameters, self.REPORT, context)
        arguments = dict(self._arguments)
        if report:
            arguments["report"] = for_engine(report)
        if self._reference is not None:
            path = Path(QgsProcessingUtils.generateTempFilename("reference.gpkg"))
            self._copies[str(path)] = self._arguments["shown"]["reference"]
            try:
                count = self._reference.write(path, context.transformContext(), feedback.isCanceled)
            except JobCanceled:
                return {}
            if count == 0:
                raise QgsProcessingException(
                    translate(
                        "CrossEarth", "Nothing in the field “{field}” says what is there."
                    ).format(field=self._reference.field)
                )
            arguments |= {"reference": str(path), "field": self._reference.written_field}
        timeout_s = cancel_timeout_s(arguments)
        result = self.run_job("evaluate", arguments, feedback, cancel_timeout_s=timeout_s)
        if result is None:
            return {}
        if text := numbers_text(result):
            feedback.pushInfo(text)
        else:
            feedback.pushInfo(
                translate(
                    "CrossEarth", "Overall accuracy {accuracy}, kappa {kappa}, mean IoU {iou}"
                ).format(
                    accuracy=_share(result.get("overall_accuracy")),
                    kappa=_share(result.get("kappa")),
                    iou=_share(result.get("mean_iou")),
                )
            )
        for text in (
            *_area_texts(result),
            *against_texts(result),
            *_corruption_texts(result),
        ):
            feedback.pushInfo(text)
        against = result.get("against") or {}
        return {
            self.OVERALL_ACCURACY: result.get("overall_accuracy"),
            self.KAPPA: result.get("kappa"),
            self.MEAN_IOU: result.get("mean_iou"),
            self.R2: result.get("r2"),
            self.RMSE: result.get("rmse"),
            self.BIAS: result.get("bias"),
            self.DIFFERENCE: against.get("difference"),
            self.P_VALUE: against.get("p_value"),
            self.FIGURES: json.dumps(result),
            self.REPORT: report or None,
        }

    def canceled_text(self) -> str:
        return translate("CrossEarth", "Canceled; nothing was measured.")

    def _cluster_problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why a cluster cannot do what is asked; an empty string if it can, or none is."""
        options = read(self, _option_rows(), engine_options.EVALUATE, parameters, context)
        cluster = options.get("cluster")
        if not cluster:
            return ""
        is_map = self.parameterAsRasterLayer(parameters, self.MAP, context) is not None
        if is_map or options.get("corruptions"):
            return translate(
                "CrossEarth",
                "A cluster makes the map of a raster and a model; a map that is there, and imagery "
                "that is spoiled, are judged on this computer. Leave “Compute on” empty.",
            )
        if is_far(cluster) and parameters.get(self.REPORT) in _NOWHERE:
            return translate(
                "CrossEarth",
                "The cluster writes the map beside the report while it is judged: choose a file "
                "for the report, in a folder that its computers see.",
            )
        return ""

    def _are_numbers(self, parameters: dict[str, Any], context: QgsProcessingContext) -> bool:
        """Whether numbers are compared: as is asked for, or as map or model say."""
        if self._arguments.get("numbers"):
            return True
        model = catalog.find(str(self._arguments.get("model") or ""))
        if model is not None:
            return bool(model.quantity)
        layer = self.parameterAsRasterLayer(parameters, self.MAP, context)
        return layer is not None and tells_numbers(layer)

    def _class_field(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        source: QgsProcessingFeatureSource,
    ) -> str:
        field = self.parameterAsString(parameters, self.CLASS_FIELD, context)
        if field:
            return field
        # As our own sample layers and sample points call it.
        names = source.fields().names()
        return next(
            (name for name in (CLASS_FIELD, engine_options.REFERENCE_FIELD) if name in names), ""
        )

    def _reference_text(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        source: QgsProcessingFeatureSource,
    ) -> str:
        """Return the file of the polygons or points; the name of a layer that has none."""
        value = parameters[self.REFERENCE]
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source
        layer = self.parameterAsVectorLayer({self.REFERENCE: value}, self.REFERENCE, context)
        file, bar, sublayer = layer.source().partition("|") if layer is not None else ("", "", "")
        # What is no file may have a password in its source.
        if Path(file).is_file():
            return f"{Path(file).absolute()}{bar}{sublayer}"
        return str(source.sourceName())


def _area_texts(result: dict[str, Any]) -> list[str]:
    """Return what to say of estimated areas, or why there are none."""
    areas = result["areas"]
    if areas is None:
        # Warnings have been told.
        reason = result["no_areas"]
        if reason is None or reason in result["warnings"]:
            return []
        return warning_sentences({**result, "warnings": [reason]})
    text = (
        translate("CrossEarth", "{name}: {area} ha, {low} to {high} ha (95 %)")
        if areas["unit"] == "m2"
        else translate("CrossEarth", "{name}: {area} pixels, {low} to {high} pixels (95 %)")
    )
    unit, digits = (10_000, 2) if areas["unit"] == "m2" else (1, 0)
    return [
        text.format(
            name=item["name"],
            **{
                name: f"{value / unit:,.{digits}f}"
                for name, value in zip(
                    ("area", "low", "high"), (item["area"], *item["area_interval"])
                )
            },
        )
        for item in areas["classes"]
    ]


def against_texts(result: dict[str, Any]) -> list[str]:
    """Return what to say of the difference between two maps, if there is another."""
    against = result.get("against")
    if not against:
        return []
    if against["difference"] is None:
        (reason,) = against["sentences"]
        return warning_sentences({"findings": [against["finding"]], "warnings": [reason]})
    low, high = map(_signed_text, against["interval"])
    text = translate(
        "CrossEarth",
        "The map is right on {share} %, the other one on {other_share} %: a difference of "
        "{difference} percentage points, {low} to {high} (95 %).",
    ).format(
        share=_percent_text(against["this_accuracy"]),
        other_share=_percent_text(against["other_accuracy"]),
        difference=_signed_text(against["difference"]),
        low=low,
        high=high,
    )
    if not against["is_sure"]:
        verdict = translate(
            "CrossEarth",
            "These points do not tell which map is better: were both equally good, as large a "
            "difference would come by chance with a probability of {chance} %.",
        )
    elif against["difference"] > 0:
        verdict = translate(
            "CrossEarth",
            "The map is better than the other one: were both equally good, as large a difference "
            "would come by chance with a probability of {chance} %.",
        )
    else:
        verdict = translate(
            "CrossEarth",
            "The other map is better: were both equally good, as large a difference would come by "
            "chance with a probability of {chance} %.",
        )
    texts = [text, verdict.format(chance=_chance_text(against["p_value"]))]
    if against["is_sure"] and against["interval"][0] <= 0 <= against["interval"][1]:
        texts.append(
            translate(
                "CrossEarth",
                "The interval reaches over 0 all the same: it also allows for what the few points "
                "of some classes may have missed. More points will tell.",
            )
        )
    return texts


def _percent_text(share: float) -> str:
    return str(QLocale().toString(100 * share, "f", 1))


def _chance_text(p_value: float) -> str:
    """Return a chance in percent, with the digits that the report gives of it."""
    if p_value >= 0.001:
        return _percent_text(round(p_value, 3))
    if p_value < 1e-5:
        return number_text(100 * p_value, 3)  # as less than a thousandth
    return str(QLocale().toString(100 * p_value, "g", 2))


def _signed_text(share: float) -> str:
    return f"+{_percent_text(share)}" if share > 0 else _percent_text(share)


def _option_rows() -> list[OptionRow]:
    return [
        cluster_row(
            translate(
                "CrossEarth",
                "Of a raster and a model. Empty: this computer. Or the address or scheduler file "
                "of a cluster whose computers see the raster and the folder of the report.",
            )
        ),
        OptionRow(
            "NUMBERS",
            "numbers",
            translate("CrossEarth", "Numbers, not classes"),
            translate(
                "CrossEarth",
                "Map and field hold amounts, such as heights. Maps and models made here say so "
                "themselves.",
            ),
            is_advanced=False,
        ),
        OptionRow(
            "BACKGROUND",
            "background",
            translate("CrossEarth", "Class outside of the reference"),
            translate(
                "CrossEarth",
                "Name of a class, such as other: all of the map outside of the polygons counts as "
                "it, and a reference raster's pixels without a class. If the map has no such "
                "class, all classes that the reference does not name are one with it. Footprints "
                "of buildings, for example, need it: without it, only recall can be told from a "
                "reference that lacks classes of the map.",
            ),
            is_advanced=False,
        ),
        OptionRow(
            "CORRUPTIONS",
            "corruptions",
            translate("CrossEarth", "Also on imagery that is spoiled"),
            translate(
                "CrossEarth",
                "The model maps the raster sixty times more, spoiled in twelve ways and five "
                "strengths: noise, blur, haze, clouds, gaps, JPEG, turned, shrunk and others, as "
                "in the benchmark REOBench. The report shows what is left of the accuracy. It "
                "takes sixty times as long as the map.",
            ),
        ),
    ]


def _corruption_texts(result: dict[str, Any]) -> list[str]:
    """Return what to say of spoiled imagery, if that was asked for."""
    found = result.get("corruptions")
    if not found:
        return []
    text = translate(
        "CrossEarth",
        "On spoiled imagery: mean IoU {mean}, where it is {clean} on the raster as it is",
    )
    return [text.format(mean=_share(found["mean"]), clean=_share(found["clean"]))]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
