"""When another project is open, whatever QGIS does between clearing the one before and having it.

It opens a project in a single event or, from 3.32 on, lets others pass while it loads the layers:
what a panel did of them then would be of half a project, and would be done for each layer.
"""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

_LONGEST_MS = 2000
"""Of a project with a name, until QGIS says that it has read it: a script may give the name."""


class ProjectOpening(QObject):
    """Tells, in an event of its own, that another project is open.

    Args:
        parent: owns it.
    """

    ended = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_read = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        project = QgsProject.instance()
        project.cleared.connect(self._on_cleared)
        project.readProject.connect(self._on_read)

    @property
    def is_active(self) -> bool:
        """Whether it is still to be told."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Tell nothing: who asks has looked at the project."""
        self._timer.stop()

    def again(self) -> None:
        """Tell it once more, in a later event."""
        self._timer.start(0)

    def _on_cleared(self) -> None:
        self._is_read = False
        self._timer.start(0)

    def _on_read(self, *_signal: object) -> None:
        self._is_read = True
        self._timer.start(0)

    def _on_timeout(self) -> None:
        if not self._is_read and QgsProject.instance().fileName():
            self._is_read = True
            self._timer.start(_LONGEST_MS)
        else:
            self.ended.emit()
