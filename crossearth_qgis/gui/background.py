"""Hands tasks to QGIS's task manager so that they survive whoever started them."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from typing import TypeVar

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..bridge.job_listener import JobListener
from ..errors import JobCanceled

logger = logging.getLogger(__name__)

Task = TypeVar("Task", bound=QgsTask)

# Tasks that QGIS has not deleted, each with what it points to. A global that changes: no widget
# that could hold them lives long enough, and references in a circle are collected.
_kept: dict[int, tuple[object, ...]] = {}


def start_task(task: QgsTask, *companions: object) -> None:
    """Start a task, and keep it and what it needs until QGIS has done with it.

    QGIS keeps the C++ half only. A task whose Python half went with the widget that started it is
    never run, or takes QGIS along while it runs.

    Args:
        task: not started yet.
        companions: objects that the task points to, such as its context and feedback.
    """
    key = id(task)
    _kept[key] = (task, *companions)
    task.destroyed.connect(lambda: _kept.pop(key))
    QgsApplication.taskManager().addTask(task)


def running(kind: type[Task]) -> Task | None:
    """Return a task of a kind, and of none derived from it, that has not ended."""
    tasks = [task for task, *_companions in tuple(_kept.values()) if type(task) is kind]
    ended = (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated)
    return next((task for task in tasks if task.status() not in ended), None)


def cancel_task(task: QgsTask | None) -> None:
    """Cancel a task that was started, unless QGIS has done with it: its C++ half is gone then."""
    if task is not None and id(task) in _kept:
        task.cancel()


class TaskListener(JobListener):
    """Has a job of the engine end when the task that waits for it is canceled."""

    def __init__(self, task: QgsTask) -> None:
        self._task = task

    def is_canceled(self) -> bool:
        return bool(self._task.isCanceled())


class FileTask(QgsTask):
    """Changes files, which may take its time; `ended` comes in the GUI thread, exactly once.

    Args:
        title: what QGIS calls it meanwhile.
        change: does it; what it raises is the reason why that failed.
        can_cancel: whether it may be canceled; `change` raises JobCanceled then.
    """

    ended = pyqtSignal(bool, str)  # success; why not, empty when canceled

    def __init__(
        self, title: str, change: Callable[[], object], *, can_cancel: bool = False
    ) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel if can_cancel else QgsTask.Flag(0))
        self._change = change
        self._reason = ""

    def run(self) -> bool:
        try:
            self._change()
        except JobCanceled:
            return False
        except shutil.Error as error:
            # Of each file of a folder what could not be copied, where to, and why.
            self._reason = "\n".join(str(reason) for _source, _target, reason in error.args[0])
            return False
        except Exception as error:  # a task that raises would end without a word
            if not isinstance(error, (OSError, ValueError)):
                logger.exception("%s failed", self.description())
            self._reason = str(error) or type(error).__name__
            return False
        return True

    def finished(self, is_successful: bool) -> None:
        self.ended.emit(is_successful, self._reason)
