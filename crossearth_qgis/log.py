"""Stdlib logging into the QGIS message log, under "CrossEarth"."""

from __future__ import annotations

import logging
from collections import deque

from qgis.core import Qgis, QgsApplication

TAG = "CrossEarth"
_LOGGER = logging.getLogger(__package__)
_KEPT_LINES = 200
_KEPT_OF_RECORD = 12


class _MessageLogHandler(logging.Handler):
    """Hands records to the QGIS message log, which may be called from any thread."""

    def __init__(self) -> None:
        super().__init__()
        self.recent: deque[str] = deque(maxlen=_KEPT_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            level = Qgis.MessageLevel.Critical
        elif record.levelno >= logging.WARNING:
            level = Qgis.MessageLevel.Warning
        else:
            level = Qgis.MessageLevel.Info
        message = self.format(record)
        first, *others = message.splitlines() or [""]
        self.recent.append(f"{record.levelname}: {first}")
        # Of what a program said, its end; more would push out what was before it.
        self.recent.extend(f"  {line}" for line in others[-_KEPT_OF_RECORD:])
        # No pop-up: what a person must see is said where they look, not in the log.
        QgsApplication.messageLog().logMessage(message, TAG, level, False)


def install_handler() -> logging.Handler:
    """Start logging to QGIS; returns the handler for `remove_handler`."""
    handler = _MessageLogHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    _LOGGER.addHandler(handler)
    _LOGGER.setLevel(logging.INFO)
    _LOGGER.propagate = False
    return handler


def recent() -> list[str]:
    """Return the last lines that were logged in this session."""
    ours = [item for item in _LOGGER.handlers if isinstance(item, _MessageLogHandler)]
    return [line for handler in ours for line in tuple(handler.recent)]


def remove_handler(handler: logging.Handler) -> None:
    """Undo `install_handler`."""
    _LOGGER.removeHandler(handler)
    _LOGGER.propagate = True
