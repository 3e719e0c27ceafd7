"""crossearth:distill: a compact model that has learned one raster from a large model."""

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
    QgsProcessingParameterRasterLayer,
)

from ..engine_paths import for_engine
from ..errors import UnsupportedLayer
from ..layers import raster_source
from ..models import catalog
from ..shared import model_places
from ..shared import options as engine_options
from ..translation import translate
from .base import EngineAlgorithm
from .option_texts import parse_scales
from .options import OptionRow, declare, read
from .parameters import device_arguments, device_parameter, model_parameter
from .progress_texts import duration_text
from .segmentation_options import bands_row, nodata_row, pixel_size_row, stretch_row


class DistillAlgorithm(EngineAlgorithm):
    """Has a compact model learn from a large one, and installs it among the user's models."""

    group_id = "models"
    help_page = "distill"

    INPUT = "INPUT"
    TEACHER = "TEACHER"
    STUDENT = "STUDENT"
    DEVICE = "DEVICE"
    ID = "ID"
    PATH = "PATH"
    AGREEMENT = "AGREEMENT"
    COSTS = "COSTS"
    REPORT = "REPORT"
    DURATION = "DURATION"

    def __init__(self) -> None:
        super().__init__()
        self._arguments: dict[str, Any] = {}

    def name(self) -> str:
        return "distill"

    def displayName(self) -> str:
        return translate("CrossEarth", "Distill a model")

    def tags(self) -> list[str]:
        words = translate(
            "CrossEarth",
            "distillation,teacher,student,compress,fast,train,machine learning,deep learning",
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate(
            "CrossEarth", "A compact model learns one raster from a large model, to map it sooner."
        )

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "A large model, or one that looks several times, maps some windows spread over the "
            "raster; a compact model learns from what it says there and is stored as a new model, "
            "to map the whole raster with. It knows the classes of its teacher, and this "
            "raster.\n\n"
            "Every fifth window is held out: the report says how well the new model agrees with "
            "its teacher there, whether it learned anything, and from how many windows on all of "
            "it costs at most a fifth of a map by the teacher. How good the teacher itself is, it "
            "does not say.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        raster = QgsProcessingParameterRasterLayer(
            self.INPUT, translate("CrossEarth", "Raster that is to be mapped")
        )
        teacher = model_parameter(self.TEACHER)
        teacher.setDescription(translate("CrossEarth", "Teacher"))
        teacher.setHelp(
            translate(
                "CrossEarth",
                "The model to learn from, by its id or path. It may be the student's own model, if "
                "it looks several times.",
            )
        )
        student = model_parameter(self.STUDENT)
        student.setDescription(translate("CrossEarth", "Student"))
        student.setHelp(
            translate(
                "CrossEarth",
                "The compact model that learns, by its id or path: an ONNX model, such as the "
                "included one.",
            )
        )
        options = [declare(row, engine_options.DISTILL) for row in option_rows()]
        for parameter in (raster, teacher, student, *options, device_parameter(self.DEVICE)):
            self.addParameter(parameter)
        for output in (
            QgsProcessingOutputString(self.ID, translate("CrossEarth", "Model")),
            QgsProcessingOutputString(self.PATH, translate("CrossEarth", "Folder of the model")),
            QgsProcessingOutputString(
                self.AGREEMENT, translate("CrossEarth", "Agreement with the teacher (JSON)")
            ),
            QgsProcessingOutputString(self.COSTS, translate("CrossEarth", "Costs (JSON)")),
            QgsProcessingOutputString(self.REPORT, translate("CrossEarth", "Report (HTML)")),
            QgsProcessingOutputNumber(self.DURATION, translate("CrossEarth", "Duration (s)")),
        ):
            self.addOutput(output)

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        for name in (self.TEACHER, self.STUDENT):
            if problem := self.model_problem(parameters, name, context):
                return False, problem
        try:
            self._raster(parameters, context)
            self._options(parameters, context)
        except (UnsupportedLayer, ValueError) as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        super().prepareAlgorithm(parameters, context, feedback)
        try:
            source = self._raster(parameters, context)
            options = self._options(parameters, context)
        except (UnsupportedLayer, ValueError) as error:
            raise QgsProcessingException(str(error)) from error
        if source is None:
            raise QgsProcessingException(self.invalidRasterError(parameters, self.INPUT))
        name = options.get("name") or translate("CrossEarth", "{raster} distilled").format(
            raster=Path(source.path).stem
        )
        models = {
            argument: catalog.engine_name(self.parameterAsString(parameters, parameter, context))
            for argument, parameter in (("teacher", self.TEACHER), ("student", self.STUDENT))
        }
        self._arguments = {
            "raster": source.path,
            **source.said,
            "out": for_engine(model_places.user_models_folder() / model_places.as_id(name)),
            **models,
            **device_arguments(self, self.DEVICE, parameters, context),
            **options,
            "name": name,
        }
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        result = self.run_job("distill", self._arguments, feedback)
        if result is None:
            return {}
        agreement = result["agreement"]
        feedback.pushInfo(
            translate(
                "CrossEarth",
                "Agreement with the teacher on {windows} windows held out: {share}; before: "
                "{before}",
            ).format(
                windows=agreement["windows"],
                share=_percent(agreement["share"]),
                before=_percent(agreement["before"]),
            )
        )
        feedback.pushInfo(
            translate("CrossEarth", "The model “{id}” is ready; made in {time}.").format(
                id=result["id"], time=duration_text(result["wall_s"])
            )
        )
        return {
            self.ID: result["id"],
            self.PATH: str(Path(result["path"])),
            self.AGREEMENT: json.dumps(agreement),
            self.COSTS: json.dumps(result["costs"]),
            self.REPORT: result["report"],
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

    def _raster(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> raster_source.RasterSource | None:
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        return None if layer is None else raster_source.resolve_file(layer)

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        return read(self, option_rows(), engine_options.DISTILL, parameters, context)


def option_rows() -> list[OptionRow]:
    """Return the options, in the order in which dialogs show them."""
    return [
        OptionRow(
            "NAME",
            "name",
            translate("CrossEarth", "Name of the new model"),
            translate(
                "CrossEarth",
                "Its id is made of it. Empty: after the raster. A model that was made under this "
                "name before is kept as an earlier round.",
            ),
            is_advanced=False,
        ),
        OptionRow(
            "TTA",
            "tta",
            translate("CrossEarth", "Average over flips and rotations"),
            translate(
                "CrossEarth",
                "The teacher looks at each window in all eight ways, and the student learns the "
                "average: no time is lost when it maps.",
            ),
            is_advanced=False,
        ),
        OptionRow(
            "SCALES",
            "scales",
            translate("CrossEarth", "Scales"),
            translate(
                "CrossEarth",
                "Sizes that the teacher sees the imagery in, of which the average is learned, such "
                "as 0.75, 1, 1.5.",
            ),
            parse=parse_scales,
            is_advanced=False,
        ),
        OptionRow(
            "WINDOWS",
            "windows",
            translate("CrossEarth", "Windows that the teacher looks at"),
            translate(
                "CrossEarth",
                "Spread over the raster. More teach more, and take the teacher longer; a raster "
                "that has fewer is looked at whole.",
            ),
            is_advanced=False,
        ),
        bands_row(),
        stretch_row(),
        nodata_row(),
        pixel_size_row(),
        OptionRow(
            "PRECISION",
            "precision",
            translate("CrossEarth", "Precision"),
            translate(
                "CrossEarth",
                "What the teacher computes in. Less than fp32 is quicker where the device has it.",
            ),
            choices={"auto": translate("CrossEarth", "Automatic")},
        ),
        OptionRow(
            "SEED",
            "seed",
            translate("CrossEarth", "Seed"),
            translate("CrossEarth", "Of the random numbers: the same seed gives the same model."),
        ),
    ]


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"
