"""What may be wrong with a map, asked of the engine before a run, in the background.

Nothing is asked while there is no engine, and nothing blocks: a late answer is dropped, and one
that is known of the same files is given at once.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...bridge.engine import Engine
from ...errors import CrossEarthError
from ...translation import translate
from ..background import TaskListener, cancel_task, start_task

_PAUSE_MS = 600  # who turns a wheel or types has not finished yet
_MOST_KEPT = 50


class RasterLook(QObject):
    """One look at a time: `ask`, and `looked` follows unless something else is asked before.

    Args:
        engine: looks.
        parent: owns it.
    """

    looked = pyqtSignal(dict)
    """The engine's answer; an empty one while nothing is known."""

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._known: dict[str, dict[str, Any]] = {}
        self._arguments: dict[str, Any] = {}
        self._key = ""
        self._task: _LookTask | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._start)

    def ask(self, arguments: dict[str, Any]) -> None:
        """Have the engine look, with these arguments of its command ``look``, unless it has."""
        key = _key(arguments)
        if key == self._key:
            return
        self.stop()
        self._key, self._arguments = key, arguments
        if key in self._known:
            self.looked.emit(self._known[key])
            return
        self.looked.emit({})
        self._timer.start()

    def stop(self) -> None:
        """Forget what was asked."""
        self._timer.stop()
        self._key = ""
        cancel_task(self._task)
        self._task = None

    def _start(self) -> None:
        task = _LookTask(self._engine, self._key, self._arguments)
        # A method, which is not called any more when the panel is gone; a function would be.
        task.ended.connect(self._end)
        self._task = task
        start_task(task)

    def _end(self, key: str, answer: dict[str, Any]) -> None:
        if key != self._key:
            return
        self._task = None
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        self._known[key] = answer
        self.looked.emit(answer)


class _LookTask(QgsTask):
    ended = pyqtSignal(str, dict)

    def __init__(self, engine: Engine, key: str, arguments: dict[str, Any]) -> None:
        # Nobody who closes QGIS or a project wants to be asked about a look.
        flags = QgsTask.Flag.CanCancel | QgsTask.Flag.CancelWithoutPrompt
        super().__init__(translate("CrossEarth", "Looking at the raster"), flags)
        self._engine, self._key, self._arguments = engine, key, arguments
        self._answer: dict[str, Any] = {}

    def run(self) -> bool:
        try:
            self._answer = self._engine.run("look", self._arguments, TaskListener(self))
        except CrossEarthError:
            return False  # the run will say what is wrong
        return True

    def finished(self, is_successful: bool) -> None:
        if is_successful:
            self.ended.emit(self._key, self._answer)


def _key(arguments: dict[str, Any]) -> str:
    """Return the same for what would have the same answer: the files are as they were."""
    stamps = []
    for name in ("input", "model"):
        try:
            stat = Path(arguments[name]).stat()
            stamps.append([stat.st_mtime_ns, stat.st_size])
        except (OSError, ValueError):
            stamps.append([])
    return json.dumps([arguments, stamps], sort_keys=True)
