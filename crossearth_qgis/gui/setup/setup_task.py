"""The background tasks that create, extend and remove the engine's environment."""

from __future__ import annotations

import logging

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...bridge.engine import Engine
from ...errors import CrossEarthError, JobCanceled, PythonNotAgreed
from ...setup import installation, packages
from ...setup.python_choice import PythonChoice
from ...translation import translate

logger = logging.getLogger(__name__)


class SetupTask(QgsTask):
    """Creates the environment; `ended` comes in the GUI thread, exactly once.

    Attributes:
        question: what it stopped for, if a Python has to be downloaded that nobody has agreed to.
    """

    line_added = pyqtSignal(str)
    ended = pyqtSignal(bool, str)  # success; why not, empty when canceled

    def __init__(self, choice: PythonChoice) -> None:
        super().__init__(
            translate("CrossEarth", "Setting up the CrossEarth engine"), QgsTask.Flag.CanCancel
        )
        self.question: PythonNotAgreed | None = None
        self._choice = choice
        self._reason = ""

    def run(self) -> bool:
        try:
            installation.create(self.line_added.emit, self.isCanceled, self._choice)
        except JobCanceled:
            return False
        except PythonNotAgreed as error:
            self.question = error
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


class AddonTask(QgsTask):
    """Adds something to the environment or takes it away; `ended` comes in the GUI thread, once."""

    ended = pyqtSignal(bool, str)  # success; what to tell, empty when canceled

    def __init__(self, engine: Engine, name: str, is_removal: bool) -> None:
        removing = translate("CrossEarth", "Removing {name}…")
        title = removing if is_removal else translate("CrossEarth", "Installing {name}…")
        super().__init__(title.format(name=packages.title(name)), QgsTask.Flag.CanCancel)
        self._engine = engine
        self._name = name
        self._is_removal = is_removal
        self._sentence = ""

    def run(self) -> bool:
        try:
            # A running engine keeps what it has loaded.
            self._engine.stop()
            if self._is_removal:
                installation.take_away(self._name)
            else:
                installation.add(self._name, self._keep, self.isCanceled)
        except JobCanceled:
            self._sentence = ""
            return False
        except CrossEarthError as error:
            self._sentence = str(error)
            return False
        except Exception as error:  # a task that raises would end without a word
            logger.exception("%s could not be added or removed", self._name)
            self._sentence = str(error)
            return False
        if self._is_removal:
            self._sentence = translate("CrossEarth", "{name} was removed.").format(
                name=packages.title(self._name)
            )
        return True

    def _keep(self, line: str) -> None:
        logger.info("%s", line)
        self._sentence = line  # the last one tells what was added, by itself

    def finished(self, result: bool) -> None:
        self.ended.emit(result, self._sentence)


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
