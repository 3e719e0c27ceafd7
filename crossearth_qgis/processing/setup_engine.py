"""crossearth:setupengine: what the panel's setup page does, for machines without a window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)
from qgis.PyQt.QtGui import QIcon

from .. import paths
from ..errors import EngineSetupFailed, JobCanceled
from ..setup import addons, engine_environment, installation
from ..setup.engine_environment import EngineEnvironment
from ..setup.python_choice import PythonChoice
from ..translation import translate
from .base import CrossEarthAlgorithm


class SetupEngineAlgorithm(CrossEarthAlgorithm):
    """Creates the engine's Python environment, or repairs it."""

    TORCH = "TORCH"
    ADD = "ADD"
    REMOVE = "REMOVE"
    PACKAGES = "PACKAGES"
    BASE_PYTHON = "BASE_PYTHON"
    DOWNLOAD_PYTHON = "DOWNLOAD_PYTHON"
    PYTHON = "PYTHON"

    group_id = "setup"
    help_page = "setup"

    def name(self) -> str:
        return "setupengine"

    def displayName(self) -> str:
        return translate("CrossEarth", "Set up the engine")

    def tags(self) -> list[str]:
        return translate("CrossEarth", "install,repair,update,python,environment").split(",")

    def icon(self) -> QIcon:
        return paths.icon("crossearth")

    def svgIconPath(self) -> str:
        return str(paths.icon_path("crossearth"))

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
        self._declare_addons()
        packages = QgsProcessingParameterFile(
            self.PACKAGES,
            translate("CrossEarth", "Folder with the packages"),
            behavior=QgsProcessingParameterFile.Behavior.Folder,
            optional=True,
        )
        packages.setHelp(
            translate(
                "CrossEarth",
                "All packages come from it, and nothing from the network; so does a standalone "
                "Python, if its archive lies there and none of this computer will do. dev.py "
                "wheelhouse fills such a folder. What it has for adapting or PyTorch is installed, "
                "too.",
            )
        )
        self.addParameter(packages)
        python = QgsProcessingParameterFile(
            self.BASE_PYTHON,
            translate("CrossEarth", "Python that makes the environment"),
            optional=True,
            # QGIS's own filter leaves out names without a dot, as those of Pythons are.
            fileFilter=translate("CrossEarth", "All files (*)"),
        )
        python.setHelp(
            translate(
                "CrossEarth",
                "The environment is made with this one and no other. Without it, the first one of "
                "this computer is taken whose environments work.",
            )
        )
        self.addParameter(python)
        download = QgsProcessingParameterBoolean(
            self.DOWNLOAD_PYTHON,
            translate("CrossEarth", "Download a Python if none of this computer will do"),
            defaultValue=False,
        )
        download.setHelp(
            translate(
                "CrossEarth",
                "A standalone Python of a fixed version, checked by its SHA-256, for the engine "
                "only. It comes from where it is published, or from the mirror or folder under "
                "Settings > Options > CrossEarth or in the environment variable "
                "CROSSEARTH_PYTHON_URL.",
            )
        )
        self.addParameter(download)
        self.addOutput(
            QgsProcessingOutputString(self.PYTHON, translate("CrossEarth", "The engine's Python"))
        )

    def _declare_addons(self) -> None:
        torch = QgsProcessingParameterBoolean(
            self.TORCH, translate("CrossEarth", "With PyTorch"), defaultValue=False
        )
        torch.setHelp(
            translate(
                "CrossEarth",
                "Needed for the published checkpoints of CrossEarth and for full adaptation; the "
                "bundled model needs none. Where there is an NVIDIA card, it is the build for it: "
                "a download of up to 3 GB, without one of 200 MB.",
            )
        )
        self.addParameter(torch)
        for name, label in (
            (self.ADD, translate("CrossEarth", "Add to the engine")),
            (self.REMOVE, translate("CrossEarth", "Remove from the engine")),
        ):
            choice = QgsProcessingParameterEnum(
                name,
                label,
                options=list(addons.ADDONS),
                allowMultiple=True,
                optional=True,
                usesStaticStrings=True,
            )
            choice.setHelp(
                translate(
                    "CrossEarth",
                    "openvino has ONNX models, such as the bundled one, run in less time on the "
                    "processor, if a trial shows that it does; "
                    "torch is PyTorch for the processor, on Apple's chips for the GPU, too; "
                    "torch-cuda takes its place on computers with an NVIDIA card; onnxruntime-gpu "
                    "has ONNX models, such as the bundled one, run on such a card.",
                )
            )
            self.addParameter(choice)

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        environment = engine_environment.find()
        try:
            if environment is None:
                choice = self._choice(parameters, context)
                environment = installation.create(feedback.pushInfo, feedback.isCanceled, choice)
            self._change(environment, parameters, context, feedback)
        except JobCanceled:
            return {}
        except EngineSetupFailed as error:
            raise QgsProcessingException(str(error)) from error
        return {self.PYTHON: str(environment.python)}

    def _change(
        self,
        environment: EngineEnvironment,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Remove and add what is wished, to the environment that is ours."""
        # Where nothing is wished, QGIS gives one empty name.
        removed = list(filter(None, self.parameterAsEnumStrings(parameters, self.REMOVE, context)))
        wanted = list(filter(None, self.parameterAsEnumStrings(parameters, self.ADD, context)))
        if self.parameterAsBool(parameters, self.TORCH, context):
            wanted.append(installation.suitable_torch())
        if (removed or wanted) and environment.origin != "installed":
            feedback.pushWarning(
                translate(
                    "CrossEarth",
                    "The engine's Python {python} was chosen by you and is left as it is. Install "
                    "or remove {packages} there yourself.",
                ).format(python=environment.python, packages=", ".join([*removed, *wanted]))
            )
            return
        for name in removed:
            installation.take_away(name)
        packages = self._choice(parameters, context).packages
        there = addons.added(engine_environment.installed_folder())
        for name in dict.fromkeys(name for name in wanted if name not in there):
            installation.add(name, feedback.pushInfo, feedback.isCanceled, packages)

    def _choice(self, parameters: dict[str, Any], context: QgsProcessingContext) -> PythonChoice:
        packages = self.parameterAsFile(parameters, self.PACKAGES, context)
        named = self.parameterAsFile(parameters, self.BASE_PYTHON, context)
        return PythonChoice(
            named=Path(named).absolute() if named else None,
            is_download_agreed=self.parameterAsBool(parameters, self.DOWNLOAD_PYTHON, context),
            packages=Path(packages).absolute() if packages else None,
        )
