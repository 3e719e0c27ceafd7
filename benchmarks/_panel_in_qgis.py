"""What happens inside QGIS for ``panel.py``: a story is told while the GUI thread is watched.

QGIS runs this file twice: as ``PYQGIS_STARTUP``, to time how plugins start, and as ``--code``.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import json
import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QAbstractEventDispatcher, QTimer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFileDialog,
    QStackedWidget,
    QTabWidget,
    QWidget,
)
from qgis.utils import iface

PLUGIN = "crossearth_qgis"
SAMPLE_S = 0.002
QUIET = 20
"""Polls of the story after which what was begun is taken to be over."""
_FILE = re.compile(rf"/{PLUGIN}/(.+)")
LAYERS = int(os.environ["CROSSEARTH_LAYERS"])
AFTER_START = "QGIS finishes its start, the panel was left {state}"


def watch_start() -> None:
    """Watch from now on, and have QGIS's own loading of plugins note what ours takes."""
    watchdog = qgis.utils.crossearth_watchdog = Watchdog()
    for name in ("loadPlugin", "startPlugin"):
        setattr(qgis.utils, name, _timed(getattr(qgis.utils, name), watchdog))


def _timed(function: Callable[..., Any], watchdog: Watchdog) -> Callable[..., Any]:
    @functools.wraps(function)
    def timed(package: str) -> object:
        begun = time.thread_time()
        try:
            return function(package)
        finally:
            if package == PLUGIN:
                watchdog.start_ms += (time.thread_time() - begun) * 1000
                watchdog.begin(AFTER_START)

    return timed


