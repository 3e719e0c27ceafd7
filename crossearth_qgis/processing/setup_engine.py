"""crossearth:setupengine: what the panel's setup page does, for machines without a window."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
)
from qgis.PyQt.QtGui import QIcon

from .. import paths
from ..errors import EngineSetupFailed, JobCanceled
from ..setup import engine_environment, installation
from ..setup.engine_environment import EngineEnvironment
from ..translation import translate


class SetupEngineAlgorithm(QgsProcessingAlgorithm):
    """Creates the engine's Python environment, or repairs it."""

    TORCH = "TORCH"
    PYTHON = "PYTHON"

    def createInstance(self) -> SetupEngineAlgorithm:
        return type(self)()

    def name(self) -> str:
        return "setupengine"

    def displayName(self) -> str:
        return translate("CrossEarth", "Set up the engine")

    def group(self) -> str:
        return translate("CrossEarth", "Setup")

    def groupId(self) -> str:
        return "setup"

    def tags(self) -> list[str]:
        return translate("CrossEarth", "install,repair,update,python,environment").split(",")

    def icon(self) -> QIcon:
        return paths.icon("crossearth")

    def svgIconPath(self) -> str:
        return str(paths.icon_path("crossearth"))

    def flags(self) -> Any:
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagHideFromModeler

    def shortDescription(self) -> str:
        return translate("CrossEarth", "Downloads the packages that the engine computes with.")

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Creates the Python environment that the engine runs in, in the user data folder. "
            "QGIS's own Python is not changed. Needed once, and after an update of the plugin that "
            "asks for it; an environment that is complete is left as it is.\n\n"
            "The panel does the same with a button. This is for machines without a window: "
            "qgis_process run crossearth:setupengine",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        torch = QgsProcessingParameterBoolean(
            self.TORCH, translate("CrossEarth", "With PyTorch"), defaultValue=False
        )
        torch.setHelp(
            translate(
                "CrossEarth",
                "Needed for the published checkpoints of CrossEarth and for full adaptation: a "
                "download of up to 3 GB on Linux, less elsewhere. The bundled model needs none.",
            )
        )
        self.addParameter(torch)
        self.addOutput(
            QgsProcessingOutputString(self.PYTHON, translate("CrossEarth", "The engine's Python"))
        )

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        environment = engine_environment.find()
        try:
            if environment is None:
                environment = installation.create(feedback.pushInfo, feedback.isCanceled)
            if self.parameterAsBool(parameters, self.TORCH, context):
                _add_torch(environment, feedback)
        except JobCanceled:
            return {}
        except EngineSetupFailed as error:
            raise QgsProcessingException(str(error)) from error
        return {self.PYTHON: str(environment.python)}


def _add_torch(environment: EngineEnvironment, feedback: QgsProcessingFeedback) -> None:
    if environment.origin == "installed":
        installation.add_torch(feedback.pushInfo, feedback.isCanceled)
    else:
        feedback.pushWarning(
            translate(
                "CrossEarth",
                "The engine's Python {python} was chosen by you and is left as it is. Install "
                "PyTorch there yourself.",
            ).format(python=environment.python)
        )
