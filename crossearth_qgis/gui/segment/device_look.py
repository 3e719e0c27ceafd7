"""What there is to compute on, asked of the engine in the background once somebody may choose."""

from __future__ import annotations

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge.engine import Engine
from ...errors import CrossEarthError
from ...setup import addons, engine_environment
from ...translation import translate
from ..background import TaskListener, cancel_task, start_task


class DeviceLook(QObject):
    """Has the engine try the devices of this computer, in the background, once as it is.

    Args:
        engine: whose sibling looks: a run need not wait for it.
        parent: owns it.
    """

    ended = pyqtSignal()
    """There is a new list."""

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._task: _DeviceTask | None = None
        self._asked: tuple[str, ...] = ()

    def ask(self) -> None:
        """Have it look, unless it has since something was added to it, or there is no engine."""
        environment = engine_environment.find()
        if environment is None:
            return
        folder = engine_environment.installed_folder()
        state = (str(environment.python), *addons.added(folder))
        if state == self._asked:
            return
        self.stop()
        self._asked = state
        self._task = _DeviceTask(self._engine)
        self._task.ended.connect(self.ended)
        start_task(self._task)

    def stop(self) -> None:
        """End a look that is under way."""
        cancel_task(self._task)


class _DeviceTask(QgsTask):
    ended = pyqtSignal()

    def __init__(self, engine: Engine) -> None:
        # Nobody who closes QGIS or a project wants to be asked about a look.
        flags = QgsTask.Flag.CanCancel | QgsTask.Flag.CancelWithoutPrompt
        super().__init__(translate("CrossEarth", "Looking for graphics cards"), flags)
        self._engine = engine

    def run(self) -> bool:
        try:
            with self._engine.sibling() as engine:
                engine.run("devices", {}, TaskListener(self))
        except CrossEarthError:
            return False  # the list stays what it was
        return True

    def finished(self, is_successful: bool) -> None:
        if is_successful:
            self.ended.emit()
