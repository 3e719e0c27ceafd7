"""crossearth:importmodel: a file that the user has, made into a model in the picker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ..engine_paths import for_engine
from ..shared import options as engine_options
from ..translation import one_or_many, translate
from .base import EngineAlgorithm
from .option_texts import parse_names, parse_per_band, parse_values
from .options import OptionRow, advanced, declare, read
from .parameters import dataset_parameter
from .progress_texts import percent_text

_FILTER = "*.pth *.pt *.safetensors *.onnx *.json"
_CHECKPOINTS = "*.pth *.pt *.safetensors"


class ImportModelAlgorithm(EngineAlgorithm):
    """Installs a checkpoint, an ONNX file or a described model among the user's models."""

    group_id = "models"
    help_page = "models#files-of-your-own"

    FILE = "FILE"
    BACKBONE = "BACKBONE"
    DATASET = "DATASET"
    ID = "ID"
    PATH = "PATH"

    def name(self) -> str:
        return "importmodel"

    def displayName(self) -> str:
        return translate("CrossEarth", "Import a model")

    def tags(self) -> list[str]:
        return translate(
            "CrossEarth", "checkpoint,weights,pth,safetensors,onnx,stac,convert"
        ).split(",")

    def shortDescription(self) -> str:
        return translate("CrossEarth", "Makes a model out of a file that you have.")

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Checks a file and stores it as a model that runs at once:\n"
            "- a CrossEarth checkpoint (.pth, .safetensors), read without executing anything in "
            "it; one of a DINOv2 backbone becomes a model to be adapted first\n"
            "- an encoder for other sensors (.pth, .pt), to be adapted first\n"
            "- an ONNX file, with the keys of Deepness, with ours, or without any\n"
            "- a STAC item of the Machine Learning Model extension (.json) beside its weights, or "
            "the folder of one\n\n"
            "What the file does not tell is assumed and said, unless you tell it under the "
            "advanced parameters.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        everything = translate("CrossEarth", "All files (*)")
        checkpoints = translate("CrossEarth", "Checkpoints ({patterns})")
        models = translate("CrossEarth", "Models ({patterns})")
        file = QgsProcessingParameterFile(
            self.FILE,
            translate("CrossEarth", "Model file"),
            fileFilter=f"{models.format(patterns=_FILTER)};;{everything}",
        )
        backbone = QgsProcessingParameterFile(
            self.BACKBONE,
            translate("CrossEarth", "Backbone"),
            optional=True,
            fileFilter=f"{checkpoints.format(patterns=_CHECKPOINTS)};;{everything}",
        )
        backbone.setHelp(
            translate(
                "CrossEarth",
                "The file of the DINOv2 backbone, where the checkpoint holds only the rest.",
            )
        )
        self.addParameter(file)
        self.addParameter(dataset_parameter(self.DATASET))
        self.addParameter(advanced(backbone))
        for row in _option_rows():
            self.addParameter(declare(row, engine_options.IMPORT_MODEL))
        self.addOutput(QgsProcessingOutputString(self.ID, translate("CrossEarth", "Model")))
        self.addOutput(
            QgsProcessingOutputString(self.PATH, translate("CrossEarth", "Folder of the model"))
        )

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        try:
            self._options(parameters, context)
        except ValueError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        backbone = self.parameterAsFile(parameters, self.BACKBONE, context)
        arguments = {
            "file": for_engine(self.parameterAsFile(parameters, self.FILE, context)),
            "backbone": for_engine(backbone) if backbone else None,
            "dataset": self.parameterAsString(parameters, self.DATASET, context).strip() or None,
            **self._options(parameters, context),
        }
        result = self.run_job("import-model", arguments, feedback)
        if result is None:
            return {}
        names = ", ".join(item["name"] for item in result["classes"])
        sentence = (
            translate("CrossEarth", "The model “{id}” has the classes {names}.")
            if names
            else translate("CrossEarth", "The model “{id}” has no classes yet: adapt it first.")
        )
        if quantity := result.get("quantity"):
            sentence, names = (
                translate("CrossEarth", "The model “{id}” tells numbers: {names}."),
                quantity["name"],
            )
        feedback.pushInfo(sentence.format(id=result["id"], names=names))
        unused = result["unused_tensors"]
        if unused:
            feedback.pushInfo(
                one_or_many(
                    len(unused),
                    translate(
                        "CrossEarth",
                        "1 tensor of the file serves training only and was left out: {names}.",
                    ),
                    translate(
                        "CrossEarth",
                        "{count} tensors of the file serve training only and were left out: "
                        "{names}.",
                    ),
                ).format(count=len(unused), names=", ".join(unused))
            )
        if result.get("assumed"):
            feedback.pushWarning(
                translate(
                    "CrossEarth",
                    "The file does not tell everything; assumed were: {aspects}. If that is wrong, "
                    "import it again with the advanced parameters.",
                ).format(aspects=", ".join(_aspects(result)))
            )
        for remark in result.get("remarks", ()):
            feedback.pushWarning(remark)
        return {self.ID: result["id"], self.PATH: str(Path(result["path"]).parent)}

    def progress_text(self, done: int, total: int, seconds_left: float | None) -> str:
        return percent_text(done, total, seconds_left)

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return what the user says of the model, as arguments of the engine's command.

        Raises:
            ValueError: with a sentence, if a text is not understood.
        """
        return read(self, _option_rows(), engine_options.IMPORT_MODEL, parameters, context)


def _option_rows() -> list[OptionRow]:
    return [*_name_rows(), *_input_rows()]


def _name_rows() -> list[OptionRow]:
    return [
        OptionRow(
            "MODEL_ID",
            "id",
            translate("CrossEarth", "Id of the model"),
            translate(
                "CrossEarth",
                "What scripts call it: small letters, digits, dots and hyphens. Empty: by the "
                "name of the file.",
            ),
        ),
        OptionRow(
            "NAME",
            "name",
            translate("CrossEarth", "Name of the model"),
            translate("CrossEarth", "What people call it."),
        ),
        OptionRow(
            "CLASSES",
            "classes",
            translate("CrossEarth", "Names of the classes"),
            translate(
                "CrossEarth", "In the order of the network, separated by commas: water, trees."
            ),
            parse=parse_names,
        ),
        OptionRow(
            "BANDS",
            "bands",
            translate("CrossEarth", "Names of the bands"),
            translate("CrossEarth", "In the order of the network, separated by commas: nir, red."),
            parse=parse_names,
        ),
    ]


def _input_rows() -> list[OptionRow]:
    """What the network takes."""
    return [
        OptionRow(
            "MEAN",
            "mean",
            translate("CrossEarth", "Mean"),
            translate(
                "CrossEarth",
                "What is subtracted from the values: one number, or one per band, separated by "
                "commas.",
            ),
            parse=parse_per_band,
        ),
        OptionRow(
            "STD",
            "std",
            translate("CrossEarth", "Standard deviation"),
            translate(
                "CrossEarth",
                "What they are then divided by: one number, or one per band, separated by commas.",
            ),
            parse=parse_per_band,
        ),
        OptionRow(
            "VALUES",
            "values",
            translate("CrossEarth", "Values"),
            translate(
                "CrossEarth",
                "What the network takes, in which mean and standard deviation are, too: bytes (0 "
                "to 255), reflectance (0 to 1), dB (decibels), or two ends such as 0,10000. Empty: "
                "what the mean looks like.",
            ),
            parse=parse_values,
        ),
        OptionRow(
            "WINDOW",
            "window",
            translate("CrossEarth", "Window size"),
            translate("CrossEarth", "Edge of what the network looks at at once."),
            unit=translate("CrossEarth", "pixels"),
        ),
        OptionRow(
            "GSD",
            "gsd",
            translate("CrossEarth", "Model pixel size"),
            translate("CrossEarth", "The pixel size that it was trained for."),
            unit=translate("CrossEarth", "metres"),
        ),
    ]


def _aspects(result: dict[str, Any]) -> list[str]:
    """Return what was assumed of a model, in the user's language."""
    texts = {
        "classes": translate("CrossEarth", "numbered classes"),
        "bands": translate("CrossEarth", "bands {names}").format(names=", ".join(result["bands"])),
        "window": translate("CrossEarth", "a window of {size} px").format(
            size=result["window_size"]
        ),
        "scaling": translate("CrossEarth", "pixels scaled from 0–255 to 0–1"),
        "values": translate("CrossEarth", "values of {ends}").format(
            ends=" – ".join(result["values"].split(","))
        ),
    }
    return [texts.get(aspect, aspect) for aspect in result["assumed"]]
