from __future__ import annotations

import gc
import weakref

from qgis.core import QgsApplication, QgsTask

from crossearth_qgis.gui.background import start_task


class Companion:
    """Something that a task needs."""


class Noting(QgsTask):
    """Notes that it ran, and whether what it needs was still there."""

    def __init__(self, companion: Companion, notes: list[str]) -> None:
        super().__init__("Noting")
        self._companion = weakref.ref(companion)
        self._notes = notes

    def run(self) -> bool:
        self._notes.append("ran" if self._companion() else "ran alone")
        return True

    def finished(self, result: bool) -> None:
        self._notes.append("finished")


def test_a_task_runs_though_nobody_holds_it(qtbot) -> None:
    for _ in range(5):
        notes: list[str] = []
        companion = Companion()
        start_task(Noting(companion, notes), companion)
        del companion
        gc.collect()
        qtbot.waitUntil(lambda notes=notes: "finished" in notes)
        assert notes == ["ran", "finished"]


def test_what_was_kept_goes_with_the_task(qtbot) -> None:
    notes: list[str] = []
    companion = Companion()
    watched = weakref.ref(companion)
    start_task(Noting(companion, notes), companion)
    del companion
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    qtbot.waitUntil(lambda: gc.collect() >= 0 and watched() is None)
