"""crossearth:diagnostics: what to paste into a report of a fault; works without an engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
)
from qgis.PyQt.QtGui import QIcon

from .. import paths
from ..diagnostics import report_text
from ..errors import JobCanceled
from ..translation import translate
from .base import CrossEarthAlgorithm


class DiagnosticsAlgorithm(CrossEarthAlgorithm):
    """Collects versions, devices, settings and the last log, without names and passwords."""

    OUTPUT = "OUTPUT"
    TEXT = "TEXT"

    group_id = "setup"
    help_page = "setup#something-does-not-work"

    def name(self) -> str:
        return "diagnostics"

    def displayName(self) -> str:
        return translate("CrossEarth", "Diagnostics")

    def tags(self) -> list[str]:
        return translate("CrossEarth", "report,bug,fault,versions,log").split(",")

    def icon(self) -> QIcon:
        return paths.icon("crossearth")

    def svgIconPath(self) -> str:
        return str(paths.icon_path("crossearth"))

    def shortDescription(self) -> str:
        return translate(
            "CrossEarth", "Versions, devices, settings and the last log, for a report of a fault."
        )

    def shortHelpString(self) -> str:
        return translate(
            "CrossEarth",
            "Collects what others need to know to find a fault: versions, the computer and its "
            "devices, how the engine was installed, changed settings, environment variables, "
            "models and the end of the log. Your name, the name of the computer, your home folder, "
            "passwords and what follows in web addresses are left out. Read it before you send "
            "it.\n\nIt works without an engine, too.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT,
                translate("CrossEarth", "Report"),
                translate("CrossEarth", "Text (*.txt)"),
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputString(self.TEXT, translate("CrossEarth", "The report")))

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        try:
            text = report_text(feedback.isCanceled)
        except JobCanceled:
            return {}
        results = {self.TEXT: text}
        file = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        if file:
            try:
                Path(file).write_text(text, encoding="utf-8")
            except OSError as error:
                raise QgsProcessingException(str(error)) from error
            results[self.OUTPUT] = file
        feedback.pushInfo(text)
        return results