class Watchdog(threading.Thread):
    """Measures the CPU time of the GUI thread, step by step; made in that thread.

    A step is what happens between two signals of the event dispatcher, which tell that it is about
    to wait, and that it has waited: one event, or a few that came together. Another thread looks at
    the stack of this one some hundred times a second, so that the CPU time that passed meanwhile
    can be put down to the plugin's code, with all that it calls, or to QGIS.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._gui_thread = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._gui_thread)
        self._last = time.thread_time()
        self._seen: list[tuple[float, list[str]]] = []
        # Python looks for garbage in whichever thread is at it, and in another one than this it
        # would delete what belongs to the window.
        gc.disable()
        self.start_ms = 0.0
        self.phase = ""
        self.phases: dict[str, dict[str, Any]] = {}
        self._dispatcher = QAbstractEventDispatcher.instance()
        self._dispatcher.aboutToBlock.connect(self._end_step)
        self._dispatcher.awake.connect(self._end_step)
        self.start()

    def begin(self, phase: str) -> None:
        """Count what follows to a phase; to none if it has no name."""
        self._end_step()
        self.phase = phase
        if phase:
            self.phases[phase] = {"step_ms": 0.0, "plugin_ms": 0.0, "total_ms": 0.0, "where": []}

    @contextlib.contextmanager
    def pausing(self) -> Iterator[None]:
        """Count nothing for a moment: it is not what a person does."""
        self._end_step()
        phase, self.phase = self.phase, ""
        yield
        self._end_step()
        self.phase = phase

    def run(self) -> None:
        last = time.clock_gettime(self._clock)
        while True:
            time.sleep(SAMPLE_S)
            lines = _plugin_lines(self._gui_thread)
            now = time.clock_gettime(self._clock)
            if now - last > SAMPLE_S / 10:
                self._seen.append((now - last, lines))
            last = now

    def _end_step(self) -> None:
        step_ms = (time.thread_time() - self._last) * 1000
        seen, self._seen = self._seen, []
        if self.phase:
            plugin_ms = min(step_ms, 1000 * sum(passed for passed, lines in seen if lines))
            phase = self.phases[self.phase]
            phase["total_ms"] += step_ms
            phase["step_ms"] = max(phase["step_ms"], step_ms)
            if plugin_ms > phase["plugin_ms"]:
                phase["plugin_ms"] = plugin_ms
                phase["where"] = _where(seen)
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                break
        self._last = time.thread_time()


def _plugin_lines(thread: int) -> list[str]:
    """Return the functions of a thread's stack that are the plugin's, the innermost first.

    Takes less than the time after which Python lets another thread on: a frame that is held for
    longer is deleted here, with the painters in it. A dump of `faulthandler` holds none, but reads
    of all threads, and falls over one that is just being made.
    """
    lines = []
    frame = sys._current_frames().get(thread)
    while frame is not None:
        code, frame = frame.f_code, frame.f_back
        if found := _FILE.search(code.co_filename):
            lines.append(f"{found[1]}:{code.co_name}")
    return lines


def _where(seen: list[tuple[float, list[str]]]) -> list[str]:
    """Return how long functions took with all that they call, for whoever wants to mend them."""
    sums: dict[str, float] = {}
    for passed, lines in seen:
        for line in set(lines):
            sums[line] = sums.get(line, 0.0) + passed * 1000
    longest = sorted(sums.items(), key=lambda entry: -entry[1])
    return [f"{ms:.0f} ms {line}" for line, ms in longest[:40]]


def begin(raster: Path, name: str) -> QgsRasterLayer:
    """Add a raster to the project, and make it the active layer."""
    layer = QgsRasterLayer(str(raster), name)
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    return layer


def prepare() -> Any:
    """Save a project of many layers with what the panel keeps in it, and close the panel."""
    iface.mainWindow().setGeometry(0, 0, 1360, 860)
    dock().show()
    yield ticks(QUIET)
    for number in range(LAYERS - 1):
        begin(RASTER, f"scene {number}")
    training = dock().training_panel
    training.create_samples(FOLDER / "old samples.gpkg")
    dock().panel.output_choice.boxes["CONFIDENCE"].setChecked(True)
    iface.zoomFull()
    yield ticks(QUIET)
    if not QgsProject.instance().write(str(PROJECT)):
        raise RuntimeError("The project cannot be saved")
    dock().toggleViewAction().trigger()
    yield ticks(QUIET)


def open_all(watchdog: Watchdog, *, is_empty: bool = False) -> Any:
    """Open the dock, its pages, the options and a project, each for the first time."""
    watchdog.begin("QGIS at rest")
    yield ticks(QUIET)
    watchdog.begin("the dock is opened")
    dock().toggleViewAction().trigger()
    yield ticks(QUIET)
    if not is_empty:
        yield lambda: is_up("SegmentPanel")
        yield ticks(QUIET)
        watchdog.begin("Adapt is chosen first")
        dock().findChild(QTabWidget).setCurrentIndex(1)
        yield lambda: is_up("TrainingPanel")
        yield ticks(QUIET)
        watchdog.begin("Map is chosen again")
        dock().findChild(QTabWidget).setCurrentIndex(0)
        yield ticks(QUIET)
    watchdog.begin("QGIS's options are opened")
    QTimer.singleShot(0, lambda: iface.showOptionsDialog(currentPage="mOptionsPageGeneral"))
    yield lambda: QApplication.activeModalWidget() is not None
    yield ticks(QUIET)
    if not is_empty:
        watchdog.begin("its page CrossEarth is chosen first")
        choose_page("crossearth")
        yield ticks(QUIET)
    watchdog.begin("")
    QApplication.activeModalWidget().reject()
    yield ticks(QUIET)
    watchdog.begin(f"a project of {LAYERS} layers is opened")
    iface.addProject(str(PROJECT))
    yield ticks(QUIET)
    yield is_drawn
    watchdog.begin("")


def is_up(name: str) -> bool:
    """Return whether a page of the panel, by the name in its form, has been made and is shown."""
    page = dock().findChild(QWidget, name)
    return page is not None and page.isVisible()


def choose_page(name: str) -> None:
    """Choose a page of QGIS's options by the name of its widget."""
    stack = QApplication.activeModalWidget().findChild(QStackedWidget, "mOptionsStackedWidget")
    pages = [stack.widget(index) for index in range(stack.count())]
    (page,) = (item for item in pages if item.objectName() == name or item.findChild(QWidget, name))
    stack.setCurrentWidget(page)


def work(watchdog: Watchdog) -> Any:
    """Map, adapt and cancel as a person would."""
    iface.newProject()
    yield ticks(QUIET)
    layer = begin(RASTER, "scene")
    iface.zoomToActiveLayer()
    panel, training = dock().panel, dock().training_panel
    yield ticks(QUIET)
    yield lambda: panel.run_button.isEnabled()
    watchdog.begin("a run, 2048 × 2048 pixels")
    panel.run_button.click()
    yield lambda: not panel._runner.is_running
    yield ticks(QUIET)
    yield is_drawn
    dialog_text = panel.footer_hint.text()
    if not any(layer.customProperty("crossearth/raster") for layer in layers()):
        raise RuntimeError(f"No map: {dialog_text}")
    watchdog.begin("a run that is canceled")
    panel.run_button.click()
    yield ticks(QUIET)
    panel.run_button.click()
    yield lambda: not panel._runner.is_running
    yield ticks(QUIET)
    watchdog.begin("")
    panel.output_choice.temporary_box.setChecked(True)
    panel.run_button.click()
    yield lambda: not panel._runner.is_running
    panel.output_choice.temporary_box.setChecked(False)
    yield ticks(QUIET)
    kept = FOLDER / f"kept {os.getpid()}.tif"
    QFileDialog.getSaveFileName = staticmethod(lambda *_, **_options: (str(kept), ""))
    watchdog.begin("a temporary map is kept")
    panel.result_view.keep_button.click()
    yield kept.exists
    yield ticks(QUIET)
    watchdog.begin("")
    yield from draw_samples(layer)
    watchdog.begin("a round of adaptation, with its map")
    before = len(layers())
    training.quick_button.click()
    yield lambda: not training._runner.is_running
    yield ticks(3)
    yield lambda: not panel._runner.is_running
    yield ticks(QUIET)
    yield is_drawn
    watchdog.begin("")
    training.samples_combo.currentLayer().commitChanges()  # else QGIS asks at its end
    if len(layers()) == before:
        raise RuntimeError(training.footer_hint.text() or panel.footer_hint.text())


