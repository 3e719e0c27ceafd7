"""What a page of the panel remembers in the project: read when one is opened, saved with it.

The entry is written while QGIS saves the project and at no other time, so that a look at the panel
makes no project a changed one. A project without an entry gives the page its defaults.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from .project_opening import ProjectOpening

_SCOPE = "CrossEarth"

logger = logging.getLogger(__name__)


class ProjectState(QObject):
    """The entry of one page.

    Args:
        key: names the entry.
        take: returns what the page wants to find again, ready for JSON.
        show: brings it back; of an empty dictionary, the defaults.
        page: the page itself.
    """

    def __init__(
        self,
        key: str,
        take: Callable[[], dict[str, Any]],
        show: Callable[[dict[str, Any]], None],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._key = key
        self._page = page
        self._take = take
        self._show = show
        self.is_waiting = True
        """Whether the page does not show the open project yet, so that no change in it counts."""
        self._has_let_pass = False
        self._opening = ProjectOpening(self)

    def begin(self) -> None:
        """Bring back what the open project says, now and whenever it is another."""
        project = QgsProject.instance()
        project.writeProject.connect(self._write)
        project.readProject.connect(self._wait)
        project.cleared.connect(self._wait)
        self._opening.ended.connect(self._take_turn)
        self._read()

    def _read(self) -> None:
        self._opening.stop()
        text, _is_there = QgsProject.instance().readEntry(_SCOPE, self._key, "{}")
        try:
            values = json.loads(text)
            self._show(values if isinstance(values, dict) else {})
        except (ValueError, LookupError, TypeError, AttributeError):
            # By hand, or by another version: no reason not to show the rest of the project.
            logger.exception("The entry %s of the project is not understood", self._key)
            self._show({})
        self.is_waiting = False

    def _wait(self, *_signal: object) -> None:
        self.is_waiting = True
        self._has_let_pass = False

    def _take_turn(self) -> None:
        # The page that is seen goes first, so that each is filled in an event of its own.
        if self._page.isVisible() or self._has_let_pass:
            self._read()
        else:
            self._has_let_pass = True
            self._opening.again()

    def _write(self, *_signal: object) -> None:
        if self.is_waiting:
            self._read()  # else the page would write what it was in the project before
        QgsProject.instance().writeEntry(_SCOPE, self._key, json.dumps(self._take()))


def portable(text: str) -> str:
    """Return a path as the project writes it, relative to itself; ids stay what they are."""
    return QgsProject.instance().writePath(text) if Path(text).is_absolute() else text


def local(text: str) -> str:
    """Return the path, or the id, that `portable` was given."""
    return QgsProject.instance().readPath(text) if text.startswith(".") else text
