"""Hands tasks to QGIS's task manager so that they survive whoever started them."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsTask

from ..bridge.job_listener import JobListener

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
