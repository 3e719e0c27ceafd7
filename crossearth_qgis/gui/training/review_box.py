"""The review: a walk through the places where a model is least sure, with a key for each class.

The canvas goes to a place; a key says what is there, and a sample of that class is drawn around it.
Which places these are is for ``crossearth:reviewplaces`` to say, how far one is for `Walk`.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingProvider,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ...errors import SamplesNotWritable
from ...layers.similar_area import RADIUS, cell_size, similar_area
from ...translation import translate
from ..algorithm_runner import AlgorithmRunner
from ..project_state import local, portable
from ..widgets.hint import INFO, SUCCESS, WARNING
from ..widgets.plain_text import PlainLabel, as_markup
from ..widgets.walk import Place, Walk
from ..widgets.walk_box import WalkBox
from ..widgets.walk_tool import CLASS_KEYS
from .samples import Samples

COUNT = 20
"""Places of a review."""

# Outlines follow the mouse when it rests for so long, and when it has moved by so many pixels.
_PAUSE_MS, _STILL_PX = 60, 4
# What the canvas shows of the surroundings of a place, in reaches of an outline.
_REACHES = 8

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Question:
    """What to look for places in.

    Attributes:
        raster: its layer.
        parameters: of ``crossearth:reviewplaces``, without count and output.
        gsd_m: pixel size of the model, metres, if it says.
    """

    raster: QgsRasterLayer
    parameters: dict[str, Any]
    gsd_m: float | None


class ReviewBox(WalkBox):
    """A button that begins the walk, and while it lasts the place and what the keys do."""

    adapt_requested = pyqtSignal()
    """All places are done, and the user wants the model adapted to what there is now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Source and name: of the raster that is chosen, of the one asked about, of the places'.
        self._raster = self._asked = self._of = ("", "")
        # Class and sample of places that are open again, by their index.
        self._taken_back: dict[int, tuple[str, str]] = {}
        # The answers that the model has been adapted to.
        self._learned: dict[int, tuple[str, str]] = {}
        self._aim = QgsPointXY()
        self._outline = QgsGeometry()
        self._problem = ""
        self._question: Question | None = None
        self._crs_asked = QgsCoordinateReferenceSystem()
        self._cell = 1.0
        self._runner = AlgorithmRunner(self)
        self._aim_timer = QTimer(self)
        self._aim_timer.setSingleShot(True)
        self._aim_timer.setInterval(_PAUSE_MS)
        self._aim_timer.timeout.connect(self._show_outline)
        self.new_button = QToolButton(self)
        self.new_button.setText(translate("CrossEarth", "Begin Anew"))
        self.new_button.setToolTip(
            translate("CrossEarth", "Look for other places; the samples that are drawn stay")
        )
        self.adapt_button = QToolButton(self)
        self.adapt_button.setText(translate("CrossEarth", "Adapt Now"))
        self.keys_label = PlainLabel(parent=self)
        self.keys_label.setWordWrap(True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.walk_button, self.end_button, self.new_button, self.adapt_button):
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.steps)
        layout.addWidget(self.hint)
        layout.addWidget(self.keys_label)

    def set_up(
        self,
        provider: QgsProcessingProvider,
        canvas: QgsMapCanvas,
        samples: Samples,
        ask: Callable[[], Question],
    ) -> None:
        """Tell what the review works with; called once.

        Args:
            provider: holds the algorithm.
            canvas: where places are looked at.
            samples: take the answers, and have the classes.
            ask: says what to look for places in; asked when a review begins or goes on.
        """
        self._provider, self._samples, self._ask = provider, samples, ask
        self._set_canvas(canvas)
        self._view.pointed.connect(self._point)
        self.new_button.clicked.connect(self._begin_anew)
        self.adapt_button.clicked.connect(self.adapt_requested)
        self._runner.text_changed.connect(lambda text: self.hint.set_text(text, INFO))
        self._runner.succeeded.connect(self._on_found)
        self._runner.failed.connect(self._on_failed)
        self._runner.canceled.connect(self._show)
        self._samples.changed.connect(self._on_samples_changed)
        QgsProject.instance().cleared.connect(self.stop)
        self._show()

    @property
    def answers(self) -> dict[int, tuple[str, str]]:
        """Class and sample of each place that is answered, by its index."""
        return dict(self._walk.samples)

    def note_learned(self, answers: dict[int, tuple[str, str]]) -> None:
        """Take note that the model has been adapted to answers."""
        self._learned = answers
        self._show()

    def state(self) -> dict[str, Any]:
        """Return what belongs to the project."""
        source, name = self._of
        source = portable(source) if Path(source).is_file() else source
        told = {"raster": source, "raster_name": name, "is_learned": self._is_learned}
        return {**self._walk.state(), **told}

    def set_state(self, values: dict[str, Any]) -> None:
        """Set what belongs to a project; without a value: no review."""
        self.stop()
        self._taken_back.clear()
        try:
            self._walk = Walk.from_state(values)
        except (ValueError, TypeError, LookupError):
            logger.exception("The review of the project is not understood")
            self._walk = Walk()
        self._learned = self.answers if values.get("is_learned") else {}
        self._of = local(str(values.get("raster", ""))), str(values.get("raster_name", ""))
        self._show()

    def set_raster(self, raster: QgsRasterLayer | None) -> None:
        """Tell which raster is chosen; only its own places are walked through."""
        self._raster = ("", "") if raster is None else (raster.source(), raster.name())
        self._show()

    def set_problem(self, problem: str) -> None:
        """Tell what keeps a review from beginning; empty if nothing does."""
        self._problem = problem
        if problem and self.is_walking:
            self.stop()  # its raster, its samples or the engine may be gone
        else:
            self._show()

    def stop(self) -> None:
        """Leave the canvas, and look for no places any more; the walk stays."""
        self._runner.cancel()
        self._aim_timer.stop()
        super().stop()

    def _on_samples_changed(self) -> None:
        """Open places again whose samples were taken back, as by Cancel Edits, until redo."""
        walk, has = self._walk, self._samples.has
        if not self._samples.is_counting:
            for index, sample in list(self._taken_back.items()):
                if index not in walk.samples and has(*sample):
                    walk.restore(index, *self._taken_back.pop(index))
            for index, sample in list(walk.samples.items()):
                if not has(*sample):
                    self._taken_back[index] = sample
                    walk.reopen(index)
        self._show()

    @property
    def _is_here(self) -> bool:
        """Whether there are places, and they are those of the raster that is chosen."""
        source = self._of[0]
        return bool(self._walk.places) and (not source or source == self._raster[0])

    @property
    def _is_learned(self) -> bool:
        """Whether the model has been adapted to all that was answered."""
        return bool(self._walk.samples) and self._walk.samples == self._learned

    @property
    def _steps_of_walk(self) -> tuple[str, ...]:
        return tuple(self.steps.buttons)

    def _begin(self) -> None:
        if self._runner.is_running:
            self._runner.cancel()
        elif self._is_here and not self._walk.is_over:
            self._go_on()
        else:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Have the engine look for places."""
        if self._problem or self._runner.is_running:
            return
        self.stop()
        question = self._ask()
        self._crs_asked = question.raster.crs()
        self._asked = question.raster.source(), question.raster.name()
        self._runner.start(
            self._provider.algorithm("reviewplaces"),
            {
                **question.parameters,
                "COUNT": COUNT,
                "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
            },
            translate("CrossEarth", "Places to review"),
        )
        self._show()

    def _on_found(self, results: dict[str, Any]) -> None:
        if not self._runner.is_project_open or self._problem:
            self._show()
            return
        found = json.loads(results["SUMMARY"])["places"]
        places = [
            Place(*(item[key] for key in ("x", "y", "reason", "value", "class_name")))
            for item in found
        ]
        self._walk = Walk(places, self._crs_asked.toWkt())
        self._taken_back.clear()
        self._learned = {}
        self._of = self._asked
        if self._is_here and not self._view.is_taken_by_another:
            self._go_on()
        else:
            self._show()

    def _on_failed(self, sentence: str) -> None:
        self._show()
        self.hint.set_text(sentence, WARNING)

    def _go_on(self) -> None:
        """Take the canvas, and look at the place that is next."""
        if self._problem:
            return
        self._question = self._ask()
        self._cell = _cell(self._question)
        self._walk.go_to_open()  # also one that was done before, whose sample is gone
        self._view.take()
        self._look(is_first=True)

    def _look(self, *, is_first: bool = False) -> None:
        """Go to the place."""
        place = self._walk.current
        if place is None or not self._view.is_taken:
            return
        at = self._view.to_canvas(QgsPointXY(place.x, place.y), self._crs())
        reach = _REACHES * RADIUS * self._cell
        if is_first:
            box = QgsRectangle(place.x - reach, place.y - reach, place.x + reach, place.y + reach)
            near = self._view.transform(self._crs()).transformBoundingBox(box)
            if self._canvas.extent().width() > near.width():
                self._canvas.setExtent(near)
        self._view.show_place(at)
        self._aim = at
        self._show_outline()
        self._show()

    def _point(self, at: QgsPointXY) -> None:
        """Aim at another place, as soon as the mouse rests."""
        if at.distance(self._aim) > _STILL_PX * self._canvas.mapUnitsPerPixel():
            self._aim = at
            self._aim_timer.start()

    def _show_outline(self) -> None:
        """Show what a key would be about."""
        self._aim_timer.stop()
        if not self._view.is_taken or self._question is None:
            return
        raster, project = self._question.raster, QgsProject.instance()
        crs = self._canvas.mapSettings().destinationCrs()
        self._outline = QgsGeometry()
        try:
            at = QgsCoordinateTransform(crs, raster.crs(), project).transform(self._aim)
            self._outline = similar_area(raster, at, self._cell)
            shown = QgsGeometry(self._outline)
            shown.transform(QgsCoordinateTransform(raster.crs(), crs, project))
        except QgsCsException:
            shown = QgsGeometry()  # as off the raster: there is nothing to say
        self._view.show_outline(shown)

    def _answer(self, class_name: str) -> None:
        """Draw a sample of the class, and go on."""
        classes = {item.name: item for item in self._samples.classes}
        question = self._question
        if class_name not in classes or question is None or self._walk.current is None:
            return
        if self._aim_timer.isActive():
            self._show_outline()  # of what the mouse points to by now
        if self._outline.isEmpty():
            return
        earlier = self._walk.samples.get(self._walk.index)
        try:
            sample = self._samples.add(classes[class_name], self._outline, question.raster.crs())
        except SamplesNotWritable as error:
            self.hint.set_text(str(error), WARNING)
            return
        if earlier is not None:
            self._samples.take_back(*earlier)
        self._walk.answer(class_name, sample)
        self._go_to_next()

    def _skip(self) -> None:
        if self._walk.samples.get(self._walk.index) is None:
            self._walk.skip()
        self._go_to_next()

    def _undo(self) -> None:
        sample = self._walk.undo()
        if sample is not None:
            self._taken_back[self._walk.index] = sample
            self._samples.take_back(*sample)
        # Of the last place one may think again when the walk is over.
        self._look() if self.is_walking else self._go_on()

    def _go_to_next(self) -> None:
        if self._walk.is_over:
            self.stop()
        else:
            self._look()

    def _show(self) -> None:
        """Show where the walk is and what can be done."""
        walk = self._walk
        is_begun = self._is_here and not walk.is_over
        text = translate("CrossEarth", "Re&view")
        if self._runner.is_running:
            text = translate("CrossEarth", "Cancel")
        elif is_begun:
            text = translate("CrossEarth", "Go On")
        about = translate(
            "CrossEarth", "Walk through the places where the model is least sure, key by key"
        )
        self.walk_button.setToolTip(as_markup(self._problem or about))
        is_busy = self._runner.is_running or self.is_walking
        self.walk_button.setEnabled(is_busy or not self._problem)
        self.new_button.setVisible(is_begun and not is_busy)
        self.new_button.setEnabled(not self._problem)
        is_over = self._is_here and walk.is_over
        self.adapt_button.setVisible(is_over and not is_busy and not self._is_learned)
        self.keys_label.setVisible(self.is_walking)
        # Of the last place one may think again when the walk is over.
        is_undo_of_use = is_over and walk.order and not is_busy
        self._show_buttons(text, at_rest=("undo",) if is_undo_of_use else ())
        if self.is_walking:
            self._walk.offer([item.name for item in self._samples.classes])
            self.hint.set_text(self._place_text(), INFO)
            self.keys_label.setText(self._keys_text())
        elif not self._runner.is_running:
            self.hint.set_text(self._rest_text(), SUCCESS if is_over else INFO)

    def _place_text(self) -> str:
        walk, place = self._walk, self._walk.current
        if place is None:
            return ""
        reasons = {
            "confidence": translate("CrossEarth", "it is {value} % sure."),
            "lead": translate("CrossEarth", "it leads by {value} %."),
            "unfamiliarity": translate(
                "CrossEarth", "the place is unlike the training ({value} %)."
            ),
        }
        text = translate("CrossEarth", "Place {number} of {count}. The model says {name}; {reason}")
        reason = reasons.get(place.reason, "{value} %").format(value=round(place.value))
        text = text.format(
            number=walk.index + 1, count=len(walk.places), name=place.class_name, reason=reason
        )
        return " ".join([text, *self._state_sentences()])

    def _keys_text(self) -> str:
        names = [f"{key} {name}" for key, name in zip(CLASS_KEYS, self._walk.keys)]
        others = translate(
            "CrossEarth", "N next, B back, S skip, U undo, M map on or off, Esc ends"
        )
        return "\n".join([" · ".join(names), others])

    def _rest_text(self) -> str:
        walk = self._walk
        if not walk.places:
            return ""
        if not self._is_here:
            if walk.is_over:
                return ""
            text = translate(
                "CrossEarth",
                "{done} of {count} places are done, of the raster {name}. Choose it to go on "
                "there.",
            )
            return text.format(done=len(walk.order), count=len(walk.places), name=self._of[1])
        if walk.is_over and self._is_learned:
            text = translate(
                "CrossEarth",
                "All {count} places are done, and the model is adapted to the {samples} samples.",
            )
        elif walk.is_over:
            text = translate(
                "CrossEarth", "All {count} places are done, {samples} samples drawn. Adapt now."
            )
        else:
            text = translate("CrossEarth", "{done} of {count} places are done.")
        return text.format(done=len(walk.order), count=len(walk.places), samples=len(walk.samples))


def _cell(question: Question) -> float:
    """Return what a cell of an outline measures, units of the raster."""
    crs = question.raster.crs()
    metre = QgsUnitTypes.DistanceUnit.DistanceMeters
    unit_m = QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), metre) if crs.isValid() else 1.0
    return cell_size(question.raster, question.gsd_m, unit_m)
