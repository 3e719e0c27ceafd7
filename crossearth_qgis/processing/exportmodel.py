"""crossearth:exportmodel: a model as a folder that other computers and programs can use."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFolderDestination,
)

from ..engine_paths import for_engine
from ..models import catalog
from ..translation import translate
from .base import EngineAlgorithm
from .leftovers import Leftovers
from .options import advanced
from .parameters import model_parameter
from .progress_texts import percent_text


class ExportModelAlgorithm(EngineAlgorithm):
    """Writes a model as ONNX with its metadata and its card."""

    group_id = "models"
    help_page = "models#export"

    MODEL = "MODEL"
    HALF = "HALF"
    OUTPUT = "OUTPUT"
    PATH = "PATH"

    def name(self) -> str:
        return "exportmodel"

    def displayName(self) -> str:
        return translate("CrossEarth", "Export a model")

    def tags(self) -> list[str]:
        return translate("CrossEarth", "onnx,deepness,stac,share,weights,convert").split(",")

    def shortDescription(self) -> str:
        return translate("CrossEarth", "Writes a model to a folder that others can use.")

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Writes model.onnx, its description (model.json, a STAC item), its card (README.md) "
            "and its SHA-256 into a new or empty folder. The ONNX file alone tells classes, bands, "
            "window and pixel size, to this plugin and to Deepness. Import the folder on another "
            "computer with crossearth:importmodel.\n\n"
            "The networks of CrossEarth are translated for that, which takes minutes, and compared "
            "with the original; ONNX models are copied.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        half = QgsProcessingParameterBoolean(
            self.HALF, translate("CrossEarth", "Weights in half precision"), defaultValue=False
        )
        half.setHelp(
            translate(
                "CrossEarth",
                "Half the size, and scores that differ a little. ONNX models are copied as they "
                "are.",
            )
        )
        self.addParameter(model_parameter(self.MODEL))
        self.addParameter(
            QgsProcessingParameterFolderDestination(
                self.OUTPUT, translate("CrossEarth", "Folder for the model")
            )
        )
        self.addParameter(advanced(half))
        self.addOutput(QgsProcessingOutputString(self.PATH, translate("CrossEarth", "ONNX file")))

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        folder = for_engine(self.parameterAsString(parameters, self.OUTPUT, context))
        arguments = {
            "model": catalog.engine_name(self.parameterAsString(parameters, self.MODEL, context)),
            "folder": folder,
            "half": self.parameterAsBool(parameters, self.HALF, context),
        }
        # Minutes of translating a network shall not keep anyone from making maps.
        with self._engine.sibling() as engine:
            result = self.run_job(
                "export-model", arguments, feedback, Leftovers([folder]), engine=engine
            )
        if result is None:
            return {}
        return {self.OUTPUT: folder, self.PATH: result["path"]}

    def progress_text(self, done: int, total: int, seconds_left: float | None) -> str:
        return percent_text(done, total, seconds_left)
