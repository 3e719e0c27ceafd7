"""The background tasks that create and remove the engine's environment."""

from __future__ import annotations

import logging
from pathlib import Path

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...bridge.engine import Engine
from ...errors import CrossEarthError, JobCanceled
from ...setup import installation
from ...translation import translate

logger = logging.getLogger(__name__)


class SetupTask(QgsTask):
    """Creates the environment; `ended` comes in the GUI thread, exactly once."""

    line_added = pyqtSignal(str)
    ended = pyqtSignal(bool, str)  # success; why not, empty when canceled

    def __init__(self, wheels: Path | None = None) -> None:
        super().__init__(
            translate("CrossEarth", "Setting up the CrossEarth engine"), QgsTask.Flag.CanCancel
        )
        self._wheels = wheels
        self._reason = ""

    def run(self) -> bool:
        try:
            installation.create(self.line_added.emit, self.isCanceled, self._wheels)
        except JobCanceled:
            return False
        except CrossEarthError as error:
            self._reason = str(error)
            return False
        except Exception as error:  # a task that raises would end without a word
            logger.exception("The engine could not be set up")
            self._reason = translate(
                "CrossEarth", "The engine could not be set up: {reason}"
            ).format(reason=error)
            return False
        return True

    def finished(self, result: bool) -> None:
        self.ended.emit(result, self._reason)


class RemovalTask(QgsTask):
    """Stops the engine and deletes its environment; `ended` comes in the GUI thread, once."""

    ended = pyqtSignal(bool, str)  # success; why not

    def __init__(self, engine: Engine) -> None:
        super().__init__(translate("CrossEarth", "Removing the CrossEarth engine"), QgsTask.Flag(0))
        self._engine = engine
        self._reason = ""

    def run(self) -> bool:
        try:
            # A running engine keeps its files open on Windows.
            self._engine.stop()
            installation.remove()
        except CrossEarthError as error:
            self._reason = str(error)
            return False
        return True

    def finished(self, result: bool) -> None:
        self.ended.emit(result, self._reason)
