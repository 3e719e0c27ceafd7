"""The live preview: what a model makes of what the canvas shows, while it is panned and zoomed.

The engine maps it piece by piece, and the pieces lie over the canvas until the switch is off. Who
moves on asks anew, and what was asked before ends; what came of it stays. Any other job of the
engine goes first.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsTask,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ...bridge.engine import Engine
from ...engine_paths import for_engine
from ...errors import CrossEarthError, JobCanceled
from ...layers import raster_source
from ...layers.preview_piece import PreviewPiece, take_piece
from ...layers.raster_source import RasterSource
from ...layers.result_layers import is_map
from ...translation import translate
from ..background import TaskListener, cancel_task, start_task
from ..widgets.hint import INFO, WARNING, Hint
from .preview_item import PreviewItem

# Who pans or turns the wheel has not arrived yet; while another job has the engine.
_PAUSE_MS, _BUSY_MS = 100, 400
_FLAGS = QgsTask.Flag.CanCancel | QgsTask.Flag.CancelWithoutPrompt
if hasattr(QgsTask.Flag, "Hidden"):  # QGIS 3.26
    _FLAGS |= QgsTask.Flag.Hidden


@dataclass(frozen=True)
class Subject:
    """What is previewed.

    Attributes:
        layer: of the raster.
        source: the raster, in plain values.
        arguments: of the engine's command ``preview``, but for what depends on the canvas.
        files: that raster and model are read from.
    """

    layer: QgsRasterLayer
    source: RasterSource
    arguments: dict[str, Any]
    files: tuple[Path, ...]


class LivePreview(QWidget):
    """The switch, with what keeps the preview from coming."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject: Subject | None = None
        self._key = ""
        self._task: _PreviewTask | None = None
        self._item: PreviewItem | None = None
        # Of what was asked for and came whole.
        self._complete: list[QgsRectangle] = []
        self.switch = QCheckBox(translate("CrossEarth", "Live preview"), self)
        self.switch.setToolTip(
            translate(
                "CrossEarth",
                "Map what the canvas shows at once, wherever you go; no file comes of it",
            )
        )
        self.hint = Hint(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.switch)
        layout.addWidget(self.hint)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._new_ids: list[str] = []
        # A moment later: whoever adds a map says only then that it is one.
        self._map_timer = QTimer(self)
        self._map_timer.setSingleShot(True)
        self._map_timer.setInterval(_PAUSE_MS)
        self._map_timer.timeout.connect(self._give_way)

    def set_up(
        self, engine: Engine, canvas: QgsMapCanvas, ask: Callable[[], Subject | str]
    ) -> None:
        """Tell what the preview works with; called once.

        Args:
            engine: maps.
            canvas: is looked at.
            ask: says what is previewed, or in a sentence why nothing is.
        """
        self._engine, self._canvas, self._ask = engine, canvas, ask
        self.switch.toggled.connect(self.renew)
        canvas.extentsChanged.connect(self._look_soon)
        QgsProject.instance().cleared.connect(self._on_project_cleared)
        QgsProject.instance().layersAdded.connect(self._on_layers_added)

    def renew(self) -> None:
        """Ask anew what is previewed: something else is set."""
        self._subject = None
        self._look_soon()

    def stop(self) -> None:
        """End what is in progress, and clear the canvas; called before the panel goes."""
        self._timer.stop()
        self._cancel()
        if self._item is not None:
            self._canvas.scene().removeItem(self._item)
            self._item = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.renew()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look_soon()

    def _on_project_cleared(self) -> None:
        self.switch.setChecked(False)

    def _on_layers_added(self, layers: Iterable[QgsMapLayer]) -> None:
        if self.switch.isChecked():
            self._new_ids += [layer.id() for layer in layers]
            self._map_timer.start()

    def _give_way(self) -> None:
        """Go off where a map has come, which could not be seen under the preview."""
        layers = map(QgsProject.instance().mapLayer, self._new_ids)
        maps = [layer for layer in layers if layer is not None and is_map(layer)]
        self._new_ids = []
        if maps and self.switch.isChecked():
            self.switch.setChecked(False)
            self._timer.stop()
            text = translate("CrossEarth", "The live preview is off: it would hide the map {name}.")
            self._rest(text.format(name=maps[-1].name()))

    def _look_soon(self) -> None:
        if self.switch.isChecked() or self._item is not None:
            self._timer.start(_PAUSE_MS)

    def _look(self) -> None:
        """Have the engine map what is seen, as far as it has not."""
        if not (self.switch.isChecked() and self.isVisible()):
            self._rest("")
            return
        if self._subject is None:
            asked = self._ask()
            if isinstance(asked, str):
                self._rest(asked)
                return
            self._take(asked)
        subject = self._subject
        if subject is None or self._item is None:
            return
        self._item.show()
        seen = self._seen(subject.layer)
        if seen.isEmpty():
            self._cancel()
            self.hint.set_text(translate("CrossEarth", "The raster is out of view."), INFO)
        elif any(known.contains(seen) for known in self._complete):
            self._cancel()
            self.hint.set_text("")
        elif self._engine.is_busy and self._task is None:
            text = translate("CrossEarth", "The preview goes on when the engine is free.")
            self.hint.set_text(text, INFO)
            self._timer.start(_BUSY_MS)
        else:
            self._cancel()
            self._start(subject, seen)

    def _take(self, subject: Subject) -> None:
        """Preview this from now on; what is known of something else goes."""
        self._subject = subject
        if self._item is None:
            self._item = PreviewItem(self._canvas)
        key = _key(subject)
        if key != self._key:
            self._key = key
            self._complete.clear()
            self._item.clear(subject.source.crs)

    def _rest(self, problem: str) -> None:
        """Show nothing for the time being, and say why."""
        self._cancel()
        if self._item is not None:
            self._item.hide()
        self.hint.set_text(problem, INFO)

    def _seen(self, layer: QgsRasterLayer) -> QgsRectangle:
        """Return what of a raster the canvas shows, in its CRS; empty if nothing."""
        settings = self._canvas.mapSettings()
        transform = QgsCoordinateTransform(
            settings.destinationCrs(), layer.crs(), QgsProject.instance()
        )
        try:
            view = transform.transformBoundingBox(settings.visibleExtent())
        except QgsCsException:
            return QgsRectangle()
        return view.intersect(layer.extent())

    def _start(self, subject: Subject, seen: QgsRectangle) -> None:
        arguments = {
            **subject.arguments,
            "extent": raster_source.engine_bounds(seen),
            "known": self._item.names if self._item and self._item.names else None,
        }
        self._task = _PreviewTask(self._engine, arguments, self._key, seen)
        self._task.came.connect(self._on_came)
        self._task.ended.connect(self._on_ended)
        start_task(self._task)

    def _cancel(self) -> None:
        cancel_task(self._task)
        self._task = None

    def _on_came(self, key: str, piece: PreviewPiece) -> None:
        # Also what was asked for before somebody moved on: it may be wanted again.
        if key != self._key or self._item is None:
            return
        if self._item.add(piece):
            self._complete.clear()
        self.hint.set_text("")

    def _on_ended(self, task: _PreviewTask) -> None:
        if task is not self._task:
            return
        self._task = None
        if task.problem:
            self.hint.set_text(task.problem, WARNING)
        elif task.left is None:
            self._timer.start(_BUSY_MS)  # another job came first
        elif task.left:
            text = translate("CrossEarth", "The middle of what you see; zoom in for all of it.")
            self.hint.set_text(text, INFO)
        else:
            self._complete.append(task.seen)


