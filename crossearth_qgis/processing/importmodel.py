"""crossearth:importmodel: a checkpoint file that the user has, made into a model in the picker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..translation import translate
from .base import EngineAlgorithm
from .parameters import advanced, dataset_parameter

_FILTER = "*.pth *.pt *.safetensors"


class ImportModelAlgorithm(EngineAlgorithm):
    """Converts a checkpoint and installs it among the user's models."""

    FILE = "FILE"
    BACKBONE = "BACKBONE"
    DATASET = "DATASET"
    MODEL_ID = "MODEL_ID"
    ID = "ID"
    PATH = "PATH"

    def name(self) -> str:
        return "importmodel"

    def displayName(self) -> str:
        return translate("CrossEarth", "Import a model")

    def group(self) -> str:
        return translate("CrossEarth", "Models")

    def groupId(self) -> str:
        return "models"

    def tags(self) -> list[str]:
        return translate("CrossEarth", "checkpoint,weights,pth,safetensors,convert").split(",")

    def shortDescription(self) -> str:
        return translate("CrossEarth", "Makes a model out of a checkpoint file.")

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Reads a CrossEarth checkpoint (.pth or .safetensors) without executing anything in "
            "it, checks that all its tensors fit, and stores it as a model that runs at once. The "
            "number of classes and the window are read from the file.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        checkpoints = translate("CrossEarth", "Checkpoints ({patterns})").format(patterns=_FILTER)
        everything = translate("CrossEarth", "All files (*)")
        file_filter = f"{checkpoints};;{everything}"
        file = QgsProcessingParameterFile(
            self.FILE, translate("CrossEarth", "Checkpoint"), fileFilter=file_filter
        )
        backbone = QgsProcessingParameterFile(
            self.BACKBONE,
            translate("CrossEarth", "Backbone"),
            optional=True,
            fileFilter=file_filter,
        )
        backbone.setHelp(
            translate(
                "CrossEarth",
                "The file of the DINOv2 backbone, where the checkpoint holds only the rest.",
            )
        )
        model_id = QgsProcessingParameterString(
            self.MODEL_ID, translate("CrossEarth", "Id of the model"), optional=True
        )
        model_id.setHelp(
            translate(
                "CrossEarth",
                "What scripts call it: lower-case letters, digits, dots and hyphens. Empty: by the "
                "name of the file.",
            )
        )
        self.addParameter(file)
        self.addParameter(dataset_parameter(self.DATASET))
        self.addParameter(advanced(backbone))
        self.addParameter(advanced(model_id))
        self.addOutput(QgsProcessingOutputString(self.ID, translate("CrossEarth", "Model")))
        self.addOutput(
            QgsProcessingOutputString(self.PATH, translate("CrossEarth", "Folder of the model"))
        )

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        backbone = self.parameterAsFile(parameters, self.BACKBONE, context)
        arguments = {
            # The engine's working folder is the one of its start.
            "file": str(Path(self.parameterAsFile(parameters, self.FILE, context)).absolute()),
            "backbone": str(Path(backbone).absolute()) if backbone else None,
            "id": self.parameterAsString(parameters, self.MODEL_ID, context).strip() or None,
            "dataset": self.parameterAsString(parameters, self.DATASET, context).strip() or None,
        }
        result = self.run_job("import-model", arguments, [], feedback)
        if result is None:
            return {}
        names = ", ".join(item["name"] for item in result["classes"])
        feedback.pushInfo(
            translate("CrossEarth", "The model {id} has the classes {names}.").format(
                id=result["id"], names=names
            )
        )
        unused = result["unused_tensors"]
        if unused:
            feedback.pushInfo(
                translate(
                    "CrossEarth",
                    "{count} tensors of the file serve training only and were left out: {names}.",
                ).format(count=len(unused), names=", ".join(unused))
            )
        return {self.ID: result["id"], self.PATH: str(Path(result["path"]).parent)}