def look(watchdog: Watchdog) -> Any:
    """Preview and review a large scene."""
    from _looking_in_qgis import look_around

    iface.newProject()
    dock().show()
    yield lambda: is_up("SegmentPanel")
    layer = begin(LARGE, "large")
    yield ticks(QUIET)
    yield from look_around(watchdog, layer)


def judge(watchdog: Watchdog) -> Any:
    """Judge a map by points."""
    from _judging_in_qgis import judge_map

    iface.newProject()
    dock().show()
    yield lambda: is_up("SegmentPanel")
    begin(RASTER, "scene")
    yield ticks(QUIET)
    yield from judge_map(watchdog)


def change(watchdog: Watchdog) -> Any:
    """Compare maps of two years."""
    from _changing_in_qgis import compare_years

    iface.newProject()
    dock().show()
    yield lambda: is_up("SegmentPanel")
    yield ticks(QUIET)
    yield from compare_years(watchdog, [FOLDER / f"{name}.tif" for name in ("earlier", "later")])


def layers() -> list[Any]:
    """Return the layers of the project."""
    return list(QgsProject.instance().mapLayers().values())


def draw_samples(layer: QgsRasterLayer) -> Any:
    """Draw squares of two classes, by how bright the image is there."""
    training = dock().training_panel
    dock().findChild(QTabWidget).setCurrentIndex(1)
    yield ticks(QUIET)
    training.create_samples(FOLDER / f"samples {os.getpid()}.gpkg")
    for name in ("bright", "dark"):
        training.add_class(name)
    draw_squares(training.samples_combo.currentLayer(), layer, 20, threshold=127)
    yield ticks(QUIET)
    yield lambda: training.quick_button.isEnabled()


def set_up(watchdog: Watchdog) -> Any:
    """Set the engine up from a folder, as a person would."""
    watchdog.begin("the dock is opened, without an engine")
    dock().toggleViewAction().trigger()
    yield lambda: is_up("SetupPage")
    yield ticks(QUIET)
    panel = dock().panel
    page = panel.setup_page
    QFileDialog.getExistingDirectory = staticmethod(lambda *_: os.environ["CROSSEARTH_WHEELS"])
    watchdog.begin("the engine is set up")
    page.folder_button.click()
    yield lambda: not page.is_running
    yield ticks(QUIET)
    if not panel.run_button.isVisible():
        raise RuntimeError(page.problem_hint.text())
    watchdog.begin("")


def watched(tell_part: Callable[[Watchdog], Any]) -> Any:
    """Tell a part, and leave what was measured."""
    watchdog: Watchdog = qgis.utils.crossearth_watchdog
    state = "open" if dock().isVisible() else "closed"
    yield ticks(2 * QUIET)
    yield lambda: not qgis.utils.plugins[PLUGIN].__dict__.get("_timer")
    watchdog.begin("")
    try:
        yield from tell_part(watchdog)
    finally:
        # A step of this phase has in it what QGIS does when it starts.
        after_start = watchdog.phases.pop(AFTER_START)
        phases = {
            "the plugin is loaded": {"plugin_ms": watchdog.start_ms},
            AFTER_START.format(state=state): {
                "plugin_ms": after_start["plugin_ms"],
                "where": after_start["where"],
            },
        }
        text = json.dumps({**phases, **watchdog.phases}, indent=1)
        (SHOTS / "panel.json").write_text(text, encoding="utf-8")


PARTS = {
    "open": open_all,
    "open empty": functools.partial(open_all, is_empty=True),
    "work": work,
    "look": look,
    "judge": judge,
    "change": change,
    "setup": set_up,
}


if os.environ.get("CROSSEARTH_STORY") and iface is None:
    watch_start()
elif iface is not None:
    from story_in_qgis import SHOTS, dock, draw_squares, is_drawn, tell, ticks

    FOLDER = Path(os.environ["CROSSEARTH_FOLDER"])
    RASTER, PROJECT = FOLDER / "scene.tif", FOLDER / "project.qgz"
    LARGE = Path(os.environ["CROSSEARTH_LARGE"])
    STORY = os.environ["CROSSEARTH_STORY"]
    tell(prepare() if STORY == "prepare" else watched(PARTS[STORY]))