class _PreviewTask(QgsTask):
    """Has the engine map what is seen.

    Attributes:
        seen: of the raster, in its CRS.
        left: how many pieces there were too many; None if it did not come so far.
        problem: why not, in a sentence.
    """

    came = pyqtSignal(str, object)
    ended = pyqtSignal(object)

    def __init__(
        self,
        engine: Engine,
        arguments: dict[str, Any],
        key: str,
        seen: QgsRectangle,
    ) -> None:
        super().__init__(translate("CrossEarth", "Live preview"), _FLAGS)
        self._engine, self._arguments, self._key = engine, arguments, key
        self.seen = seen
        self.left: int | None = None
        self.problem = ""

    def run(self) -> bool:
        try:
            with tempfile.TemporaryDirectory(prefix="crossearth-") as folder:
                arguments = {**self._arguments, "folder": for_engine(folder)}
                listener = _Listener(self, self._engine, lambda: self._take(Path(folder)))
                result = self._engine.run("preview", arguments, listener)
                self._take(Path(folder))
                self.left = result["left"]
        except JobCanceled:
            pass
        except (CrossEarthError, OSError) as error:
            self.problem = str(error)
        return True

    def finished(self, is_successful: bool) -> None:
        self.ended.emit(self)

    def _take(self, folder: Path) -> None:
        for path in folder.glob("*.tif"):
            self.came.emit(self._key, take_piece(path))


class _Listener(TaskListener):
    """Takes what is ready, and gives way to any other job."""

    def __init__(self, task: QgsTask, engine: Engine, take: Callable[[], None]) -> None:
        super().__init__(task)
        self._engine, self._take = engine, take

    def on_progress(self, message: Any) -> None:
        self._take()

    def is_canceled(self) -> bool:
        return super().is_canceled() or self._engine.is_wanted


def _key(subject: Subject) -> str:
    """Return the same as long as pieces stay what they are: the files are as they were."""
    stamps = []
    for path in subject.files:
        with contextlib.suppress(OSError, ValueError):
            stat = path.stat()
            stamps.append([stat.st_mtime_ns, stat.st_size])
    return json.dumps([subject.arguments, stamps], sort_keys=True)
